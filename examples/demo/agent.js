// The demo's agent in JavaScript: agent.js PROVIDER [MODEL]
import llmspell from "llmspell";

const [provider = "scripted", model] = args;

if (provider === "scripted") {
  await llmspell.provider.create({
    name: "scripted",
    type: "scripted",
    script: [
      {tool_calls: [{name: "weather", arguments: {city: "Oslo"}}]},
      {text: "It is 22 degrees in Oslo."},
    ],
  });
}

let calls = 0;
await llmspell.tool.register({
  name: "weather",
  description: "The weather in a city.",
  parameters: {type: "object", properties: {city: {type: "string"}}, required: ["city"]},
  handler: ({city}) => {
    calls += 1;
    return {city, temperature: 22};
  },
});

const agent = await llmspell.agent.create({name: "helper", provider, model, tools: ["weather"]});
const answer = await agent.run("What's the weather in Oslo?");
console.log(`${calls}\t${answer.text}`);
