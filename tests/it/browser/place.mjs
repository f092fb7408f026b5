// Where the page is: on the disk, or, if the job says so, on a web server of this computer.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

export async function place({ page, served }) {
  if (!served) return { own: pathToFileURL(page).href, close: () => {} };
  const server = createServer((_, response) => response.setHeader("Content-Type", "text/html").end(readFileSync(page)));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { own: `http://127.0.0.1:${server.address().port}/`, close: () => (server.closeAllConnections(), server.close()) };
}
