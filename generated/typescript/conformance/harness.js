// Runs the examples of an interface, each in a session of its own, and prints what each saw as one line of JSON.

const rawNumber = (_key, value) => (typeof value === "bigint" ? JSON.rawJSON(String(value)) : value);

/**
 * Runs one example: `run` makes what it needs, and calls `show` with a function that makes the call to be shown;
 * functions that it passes in are wrapped in `recording`.
 */
export async function example(open, name, title, options, run) {
  const line = { function: name, example: title };
  const calls = [];
  const recording = (fn) => (...values) => {
    calls.push(values);
    return fn(...values);
  };
  const session = await open(options);
  const show = async (call) => {
    await session.recordedEvents();
    calls.length = 0;
    line.outcome = await outcomeOf(call);
    line.events = await session.recordedEvents();
    line.calls = [...calls];
  };
  try {
    await run(session, show, recording);
  } catch (error) {
    delete line.outcome;
    line.failed = String(error);
  } finally {
    await session.close();
  }
  console.log(JSON.stringify(line, rawNumber));
}

async function outcomeOf(call) {
  const stream = [];
  let streamed = false;
  try {
    const result = call();
    streamed = Symbol.asyncIterator in result;
    if (!streamed) return { result: (await result) ?? null };
    for await (const item of result) stream.push(item);
    return { stream };
  } catch (error) {
    return streamed && stream.length > 0 ? { stream, error } : { error };
  }
}
