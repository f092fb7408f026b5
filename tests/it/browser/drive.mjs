// Works on the page in headless Chromium as a user would. Job on standard input: {"page", "scenario", …}; what was found as
// JSON on standard output.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launch, tooWide, violationsOf } from "../page/chromium.mjs";
import { faults } from "./faults.mjs";
import { place } from "./place.mjs";

const job = JSON.parse(readFileSync(0, "utf8"));
const { own, close: leave } = await place(job);
const WIDTHS = [1366, 320];
const found = { requests: [], errors: [], states: [], words: [] };

// Opens the page, and notes what it asks for and what goes wrong in it. `prepare` does what must be done before.
async function open(browser, prepare = () => {}) {
  const page = await browser.newPage();
  await prepare(page);
  page.on("request", (request) => {
    const url = request.url();
    if (url.split("#")[0] !== own && !url.startsWith("blob:") && !url.startsWith("data:")) found.requests.push(url);
  });
  page.on("pageerror", (error) => found.errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") found.errors.push(message.text());
  });
  await page.goto(`${own}#dag=2026-11-26`);
  return page;
}

const finished = (page, jobs) => page.waitForSelector(`body[data-klaar="${jobs}"]`, { timeout: 60_000 });

// The page, ready to be used.
async function opened(browser, prepare) {
  const page = await open(browser, prepare);
  await finished(page, 0);
  return page;
}

// Drags something to a place on the page, and drops it there.
async function dragged(page, place, { items = [], files }) {
  await page.locator(place).scrollIntoViewIfNeeded();
  const { x, y } = await (await page.$(place)).boundingBox();
  const devtools = await page.context().newCDPSession(page);
  const data = { items, files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await devtools.send("Input.dispatchDragEvent", { type, x: x + 20, y: y + 20, data });
  }
}

