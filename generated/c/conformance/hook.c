/* Every example of hook, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_hook_call(json *out, const llmspell_hook_call *value);
static const char *name_of_hook_phase(llmspell_hook_phase value);
static void put_hook_payload(json *out, const llmspell_hook_payload *value);
static void put_hook_generate_payload(json *out, const llmspell_hook_generate_payload *value);
static void put_message_list(json *out, const llmspell_message_list *value);
static void put_message(json *out, const llmspell_message *value);
static const char *name_of_role(llmspell_role value);
static void put_tool_call_list(json *out, const llmspell_tool_call_list *value);
static void put_tool_call(json *out, const llmspell_tool_call *value);
static void put_string_list(json *out, const llmspell_string_list *value);
static void put_tool_spec_list(json *out, const llmspell_tool_spec_list *value);
static void put_tool_spec(json *out, const llmspell_tool_spec *value);
static void put_hook_tool_call_payload(json *out, const llmspell_hook_tool_call_payload *value);
static const char *name_of_tool_execution_mode(llmspell_tool_execution_mode value);
static void put_hook_agent_run_payload(json *out, const llmspell_hook_agent_run_payload *value);
static void put_hook_workflow_step_payload(json *out, const llmspell_hook_workflow_step_payload *value);
static void put_hook_custom_payload(json *out, const llmspell_hook_custom_payload *value);
static void put_error_info(json *out, const llmspell_error_info *value);
static void put_hook_info_list(json *out, const llmspell_hook_info_list *value);
static void put_hook_info(json *out, const llmspell_hook_info *value);
static const char *name_of_hook_type(llmspell_hook_type value);
static const char *name_of_hook_priority(llmspell_hook_priority value);
static const char *name_of_hook_failure_policy(llmspell_hook_failure_policy value);
static const char *name_of_hook_built_in(llmspell_hook_built_in value);
static void put_int64_map(json *out, const llmspell_int64_map *value);
static void put_hook_metric_series_list(json *out, const llmspell_hook_metric_series_list *value);
static void put_hook_metric_series(json *out, const llmspell_hook_metric_series *value);

static const char *name_of_hook_phase(llmspell_hook_phase value)
{
    switch (value) {
    case LLMSPELL_HOOK_PHASE_BEFORE:
        return "before";
    case LLMSPELL_HOOK_PHASE_AFTER:
        return "after";
    case LLMSPELL_HOOK_PHASE_ERROR:
        return "error";
    default:
        return NULL;
    }
}

static const char *name_of_role(llmspell_role value)
{
    switch (value) {
    case LLMSPELL_ROLE_SYSTEM:
        return "system";
    case LLMSPELL_ROLE_USER:
        return "user";
    case LLMSPELL_ROLE_ASSISTANT:
        return "assistant";
    case LLMSPELL_ROLE_TOOL:
        return "tool";
    default:
        return NULL;
    }
}

static void put_tool_call(json *out, const llmspell_tool_call *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "arguments");
    json_raw(out, value->arguments_json);
    json_close(out, '}');
}

static void put_tool_call_list(json *out, const llmspell_tool_call_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_tool_call(out, &value->items[i]);
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

static void put_message(json *out, const llmspell_message *value)
{
    json_open(out, '{');
    json_key(out, "role");
    json_text(out, name_of_role(value->role));
    json_key(out, "content");
    json_text(out, value->content);
    if (value->tool_calls.items != NULL) {
        json_key(out, "tool_calls");
        put_tool_call_list(out, &value->tool_calls);
    }
    if (value->tool_call_id != NULL) {
        json_key(out, "tool_call_id");
        json_text(out, value->tool_call_id);
    }
    if (value->name != NULL) {
        json_key(out, "name");
        json_text(out, value->name);
    }
    if (value->images.items != NULL) {
        json_key(out, "images");
        put_string_list(out, &value->images);
    }
    json_close(out, '}');
}

static void put_message_list(json *out, const llmspell_message_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_message(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_tool_spec(json *out, const llmspell_tool_spec *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "description");
    json_text(out, value->description);
    json_key(out, "parameters");
    json_raw(out, value->parameters_json);
    json_close(out, '}');
}

static void put_tool_spec_list(json *out, const llmspell_tool_spec_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_tool_spec(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_hook_generate_payload(json *out, const llmspell_hook_generate_payload *value)
{
    json_open(out, '{');
    json_key(out, "point");
    json_raw(out, "\"generate\"");
    json_key(out, "provider");
    json_text(out, value->provider);
    json_key(out, "model");
    json_text(out, value->model);
    json_key(out, "messages");
    put_message_list(out, &value->messages);
    json_key(out, "tools");
    put_tool_spec_list(out, &value->tools);
    json_key(out, "streaming");
    json_boolean(out, value->streaming);
    if (value->agent != NULL) {
        json_key(out, "agent");
        json_text(out, value->agent);
    }
    if (value->tool_choice != NULL) {
        json_key(out, "tool_choice");
        json_text(out, value->tool_choice);
    }
    if (value->has_temperature) {
        json_key(out, "temperature");
        json_number(out, value->temperature);
    }
    if (value->has_top_p) {
        json_key(out, "top_p");
        json_number(out, value->top_p);
    }
    if (value->has_max_tokens) {
        json_key(out, "max_tokens");
        json_integer(out, value->max_tokens);
    }
    if (value->stop.items != NULL) {
        json_key(out, "stop");
        put_string_list(out, &value->stop);
    }
    if (value->has_seed) {
        json_key(out, "seed");
        json_integer(out, value->seed);
    }
    if (value->response_schema_json != NULL) {
        json_key(out, "response_schema");
        json_raw(out, value->response_schema_json);
    }
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    if (value->extra_json != NULL) {
        json_key(out, "extra");
        json_raw(out, value->extra_json);
    }
    json_close(out, '}');
}

static const char *name_of_tool_execution_mode(llmspell_tool_execution_mode value)
{
    switch (value) {
    case LLMSPELL_TOOL_EXECUTION_MODE_DIRECT:
        return "direct";
    case LLMSPELL_TOOL_EXECUTION_MODE_SANDBOXED:
        return "sandboxed";
    case LLMSPELL_TOOL_EXECUTION_MODE_ASYNC:
        return "async";
    default:
        return NULL;
    }
}

static void put_hook_tool_call_payload(json *out, const llmspell_hook_tool_call_payload *value)
{
    json_open(out, '{');
    json_key(out, "point");
    json_raw(out, "\"tool_call\"");
    json_key(out, "tool");
    json_text(out, value->tool);
    json_key(out, "arguments");
    json_raw(out, value->arguments_json);
    json_key(out, "execution");
    json_text(out, value->execution);
    json_key(out, "mode");
    json_text(out, name_of_tool_execution_mode(value->mode));
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    json_close(out, '}');
}

static void put_hook_agent_run_payload(json *out, const llmspell_hook_agent_run_payload *value)
{
    json_open(out, '{');
    json_key(out, "point");
    json_raw(out, "\"agent_run\"");
    json_key(out, "agent");
    json_text(out, value->agent);
    json_key(out, "agent_id");
    json_text(out, value->agent_id);
    json_key(out, "input");
    json_text(out, value->input);
    json_key(out, "streaming");
    json_boolean(out, value->streaming);
    if (value->images.items != NULL) {
        json_key(out, "images");
        put_string_list(out, &value->images);
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
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    if (value->schema_json != NULL) {
        json_key(out, "schema");
        json_raw(out, value->schema_json);
    }
    if (value->has_max_attempts) {
        json_key(out, "max_attempts");
        json_integer(out, value->max_attempts);
    }
    json_close(out, '}');
}

static void put_hook_workflow_step_payload(json *out, const llmspell_hook_workflow_step_payload *value)
{
    json_open(out, '{');
    json_key(out, "point");
    json_raw(out, "\"workflow_step\"");
    json_key(out, "workflow");
    json_text(out, value->workflow);
    if (value->run != NULL) {
        json_key(out, "run");
        json_text(out, value->run);
    }
    json_key(out, "step");
    json_text(out, value->step);
    json_key(out, "kind");
    json_text(out, value->kind);
    json_key(out, "input");
    json_raw(out, value->input_json);
    if (value->has_attempt) {
        json_key(out, "attempt");
        json_integer(out, value->attempt);
    }
    json_close(out, '}');
}

static void put_hook_custom_payload(json *out, const llmspell_hook_custom_payload *value)
{
    json_open(out, '{');
    json_key(out, "point");
    json_raw(out, "\"custom\"");
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "value");
    json_raw(out, value->value_json);
    json_close(out, '}');
}

static void put_hook_payload(json *out, const llmspell_hook_payload *value)
{
    switch (value->kind) {
    case LLMSPELL_HOOK_PAYLOAD_GENERATE:
        put_hook_generate_payload(out, value->as.generate);
        break;
    case LLMSPELL_HOOK_PAYLOAD_TOOL_CALL:
        put_hook_tool_call_payload(out, value->as.tool_call);
        break;
    case LLMSPELL_HOOK_PAYLOAD_AGENT_RUN:
        put_hook_agent_run_payload(out, value->as.agent_run);
        break;
    case LLMSPELL_HOOK_PAYLOAD_WORKFLOW_STEP:
        put_hook_workflow_step_payload(out, value->as.workflow_step);
        break;
    case LLMSPELL_HOOK_PAYLOAD_CUSTOM:
        put_hook_custom_payload(out, value->as.custom);
        break;
    default:
        json_null(out);
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

static void put_hook_call(json *out, const llmspell_hook_call *value)
{
    json_open(out, '{');
    json_key(out, "hook");
    json_text(out, value->hook);
    json_key(out, "point");
    json_text(out, value->point);
    json_key(out, "phase");
    json_text(out, name_of_hook_phase(value->phase));
    json_key(out, "payload");
    put_hook_payload(out, value->payload);
    if (value->result_json != NULL) {
        json_key(out, "result");
        json_raw(out, value->result_json);
    }
    if (value->error != NULL) {
        json_key(out, "error");
        put_error_info(out, value->error);
    }
    json_key(out, "context");
    json_raw(out, value->context_json);
    json_key(out, "attempt");
    json_integer(out, value->attempt);
    json_key(out, "call");
    json_text(out, value->call);
    json_key(out, "session");
    json_text(out, value->session);
    json_close(out, '}');
}

static const char *name_of_hook_type(llmspell_hook_type value)
{
    switch (value) {
    case LLMSPELL_HOOK_TYPE_PRE:
        return "pre";
    case LLMSPELL_HOOK_TYPE_POST:
        return "post";
    case LLMSPELL_HOOK_TYPE_AROUND:
        return "around";
    case LLMSPELL_HOOK_TYPE_ERROR:
        return "error";
    default:
        return NULL;
    }
}

static const char *name_of_hook_priority(llmspell_hook_priority value)
{
    switch (value) {
    case LLMSPELL_HOOK_PRIORITY_HIGHEST:
        return "highest";
    case LLMSPELL_HOOK_PRIORITY_HIGH:
        return "high";
    case LLMSPELL_HOOK_PRIORITY_NORMAL:
        return "normal";
    case LLMSPELL_HOOK_PRIORITY_LOW:
        return "low";
    case LLMSPELL_HOOK_PRIORITY_LOWEST:
        return "lowest";
    default:
        return NULL;
    }
}

static const char *name_of_hook_failure_policy(llmspell_hook_failure_policy value)
{
    switch (value) {
    case LLMSPELL_HOOK_FAILURE_POLICY_FAIL:
        return "fail";
    case LLMSPELL_HOOK_FAILURE_POLICY_IGNORE:
        return "ignore";
    case LLMSPELL_HOOK_FAILURE_POLICY_DISABLE:
        return "disable";
    default:
        return NULL;
    }
}

static const char *name_of_hook_built_in(llmspell_hook_built_in value)
{
    switch (value) {
    case LLMSPELL_HOOK_BUILT_IN_LOGGING:
        return "logging";
    case LLMSPELL_HOOK_BUILT_IN_METRICS:
        return "metrics";
    case LLMSPELL_HOOK_BUILT_IN_RATE_LIMIT:
        return "rate_limit";
    case LLMSPELL_HOOK_BUILT_IN_CACHE:
        return "cache";
    case LLMSPELL_HOOK_BUILT_IN_RETRY:
        return "retry";
    case LLMSPELL_HOOK_BUILT_IN_REDACTION:
        return "redaction";
    default:
        return NULL;
    }
}

static void put_int64_map(json *out, const llmspell_int64_map *value)
{
    json_open(out, '{');
    for (size_t i = 0; i < value->count; i++) {
        json_key(out, value->entries[i].key);
        json_integer(out, value->entries[i].value);
    }
    json_close(out, '}');
}

static void put_hook_metric_series(json *out, const llmspell_hook_metric_series *value)
{
    json_open(out, '{');
    json_key(out, "point");
    json_text(out, value->point);
    json_key(out, "subject");
    json_text(out, value->subject);
    json_key(out, "calls");
    json_integer(out, value->calls);
    json_key(out, "errors");
    json_integer(out, value->errors);
    if (value->error_codes.entries != NULL) {
        json_key(out, "error_codes");
        put_int64_map(out, &value->error_codes);
    }
    json_key(out, "total_ms");
    json_number(out, value->total_ms);
    if (value->has_min_ms) {
        json_key(out, "min_ms");
        json_number(out, value->min_ms);
    }
    if (value->has_p50_ms) {
        json_key(out, "p50_ms");
        json_number(out, value->p50_ms);
    }
    if (value->has_p90_ms) {
        json_key(out, "p90_ms");
        json_number(out, value->p90_ms);
    }
    if (value->has_p99_ms) {
        json_key(out, "p99_ms");
        json_number(out, value->p99_ms);
    }
    if (value->has_max_ms) {
        json_key(out, "max_ms");
        json_number(out, value->max_ms);
    }
    json_close(out, '}');
}

static void put_hook_metric_series_list(json *out, const llmspell_hook_metric_series_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_hook_metric_series(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_hook_info(json *out, const llmspell_hook_info *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "type");
    json_text(out, name_of_hook_type(value->type));
    json_key(out, "points");
    put_string_list(out, &value->points);
    json_key(out, "priority");
    json_text(out, name_of_hook_priority(value->priority));
    json_key(out, "enabled");
    json_boolean(out, value->enabled);
    json_key(out, "on_failure");
    json_text(out, name_of_hook_failure_policy(value->on_failure));
    json_key(out, "observe");
    json_boolean(out, value->observe);
    json_key(out, "calls");
    json_integer(out, value->calls);
    json_key(out, "failures");
    json_integer(out, value->failures);
    if (value->built_in != 0) {
        json_key(out, "built_in");
        json_text(out, name_of_hook_built_in(value->built_in));
    }
    if (value->members.items != NULL) {
        json_key(out, "members");
        put_string_list(out, &value->members);
    }
    if (value->part_of != NULL) {
        json_key(out, "part_of");
        json_text(out, value->part_of);
    }
    if (value->counts.entries != NULL) {
        json_key(out, "counts");
        put_int64_map(out, &value->counts);
    }
    if (value->metrics.items != NULL) {
        json_key(out, "metrics");
        put_hook_metric_series_list(out, &value->metrics);
    }
    if (value->has_disabled_by_failures) {
        json_key(out, "disabled_by_failures");
        json_boolean(out, value->disabled_by_failures);
    }
    if (value->last_error != NULL) {
        json_key(out, "last_error");
        put_error_info(out, value->last_error);
    }
    json_close(out, '}');
}

static void put_hook_info_list(json *out, const llmspell_hook_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_hook_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

static llmspell_status register_pre_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    (void)result;
    *result_is_null = true;
    return LLMSPELL_OK;
}

/* hook.register, pre: A hook before every tool call. */
static void hook_register_pre(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "tool_call";
    definition.type = LLMSPELL_HOOK_TYPE_PRE;
    definition.name = "watch";
    definition.handler = (llmspell_hook_handler){.call = register_pre_callback, .user_data = example};
    example_begin(example);
    llmspell_hook *result = NULL;
    if (example_worked(example, llmspell_hook_register(session, &definition, &result))) {
        json_text(example_result(example), llmspell_hook_id(result));
        llmspell_hook_free(result);
    }
}

