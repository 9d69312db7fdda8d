"""JSON values that outlive a call, kept apart by type and scope. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

import llmspell_glue._plain as plain_glue
from llmspell_glue._core import (
    OK,
    SESSIONS,
    Enumeration,
    entries,
    export,
    new,
    new_json,
    new_text,
    read_json,
    string,
    typeof,
)

MEMORY_MATCH_TYPE = typeof("llmspell_memory_match *")

MEMORY_TYPE_NAMES = Enumeration(
    "llmspell_memory_type",
    {
        1: "short_term",
        2: "long_term",
        3: "persistent",
    },
)
MEMORY_TYPE_NUMBERS = {
    "short_term": 1,
    "long_term": 2,
    "persistent": 3,
}
MEMORY_SCOPE_NAMES = Enumeration(
    "llmspell_memory_scope",
    {
        1: "global",
        2: "agent",
        3: "session",
    },
)
MEMORY_SCOPE_NUMBERS = {
    "global": 1,
    "agent": 2,
    "session": 3,
}
MEMORY_EVICTION_REASON_NAMES = Enumeration(
    "llmspell_memory_eviction_reason",
    {
        1: "full",
        2: "expired",
    },
)
MEMORY_EVICTION_REASON_NUMBERS = {
    "full": 1,
    "expired": 2,
}


def read_memory_space(c):
    value = {}
    if p := c.type:
        value["type"] = MEMORY_TYPE_NAMES[p]
    if p := c.scope:
        value["scope"] = MEMORY_SCOPE_NAMES[p]
    if p := c.owner:
        value["owner"] = string(p).decode()
    if p := c.path:
        value["path"] = string(p).decode()
    return value


def write_memory_space(c, value):
    if (v := value.get("type")) is not None:
        c.type = MEMORY_TYPE_NUMBERS[v]
    if (v := value.get("scope")) is not None:
        c.scope = MEMORY_SCOPE_NUMBERS[v]
    if (v := value.get("owner")) is not None:
        c.owner = new_text(v)
    if (v := value.get("path")) is not None:
        c.path = new_text(v)


def read_memory_store_options(c):
    value = {}
    if p := c.type:
        value["type"] = MEMORY_TYPE_NAMES[p]
    if p := c.scope:
        value["scope"] = MEMORY_SCOPE_NAMES[p]
    if p := c.owner:
        value["owner"] = string(p).decode()
    if p := c.path:
        value["path"] = string(p).decode()
    if c.has_ttl_seconds:
        value["ttl_seconds"] = c.ttl_seconds
    if c.tags.items:
        value["tags"] = plain_glue.read_string_list(c.tags)
    if p := c.metadata_json:
        value["metadata"] = read_json(p)
    return value


def write_memory_store_options(c, value):
    if (v := value.get("type")) is not None:
        c.type = MEMORY_TYPE_NUMBERS[v]
    if (v := value.get("scope")) is not None:
        c.scope = MEMORY_SCOPE_NUMBERS[v]
    if (v := value.get("owner")) is not None:
        c.owner = new_text(v)
    if (v := value.get("path")) is not None:
        c.path = new_text(v)
    if "ttl_seconds" in value:
        c.has_ttl_seconds = True
        c.ttl_seconds = value["ttl_seconds"]
    if (v := value.get("tags")) is not None:
        plain_glue.write_string_list(c.tags, v)
    if "metadata" in value:
        c.metadata_json = new_json(value["metadata"])


def read_memory_key_filter(c):
    value = {}
    if p := c.type:
        value["type"] = MEMORY_TYPE_NAMES[p]
    if p := c.scope:
        value["scope"] = MEMORY_SCOPE_NAMES[p]
    if p := c.owner:
        value["owner"] = string(p).decode()
    if p := c.path:
        value["path"] = string(p).decode()
    if p := c.prefix:
        value["prefix"] = string(p).decode()
    if c.tags.items:
        value["tags"] = plain_glue.read_string_list(c.tags)
    if c.has_limit:
        value["limit"] = c.limit
    return value


def write_memory_key_filter(c, value):
    if (v := value.get("type")) is not None:
        c.type = MEMORY_TYPE_NUMBERS[v]
    if (v := value.get("scope")) is not None:
        c.scope = MEMORY_SCOPE_NUMBERS[v]
    if (v := value.get("owner")) is not None:
        c.owner = new_text(v)
    if (v := value.get("path")) is not None:
        c.path = new_text(v)
    if (v := value.get("prefix")) is not None:
        c.prefix = new_text(v)
    if (v := value.get("tags")) is not None:
        plain_glue.write_string_list(c.tags, v)
    if "limit" in value:
        c.has_limit = True
        c.limit = value["limit"]


def read_memory_search_options(c):
    value = {}
    if p := c.type:
        value["type"] = MEMORY_TYPE_NAMES[p]
    if p := c.scope:
        value["scope"] = MEMORY_SCOPE_NAMES[p]
    if p := c.owner:
        value["owner"] = string(p).decode()
    if p := c.path:
        value["path"] = string(p).decode()
    if c.tags.items:
        value["tags"] = plain_glue.read_string_list(c.tags)
    if c.has_limit:
        value["limit"] = c.limit
    return value


def write_memory_search_options(c, value):
    if (v := value.get("type")) is not None:
        c.type = MEMORY_TYPE_NUMBERS[v]
    if (v := value.get("scope")) is not None:
        c.scope = MEMORY_SCOPE_NUMBERS[v]
    if (v := value.get("owner")) is not None:
        c.owner = new_text(v)
    if (v := value.get("path")) is not None:
        c.path = new_text(v)
    if (v := value.get("tags")) is not None:
        plain_glue.write_string_list(c.tags, v)
    if "limit" in value:
        c.has_limit = True
        c.limit = value["limit"]


def read_memory_match(c):
    value = {}
    if p := c.key:
        value["key"] = string(p).decode()
    if p := c.value_json:
        value["value"] = read_json(p)
    value["score"] = c.score
    value["tags"] = plain_glue.read_string_list(c.tags)
    if p := c.metadata_json:
        value["metadata"] = read_json(p)
    return value


def write_memory_match(c, value):
    c.key = new_text(value["key"])
    c.value_json = new_json(value["value"])
    c.score = value["score"]
    plain_glue.write_string_list(c.tags, value["tags"])
    c.metadata_json = new_json(value["metadata"])


def read_memory_stats(c):
    value = {}
    value["entries"] = c.entries
    value["used_bytes"] = c.used_bytes
    value["max_entries"] = c.max_entries
    value["max_bytes"] = c.max_bytes
    value["hits"] = c.hits
    value["misses"] = c.misses
    value["evicted"] = c.evicted
    value["expired"] = c.expired
    return value


def write_memory_stats(c, value):
    c.entries = value["entries"]
    c.used_bytes = value["used_bytes"]
    c.max_entries = value["max_entries"]
    c.max_bytes = value["max_bytes"]
    c.hits = value["hits"]
    c.misses = value["misses"]
    c.evicted = value["evicted"]
    c.expired = value["expired"]


def read_memory_evicted(c):
    value = {}
    if p := c.key:
        value["key"] = string(p).decode()
    if p := c.type:
        value["type"] = MEMORY_TYPE_NAMES[p]
    if p := c.scope:
        value["scope"] = MEMORY_SCOPE_NAMES[p]
    if p := c.owner:
        value["owner"] = string(p).decode()
    if p := c.reason:
        value["reason"] = MEMORY_EVICTION_REASON_NAMES[p]
    return value


def write_memory_evicted(c, value):
    c.key = new_text(value["key"])
    c.type = MEMORY_TYPE_NUMBERS[value["type"]]
    c.scope = MEMORY_SCOPE_NUMBERS[value["scope"]]
    if (v := value.get("owner")) is not None:
        c.owner = new_text(v)
    c.reason = MEMORY_EVICTION_REASON_NUMBERS[value["reason"]]


def read_memory_match_list(c):
    return [read_memory_match(p) for p in entries(c.items, c.count)]


def write_memory_match_list(c, value):
    items = new(MEMORY_MATCH_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_memory_match(items[i], v)


@export
def llmspell_py_memory_store(session, key, value_json, options):
    arguments = {}
    if p := key:
        arguments["key"] = string(p).decode()
    if p := value_json:
        arguments["value"] = read_json(p)
    if p := options:
        arguments["options"] = read_memory_store_options(p)
    SESSIONS[session].ask("memory.store", arguments)
    return OK


@export
def llmspell_py_memory_retrieve(session, key, space, result_json):
    arguments = {}
    if p := key:
        arguments["key"] = string(p).decode()
    if p := space:
        arguments["space"] = read_memory_space(p)
    value = SESSIONS[session].ask("memory.retrieve", arguments)
    result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_memory_delete(session, key, space, result):
    arguments = {}
    if p := key:
        arguments["key"] = string(p).decode()
    if p := space:
        arguments["space"] = read_memory_space(p)
    value = SESSIONS[session].ask("memory.delete", arguments)
    result[0] = value
    return OK


@export
def llmspell_py_memory_list_keys(session, filter, result):
    arguments = {}
    if p := filter:
        arguments["filter"] = read_memory_key_filter(p)
    value = SESSIONS[session].ask("memory.list_keys", arguments)
    plain_glue.write_string_list(result, value)
    return OK


@export
def llmspell_py_memory_clear(session, space, result):
    arguments = {}
    if p := space:
        arguments["space"] = read_memory_space(p)
    value = SESSIONS[session].ask("memory.clear", arguments)
    result[0] = value
    return OK


@export
def llmspell_py_memory_get_stats(session, space, result):
    arguments = {}
    if p := space:
        arguments["space"] = read_memory_space(p)
    value = SESSIONS[session].ask("memory.get_stats", arguments)
    write_memory_stats(result, value)
    return OK


@export
def llmspell_py_memory_persist(session, file, space, result):
    arguments = {}
    if p := file:
        arguments["file"] = string(p).decode()
    if p := space:
        arguments["space"] = read_memory_space(p)
    value = SESSIONS[session].ask("memory.persist", arguments)
    result[0] = value
    return OK


@export
def llmspell_py_memory_load(session, file, space, result):
    arguments = {}
    if p := file:
        arguments["file"] = string(p).decode()
    if p := space:
        arguments["space"] = read_memory_space(p)
    value = SESSIONS[session].ask("memory.load", arguments)
    result[0] = value
    return OK


@export
def llmspell_py_memory_search(session, query, options, result):
    arguments = {}
    if p := query:
        arguments["query"] = string(p).decode()
    if p := options:
        arguments["options"] = read_memory_search_options(p)
    value = SESSIONS[session].ask("memory.search", arguments)
    write_memory_match_list(result, value)
    return OK
