"""Steps that agents, tools, handlers and other workflows do, in an order that is written down. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

import llmspell_glue._plain as plain_glue
import llmspell_glue.agent as agent_glue
import llmspell_glue.shared as shared_glue
from llmspell_glue._core import (
    OK,
    SESSIONS,
    Enumeration,
    cast,
    entries,
    export,
    handle_id,
    new,
    new_json,
    new_text,
    read_json,
    string,
    text,
    typeof,
)

AGENT_CONFIG_TYPE = typeof("llmspell_agent_config *")
ERROR_INFO_TYPE = typeof("llmspell_error_info *")
WORKFLOW_AGENT_STEP_TYPE = typeof("llmspell_workflow_agent_step *")
WORKFLOW_CONDITIONAL_STEP_TYPE = typeof("llmspell_workflow_conditional_step *")
WORKFLOW_DEFINITION_TYPE = typeof("llmspell_workflow_definition *")
WORKFLOW_EMIT_STEP_TYPE = typeof("llmspell_workflow_emit_step *")
WORKFLOW_INFO_TYPE = typeof("llmspell_workflow_info *")
WORKFLOW_ISSUE_TYPE = typeof("llmspell_workflow_issue *")
WORKFLOW_LOOP_STEP_TYPE = typeof("llmspell_workflow_loop_step *")
WORKFLOW_MAP_REDUCE_STEP_TYPE = typeof("llmspell_workflow_map_reduce_step *")
WORKFLOW_NESTED_STEP_TYPE = typeof("llmspell_workflow_nested_step *")
WORKFLOW_PARALLEL_STEP_TYPE = typeof("llmspell_workflow_parallel_step *")
WORKFLOW_PIPELINE_STEP_TYPE = typeof("llmspell_workflow_pipeline_step *")
WORKFLOW_RETRY_TYPE = typeof("llmspell_workflow_retry *")
WORKFLOW_RUN_HANDLE_LIST_ITEMS_TYPE = typeof("llmspell_workflow_run * *")
WORKFLOW_RUN_INFO_TYPE = typeof("llmspell_workflow_run_info *")
WORKFLOW_SCRIPT_STEP_TYPE = typeof("llmspell_workflow_script_step *")
WORKFLOW_SEQUENTIAL_STEP_TYPE = typeof("llmspell_workflow_sequential_step *")
WORKFLOW_STEP_DEPENDENCIES_TYPE = typeof("llmspell_workflow_step_dependencies *")
WORKFLOW_STEP_OUTCOME_TYPE = typeof("llmspell_workflow_step_outcome *")
WORKFLOW_STEP_TYPE = typeof("llmspell_workflow_step *")
WORKFLOW_TOOL_STEP_TYPE = typeof("llmspell_workflow_tool_step *")
WORKFLOW_TRANSFORM_STEP_TYPE = typeof("llmspell_workflow_transform_step *")
WORKFLOW_WAIT_STEP_TYPE = typeof("llmspell_workflow_wait_step *")

WORKFLOW_STATUS_NAMES = Enumeration(
    "llmspell_workflow_status",
    {
        1: "pending",
        2: "running",
        3: "paused",
        4: "completed",
        5: "failed",
        6: "cancelled",
    },
)
WORKFLOW_STATUS_NUMBERS = {
    "pending": 1,
    "running": 2,
    "paused": 3,
    "completed": 4,
    "failed": 5,
    "cancelled": 6,
}
WORKFLOW_PATTERN_NAMES = Enumeration(
    "llmspell_workflow_pattern",
    {
        1: "sequential",
        2: "parallel",
        3: "conditional",
        4: "loop",
        5: "map_reduce",
        6: "pipeline",
    },
)
WORKFLOW_PATTERN_NUMBERS = {
    "sequential": 1,
    "parallel": 2,
    "conditional": 3,
    "loop": 4,
    "map_reduce": 5,
    "pipeline": 6,
}
WORKFLOW_KIND_NAMES = Enumeration(
    "llmspell_workflow_kind",
    {
        1: "tool",
        2: "agent",
        3: "script",
        4: "workflow",
        5: "transform",
        6: "wait",
        7: "emit",
        8: "sequential",
        9: "parallel",
        10: "conditional",
        11: "loop",
        12: "map_reduce",
        13: "pipeline",
    },
)
WORKFLOW_KIND_NUMBERS = {
    "tool": 1,
    "agent": 2,
    "script": 3,
    "workflow": 4,
    "transform": 5,
    "wait": 6,
    "emit": 7,
    "sequential": 8,
    "parallel": 9,
    "conditional": 10,
    "loop": 11,
    "map_reduce": 12,
    "pipeline": 13,
}
WORKFLOW_STEP_STATUS_NAMES = Enumeration(
    "llmspell_workflow_step_status",
    {
        1: "completed",
        2: "failed",
        3: "skipped",
        4: "cancelled",
    },
)
WORKFLOW_STEP_STATUS_NUMBERS = {
    "completed": 1,
    "failed": 2,
    "skipped": 3,
    "cancelled": 4,
}
WORKFLOW_ON_ERROR_NAMES = Enumeration(
    "llmspell_workflow_on_error",
    {
        1: "fail",
        2: "continue",
    },
)
WORKFLOW_ON_ERROR_NUMBERS = {
    "fail": 1,
    "continue": 2,
}
WORKFLOW_ERROR_MODE_NAMES = Enumeration(
    "llmspell_workflow_error_mode",
    {
        1: "fail_fast",
        2: "collect",
    },
)
WORKFLOW_ERROR_MODE_NUMBERS = {
    "fail_fast": 1,
    "collect": 2,
}
WORKFLOW_FORMAT_NAMES = Enumeration(
    "llmspell_workflow_format",
    {
        1: "json",
        2: "yaml",
    },
)
WORKFLOW_FORMAT_NUMBERS = {
    "json": 1,
    "yaml": 2,
}
WORKFLOW_ISSUE_CODE_NAMES = Enumeration(
    "llmspell_workflow_issue_code",
    {
        1: "duplicate_id",
        2: "reserved_name",
        3: "cycle",
        4: "unknown_step",
        5: "unknown_name",
        6: "forward_reference",
        7: "unknown_tool",
        8: "unknown_agent",
        17: "unknown_provider",
        9: "unknown_handler",
        10: "unknown_workflow",
        11: "missing_input",
        12: "invalid_expression",
        13: "invalid_template",
        14: "invalid_schema",
        15: "invalid_fields",
        16: "limit",
    },
)
WORKFLOW_ISSUE_CODE_NUMBERS = {
    "duplicate_id": 1,
    "reserved_name": 2,
    "cycle": 3,
    "unknown_step": 4,
    "unknown_name": 5,
    "forward_reference": 6,
    "unknown_tool": 7,
    "unknown_agent": 8,
    "unknown_provider": 17,
    "unknown_handler": 9,
    "unknown_workflow": 10,
    "missing_input": 11,
    "invalid_expression": 12,
    "invalid_template": 13,
    "invalid_schema": 14,
    "invalid_fields": 15,
    "limit": 16,
}
WORKFLOW_STEP_KINDS = Enumeration(
    "llmspell_workflow_step_kind",
    {
        1: "tool",
        2: "agent",
        3: "script",
        4: "workflow",
        5: "transform",
        6: "wait",
        7: "emit",
        8: "sequential",
        9: "parallel",
        10: "conditional",
        11: "loop",
        12: "map_reduce",
        13: "pipeline",
    },
)


def read_workflow_retry(c):
    value = {}
    value["attempts"] = c.attempts
    if c.has_delay_seconds:
        value["delay_seconds"] = c.delay_seconds
    if c.has_factor:
        value["factor"] = c.factor
    if c.has_max_delay_seconds:
        value["max_delay_seconds"] = c.max_delay_seconds
    if c.codes.items:
        value["codes"] = plain_glue.read_string_list(c.codes)
    return value


def write_workflow_retry(c, value):
    c.attempts = value["attempts"]
    if "delay_seconds" in value:
        c.has_delay_seconds = True
        c.delay_seconds = value["delay_seconds"]
    if "factor" in value:
        c.has_factor = True
        c.factor = value["factor"]
    if "max_delay_seconds" in value:
        c.has_max_delay_seconds = True
        c.max_delay_seconds = value["max_delay_seconds"]
    if (v := value.get("codes")) is not None:
        plain_glue.write_string_list(c.codes, v)


def read_workflow_wait_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "wait"
    if p := c.description:
        value["description"] = string(p).decode()
    value["seconds"] = c.seconds
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    return value


def write_workflow_wait_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    c.seconds = value["seconds"]
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)


def read_workflow_tool_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "tool"
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.tool:
        value["tool"] = string(p).decode()
    if p := c.arguments_json:
        value["arguments"] = read_json(p)
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    if p := c.retry:
        value["retry"] = read_workflow_retry(p)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.on_error:
        value["on_error"] = WORKFLOW_ON_ERROR_NAMES[p]
    if c.fallback.items:
        value["fallback"] = read_workflow_step_list(c.fallback)
    return value


def write_workflow_tool_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    c.tool = new_text(value["tool"])
    if "arguments" in value:
        c.arguments_json = new_json(value["arguments"])
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)
    if (v := value.get("retry")) is not None:
        p = new(WORKFLOW_RETRY_TYPE)
        c.retry = p
        write_workflow_retry(p, v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if (v := value.get("on_error")) is not None:
        c.on_error = WORKFLOW_ON_ERROR_NUMBERS[v]
    if (v := value.get("fallback")) is not None:
        write_workflow_step_list(c.fallback, v)


def read_workflow_agent_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "agent"
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.agent:
        value["agent"] = string(p).decode()
    if p := c.config:
        value["config"] = agent_glue.read_agent_config(p)
    if p := c.input:
        value["input"] = string(p).decode()
    if p := c.output_schema_json:
        value["output_schema"] = read_json(p)
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    if p := c.retry:
        value["retry"] = read_workflow_retry(p)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.on_error:
        value["on_error"] = WORKFLOW_ON_ERROR_NAMES[p]
    if c.fallback.items:
        value["fallback"] = read_workflow_step_list(c.fallback)
    return value


def write_workflow_agent_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    if (v := value.get("agent")) is not None:
        c.agent = new_text(v)
    if (v := value.get("config")) is not None:
        p = new(AGENT_CONFIG_TYPE)
        c.config = p
        agent_glue.write_agent_config(p, v)
    if (v := value.get("input")) is not None:
        c.input = new_text(v)
    if "output_schema" in value:
        c.output_schema_json = new_json(value["output_schema"])
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)
    if (v := value.get("retry")) is not None:
        p = new(WORKFLOW_RETRY_TYPE)
        c.retry = p
        write_workflow_retry(p, v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if (v := value.get("on_error")) is not None:
        c.on_error = WORKFLOW_ON_ERROR_NUMBERS[v]
    if (v := value.get("fallback")) is not None:
        write_workflow_step_list(c.fallback, v)


def read_workflow_script_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "script"
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.handler:
        value["handler"] = string(p).decode()
    if p := c.input_json:
        value["input"] = read_json(p)
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    if p := c.retry:
        value["retry"] = read_workflow_retry(p)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.on_error:
        value["on_error"] = WORKFLOW_ON_ERROR_NAMES[p]
    if c.fallback.items:
        value["fallback"] = read_workflow_step_list(c.fallback)
    return value


def write_workflow_script_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    c.handler = new_text(value["handler"])
    if "input" in value:
        c.input_json = new_json(value["input"])
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)
    if (v := value.get("retry")) is not None:
        p = new(WORKFLOW_RETRY_TYPE)
        c.retry = p
        write_workflow_retry(p, v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if (v := value.get("on_error")) is not None:
        c.on_error = WORKFLOW_ON_ERROR_NUMBERS[v]
    if (v := value.get("fallback")) is not None:
        write_workflow_step_list(c.fallback, v)


def read_workflow_nested_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "workflow"
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.workflow:
        value["workflow"] = string(p).decode()
    if p := c.definition:
        value["definition"] = read_workflow_definition(p)
    if p := c.input_json:
        value["input"] = read_json(p)
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.on_error:
        value["on_error"] = WORKFLOW_ON_ERROR_NAMES[p]
    if c.fallback.items:
        value["fallback"] = read_workflow_step_list(c.fallback)
    return value


def write_workflow_nested_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    if (v := value.get("workflow")) is not None:
        c.workflow = new_text(v)
    if (v := value.get("definition")) is not None:
        p = new(WORKFLOW_DEFINITION_TYPE)
        c.definition = p
        write_workflow_definition(p, v)
    if "input" in value:
        c.input_json = new_json(value["input"])
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if (v := value.get("on_error")) is not None:
        c.on_error = WORKFLOW_ON_ERROR_NUMBERS[v]
    if (v := value.get("fallback")) is not None:
        write_workflow_step_list(c.fallback, v)


def read_workflow_transform_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "transform"
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.value_json:
        value["value"] = read_json(p)
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    if p := c.on_error:
        value["on_error"] = WORKFLOW_ON_ERROR_NAMES[p]
    if c.fallback.items:
        value["fallback"] = read_workflow_step_list(c.fallback)
    return value


def write_workflow_transform_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    c.value_json = new_json(value["value"])
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)
    if (v := value.get("on_error")) is not None:
        c.on_error = WORKFLOW_ON_ERROR_NUMBERS[v]
    if (v := value.get("fallback")) is not None:
        write_workflow_step_list(c.fallback, v)


def read_workflow_emit_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "emit"
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.event:
        value["event"] = string(p).decode()
    if p := c.data_json:
        value["data"] = read_json(p)
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    if p := c.on_error:
        value["on_error"] = WORKFLOW_ON_ERROR_NAMES[p]
    if c.fallback.items:
        value["fallback"] = read_workflow_step_list(c.fallback)
    return value


def write_workflow_emit_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    c.event = new_text(value["event"])
    if "data" in value:
        c.data_json = new_json(value["data"])
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)
    if (v := value.get("on_error")) is not None:
        c.on_error = WORKFLOW_ON_ERROR_NUMBERS[v]
    if (v := value.get("fallback")) is not None:
        write_workflow_step_list(c.fallback, v)


def read_workflow_sequential_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "sequential"
    if p := c.description:
        value["description"] = string(p).decode()
    value["steps"] = read_workflow_step_list(c.steps)
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.on_error:
        value["on_error"] = WORKFLOW_ON_ERROR_NAMES[p]
    if c.fallback.items:
        value["fallback"] = read_workflow_step_list(c.fallback)
    return value


def write_workflow_sequential_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    write_workflow_step_list(c.steps, value["steps"])
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if (v := value.get("on_error")) is not None:
        c.on_error = WORKFLOW_ON_ERROR_NUMBERS[v]
    if (v := value.get("fallback")) is not None:
        write_workflow_step_list(c.fallback, v)


def read_workflow_parallel_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "parallel"
    if p := c.description:
        value["description"] = string(p).decode()
    value["steps"] = read_workflow_step_list(c.steps)
    if c.has_max_concurrency:
        value["max_concurrency"] = c.max_concurrency
    if p := c.error_mode:
        value["error_mode"] = WORKFLOW_ERROR_MODE_NAMES[p]
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.on_error:
        value["on_error"] = WORKFLOW_ON_ERROR_NAMES[p]
    if c.fallback.items:
        value["fallback"] = read_workflow_step_list(c.fallback)
    return value


def write_workflow_parallel_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    write_workflow_step_list(c.steps, value["steps"])
    if "max_concurrency" in value:
        c.has_max_concurrency = True
        c.max_concurrency = value["max_concurrency"]
    if (v := value.get("error_mode")) is not None:
        c.error_mode = WORKFLOW_ERROR_MODE_NUMBERS[v]
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if (v := value.get("on_error")) is not None:
        c.on_error = WORKFLOW_ON_ERROR_NUMBERS[v]
    if (v := value.get("fallback")) is not None:
        write_workflow_step_list(c.fallback, v)


def read_workflow_conditional_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "conditional"
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.condition:
        value["condition"] = string(p).decode()
    value["steps"] = read_workflow_step_list(c.steps)
    if c.otherwise.items:
        value["otherwise"] = read_workflow_step_list(c.otherwise)
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.on_error:
        value["on_error"] = WORKFLOW_ON_ERROR_NAMES[p]
    if c.fallback.items:
        value["fallback"] = read_workflow_step_list(c.fallback)
    return value


def write_workflow_conditional_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    c.condition = new_text(value["condition"])
    write_workflow_step_list(c.steps, value["steps"])
    if (v := value.get("otherwise")) is not None:
        write_workflow_step_list(c.otherwise, v)
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if (v := value.get("on_error")) is not None:
        c.on_error = WORKFLOW_ON_ERROR_NUMBERS[v]
    if (v := value.get("fallback")) is not None:
        write_workflow_step_list(c.fallback, v)


def read_workflow_loop_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "loop"
    if p := c.description:
        value["description"] = string(p).decode()
    value["steps"] = read_workflow_step_list(c.steps)
    if p := c.for_each:
        value["for_each"] = string(p).decode()
    if p := c.variable:
        value["variable"] = string(p).decode()
    if p := c.repeat_while:
        value["repeat_while"] = string(p).decode()
    if p := c.repeat_until:
        value["repeat_until"] = string(p).decode()
    if c.has_max_iterations:
        value["max_iterations"] = c.max_iterations
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.on_error:
        value["on_error"] = WORKFLOW_ON_ERROR_NAMES[p]
    if c.fallback.items:
        value["fallback"] = read_workflow_step_list(c.fallback)
    return value


def write_workflow_loop_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    write_workflow_step_list(c.steps, value["steps"])
    if (v := value.get("for_each")) is not None:
        c.for_each = new_text(v)
    if (v := value.get("variable")) is not None:
        c.variable = new_text(v)
    if (v := value.get("repeat_while")) is not None:
        c.repeat_while = new_text(v)
    if (v := value.get("repeat_until")) is not None:
        c.repeat_until = new_text(v)
    if "max_iterations" in value:
        c.has_max_iterations = True
        c.max_iterations = value["max_iterations"]
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if (v := value.get("on_error")) is not None:
        c.on_error = WORKFLOW_ON_ERROR_NUMBERS[v]
    if (v := value.get("fallback")) is not None:
        write_workflow_step_list(c.fallback, v)


def read_workflow_map_reduce_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "map_reduce"
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.over:
        value["over"] = string(p).decode()
    if p := c.variable:
        value["variable"] = string(p).decode()
    value["steps"] = read_workflow_step_list(c.steps)
    if c.reduce.items:
        value["reduce"] = read_workflow_step_list(c.reduce)
    if c.has_max_concurrency:
        value["max_concurrency"] = c.max_concurrency
    if p := c.error_mode:
        value["error_mode"] = WORKFLOW_ERROR_MODE_NAMES[p]
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.on_error:
        value["on_error"] = WORKFLOW_ON_ERROR_NAMES[p]
    if c.fallback.items:
        value["fallback"] = read_workflow_step_list(c.fallback)
    return value


def write_workflow_map_reduce_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    c.over = new_text(value["over"])
    if (v := value.get("variable")) is not None:
        c.variable = new_text(v)
    write_workflow_step_list(c.steps, value["steps"])
    if (v := value.get("reduce")) is not None:
        write_workflow_step_list(c.reduce, v)
    if "max_concurrency" in value:
        c.has_max_concurrency = True
        c.max_concurrency = value["max_concurrency"]
    if (v := value.get("error_mode")) is not None:
        c.error_mode = WORKFLOW_ERROR_MODE_NUMBERS[v]
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if (v := value.get("on_error")) is not None:
        c.on_error = WORKFLOW_ON_ERROR_NUMBERS[v]
    if (v := value.get("fallback")) is not None:
        write_workflow_step_list(c.fallback, v)


def read_workflow_pipeline_step(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    value["kind"] = "pipeline"
    if p := c.description:
        value["description"] = string(p).decode()
    value["steps"] = read_workflow_step_list(c.steps)
    if c.after.items:
        value["after"] = plain_glue.read_string_list(c.after)
    if p := c.when:
        value["when"] = string(p).decode()
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.on_error:
        value["on_error"] = WORKFLOW_ON_ERROR_NAMES[p]
    if c.fallback.items:
        value["fallback"] = read_workflow_step_list(c.fallback)
    return value


def write_workflow_pipeline_step(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    write_workflow_step_list(c.steps, value["steps"])
    if (v := value.get("after")) is not None:
        plain_glue.write_string_list(c.after, v)
    if (v := value.get("when")) is not None:
        c.when = new_text(v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if (v := value.get("on_error")) is not None:
        c.on_error = WORKFLOW_ON_ERROR_NUMBERS[v]
    if (v := value.get("fallback")) is not None:
        write_workflow_step_list(c.fallback, v)


def read_workflow_step(c):
    tag = WORKFLOW_STEP_KINDS[c.kind]
    if tag == "tool" and (p := getattr(c, "as").tool):
        return read_workflow_tool_step(p)
    if tag == "agent" and (p := getattr(c, "as").agent):
        return read_workflow_agent_step(p)
    if tag == "script" and (p := getattr(c, "as").script):
        return read_workflow_script_step(p)
    if tag == "workflow" and (p := getattr(c, "as").workflow):
        return read_workflow_nested_step(p)
    if tag == "transform" and (p := getattr(c, "as").transform):
        return read_workflow_transform_step(p)
    if tag == "wait" and (p := getattr(c, "as").wait):
        return read_workflow_wait_step(p)
    if tag == "emit" and (p := getattr(c, "as").emit):
        return read_workflow_emit_step(p)
    if tag == "sequential" and (p := getattr(c, "as").sequential):
        return read_workflow_sequential_step(p)
    if tag == "parallel" and (p := getattr(c, "as").parallel):
        return read_workflow_parallel_step(p)
    if tag == "conditional" and (p := getattr(c, "as").conditional):
        return read_workflow_conditional_step(p)
    if tag == "loop" and (p := getattr(c, "as").loop):
        return read_workflow_loop_step(p)
    if tag == "map_reduce" and (p := getattr(c, "as").map_reduce):
        return read_workflow_map_reduce_step(p)
    if tag == "pipeline" and (p := getattr(c, "as").pipeline):
        return read_workflow_pipeline_step(p)
    return {"kind": tag}


def write_workflow_step(c, value):
    tag = value["kind"]
    if tag == "tool":
        p = new(WORKFLOW_TOOL_STEP_TYPE)
        getattr(c, "as").tool = p
        c.kind = 1
        write_workflow_tool_step(p, value)
    if tag == "agent":
        p = new(WORKFLOW_AGENT_STEP_TYPE)
        getattr(c, "as").agent = p
        c.kind = 2
        write_workflow_agent_step(p, value)
    if tag == "script":
        p = new(WORKFLOW_SCRIPT_STEP_TYPE)
        getattr(c, "as").script = p
        c.kind = 3
        write_workflow_script_step(p, value)
    if tag == "workflow":
        p = new(WORKFLOW_NESTED_STEP_TYPE)
        getattr(c, "as").workflow = p
        c.kind = 4
        write_workflow_nested_step(p, value)
    if tag == "transform":
        p = new(WORKFLOW_TRANSFORM_STEP_TYPE)
        getattr(c, "as").transform = p
        c.kind = 5
        write_workflow_transform_step(p, value)
    if tag == "wait":
        p = new(WORKFLOW_WAIT_STEP_TYPE)
        getattr(c, "as").wait = p
        c.kind = 6
        write_workflow_wait_step(p, value)
    if tag == "emit":
        p = new(WORKFLOW_EMIT_STEP_TYPE)
        getattr(c, "as").emit = p
        c.kind = 7
        write_workflow_emit_step(p, value)
    if tag == "sequential":
        p = new(WORKFLOW_SEQUENTIAL_STEP_TYPE)
        getattr(c, "as").sequential = p
        c.kind = 8
        write_workflow_sequential_step(p, value)
    if tag == "parallel":
        p = new(WORKFLOW_PARALLEL_STEP_TYPE)
        getattr(c, "as").parallel = p
        c.kind = 9
        write_workflow_parallel_step(p, value)
    if tag == "conditional":
        p = new(WORKFLOW_CONDITIONAL_STEP_TYPE)
        getattr(c, "as").conditional = p
        c.kind = 10
        write_workflow_conditional_step(p, value)
    if tag == "loop":
        p = new(WORKFLOW_LOOP_STEP_TYPE)
        getattr(c, "as").loop = p
        c.kind = 11
        write_workflow_loop_step(p, value)
    if tag == "map_reduce":
        p = new(WORKFLOW_MAP_REDUCE_STEP_TYPE)
        getattr(c, "as").map_reduce = p
        c.kind = 12
        write_workflow_map_reduce_step(p, value)
    if tag == "pipeline":
        p = new(WORKFLOW_PIPELINE_STEP_TYPE)
        getattr(c, "as").pipeline = p
        c.kind = 13
        write_workflow_pipeline_step(p, value)


def read_workflow_definition(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.pattern:
        value["pattern"] = WORKFLOW_PATTERN_NAMES[p]
    if p := c.input_schema_json:
        value["input_schema"] = read_json(p)
    value["steps"] = read_workflow_step_list(c.steps)
    if c.has_max_concurrency:
        value["max_concurrency"] = c.max_concurrency
    if p := c.error_mode:
        value["error_mode"] = WORKFLOW_ERROR_MODE_NAMES[p]
    if p := c.condition:
        value["condition"] = string(p).decode()
    if c.otherwise.items:
        value["otherwise"] = read_workflow_step_list(c.otherwise)
    if p := c.for_each:
        value["for_each"] = string(p).decode()
    if p := c.variable:
        value["variable"] = string(p).decode()
    if p := c.repeat_while:
        value["repeat_while"] = string(p).decode()
    if p := c.repeat_until:
        value["repeat_until"] = string(p).decode()
    if c.has_max_iterations:
        value["max_iterations"] = c.max_iterations
    if p := c.over:
        value["over"] = string(p).decode()
    if c.reduce.items:
        value["reduce"] = read_workflow_step_list(c.reduce)
    if p := c.output_json:
        value["output"] = read_json(p)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    return value


def write_workflow_definition(c, value):
    c.name = new_text(value["name"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    if (v := value.get("pattern")) is not None:
        c.pattern = WORKFLOW_PATTERN_NUMBERS[v]
    if "input_schema" in value:
        c.input_schema_json = new_json(value["input_schema"])
    write_workflow_step_list(c.steps, value["steps"])
    if "max_concurrency" in value:
        c.has_max_concurrency = True
        c.max_concurrency = value["max_concurrency"]
    if (v := value.get("error_mode")) is not None:
        c.error_mode = WORKFLOW_ERROR_MODE_NUMBERS[v]
    if (v := value.get("condition")) is not None:
        c.condition = new_text(v)
    if (v := value.get("otherwise")) is not None:
        write_workflow_step_list(c.otherwise, v)
    if (v := value.get("for_each")) is not None:
        c.for_each = new_text(v)
    if (v := value.get("variable")) is not None:
        c.variable = new_text(v)
    if (v := value.get("repeat_while")) is not None:
        c.repeat_while = new_text(v)
    if (v := value.get("repeat_until")) is not None:
        c.repeat_until = new_text(v)
    if "max_iterations" in value:
        c.has_max_iterations = True
        c.max_iterations = value["max_iterations"]
    if (v := value.get("over")) is not None:
        c.over = new_text(v)
    if (v := value.get("reduce")) is not None:
        write_workflow_step_list(c.reduce, v)
    if "output" in value:
        c.output_json = new_json(value["output"])
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]


def read_workflow_info(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.pattern:
        value["pattern"] = WORKFLOW_PATTERN_NAMES[p]
    value["steps"] = c.steps
    value["runs"] = c.runs
    return value


def write_workflow_info(c, value):
    c.id = new_text(value["id"])
    c.name = new_text(value["name"])
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    c.pattern = WORKFLOW_PATTERN_NUMBERS[value["pattern"]]
    c.steps = value["steps"]
    c.runs = value["runs"]


def read_workflow_issue(c):
    value = {}
    if p := c.path:
        value["path"] = string(p).decode()
    if p := c.code:
        value["code"] = WORKFLOW_ISSUE_CODE_NAMES[p]
    if p := c.message:
        value["message"] = string(p).decode()
    return value


def write_workflow_issue(c, value):
    c.path = new_text(value["path"])
    c.code = WORKFLOW_ISSUE_CODE_NUMBERS[value["code"]]
    c.message = new_text(value["message"])


def read_workflow_validation_result(c):
    value = {}
    value["valid"] = c.valid
    value["issues"] = read_workflow_issue_list(c.issues)
    return value


def write_workflow_validation_result(c, value):
    c.valid = value["valid"]
    write_workflow_issue_list(c.issues, value["issues"])


def read_workflow_run_options(c):
    value = {}
    if c.pause_after.items:
        value["pause_after"] = plain_glue.read_string_list(c.pause_after)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.checkpoint_file:
        value["checkpoint_file"] = string(p).decode()
    return value


def write_workflow_run_options(c, value):
    if (v := value.get("pause_after")) is not None:
        plain_glue.write_string_list(c.pause_after, v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if (v := value.get("checkpoint_file")) is not None:
        c.checkpoint_file = new_text(v)


def read_workflow_run_info(c):
    value = {}
    if p := c.run:
        value["run"] = string(p).decode()
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.workflow:
        value["workflow"] = string(p).decode()
    if p := c.status:
        value["status"] = WORKFLOW_STATUS_NAMES[p]
    value["steps"] = c.steps
    value["duration_ms"] = c.duration_ms
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_workflow_run_info(c, value):
    c.run = new_text(value["run"])
    c.id = new_text(value["id"])
    c.workflow = new_text(value["workflow"])
    c.status = WORKFLOW_STATUS_NUMBERS[value["status"]]
    c.steps = value["steps"]
    c.duration_ms = value["duration_ms"]
    if (v := value.get("error")) is not None:
        p = new(ERROR_INFO_TYPE)
        c.error = p
        shared_glue.write_error_info(p, v)


def read_workflow_step_dependencies(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.kind:
        value["kind"] = WORKFLOW_KIND_NAMES[p]
    if p := c.within:
        value["within"] = string(p).decode()
    value["after"] = plain_glue.read_string_list(c.after)
    value["uses"] = plain_glue.read_string_list(c.uses)
    return value


def write_workflow_step_dependencies(c, value):
    c.id = new_text(value["id"])
    c.kind = WORKFLOW_KIND_NUMBERS[value["kind"]]
    if (v := value.get("within")) is not None:
        c.within = new_text(v)
    plain_glue.write_string_list(c.after, value["after"])
    plain_glue.write_string_list(c.uses, value["uses"])


def read_workflow_dependency_graph(c):
    value = {}
    value["order"] = plain_glue.read_string_list(c.order)
    value["steps"] = read_workflow_step_dependencies_list(c.steps)
    return value


def write_workflow_dependency_graph(c, value):
    plain_glue.write_string_list(c.order, value["order"])
    write_workflow_step_dependencies_list(c.steps, value["steps"])


def read_workflow_step_outcome(c):
    value = {}
    if p := c.key:
        value["key"] = string(p).decode()
    if p := c.step:
        value["step"] = string(p).decode()
    if p := c.kind:
        value["kind"] = WORKFLOW_KIND_NAMES[p]
    if p := c.status:
        value["status"] = WORKFLOW_STEP_STATUS_NAMES[p]
    value["attempts"] = c.attempts
    if p := c.output_json:
        value["output"] = read_json(p)
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    value["duration_ms"] = c.duration_ms
    return value


def write_workflow_step_outcome(c, value):
    c.key = new_text(value["key"])
    c.step = new_text(value["step"])
    c.kind = WORKFLOW_KIND_NUMBERS[value["kind"]]
    c.status = WORKFLOW_STEP_STATUS_NUMBERS[value["status"]]
    c.attempts = value["attempts"]
    if "output" in value:
        c.output_json = new_json(value["output"])
    if (v := value.get("error")) is not None:
        p = new(ERROR_INFO_TYPE)
        c.error = p
        shared_glue.write_error_info(p, v)
    c.duration_ms = value["duration_ms"]


def read_workflow_run_result(c):
    value = {}
    if p := c.run:
        value["run"] = string(p).decode()
    if p := c.workflow:
        value["workflow"] = string(p).decode()
    if p := c.status:
        value["status"] = WORKFLOW_STATUS_NAMES[p]
    if p := c.output_json:
        value["output"] = read_json(p)
    value["steps"] = read_workflow_step_outcome_list(c.steps)
    value["duration_ms"] = c.duration_ms
    return value


def write_workflow_run_result(c, value):
    c.run = new_text(value["run"])
    c.workflow = new_text(value["workflow"])
    c.status = WORKFLOW_STATUS_NUMBERS[value["status"]]
    if "output" in value:
        c.output_json = new_json(value["output"])
    write_workflow_step_outcome_list(c.steps, value["steps"])
    c.duration_ms = value["duration_ms"]


def read_workflow_run_started(c):
    value = {}
    if p := c.run:
        value["run"] = string(p).decode()
    if p := c.workflow:
        value["workflow"] = string(p).decode()
    if p := c.input_json:
        value["input"] = read_json(p)
    return value


def write_workflow_run_started(c, value):
    c.run = new_text(value["run"])
    c.workflow = new_text(value["workflow"])
    c.input_json = new_json(value["input"])


def read_workflow_step_started(c):
    value = {}
    if p := c.run:
        value["run"] = string(p).decode()
    if p := c.workflow:
        value["workflow"] = string(p).decode()
    if p := c.step:
        value["step"] = string(p).decode()
    if p := c.key:
        value["key"] = string(p).decode()
    if p := c.kind:
        value["kind"] = WORKFLOW_KIND_NAMES[p]
    value["attempt"] = c.attempt
    return value


def write_workflow_step_started(c, value):
    c.run = new_text(value["run"])
    c.workflow = new_text(value["workflow"])
    c.step = new_text(value["step"])
    c.key = new_text(value["key"])
    c.kind = WORKFLOW_KIND_NUMBERS[value["kind"]]
    c.attempt = value["attempt"]


def read_workflow_step_ended(c):
    value = {}
    if p := c.run:
        value["run"] = string(p).decode()
    if p := c.workflow:
        value["workflow"] = string(p).decode()
    if p := c.step:
        value["step"] = string(p).decode()
    if p := c.key:
        value["key"] = string(p).decode()
    if p := c.kind:
        value["kind"] = WORKFLOW_KIND_NAMES[p]
    if p := c.status:
        value["status"] = WORKFLOW_STEP_STATUS_NAMES[p]
    value["attempts"] = c.attempts
    if p := c.output_json:
        value["output"] = read_json(p)
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    value["duration_ms"] = c.duration_ms
    return value


def write_workflow_step_ended(c, value):
    c.run = new_text(value["run"])
    c.workflow = new_text(value["workflow"])
    c.step = new_text(value["step"])
    c.key = new_text(value["key"])
    c.kind = WORKFLOW_KIND_NUMBERS[value["kind"]]
    c.status = WORKFLOW_STEP_STATUS_NUMBERS[value["status"]]
    c.attempts = value["attempts"]
    if "output" in value:
        c.output_json = new_json(value["output"])
    if (v := value.get("error")) is not None:
        p = new(ERROR_INFO_TYPE)
        c.error = p
        shared_glue.write_error_info(p, v)
    c.duration_ms = value["duration_ms"]


def read_workflow_step_retried(c):
    value = {}
    if p := c.run:
        value["run"] = string(p).decode()
    if p := c.workflow:
        value["workflow"] = string(p).decode()
    if p := c.step:
        value["step"] = string(p).decode()
    if p := c.key:
        value["key"] = string(p).decode()
    value["attempt"] = c.attempt
    value["delay_seconds"] = c.delay_seconds
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_workflow_step_retried(c, value):
    c.run = new_text(value["run"])
    c.workflow = new_text(value["workflow"])
    c.step = new_text(value["step"])
    c.key = new_text(value["key"])
    c.attempt = value["attempt"]
    c.delay_seconds = value["delay_seconds"]
    p = new(ERROR_INFO_TYPE)
    c.error = p
    shared_glue.write_error_info(p, value["error"])


def read_workflow_run_completed(c):
    value = {}
    if p := c.run:
        value["run"] = string(p).decode()
    if p := c.workflow:
        value["workflow"] = string(p).decode()
    if p := c.output_json:
        value["output"] = read_json(p)
    value["steps"] = c.steps
    value["duration_ms"] = c.duration_ms
    return value


def write_workflow_run_completed(c, value):
    c.run = new_text(value["run"])
    c.workflow = new_text(value["workflow"])
    c.output_json = new_json(value["output"])
    c.steps = value["steps"]
    c.duration_ms = value["duration_ms"]


def read_workflow_run_failed(c):
    value = {}
    if p := c.run:
        value["run"] = string(p).decode()
    if p := c.workflow:
        value["workflow"] = string(p).decode()
    value["steps"] = c.steps
    value["duration_ms"] = c.duration_ms
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_workflow_run_failed(c, value):
    c.run = new_text(value["run"])
    c.workflow = new_text(value["workflow"])
    c.steps = value["steps"]
    c.duration_ms = value["duration_ms"]
    p = new(ERROR_INFO_TYPE)
    c.error = p
    shared_glue.write_error_info(p, value["error"])


def read_workflow_run_moved(c):
    value = {}
    if p := c.run:
        value["run"] = string(p).decode()
    if p := c.workflow:
        value["workflow"] = string(p).decode()
    return value


def write_workflow_run_moved(c, value):
    c.run = new_text(value["run"])
    c.workflow = new_text(value["workflow"])


def read_workflow_step_list(c):
    return [read_workflow_step(p) for p in entries(c.items, c.count)]


def write_workflow_step_list(c, value):
    items = new(WORKFLOW_STEP_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_workflow_step(items[i], v)


def read_workflow_issue_list(c):
    return [read_workflow_issue(p) for p in entries(c.items, c.count)]


def write_workflow_issue_list(c, value):
    items = new(WORKFLOW_ISSUE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_workflow_issue(items[i], v)


def read_workflow_step_dependencies_list(c):
    return [read_workflow_step_dependencies(p) for p in entries(c.items, c.count)]


def write_workflow_step_dependencies_list(c, value):
    items = new(WORKFLOW_STEP_DEPENDENCIES_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_workflow_step_dependencies(items[i], v)


def read_workflow_step_outcome_list(c):
    return [read_workflow_step_outcome(p) for p in entries(c.items, c.count)]


def write_workflow_step_outcome_list(c, value):
    items = new(WORKFLOW_STEP_OUTCOME_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_workflow_step_outcome(items[i], v)


def read_workflow_info_list(c):
    return [read_workflow_info(p) for p in entries(c.items, c.count)]


def write_workflow_info_list(c, value):
    items = new(WORKFLOW_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_workflow_info(items[i], v)


def read_workflow_run_info_list(c):
    return [read_workflow_run_info(p) for p in entries(c.items, c.count)]


def write_workflow_run_info_list(c, value):
    items = new(WORKFLOW_RUN_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_workflow_run_info(items[i], v)


def read_workflow_run_handle_list(c):
    return [text(handle_id(p)) for p in entries(c.items, c.count)]


def write_workflow_run_handle_list(c, value):
    items = new(WORKFLOW_RUN_HANDLE_LIST_ITEMS_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        items[i] = cast("llmspell_workflow_run *", new_text(v))


@export
def llmspell_py_workflow_create(session, definition, result):
    arguments = {}
    if p := definition:
        arguments["definition"] = read_workflow_definition(p)
    value = SESSIONS[session].ask("workflow.create", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_workflow_destroy(session, workflow):
    SESSIONS[session].trusted["workflow.destroy"](string(workflow).decode() if workflow else None)
    return OK


@export
def llmspell_py_workflow_execute(session, workflow, input_json, options, result):
    arguments = {}
    if workflow:
        arguments["workflow"] = string(workflow).decode()
    if p := input_json:
        arguments["input"] = read_json(p)
    if p := options:
        arguments["options"] = read_workflow_run_options(p)
    value = SESSIONS[session].ask("workflow.execute", arguments)
    write_workflow_run_result(result, value)
    return OK


@export
def llmspell_py_workflow_start(session, workflow, input_json, options, result):
    arguments = {}
    if workflow:
        arguments["workflow"] = string(workflow).decode()
    if p := input_json:
        arguments["input"] = read_json(p)
    if p := options:
        arguments["options"] = read_workflow_run_options(p)
    value = SESSIONS[session].ask("workflow.start", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_workflow_pause(session, run):
    arguments = {}
    if run:
        arguments["run"] = string(run).decode()
    SESSIONS[session].ask("workflow.pause", arguments)
    return OK


@export
def llmspell_py_workflow_resume(session, run):
    arguments = {}
    if run:
        arguments["run"] = string(run).decode()
    SESSIONS[session].ask("workflow.resume", arguments)
    return OK


@export
def llmspell_py_workflow_cancel(session, run):
    arguments = {}
    if run:
        arguments["run"] = string(run).decode()
    SESSIONS[session].ask("workflow.cancel", arguments)
    return OK


@export
def llmspell_py_workflow_get_status(session, run, result):
    value = SESSIONS[session].trusted["workflow.get_status"](string(run).decode() if run else None)
    result[0] = WORKFLOW_STATUS_NUMBERS[value]
    return OK


@export
def llmspell_py_workflow_get_result(session, run, timeout_seconds, result):
    arguments = {}
    if run:
        arguments["run"] = string(run).decode()
    if timeout_seconds:
        arguments["timeout_seconds"] = timeout_seconds[0]
    value = SESSIONS[session].ask("workflow.get_result", arguments)
    write_workflow_run_result(result, value)
    return OK


@export
def llmspell_py_workflow_discard(session, run):
    SESSIONS[session].trusted["workflow.discard"](string(run).decode() if run else None)
    return OK


@export
def llmspell_py_workflow_list(session, result):
    value = SESSIONS[session].trusted["workflow.list"]()
    write_workflow_info_list(result, value)
    return OK


@export
def llmspell_py_workflow_get(session, name, result):
    value = SESSIONS[session].trusted["workflow.get"](string(name).decode() if name else None)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_workflow_get_info(session, workflow, result):
    value = SESSIONS[session].trusted["workflow.get_info"](string(workflow).decode() if workflow else None)
    write_workflow_info(result, value)
    return OK


@export
def llmspell_py_workflow_get_definition(session, workflow, result):
    value = SESSIONS[session].trusted["workflow.get_definition"](
        string(workflow).decode() if workflow else None
    )
    write_workflow_definition(result, value)
    return OK


@export
def llmspell_py_workflow_validate(session, definition, result):
    arguments = {}
    if p := definition:
        arguments["definition"] = read_workflow_definition(p)
    value = SESSIONS[session].ask("workflow.validate", arguments)
    write_workflow_validation_result(result, value)
    return OK


@export
def llmspell_py_workflow_list_runs(session, workflow, result):
    arguments = {}
    if workflow:
        arguments["workflow"] = string(workflow).decode()
    value = SESSIONS[session].ask("workflow.list_runs", arguments)
    write_workflow_run_info_list(result, value)
    return OK


@export
def llmspell_py_workflow_compose(session, name, workflows, pattern, result):
    arguments = {}
    if p := name:
        arguments["name"] = string(p).decode()
    if p := workflows:
        arguments["workflows"] = plain_glue.read_string_list(p)
    if p := pattern:
        arguments["pattern"] = WORKFLOW_PATTERN_NAMES[p]
    value = SESSIONS[session].ask("workflow.compose", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_workflow_get_dependencies(session, workflow, result):
    value = SESSIONS[session].trusted["workflow.get_dependencies"](
        string(workflow).decode() if workflow else None
    )
    write_workflow_dependency_graph(result, value)
    return OK


@export
def llmspell_py_workflow_serialize(session, workflow, format, result):
    arguments = {}
    if workflow:
        arguments["workflow"] = string(workflow).decode()
    if p := format:
        arguments["format"] = WORKFLOW_FORMAT_NAMES[p]
    value = SESSIONS[session].ask("workflow.serialize", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_workflow_deserialize(session, text_, format, result):
    arguments = {}
    if p := text_:
        arguments["text"] = string(p).decode()
    if p := format:
        arguments["format"] = WORKFLOW_FORMAT_NAMES[p]
    value = SESSIONS[session].ask("workflow.deserialize", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_workflow_get_checkpoint(session, run, result_json):
    value = SESSIONS[session].trusted["workflow.get_checkpoint"](string(run).decode() if run else None)
    result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_workflow_restore(session, checkpoint_json, options, result):
    arguments = {}
    if p := checkpoint_json:
        arguments["checkpoint"] = read_json(p)
    if p := options:
        arguments["options"] = read_workflow_run_options(p)
    value = SESSIONS[session].ask("workflow.restore", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_workflow_recover(session, path, result):
    arguments = {}
    if p := path:
        arguments["path"] = string(p).decode()
    value = SESSIONS[session].ask("workflow.recover", arguments)
    write_workflow_run_handle_list(result, value)
    return OK
