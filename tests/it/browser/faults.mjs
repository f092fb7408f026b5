// What a user may do wrong on the page, and what may go wrong in it.

export const faults = ({ job, found, opened, finished, dragged, outputs, problems, save, state, asks }) => {
  const texts = (page, selector) => page.$$eval(selector, (items) => items.map(({ innerText }) => innerText));
  const rows = async (page) => (await page.$$("#respons tbody tr")).length;

  // Opens the page, on which a script may have run before; chooses files; lets so many seconds pass once `waiting` is over;
  // and waits until they are read.
  const readLate = async (browser, { script = () => {}, input, files, waiting, seconds }) => {
    const page = await opened(browser, async (page) => {
      await page.clock.install();
      await page.addInitScript(script);
    });
    await page.setInputFiles(input, files);
    await waiting(page);
    await page.clock.fastForward(1_000 * seconds);
    await finished(page, 1);
    found.problems = await problems(page);
    return page;
  };

  const readSoFar = (words) => (page) =>
    page.waitForFunction((words) => document.getElementById("gelezen").textContent.startsWith(words), words);

  // A page with a report of all files in a folder.
  const reported = async (browser) => {
    const page = await opened(browser);
    await page.setInputFiles("#map", job.folder);
    await finished(page, 1);
    await page.click("#rapport");
    await finished(page, 2);
    return page;
  };

  // Waits until reading gets no further.
  const standstill = async (page) => {
    for (let before, now; before === undefined || !now.includes("van") || now !== before;) {
      before = now ?? "";
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      now = await page.textContent("#gelezen");
    }
  };

  return {
    // Files that end or hang the module cost those files alone. The test gave the worker a place to fall and one to hang.
    async faults(browser) {
      const waiting = async (page) => {
        await standstill(page);
        await state(page, "bezig");
      };
      const page = await readLate(browser, { input: "#map", files: job.folder, waiting, seconds: 31 });
      found.rows = await rows(page);
      await page.check("#fouten-weg");
      await page.click("#rapport");
      await finished(page, 2);
      found.outputs = await outputs(page);
    },

    // A worker that was ended and speaks all the same, as one may that was about to: the browser cannot end it here.
    async late(browser) {
      const script = () => (Worker.prototype.terminate = () => {});
      const page = await readLate(browser, { script, input: "#map", files: job.folder, waiting: readSoFar("1 van"), seconds: 31 });
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      found.problems = await problems(page);
      await page.click("#controleer");
      await finished(page, 2);
      found.rows = await rows(page);
    },

    // The bytes of a file come in after a minute.
    async slow(browser) {
      const script = () => {
        const own = Blob.prototype.arrayBuffer;
        Blob.prototype.arrayBuffer = async function () {
          await new Promise((resolve) => setTimeout(resolve, 60_000));
          return own.call(this);
        };
      };
      await readLate(browser, { script, input: "#bestanden", files: job.file, waiting: readSoFar("0 van"), seconds: 61 });
    },

    // A report that ends the module, one that takes forever and is stopped, and reading that is stopped.
    async stopping(browser) {
      const page = await reported(browser);
      found.ended = await page.innerText("#gestopt");
      await page.click("#vergelijk");
      await page.click("#stoppen");
      await finished(page, 3);
      found.stopped = [await page.innerText("#resultaat-kop"), await page.innerText("#gestopt")];
      await page.click("#controleer");
      await finished(page, 4);
      found.rows = [await rows(page)];
      await page.setInputFiles("#bestanden", job.hanging);
      await page.waitForFunction(() => document.getElementById("gelezen").textContent.includes("van"));
      await page.click("#stoppen");
      await finished(page, 5);
      found.chosen = await page.innerText("#gekozen-aantal");
      await page.click("#controleer");
      await finished(page, 6);
      found.rows.push(await rows(page));
    },

    // What goes wrong in the page itself is said, and holds up nothing that comes after it.
    async failing(browser) {
      const page = await opened(browser);
      await page.evaluate("take(Promise.reject(new DOMException('', 'NotFoundError')))");
      await finished(page, 1);
      found.failed = await page.innerText("#gestopt");
      await page.evaluate("OWN.questions = () => ({ role: 3 })");
      await page.click("#vragenlijst");
      await finished(page, 2);
      found.refused = [await page.innerText("#resultaat-kop"), await page.innerText("#gestopt"), await page.innerText("#melder")];
      await page.click("#oefenen");
      await finished(page, 3);
      found.rows = await rows(page);
    },

    // Files with the same name: chosen again, from another folder, and in a folder and by themselves.
    async names(browser) {
      const page = await opened(browser);
      found.notes = [];
      found.chosen = [];
      const choices = [["#bestanden", job.one], ["#bestanden", job.other], ["#map", job.folder], ["#map", job.folder]];
      for (const [number, [input, files]] of choices.entries()) {
        await page.setInputFiles(input, files);
        await finished(page, number + 1);
        found.notes.push(await texts(page, "#mededelingen li"));
        found.chosen.push(await page.innerText("#gekozen-aantal"));
      }
    },

    // A report that is not saved stays on the page, also when its edition for sharing is made, which has the same file name.
    async unsaved(browser) {
      const page = await reported(browser);
      await page.check("#delen");
      await page.click("#rapport");
      await finished(page, 3);
      await page.click("#exporteer");
      await finished(page, 4);
      await page.click("#controleer");
      await finished(page, 5);
      found.kept = await texts(page, "#eerder li");
      found.asks = [await asks(page)];
      await state(page, "niet-opgeslagen");
      await save(page, "#eerder li:first-child a", job.zip);
      found.asks.push(await asks(page));
      await page.click("#exporteer");
      await finished(page, 6);
      found.keptAfter = await texts(page, "#eerder li");
      for (const link of ["#eerder a", "#uitkomst a[data-zip]"]) await save(page, link, job.zip);
      found.asks.push(await asks(page));
    },

    // Text that is dragged is no file, and goes where text can be typed.
    async text(browser) {
      const page = await opened(browser);
      const items = [{ mimeType: "text/plain", data: "Duinstad" }];
      for (const place of ["#gemeenten", "#vak"]) await dragged(page, place, { items });
      await page.click("#vragenlijst");
      await finished(page, 1);
      found.typed = await page.inputValue("#gemeenten");
      found.title = await page.innerText("#resultaat-kop");
    },
  };
};