// The page as it is now: accessible, no wider than the screen, its words; with a picture for people.
async function state(page, name) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 768 });
    found.states.push({ name, width, violations: await violationsOf(page), tooWide: await tooWide(page) });
    if (job.pictures) await page.screenshot({ path: join(job.pictures, `pagina-${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 768 });
  found.words.push(await page.evaluate(() => document.body.innerText));
}

// The name and address of every output, in order.
const outputs = (page) => page.$$eval("#uitkomst a[download]", (links) => links.map((link) => ({ name: link.download, zip: "zip" in link.dataset })));

async function save(page, selector, path) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  await download.saveAs(path);
}

const problems = (page) => page.$$eval("#bevindingen [data-code]", (items) => items.map(({ dataset, innerText }) => `${dataset.code} ${innerText}`));

// Whether the browser asks before the page is closed: as browsers do now, and as they did before 2024.
const asks = (page) => page.evaluate(() => {
  const event = document.createEvent("BeforeUnloadEvent");
  event.initEvent("beforeunload", false, true);
  dispatchEvent(event);
  return [event.defaultPrevented, event.returnValue !== ""];
});

const tools = { job, found, opened, finished, dragged, outputs, problems, save, state, asks };
const scenarios = {
  ...faults(tools),

  // A region from its folder to all that can be made of it.
  async region(browser) {
    const page = await opened(browser);
    await page.setInputFiles("#map", job.folder);
    await finished(page, 1);
    for (const box of ["#met-html", "#met-json", "#met-grafieken", "#met-raadsbrief"]) await page.check(box);
    await page.click("#rapport");
    await finished(page, 2);
    found.outputs = await outputs(page);
    found.charts = await page.$$eval("#samenvatting img", (images) => images.map(({ alt, naturalWidth }) => [alt.length > 20, naturalWidth > 100]));
    found.asksBeforeClosing = await asks(page);
    await save(page, "#uitkomst a", job.single);
    await save(page, "#uitkomst a[data-zip]", job.zip);
    found.asksAfterSaving = await asks(page);
  },

  // A folder and a report, dropped on the page together.
  async drop(browser) {
    const page = await opened(browser);
    await dragged(page, "#vak", { files: job.files });
    await finished(page, 1);
    found.problems = await problems(page);
    found.rows = await page.$$eval("#respons tbody tr", (rows) => rows.length);
    await page.click("#rapport");
    await finished(page, 2);
    found.notes = await page.innerText("#mededelingen");
  },

  // Every state of every part of the page.
  async states(browser) {
    const page = await opened(browser);
    let jobs = 0;
    // Does something that is a job, and waits for it.
    const after = async (doing) => {
      await doing;
      await finished(page, ++jobs);
    };
    await state(page, "leeg");
    await after(page.click("#rapport"));
    await state(page, "zonder-bestanden");
    await page.fill("#regio", "Voorbeeldland");
    await page.fill("#gemeenten", "Duinstad\t152000\nVeenwold\t45200");
    await page.click("details summary");
    await after(page.click("#sjabloon"));
    found.workbooks = await outputs(page);
    await state(page, "gemaakt");
    await after(page.click("#oefenen"));
    found.next = await page.$eval("#verder a", ({ hash, innerText }) => [hash, innerText]);
    await state(page, "nagekeken");
    await after(page.click("#overleg"));
    found.joint = await outputs(page);
    await state(page, "overleg");
    await after(page.setInputFiles("#bestanden", job.faulty));
    await page.check("#met-berichten");
    await after(page.click("#controleer"));
    found.problems = await problems(page);
    await state(page, "fouten");
    await page.check("#met-html");
    await after(page.click("#rapport"));
    found.stopped = await page.innerText("#gestopt");
    await state(page, "gestopt");
    await page.check("#fouten-weg");
    await page.selectOption("#keuze", { label: "Voorbeeldland 2026" });
    await after(page.click("#rapport"));
    await state(page, "rapport");
    await after(page.click("#wegdoen"));
    await after(page.click("#oefenen"));
    found.ticked = [await page.isChecked("#vergelijk-html")];
    await page.uncheck("#met-html");
    await page.check("#vergelijk-html");
    found.ticked.push(await page.isChecked("#met-html"));
    await after(page.click("#vergelijk"));
    found.comparison = await outputs(page);
    await state(page, "vergelijking");
    await after(page.click("#exporteer"));
    found.tables = await outputs(page);
    await after(page.click("#vragenlijst"));
    await state(page, "vragen");
  },

  // A browser in which the page cannot compute says so.
  async without(browser) {
    const page = await open(browser);
    await page.waitForFunction(() => document.getElementById("wachten").textContent.includes("WebAssembly"));
    found.said = await page.innerText("#wachten");
    found.ready = await page.evaluate(() => document.body.dataset.klaar ?? null);
    await state(page, "zonder-webassembly");
  },

  // A whole country, for whoever measures: milliseconds of each step, and how long the page stood still at most.
  async country(browser) {
    const page = await opened(browser);
    found.ready = await page.evaluate(() => performance.now());
    await page.evaluate(() => {
      globalThis.longest = 0;
      let last = performance.now();
      const beat = () => {
        const now = performance.now();
        globalThis.longest = Math.max(globalThis.longest, now - last);
        last = now;
        setTimeout(beat, 5);
      };
      beat();
    });
    found.times = {};
    const timed = async (name, work, jobs) => {
      const from = performance.now();
      await work();
      await finished(page, jobs);
      found.times[name] = Math.round(performance.now() - from);
    };
    await timed("check", () => page.setInputFiles("#map", job.folder), 1);
    await timed("report", () => page.click("#rapport"), 2);
    found.outputs = (await outputs(page)).length;
    await timed("compare", () => page.click("#vergelijk"), 3);
    found.stopped = await page.innerText("#gestopt");
    found.longest = Math.round(await page.evaluate(() => globalThis.longest));
  },
};

const { browser, close } = await launch(...(job.flags ?? []));
try {
  await scenarios[job.scenario](browser);
} finally {
  await close();
  leave();
}
process.stdout.write(JSON.stringify(found));
