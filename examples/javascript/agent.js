// An agent with a tool whose handler is this script's own function; events tell what happens meanwhile.

import llmspell from "llmspell";

await llmspell.tool.register({
  name: "weather",
  description: "The weather in a city.",
  parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  handler: async ({ city }) => ({ city, temperature: 22 }),
});

await llmspell.event.subscribe("tool.*", (event) => {
  console.log(event.type, event.data.name);
});

await llmspell.provider.create({
  type: "scripted",
  name: "rehearsal",
  script: [
    { tool_calls: [{ name: "weather", arguments: { city: "Oslo" } }] },
    { text: "It is 22 degrees in Oslo." },
  ],
});
const agent = await llmspell.agent.create({ name: "helper", provider: "rehearsal", tools: ["weather"] });

const answer = await agent.run("What's the weather in Oslo?");
console.log(answer.text);

export default { text: answer.text, tools: answer.tool_calls.map((call) => call.name) };
