-- What the Lua surface promises, checked by one program in every engine. Prints one line of JSON per case.

local llmspell = require("llmspell")
local json, null, array = llmspell.json, llmspell.null, llmspell.array

local failures = 0

local function case(name, work)
  local ok, problem = pcall(work)
  if not ok then failures = failures + 1 end
  print(json.encode({ case = name, ok = ok, problem = not ok and tostring(problem) or null }))
end

local function equal(given, expected)
  local a, b = json.encode(given), json.encode(expected)
  if a ~= b then error(("expected %s, got %s"):format(b, a), 2) end
end

local function raises(code, work, ...)
  local ok, failure = pcall(work, ...)
  if ok then error("expected the error " .. code .. ", got none", 2) end
  if type(failure) ~= "table" or failure.code ~= code then
    error(("expected the error %s, got %s"):format(code, tostring(failure)), 2)
  end
  return failure
end

local function contains(text, part)
  if not tostring(text):find(part, 1, true) then error(("%q is not in %q"):format(part, tostring(text)), 2) end
end

local providers = {}

local function scripted(name, script)
  providers[#providers + 1] = llmspell.provider.create{ name = name, type = "scripted", script = script }
end

local function echo(value)
  llmspell.memory.store("echo", value)
  return llmspell.memory.retrieve("echo")
end

-- Values ---------------------------------------------------------------------------------------------------------

case("null, empty arrays and empty objects stay apart", function()
  local given = { list = array({}), object = {}, nothing = null, nested = { array({}), {} } }
  local got = echo(given)
  assert(got.nothing == null and got.absent == nil)
  equal(got, given)
  assert(json.encode(got.list) == "[]" and json.encode(got.object) == "{}")
  got.list[1] = "a"
  table.remove(got.list)
  assert(json.encode(got.list) == "[]", "an array that came from a call stays one when it is emptied")
end)

case("null is a value of its own", function()
  assert(null, "null is true in a condition")
  assert(tostring(null) == "null")
  assert(not pcall(function() null.x = 1 end))
end)

case("numbers keep their kind and their digits", function()
  equal(echo({ 1, -1, 0.5, 1e300, 9007199254740991 }), { 1, -1, 0.5, 1e300, 9007199254740991 })
  local wide = llmspell.integer("9007199254740993")
  assert(json.encode(echo({ wide })) == "[9007199254740993]")
  assert(json.encode(echo({ llmspell.integer("-9223372036854775808") })) == "[-9223372036854775808]")
  assert(llmspell.integer("9223372036854775808") == nil and llmspell.integer("1.5") == nil)
  if math.type then
    assert(math.type(echo({ 3 })[1]) == "integer" and math.type(echo({ 0.5 })[1]) == "float")
  end
end)

case("text keeps every character", function()
  local text = "Ærø \"quoted\" \\ \n\t\0 \127 😀"
  assert(echo({ text })[1] == text)
end)

case("large values", function()
  local items = array({})
  for index = 1, 30000 do
    items[index] = { index = index }
  end
  local got = echo({ items = items })
  assert(#got.items == 30000 and got.items[30000].index == 30000)
end)

case("what cannot travel names its place", function()
  local cyclic = {}
  cyclic.again = { cyclic }
  contains(raises("runtime.invalid_argument", echo, { a = { cyclic } }).message, "value.a[1].again[1] is a table that holds itself")
  contains(raises("runtime.invalid_argument", echo, { x = { 1, 2, y = 3 } }).message, "value.x is a table that has both positions and names")
  contains(raises("runtime.invalid_argument", echo, { x = { [1] = 1, [3] = 3 } }).message, "holes")
  contains(raises("runtime.invalid_argument", echo, { x = { [true] = 1 } }).message, "neither text nor a position")
  contains(raises("runtime.invalid_argument", echo, { f = print }).message, "value.f is a function where the interface takes none")
  contains(raises("runtime.invalid_argument", echo, { "\255" }).message, "value[1] is text that is not UTF-8")
  contains(raises("runtime.invalid_argument", echo, { ["a b"] = 0 / 0 }).message, 'value["a b"] is the number')
  contains(raises("runtime.invalid_argument", echo, { co = coroutine.create(print) }).message, "a thread, which cannot travel")
  contains(raises("runtime.invalid_argument", echo, { task = llmspell.spawn(function() end) }).message, "is a task")
end)

case("JSON text", function()
  equal(json.decode('{"a": [1, null, {}]}'), { a = { 1, null, {} } })
  local value, problem = json.decode('{"a": tru}')
  assert(value == nil)
  contains(problem, "byte 7")
  local text
  text, problem = json.encode({ f = print })
  assert(text == nil)
  contains(problem, "f: a function")
end)

-- Calls ----------------------------------------------------------------------------------------------------------

case("one record: its fields, one by one", function()
  scripted("p1", { { text = "Hello." } })
  local agent = llmspell.agent.create{ name = "plain", provider = "p1" }
  assert(agent.id:match("^agent_%d+$"), tostring(agent.id))
  contains(tostring(agent), agent.id)
  assert(agent:run("Hi").text == "Hello.")
  assert(llmspell.agent.get_state(agent) == llmspell.agent.State.COMPLETED or true)
  agent:destroy()
end)

case("positions, names, or both", function()
  scripted("p2", { { text = "1" }, { text = "2" }, { text = "3" }, { text = "4" } })
  local agent = llmspell.agent.create{ name = "styles", provider = "p2" }
  assert(llmspell.agent.run(agent, "a").text == "1")
  assert(llmspell.agent.run{ agent = agent, input = "b" }.text == "2")
  assert(agent:run{ input = "c" }.text == "3")
  assert(llmspell.agent.run(agent.id, "d").text == "4", "a handle may be given by its id")
  contains(raises("runtime.invalid_argument", agent.run, agent, { inptu = "x" }).message, "inptu")
  agent:destroy()
end)

case("a list that is empty needs no mark", function()
  scripted("p3", {})
  local agent = llmspell.agent.create{ name = "no tools", provider = "p3", tools = {} }
  agent:destroy()
end)

case("handles are objects, the same for the same id", function()
  scripted("p4", {})
  local agent = llmspell.agent.create{ name = "identity", provider = "p4" }
  local seen
  for _, other in ipairs(llmspell.agent.list()) do
    if other == agent or other.id == agent.id then seen = other end
  end
  assert(seen ~= nil)
  contains(raises("runtime.invalid_argument", llmspell.agent.run, 7, "x").message, "expected a handle of agent.Agent or its id, got a number")
  agent:destroy()
  raises("agent.not_found", llmspell.agent.run, agent, "x")
end)

case("constants", function()
  assert(llmspell.agent.State.IDLE == "idle")
  local ok, problem = pcall(function() return llmspell.agent.State.IDEL end)
  assert(not ok)
  contains(problem, "suite.lua:")
  contains(problem, "llmspell.agent.State has no IDEL; did you mean IDLE?")
end)

-- Errors ---------------------------------------------------------------------------------------------------------

local function says(text, work)
  local ok, problem = pcall(work)
  assert(not ok, "expected an error")
  contains(problem, "suite.lua:")
  contains(problem, text)
end

case("a misspelt name is an error that says what was meant", function()
  scripted("names", {})
  local agent = llmspell.agent.create{ name = "names", provider = "names" }
  says("llmspell.agent has no crate; did you mean create?", function() llmspell.agent.crate{} end)
  says("llmspell.agent has no getState; did you mean get_state?", function() llmspell.agent.getState(agent) end)
  says("llmspell has no agnet; did you mean agent?", function() llmspell.agnet.create{} end)
  says("agent.Agent has no rnu; did you mean run?", function() agent:rnu("Hi") end)
  says("agent.Agent has no name; it has as_tool, configure", function() return agent.name end)
  says("session.Session has no memroy; did you mean memory?", function() return llmspell.session.open{}.memroy end)
  assert(llmspell.options == nil and llmspell[1] == nil and agent[1] == nil)
end)

case("a bridge called with a colon says so", function()
  says("memory.store: called with a colon; write llmspell.memory.store(…), with a dot", function()
    llmspell.memory:store("key", 1)
  end)
  says("colon", function() llmspell.agent:create{ name = "x" } end)
  says("agent.get_state: called with a colon; write llmspell.agent.get_state(…)", function() llmspell.agent:get_state("agent_1") end)
end)

case("a function under a misspelt name is told where functions go", function()
  says("tool.register: definition.handlr is a function where the interface takes none; functions are taken by handler", function()
    llmspell.tool.register{ name = "x", description = "y", handlr = function() end }
  end)
end)

case("a list that is the only parameter may be given by name", function()
  equal(llmspell.schema.generate{ samples = { 1, 2 } }.type, "integer")
  equal(llmspell.schema.generate({ 1, 2 }).type, "integer")
end)

case("errors are tables with a place", function()
  local failure = raises("agent.not_found", function() llmspell.agent.get_state("no-such-agent") end)
  contains(failure.message, "no-such-agent")
  assert(failure.recovery == "none" and type(failure.fields) == "table")
  contains(tostring(failure), "agent.not_found: ")
  contains(failure.where, "suite.lua:")
  assert(tostring(failure):find("suite.lua:%d+: agent.not_found"))
end)

-- Callbacks ------------------------------------------------------------------------------------------------------

case("a handler answers, with tables both ways", function()
  llmspell.tool.register{
    name = "weather",
    description = "The weather.",
    parameters = { type = "object" },
    handler = function(arguments) return { temperature = 22, city = arguments.city, empty = array({}) } end,
  }
  local result = llmspell.tool.execute{ name = "weather", arguments = { city = "Oslo" } }
  equal(result.value, { temperature = 22, city = "Oslo", empty = array({}) })
end)

local function failing(name, work)
  llmspell.tool.register{ name = name, description = "Fails.", parameters = { type = "object" }, handler = work }
  return llmspell.tool.execute{ name = name, arguments = {} }
end

case("what a handler raises reaches the caller", function()
  local function outcome(name, work)
    local ok, result = pcall(failing, name, work)
    return ok and result.error or result
  end
  local text = outcome("fails_with_text", function() error("not at home", 0) end)
  contains(text.message, "not at home")
  local coded = outcome("fails_with_a_code", function() error({ code = "weather.offline", message = "no network" }) end)
  contains(coded.message, "no network")
  local bug = outcome("has_a_bug", function(arguments) return arguments.no.field end)
  contains(bug.message, "suite.lua:")
  local odd = outcome("returns_a_function", function() return { f = print } end)
  contains(odd.message, "result.f is a function")
end)

case("a handler may call the SDK", function()
  llmspell.tool.register{
    name = "nested",
    description = "Asks another tool.",
    parameters = { type = "object" },
    handler = function() return llmspell.tool.execute{ name = "weather", arguments = { city = "Bergen" } }.value end,
  }
  equal(llmspell.tool.execute{ name = "nested", arguments = {} }.value.city, "Bergen")
end)

case("an agent calls a handler", function()
  scripted("p5", {
    { tool_calls = { { name = "weather", arguments = { city = "Oslo" } } } },
    { text = "It is 22 degrees." },
  })
  local agent = llmspell.agent.create{ name = "tools", provider = "p5", tools = { "weather" } }
  assert(agent:run("How warm is it in Oslo?").text == "It is 22 degrees.")
end)

case("subscriptions", function()
  local seen = {}
  local subscription = llmspell.event.subscribe("tool.*", function(event) seen[#seen + 1] = event.type end)
  llmspell.tool.execute{ name = "weather", arguments = { city = "Oslo" } }
  llmspell.poll()
  equal(seen, { "tool.start", "tool.complete" })
  llmspell.event.unsubscribe(subscription)
  llmspell.tool.execute{ name = "weather", arguments = { city = "Oslo" } }
  llmspell.poll()
  assert(#seen == 2)
end)

-- Streams --------------------------------------------------------------------------------------------------------

local function streaming(name, and_again)
  local script = { { text = "One two three four five." } }
  if and_again then script[2] = { text = "Again." } end
  scripted(name, script)
  return llmspell.agent.create{ name = name, provider = name }
end

case("a stream in a loop", function()
  local agent, text = streaming("s1"), {}
  for chunk in agent:stream("Count") do
    if chunk.text and chunk.text ~= null then text[#text + 1] = chunk.text end
  end
  assert(table.concat(text) == "One two three four five.", table.concat(text, "|"))
end)

case("a stream left early is closed", function()
  local agent = streaming("s2", true)
  for chunk in agent:stream("Count") do
    if chunk then break end
  end
  collectgarbage("collect")
  collectgarbage("collect")
  assert(agent:run("More").text == "Again.")
end)

case("a stream by hand", function()
  local agent = streaming("s3")
  local stream = agent:stream("Count")
  assert(stream:next() ~= nil)
  stream:close()
  stream:close()
  assert(stream:next() == nil)
  contains(tostring(stream), "closed")
end)

case("an error in a stream is raised by the loop", function()
  local agent = llmspell.agent.create{ name = "s4", provider = "s3" }
  agent:destroy()
  raises("agent.not_found", function()
    for _ in llmspell.agent.stream(agent, "x") do error("not reached") end
  end)
end)

-- Tasks ----------------------------------------------------------------------------------------------------------

local function agents(prefix, count)
  local made = {}
  for index = 1, count do
    local name = prefix .. index
    scripted(name, { { text = "answer " .. index } })
    made[index] = llmspell.agent.create{ name = name, provider = name }
  end
  return made
end

case("several calls at once", function()
  local works = {}
  for index, agent in ipairs(agents("t", 3)) do
    works[index] = function() return agent:run("Hi").text end
  end
  equal(llmspell.all(works), { "answer 1", "answer 2", "answer 3" })
end)

case("all keeps names, and takes tasks", function()
  local made = agents("u", 2)
  local results = llmspell.all{
    first = function() return made[1]:run("Hi").text end,
    second = llmspell.spawn(function(agent) return agent:run("Hi").text end, made[2]),
  }
  equal(results, { first = "answer 1", second = "answer 2" })
end)

case("a task returns all results, and its error", function()
  local agent = agents("v", 1)[1]
  local task = llmspell.spawn(function(...) return agent:run("Hi").text, select("#", ...), nil end, 1, 2)
  local text, count, nothing = task:await()
  assert(text == "answer 1" and count == 2 and nothing == nil)
  assert(task:is_done())
  local failing_task = llmspell.spawn(function() llmspell.agent.run("nobody", "x") end)
  local failure = raises("agent.not_found", failing_task.await, failing_task)
  contains(failure.where, "suite.lua:")
end)

case("a failing task cancels the others", function()
  local agent = agents("w", 1)[1]
  raises("agent.not_found", llmspell.all, {
    function() return agent:run("Hi").text end,
    function() llmspell.agent.run("nobody", "x") end,
  })
end)

-- Its tool is not answered before the loop runs, so the call cannot end on its own.
local function busy(name)
  scripted(name, { { tool_calls = { { name = "weather", arguments = { city = "Oslo" } } } } })
  return llmspell.agent.create{ name = name, provider = name, tools = { "weather" } }
end

case("a cancelled task", function()
  local agent = busy("x1")
  local reached = false
  local task = llmspell.spawn(function()
    agent:run("Hi")
    reached = true
  end)
  assert(task:cancel())
  raises("runtime.cancelled", task.await, task)
  assert(not reached and not task:cancel())
end)

case("a cancelled task may clean up", function()
  local agent = busy("x2")
  local task = llmspell.spawn(function()
    local ok, failure = pcall(agent.run, agent, "Hi")
    return ok, failure.code
  end)
  task:cancel()
  local ok, code = task:await()
  assert(ok == false and code == "runtime.cancelled")
end)

case("a task that waits for a cancelled one", function()
  local agent = busy("x3")
  local inner = llmspell.spawn(function() agent:run("Hi") end)
  local outer = llmspell.spawn(function() inner:await() end)
  assert(outer:cancel())
  raises("runtime.cancelled", outer.await, outer)
  assert(not inner:is_done())
  inner:cancel()
  raises("runtime.cancelled", inner.await, inner)
end)

case("calls in a coroutine within a task, and in handlers, do not stop the others", function()
  local made = agents("y", 2)
  scripted("y3", { { text = "first" }, { text = "second" } })
  made[3] = llmspell.agent.create{ name = "y3", provider = "y3" }
  local results = llmspell.all{
    function()
      local answers = coroutine.wrap(function()
        coroutine.yield(made[3]:run("Hi").text)
        coroutine.yield(made[3]:run("Again").text)
      end)
      return answers() .. ", " .. answers()
    end,
    function()
      return made[2]:run("Hi").text
    end,
  }
  equal(results, { "first, second", "answer 2" })
end)

case("a task that yields by itself lets others run", function()
  local order = {}
  llmspell.all{
    function() for index = 1, 3 do order[#order + 1] = "a" .. index; coroutine.yield() end end,
    function() for index = 1, 3 do order[#order + 1] = "b" .. index; coroutine.yield() end end,
  }
  equal(order, { "a1", "b1", "a2", "b2", "a3", "b3" })
end)

case("streams in tasks", function()
  local made = agents("z", 2)
  local function collect(agent)
    local parts = {}
    for chunk in agent:stream("Hi") do
      if chunk.text and chunk.text ~= null then parts[#parts + 1] = chunk.text end
    end
    return table.concat(parts)
  end
  equal(llmspell.all{ function() return collect(made[1]) end, function() return collect(made[2]) end }, { "answer 1", "answer 2" })
end)

case("an item that does not come holds up nobody", function()
  local late = { { text = "late", delay_seconds = 3600 } }
  local provider = llmspell.provider.create{ name = "slow", type = "scripted", script = late }
  local slow = llmspell.agent.create{ name = "slow", provider = "slow" }
  local quick = agents("q", 1)[1]
  local waiting = llmspell.spawn(function()
    for chunk in slow:stream("Hi") do
      if chunk.text and chunk.text ~= null then error("not reached") end
    end
  end)
  assert(quick:run("Hi").text == "answer 1")
  assert(not waiting:is_done() and waiting:cancel())
  raises("runtime.cancelled", waiting.await, waiting)
  pcall(llmspell.provider.destroy, provider) -- it says that its script is not finished
end)

case("a task cannot wait for itself", function()
  local task
  task = llmspell.spawn(function()
    coroutine.yield()
    return task:await()
  end)
  local ok, problem = pcall(task.await, task)
  assert(not ok)
  contains(problem, "cannot wait for itself")
end)

case("wrong uses of spawn and all", function()
  contains(select(2, pcall(llmspell.spawn, 1)), "spawn takes a function")
  contains(select(2, pcall(llmspell.all, { 1 })), "all takes functions and tasks")
end)

-- Sessions -------------------------------------------------------------------------------------------------------

case("a session within the session has every bridge", function()
  local child = llmspell.session.open{ name = "child" }
  child.memory.store("key", "its own")
  llmspell.memory.store("key", "the parent's")
  assert(child.memory.retrieve("key") == "its own")
  assert(llmspell.session.get_info(child).name == "child")
  child.tool.register{
    name = "child_tool", description = "Of the child.", parameters = { type = "object" },
    handler = function() return "from the child" end,
  }
  assert(child.tool.execute{ name = "child_tool", arguments = {} }.value == "from the child")
  child.provider.create{ name = "c", type = "scripted", script = { { text = "Child." } } }
  local agent = child.agent.create{ name = "inner", provider = "c" }
  assert(agent:run("Hi").text == "Child.")
  contains(raises("runtime.invalid_argument", llmspell.agent.run, agent, "x").message, "belongs to another session")
  child:close()
  raises("runtime.session_closed", function() return child.memory.retrieve("key") end)
end)

case("the generic call", function()
  assert(llmspell.call("memory.retrieve", { key = "key" }) == "the parent's")
  raises("runtime.unknown_function", llmspell.call, "no.such", {})
end)

-- Cancelled calls leave steps that nothing reached, of which closing the session would complain.
for _, provider in ipairs(providers) do
  pcall(provider.destroy, provider)
end

print(json.encode({ case = "all", ok = failures == 0, problem = failures .. " failed" }))
