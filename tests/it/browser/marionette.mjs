// Headless Firefox for our scripts, through its own driver: only that can give a page a folder as a person gives it.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const preferences = (downloads) => ({
  "marionette.port": 0,
  "browser.download.folderList": 2,
  "browser.download.dir": downloads,
  // Files and folders are only read for a page that got them from a person, unless these are set.
  "dom.filesystem.pathcheck.disabled": true,
  "security.sandbox.content.read_path_whitelist": `${tmpdir()}/`,
});
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// A browser with a profile of its own: a function that asks its driver, the folder of what is saved, and a function that ends
// it all.
export async function launch() {
  const profile = mkdtempSync(join(tmpdir(), "ketenscan-firefox-"));
  const downloads = join(profile, "downloads");
  const lines = Object.entries(preferences(downloads)).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  writeFileSync(join(profile, "user.js"), lines.join(""));
  const firefox = spawn(
    process.env.KETENSCAN_FIREFOX ?? "/usr/bin/firefox-esr",
    ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", profile],
    { stdio: "ignore" },
  );
  const ended = new Promise((resolve) => firefox.on("exit", resolve));
  const close = async () => {
    firefox.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const ask = await driver(await portOf(profile));
    await ask("WebDriver:NewSession");
    return { ask, downloads, close };
  } catch (error) {
    await close();
    throw error;
  }
}

// Firefox writes the port at which its driver listens, once it does.
async function portOf(profile) {
  const file = join(profile, "MarionetteActivePort");
  for (let patience = 600; patience > 0; patience--) {
    const port = existsSync(file) && Number(readFileSync(file, "utf8"));
    if (port) return port;
    await pause(100);
  }
  throw new Error("Firefox does not start");
}

// Asks the driver one thing after another. Each message is its length, a colon and JSON.
async function driver(port) {
  const socket = connect(port, "127.0.0.1").unref();
  let received = Buffer.alloc(0), heard = () => {};
  const next = () => new Promise((resolve) => (heard = resolve));
  socket.on("data", (bytes) => {
    received = Buffer.concat([received, bytes]);
    const from = received.indexOf(":") + 1;
    const to = from + Number(received.subarray(0, from - 1));
    if (from === 0 || received.length < to) return;
    const message = JSON.parse(received.subarray(from, to));
    received = received.subarray(to);
    heard(message);
  });
  await next();
  return async (command, parameters = {}) => {
    const answer = next();
    const question = JSON.stringify([0, 1, command, parameters]);
    socket.write(`${Buffer.byteLength(question)}:${question}`);
    const [, , error, result] = await answer;
    if (error) throw new Error(`${command}: ${error.message}`);
    return result?.value ?? result;
  };
}