static llmspell_status register_own_point_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    (void)result;
    *result_is_null = true;
    return LLMSPELL_OK;
}

/* hook.register, own_point: A point of the program's own, which hook.execute passes. */
static void hook_register_own_point(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "shop.checkout";
    definition.type = LLMSPELL_HOOK_TYPE_POST;
    definition.priority = LLMSPELL_HOOK_PRIORITY_HIGH;
    definition.has_timeout_seconds = true;
    definition.timeout_seconds = 2.0;
    definition.on_failure = LLMSPELL_HOOK_FAILURE_POLICY_IGNORE;
    definition.handler = (llmspell_hook_handler){.call = register_own_point_callback, .user_data = example};
    example_begin(example);
    llmspell_hook *result = NULL;
    if (example_worked(example, llmspell_hook_register(session, &definition, &result))) {
        json_text(example_result(example), llmspell_hook_id(result));
        llmspell_hook_free(result);
    }
}

/* hook.install, rate_limit: Five model calls a minute for each provider. */
static void hook_install_rate_limit(example *example, llmspell_session *session)
{
    llmspell_hook_built_in_hook built_in;
    llmspell_hook_built_in_hook_init(&built_in);
    built_in.kind = LLMSPELL_HOOK_BUILT_IN_HOOK_RATE_LIMIT;
    llmspell_hook_rate_limit_hook rate_limit;
    llmspell_hook_rate_limit_hook_init(&rate_limit);
    rate_limit.calls = 5;
    rate_limit.per_seconds = 60.0;
    const char *per_items[] = {"/provider"};
    llmspell_string_list per = {per_items, 1};
    rate_limit.per = per;
    built_in.as.rate_limit = &rate_limit;
    example_begin(example);
    llmspell_hook *result = NULL;
    if (example_worked(example, llmspell_hook_install(session, &built_in, &result))) {
        json_text(example_result(example), llmspell_hook_id(result));
        llmspell_hook_free(result);
    }
}

