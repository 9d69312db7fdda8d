--- What a generated Lua SDK needs at run time, whatever its interface.

local errors = require("bridge_runtime.errors")
local json = require("bridge_runtime.json")
local names = require("bridge_runtime.names")
local operations = require("bridge_runtime.operations")
local session = require("bridge_runtime.session")
local tasks = require("bridge_runtime.tasks")
local types = require("bridge_runtime.types")
local values = require("bridge_runtime.values")

local runtime = {
  types = types,
  operation = operations.operation,
}

--- Guards a group of constants: a name that it does not have is an error, not nil.
-- The group is a table of the caller's, so that an editor sees what is in it.
function runtime.constants(name, group)
  setmetatable(group, { __index = names.refuse(name, group) })
end

-- The native layer in the one shape that the rest of this package knows.
local function load_native(name)
  local ok, raw = pcall(require, name)
  if not ok then
    errors.raise({
      code = "runtime.broken_installation",
      message = ("the native module %q cannot be loaded; put its folder on LUA_CPATH (%s)"):format(name, tostring(raw)),
      fields = { detail = tostring(raw) },
    })
  end
  if raw.is_complete then return raw end -- a host gives it whole
  return require("bridge_runtime.json_native").new(raw)
end

-- What a script sees of a session: its bridges as fields, and a few methods.
local function public_session(inner)
  local methods = {
    close = function() inner:close() end,
    poll = function() inner:poll() end,
    call = function(_, name, arguments) return inner:call(name, arguments) end,
  }
  local refuse = names.refuse(inner.sdk.name .. " session", methods, inner.sdk.bridges)
  return setmetatable({}, {
    __index = function(self, key)
      local found = inner.bridges[key]
      if not found then return methods[key] or refuse(self, key) end
      rawset(self, key, found)
      return found
    end,
    __close = methods.close,
    __name = inner.sdk.name .. " session",
    __tostring = function() return ("%s session %s"):format(inner.sdk.name, tostring(inner.number)) end,
  })
end

--- Makes the module table of an SDK.
--
-- `sdk` holds `name`, `version`, `native` (the module that reaches the runtime) and `bridges` (name to module).
function runtime.sdk(sdk)
  errors.own(sdk.name)
  local native, default
  local module = {
    version = sdk.version,
    null = values.null,
    array = values.array,
    integer = values.integer,
    json = json,
    spawn = tasks.spawn,
    all = tasks.all,
  }

  local function open(options)
    native = native or load_native(sdk.native)
    local number, failure = native.open(options or {})
    if not number then errors.raise(failure) end
    return session.new(native, number, sdk)
  end

  -- A host has a session for its scripts already.
  local function default_session()
    if not default or default.closed then
      native = native or load_native(sdk.native)
      default = native.root and session.new(native, native.root, sdk) or open(rawget(module, "options"))
    end
    return default
  end

  --- Opens a session of its own, with the options given: permissions, limits.
  function module.open(options)
    return public_session(open(options))
  end

  --- Closes the default session; the next call opens another.
  function module.close()
    if default then default:close() end
  end

  --- Runs handlers of the default session that are due, without a call.
  function module.poll()
    default_session():poll()
  end

  --- Calls a function of the default session by its full name, with plain values.
  function module.call(name, arguments)
    return default_session():call(name, arguments)
  end

  local refuse = names.refuse(sdk.name, module, sdk.bridges)
  return setmetatable(module, {
    __index = function(_, key)
      if sdk.bridges[key] then return default_session().bridges[key] end
      if key ~= "options" then return refuse(module, key) end -- which a program may set, and need not
    end,
    __name = sdk.name,
  })
end

return runtime
