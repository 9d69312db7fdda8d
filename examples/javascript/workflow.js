// A workflow with handlers of this script: retried, done for every item, and with a way out when a step fails.

import llmspell from "llmspell";

const { workflow } = llmspell;

// The line is bad: every other call fails.
let calls = 0;
await llmspell.script.registerHandler("stock", ({ item }) => {
  calls += 1;
  if (calls % 2 === 1) throw new Error("the line is bad");
  return { item, count: item === "ink" ? 0 : 7 };
});
await llmspell.script.registerHandler("order", ({ items }) => {
  throw new Error(`nobody sells ${items.join(" and ")} today`);
});

const flow = await workflow.create({
  name: "restock",
  steps: [
    {
      id: "counts",
      kind: "map_reduce",
      over: "input.items",
      max_concurrency: 1,
      steps: [
        { id: "count", kind: "script", handler: "stock", input: { item: "{{item}}" }, retry: { attempts: 3, delay_seconds: 0 } },
      ],
      reduce: [{ id: "missing", kind: "transform", value: "{{results.filter(r, r.count == 0).map(r, r.item)}}" }],
    },
    {
      id: "order",
      kind: "script",
      when: "size(counts.output) > 0",
      handler: "order",
      input: { items: "{{counts.output}}" },
      on_error: "continue",
    },
    { id: "note", kind: "transform", when: "order.status == 'failed'", value: "To do: {{counts.output}}" },
  ],
  output: { missing: "{{counts.output}}", note: "{{note.output}}" },
});

await llmspell.event.subscribe("workflow.retry", ({ data }) => console.log(`again: ${data.key}`));

const result = await flow.execute({ input: { items: ["ink", "paper"] } });
console.log(result.status, result.output.missing, result.output.note);
for (const step of result.steps) console.log(step.key, step.status);

export default result.output;
