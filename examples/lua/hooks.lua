-- Hooks take part in calls: one that guards tools, one that grades answers, and two that come ready-made.
local llmspell = require("llmspell")
local hook = llmspell.hook

llmspell.provider.create{
  name = "scripted",
  type = "scripted",
  script = {
    { tool_calls = { { name = "erase", arguments = { path = "/" } } } },
    { text = "I do not know." },
    { text = "Ask ops@example.com, password open-sesame." },
  },
}
llmspell.tool.register{
  name = "erase",
  description = "Erases a folder.",
  parameters = { type = "object", properties = { path = { type = "string" } }, required = { "path" } },
  handler = function() error("this must not happen") end,
}

-- Before a tool runs: refuse what must not be. The model is told, and goes on.
local guard = hook.register{
  point = hook.Point.TOOL_CALL,
  type = hook.Type.PRE,
  name = "guard",
  handler = function(call)
    if call.payload.arguments.path == "/" then return { reject = "not the root" } end
  end,
}

-- After a run: have it done again when the answer is poor, three times at most.
hook.register{
  point = hook.Point.AGENT_RUN,
  type = hook.Type.POST,
  handler = function(call)
    if call.result.text == "I do not know." then return { retry_after_seconds = 0 } end
  end,
}

hook.install{ kind = "redaction", patterns = { "\\S+@\\S+\\b" }, secrets = { "open-sesame" } }
local metrics = hook.install{ kind = "metrics", points = { "agent_run" } }

local agent = llmspell.agent.create{ name = "helper", provider = "scripted", tools = { "erase" } }
print(agent:run("Clean up.").text)
print(guard:get_info().calls, metrics:get_info().metrics[1].calls)

-- A point of the program's own: hooks around its own work.
hook.register{
  point = "shop.price",
  type = hook.Type.AROUND,
  handler = function(call)
    if call.phase == hook.Phase.AFTER then return { result = call.result * 2 } end
  end,
}
print(hook.execute("shop.price", { sku = 7 }, function(payload) return payload.sku * 3 end))
