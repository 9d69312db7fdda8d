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

await llmspell.provider.create({ type: "scripted", name: "slow", script: [{ text: "Late.", delay_seconds: 60 }] });
const agent = await llmspell.agent.create({ name: "helper", provider: "slow" });
try {
  await agent.run("Hurry!", { signal: AbortSignal.timeout(10) });
} catch (error) {
  seen.push(error.code);
  console.log(error.message, "because of", error.cause.name);
}

export default seen;
