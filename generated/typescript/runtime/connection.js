// What a session, its bridges and its resources share: it sends calls and holds the live resources behind handles.

import { Stream } from "./stream.js";
import { transport } from "./transport.js";
import { decode, encode, Unrepresentable } from "./values.js";

/** The key under which sessions, bridges and resources keep their connection: no interface can have that name. */
export const CONNECTION = Symbol("connection");

export class Connection {
  #resources = new Map();

  /** `address` is what the transport knows the session by, `ErrorClass` the class of the interface's errors. */
  constructor(address, ErrorClass) {
    this.address = Object.freeze(address);
    this.ErrorClass = ErrorClass;
  }

  /** Opens a root session; gives its connection. */
  static async open(options, ErrorClass) {
    const address = await new Connection([], ErrorClass).#settle(transport.open(options));
    return new Connection(address, ErrorClass);
  }

  /** The connection of a session that is a resource of this one. */
  within(id) {
    return new Connection([...this.address, id], this.ErrorClass);
  }

  /** Ends the session; all it holds is released. */
  close() {
    return this.#settle(transport.close(this.address));
  }

  /** A call of a generated method; `takes` and `returns` are the shapes of its arguments and result. */
  async invoke(name, args, { signal, takes, returns }) {
    return decode(await this.#start(name, args, takes, signal), returns, this);
  }

  /** A call of a generated method that streams. */
  stream(name, args, { signal, takes }) {
    const close = (id) => this.#settle(transport.closeStream(this.address, id));
    return new Stream(
      async () => this.#start(name, args, takes, signal),
      (id) => this.#abortable(this.#settle(transport.next(this.address, id)), () => close(id), signal),
      close,
    );
  }

  /** The one object for a handle of this session. */
  resource(type, id) {
    const known = this.#resources.get(id)?.deref();
    if (known instanceof type) return known;
    const resource = new type(this, id);
    this.#resources.set(id, new WeakRef(resource));
    return resource;
  }

  #start(name, args, takes, signal) {
    const callSite = new Error();
    const callbacks = [];
    const encoded = this.#encode(name, args, takes, (fn, shape) => {
      const id = transport.callbackId();
      callbacks.push([id, (values) => this.#run(fn, shape, values)]);
      return id;
    });
    if (signal?.aborted) throw this.#cancelled(signal);
    const { result, cancel } = transport.call(this.address, name, encoded, callbacks);
    const settled = this.#settle(result, callSite);
    return this.#abortable(settled, cancel, signal);
  }

  #encode(name, args, takes, register) {
    try {
      return encode(args, takes, register);
    } catch (problem) {
      throw problem instanceof Unrepresentable ? this.invalid(name, problem.message.replace(/^\./, "")) : problem;
    }
  }

  /** `settled`, unless `signal` is aborted before: then the call is cancelled, and nobody waits for it. */
  #abortable(settled, cancel, signal) {
    if (!signal) return settled;
    return new Promise((resolve, reject) => {
      const abort = () => {
        cancel();
        reject(this.#cancelled(signal));
      };
      if (signal.aborted) abort();
      signal.addEventListener("abort", abort);
      settled.finally(() => signal.removeEventListener("abort", abort)).then(resolve, reject);
    });
  }

  /** Runs a function that was passed in; the values are JSON. */
  async #run(fn, shape, values) {
    const result = await fn(...values.map((value, index) => decode(value, shape.parameters[index], this)));
    const refuse = () => undefined;
    return encode(result, shape.result, refuse, "the function's result") ?? null;
  }

  /** What `promise` gives; an error object it rejects with becomes an Error, whose stack is where the call was made. */
  async #settle(promise, callSite) {
    try {
      return await promise;
    } catch (problem) {
      if (problem instanceof Error) throw problem;
      const error = this.ErrorClass.fromJSON(problem);
      if (callSite) Object.defineProperty(error, "stack", { value: callSite.stack, configurable: true, writable: true });
      throw error;
    }
  }

  /** The error for an argument that is not what the function `name` takes. */
  invalid(name, detail) {
    const details = { fields: { function: name, detail }, httpStatus: 400 };
    return new this.ErrorClass("runtime.invalid_argument", `${name}: ${detail}`, details);
  }

  #cancelled(signal) {
    const details = { httpStatus: 499, cause: signal.reason };
    return new this.ErrorClass("runtime.cancelled", "the call was cancelled", details);
  }
}
