// Stores workbooks with SheetJS, as programs on the web do, in several formats; prints nothing that matters.
//
// Reads a job on standard input: the package, the workbooks, the folder to write to, and cells to fill in first: sheet,
// address and cell of each.

import { createRequire } from "node:module";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

// KETENSCAN_PAGE_MODULES is a folder with a node_modules; without it, that of tests/it/page.
const modules = process.env.KETENSCAN_PAGE_MODULES ?? join(import.meta.dirname, "../page");
const job = JSON.parse(readFileSync(0, "utf8"));
const XLSX = createRequire(join(modules, "package.json"))(job.library);

// It complains of names and formats that it does not write.
console.error = () => {};
console.log = () => {};

const ENDINGS = { xlsx: "xlsx", ods: "ods", xlsb: "xlsb", biff8: "xls" };
for (const [type, ending] of Object.entries(ENDINGS)) {
  mkdirSync(join(job.folder, ending), { recursive: true });
  for (const path of job.books) {
    const book = XLSX.read(readFileSync(path));
    for (const { sheet, address, cell } of job.cells) {
      book.Sheets[sheet][address] = { ...cell };
    }
    const bytes = XLSX.write(book, { type: "buffer", bookType: type });
    writeFileSync(join(job.folder, ending, basename(path, ".xlsx") + "." + ending), bytes);
  }
}
process.stdout.write("{}");
