--- Runs the examples of an interface and prints what came of each, one line of JSON per example.

local json = require("bridge_runtime.json")
local values = require("bridge_runtime.values")

local conformance = {}

local Example = {}
Example.__index = Example

--- Begins the call that is shown: what was emitted and called before does not count.
function Example:begin()
  self.session:call("runtime.recorded_events")
  self.calls, self.begun = values.array({}), true
end

--- A function that notes the arguments of its calls and hands them on.
function Example:watch(work)
  return function(...)
    local arguments = values.array({})
    for position = 1, select("#", ...) do
      local value = (select(position, ...))
      if value == nil then value = values.null end
      arguments[position] = value
    end
    self.calls[#self.calls + 1] = arguments
    return work(...)
  end
end

--- All items of a stream; an error that ends it is noted beside them.
function Example:items(stream)
  self.stream = values.array({})
  for item in stream do
    self.stream[#self.stream + 1] = item
  end
end

local function line(example, ok, result)
  local outcome = {}
  if example.stream then outcome.stream = example.stream end
  if not ok then
    outcome.error = {
      code = result.code,
      message = result.message,
      fields = result.fields,
      recovery = result.recovery,
      http_status = result.http_status,
      trace_id = result.trace_id,
    }
  elseif not example.stream then
    outcome.result = result == nil and values.null or result
  end
  return { outcome = outcome, calls = example.calls, events = example.session:call("runtime.recorded_events") }
end

--- The function with which a program runs its examples: each in a new session, opened with `options`.
function conformance.runner(sdk)
  return function(name, example_name, options, work)
    local printed = { ["function"] = name, example = example_name }
    local opened, session = pcall(sdk.open, options)
    if not opened then
      printed.failed = "opening the session: " .. tostring(session)
    else
      local example = setmetatable({ session = session, calls = values.array({}), begun = false }, Example)
      local ok, result = pcall(work, session, example)
      if not ok and not (example.begun and type(result) == "table" and result.code) then
        printed.failed = tostring(result)
      else
        for key, value in pairs(line(example, ok, result)) do
          printed[key] = value
        end
      end
      session:close()
    end
    local text, problem = json.encode(printed)
    if not text then
      text = json.encode({ ["function"] = name, example = example_name, failed = "the outcome is not JSON: " .. problem })
    end
    print(text)
  end
end

return conformance