/* hook.install, cache: A tool that does nothing but answer can be answered for. */
static void hook_install_cache(example *example, llmspell_session *session)
{
    llmspell_hook_built_in_hook built_in;
    llmspell_hook_built_in_hook_init(&built_in);
    built_in.kind = LLMSPELL_HOOK_BUILT_IN_HOOK_CACHE;
    llmspell_hook_cache_hook cache;
    llmspell_hook_cache_hook_init(&cache);
    const char *points_items[] = {"generate", "tool_call"};
    llmspell_string_list points = {points_items, 2};
    cache.points = points;
    const char *tools_items[] = {"calculator"};
    llmspell_string_list tools = {tools_items, 1};
    cache.tools = tools;
    cache.has_ttl_seconds = true;
    cache.ttl_seconds = 60.0;
    built_in.as.cache = &cache;
    example_begin(example);
    llmspell_hook *result = NULL;
    if (example_worked(example, llmspell_hook_install(session, &built_in, &result))) {
        json_text(example_result(example), llmspell_hook_id(result));
        llmspell_hook_free(result);
    }
}

/* hook.install, redaction: */
static void hook_install_redaction(example *example, llmspell_session *session)
{
    llmspell_hook_built_in_hook built_in;
    llmspell_hook_built_in_hook_init(&built_in);
    built_in.kind = LLMSPELL_HOOK_BUILT_IN_HOOK_REDACTION;
    llmspell_hook_redaction_hook redaction;
    llmspell_hook_redaction_hook_init(&redaction);
    const char *patterns_items[] = {"[0-9]{16}"};
    llmspell_string_list patterns = {patterns_items, 1};
    redaction.patterns = patterns;
    redaction.replacement = "***";
    built_in.as.redaction = &redaction;
    example_begin(example);
    llmspell_hook *result = NULL;
    if (example_worked(example, llmspell_hook_install(session, &built_in, &result))) {
        json_text(example_result(example), llmspell_hook_id(result));
        llmspell_hook_free(result);
    }
}

