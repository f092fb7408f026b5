// Shows what a job found and made, below the part of the page where it was asked for.

const OFFICE = "application/vnd.openxmlformats-officedocument";
const KINDS = {
  csv: "text/csv", docx: `${OFFICE}.wordprocessingml.document`, html: "text/html", ics: "text/calendar", json: "application/json",
  png: "image/png", svg: "image/svg+xml", txt: "text/plain", xlsx: `${OFFICE}.spreadsheetml.sheet`,
  zip: "application/zip",
};
// What is on the page to be saved, newest last: under which title, which files were not saved yet, and their links.
let offered = [];
const isUnsaved = ({ unsaved }) => unsaved.size > 0;

// An element with attributes and contents: texts or other elements.
function element(name, attributes = {}, ...contents) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...contents);
  return made;
}

// Images that are on the page but have no source yet, with their drawings. A browser takes up to 30 milliseconds for each, and
// does nothing else meanwhile, so they get them one by one.
let undrawn = [];
async function draw(enough) {
  for (const [picture, svg] of undrawn) {
    if (enough()) return;
    if (!picture.isConnected) continue;
    await new Promise((resolve) => {
      picture.onload = picture.onerror = resolve;
      picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    });
  }
}

// Whoever prints does not wait for images, so those that are not there yet become part of the page.
window.addEventListener("beforeprint", () => {
  for (const [picture, svg] of undrawn) {
    if (picture.complete && picture.src) continue;
    picture.replaceWith(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement);
  }
});

// Puts contents in an element, and hides its frame if there are none.
function fill(id, contents, frame = id) {
  $(id).replaceChildren(...contents);
  $(frame).hidden = contents.length === 0;
}

// Shows an answer. `title`: what its files are called, if losing them would cost somebody work.
function show(answer, title) {
  $("gestopt").textContent = answer.stopped ?? "";
  $("gestopt").hidden = !answer.stopped;
  fill("mededelingen", (answer.notes ?? []).map((note) => element("li", {}, note)));
  offer(answer.outputs ?? [], title);
  undrawn = [];
  fill("samenvatting", (answer.summaries ?? []).flatMap(summary));
  const problems = (answer.problems ?? []).sort((a, b) => gravity(a) - gravity(b)).map(problemsOf);
  const rest = (answer.rest ?? []).map((line) => element("p", { class: "utrecht-paragraph" }, line));
  $("fouten-kop").textContent = answer.counted ?? "Bevindingen";
  fill("bevindingen", [...problems, ...rest], "fouten");
  fill("respons", response(answer));
}

// Says what comes next: words, of which the last lead to a part of the page.
function lead(next) {
  const [words, linked, part] = next ?? [];
  fill("verder", next ? [words, element("a", { class: "utrecht-link utrecht-link--html-a", href: `#${part}` }, linked), "."] : []);
}

// Offers files to be saved. What was offered before stays on the page until it is saved, or made again.
function offer(outputs, title) {
  const made = new Set(outputs.map(({ name }) => name));
  const remains = (before) => [...before.unsaved].some((name) => before.title !== title || !made.has(name));
  const [kept, gone] = [offered.filter(remains), offered.filter((before) => !remains(before))];
  gone.flatMap(({ links }) => links).forEach((link) => URL.revokeObjectURL(link.href));
  const now = { title, unsaved: new Set(), links: [] };
  fill("uitkomst", outputs.map((output, index) => {
    const isZip = index === outputs.length - 1 && output.name.endsWith(".zip");
    if (title && !isZip) now.unsaved.add(output.name);
    now.links.push(link(output, isZip, now.unsaved));
    return element("li", isZip ? { class: "whole-zip" } : {}, now.links.at(-1), ` ${size(output.length)}`);
  }), "opslaan");
  fill("eerder-gemaakt", kept.map(({ title, links }) => {
    const zip = links.filter((link) => "zip" in link.dataset);
    return element("li", {}, `${title}: `, ...(zip.length ? zip : links.flatMap((link) => [link, " "])));
  }), "eerder");
  offered = [...kept, now];
}

