"""Where the answers come from; connections to language models. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

import llmspell_glue._plain as plain_glue
import llmspell_glue.shared as shared_glue
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

ERROR_INFO_TYPE = typeof("llmspell_error_info *")
MESSAGE_TYPE = typeof("llmspell_message *")
PROVIDER_CAPABILITY_TYPE = typeof("llmspell_provider_capability *")
PROVIDER_CHAT_RESULT_TYPE = typeof("llmspell_provider_chat_result *")
PROVIDER_DISCOVERED_PROVIDER_TYPE = typeof("llmspell_provider_discovered_provider *")
PROVIDER_EMBEDDING_TYPE = typeof("llmspell_provider_embedding *")
PROVIDER_INFO_TYPE = typeof("llmspell_provider_info *")
PROVIDER_MODEL_INFO_TYPE = typeof("llmspell_provider_model_info *")
PROVIDER_SCRIPTED_FAILURE_TYPE = typeof("llmspell_provider_scripted_failure *")
PROVIDER_SCRIPTED_TOOL_CALL_TYPE = typeof("llmspell_provider_scripted_tool_call *")
PROVIDER_SCRIPT_EXPECTATION_TYPE = typeof("llmspell_provider_script_expectation *")
PROVIDER_SCRIPT_STEP_TYPE = typeof("llmspell_provider_script_step *")
PROVIDER_TYPE_TYPE = typeof("llmspell_provider_type *")
TOOL_CALL_TYPE = typeof("llmspell_tool_call *")
TOOL_SPEC_TYPE = typeof("llmspell_tool_spec *")
USAGE_TYPE = typeof("llmspell_usage *")

PROVIDER_TYPE_NAMES = Enumeration(
    "llmspell_provider_type",
    {
        1: "openai",
        2: "anthropic",
        3: "cohere",
        4: "ollama",
        5: "local",
        6: "scripted",
    },
)
PROVIDER_TYPE_NUMBERS = {
    "openai": 1,
    "anthropic": 2,
    "cohere": 3,
    "ollama": 4,
    "local": 5,
    "scripted": 6,
}
PROVIDER_STATUS_NAMES = Enumeration(
    "llmspell_provider_status",
    {
        1: "active",
        2: "inactive",
        3: "error",
        4: "initializing",
    },
)
PROVIDER_STATUS_NUMBERS = {
    "active": 1,
    "inactive": 2,
    "error": 3,
    "initializing": 4,
}
PROVIDER_CAPABILITY_NAMES = Enumeration(
    "llmspell_provider_capability",
    {
        1: "streaming",
        2: "function_calling",
        3: "vision",
        4: "embeddings",
    },
)
PROVIDER_CAPABILITY_NUMBERS = {
    "streaming": 1,
    "function_calling": 2,
    "vision": 3,
    "embeddings": 4,
}
PROVIDER_FINISH_REASON_NAMES = Enumeration(
    "llmspell_provider_finish_reason",
    {
        1: "stop",
        2: "length",
        3: "tool_calls",
        4: "content_filter",
        5: "other",
    },
)
PROVIDER_FINISH_REASON_NUMBERS = {
    "stop": 1,
    "length": 2,
    "tool_calls": 3,
    "content_filter": 4,
    "other": 5,
}
PROVIDER_CHUNK_KIND_NAMES = Enumeration(
    "llmspell_provider_chunk_kind",
    {
        1: "text",
        2: "tool_call",
        3: "finish",
    },
)
PROVIDER_CHUNK_KIND_NUMBERS = {
    "text": 1,
    "tool_call": 2,
    "finish": 3,
}
PROVIDER_COUNT_METHOD_NAMES = Enumeration(
    "llmspell_provider_count_method",
    {
        1: "estimate",
        2: "provider",
    },
)
PROVIDER_COUNT_METHOD_NUMBERS = {
    "estimate": 1,
    "provider": 2,
}


def read_provider_scripted_tool_call(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.arguments_json:
        value["arguments"] = read_json(p)
    return value


def write_provider_scripted_tool_call(c, value):
    if (v := value.get("id")) is not None:
        c.id = new_text(v)
    c.name = new_text(value["name"])
    if "arguments" in value:
        c.arguments_json = new_json(value["arguments"])


def read_provider_embedding(c):
    value = {}
    value["vector"] = plain_glue.read_double_list(c.vector)
    return value


def write_provider_embedding(c, value):
    plain_glue.write_double_list(c.vector, value["vector"])


def read_provider_scripted_failure(c):
    value = {}
    value["http_status"] = c.http_status
    if p := c.message:
        value["message"] = string(p).decode()
    if c.has_retry_after_seconds:
        value["retry_after_seconds"] = c.retry_after_seconds
    return value


def write_provider_scripted_failure(c, value):
    c.http_status = value["http_status"]
    c.message = new_text(value["message"])
    if "retry_after_seconds" in value:
        c.has_retry_after_seconds = True
        c.retry_after_seconds = value["retry_after_seconds"]


def read_provider_script_expectation(c):
    value = {}
    if p := c.last_message:
        value["last_message"] = string(p).decode()
    if p := c.system_prompt:
        value["system_prompt"] = string(p).decode()
    if c.has_messages:
        value["messages"] = c.messages
    if c.tools.items:
        value["tools"] = plain_glue.read_string_list(c.tools)
    if p := c.model:
        value["model"] = string(p).decode()
    return value


def write_provider_script_expectation(c, value):
    if (v := value.get("last_message")) is not None:
        c.last_message = new_text(v)
    if (v := value.get("system_prompt")) is not None:
        c.system_prompt = new_text(v)
    if "messages" in value:
        c.has_messages = True
        c.messages = value["messages"]
    if (v := value.get("tools")) is not None:
        plain_glue.write_string_list(c.tools, v)
    if (v := value.get("model")) is not None:
        c.model = new_text(v)


def read_provider_script_step(c):
    value = {}
    if p := c.text:
        value["text"] = string(p).decode()
    if c.chunks.items:
        value["chunks"] = plain_glue.read_string_list(c.chunks)
    if c.tool_calls.items:
        value["tool_calls"] = read_provider_scripted_tool_call_list(c.tool_calls)
    if c.embeddings.items:
        value["embeddings"] = read_provider_embedding_list(c.embeddings)
    if p := c.error:
        value["error"] = read_provider_scripted_failure(p)
    if p := c.usage:
        value["usage"] = shared_glue.read_usage(p)
    if p := c.finish_reason:
        value["finish_reason"] = PROVIDER_FINISH_REASON_NAMES[p]
    if p := c.expect:
        value["expect"] = read_provider_script_expectation(p)
    if c.has_delay_seconds:
        value["delay_seconds"] = c.delay_seconds
    return value


def write_provider_script_step(c, value):
    if (v := value.get("text")) is not None:
        c.text = new_text(v)
    if (v := value.get("chunks")) is not None:
        plain_glue.write_string_list(c.chunks, v)
    if (v := value.get("tool_calls")) is not None:
        write_provider_scripted_tool_call_list(c.tool_calls, v)
    if (v := value.get("embeddings")) is not None:
        write_provider_embedding_list(c.embeddings, v)
    if (v := value.get("error")) is not None:
        p = new(PROVIDER_SCRIPTED_FAILURE_TYPE)
        c.error = p
        write_provider_scripted_failure(p, v)
    if (v := value.get("usage")) is not None:
        p = new(USAGE_TYPE)
        c.usage = p
        shared_glue.write_usage(p, v)
    if (v := value.get("finish_reason")) is not None:
        c.finish_reason = PROVIDER_FINISH_REASON_NUMBERS[v]
    if (v := value.get("expect")) is not None:
        p = new(PROVIDER_SCRIPT_EXPECTATION_TYPE)
        c.expect = p
        write_provider_script_expectation(p, v)
    if "delay_seconds" in value:
        c.has_delay_seconds = True
        c.delay_seconds = value["delay_seconds"]


def read_provider_config(c):
    value = {}
    if p := c.type:
        value["type"] = PROVIDER_TYPE_NAMES[p]
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.base_url:
        value["base_url"] = string(p).decode()
    if p := c.api_key:
        value["api_key"] = string(p).decode()
    if p := c.model:
        value["model"] = string(p).decode()
    if c.headers.entries:
        value["headers"] = plain_glue.read_string_map(c.headers)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if c.has_max_retries:
        value["max_retries"] = c.max_retries
    if c.has_max_connections:
        value["max_connections"] = c.max_connections
    if c.script.items:
        value["script"] = read_provider_script_step_list(c.script)
    return value


def write_provider_config(c, value):
    c.type = PROVIDER_TYPE_NUMBERS[value["type"]]
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("base_url")) is not None:
        c.base_url = new_text(v)
    if (v := value.get("api_key")) is not None:
        c.api_key = new_text(v)
    if (v := value.get("model")) is not None:
        c.model = new_text(v)
    if (v := value.get("headers")) is not None:
        plain_glue.write_string_map(c.headers, v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if "max_retries" in value:
        c.has_max_retries = True
        c.max_retries = value["max_retries"]
    if "max_connections" in value:
        c.has_max_connections = True
        c.max_connections = value["max_connections"]
    if (v := value.get("script")) is not None:
        write_provider_script_step_list(c.script, v)


def read_provider_changes(c):
    value = {}
    if p := c.base_url:
        value["base_url"] = string(p).decode()
    if p := c.api_key:
        value["api_key"] = string(p).decode()
    elif c.api_key_is_null:
        value["api_key"] = None
    if p := c.model:
        value["model"] = string(p).decode()
    elif c.model_is_null:
        value["model"] = None
    if c.headers.entries:
        value["headers"] = plain_glue.read_string_map(c.headers)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if c.has_max_retries:
        value["max_retries"] = c.max_retries
    if c.script.items:
        value["script"] = read_provider_script_step_list(c.script)
    return value


def write_provider_changes(c, value):
    if (v := value.get("base_url")) is not None:
        c.base_url = new_text(v)
    if "api_key" in value:
        if (v := value["api_key"]) is None:
            c.api_key_is_null = True
        else:
            c.api_key = new_text(v)
    if "model" in value:
        if (v := value["model"]) is None:
            c.model_is_null = True
        else:
            c.model = new_text(v)
    if (v := value.get("headers")) is not None:
        plain_glue.write_string_map(c.headers, v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if "max_retries" in value:
        c.has_max_retries = True
        c.max_retries = value["max_retries"]
    if (v := value.get("script")) is not None:
        write_provider_script_step_list(c.script, v)


def read_provider_info(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.type:
        value["type"] = PROVIDER_TYPE_NAMES[p]
    if p := c.status:
        value["status"] = PROVIDER_STATUS_NAMES[p]
    value["capabilities"] = read_provider_capability_list(c.capabilities)
    if p := c.base_url:
        value["base_url"] = string(p).decode()
    if p := c.model:
        value["model"] = string(p).decode()
    value["has_api_key"] = c.has_api_key
    value["requests"] = c.requests
    if p := c.usage:
        value["usage"] = shared_glue.read_usage(p)
    if c.has_script_steps:
        value["script_steps"] = c.script_steps
    if c.has_script_used:
        value["script_used"] = c.script_used
    if p := c.last_error:
        value["last_error"] = shared_glue.read_error_info(p)
    return value


def write_provider_info(c, value):
    c.id = new_text(value["id"])
    c.name = new_text(value["name"])
    c.type = PROVIDER_TYPE_NUMBERS[value["type"]]
    c.status = PROVIDER_STATUS_NUMBERS[value["status"]]
    write_provider_capability_list(c.capabilities, value["capabilities"])
    if (v := value.get("base_url")) is not None:
        c.base_url = new_text(v)
    if (v := value.get("model")) is not None:
        c.model = new_text(v)
    c.has_api_key = value["has_api_key"]
    c.requests = value["requests"]
    p = new(USAGE_TYPE)
    c.usage = p
    shared_glue.write_usage(p, value["usage"])
    if "script_steps" in value:
        c.has_script_steps = True
        c.script_steps = value["script_steps"]
    if "script_used" in value:
        c.has_script_used = True
        c.script_used = value["script_used"]
    if (v := value.get("last_error")) is not None:
        p = new(ERROR_INFO_TYPE)
        c.last_error = p
        shared_glue.write_error_info(p, v)


def read_provider_chat_options(c):
    value = {}
    if p := c.model:
        value["model"] = string(p).decode()
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
    if c.tools.items:
        value["tools"] = read_tool_spec_list(c.tools)
    if p := c.tool_choice:
        value["tool_choice"] = string(p).decode()
    if p := c.response_schema_json:
        value["response_schema"] = read_json(p)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    if p := c.extra_json:
        value["extra"] = read_json(p)
    return value


def write_provider_chat_options(c, value):
    if (v := value.get("model")) is not None:
        c.model = new_text(v)
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
    if (v := value.get("tools")) is not None:
        write_tool_spec_list(c.tools, v)
    if (v := value.get("tool_choice")) is not None:
        c.tool_choice = new_text(v)
    if "response_schema" in value:
        c.response_schema_json = new_json(value["response_schema"])
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]
    if "extra" in value:
        c.extra_json = new_json(value["extra"])


def read_provider_chat_result(c):
    value = {}
    if p := c.text:
        value["text"] = string(p).decode()
    if p := c.message:
        value["message"] = shared_glue.read_message(p)
    if p := c.finish_reason:
        value["finish_reason"] = PROVIDER_FINISH_REASON_NAMES[p]
    if p := c.usage:
        value["usage"] = shared_glue.read_usage(p)
    if p := c.model:
        value["model"] = string(p).decode()
    return value


def write_provider_chat_result(c, value):
    c.text = new_text(value["text"])
    p = new(MESSAGE_TYPE)
    c.message = p
    shared_glue.write_message(p, value["message"])
    c.finish_reason = PROVIDER_FINISH_REASON_NUMBERS[value["finish_reason"]]
    p = new(USAGE_TYPE)
    c.usage = p
    shared_glue.write_usage(p, value["usage"])
    c.model = new_text(value["model"])


def read_provider_chat_chunk(c):
    value = {}
    if p := c.kind:
        value["kind"] = PROVIDER_CHUNK_KIND_NAMES[p]
    if p := c.text:
        value["text"] = string(p).decode()
    if p := c.tool_call:
        value["tool_call"] = shared_glue.read_tool_call(p)
    if p := c.result:
        value["result"] = read_provider_chat_result(p)
    return value


def write_provider_chat_chunk(c, value):
    c.kind = PROVIDER_CHUNK_KIND_NUMBERS[value["kind"]]
    if (v := value.get("text")) is not None:
        c.text = new_text(v)
    if (v := value.get("tool_call")) is not None:
        p = new(TOOL_CALL_TYPE)
        c.tool_call = p
        shared_glue.write_tool_call(p, v)
    if (v := value.get("result")) is not None:
        p = new(PROVIDER_CHAT_RESULT_TYPE)
        c.result = p
        write_provider_chat_result(p, v)


def read_provider_model_info(c):
    value = {}
    if p := c.id:
        value["id"] = string(p).decode()
    if p := c.owner:
        value["owner"] = string(p).decode()
    if p := c.family:
        value["family"] = string(p).decode()
    if c.has_size_bytes:
        value["size_bytes"] = c.size_bytes
    if p := c.created_at:
        value["created_at"] = string(p).decode()
    return value


def write_provider_model_info(c, value):
    c.id = new_text(value["id"])
    if (v := value.get("owner")) is not None:
        c.owner = new_text(v)
    if (v := value.get("family")) is not None:
        c.family = new_text(v)
    if "size_bytes" in value:
        c.has_size_bytes = True
        c.size_bytes = value["size_bytes"]
    if (v := value.get("created_at")) is not None:
        c.created_at = new_text(v)


def read_provider_embedding_result(c):
    value = {}
    value["embeddings"] = read_provider_embedding_list(c.embeddings)
    if p := c.usage:
        value["usage"] = shared_glue.read_usage(p)
    if p := c.model:
        value["model"] = string(p).decode()
    return value


def write_provider_embedding_result(c, value):
    write_provider_embedding_list(c.embeddings, value["embeddings"])
    p = new(USAGE_TYPE)
    c.usage = p
    shared_glue.write_usage(p, value["usage"])
    c.model = new_text(value["model"])


def read_provider_token_count(c):
    value = {}
    value["tokens"] = c.tokens
    if p := c.method:
        value["method"] = PROVIDER_COUNT_METHOD_NAMES[p]
    if p := c.model:
        value["model"] = string(p).decode()
    return value


def write_provider_token_count(c, value):
    c.tokens = value["tokens"]
    c.method = PROVIDER_COUNT_METHOD_NUMBERS[value["method"]]
    if (v := value.get("model")) is not None:
        c.model = new_text(v)


def read_provider_discovered_provider(c):
    value = {}
    if p := c.type:
        value["type"] = PROVIDER_TYPE_NAMES[p]
    if p := c.source:
        value["source"] = string(p).decode()
    value["configured"] = c.configured
    value["reachable"] = c.reachable
    if p := c.base_url:
        value["base_url"] = string(p).decode()
    value["models"] = plain_glue.read_string_list(c.models)
    if p := c.problem:
        value["problem"] = string(p).decode()
    return value


def write_provider_discovered_provider(c, value):
    c.type = PROVIDER_TYPE_NUMBERS[value["type"]]
    c.source = new_text(value["source"])
    c.configured = value["configured"]
    c.reachable = value["reachable"]
    if (v := value.get("base_url")) is not None:
        c.base_url = new_text(v)
    plain_glue.write_string_list(c.models, value["models"])
    if (v := value.get("problem")) is not None:
        c.problem = new_text(v)


def read_provider_requested(c):
    value = {}
    if p := c.request_id:
        value["request_id"] = string(p).decode()
    if p := c.provider:
        value["provider"] = string(p).decode()
    if p := c.provider_id:
        value["provider_id"] = string(p).decode()
    if p := c.model:
        value["model"] = string(p).decode()
    value["messages"] = c.messages
    value["tools"] = c.tools
    value["streaming"] = c.streaming
    return value


def write_provider_requested(c, value):
    c.request_id = new_text(value["request_id"])
    c.provider = new_text(value["provider"])
    c.provider_id = new_text(value["provider_id"])
    c.model = new_text(value["model"])
    c.messages = value["messages"]
    c.tools = value["tools"]
    c.streaming = value["streaming"]


def read_provider_responded(c):
    value = {}
    if p := c.request_id:
        value["request_id"] = string(p).decode()
    if p := c.provider:
        value["provider"] = string(p).decode()
    if p := c.provider_id:
        value["provider_id"] = string(p).decode()
    if p := c.model:
        value["model"] = string(p).decode()
    if p := c.finish_reason:
        value["finish_reason"] = PROVIDER_FINISH_REASON_NAMES[p]
    if p := c.usage:
        value["usage"] = shared_glue.read_usage(p)
    value["attempts"] = c.attempts
    value["duration_ms"] = c.duration_ms
    return value


def write_provider_responded(c, value):
    c.request_id = new_text(value["request_id"])
    c.provider = new_text(value["provider"])
    c.provider_id = new_text(value["provider_id"])
    c.model = new_text(value["model"])
    c.finish_reason = PROVIDER_FINISH_REASON_NUMBERS[value["finish_reason"]]
    p = new(USAGE_TYPE)
    c.usage = p
    shared_glue.write_usage(p, value["usage"])
    c.attempts = value["attempts"]
    c.duration_ms = value["duration_ms"]


def read_provider_retried(c):
    value = {}
    if p := c.request_id:
        value["request_id"] = string(p).decode()
    if p := c.provider:
        value["provider"] = string(p).decode()
    if p := c.provider_id:
        value["provider_id"] = string(p).decode()
    value["attempt"] = c.attempt
    value["wait_seconds"] = c.wait_seconds
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_provider_retried(c, value):
    c.request_id = new_text(value["request_id"])
    c.provider = new_text(value["provider"])
    c.provider_id = new_text(value["provider_id"])
    c.attempt = value["attempt"]
    c.wait_seconds = value["wait_seconds"]
    p = new(ERROR_INFO_TYPE)
    c.error = p
    shared_glue.write_error_info(p, value["error"])


def read_provider_failed(c):
    value = {}
    if p := c.request_id:
        value["request_id"] = string(p).decode()
    if p := c.provider:
        value["provider"] = string(p).decode()
    if p := c.provider_id:
        value["provider_id"] = string(p).decode()
    value["attempts"] = c.attempts
    value["duration_ms"] = c.duration_ms
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_provider_failed(c, value):
    c.request_id = new_text(value["request_id"])
    c.provider = new_text(value["provider"])
    c.provider_id = new_text(value["provider_id"])
    c.attempts = value["attempts"]
    c.duration_ms = value["duration_ms"]
    p = new(ERROR_INFO_TYPE)
    c.error = p
    shared_glue.write_error_info(p, value["error"])


def read_provider_scripted_tool_call_list(c):
    return [read_provider_scripted_tool_call(p) for p in entries(c.items, c.count)]


def write_provider_scripted_tool_call_list(c, value):
    items = new(PROVIDER_SCRIPTED_TOOL_CALL_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_provider_scripted_tool_call(items[i], v)


def read_provider_embedding_list(c):
    return [read_provider_embedding(p) for p in entries(c.items, c.count)]


def write_provider_embedding_list(c, value):
    items = new(PROVIDER_EMBEDDING_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_provider_embedding(items[i], v)


def read_provider_script_step_list(c):
    return [read_provider_script_step(p) for p in entries(c.items, c.count)]


def write_provider_script_step_list(c, value):
    items = new(PROVIDER_SCRIPT_STEP_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_provider_script_step(items[i], v)


def read_provider_capability_list(c):
    return [PROVIDER_CAPABILITY_NAMES[p] for p in entries(c.items, c.count)]


def write_provider_capability_list(c, value):
    items = new(PROVIDER_CAPABILITY_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        items[i] = PROVIDER_CAPABILITY_NUMBERS[v]


def read_tool_spec_list(c):
    return [shared_glue.read_tool_spec(p) for p in entries(c.items, c.count)]


def write_tool_spec_list(c, value):
    items = new(TOOL_SPEC_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        shared_glue.write_tool_spec(items[i], v)


def read_provider_info_list(c):
    return [read_provider_info(p) for p in entries(c.items, c.count)]


def write_provider_info_list(c, value):
    items = new(PROVIDER_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_provider_info(items[i], v)


def read_provider_type_list(c):
    return [PROVIDER_TYPE_NAMES[p] for p in entries(c.items, c.count)]


def write_provider_type_list(c, value):
    items = new(PROVIDER_TYPE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        items[i] = PROVIDER_TYPE_NUMBERS[v]


def read_provider_discovered_provider_list(c):
    return [read_provider_discovered_provider(p) for p in entries(c.items, c.count)]


def write_provider_discovered_provider_list(c, value):
    items = new(PROVIDER_DISCOVERED_PROVIDER_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_provider_discovered_provider(items[i], v)


def read_message_list(c):
    return [shared_glue.read_message(p) for p in entries(c.items, c.count)]


def write_message_list(c, value):
    items = new(MESSAGE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        shared_glue.write_message(items[i], v)


def read_provider_model_info_list(c):
    return [read_provider_model_info(p) for p in entries(c.items, c.count)]


def write_provider_model_info_list(c, value):
    items = new(PROVIDER_MODEL_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_provider_model_info(items[i], v)


@export
def llmspell_py_provider_create(session, config, result):
    arguments = {}
    if p := config:
        arguments["config"] = read_provider_config(p)
    value = SESSIONS[session].ask("provider.create", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_provider_destroy(session, provider):
    arguments = {}
    if provider:
        arguments["provider"] = string(provider).decode()
    SESSIONS[session].ask("provider.destroy", arguments)
    return OK


@export
def llmspell_py_provider_configure(session, provider, changes, result):
    arguments = {}
    if provider:
        arguments["provider"] = string(provider).decode()
    if p := changes:
        arguments["changes"] = read_provider_changes(p)
    value = SESSIONS[session].ask("provider.configure", arguments)
    write_provider_info(result, value)
    return OK


@export
def llmspell_py_provider_list(session, result):
    value = SESSIONS[session].trusted["provider.list"]()
    write_provider_info_list(result, value)
    return OK


@export
def llmspell_py_provider_get(session, name, result):
    value = SESSIONS[session].trusted["provider.get"](string(name).decode() if name else None)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_provider_get_info(session, provider, result):
    value = SESSIONS[session].trusted["provider.get_info"](string(provider).decode() if provider else None)
    write_provider_info(result, value)
    return OK


@export
def llmspell_py_provider_discover(session, types, result):
    arguments = {}
    if p := types:
        arguments["types"] = read_provider_type_list(p)
    value = SESSIONS[session].ask("provider.discover", arguments)
    write_provider_discovered_provider_list(result, value)
    return OK


@export
def llmspell_py_provider_chat(session, provider, messages, options, result):
    arguments = {}
    if provider:
        arguments["provider"] = string(provider).decode()
    if p := messages:
        arguments["messages"] = read_message_list(p)
    if p := options:
        arguments["options"] = read_provider_chat_options(p)
    value = SESSIONS[session].ask("provider.chat", arguments)
    write_provider_chat_result(result, value)
    return OK


@export
def llmspell_py_provider_stream(session, provider, messages, options, stream):
    arguments = {}
    if provider:
        arguments["provider"] = string(provider).decode()
    if p := messages:
        arguments["messages"] = read_message_list(p)
    if p := options:
        arguments["options"] = read_provider_chat_options(p)
    stream[0] = new_text(SESSIONS[session].call("provider.stream", arguments))
    return OK


@export
def llmspell_py_provider_stream_next(session, stream, item):
    value = SESSIONS[session].next(text(stream))
    if value is END:
        return END_STATUS
    write_provider_chat_chunk(item, value)
    return OK


@export
def llmspell_py_provider_embed(session, provider, texts, model, result):
    arguments = {}
    if provider:
        arguments["provider"] = string(provider).decode()
    if p := texts:
        arguments["texts"] = plain_glue.read_string_list(p)
    if p := model:
        arguments["model"] = string(p).decode()
    value = SESSIONS[session].ask("provider.embed", arguments)
    write_provider_embedding_result(result, value)
    return OK


@export
def llmspell_py_provider_get_models(session, provider, result):
    arguments = {}
    if provider:
        arguments["provider"] = string(provider).decode()
    value = SESSIONS[session].ask("provider.get_models", arguments)
    write_provider_model_info_list(result, value)
    return OK


@export
def llmspell_py_provider_count_tokens(session, provider, text_, model, result):
    arguments = {}
    if provider:
        arguments["provider"] = string(provider).decode()
    if p := text_:
        arguments["text"] = string(p).decode()
    if p := model:
        arguments["model"] = string(p).decode()
    value = SESSIONS[session].ask("provider.count_tokens", arguments)
    write_provider_token_count(result, value)
    return OK
