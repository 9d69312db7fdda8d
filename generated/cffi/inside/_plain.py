"""Lists and maps of plain values. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

from llmspell_glue._core import (
    entries,
    new,
    new_json,
    new_text,
    read_json,
    string,
    text,
    typeof,
)

BOOL_MAP_ENTRY_TYPE = typeof("llmspell_bool_entry *")
BOOL_TYPE = typeof("bool *")
DOUBLE_MAP_ENTRY_TYPE = typeof("llmspell_double_entry *")
DOUBLE_TYPE = typeof("double *")
INT64_MAP_ENTRY_TYPE = typeof("llmspell_int64_entry *")
INT64_TYPE = typeof("int64_t *")
JSON_LIST_ITEMS_TYPE = typeof("const char * *")
STRING_LIST_ITEMS_TYPE = typeof("const char * *")
STRING_MAP_ENTRY_TYPE = typeof("llmspell_string_entry *")


def read_string_list(c):
    return [string(p).decode() for p in entries(c.items, c.count)]


def write_string_list(c, value):
    items = new(STRING_LIST_ITEMS_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        items[i] = new_text(v)


def read_int64_list(c):
    return list(entries(c.items, c.count))


def write_int64_list(c, value):
    items = new(INT64_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        items[i] = v


def read_double_list(c):
    return list(entries(c.items, c.count))


def write_double_list(c, value):
    items = new(DOUBLE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        items[i] = v


def read_bool_list(c):
    return list(entries(c.items, c.count))


def write_bool_list(c, value):
    items = new(BOOL_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        items[i] = v


def read_json_list(c):
    return [read_json(p) for p in entries(c.items, c.count)]


def write_json_list(c, value):
    items = new(JSON_LIST_ITEMS_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        items[i] = new_json(v)


def read_string_map(c):
    return {text(e.key): string(e.value).decode() for e in entries(c.entries, c.count)}


def write_string_map(c, value):
    entries = new(STRING_MAP_ENTRY_TYPE, len(value))
    c.entries = entries
    c.count = len(value)
    for i, (k, v) in enumerate(value.items()):
        entries[i].key = new_text(k)
        entries[i].value = new_text(v)


def read_int64_map(c):
    return {text(e.key): e.value for e in entries(c.entries, c.count)}


def write_int64_map(c, value):
    entries = new(INT64_MAP_ENTRY_TYPE, len(value))
    c.entries = entries
    c.count = len(value)
    for i, (k, v) in enumerate(value.items()):
        entries[i].key = new_text(k)
        entries[i].value = v


def read_double_map(c):
    return {text(e.key): e.value for e in entries(c.entries, c.count)}


def write_double_map(c, value):
    entries = new(DOUBLE_MAP_ENTRY_TYPE, len(value))
    c.entries = entries
    c.count = len(value)
    for i, (k, v) in enumerate(value.items()):
        entries[i].key = new_text(k)
        entries[i].value = v


def read_bool_map(c):
    return {text(e.key): e.value for e in entries(c.entries, c.count)}


def write_bool_map(c, value):
    entries = new(BOOL_MAP_ENTRY_TYPE, len(value))
    c.entries = entries
    c.count = len(value)
    for i, (k, v) in enumerate(value.items()):
        entries[i].key = new_text(k)
        entries[i].value = v
