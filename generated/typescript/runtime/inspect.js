// How console.log shows a value.

const DEPTH = 4;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

let cleaned = (stack) => stack;

/**
 * From now on stacks are shown with the names of files: every file has `span` lines of the engine's, in the order of
 * `files`, and those of an empty name are not shown.
 */
export function cleanStacks(files, span) {
  const fileOf = (line) => files[Math.floor((line - 1) / span)];
  const own = (frame) => fileOf(Number(/<input>:(\d+)/.exec(frame)?.[1])) !== "";
  const named = (_, line) => `${fileOf(line) ?? files[0]}:${((line - 1) % span) + 1}`;
  cleaned = (stack) => stack.split("\n").filter(own).join("\n").replace(/<input>:(\d+)/g, named);
}

/** The line that console.log prints for its arguments. */
export function format(...values) {
  return values.map((value) => (typeof value === "string" ? value : inspect(value))).join(" ");
}

/** `value` much as it would be written in JavaScript; never throws. */
export function inspect(value, above = []) {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "function":
      return value.name ? `[Function: ${value.name}]` : "[Function]";
    case "symbol":
      return value.toString();
    case "object":
      try {
        return value === null ? "null" : inspectObject(value, above);
      } catch (error) {
        return `[${Object.prototype.toString.call(value).slice(8, -1)}]`;
      }
  }
  return Object.is(value, -0) ? "-0" : String(value);
}

function inspectObject(value, above) {
  if (above.includes(value)) return "[Circular]";
  if (value instanceof Error) return `${value}\n${cleaned(String(value.stack ?? ""))}`.trimEnd();
  if (value instanceof Date || value instanceof RegExp) return value instanceof Date ? value.toISOString() : String(value);
  if (value instanceof Promise) return "Promise {}";
  const inside = [...above, value];
  const deep = inside.length > DEPTH;
  if (Array.isArray(value)) {
    return deep ? "[Array]" : `[${value.length ? " " + value.map((item) => inspect(item, inside)).join(", ") + " " : ""}]`;
  }
  const name = value.constructor?.name;
  const label = name && name !== "Object" ? `${name} ` : "";
  if (deep) return `[${name ?? "Object"}]`;
  if (value instanceof Map || value instanceof Set) return `${label}${inspect([...value], above)}`;
  const fields = Object.keys(value).map(
    (key) => `${IDENTIFIER.test(key) ? key : JSON.stringify(key)}: ${inspect(value[key], inside)}`,
  );
  return `${label}{${fields.length ? ` ${fields.join(", ")} ` : ""}}`;
}
