// Searches the site in headless Chromium. Job on standard input: {"page", "words"}, each word with what its first result
// must name; what each search found as JSON on standard output.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { launch } from "../page/chromium.mjs";

const job = JSON.parse(readFileSync(0, "utf8"));
const found = { requests: [], errors: [], results: {} };
const { browser, close } = await launch();
const page = await browser.newPage();
page.on("request", (request) => {
  if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) found.requests.push(request.url());
});
page.on("pageerror", (error) => found.errors.push(String(error)));
for (const word of job.words) {
  await page.goto(pathToFileURL(job.page).href);
  await page.keyboard.press("/");
  await page.locator("#mdbook-searchbar").pressSequentially(word);
  await page.waitForSelector("#mdbook-searchresults li");
  found.results[word] = await page.evaluate(() => ({
    header: document.querySelector("#mdbook-searchresults-header").innerText,
    names: [...document.querySelectorAll("#mdbook-searchresults li a")].map((link) => link.innerText),
  }));
  if (job.picture) await page.screenshot({ path: job.picture });
  await page.click("#mdbook-searchresults li a");
  await page.waitForLoadState();
  found.results[word].opened = page.url();
}
await close();
console.log(JSON.stringify(found));
