-- Streams of an agent that are left before their end: such a run adds nothing, and runs no tool.
local llmspell = require("llmspell")

local ran = 0
llmspell.tool.register{ name = "count", description = "Counts.", handler = function() ran = ran + 1 end }
local script = { { text = "Hello." }, { tool_calls = { { name = "count" } } }, { text = "Bye." } }
llmspell.provider.create{ name = "script", type = "scripted", script = script }
local agent = llmspell.agent.create{ name = "helper", provider = "script", tools = { "count" } }

for _ = 1, 2 do
  local stream = agent:stream("Hi")
  print(stream:next().kind)
  llmspell.tool.list() -- lets what reads ahead go on, if it would
  stream:close()
  print(agent:get_state(), #agent:get_messages(), ran)
end
for _ in agent:stream("Hi") do end
print(agent:get_state(), #agent:get_messages(), ran)
