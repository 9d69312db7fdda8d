"""Text that runs with a session's functions, and functions that are known by name. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

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
SCRIPT_ENGINE_INFO_TYPE = typeof("llmspell_script_engine_info *")
SCRIPT_EXECUTION_MODE_TYPE = typeof("llmspell_script_execution_mode *")
SCRIPT_HANDLER_INFO_TYPE = typeof("llmspell_script_handler_info *")
SCRIPT_ISSUE_TYPE = typeof("llmspell_script_issue *")

SCRIPT_ENGINE_NAMES = Enumeration(
    "llmspell_script_engine",
    {
        1: "lua",
        2: "javascript",
        3: "expr",
    },
)
SCRIPT_ENGINE_NUMBERS = {
    "lua": 1,
    "javascript": 2,
    "expr": 3,
}
SCRIPT_EXECUTION_MODE_NAMES = Enumeration(
    "llmspell_script_execution_mode",
    {
        1: "direct",
        2: "sandboxed",
    },
)
SCRIPT_EXECUTION_MODE_NUMBERS = {
    "direct": 1,
    "sandboxed": 2,
}


def read_script_execute_options(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.input_json:
        value["input"] = read_json(p)
    if p := c.variables_json:
        value["variables"] = read_json(p)
    if p := c.mode:
        value["mode"] = SCRIPT_EXECUTION_MODE_NAMES[p]
    if p := c.permissions_json:
        value["permissions"] = read_json(p)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if c.has_memory_bytes:
        value["memory_bytes"] = c.memory_bytes
    if c.has_output_bytes:
        value["output_bytes"] = c.output_bytes
    return value


def write_script_execute_options(c, value):
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if "input" in value:
        c.input_json = new_json(value["input"])
    if "variables" in value:
        c.variables_json = new_json(value["variables"])
    if (v := value.get("mode")) is not None:
        c.mode = SCRIPT_EXECUTION_MODE_NUMBERS[v]
    if "permissions" in value:
        c.permissions_json = new_json(value["permissions"])
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if "memory_bytes" in value:
        c.has_memory_bytes = True
        c.memory_bytes = value["memory_bytes"]
    if "output_bytes" in value:
        c.has_output_bytes = True
        c.output_bytes = value["output_bytes"]


def read_script_result(c):
    value = {}
    if p := c.engine:
        value["engine"] = SCRIPT_ENGINE_NAMES[p]
    if p := c.mode:
        value["mode"] = SCRIPT_EXECUTION_MODE_NAMES[p]
    if p := c.value_json:
        value["value"] = read_json(p)
    if p := c.output:
        value["output"] = string(p).decode()
    value["duration_ms"] = c.duration_ms
    return value


def write_script_result(c, value):
    c.engine = SCRIPT_ENGINE_NUMBERS[value["engine"]]
    c.mode = SCRIPT_EXECUTION_MODE_NUMBERS[value["mode"]]
    c.value_json = new_json(value["value"])
    c.output = new_text(value["output"])
    c.duration_ms = value["duration_ms"]


def read_script_issue(c):
    value = {}
    if p := c.message:
        value["message"] = string(p).decode()
    if c.has_line:
        value["line"] = c.line
    if c.has_column:
        value["column"] = c.column
    if p := c.excerpt:
        value["excerpt"] = string(p).decode()
    return value


def write_script_issue(c, value):
    c.message = new_text(value["message"])
    if "line" in value:
        c.has_line = True
        c.line = value["line"]
    if "column" in value:
        c.has_column = True
        c.column = value["column"]
    if (v := value.get("excerpt")) is not None:
        c.excerpt = new_text(v)


def read_script_validation(c):
    value = {}
    value["valid"] = c.valid
    value["issues"] = read_script_issue_list(c.issues)
    if c.names.items:
        value["names"] = plain_glue.read_string_list(c.names)
    return value


def write_script_validation(c, value):
    c.valid = value["valid"]
    write_script_issue_list(c.issues, value["issues"])
    if (v := value.get("names")) is not None:
        plain_glue.write_string_list(c.names, v)


def read_script_engine_info(c):
    value = {}
    if p := c.engine:
        value["engine"] = SCRIPT_ENGINE_NAMES[p]
    value["available"] = c.available
    if p := c.install:
        value["install"] = string(p).decode()
    if p := c.library:
        value["library"] = string(p).decode()
    if p := c.library_version:
        value["library_version"] = string(p).decode()
    if p := c.language_version:
        value["language_version"] = string(p).decode()
    value["suffixes"] = plain_glue.read_string_list(c.suffixes)
    value["modes"] = read_script_execution_mode_list(c.modes)
    value["calls_functions"] = c.calls_functions
    return value


def write_script_engine_info(c, value):
    c.engine = SCRIPT_ENGINE_NUMBERS[value["engine"]]
    c.available = value["available"]
    if (v := value.get("install")) is not None:
        c.install = new_text(v)
    c.library = new_text(value["library"])
    if (v := value.get("library_version")) is not None:
        c.library_version = new_text(v)
    if (v := value.get("language_version")) is not None:
        c.language_version = new_text(v)
    plain_glue.write_string_list(c.suffixes, value["suffixes"])
    write_script_execution_mode_list(c.modes, value["modes"])
    c.calls_functions = value["calls_functions"]


def read_script_handler_info(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.description:
        value["description"] = string(p).decode()
    return value


def write_script_handler_info(c, value):
    c.name = new_text(value["name"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)


def read_script_started(c):
    value = {}
    if p := c.script:
        value["script"] = string(p).decode()
    if p := c.engine:
        value["engine"] = SCRIPT_ENGINE_NAMES[p]
    if p := c.mode:
        value["mode"] = SCRIPT_EXECUTION_MODE_NAMES[p]
    return value


def write_script_started(c, value):
    c.script = new_text(value["script"])
    c.engine = SCRIPT_ENGINE_NUMBERS[value["engine"]]
    c.mode = SCRIPT_EXECUTION_MODE_NUMBERS[value["mode"]]


def read_script_completed(c):
    value = {}
    if p := c.script:
        value["script"] = string(p).decode()
    if p := c.engine:
        value["engine"] = SCRIPT_ENGINE_NAMES[p]
    value["duration_ms"] = c.duration_ms
    return value


def write_script_completed(c, value):
    c.script = new_text(value["script"])
    c.engine = SCRIPT_ENGINE_NUMBERS[value["engine"]]
    c.duration_ms = value["duration_ms"]


def read_script_ended(c):
    value = {}
    if p := c.script:
        value["script"] = string(p).decode()
    if p := c.engine:
        value["engine"] = SCRIPT_ENGINE_NAMES[p]
    value["duration_ms"] = c.duration_ms
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_script_ended(c, value):
    c.script = new_text(value["script"])
    c.engine = SCRIPT_ENGINE_NUMBERS[value["engine"]]
    c.duration_ms = value["duration_ms"]
    p = new(ERROR_INFO_TYPE)
    c.error = p
    shared_glue.write_error_info(p, value["error"])


def read_script_issue_list(c):
    return [read_script_issue(p) for p in entries(c.items, c.count)]


def write_script_issue_list(c, value):
    items = new(SCRIPT_ISSUE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_script_issue(items[i], v)


def read_script_execution_mode_list(c):
    return [SCRIPT_EXECUTION_MODE_NAMES[p] for p in entries(c.items, c.count)]


def write_script_execution_mode_list(c, value):
    items = new(SCRIPT_EXECUTION_MODE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        items[i] = SCRIPT_EXECUTION_MODE_NUMBERS[v]


def read_script_engine_info_list(c):
    return [read_script_engine_info(p) for p in entries(c.items, c.count)]


def write_script_engine_info_list(c, value):
    items = new(SCRIPT_ENGINE_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_script_engine_info(items[i], v)


def read_script_handler_info_list(c):
    return [read_script_handler_info(p) for p in entries(c.items, c.count)]


def write_script_handler_info_list(c, value):
    items = new(SCRIPT_HANDLER_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_script_handler_info(items[i], v)


def call_script_handler(call, user_data, values, session):
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
def llmspell_py_script_execute(session, engine, source, options, result):
    arguments = {}
    if p := engine:
        arguments["engine"] = SCRIPT_ENGINE_NAMES[p]
    if p := source:
        arguments["source"] = string(p).decode()
    if p := options:
        arguments["options"] = read_script_execute_options(p)
    value = SESSIONS[session].ask("script.execute", arguments)
    write_script_result(result, value)
    return OK


@export
def llmspell_py_script_execute_file(session, path, engine, options, result):
    arguments = {}
    if p := path:
        arguments["path"] = string(p).decode()
    if p := engine:
        arguments["engine"] = SCRIPT_ENGINE_NAMES[p]
    if p := options:
        arguments["options"] = read_script_execute_options(p)
    value = SESSIONS[session].ask("script.execute_file", arguments)
    write_script_result(result, value)
    return OK


@export
def llmspell_py_script_validate(session, engine, source, result):
    arguments = {}
    if p := engine:
        arguments["engine"] = SCRIPT_ENGINE_NAMES[p]
    if p := source:
        arguments["source"] = string(p).decode()
    value = SESSIONS[session].ask("script.validate", arguments)
    write_script_validation(result, value)
    return OK


@export
def llmspell_py_script_list_engines(session, result):
    value = SESSIONS[session].trusted["script.list_engines"]()
    write_script_engine_info_list(result, value)
    return OK


@export
def llmspell_py_script_register_handler(session, name, handler, description):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := name:
            arguments["name"] = string(p).decode()
        if handler and handler.call:
            arguments["handler"] = session.typed_callback(handler, call_script_handler)
        if p := description:
            arguments["description"] = string(p).decode()
        session.ask("script.register_handler", arguments)
    return OK


@export
def llmspell_py_script_unregister_handler(session, name):
    SESSIONS[session].trusted["script.unregister_handler"](string(name).decode() if name else None)
    return OK


@export
def llmspell_py_script_list_handlers(session, result):
    value = SESSIONS[session].trusted["script.list_handlers"]()
    write_script_handler_info_list(result, value)
    return OK


@export
def llmspell_py_script_call_handler(session, name, input_json, result_json):
    arguments = {}
    if p := name:
        arguments["name"] = string(p).decode()
    if p := input_json:
        arguments["input"] = read_json(p)
    value = SESSIONS[session].ask("script.call_handler", arguments)
    result_json[0] = new_json(value)
    return OK
