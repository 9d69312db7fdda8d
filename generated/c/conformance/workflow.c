/* Every example of workflow, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_workflow_run_result(json *out, const llmspell_workflow_run_result *value);
static const char *name_of_workflow_status(llmspell_workflow_status value);
static void put_workflow_step_outcome_list(json *out, const llmspell_workflow_step_outcome_list *value);
static void put_workflow_step_outcome(json *out, const llmspell_workflow_step_outcome *value);
static const char *name_of_workflow_kind(llmspell_workflow_kind value);
static const char *name_of_workflow_step_status(llmspell_workflow_step_status value);
static void put_error_info(json *out, const llmspell_error_info *value);
static void put_workflow_info_list(json *out, const llmspell_workflow_info_list *value);
static void put_workflow_info(json *out, const llmspell_workflow_info *value);
static const char *name_of_workflow_pattern(llmspell_workflow_pattern value);
static void put_workflow_definition(json *out, const llmspell_workflow_definition *value);
static void put_workflow_step_list(json *out, const llmspell_workflow_step_list *value);
static void put_workflow_step(json *out, const llmspell_workflow_step *value);
static void put_workflow_tool_step(json *out, const llmspell_workflow_tool_step *value);
static void put_string_list(json *out, const llmspell_string_list *value);
static void put_workflow_retry(json *out, const llmspell_workflow_retry *value);
static const char *name_of_workflow_on_error(llmspell_workflow_on_error value);
static void put_workflow_agent_step(json *out, const llmspell_workflow_agent_step *value);
static void put_agent_config(json *out, const llmspell_agent_config *value);
static void put_agent_memory(json *out, const llmspell_agent_memory *value);
static const char *name_of_memory_conversation_policy(llmspell_memory_conversation_policy value);
static const char *name_of_memory_scope(llmspell_memory_scope value);
static void put_workflow_script_step(json *out, const llmspell_workflow_script_step *value);
static void put_workflow_nested_step(json *out, const llmspell_workflow_nested_step *value);
static void put_workflow_transform_step(json *out, const llmspell_workflow_transform_step *value);
static void put_workflow_wait_step(json *out, const llmspell_workflow_wait_step *value);
static void put_workflow_emit_step(json *out, const llmspell_workflow_emit_step *value);
static void put_workflow_sequential_step(json *out, const llmspell_workflow_sequential_step *value);
static void put_workflow_parallel_step(json *out, const llmspell_workflow_parallel_step *value);
static const char *name_of_workflow_error_mode(llmspell_workflow_error_mode value);
static void put_workflow_conditional_step(json *out, const llmspell_workflow_conditional_step *value);
static void put_workflow_loop_step(json *out, const llmspell_workflow_loop_step *value);
static void put_workflow_map_reduce_step(json *out, const llmspell_workflow_map_reduce_step *value);
static void put_workflow_pipeline_step(json *out, const llmspell_workflow_pipeline_step *value);
static void put_workflow_validation_result(json *out, const llmspell_workflow_validation_result *value);
static void put_workflow_issue_list(json *out, const llmspell_workflow_issue_list *value);
static void put_workflow_issue(json *out, const llmspell_workflow_issue *value);
static const char *name_of_workflow_issue_code(llmspell_workflow_issue_code value);
static void put_workflow_run_info_list(json *out, const llmspell_workflow_run_info_list *value);
static void put_workflow_run_info(json *out, const llmspell_workflow_run_info *value);
static void put_workflow_dependency_graph(json *out, const llmspell_workflow_dependency_graph *value);
static void put_workflow_step_dependencies_list(json *out, const llmspell_workflow_step_dependencies_list *value);
static void put_workflow_step_dependencies(json *out, const llmspell_workflow_step_dependencies *value);
static void put_workflow_run_handle_list(json *out, const llmspell_workflow_run_handle_list *value);

static const char *name_of_workflow_status(llmspell_workflow_status value)
{
    switch (value) {
    case LLMSPELL_WORKFLOW_STATUS_PENDING:
        return "pending";
    case LLMSPELL_WORKFLOW_STATUS_RUNNING:
        return "running";
    case LLMSPELL_WORKFLOW_STATUS_PAUSED:
        return "paused";
    case LLMSPELL_WORKFLOW_STATUS_COMPLETED:
        return "completed";
    case LLMSPELL_WORKFLOW_STATUS_FAILED:
        return "failed";
    case LLMSPELL_WORKFLOW_STATUS_CANCELLED:
        return "cancelled";
    default:
        return NULL;
    }
}

static const char *name_of_workflow_kind(llmspell_workflow_kind value)
{
    switch (value) {
    case LLMSPELL_WORKFLOW_KIND_TOOL:
        return "tool";
    case LLMSPELL_WORKFLOW_KIND_AGENT:
        return "agent";
    case LLMSPELL_WORKFLOW_KIND_SCRIPT:
        return "script";
    case LLMSPELL_WORKFLOW_KIND_WORKFLOW:
        return "workflow";
    case LLMSPELL_WORKFLOW_KIND_TRANSFORM:
        return "transform";
    case LLMSPELL_WORKFLOW_KIND_WAIT:
        return "wait";
    case LLMSPELL_WORKFLOW_KIND_EMIT:
        return "emit";
    case LLMSPELL_WORKFLOW_KIND_SEQUENTIAL:
        return "sequential";
    case LLMSPELL_WORKFLOW_KIND_PARALLEL:
        return "parallel";
    case LLMSPELL_WORKFLOW_KIND_CONDITIONAL:
        return "conditional";
    case LLMSPELL_WORKFLOW_KIND_LOOP:
        return "loop";
    case LLMSPELL_WORKFLOW_KIND_MAP_REDUCE:
        return "map_reduce";
    case LLMSPELL_WORKFLOW_KIND_PIPELINE:
        return "pipeline";
    default:
        return NULL;
    }
}

static const char *name_of_workflow_step_status(llmspell_workflow_step_status value)
{
    switch (value) {
    case LLMSPELL_WORKFLOW_STEP_STATUS_COMPLETED:
        return "completed";
    case LLMSPELL_WORKFLOW_STEP_STATUS_FAILED:
        return "failed";
    case LLMSPELL_WORKFLOW_STEP_STATUS_SKIPPED:
        return "skipped";
    case LLMSPELL_WORKFLOW_STEP_STATUS_CANCELLED:
        return "cancelled";
    default:
        return NULL;
    }
}

static void put_error_info(json *out, const llmspell_error_info *value)
{
    json_open(out, '{');
    json_key(out, "code");
    json_text(out, value->code);
    json_key(out, "message");
    json_text(out, value->message);
    json_key(out, "fields");
    json_raw(out, value->fields_json);
    json_key(out, "recovery");
    json_text(out, value->recovery);
    if (value->has_http_status) {
        json_key(out, "http_status");
        json_integer(out, value->http_status);
    }
    json_key(out, "trace_id");
    json_text(out, value->trace_id);
    if (value->cause != NULL || value->cause_is_null) {
        json_key(out, "cause");
        if (value->cause_is_null)
            json_null(out);
        else
            put_error_info(out, value->cause);
    }
    json_close(out, '}');
}

static void put_workflow_step_outcome(json *out, const llmspell_workflow_step_outcome *value)
{
    json_open(out, '{');
    json_key(out, "key");
    json_text(out, value->key);
    json_key(out, "step");
    json_text(out, value->step);
    json_key(out, "kind");
    json_text(out, name_of_workflow_kind(value->kind));
    json_key(out, "status");
    json_text(out, name_of_workflow_step_status(value->status));
    json_key(out, "attempts");
    json_integer(out, value->attempts);
    if (value->output_json != NULL) {
        json_key(out, "output");
        json_raw(out, value->output_json);
    }
    if (value->error != NULL) {
        json_key(out, "error");
        put_error_info(out, value->error);
    }
    json_key(out, "duration_ms");
    json_number(out, value->duration_ms);
    json_close(out, '}');
}

static void put_workflow_step_outcome_list(json *out, const llmspell_workflow_step_outcome_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_workflow_step_outcome(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_workflow_run_result(json *out, const llmspell_workflow_run_result *value)
{
    json_open(out, '{');
    json_key(out, "run");
    json_text(out, value->run);
    json_key(out, "workflow");
    json_text(out, value->workflow);
    json_key(out, "status");
    json_text(out, name_of_workflow_status(value->status));
    if (value->output_json != NULL) {
        json_key(out, "output");
        json_raw(out, value->output_json);
    }
    json_key(out, "steps");
    put_workflow_step_outcome_list(out, &value->steps);
    json_key(out, "duration_ms");
    json_number(out, value->duration_ms);
    json_close(out, '}');
}

static const char *name_of_workflow_pattern(llmspell_workflow_pattern value)
{
    switch (value) {
    case LLMSPELL_WORKFLOW_PATTERN_SEQUENTIAL:
        return "sequential";
    case LLMSPELL_WORKFLOW_PATTERN_PARALLEL:
        return "parallel";
    case LLMSPELL_WORKFLOW_PATTERN_CONDITIONAL:
        return "conditional";
    case LLMSPELL_WORKFLOW_PATTERN_LOOP:
        return "loop";
    case LLMSPELL_WORKFLOW_PATTERN_MAP_REDUCE:
        return "map_reduce";
    case LLMSPELL_WORKFLOW_PATTERN_PIPELINE:
        return "pipeline";
    default:
        return NULL;
    }
}

static void put_workflow_info(json *out, const llmspell_workflow_info *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "name");
    json_text(out, value->name);
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_key(out, "pattern");
    json_text(out, name_of_workflow_pattern(value->pattern));
    json_key(out, "steps");
    json_integer(out, value->steps);
    json_key(out, "runs");
    json_integer(out, value->runs);
    json_close(out, '}');
}

static void put_workflow_info_list(json *out, const llmspell_workflow_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_workflow_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_string_list(json *out, const llmspell_string_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_workflow_retry(json *out, const llmspell_workflow_retry *value)
{
    json_open(out, '{');
    json_key(out, "attempts");
    json_integer(out, value->attempts);
    if (value->has_delay_seconds) {
        json_key(out, "delay_seconds");
        json_number(out, value->delay_seconds);
    }
    if (value->has_factor) {
        json_key(out, "factor");
        json_number(out, value->factor);
    }
    if (value->has_max_delay_seconds) {
        json_key(out, "max_delay_seconds");
        json_number(out, value->max_delay_seconds);
    }
    if (value->codes.items != NULL) {
        json_key(out, "codes");
        put_string_list(out, &value->codes);
    }
    json_close(out, '}');
}

static const char *name_of_workflow_on_error(llmspell_workflow_on_error value)
{
    switch (value) {
    case LLMSPELL_WORKFLOW_ON_ERROR_FAIL:
        return "fail";
    case LLMSPELL_WORKFLOW_ON_ERROR_CONTINUE:
        return "continue";
    default:
        return NULL;
    }
}

static void put_workflow_tool_step(json *out, const llmspell_workflow_tool_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"tool\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_key(out, "tool");
    json_text(out, value->tool);
    if (value->arguments_json != NULL) {
        json_key(out, "arguments");
        json_raw(out, value->arguments_json);
    }
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    if (value->retry != NULL) {
        json_key(out, "retry");
        put_workflow_retry(out, value->retry);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    if (value->on_error != 0) {
        json_key(out, "on_error");
        json_text(out, name_of_workflow_on_error(value->on_error));
    }
    if (value->fallback.items != NULL) {
        json_key(out, "fallback");
        put_workflow_step_list(out, &value->fallback);
    }
    json_close(out, '}');
}

static const char *name_of_memory_conversation_policy(llmspell_memory_conversation_policy value)
{
    switch (value) {
    case LLMSPELL_MEMORY_CONVERSATION_POLICY_DROP:
        return "drop";
    case LLMSPELL_MEMORY_CONVERSATION_POLICY_SUMMARIZE:
        return "summarize";
    default:
        return NULL;
    }
}

static const char *name_of_memory_scope(llmspell_memory_scope value)
{
    switch (value) {
    case LLMSPELL_MEMORY_SCOPE_GLOBAL:
        return "global";
    case LLMSPELL_MEMORY_SCOPE_AGENT:
        return "agent";
    case LLMSPELL_MEMORY_SCOPE_SESSION:
        return "session";
    default:
        return NULL;
    }
}

static void put_agent_memory(json *out, const llmspell_agent_memory *value)
{
    json_open(out, '{');
    json_key(out, "max_tokens");
    json_integer(out, value->max_tokens);
    if (value->policy != 0) {
        json_key(out, "policy");
        json_text(out, name_of_memory_conversation_policy(value->policy));
    }
    if (value->has_keep_tokens) {
        json_key(out, "keep_tokens");
        json_integer(out, value->keep_tokens);
    }
    if (value->provider != NULL) {
        json_key(out, "provider");
        json_text(out, value->provider);
    }
    if (value->model != NULL) {
        json_key(out, "model");
        json_text(out, value->model);
    }
    if (value->instruction != NULL) {
        json_key(out, "instruction");
        json_text(out, value->instruction);
    }
    if (value->count_with != NULL) {
        json_key(out, "count_with");
        json_text(out, value->count_with);
    }
    if (value->name != NULL) {
        json_key(out, "name");
        json_text(out, value->name);
    }
    if (value->scope != 0) {
        json_key(out, "scope");
        json_text(out, name_of_memory_scope(value->scope));
    }
    if (value->owner != NULL) {
        json_key(out, "owner");
        json_text(out, value->owner);
    }
    if (value->path != NULL) {
        json_key(out, "path");
        json_text(out, value->path);
    }
    json_close(out, '}');
}

static void put_agent_config(json *out, const llmspell_agent_config *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "provider");
    json_text(out, value->provider);
    if (value->model != NULL) {
        json_key(out, "model");
        json_text(out, value->model);
    }
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    if (value->system_prompt != NULL) {
        json_key(out, "system_prompt");
        json_text(out, value->system_prompt);
    }
    if (value->tools.items != NULL) {
        json_key(out, "tools");
        put_string_list(out, &value->tools);
    }
    if (value->has_temperature) {
        json_key(out, "temperature");
        json_number(out, value->temperature);
    }
    if (value->has_max_tokens) {
        json_key(out, "max_tokens");
        json_integer(out, value->max_tokens);
    }
    if (value->has_max_steps) {
        json_key(out, "max_steps");
        json_integer(out, value->max_steps);
    }
    if (value->has_history_limit) {
        json_key(out, "history_limit");
        json_integer(out, value->history_limit);
    }
    if (value->memory != NULL) {
        json_key(out, "memory");
        put_agent_memory(out, value->memory);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    json_close(out, '}');
}

static void put_workflow_agent_step(json *out, const llmspell_workflow_agent_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"agent\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    if (value->agent != NULL) {
        json_key(out, "agent");
        json_text(out, value->agent);
    }
    if (value->config != NULL) {
        json_key(out, "config");
        put_agent_config(out, value->config);
    }
    if (value->input != NULL) {
        json_key(out, "input");
        json_text(out, value->input);
    }
    if (value->output_schema_json != NULL) {
        json_key(out, "output_schema");
        json_raw(out, value->output_schema_json);
    }
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    if (value->retry != NULL) {
        json_key(out, "retry");
        put_workflow_retry(out, value->retry);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    if (value->on_error != 0) {
        json_key(out, "on_error");
        json_text(out, name_of_workflow_on_error(value->on_error));
    }
    if (value->fallback.items != NULL) {
        json_key(out, "fallback");
        put_workflow_step_list(out, &value->fallback);
    }
    json_close(out, '}');
}

static void put_workflow_script_step(json *out, const llmspell_workflow_script_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"script\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_key(out, "handler");
    json_text(out, value->handler);
    if (value->input_json != NULL) {
        json_key(out, "input");
        json_raw(out, value->input_json);
    }
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    if (value->retry != NULL) {
        json_key(out, "retry");
        put_workflow_retry(out, value->retry);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    if (value->on_error != 0) {
        json_key(out, "on_error");
        json_text(out, name_of_workflow_on_error(value->on_error));
    }
    if (value->fallback.items != NULL) {
        json_key(out, "fallback");
        put_workflow_step_list(out, &value->fallback);
    }
    json_close(out, '}');
}

static void put_workflow_nested_step(json *out, const llmspell_workflow_nested_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"workflow\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    if (value->workflow != NULL) {
        json_key(out, "workflow");
        json_text(out, value->workflow);
    }
    if (value->definition != NULL) {
        json_key(out, "definition");
        put_workflow_definition(out, value->definition);
    }
    if (value->input_json != NULL) {
        json_key(out, "input");
        json_raw(out, value->input_json);
    }
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    if (value->on_error != 0) {
        json_key(out, "on_error");
        json_text(out, name_of_workflow_on_error(value->on_error));
    }
    if (value->fallback.items != NULL) {
        json_key(out, "fallback");
        put_workflow_step_list(out, &value->fallback);
    }
    json_close(out, '}');
}

static void put_workflow_transform_step(json *out, const llmspell_workflow_transform_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"transform\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_key(out, "value");
    json_raw(out, value->value_json);
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    if (value->on_error != 0) {
        json_key(out, "on_error");
        json_text(out, name_of_workflow_on_error(value->on_error));
    }
    if (value->fallback.items != NULL) {
        json_key(out, "fallback");
        put_workflow_step_list(out, &value->fallback);
    }
    json_close(out, '}');
}

static void put_workflow_wait_step(json *out, const llmspell_workflow_wait_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"wait\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_key(out, "seconds");
    json_number(out, value->seconds);
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    json_close(out, '}');
}

static void put_workflow_emit_step(json *out, const llmspell_workflow_emit_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"emit\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_key(out, "event");
    json_text(out, value->event);
    if (value->data_json != NULL) {
        json_key(out, "data");
        json_raw(out, value->data_json);
    }
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    if (value->on_error != 0) {
        json_key(out, "on_error");
        json_text(out, name_of_workflow_on_error(value->on_error));
    }
    if (value->fallback.items != NULL) {
        json_key(out, "fallback");
        put_workflow_step_list(out, &value->fallback);
    }
    json_close(out, '}');
}

static void put_workflow_sequential_step(json *out, const llmspell_workflow_sequential_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"sequential\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_key(out, "steps");
    put_workflow_step_list(out, &value->steps);
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    if (value->on_error != 0) {
        json_key(out, "on_error");
        json_text(out, name_of_workflow_on_error(value->on_error));
    }
    if (value->fallback.items != NULL) {
        json_key(out, "fallback");
        put_workflow_step_list(out, &value->fallback);
    }
    json_close(out, '}');
}

static const char *name_of_workflow_error_mode(llmspell_workflow_error_mode value)
{
    switch (value) {
    case LLMSPELL_WORKFLOW_ERROR_MODE_FAIL_FAST:
        return "fail_fast";
    case LLMSPELL_WORKFLOW_ERROR_MODE_COLLECT:
        return "collect";
    default:
        return NULL;
    }
}

static void put_workflow_parallel_step(json *out, const llmspell_workflow_parallel_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"parallel\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_key(out, "steps");
    put_workflow_step_list(out, &value->steps);
    if (value->has_max_concurrency) {
        json_key(out, "max_concurrency");
        json_integer(out, value->max_concurrency);
    }
    if (value->error_mode != 0) {
        json_key(out, "error_mode");
        json_text(out, name_of_workflow_error_mode(value->error_mode));
    }
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    if (value->on_error != 0) {
        json_key(out, "on_error");
        json_text(out, name_of_workflow_on_error(value->on_error));
    }
    if (value->fallback.items != NULL) {
        json_key(out, "fallback");
        put_workflow_step_list(out, &value->fallback);
    }
    json_close(out, '}');
}

static void put_workflow_conditional_step(json *out, const llmspell_workflow_conditional_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"conditional\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_key(out, "condition");
    json_text(out, value->condition);
    json_key(out, "steps");
    put_workflow_step_list(out, &value->steps);
    if (value->otherwise.items != NULL) {
        json_key(out, "otherwise");
        put_workflow_step_list(out, &value->otherwise);
    }
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    if (value->on_error != 0) {
        json_key(out, "on_error");
        json_text(out, name_of_workflow_on_error(value->on_error));
    }
    if (value->fallback.items != NULL) {
        json_key(out, "fallback");
        put_workflow_step_list(out, &value->fallback);
    }
    json_close(out, '}');
}

static void put_workflow_loop_step(json *out, const llmspell_workflow_loop_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"loop\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_key(out, "steps");
    put_workflow_step_list(out, &value->steps);
    if (value->for_each != NULL) {
        json_key(out, "for_each");
        json_text(out, value->for_each);
    }
    if (value->variable != NULL) {
        json_key(out, "variable");
        json_text(out, value->variable);
    }
    if (value->repeat_while != NULL) {
        json_key(out, "repeat_while");
        json_text(out, value->repeat_while);
    }
    if (value->repeat_until != NULL) {
        json_key(out, "repeat_until");
        json_text(out, value->repeat_until);
    }
    if (value->has_max_iterations) {
        json_key(out, "max_iterations");
        json_integer(out, value->max_iterations);
    }
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    if (value->on_error != 0) {
        json_key(out, "on_error");
        json_text(out, name_of_workflow_on_error(value->on_error));
    }
    if (value->fallback.items != NULL) {
        json_key(out, "fallback");
        put_workflow_step_list(out, &value->fallback);
    }
    json_close(out, '}');
}

static void put_workflow_map_reduce_step(json *out, const llmspell_workflow_map_reduce_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"map_reduce\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_key(out, "over");
    json_text(out, value->over);
    if (value->variable != NULL) {
        json_key(out, "variable");
        json_text(out, value->variable);
    }
    json_key(out, "steps");
    put_workflow_step_list(out, &value->steps);
    if (value->reduce.items != NULL) {
        json_key(out, "reduce");
        put_workflow_step_list(out, &value->reduce);
    }
    if (value->has_max_concurrency) {
        json_key(out, "max_concurrency");
        json_integer(out, value->max_concurrency);
    }
    if (value->error_mode != 0) {
        json_key(out, "error_mode");
        json_text(out, name_of_workflow_error_mode(value->error_mode));
    }
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    if (value->on_error != 0) {
        json_key(out, "on_error");
        json_text(out, name_of_workflow_on_error(value->on_error));
    }
    if (value->fallback.items != NULL) {
        json_key(out, "fallback");
        put_workflow_step_list(out, &value->fallback);
    }
    json_close(out, '}');
}

static void put_workflow_pipeline_step(json *out, const llmspell_workflow_pipeline_step *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_raw(out, "\"pipeline\"");
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_key(out, "steps");
    put_workflow_step_list(out, &value->steps);
    if (value->after.items != NULL) {
        json_key(out, "after");
        put_string_list(out, &value->after);
    }
    if (value->when != NULL) {
        json_key(out, "when");
        json_text(out, value->when);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    if (value->on_error != 0) {
        json_key(out, "on_error");
        json_text(out, name_of_workflow_on_error(value->on_error));
    }
    if (value->fallback.items != NULL) {
        json_key(out, "fallback");
        put_workflow_step_list(out, &value->fallback);
    }
    json_close(out, '}');
}

static void put_workflow_step(json *out, const llmspell_workflow_step *value)
{
    switch (value->kind) {
    case LLMSPELL_WORKFLOW_STEP_TOOL:
        put_workflow_tool_step(out, value->as.tool);
        break;
    case LLMSPELL_WORKFLOW_STEP_AGENT:
        put_workflow_agent_step(out, value->as.agent);
        break;
    case LLMSPELL_WORKFLOW_STEP_SCRIPT:
        put_workflow_script_step(out, value->as.script);
        break;
    case LLMSPELL_WORKFLOW_STEP_WORKFLOW:
        put_workflow_nested_step(out, value->as.workflow);
        break;
    case LLMSPELL_WORKFLOW_STEP_TRANSFORM:
        put_workflow_transform_step(out, value->as.transform);
        break;
    case LLMSPELL_WORKFLOW_STEP_WAIT:
        put_workflow_wait_step(out, value->as.wait);
        break;
    case LLMSPELL_WORKFLOW_STEP_EMIT:
        put_workflow_emit_step(out, value->as.emit);
        break;
    case LLMSPELL_WORKFLOW_STEP_SEQUENTIAL:
        put_workflow_sequential_step(out, value->as.sequential);
        break;
    case LLMSPELL_WORKFLOW_STEP_PARALLEL:
        put_workflow_parallel_step(out, value->as.parallel);
        break;
    case LLMSPELL_WORKFLOW_STEP_CONDITIONAL:
        put_workflow_conditional_step(out, value->as.conditional);
        break;
    case LLMSPELL_WORKFLOW_STEP_LOOP:
        put_workflow_loop_step(out, value->as.loop);
        break;
    case LLMSPELL_WORKFLOW_STEP_MAP_REDUCE:
        put_workflow_map_reduce_step(out, value->as.map_reduce);
        break;
    case LLMSPELL_WORKFLOW_STEP_PIPELINE:
        put_workflow_pipeline_step(out, value->as.pipeline);
        break;
    default:
        json_null(out);
    }
}

static void put_workflow_step_list(json *out, const llmspell_workflow_step_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_workflow_step(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_workflow_definition(json *out, const llmspell_workflow_definition *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    if (value->pattern != 0) {
        json_key(out, "pattern");
        json_text(out, name_of_workflow_pattern(value->pattern));
    }
    if (value->input_schema_json != NULL) {
        json_key(out, "input_schema");
        json_raw(out, value->input_schema_json);
    }
    json_key(out, "steps");
    put_workflow_step_list(out, &value->steps);
    if (value->has_max_concurrency) {
        json_key(out, "max_concurrency");
        json_integer(out, value->max_concurrency);
    }
    if (value->error_mode != 0) {
        json_key(out, "error_mode");
        json_text(out, name_of_workflow_error_mode(value->error_mode));
    }
    if (value->condition != NULL) {
        json_key(out, "condition");
        json_text(out, value->condition);
    }
    if (value->otherwise.items != NULL) {
        json_key(out, "otherwise");
        put_workflow_step_list(out, &value->otherwise);
    }
    if (value->for_each != NULL) {
        json_key(out, "for_each");
        json_text(out, value->for_each);
    }
    if (value->variable != NULL) {
        json_key(out, "variable");
        json_text(out, value->variable);
    }
    if (value->repeat_while != NULL) {
        json_key(out, "repeat_while");
        json_text(out, value->repeat_while);
    }
    if (value->repeat_until != NULL) {
        json_key(out, "repeat_until");
        json_text(out, value->repeat_until);
    }
    if (value->has_max_iterations) {
        json_key(out, "max_iterations");
        json_integer(out, value->max_iterations);
    }
    if (value->over != NULL) {
        json_key(out, "over");
        json_text(out, value->over);
    }
    if (value->reduce.items != NULL) {
        json_key(out, "reduce");
        put_workflow_step_list(out, &value->reduce);
    }
    if (value->output_json != NULL) {
        json_key(out, "output");
        json_raw(out, value->output_json);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    json_close(out, '}');
}

static const char *name_of_workflow_issue_code(llmspell_workflow_issue_code value)
{
    switch (value) {
    case LLMSPELL_WORKFLOW_ISSUE_CODE_DUPLICATE_ID:
        return "duplicate_id";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_RESERVED_NAME:
        return "reserved_name";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_CYCLE:
        return "cycle";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_STEP:
        return "unknown_step";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_NAME:
        return "unknown_name";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_FORWARD_REFERENCE:
        return "forward_reference";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_TOOL:
        return "unknown_tool";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_AGENT:
        return "unknown_agent";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_PROVIDER:
        return "unknown_provider";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_HANDLER:
        return "unknown_handler";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_UNKNOWN_WORKFLOW:
        return "unknown_workflow";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_MISSING_INPUT:
        return "missing_input";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_INVALID_EXPRESSION:
        return "invalid_expression";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_INVALID_TEMPLATE:
        return "invalid_template";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_INVALID_SCHEMA:
        return "invalid_schema";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_INVALID_FIELDS:
        return "invalid_fields";
    case LLMSPELL_WORKFLOW_ISSUE_CODE_LIMIT:
        return "limit";
    default:
        return NULL;
    }
}

static void put_workflow_issue(json *out, const llmspell_workflow_issue *value)
{
    json_open(out, '{');
    json_key(out, "path");
    json_text(out, value->path);
    json_key(out, "code");
    json_text(out, name_of_workflow_issue_code(value->code));
    json_key(out, "message");
    json_text(out, value->message);
    json_close(out, '}');
}

static void put_workflow_issue_list(json *out, const llmspell_workflow_issue_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_workflow_issue(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_workflow_validation_result(json *out, const llmspell_workflow_validation_result *value)
{
    json_open(out, '{');
    json_key(out, "valid");
    json_boolean(out, value->valid);
    json_key(out, "issues");
    put_workflow_issue_list(out, &value->issues);
    json_close(out, '}');
}

static void put_workflow_run_info(json *out, const llmspell_workflow_run_info *value)
{
    json_open(out, '{');
    json_key(out, "run");
    json_text(out, value->run);
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "workflow");
    json_text(out, value->workflow);
    json_key(out, "status");
    json_text(out, name_of_workflow_status(value->status));
    json_key(out, "steps");
    json_integer(out, value->steps);
    json_key(out, "duration_ms");
    json_number(out, value->duration_ms);
    if (value->error != NULL) {
        json_key(out, "error");
        put_error_info(out, value->error);
    }
    json_close(out, '}');
}

static void put_workflow_run_info_list(json *out, const llmspell_workflow_run_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_workflow_run_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_workflow_step_dependencies(json *out, const llmspell_workflow_step_dependencies *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "kind");
    json_text(out, name_of_workflow_kind(value->kind));
    if (value->within != NULL) {
        json_key(out, "within");
        json_text(out, value->within);
    }
    json_key(out, "after");
    put_string_list(out, &value->after);
    json_key(out, "uses");
    put_string_list(out, &value->uses);
    json_close(out, '}');
}

static void put_workflow_step_dependencies_list(json *out, const llmspell_workflow_step_dependencies_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_workflow_step_dependencies(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_workflow_dependency_graph(json *out, const llmspell_workflow_dependency_graph *value)
{
    json_open(out, '{');
    json_key(out, "order");
    put_string_list(out, &value->order);
    json_key(out, "steps");
    put_workflow_step_dependencies_list(out, &value->steps);
    json_close(out, '}');
}

static void put_workflow_run_handle_list(json *out, const llmspell_workflow_run_handle_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, llmspell_workflow_run_id(value->items[i]));
    }
    json_close(out, ']');
}

static llmspell_status create_two_steps_callback(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"width\": 3, \"height\": 4}");
    return LLMSPELL_OK;
}

/* workflow.create, two_steps: A handler of the program's own, and a tool that gets what it gave. */
static void workflow_create_two_steps(example *example, llmspell_session *session)
{
    llmspell_script_handler handler = {.call = create_two_steps_callback, .user_data = example};
    GIVEN(llmspell_script_register_handler(session, "measure", &handler, NULL));
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "area";
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_SCRIPT;
    llmspell_workflow_script_step script;
    llmspell_workflow_script_step_init(&script);
    script.id = "size";
    script.handler = "measure";
    steps_items[0].as.script = &script;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TOOL;
    llmspell_workflow_tool_step tool;
    llmspell_workflow_tool_step_init(&tool);
    tool.id = "area";
    tool.tool = "calculator";
    tool.arguments_json = "{\"expression\": \"{{size.output.width}} * {{size.output.height}}\"}";
    steps_items[1].as.tool = &tool;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    example_begin(example);
    llmspell_workflow *result = NULL;
    if (example_worked(example, llmspell_workflow_create(session, &definition, &result))) {
        json_text(example_result(example), llmspell_workflow_id(result));
        llmspell_workflow_free(result);
    }
}

