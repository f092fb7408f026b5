// Owns the module: one order at a time. What ends the module ends this worker, and never the page.
"use strict";
let wasm;
const utf8 = new TextEncoder(), text = new TextDecoder();
const view = () => new DataView(wasm.memory.buffer);

// All that the module may ask of its surroundings. There are no files, and nothing to go online with.
const surroundings = {
  environ_sizes_get: (count, size) => (view().setUint32(count, 0, true), view().setUint32(size, 0, true), 0),
  environ_get: () => 0,
  clock_time_get: (_clock, _precision, at) => (view().setBigUint64(at, BigInt(Date.now()) * 1_000_000n, true), 0),
  random_get: (at, length) => (crypto.getRandomValues(new Uint8Array(wasm.memory.buffer, at, length)), 0),
  // The words of a panic, which nobody reads: the page says what it means.
  fd_write: (_file, parts, count, at) => {
    let all = 0;
    for (let part = 0; part < count; part++) all += view().getUint32(parts + 8 * part + 4, true);
    return view().setUint32(at, all, true), 0;
  },
  proc_exit: (code) => { throw new Error(`exit ${code}`); },
};
const BAD_FILE = 8;

function start(module) {
  const imports = {};
  for (const { name } of WebAssembly.Module.imports(module)) imports[name] = surroundings[name] ?? (() => BAD_FILE);
  wasm = new WebAssembly.Instance(module, { wasi_snapshot_preview1: imports }).exports;
  wasm._initialize();
}

// The place of these bytes in the module's memory.
function put(bytes) {
  const at = wasm.ketenscan_room(bytes.length);
  new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
  return [at, bytes.length];
}

// See web/src/reply.rs for the form of an answer.
function call(order, body) {
  const at = wasm.ketenscan_call(...put(utf8.encode(JSON.stringify(order))), ...put(body)) >>> 0;
  const whole = view().getUint32(at, true), head = view().getUint32(at + 4, true);
  const answer = JSON.parse(text.decode(new Uint8Array(wasm.memory.buffer, at + 8, head)));
  let from = at + 8 + head;
  for (const output of answer.outputs) {
    output.bytes = new Uint8Array(wasm.memory.buffer, from, output.length).slice();
    from += output.length;
  }
  wasm.ketenscan_give_back(at, whole);
  return answer;
}

onmessage = ({ data: { compiled, order, bytes } }) => {
  try {
    if (compiled) {
      start(compiled);
      return postMessage({ answer: {} });
    }
    const answer = call(order, new Uint8Array(bytes ?? 0));
    postMessage({ answer }, answer.outputs.map(({ bytes }) => bytes.buffer));
  } catch {
    // Whoever asked ends this worker and starts another.
    postMessage({});
  }
};
