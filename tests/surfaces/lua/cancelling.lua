-- Cancels a task whose call waits for a model; the server tells what it has seen.
local llmspell = require("llmspell")

local url = ...
local provider = llmspell.provider.create{ type = "local", base_url = url, model = "m" }
local agent = llmspell.agent.create{ name = "helper", provider = "local" }
local task = llmspell.spawn(function() return agent:run("Hello") end)
print(provider:get_models()[1].id)
print(task:cancel())
local ok, failure = pcall(task.await, task)
print(ok, failure.code)
print(provider:get_models()[1].id, agent:get_state(), #agent:get_messages())