/* workflow.create, all_that_is_wrong: Every fault is reported, with its place. */
static void workflow_create_all_that_is_wrong(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "broken";
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_SCRIPT;
    llmspell_workflow_script_step script;
    llmspell_workflow_script_step_init(&script);
    script.id = "first";
    script.handler = "nobody";
    steps_items[0].as.script = &script;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TOOL;
    llmspell_workflow_tool_step tool;
    llmspell_workflow_tool_step_init(&tool);
    tool.id = "first";
    tool.tool = "calculator";
    tool.arguments_json = "{\"expression\": \"{{second.output}}\"}";
    steps_items[1].as.tool = &tool;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    example_begin(example);
    llmspell_workflow *result = NULL;
    if (example_worked(example, llmspell_workflow_create(session, &definition, &result))) {
        json_text(example_result(example), llmspell_workflow_id(result));
        llmspell_workflow_free(result);
    }
}

/* workflow.create, twice: */
static void workflow_create_twice(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "one";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *workflow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &workflow));
    llmspell_workflow_definition definition_;
    llmspell_workflow_definition_init(&definition_);
    definition_.name = "one";
    llmspell_workflow_step steps__items[1];
    llmspell_workflow_step_init(&steps__items[0]);
    steps__items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "a";
    transform_.value_json = "1";
    steps__items[0].as.transform = &transform_;
    llmspell_workflow_step_list steps_ = {steps__items, 1};
    definition_.steps = steps_;
    example_begin(example);
    llmspell_workflow *result = NULL;
    if (example_worked(example, llmspell_workflow_create(session, &definition_, &result))) {
        json_text(example_result(example), llmspell_workflow_id(result));
        llmspell_workflow_free(result);
    }
    llmspell_workflow_free(workflow);
}