/* hook.install, cache_of_runs: A run changes its agent's conversation, so that its result cannot be kept. */
static void hook_install_cache_of_runs(example *example, llmspell_session *session)
{
    llmspell_hook_built_in_hook built_in;
    llmspell_hook_built_in_hook_init(&built_in);
    built_in.kind = LLMSPELL_HOOK_BUILT_IN_HOOK_CACHE;
    llmspell_hook_cache_hook cache;
    llmspell_hook_cache_hook_init(&cache);
    const char *points_items[] = {"agent_run"};
    llmspell_string_list points = {points_items, 1};
    cache.points = points;
    built_in.as.cache = &cache;
    example_begin(example);
    llmspell_hook *result = NULL;
    if (example_worked(example, llmspell_hook_install(session, &built_in, &result))) {
        json_text(example_result(example), llmspell_hook_id(result));
        llmspell_hook_free(result);
    }
}

/* hook.install, cache_of_any_tool: Which tools only answer, nobody but their author knows. */
static void hook_install_cache_of_any_tool(example *example, llmspell_session *session)
{
    llmspell_hook_built_in_hook built_in;
    llmspell_hook_built_in_hook_init(&built_in);
    built_in.kind = LLMSPELL_HOOK_BUILT_IN_HOOK_CACHE;
    llmspell_hook_cache_hook cache;
    llmspell_hook_cache_hook_init(&cache);
    const char *points_items[] = {"tool_call"};
    llmspell_string_list points = {points_items, 1};
    cache.points = points;
    built_in.as.cache = &cache;
    example_begin(example);
    llmspell_hook *result = NULL;
    if (example_worked(example, llmspell_hook_install(session, &built_in, &result))) {
        json_text(example_result(example), llmspell_hook_id(result));
        llmspell_hook_free(result);
    }
}

