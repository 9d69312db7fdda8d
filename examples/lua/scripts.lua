-- Text that somebody else wrote, a model perhaps: run it where it can do no harm.
local llmspell = require("llmspell")

-- All that the script may ask of this program is what it is given by name.
llmspell.script.register_handler("price_of", function(item)
  local prices = { ink = 3, paper = 9 }
  return prices[item] or error({ code = "shop.unknown", message = "no price for " .. item })
end)

local basket = [[
  local llmspell = require("llmspell")
  local sum = 0
  for _, item in ipairs(input) do sum = sum + llmspell.script.call_handler("price_of", item) end
  print(#input .. " items")
  return { sum = sum }
]]

local function try(source, options)
  options.permissions = {} -- a session of its own, that may do nothing
  return pcall(llmspell.script.execute, "lua", source, options)
end

-- In this session, with what it may do; the script runs in a process of its own.
local result = llmspell.script.execute("lua", basket, { input = { "ink", "paper", "ink" } })
print(result.output .. "sum " .. result.value.sum)

-- An error of the handler comes out with its code, and says where the script stood.
local _, problem = pcall(llmspell.script.execute, "lua", basket, { input = { "desk" }, name = "basket.lua" })
print(problem.code, problem.fields.line, problem.cause.code, problem.cause.cause.code)

-- What does not end is killed, what takes too much is stopped, and what is wrong is told before it runs.
_, problem = try("while true do end", { timeout_seconds = 0.5 })
print(problem.code)
_, problem = try("return string.rep('x', 1e9)", { memory_bytes = 16777216 })
print(problem.code, problem.fields.limit)
_, problem = try("return require('llmspell').tool.execute('file_read', { path = '/etc/passwd' })", {})
print(problem.cause.code)
print(llmspell.script.validate("lua", "local a = = 1").issues[1].message)

-- An expression decides over values, and can do nothing else.
print(llmspell.script.execute("expr", "input.sum > limit ? 'too dear' : 'fine'", {
  input = result.value,
  variables = { limit = 10 },
}).value)