/* workflow.destroy, gone: */
static void workflow_destroy_gone(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "one";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    example_begin(example);
    if (example_worked(example, llmspell_workflow_destroy(session, flow)))
        json_null(example_result(example));
    llmspell_workflow_free(flow);
}

/* workflow.destroy, unknown: */
static void workflow_destroy_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow *workflow = llmspell_workflow_from_id("workflow_9");
    example_begin(example);
    if (example_worked(example, llmspell_workflow_destroy(session, workflow)))
        json_null(example_result(example));
    llmspell_workflow_free(workflow);
}

static llmspell_status execute_handler_and_tool_callback(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"width\": 3, \"height\": 4}");
    return LLMSPELL_OK;
}

/* workflow.execute, handler_and_tool: The second step works on what the first gave. */
static void workflow_execute_handler_and_tool(example *example, llmspell_session *session)
{
    llmspell_script_handler handler = {.call = execute_handler_and_tool_callback, .user_data = example};
    GIVEN(llmspell_script_register_handler(session, "measure", &handler, NULL));
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "area";
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_SCRIPT;
    llmspell_workflow_script_step script;
    llmspell_workflow_script_step_init(&script);
    script.id = "size";
    script.handler = "measure";
    script.input_json = "\"{{input}}\"";
    steps_items[0].as.script = &script;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TOOL;
    llmspell_workflow_tool_step tool;
    llmspell_workflow_tool_step_init(&tool);
    tool.id = "area";
    tool.tool = "calculator";
    tool.arguments_json = "{\"expression\": \"{{size.output.width}} * {{size.output.height}}\"}";
    steps_items[1].as.tool = &tool;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    definition.output_json = "{\"room\": \"{{input.room}}\", \"area\": \"{{area.output.result}}\"}";
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    example_begin(example);
    llmspell_workflow_run_result result;
    if (example_worked(example, llmspell_workflow_execute(session, flow, "{\"room\": \"hall\"}", NULL, &result))) {
        put_workflow_run_result(example_result(example), &result);
        llmspell_workflow_run_result_free(&result);
    }
    llmspell_workflow_free(flow);
}

