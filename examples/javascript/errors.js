// Errors have a code, fields and a way out; a call that takes too long can be cancelled.

import llmspell, { LlmspellError } from "llmspell";

const seen = [];

try {
  await llmspell.agent.getState("no-such-agent");
} catch (error) {
  if (!LlmspellError.is(error, "agent.not_found")) throw error;
  seen.push(error.code);
  console.log(error.message, error.fields.agent);
}

try {
  await llmspell.agent.create({ name: "helper" });
} catch (error) {
  seen.push(error.code);
  console.log(error.message);
}

const flow = await llmspell.workflow.create({ name: "patience", steps: [{ id: "a", kind: "wait", seconds: 60 }] });
try {
  await flow.execute({ signal: AbortSignal.timeout(10) });
} catch (error) {
  seen.push(error.code);
  console.log(error.message, "because of", error.cause.name);
}

export default seen;