/* hook.install, bad_pattern: */
static void hook_install_bad_pattern(example *example, llmspell_session *session)
{
    llmspell_hook_built_in_hook built_in;
    llmspell_hook_built_in_hook_init(&built_in);
    built_in.kind = LLMSPELL_HOOK_BUILT_IN_HOOK_REDACTION;
    llmspell_hook_redaction_hook redaction;
    llmspell_hook_redaction_hook_init(&redaction);
    const char *patterns_items[] = {"("};
    llmspell_string_list patterns = {patterns_items, 1};
    redaction.patterns = patterns;
    built_in.as.redaction = &redaction;
    example_begin(example);
    llmspell_hook *result = NULL;
    if (example_worked(example, llmspell_hook_install(session, &built_in, &result))) {
        json_text(example_result(example), llmspell_hook_id(result));
        llmspell_hook_free(result);
    }
}

static llmspell_status compose_two_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    *result_is_null = false;
    (*result).result_json = llmspell_string_copy("\"second\"");
    return LLMSPELL_OK;
}

static llmspell_status compose_two_callback_2(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    *result_is_null = false;
    (*result).result_json = llmspell_string_copy("\"first\"");
    return LLMSPELL_OK;
}

/* hook.compose, two: The one registered last comes first. */
static void hook_compose_two(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "shop.checkout";
    definition.type = LLMSPELL_HOOK_TYPE_PRE;
    definition.handler = (llmspell_hook_handler){.call = compose_two_callback, .user_data = example};
    llmspell_hook *second = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &second));
    llmspell_hook_definition definition_;
    llmspell_hook_definition_init(&definition_);
    definition_.point = "shop.checkout";
    definition_.type = LLMSPELL_HOOK_TYPE_PRE;
    definition_.handler = (llmspell_hook_handler){.call = compose_two_callback_2, .user_data = example};
    llmspell_hook *first = NULL;
    GIVEN(llmspell_hook_register(session, &definition_, &first));
    llmspell_hook *hooks_items[] = {first, second};
    llmspell_hook_handle_list hooks = {hooks_items, 2};
    llmspell_hook_compose_options options_;
    llmspell_hook_compose_options_init(&options_);
    options_.name = "both";
    options_.priority = LLMSPELL_HOOK_PRIORITY_HIGH;
    example_begin(example);
    llmspell_hook *result = NULL;
    if (example_worked(example, llmspell_hook_compose(session, &hooks, &options_, &result))) {
        json_text(example_result(example), llmspell_hook_id(result));
        llmspell_hook_free(result);
    }
    llmspell_hook_free(first);
    llmspell_hook_free(second);
}

/* hook.compose, none: */
static void hook_compose_none(example *example, llmspell_session *session)
{
    llmspell_hook *hooks_items[] = {0};
    llmspell_hook_handle_list hooks = {hooks_items, 0};
    example_begin(example);
    llmspell_hook *result = NULL;
    if (example_worked(example, llmspell_hook_compose(session, &hooks, NULL, &result))) {
        json_text(example_result(example), llmspell_hook_id(result));
        llmspell_hook_free(result);
    }
}

static llmspell_status compose_twice_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    (void)result;
    *result_is_null = true;
    return LLMSPELL_OK;
}

/* hook.compose, twice: */
static void hook_compose_twice(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "shop.checkout";
    definition.type = LLMSPELL_HOOK_TYPE_PRE;
    definition.handler = (llmspell_hook_handler){.call = compose_twice_callback, .user_data = example};
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &hook));
    llmspell_hook *hooks_items[] = {hook, hook};
    llmspell_hook_handle_list hooks = {hooks_items, 2};
    example_begin(example);
    llmspell_hook *result = NULL;
    if (example_worked(example, llmspell_hook_compose(session, &hooks, NULL, &result))) {
        json_text(example_result(example), llmspell_hook_id(result));
        llmspell_hook_free(result);
    }
    llmspell_hook_free(hook);
}

static llmspell_status unregister_gone_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    *result_is_null = false;
    (*result).reject = llmspell_string_copy("never");
    return LLMSPELL_OK;
}

/* hook.unregister, gone: */
static void hook_unregister_gone(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "tool_call";
    definition.type = LLMSPELL_HOOK_TYPE_PRE;
    definition.handler = (llmspell_hook_handler){.call = unregister_gone_callback, .user_data = example};
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &hook));
    example_begin(example);
    if (example_worked(example, llmspell_hook_unregister(session, hook)))
        json_null(example_result(example));
    llmspell_hook_free(hook);
}

/* hook.unregister, unknown: */
static void hook_unregister_unknown(example *example, llmspell_session *session)
{
    llmspell_hook *hook = llmspell_hook_from_id("no-such-hook");
    example_begin(example);
    if (example_worked(example, llmspell_hook_unregister(session, hook)))
        json_null(example_result(example));
    llmspell_hook_free(hook);
}

/* hook.execute, nobody: Without hooks, what goes in comes out. */
static void hook_execute_nobody(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_hook_execute(session, "shop.checkout", "{\"total\": 12}", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

static llmspell_status execute_changed_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    *result_is_null = false;
    llmspell_hook_payload payload;
    llmspell_hook_payload_init(&payload);
    payload.kind = LLMSPELL_HOOK_PAYLOAD_CUSTOM;
    llmspell_hook_custom_payload custom;
    llmspell_hook_custom_payload_init(&custom);
    custom.name = llmspell_string_copy("shop.checkout");
    custom.value_json = llmspell_string_copy("{\"total\": 10}");
    payload.as.custom = example_copy(&custom, sizeof custom);
    (*result).payload = example_copy(&payload, sizeof payload);
    return LLMSPELL_OK;
}

static llmspell_status execute_changed_callback_2(void *user_data, const char *payload_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, payload_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"paid\"");
    return LLMSPELL_OK;
}