static llmspell_status execute_step_fails_callback(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "out of order");
}

/* workflow.execute, step_fails: The error names the step; its cause is the step's own error. */
static void workflow_execute_step_fails(example *example, llmspell_session *session)
{
    llmspell_script_handler handler = {.call = execute_step_fails_callback, .user_data = example};
    GIVEN(llmspell_script_register_handler(session, "broken", &handler, NULL));
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "doomed";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_SCRIPT;
    llmspell_workflow_script_step script;
    llmspell_workflow_script_step_init(&script);
    script.id = "try_it";
    script.handler = "broken";
    steps_items[0].as.script = &script;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    example_begin(example);
    llmspell_workflow_run_result result;
    if (example_worked(example, llmspell_workflow_execute(session, flow, NULL, NULL, &result))) {
        put_workflow_run_result(example_result(example), &result);
        llmspell_workflow_run_result_free(&result);
    }
    llmspell_workflow_free(flow);
}

/* workflow.execute, input_does_not_fit: */
static void workflow_execute_input_does_not_fit(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "greet";
    definition.input_schema_json = "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}, \"required\": [\"name\"]}";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "text";
    transform.value_json = "\"Hello {{input.name}}\"";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    example_begin(example);
    llmspell_workflow_run_result result;
    if (example_worked(example, llmspell_workflow_execute(session, flow, "{}", NULL, &result))) {
        put_workflow_run_result(example_result(example), &result);
        llmspell_workflow_run_result_free(&result);
    }
    llmspell_workflow_free(flow);
}

