-- An agent with a tool written in Lua. The same file runs in the spell host, in lua5.4 and in luajit.
local llmspell = require("llmspell")

-- `scripted` answers from this script, so that the example needs no model; name another provider for a real one.
llmspell.provider.create{
  name = "scripted",
  type = "scripted",
  script = {
    { tool_calls = { { name = "weather", arguments = { city = "Oslo" } } } },
    { text = "It is 22 degrees in Oslo." },
  },
}

llmspell.tool.register{
  name = "weather",
  description = "The weather in a city.",
  parameters = { type = "object", properties = { city = { type = "string" } }, required = { "city" } },
  handler = function(arguments)
    return { city = arguments.city, temperature = 22 }
  end,
}

local agent = llmspell.agent.create{ name = "helper", provider = "scripted", tools = { "weather" } }
assert(llmspell.agent.get_state(agent) == llmspell.agent.State.IDLE)

local answer = agent:run("What's the weather in Oslo?")
print(answer.text)
