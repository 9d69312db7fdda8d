-- Several calls at once from one Lua state.
local llmspell = require("llmspell")

local function agent(name, answer)
  llmspell.provider.create{ name = name, type = "scripted", script = { { text = answer } } }
  return llmspell.agent.create{ name = name, provider = name }
end

local poet, critic = agent("poet", "The moon is a lamp."), agent("critic", "I have seen better lamps.")

-- All at once; the results stand under the same keys.
local answers = llmspell.all{
  poem = function() return poet:run("Write a line.").text end,
  verdict = function() return critic:run("What do you think?").text end,
}
print(answers.poem)
print(answers.verdict)

-- A task by itself: it runs while the program does something else.
local dreamer = agent("dreamer", "Of electric sheep.")
local task = llmspell.spawn(function(question)
  return dreamer:run(question).text
end, "What do you dream of?")
print("meanwhile")
print(task:await())
