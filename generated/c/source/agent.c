/* Behind agent.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "agent_behind.h"

static bridge_module module = BRIDGE_MODULE("agent");

void llmspell_agent_memory_init(llmspell_agent_memory *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_memory_free(llmspell_agent_memory *value)
{
    if (value == NULL)
        return;
    free((void *)value->provider);
    free((void *)value->model);
    free((void *)value->instruction);
    free((void *)value->count_with);
    free((void *)value->name);
    free((void *)value->owner);
    free((void *)value->path);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_config_init(llmspell_agent_config *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_config_free(llmspell_agent_config *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->provider);
    free((void *)value->model);
    free((void *)value->description);
    free((void *)value->system_prompt);
    llmspell_string_list_free((llmspell_string_list *)&value->tools);
    llmspell_agent_memory_free((llmspell_agent_memory *)value->memory);
    free((void *)value->memory);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_changes_init(llmspell_agent_changes *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_changes_free(llmspell_agent_changes *value)
{
    if (value == NULL)
        return;
    free((void *)value->provider);
    free((void *)value->model);
    free((void *)value->description);
    free((void *)value->system_prompt);
    llmspell_string_list_free((llmspell_string_list *)&value->tools);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_info_init(llmspell_agent_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_info_free(llmspell_agent_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->name);
    free((void *)value->provider);
    free((void *)value->model);
    free((void *)value->description);
    free((void *)value->system_prompt);
    llmspell_string_list_free((llmspell_string_list *)&value->tools);
    llmspell_memory_conversation_info_free((llmspell_memory_conversation_info *)value->memory);
    free((void *)value->memory);
    llmspell_usage_free((llmspell_usage *)value->usage);
    free((void *)value->usage);
    free((void *)value->created_at);
    llmspell_error_info_free((llmspell_error_info *)value->last_error);
    free((void *)value->last_error);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_run_options_init(llmspell_agent_run_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_run_options_free(llmspell_agent_run_options *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->images);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_structured_options_init(llmspell_agent_structured_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_structured_options_free(llmspell_agent_structured_options *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_agent_tool_outcome_init(llmspell_agent_tool_outcome *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_tool_outcome_free(llmspell_agent_tool_outcome *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->name);
    free((void *)value->arguments_json);
    free((void *)value->content);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_run_result_init(llmspell_agent_run_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_run_result_free(llmspell_agent_run_result *value)
{
    if (value == NULL)
        return;
    free((void *)value->run_id);
    free((void *)value->text);
    llmspell_agent_tool_outcome_list_free((llmspell_agent_tool_outcome_list *)&value->tool_calls);
    llmspell_usage_free((llmspell_usage *)value->usage);
    free((void *)value->usage);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_structured_result_init(llmspell_agent_structured_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_structured_result_free(llmspell_agent_structured_result *value)
{
    if (value == NULL)
        return;
    free((void *)value->run_id);
    free((void *)value->value_json);
    free((void *)value->text);
    llmspell_agent_tool_outcome_list_free((llmspell_agent_tool_outcome_list *)&value->tool_calls);
    llmspell_usage_free((llmspell_usage *)value->usage);
    free((void *)value->usage);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_run_chunk_init(llmspell_agent_run_chunk *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_run_chunk_free(llmspell_agent_run_chunk *value)
{
    if (value == NULL)
        return;
    free((void *)value->text);
    llmspell_tool_call_free((llmspell_tool_call *)value->tool_call);
    free((void *)value->tool_call);
    llmspell_agent_tool_outcome_free((llmspell_agent_tool_outcome *)value->tool_outcome);
    free((void *)value->tool_outcome);
    llmspell_agent_run_result_free((llmspell_agent_run_result *)value->result);
    free((void *)value->result);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_tool_settings_init(llmspell_agent_tool_settings *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_tool_settings_free(llmspell_agent_tool_settings *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->description);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_started_init(llmspell_agent_started *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_started_free(llmspell_agent_started *value)
{
    if (value == NULL)
        return;
    free((void *)value->run_id);
    free((void *)value->agent);
    free((void *)value->agent_id);
    free((void *)value->provider);
    free((void *)value->model);
    free((void *)value->input);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_completed_init(llmspell_agent_completed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_completed_free(llmspell_agent_completed *value)
{
    if (value == NULL)
        return;
    free((void *)value->run_id);
    free((void *)value->agent);
    free((void *)value->agent_id);
    free((void *)value->text);
    llmspell_usage_free((llmspell_usage *)value->usage);
    free((void *)value->usage);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_failed_init(llmspell_agent_failed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_failed_free(llmspell_agent_failed *value)
{
    if (value == NULL)
        return;
    free((void *)value->run_id);
    free((void *)value->agent);
    free((void *)value->agent_id);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_handed_off_init(llmspell_agent_handed_off *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_agent_handed_off_free(llmspell_agent_handed_off *value)
{
    if (value == NULL)
        return;
    free((void *)value->agent);
    free((void *)value->agent_id);
    free((void *)value->target);
    free((void *)value->target_id);
    memset(value, 0, sizeof *value);
}

void llmspell_agent_free(llmspell_agent *handle)
{
    free(handle);
}

const char *llmspell_agent_id(const llmspell_agent *handle)
{
    return (const char *)handle;
}

llmspell_agent *llmspell_agent_from_id(const char *id)
{
    return (llmspell_agent *)BRIDGE_NAME(string_copy)(id);
}

llmspell_status llmspell_agent_create(
    llmspell_session *session, const llmspell_agent_config *config, llmspell_agent **result)
{
    BRIDGE_RESULT(llmspell_agent *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_create(
        number, config, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_agent_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_agent_destroy(llmspell_session *session, llmspell_agent *agent)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_destroy(
        number, (const char *)agent);
    return bridge_left(status);
}

llmspell_status llmspell_agent_run(
    llmspell_session *session, llmspell_agent *agent, const char *input,
    const llmspell_agent_run_options *options, llmspell_agent_run_result *result)
{
    BRIDGE_RESULT(llmspell_agent_run_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_run(
        number, (const char *)agent, input, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_agent_run_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_agent_run_structured(
    llmspell_session *session, llmspell_agent *agent, const char *input, const char *schema_json,
    const llmspell_agent_structured_options *options, llmspell_agent_structured_result *result)
{
    BRIDGE_RESULT(llmspell_agent_structured_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_run_structured(
        number, (const char *)agent, input, schema_json, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_agent_structured_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_agent_stream_start(
    llmspell_session *session, llmspell_agent *agent, const char *input,
    const llmspell_agent_run_options *options, llmspell_agent_stream **stream)
{
    BRIDGE_CLEAR(stream);
    BRIDGE_ENTER(session, &module);
    int64_t owner = session->number;
    char *id = NULL;
    llmspell_status status = llmspell_py_agent_stream(
        number, (const char *)agent, input, options, &id);
    return bridge_stream_started(owner, status, id, (bridge_stream **)stream);
}

llmspell_status llmspell_agent_stream_next(llmspell_agent_stream *stream, llmspell_agent_run_chunk *item)
{
    BRIDGE_RESULT(llmspell_agent_run_chunk, item);
    BRIDGE_ENTER_STREAM(stream);
    llmspell_status status = llmspell_py_agent_stream_next(
        number, open->id, item);
    if (BRIDGE_DROPS(status, item))
        llmspell_agent_run_chunk_free(item);
    return bridge_left(status);
}

llmspell_status llmspell_agent_stream_close(llmspell_agent_stream *stream)
{
    return bridge_stream_ended((bridge_stream *)stream);
}

llmspell_status llmspell_agent_configure(
    llmspell_session *session, llmspell_agent *agent, const llmspell_agent_changes *changes,
    llmspell_agent_info *result)
{
    BRIDGE_RESULT(llmspell_agent_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_configure(
        number, (const char *)agent, changes, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_agent_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_agent_use_conversation(
    llmspell_session *session, llmspell_agent *agent, llmspell_memory_conversation *conversation)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_use_conversation(
        number, (const char *)agent, (const char *)conversation);
    return bridge_left(status);
}

llmspell_status llmspell_agent_get_state(
    llmspell_session *session, llmspell_agent *agent, llmspell_agent_state *result)
{
    BRIDGE_RESULT(llmspell_agent_state, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_get_state(
        number, (const char *)agent, result);
    return bridge_left(status);
}

llmspell_status llmspell_agent_get_info(
    llmspell_session *session, llmspell_agent *agent, llmspell_agent_info *result)
{
    BRIDGE_RESULT(llmspell_agent_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_get_info(
        number, (const char *)agent, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_agent_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_agent_get_messages(
    llmspell_session *session, llmspell_agent *agent, llmspell_message_list *result)
{
    BRIDGE_RESULT(llmspell_message_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_get_messages(
        number, (const char *)agent, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_message_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_agent_list(llmspell_session *session, llmspell_agent_info_list *result)
{
    BRIDGE_RESULT(llmspell_agent_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_list(
        number, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_agent_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_agent_reset(llmspell_session *session, llmspell_agent *agent)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_reset(
        number, (const char *)agent);
    return bridge_left(status);
}

llmspell_status llmspell_agent_handoff(
    llmspell_session *session, llmspell_agent *agent, llmspell_agent *target, const char *input,
    const llmspell_agent_run_options *options, llmspell_agent_run_result *result)
{
    BRIDGE_RESULT(llmspell_agent_run_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_handoff(
        number, (const char *)agent, (const char *)target, input, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_agent_run_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_agent_as_tool(
    llmspell_session *session, llmspell_agent *agent, const llmspell_agent_tool_settings *settings,
    llmspell_tool_description *result)
{
    BRIDGE_RESULT(llmspell_tool_description, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_agent_as_tool(
        number, (const char *)agent, settings, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_tool_description_free(result);
    return bridge_left(status);
}
