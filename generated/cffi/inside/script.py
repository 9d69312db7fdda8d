"""Text that runs with a session's functions, and functions that are known by name. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

from llmspell_glue._core import (
    OK,
    SESSIONS,
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

SCRIPT_HANDLER_INFO_TYPE = typeof("llmspell_script_handler_info *")


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
        if status != OK:
            raise callback_failed(status)
        if not (p := result[0]):
            return None
        keep.append((lib.bridge_free, p))
        return read_json(p)
    finally:
        for free, place in keep:
            free(place)


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
