// The files that the user chose: takes them from an input or a drop, and has the module read them.

// One file may take this long; a workbook of 20 MB takes two seconds.
const PATIENCE = 30_000;
// Every file: its path from the folder that was chosen, whether it was chosen by itself, and whether it ended the module.
let chosen = [];

// Adds files. One with the same path is a newer version of what was chosen before. Two in one choice are two files.
function choose(files) {
  const paths = new Set(files.map(({ path }) => path));
  chosen = [...chosen.filter(({ path }) => !paths.has(path)), ...files];
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
    const { answer: { most_bytes: most } } = await ask({ order: { job: "start" } });
    const files = chosen.map(({ path, named }) => ({ path, named }));
    const { answer } = await ask({ order: { job: "arrange", files } });
    if (await readInOrder(answer.files, most, progress)) return { files: answer.files, kept: answer.kept };
  }
}

async function readInOrder(places, most, progress) {
  for (const [number, { index, label }] of places.entries()) {
    progress(number, places.length);
    const book = chosen[index], about = { label, named: book.named };
    if (book.ended) {
      await ask({ order: { job: "unreadable", ...about } });
      continue;
    }
    const reply = await ask({ order: { job: "read", ...about }, file: book.file, most }, PATIENCE);
    if (reply.closed) await ask({ order: { job: "closed", ...about } });
    if (reply.ended) {
      book.ended = true;
      return false;
    }
  }
  progress(places.length, places.length);
  return true;
}
