--- The native layer over a C module: everything crosses as JSON text.

local json = require("bridge_runtime.json")

local json_native = {}

local function decoded(text)
  local value, problem = json.decode(text)
  if problem then error("the native module gave what is no JSON: " .. problem, 0) end
  return value
end

local function outcome(ok, text)
  if text == nil then return ok, nil end
  return ok, decoded(text)
end

local function refused(name, detail)
  detail = detail:find("^a ") and "the arguments are " .. detail or detail:gsub(": ", " is ", 1)
  return {
    code = "runtime.invalid_argument",
    message = name .. ": " .. detail,
    fields = { ["function"] = name, detail = detail },
    recovery = "none",
    http_status = 400,
  }
end

--- The native layer over `raw`, the functions of the C module.
function json_native.new(raw)
  local native = {}

  function native.open(options)
    local text, problem = json.encode(options)
    if not text then return nil, refused("open", problem) end
    local session, failure = raw.open(text)
    if session then return session end
    return nil, decoded(failure)
  end

  function native.close(session)
    return outcome(raw.close(session))
  end

  function native.child(session, handle)
    local ok, child = raw.child(session, handle)
    if ok then return true, child end
    return false, decoded(child)
  end

  function native.call(session, name, arguments)
    local text, problem = json.encode(arguments)
    if not text then return false, refused(name, problem) end
    return outcome(raw.call(session, name, text))
  end

  function native.start(session, name, arguments)
    local text, problem = json.encode(arguments)
    if not text then return false, refused(name, problem) end
    local ticket, failure = raw.start(session, name, text)
    if ticket then return true, ticket end
    return false, decoded(failure)
  end

  function native.start_next(session, id)
    local ticket, failure = raw.start_next(session, id)
    if ticket then return true, ticket end
    return false, decoded(failure)
  end

  function native.wait(session, ticket, timeout)
    local finished, ok, text = raw.wait(session, ticket, timeout)
    if not finished then return nil end
    if ok and text == nil then return finished, true, nil, true end
    return finished, ok, decoded(text)
  end

  native.cancel = raw.cancel

  function native.callback(session, handler)
    local function with_text(text)
      local ok, result = handler(decoded(text))
      local given = json.encode(result)
      return ok, given
    end
    local id, failure = raw.callback(session, with_text)
    if id then return true, id end
    return false, decoded(failure)
  end

  native.release_callback = raw.release_callback

  function native.stream_next(session, id)
    local ok, text = raw.stream_next(session, id)
    if ok and text == nil then return true, nil, true end
    return ok, decoded(text)
  end

  native.stream_close = raw.stream_close

  function native.poll(session)
    return outcome(raw.poll(session))
  end

  return native
end

return json_native