/* workflow.execute, unknown: */
static void workflow_execute_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow *workflow = llmspell_workflow_from_id("workflow_9");
    example_begin(example);
    llmspell_workflow_run_result result;
    if (example_worked(example, llmspell_workflow_execute(session, workflow, NULL, NULL, &result))) {
        put_workflow_run_result(example_result(example), &result);
        llmspell_workflow_run_result_free(&result);
    }
    llmspell_workflow_free(workflow);
}

/* workflow.start, background: */
static void workflow_start_background(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "one";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    example_begin(example);
    llmspell_workflow_run *result = NULL;
    if (example_worked(example, llmspell_workflow_start(session, flow, NULL, NULL, &result))) {
        json_text(example_result(example), llmspell_workflow_run_id(result));
        llmspell_workflow_run_free(result);
    }
    llmspell_workflow_free(flow);
}

/* workflow.start, no_such_step: */
static void workflow_start_no_such_step(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "one";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run_options options_;
    llmspell_workflow_run_options_init(&options_);
    const char *pause_after_items[] = {"b"};
    llmspell_string_list pause_after = {pause_after_items, 1};
    options_.pause_after = pause_after;
    example_begin(example);
    llmspell_workflow_run *result = NULL;
    if (example_worked(example, llmspell_workflow_start(session, flow, NULL, &options_, &result))) {
        json_text(example_result(example), llmspell_workflow_run_id(result));
        llmspell_workflow_run_free(result);
    }
    llmspell_workflow_free(flow);
}

/* workflow.pause, at_once: */
static void workflow_pause_at_once(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "slow";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_WAIT;
    llmspell_workflow_wait_step wait;
    llmspell_workflow_wait_step_init(&wait);
    wait.id = "rest";
    wait.seconds = 3600.0;
    steps_items[0].as.wait = &wait;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, NULL, &run));
    example_begin(example);
    if (example_worked(example, llmspell_workflow_pause(session, run)))
        json_null(example_result(example));
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.pause, unknown: */
static void workflow_pause_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow_run *run = llmspell_workflow_run_from_id("run_9");
    example_begin(example);
    if (example_worked(example, llmspell_workflow_pause(session, run)))
        json_null(example_result(example));
    llmspell_workflow_run_free(run);
}

/* workflow.resume, after_a_step: */
static void workflow_resume_after_a_step(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "two";
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "b";
    transform_.value_json = "\"{{a.output + 1}}\"";
    steps_items[1].as.transform = &transform_;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run_options options_;
    llmspell_workflow_run_options_init(&options_);
    const char *pause_after_items[] = {"a"};
    llmspell_string_list pause_after = {pause_after_items, 1};
    options_.pause_after = pause_after;
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, &options_, &run));
    llmspell_workflow_run_result result_;
    GIVEN(llmspell_workflow_get_result(session, run, NULL, &result_));
    example_begin(example);
    if (example_worked(example, llmspell_workflow_resume(session, run)))
        json_null(example_result(example));
    llmspell_workflow_run_result_free(&result_);
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.resume, unknown: */
static void workflow_resume_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow_run *run = llmspell_workflow_run_from_id("run_9");
    example_begin(example);
    if (example_worked(example, llmspell_workflow_resume(session, run)))
        json_null(example_result(example));
    llmspell_workflow_run_free(run);
}

/* workflow.cancel, in_the_middle: The step that waits for an hour ends at once. */
static void workflow_cancel_in_the_middle(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "slow";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_WAIT;
    llmspell_workflow_wait_step wait;
    llmspell_workflow_wait_step_init(&wait);
    wait.id = "rest";
    wait.seconds = 3600.0;
    steps_items[0].as.wait = &wait;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, NULL, &run));
    example_begin(example);
    if (example_worked(example, llmspell_workflow_cancel(session, run)))
        json_null(example_result(example));
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.cancel, unknown: */
static void workflow_cancel_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow_run *run = llmspell_workflow_run_from_id("run_9");
    example_begin(example);
    if (example_worked(example, llmspell_workflow_cancel(session, run)))
        json_null(example_result(example));
    llmspell_workflow_run_free(run);
}

/* workflow.get_status, paused: */
static void workflow_get_status_paused(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "two";
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "b";
    transform_.value_json = "\"{{a.output + 1}}\"";
    steps_items[1].as.transform = &transform_;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run_options options_;
    llmspell_workflow_run_options_init(&options_);
    const char *pause_after_items[] = {"a"};
    llmspell_string_list pause_after = {pause_after_items, 1};
    options_.pause_after = pause_after;
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, &options_, &run));
    llmspell_workflow_run_result result_;
    GIVEN(llmspell_workflow_get_result(session, run, NULL, &result_));
    example_begin(example);
    llmspell_workflow_status result;
    if (example_worked(example, llmspell_workflow_get_status(session, run, &result))) {
        json_text(example_result(example), name_of_workflow_status(result));
    }
    llmspell_workflow_run_result_free(&result_);
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.get_status, completed: */
static void workflow_get_status_completed(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "one";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, NULL, &run));
    llmspell_workflow_run_result result_;
    GIVEN(llmspell_workflow_get_result(session, run, NULL, &result_));
    example_begin(example);
    llmspell_workflow_status result;
    if (example_worked(example, llmspell_workflow_get_status(session, run, &result))) {
        json_text(example_result(example), name_of_workflow_status(result));
    }
    llmspell_workflow_run_result_free(&result_);
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.get_status, unknown: */
static void workflow_get_status_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow_run *run = llmspell_workflow_run_from_id("run_9");
    example_begin(example);
    llmspell_workflow_status result;
    if (example_worked(example, llmspell_workflow_get_status(session, run, &result))) {
        json_text(example_result(example), name_of_workflow_status(result));
    }
    llmspell_workflow_run_free(run);
}

