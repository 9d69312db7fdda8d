--- Streams: `for item in stream do … end`, closed when the loop is left.

local errors = require("bridge_runtime.errors")

local streams = {}

---@class bridge_runtime.Stream
local Stream = {}
Stream.__index = Stream
Stream.__name = "stream"

local function close(self)
  if not self.closed then
    self.closed = true
    self.session.native.stream_close(self.session.number, self.id)
  end
end

--- The next item, or nil at the end.
function Stream:next()
  if self.closed then return nil end
  local ok, item, at_end = self.session:next_item(self.id)
  if not ok then
    close(self)
    errors.raise(item)
  end
  if at_end then
    self.closed = true
    return nil
  end
  return item
end

-- The generic `for` calls what it is given with a state and the last item; both are of no use here.
Stream.__call = Stream.next

--- Ends the stream early; what produces it is cancelled. Closing twice does nothing.
function Stream:close()
  close(self)
end

Stream.__close = close

function Stream:__tostring()
  return ("stream (%s)"):format(self.closed and "closed" or self.id)
end

-- A collector may run in the middle of anything, so it only notes the stream; the session closes it at its next call.
local function leave(self)
  if not self.closed and not self.session.closed then
    local left = self.session.left_streams
    left[#left + 1] = self.id
  end
end

Stream.__gc = leave

--- A stream of a session. In Lua 5.4 the four values let a generic `for` close it when the loop is left early;
-- elsewhere the session closes it after it was collected.
function streams.open(session, id)
  local stream = setmetatable({ session = session, id = id, closed = false }, Stream)
  if newproxy then
    local sentinel = newproxy(true)
    getmetatable(sentinel).__gc = function() leave(stream) end
    stream.sentinel = sentinel
  end
  return stream, nil, nil, stream
end

return streams
