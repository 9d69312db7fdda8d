-- What closing a session tells: what did not end as it should, and the calls that it ends. All is released all the same.
local llmspell = require("llmspell")

local url = ...

-- A session of the program's own; in the host, which has one for its scripts, one within that.
local function open()
  local opened, session = pcall(llmspell.open, { permissions = { llm = true, net = { "127.0.0.1" } } })
  return opened and session or llmspell.session.open{}
end

local function leave_a_script(session)
  session.provider.create{ name = "left", type = "scripted", script = { { text = "Hi." } } }
end

local session = open()
leave_a_script(session)
local closed, failure = pcall(session.close, session)
print(closed, failure.code, failure.fields.provider, #failure.trace_id > 0)
closed, failure = pcall(session.provider.list)
print(closed, failure.code)

-- A handler may close its session; what it fails with then has nobody to hear it.
session = open()
leave_a_script(session)
session.tool.register{
  name = "shut",
  description = "Closes the session.",
  handler = function()
    local _, problem = pcall(session.close, session)
    print("in the handler", problem.code)
    error({ code = "shop.closed" })
  end,
}
closed, failure = pcall(session.tool.execute, "shut", {})
print(closed, failure.code)

-- A subscriber that fails is no failure of the close.
session = open()
session.event.subscribe("order.*", function() error("no") end)
session.event.emit("order.paid", {})
print((pcall(session.close, session)))

-- A task whose call waits for a model.
session = open()
local provider = session.provider.create{ type = "local", base_url = url, model = "m" }
local agent = session.agent.create{ name = "helper", provider = "local" }
local task = llmspell.spawn(function() return agent:run("Hello") end)
print(provider:get_models()[1].id)
print((pcall(session.close, session)))
closed, failure = pcall(task.await, task)
print(closed, failure.code)