/* workflow.get_result, of_a_background_run: */
static void workflow_get_result_of_a_background_run(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "one";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "\"{{input * 2}}\"";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, "21", NULL, &run));
    example_begin(example);
    llmspell_workflow_run_result result;
    if (example_worked(example, llmspell_workflow_get_result(session, run, NULL, &result))) {
        put_workflow_run_result(example_result(example), &result);
        llmspell_workflow_run_result_free(&result);
    }
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.get_result, of_a_paused_run: What it has come to so far, without an output. */
static void workflow_get_result_of_a_paused_run(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "two";
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "b";
    transform_.value_json = "\"{{a.output + 1}}\"";
    steps_items[1].as.transform = &transform_;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run_options options_;
    llmspell_workflow_run_options_init(&options_);
    const char *pause_after_items[] = {"a"};
    llmspell_string_list pause_after = {pause_after_items, 1};
    options_.pause_after = pause_after;
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, &options_, &run));
    llmspell_workflow_run_result result_;
    GIVEN(llmspell_workflow_get_result(session, run, NULL, &result_));
    example_begin(example);
    llmspell_workflow_run_result result;
    if (example_worked(example, llmspell_workflow_get_result(session, run, NULL, &result))) {
        put_workflow_run_result(example_result(example), &result);
        llmspell_workflow_run_result_free(&result);
    }
    llmspell_workflow_run_result_free(&result_);
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.get_result, of_a_cancelled_run: */
static void workflow_get_result_of_a_cancelled_run(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "slow";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_WAIT;
    llmspell_workflow_wait_step wait;
    llmspell_workflow_wait_step_init(&wait);
    wait.id = "rest";
    wait.seconds = 3600.0;
    steps_items[0].as.wait = &wait;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, NULL, &run));
    GIVEN(llmspell_workflow_cancel(session, run));
    example_begin(example);
    llmspell_workflow_run_result result;
    if (example_worked(example, llmspell_workflow_get_result(session, run, NULL, &result))) {
        put_workflow_run_result(example_result(example), &result);
        llmspell_workflow_run_result_free(&result);
    }
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.get_result, not_in_time: */
static void workflow_get_result_not_in_time(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "slow";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_WAIT;
    llmspell_workflow_wait_step wait;
    llmspell_workflow_wait_step_init(&wait);
    wait.id = "rest";
    wait.seconds = 3600.0;
    steps_items[0].as.wait = &wait;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, NULL, &run));
    double timeout_seconds = 0.01;
    example_begin(example);
    llmspell_workflow_run_result result;
    if (example_worked(example, llmspell_workflow_get_result(session, run, &timeout_seconds, &result))) {
        put_workflow_run_result(example_result(example), &result);
        llmspell_workflow_run_result_free(&result);
    }
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.get_result, unknown: */
static void workflow_get_result_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow_run *run = llmspell_workflow_run_from_id("run_9");
    example_begin(example);
    llmspell_workflow_run_result result;
    if (example_worked(example, llmspell_workflow_get_result(session, run, NULL, &result))) {
        put_workflow_run_result(example_result(example), &result);
        llmspell_workflow_run_result_free(&result);
    }
    llmspell_workflow_run_free(run);
}

/* workflow.discard, paused: */
static void workflow_discard_paused(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "two";
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "b";
    transform_.value_json = "\"{{a.output + 1}}\"";
    steps_items[1].as.transform = &transform_;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run_options options_;
    llmspell_workflow_run_options_init(&options_);
    const char *pause_after_items[] = {"a"};
    llmspell_string_list pause_after = {pause_after_items, 1};
    options_.pause_after = pause_after;
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, &options_, &run));
    llmspell_workflow_run_result result_;
    GIVEN(llmspell_workflow_get_result(session, run, NULL, &result_));
    example_begin(example);
    if (example_worked(example, llmspell_workflow_discard(session, run)))
        json_null(example_result(example));
    llmspell_workflow_run_result_free(&result_);
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.discard, unknown: */
static void workflow_discard_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow_run *run = llmspell_workflow_run_from_id("run_9");
    example_begin(example);
    if (example_worked(example, llmspell_workflow_discard(session, run)))
        json_null(example_result(example));
    llmspell_workflow_run_free(run);
}

/* workflow.list, two: */
static void workflow_list_two(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "one";
    definition.description = "Nothing much.";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_definition definition_;
    llmspell_workflow_definition_init(&definition_);
    definition_.name = "both";
    definition_.pattern = LLMSPELL_WORKFLOW_PATTERN_PARALLEL;
    llmspell_workflow_step steps__items[2];
    llmspell_workflow_step_init(&steps__items[0]);
    steps__items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "a";
    transform_.value_json = "1";
    steps__items[0].as.transform = &transform_;
    llmspell_workflow_step_init(&steps__items[1]);
    steps__items[1].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform__;
    llmspell_workflow_transform_step_init(&transform__);
    transform__.id = "b";
    transform__.value_json = "2";
    steps__items[1].as.transform = &transform__;
    llmspell_workflow_step_list steps_ = {steps__items, 2};
    definition_.steps = steps_;
    llmspell_workflow *workflow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition_, &workflow));
    llmspell_workflow_run_result result_;
    GIVEN(llmspell_workflow_execute(session, flow, NULL, NULL, &result_));
    example_begin(example);
    llmspell_workflow_info_list result;
    if (example_worked(example, llmspell_workflow_list(session, &result))) {
        put_workflow_info_list(example_result(example), &result);
        llmspell_workflow_info_list_free(&result);
    }
    llmspell_workflow_run_result_free(&result_);
    llmspell_workflow_free(workflow);
    llmspell_workflow_free(flow);
}

/* workflow.list, none: */
static void workflow_list_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_workflow_info_list result;
    if (example_worked(example, llmspell_workflow_list(session, &result))) {
        put_workflow_info_list(example_result(example), &result);
        llmspell_workflow_info_list_free(&result);
    }
}

/* workflow.get, by_name: */
static void workflow_get_by_name(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "one";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *workflow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &workflow));
    example_begin(example);
    llmspell_workflow *result = NULL;
    if (example_worked(example, llmspell_workflow_get(session, "one", &result))) {
        json_text(example_result(example), llmspell_workflow_id(result));
        llmspell_workflow_free(result);
    }
    llmspell_workflow_free(workflow);
}

/* workflow.get, unknown: */
static void workflow_get_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_workflow *result = NULL;
    if (example_worked(example, llmspell_workflow_get(session, "nobody", &result))) {
        json_text(example_result(example), llmspell_workflow_id(result));
        llmspell_workflow_free(result);
    }
}

/* workflow.get_info, fresh: */
static void workflow_get_info_fresh(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "one";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    example_begin(example);
    llmspell_workflow_info result;
    if (example_worked(example, llmspell_workflow_get_info(session, flow, &result))) {
        put_workflow_info(example_result(example), &result);
        llmspell_workflow_info_free(&result);
    }
    llmspell_workflow_free(flow);
}

/* workflow.get_info, unknown: */
static void workflow_get_info_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow *workflow = llmspell_workflow_from_id("workflow_9");
    example_begin(example);
    llmspell_workflow_info result;
    if (example_worked(example, llmspell_workflow_get_info(session, workflow, &result))) {
        put_workflow_info(example_result(example), &result);
        llmspell_workflow_info_free(&result);
    }
    llmspell_workflow_free(workflow);
}

/* workflow.get_definition, as_given: */
static void workflow_get_definition_as_given(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "both";
    definition.pattern = LLMSPELL_WORKFLOW_PATTERN_PARALLEL;
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "null";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_WAIT;
    llmspell_workflow_wait_step wait;
    llmspell_workflow_wait_step_init(&wait);
    wait.id = "b";
    wait.seconds = 0.0;
    const char *after_items[] = {"a"};
    llmspell_string_list after = {after_items, 1};
    wait.after = after;
    steps_items[1].as.wait = &wait;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    example_begin(example);
    llmspell_workflow_definition result;
    if (example_worked(example, llmspell_workflow_get_definition(session, flow, &result))) {
        put_workflow_definition(example_result(example), &result);
        llmspell_workflow_definition_free(&result);
    }
    llmspell_workflow_free(flow);
}

/* workflow.get_definition, unknown: */
static void workflow_get_definition_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow *workflow = llmspell_workflow_from_id("workflow_9");
    example_begin(example);
    llmspell_workflow_definition result;
    if (example_worked(example, llmspell_workflow_get_definition(session, workflow, &result))) {
        put_workflow_definition(example_result(example), &result);
        llmspell_workflow_definition_free(&result);
    }
    llmspell_workflow_free(workflow);
}

/* workflow.validate, good: */
static void workflow_validate_good(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "one";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    example_begin(example);
    llmspell_workflow_validation_result result;
    if (example_worked(example, llmspell_workflow_validate(session, &definition, &result))) {
        put_workflow_validation_result(example_result(example), &result);
        llmspell_workflow_validation_result_free(&result);
    }
}

/* workflow.validate, cycle: Two steps that wait for each other, and a name that means nothing. */
static void workflow_validate_cycle(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "circle";
    definition.pattern = LLMSPELL_WORKFLOW_PATTERN_PARALLEL;
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "egg";
    transform.value_json = "\"{{hen.output}}\"";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "hen";
    transform_.value_json = "\"From {{egg.output}} in {{inpt.year}}\"";
    steps_items[1].as.transform = &transform_;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    example_begin(example);
    llmspell_workflow_validation_result result;
    if (example_worked(example, llmspell_workflow_validate(session, &definition, &result))) {
        put_workflow_validation_result(example_result(example), &result);
        llmspell_workflow_validation_result_free(&result);
    }
}

