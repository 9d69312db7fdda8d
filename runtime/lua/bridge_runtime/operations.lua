--- From the arguments of a Lua call to the arguments of a function of the interface.

local errors = require("bridge_runtime.errors")
local types = require("bridge_runtime.types")

local operations = {}

--- Describes one function:
--
--     operation("desk.lend", { waits = true }, { "desk", Desk }, { "isbn" }, { "options", LendOptions, spread = true })
--
-- A parameter is its name and, where values need work or are written as tables, its type. `waits` says that the call
-- may take long, `streams` that it gives a stream, `returns` is the type of a result that needs work. `spread` marks
-- the record whose fields are taken one by one; `fields` lists those of its fields that are named like a parameter.
function operations.operation(name, traits, ...)
  local operation = { name = name, waits = traits.waits, streams = traits.streams, parameters = { ... } }
  operation.receive = traits.returns and traits.returns.receive
  operation.count = select("#", ...)
  operation.is_short = (operation.count == 1 or operation.count == 2) and not traits.waits
  operation.positions = {}
  for position, parameter in ipairs(operation.parameters) do
    local given_name = parameter.name or parameter[1] -- what a caller writes, where it is not what travels
    parameter.name = parameter[1]
    parameter.type = parameter[2]
    parameter.send = parameter.type and parameter.type.send
    operation.positions[given_name] = position
    if parameter.spread then operation.spread = parameter end
  end
  return operation
end

-- A plain table may name the arguments; objects of ours (handles, null, arrays) never do.
local function is_plain(value)
  return type(value) == "table" and getmetatable(value) == nil
end

-- Whether the last argument, a plain table at `position`, names arguments rather than being one.
local function names_arguments(operation, position, value)
  local parameter = operation.parameters[position]
  if not parameter then return false end
  local due = parameter.type
  if parameter.spread or not (due and due.takes_table) then return true end
  return due.takes_list and operation.positions[next(value)] ~= nil -- a list has positions
end

local function not_an_argument(operation, first, key)
  local names = {}
  for position = first, operation.count do
    names[#names + 1] = operation.parameters[position].name
  end
  errors.invalid_argument(
    operation.name,
    ("%s is not one of its arguments (%s)"):format(tostring(key), table.concat(names, ", "))
  )
end

-- Arguments by name, from the parameter at `first` on; the names left over are fields of the spread record.
local function spread_out(operation, arguments, first, given)
  local spread, record = operation.spread, nil
  local fields = spread and spread.fields
  for key, value in next, given do
    local position = operation.positions[key]
    if position and position >= first and not (fields and fields[key]) then
      arguments[operation.parameters[position].name] = value
    elseif spread then
      record = record or {}
      record[key] = value
    else
      not_an_argument(operation, first, key)
    end
  end
  if record or (spread and operation.parameters[first] == spread and arguments[spread.name] == nil) then
    arguments[spread.name] = record or {}
  end
end

local function send_all(operation, arguments, session)
  for _, parameter in ipairs(operation.parameters) do
    local value = arguments[parameter.name]
    if value ~= nil and parameter.send then
      arguments[parameter.name] = parameter.send(value, session, parameter.name)
    end
  end
end

-- The position of a plain table after which nothing is given, when it names arguments; nil when none does.
local function naming_position(operation, given, count)
  while count > 0 and given[count] == nil do
    count = count - 1
  end
  local last = given[count]
  if is_plain(last) and names_arguments(operation, count, last) then return count end
end

-- A bridge's functions are no methods: with a colon the bridge itself would be the first argument.
local function refuse_colon(operation, first)
  local class = getmetatable(first)
  if type(class) ~= "table" or not class.bridge then return end
  local name = class.bridge .. operation.name:match("%.[^.]+$")
  errors.invalid_argument(operation.name, ("called with a colon; write %s(…), with a dot"):format(name))
end

--- The arguments by name, ready to travel. Raises `runtime.invalid_argument`.
function operations.gather(operation, session, ...)
  local arguments, parameters, count = {}, operation.parameters, operation.count
  if type((...)) == "table" then refuse_colon(operation, (...)) end
  if count == 0 then return arguments end
  types.calling = operation.name
  local given = { ... }
  local naming = naming_position(operation, given, count)
  if naming then
    for position = 1, naming - 1 do
      arguments[parameters[position].name] = given[position]
    end
    spread_out(operation, arguments, naming, given[naming])
    send_all(operation, arguments, session)
    return arguments
  end
  for position = 1, count do
    local parameter, value = parameters[position], given[position]
    if value ~= nil then
      local send = parameter.send
      arguments[parameter.name] = send and send(value, session, parameter.name) or value
    end
  end
  return arguments
end

return operations
