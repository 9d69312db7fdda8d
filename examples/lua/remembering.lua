-- An assistant that remembers between runs: what was said, within a budget of tokens, and facts that it noted itself.
-- `llmspell run --grant fs.read=. --grant fs.write=. remembering.lua`, twice.
local llmspell = require("llmspell")

-- For stock Lua, which opens its own session; under `llmspell run` the options of the command line hold.
llmspell.options = { permissions = { llm = true, ["fs.read"] = { "." }, ["fs.write"] = { "." } } }

local FILE = "assistant.db"

llmspell.tool.register{
  name = "note",
  description = "Keep a fact about the user for later conversations.",
  parameters = {
    type = "object",
    properties = { about = { type = "string" }, fact = { type = "string" } },
    required = { "about", "fact" },
  },
  handler = function(arguments)
    llmspell.memory.store("fact/" .. arguments.about, arguments.fact, { type = "persistent", path = FILE, tags = { "user" } })
    return "noted"
  end,
}
llmspell.tool.register{
  name = "recall",
  description = "Look for facts that were noted.",
  parameters = { type = "object", properties = { words = { type = "string" } }, required = { "words" } },
  handler = function(arguments)
    local facts = llmspell.array{}
    for _, found in ipairs(llmspell.memory.search(arguments.words, { type = "persistent", path = FILE, tags = { "user" }, limit = 3 })) do
      facts[#facts + 1] = found.value
    end
    return facts
  end,
}

-- `scripted` answers from a script, so that the example needs no model; name another provider for a real one.
local known = llmspell.memory.list_keys{ type = "persistent", path = FILE, prefix = "fact/" }
llmspell.provider.create{
  type = "scripted",
  script = #known == 0 and {
    { tool_calls = { { name = "note", arguments = { about = "tea", fact = "Ada drinks green tea." } } } },
    { text = "I shall remember that." },
  } or {
    { tool_calls = { { name = "recall", arguments = { words = "drink tea" } } } },
    { text = "Green tea, as always?" },
  },
}

-- The conversation has a name, so it is kept in the file; at 2,000 tokens its oldest turns go.
local agent = llmspell.agent.create{
  name = "assistant",
  provider = "scripted",
  system_prompt = "You look after Ada.",
  tools = { "note", "recall" },
  memory = { max_tokens = 2000, name = "ada", path = FILE },
}
print(("%d messages from earlier runs"):format(#agent:get_messages()))

local answer = agent:run(#known == 0 and "I drink green tea." or "What shall I drink?")
for _, call in ipairs(answer.tool_calls) do
  print(call.name, call.content)
end
print(answer.text)
