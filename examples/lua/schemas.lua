-- What a model wrote, held to a schema: mended where nobody can mistake it, refused with every fault where one can.
local llmspell = require("llmspell")
local schema = llmspell.schema

local order = schema.create{
  title = "Order",
  fields = {
    customer = "email",
    express = { type = "boolean", default = false },
    items = {
      items = { fields = { name = "string", count = { type = "integer", minimum = 1 } } },
      min_items = 1,
    },
  },
}
schema.put("order", order, { note = "as the shop takes it" })

local validator = schema.compile("order")
local written = {
  customer = "ada@example.com",
  items = llmspell.array{ { name = "lamp", count = "2" }, { name = "rug", count = 0 } },
}

local mended = validator:convert(written)
for _, change in ipairs(mended.changes) do
  print(change.rule, change.path, llmspell.json.encode(change.after))
end
for _, issue in ipairs(mended.issues) do
  print(issue.path, issue.message)
end

mended.value.items[2].count = 1
print(validator:accepts(mended.value), mended.value.items[1].count + mended.value.items[2].count)

-- A part of it stands by itself, and samples make a schema of their own.
local line = schema.extract("order", { property = "items[]" })
print(schema.validate(line, { name = "lamp", count = 1.5 }).issues[1].message)
print(schema.generate({ { born = "1815-12-10" }, { born = "1912-06-23" } }).properties.born.format)
