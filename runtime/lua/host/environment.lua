--- What a script may reach inside a Python host: a copy of the harmless standard functions, and the SDK.
--
-- Called once with the host's plain functions, and with the chunk of `program.lua` for a script that is one. They stay upvalues of the code here and in `host_native`: no script
-- ever holds a Python object, so there is nothing to take attributes, metatables or finalizers from.

local raw, find_module, write, program = ...

local load, error, type, next, select, xpcall = load, error, type, next, select, xpcall
local sethook, create, resume = debug.sethook, coroutine.create, coroutine.resume
local getmetatable, tostring, concat = getmetatable, tostring, table.concat
local traceback = debug.traceback

local GLOBALS = {
  "assert", "error", "ipairs", "next", "pairs", "pcall", "rawequal", "rawget", "rawlen", "rawset", "select",
  "setmetatable", "tonumber", "tostring", "type", "xpcall", "_VERSION",
}
local LIBRARIES = { "coroutine", "math", "string", "table", "utf8" }
local REQUIRED = { coroutine = true, io = true, math = true, os = true, string = true, table = true, utf8 = true }
local OS_FUNCTIONS = { "clock", "date", "difftime", "time" }

-- A watched host is asked every so many instructions whether it was told to stop; then at each one, so that a script
-- which catches the error gets the next.
local INSTRUCTIONS = 10000
local watch

if raw.is_stopped then
  function watch()
    if raw.is_stopped() then
      sethook(watch, "", 1)
      error("stopped", 0)
    end
  end
end

local function watched_create(body)
  local made = create(body)
  sethook(made, watch, "", INSTRUCTIONS)
  return made
end

local function passed(ok, ...)
  if ok then return ... end
  error((...), 0)
end

local function watched_wrap(body)
  local made = watched_create(body)
  return function(...) return passed(resume(made, ...)) end
end

local function copy(source, names)
  local result = {}
  if names then
    for _, name in ipairs(names) do
      result[name] = source[name]
    end
  else
    for name, value in next, source do
      result[name] = value
    end
  end
  return result
end

-- Methods of strings are those of a table that no script can reach.
local string_methods = copy(string)
string_methods.dump = nil
getmetatable("").__index = string_methods
getmetatable("").__metatable = false

local function safe_getmetatable(value)
  if type(value) == "userdata" then return false end
  return getmetatable(value)
end

local function printable(...)
  local parts = {}
  for index = 1, select("#", ...) do
    local text = tostring((select(index, ...)))
    parts[index] = utf8.len(text) and text or text:gsub("[\128-\255]", "?")
  end
  return parts
end

local function print(...)
  write(concat(printable(...), "\t") .. "\n")
end

local output = {}

function output.write(first, ...)
  if first == output then
    write(concat(printable(...)))
  else
    write(concat(printable(first, ...)))
  end
  return output
end

function output.flush()
  return output
end

local function collect(option)
  if option == "count" then return collectgarbage("count") end
  return collectgarbage("collect")
end

