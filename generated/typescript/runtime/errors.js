// The error that every failed call rejects with.

/** A failure with a stable code, its fields, and what to do about it. */
export class BridgeError extends Error {
  /**
   * @param {string} code Stable, dotted: "lending.not_found".
   * @param {string} message What went wrong, for people.
   * @param {object} [details] `fields`, `recovery`, `httpStatus`, `traceId`, `cause`.
   */
  constructor(code, message, { fields = {}, recovery = "none", httpStatus = 500, traceId, cause } = {}) {
    super(message, cause === undefined || cause === null ? undefined : { cause });
    this.code = code;
    this.fields = fields;
    this.recovery = recovery;
    this.httpStatus = httpStatus;
    if (traceId) this.traceId = traceId;
  }

  /** Whether `error` is one of these and, when a code is given, has that code. */
  static is(error, code) {
    return error instanceof this && (code === undefined || error.code === code);
  }

  /** The error that crossed as JSON, with its chain of causes. */
  static fromJSON({ code, message, fields, recovery, http_status, trace_id, cause }) {
    return new this(code, message, {
      fields: fields ?? {},
      recovery: recovery ?? "none",
      httpStatus: http_status ?? 500,
      traceId: trace_id,
      cause: cause ? this.fromJSON(cause) : undefined,
    });
  }

  toJSON() {
    return {
      code: this.code,
      message: this.message,
      fields: this.fields,
      recovery: this.recovery,
      http_status: this.httpStatus,
      trace_id: this.traceId ?? null,
      cause: this.cause instanceof BridgeError ? this.cause.toJSON() : null,
    };
  }
}

Object.defineProperty(BridgeError.prototype, "name", {
  configurable: true,
  get() {
    return this.constructor.name;
  },
});
