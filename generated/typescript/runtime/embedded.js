// Inside an embedded engine: calls wait in a queue that the host takes as JSON, and its answers come back the same way.
//
// The engine calls nothing outside itself. After each exchange the host runs the engine's pending jobs.

import { AbortController, AbortSignal, addTimeout } from "./abort.js";
import { BridgeError } from "./errors.js";
import { cleanStacks, format } from "./inspect.js";
import { attach } from "./transport.js";
import { takeUnheard } from "./unheard.js";
import { encode, parseJSON } from "./values.js";

const { stringify } = JSON;

/** What the host is to do, in order; see `bridge_runtime.hosts.javascript` for each kind. */
const requests = [];
const waiting = new Map();
const timers = new Map();
const callbacks = new Map();
let number = 0;
let prefix = "";

/** The script, the support code, and the script's own files in the order in which they are loaded. */
const files = ["", ""];

/** Called once: what the ids of this script's functions begin with, what it is called, how many lines a file has. */
export function begin(text, script, span) {
  prefix = text;
  files[0] = script;
  cleanStacks(files, span);
}

/** Asks the host for something; gives its answer, or rejects with an error object. */
function ask(kind, ...details) {
  const id = ++number;
  requests.push([kind, id, ...details]);
  return { id, answer: new Promise((resolve, reject) => waiting.set(id, { resolve, reject })) };
}

attach({
  call(address, name, args, functions) {
    for (const [id, fn] of functions) callbacks.set(id, fn);
    const { id, answer } = ask("call", address, name, args, functions.map(([key]) => key));
    return { result: answer, cancel: () => void requests.push(["cancel", id]) };
  },
  next: (address, stream) => ask("next", address, stream).answer,
  closeStream: (address, stream) => ask("close_stream", address, stream).answer,
  open: (options) => ask("open", options).answer,
  close: (address) => ask("close", address).answer,
  callbackId: () => `${prefix}${++number}`,
});

const deliver = {
  value(id, value) {
    waiting.get(id)?.resolve(value);
    waiting.delete(id);
  },
  error(id, error) {
    waiting.get(id)?.reject(error);
    waiting.delete(id);
  },
  timer(id) {
    const timer = timers.get(id);
    if (!timer) return;
    if (timer.every === undefined) timers.delete(id);
    else requests.push(["timer", id, timer.every, true]);
    timer.run();
  },
  async invoke(id, callback, values) {
    try {
      requests.push(["answer", id, { value: await callbacks.get(callback)(values) }]);
    } catch (error) {
      requests.push(["answer", id, { error: failure(error) }]);
    }
  },
  release(callback) {
    callbacks.delete(callback);
  },
  end() {
    const [first] = takeUnheard().filter((error) => error?.code !== "runtime.cancelled"); // which a script asks for
    if (first) requests.push(["uncaught", describe(first)]);
  },
};

/** Takes the host's deliveries as JSON, gives the requests that have come up since the last time. */
export function exchange(text) {
  for (const [kind, ...details] of parseJSON(text)) {
    try {
      deliver[kind](...details);
    } catch (error) {
      requests.push(["uncaught", describe(error)]);
    }
  }
  return stringify(requests.splice(0));
}

/** Tells the host how the script's module ends: with its default export, or with an error. */
export function watch(module) {
  module
    .then(() => import("<input>"))
    .then(({ default: result }) => encode(result, undefined, undefined, "the default export"))
    .then(
      (result) => requests.push(["done", result ?? null]),
      (error) => requests.push(["uncaught", describe(error)]),
    );
}

/** `module`, which is to export all of `members`. */
export function offering(name, module, members) {
  for (const member of members) {
    if (!(member in module)) {
      throw new SyntaxError(`the module "${name}" has no export "${member}"; it has ${Object.keys(module).join(", ")}`);
    }
  }
  return module;
}

/** The script's own files by their paths: what each exports, and when it has been run. */
const locals = new Map();

function local(path) {
  if (!locals.has(path)) {
    const slot = {};
    slot.loaded = new Promise((resolve, reject) => Object.assign(slot, { resolve, reject }));
    locals.set(path, slot);
  }
  return locals.get(path);
}

/** What one of the script's own files exports, once it has been run. */
export async function importLocal(path, members) {
  return offering(path, await local(path).loaded, members);
}

/** Called at the end of such a file. */
importLocal.define = (path, exports) => {
  local(path).exports = exports;
};

/** Tells those who import a file how its module ends. */
export function watchLocal(path, module) {
  const slot = local(path);
  files.push(path);
  module.then(() => slot.resolve(slot.exports), slot.reject);
}

/** What the host is told of something thrown; whatever it is, this does not throw. */
function describe(thrown) {
  try {
    const error = thrown instanceof BridgeError ? thrown.toJSON() : null;
    stringify(error);
    const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `threw ${format(thrown)}`;
    return { message, stack: String(thrown?.stack ?? ""), error };
  } catch {
    return { message: "threw something that cannot be shown", stack: "", error: null };
  }
}

/** The error object for what a callback threw. */
function failure(thrown) {
  if (thrown instanceof BridgeError) return thrown.toJSON();
  // Its own words, as every language gives them; the stack tells the rest.
  const { message, stack } = describe(thrown);
  const detail = (thrown instanceof Error && thrown.message) || message;
  return { code: "runtime.callback_failed", message: `a callback failed: ${detail}`, fields: { detail }, stack };
}

function startTimer(run, milliseconds, every, holds = true) {
  const id = ++number;
  const delay = Math.max(0, Number(milliseconds) || 0);
  timers.set(id, { run, every: every ? Math.max(1, delay) : undefined });
  requests.push(["timer", id, delay, holds]);
  return id;
}

function stopTimer(id) {
  if (timers.delete(id)) requests.push(["stop_timer", id]);
}

addTimeout((milliseconds, run) => startTimer(run, milliseconds, false, false));

const console = {};
for (const level of ["debug", "log", "info", "warn", "error"]) {
  console[level] = (...values) => void requests.push(["log", level, format(...values)]);
}
console.assert = (condition, ...values) => condition || console.error("Assertion failed:", ...values);

const globals = {
  console,
  AbortController,
  AbortSignal,
  setTimeout: (run, milliseconds, ...args) => startTimer(() => run(...args), milliseconds, false),
  setInterval: (run, milliseconds, ...args) => startTimer(() => run(...args), milliseconds, true),
  clearTimeout: stopTimer,
  clearInterval: stopTimer,
};
for (const [name, value] of Object.entries(globals)) {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
