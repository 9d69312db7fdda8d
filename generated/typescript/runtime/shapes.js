// Where handles and functions stand in arguments and results. A value without a shape is plain JSON.

/** A resource, which crosses as its id. `type` gives the class: () => Member. */
export const handle = (type) => ({ kind: "handle", type });

/** A function of the caller, which crosses as an id: the shapes of its parameters and of its result. */
export const callback = (parameters = [], result = undefined) => ({ kind: "callback", parameters, result });

/** A list whose items have a shape. */
export const list = (item) => ({ kind: "list", item });

/** A map whose values have a shape. */
export const map = (value) => ({ kind: "map", value });

/** A record; `fields` gives the shapes of those fields that have one. Records may hold themselves. */
export const record = (fields) => ({ kind: "record", fields });

/** One of several records, told apart by the field `tag`. */
export const union = (tag, records) => ({ kind: "union", tag, records });

/** What a function does not return. */
export const nothing = { kind: "nothing" };

/** The shape of what stands under `key` of a value with this shape; undefined for plain JSON. */
export function shapeAt(shape, key, value) {
  switch (shape?.kind) {
    case "list":
      return shape.item;
    case "map":
      return shape.value;
    case "record":
      return shape.fields()[key];
    case "union":
      return shape.records()[value[shape.tag]]?.fields()[key];
  }
}
