// AbortController and AbortSignal, as far as scripts use them, for an engine that has neither.

/** Tells those who listen that what they do is no longer wanted. */
export class AbortSignal {
  #listeners = new Set();
  #reason;
  #aborted = false;
  onabort = null;

  get aborted() {
    return this.#aborted;
  }

  get reason() {
    return this.#reason;
  }

  throwIfAborted() {
    if (this.#aborted) throw this.#reason;
  }

  addEventListener(type, listener) {
    if (type === "abort" && listener) this.#listeners.add(listener);
  }

  removeEventListener(type, listener) {
    if (type === "abort") this.#listeners.delete(listener);
  }

  /** Aborts `signal`, once. */
  static trigger(signal, reason = new DOMException("This operation was aborted", "AbortError")) {
    if (signal.#aborted) return;
    signal.#aborted = true;
    signal.#reason = reason;
    const event = { type: "abort", target: signal };
    const listeners = [signal.onabort, ...signal.#listeners];
    signal.#listeners.clear();
    for (const listener of listeners) {
      if (typeof listener === "function") listener.call(signal, event);
      else listener?.handleEvent(event);
    }
  }

  static abort(reason) {
    const signal = new AbortSignal();
    trigger(signal, reason);
    return signal;
  }

  static any(signals) {
    const joined = new AbortSignal();
    for (const signal of signals) {
      if (signal.aborted) trigger(joined, signal.reason);
      else signal.addEventListener("abort", () => trigger(joined, signal.reason));
    }
    return joined;
  }
}

const { trigger } = AbortSignal;
delete AbortSignal.trigger;

/** Makes a signal, and aborts it. */
export class AbortController {
  signal = new AbortSignal();

  abort(reason) {
    trigger(this.signal, reason);
  }
}

/** Adds AbortSignal.timeout, over a function that calls back after some milliseconds. */
export function addTimeout(after) {
  AbortSignal.timeout = (milliseconds) => {
    const signal = new AbortSignal();
    after(milliseconds, () => trigger(signal, new DOMException("The operation timed out", "TimeoutError")));
    return signal;
  };
}