/* hook.execute, changed: A PRE hook changes what the work is given. */
static void hook_execute_changed(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "shop.checkout";
    definition.type = LLMSPELL_HOOK_TYPE_PRE;
    definition.name = "discount";
    definition.handler = (llmspell_hook_handler){.call = execute_changed_callback, .user_data = example};
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &hook));
    llmspell_hook_work work = {.call = execute_changed_callback_2, .user_data = example};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_hook_execute(session, "shop.checkout", "{\"total\": 12}", &work, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_hook_free(hook);
}

static llmspell_status execute_around_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    (void)result;
    *result_is_null = true;
    return LLMSPELL_OK;
}

static llmspell_status execute_around_callback_2(void *user_data, const char *payload_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, payload_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"paid\"");
    return LLMSPELL_OK;
}

/* hook.execute, around: An AROUND hook is called on the way in and on the way out, and given its context again. */
static void hook_execute_around(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "shop.checkout";
    definition.type = LLMSPELL_HOOK_TYPE_AROUND;
    definition.name = "both";
    definition.handler = (llmspell_hook_handler){.call = execute_around_callback, .user_data = example};
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &hook));
    llmspell_hook_work work = {.call = execute_around_callback_2, .user_data = example};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_hook_execute(session, "shop.checkout", "12", &work, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_hook_free(hook);
}

static llmspell_status execute_refused_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    *result_is_null = false;
    (*result).reject = llmspell_string_copy("The shop is closed.");
    return LLMSPELL_OK;
}

/* hook.execute, refused: A hook may refuse. */
static void hook_execute_refused(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "shop.checkout";
    definition.type = LLMSPELL_HOOK_TYPE_PRE;
    definition.name = "guard";
    definition.handler = (llmspell_hook_handler){.call = execute_refused_callback, .user_data = example};
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &hook));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_hook_execute(session, "shop.checkout", "{\"total\": 12}", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_hook_free(hook);
}

static llmspell_status execute_swallowed_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    *result_is_null = false;
    (*result).result_json = llmspell_string_copy("\"later\"");
    return LLMSPELL_OK;
}

static llmspell_status execute_swallowed_callback_2(void *user_data, const char *payload_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, payload_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "no connection");
}

/* hook.execute, swallowed: An ERROR hook gives a result in place of the error. */
static void hook_execute_swallowed(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "shop.checkout";
    definition.type = LLMSPELL_HOOK_TYPE_ERROR;
    definition.handler = (llmspell_hook_handler){.call = execute_swallowed_callback, .user_data = example};
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &hook));
    llmspell_hook_work work = {.call = execute_swallowed_callback_2, .user_data = example};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_hook_execute(session, "shop.checkout", "{\"total\": 12}", &work, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_hook_free(hook);
}

static llmspell_status execute_broken_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    (void)result;
    (void)result_is_null;
    return llmspell_fail(NULL, "no connection");
}

/* hook.execute, broken: A handler that fails fails the call, unless its hook says otherwise. */
static void hook_execute_broken(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "shop.checkout";
    definition.type = LLMSPELL_HOOK_TYPE_PRE;
    definition.name = "guard";
    definition.handler = (llmspell_hook_handler){.call = execute_broken_callback, .user_data = example};
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &hook));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_hook_execute(session, "shop.checkout", "{\"total\": 12}", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_hook_free(hook);
}

static llmspell_status execute_ignored_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    (void)result;
    (void)result_is_null;
    return llmspell_fail(NULL, "no connection");
}

/* hook.execute, ignored: With another policy the call goes on. */
static void hook_execute_ignored(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "shop.checkout";
    definition.type = LLMSPELL_HOOK_TYPE_PRE;
    definition.name = "guard";
    definition.on_failure = LLMSPELL_HOOK_FAILURE_POLICY_IGNORE;
    definition.handler = (llmspell_hook_handler){.call = execute_ignored_callback, .user_data = example};
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &hook));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_hook_execute(session, "shop.checkout", "{\"total\": 12}", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_hook_free(hook);
}

static llmspell_status execute_cached_callback(void *user_data, const char *payload_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, payload_json);
    example_called(example_);
    *result_json = llmspell_string_copy("12");
    return LLMSPELL_OK;
}

static llmspell_status execute_cached_callback_2(void *user_data, const char *payload_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, payload_json);
    example_called(example_);
    *result_json = llmspell_string_copy("13");
    return LLMSPELL_OK;
}

/* hook.execute, cached: What was answered before is not done again. */
static void hook_execute_cached(example *example, llmspell_session *session)
{
    llmspell_hook_built_in_hook built_in;
    llmspell_hook_built_in_hook_init(&built_in);
    built_in.kind = LLMSPELL_HOOK_BUILT_IN_HOOK_CACHE;
    llmspell_hook_cache_hook cache;
    llmspell_hook_cache_hook_init(&cache);
    const char *points_items[] = {"shop.price"};
    llmspell_string_list points = {points_items, 1};
    cache.points = points;
    built_in.as.cache = &cache;
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_install(session, &built_in, &hook));
    llmspell_hook_work work = {.call = execute_cached_callback, .user_data = example};
    char *json = NULL;
    GIVEN(llmspell_hook_execute(session, "shop.price", "{\"sku\": 7}", &work, &json));
    llmspell_hook_work work_ = {.call = execute_cached_callback_2, .user_data = example};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_hook_execute(session, "shop.price", "{\"sku\": 7}", &work_, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(json);
    llmspell_hook_free(hook);
}

