--- A session: its bridges, its handles and the functions it was given.

local errors = require("bridge_runtime.errors")
local names = require("bridge_runtime.names")
local operations = require("bridge_runtime.operations")
local streams = require("bridge_runtime.streams")
local tasks = require("bridge_runtime.tasks")
local types = require("bridge_runtime.types")
local values = require("bridge_runtime.values")

local null = values.null
local gather = operations.gather
local unpack = table.unpack or unpack

---@class bridge_runtime.Session
local Session = {}

local session = {}

-- Streams that were left to the collector are closed before the next call.
local function close_left_streams(self)
  local left = self.left_streams
  self.left_streams = {}
  for _, id in ipairs(left) do
    self.native.stream_close(self.number, id)
  end
end

-- The short way of a call with one or two arguments that are scalars or handles, where the native layer has one.
local function call_short(self, operation, first, second)
  local parameter, other = operation.parameters[1], operation.parameters[2]
  local send = parameter.send
  if send and type(first) == "table" then
    local class = getmetatable(first)
    if not class or class.bridge then return nil end -- it may name the arguments; a bridge is a mistake
    types.calling = operation.name
    first = send(first, self, parameter.name)
  end
  if second == nil then return self.call_scalars(self.number, operation.name, parameter.name, first) end
  if other.send then return nil end
  return self.call_scalars(self.number, operation.name, parameter.name, first, other.name, second)
end

local function call_long(self, operation, ...)
  local arguments = gather(operation, self, ...)
  if operation.waits and tasks.active() then
    local ok, ticket = self.native.start(self.number, operation.name, arguments)
    if not ok then return false, ticket end
    return tasks.outcome(self, ticket)
  end
  return self.native.call(self.number, operation.name, arguments)
end

--- Calls a function; `operation` is as the generated code describes it.
function Session:invoke(operation, first, second, ...)
  if self.left_streams[1] then close_left_streams(self) end
  local ok, value
  if first ~= nil and operation.is_short and self.call_scalars then
    ok, value = call_short(self, operation, first, second)
  end
  if ok == nil then
    ok, value = call_long(self, operation, first, second, ...)
  end
  if not ok then errors.raise(value) end
  if operation.streams then return streams.open(self, value) end
  if value == null then return nil end
  if operation.receive then return operation.receive(value, self) end
  return value
end

--- Calls a function by its full name with its arguments as they travel: handles as ids, results as they come.
-- Raises the error of the call.
function Session:call(name, arguments)
  if type(name) ~= "string" or not values.is_text(name) then
    errors.invalid_argument("call", "name: expected the full name of a function, got a " .. type(name))
  end
  if arguments ~= nil and type(arguments) ~= "table" then
    errors.invalid_argument("call", "arguments: expected a table, got a " .. type(arguments))
  end
  for key in next, arguments or {} do
    if type(key) ~= "string" or not values.is_text(key) then
      errors.invalid_argument("call", "arguments: expected names as keys, got " .. tostring(key):gsub("[\128-\255]", "?"))
    end
  end
  local ok, value = self.native.call(self.number, name, arguments or {})
  if not ok then errors.raise(value) end
  return value
end

--- One item of a stream: `true, item`, `true, nil, true` at the end, or `false, error`.
function Session:next_item(id)
  if tasks.active() then
    local ok, ticket = self.native.start_next(self.number, id)
    if not ok then return false, ticket end
    return tasks.outcome(self, ticket)
  end
  return self.native.stream_next(self.number, id)
end

--- The object of a handle; the same object for the same id.
function Session:handle(resource, id)
  local found = self.handles[id]
  if not found then
    local class = self.classes[resource] or self:load_class(resource)
    found = setmetatable({ id = id }, class)
    self.handles[id] = found
  end
  return found
end

--- Loads the bridge that defines a resource, which registers its class.
function Session:load_class(resource)
  local bridge = self.bridges[resource:match("^[^.]+")]
  assert(bridge, "no bridge defines " .. resource)
  return self.classes[resource]
end

