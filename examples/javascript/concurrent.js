// Several agents at once.

import llmspell from "llmspell";

const cities = ["Oslo", "Rome", "Lima"];

const answers = await Promise.all(
  cities.map(async (city) => {
    const provider = await llmspell.provider.create({
      type: "scripted",
      name: `rehearsal-${city}`,
      script: [{ text: `${city} is fine.`, delay_seconds: 0.01 }],
    });
    await using agent = await llmspell.agent.create({ name: city, provider: `rehearsal-${city}` });
    const { text } = await agent.run(`How is ${city}?`);
    await provider.destroy();
    return text;
  }),
);
console.log(answers.join("\n"));

export default answers;
