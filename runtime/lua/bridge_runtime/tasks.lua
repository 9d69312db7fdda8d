--- Several calls at once from one Lua state: tasks are coroutines, and a call that waits lets the others run.
--
-- A call made inside a task starts, yields, and is resumed with its outcome. A call made elsewhere (in the main
-- program, in a handler, in a coroutine of the script's own) runs the tasks until its outcome is there.

local errors = require("bridge_runtime.errors")

local unpack = table.unpack or unpack
local isyieldable = coroutine.isyieldable or function() return true end

local tasks = {}

-- With calls of several sessions under way each is waited for in turns of this many seconds.
local TURN = 0.01

local WAIT = {} -- what a task yields when it waits for something of ours

local by_coroutine = setmetatable({}, { __mode = "k" })
local ready, first_ready, last_ready = {}, 1, 0
local sessions = {} -- sessions with calls under way: session -> {ticket -> waiter}
local unfinished = 0

---@class bridge_runtime.Task
local Task = {}
Task.__index = Task
Task.__name = "task"

function Task:__tostring()
  return ("task (%s)"):format(self.state)
end

local function pack(...)
  return { n = select("#", ...), ... }
end

local function make_ready(task, ...)
  task.state, task.waits_for = "ready", nil
  task.resumption = pack(...)
  last_ready = last_ready + 1
  ready[last_ready] = task
end

local function finish(task, ok, results)
  task.state = ok and "done" or "failed"
  task.results = results
  unfinished = unfinished - 1
  for _, waiter in ipairs(task.waiters) do
    if waiter.waits_for == task then make_ready(waiter) end
  end
  task.waiters = {}
end

local function resume(task)
  local resumption = task.resumption
  task.state, task.resumption = "running", nil
  local results = pack(coroutine.resume(task.coroutine, unpack(resumption, 1, resumption.n)))
  if coroutine.status(task.coroutine) == "dead" then
    finish(task, results[1], results)
  elseif results[2] ~= WAIT then
    make_ready(task) -- the script yielded by itself: let the others run
  end
end

local function give_outcome(waiter, ok, value, at_end)
  if waiter.coroutine then
    waiter.session, waiter.ticket = nil, nil
    make_ready(waiter, ok, value, at_end)
  else
    waiter.outcome = { ok, value, at_end }
  end
end

local function collect(session, timeout)
  local ticket, ok, value, at_end = session.native.wait(session.number, nil, timeout)
  if not ticket then
    -- Without a time limit this means that nothing is under way: the session was closed below.
    if not timeout then tasks.abandon(session) end
    return
  end
  local waiting = sessions[session]
  local waiter = waiting and waiting[ticket]
  if not waiter then return end
  waiting[ticket] = nil
  if next(waiting) == nil then sessions[session] = nil end
  give_outcome(waiter, ok, value, at_end)
end

-- One step of the loop: resumes a task that is ready, or waits for an outcome. False when there is nothing to do.
local function step()
  local task = ready[first_ready]
  if task then
    ready[first_ready] = nil
    first_ready = first_ready + 1
    if task.state == "ready" then resume(task) end
    return true
  end
  local session = next(sessions)
  if not session then return false end
  if next(sessions, session) == nil then
    collect(session, nil)
  else
    local all = {}
    for each in pairs(sessions) do
      all[#all + 1] = each
    end
    for _, each in ipairs(all) do
      collect(each, TURN)
    end
  end
  return true
end

local function current()
  local running = coroutine.running()
  local task = running and by_coroutine[running]
  if task and isyieldable() then return task end
end

local function register(waiter, session, ticket)
  local waiting = sessions[session]
  if not waiting then
    waiting = {}
    sessions[session] = waiting
  end
  waiting[ticket] = waiter
end

--- Whether any task has not ended, so that a call that waits must not hold them up.
function tasks.active()
  return unfinished > 0
end

--- The outcome of a call that was started: `ok, value`, and `true` for the end of a stream.
function tasks.outcome(session, ticket)
  local task = current()
  if task then
    if task.cancelled then session.native.cancel(session.number, ticket) end
    task.state, task.session, task.ticket = "waiting", session, ticket
    register(task, session, ticket)
    return coroutine.yield(WAIT)
  end
  local box = {}
  register(box, session, ticket)
  while not box.outcome do
    if not step() then return false, errors.new("runtime.cancelled", "the session was closed during the call") end
  end
  return unpack(box.outcome, 1, 3)
end

--- Runs `work(...)` as a task, at once and until it first waits; returns the task.
function tasks.spawn(work, ...)
  if type(work) ~= "function" then
    error("spawn takes a function and its arguments, got a " .. type(work), 2)
  end
  local task = setmetatable({ waiters = {}, coroutine = coroutine.create(work) }, Task)
  by_coroutine[task.coroutine] = task
  unfinished = unfinished + 1
  task.resumption = pack(...)
  resume(task)
  return task
end

local function wait_for(task)
  local waiter = current()
  if waiter == task then error("a task cannot wait for itself", 3) end
  while task.state ~= "done" and task.state ~= "failed" do
    if waiter then
      task.waiters[#task.waiters + 1] = waiter
      waiter.state, waiter.waits_for = "waiting", task
      coroutine.yield(WAIT)
      if waiter.cancelled and not waiter.told then
        waiter.told = true
        errors.raise(errors.new("runtime.cancelled", "the task was cancelled"))
      end
    elseif not step() then
      error("the task waits for something that can never come", 3)
    end
  end
end

--- Waits until the task ends; returns what its function returned, or raises what it raised.
function Task:await()
  wait_for(self)
  if self.state == "failed" then error(self.results[2], 0) end
  return unpack(self.results, 2, self.results.n)
end

--- Cancels the task: the call that it waits for ends with `runtime.cancelled`. False when it had ended already.
function Task:cancel()
  if self.state == "done" or self.state == "failed" then return false end
  self.cancelled = true
  if self.ticket then
    self.session.native.cancel(self.session.number, self.ticket)
  elseif self.state == "waiting" then
    make_ready(self)
  end
  return true
end

--- Whether the task has ended.
function Task:is_done()
  return self.state == "done" or self.state == "failed"
end

local function as_task(work)
  if getmetatable(work) == Task then return work end
  return tasks.spawn(work)
end

--- Runs several functions (or waits for several tasks) at once.
-- Takes a list or a table by name and returns the first result of each under its key. When one fails the others are
-- cancelled, and its error is raised.
function tasks.all(works)
  if type(works) ~= "table" then
    error("all takes a table of functions or tasks, got a " .. type(works), 2)
  end
  local started, results, failure = {}, {}, nil
  for key, work in pairs(works) do
    if type(work) ~= "function" and getmetatable(work) ~= Task then
      error(("all takes functions and tasks; %s is a %s"):format(tostring(key), type(work)), 2)
    end
  end
  for key, work in pairs(works) do
    started[key] = as_task(work)
  end
  for key, task in pairs(started) do
    wait_for(task)
    if task.state == "done" then
      results[key] = task.results[2]
    elseif not failure then
      failure = { task.results[2] }
      for _, other in pairs(started) do
        other:cancel()
      end
    end
  end
  if failure then error(failure[1], 0) end
  return results
end

--- Forgets the calls of a session that was closed; their tasks end with `runtime.session_closed`.
function tasks.abandon(session)
  local waiting = sessions[session]
  sessions[session] = nil
  for _, waiter in pairs(waiting or {}) do
    give_outcome(waiter, false, errors.new("runtime.session_closed", "the session is closed"))
  end
end

return tasks
