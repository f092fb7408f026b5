"use strict";
// The module in its worker: unpacks it, asks it, and starts a new one when it ends or hangs.
const $ = (id) => document.getElementById(id);
let compiled, worker, questions = 0;
const waiting = new Map();

async function unpack() {
  const packed = atob($("module").textContent);
  $("module").remove();
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at++) bytes[at] = packed.charCodeAt(at);
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  compiled = await WebAssembly.compile(await new Response(plain).arrayBuffer());
}

function hire() {
  const script = URL.createObjectURL(new Blob([$("worker").textContent], { type: "text/javascript" }));
  worker = new Worker(script);
  worker.onmessage = ({ data }) => {
    const { resolve, timer } = waiting.get(data.id);
    clearTimeout(timer);
    waiting.delete(data.id);
    resolve(data);
  };
  worker.onerror = () => {
    for (const { resolve } of waiting.values()) resolve({ ended: true });
    waiting.clear();
  };
  return ask({ compiled }).finally(() => URL.revokeObjectURL(script));
}

// Asks the module. Resolves with its `answer`; with `closed` if the browser may not read the file; or with `ended` if the
// module ended, or took longer than the patience in milliseconds: then there is a new one, without files.
function ask(question, patience) {
  return new Promise((resolve) => {
    const id = questions++;
    const timer = patience && setTimeout(async () => {
      worker.terminate();
      waiting.delete(id);
      await hire();
      resolve({ ended: true });
    }, patience);
    waiting.set(id, { resolve, timer });
    worker.postMessage({ id, ...question });
  });
}
