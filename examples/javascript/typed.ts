// The same API, checked by the TypeScript compiler: `tsc` turns this into a script for the host.

import llmspell, { agent, LlmspellError, type EventPayloads } from "llmspell";
import type { RunResult } from "llmspell/agent";
import type { ToolHandler } from "llmspell/tool";

const double: ToolHandler = ({ number }) => (typeof number === "number" ? number * 2 : null);

await llmspell.tool.register({ name: "double", description: "Twice a number.", handler: double });
await llmspell.provider.create({
  type: "scripted",
  name: "rehearsal",
  script: [{ tool_calls: [{ name: "double", arguments: { number: 21 } }] }, { text: "It is 42." }],
});

const config: agent.AgentConfig = { name: "helper", provider: "rehearsal", tools: ["double"] };
await using helper = await agent.create(config);

const completed: EventPayloads["agent.complete"][] = [];
await llmspell.event.subscribe("agent.complete", (event) => {
  completed.push(event.data as EventPayloads["agent.complete"]);
});

let answer: RunResult | undefined;
try {
  answer = await helper.run("What is twice 21?", { max_steps: 3, signal: AbortSignal.timeout(60_000) });
} catch (error) {
  if (LlmspellError.is(error, "agent.step_limit")) console.error(`no answer in ${error.fields.limit} steps`);
  else throw error;
}

export default { text: answer?.text, tools: answer?.tool_calls.map((call) => call.content), state: await helper.getState() };
