-- A stream in a generic `for`, to its end and left early.
local llmspell = require("llmspell")

llmspell.provider.create{
  name = "scripted",
  type = "scripted",
  script = { { chunks = { "One ", "two ", "three." } }, { chunks = { "Four ", "five ", "six." } } },
}
local agent = llmspell.agent.create{ name = "counter", provider = "scripted" }

for chunk in agent:stream("Count.") do
  io.write(chunk.text or "")
end
print()

for chunk in agent:stream("Go on.") do
  if chunk.text then
    print("left after " .. chunk.text)
    break -- Lua 5.4 closes the stream here, LuaJIT when it is collected
  end
end
