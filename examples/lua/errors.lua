-- Errors are tables, wherever they come from; null, absent, empty array and empty object are four things.
local llmspell = require("llmspell")

local ok, failure = pcall(llmspell.agent.get_state, "no-such-agent")
assert(not ok)
print(failure.code, failure.recovery)
print(failure.message)

-- What a handler raises reaches whoever called the tool.
llmspell.tool.register{
  name = "moody",
  description = "Fails.",
  parameters = { type = "object" },
  handler = function() error({ code = "moody.not_today", message = "not today" }) end,
}
ok, failure = pcall(llmspell.tool.execute, { name = "moody", arguments = {} })
print(ok, ok and failure.error.message or failure.message)

-- A wrong value is named with its place, before anything is sent.
ok, failure = pcall(llmspell.memory.store, "notes", { items = { "a", print } })
print(ok, failure.message)

llmspell.memory.store("notes", { nothing = llmspell.null, list = llmspell.array{}, object = {} })
local notes = llmspell.memory.retrieve("notes")
print(notes.nothing == llmspell.null, notes.absent == nil, llmspell.json.encode(notes))
