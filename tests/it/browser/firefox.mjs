// Makes a report on the page in headless Firefox. Job on standard input: {"page", "served", "files", "way"}; the bytes of the
// report, which files were read, and what went wrong, as JSON on standard output.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./marionette.mjs";
import { place } from "./place.mjs";

const job = JSON.parse(readFileSync(0, "utf8"));
const { own, close: leave } = await place(job);
const { ask, downloads, close } = await launch();
// Scripts get arguments as an array, and say what they found with `return`.
const run = (script, ...args) => ask("WebDriver:ExecuteScript", { script, args });
const runLater = (script, ...args) => ask("WebDriver:ExecuteAsyncScript", { script, args });
const asFirefox = (script, ...args) => ask("WebDriver:ExecuteScript", { script, args, sandbox: "system" });

const finished = (jobs) => runLater(`
  const [jobs, done] = arguments;
  const look = () => (document.body.dataset.klaar === String(jobs) ? done() : setTimeout(look, 20));
  look();`, jobs);

// The page gets hold of files and folders, which no page can make.
const hold = (paths) => asFirefox(`
  const page = window.wrappedJSObject;
  page.held = new page.Array();
  for (const path of arguments[0]) {
    const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
    file.initWithPath(path);
    const data = new window.DataTransfer();
    data.mozSetDataAt("application/x-moz-file", file, 0);
    page.held.push(data.items[0].getAsFile());
  }`, paths);

const choose = (input) => asFirefox(`
  const input = document.getElementById(arguments[0]);
  input.mozSetFileArray([...window.wrappedJSObject.held]);
  input.dispatchEvent(new window.Event("change", { bubbles: true }));`, input);

// What Firefox makes of a drop is an entry for each file and folder.
const drop = () => run(`
  const dataTransfer = new DataTransfer();
  for (const file of window.held) dataTransfer.items.add(file);
  document.getElementById("vak").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));`);

// The bytes of the only file that is saved, once all of it is there: Firefox writes to another file first, and the file
// itself does not grow any more.
async function saved() {
  let before = 0;
  for (let patience = 600; patience > 0; patience--) {
    const [name, ...others] = existsSync(downloads) ? readdirSync(downloads) : [];
    const bytes = name && others.length === 0 ? readFileSync(join(downloads, name)) : [];
    if (bytes.length > 0 && bytes.length === before) return [...bytes];
    before = bytes.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("nothing is saved");
}

const ways = { files: () => choose("bestanden"), folder: () => choose("map"), drop };

let report, labels, errors;
try {
  await ask("WebDriver:SetTimeouts", { script: 60_000 });
  await ask("WebDriver:Navigate", { url: `${own}#dag=2026-11-26` });
  await finished(0);
  await run(`
    window.errors = [];
    addEventListener("error", ({ message }) => window.errors.push(message));
    addEventListener("unhandledrejection", ({ reason }) => window.errors.push(String(reason)));`);
  await hold(job.files);
  await ways[job.way]();
  await finished(1);
  labels = await run(`return [...document.querySelectorAll("#gekozen-lijst li")].map((item) => item.firstChild.data.trim());`);
  await run(`document.getElementById("rapport").click();`);
  await finished(2);
  await run(`document.querySelector("#uitkomst a").click();`);
  report = await saved();
  errors = await run("return window.errors;");
} finally {
  await close();
  leave();
}
process.stdout.write(JSON.stringify({ report, labels, errors }));
