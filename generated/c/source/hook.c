/* Behind hook.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "hook_behind.h"

static bridge_module module = BRIDGE_MODULE("hook");

void llmspell_hook_handler_init(llmspell_hook_handler *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_work_init(llmspell_hook_work *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_definition_init(llmspell_hook_definition *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_definition_free(llmspell_hook_definition *value)
{
    if (value == NULL)
        return;
    free((void *)value->point);
    free((void *)value->name);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_generate_payload_init(llmspell_hook_generate_payload *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_generate_payload_free(llmspell_hook_generate_payload *value)
{
    if (value == NULL)
        return;
    free((void *)value->provider);
    free((void *)value->model);
    llmspell_message_list_free((llmspell_message_list *)&value->messages);
    llmspell_tool_spec_list_free((llmspell_tool_spec_list *)&value->tools);
    free((void *)value->agent);
    free((void *)value->tool_choice);
    llmspell_string_list_free((llmspell_string_list *)&value->stop);
    free((void *)value->response_schema_json);
    free((void *)value->extra_json);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_tool_call_payload_init(llmspell_hook_tool_call_payload *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_tool_call_payload_free(llmspell_hook_tool_call_payload *value)
{
    if (value == NULL)
        return;
    free((void *)value->tool);
    free((void *)value->arguments_json);
    free((void *)value->execution);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_agent_run_payload_init(llmspell_hook_agent_run_payload *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_agent_run_payload_free(llmspell_hook_agent_run_payload *value)
{
    if (value == NULL)
        return;
    free((void *)value->agent);
    free((void *)value->agent_id);
    free((void *)value->input);
    llmspell_string_list_free((llmspell_string_list *)&value->images);
    free((void *)value->schema_json);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_workflow_step_payload_init(llmspell_hook_workflow_step_payload *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_workflow_step_payload_free(llmspell_hook_workflow_step_payload *value)
{
    if (value == NULL)
        return;
    free((void *)value->workflow);
    free((void *)value->run);
    free((void *)value->step);
    free((void *)value->kind);
    free((void *)value->input_json);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_custom_payload_init(llmspell_hook_custom_payload *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_custom_payload_free(llmspell_hook_custom_payload *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->value_json);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_call_init(llmspell_hook_call *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_call_free(llmspell_hook_call *value)
{
    if (value == NULL)
        return;
    free((void *)value->hook);
    free((void *)value->point);
    llmspell_hook_payload_free((llmspell_hook_payload *)value->payload);
    free((void *)value->payload);
    free((void *)value->result_json);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    free((void *)value->context_json);
    free((void *)value->call);
    free((void *)value->session);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_error_init(llmspell_hook_error *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_error_free(llmspell_hook_error *value)
{
    if (value == NULL)
        return;
    free((void *)value->code);
    free((void *)value->message);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_answer_init(llmspell_hook_answer *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_answer_free(llmspell_hook_answer *value)
{
    if (value == NULL)
        return;
    llmspell_hook_payload_free((llmspell_hook_payload *)value->payload);
    free((void *)value->payload);
    free((void *)value->result_json);
    free((void *)value->reject);
    llmspell_hook_error_free((llmspell_hook_error *)value->error);
    free((void *)value->error);
    free((void *)value->context_json);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_logging_hook_init(llmspell_hook_logging_hook *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_logging_hook_free(llmspell_hook_logging_hook *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->points);
    free((void *)value->name);
    llmspell_string_list_free((llmspell_string_list *)&value->only);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_metrics_hook_init(llmspell_hook_metrics_hook *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_metrics_hook_free(llmspell_hook_metrics_hook *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->points);
    free((void *)value->name);
    llmspell_string_list_free((llmspell_string_list *)&value->only);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_rate_limit_hook_init(llmspell_hook_rate_limit_hook *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_rate_limit_hook_free(llmspell_hook_rate_limit_hook *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->points);
    free((void *)value->name);
    llmspell_string_list_free((llmspell_string_list *)&value->only);
    llmspell_string_list_free((llmspell_string_list *)&value->per);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_cache_hook_init(llmspell_hook_cache_hook *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_cache_hook_free(llmspell_hook_cache_hook *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->points);
    free((void *)value->name);
    llmspell_string_list_free((llmspell_string_list *)&value->only);
    llmspell_string_list_free((llmspell_string_list *)&value->tools);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_retry_hook_init(llmspell_hook_retry_hook *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_retry_hook_free(llmspell_hook_retry_hook *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->points);
    free((void *)value->name);
    llmspell_string_list_free((llmspell_string_list *)&value->only);
    llmspell_string_list_free((llmspell_string_list *)&value->codes);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_redaction_hook_init(llmspell_hook_redaction_hook *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_redaction_hook_free(llmspell_hook_redaction_hook *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->points);
    free((void *)value->name);
    llmspell_string_list_free((llmspell_string_list *)&value->only);
    llmspell_hook_redaction_part_list_free((llmspell_hook_redaction_part_list *)&value->parts);
    llmspell_string_list_free((llmspell_string_list *)&value->names);
    llmspell_string_list_free((llmspell_string_list *)&value->patterns);
    llmspell_string_list_free((llmspell_string_list *)&value->secrets);
    free((void *)value->replacement);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_compose_options_init(llmspell_hook_compose_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_compose_options_free(llmspell_hook_compose_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_metric_series_init(llmspell_hook_metric_series *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_metric_series_free(llmspell_hook_metric_series *value)
{
    if (value == NULL)
        return;
    free((void *)value->point);
    free((void *)value->subject);
    llmspell_int64_map_free((llmspell_int64_map *)&value->error_codes);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_filter_init(llmspell_hook_filter *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_filter_free(llmspell_hook_filter *value)
{
    if (value == NULL)
        return;
    free((void *)value->point);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_info_init(llmspell_hook_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_info_free(llmspell_hook_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->name);
    llmspell_string_list_free((llmspell_string_list *)&value->points);
    llmspell_string_list_free((llmspell_string_list *)&value->members);
    free((void *)value->part_of);
    llmspell_int64_map_free((llmspell_int64_map *)&value->counts);
    llmspell_hook_metric_series_list_free((llmspell_hook_metric_series_list *)&value->metrics);
    llmspell_error_info_free((llmspell_error_info *)value->last_error);
    free((void *)value->last_error);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_rejected_init(llmspell_hook_rejected *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_rejected_free(llmspell_hook_rejected *value)
{
    if (value == NULL)
        return;
    free((void *)value->hook);
    free((void *)value->hook_id);
    free((void *)value->point);
    free((void *)value->call);
    free((void *)value->reason);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_failure_init(llmspell_hook_failure *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_failure_free(llmspell_hook_failure *value)
{
    if (value == NULL)
        return;
    free((void *)value->hook);
    free((void *)value->hook_id);
    free((void *)value->point);
    free((void *)value->call);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_logged_init(llmspell_hook_logged *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_logged_free(llmspell_hook_logged *value)
{
    if (value == NULL)
        return;
    free((void *)value->hook);
    free((void *)value->hook_id);
    free((void *)value->point);
    free((void *)value->subject);
    free((void *)value->call);
    free((void *)value->session);
    free((void *)value->outcome);
    free((void *)value->payload);
    free((void *)value->result);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_retried_init(llmspell_hook_retried *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_retried_free(llmspell_hook_retried *value)
{
    if (value == NULL)
        return;
    free((void *)value->hook);
    free((void *)value->hook_id);
    free((void *)value->point);
    free((void *)value->call);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_disabled_init(llmspell_hook_disabled *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_disabled_free(llmspell_hook_disabled *value)
{
    if (value == NULL)
        return;
    free((void *)value->hook);
    free((void *)value->hook_id);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_payload_init(llmspell_hook_payload *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_payload_free(llmspell_hook_payload *value)
{
    if (value == NULL)
        return;
    switch (value->kind) {
    case LLMSPELL_HOOK_PAYLOAD_GENERATE:
        llmspell_hook_generate_payload_free((llmspell_hook_generate_payload *)value->as.generate);
        free((void *)value->as.generate);
        break;
    case LLMSPELL_HOOK_PAYLOAD_TOOL_CALL:
        llmspell_hook_tool_call_payload_free((llmspell_hook_tool_call_payload *)value->as.tool_call);
        free((void *)value->as.tool_call);
        break;
    case LLMSPELL_HOOK_PAYLOAD_AGENT_RUN:
        llmspell_hook_agent_run_payload_free((llmspell_hook_agent_run_payload *)value->as.agent_run);
        free((void *)value->as.agent_run);
        break;
    case LLMSPELL_HOOK_PAYLOAD_WORKFLOW_STEP:
        llmspell_hook_workflow_step_payload_free((llmspell_hook_workflow_step_payload *)value->as.workflow_step);
        free((void *)value->as.workflow_step);
        break;
    case LLMSPELL_HOOK_PAYLOAD_CUSTOM:
        llmspell_hook_custom_payload_free((llmspell_hook_custom_payload *)value->as.custom);
        free((void *)value->as.custom);
        break;
    default:
        break;
    }
    memset(value, 0, sizeof *value);
}

void llmspell_hook_built_in_hook_init(llmspell_hook_built_in_hook *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_hook_built_in_hook_free(llmspell_hook_built_in_hook *value)
{
    if (value == NULL)
        return;
    switch (value->kind) {
    case LLMSPELL_HOOK_BUILT_IN_HOOK_LOGGING:
        llmspell_hook_logging_hook_free((llmspell_hook_logging_hook *)value->as.logging);
        free((void *)value->as.logging);
        break;
    case LLMSPELL_HOOK_BUILT_IN_HOOK_METRICS:
        llmspell_hook_metrics_hook_free((llmspell_hook_metrics_hook *)value->as.metrics);
        free((void *)value->as.metrics);
        break;
    case LLMSPELL_HOOK_BUILT_IN_HOOK_RATE_LIMIT:
        llmspell_hook_rate_limit_hook_free((llmspell_hook_rate_limit_hook *)value->as.rate_limit);
        free((void *)value->as.rate_limit);
        break;
    case LLMSPELL_HOOK_BUILT_IN_HOOK_CACHE:
        llmspell_hook_cache_hook_free((llmspell_hook_cache_hook *)value->as.cache);
        free((void *)value->as.cache);
        break;
    case LLMSPELL_HOOK_BUILT_IN_HOOK_RETRY:
        llmspell_hook_retry_hook_free((llmspell_hook_retry_hook *)value->as.retry);
        free((void *)value->as.retry);
        break;
    case LLMSPELL_HOOK_BUILT_IN_HOOK_REDACTION:
        llmspell_hook_redaction_hook_free((llmspell_hook_redaction_hook *)value->as.redaction);
        free((void *)value->as.redaction);
        break;
    default:
        break;
    }
    memset(value, 0, sizeof *value);
}

void llmspell_hook_free(llmspell_hook *handle)
{
    free(handle);
}

const char *llmspell_hook_id(const llmspell_hook *handle)
{
    return (const char *)handle;
}

llmspell_hook *llmspell_hook_from_id(const char *id)
{
    return (llmspell_hook *)BRIDGE_NAME(string_copy)(id);
}

llmspell_status llmspell_hook_register(
    llmspell_session *session, const llmspell_hook_definition *definition, llmspell_hook **result)
{
    BRIDGE_RESULT(llmspell_hook *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_hook_register(
        number, definition, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_hook_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_hook_install(
    llmspell_session *session, const llmspell_hook_built_in_hook *built_in, llmspell_hook **result)
{
    BRIDGE_RESULT(llmspell_hook *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_hook_install(
        number, built_in, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_hook_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_hook_compose(
    llmspell_session *session, const llmspell_hook_handle_list *hooks,
    const llmspell_hook_compose_options *options, llmspell_hook **result)
{
    BRIDGE_RESULT(llmspell_hook *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_hook_compose(
        number, hooks, options, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_hook_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_hook_unregister(llmspell_session *session, llmspell_hook *hook)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_hook_unregister(
        number, (const char *)hook);
    return bridge_left(status);
}

llmspell_status llmspell_hook_execute(
    llmspell_session *session, const char *point, const char *payload_json, const llmspell_hook_work *work,
    char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_hook_execute(
        number, point, payload_json, work, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_hook_list(
    llmspell_session *session, const llmspell_hook_filter *filter, llmspell_hook_info_list *result)
{
    BRIDGE_RESULT(llmspell_hook_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_hook_list(
        number, filter, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_hook_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_hook_enable(llmspell_session *session, llmspell_hook *hook)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_hook_enable(
        number, (const char *)hook);
    return bridge_left(status);
}

llmspell_status llmspell_hook_disable(llmspell_session *session, llmspell_hook *hook)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_hook_disable(
        number, (const char *)hook);
    return bridge_left(status);
}

llmspell_status llmspell_hook_get_info(
    llmspell_session *session, llmspell_hook *hook, llmspell_hook_info *result)
{
    BRIDGE_RESULT(llmspell_hook_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_hook_get_info(
        number, (const char *)hook, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_hook_info_free(result);
    return bridge_left(status);
}
