"""Functions and ready-made helpers that take part in what the session does. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

import llmspell_glue._plain as plain_glue
import llmspell_glue.shared as shared_glue
import llmspell_glue.tool as tool_glue
from llmspell_glue._core import (
    OK,
    SESSIONS,
    Enumeration,
    callback_failed,
    cast,
    entries,
    export,
    ffi,
    handle_id,
    lib,
    new,
    new_json,
    new_text,
    read_json,
    string,
    text,
    typeof,
)

ERROR_INFO_TYPE = typeof("llmspell_error_info *")
HOOK_AGENT_RUN_PAYLOAD_TYPE = typeof("llmspell_hook_agent_run_payload *")
HOOK_CACHE_HOOK_TYPE = typeof("llmspell_hook_cache_hook *")
HOOK_CUSTOM_PAYLOAD_TYPE = typeof("llmspell_hook_custom_payload *")
HOOK_ERROR_TYPE = typeof("llmspell_hook_error *")
HOOK_GENERATE_PAYLOAD_TYPE = typeof("llmspell_hook_generate_payload *")
HOOK_HANDLE_LIST_ITEMS_TYPE = typeof("llmspell_hook * *")
HOOK_INFO_TYPE = typeof("llmspell_hook_info *")
HOOK_LOGGING_HOOK_TYPE = typeof("llmspell_hook_logging_hook *")
HOOK_METRICS_HOOK_TYPE = typeof("llmspell_hook_metrics_hook *")
HOOK_METRIC_SERIES_TYPE = typeof("llmspell_hook_metric_series *")
HOOK_PAYLOAD_TYPE = typeof("llmspell_hook_payload *")
HOOK_RATE_LIMIT_HOOK_TYPE = typeof("llmspell_hook_rate_limit_hook *")
HOOK_REDACTION_HOOK_TYPE = typeof("llmspell_hook_redaction_hook *")
HOOK_REDACTION_PART_TYPE = typeof("llmspell_hook_redaction_part *")
HOOK_RETRY_HOOK_TYPE = typeof("llmspell_hook_retry_hook *")
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
HOOK_BUILT_IN_NAMES = Enumeration(
    "llmspell_hook_built_in",
    {
        1: "logging",
        2: "metrics",
        3: "rate_limit",
        4: "cache",
        5: "retry",
        6: "redaction",
    },
)
HOOK_BUILT_IN_NUMBERS = {
    "logging": 1,
    "metrics": 2,
    "rate_limit": 3,
    "cache": 4,
    "retry": 5,
    "redaction": 6,
}
HOOK_LOG_LEVEL_NAMES = Enumeration(
    "llmspell_hook_log_level",
    {
        1: "debug",
        2: "info",
        3: "warning",
        4: "error",
    },
)
HOOK_LOG_LEVEL_NUMBERS = {
    "debug": 1,
    "info": 2,
    "warning": 3,
    "error": 4,
}
HOOK_REDACTION_PART_NAMES = Enumeration(
    "llmspell_hook_redaction_part",
    {
        1: "payload",
        2: "result",
        3: "error",
        4: "event",
    },
)
HOOK_REDACTION_PART_NUMBERS = {
    "payload": 1,
    "result": 2,
    "error": 3,
    "event": 4,
}
HOOK_PAYLOAD_KINDS = Enumeration(
    "llmspell_hook_payload_kind",
    {
        1: "generate",
        2: "tool_call",
        3: "agent_run",
        4: "workflow_step",
        5: "custom",
    },
)
HOOK_BUILT_IN_HOOK_KINDS = Enumeration(
    "llmspell_hook_built_in_hook_kind",
    {
        1: "logging",
        2: "metrics",
        3: "rate_limit",
        4: "cache",
        5: "retry",
        6: "redaction",
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
        c.kind = 1
        write_hook_generate_payload(p, value)
    if tag == "tool_call":
        p = new(HOOK_TOOL_CALL_PAYLOAD_TYPE)
        getattr(c, "as").tool_call = p
        c.kind = 2
        write_hook_tool_call_payload(p, value)
    if tag == "agent_run":
        p = new(HOOK_AGENT_RUN_PAYLOAD_TYPE)
        getattr(c, "as").agent_run = p
        c.kind = 3
        write_hook_agent_run_payload(p, value)
    if tag == "workflow_step":
        p = new(HOOK_WORKFLOW_STEP_PAYLOAD_TYPE)
        getattr(c, "as").workflow_step = p
        c.kind = 4
        write_hook_workflow_step_payload(p, value)
    if tag == "custom":
        p = new(HOOK_CUSTOM_PAYLOAD_TYPE)
        getattr(c, "as").custom = p
        c.kind = 5
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


def read_hook_logging_hook(c):
    value = {}
    value["kind"] = "logging"
    if c.points.items:
        value["points"] = plain_glue.read_string_list(c.points)
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.priority:
        value["priority"] = HOOK_PRIORITY_NAMES[p]
    if c.only.items:
        value["only"] = plain_glue.read_string_list(c.only)
    if p := c.level:
        value["level"] = HOOK_LOG_LEVEL_NAMES[p]
    if c.has_content:
        value["content"] = c.content
    if c.has_max_characters:
        value["max_characters"] = c.max_characters
    return value


def write_hook_logging_hook(c, value):
    if (v := value.get("points")) is not None:
        plain_glue.write_string_list(c.points, v)
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("priority")) is not None:
        c.priority = HOOK_PRIORITY_NUMBERS[v]
    if (v := value.get("only")) is not None:
        plain_glue.write_string_list(c.only, v)
    if (v := value.get("level")) is not None:
        c.level = HOOK_LOG_LEVEL_NUMBERS[v]
    if "content" in value:
        c.has_content = True
        c.content = value["content"]
    if "max_characters" in value:
        c.has_max_characters = True
        c.max_characters = value["max_characters"]


def read_hook_metrics_hook(c):
    value = {}
    value["kind"] = "metrics"
    if c.points.items:
        value["points"] = plain_glue.read_string_list(c.points)
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.priority:
        value["priority"] = HOOK_PRIORITY_NAMES[p]
    if c.only.items:
        value["only"] = plain_glue.read_string_list(c.only)
    if c.has_window:
        value["window"] = c.window
    return value


def write_hook_metrics_hook(c, value):
    if (v := value.get("points")) is not None:
        plain_glue.write_string_list(c.points, v)
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("priority")) is not None:
        c.priority = HOOK_PRIORITY_NUMBERS[v]
    if (v := value.get("only")) is not None:
        plain_glue.write_string_list(c.only, v)
    if "window" in value:
        c.has_window = True
        c.window = value["window"]


def read_hook_rate_limit_hook(c):
    value = {}
    value["kind"] = "rate_limit"
    if c.points.items:
        value["points"] = plain_glue.read_string_list(c.points)
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.priority:
        value["priority"] = HOOK_PRIORITY_NAMES[p]
    if c.only.items:
        value["only"] = plain_glue.read_string_list(c.only)
    value["calls"] = c.calls
    value["per_seconds"] = c.per_seconds
    if c.has_burst:
        value["burst"] = c.burst
    if c.per.items:
        value["per"] = plain_glue.read_string_list(c.per)
    if c.has_max_wait_seconds:
        value["max_wait_seconds"] = c.max_wait_seconds
    return value


def write_hook_rate_limit_hook(c, value):
    if (v := value.get("points")) is not None:
        plain_glue.write_string_list(c.points, v)
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("priority")) is not None:
        c.priority = HOOK_PRIORITY_NUMBERS[v]
    if (v := value.get("only")) is not None:
        plain_glue.write_string_list(c.only, v)
    c.calls = value["calls"]
    c.per_seconds = value["per_seconds"]
    if "burst" in value:
        c.has_burst = True
        c.burst = value["burst"]
    if (v := value.get("per")) is not None:
        plain_glue.write_string_list(c.per, v)
    if "max_wait_seconds" in value:
        c.has_max_wait_seconds = True
        c.max_wait_seconds = value["max_wait_seconds"]


def read_hook_cache_hook(c):
    value = {}
    value["kind"] = "cache"
    if c.points.items:
        value["points"] = plain_glue.read_string_list(c.points)
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.priority:
        value["priority"] = HOOK_PRIORITY_NAMES[p]
    if c.only.items:
        value["only"] = plain_glue.read_string_list(c.only)
    if c.tools.items:
        value["tools"] = plain_glue.read_string_list(c.tools)
    if c.has_ttl_seconds:
        value["ttl_seconds"] = c.ttl_seconds
    if c.has_max_entries:
        value["max_entries"] = c.max_entries
    return value


def write_hook_cache_hook(c, value):
    if (v := value.get("points")) is not None:
        plain_glue.write_string_list(c.points, v)
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("priority")) is not None:
        c.priority = HOOK_PRIORITY_NUMBERS[v]
    if (v := value.get("only")) is not None:
        plain_glue.write_string_list(c.only, v)
    if (v := value.get("tools")) is not None:
        plain_glue.write_string_list(c.tools, v)
    if "ttl_seconds" in value:
        c.has_ttl_seconds = True
        c.ttl_seconds = value["ttl_seconds"]
    if "max_entries" in value:
        c.has_max_entries = True
        c.max_entries = value["max_entries"]


def read_hook_retry_hook(c):
    value = {}
    value["kind"] = "retry"
    if c.points.items:
        value["points"] = plain_glue.read_string_list(c.points)
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.priority:
        value["priority"] = HOOK_PRIORITY_NAMES[p]
    if c.only.items:
        value["only"] = plain_glue.read_string_list(c.only)
    if c.has_max_retries:
        value["max_retries"] = c.max_retries
    if c.codes.items:
        value["codes"] = plain_glue.read_string_list(c.codes)
    if c.has_first_pause_seconds:
        value["first_pause_seconds"] = c.first_pause_seconds
    if c.has_longest_pause_seconds:
        value["longest_pause_seconds"] = c.longest_pause_seconds
    return value


def write_hook_retry_hook(c, value):
    if (v := value.get("points")) is not None:
        plain_glue.write_string_list(c.points, v)
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("priority")) is not None:
        c.priority = HOOK_PRIORITY_NUMBERS[v]
    if (v := value.get("only")) is not None:
        plain_glue.write_string_list(c.only, v)
    if "max_retries" in value:
        c.has_max_retries = True
        c.max_retries = value["max_retries"]
    if (v := value.get("codes")) is not None:
        plain_glue.write_string_list(c.codes, v)
    if "first_pause_seconds" in value:
        c.has_first_pause_seconds = True
        c.first_pause_seconds = value["first_pause_seconds"]
    if "longest_pause_seconds" in value:
        c.has_longest_pause_seconds = True
        c.longest_pause_seconds = value["longest_pause_seconds"]


def read_hook_redaction_hook(c):
    value = {}
    value["kind"] = "redaction"
    if c.points.items:
        value["points"] = plain_glue.read_string_list(c.points)
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.priority:
        value["priority"] = HOOK_PRIORITY_NAMES[p]
    if c.only.items:
        value["only"] = plain_glue.read_string_list(c.only)
    if c.parts.items:
        value["parts"] = read_hook_redaction_part_list(c.parts)
    if c.names.items:
        value["names"] = plain_glue.read_string_list(c.names)
    if c.patterns.items:
        value["patterns"] = plain_glue.read_string_list(c.patterns)
    if c.secrets.items:
        value["secrets"] = plain_glue.read_string_list(c.secrets)
    if c.has_known_secrets:
        value["known_secrets"] = c.known_secrets
    if c.has_common_keys:
        value["common_keys"] = c.common_keys
    if p := c.replacement:
        value["replacement"] = string(p).decode()
    return value


def write_hook_redaction_hook(c, value):
    if (v := value.get("points")) is not None:
        plain_glue.write_string_list(c.points, v)
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("priority")) is not None:
        c.priority = HOOK_PRIORITY_NUMBERS[v]
    if (v := value.get("only")) is not None:
        plain_glue.write_string_list(c.only, v)
    if (v := value.get("parts")) is not None:
        write_hook_redaction_part_list(c.parts, v)
    if (v := value.get("names")) is not None:
        plain_glue.write_string_list(c.names, v)
    if (v := value.get("patterns")) is not None:
        plain_glue.write_string_list(c.patterns, v)
    if (v := value.get("secrets")) is not None:
        plain_glue.write_string_list(c.secrets, v)
    if "known_secrets" in value:
        c.has_known_secrets = True
        c.known_secrets = value["known_secrets"]
    if "common_keys" in value:
        c.has_common_keys = True
        c.common_keys = value["common_keys"]
    if (v := value.get("replacement")) is not None:
        c.replacement = new_text(v)


def read_hook_built_in_hook(c):
    tag = HOOK_BUILT_IN_HOOK_KINDS[c.kind]
    if tag == "logging" and (p := getattr(c, "as").logging):
        return read_hook_logging_hook(p)
    if tag == "metrics" and (p := getattr(c, "as").metrics):
        return read_hook_metrics_hook(p)
    if tag == "rate_limit" and (p := getattr(c, "as").rate_limit):
        return read_hook_rate_limit_hook(p)
    if tag == "cache" and (p := getattr(c, "as").cache):
        return read_hook_cache_hook(p)
    if tag == "retry" and (p := getattr(c, "as").retry):
        return read_hook_retry_hook(p)
    if tag == "redaction" and (p := getattr(c, "as").redaction):
        return read_hook_redaction_hook(p)
    return {"kind": tag}


def write_hook_built_in_hook(c, value):
    tag = value["kind"]
    if tag == "logging":
        p = new(HOOK_LOGGING_HOOK_TYPE)
        getattr(c, "as").logging = p
        c.kind = 1
        write_hook_logging_hook(p, value)
    if tag == "metrics":
        p = new(HOOK_METRICS_HOOK_TYPE)
        getattr(c, "as").metrics = p
        c.kind = 2
        write_hook_metrics_hook(p, value)
    if tag == "rate_limit":
        p = new(HOOK_RATE_LIMIT_HOOK_TYPE)
        getattr(c, "as").rate_limit = p
        c.kind = 3
        write_hook_rate_limit_hook(p, value)
    if tag == "cache":
        p = new(HOOK_CACHE_HOOK_TYPE)
        getattr(c, "as").cache = p
        c.kind = 4
        write_hook_cache_hook(p, value)
    if tag == "retry":
        p = new(HOOK_RETRY_HOOK_TYPE)
        getattr(c, "as").retry = p
        c.kind = 5
        write_hook_retry_hook(p, value)
    if tag == "redaction":
        p = new(HOOK_REDACTION_HOOK_TYPE)
        getattr(c, "as").redaction = p
        c.kind = 6
        write_hook_redaction_hook(p, value)


def read_hook_compose_options(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.priority:
        value["priority"] = HOOK_PRIORITY_NAMES[p]
    return value


def write_hook_compose_options(c, value):
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("priority")) is not None:
        c.priority = HOOK_PRIORITY_NUMBERS[v]


def read_hook_metric_series(c):
    value = {}
    if p := c.point:
        value["point"] = string(p).decode()
    if p := c.subject:
        value["subject"] = string(p).decode()
    value["calls"] = c.calls
    value["errors"] = c.errors
    if c.error_codes.entries:
        value["error_codes"] = plain_glue.read_int64_map(c.error_codes)
    value["total_ms"] = c.total_ms
    if c.has_min_ms:
        value["min_ms"] = c.min_ms
    if c.has_p50_ms:
        value["p50_ms"] = c.p50_ms
    if c.has_p90_ms:
        value["p90_ms"] = c.p90_ms
    if c.has_p99_ms:
        value["p99_ms"] = c.p99_ms
    if c.has_max_ms:
        value["max_ms"] = c.max_ms
    return value


def write_hook_metric_series(c, value):
    c.point = new_text(value["point"])
    c.subject = new_text(value["subject"])
    c.calls = value["calls"]
    c.errors = value["errors"]
    if (v := value.get("error_codes")) is not None:
        plain_glue.write_int64_map(c.error_codes, v)
    c.total_ms = value["total_ms"]
    if "min_ms" in value:
        c.has_min_ms = True
        c.min_ms = value["min_ms"]
    if "p50_ms" in value:
        c.has_p50_ms = True
        c.p50_ms = value["p50_ms"]
    if "p90_ms" in value:
        c.has_p90_ms = True
        c.p90_ms = value["p90_ms"]
    if "p99_ms" in value:
        c.has_p99_ms = True
        c.p99_ms = value["p99_ms"]
    if "max_ms" in value:
        c.has_max_ms = True
        c.max_ms = value["max_ms"]


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
    if p := c.built_in:
        value["built_in"] = HOOK_BUILT_IN_NAMES[p]
    if c.members.items:
        value["members"] = plain_glue.read_string_list(c.members)
    if p := c.part_of:
        value["part_of"] = string(p).decode()
    if c.counts.entries:
        value["counts"] = plain_glue.read_int64_map(c.counts)
    if c.metrics.items:
        value["metrics"] = read_hook_metric_series_list(c.metrics)
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
    if (v := value.get("built_in")) is not None:
        c.built_in = HOOK_BUILT_IN_NUMBERS[v]
    if (v := value.get("members")) is not None:
        plain_glue.write_string_list(c.members, v)
    if (v := value.get("part_of")) is not None:
        c.part_of = new_text(v)
    if (v := value.get("counts")) is not None:
        plain_glue.write_int64_map(c.counts, v)
    if (v := value.get("metrics")) is not None:
        write_hook_metric_series_list(c.metrics, v)
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


def read_hook_logged(c):
    value = {}
    if p := c.hook:
        value["hook"] = string(p).decode()
    if p := c.hook_id:
        value["hook_id"] = string(p).decode()
    if p := c.point:
        value["point"] = string(p).decode()
    if p := c.subject:
        value["subject"] = string(p).decode()
    if p := c.call:
        value["call"] = string(p).decode()
    if p := c.session:
        value["session"] = string(p).decode()
    if p := c.level:
        value["level"] = HOOK_LOG_LEVEL_NAMES[p]
    if p := c.outcome:
        value["outcome"] = string(p).decode()
    value["duration_ms"] = c.duration_ms
    if p := c.payload:
        value["payload"] = string(p).decode()
    if p := c.result:
        value["result"] = string(p).decode()
    return value


def write_hook_logged(c, value):
    c.hook = new_text(value["hook"])
    c.hook_id = new_text(value["hook_id"])
    c.point = new_text(value["point"])
    c.subject = new_text(value["subject"])
    c.call = new_text(value["call"])
    c.session = new_text(value["session"])
    c.level = HOOK_LOG_LEVEL_NUMBERS[value["level"]]
    c.outcome = new_text(value["outcome"])
    c.duration_ms = value["duration_ms"]
    if (v := value.get("payload")) is not None:
        c.payload = new_text(v)
    if (v := value.get("result")) is not None:
        c.result = new_text(v)


def read_hook_retried(c):
    value = {}
    if p := c.hook:
        value["hook"] = string(p).decode()
    if p := c.hook_id:
        value["hook_id"] = string(p).decode()
    if p := c.point:
        value["point"] = string(p).decode()
    if p := c.call:
        value["call"] = string(p).decode()
    value["attempt"] = c.attempt
    value["wait_seconds"] = c.wait_seconds
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_hook_retried(c, value):
    c.hook = new_text(value["hook"])
    c.hook_id = new_text(value["hook_id"])
    c.point = new_text(value["point"])
    c.call = new_text(value["call"])
    c.attempt = value["attempt"]
    c.wait_seconds = value["wait_seconds"]
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


def read_hook_redaction_part_list(c):
    return [HOOK_REDACTION_PART_NAMES[p] for p in entries(c.items, c.count)]


def write_hook_redaction_part_list(c, value):
    items = new(HOOK_REDACTION_PART_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        items[i] = HOOK_REDACTION_PART_NUMBERS[v]


def read_hook_metric_series_list(c):
    return [read_hook_metric_series(p) for p in entries(c.items, c.count)]


def write_hook_metric_series_list(c, value):
    items = new(HOOK_METRIC_SERIES_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_hook_metric_series(items[i], v)


def read_hook_handle_list(c):
    return [text(handle_id(p)) for p in entries(c.items, c.count)]


def write_hook_handle_list(c, value):
    items = new(HOOK_HANDLE_LIST_ITEMS_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        items[i] = cast("llmspell_hook *", new_text(v))


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
        keep.append((lib.llmspell_hook_answer_free, result))
        if status != OK:
            raise callback_failed(status)
        if result_is_null[0]:
            return None
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
def llmspell_py_hook_register(session, definition, result):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := definition:
            arguments["definition"] = read_hook_definition(p, session)
        value = session.ask("hook.register", arguments)
        result[0] = new_text(value)
    return OK


@export
def llmspell_py_hook_install(session, built_in, result):
    arguments = {}
    if p := built_in:
        arguments["built_in"] = read_hook_built_in_hook(p)
    value = SESSIONS[session].ask("hook.install", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_hook_compose(session, hooks, options, result):
    arguments = {}
    if p := hooks:
        arguments["hooks"] = read_hook_handle_list(p)
    if p := options:
        arguments["options"] = read_hook_compose_options(p)
    value = SESSIONS[session].ask("hook.compose", arguments)
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
