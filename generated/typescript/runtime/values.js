// Values on their way out and in: JavaScript on this side, JSON on the other.
//
// undefined is absence and never travels; null is null. A bigint travels as an exact integer, and an integer
// too large for a number (beyond 2^53 - 1 either way) arrives as a bigint. What JSON cannot hold is refused.

import { shapeAt } from "./shapes.js";

const { parse, rawJSON } = JSON;
const { isArray } = Array;
const { isFinite, isSafeInteger } = Number;
const LARGE = /\d{16}/;
const INTEGER = /^-?\d+$/;

/** A value that JSON cannot hold, and where it stands. */
export class Unrepresentable extends TypeError {}

const refuse = (path, what) => {
  throw new Unrepresentable(`${path || "the value"} ${what}`);
};

/**
 * `value` as JSON-like data, with resources and functions replaced by their ids.
 *
 * `registerFunction(fn, shape)` gives the id of a function. Throws Unrepresentable, naming the place.
 */
export function encode(value, shape, registerFunction, path = "", above = []) {
  switch (typeof value) {
    case "string":
      return value.isWellFormed?.() === false ? refuse(path, "holds half of a surrogate pair") : value;
    case "boolean":
    case "undefined":
      return value;
    case "number":
      return isFinite(value) ? value : refuse(path, `is ${value}, which JSON cannot hold; pass null or leave it out`);
    case "bigint":
      return isSafeInteger(Number(value)) ? Number(value) : exactly(value, path);
    case "function":
      if (shape?.kind === "callback") return registerFunction(value, shape);
      return refuse(path, "is a function, and no function is expected there");
    case "symbol":
      return refuse(path, "is a symbol, which JSON cannot hold");
  }
  if (value === null) return null;
  if (above.includes(value)) refuse(path, "holds itself");
  if (typeof value.toJSON === "function") {
    return encode(value.toJSON(), undefined, registerFunction, path, [...above, value]);
  }
  if (isArray(value)) return encodeList(value, shape, registerFunction, path, [...above, value]);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype && Symbol.toStringTag in value) {
    refuse(path, `is a ${value[Symbol.toStringTag]}; pass a plain object or array`);
  }
  const encoded = {};
  for (const key of Object.keys(value)) {
    if (typeof value[key] === "function" && shape?.kind === "record") refuseStray(shape.fields(), key, path);
    const field = encode(value[key], shapeAt(shape, key, value), registerFunction, `${path}.${key}`, [...above, value]);
    if (field !== undefined) define(encoded, key, field);
  }
  return encoded;
}

/** A function under a name that takes none is most often a misspelt one. */
function refuseStray(fields, key, path) {
  if (fields[key]) return;
  const known = Object.keys(fields).filter((name) => fields[name].kind === "callback");
  const hint = known.length > 0 ? `; functions are expected in ${known.join(", ")}` : "";
  refuse(`${path}.${key}`, `is a function, and no function is expected there${hint}`);
}

function encodeList(value, shape, registerFunction, path, above) {
  return Array.from(value, (item, index) => {
    if (item === undefined) refuse(`${path}[${index}]`, "is undefined; an item of a list may be null, not absent");
    return encode(item, shapeAt(shape), registerFunction, `${path}[${index}]`, above);
  });
}

/** `value`, as JSON gave it, with handles replaced by resources of `session`. */
export function decode(value, shape, session) {
  if (shape?.kind === "nothing") return undefined;
  if (shape === undefined || value === null || value === undefined) return value;
  switch (shape.kind) {
    case "handle":
      return session.resource(shape.type(), value);
    case "list":
      return value.map((item) => decode(item, shape.item, session));
  }
  return value;
}

/** The value of a JSON text; integers that a number cannot hold become bigints. */
export function parseJSON(text) {
  if (!LARGE.test(text)) return parse(text);
  return parse(text, (_key, value, context) =>
    typeof value === "number" && !isSafeInteger(value) && INTEGER.test(context?.source) ? BigInt(context.source) : value,
  );
}

function exactly(integer, path) {
  return rawJSON ? rawJSON(integer.toString()) : refuse(path, "is a bigint, and this engine has no JSON.rawJSON to write it with");
}

/** Sets a property even when it is called __proto__. */
function define(target, key, value) {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}
