-- A recording: everything that one call did, found by what its events share, and played back.
local llmspell = require("llmspell")
local event = llmspell.event

event.record{ criteria = { pattern = "tool.**" }, max_events = 100 }

llmspell.tool.register{
  name = "double",
  description = "Twice a number.",
  parameters = { type = "object", properties = { n = { type = "number" } }, required = { "n" } },
  handler = function(arguments)
    event.emit("tool.double.note", { n = arguments.n })
    return arguments.n * 2
  end,
}
llmspell.tool.execute{ name = "double", arguments = { n = 21 } }
llmspell.tool.execute{ name = "double", arguments = { n = 4 } }

local note = event.filter{ pattern = "tool.double.note", expression = "data.n > 20" }[1]
local sent = event.replay({ correlation_id = note.correlation_id }, function(found)
  print(found.type, found.replayed)
end)
print(sent .. " events of the call that doubled " .. note.data.n)
