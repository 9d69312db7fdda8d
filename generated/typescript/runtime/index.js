// All that generated modules import from the runtime.

export { bridge, bridgeWithin, invoke, named, some, stream } from "./calls.js";
export { BridgeError } from "./errors.js";
export { constants } from "./names.js";
export { Bridge, Resource } from "./resources.js";
export { Session } from "./session.js";
export { callback, handle, list, map, nothing, record, union } from "./shapes.js";
export { Stream } from "./stream.js";
export { attach } from "./transport.js";
export { promised } from "./unheard.js";
