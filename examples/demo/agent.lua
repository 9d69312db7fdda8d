-- The demo's agent in Lua, the same file in the spell host, lua5.4 and luajit: agent.lua PROVIDER [MODEL]
local llmspell = require("llmspell")

-- What the program may do; in the spell host, whoever runs the spell decides that.
llmspell.options = {permissions = {llm = true, env = {"OPENAI_API_KEY", "OLLAMA_HOST"}}}

local provider, model = ...
provider = provider or "scripted"

if provider == "scripted" then
  llmspell.provider.create{
    name = "scripted", type = "scripted",
    script = {
      {tool_calls = {{name = "weather", arguments = {city = "Oslo"}}}},
      {text = "It is 22 degrees in Oslo."},
    },
  }
end

local calls = 0
llmspell.tool.register{
  name = "weather",
  description = "The weather in a city.",
  parameters = {type = "object", properties = {city = {type = "string"}}, required = {"city"}},
  handler = function(args)
    calls = calls + 1
    return {city = args.city, temperature = 22}
  end,
}

local agent = llmspell.agent.create{name = "helper", provider = provider, model = model, tools = {"weather"}}
local answer = agent:run("What's the weather in Oslo?")
print(calls, answer.text)
