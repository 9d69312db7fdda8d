--- What the runtime must know of types: where lists, functions and handles stand in an argument or a result.
--
-- Most values travel as they are. A type is a table with two optional functions:
-- `send(value, session, path)` for the way in, `receive(value, session)` for the way out.

local errors = require("bridge_runtime.errors")
local values = require("bridge_runtime.values")

local null = values.null

local types = {}

--- What is being called now, for the errors of its arguments.
types.calling = ""

local function mismatch(path, detail)
  errors.invalid_argument(types.calling, path .. ": " .. detail)
end

local function described(value)
  if value == null then return "null" end
  local class = type(value) == "table" and getmetatable(value)
  if type(class) == "table" and class.resource then return "a handle of " .. class.resource end
  return type(value) == "string" and ("the text %q"):format(value) or "a " .. type(value)
end

-- A copy of `source` is made the first time something in it changes, so that arguments are never written to.
local function changed_copy(source)
  local copy = {}
  for key, value in next, source do
    copy[key] = value
  end
  return setmetatable(copy, getmetatable(source) == values.array_mark and values.array_mark or nil)
end

--- A list: `{}` is an empty array where one stands.
function types.list(item)
  local send_item, receive_item = item and item.send, item and item.receive
  local list = { takes_table = true, takes_list = true }
  function list.send(value, session, path)
    if type(value) ~= "table" or value == null then return value end
    if next(value) == nil then return values.array({}) end
    local result = value
    if send_item then
      for index = 1, #value do
        local sent = send_item(value[index], session, ("%s[%d]"):format(path, index))
        if sent ~= value[index] then
          if result == value then result = changed_copy(value) end
          result[index] = sent
        end
      end
    end
    return result
  end
  if receive_item then
    function list.receive(value, session)
      if value == null then return value end
      for index = 1, #value do
        value[index] = receive_item(value[index], session)
      end
      return value
    end
  end
  return list
end

--- A map from text.
function types.map(item)
  local map = { takes_table = true }
  local send_item = item and item.send
  if send_item then
    function map.send(value, session, path)
      if type(value) ~= "table" or value == null then return value end
      local result = value
      for key, entry in next, value do
        local sent = send_item(entry, session, ("%s.%s"):format(path, tostring(key)))
        if sent ~= entry then
          if result == value then result = changed_copy(value) end
          result[key] = sent
        end
      end
      return result
    end
  end
  return map
end

-- A function under a name that takes none is most often a misspelt one.
local function refuse_functions(value, fields, path)
  for name, entry in next, value do
    if type(entry) == "function" and not fields[name] then
      local known = {}
      for other, field in next, fields do
        if field.takes_function then known[#known + 1] = other end
      end
      table.sort(known)
      local hint = #known > 0 and "; functions are taken by " .. table.concat(known, ", ") or ""
      local place = path == "" and tostring(name) or ("%s.%s"):format(path, tostring(name))
      errors.invalid_argument(types.calling, place .. " is a function where the interface takes none" .. hint)
    end
  end
end

--- A record; `fields` holds only those whose values need work.
function types.record(fields)
  local record = { takes_table = true }
  function record.send(value, session, path)
    if type(value) ~= "table" or value == null then return value end
    refuse_functions(value, fields, path)
    local result = value
    for name, field in next, fields do
      local entry = rawget(value, name) -- what is inherited does not travel
      if entry ~= nil and field.send then
        local sent = field.send(entry, session, path == "" and name or path .. "." .. name)
        if sent ~= entry then
          if result == value then result = changed_copy(value) end
          result[name] = sent
        end
      end
    end
    return result
  end
  return record
end

--- A tagged union; `variants` holds only those whose values need work, by tag.
function types.union(discriminator, variants)
  local union = { takes_table = true }
  function union.send(value, session, path)
    if type(value) ~= "table" or value == null then return value end
    local tag = rawget(value, discriminator)
    local variant = tag ~= nil and variants[tag]
    if variant and variant.send then return variant.send(value, session, path) end
    return value
  end
  return union
end

--- A type that is made when it is first needed, because it is of another module or refers to itself.
function types.lazy(find)
  local lazy = { takes_table = true }
  function lazy.send(value, session, path)
    local send = find().send
    lazy.send = send or function(given) return given end
    return lazy.send(value, session, path)
  end
  return lazy
end

--- A type of another module of the SDK.
function types.elsewhere(module, name)
  return types.lazy(function() return require(module).wire[name] end)
end

--- A value that travels as it is, and is written as a table: a plain record, an open object, any JSON.
types.table = { takes_table = true }

--- A handle: the object or its id goes in, an object comes out.
function types.handle(resource)
  local handle = {}
  function handle.send(value, session, path)
    if type(value) == "string" or value == null then return value end
    local class = type(value) == "table" and getmetatable(value)
    if type(class) ~= "table" or class.resource ~= resource then
      mismatch(path, ("expected a handle of %s or its id, got %s"):format(resource, described(value)))
    end
    if class.session ~= session then
      mismatch(path, ("the handle %s belongs to another session"):format(value.id))
    end
    return value.id
  end
  function handle.receive(value, session)
    if value == null or value == nil then return value end
    return session:handle(resource, value)
  end
  return handle
end

--- A function that the caller passes in. `parameters` are the types of its arguments by position (false for those
-- that need no work), `result` the type of what it returns.
function types.callback(name, parameters, result)
  local callback = { name = name, parameters = parameters, count = #parameters, result = result or nil, takes_function = true }
  function callback.send(value, session, path)
    if type(value) == "function" then return session:callback(value, callback) end
    local class = type(value) == "table" and getmetatable(value)
    if type(class) == "table" and class.__call then return session:callback(value, callback) end
    if type(value) == "string" or value == null then return value end
    return mismatch(path, ("expected a function (%s), got %s"):format(name, described(value)))
  end
  return callback
end

return types