function link({ name, bytes }, isZip, unsaved) {
  const type = KINDS[name.split(".").pop()] ?? "application/octet-stream";
  const href = URL.createObjectURL(new Blob([bytes], { type }));
  const attributes = { class: "utrecht-link utrecht-link--html-a", download: name, href };
  const made = element("a", attributes, isZip ? `Alles in één keer: ${name}` : name);
  if (isZip) made.dataset.zip = "";
  made.addEventListener("click", () => (isZip ? unsaved.clear() : unsaved.delete(name)));
  return made;
}

const size = (bytes) => (bytes < 1_000_000 ? `(${Math.ceil(bytes / 1000)} kB)` : `(${(bytes / 1e6).toFixed(1).replace(".", ",")} MB)`);

function summary({ text, drawings }) {
  const heading = element("h4", {}, text.trim().split("\n")[0]);
  const rest = text.trim().split("\n").slice(1).join("\n").replace(/^=+\n/gm, "").replace(/^\n+/, "");
  return [heading, ...drawings.map(drawing), inLines(rest, "Samenvatting")];
}

// A text in lines of its own, which scrolls where it is wider than the screen.
function inLines(text, name) {
  return element("div", { class: "text", role: "group", tabindex: "0", "aria-label": name }, element("pre", {}, text));
}

function drawing({ title, alternative, svg }) {
  // The size of every picture, so that nothing moves when it appears.
  const picture = element("img", { alt: alternative, width: 960, height: 540 });
  undrawn.push([picture, svg]);
  const scrolls = element("div", { class: "chart", role: "group", tabindex: "0", "aria-label": `Grafiek: ${title}` }, picture);
  return scrolls;
}

// Files with errors come first, then those with something to look at.
const GRAVITY = ["error", "warning", "note"];
const gravity = ({ problems }) => Math.min(...problems.map(({ severity }) => GRAVITY.indexOf(severity)));

function problemsOf({ file, problems }) {
  const items = problems.map(({ code, severity, word, account }) => {
    const kind = element("strong", { class: `severity severity--${severity}` }, `${word} ${code}`);
    return element("li", { "data-code": code }, kind, ` ${account}`);
  });
  return element("div", { class: "problems" }, element("h5", {}, file), element("ul", { class: "plain" }, ...items));
}

function response({ response = [], elsewhere = [] }) {
  const tables = response.map(({ region, year, header, rows, summary, open }) => {
    const title = `Klopt dit? ${region} ${year}`;
    const row = (first, rest) => element("tr", { role: "row" }, first, ...rest);
    const group = (name, rows) => element(name, { role: "rowgroup" }, ...rows);
    const head = row("", header.map((name) => element("th", { scope: "col", role: "columnheader" }, name)));
    const body = rows.map(([who, ...rest]) => row(
      element("th", { scope: "row", role: "rowheader" }, who), rest.map((cell) => element("td", { role: "cell" }, cell))));
    const table = element("table", { class: "utrecht-table utrecht-table--html-table", role: "table" },
      element("caption", {}, title), group("thead", [head]), group("tbody", body));
    // The headers, which the style sheet writes beside each cell on a narrow screen. A string in JSON is one in CSS, as long
    // as it is one line.
    header.forEach((name, index) => table.style.setProperty(`--c${index + 1}`, JSON.stringify(name)));
    const scrolls = element("div", { class: "utrecht-table-container", role: "group", tabindex: "0", "aria-label": `Tabel: ${title}` }, table);
    const lines = open ? [inLines(open, `Nog open: ${region} ${year}`)] : [];
    return element("div", { class: "response" }, scrolls, element("p", { class: "utrecht-paragraph" }, summary), ...lines);
  });
  if (elsewhere.length === 0) return tables;
  const lines = elsewhere.map((line) => element("li", {}, line));
  return [...tables, element("h4", {}, "Nergens bij geteld"), element("ul", { class: "steps" }, ...lines)];
}
