-- What a model wrote becomes data, the data becomes a state, and a snapshot leads back.
local llmspell = require("llmspell")

local schema = {
  type = "object",
  properties = { city = { type = "string" }, days = { type = "integer" } },
  required = { "city", "days" },
}
local answer = "Of course! Here is the plan:\n```json\n{'city': \"Oslo\", \"days\": \"3\",}\n```\nEnjoy!"

local parsed = llmspell.output.parse(answer, { schema = schema, recovery = "best_effort" })
print(parsed.step, parsed.value.city, parsed.value.days)
for _, change in ipairs(parsed.changes) do
  print("  " .. change.message)
end

local trip = llmspell.state.create{ name = "trip", value = parsed.value, schema = schema }
local start = trip:snapshot("as the model said")
trip:set("days", 5)
trip:set("stops", { "Lillehammer" })
trip:set("stops[-]", "Bergen")
print(trip:get("days"), trip:get("stops[1]"))

local ok, err = pcall(trip.set, trip, "days", "many")
print(ok, err.code)
ok, err = pcall(trip.set, trip, "days", 6, { expected_revision = 0 })
print(ok, err.code, err.fields.actual)

trip:restore(start.id)
print(trip:get("days"), trip:get("stops", { fallback = "no stops" }))
