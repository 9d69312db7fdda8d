--- Errors as tables: every error that a call raises is one, and an error in a handler becomes one.

local values = require("bridge_runtime.values")

local errors = {}

---@class bridge_runtime.Error
---@field code string stable, for programs: "desk.not_found"
---@field message string for people
---@field fields table<string, any> what the code declares
---@field recovery "none"|"retry_once"|"retry_with_backoff"|"failover"
---@field http_status integer
---@field trace_id string?
---@field cause bridge_runtime.Error?
---@field where string? place in the script that made the call: "spell.lua:12"
local Error = {}
Error.__index = Error
Error.__name = "error"

function Error:__tostring()
  local text = self.code .. ": " .. self.message
  if self.where then text = self.where .. ": " .. text end
  local cause = self.cause
  if cause and not text:find(tostring(cause.fields.detail or cause.message), 1, true) then
    text = text .. " (caused by " .. tostring(cause) .. ")"
  end
  return text
end

-- Places of the SDK's own code; an error is reported at the first place outside of it.
local own_places = { "bridge_runtime/[%w_]+%.lua:%d+" }

--- Counts the files of an SDK as its own code.
function errors.own(name)
  local escaped = name:gsub("%W", "%%%0")
  own_places[#own_places + 1] = escaped .. "%.lua:%d+"
  own_places[#own_places + 1] = escaped .. "/[%w_]+%.lua:%d+"
end

--- Whether a place, or a line of a stack that begins with one, is the SDK's own code.
function errors.is_own(place)
  for index = 1, #own_places do
    if place:find(own_places[index]) then return true end
  end
  return false
end

-- The standard `error` writes the place of a stack level before its message, so that no debug library is needed.
local function caller_place()
  for level = 3, 40 do
    local _, place = pcall(error, "", level)
    if place ~= "" and not errors.is_own(place) then
      return (place:gsub(":%s*$", ""))
    end
  end
end

local function present(value)
  if value == values.null then return nil end
  return value
end

--- Makes an error table of one as it crossed, its causes too.
function errors.from_wire(wire)
  local cause = present(wire.cause)
  return setmetatable({
    code = present(wire.code) or "runtime.internal",
    message = present(wire.message) or "",
    fields = present(wire.fields) or {},
    recovery = present(wire.recovery) or "none",
    http_status = present(wire.http_status),
    trace_id = present(wire.trace_id),
    cause = cause and errors.from_wire(cause) or nil,
  }, Error)
end

--- Whether a value is an error table.
function errors.is_error(value)
  return getmetatable(value) == Error
end

--- Raises an error that crossed, with the place of the call in the script.
function errors.raise(wire)
  local failure = errors.is_error(wire) and wire or errors.from_wire(wire)
  failure.where = failure.where or caller_place()
  error(failure, 0)
end

--- Raises a message as Lua's own `error` does, with the place in the script before it.
function errors.complain(message)
  local place = caller_place()
  error(place and place .. ": " .. message or message, 0)
end

--- Raises `runtime.invalid_argument` for a call that cannot be made.
function errors.invalid_argument(name, detail)
  errors.raise({
    code = "runtime.invalid_argument",
    message = name .. ": " .. detail,
    fields = { ["function"] = name, detail = detail },
    recovery = "none",
    http_status = 400,
  })
end

--- A `runtime.*` error table that was not raised.
function errors.new(code, message, fields)
  return errors.from_wire({ code = code, message = message, fields = fields or {}, recovery = "none" })
end

--- Whether a value is an error table, or one that a script made with a code of its own.
function errors.has_code(value)
  return type(value) == "table" and type(value.code) == "string"
end

--- What a value that was raised says, as text.
function errors.described(failure)
  if type(failure) == "table" and type(failure.message) == "string" then return failure.message end
  local ok, text = pcall(tostring, failure)
  return ok and text or "an error that cannot be shown"
end

--- What a handler raised, in the form that crosses: a table with a `code` keeps it, all else is `runtime.callback_failed`.
function errors.to_wire(failure)
  if errors.has_code(failure) then
    local fields = failure.fields
    return {
      code = failure.code,
      message = errors.described(failure),
      fields = type(fields) == "table" and not values.explain(fields) and fields or {},
      recovery = type(failure.recovery) == "string" and failure.recovery or "none",
      http_status = type(failure.http_status) == "number" and failure.http_status or nil,
      trace_id = type(failure.trace_id) == "string" and failure.trace_id or nil,
      cause = failure.cause and errors.to_wire(failure.cause) or nil,
    }
  end
  local detail = errors.described(failure)
  if not values.is_text(detail) then detail = detail:gsub("[\128-\255]", "?") end
  return {
    code = "runtime.callback_failed",
    message = "a callback failed: " .. detail,
    fields = { detail = detail },
    recovery = "none",
    http_status = 502,
  }
end

return errors
