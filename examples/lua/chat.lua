-- A conversation at the terminal: a question a line, answers as they come, a status for the shell.
-- `llmspell run chat.lua`, or with stock Lua; `printf 'Hello\nBye\n' | llmspell run chat.lua`.
local llmspell = require("llmspell")

-- `scripted` answers from this script, so that the example needs no model; name another provider for a real one.
llmspell.provider.create{
  type = "scripted",
  script = {
    { chunks = { "Hello", ", Ada." } },
    { tool_calls = { { name = "clock", arguments = {} } } },
    { chunks = { "It is ", "noon." } },
  },
}
llmspell.tool.register{
  name = "clock",
  description = "The time of the day.",
  handler = function() return "12:00" end,
}
local agent = llmspell.agent.create{ name = "companion", provider = "scripted", tools = { "clock" } }
local Kind = llmspell.agent.ChunkKind

local function answer(question)
  for chunk in agent:stream(question) do
    if chunk.kind == Kind.TEXT then
      io.write(chunk.text)
      io.flush()
    elseif chunk.kind == Kind.TOOL_CALL then
      io.stderr:write("(asks ", chunk.tool_call.name, ")\n")
    end
  end
  print()
end

for question in io.lines() do
  if question == "" then break end
  local ok, failure = pcall(answer, question)
  if not ok then
    io.stderr:write(tostring(failure), "\n")
    os.exit(failure.code == "provider.script_exhausted" and 3 or 1)
  end
end
