// An answer piece by piece, and a stream that is left before its end.

import llmspell, { agent as agents } from "llmspell";

await llmspell.provider.create({
  type: "scripted",
  name: "rehearsal",
  script: [{ chunks: ["Clear", " and", " cold."] }, { chunks: ["More", " than", " wanted."] }],
});
await using agent = await agents.create({ name: "helper", provider: "rehearsal" });

let text = "";
for await (const chunk of agent.stream("And tomorrow?")) {
  if (chunk.kind === agents.ChunkKind.TEXT) text += chunk.text;
}
console.log(text);

for await (const chunk of agent.stream("And the day after?")) {
  console.log(chunk.text);
  break; // closes the stream, and ends the run
}

export default text;