/* workflow.validate, what_the_session_lacks: */
static void workflow_validate_what_the_session_lacks(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "needy";
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TOOL;
    llmspell_workflow_tool_step tool;
    llmspell_workflow_tool_step_init(&tool);
    tool.id = "look";
    tool.tool = "no_such_tool";
    steps_items[0].as.tool = &tool;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TOOL;
    llmspell_workflow_tool_step tool_;
    llmspell_workflow_tool_step_init(&tool_);
    tool_.id = "sum";
    tool_.tool = "calculator";
    steps_items[1].as.tool = &tool_;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    example_begin(example);
    llmspell_workflow_validation_result result;
    if (example_worked(example, llmspell_workflow_validate(session, &definition, &result))) {
        put_workflow_validation_result(example_result(example), &result);
        llmspell_workflow_validation_result_free(&result);
    }
}

/* workflow.list_runs, paused: */
static void workflow_list_runs_paused(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "two";
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "b";
    transform_.value_json = "\"{{a.output + 1}}\"";
    steps_items[1].as.transform = &transform_;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run_options options_;
    llmspell_workflow_run_options_init(&options_);
    const char *pause_after_items[] = {"a"};
    llmspell_string_list pause_after = {pause_after_items, 1};
    options_.pause_after = pause_after;
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, &options_, &run));
    llmspell_workflow_run_result result_;
    GIVEN(llmspell_workflow_get_result(session, run, NULL, &result_));
    example_begin(example);
    llmspell_workflow_run_info_list result;
    if (example_worked(example, llmspell_workflow_list_runs(session, NULL, &result))) {
        put_workflow_run_info_list(example_result(example), &result);
        llmspell_workflow_run_info_list_free(&result);
    }
    llmspell_workflow_run_result_free(&result_);
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.list_runs, none: */
static void workflow_list_runs_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_workflow_run_info_list result;
    if (example_worked(example, llmspell_workflow_list_runs(session, NULL, &result))) {
        put_workflow_run_info_list(example_result(example), &result);
        llmspell_workflow_run_info_list_free(&result);
    }
}

/* workflow.compose, pipeline: */
static void workflow_compose_pipeline(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "double";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "\"{{input * 2}}\"";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *workflow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &workflow));
    llmspell_workflow_definition definition_;
    llmspell_workflow_definition_init(&definition_);
    definition_.name = "add-one";
    llmspell_workflow_step steps__items[1];
    llmspell_workflow_step_init(&steps__items[0]);
    steps__items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "a";
    transform_.value_json = "\"{{input + 1}}\"";
    steps__items[0].as.transform = &transform_;
    llmspell_workflow_step_list steps_ = {steps__items, 1};
    definition_.steps = steps_;
    llmspell_workflow *workflow_ = NULL;
    GIVEN(llmspell_workflow_create(session, &definition_, &workflow_));
    const char *workflows_items[] = {"double", "add-one"};
    llmspell_string_list workflows = {workflows_items, 2};
    example_begin(example);
    llmspell_workflow *result = NULL;
    if (example_worked(example, llmspell_workflow_compose(session, "both", &workflows, LLMSPELL_WORKFLOW_PATTERN_PIPELINE, &result))) {
        json_text(example_result(example), llmspell_workflow_id(result));
        llmspell_workflow_free(result);
    }
    llmspell_workflow_free(workflow_);
    llmspell_workflow_free(workflow);
}

/* workflow.compose, not_a_loop: Some patterns need more than steps. */
static void workflow_compose_not_a_loop(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "double";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "\"{{input * 2}}\"";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *workflow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &workflow));
    llmspell_workflow_definition definition_;
    llmspell_workflow_definition_init(&definition_);
    definition_.name = "add-one";
    llmspell_workflow_step steps__items[1];
    llmspell_workflow_step_init(&steps__items[0]);
    steps__items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "a";
    transform_.value_json = "\"{{input + 1}}\"";
    steps__items[0].as.transform = &transform_;
    llmspell_workflow_step_list steps_ = {steps__items, 1};
    definition_.steps = steps_;
    llmspell_workflow *workflow_ = NULL;
    GIVEN(llmspell_workflow_create(session, &definition_, &workflow_));
    const char *workflows_items[] = {"double"};
    llmspell_string_list workflows = {workflows_items, 1};
    example_begin(example);
    llmspell_workflow *result = NULL;
    if (example_worked(example, llmspell_workflow_compose(session, "both", &workflows, LLMSPELL_WORKFLOW_PATTERN_LOOP, &result))) {
        json_text(example_result(example), llmspell_workflow_id(result));
        llmspell_workflow_free(result);
    }
    llmspell_workflow_free(workflow_);
    llmspell_workflow_free(workflow);
}

/* workflow.get_dependencies, diamond: */
static void workflow_get_dependencies_diamond(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "diamond";
    definition.pattern = LLMSPELL_WORKFLOW_PATTERN_PARALLEL;
    llmspell_workflow_step steps_items[4];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "bottom";
    transform.value_json = "\"{{left.output + right.output}}\"";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "left";
    transform_.value_json = "\"{{top.output}}\"";
    steps_items[1].as.transform = &transform_;
    llmspell_workflow_step_init(&steps_items[2]);
    steps_items[2].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform__;
    llmspell_workflow_transform_step_init(&transform__);
    transform__.id = "right";
    transform__.value_json = "2";
    const char *after_items[] = {"top"};
    llmspell_string_list after = {after_items, 1};
    transform__.after = after;
    steps_items[2].as.transform = &transform__;
    llmspell_workflow_step_init(&steps_items[3]);
    steps_items[3].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform___;
    llmspell_workflow_transform_step_init(&transform___);
    transform___.id = "top";
    transform___.value_json = "1";
    steps_items[3].as.transform = &transform___;
    llmspell_workflow_step_list steps = {steps_items, 4};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    example_begin(example);
    llmspell_workflow_dependency_graph result;
    if (example_worked(example, llmspell_workflow_get_dependencies(session, flow, &result))) {
        put_workflow_dependency_graph(example_result(example), &result);
        llmspell_workflow_dependency_graph_free(&result);
    }
    llmspell_workflow_free(flow);
}

/* workflow.get_dependencies, unknown: */
static void workflow_get_dependencies_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow *workflow = llmspell_workflow_from_id("workflow_9");
    example_begin(example);
    llmspell_workflow_dependency_graph result;
    if (example_worked(example, llmspell_workflow_get_dependencies(session, workflow, &result))) {
        put_workflow_dependency_graph(example_result(example), &result);
        llmspell_workflow_dependency_graph_free(&result);
    }
    llmspell_workflow_free(workflow);
}

