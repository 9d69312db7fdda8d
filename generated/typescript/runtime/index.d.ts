// Types that generated declarations and scripts use.

/// <reference lib="esnext.disposable" />

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; a key that may be absent gives undefined. */
export type JsonObject = { readonly [key: string]: Json | undefined };

declare const handleOf: unique symbol;

/** The handle of a resource: a string that only functions returning that resource give. */
export type Handle<Resource extends string> = string & { readonly [handleOf]: Resource };

/** As much of an AbortSignal as a call needs; the platform's own is one. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason?: any;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** What every call takes beside its own options. */
export type CallOptions = {
  /** Cancels the call, or closes the stream, when aborted; what waits for it then rejects. */
  signal?: Signal;
};

/** What may help after an error. */
export type Recovery = "retry_once" | "retry_with_backoff" | "failover" | "none";

/** What is known of an error beside its code and message. */
export type ErrorDetails = {
  fields?: JsonObject;
  recovery?: Recovery;
  httpStatus?: number;
  traceId?: string;
  cause?: unknown;
};

/** What a failed call rejects with. */
export declare class BridgeError extends Error {
  constructor(code: string, message: string, details?: ErrorDetails);

  /** Stable and dotted: "runtime.timeout". */
  readonly code: string;
  /** The values that the message speaks of. */
  readonly fields: JsonObject;
  /** What may help. */
  readonly recovery: Recovery;
  /** The status with which an HTTP surface answers. */
  readonly httpStatus: number;
  /** Finds the error again in logs and events. */
  readonly traceId?: string;
  /** What led to it. */
  override readonly cause?: unknown;

  /** Whether `error` is one of these and, when a code is given, has that code. */
  static is(error: unknown, code?: string): boolean;

  toJSON(): JsonObject;
}

/** Items as they come. The call begins with the first; leaving a loop early closes the stream. */
export interface Stream<Item> extends AsyncIterableIterator<Item, undefined, void>, AsyncDisposable {
  next(): Promise<IteratorResult<Item, undefined>>;
  return(): Promise<IteratorResult<Item, undefined>>;
  [Symbol.asyncIterator](): Stream<Item>;
  /** All items that are left. */
  toArray(): Promise<Item[]>;
}

declare const generated: unique symbol;

/** The functions of one module. */
export declare abstract class Bridge {
  private readonly [generated]: true;
}

/** A live thing behind a handle. */
export declare abstract class Resource<Name extends string> {
  /** Its handle. */
  readonly id: Handle<Name>;
  toJSON(): Handle<Name>;
  toString(): string;
}

/** A session: calls any function by name, and ends. A generated subclass has the bridges. */
export declare abstract class Session implements AsyncDisposable {
  /** Calls any function by its name, with arguments and result as JSON. */
  call(name: string, args?: JsonObject, options?: CallOptions): Promise<Json>;
  /** The events since the last time, when the session was opened with `record_events`. */
  recordedEvents(): Promise<{ type: string; data: Json }[]>;
  /** Ends the session; all that it holds is released. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
