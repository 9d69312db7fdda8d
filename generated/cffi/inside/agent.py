"""Models that keep a conversation and use tools. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

import llmspell_glue._plain as plain_glue
import llmspell_glue.memory as memory_glue
import llmspell_glue.provider as provider_glue
import llmspell_glue.shared as shared_glue
import llmspell_glue.tool as tool_glue
from llmspell_glue._core import (
    END,
    END_STATUS,
    OK,
    SESSIONS,
    Enumeration,
    entries,
    export,
    new,
    new_json,
    new_text,
    read_json,
    string,
    text,
    typeof,
)

AGENT_INFO_TYPE = typeof("llmspell_agent_info *")
AGENT_MEMORY_TYPE = typeof("llmspell_agent_memory *")
AGENT_RUN_RESULT_TYPE = typeof("llmspell_agent_run_result *")
AGENT_TOOL_OUTCOME_TYPE = typeof("llmspell_agent_tool_outcome *")
ERROR_INFO_TYPE = typeof("llmspell_error_info *")
MEMORY_CONVERSATION_INFO_TYPE = typeof("llmspell_memory_conversation_info *")
MESSAGE_TYPE = typeof("llmspell_message *")
TOOL_CALL_TYPE = typeof("llmspell_tool_call *")
USAGE_TYPE = typeof("llmspell_usage *")

AGENT_STATE_NAMES = Enumeration(
    "llmspell_agent_state",
    {
        1: "idle",
        2: "ready",
        3: "running",
        4: "completed",
        5: "error",
    },
)
AGENT_STATE_NUMBERS = {
    "idle": 1,
    "ready": 2,
    "running": 3,
    "completed": 4,
    "error": 5,
}
AGENT_CHUNK_KIND_NAMES = Enumeration(
    "llmspell_agent_chunk_kind",
    {
        1: "text",
        2: "tool_call",
        3: "tool_outcome",
        4: "finish",
    },
)
AGENT_CHUNK_KIND_NUMBERS = {
    "text": 1,
    "tool_call": 2,
    "tool_outcome": 3,
    "finish": 4,
}


def read_agent_memory(c):
    value = {}
    value["max_tokens"] = c.max_tokens
    if p := c.policy:
        value["policy"] = memory_glue.MEMORY_CONVERSATION_POLICY_NAMES[p]
    if c.has_keep_tokens:
        value["keep_tokens"] = c.keep_tokens
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
        value["scope"] = memory_glue.MEMORY_SCOPE_NAMES[p]
    if p := c.owner:
        value["owner"] = string(p).decode()
    if p := c.path:
        value["path"] = string(p).decode()
    return value


def write_agent_memory(c, value):
    c.max_tokens = value["max_tokens"]
    if (v := value.get("policy")) is not None:
        c.policy = memory_glue.MEMORY_CONVERSATION_POLICY_NUMBERS[v]
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
        c.scope = memory_glue.MEMORY_SCOPE_NUMBERS[v]
    if (v := value.get("owner")) is not None:
        c.owner = new_text(v)
    if (v := value.get("path")) is not None:
        c.path = new_text(v)


def read_agent_config(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.provider:
        value["provider"] = string(p).decode()
    if p := c.model:
        value["model"] = string(p).decode()
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.system_prompt:
        value["system_prompt"] = string(p).decode()
    if c.tools.items:
        value["tools"] = plain_glue.read_string_list(c.tools)
    if c.has_temperature:
        value["temperature"] = c.temperature
    if c.has_max_tokens:
        value["max_tokens"] = c.max_tokens
    if c.has_max_steps:
        value["max_steps"] = c.max_steps
    if c.has_history_limit:
        value["history_limit"] = c.history_limit
    if p := c.memory:
        value["memory"] = read_agent_memory(p)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    return value


def write_agent_config(c, value):
    c.name = new_text(value["name"])
    c.provider = new_text(value["provider"])
    if (v := value.get("model")) is not None:
        c.model = new_text(v)
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    if (v := value.get("system_prompt")) is not None:
        c.system_prompt = new_text(v)
    if (v := value.get("tools")) is not None:
        plain_glue.write_string_list(c.tools, v)
    if "temperature" in value:
        c.has_temperature = True
        c.temperature = value["temperature"]
    if "max_tokens" in value:
        c.has_max_tokens = True
        c.max_tokens = value["max_tokens"]
    if "max_steps" in value:
        c.has_max_steps = True
        c.max_steps = value["max_steps"]
    if "history_limit" in value:
        c.has_history_limit = True
        c.history_limit = value["history_limit"]
    if (v := value.get("memory")) is not None:
        p = new(AGENT_MEMORY_TYPE)
        c.memory = p
        write_agent_memory(p, v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]


def read_agent_changes(c):
    value = {}
    if p := c.provider:
        value["provider"] = string(p).decode()
    if p := c.model:
        value["model"] = string(p).decode()
    elif c.model_is_null:
        value["model"] = None
    if p := c.description:
        value["description"] = string(p).decode()
    elif c.description_is_null:
        value["description"] = None
    if p := c.system_prompt:
        value["system_prompt"] = string(p).decode()
    elif c.system_prompt_is_null:
        value["system_prompt"] = None
    if c.tools.items:
        value["tools"] = plain_glue.read_string_list(c.tools)
    if c.has_temperature:
        value["temperature"] = None if c.temperature_is_null else c.temperature
    if c.has_max_tokens:
        value["max_tokens"] = None if c.max_tokens_is_null else c.max_tokens
    if c.has_max_steps:
        value["max_steps"] = c.max_steps
    if c.has_history_limit:
        value["history_limit"] = None if c.history_limit_is_null else c.history_limit
    if c.has_timeout_seconds:
        value["timeout_seconds"] = None if c.timeout_seconds_is_null else c.timeout_seconds
    return value


def write_agent_changes(c, value):
    if (v := value.get("provider")) is not None:
        c.provider = new_text(v)
    if "model" in value:
        if (v := value["model"]) is None:
            c.model_is_null = True
        else:
            c.model = new_text(v)
    if "description" in value:
        if (v := value["description"]) is None:
            c.description_is_null = True
        else:
            c.description = new_text(v)
    if "system_prompt" in value:
        if (v := value["system_prompt"]) is None:
            c.system_prompt_is_null = True
        else:
            c.system_prompt = new_text(v)
    if (v := value.get("tools")) is not None:
        plain_glue.write_string_list(c.tools, v)
    if "temperature" in value:
        c.has_temperature = True
        if (v := value["temperature"]) is None:
            c.temperature_is_null = True
        else:
            c.temperature = v
    if "max_tokens" in value:
        c.has_max_tokens = True
        if (v := value["max_tokens"]) is None:
            c.max_tokens_is_null = True
        else:
            c.max_tokens = v
    if "max_steps" in value:
        c.has_max_steps = True
        c.max_steps = value["max_steps"]
    if "history_limit" in value:
        c.has_history_limit = True
        if (v := value["history_limit"]) is None:
            c.history_limit_is_null = True
        else:
            c.history_limit = v
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        if (v := value["timeout_seconds"]) is None:
            c.timeout_seconds_is_null = True
        else:
            c.timeout_seconds = v


def read_agent_info(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.state:
        value["state"] = AGENT_STATE_NAMES[p]
    if p := c.provider:
        value["provider"] = string(p).decode()
    if p := c.model:
        value["model"] = string(p).decode()
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.system_prompt:
        value["system_prompt"] = string(p).decode()
    value["tools"] = plain_glue.read_string_list(c.tools)
    value["max_steps"] = c.max_steps
    value["messages"] = c.messages
    if p := c.memory:
        value["memory"] = memory_glue.read_memory_conversation_info(p)
    value["runs"] = c.runs
    if p := c.usage:
        value["usage"] = shared_glue.read_usage(p)
    if p := c.created_at:
        value["created_at"] = string(p).decode()
    if p := c.last_error:
        value["last_error"] = shared_glue.read_error_info(p)
    return value


def write_agent_info(c, value):
    c.id = new_text(value["id"])
    c.name = new_text(value["name"])
    c.state = AGENT_STATE_NUMBERS[value["state"]]
    c.provider = new_text(value["provider"])
    if (v := value.get("model")) is not None:
        c.model = new_text(v)
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    if (v := value.get("system_prompt")) is not None:
        c.system_prompt = new_text(v)
    plain_glue.write_string_list(c.tools, value["tools"])
    c.max_steps = value["max_steps"]
    c.messages = value["messages"]
    if (v := value.get("memory")) is not None:
        p = new(MEMORY_CONVERSATION_INFO_TYPE)
        c.memory = p
        memory_glue.write_memory_conversation_info(p, v)
    c.runs = value["runs"]
    p = new(USAGE_TYPE)
    c.usage = p
    shared_glue.write_usage(p, value["usage"])
    c.created_at = new_text(value["created_at"])
    if (v := value.get("last_error")) is not None:
        p = new(ERROR_INFO_TYPE)
        c.last_error = p
        shared_glue.write_error_info(p, v)


def read_agent_run_options(c):
    value = {}
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
    return value


def write_agent_run_options(c, value):
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


def read_agent_structured_options(c):
    value = {}
    if c.has_max_attempts:
        value["max_attempts"] = c.max_attempts
    if c.has_temperature:
        value["temperature"] = c.temperature
    if c.has_max_tokens:
        value["max_tokens"] = c.max_tokens
    if c.has_max_steps:
        value["max_steps"] = c.max_steps
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    return value


def write_agent_structured_options(c, value):
    if "max_attempts" in value:
        c.has_max_attempts = True
        c.max_attempts = value["max_attempts"]
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


def read_agent_tool_outcome(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.arguments_json:
        value["arguments"] = read_json(p)
    if p := c.content:
        value["content"] = string(p).decode()
    value["is_error"] = c.is_error
    return value


def write_agent_tool_outcome(c, value):
    c.id = new_text(value["id"])
    c.name = new_text(value["name"])
    c.arguments_json = new_json(value["arguments"])
    c.content = new_text(value["content"])
    c.is_error = value["is_error"]


def read_agent_run_result(c):
    value = {}
    if p := c.run_id:
        value["run_id"] = string(p).decode()
    if p := c.text:
        value["text"] = string(p).decode()
    if p := c.finish_reason:
        value["finish_reason"] = provider_glue.PROVIDER_FINISH_REASON_NAMES[p]
    value["steps"] = c.steps
    value["tool_calls"] = read_agent_tool_outcome_list(c.tool_calls)
    if p := c.usage:
        value["usage"] = shared_glue.read_usage(p)
    value["duration_ms"] = c.duration_ms
    return value


def write_agent_run_result(c, value):
    c.run_id = new_text(value["run_id"])
    c.text = new_text(value["text"])
    c.finish_reason = provider_glue.PROVIDER_FINISH_REASON_NUMBERS[value["finish_reason"]]
    c.steps = value["steps"]
    write_agent_tool_outcome_list(c.tool_calls, value["tool_calls"])
    p = new(USAGE_TYPE)
    c.usage = p
    shared_glue.write_usage(p, value["usage"])
    c.duration_ms = value["duration_ms"]


def read_agent_structured_result(c):
    value = {}
    if p := c.run_id:
        value["run_id"] = string(p).decode()
    if p := c.value_json:
        value["value"] = read_json(p)
    if p := c.text:
        value["text"] = string(p).decode()
    value["attempts"] = c.attempts
    value["steps"] = c.steps
    value["tool_calls"] = read_agent_tool_outcome_list(c.tool_calls)
    if p := c.usage:
        value["usage"] = shared_glue.read_usage(p)
    value["duration_ms"] = c.duration_ms
    return value


def write_agent_structured_result(c, value):
    c.run_id = new_text(value["run_id"])
    c.value_json = new_json(value["value"])
    c.text = new_text(value["text"])
    c.attempts = value["attempts"]
    c.steps = value["steps"]
    write_agent_tool_outcome_list(c.tool_calls, value["tool_calls"])
    p = new(USAGE_TYPE)
    c.usage = p
    shared_glue.write_usage(p, value["usage"])
    c.duration_ms = value["duration_ms"]


def read_agent_run_chunk(c):
    value = {}
    if p := c.kind:
        value["kind"] = AGENT_CHUNK_KIND_NAMES[p]
    if p := c.text:
        value["text"] = string(p).decode()
    if p := c.tool_call:
        value["tool_call"] = shared_glue.read_tool_call(p)
    if p := c.tool_outcome:
        value["tool_outcome"] = read_agent_tool_outcome(p)
    if p := c.result:
        value["result"] = read_agent_run_result(p)
    return value


def write_agent_run_chunk(c, value):
    c.kind = AGENT_CHUNK_KIND_NUMBERS[value["kind"]]
    if (v := value.get("text")) is not None:
        c.text = new_text(v)
    if (v := value.get("tool_call")) is not None:
        p = new(TOOL_CALL_TYPE)
        c.tool_call = p
        shared_glue.write_tool_call(p, v)
    if (v := value.get("tool_outcome")) is not None:
        p = new(AGENT_TOOL_OUTCOME_TYPE)
        c.tool_outcome = p
        write_agent_tool_outcome(p, v)
    if (v := value.get("result")) is not None:
        p = new(AGENT_RUN_RESULT_TYPE)
        c.result = p
        write_agent_run_result(p, v)


def read_agent_tool_settings(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.description:
        value["description"] = string(p).decode()
    return value


def write_agent_tool_settings(c, value):
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("description")) is not None:
        c.description = new_text(v)


def read_agent_started(c):
    value = {}
    if p := c.run_id:
        value["run_id"] = string(p).decode()
    if p := c.agent:
        value["agent"] = string(p).decode()
    if p := c.agent_id:
        value["agent_id"] = string(p).decode()
    if p := c.provider:
        value["provider"] = string(p).decode()
    if p := c.model:
        value["model"] = string(p).decode()
    if p := c.input:
        value["input"] = string(p).decode()
    return value


def write_agent_started(c, value):
    c.run_id = new_text(value["run_id"])
    c.agent = new_text(value["agent"])
    c.agent_id = new_text(value["agent_id"])
    c.provider = new_text(value["provider"])
    c.model = new_text(value["model"])
    c.input = new_text(value["input"])


def read_agent_completed(c):
    value = {}
    if p := c.run_id:
        value["run_id"] = string(p).decode()
    if p := c.agent:
        value["agent"] = string(p).decode()
    if p := c.agent_id:
        value["agent_id"] = string(p).decode()
    if p := c.text:
        value["text"] = string(p).decode()
    value["steps"] = c.steps
    value["tool_calls"] = c.tool_calls
    if p := c.usage:
        value["usage"] = shared_glue.read_usage(p)
    value["duration_ms"] = c.duration_ms
    return value


def write_agent_completed(c, value):
    c.run_id = new_text(value["run_id"])
    c.agent = new_text(value["agent"])
    c.agent_id = new_text(value["agent_id"])
    c.text = new_text(value["text"])
    c.steps = value["steps"]
    c.tool_calls = value["tool_calls"]
    p = new(USAGE_TYPE)
    c.usage = p
    shared_glue.write_usage(p, value["usage"])
    c.duration_ms = value["duration_ms"]


def read_agent_failed(c):
    value = {}
    if p := c.run_id:
        value["run_id"] = string(p).decode()
    if p := c.agent:
        value["agent"] = string(p).decode()
    if p := c.agent_id:
        value["agent_id"] = string(p).decode()
    value["steps"] = c.steps
    value["duration_ms"] = c.duration_ms
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_agent_failed(c, value):
    c.run_id = new_text(value["run_id"])
    c.agent = new_text(value["agent"])
    c.agent_id = new_text(value["agent_id"])
    c.steps = value["steps"]
    c.duration_ms = value["duration_ms"]
    p = new(ERROR_INFO_TYPE)
    c.error = p
    shared_glue.write_error_info(p, value["error"])


def read_agent_handed_off(c):
    value = {}
    if p := c.agent:
        value["agent"] = string(p).decode()
    if p := c.agent_id:
        value["agent_id"] = string(p).decode()
    if p := c.target:
        value["target"] = string(p).decode()
    if p := c.target_id:
        value["target_id"] = string(p).decode()
    value["messages"] = c.messages
    return value


def write_agent_handed_off(c, value):
    c.agent = new_text(value["agent"])
    c.agent_id = new_text(value["agent_id"])
    c.target = new_text(value["target"])
    c.target_id = new_text(value["target_id"])
    c.messages = value["messages"]


def read_agent_tool_outcome_list(c):
    return [read_agent_tool_outcome(p) for p in entries(c.items, c.count)]


def write_agent_tool_outcome_list(c, value):
    items = new(AGENT_TOOL_OUTCOME_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_agent_tool_outcome(items[i], v)


def read_message_list(c):
    return [shared_glue.read_message(p) for p in entries(c.items, c.count)]


def write_message_list(c, value):
    items = new(MESSAGE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        shared_glue.write_message(items[i], v)


def read_agent_info_list(c):
    return [read_agent_info(p) for p in entries(c.items, c.count)]


def write_agent_info_list(c, value):
    items = new(AGENT_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_agent_info(items[i], v)


@export
def llmspell_py_agent_create(session, config, result):
    arguments = {}
    if p := config:
        arguments["config"] = read_agent_config(p)
    value = SESSIONS[session].ask("agent.create", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_agent_destroy(session, agent):
    SESSIONS[session].trusted["agent.destroy"](string(agent).decode() if agent else None)
    return OK


@export
def llmspell_py_agent_run(session, agent, input, options, result):
    arguments = {}
    if agent:
        arguments["agent"] = string(agent).decode()
    if p := input:
        arguments["input"] = string(p).decode()
    if p := options:
        arguments["options"] = read_agent_run_options(p)
    value = SESSIONS[session].ask("agent.run", arguments)
    write_agent_run_result(result, value)
    return OK


@export
def llmspell_py_agent_run_structured(session, agent, input, schema_json, options, result):
    arguments = {}
    if agent:
        arguments["agent"] = string(agent).decode()
    if p := input:
        arguments["input"] = string(p).decode()
    if p := schema_json:
        arguments["schema"] = read_json(p)
    if p := options:
        arguments["options"] = read_agent_structured_options(p)
    value = SESSIONS[session].ask("agent.run_structured", arguments)
    write_agent_structured_result(result, value)
    return OK


@export
def llmspell_py_agent_stream(session, agent, input, options, stream):
    arguments = {}
    if agent:
        arguments["agent"] = string(agent).decode()
    if p := input:
        arguments["input"] = string(p).decode()
    if p := options:
        arguments["options"] = read_agent_run_options(p)
    stream[0] = new_text(SESSIONS[session].call("agent.stream", arguments))
    return OK


@export
def llmspell_py_agent_stream_next(session, stream, item):
    value = SESSIONS[session].next(text(stream))
    if value is END:
        return END_STATUS
    write_agent_run_chunk(item, value)
    return OK


@export
def llmspell_py_agent_configure(session, agent, changes, result):
    arguments = {}
    if agent:
        arguments["agent"] = string(agent).decode()
    if p := changes:
        arguments["changes"] = read_agent_changes(p)
    value = SESSIONS[session].ask("agent.configure", arguments)
    write_agent_info(result, value)
    return OK


@export
def llmspell_py_agent_use_conversation(session, agent, conversation):
    SESSIONS[session].trusted["agent.use_conversation"](
        string(agent).decode() if agent else None, string(conversation).decode() if conversation else None
    )
    return OK


@export
def llmspell_py_agent_get_state(session, agent, result):
    value = SESSIONS[session].trusted["agent.get_state"](string(agent).decode() if agent else None)
    result[0] = AGENT_STATE_NUMBERS[value]
    return OK


@export
def llmspell_py_agent_get_info(session, agent, result):
    value = SESSIONS[session].trusted["agent.get_info"](string(agent).decode() if agent else None)
    write_agent_info(result, value)
    return OK


@export
def llmspell_py_agent_get_messages(session, agent, result):
    value = SESSIONS[session].trusted["agent.get_messages"](string(agent).decode() if agent else None)
    write_message_list(result, value)
    return OK


@export
def llmspell_py_agent_list(session, result):
    value = SESSIONS[session].trusted["agent.list"]()
    write_agent_info_list(result, value)
    return OK


@export
def llmspell_py_agent_reset(session, agent):
    SESSIONS[session].trusted["agent.reset"](string(agent).decode() if agent else None)
    return OK


@export
def llmspell_py_agent_handoff(session, agent, target, input, options, result):
    arguments = {}
    if agent:
        arguments["agent"] = string(agent).decode()
    if target:
        arguments["target"] = string(target).decode()
    if p := input:
        arguments["input"] = string(p).decode()
    if p := options:
        arguments["options"] = read_agent_run_options(p)
    value = SESSIONS[session].ask("agent.handoff", arguments)
    write_agent_run_result(result, value)
    return OK


@export
def llmspell_py_agent_as_tool(session, agent, settings, result):
    arguments = {}
    if agent:
        arguments["agent"] = string(agent).decode()
    if p := settings:
        arguments["settings"] = read_agent_tool_settings(p)
    value = SESSIONS[session].ask("agent.as_tool", arguments)
    tool_glue.write_tool_description(result, value)
    return OK
