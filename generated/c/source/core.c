/* What the core of llmspell needs to know of it: errors, lists and maps. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"

const bridge_error_kind bridge_error_kinds[] = {
    { LLMSPELL_E_RUNTIME_INTERNAL, 500, "runtime.internal", "none" },
    { LLMSPELL_E_RUNTIME_INVALID_ARGUMENT, 400, "runtime.invalid_argument", "none" },
    { LLMSPELL_E_RUNTIME_UNKNOWN_FUNCTION, 404, "runtime.unknown_function", "none" },
    { LLMSPELL_E_RUNTIME_INVALID_HANDLE, 404, "runtime.invalid_handle", "none" },
    { LLMSPELL_E_RUNTIME_PERMISSION_DENIED, 403, "runtime.permission_denied", "none" },
    { LLMSPELL_E_RUNTIME_SESSION_CLOSED, 409, "runtime.session_closed", "none" },
    { LLMSPELL_E_RUNTIME_CANCELLED, 499, "runtime.cancelled", "none" },
    { LLMSPELL_E_RUNTIME_TIMEOUT, 504, "runtime.timeout", "retry_with_backoff" },
    { LLMSPELL_E_RUNTIME_UNSUPPORTED, 501, "runtime.unsupported", "none" },
    { LLMSPELL_E_RUNTIME_CALLBACK_FAILED, 502, "runtime.callback_failed", "none" },
    { LLMSPELL_E_RUNTIME_INVALID_RESULT, 500, "runtime.invalid_result", "none" },
    { LLMSPELL_E_RUNTIME_LIMIT_EXCEEDED, 429, "runtime.limit_exceeded", "none" },
    { LLMSPELL_E_RUNTIME_BROKEN_INSTALLATION, 500, "runtime.broken_installation", "none" },
    { LLMSPELL_E_SHARED_INVALID_SCHEMA, 422, "shared.invalid_schema", "none" },
    { LLMSPELL_E_SESSION_NOT_FOUND, 404, "session.not_found", "none" },
    { LLMSPELL_E_SESSION_PERMISSION_EXCEEDED, 403, "session.permission_exceeded", "none" },
    { LLMSPELL_E_SESSION_TOO_DEEP, 400, "session.too_deep", "none" },
    { LLMSPELL_E_SESSION_UNKNOWN_CONVERSION, 404, "session.unknown_conversion", "none" },
    { LLMSPELL_E_SESSION_CONVERSION_FAILED, 400, "session.conversion_failed", "none" },
    { LLMSPELL_E_PROVIDER_NOT_FOUND, 404, "provider.not_found", "none" },
    { LLMSPELL_E_PROVIDER_NAME_TAKEN, 409, "provider.name_taken", "none" },
    { LLMSPELL_E_PROVIDER_INVALID_CONFIG, 422, "provider.invalid_config", "none" },
    { LLMSPELL_E_PROVIDER_UNSUPPORTED, 422, "provider.unsupported", "failover" },
    { LLMSPELL_E_PROVIDER_INVALID_REQUEST, 422, "provider.invalid_request", "none" },
    { LLMSPELL_E_PROVIDER_AUTHENTICATION_FAILED, 502, "provider.authentication_failed", "failover" },
    { LLMSPELL_E_PROVIDER_MODEL_NOT_FOUND, 404, "provider.model_not_found", "failover" },
    { LLMSPELL_E_PROVIDER_CONTEXT_TOO_LONG, 413, "provider.context_too_long", "none" },
    { LLMSPELL_E_PROVIDER_RATE_LIMITED, 429, "provider.rate_limited", "retry_with_backoff" },
    { LLMSPELL_E_PROVIDER_UNAVAILABLE, 502, "provider.unavailable", "retry_with_backoff" },
    { LLMSPELL_E_PROVIDER_UNREACHABLE, 502, "provider.unreachable", "retry_once" },
    { LLMSPELL_E_PROVIDER_TIMED_OUT, 504, "provider.timed_out", "retry_once" },
    { LLMSPELL_E_PROVIDER_INVALID_RESPONSE, 502, "provider.invalid_response", "retry_once" },
    { LLMSPELL_E_PROVIDER_SCRIPT_EXHAUSTED, 409, "provider.script_exhausted", "none" },
    { LLMSPELL_E_PROVIDER_SCRIPT_MISMATCH, 409, "provider.script_mismatch", "none" },
    { LLMSPELL_E_PROVIDER_SCRIPT_UNFINISHED, 409, "provider.script_unfinished", "none" },
    { LLMSPELL_E_AGENT_NOT_FOUND, 404, "agent.not_found", "none" },
    { LLMSPELL_E_AGENT_BUSY, 409, "agent.busy", "none" },
    { LLMSPELL_E_AGENT_UNKNOWN_TOOL, 422, "agent.unknown_tool", "none" },
    { LLMSPELL_E_AGENT_STEP_LIMIT, 422, "agent.step_limit", "none" },
    { LLMSPELL_E_AGENT_INVALID_OUTPUT, 502, "agent.invalid_output", "retry_once" },
    { LLMSPELL_E_AGENT_INVALID_HANDOFF, 422, "agent.invalid_handoff", "none" },
    { LLMSPELL_E_AGENT_NESTED_TOO_DEEP, 422, "agent.nested_too_deep", "none" },
    { LLMSPELL_E_TOOL_NOT_FOUND, 404, "tool.not_found", "none" },
    { LLMSPELL_E_TOOL_ALREADY_EXISTS, 409, "tool.already_exists", "none" },
    { LLMSPELL_E_TOOL_INVALID_SCHEMA, 400, "tool.invalid_schema", "none" },
    { LLMSPELL_E_TOOL_INVALID_ARGUMENTS, 400, "tool.invalid_arguments", "none" },
    { LLMSPELL_E_TOOL_INVALID_RESULT, 502, "tool.invalid_result", "none" },
    { LLMSPELL_E_TOOL_EXECUTION_FAILED, 502, "tool.execution_failed", "none" },
    { LLMSPELL_E_TOOL_TIMED_OUT, 504, "tool.timed_out", "retry_once" },
    { LLMSPELL_E_TOOL_SANDBOX_KILLED, 502, "tool.sandbox_killed", "none" },
    { LLMSPELL_E_TOOL_NOT_SANDBOXABLE, 400, "tool.not_sandboxable", "none" },
    { LLMSPELL_E_TOOL_NO_HANDLER, 409, "tool.no_handler", "none" },
    { LLMSPELL_E_TOOL_UNKNOWN_EXECUTION, 404, "tool.unknown_execution", "none" },
    { LLMSPELL_E_TOOL_BAD_EXPRESSION, 400, "tool.bad_expression", "none" },
    { LLMSPELL_E_TOOL_FILE_FAILED, 400, "tool.file_failed", "none" },
    { LLMSPELL_E_TOOL_INVALID_FILE, 400, "tool.invalid_file", "none" },
    { LLMSPELL_E_TOOL_REQUEST_FAILED, 502, "tool.request_failed", "retry_with_backoff" },
    { LLMSPELL_E_EVENT_SUBSCRIPTION_NOT_FOUND, 404, "event.subscription_not_found", "none" },
    { LLMSPELL_E_EVENT_INVALID_TYPE, 400, "event.invalid_type", "none" },
    { LLMSPELL_E_EVENT_RESERVED_TYPE, 409, "event.reserved_type", "none" },
    { LLMSPELL_E_EVENT_DATA_TOO_LARGE, 413, "event.data_too_large", "none" },
    { LLMSPELL_E_MEMORY_NOT_FOUND, 404, "memory.not_found", "none" },
    { LLMSPELL_E_MEMORY_INVALID_SPACE, 400, "memory.invalid_space", "none" },
    { LLMSPELL_E_MEMORY_TOO_LARGE, 413, "memory.too_large", "none" },
    { LLMSPELL_E_MEMORY_FULL, 507, "memory.full", "none" },
    { LLMSPELL_E_MEMORY_FILE_FAILED, 400, "memory.file_failed", "none" },
    { LLMSPELL_E_MEMORY_INVALID_FILE, 400, "memory.invalid_file", "none" },
    { LLMSPELL_E_SESSION_NOT_MEMOIZED, 404, "session.not_memoized", "none" },
    { LLMSPELL_E_SCRIPT_HANDLER_NOT_FOUND, 404, "script.handler_not_found", "none" },
    { LLMSPELL_E_SCRIPT_HANDLER_EXISTS, 409, "script.handler_exists", "none" },
    { LLMSPELL_E_SCRIPT_HANDLER_FAILED, 502, "script.handler_failed", "none" },
    { LLMSPELL_E_HOOK_NOT_FOUND, 404, "hook.not_found", "none" },
    { LLMSPELL_E_HOOK_REJECTED, 403, "hook.rejected", "none" },
    { LLMSPELL_E_HOOK_FAILED, 502, "hook.failed", "none" },
    { LLMSPELL_E_HOOK_TIMED_OUT, 504, "hook.timed_out", "none" },
    { LLMSPELL_E_HOOK_REPLACED, 502, "hook.replaced", "none" },
    { LLMSPELL_E_HOOK_RATE_LIMITED, 429, "hook.rate_limited", "retry_with_backoff" },
    { LLMSPELL_E_HOOK_NESTED_TOO_DEEP, 422, "hook.nested_too_deep", "none" },
    { LLMSPELL_E_HOOK_INVALID_PAYLOAD, 422, "hook.invalid_payload", "none" },
    { LLMSPELL_E_EVENT_INVALID_EXPRESSION, 400, "event.invalid_expression", "none" },
    { LLMSPELL_E_EVENT_FILE_FAILED, 400, "event.file_failed", "none" },
    { LLMSPELL_E_EVENT_INVALID_FILE, 400, "event.invalid_file", "none" },
    { LLMSPELL_E_OUTPUT_PARSE_FAILED, 422, "output.parse_failed", "retry_once" },
    { LLMSPELL_E_OUTPUT_SCHEMA_MISMATCH, 422, "output.schema_mismatch", "retry_once" },
    { LLMSPELL_E_OUTPUT_TOO_LARGE, 413, "output.too_large", "none" },
    { LLMSPELL_E_OUTPUT_TOO_DEEP, 422, "output.too_deep", "none" },
    { LLMSPELL_E_OUTPUT_UNSAFE, 422, "output.unsafe", "none" },
    { LLMSPELL_E_OUTPUT_NOT_REPRESENTABLE, 422, "output.not_representable", "none" },
    { LLMSPELL_E_TESTING_ASSERTION_FAILED, 422, "testing.assertion_failed", "none" },
    { LLMSPELL_E_TESTING_INVALID_MATCHER, 400, "testing.invalid_matcher", "none" },
    { LLMSPELL_E_TESTING_INVALID_DEFINITION, 400, "testing.invalid_definition", "none" },
    { LLMSPELL_E_TESTING_NOT_FOUND, 404, "testing.not_found", "none" },
    { LLMSPELL_E_TESTING_ALREADY_EXISTS, 409, "testing.already_exists", "none" },
    { LLMSPELL_E_TESTING_UNEXPECTED_CALL, 422, "testing.unexpected_call", "none" },
    { LLMSPELL_E_TESTING_FIXTURE_FAILED, 422, "testing.fixture_failed", "none" },
    { LLMSPELL_E_TESTING_FILE_FAILED, 400, "testing.file_failed", "none" },
    { LLMSPELL_E_TESTING_INVALID_FILE, 400, "testing.invalid_file", "none" },
    { LLMSPELL_E_TESTING_COVERAGE_OFF, 409, "testing.coverage_off", "none" },
    { LLMSPELL_E_TESTING_INVALID_COVERAGE, 400, "testing.invalid_coverage", "none" },
    { LLMSPELL_E_MEMORY_INVALID_EMBEDDER, 422, "memory.invalid_embedder", "none" },
    { LLMSPELL_E_MEMORY_NO_EMBEDDER, 409, "memory.no_embedder", "none" },
    { LLMSPELL_E_MEMORY_EMBEDDING_MISMATCH, 409, "memory.embedding_mismatch", "none" },
    { LLMSPELL_E_MEMORY_EMBEDDING_FAILED, 502, "memory.embedding_failed", "none" },
    { LLMSPELL_E_MEMORY_CONVERSATION_NOT_FOUND, 404, "memory.conversation_not_found", "none" },
    { LLMSPELL_E_MEMORY_INVALID_CONVERSATION, 422, "memory.invalid_conversation", "none" },
    { LLMSPELL_E_MEMORY_SUMMARY_FAILED, 502, "memory.summary_failed", "retry_once" },
    { LLMSPELL_E_WORKFLOW_NOT_FOUND, 404, "workflow.not_found", "none" },
    { LLMSPELL_E_WORKFLOW_RUN_NOT_FOUND, 404, "workflow.run_not_found", "none" },
    { LLMSPELL_E_WORKFLOW_ALREADY_EXISTS, 409, "workflow.already_exists", "none" },
    { LLMSPELL_E_WORKFLOW_INVALID_DEFINITION, 422, "workflow.invalid_definition", "none" },
    { LLMSPELL_E_WORKFLOW_INVALID_INPUT, 422, "workflow.invalid_input", "none" },
    { LLMSPELL_E_WORKFLOW_INVALID_OPTIONS, 422, "workflow.invalid_options", "none" },
    { LLMSPELL_E_WORKFLOW_STEP_FAILED, 502, "workflow.step_failed", "none" },
    { LLMSPELL_E_WORKFLOW_STEP_TIMED_OUT, 504, "workflow.step_timed_out", "retry_once" },
    { LLMSPELL_E_WORKFLOW_TIMED_OUT, 504, "workflow.timed_out", "none" },
    { LLMSPELL_E_WORKFLOW_CANCELLED, 499, "workflow.cancelled", "none" },
    { LLMSPELL_E_WORKFLOW_EXPRESSION_FAILED, 422, "workflow.expression_failed", "none" },
    { LLMSPELL_E_WORKFLOW_INVALID_VALUE, 422, "workflow.invalid_value", "none" },
    { LLMSPELL_E_WORKFLOW_AMBIGUOUS_AGENT, 422, "workflow.ambiguous_agent", "none" },
    { LLMSPELL_E_WORKFLOW_LIMIT_REACHED, 422, "workflow.limit_reached", "none" },
    { LLMSPELL_E_SCHEMA_INVALID_SCHEMA, 400, "schema.invalid_schema", "none" },
    { LLMSPELL_E_SCHEMA_UNRESOLVED_REFERENCE, 400, "schema.unresolved_reference", "none" },
    { LLMSPELL_E_SCHEMA_FETCH_FAILED, 502, "schema.fetch_failed", "retry_with_backoff" },
    { LLMSPELL_E_SCHEMA_TOO_COMPLEX, 413, "schema.too_complex", "none" },
    { LLMSPELL_E_SCHEMA_PART_NOT_FOUND, 404, "schema.part_not_found", "none" },
    { LLMSPELL_E_SCHEMA_INVALID_SAMPLES, 400, "schema.invalid_samples", "none" },
    { LLMSPELL_E_SCHEMA_INVALID_FIELD, 400, "schema.invalid_field", "none" },
    { LLMSPELL_E_SCHEMA_MERGE_CONFLICT, 409, "schema.merge_conflict", "none" },
    { LLMSPELL_E_SCHEMA_NOT_FOUND, 404, "schema.not_found", "none" },
    { LLMSPELL_E_SCHEMA_INVALID_NAME, 400, "schema.invalid_name", "none" },
    { LLMSPELL_E_SCHEMA_FULL, 507, "schema.full", "none" },
    { LLMSPELL_E_SCHEMA_FILE_FAILED, 400, "schema.file_failed", "none" },
    { LLMSPELL_E_SCHEMA_INVALID_FILE, 400, "schema.invalid_file", "none" },
    { LLMSPELL_E_SCHEMA_VALIDATOR_NOT_FOUND, 404, "schema.validator_not_found", "none" },
    { LLMSPELL_E_SCRIPT_SYNTAX_ERROR, 422, "script.syntax_error", "none" },
    { LLMSPELL_E_SCRIPT_FAILED, 502, "script.failed", "none" },
    { LLMSPELL_E_SCRIPT_TIMED_OUT, 504, "script.timed_out", "none" },
    { LLMSPELL_E_SCRIPT_LIMIT_EXCEEDED, 429, "script.limit_exceeded", "none" },
    { LLMSPELL_E_SCRIPT_INVALID_VARIABLE, 400, "script.invalid_variable", "none" },
    { LLMSPELL_E_SCRIPT_UNKNOWN_SUFFIX, 400, "script.unknown_suffix", "none" },
    { LLMSPELL_E_SCRIPT_FILE_FAILED, 400, "script.file_failed", "none" },
    { LLMSPELL_E_SCRIPT_ENGINE_UNAVAILABLE, 501, "script.engine_unavailable", "none" },
    { LLMSPELL_E_SCRIPT_SANDBOX_UNAVAILABLE, 501, "script.sandbox_unavailable", "none" },
    { LLMSPELL_E_SCRIPT_SANDBOX_KILLED, 502, "script.sandbox_killed", "none" },
    { LLMSPELL_E_SESSION_INVALID_CONVERSION, 400, "session.invalid_conversion", "none" },
    { LLMSPELL_E_SESSION_CONVERSION_EXISTS, 409, "session.conversion_exists", "none" },
    { LLMSPELL_E_SESSION_CONVERSION_NOT_FOUND, 404, "session.conversion_not_found", "none" },
    { LLMSPELL_E_HOOK_INVALID_OPTIONS, 422, "hook.invalid_options", "none" },
    { LLMSPELL_E_HOOK_INVALID_COMPOSITION, 422, "hook.invalid_composition", "none" },
    { LLMSPELL_E_WORKFLOW_INVALID_DOCUMENT, 422, "workflow.invalid_document", "none" },
    { LLMSPELL_E_WORKFLOW_INVALID_CHECKPOINT, 422, "workflow.invalid_checkpoint", "none" },
    { LLMSPELL_E_WORKFLOW_RUN_IN_USE, 409, "workflow.run_in_use", "none" },
    { LLMSPELL_E_WORKFLOW_FILE_FAILED, 400, "workflow.file_failed", "none" },
    { LLMSPELL_E_WORKFLOW_INVALID_FILE, 400, "workflow.invalid_file", "none" },
    { LLMSPELL_E_WORKFLOW_NESTED_TOO_DEEP, 422, "workflow.nested_too_deep", "none" },
    { LLMSPELL_E_STATE_NOT_FOUND, 404, "state.not_found", "none" },
    { LLMSPELL_E_STATE_UNKNOWN_NAME, 404, "state.unknown_name", "none" },
    { LLMSPELL_E_STATE_ALREADY_EXISTS, 409, "state.already_exists", "none" },
    { LLMSPELL_E_STATE_INVALID_PATH, 400, "state.invalid_path", "none" },
    { LLMSPELL_E_STATE_PATH_NOT_FOUND, 404, "state.path_not_found", "none" },
    { LLMSPELL_E_STATE_CONFLICT, 409, "state.conflict", "retry_once" },
    { LLMSPELL_E_STATE_MERGE_REFUSED, 409, "state.merge_refused", "none" },
    { LLMSPELL_E_STATE_SCHEMA_VIOLATION, 422, "state.schema_violation", "none" },
    { LLMSPELL_E_STATE_SNAPSHOT_NOT_FOUND, 404, "state.snapshot_not_found", "none" },
    { LLMSPELL_E_STATE_SNAPSHOT_EXISTS, 409, "state.snapshot_exists", "none" },
    { LLMSPELL_E_STATE_TOO_MANY_SNAPSHOTS, 409, "state.too_many_snapshots", "none" },
    { LLMSPELL_E_STATE_TOO_LARGE, 413, "state.too_large", "none" },
    { LLMSPELL_E_STATE_TOO_DEEP, 422, "state.too_deep", "none" },
    { LLMSPELL_E_STATE_INVALID_TRANSFORM, 422, "state.invalid_transform", "none" },
    { LLMSPELL_E_STATE_FILE_FAILED, 400, "state.file_failed", "none" },
    { LLMSPELL_E_STATE_INVALID_FILE, 400, "state.invalid_file", "none" },
    { LLMSPELL_NOT_INITIALIZED, 0, NULL, NULL },
};

void llmspell_string_list_free(llmspell_string_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        free((void *)value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_int64_list_free(llmspell_int64_list *value)
{
    if (value == NULL)
        return;
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_double_list_free(llmspell_double_list *value)
{
    if (value == NULL)
        return;
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_bool_list_free(llmspell_bool_list *value)
{
    if (value == NULL)
        return;
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_json_list_free(llmspell_json_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        free((void *)value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_string_map_free(llmspell_string_map *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->entries != NULL && i < value->count; i++) {
        free((void *)value->entries[i].key);
        free((void *)value->entries[i].value);
    }
    free((void *)value->entries);
    memset(value, 0, sizeof *value);
}

void llmspell_int64_map_free(llmspell_int64_map *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->entries != NULL && i < value->count; i++) {
        free((void *)value->entries[i].key);
    }
    free((void *)value->entries);
    memset(value, 0, sizeof *value);
}

void llmspell_double_map_free(llmspell_double_map *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->entries != NULL && i < value->count; i++) {
        free((void *)value->entries[i].key);
    }
    free((void *)value->entries);
    memset(value, 0, sizeof *value);
}

void llmspell_bool_map_free(llmspell_bool_map *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->entries != NULL && i < value->count; i++) {
        free((void *)value->entries[i].key);
    }
    free((void *)value->entries);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_call_list_free(llmspell_tool_call_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_tool_call_free((llmspell_tool_call *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_session_memoize_metrics_map_free(llmspell_session_memoize_metrics_map *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->entries != NULL && i < value->count; i++) {
        free((void *)value->entries[i].key);
        llmspell_session_memoize_metrics_free((llmspell_session_memoize_metrics *)value->entries[i].value);
        free((void *)value->entries[i].value);
    }
    free((void *)value->entries);
    memset(value, 0, sizeof *value);
}

void llmspell_session_conversion_info_list_free(llmspell_session_conversion_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_session_conversion_info_free((llmspell_session_conversion_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_session_batch_call_list_free(llmspell_session_batch_call_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_session_batch_call_free((llmspell_session_batch_call *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_session_batch_outcome_list_free(llmspell_session_batch_outcome_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_session_batch_outcome_free((llmspell_session_batch_outcome *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_scripted_tool_call_list_free(llmspell_provider_scripted_tool_call_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_provider_scripted_tool_call_free((llmspell_provider_scripted_tool_call *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_embedding_list_free(llmspell_provider_embedding_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_provider_embedding_free((llmspell_provider_embedding *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_script_step_list_free(llmspell_provider_script_step_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_provider_script_step_free((llmspell_provider_script_step *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_capability_list_free(llmspell_provider_capability_list *value)
{
    if (value == NULL)
        return;
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_spec_list_free(llmspell_tool_spec_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_tool_spec_free((llmspell_tool_spec *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_info_list_free(llmspell_provider_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_provider_info_free((llmspell_provider_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_type_list_free(llmspell_provider_type_list *value)
{
    if (value == NULL)
        return;
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_discovered_provider_list_free(llmspell_provider_discovered_provider_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_provider_discovered_provider_free((llmspell_provider_discovered_provider *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_message_list_free(llmspell_message_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_message_free((llmspell_message *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_model_info_list_free(llmspell_provider_model_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_provider_model_info_free((llmspell_provider_model_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_tool_outcome_list_free(llmspell_agent_tool_outcome_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_agent_tool_outcome_free((llmspell_agent_tool_outcome *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_info_list_free(llmspell_agent_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_agent_info_free((llmspell_agent_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_argument_issue_list_free(llmspell_tool_argument_issue_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_tool_argument_issue_free((llmspell_tool_argument_issue *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_tool_description_list_free(llmspell_tool_description_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_tool_description_free((llmspell_tool_description *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_event_subscription_info_list_free(llmspell_event_subscription_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_event_subscription_info_free((llmspell_event_subscription_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_event_list_free(llmspell_event_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_event_free((llmspell_event *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_event_recording_info_list_free(llmspell_event_recording_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_event_recording_info_free((llmspell_event_recording_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_double_list_list_free(llmspell_double_list_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_double_list_free((llmspell_double_list *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_match_list_free(llmspell_memory_match_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_memory_match_free((llmspell_memory_match *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_state_merge_conflict_list_free(llmspell_state_merge_conflict_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_state_merge_conflict_free((llmspell_state_merge_conflict *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_state_info_list_free(llmspell_state_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_state_info_free((llmspell_state_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_state_change_list_free(llmspell_state_change_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_state_change_free((llmspell_state_change *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_state_snapshot_info_list_free(llmspell_state_snapshot_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_state_snapshot_info_free((llmspell_state_snapshot_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_issue_list_free(llmspell_schema_issue_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_schema_issue_free((llmspell_schema_issue *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_change_list_free(llmspell_schema_change_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_schema_change_free((llmspell_schema_change *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_type_list_free(llmspell_schema_type_list *value)
{
    if (value == NULL)
        return;
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_schema_entry_list_free(llmspell_schema_entry_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_schema_entry_free((llmspell_schema_entry *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_output_change_list_free(llmspell_output_change_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_output_change_free((llmspell_output_change *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_output_format_candidate_list_free(llmspell_output_format_candidate_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_output_format_candidate_free((llmspell_output_format_candidate *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_output_format_issue_list_free(llmspell_output_format_issue_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_output_format_issue_free((llmspell_output_format_issue *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_string_list_list_free(llmspell_string_list_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_string_list_free((llmspell_string_list *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_section_list_free(llmspell_output_markdown_section_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_output_markdown_section_free((llmspell_output_markdown_section *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_code_list_free(llmspell_output_markdown_code_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_output_markdown_code_free((llmspell_output_markdown_code *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_table_list_free(llmspell_output_markdown_table_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_output_markdown_table_free((llmspell_output_markdown_table *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_list_list_free(llmspell_output_markdown_list_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_output_markdown_list_free((llmspell_output_markdown_list *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_output_markdown_link_list_free(llmspell_output_markdown_link_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_output_markdown_link_free((llmspell_output_markdown_link *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_output_json_match_list_free(llmspell_output_json_match_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_output_json_match_free((llmspell_output_json_match *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_redaction_part_list_free(llmspell_hook_redaction_part_list *value)
{
    if (value == NULL)
        return;
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_metric_series_list_free(llmspell_hook_metric_series_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_hook_metric_series_free((llmspell_hook_metric_series *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_handle_list_free(llmspell_hook_handle_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_hook_free(value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_hook_info_list_free(llmspell_hook_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_hook_info_free((llmspell_hook_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_script_issue_list_free(llmspell_script_issue_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_script_issue_free((llmspell_script_issue *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_script_execution_mode_list_free(llmspell_script_execution_mode_list *value)
{
    if (value == NULL)
        return;
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_script_engine_info_list_free(llmspell_script_engine_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_script_engine_info_free((llmspell_script_engine_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_script_handler_info_list_free(llmspell_script_handler_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_script_handler_info_free((llmspell_script_handler_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_list_free(llmspell_workflow_step_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_workflow_step_free((llmspell_workflow_step *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_issue_list_free(llmspell_workflow_issue_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_workflow_issue_free((llmspell_workflow_issue *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_dependencies_list_free(llmspell_workflow_step_dependencies_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_workflow_step_dependencies_free((llmspell_workflow_step_dependencies *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_step_outcome_list_free(llmspell_workflow_step_outcome_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_workflow_step_outcome_free((llmspell_workflow_step_outcome *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_info_list_free(llmspell_workflow_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_workflow_info_free((llmspell_workflow_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_info_list_free(llmspell_workflow_run_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_workflow_run_info_free((llmspell_workflow_run_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_workflow_run_handle_list_free(llmspell_workflow_run_handle_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_workflow_run_free(value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_response_list_free(llmspell_testing_mock_response_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_mock_response_free((llmspell_testing_mock_response *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_json_list_list_free(llmspell_json_list_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_json_list_free((llmspell_json_list *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_assertion_list_free(llmspell_testing_assertion_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_assertion_free((llmspell_testing_assertion *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_event_expectation_list_free(llmspell_testing_event_expectation_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_event_expectation_free((llmspell_testing_event_expectation *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_call_expectation_map_free(llmspell_testing_call_expectation_map *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->entries != NULL && i < value->count; i++) {
        free((void *)value->entries[i].key);
        llmspell_testing_call_expectation_free((llmspell_testing_call_expectation *)value->entries[i].value);
        free((void *)value->entries[i].value);
    }
    free((void *)value->entries);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_definition_list_free(llmspell_testing_mock_definition_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_mock_definition_free((llmspell_testing_mock_definition *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_step_list_free(llmspell_testing_scenario_step_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_scenario_step_free((llmspell_testing_scenario_step *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_fixture_definition_list_free(llmspell_testing_fixture_definition_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_fixture_definition_free((llmspell_testing_fixture_definition *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_definition_list_free(llmspell_testing_scenario_definition_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_scenario_definition_free((llmspell_testing_scenario_definition *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_difference_list_free(llmspell_testing_difference_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_difference_free((llmspell_testing_difference *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_step_result_list_free(llmspell_testing_step_result_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_step_result_free((llmspell_testing_step_result *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_info_list_free(llmspell_testing_mock_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_mock_info_free((llmspell_testing_mock_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_bridge_coverage_list_free(llmspell_testing_bridge_coverage_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_bridge_coverage_free((llmspell_testing_bridge_coverage *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_result_list_free(llmspell_testing_scenario_result_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_scenario_result_free((llmspell_testing_scenario_result *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_info_list_free(llmspell_testing_scenario_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_scenario_info_free((llmspell_testing_scenario_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_call_list_free(llmspell_testing_mock_call_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_mock_call_free((llmspell_testing_mock_call *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_fixture_info_list_free(llmspell_testing_fixture_info_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_fixture_info_free((llmspell_testing_fixture_info *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_coverage_report_list_free(llmspell_testing_coverage_report_list *value)
{
    if (value == NULL)
        return;
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        llmspell_testing_coverage_report_free((llmspell_testing_coverage_report *)&value->items[i]);
    }
    free((void *)value->items);
    memset(value, 0, sizeof *value);
}
