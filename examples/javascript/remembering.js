// An assistant that remembers between runs: what was said, within a budget of tokens, and facts that it noted itself.
// `llmspell run --grant fs.read=. --grant fs.write=. remembering.js`, twice.

import llmspell from "llmspell";

const file = { type: "persistent", path: "assistant.db" };

await llmspell.tool.register({
  name: "note",
  description: "Keep a fact about the user for later conversations.",
  parameters: {
    type: "object",
    properties: { about: { type: "string" }, fact: { type: "string" } },
    required: ["about", "fact"],
  },
  handler: async ({ about, fact }) => {
    await llmspell.memory.store(`fact/${about}`, fact, { ...file, tags: ["user"] });
    return "noted";
  },
});
await llmspell.tool.register({
  name: "recall",
  description: "Look for facts that were noted.",
  parameters: { type: "object", properties: { words: { type: "string" } }, required: ["words"] },
  handler: async ({ words }) => {
    const found = await llmspell.memory.search(words, { ...file, tags: ["user"], limit: 3 });
    return found.map(({ value }) => value);
  },
});

// `scripted` answers from a script, so that the example needs no model; name another provider for a real one.
const known = await llmspell.memory.listKeys({ ...file, prefix: "fact/" });
const isNew = known.length === 0;
await llmspell.provider.create({
  type: "scripted",
  script: isNew
    ? [
        { tool_calls: [{ name: "note", arguments: { about: "tea", fact: "Ada drinks green tea." } }] },
        { text: "I shall remember that." },
      ]
    : [{ tool_calls: [{ name: "recall", arguments: { words: "drink tea" } }] }, { text: "Green tea, as always?" }],
});

// The conversation has a name, so it is kept in the file; at 2,000 tokens its oldest turns go.
const agent = await llmspell.agent.create({
  name: "assistant",
  provider: "scripted",
  system_prompt: "You look after Ada.",
  tools: ["note", "recall"],
  memory: { max_tokens: 2000, name: "ada", path: file.path },
});
console.log((await agent.getMessages()).length, "messages from earlier runs");

const answer = await agent.run(isNew ? "I drink green tea." : "What shall I drink?");
for (const call of answer.tool_calls) console.log(call.name, call.content);
console.log(answer.text);
