--- The native layer inside a Python host: values cross as plain scalars, one after the other, and never as objects.
--
-- A scalar stands for itself. nil begins everything else, and the number after it says what: 0 is null, n > 0 an
-- object of n - 1 pairs, n < 0 an array of -n - 1 items; text is the JSON of a value too large for the stack. So
-- little is written as text, no Python object is seen here, and no table is walked by Python.

local json = require("bridge_runtime.json")
local values = require("bridge_runtime.values")

local null, array_mark, shape = values.null, values.array_mark, values.shape
local MAX_DEPTH = values.MAX_DEPTH
local utf8_len, huge = utf8.len, math.huge
local next, type, setmetatable, error, pcall = next, type, setmetatable, error, pcall
local unpack = table.unpack or unpack

-- Out: Lua to Python -------------------------------------------------------------------------------------------------

-- What cannot travel; the caller then looks for the place.
local IMPOSSIBLE = {}

local function is_simple(value)
  local kind = type(value)
  if kind == "string" then return utf8_len(value) ~= nil end
  if kind == "number" then return value < huge and value > -huge end -- false for NaN too
  return kind == "boolean"
end

local put

local function put_table(value, out, n, depth)
  local kind, count = shape(value)
  if not kind or depth > MAX_DEPTH then error(IMPOSSIBLE, 0) end
  if kind == "handle" then
    out[n + 1] = count
    return n + 1
  end
  if kind == "array" then
    out[n + 2] = -count - 1
    n = n + 2
    for index = 1, count do
      n = put(value[index], out, n, depth + 1)
    end
    return n
  end
  out[n + 2] = count + 1
  n = n + 2
  for key, item in next, value do
    if not utf8_len(key) then error(IMPOSSIBLE, 0) end
    n = n + 1
    out[n] = key
    n = put(item, out, n, depth + 1)
  end
  return n
end

-- Appends a value to the tokens `out`, of which there are `n`; returns how many there are then.
function put(value, out, n, depth)
  if is_simple(value) then
    n = n + 1
    out[n] = value
    return n
  end
  if type(value) == "table" and value ~= null then return put_table(value, out, n, depth) end
  if value ~= null and value ~= nil then error(IMPOSSIBLE, 0) end
  out[n + 2] = 0
  return n + 2
end

-- More tokens than this cross as JSON text. Arguments of a Python function cost lupa the square of their number, 0.1 µs
-- each for ten and 20 µs for as many as the stack holds; JSON costs 0.4. Results cost the same each.
local MAX_ARGUMENTS, MAX_RESULTS = 400, 20000

local function as_text(value)
  local text = json.encode(value)
  if not text then error(IMPOSSIBLE, 0) end
  return nil, text
end

local function put_all(arguments)
  local out, n = {}, 0
  for key, value in next, arguments do
    if type(key) ~= "string" or not utf8_len(key) then error(IMPOSSIBLE, 0) end
    n = n + 1
    out[n] = key
    n = put(value, out, n, 0)
  end
  if n > MAX_ARGUMENTS then return as_text(arguments) end
  return unpack(out, 1, n)
end

-- The names and values of a table of arguments, one after the other. Up to three scalars need no table of tokens.
local function flatten(arguments)
  local key_1, value_1 = next(arguments)
  if key_1 == nil then return end
  if not is_simple(value_1) then return put_all(arguments) end
  local key_2, value_2 = next(arguments, key_1)
  if key_2 == nil then return key_1, value_1 end
  if not is_simple(value_2) then return put_all(arguments) end
  local key_3, value_3 = next(arguments, key_2)
  if key_3 == nil then return key_1, value_1, key_2, value_2 end
  if next(arguments, key_3) ~= nil or not is_simple(value_3) then return put_all(arguments) end
  return key_1, value_1, key_2, value_2, key_3, value_3
end

local function why(value)
  local where, what = values.explain(value)
  return (where == "" and "the value is " or where .. " is ") .. (what or "a value that cannot travel")
end

local function refused(name, detail)
  return {
    code = "runtime.invalid_argument",
    message = name .. ": " .. detail,
    fields = { ["function"] = name, detail = detail },
    recovery = "none",
    http_status = 400,
  }
end

-- In: Python to Lua --------------------------------------------------------------------------------------------------

local take

local function take_array(tokens, at, count)
  local items = setmetatable({}, array_mark)
  for index = 1, count do
    local item = tokens[at]
    if item == nil then
      items[index], at = take(tokens, at)
    else
      items[index], at = item, at + 1
    end
  end
  return items, at
end

