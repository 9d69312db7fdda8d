-- A scenario: doubles for a tool and a model, steps, and what is expected of them; a function of this script is a step, too.
local llmspell = require("llmspell")
local testing = llmspell.testing

local scenario = testing.create_scenario{
  name = "weather",
  mocks = {
    { name = "weather", type = "object", responses = { { returns = { temperature = 22 } } } },
    { name = "model", type = "service", script = {
      { tool_calls = { { name = "weather", arguments = { city = "Oslo" } } } },
      { text = "It is 22 degrees in Oslo." },
    } },
  },
  steps = {
    { call = "agent.create", with = { config = { name = "helper", provider = "model", tools = { "weather" } } }, as = "agent" },
    { call = "agent.run", with = { agent = "$agent", input = "What's the weather in Oslo?" }, as = "answer",
      expect = {
        result = { ["$partial"] = { text = { ["$regex"] = "\\d+ degrees" } } },
        mocks = { weather = { times = 1, called_with = { { city = "Oslo" } } } },
      } },
    { name = "shout", run = function(input) return input.text:upper() end, with = { text = "$answer.text" },
      expect = { result = "IT IS 22 DEGREES IN OSLO." } },
  },
}
local result = testing.run_scenario(scenario)
print(result.scenario, result.outcome)
for _, step in ipairs(result.steps) do print(step.number, step.name, step.outcome) end

-- An assertion that does not hold is an error that knows the place.
local ok, failure = pcall(testing.assert_equals, { text = "Hi", parts = { 1, 2 } }, { text = "Hi", parts = { 1, 3 } })
print(ok, failure.code)
print(failure.message)
