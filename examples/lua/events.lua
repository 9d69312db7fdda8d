-- Subscriptions: a pattern, a function, and the events that others emit.
local llmspell = require("llmspell")

local subscription = llmspell.event.subscribe("tool.*", function(event)
  print(event.type, event.data.name)
end)

llmspell.tool.register{
  name = "double",
  description = "Twice a number.",
  parameters = { type = "object", properties = { n = { type = "number" } }, required = { "n" } },
  handler = function(arguments)
    return arguments.n * 2
  end,
}
print("double", llmspell.tool.execute{ name = "double", arguments = { n = 21 } }.value)
llmspell.poll() -- runs what is due; a program that goes on calling need not

llmspell.event.unsubscribe(subscription)
