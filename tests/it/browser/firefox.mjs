// Makes a report on the page in headless Firefox. Job on standard input: {"page", "files"}; the bytes of the report, and what
// went wrong, as JSON on standard output.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { place } from "./place.mjs";

const modules = process.env.KETENSCAN_PAGE_MODULES;
const require = createRequire(modules ? join(modules, "package.json") : import.meta.url);
const puppeteer = require("puppeteer-core");

const job = JSON.parse(readFileSync(0, "utf8"));
const { own, close: leave } = await place(job);
const errors = [];
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.KETENSCAN_FIREFOX ?? "/usr/bin/firefox-esr",
  headless: true,
});
let report;
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  // What is offered to be saved, before the browser hides it behind an address.
  await page.evaluateOnNewDocument(() => {
    const offer = URL.createObjectURL;
    globalThis.offered = [];
    URL.createObjectURL = (blob) => (globalThis.offered.push(blob), offer.call(URL, blob));
  });
  const finished = (jobs) => page.waitForSelector(`body[data-klaar="${jobs}"]`, { timeout: 60_000 });
  await page.goto(`${own}#dag=2026-11-26`);
  await finished(0);
  await (await page.$("#bestanden")).uploadFile(...job.files);
  await finished(1);
  await page.evaluate(() => globalThis.offered.splice(0));
  await page.click("#rapport");
  await finished(2);
  report = await page.evaluate(async () => [...new Uint8Array(await globalThis.offered[0].arrayBuffer())]);
} finally {
  await browser.close();
  leave();
}
process.stdout.write(JSON.stringify({ report, errors }));
