--- What a script has that is a program of its own: it reads standard input, writes to standard error, and ends by `os.exit`.
--
-- Called with the host's plain functions: `read_line()` gives the next line with its end, or nil; `write_error(text)`;
-- `exit(status)` notes with what the process is to end.

local read_line, write_error, exit = ...

local program = { stdin = {}, stderr = {} }

local waiting, ended = "", false -- what was read and not yet asked for

local function fill()
  local text = not ended and read_line()
  if not text then
    ended = true
    return false
  end
  waiting = waiting .. text
  return true
end

local function take(count)
  local taken = waiting:sub(1, count)
  waiting = waiting:sub(count + 1)
  return taken
end

local readers = {}

function readers.L()
  while not waiting:find("\n", 1, true) and fill() do end
  if waiting == "" then return nil end
  return take(waiting:find("\n", 1, true) or #waiting)
end

function readers.l()
  local line = readers.L()
  return line and (line:gsub("\n$", ""))
end

function readers.a()
  while fill() do end
  return take(#waiting)
end

function readers.n()
  while not waiting:find("%S") and fill() do end
  while not waiting:find("%S%s") and fill() do end
  local space, numeral = waiting:match("^(%s*)([%w%.%+%-]*)")
  take(#space + #numeral)
  return tonumber(numeral)
end

local function read(format)
  if type(format) == "number" then
    while #waiting < format and fill() do end
    if waiting == "" and (format > 0 or ended) then return nil end
    return take(format)
  end
  local reader = readers[tostring(format):gsub("^%*", "")]
  if not reader then error("read takes l, L, a, n or a number of bytes, got " .. tostring(format), 3) end
  return reader()
end

--- As `io.read`: one line without its end, or what the formats say.
function program.read(...)
  if select("#", ...) == 0 then return readers.l() end
  local results = {}
  for index = 1, select("#", ...) do
    results[index] = read((select(index, ...)))
    if results[index] == nil then break end
  end
  return table.unpack(results, 1, select("#", ...))
end

local function lines(format)
  return function() return read(format or "l") end
end

--- As `io.lines` of standard input; files are read by tools.
function program.lines(name, format)
  if name ~= nil then error("io.lines reads standard input only; a file is read by a tool, under the session's permissions", 2) end
  return lines(format)
end

function program.stdin.read(_, ...) return program.read(...) end

function program.stdin.lines(_, format) return lines(format) end

function program.stderr.write(self, ...)
  for index = 1, select("#", ...) do
    write_error(tostring((select(index, ...))))
  end
  return self
end

function program.stderr.flush(self) return self end

--- As `os.exit`: true is 0, false is 1.
function program.exit(status)
  if status == nil or status == true then status = 0 end
  if status == false then status = 1 end
  if math.type(status) ~= "integer" then error("os.exit takes a whole number or a boolean, got " .. tostring(status), 2) end
  exit(status)
  error("the script ends by os.exit", 0) -- what catches it can do nothing more: every call is refused
end

return program
