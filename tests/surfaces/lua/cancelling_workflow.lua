-- Cancels a task whose workflow waits for a model; the server tells what it has seen.
local llmspell = require("llmspell")

local url = ...
local provider = llmspell.provider.create{ type = "local", base_url = url, model = "m" }
llmspell.agent.create{ name = "helper", provider = "local" }
local flow = llmspell.workflow.create{
  name = "asking",
  steps = { { id = "ask", kind = "agent", agent = "helper", input = "Hello" } },
}
local task = llmspell.spawn(function() return flow:execute() end)
print(provider:get_models()[1].id)
print(task:cancel())
local ok, failure = pcall(task.await, task)
print(ok, failure.code)
print(provider:get_models()[1].id, #llmspell.workflow.list_runs())