/* workflow.serialize, yaml: */
static void workflow_serialize_yaml(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "one";
    llmspell_workflow_step steps_items[1];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "\"{{input}}\"";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_list steps = {steps_items, 1};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_workflow_serialize(session, flow, LLMSPELL_WORKFLOW_FORMAT_YAML, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_workflow_free(flow);
}

/* workflow.serialize, unknown: */
static void workflow_serialize_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow *workflow = llmspell_workflow_from_id("workflow_9");
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_workflow_serialize(session, workflow, 0, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_workflow_free(workflow);
}

/* workflow.deserialize, by_hand: */
static void workflow_deserialize_by_hand(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_workflow *result = NULL;
    if (example_worked(example, llmspell_workflow_deserialize(session, "format: llmspell.workflow\nversion: 1\nworkflow:\n  name: greet\n  steps:\n    - {id: text, kind: transform, value: \"Hello {{input.name}}\"}\n", 0, &result))) {
        json_text(example_result(example), llmspell_workflow_id(result));
        llmspell_workflow_free(result);
    }
}

/* workflow.deserialize, of_the_future: A version that is not known is refused. */
static void workflow_deserialize_of_the_future(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_workflow *result = NULL;
    if (example_worked(example, llmspell_workflow_deserialize(session, "{\"format\": \"llmspell.workflow\", \"version\": 2, \"workflow\": {}}", 0, &result))) {
        json_text(example_result(example), llmspell_workflow_id(result));
        llmspell_workflow_free(result);
    }
}

/* workflow.deserialize, something_else: */
static void workflow_deserialize_something_else(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_workflow *result = NULL;
    if (example_worked(example, llmspell_workflow_deserialize(session, "[1, 2]", LLMSPELL_WORKFLOW_FORMAT_JSON, &result))) {
        json_text(example_result(example), llmspell_workflow_id(result));
        llmspell_workflow_free(result);
    }
}

/* workflow.get_checkpoint, paused: */
static void workflow_get_checkpoint_paused(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "two";
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "b";
    transform_.value_json = "\"{{a.output + 1}}\"";
    steps_items[1].as.transform = &transform_;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run_options options_;
    llmspell_workflow_run_options_init(&options_);
    const char *pause_after_items[] = {"a"};
    llmspell_string_list pause_after = {pause_after_items, 1};
    options_.pause_after = pause_after;
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, &options_, &run));
    llmspell_workflow_run_result result_;
    GIVEN(llmspell_workflow_get_result(session, run, NULL, &result_));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_workflow_get_checkpoint(session, run, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_workflow_run_result_free(&result_);
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.get_checkpoint, unknown: */
static void workflow_get_checkpoint_unknown(example *example, llmspell_session *session)
{
    llmspell_workflow_run *run = llmspell_workflow_run_from_id("run_9");
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_workflow_get_checkpoint(session, run, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_workflow_run_free(run);
}

/* workflow.restore, after_the_first_step: */
static void workflow_restore_after_the_first_step(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "two";
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "b";
    transform_.value_json = "\"{{a.output + 1}}\"";
    steps_items[1].as.transform = &transform_;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run_options options_;
    llmspell_workflow_run_options_init(&options_);
    const char *pause_after_items[] = {"a"};
    llmspell_string_list pause_after = {pause_after_items, 1};
    options_.pause_after = pause_after;
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, &options_, &run));
    llmspell_workflow_run_result result_;
    GIVEN(llmspell_workflow_get_result(session, run, NULL, &result_));
    char *checkpoint = NULL;
    GIVEN(llmspell_workflow_get_checkpoint(session, run, &checkpoint));
    GIVEN(llmspell_workflow_discard(session, run));
    example_begin(example);
    llmspell_workflow_run *result = NULL;
    if (example_worked(example, llmspell_workflow_restore(session, example_format(example, "%s", checkpoint), NULL, &result))) {
        json_text(example_result(example), llmspell_workflow_run_id(result));
        llmspell_workflow_run_free(result);
    }
    llmspell_string_free(checkpoint);
    llmspell_workflow_run_result_free(&result_);
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.restore, something_else: */
static void workflow_restore_something_else(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_workflow_run *result = NULL;
    if (example_worked(example, llmspell_workflow_restore(session, "{}", NULL, &result))) {
        json_text(example_result(example), llmspell_workflow_run_id(result));
        llmspell_workflow_run_free(result);
    }
}

/* workflow.recover, one: */
static void workflow_recover_one(example *example, llmspell_session *session)
{
    llmspell_workflow_definition definition;
    llmspell_workflow_definition_init(&definition);
    definition.name = "two";
    llmspell_workflow_step steps_items[2];
    llmspell_workflow_step_init(&steps_items[0]);
    steps_items[0].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform;
    llmspell_workflow_transform_step_init(&transform);
    transform.id = "a";
    transform.value_json = "1";
    steps_items[0].as.transform = &transform;
    llmspell_workflow_step_init(&steps_items[1]);
    steps_items[1].kind = LLMSPELL_WORKFLOW_STEP_TRANSFORM;
    llmspell_workflow_transform_step transform_;
    llmspell_workflow_transform_step_init(&transform_);
    transform_.id = "b";
    transform_.value_json = "\"{{a.output + 1}}\"";
    steps_items[1].as.transform = &transform_;
    llmspell_workflow_step_list steps = {steps_items, 2};
    definition.steps = steps;
    llmspell_workflow *flow = NULL;
    GIVEN(llmspell_workflow_create(session, &definition, &flow));
    llmspell_workflow_run_options options_;
    llmspell_workflow_run_options_init(&options_);
    const char *pause_after_items[] = {"a"};
    llmspell_string_list pause_after = {pause_after_items, 1};
    options_.pause_after = pause_after;
    options_.checkpoint_file = "runs.db";
    llmspell_workflow_run *run = NULL;
    GIVEN(llmspell_workflow_start(session, flow, NULL, &options_, &run));
    llmspell_workflow_run_result result_;
    GIVEN(llmspell_workflow_get_result(session, run, NULL, &result_));
    GIVEN(llmspell_workflow_discard(session, run));
    example_begin(example);
    llmspell_workflow_run_handle_list result;
    if (example_worked(example, llmspell_workflow_recover(session, "runs.db", &result))) {
        put_workflow_run_handle_list(example_result(example), &result);
        llmspell_workflow_run_handle_list_free(&result);
    }
    llmspell_workflow_run_result_free(&result_);
    llmspell_workflow_run_free(run);
    llmspell_workflow_free(flow);
}

/* workflow.recover, forbidden: */
static void workflow_recover_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_workflow_run_handle_list result;
    if (example_worked(example, llmspell_workflow_recover(session, "runs.db", &result))) {
        put_workflow_run_handle_list(example_result(example), &result);
        llmspell_workflow_run_handle_list_free(&result);
    }
}

int main(void)
{
    example_run("workflow.create", "two_steps", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_create_two_steps);
    example_run("workflow.create", "all_that_is_wrong", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_create_all_that_is_wrong);
    example_run("workflow.create", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_create_twice);
    example_run("workflow.destroy", "gone", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_destroy_gone);
    example_run("workflow.destroy", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_destroy_unknown);
    example_run("workflow.execute", "handler_and_tool", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_execute_handler_and_tool);
    example_run("workflow.execute", "step_fails", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_execute_step_fails);
    example_run("workflow.execute", "input_does_not_fit", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_execute_input_does_not_fit);
    example_run("workflow.execute", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_execute_unknown);
    example_run("workflow.start", "background", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_start_background);
    example_run("workflow.start", "no_such_step", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_start_no_such_step);
    example_run("workflow.pause", "at_once", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_pause_at_once);
    example_run("workflow.pause", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_pause_unknown);
    example_run("workflow.resume", "after_a_step", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_resume_after_a_step);
    example_run("workflow.resume", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_resume_unknown);
    example_run("workflow.cancel", "in_the_middle", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_cancel_in_the_middle);
    example_run("workflow.cancel", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_cancel_unknown);
    example_run("workflow.get_status", "paused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_status_paused);
    example_run("workflow.get_status", "completed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_status_completed);
    example_run("workflow.get_status", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_status_unknown);
    example_run("workflow.get_result", "of_a_background_run", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_result_of_a_background_run);
    example_run("workflow.get_result", "of_a_paused_run", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_result_of_a_paused_run);
    example_run("workflow.get_result", "of_a_cancelled_run", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_result_of_a_cancelled_run);
    example_run("workflow.get_result", "not_in_time", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_result_not_in_time);
    example_run("workflow.get_result", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_result_unknown);
    example_run("workflow.discard", "paused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_discard_paused);
    example_run("workflow.discard", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_discard_unknown);
    example_run("workflow.list", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_list_two);
    example_run("workflow.list", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_list_none);
    example_run("workflow.get", "by_name", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_by_name);
    example_run("workflow.get", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_unknown);
    example_run("workflow.get_info", "fresh", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_info_fresh);
    example_run("workflow.get_info", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_info_unknown);
    example_run("workflow.get_definition", "as_given", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_definition_as_given);
    example_run("workflow.get_definition", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_definition_unknown);
    example_run("workflow.validate", "good", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_validate_good);
    example_run("workflow.validate", "cycle", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_validate_cycle);
    example_run("workflow.validate", "what_the_session_lacks", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_validate_what_the_session_lacks);
    example_run("workflow.list_runs", "paused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_list_runs_paused);
    example_run("workflow.list_runs", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_list_runs_none);
    example_run("workflow.compose", "pipeline", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_compose_pipeline);
    example_run("workflow.compose", "not_a_loop", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_compose_not_a_loop);
    example_run("workflow.get_dependencies", "diamond", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_dependencies_diamond);
    example_run("workflow.get_dependencies", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_dependencies_unknown);
    example_run("workflow.serialize", "yaml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_serialize_yaml);
    example_run("workflow.serialize", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_serialize_unknown);
    example_run("workflow.deserialize", "by_hand", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_deserialize_by_hand);
    example_run("workflow.deserialize", "of_the_future", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_deserialize_of_the_future);
    example_run("workflow.deserialize", "something_else", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_deserialize_something_else);
    example_run("workflow.get_checkpoint", "paused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_checkpoint_paused);
    example_run("workflow.get_checkpoint", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_checkpoint_unknown);
    example_run("workflow.restore", "after_the_first_step", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_restore_after_the_first_step);
    example_run("workflow.restore", "something_else", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_restore_something_else);
    example_run("workflow.recover", "one", "{\"permissions\": {\"llm\": true, \"fs.write\": [\".\"]}, \"record_events\": true}", workflow_recover_one);
    example_run("workflow.recover", "forbidden", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_recover_forbidden);
    return 0;
}
