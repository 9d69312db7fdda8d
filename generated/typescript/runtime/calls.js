// What generated methods do. They are functions, not methods of a base class, so that an interface may use any name.

import { CONNECTION } from "./connection.js";

/**
 * Calls the function `name` in the session of `owner`: a session, a bridge or a resource.
 *
 * `takes` and `returns` are the shapes of the arguments and of the result; `signal` cancels the call.
 */
export function invoke(owner, name, args, { signal, takes, returns } = {}) {
  return connectionOf(owner, name).invoke(name, args, { signal, takes, returns });
}

/** Like `invoke`, for a function that streams. */
export function stream(owner, name, args, { signal, takes } = {}) {
  return connectionOf(owner, name).stream(name, args, { signal, takes });
}

function connectionOf(owner, name) {
  if (owner?.[CONNECTION]) return owner[CONNECTION];
  throw new TypeError(`${name} was called without the object it belongs to; call it as a method, or bind it`);
}

/** The options by name that the function `name` was given; refuses what is not an object. */
export function named(owner, name, options = {}) {
  if (options !== null && typeof options === "object" && !Array.isArray(options)) return options;
  const given = typeof options === "string" ? JSON.stringify(options) : Array.isArray(options) ? "an array" : String(options);
  throw connectionOf(owner, name).invalid(name, `the last argument holds options by name, as in {signal}; got ${given}`);
}

/** A record of optional fields, or undefined when none is given. */
export function some(fields) {
  return Object.keys(fields).length > 0 ? fields : undefined;
}

const residents = new WeakMap();

/** The bridge of class `type` in the session of `owner`; always the same object. */
export function bridge(owner, type) {
  return resident(owner[CONNECTION], type, () => new type(owner[CONNECTION]));
}

/** The bridge of class `type` in the session that the resource `owner` is. */
export function bridgeWithin(owner, type) {
  return resident(owner, type, () => new type(resident(owner, CONNECTION, () => owner[CONNECTION].within(owner.id))));
}

function resident(owner, key, make) {
  if (!residents.has(owner)) residents.set(owner, new Map());
  const known = residents.get(owner);
  if (!known.has(key)) known.set(key, make());
  return known.get(key);
}
