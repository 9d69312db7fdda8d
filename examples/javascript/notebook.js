// A notebook that is searched by words, by meaning, and by both; and a conversation whose past is summed up.

import llmspell from "llmspell";

const { memory } = llmspell;

// A double of an embedding model: it knows two subjects by a few words. For real meaning name a provider instead:
// `memory.setEmbedder({ provider: "ollama", model: "nomic-embed-text" })`.
const subjects = [
  ["rain", "storm", "weather", "umbrella"],
  ["soup", "bread", "baked", "eat"],
];
const embed = (texts) =>
  texts.map((text) => {
    const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
    return subjects.map((subject) => 0.01 + words.filter((word) => subject.includes(word)).length);
  });
await memory.setEmbedder({ embed, model: "subjects-1" });

const notes = {
  monday: ["Rain all day; the soup was good.", "home"],
  tuesday: ["The train was late, no seat.", "travel"],
  friday: ["Storm on the platform: my umbrella broke.", "travel"],
  sunday: ["Baked bread with Ada.", "home"],
};
for (const [day, [text, tag]] of Object.entries(notes)) {
  await memory.store(day, { text }, { type: "long_term", tags: [tag] });
}

async function show(query, options) {
  const found = await memory.search(query, { type: "long_term", ...options });
  console.log(`${options.mode}, ${query}:`, found.map(({ key, score }) => `${key} ${score.toFixed(2)}`).join(", "));
}
await show("umbrella", { mode: memory.SearchMode.TEXT });
await show("bad weather", { mode: memory.SearchMode.VECTOR, limit: 2 });
await show("something to eat", { mode: memory.SearchMode.VECTOR, tags: ["home"], min_score: 0.9 });
await show("weather on the platform", { mode: memory.SearchMode.HYBRID, limit: 1 });

// Talking about the notes, with room for 50 tokens: what is older is kept as a summary, which a function writes here.
const conversation = await memory.createConversation({
  max_tokens: 50,
  policy: memory.ConversationPolicy.SUMMARIZE,
  summarize: (messages) => `${messages.length} messages about the weather`,
});
await llmspell.event.subscribe("memory.trim", ({ data }) => console.log(`${data.tokens_before} tokens became ${data.tokens}`));
for (const [question, reply] of [
  ["Did it rain on Monday?", "All day."],
  ["And on Friday?", "A storm."],
  ["What became of my umbrella?", "It broke."],
]) {
  await conversation.addMessages([
    { role: "user", content: question },
    { role: "assistant", content: reply },
  ]);
}
for (const { role, content } of await conversation.getMessages()) console.log(`${role}: ${content}`);
