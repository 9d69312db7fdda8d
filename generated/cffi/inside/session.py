"""Sessions within sessions, many calls in one, and what went wrong last. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

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
    new_session,
    new_text,
    read_json,
    string,
    text,
    typeof,
)

ERROR_INFO_TYPE = typeof("llmspell_error_info *")
SESSION_BATCH_CALL_TYPE = typeof("llmspell_session_batch_call *")
SESSION_BATCH_METRICS_TYPE = typeof("llmspell_session_batch_metrics *")
SESSION_BATCH_OUTCOME_TYPE = typeof("llmspell_session_batch_outcome *")
SESSION_CONVERSION_INFO_TYPE = typeof("llmspell_session_conversion_info *")
SESSION_MEMOIZE_METRICS_MAP_ENTRY_TYPE = typeof("llmspell_session_memoize_metrics_entry *")
SESSION_MEMOIZE_METRICS_TYPE = typeof("llmspell_session_memoize_metrics *")

SESSION_RECOVERY_STRATEGY_NAMES = Enumeration(
    "llmspell_session_recovery_strategy",
    {
        1: "retry_once",
        2: "retry_with_backoff",
        3: "failover",
        4: "none",
    },
)
SESSION_RECOVERY_STRATEGY_NUMBERS = {
    "retry_once": 1,
    "retry_with_backoff": 2,
    "failover": 3,
    "none": 4,
}
SESSION_EVICTION_POLICY_NAMES = Enumeration(
    "llmspell_session_eviction_policy",
    {
        1: "lru",
        2: "lfu",
        3: "fifo",
    },
)
SESSION_EVICTION_POLICY_NUMBERS = {
    "lru": 1,
    "lfu": 2,
    "fifo": 3,
}


def read_session_options(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.permissions_json:
        value["permissions"] = read_json(p)
    return value


def write_session_options(c, value):
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if "permissions" in value:
        c.permissions_json = new_json(value["permissions"])


def read_session_info(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.parent:
        value["parent"] = string(p).decode()
    if p := c.permissions_json:
        value["permissions"] = read_json(p)
    value["resources"] = plain_glue.read_int64_map(c.resources)
    value["children"] = c.children
    return value


def write_session_info(c, value):
    c.name = new_text(value["name"])
    if (v := value.get("parent")) is not None:
        c.parent = new_text(v)
    c.permissions_json = new_json(value["permissions"])
    plain_glue.write_int64_map(c.resources, value["resources"])
    c.children = value["children"]


def read_session_batch_call(c):
    value = {}
    if p := c.function:
        value["function"] = string(p).decode()
    if p := c.arguments_json:
        value["arguments"] = read_json(p)
    return value


def write_session_batch_call(c, value):
    c.function = new_text(value["function"])
    if "arguments" in value:
        c.arguments_json = new_json(value["arguments"])


def read_session_batch_options(c):
    value = {}
    if c.has_stop_on_error:
        value["stop_on_error"] = c.stop_on_error
    if c.has_concurrency:
        value["concurrency"] = c.concurrency
    return value


def write_session_batch_options(c, value):
    if "stop_on_error" in value:
        c.has_stop_on_error = True
        c.stop_on_error = value["stop_on_error"]
    if "concurrency" in value:
        c.has_concurrency = True
        c.concurrency = value["concurrency"]


def read_session_batch_outcome(c):
    value = {}
    value["ok"] = c.ok
    if p := c.result_json:
        value["result"] = read_json(p)
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_session_batch_outcome(c, value):
    c.ok = value["ok"]
    if "result" in value:
        c.result_json = new_json(value["result"])
    if (v := value.get("error")) is not None:
        p = new(ERROR_INFO_TYPE)
        c.error = p
        shared_glue.write_error_info(p, v)


def read_session_memoize_metrics(c):
    value = {}
    value["hits"] = c.hits
    value["misses"] = c.misses
    value["evicted"] = c.evicted
    value["expired"] = c.expired
    value["entries"] = c.entries
    value["max_entries"] = c.max_entries
    if p := c.policy:
        value["policy"] = SESSION_EVICTION_POLICY_NAMES[p]
    if c.has_ttl_seconds:
        value["ttl_seconds"] = c.ttl_seconds
    return value


def write_session_memoize_metrics(c, value):
    c.hits = value["hits"]
    c.misses = value["misses"]
    c.evicted = value["evicted"]
    c.expired = value["expired"]
    c.entries = value["entries"]
    c.max_entries = value["max_entries"]
    c.policy = SESSION_EVICTION_POLICY_NUMBERS[value["policy"]]
    if "ttl_seconds" in value:
        c.has_ttl_seconds = True
        c.ttl_seconds = value["ttl_seconds"]


def read_session_batch_metrics(c):
    value = {}
    value["batches"] = c.batches
    value["calls"] = c.calls
    value["failed"] = c.failed
    value["smallest"] = c.smallest
    value["largest"] = c.largest
    value["mean_size"] = c.mean_size
    return value


def write_session_batch_metrics(c, value):
    c.batches = value["batches"]
    c.calls = value["calls"]
    c.failed = value["failed"]
    c.smallest = value["smallest"]
    c.largest = value["largest"]
    c.mean_size = value["mean_size"]


def read_session_metrics(c):
    value = {}
    value["memoized"] = read_session_memoize_metrics_map(c.memoized)
    if p := c.batches:
        value["batches"] = read_session_batch_metrics(p)
    return value


def write_session_metrics(c, value):
    write_session_memoize_metrics_map(c.memoized, value["memoized"])
    p = new(SESSION_BATCH_METRICS_TYPE)
    c.batches = p
    write_session_batch_metrics(p, value["batches"])


def read_session_conversion_info(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.source_type:
        value["source_type"] = string(p).decode()
    if p := c.target_type:
        value["target_type"] = string(p).decode()
    value["cost"] = c.cost
    value["built_in"] = c.built_in
    return value


def write_session_conversion_info(c, value):
    c.name = new_text(value["name"])
    c.source_type = new_text(value["source_type"])
    c.target_type = new_text(value["target_type"])
    c.cost = value["cost"]
    c.built_in = value["built_in"]


def read_session_conversion_path(c):
    value = {}
    if p := c.source_type:
        value["source_type"] = string(p).decode()
    if p := c.target_type:
        value["target_type"] = string(p).decode()
    value["cost"] = c.cost
    value["steps"] = read_session_conversion_info_list(c.steps)
    return value


def write_session_conversion_path(c, value):
    c.source_type = new_text(value["source_type"])
    c.target_type = new_text(value["target_type"])
    c.cost = value["cost"]
    write_session_conversion_info_list(c.steps, value["steps"])


def read_session_memoize_metrics_map(c):
    return {
        text(e.key): read_session_memoize_metrics(e.value) if e.value else None
        for e in entries(c.entries, c.count)
    }


def write_session_memoize_metrics_map(c, value):
    entries = new(SESSION_MEMOIZE_METRICS_MAP_ENTRY_TYPE, len(value))
    c.entries = entries
    c.count = len(value)
    for i, (k, v) in enumerate(value.items()):
        entries[i].key = new_text(k)
        p = new(SESSION_MEMOIZE_METRICS_TYPE)
        entries[i].value = p
        write_session_memoize_metrics(p, v)


def read_session_conversion_info_list(c):
    return [read_session_conversion_info(p) for p in entries(c.items, c.count)]


def write_session_conversion_info_list(c, value):
    items = new(SESSION_CONVERSION_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_session_conversion_info(items[i], v)


def read_session_batch_call_list(c):
    return [read_session_batch_call(p) for p in entries(c.items, c.count)]


def write_session_batch_call_list(c, value):
    items = new(SESSION_BATCH_CALL_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_session_batch_call(items[i], v)


def read_session_batch_outcome_list(c):
    return [read_session_batch_outcome(p) for p in entries(c.items, c.count)]


def write_session_batch_outcome_list(c, value):
    items = new(SESSION_BATCH_OUTCOME_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_session_batch_outcome(items[i], v)


def call_session_converter(call, user_data, values, session):
    keep = []
    try:
        a0 = ffi.NULL
        if len(values) > 0 and (v := values[0]) is not None:
            a0 = new_json(v)
            keep.append((lib.bridge_free, a0))
        result = ffi.new("char **")
        status = call(user_data, a0, result)
        keep.append((lib.bridge_free, result[0]))
        if status != OK:
            raise callback_failed(status)
        if not (p := result[0]):
            return None
        return read_json(p)
    finally:
        for free, place in keep:
            free(place)


@export
def llmspell_py_session_open(session, options, result):
    arguments = {}
    session = SESSIONS[session]
    if p := options:
        arguments["options"] = read_session_options(p)
    value = session.ask("session.open", arguments)
    result[0] = new_session(session, value)
    return OK


@export
def llmspell_py_session_close(session, session_):
    arguments = {}
    if session_:
        arguments["session"] = string(session_).decode()
    SESSIONS[session].ask("session.close", arguments)
    return OK


@export
def llmspell_py_session_get_info(session, session_, result):
    arguments = {}
    if session_:
        arguments["session"] = string(session_).decode()
    value = SESSIONS[session].ask("session.get_info", arguments)
    write_session_info(result, value)
    return OK


@export
def llmspell_py_session_batch(session, calls, options, result):
    arguments = {}
    if p := calls:
        arguments["calls"] = read_session_batch_call_list(p)
    if p := options:
        arguments["options"] = read_session_batch_options(p)
    value = SESSIONS[session].ask("session.batch", arguments)
    write_session_batch_outcome_list(result, value)
    return OK


@export
def llmspell_py_session_get_metrics(session, result):
    value = SESSIONS[session].trusted["session.get_metrics"]()
    write_session_metrics(result, value)
    return OK


@export
def llmspell_py_session_clear_cache(session, function, result):
    arguments = {}
    if p := function:
        arguments["function"] = string(p).decode()
    value = SESSIONS[session].ask("session.clear_cache", arguments)
    result[0] = value
    return OK


@export
def llmspell_py_session_convert(session, value_json, source_type, target_type, result_json):
    arguments = {}
    if p := value_json:
        arguments["value"] = read_json(p)
    if p := source_type:
        arguments["source_type"] = string(p).decode()
    if p := target_type:
        arguments["target_type"] = string(p).decode()
    value = SESSIONS[session].ask("session.convert", arguments)
    result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_session_register_conversion(session, source_type, target_type, converter, cost, name, result):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := source_type:
            arguments["source_type"] = string(p).decode()
        if p := target_type:
            arguments["target_type"] = string(p).decode()
        if converter and converter.call:
            arguments["converter"] = session.typed_callback(converter, call_session_converter)
        if cost:
            arguments["cost"] = cost[0]
        if p := name:
            arguments["name"] = string(p).decode()
        value = session.ask("session.register_conversion", arguments)
        result[0] = new_text(value)
    return OK


@export
def llmspell_py_session_unregister_conversion(session, name):
    SESSIONS[session].trusted["session.unregister_conversion"](string(name).decode() if name else None)
    return OK


@export
def llmspell_py_session_list_conversions(session, source_type, target_type, result):
    arguments = {}
    if p := source_type:
        arguments["source_type"] = string(p).decode()
    if p := target_type:
        arguments["target_type"] = string(p).decode()
    value = SESSIONS[session].ask("session.list_conversions", arguments)
    write_session_conversion_info_list(result, value)
    return OK


@export
def llmspell_py_session_find_conversion(session, source_type, target_type, result):
    value = SESSIONS[session].trusted["session.find_conversion"](
        string(source_type).decode() if source_type else None,
        string(target_type).decode() if target_type else None,
    )
    write_session_conversion_path(result, value)
    return OK


@export
def llmspell_py_session_get_last_error(session, session_, result, result_is_null):
    arguments = {}
    if session_:
        arguments["session"] = string(session_).decode()
    value = SESSIONS[session].ask("session.get_last_error", arguments)
    if value is None:
        result_is_null[0] = True
    else:
        shared_glue.write_error_info(result, value)
    return OK
