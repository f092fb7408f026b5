// Headless Chromium for our scripts, and axe-core on a page in it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

// KETENSCAN_PAGE_MODULES is a folder with a node_modules; without it, this folder's own.
const modules = process.env.KETENSCAN_PAGE_MODULES;
const require = createRequire(modules ? join(modules, "package.json") : import.meta.url);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// A browser with a profile of its own, and a function that ends both.
export async function launch(...more) {
  const profile = mkdtempSync(join(tmpdir(), "ketenscan-chromium-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.KETENSCAN_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    acceptDownloads: true,
    args: [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", ...more,
    ],
  });
  const close = async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { browser, close };
}

// What axe-core finds wrong with a page as it is now.
export async function violationsOf(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map(({ id, help, nodes }) => ({
    id, help, where: nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
  }));
}

// What must be scrolled sideways to see all of it: the page itself, or a part that has its own scroll bar.
export const tooWide = (page) => page.evaluate(() => [...document.querySelectorAll("*")]
  .filter((part) => part === document.documentElement || ["auto", "scroll"].includes(getComputedStyle(part).overflowX))
  .filter((part) => part.scrollWidth > part.clientWidth)
  .map((part) => `${part.getAttribute("aria-label") ?? part.localName}: ${part.scrollWidth} in ${part.clientWidth}`));
