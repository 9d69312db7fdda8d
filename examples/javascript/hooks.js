// Hooks take part in calls: one that guards tools, one that grades answers, and two that come ready-made.

import llmspell from "llmspell";

const { hook } = llmspell;
await llmspell.provider.create({
  type: "scripted",
  name: "scripted",
  script: [
    { tool_calls: [{ name: "erase", arguments: { path: "/" } }] },
    { text: "I do not know." },
    { text: "Ask ops@example.com, password open-sesame." },
  ],
});
await llmspell.tool.register({
  name: "erase",
  description: "Erases a folder.",
  parameters: { type: "object", properties: { path: { type: "string" } }, required: ["path"] },
  handler: () => {
    throw new Error("this must not happen");
  },
});

// Before a tool runs: refuse what must not be. The model is told, and goes on.
const guard = await hook.register({
  point: hook.Point.TOOL_CALL,
  type: hook.Type.PRE,
  name: "guard",
  handler: ({ payload }) => (payload.arguments.path === "/" ? { reject: "not the root" } : null),
});

// After a run: have it done again when the answer is poor, three times at most.
await hook.register({
  point: hook.Point.AGENT_RUN,
  type: hook.Type.POST,
  handler: ({ result }) => (result.text === "I do not know." ? { retry_after_seconds: 0 } : null),
});

await hook.install({ kind: "redaction", patterns: ["\\S+@\\S+\\b"], secrets: ["open-sesame"] });
const metrics = await hook.install({ kind: "metrics", points: ["agent_run"] });

const agent = await llmspell.agent.create({ name: "helper", provider: "scripted", tools: ["erase"] });
console.log((await agent.run("Clean up.")).text);
console.log((await guard.getInfo()).calls, (await metrics.getInfo()).metrics[0].calls);

// A point of the script's own: hooks around its own work.
await hook.register({
  point: "shop.price",
  type: hook.Type.AROUND,
  handler: ({ phase, result }) => (phase === hook.Phase.AFTER ? { result: result * 2 } : null),
});
console.log(await hook.execute("shop.price", { sku: 7 }, { work: ({ sku }) => sku * 3 }));
