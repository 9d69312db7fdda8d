-- A notebook that is searched by words, by meaning, and by both. The vectors come from a function of this script.
local llmspell = require("llmspell")
local memory = llmspell.memory

-- A double of an embedding model: it knows two subjects by a few words. For real meaning name a provider instead:
-- `memory.set_embedder{ provider = "ollama", model = "nomic-embed-text" }`.
local SUBJECTS = { rain = 1, storm = 1, weather = 1, umbrella = 1, soup = 2, bread = 2, baked = 2, eat = 2 }

local function embed(texts)
  local vectors = {}
  for index, text in ipairs(texts) do
    local vector = { 0.01, 0.01 }
    for word in text:lower():gmatch("%a+") do
      local subject = SUBJECTS[word]
      if subject then vector[subject] = vector[subject] + 1 end
    end
    vectors[index] = vector
  end
  return vectors
end
memory.set_embedder{ embed = embed, model = "subjects-1" }

local function write(key, text, tags)
  memory.store(key, { text = text }, { type = "long_term", tags = tags })
end
write("monday", "Rain all day; the soup was good.", { "home" })
write("tuesday", "The train was late, no seat.", { "travel" })
write("friday", "Storm on the platform: my umbrella broke.", { "travel" })
write("sunday", "Baked bread with Ada.", { "home" })

local function show(query, options)
  options.type = "long_term"
  local found = {}
  for _, match in ipairs(memory.search(query, options)) do
    found[#found + 1] = ("%s %.2f"):format(match.key, match.score)
  end
  print(("%s, %s: %s"):format(options.mode, query, #found > 0 and table.concat(found, ", ") or "nothing"))
end
show("umbrella", { mode = "text" })
show("bad weather", { mode = "text" })
show("bad weather", { mode = "vector", limit = 2 })
show("something to eat", { mode = "vector", tags = { "home" }, min_score = 0.9 })
show("weather on the platform", { mode = "hybrid", limit = 1 })

-- Vectors know their model; those of another are not compared with them.
memory.set_embedder{ embed = embed, model = "subjects-2" }
local ok, failure = pcall(memory.search, "weather", { type = "long_term", mode = "vector" })
print(ok, failure.code, failure.fields.recorded)
print(memory.index{ type = "long_term", rebuild = true }.embedded)
