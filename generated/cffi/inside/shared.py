"""What several bridges speak of; messages, tool calls, token usage and errors. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

import llmspell_glue._plain as plain_glue
from llmspell_glue._core import (
    Enumeration,
    entries,
    new,
    new_json,
    new_text,
    read_json,
    string,
    typeof,
)

ERROR_INFO_TYPE = typeof("llmspell_error_info *")
TOOL_CALL_TYPE = typeof("llmspell_tool_call *")

ROLE_NAMES = Enumeration(
    "llmspell_role",
    {
        1: "system",
        2: "user",
        3: "assistant",
        4: "tool",
    },
)
ROLE_NUMBERS = {
    "system": 1,
    "user": 2,
    "assistant": 3,
    "tool": 4,
}


def read_tool_spec(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.parameters_json:
        value["parameters"] = read_json(p)
    return value


def write_tool_spec(c, value):
    c.name = new_text(value["name"])
    c.description = new_text(value["description"])
    c.parameters_json = new_json(value["parameters"])


def read_tool_call(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.arguments_json:
        value["arguments"] = read_json(p)
    return value


def write_tool_call(c, value):
    c.id = new_text(value["id"])
    c.name = new_text(value["name"])
    c.arguments_json = new_json(value["arguments"])


def read_message(c):
    value = {}
    if p := c.role:
        value["role"] = ROLE_NAMES[p]
    if p := c.content:
        value["content"] = string(p).decode()
    if c.tool_calls.items:
        value["tool_calls"] = read_tool_call_list(c.tool_calls)
    if p := c.tool_call_id:
        value["tool_call_id"] = string(p).decode()
    if p := c.name:
        value["name"] = string(p).decode()
    if c.images.items:
        value["images"] = plain_glue.read_string_list(c.images)
    return value


def write_message(c, value):
    c.role = ROLE_NUMBERS[value["role"]]
    c.content = new_text(value["content"])
    if (v := value.get("tool_calls")) is not None:
        write_tool_call_list(c.tool_calls, v)
    if (v := value.get("tool_call_id")) is not None:
        c.tool_call_id = new_text(v)
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("images")) is not None:
        plain_glue.write_string_list(c.images, v)


def read_usage(c):
    value = {}
    value["input_tokens"] = c.input_tokens
    value["output_tokens"] = c.output_tokens
    value["total_tokens"] = c.total_tokens
    return value


def write_usage(c, value):
    c.input_tokens = value["input_tokens"]
    c.output_tokens = value["output_tokens"]
    c.total_tokens = value["total_tokens"]


def read_error_info(c):
    value = {}
    if p := c.code:
        value["code"] = string(p).decode()
    if p := c.message:
        value["message"] = string(p).decode()
    if p := c.fields_json:
        value["fields"] = read_json(p)
    if p := c.recovery:
        value["recovery"] = string(p).decode()
    if c.has_http_status:
        value["http_status"] = c.http_status
    if p := c.trace_id:
        value["trace_id"] = string(p).decode()
    if p := c.cause:
        value["cause"] = read_error_info(p)
    elif c.cause_is_null:
        value["cause"] = None
    return value


def write_error_info(c, value):
    c.code = new_text(value["code"])
    c.message = new_text(value["message"])
    c.fields_json = new_json(value["fields"])
    c.recovery = new_text(value["recovery"])
    if "http_status" in value:
        c.has_http_status = True
        c.http_status = value["http_status"]
    c.trace_id = new_text(value["trace_id"])
    if "cause" in value:
        if (v := value["cause"]) is None:
            c.cause_is_null = True
        else:
            p = new(ERROR_INFO_TYPE)
            c.cause = p
            write_error_info(p, v)


def read_tool_call_list(c):
    return [read_tool_call(p) for p in entries(c.items, c.count)]


def write_tool_call_list(c, value):
    items = new(TOOL_CALL_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_tool_call(items[i], v)
