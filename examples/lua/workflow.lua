-- A workflow in Lua: a tool, a handler and a model, with what comes of one step in the next. Runs in every Lua.
local llmspell = require("llmspell")

-- `scripted` answers from this script, so that the example needs no model; name another provider for a real one.
llmspell.provider.create{
  name = "scripted",
  type = "scripted",
  script = { { text = "Pack an umbrella." } },
}

llmspell.script.register_handler("forecast", function(city)
  return { city = city, rain = city == "Bergen" }
end)

local flow = llmspell.workflow.create{
  name = "packing",
  steps = {
    {
      id = "forecasts",
      kind = "map_reduce",
      over = "input.cities",
      steps = { { id = "one", kind = "script", handler = "forecast", input = "{{item}}" } },
      reduce = { { id = "wet", kind = "transform", value = "{{results.filter(r, r.rain).map(r, r.city)}}" } },
    },
    {
      id = "advice",
      kind = "agent",
      when = "size(forecasts.output) > 0",
      config = { name = "advisor", provider = "scripted" },
      input = "It rains in {{forecasts.output}}. What shall I pack?",
    },
  },
  output = { rainy = "{{forecasts.output}}", advice = "{{advice.output}}" },
}

llmspell.event.subscribe("workflow.step", function(event)
  print(event.data.key, event.data.status)
end)

-- It pauses before the model is asked; what has come of it so far is data, and can be kept anywhere.
local run = flow:start({ cities = { "Oslo", "Bergen" } }, { pause_after = { "forecasts" } })
assert(llmspell.workflow.get_result(run).status == llmspell.workflow.Status.PAUSED)
assert(llmspell.workflow.get_checkpoint(run).steps[1].output.city == "Oslo")

llmspell.workflow.resume(run)
local result = llmspell.workflow.get_result(run)
print(result.output.rainy[1], result.output.advice)
