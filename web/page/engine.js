"use strict";
// The module in its worker: unpacks it, asks it, and starts a new one when it ends, hangs or is stopped.
const $ = (id) => document.getElementById(id);
let compiled;
// The worker that has the module now. What one has read, the next has not.
let hired;
// Ends what the user no longer waits for.
let stop, stopped;

// What is shown to the user as it is.
class Said extends Error {}

// The bytes of a text in base 85, as web/assemble writes it: four bytes in five digits, which are the visible characters of
// ASCII but those that mean something in HTML or in an address.
function bytesOf(text) {
  const digits = new Uint8Array(127);
  let next = 0;
  for (let code = 33; code < 127; code++) {
    if (!"\"&'(:<=\\`".includes(String.fromCharCode(code))) digits[code] = next++;
  }
  const bytes = new Uint8Array(Math.floor(text.length * 4 / 5));
  for (let at = 0, from = 0; at < bytes.length; at += 4) {
    let four = 0;
    for (const end = from + 5; from < end; from++) four = four * 85 + (from < text.length ? digits[text.charCodeAt(from)] : 84);
    // What falls outside the array is dropped.
    for (let byte = 0; byte < 4; byte++) bytes[at + byte] = four >>> (24 - 8 * byte);
  }
  return bytes;
}

async function unpack() {
  const packed = bytesOf($("module").textContent);
  $("module").remove();
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  compiled = await WebAssembly.compile(await new Response(plain).arrayBuffer());
}

async function hire() {
  hired?.terminate();
  const script = URL.createObjectURL(new Blob([$("worker").textContent], { type: "text/javascript" }));
  hired = new Worker(script);
  const { answer } = await reply({ compiled });
  URL.revokeObjectURL(script);
  if (!answer) throw new Error("the module does not start");
}

// What the worker says to a question. Whatever one that was replaced says later, nobody hears.
function reply(question, patience) {
  let timer;
  const said = new Promise((resolve) => {
    hired.onmessage = ({ data }) => resolve(data);
    hired.onerror = () => resolve({});
    if (patience) timer = setTimeout(resolve, patience, {});
    hired.postMessage(question, question.bytes ? [question.bytes] : []);
  });
  return said.finally(() => clearTimeout(timer));
}

// Asks the module, one question after another. The answer is null if the module ended, or took longer than the patience in
// milliseconds. Then, and if the user stops it, there is a new module, without files.
async function ask(question, patience) {
  const { answer, error } = await unlessStopped(reply(question, patience)).catch((error) => ({ error }));
  if (answer) return answer;
  await hire();
  if (error) throw error;
  return null;
}

// From now on `stop` ends what waits in `unlessStopped`.
function allowStopping() {
  stopped = new Promise((_, reject) => {
    stop = () => reject(new Said("Gestopt. Er is niets gemaakt en niets veranderd."));
  });
  stopped.catch(() => {});
}

const unlessStopped = (work) => Promise.race([work, stopped]);
