// The page: what each button asks for, and what happens around a job.

// What the result of each job is called, whether what it made is lost work if it is not saved, and what a user does next: in
// words, the last of which lead to another part of the page.
const JOBS = {
  templates: {
    title: "De werkboeken", keep: true,
    next: ["Stuur elk werkboek naar wie het invult. Komen ze terug, ", "kijk ze dan na", "nakijken"],
  },
  check: { title: "Nagekeken", next: ["Klopt dit, en is alles binnen? ", "Maak dan het rapport", "rapporteren"] },
  consensus: {
    title: "De gezamenlijke werkboeken", keep: true,
    next: ["Spreek samen af wat geldt, en vul het in. ", "Kies ze daarna bij de andere", "nakijken"],
  },
  report: {
    title: "Het rapport", keep: true,
    next: ["Bespreek het, en vul samen het verbeterplan in: het staat in het rapport. Over een paar maanden ", "ziet u hoe ver het is", "volgen"],
  },
  progress: { title: "De voortgang", keep: true, next: ["Volgend jaar ", "vergelijkt u de jaren", "vergelijken"] },
  compare: { title: "De vergelijking", keep: true },
  export: { title: "De tabellen", keep: true },
  questions: { title: "De vragen" },
};
// An edition for sharing has the same file names as the other, and is another thing.
const resultOf = (job, { share }) => (share && JOBS[job].keep ? { title: `${JOBS[job].title} om te delen`, keep: true } : JOBS[job]);

// Jobs are done one after another. One that is waiting already is not asked for twice.
let last = Promise.resolve();
const asked = new Set();

function inTurn(name, part, work) {
  if (asked.has(name)) return;
  asked.add(name);
  last = last.then(async () => {
    begin(part, name);
    try {
      await work();
    } catch (error) {
      await finish({ stopped: error instanceof Said ? error.message : failed(error) }, {});
    } finally {
      asked.delete(name);
      end();
    }
  });
}

const failed = ({ name }) =>
  `Er ging iets mis in de browser (${name}), en er is niets gemaakt. Probeer het nog eens. Blijft het misgaan, laad de pagina dan opnieuw.`;

function begin(part, name) {
  part.append($("resultaat"));
  show({});
  lead();
  $("resultaat-kop").textContent = "Even geduld …";
  $("resultaat").hidden = false;
  $("gelezen").textContent = "Bezig";
  $("balk").removeAttribute("value");
  $("voortgang").hidden = false;
  $("hoofdinhoud").setAttribute("aria-busy", "true");
  document.body.dataset.bezig = name;
  allowStopping();
}

function end() {
  delete document.body.dataset.bezig;
  document.body.dataset.klaar = String(Number(document.body.dataset.klaar) + 1);
}

function today() {
  const now = new Date();
  return $("dag").value ? $("dag").value.split("-").map(Number) : [now.getFullYear(), now.getMonth() + 1, now.getDate()];
}

// What several jobs can have is one choice, asked at each of them.
const boxesOf = (wish) => document.querySelectorAll(`[data-wish="${wish}"]`);

function wishes() {
  const boxes = document.querySelectorAll("[data-wish]");
  const ticked = Object.fromEntries([...boxes].map((box) => [box.dataset.wish, box.checked]));
  return { ...ticked, date: today(), ...JSON.parse($("keuze").value || "{}") };
}

// What an order has besides the wishes that all jobs share.
const OWN = {
  templates: () => ({
    ...Object.fromEntries(new FormData($("werkboeken"))),
    perspectives: [...document.querySelectorAll("[data-perspective]:checked")].map((box) => box.dataset.perspective),
    previous: $("met-vorige").checked,
  }),
  consensus: () => ({}),
  progress: () => ({ ...wishes(), ...($("peildag").value && { date: $("peildag").value.split("-").map(Number) }) }),
  export: () => ({}),
  questions: () => ({ role: $("rol").value || null }),
};

function doJob(job, part) {
  const order = { job, ...(OWN[job] ?? wishes)() };
  inTurn(job, part, async () => {
    await readIfNeeded(progress);
    await finish(await answerTo(order), resultOf(job, order));
  });
}

async function answerTo(order) {
  const answer = await ask({ order });
  if (!answer) throw new Said("Dit liep vast, en er is niets gemaakt. Probeer het met minder bestanden.");
  if (answer.refused) throw new Said(`Er is niets gemaakt: er zit een fout in deze pagina. Meld die aan wie u de pagina gaf: ${answer.refused}.`);
  return answer;
}

async function finish(answer, { title, keep, next }) {
  show(answer, keep && title);
  lead(answer.stopped ? null : next);
  $("resultaat-kop").textContent = answer.stopped ? "Dat lukte niet" : title;
  $("melder").textContent = answer.stopped ?? "Klaar.";
  $("hoofdinhoud").removeAttribute("aria-busy");
  $("voortgang").hidden = true;
  $("resultaat-kop").focus({ preventScroll: true });
  $("resultaat").scrollIntoView();
  // Charts appear while people read; whoever asks for something else does not wait for them.
  await draw(() => asked.size > 1);
}

// Showing the progress takes longer than reading a small workbook, so it is not shown for every file.
const BETWEEN = 100;
let told = 0;

function progress(done, all) {
  const now = performance.now();
  if (done > 0 && done < all && now - told < BETWEEN) return;
  told = now;
  $("balk").max = all || 1;
  $("balk").value = done;
  $("gelezen").textContent = `${done} van ${all} bestanden gelezen`;
}

