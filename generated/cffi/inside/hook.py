"""Functions and ready-made helpers that take part in what the session does. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

import llmspell_glue._plain as plain_glue
import llmspell_glue.shared as shared_glue
import llmspell_glue.tool as tool_glue
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
HOOK_AGENT_RUN_PAYLOAD_TYPE = typeof("llmspell_hook_agent_run_payload *")
HOOK_CUSTOM_PAYLOAD_TYPE = typeof("llmspell_hook_custom_payload *")
HOOK_ERROR_TYPE = typeof("llmspell_hook_error *")
HOOK_GENERATE_PAYLOAD_TYPE = typeof("llmspell_hook_generate_payload *")
HOOK_INFO_TYPE = typeof("llmspell_hook_info *")
HOOK_PAYLOAD_TYPE = typeof("llmspell_hook_payload *")
HOOK_TOOL_CALL_PAYLOAD_TYPE = typeof("llmspell_hook_tool_call_payload *")
HOOK_WORKFLOW_STEP_PAYLOAD_TYPE = typeof("llmspell_hook_workflow_step_payload *")
MESSAGE_TYPE = typeof("llmspell_message *")
TOOL_SPEC_TYPE = typeof("llmspell_tool_spec *")

HOOK_TYPE_NAMES = Enumeration(
    "llmspell_hook_type",
    {
        1: "pre",
        2: "post",
        3: "around",
        4: "error",
    },
)
HOOK_TYPE_NUMBERS = {
    "pre": 1,
    "post": 2,
    "around": 3,
    "error": 4,
}
HOOK_PRIORITY_NAMES = Enumeration(
    "llmspell_hook_priority",
    {
        1: "highest",
        2: "high",
        3: "normal",
        4: "low",
        5: "lowest",
    },
)
HOOK_PRIORITY_NUMBERS = {
    "highest": 1,
    "high": 2,
    "normal": 3,
    "low": 4,
    "lowest": 5,
}
HOOK_POINT_NAMES = Enumeration(
    "llmspell_hook_point",
    {
        1: "generate",
        2: "tool_call",
        3: "agent_run",
        4: "workflow_step",
    },
)
HOOK_POINT_NUMBERS = {
    "generate": 1,
    "tool_call": 2,
    "agent_run": 3,
    "workflow_step": 4,
}
HOOK_PHASE_NAMES = Enumeration(
    "llmspell_hook_phase",
    {
        1: "before",
        2: "after",
        3: "error",
    },
)
HOOK_PHASE_NUMBERS = {
    "before": 1,
    "after": 2,
    "error": 3,
}
HOOK_FAILURE_POLICY_NAMES = Enumeration(
    "llmspell_hook_failure_policy",
    {
        1: "fail",
        2: "ignore",
        3: "disable",
    },
)
HOOK_FAILURE_POLICY_NUMBERS = {
    "fail": 1,
    "ignore": 2,
    "disable": 3,
}
HOOK_PAYLOAD_KINDS = Enumeration(
    "llmspell_hook_payload_kind",
    {
        308635560: "generate",
        1289656404: "tool_call",
        312079048: "agent_run",
        1909072549: "workflow_step",
        913303864: "custom",
    },
)


def read_hook_definition(c, session):
    value = {}
    if p := c.point:
        value["point"] = string(p).decode()
    if p := c.type:
        value["type"] = HOOK_TYPE_NAMES[p]
    if c.handler.call:
        value["handler"] = session.typed_callback(c.handler, call_hook_handler)
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.priority:
        value["priority"] = HOOK_PRIORITY_NAMES[p]
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.on_failure:
        value["on_failure"] = HOOK_FAILURE_POLICY_NAMES[p]
    if c.has_max_failures:
        value["max_failures"] = c.max_failures
    if c.has_max_retries:
        value["max_retries"] = c.max_retries
    if c.has_observe:
        value["observe"] = c.observe
    if c.has_enabled:
        value["enabled"] = c.enabled
    return value


def write_hook_definition(c, value):
    c.point = new_text(value["point"])
    c.type = HOOK_TYPE_NUMBERS[value["type"]]
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("priority")) is not None:
        c.priority = HOOK_PRIORITY_NUMBERS[v]
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if (v := value.get("on_failure")) is not None:
        c.on_failure = HOOK_FAILURE_POLICY_NUMBERS[v]
    if "max_failures" in value:
        c.has_max_failures = True
        c.max_failures = value["max_failures"]
    if "max_retries" in value:
        c.has_max_retries = True
        c.max_retries = value["max_retries"]
    if "observe" in value:
        c.has_observe = True
        c.observe = value["observe"]
    if "enabled" in value:
        c.has_enabled = True
        c.enabled = value["enabled"]


def read_hook_generate_payload(c):
    value = {}
    value["point"] = "generate"
    if p := c.provider:
        value["provider"] = string(p).decode()
    if p := c.model:
        value["model"] = string(p).decode()
    value["messages"] = read_message_list(c.messages)
    value["tools"] = read_tool_spec_list(c.tools)
    value["streaming"] = c.streaming
    if p := c.agent:
        value["agent"] = string(p).decode()
    if p := c.tool_choice:
        value["tool_choice"] = string(p).decode()
    if c.has_temperature:
        value["temperature"] = c.temperature
    if c.has_top_p:
        value["top_p"] = c.top_p
    if c.has_max_tokens:
        value["max_tokens"] = c.max_tokens
    if c.stop.items:
        value["stop"] = plain_glue.read_string_list(c.stop)
    if c.has_seed:
        value["seed"] = c.seed
    if p := c.response_schema_json:
        value["response_schema"] = read_json(p)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.extra_json:
        value["extra"] = read_json(p)
    return value


def write_hook_generate_payload(c, value):
    c.provider = new_text(value["provider"])
    c.model = new_text(value["model"])
    write_message_list(c.messages, value["messages"])
    write_tool_spec_list(c.tools, value["tools"])
    c.streaming = value["streaming"]
    if (v := value.get("agent")) is not None:
        c.agent = new_text(v)
    if (v := value.get("tool_choice")) is not None:
        c.tool_choice = new_text(v)
    if "temperature" in value:
        c.has_temperature = True
        c.temperature = value["temperature"]
    if "top_p" in value:
        c.has_top_p = True
        c.top_p = value["top_p"]
    if "max_tokens" in value:
        c.has_max_tokens = True
        c.max_tokens = value["max_tokens"]
    if (v := value.get("stop")) is not None:
        plain_glue.write_string_list(c.stop, v)
    if "seed" in value:
        c.has_seed = True
        c.seed = value["seed"]
    if "response_schema" in value:
        c.response_schema_json = new_json(value["response_schema"])
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if "extra" in value:
        c.extra_json = new_json(value["extra"])


def read_hook_tool_call_payload(c):
    value = {}
    value["point"] = "tool_call"
    if p := c.tool:
        value["tool"] = string(p).decode()
    if p := c.arguments_json:
        value["arguments"] = read_json(p)
    if p := c.execution:
        value["execution"] = string(p).decode()
    if p := c.mode:
        value["mode"] = tool_glue.TOOL_EXECUTION_MODE_NAMES[p]
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    return value


def write_hook_tool_call_payload(c, value):
    c.tool = new_text(value["tool"])
    c.arguments_json = new_json(value["arguments"])
    c.execution = new_text(value["execution"])
    c.mode = tool_glue.TOOL_EXECUTION_MODE_NUMBERS[value["mode"]]
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]


def read_hook_agent_run_payload(c):
    value = {}
    value["point"] = "agent_run"
    if p := c.agent:
        value["agent"] = string(p).decode()
    if p := c.agent_id:
        value["agent_id"] = string(p).decode()
    if p := c.input:
        value["input"] = string(p).decode()
    value["streaming"] = c.streaming
    if c.images.items:
        value["images"] = plain_glue.read_string_list(c.images)
    if c.has_temperature:
        value["temperature"] = c.temperature
    if c.has_max_tokens:
        value["max_tokens"] = c.max_tokens
    if c.has_max_steps:
        value["max_steps"] = c.max_steps
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.schema_json:
        value["schema"] = read_json(p)
    if c.has_max_attempts:
        value["max_attempts"] = c.max_attempts
    return value


def write_hook_agent_run_payload(c, value):
    c.agent = new_text(value["agent"])
    c.agent_id = new_text(value["agent_id"])
    c.input = new_text(value["input"])
    c.streaming = value["streaming"]
    if (v := value.get("images")) is not None:
        plain_glue.write_string_list(c.images, v)
    if "temperature" in value:
        c.has_temperature = True
        c.temperature = value["temperature"]
    if "max_tokens" in value:
        c.has_max_tokens = True
        c.max_tokens = value["max_tokens"]
    if "max_steps" in value:
        c.has_max_steps = True
        c.max_steps = value["max_steps"]
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if "schema" in value:
        c.schema_json = new_json(value["schema"])
    if "max_attempts" in value:
        c.has_max_attempts = True
        c.max_attempts = value["max_attempts"]


def read_hook_workflow_step_payload(c):
    value = {}
    value["point"] = "workflow_step"
    if p := c.workflow:
        value["workflow"] = string(p).decode()
    if p := c.run:
        value["run"] = string(p).decode()
    if p := c.step:
        value["step"] = string(p).decode()
    if p := c.kind:
        value["kind"] = string(p).decode()
    if p := c.input_json:
        value["input"] = read_json(p)
    if c.has_attempt:
        value["attempt"] = c.attempt
    return value


def write_hook_workflow_step_payload(c, value):
    c.workflow = new_text(value["workflow"])
    if (v := value.get("run")) is not None:
        c.run = new_text(v)
    c.step = new_text(value["step"])
    c.kind = new_text(value["kind"])
    c.input_json = new_json(value["input"])
    if "attempt" in value:
        c.has_attempt = True
        c.attempt = value["attempt"]


def read_hook_custom_payload(c):
    value = {}
    value["point"] = "custom"
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.value_json:
        value["value"] = read_json(p)
    return value


def write_hook_custom_payload(c, value):
    c.name = new_text(value["name"])
    c.value_json = new_json(value["value"])


def read_hook_payload(c):
    tag = HOOK_PAYLOAD_KINDS[c.kind]
    if tag == "generate" and (p := getattr(c, "as").generate):
        return read_hook_generate_payload(p)
    if tag == "tool_call" and (p := getattr(c, "as").tool_call):
        return read_hook_tool_call_payload(p)
    if tag == "agent_run" and (p := getattr(c, "as").agent_run):
        return read_hook_agent_run_payload(p)
    if tag == "workflow_step" and (p := getattr(c, "as").workflow_step):
        return read_hook_workflow_step_payload(p)
    if tag == "custom" and (p := getattr(c, "as").custom):
        return read_hook_custom_payload(p)
    return {"point": tag}


def write_hook_payload(c, value):
    tag = value["point"]
    if tag == "generate":
        p = new(HOOK_GENERATE_PAYLOAD_TYPE)
        getattr(c, "as").generate = p
        c.kind = 308635560
        write_hook_generate_payload(p, value)
    if tag == "tool_call":
        p = new(HOOK_TOOL_CALL_PAYLOAD_TYPE)
        getattr(c, "as").tool_call = p
        c.kind = 1289656404
        write_hook_tool_call_payload(p, value)
    if tag == "agent_run":
        p = new(HOOK_AGENT_RUN_PAYLOAD_TYPE)
        getattr(c, "as").agent_run = p
        c.kind = 312079048
        write_hook_agent_run_payload(p, value)
    if tag == "workflow_step":
        p = new(HOOK_WORKFLOW_STEP_PAYLOAD_TYPE)
        getattr(c, "as").workflow_step = p
        c.kind = 1909072549
        write_hook_workflow_step_payload(p, value)
    if tag == "custom":
        p = new(HOOK_CUSTOM_PAYLOAD_TYPE)
        getattr(c, "as").custom = p
        c.kind = 913303864
        write_hook_custom_payload(p, value)


def read_hook_call(c):
    value = {}
    if p := c.hook:
        value["hook"] = string(p).decode()
    if p := c.point:
        value["point"] = string(p).decode()
    if p := c.phase:
        value["phase"] = HOOK_PHASE_NAMES[p]
    if p := c.payload:
        value["payload"] = read_hook_payload(p)
    if p := c.result_json:
        value["result"] = read_json(p)
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    if p := c.context_json:
        value["context"] = read_json(p)
    value["attempt"] = c.attempt
    if p := c.call:
        value["call"] = string(p).decode()
    if p := c.session:
        value["session"] = string(p).decode()
    return value


def write_hook_call(c, value):
    c.hook = new_text(value["hook"])
    c.point = new_text(value["point"])
    c.phase = HOOK_PHASE_NUMBERS[value["phase"]]
    p = new(HOOK_PAYLOAD_TYPE)
    c.payload = p
    write_hook_payload(p, value["payload"])
    if "result" in value:
        c.result_json = new_json(value["result"])
    if (v := value.get("error")) is not None:
        p = new(ERROR_INFO_TYPE)
        c.error = p
        shared_glue.write_error_info(p, v)
    c.context_json = new_json(value["context"])
    c.attempt = value["attempt"]
    c.call = new_text(value["call"])
    c.session = new_text(value["session"])


def read_hook_error(c):
    value = {}
    if p := c.code:
        value["code"] = string(p).decode()
    if p := c.message:
        value["message"] = string(p).decode()
    return value


def write_hook_error(c, value):
    c.code = new_text(value["code"])
    c.message = new_text(value["message"])


def read_hook_answer(c):
    value = {}
    if p := c.payload:
        value["payload"] = read_hook_payload(p)
    if p := c.result_json:
        value["result"] = read_json(p)
    if p := c.reject:
        value["reject"] = string(p).decode()
    if p := c.error:
        value["error"] = read_hook_error(p)
    if c.has_retry_after_seconds:
        value["retry_after_seconds"] = c.retry_after_seconds
    if p := c.context_json:
        value["context"] = read_json(p)
    return value


def write_hook_answer(c, value):
    if (v := value.get("payload")) is not None:
        p = new(HOOK_PAYLOAD_TYPE)
        c.payload = p
        write_hook_payload(p, v)
    if "result" in value:
        c.result_json = new_json(value["result"])
    if (v := value.get("reject")) is not None:
        c.reject = new_text(v)
    if (v := value.get("error")) is not None:
        p = new(HOOK_ERROR_TYPE)
        c.error = p
        write_hook_error(p, v)
    if "retry_after_seconds" in value:
        c.has_retry_after_seconds = True
        c.retry_after_seconds = value["retry_after_seconds"]
    if "context" in value:
        c.context_json = new_json(value["context"])


def read_hook_filter(c):
    value = {}
    if p := c.point:
        value["point"] = string(p).decode()
    if c.has_enabled:
        value["enabled"] = c.enabled
    return value


def write_hook_filter(c, value):
    if (v := value.get("point")) is not None:
        c.point = new_text(v)
    if "enabled" in value:
        c.has_enabled = True
        c.enabled = value["enabled"]


def read_hook_info(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.type:
        value["type"] = HOOK_TYPE_NAMES[p]
    value["points"] = plain_glue.read_string_list(c.points)
    if p := c.priority:
        value["priority"] = HOOK_PRIORITY_NAMES[p]
    value["enabled"] = c.enabled
    if p := c.on_failure:
        value["on_failure"] = HOOK_FAILURE_POLICY_NAMES[p]
    value["observe"] = c.observe
    value["calls"] = c.calls
    value["failures"] = c.failures
    if c.has_disabled_by_failures:
        value["disabled_by_failures"] = c.disabled_by_failures
    if p := c.last_error:
        value["last_error"] = shared_glue.read_error_info(p)
    return value


def write_hook_info(c, value):
    c.id = new_text(value["id"])
    c.name = new_text(value["name"])
    c.type = HOOK_TYPE_NUMBERS[value["type"]]
    plain_glue.write_string_list(c.points, value["points"])
    c.priority = HOOK_PRIORITY_NUMBERS[value["priority"]]
    c.enabled = value["enabled"]
    c.on_failure = HOOK_FAILURE_POLICY_NUMBERS[value["on_failure"]]
    c.observe = value["observe"]
    c.calls = value["calls"]
    c.failures = value["failures"]
    if "disabled_by_failures" in value:
        c.has_disabled_by_failures = True
        c.disabled_by_failures = value["disabled_by_failures"]
    if (v := value.get("last_error")) is not None:
        p = new(ERROR_INFO_TYPE)
        c.last_error = p
        shared_glue.write_error_info(p, v)


def read_hook_rejected(c):
    value = {}
    if p := c.hook:
        value["hook"] = string(p).decode()
    if p := c.hook_id:
        value["hook_id"] = string(p).decode()
    if p := c.point:
        value["point"] = string(p).decode()
    if p := c.phase:
        value["phase"] = HOOK_PHASE_NAMES[p]
    if p := c.call:
        value["call"] = string(p).decode()
    if p := c.reason:
        value["reason"] = string(p).decode()
    return value


def write_hook_rejected(c, value):
    c.hook = new_text(value["hook"])
    c.hook_id = new_text(value["hook_id"])
    c.point = new_text(value["point"])
    c.phase = HOOK_PHASE_NUMBERS[value["phase"]]
    c.call = new_text(value["call"])
    c.reason = new_text(value["reason"])


def read_hook_failure(c):
    value = {}
    if p := c.hook:
        value["hook"] = string(p).decode()
    if p := c.hook_id:
        value["hook_id"] = string(p).decode()
    if p := c.point:
        value["point"] = string(p).decode()
    if p := c.phase:
        value["phase"] = HOOK_PHASE_NAMES[p]
    if p := c.call:
        value["call"] = string(p).decode()
    if p := c.policy:
        value["policy"] = HOOK_FAILURE_POLICY_NAMES[p]
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_hook_failure(c, value):
    c.hook = new_text(value["hook"])
    c.hook_id = new_text(value["hook_id"])
    c.point = new_text(value["point"])
    c.phase = HOOK_PHASE_NUMBERS[value["phase"]]
    c.call = new_text(value["call"])
    c.policy = HOOK_FAILURE_POLICY_NUMBERS[value["policy"]]
    p = new(ERROR_INFO_TYPE)
    c.error = p
    shared_glue.write_error_info(p, value["error"])


def read_hook_disabled(c):
    value = {}
    if p := c.hook:
        value["hook"] = string(p).decode()
    if p := c.hook_id:
        value["hook_id"] = string(p).decode()
    value["failures"] = c.failures
    return value


def write_hook_disabled(c, value):
    c.hook = new_text(value["hook"])
    c.hook_id = new_text(value["hook_id"])
    c.failures = value["failures"]


def read_message_list(c):
    return [shared_glue.read_message(p) for p in entries(c.items, c.count)]


def write_message_list(c, value):
    items = new(MESSAGE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        shared_glue.write_message(items[i], v)


def read_tool_spec_list(c):
    return [shared_glue.read_tool_spec(p) for p in entries(c.items, c.count)]


def write_tool_spec_list(c, value):
    items = new(TOOL_SPEC_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        shared_glue.write_tool_spec(items[i], v)


def read_hook_info_list(c):
    return [read_hook_info(p) for p in entries(c.items, c.count)]


def write_hook_info_list(c, value):
    items = new(HOOK_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_hook_info(items[i], v)


def call_hook_handler(call, user_data, values, session):
    keep = []
    try:
        a0 = ffi.NULL
        if len(values) > 0 and (v := values[0]) is not None:
            a0 = ffi.new("llmspell_hook_call *")
            keep.append((lib.llmspell_hook_call_free, a0))
            write_hook_call(a0, v)
        result = ffi.new("llmspell_hook_answer *")
        result_is_null = ffi.new("bool *")
        status = call(user_data, a0, result, result_is_null)
        if status != OK:
            raise callback_failed(status)
        if result_is_null[0]:
            return None
        keep.append((lib.llmspell_hook_answer_free, result))
        return read_hook_answer(result)
    finally:
        for free, place in keep:
            free(place)


def call_hook_work(call, user_data, values, session):
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
def llmspell_py_hook_register(session, definition, result):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := definition:
            arguments["definition"] = read_hook_definition(p, session)
        value = session.ask("hook.register", arguments)
        result[0] = new_text(value)
    return OK


@export
def llmspell_py_hook_unregister(session, hook):
    SESSIONS[session].trusted["hook.unregister"](string(hook).decode() if hook else None)
    return OK


@export
def llmspell_py_hook_execute(session, point, payload_json, work, result_json):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := point:
            arguments["point"] = string(p).decode()
        if p := payload_json:
            arguments["payload"] = read_json(p)
        if work and work.call:
            arguments["work"] = session.typed_callback(work, call_hook_work)
        value = session.ask("hook.execute", arguments)
        result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_hook_list(session, filter, result):
    arguments = {}
    if p := filter:
        arguments["filter"] = read_hook_filter(p)
    value = SESSIONS[session].ask("hook.list", arguments)
    write_hook_info_list(result, value)
    return OK


@export
def llmspell_py_hook_enable(session, hook):
    SESSIONS[session].trusted["hook.enable"](string(hook).decode() if hook else None)
    return OK


@export
def llmspell_py_hook_disable(session, hook):
    SESSIONS[session].trusted["hook.disable"](string(hook).decode() if hook else None)
    return OK


@export
def llmspell_py_hook_get_info(session, hook, result):
    value = SESSIONS[session].trusted["hook.get_info"](string(hook).decode() if hook else None)
    write_hook_info(result, value)
    return OK