-- Only text is loaded, never bytecode, and never into the host's own environment.
local function loader(environment)
  return function(chunk, name, _, given)
    if type(chunk) == "function" then
      local parts = {}
      for part in chunk do
        if part == "" then break end
        parts[#parts + 1] = part
      end
      chunk = concat(parts)
    elseif type(chunk) ~= "string" then
      error("load takes text or a function that gives text, got a " .. type(chunk), 2)
    end
    if given == nil then given = environment end
    return load(chunk, name or "=(load)", "t", given)
  end
end

local function requirer(environment, loaded, allowed)
  return function(name)
    if type(name) ~= "string" or not utf8.len(name) then
      error("require takes the name of a module, got a " .. type(name), 2)
    end
    local found = loaded[name]
    if found ~= nil then return found end
    if REQUIRED[name] then return environment[name] end
    local shared = allowed(name)
    if shared ~= nil then return shared end
    local source, place = find_module(name)
    if not source then error(("module %q was not found (%s)"):format(name, place), 2) end
    local chunk, problem = load(source, "@" .. place, "t", environment)
    if not chunk then error(problem, 0) end
    local value = chunk(name, place)
    if value == nil then value = true end
    loaded[name] = value
    return value
  end
end

local function new_environment()
  local environment = copy(_G, GLOBALS)
  for _, name in ipairs(LIBRARIES) do
    environment[name] = copy(_G[name])
  end
  environment.string.dump = nil
  if watch then
    environment.coroutine.create, environment.coroutine.wrap = watched_create, watched_wrap
  end
  environment.os = copy(os, OS_FUNCTIONS)
  environment.io = { write = output.write, flush = output.flush, stdout = output }
  environment._G = environment
  environment.print = print
  environment.getmetatable = safe_getmetatable
  environment.collectgarbage = collect
  environment.load = loader(environment)
  return environment
end

-- The SDK has an environment of its own, so that a script cannot change what it stands on.
local sdk_environment, sdk_loaded = new_environment(), {}
local sdk_require = requirer(sdk_environment, sdk_loaded, function() return nil end)
sdk_environment.require = sdk_require

local native, run_handler = sdk_require("bridge_runtime.host_native").new(raw)
local errors = sdk_require("bridge_runtime.errors")
sdk_loaded[raw.native_name] = native

local sdk_modules = { bridge_runtime = true, [raw.sdk_name] = true }

local function of_sdk(name)
  if name == raw.native_name then error("the native module is the host's own", 3) end
  if sdk_modules[name:match("^[^.]+")] then return sdk_require(name) end
  return nil
end

local script_environment = new_environment()
script_environment.require = requirer(script_environment, {}, of_sdk)
if program then
  program = program(raw.read_line, raw.write_error, raw.exit)
  local io = script_environment.io
  io.read, io.lines, io.stdin, io.stderr = program.read, program.lines, program.stdin, program.stderr
  script_environment.os.exit = program.exit
end

local HOST_FRAMES = {
  "environment%.lua", "program%.lua", "%(%.%.%.tail calls%.%.%.%)", "%[C%]: in function 'error'", "%[C%]: in function 'xpcall'",
}

local function is_of_host(line)
  for _, frame in ipairs(HOST_FRAMES) do
    if line:find(frame) then return true end
  end
  return errors.is_own(line)
end

-- The stack of an error, without the lines of this file and of the SDK.
local function described(failure)
  local lines = {}
  for line in traceback("", 2):gmatch("[^\n]+") do
    if not is_of_host(line) then lines[#lines + 1] = line end
  end
  local stack = concat(lines, "\n")
  if errors.has_code(failure) then return { failure = failure, traceback = stack } end
  return { text = errors.described(failure), traceback = stack }
end

-- An error with a code keeps it; the stack goes beside it, for its fields are the interface's.
local function coded(failure, stack)
  local wire = errors.to_wire(failure)
  if errors.is_error(failure) and failure.where then wire.message = failure.where .. ": " .. failure.message end
  wire.traceback = stack
  return wire
end

local function outcome(ok, ...)
  if ok then return native.give_back(true, (...)) end
  local failure = ...
  if type(failure) == "table" and failure.failure then
    return native.give_back(false, coded(failure.failure, failure.traceback))
  end
  -- Without memory, and when describing it failed too, Lua gives its own words.
  if type(failure) ~= "table" then failure = { text = tostring(failure) } end
  return native.give_back(false, {
    code = "runtime.callback_failed",
    message = failure.text,
    fields = { detail = failure.text, traceback = failure.traceback },
    recovery = "none",
    http_status = 502,
  })
end

--- Runs a script's text with its arguments; gives `true, value` or `false, error`, as tokens.
local function run(source, name, ...)
  local chunk, problem = load(source, "@" .. name, "t", script_environment)
  if not chunk then
    return native.give_back(false, {
      code = "runtime.invalid_argument",
      message = problem,
      fields = { ["function"] = name, detail = problem },
      recovery = "none",
      http_status = 400,
    })
  end
  if watch then sethook(watch, "", INSTRUCTIONS) end
  return outcome(xpcall(chunk, described, ...))
end

return run, run_handler
