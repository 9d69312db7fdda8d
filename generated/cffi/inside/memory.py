"""JSON values and conversations that outlive a call, found again by key, by words and by meaning. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

import llmspell_glue._plain as plain_glue
import llmspell_glue.shared as shared_glue
from llmspell_glue._core import (
    OK,
    SESSIONS,
    Enumeration,
    callback_failed,
    entries,
    export,
    ffi,
    lib,
    new,
    new_json,
    new_text,
    read_json,
    string,
    typeof,
)

DOUBLE_LIST_TYPE = typeof("llmspell_double_list *")
ERROR_INFO_TYPE = typeof("llmspell_error_info *")
MEMORY_MATCH_TYPE = typeof("llmspell_memory_match *")
MESSAGE_TYPE = typeof("llmspell_message *")

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
MEMORY_SEARCH_MODE_NAMES = Enumeration(
    "llmspell_memory_search_mode",
    {
        1: "text",
        2: "vector",
        3: "hybrid",
    },
)
MEMORY_SEARCH_MODE_NUMBERS = {
    "text": 1,
    "vector": 2,
    "hybrid": 3,
}
MEMORY_CONVERSATION_POLICY_NAMES = Enumeration(
    "llmspell_memory_conversation_policy",
    {
        1: "drop",
        2: "summarize",
    },
)
MEMORY_CONVERSATION_POLICY_NUMBERS = {
    "drop": 1,
    "summarize": 2,
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
    if p := c.mode:
        value["mode"] = MEMORY_SEARCH_MODE_NAMES[p]
    if p := c.prefix:
        value["prefix"] = string(p).decode()
    if c.tags.items:
        value["tags"] = plain_glue.read_string_list(c.tags)
    if c.has_min_score:
        value["min_score"] = c.min_score
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
    if (v := value.get("mode")) is not None:
        c.mode = MEMORY_SEARCH_MODE_NUMBERS[v]
    if (v := value.get("prefix")) is not None:
        c.prefix = new_text(v)
    if (v := value.get("tags")) is not None:
        plain_glue.write_string_list(c.tags, v)
    if "min_score" in value:
        c.has_min_score = True
        c.min_score = value["min_score"]
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


def read_memory_embedder(c, session):
    value = {}
    if p := c.provider:
        value["provider"] = string(p).decode()
    if c.embed.call:
        value["embed"] = session.typed_callback(c.embed, call_memory_embed_texts)
    if p := c.model:
        value["model"] = string(p).decode()
    if c.has_batch_size:
        value["batch_size"] = c.batch_size
    return value


def write_memory_embedder(c, value):
    if (v := value.get("provider")) is not None:
        c.provider = new_text(v)
    if (v := value.get("model")) is not None:
        c.model = new_text(v)
    if "batch_size" in value:
        c.has_batch_size = True
        c.batch_size = value["batch_size"]


def read_memory_index_options(c):
    value = {}
    if p := c.type:
        value["type"] = MEMORY_TYPE_NAMES[p]
    if p := c.scope:
        value["scope"] = MEMORY_SCOPE_NAMES[p]
    if p := c.owner:
        value["owner"] = string(p).decode()
    if p := c.path:
        value["path"] = string(p).decode()
    if c.has_rebuild:
        value["rebuild"] = c.rebuild
    return value


def write_memory_index_options(c, value):
    if (v := value.get("type")) is not None:
        c.type = MEMORY_TYPE_NUMBERS[v]
    if (v := value.get("scope")) is not None:
        c.scope = MEMORY_SCOPE_NUMBERS[v]
    if (v := value.get("owner")) is not None:
        c.owner = new_text(v)
    if (v := value.get("path")) is not None:
        c.path = new_text(v)
    if "rebuild" in value:
        c.has_rebuild = True
        c.rebuild = value["rebuild"]


def read_memory_index_result(c):
    value = {}
    value["embedded"] = c.embedded
    value["vectors"] = c.vectors
    if p := c.model:
        value["model"] = string(p).decode()
    if c.has_dimensions:
        value["dimensions"] = c.dimensions
    return value


def write_memory_index_result(c, value):
    c.embedded = value["embedded"]
    c.vectors = value["vectors"]
    if (v := value.get("model")) is not None:
        c.model = new_text(v)
    if "dimensions" in value:
        c.has_dimensions = True
        c.dimensions = value["dimensions"]


def read_memory_conversation_options(c, session):
    value = {}
    value["max_tokens"] = c.max_tokens
    if p := c.policy:
        value["policy"] = MEMORY_CONVERSATION_POLICY_NAMES[p]
    if c.has_keep_tokens:
        value["keep_tokens"] = c.keep_tokens
    if c.summarize.call:
        value["summarize"] = session.typed_callback(c.summarize, call_memory_summarize)
    if p := c.provider:
        value["provider"] = string(p).decode()
    if p := c.model:
        value["model"] = string(p).decode()
    if p := c.instruction:
        value["instruction"] = string(p).decode()
    if p := c.count_with:
        value["count_with"] = string(p).decode()
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.scope:
        value["scope"] = MEMORY_SCOPE_NAMES[p]
    if p := c.owner:
        value["owner"] = string(p).decode()
    if p := c.path:
        value["path"] = string(p).decode()
    return value


def write_memory_conversation_options(c, value):
    c.max_tokens = value["max_tokens"]
    if (v := value.get("policy")) is not None:
        c.policy = MEMORY_CONVERSATION_POLICY_NUMBERS[v]
    if "keep_tokens" in value:
        c.has_keep_tokens = True
        c.keep_tokens = value["keep_tokens"]
    if (v := value.get("provider")) is not None:
        c.provider = new_text(v)
    if (v := value.get("model")) is not None:
        c.model = new_text(v)
    if (v := value.get("instruction")) is not None:
        c.instruction = new_text(v)
    if (v := value.get("count_with")) is not None:
        c.count_with = new_text(v)
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("scope")) is not None:
        c.scope = MEMORY_SCOPE_NUMBERS[v]
    if (v := value.get("owner")) is not None:
        c.owner = new_text(v)
    if (v := value.get("path")) is not None:
        c.path = new_text(v)


def read_memory_conversation_info(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    value["messages"] = c.messages
    value["turns"] = c.turns
    value["tokens"] = c.tokens
    value["max_tokens"] = c.max_tokens
    if p := c.policy:
        value["policy"] = MEMORY_CONVERSATION_POLICY_NAMES[p]
    value["dropped"] = c.dropped
    value["summarized"] = c.summarized
    if p := c.summary:
        value["summary"] = string(p).decode()
    if p := c.last_error:
        value["last_error"] = shared_glue.read_error_info(p)
    return value


def write_memory_conversation_info(c, value):
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    c.messages = value["messages"]
    c.turns = value["turns"]
    c.tokens = value["tokens"]
    c.max_tokens = value["max_tokens"]
    c.policy = MEMORY_CONVERSATION_POLICY_NUMBERS[value["policy"]]
    c.dropped = value["dropped"]
    c.summarized = value["summarized"]
    if (v := value.get("summary")) is not None:
        c.summary = new_text(v)
    if (v := value.get("last_error")) is not None:
        p = new(ERROR_INFO_TYPE)
        c.last_error = p
        shared_glue.write_error_info(p, v)


def read_memory_conversation_trimmed(c):
    value = {}
    if p := c.conversation:
        value["conversation"] = string(p).decode()
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.policy:
        value["policy"] = MEMORY_CONVERSATION_POLICY_NAMES[p]
    value["messages"] = c.messages
    value["tokens_before"] = c.tokens_before
    value["tokens"] = c.tokens
    return value


def write_memory_conversation_trimmed(c, value):
    c.conversation = new_text(value["conversation"])
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    c.policy = MEMORY_CONVERSATION_POLICY_NUMBERS[value["policy"]]
    c.messages = value["messages"]
    c.tokens_before = value["tokens_before"]
    c.tokens = value["tokens"]


def read_memory_summary_missed(c):
    value = {}
    if p := c.conversation:
        value["conversation"] = string(p).decode()
    if p := c.name:
        value["name"] = string(p).decode()
    value["messages"] = c.messages
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_memory_summary_missed(c, value):
    c.conversation = new_text(value["conversation"])
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    c.messages = value["messages"]
    p = new(ERROR_INFO_TYPE)
    c.error = p
    shared_glue.write_error_info(p, value["error"])


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
    value["vectors"] = c.vectors
    if p := c.model:
        value["model"] = string(p).decode()
    if c.has_dimensions:
        value["dimensions"] = c.dimensions
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
    c.vectors = value["vectors"]
    if (v := value.get("model")) is not None:
        c.model = new_text(v)
    if "dimensions" in value:
        c.has_dimensions = True
        c.dimensions = value["dimensions"]


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


def read_double_list_list(c):
    return [plain_glue.read_double_list(p) for p in entries(c.items, c.count)]


def write_double_list_list(c, value):
    items = new(DOUBLE_LIST_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        plain_glue.write_double_list(items[i], v)


def read_message_list(c):
    return [shared_glue.read_message(p) for p in entries(c.items, c.count)]


def write_message_list(c, value):
    items = new(MESSAGE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        shared_glue.write_message(items[i], v)


def read_memory_match_list(c):
    return [read_memory_match(p) for p in entries(c.items, c.count)]


def write_memory_match_list(c, value):
    items = new(MEMORY_MATCH_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_memory_match(items[i], v)


def call_memory_embed_texts(call, user_data, values, session):
    keep = []
    try:
        a0 = ffi.NULL
        if len(values) > 0 and (v := values[0]) is not None:
            a0 = ffi.new("llmspell_string_list *")
            keep.append((lib.llmspell_string_list_free, a0))
            plain_glue.write_string_list(a0, v)
        result = ffi.new("llmspell_double_list_list *")
        status = call(user_data, a0, result)
        keep.append((lib.llmspell_double_list_list_free, result))
        if status != OK:
            raise callback_failed(status)
        return read_double_list_list(result)
    finally:
        for free, place in keep:
            free(place)


def call_memory_summarize(call, user_data, values, session):
    keep = []
    try:
        a0 = ffi.NULL
        if len(values) > 0 and (v := values[0]) is not None:
            a0 = ffi.new("llmspell_message_list *")
            keep.append((lib.llmspell_message_list_free, a0))
            write_message_list(a0, v)
        a1 = ffi.NULL
        a1 = values[1]
        result = ffi.new("char **")
        status = call(user_data, a0, a1, result)
        keep.append((lib.bridge_free, result[0]))
        if status != OK:
            raise callback_failed(status)
        if not (p := result[0]):
            return None
        return string(p).decode()
    finally:
        for free, place in keep:
            free(place)


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


@export
def llmspell_py_memory_set_embedder(session, embedder, space):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := embedder:
            arguments["embedder"] = read_memory_embedder(p, session)
        if p := space:
            arguments["space"] = read_memory_space(p)
        session.ask("memory.set_embedder", arguments)
    return OK


@export
def llmspell_py_memory_remove_embedder(session, space, result):
    arguments = {}
    if p := space:
        arguments["space"] = read_memory_space(p)
    value = SESSIONS[session].ask("memory.remove_embedder", arguments)
    result[0] = value
    return OK


@export
def llmspell_py_memory_index(session, options, result):
    arguments = {}
    if p := options:
        arguments["options"] = read_memory_index_options(p)
    value = SESSIONS[session].ask("memory.index", arguments)
    write_memory_index_result(result, value)
    return OK


@export
def llmspell_py_memory_create_conversation(session, options, result):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := options:
            arguments["options"] = read_memory_conversation_options(p, session)
        value = session.ask("memory.create_conversation", arguments)
        result[0] = new_text(value)
    return OK


@export
def llmspell_py_memory_close_conversation(session, conversation):
    SESSIONS[session].trusted["memory.close_conversation"](
        string(conversation).decode() if conversation else None
    )
    return OK


@export
def llmspell_py_memory_add_messages(session, conversation, messages, result):
    arguments = {}
    if conversation:
        arguments["conversation"] = string(conversation).decode()
    if p := messages:
        arguments["messages"] = read_message_list(p)
    value = SESSIONS[session].ask("memory.add_messages", arguments)
    write_memory_conversation_info(result, value)
    return OK


@export
def llmspell_py_memory_get_messages(session, conversation, all, result):
    arguments = {}
    if conversation:
        arguments["conversation"] = string(conversation).decode()
    if all:
        arguments["all"] = all[0]
    value = SESSIONS[session].ask("memory.get_messages", arguments)
    write_message_list(result, value)
    return OK


@export
def llmspell_py_memory_get_info(session, conversation, result):
    value = SESSIONS[session].trusted["memory.get_info"](
        string(conversation).decode() if conversation else None
    )
    write_memory_conversation_info(result, value)
    return OK


@export
def llmspell_py_memory_compact(session, conversation, result):
    arguments = {}
    if conversation:
        arguments["conversation"] = string(conversation).decode()
    value = SESSIONS[session].ask("memory.compact", arguments)
    write_memory_conversation_info(result, value)
    return OK


@export
def llmspell_py_memory_clear_messages(session, conversation, result):
    value = SESSIONS[session].trusted["memory.clear_messages"](
        string(conversation).decode() if conversation else None
    )
    result[0] = value
    return OK


@export
def llmspell_py_memory_list_conversations(session, space, result):
    arguments = {}
    if p := space:
        arguments["space"] = read_memory_space(p)
    value = SESSIONS[session].ask("memory.list_conversations", arguments)
    plain_glue.write_string_list(result, value)
    return OK


@export
def llmspell_py_memory_delete_conversation(session, name, space, result):
    arguments = {}
    if p := name:
        arguments["name"] = string(p).decode()
    if p := space:
        arguments["space"] = read_memory_space(p)
    value = SESSIONS[session].ask("memory.delete_conversation", arguments)
    result[0] = value
    return OK