// Reads other files than before, and shows what is in them. `change` changes what is chosen, and may have notes about that;
// if it does not come to an end, what was chosen before still is.
function rechoose(name, change, shown) {
  inTurn(name, $("nakijken"), async () => {
    const before = chosen;
    try {
      const notes = await change() ?? [];
      const { files, kept } = await readAll(progress);
      const answer = await answerTo({ job: "check", ...wishes(), region: null, year: null });
      if (kept) notes.push(`${kept === 1 ? "Eén bewaarde vorige versie is" : `${kept} bewaarde vorige versies zijn`} overgeslagen.`);
      list(files);
      subjects(answer.response);
      if (chosen.length === 0) return await finish({}, { title: "Er is niets meer gekozen" });
      answer.notes.unshift(...notes);
      await finish({ ...answer, ...shown }, { title: `Gelezen: ${counted(files.length)}`, next: JOBS.check.next });
    } catch (error) {
      [chosen, reader] = [before, null];
      throw error;
    }
  });
}

const counted = (number) => (number === 1 ? "1 bestand" : `${number} bestanden`);

function take(files) {
  // Asked for now, and wanted when it is this one's turn.
  const found = Promise.resolve(files);
  found.catch(() => {});
  // A second choice while the first is read must not get lost.
  rechoose(`files-${Math.random()}`, async () => {
    const more = await unlessStopped(found);
    if (more.length === 0) throw new Said("Er zit geen bestand in wat u koos.");
    return choose(more);
  });
}

function list(files) {
  $("gekozen").hidden = files.length === 0;
  $("leeg").hidden = files.length > 0;
  $("gekozen-aantal").textContent = `Gekozen: ${counted(files.length)}`;
  $("gekozen-lijst").replaceChildren(...files.map(({ index, label }) => {
    const book = chosen[index];
    const remove = element("button", { type: "button", class: "button button--small", "aria-label": `${label} weghalen` }, "Weghalen");
    remove.addEventListener("click", () => rechoose(`remove-${label}`, () => void (chosen = chosen.filter((other) => other !== book))));
    return element("li", {}, `${label} `, remove);
  }));
}

// What a report can be made of.
function subjects(response = []) {
  const options = response.map(({ region, year }) => element("option", { value: JSON.stringify({ region, year }) }, `${region} ${year}`));
  $("keuze").replaceChildren(element("option", { value: "" }, "Alle"), ...options);
}

function tryOut() {
  const made = {};
  rechoose("demo", async () => {
    const { outputs } = await answerTo({ job: "demo" });
    const books = outputs.filter(({ name }) => name.endsWith(".xlsx"));
    made.outputs = outputs.slice(-1);
    return choose(books.map(({ name, bytes }) => ({ file: new File([bytes], name), named: false, path: name })));
  }, made);
}

function listen() {
  for (const button of document.querySelectorAll("[data-job]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      doJob(button.dataset.job, button.closest("section"));
    });
  }
  for (const [id, named] of [["bestanden", true], ["map", false]]) {
    $(id).addEventListener("change", () => {
      const files = fromInput($(id).files, named);
      // The same files may be chosen again, after they were changed.
      $(id).value = "";
      take(files);
    });
  }
  addEventListener("change", ({ target: { checked, dataset } }) => {
    if (dataset.wish) boxesOf(dataset.wish).forEach((box) => (box.checked = checked));
  });
  $("oefenen").addEventListener("click", tryOut);
  $("wegdoen").addEventListener("click", () => rechoose("empty", () => void (chosen = [])));
  $("stoppen").addEventListener("click", () => stop());
  // Dropped beside the frame, a file would replace the page. Text may be dragged to where it can be typed.
  const hasFiles = ({ dataTransfer }) => dataTransfer.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    take(fromDrop(event.dataTransfer.items));
  });
  addEventListener("beforeunload", (event) => {
    if (!offered.some(isUnsaved)) return;
    event.preventDefault();
    // Browsers of before 2024 ask only then.
    event.returnValue = true;
  });
}

function offerChoices({ version, edition, perspectives, regions }) {
  $("regios").append(...regions.map((name) => element("option", { value: name })));
  $("perspectieven").append(...perspectives.map(({ key, name }) => {
    const box = element("input", { type: "checkbox", id: `perspectief-${key}`, "data-perspective": key });
    return element("p", { class: "choice" }, box, element("label", { for: box.id }, name));
  }));
  $("versie").textContent = `Ketenscan ${version}, vragenlijst ${edition}. Vrije software (EUPL-1.2).`;
  $("jaar").value = today()[0];
}

// What this browser lacks, in words.
function lacking() {
  if (typeof WebAssembly === "undefined") {
    return "In deze browser staat WebAssembly uit, en daarmee rekent deze pagina. Vraag uw beheerder om het aan te zetten, gebruik een andere browser, of gebruik het programma ketenscan.";
  }
  if (typeof DecompressionStream === "undefined" || typeof Worker === "undefined") {
    return "Deze browser is te oud voor deze pagina. Gebruik Edge, Chrome of Firefox van 2023 of later.";
  }
  return null;
}

async function open() {
  $("dag").value = /^#dag=(\d{4}-\d{1,2}-\d{1,2})$/.exec(location.hash)?.[1] ?? "";
  const words = lacking();
  if (words) return void ($("wachten").textContent = words);
  try {
    await unpack();
    await hire();
    allowStopping();
    offerChoices(await ask({ order: { job: "start" } }));
  } catch {
    $("wachten").textContent = "De browser houdt het rekenen op deze pagina tegen, of is van voor 2023. Vraag uw beheerder om WebAssembly aan te zetten, gebruik een nieuwere browser, of gebruik het programma ketenscan.";
    return;
  }
  listen();
  list([]);
  $("wachten").hidden = true;
  $("werk").hidden = false;
  document.body.dataset.klaar = "0";
}
open();
