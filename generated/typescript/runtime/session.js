// A session, which a generated class extends with a property for each bridge.

import { CONNECTION, Connection } from "./connection.js";
import { BridgeError } from "./errors.js";
import { invoke } from "./calls.js";
import { refuseOthers } from "./names.js";

export class Session {
  /** The class of the interface's errors. */
  static Error = BridgeError;

  /** For generated code: a user's session comes from the package or from `open`. */
  constructor(connection) {
    Object.defineProperty(this, CONNECTION, { value: connection ?? new Connection([0], new.target.Error) });
  }

  /** Opens a session of its own, where the host allows it; close it when done. */
  static async open(options = {}) {
    return new this(await Connection.open(options, this.Error));
  }

  /** Calls any function by its name, with arguments and result as JSON. */
  async call(name, args = {}, { signal } = {}) {
    return invoke(this, name, args, { signal });
  }

  /** The events since the last time, when the session was opened with `record_events`. */
  async recordedEvents() {
    return invoke(this, "runtime.recorded_events", {}, {});
  }

  /** Ends the session; all that it holds is released. */
  async close() {
    await this[CONNECTION].close();
  }

  async [Symbol.asyncDispose]() {
    await this.close();
  }
}

refuseOthers(Session);
