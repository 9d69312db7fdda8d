"""What a model may do besides talking, and the functions that do it. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

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

ERROR_INFO_TYPE = typeof("llmspell_error_info *")
TOOL_ARGUMENT_ISSUE_TYPE = typeof("llmspell_tool_argument_issue *")
TOOL_DESCRIPTION_TYPE = typeof("llmspell_tool_description *")

TOOL_EXECUTION_MODE_NAMES = Enumeration(
    "llmspell_tool_execution_mode",
    {
        1: "direct",
        2: "sandboxed",
        3: "async",
    },
)
TOOL_EXECUTION_MODE_NUMBERS = {
    "direct": 1,
    "sandboxed": 2,
    "async": 3,
}
TOOL_CATEGORY_NAMES = Enumeration(
    "llmspell_tool_category",
    {
        1: "file",
        2: "http",
        3: "system",
        4: "data",
        5: "ai",
        6: "custom",
    },
)
TOOL_CATEGORY_NUMBERS = {
    "file": 1,
    "http": 2,
    "system": 3,
    "data": 4,
    "ai": 5,
    "custom": 6,
}
TOOL_STATUS_NAMES = Enumeration(
    "llmspell_tool_status",
    {
        1: "running",
        2: "completed",
    },
)
TOOL_STATUS_NUMBERS = {
    "running": 1,
    "completed": 2,
}


def read_tool_definition(c, session):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.parameters_json:
        value["parameters"] = read_json(p)
    if c.handler.call:
        value["handler"] = session.typed_callback(c.handler, call_tool_handler)
    if p := c.category:
        value["category"] = TOOL_CATEGORY_NAMES[p]
    if p := c.mode:
        value["mode"] = TOOL_EXECUTION_MODE_NAMES[p]
    if c.tags.items:
        value["tags"] = plain_glue.read_string_list(c.tags)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    return value


def write_tool_definition(c, value):
    c.name = new_text(value["name"])
    c.description = new_text(value["description"])
    if "parameters" in value:
        c.parameters_json = new_json(value["parameters"])
    if (v := value.get("category")) is not None:
        c.category = TOOL_CATEGORY_NUMBERS[v]
    if (v := value.get("mode")) is not None:
        c.mode = TOOL_EXECUTION_MODE_NUMBERS[v]
    if (v := value.get("tags")) is not None:
        plain_glue.write_string_list(c.tags, v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]


def read_tool_description(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.parameters_json:
        value["parameters"] = read_json(p)
    if p := c.category:
        value["category"] = TOOL_CATEGORY_NAMES[p]
    if p := c.mode:
        value["mode"] = TOOL_EXECUTION_MODE_NAMES[p]
    value["tags"] = plain_glue.read_string_list(c.tags)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    value["built_in"] = c.built_in
    return value


def write_tool_description(c, value):
    c.name = new_text(value["name"])
    c.description = new_text(value["description"])
    c.parameters_json = new_json(value["parameters"])
    c.category = TOOL_CATEGORY_NUMBERS[value["category"]]
    c.mode = TOOL_EXECUTION_MODE_NUMBERS[value["mode"]]
    plain_glue.write_string_list(c.tags, value["tags"])
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    c.built_in = value["built_in"]


def read_tool_info(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.category:
        value["category"] = TOOL_CATEGORY_NAMES[p]
    if p := c.mode:
        value["mode"] = TOOL_EXECUTION_MODE_NAMES[p]
    value["built_in"] = c.built_in
    value["ready"] = c.ready
    value["sandboxable"] = c.sandboxable
    value["permissions"] = plain_glue.read_string_list(c.permissions)
    value["calls"] = c.calls
    value["failures"] = c.failures
    value["total_ms"] = c.total_ms
    if p := c.last_error:
        value["last_error"] = string(p).decode()
    return value


def write_tool_info(c, value):
    c.name = new_text(value["name"])
    c.category = TOOL_CATEGORY_NUMBERS[value["category"]]
    c.mode = TOOL_EXECUTION_MODE_NUMBERS[value["mode"]]
    c.built_in = value["built_in"]
    c.ready = value["ready"]
    c.sandboxable = value["sandboxable"]
    plain_glue.write_string_list(c.permissions, value["permissions"])
    c.calls = value["calls"]
    c.failures = value["failures"]
    c.total_ms = value["total_ms"]
    if (v := value.get("last_error")) is not None:
        c.last_error = new_text(v)


def read_tool_query(c):
    value = {}
    if p := c.text:
        value["text"] = string(p).decode()
    if p := c.category:
        value["category"] = TOOL_CATEGORY_NAMES[p]
    if c.tags.items:
        value["tags"] = plain_glue.read_string_list(c.tags)
    if c.has_limit:
        value["limit"] = c.limit
    return value


def write_tool_query(c, value):
    if (v := value.get("text")) is not None:
        c.text = new_text(v)
    if (v := value.get("category")) is not None:
        c.category = TOOL_CATEGORY_NUMBERS[v]
    if (v := value.get("tags")) is not None:
        plain_glue.write_string_list(c.tags, v)
    if "limit" in value:
        c.has_limit = True
        c.limit = value["limit"]


def read_tool_execute_options(c):
    value = {}
    if p := c.mode:
        value["mode"] = TOOL_EXECUTION_MODE_NAMES[p]
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if c.has_memory_bytes:
        value["memory_bytes"] = c.memory_bytes
    return value


def write_tool_execute_options(c, value):
    if (v := value.get("mode")) is not None:
        c.mode = TOOL_EXECUTION_MODE_NUMBERS[v]
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if "memory_bytes" in value:
        c.has_memory_bytes = True
        c.memory_bytes = value["memory_bytes"]


def read_tool_result(c):
    value = {}
    if p := c.tool:
        value["tool"] = string(p).decode()
    if p := c.execution:
        value["execution"] = string(p).decode()
    if p := c.status:
        value["status"] = TOOL_STATUS_NAMES[p]
    if p := c.value_json:
        value["value"] = read_json(p)
    if c.has_duration_ms:
        value["duration_ms"] = c.duration_ms
    return value


def write_tool_result(c, value):
    c.tool = new_text(value["tool"])
    c.execution = new_text(value["execution"])
    c.status = TOOL_STATUS_NUMBERS[value["status"]]
    if "value" in value:
        c.value_json = new_json(value["value"])
    if "duration_ms" in value:
        c.has_duration_ms = True
        c.duration_ms = value["duration_ms"]


def read_tool_argument_issue(c):
    value = {}
    if p := c.path:
        value["path"] = string(p).decode()
    if p := c.message:
        value["message"] = string(p).decode()
    return value


def write_tool_argument_issue(c, value):
    c.path = new_text(value["path"])
    c.message = new_text(value["message"])


def read_tool_validation_result(c):
    value = {}
    value["valid"] = c.valid
    value["issues"] = read_tool_argument_issue_list(c.issues)
    return value


def write_tool_validation_result(c, value):
    c.valid = value["valid"]
    write_tool_argument_issue_list(c.issues, value["issues"])


def read_tool_started(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.execution:
        value["execution"] = string(p).decode()
    if p := c.mode:
        value["mode"] = TOOL_EXECUTION_MODE_NAMES[p]
    if p := c.arguments_json:
        value["arguments"] = read_json(p)
    return value


def write_tool_started(c, value):
    c.name = new_text(value["name"])
    c.execution = new_text(value["execution"])
    c.mode = TOOL_EXECUTION_MODE_NUMBERS[value["mode"]]
    c.arguments_json = new_json(value["arguments"])


def read_tool_completed(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.execution:
        value["execution"] = string(p).decode()
    value["duration_ms"] = c.duration_ms
    if p := c.value_json:
        value["value"] = read_json(p)
    return value


def write_tool_completed(c, value):
    c.name = new_text(value["name"])
    c.execution = new_text(value["execution"])
    c.duration_ms = value["duration_ms"]
    c.value_json = new_json(value["value"])


def read_tool_failed(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.execution:
        value["execution"] = string(p).decode()
    value["duration_ms"] = c.duration_ms
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_tool_failed(c, value):
    c.name = new_text(value["name"])
    c.execution = new_text(value["execution"])
    c.duration_ms = value["duration_ms"]
    p = new(ERROR_INFO_TYPE)
    c.error = p
    shared_glue.write_error_info(p, value["error"])


def read_tool_argument_issue_list(c):
    return [read_tool_argument_issue(p) for p in entries(c.items, c.count)]


def write_tool_argument_issue_list(c, value):
    items = new(TOOL_ARGUMENT_ISSUE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_tool_argument_issue(items[i], v)


def read_tool_description_list(c):
    return [read_tool_description(p) for p in entries(c.items, c.count)]


def write_tool_description_list(c, value):
    items = new(TOOL_DESCRIPTION_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_tool_description(items[i], v)


def call_tool_handler(call, user_data, values, session):
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
def llmspell_py_tool_register(session, definition):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := definition:
            arguments["definition"] = read_tool_definition(p, session)
        session.ask("tool.register", arguments)
    return OK


@export
def llmspell_py_tool_unregister(session, name):
    SESSIONS[session].trusted["tool.unregister"](string(name).decode() if name else None)
    return OK


@export
def llmspell_py_tool_execute(session, name, arguments_json, options, result):
    arguments = {}
    if p := name:
        arguments["name"] = string(p).decode()
    if p := arguments_json:
        arguments["arguments"] = read_json(p)
    if p := options:
        arguments["options"] = read_tool_execute_options(p)
    value = SESSIONS[session].ask("tool.execute", arguments)
    write_tool_result(result, value)
    return OK


@export
def llmspell_py_tool_wait(session, execution, timeout_seconds, result):
    arguments = {}
    if p := execution:
        arguments["execution"] = string(p).decode()
    if timeout_seconds:
        arguments["timeout_seconds"] = timeout_seconds[0]
    value = SESSIONS[session].ask("tool.wait", arguments)
    write_tool_result(result, value)
    return OK


@export
def llmspell_py_tool_discover(session, query, result):
    arguments = {}
    if p := query:
        arguments["query"] = read_tool_query(p)
    value = SESSIONS[session].ask("tool.discover", arguments)
    write_tool_description_list(result, value)
    return OK


@export
def llmspell_py_tool_list(session, category, result):
    arguments = {}
    if p := category:
        arguments["category"] = TOOL_CATEGORY_NAMES[p]
    value = SESSIONS[session].ask("tool.list", arguments)
    write_tool_description_list(result, value)
    return OK


@export
def llmspell_py_tool_get(session, name, result):
    value = SESSIONS[session].trusted["tool.get"](string(name).decode() if name else None)
    write_tool_description(result, value)
    return OK


@export
def llmspell_py_tool_exists(session, name, result):
    value = SESSIONS[session].trusted["tool.exists"](string(name).decode() if name else None)
    result[0] = value
    return OK


@export
def llmspell_py_tool_validate(session, name, arguments_json, result):
    arguments = {}
    if p := name:
        arguments["name"] = string(p).decode()
    if p := arguments_json:
        arguments["arguments"] = read_json(p)
    value = SESSIONS[session].ask("tool.validate", arguments)
    write_tool_validation_result(result, value)
    return OK


@export
def llmspell_py_tool_get_schema(session, name, result_json):
    value = SESSIONS[session].trusted["tool.get_schema"](string(name).decode() if name else None)
    result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_tool_get_info(session, name, result):
    value = SESSIONS[session].trusted["tool.get_info"](string(name).decode() if name else None)
    write_tool_info(result, value)
    return OK


@export
def llmspell_py_tool_attach(session, name, handler):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := name:
            arguments["name"] = string(p).decode()
        if handler and handler.call:
            arguments["handler"] = session.typed_callback(handler, call_tool_handler)
        session.ask("tool.attach", arguments)
    return OK


@export
def llmspell_py_tool_save(session, path, names, result):
    arguments = {}
    if p := path:
        arguments["path"] = string(p).decode()
    if p := names:
        arguments["names"] = plain_glue.read_string_list(p)
    value = SESSIONS[session].ask("tool.save", arguments)
    result[0] = value
    return OK


@export
def llmspell_py_tool_load(session, path, result):
    arguments = {}
    if p := path:
        arguments["path"] = string(p).decode()
    value = SESSIONS[session].ask("tool.load", arguments)
    plain_glue.write_string_list(result, value)
    return OK
