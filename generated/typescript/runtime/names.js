// Names that are not there: a misspelt function or constant is an error that says what was probably meant.

const { getOwnPropertyNames, getPrototypeOf, freeze, setPrototypeOf } = Object;

/** What the language and its tools ask any object for, whether it is there or not. */
const PROBED = new Set(["then", "toJSON"]);

/** The end of a chain of prototypes that throws for a name which nothing in the chain has; `owner(receiver)` is who lacks it. */
function refusing(owner) {
  const end = {};
  return new Proxy(end, {
    get(target, key, receiver) {
      if (typeof key !== "string" || key in target || PROBED.has(key)) return Reflect.get(target, key, receiver);
      throw new TypeError(`${owner(receiver)} has no ${key}; ${hint(key, namesOf(receiver))}`);
    },
  });
}

/** From now on reading a property that objects of the class `type` do not have is an error. */
export function refuseOthers(type) {
  setPrototypeOf(type.prototype, refusing((receiver) => receiver.constructor.name));
}

/** A group of constants; a name that it does not have is an error, not undefined. */
export function constants(owner, values) {
  return freeze(setPrototypeOf(values, refusing(() => owner)));
}

function namesOf(object) {
  const names = new Set();
  for (let each = object; each && each !== Object.prototype; each = getPrototypeOf(each)) {
    for (const name of getOwnPropertyNames(each)) if (name !== "constructor") names.add(name);
  }
  return [...names].sort();
}

/** The way out of a name that is not among `known`. */
function hint(wrong, known) {
  let best;
  let least = Math.floor(wrong.length / 3) + 1;
  for (const name of known) {
    const apart = distance(plain(wrong), plain(name));
    if (apart < least) [best, least] = [name, apart];
  }
  return best === undefined ? `it has ${known.join(", ")}` : `did you mean ${best}?`;
}

/** Case and underscores are left out: `get_state` is as close to `getState` as can be. */
const plain = (name) => name.toLowerCase().replaceAll("_", "");

/** How many letters one has to change, add, leave out or swap with their neighbour (optimal string alignment). */
function distance(first, second) {
  let older;
  let old;
  let row = Array.from({ length: second.length + 1 }, (_, column) => column);
  for (let line = 1; line <= first.length; line++) {
    [older, old, row] = [old, row, [line]];
    for (let column = 1; column <= second.length; column++) {
      const same = first[line - 1] === second[column - 1];
      row[column] = Math.min(old[column] + 1, row[column - 1] + 1, old[column - 1] + (same ? 0 : 1));
      const swapped = first[line - 1] === second[column - 2] && first[line - 2] === second[column - 1];
      if (older && swapped) row[column] = Math.min(row[column], older[column - 2] + 1);
    }
  }
  return row[second.length];
}
