--- JSON text to Lua values and back, in Lua 5.4 and LuaJIT: null, empty arrays and 64-bit integers survive.

local values = require("bridge_runtime.values")

local json = {}

local null, array_mark = values.null, values.array_mark
local shape, is_text, is_wide = values.shape, values.is_text, values.is_wide
local MAX_DEPTH = values.MAX_DEPTH

local concat, format, byte, char, find, sub = table.concat, string.format, string.byte, string.char, string.find, string.sub
local math_type = math.type

-- Writing ------------------------------------------------------------------------------------------------------------

local ESCAPES = {
  ['"'] = '\\"',
  ["\\"] = "\\\\",
  ["\b"] = "\\b",
  ["\f"] = "\\f",
  ["\n"] = "\\n",
  ["\r"] = "\\r",
  ["\t"] = "\\t",
}

local escapes = setmetatable({}, {
  __index = function(self, character)
    local text = ESCAPES[character] or format("\\u%04x", byte(character))
    self[character] = text
    return text
  end,
})

local function quoted(text)
  if find(text, '[%c"\\]') then text = text:gsub('[%c"\\]', escapes) end
  return '"' .. text .. '"'
end

-- What cannot be written; json.encode then looks for the place.
local IMPOSSIBLE = {}

-- The shortest text of a number that is no integer, marked as such.
local function float_text(number)
  local text = format("%.15g", number)
  if tonumber(text) ~= number then text = format("%.17g", number) end
  return find(text, "[.eE]") and text or text .. ".0"
end

local function number_text(number)
  if number ~= number or number == math.huge or number == -math.huge then error(IMPOSSIBLE, 0) end
  if math_type then
    return math_type(number) == "integer" and format("%d", number) or float_text(number)
  end
  -- One kind of number: whole ones are integers as long as every one of them has its own value.
  if number % 1 == 0 and number > -2 ^ 53 and number < 2 ^ 53 then return format("%.0f", number) end
  return float_text(number)
end

local write

