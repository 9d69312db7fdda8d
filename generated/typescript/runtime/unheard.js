// Calls that have failed and that nobody has listened to: most often an `await` was forgotten.

const { apply } = Reflect;
const { then } = Promise.prototype;
const failures = new Set();

/**
 * The promise of `work`, an async function. When it rejects and nothing was ever chained to it, its error is kept.
 *
 * Whatever waits for a promise first asks for its `constructor` (ECMAScript: PromiseResolve, SpeciesConstructor), so
 * that this property tells of it; the language has no other word for it.
 */
export function promised(work) {
  const promise = work();
  const call = { isHeard: false };
  const fail = (error) => {
    if (call.isHeard) return;
    call.error = error;
    failures.add(call);
  };
  apply(then, promise, [undefined, fail]);
  Object.defineProperty(promise, "constructor", {
    configurable: true,
    get() {
      call.isHeard = true;
      return Promise;
    },
  });
  return promise;
}

/** The errors that nobody has heard of; each is told once. */
export function takeUnheard() {
  const unheard = [...failures].filter(({ isHeard }) => !isHeard).map(({ error }) => error);
  failures.clear();
  return unheard;
}
