// Makes nl-design-system.css: the built CSS of NL Design System components, cut down to the classes our
// page uses, with the design tokens they ask for. Run: npm install && npm run build (in this folder).
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const folder = (name) => dirname(require.resolve(`${name}/package.json`));
const tokens = readFileSync(
  join(folder("@nl-design-system-unstable/voorbeeld-design-tokens"), "dist/theme.css"),
  "utf8",
);
// Each component is a package that the component library depends on.
const component = (name) =>
  readFileSync(join(folder("@utrecht/component-library-css"), `../${name}-css/dist/index.css`), "utf8");

const components = [
  "body", "document", "page-header", "page-body", "page-footer", "skip-link", "heading-1", "heading-2",
  "heading-3", "paragraph", "link", "table", "table-of-contents", "figure",
];
const used = new Set(`
  body document document--surface page-header page-header__content page-body page-body__content page-footer
  page-footer__content skip-link skip-link--visible-on-focus heading-1 heading-2 heading-3 paragraph
  paragraph--lead paragraph--small link link--html-a table table--html-table table-container
  table-of-contents table-of-contents__list table-of-contents__list-item figure
`.trim().split(/\s+/).map((name) => `utrecht-${name}`));

/** The top-level rules of a style sheet, as [selector or at-rule, body]. */
function rules(css) {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/@charset[^;]*;/g, "");
  const found = [];
  let depth = 0, start = 0, open = 0;
  for (let at = 0; at < bare.length; at++) {
    if (bare[at] === "{" && depth++ === 0) open = at;
    if (bare[at] === "}" && --depth === 0) {
      found.push([bare.slice(start, open).trim(), bare.slice(open + 1, at).trim()]);
      start = at + 1;
    }
  }
  return found;
}

const squeezed = (text) => text.replace(/\s+/g, " ").replace(/\s*([{};,>])\s*/g, "$1").replace(/: /g, ":").trim();
const keeps = (selector) => [...selector.matchAll(/\.([\w-]+)/g)].every(([, name]) => used.has(name));

function trimmed(css) {
  return rules(css).map(([head, body]) => {
    if (head.startsWith("@media")) {
      const inner = trimmed(body);
      return inner && `${squeezed(head)}{${inner}}`;
    }
    const kept = head.split(/,(?![^(]*\))/).map((selector) => selector.trim()).filter(keeps);
    return kept.length ? `${kept.map(squeezed).join(",")}{${squeezed(body)}}\n` : "";
  }).join("");
}

const styles = components.map((name) => trimmed(component(name))).join("");
const values = new Map();
for (const [, body] of rules(tokens)) {
  for (const [, name, value] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g)) values.set(name, value.trim());
}
const wanted = new Set();
const ask = (text) => {
  for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
    if (values.has(name) && !wanted.has(name)) {
      wanted.add(name);
      ask(values.get(name));
    }
  }
};
ask(styles);
ask(readFileSync("report.css", "utf8"));
const theme = [...wanted].sort().map((name) => `${name}:${squeezed(values.get(name))};`).join("\n");
const notice = `/* NL Design System, cut down by build.mjs. EUPL-1.2, see LICENSE.md.
 * @utrecht/component-library-css 9.0.4: Copyright (c) 2020-2024 Frameless B.V., 2021-2024 Gemeente Utrecht
 * @nl-design-system-unstable/voorbeeld-design-tokens 7.4.1: Copyright (c) 2021 NL Design System Community */\n`;
writeFileSync("nl-design-system.css", `${notice}:root{\n${theme}\n}\n${styles}`);