--- Makes the class of a resource; a bridge adds the methods. `release` is the name of the function that ends one.
function Session:resource(name, release)
  local owner = self
  local class = { resource = name, session = self }
  local methods = {}
  class.__index = setmetatable(methods, { __index = names.refuse(name, methods) })
  class.__name = name
  class.__tostring = function(handle) return ("%s (%s)"):format(name, handle.id) end
  if release then
    class.__close = function(handle)
      if not owner.closed then methods[release](handle) end
    end
  end
  self.classes[name] = class
  return methods
end

--- Makes the class of a resource that is itself a session: its methods, and every bridge as a field.
function Session:session_resource(name, release)
  local parent = self
  local methods = self:resource(name, release)
  local refuse = names.refuse(name, methods, parent.sdk.bridges)
  local children = setmetatable({}, { __mode = "k" })
  local function child_of(handle)
    local child = children[handle]
    if not child then
      local ok, number = parent.native.child(parent.number, handle.id, name)
      if not ok then errors.raise(number) end
      child = session.new(parent.native, number, parent.sdk)
      children[handle] = child
    end
    return child
  end
  self.classes[name].__index = function(handle, key)
    local method = rawget(methods, key)
    if method ~= nil then return method end
    if parent.sdk.bridges[key] then return child_of(handle).bridges[key] end
    return refuse(handle, key)
  end
  return methods
end

local function receive_arguments(callback, owner, arguments, count)
  for position = 1, count do
    local value = arguments[position]
    local parameter = callback.parameters[position]
    if value == null then
      arguments[position] = nil
    elseif parameter and parameter.receive then
      arguments[position] = parameter.receive(value, owner)
    end
  end
end

-- What native code calls: the list of arguments in, `ok, result or error` out; never raises.
local function as_native(owner, work, callback)
  return function(arguments)
    local count = #arguments
    receive_arguments(callback, owner, arguments, count)
    local ok, result = pcall(work, unpack(arguments, 1, count))
    if ok and result ~= nil and callback.result and callback.result.send then
      types.calling = callback.name
      ok, result = pcall(callback.result.send, result, owner, "result")
    end
    if not ok then return false, errors.to_wire(result) end
    if result == nil then result = null end
    local where, what = values.explain(result, "result")
    if where then
      return false, errors.to_wire(("%s is %s"):format(where, what))
    end
    return true, result
  end
end

--- The id under which a function can be called from below; the same for the same function and callback type.
function Session:callback(work, callback)
  local known = self.callbacks[callback]
  if not known then
    known = setmetatable({}, { __mode = "k" })
    self.callbacks[callback] = known
  end
  local id = known[work]
  if not id then
    local ok
    ok, id = self.native.callback(self.number, as_native(self, work, callback))
    if not ok then errors.raise(id) end
    known[work] = id
  end
  return id
end

--- Runs handlers that are due, without a call.
function Session:poll()
  local ok, failure = self.native.poll(self.number)
  if not ok then errors.raise(failure) end
end

--- Closes the session and all that is in it. Closing twice does nothing.
function Session:close()
  if self.closed then return end
  self.closed = true
  tasks.abandon(self)
  local ok, failure = self.native.close(self.number)
  if not ok then errors.raise(failure) end
end

--- A session over an open native one. `bridges` maps names to modules to require.
function session.new(native, number, sdk)
  local self = setmetatable({
    native = native,
    call_scalars = native.call_scalars,
    number = number,
    sdk = sdk,
    handles = setmetatable({}, { __mode = "v" }),
    classes = {},
    callbacks = setmetatable({}, { __mode = "k" }),
    left_streams = {},
    closed = false,
  }, { __index = Session })
  self.bridges = setmetatable({}, {
    __index = function(bridges, name)
      local module = sdk.bridges[name]
      if not module then return nil end
      local bridge = require(module).bind(self)
      local owner = sdk.name .. "." .. name
      bridges[name] = setmetatable(bridge, { __index = names.refuse(owner, bridge), bridge = owner })
      return bridge
    end,
  })
  return self
end

return session