/* hook.execute, redacted: Secrets do not pass. */
static void hook_execute_redacted(example *example, llmspell_session *session)
{
    llmspell_hook_built_in_hook built_in;
    llmspell_hook_built_in_hook_init(&built_in);
    built_in.kind = LLMSPELL_HOOK_BUILT_IN_HOOK_REDACTION;
    llmspell_hook_redaction_hook redaction;
    llmspell_hook_redaction_hook_init(&redaction);
    const char *points_items[] = {"shop.checkout"};
    llmspell_string_list points = {points_items, 1};
    redaction.points = points;
    const char *secrets_items[] = {"open sesame"};
    llmspell_string_list secrets = {secrets_items, 1};
    redaction.secrets = secrets;
    built_in.as.redaction = &redaction;
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_install(session, &built_in, &hook));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_hook_execute(session, "shop.checkout", "{\"password\": \"secret\", \"words\": \"They say open sesame here.\"}", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_hook_free(hook);
}

/* hook.execute, too_many: A rate limit says when the next call may pass. */
static void hook_execute_too_many(example *example, llmspell_session *session)
{
    llmspell_hook_built_in_hook built_in;
    llmspell_hook_built_in_hook_init(&built_in);
    built_in.kind = LLMSPELL_HOOK_BUILT_IN_HOOK_RATE_LIMIT;
    llmspell_hook_rate_limit_hook rate_limit;
    llmspell_hook_rate_limit_hook_init(&rate_limit);
    const char *points_items[] = {"shop.price"};
    llmspell_string_list points = {points_items, 1};
    rate_limit.points = points;
    rate_limit.calls = 1;
    rate_limit.per_seconds = 3600.0;
    built_in.as.rate_limit = &rate_limit;
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_install(session, &built_in, &hook));
    char *json = NULL;
    GIVEN(llmspell_hook_execute(session, "shop.price", "null", NULL, &json));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_hook_execute(session, "shop.price", "null", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(json);
    llmspell_hook_free(hook);
}

/* hook.execute, try_a_point: The runtime's own points can be tried; a payload must be what they carry. */
static void hook_execute_try_a_point(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_hook_execute(session, "tool_call", "{\"tool\": \"weather\"}", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

static llmspell_status list_order_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    (void)result;
    *result_is_null = true;
    return LLMSPELL_OK;
}

static llmspell_status list_order_callback_2(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    (void)result;
    *result_is_null = true;
    return LLMSPELL_OK;
}

/* hook.list, order: The highest priority first, then in the order of registration. */
static void hook_list_order(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "generate";
    definition.type = LLMSPELL_HOOK_TYPE_POST;
    definition.name = "inner";
    definition.handler = (llmspell_hook_handler){.call = list_order_callback, .user_data = example};
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &hook));
    llmspell_hook_definition definition_;
    llmspell_hook_definition_init(&definition_);
    definition_.point = "generate";
    definition_.type = LLMSPELL_HOOK_TYPE_PRE;
    definition_.name = "outer";
    definition_.priority = LLMSPELL_HOOK_PRIORITY_HIGHEST;
    definition_.has_observe = true;
    definition_.observe = true;
    definition_.handler = (llmspell_hook_handler){.call = list_order_callback_2, .user_data = example};
    llmspell_hook *hook_ = NULL;
    GIVEN(llmspell_hook_register(session, &definition_, &hook_));
    llmspell_hook_filter filter;
    llmspell_hook_filter_init(&filter);
    filter.point = "generate";
    example_begin(example);
    llmspell_hook_info_list result;
    if (example_worked(example, llmspell_hook_list(session, &filter, &result))) {
        put_hook_info_list(example_result(example), &result);
        llmspell_hook_info_list_free(&result);
    }
    llmspell_hook_free(hook_);
    llmspell_hook_free(hook);
}

/* hook.list, none: */
static void hook_list_none(example *example, llmspell_session *session)
{
    llmspell_hook_filter filter;
    llmspell_hook_filter_init(&filter);
    filter.has_enabled = true;
    filter.enabled = false;
    example_begin(example);
    llmspell_hook_info_list result;
    if (example_worked(example, llmspell_hook_list(session, &filter, &result))) {
        put_hook_info_list(example_result(example), &result);
        llmspell_hook_info_list_free(&result);
    }
}

static llmspell_status enable_again_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    (void)result;
    *result_is_null = true;
    return LLMSPELL_OK;
}

/* hook.enable, again: */
static void hook_enable_again(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "generate";
    definition.type = LLMSPELL_HOOK_TYPE_PRE;
    definition.has_enabled = true;
    definition.enabled = false;
    definition.handler = (llmspell_hook_handler){.call = enable_again_callback, .user_data = example};
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &hook));
    example_begin(example);
    if (example_worked(example, llmspell_hook_enable(session, hook)))
        json_null(example_result(example));
    llmspell_hook_free(hook);
}

/* hook.enable, unknown: */
static void hook_enable_unknown(example *example, llmspell_session *session)
{
    llmspell_hook *hook = llmspell_hook_from_id("no-such-hook");
    example_begin(example);
    if (example_worked(example, llmspell_hook_enable(session, hook)))
        json_null(example_result(example));
    llmspell_hook_free(hook);
}

static llmspell_status disable_quiet_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    (void)result;
    *result_is_null = true;
    return LLMSPELL_OK;
}

/* hook.disable, quiet: */
static void hook_disable_quiet(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "generate";
    definition.type = LLMSPELL_HOOK_TYPE_PRE;
    definition.handler = (llmspell_hook_handler){.call = disable_quiet_callback, .user_data = example};
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &hook));
    example_begin(example);
    if (example_worked(example, llmspell_hook_disable(session, hook)))
        json_null(example_result(example));
    llmspell_hook_free(hook);
}