local function take_object(tokens, at, count)
  local object = {}
  for _ = 1, count do
    local key, value = tokens[at], tokens[at + 1]
    if value == nil then
      object[key], at = take(tokens, at + 1)
    else
      object[key], at = value, at + 2
    end
  end
  return object, at
end

-- The value whose tokens begin at `at` with nil, and the place after them.
function take(tokens, at)
  local what = tokens[at + 1]
  if type(what) == "string" then return json.decode(what), at + 2 end
  if what == 0 then return null, at + 2 end
  if what < 0 then return take_array(tokens, at + 2, -what - 1) end
  return take_object(tokens, at + 2, what - 1)
end

local function receive(ok, first, ...)
  if first ~= nil then return ok, first end
  if (...) == 0 then return ok, null end
  local value = take({ nil, ... }, 1)
  return ok, value
end

-- What may be the end of a stream: at_end, then the outcome.
local function receive_item(at_end, ...)
  if at_end then return true, nil, true end
  return receive(...)
end

local function receive_ticket(ticket, ...)
  if ticket == nil then return nil end
  return ticket, receive_item(...)
end

-- Sends a call whose arguments were flattened, or says why they cannot be.
local function send(work, session, name, arguments, ok, ...)
  if ok then return work(session, name, ...) end
  local failure = ...
  if failure ~= IMPOSSIBLE then error(failure, 0) end
  return false, refused(name, why(arguments))
end

-- What a handler gives back, as tokens.
local function give_back(ok, result)
  local out = {}
  local fine, n = pcall(put, result, out, 0, 0)
  if not fine then
    ok, out = false, {}
    n = put(refused("the result", why(result)), out, 0, 0)
  end
  if n > MAX_RESULTS then return ok, as_text(result) end
  return ok, unpack(out, 1, n)
end

-- Only text goes where the host expects text: what it cannot read would come back as a Python object.
local function named(work)
  return function(session, name, ...)
    if type(name) ~= "string" or not utf8_len(name) then
      error("expected a name or an id as UTF-8 text, got a " .. type(name), 0)
    end
    return work(session, name, ...)
  end
end

local host_native = {}

--- The native layer over what the host gives, `raw`: plain functions that take and return tokens. The second result
-- is what the host calls to run a handler: its number, then the tokens of its arguments.
function host_native.new(raw)
  local raw_call, raw_start, raw_wait = raw.call, raw.start, raw.wait
  local child, start_next, release_callback = named(raw.child), named(raw.start_next), named(raw.release_callback)
  local stream_next, stream_close = named(raw.stream_next), named(raw.stream_close)
  local native = { is_complete = true, root = 1 }
  local handlers, last_handler = {}, 0

  function native.open(options)
    local ok, result = receive(send(raw.open, 0, "open", options, pcall(flatten, options)))
    if ok then return result end
    return nil, result
  end

  function native.close(session)
    return receive(raw.close(session))
  end

  function native.call(session, name, arguments)
    return receive(send(raw_call, session, name, arguments, pcall(flatten, arguments)))
  end

  -- The same for one or two named scalars, without a table; nothing when a value is none.
  function native.call_scalars(session, name, key_1, value_1, key_2, value_2)
    if not is_simple(value_1) then return nil end
    if value_2 == nil then return receive(raw_call(session, name, key_1, value_1)) end
    if not is_simple(value_2) then return nil end
    return receive(raw_call(session, name, key_1, value_1, key_2, value_2))
  end

  function native.start(session, name, arguments)
    return receive(send(raw_start, session, name, arguments, pcall(flatten, arguments)))
  end

  function native.start_next(session, id)
    return receive(start_next(session, id))
  end

  function native.wait(session, ticket, timeout)
    return receive_ticket(raw_wait(session, ticket, timeout))
  end

  function native.cancel(session, ticket)
    raw.cancel(session, ticket)
  end

  function native.child(session, handle, resource)
    return receive(child(session, handle, resource))
  end

  function native.callback(session, handler)
    last_handler = last_handler + 1
    handlers[last_handler] = handler
    return receive(raw.callback(session, last_handler))
  end

  function native.release_callback(session, id)
    local number = release_callback(session, id)
    if number then handlers[number] = nil end
  end

  function native.stream_next(session, id)
    return receive_item(stream_next(session, id))
  end

  function native.stream_close(session, id)
    stream_close(session, id)
  end

  function native.poll(session)
    return receive(raw.poll(session))
  end

  native.give_back = give_back

  local function run_handler(number, ...)
    local handler = handlers[number]
    local _, arguments = receive(true, ...)
    return give_back(handler(arguments))
  end

  return native, run_handler
end

return host_native
