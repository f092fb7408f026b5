// Opens pages in headless Chromium: axe-core's violations, attempted requests, what is too wide, pictures. Job on
// standard input: {"pages": [paths], "pictures": folder or null}; findings as JSON on standard output.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, tooWide, violationsOf } from "./chromium.mjs";

const job = JSON.parse(readFileSync(0, "utf8"));
const { browser, close } = await launch();

const findings = [];
try {
  for (const path of job.pages) {
    const address = pathToFileURL(path).href;
    const page = await browser.newPage();
    const requests = [];
    page.on("request", (request) => {
      const own = request.url().split("#")[0] === address || request.url().startsWith("data:");
      if (!own) requests.push(request.url());
    });
    const violations = [];
    const wide = [];
    for (const width of [1366, 320]) {
      await page.setViewportSize({ width, height: 768 });
      await page.goto(address, { waitUntil: "networkidle" });
      for (const violation of await violationsOf(page)) violations.push({ width, ...violation });
      for (const part of await tooWide(page)) wide.push({ width, part });
      if (job.pictures) {
        const picture = join(job.pictures, `${basename(path, ".html")}-${width}.png`);
        await page.screenshot({ path: picture, fullPage: true });
      }
    }
    if (job.pictures) {
      await page.pdf({ path: join(job.pictures, `${basename(path, ".html")}.pdf`), preferCSSPageSize: true });
    }
    findings.push({ path, violations, requests, tooWide: wide });
    await page.close();
  }
} finally {
  await close();
}
process.stdout.write(JSON.stringify(findings));