/* hook.disable, unknown: */
static void hook_disable_unknown(example *example, llmspell_session *session)
{
    llmspell_hook *hook = llmspell_hook_from_id("no-such-hook");
    example_begin(example);
    if (example_worked(example, llmspell_hook_disable(session, hook)))
        json_null(example_result(example));
    llmspell_hook_free(hook);
}

static llmspell_status get_info_switched_off_callback(void *user_data, const llmspell_hook_call *call, llmspell_hook_answer *result, bool *result_is_null)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (call == NULL)
        json_null(call_);
    else
        put_hook_call(call_, call);
    example_called(example_);
    (void)result;
    (void)result_is_null;
    return llmspell_fail(NULL, "no connection");
}

/* hook.get_info, switched_off: A hook that failed too often. */
static void hook_get_info_switched_off(example *example, llmspell_session *session)
{
    llmspell_hook_definition definition;
    llmspell_hook_definition_init(&definition);
    definition.point = "shop.checkout";
    definition.type = LLMSPELL_HOOK_TYPE_PRE;
    definition.name = "guard";
    definition.on_failure = LLMSPELL_HOOK_FAILURE_POLICY_DISABLE;
    definition.has_max_failures = true;
    definition.max_failures = 1;
    definition.handler = (llmspell_hook_handler){.call = get_info_switched_off_callback, .user_data = example};
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_register(session, &definition, &hook));
    char *json = NULL;
    GIVEN(llmspell_hook_execute(session, "shop.checkout", "null", NULL, &json));
    example_begin(example);
    llmspell_hook_info result;
    if (example_worked(example, llmspell_hook_get_info(session, hook, &result))) {
        put_hook_info(example_result(example), &result);
        llmspell_hook_info_free(&result);
    }
    llmspell_string_free(json);
    llmspell_hook_free(hook);
}

/* hook.get_info, measured: What a metrics hook has counted. */
static void hook_get_info_measured(example *example, llmspell_session *session)
{
    llmspell_hook_built_in_hook built_in;
    llmspell_hook_built_in_hook_init(&built_in);
    built_in.kind = LLMSPELL_HOOK_BUILT_IN_HOOK_METRICS;
    llmspell_hook_metrics_hook metrics;
    llmspell_hook_metrics_hook_init(&metrics);
    const char *points_items[] = {"tool_call"};
    llmspell_string_list points = {points_items, 1};
    metrics.points = points;
    built_in.as.metrics = &metrics;
    llmspell_hook *hook = NULL;
    GIVEN(llmspell_hook_install(session, &built_in, &hook));
    llmspell_tool_result result_;
    GIVEN(llmspell_tool_execute(session, "calculator", "{\"expression\": \"1 + 1\"}", NULL, &result_));
    example_begin(example);
    llmspell_hook_info result;
    if (example_worked(example, llmspell_hook_get_info(session, hook, &result))) {
        put_hook_info(example_result(example), &result);
        llmspell_hook_info_free(&result);
    }
    llmspell_tool_result_free(&result_);
    llmspell_hook_free(hook);
}

/* hook.get_info, unknown: */
static void hook_get_info_unknown(example *example, llmspell_session *session)
{
    llmspell_hook *hook = llmspell_hook_from_id("no-such-hook");
    example_begin(example);
    llmspell_hook_info result;
    if (example_worked(example, llmspell_hook_get_info(session, hook, &result))) {
        put_hook_info(example_result(example), &result);
        llmspell_hook_info_free(&result);
    }
    llmspell_hook_free(hook);
}

int main(void)
{
    example_run("hook.register", "pre", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_register_pre);
    example_run("hook.register", "own_point", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_register_own_point);
    example_run("hook.install", "rate_limit", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_install_rate_limit);
    example_run("hook.install", "cache", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_install_cache);
    example_run("hook.install", "redaction", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_install_redaction);
    example_run("hook.install", "cache_of_runs", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_install_cache_of_runs);
    example_run("hook.install", "cache_of_any_tool", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_install_cache_of_any_tool);
    example_run("hook.install", "bad_pattern", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_install_bad_pattern);
    example_run("hook.compose", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_compose_two);
    example_run("hook.compose", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_compose_none);
    example_run("hook.compose", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_compose_twice);
    example_run("hook.unregister", "gone", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_unregister_gone);
    example_run("hook.unregister", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_unregister_unknown);
    example_run("hook.execute", "nobody", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_nobody);
    example_run("hook.execute", "changed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_changed);
    example_run("hook.execute", "around", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_around);
    example_run("hook.execute", "refused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_refused);
    example_run("hook.execute", "swallowed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_swallowed);
    example_run("hook.execute", "broken", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_broken);
    example_run("hook.execute", "ignored", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_ignored);
    example_run("hook.execute", "cached", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_cached);
    example_run("hook.execute", "redacted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_redacted);
    example_run("hook.execute", "too_many", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_too_many);
    example_run("hook.execute", "try_a_point", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_try_a_point);
    example_run("hook.list", "order", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_list_order);
    example_run("hook.list", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_list_none);
    example_run("hook.enable", "again", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_enable_again);
    example_run("hook.enable", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_enable_unknown);
    example_run("hook.disable", "quiet", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_disable_quiet);
    example_run("hook.disable", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_disable_unknown);
    example_run("hook.get_info", "switched_off", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_get_info_switched_off);
    example_run("hook.get_info", "measured", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_get_info_measured);
    example_run("hook.get_info", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_get_info_unknown);
    return 0;
}
