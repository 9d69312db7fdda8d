// A scenario: doubles for a tool and a model, steps, and what is expected of them; then its report for a CI service.
import llmspell from "llmspell";

await llmspell.testing.createScenario({
  name: "weather",
  mocks: [
    {name: "weather", type: "object", responses: [{returns: {temperature: 22}}]},
    {name: "model", type: "service", script: [
      {tool_calls: [{name: "weather", arguments: {city: "Oslo"}}]},
      {text: "It is 22 degrees in Oslo."},
    ]},
  ],
  steps: [
    {call: "agent.create", with: {config: {name: "helper", provider: "model", tools: ["weather"]}}, as: "agent"},
    {call: "agent.run", with: {agent: "$agent", input: "What's the weather in Oslo?"}, as: "answer",
      expect: {result: {$partial: {text: {$regex: "\\d+ degrees"}}}, mocks: {weather: {times: 1}}}},
    {name: "shout", run: ({text}) => text.toUpperCase(), with: {text: "$answer.text"},
      expect: {result: "IT IS 22 DEGREES IN OSLO."}},
  ],
});
const report = await llmspell.testing.runSuite({name: "rehearsal", coverage: true});
console.log(report.outcome, report.totals.passed, "of", report.totals.scenarios);
console.log((await llmspell.testing.formatReport(report, "junit")).split("\n")[1].replace(/ time=.*/, ""));
const agent = report.coverage.bridges.find(({bridge}) => bridge === "agent");
console.log(agent.functions.counts);

await llmspell.testing.assertThrows(() => llmspell.tool.get("pears"), {code: "tool.not_found"});
try {
  await llmspell.testing.assertMatches({text: "No idea."}, {text: {$regex: "\\d+ degrees"}});
} catch (error) {
  console.log(error.code, error.fields.path);
}
