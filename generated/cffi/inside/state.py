"""Named, structured values that programs share, change and go back in. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

import llmspell_glue._plain as plain_glue
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

STATE_CHANGE_TYPE = typeof("llmspell_state_change *")
STATE_INFO_TYPE = typeof("llmspell_state_info *")
STATE_MERGE_CONFLICT_TYPE = typeof("llmspell_state_merge_conflict *")
STATE_SNAPSHOT_INFO_TYPE = typeof("llmspell_state_snapshot_info *")

STATE_TRANSFORM_NAMES = Enumeration(
    "llmspell_state_transform",
    {
        1: "filter",
        2: "flatten",
        3: "unflatten",
        4: "sanitize",
        5: "prune",
    },
)
STATE_TRANSFORM_NUMBERS = {
    "filter": 1,
    "flatten": 2,
    "unflatten": 3,
    "sanitize": 4,
    "prune": 5,
}
STATE_MERGE_STRATEGY_NAMES = Enumeration(
    "llmspell_state_merge_strategy",
    {
        1: "shallow",
        2: "deep",
        3: "ours",
        4: "theirs",
    },
)
STATE_MERGE_STRATEGY_NUMBERS = {
    "shallow": 1,
    "deep": 2,
    "ours": 3,
    "theirs": 4,
}
STATE_OPERATION_NAMES = Enumeration(
    "llmspell_state_operation",
    {
        1: "set",
        2: "delete",
        3: "transform",
        4: "merge",
        5: "restore",
        6: "update",
    },
)
STATE_OPERATION_NUMBERS = {
    "set": 1,
    "delete": 2,
    "transform": 3,
    "merge": 4,
    "restore": 5,
    "update": 6,
}


def read_state_config(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.value_json:
        value["value"] = read_json(p)
    if p := c.schema_json:
        value["schema"] = read_json(p)
    if c.has_max_snapshots:
        value["max_snapshots"] = c.max_snapshots
    return value


def write_state_config(c, value):
    c.name = new_text(value["name"])
    if "value" in value:
        c.value_json = new_json(value["value"])
    if "schema" in value:
        c.schema_json = new_json(value["schema"])
    if "max_snapshots" in value:
        c.has_max_snapshots = True
        c.max_snapshots = value["max_snapshots"]


def read_state_info(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    value["revision"] = c.revision
    value["size_bytes"] = c.size_bytes
    value["has_schema"] = c.has_schema
    value["snapshots"] = c.snapshots
    return value


def write_state_info(c, value):
    c.name = new_text(value["name"])
    c.revision = value["revision"]
    c.size_bytes = value["size_bytes"]
    c.has_schema = value["has_schema"]
    c.snapshots = value["snapshots"]


def read_state_get_options(c):
    value = {}
    if p := c.fallback_json:
        value["fallback"] = read_json(p)
    return value


def write_state_get_options(c, value):
    if "fallback" in value:
        c.fallback_json = new_json(value["fallback"])


def read_state_change_options(c):
    value = {}
    if c.has_expected_revision:
        value["expected_revision"] = c.expected_revision
    return value


def write_state_change_options(c, value):
    if "expected_revision" in value:
        c.has_expected_revision = True
        c.expected_revision = value["expected_revision"]


def read_state_change(c):
    value = {}
    if p := c.path:
        value["path"] = string(p).decode()
    if p := c.value_json:
        value["value"] = read_json(p)
    return value


def write_state_change(c, value):
    c.path = new_text(value["path"])
    if "value" in value:
        c.value_json = new_json(value["value"])


def read_state_change_result(c):
    value = {}
    value["revision"] = c.revision
    value["changed"] = c.changed
    return value


def write_state_change_result(c, value):
    c.revision = value["revision"]
    c.changed = value["changed"]


def read_state_transform_options(c, session):
    value = {}
    if p := c.path:
        value["path"] = string(p).decode()
    if c.keep.items:
        value["keep"] = plain_glue.read_string_list(c.keep)
    if c.drop.items:
        value["drop"] = plain_glue.read_string_list(c.drop)
    if p := c.where:
        value["where"] = string(p).decode()
    if c.predicate.call:
        value["predicate"] = session.typed_callback(c.predicate, call_state_predicate)
    if c.names.items:
        value["names"] = plain_glue.read_string_list(c.names)
    if c.texts.items:
        value["texts"] = plain_glue.read_string_list(c.texts)
    if p := c.mask:
        value["mask"] = string(p).decode()
    if c.has_store:
        value["store"] = c.store
    if c.has_expected_revision:
        value["expected_revision"] = c.expected_revision
    return value


def write_state_transform_options(c, value):
    if (v := value.get("path")) is not None:
        c.path = new_text(v)
    if (v := value.get("keep")) is not None:
        plain_glue.write_string_list(c.keep, v)
    if (v := value.get("drop")) is not None:
        plain_glue.write_string_list(c.drop, v)
    if (v := value.get("where")) is not None:
        c.where = new_text(v)
    if (v := value.get("names")) is not None:
        plain_glue.write_string_list(c.names, v)
    if (v := value.get("texts")) is not None:
        plain_glue.write_string_list(c.texts, v)
    if (v := value.get("mask")) is not None:
        c.mask = new_text(v)
    if "store" in value:
        c.has_store = True
        c.store = value["store"]
    if "expected_revision" in value:
        c.has_expected_revision = True
        c.expected_revision = value["expected_revision"]


def read_state_transform_result(c):
    value = {}
    if p := c.value_json:
        value["value"] = read_json(p)
    value["revision"] = c.revision
    value["changed"] = c.changed
    value["paths"] = plain_glue.read_string_list(c.paths)
    return value


def write_state_transform_result(c, value):
    c.value_json = new_json(value["value"])
    c.revision = value["revision"]
    c.changed = value["changed"]
    plain_glue.write_string_list(c.paths, value["paths"])


def read_state_merge_options(c):
    value = {}
    if p := c.strategy:
        value["strategy"] = STATE_MERGE_STRATEGY_NAMES[p]
    if p := c.path:
        value["path"] = string(p).decode()
    if c.has_refuse_conflicts:
        value["refuse_conflicts"] = c.refuse_conflicts
    if c.has_expected_revision:
        value["expected_revision"] = c.expected_revision
    return value


def write_state_merge_options(c, value):
    if (v := value.get("strategy")) is not None:
        c.strategy = STATE_MERGE_STRATEGY_NUMBERS[v]
    if (v := value.get("path")) is not None:
        c.path = new_text(v)
    if "refuse_conflicts" in value:
        c.has_refuse_conflicts = True
        c.refuse_conflicts = value["refuse_conflicts"]
    if "expected_revision" in value:
        c.has_expected_revision = True
        c.expected_revision = value["expected_revision"]


def read_state_merge_conflict(c):
    value = {}
    if p := c.path:
        value["path"] = string(p).decode()
    if p := c.ours_json:
        value["ours"] = read_json(p)
    if p := c.theirs_json:
        value["theirs"] = read_json(p)
    if p := c.taken:
        value["taken"] = string(p).decode()
    return value


def write_state_merge_conflict(c, value):
    c.path = new_text(value["path"])
    c.ours_json = new_json(value["ours"])
    c.theirs_json = new_json(value["theirs"])
    c.taken = new_text(value["taken"])


def read_state_merge_result(c):
    value = {}
    value["revision"] = c.revision
    value["changed"] = c.changed
    value["conflicts"] = read_state_merge_conflict_list(c.conflicts)
    return value


def write_state_merge_result(c, value):
    c.revision = value["revision"]
    c.changed = value["changed"]
    write_state_merge_conflict_list(c.conflicts, value["conflicts"])


def read_state_snapshot_info(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.name:
        value["name"] = string(p).decode()
    value["revision"] = c.revision
    value["size_bytes"] = c.size_bytes
    if p := c.taken_at:
        value["taken_at"] = string(p).decode()
    return value


def write_state_snapshot_info(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    c.revision = value["revision"]
    c.size_bytes = value["size_bytes"]
    c.taken_at = new_text(value["taken_at"])


def read_state_persist_options(c):
    value = {}
    if c.has_snapshots:
        value["snapshots"] = c.snapshots
    return value


def write_state_persist_options(c, value):
    if "snapshots" in value:
        c.has_snapshots = True
        c.snapshots = value["snapshots"]


def read_state_load_options(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    return value


def write_state_load_options(c, value):
    if (v := value.get("name")) is not None:
        c.name = new_text(v)


def read_state_changed(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.operation:
        value["operation"] = STATE_OPERATION_NAMES[p]
    if p := c.path:
        value["path"] = string(p).decode()
    value["revision"] = c.revision
    if p := c.old_json:
        value["old"] = read_json(p)
    if p := c.new__json:
        value["new"] = read_json(p)
    if p := c.snapshot:
        value["snapshot"] = string(p).decode()
    return value


def write_state_changed(c, value):
    c.name = new_text(value["name"])
    c.operation = STATE_OPERATION_NUMBERS[value["operation"]]
    c.path = new_text(value["path"])
    c.revision = value["revision"]
    if "old" in value:
        c.old_json = new_json(value["old"])
    if "new" in value:
        c.new__json = new_json(value["new"])
    if (v := value.get("snapshot")) is not None:
        c.snapshot = new_text(v)


def read_state_merge_conflict_list(c):
    return [read_state_merge_conflict(p) for p in entries(c.items, c.count)]


def write_state_merge_conflict_list(c, value):
    items = new(STATE_MERGE_CONFLICT_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_state_merge_conflict(items[i], v)


def read_state_info_list(c):
    return [read_state_info(p) for p in entries(c.items, c.count)]


def write_state_info_list(c, value):
    items = new(STATE_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_state_info(items[i], v)


def read_state_change_list(c):
    return [read_state_change(p) for p in entries(c.items, c.count)]


def write_state_change_list(c, value):
    items = new(STATE_CHANGE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_state_change(items[i], v)


def read_state_snapshot_info_list(c):
    return [read_state_snapshot_info(p) for p in entries(c.items, c.count)]


def write_state_snapshot_info_list(c, value):
    items = new(STATE_SNAPSHOT_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_state_snapshot_info(items[i], v)


def call_state_predicate(call, user_data, values, session):
    keep = []
    try:
        a0 = ffi.NULL
        if len(values) > 0 and (v := values[0]) is not None:
            a0 = new_json(v)
            keep.append((lib.bridge_free, a0))
        a1 = ffi.NULL
        if len(values) > 1 and (v := values[1]) is not None:
            a1 = new_json(v)
            keep.append((lib.bridge_free, a1))
        result = ffi.new("bool *")
        status = call(user_data, a0, a1, result)
        if status != OK:
            raise callback_failed(status)
        return result[0]
    finally:
        for free, place in keep:
            free(place)


@export
def llmspell_py_state_create(session, config, result):
    arguments = {}
    if p := config:
        arguments["config"] = read_state_config(p)
    value = SESSIONS[session].ask("state.create", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_state_open(session, name, result):
    value = SESSIONS[session].trusted["state.open"](string(name).decode() if name else None)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_state_close(session, state):
    SESSIONS[session].trusted["state.close"](string(state).decode() if state else None)
    return OK


@export
def llmspell_py_state_list(session, result):
    value = SESSIONS[session].trusted["state.list"]()
    write_state_info_list(result, value)
    return OK


@export
def llmspell_py_state_get_info(session, state, result):
    value = SESSIONS[session].trusted["state.get_info"](string(state).decode() if state else None)
    write_state_info(result, value)
    return OK


@export
def llmspell_py_state_get(session, state, path, options, result_json):
    arguments = {}
    if state:
        arguments["state"] = string(state).decode()
    if p := path:
        arguments["path"] = string(p).decode()
    if p := options:
        arguments["options"] = read_state_get_options(p)
    value = SESSIONS[session].ask("state.get", arguments)
    result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_state_set(session, state, path, value_json, options, result):
    arguments = {}
    if state:
        arguments["state"] = string(state).decode()
    if p := path:
        arguments["path"] = string(p).decode()
    if p := value_json:
        arguments["value"] = read_json(p)
    if p := options:
        arguments["options"] = read_state_change_options(p)
    value = SESSIONS[session].ask("state.set", arguments)
    write_state_change_result(result, value)
    return OK


@export
def llmspell_py_state_delete(session, state, path, options, result):
    arguments = {}
    if state:
        arguments["state"] = string(state).decode()
    if p := path:
        arguments["path"] = string(p).decode()
    if p := options:
        arguments["options"] = read_state_change_options(p)
    value = SESSIONS[session].ask("state.delete", arguments)
    write_state_change_result(result, value)
    return OK


@export
def llmspell_py_state_update(session, state, changes, options, result):
    arguments = {}
    if state:
        arguments["state"] = string(state).decode()
    if p := changes:
        arguments["changes"] = read_state_change_list(p)
    if p := options:
        arguments["options"] = read_state_change_options(p)
    value = SESSIONS[session].ask("state.update", arguments)
    write_state_change_result(result, value)
    return OK


@export
def llmspell_py_state_transform_value(session, state, transform, options, result):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if state:
            arguments["state"] = string(state).decode()
        if p := transform:
            arguments["transform"] = STATE_TRANSFORM_NAMES[p]
        if p := options:
            arguments["options"] = read_state_transform_options(p, session)
        value = session.ask("state.transform", arguments)
        write_state_transform_result(result, value)
    return OK


@export
def llmspell_py_state_merge(session, state, other_json, options, result):
    arguments = {}
    if state:
        arguments["state"] = string(state).decode()
    if p := other_json:
        arguments["other"] = read_json(p)
    if p := options:
        arguments["options"] = read_state_merge_options(p)
    value = SESSIONS[session].ask("state.merge", arguments)
    write_state_merge_result(result, value)
    return OK


@export
def llmspell_py_state_snapshot(session, state, name, result):
    arguments = {}
    if state:
        arguments["state"] = string(state).decode()
    if p := name:
        arguments["name"] = string(p).decode()
    value = SESSIONS[session].ask("state.snapshot", arguments)
    write_state_snapshot_info(result, value)
    return OK


@export
def llmspell_py_state_restore(session, state, snapshot, options, result):
    arguments = {}
    if state:
        arguments["state"] = string(state).decode()
    if p := snapshot:
        arguments["snapshot"] = string(p).decode()
    if p := options:
        arguments["options"] = read_state_change_options(p)
    value = SESSIONS[session].ask("state.restore", arguments)
    write_state_change_result(result, value)
    return OK


@export
def llmspell_py_state_list_snapshots(session, state, result):
    value = SESSIONS[session].trusted["state.list_snapshots"](string(state).decode() if state else None)
    write_state_snapshot_info_list(result, value)
    return OK


@export
def llmspell_py_state_drop_snapshot(session, state, snapshot, result):
    value = SESSIONS[session].trusted["state.drop_snapshot"](
        string(state).decode() if state else None, string(snapshot).decode() if snapshot else None
    )
    result[0] = value
    return OK


@export
def llmspell_py_state_persist(session, state, file, options, result):
    arguments = {}
    if state:
        arguments["state"] = string(state).decode()
    if p := file:
        arguments["file"] = string(p).decode()
    if p := options:
        arguments["options"] = read_state_persist_options(p)
    value = SESSIONS[session].ask("state.persist", arguments)
    result[0] = value
    return OK


@export
def llmspell_py_state_load(session, file, options, result):
    arguments = {}
    if p := file:
        arguments["file"] = string(p).decode()
    if p := options:
        arguments["options"] = read_state_load_options(p)
    value = SESSIONS[session].ask("state.load", arguments)
    result[0] = new_text(value)
    return OK
