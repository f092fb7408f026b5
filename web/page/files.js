// The files that the user chose: takes them from an input or a drop, and has the module read them.

// Reading one file may take this long, once its bytes are here; a workbook of 20 MB takes two seconds.
const PATIENCE = 30_000;
const MOST_NAMED = 5;
// How many files are fetched at once: a browser takes longer to begin than the module takes to read.
const AHEAD = 4;
// Every file: its path from the folder that was chosen, whether it was chosen by itself, and whether it ended the module.
let chosen = [];
// The worker that has read what is chosen.
let reader = null;

const nameOf = (path) => path.split("/").pop();

// Adds files; returns what the user should know about their names. One with the same path is a newer version of what was
// chosen before. Two in one choice are two files.
function choose(files) {
  const paths = new Set(files.map(({ path }) => path));
  const replaced = chosen.filter(({ path }) => paths.has(path));
  const others = chosen.filter(({ path }) => !paths.has(path));
  const notes = [];
  if (replaced.length) {
    notes.push(`Opnieuw gekozen, en alleen het nieuwe telt: ${listed(replaced)}. Zijn het andere bestanden met dezelfde naam? Geef ze dan een andere naam, of kies de map waarin hun mappen staan.`);
  }
  // A newer version that was chosen by itself, of a file in a folder, has another path.
  const twice = files.filter(({ named, path }) => others.some((other) => other.named !== named && nameOf(other.path) === nameOf(path)));
  if (twice.length) {
    notes.push(`In een map en los gekozen, en allebei tellen ze: ${listed(twice)}. Is het één de verbetering van het ander? Haal dan het oude weg, bij 'Gekozen'.`);
  }
  chosen = [...others, ...files];
  return notes;
}

function listed(files) {
  const names = [...new Set(files.map(({ path }) => path))].sort();
  const more = names.length - MOST_NAMED;
  return more > 1 ? `${names.slice(0, MOST_NAMED).join(", ")} en nog ${more}` : names.join(", ");
}

const fromInput = (files, named) => [...files].map((file) => ({ file, named, path: file.webkitRelativePath || file.name }));

// What was dropped, folders included. A browser hands out the items during the event only, so all are asked for at once.
// On file:// Chromium gives folders as handles, Firefox as entries.
async function fromDrop(items) {
  const asked = [...items].filter(({ kind }) => kind === "file").map((item) => ({
    handle: item.getAsFileSystemHandle?.(),
    entry: item.webkitGetAsEntry?.(),
    file: item.getAsFile(),
  }));
  const found = [];
  for (const { handle, entry, file } of asked) {
    const held = await handle;
    if (held) await fromHandle(held, "", true, found);
    else if (entry) await fromEntry(entry, true, found);
    else if (file) found.push({ file, named: true, path: file.name });
  }
  return found;
}

async function fromHandle(handle, folder, named, found) {
  const path = folder + handle.name;
  if (handle.kind === "file") found.push({ file: await handle.getFile(), named, path });
  else for await (const inside of handle.values()) await fromHandle(inside, `${path}/`, false, found);
}

async function fromEntry(entry, named, found) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ file, named, path: entry.fullPath.slice(1) });
    return;
  }
  const reader = entry.createReader();
  const next = () => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
  for (let inside = await next(); inside.length; inside = await next()) {
    for (const one of inside) await fromEntry(one, false, found);
  }
}

// Has the module read all files. After one that ends it the others are read again, and that one is kept as unreadable.
async function readAll(progress) {
  for (;;) {
    reader = null;
    const { most_bytes: most } = await ask({ order: { job: "start" } });
    const files = chosen.map(({ path, named }) => ({ path, named }));
    const arranged = await ask({ order: { job: "arrange", files } });
    if (await readInOrder(arranged.files, most, progress)) {
      reader = hired;
      return arranged;
    }
  }
}

// The same, unless it has done so already.
async function readIfNeeded(progress) {
  if (reader !== hired) await readAll(progress);
}

async function readInOrder(places, most, progress) {
  // The bytes of the next files are fetched while one is read. There are none if the browser may not have them.
  const fetched = (place) => place && chosen[place.index].file.slice(0, most).arrayBuffer().catch(() => null);
  const coming = places.slice(0, AHEAD).map(fetched);
  for (const [number, { index, label }] of places.entries()) {
    progress(number, places.length);
    const book = chosen[index], about = { label, named: book.named };
    const bytes = await unlessStopped(coming.shift());
    coming.push(fetched(places[number + AHEAD]));
    if (book.ended) {
      await ask({ order: { job: "unreadable", ...about } });
    } else if (!bytes) {
      await ask({ order: { job: "closed", ...about } });
    } else if (!await ask({ order: { job: "read", ...about }, bytes }, PATIENCE)) {
      book.ended = true;
      return false;
    }
  }
  progress(places.length, places.length);
  return true;
}