local function write_table(value, out, depth)
  local kind, count = shape(value)
  if not kind or depth > MAX_DEPTH then error(IMPOSSIBLE, 0) end
  if kind == "handle" then
    out[#out + 1] = quoted(count)
    return
  end
  if kind == "array" then
    out[#out + 1] = "["
    for index = 1, count do
      if index > 1 then out[#out + 1] = "," end
      write(value[index], out, depth + 1)
    end
    out[#out + 1] = "]"
    return
  end
  local keys = {}
  for key in next, value do
    keys[#keys + 1] = key
  end
  table.sort(keys)
  out[#out + 1] = "{"
  for index = 1, #keys do
    local key = keys[index]
    if not is_text(key) then error(IMPOSSIBLE, 0) end
    out[#out + 1] = (index > 1 and "," or "") .. quoted(key) .. ":"
    write(value[key], out, depth + 1)
  end
  out[#out + 1] = "}"
end

function write(value, out, depth)
  local kind = type(value)
  if kind == "string" then
    if not is_text(value) then error(IMPOSSIBLE, 0) end
    out[#out + 1] = quoted(value)
  elseif kind == "table" and value ~= null then
    write_table(value, out, depth)
  elseif kind == "number" then
    out[#out + 1] = number_text(value)
  elseif kind == "boolean" then
    out[#out + 1] = value and "true" or "false"
  elseif value == null or kind == "nil" then
    out[#out + 1] = "null"
  elseif is_wide(value) then
    out[#out + 1] = (tostring(value):gsub("LL$", ""))
  else
    error(IMPOSSIBLE, 0)
  end
end

--- JSON text of a value, with sorted keys and no spaces; or nil and what is in the way.
function json.encode(value)
  local out = {}
  local ok, failure = pcall(write, value, out, 0)
  if ok then return concat(out) end
  if failure ~= IMPOSSIBLE then error(failure, 0) end
  local where, what = values.explain(value)
  return nil, where == "" and what or where .. ": " .. what
end

-- Reading ------------------------------------------------------------------------------------------------------------

local UNESCAPES = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t", ['"'] = '"', ["\\"] = "\\", ["/"] = "/" }

-- Reading errors are tables, so that they cannot be taken for a failure of this code.
local function refuse(position, what)
  error({ position = position, what = what }, 0)
end

local function utf8_of(code)
  if code < 0x80 then return char(code) end
  if code < 0x800 then return char(0xC0 + math.floor(code / 64), 0x80 + code % 64) end
  if code < 0x10000 then
    return char(0xE0 + math.floor(code / 4096), 0x80 + math.floor(code / 64) % 64, 0x80 + code % 64)
  end
  local high = 0xF0 + math.floor(code / 262144)
  return char(high, 0x80 + math.floor(code / 4096) % 64, 0x80 + math.floor(code / 64) % 64, 0x80 + code % 64)
end

local function hexadecimal(text, position)
  local digits = text:match("^%x%x%x%x", position)
  if not digits then refuse(position, "an escape that is not \\uXXXX") end
  return tonumber(digits, 16)
end

local function read_escape(text, position)
  local letter = sub(text, position + 1, position + 1)
  if letter ~= "u" then
    local plain = UNESCAPES[letter]
    if not plain then refuse(position, "an unknown escape") end
    return plain, position + 2
  end
  local code = hexadecimal(text, position + 2)
  if code >= 0xDC00 and code <= 0xDFFF then refuse(position, "half of a surrogate pair") end
  if code < 0xD800 or code > 0xDBFF then return utf8_of(code), position + 6 end
  if sub(text, position + 6, position + 7) ~= "\\u" then refuse(position, "half of a surrogate pair") end
  local low = hexadecimal(text, position + 8)
  if low < 0xDC00 or low > 0xDFFF then refuse(position, "half of a surrogate pair") end
  return utf8_of(0x10000 + (code - 0xD800) * 1024 + (low - 0xDC00)), position + 12
end

-- The text whose opening quote stands before `position`, and the place after its closing quote.
local function read_text(text, position)
  local stop = find(text, '["\\%c]', position)
  if stop and byte(text, stop) == 34 then return sub(text, position, stop - 1), stop + 1 end
  local parts = {}
  while true do
    if not stop then refuse(position, "text without its closing quote") end
    parts[#parts + 1] = sub(text, position, stop - 1)
    local character = byte(text, stop)
    if character == 34 then return concat(parts), stop + 1 end
    if character == 92 then
      parts[#parts + 1], position = read_escape(text, stop)
    elseif character == 127 then
      parts[#parts + 1], position = "\127", stop + 1
    else
      refuse(stop, "a control character in text")
    end
    stop = find(text, '["\\%c]', position)
  end
end

local function read_number(text, position)
  local _, stop = find(text, "^-?%d+", position)
  if not stop then refuse(position, "no value") end
  if find(text, "^-?0%d", position) then refuse(position, "a number that begins with 0") end
  local whole = stop
  local _, fraction = find(text, "^%.%d+", stop + 1)
  stop = fraction or stop
  local _, exponent = find(text, "^[eE][+-]?%d+", stop + 1)
  stop = exponent or stop
  local digits = sub(text, position, stop)
  if stop == whole then
    if #digits < 16 then return math.tointeger and math.tointeger(tonumber(digits)) or tonumber(digits), stop + 1 end
    return values.integer(digits) or tonumber(digits .. ".0"), stop + 1
  end
  return tonumber(digits), stop + 1
end

local read

local function skip(text, position)
  return find(text, "[^ \t\r\n]", position) or #text + 1
end

local function read_array(text, position, depth)
  local items, count = setmetatable({}, array_mark), 0
  position = skip(text, position)
  if byte(text, position) == 93 then return items, position + 1 end
  while true do
    count = count + 1
    items[count], position = read(text, position, depth + 1)
    position = skip(text, position)
    local character = byte(text, position)
    if character == 93 then return items, position + 1 end
    if character ~= 44 then refuse(position, "an array without , or ]") end
    position = skip(text, position + 1)
  end
end

local function read_object(text, position, depth)
  local object = {}
  position = skip(text, position)
  if byte(text, position) == 125 then return object, position + 1 end
  while true do
    if byte(text, position) ~= 34 then refuse(position, "an object whose key is not text") end
    local key
    key, position = read_text(text, position + 1)
    position = skip(text, position)
    if byte(text, position) ~= 58 then refuse(position, "a key without :") end
    object[key], position = read(text, skip(text, position + 1), depth + 1)
    position = skip(text, position)
    local character = byte(text, position)
    if character == 125 then return object, position + 1 end
    if character ~= 44 then refuse(position, "an object without , or }") end
    position = skip(text, position + 1)
  end
end

local WORDS = { t = { "true", true }, f = { "false", false }, n = { "null", null } }

function read(text, position, depth)
  local character = sub(text, position, position)
  if character == '"' then return read_text(text, position + 1) end
  if depth > MAX_DEPTH then refuse(position, ("values nested deeper than %d levels"):format(MAX_DEPTH)) end
  if character == "{" then return read_object(text, position + 1, depth) end
  if character == "[" then return read_array(text, position + 1, depth) end
  local word = WORDS[character]
  if word then
    local stop = position + #word[1]
    if sub(text, position, stop - 1) ~= word[1] then refuse(position, "an unknown word") end
    return word[2], stop
  end
  return read_number(text, position)
end

local function read_all(text)
  local value, position = read(text, skip(text, 1), 0)
  position = skip(text, position)
  if position <= #text then refuse(position, "something after the value") end
  return value
end

--- The value of JSON text; or nil and what is wrong with it. JSON null is `null`, arrays are marked.
function json.decode(text)
  if type(text) ~= "string" then return nil, "JSON is text, got a " .. type(text) end
  local ok, result = pcall(read_all, text)
  if ok then return result end
  if type(result) == "table" and result.what then
    return nil, ("not JSON: %s at byte %d"):format(result.what, result.position)
  end
  error(result, 0)
end

return json
