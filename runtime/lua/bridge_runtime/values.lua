--- Values that Lua has no word for: null, arrays that may be empty, and integers beyond 2^53.

local values = {}

--- JSON null. It is not nil: a field that holds null is there, a field that is nil is absent. It is true in a condition.
values.null = setmetatable({}, {
  __tostring = function() return "null" end,
  __newindex = function() error("null has no fields", 2) end,
  __name = "null",
})

local array_mark = { __name = "array" }

--- Marks a table as an array, so that it stays one when it is empty; returns the same table.
-- Arrays that come from a call are marked already. Without the mark `{}` is an object, and `{1, 2}` an array.
function values.array(items)
  if items == nil then items = {} end
  if type(items) ~= "table" then
    error("array takes a table of items, got " .. type(items), 2)
  end
  return setmetatable(items, array_mark)
end

--- Whether a table is marked as an array.
function values.is_array(value)
  return getmetatable(value) == array_mark
end

values.array_mark = array_mark

-- Nested deeper than this is a mistake, most often a table that holds itself.
values.MAX_DEPTH = 200

local has_ffi, ffi = pcall(require, "ffi")
local Int64 = has_ffi and ffi.typeof("int64_t") or nil

--- Whether a value is a 64-bit integer that is not a Lua number: LuaJIT's `int64_t`.
function values.is_wide(value)
  return Int64 ~= nil and type(value) == "cdata" and ffi.istype(Int64, value)
end

local LARGEST_EXACT = 2 ^ 53

local function wide_from_text(text)
  local sign, digits = text:match("^(%-?)(%d+)$")
  local number = Int64(0)
  for digit in digits:gmatch("%d") do
    number = number * 10 + tonumber(digit)
  end
  return sign == "-" and -number or number
end

local function is_64_bit(text)
  local digits = text:match("^%-?0*(%d+)$")
  if not digits then return false end
  local limit = text:sub(1, 1) == "-" and "9223372036854775808" or "9223372036854775807"
  return #digits < #limit or (#digits == #limit and digits <= limit)
end

--- The integer that decimal text stands for, exact up to 64 bits.
-- A Lua integer in Lua 5.4; in LuaJIT a number, or beyond 2^53 an `int64_t`. Nil when the text is no 64-bit integer.
function values.integer(text)
  if not is_64_bit(text) then return nil end
  if math.tointeger then return math.tointeger(tonumber(text)) end
  local number = tonumber(text)
  if Int64 and (number >= LARGEST_EXACT or number <= -LARGEST_EXACT) then
    return wide_from_text(text)
  end
  return number
end

--- The kind of JSON a table is: "array" or "object" with the number of its items, "handle" with its id, "null"; or
-- nil and what is wrong with it.
function values.shape(value)
  local class = getmetatable(value)
  if class and class ~= array_mark and type(class) == "table" then
    if class.resource then return "handle", value.id end
    if value == values.null then return "null" end
    if class.__name then return nil, "is a " .. tostring(class.__name) end
  end
  local length, count = #value, 0
  local keys
  for key in next, value do
    count = count + 1
    local kind = type(key)
    if kind == "string" then
      if keys == "number" then return nil, "has both positions and names; use one or the other" end
      keys = "string"
    elseif kind == "number" and key >= 1 and key % 1 == 0 then
      if keys == "string" then return nil, "has both positions and names; use one or the other" end
      keys = "number"
    else
      return nil, "has a key that is neither text nor a position: " .. tostring(key)
    end
  end
  if keys == "string" then
    if class == array_mark then return nil, "is marked as an array and has names" end
    return "object", count
  end
  if keys == "number" then
    if count ~= length then return nil, "has holes; use null for what is missing" end
    return "array", length
  end
  return class == array_mark and "array" or "object", 0
end

local function is_text(text)
  if utf8 then return utf8.len(text) ~= nil end
  -- The same as utf8.len in Lua 5.4: no stray bytes, no overlong forms, no surrogates, nothing past 10FFFF.
  local position, length = 1, #text
  while true do
    position = text:find("[\128-\255]", position)
    if not position then return true end
    local a, b, c, d = text:byte(position, position + 3)
    local function follows(byte, low, high) return byte and byte >= (low or 0x80) and byte <= (high or 0xBF) end
    if a >= 0xC2 and a <= 0xDF and follows(b) then
      position = position + 2
    elseif a >= 0xE0 and a <= 0xEF and follows(b, a == 0xE0 and 0xA0, a == 0xED and 0x9F) and follows(c) then
      position = position + 3
    elseif a >= 0xF0 and a <= 0xF4 and follows(b, a == 0xF0 and 0x90, a == 0xF4 and 0x8F) and follows(c) and follows(d) then
      position = position + 4
    else
      return false
    end
    if position > length then return true end
  end
end

values.is_text = is_text

local function child(path, key)
  if type(key) == "number" then return ("%s[%d]"):format(path, key) end
  if key:match("^[%a_][%w_]*$") then return path == "" and key or path .. "." .. key end
  return ("%s[%q]"):format(path, key)
end

local explain

local function explain_table(value, path, open, depth)
  if open[value] then return path, "a table that holds itself" end
  if depth > values.MAX_DEPTH then return path, ("nested deeper than %d levels"):format(values.MAX_DEPTH) end
  local shape, problem = values.shape(value)
  if not shape then return path, "a table that " .. problem end
  if shape == "handle" then return nil end
  open[value] = true
  for key, item in next, value do
    if type(key) == "string" and not is_text(key) then
      return path, "a key that is not UTF-8 text"
    end
    local where, what = explain(item, child(path, key), open, depth + 1)
    if where then return where, what end
  end
  open[value] = nil
end

function explain(value, path, open, depth)
  local kind = type(value)
  if kind == "table" then
    if value ~= values.null then return explain_table(value, path, open, depth) end
  elseif kind == "string" then
    if not is_text(value) then return path, "text that is not UTF-8; send bytes as base64" end
  elseif kind == "number" then
    if value ~= value or value == math.huge or value == -math.huge then
      return path, ("the number %s, which JSON does not have"):format(tostring(value))
    end
  elseif kind == "function" then
    return path, "a function where the interface takes none"
  elseif kind ~= "boolean" and kind ~= "nil" and not values.is_wide(value) then
    return path, "a " .. kind .. ", which cannot travel"
  end
end

--- Where and why a value cannot travel: its path (`config.tools[2]`) and a description, or nil when it can.
-- Slow and thorough; called after a fast coder gave up.
function values.explain(value, path)
  return explain(value, path or "", {}, 0)
end

return values
