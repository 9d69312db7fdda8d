--- Names that are not there: a misspelt function, bridge or constant is an error that says what was probably meant.

local errors = require("bridge_runtime.errors")

local names = {}

local min = math.min

-- Case and underscores are left out: `getState` is as close to `get_state` as can be.
local function plain(name)
  return (name:lower():gsub("_", ""))
end

-- How many letters one has to change, add, leave out or swap with their neighbour (optimal string alignment).
local function distance(first, second)
  local older, old
  local row = {}
  for column = 0, #second do
    row[column] = column
  end
  for line = 1, #first do
    older, old, row = old, row, { [0] = line }
    for column = 1, #second do
      local same = first:byte(line) == second:byte(column)
      local least = min(old[column] + 1, row[column - 1] + 1, old[column - 1] + (same and 0 or 1))
      if older and column > 1 and first:byte(line) == second:byte(column - 1) and first:byte(line - 1) == second:byte(column) then
        least = min(least, older[column - 2] + 1)
      end
      row[column] = least
    end
  end
  return row[#second]
end

-- The way out of a name that is not among `known`, a sorted list.
local function hint(wrong, known)
  local best, least = nil, math.floor(#wrong / 3) + 1
  for _, name in ipairs(known) do
    local apart = distance(plain(wrong), plain(name))
    if apart < least then
      best, least = name, apart
    end
  end
  if best then return "did you mean " .. best .. "?" end
  return "it has " .. table.concat(known, ", ")
end

local function listed(tables)
  local known = {}
  for _, each in ipairs(tables) do
    for name in next, each do
      if type(name) == "string" then known[#known + 1] = name end
    end
  end
  table.sort(known)
  return known
end

--- What a table does with a name that it does not have, as its metatable's `__index`. `owner` is what the message calls
-- it; its names are the keys of the tables that follow. A key that is no text is nil, as in any table.
function names.refuse(owner, ...)
  local tables = { ... }
  return function(_, wrong)
    if type(wrong) ~= "string" then return nil end
    errors.complain(("%s has no %s; %s"):format(owner, wrong, hint(wrong, listed(tables))))
  end
end

return names
