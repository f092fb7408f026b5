// Opens pages in headless Chromium: axe-core's violations, attempted requests, width at 320 pixels, pictures. Job on
// standard input: {"pages": [paths], "pictures": folder or null}; findings as JSON on standard output.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

// KETENSCAN_PAGE_MODULES is a folder with a node_modules; without it, this folder's own.
const modules = process.env.KETENSCAN_PAGE_MODULES;
const require = createRequire(modules ? join(modules, "package.json") : import.meta.url);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const job = JSON.parse(readFileSync(0, "utf8"));
const profile = mkdtempSync(join(tmpdir(), "ketenscan-chromium-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.KETENSCAN_CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});

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
    const tooWide = [];
    for (const width of [1366, 320]) {
      await page.setViewportSize({ width, height: 768 });
      await page.goto(address, { waitUntil: "networkidle" });
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
      for (const { id, help, nodes } of found.violations) {
        violations.push({ width, id, help, where: nodes.slice(0, 3).map((node) => node.html.slice(0, 200)) });
      }
      const reaches = await page.evaluate(() => document.documentElement.scrollWidth);
      if (reaches > width) tooWide.push({ width, reaches });
      if (job.pictures) {
        const picture = join(job.pictures, `${basename(path, ".html")}-${width}.png`);
        await page.screenshot({ path: picture, fullPage: true });
      }
    }
    if (job.pictures) {
      await page.pdf({ path: join(job.pictures, `${basename(path, ".html")}.pdf`), preferCSSPageSize: true });
    }
    findings.push({ path, violations, requests, tooWide });
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
process.stdout.write(JSON.stringify(findings));
