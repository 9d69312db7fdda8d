// What the JavaScript host adds to the language, for projects that have neither the DOM's types nor Node's:
// write `/// <reference types="…/runtime/globals" />`, or name it in `types` of tsconfig.json.

/** Writes a line to the program's output, or, for `warn` and `error`, to its error output. */
declare const console: Record<"debug" | "log" | "info" | "warn" | "error", (...values: unknown[]) => void> & {
  assert(condition: unknown, ...values: unknown[]): void;
};

declare function setTimeout<A extends unknown[]>(run: (...args: A) => void, milliseconds?: number, ...args: A): number;
declare function setInterval<A extends unknown[]>(run: (...args: A) => void, milliseconds?: number, ...args: A): number;
declare function clearTimeout(timer: number | undefined): void;
declare function clearInterval(timer: number | undefined): void;

declare class AbortSignal {
  readonly aborted: boolean;
  readonly reason: any;
  onabort: ((event: { type: "abort"; target: AbortSignal }) => void) | null;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
  static abort(reason?: unknown): AbortSignal;
  static timeout(milliseconds: number): AbortSignal;
  static any(signals: Iterable<AbortSignal>): AbortSignal;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
