/* Behind provider.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "provider_behind.h"

static bridge_module module = BRIDGE_MODULE("provider");

void llmspell_provider_scripted_tool_call_init(llmspell_provider_scripted_tool_call *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_scripted_tool_call_free(llmspell_provider_scripted_tool_call *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->name);
    free((void *)value->arguments_json);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_embedding_init(llmspell_provider_embedding *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_embedding_free(llmspell_provider_embedding *value)
{
    if (value == NULL)
        return;
    llmspell_double_list_free((llmspell_double_list *)&value->vector);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_scripted_failure_init(llmspell_provider_scripted_failure *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_scripted_failure_free(llmspell_provider_scripted_failure *value)
{
    if (value == NULL)
        return;
    free((void *)value->message);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_script_expectation_init(llmspell_provider_script_expectation *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_script_expectation_free(llmspell_provider_script_expectation *value)
{
    if (value == NULL)
        return;
    free((void *)value->last_message);
    free((void *)value->system_prompt);
    llmspell_string_list_free((llmspell_string_list *)&value->tools);
    free((void *)value->model);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_script_step_init(llmspell_provider_script_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_script_step_free(llmspell_provider_script_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->text);
    llmspell_string_list_free((llmspell_string_list *)&value->chunks);
    llmspell_provider_scripted_tool_call_list_free((llmspell_provider_scripted_tool_call_list *)&value->tool_calls);
    llmspell_provider_embedding_list_free((llmspell_provider_embedding_list *)&value->embeddings);
    llmspell_provider_scripted_failure_free((llmspell_provider_scripted_failure *)value->error);
    free((void *)value->error);
    llmspell_usage_free((llmspell_usage *)value->usage);
    free((void *)value->usage);
    llmspell_provider_script_expectation_free((llmspell_provider_script_expectation *)value->expect);
    free((void *)value->expect);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_config_init(llmspell_provider_config *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_config_free(llmspell_provider_config *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->base_url);
    free((void *)value->api_key);
    free((void *)value->model);
    llmspell_string_map_free((llmspell_string_map *)&value->headers);
    llmspell_provider_script_step_list_free((llmspell_provider_script_step_list *)&value->script);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_changes_init(llmspell_provider_changes *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_changes_free(llmspell_provider_changes *value)
{
    if (value == NULL)
        return;
    free((void *)value->base_url);
    free((void *)value->api_key);
    free((void *)value->model);
    llmspell_string_map_free((llmspell_string_map *)&value->headers);
    llmspell_provider_script_step_list_free((llmspell_provider_script_step_list *)&value->script);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_info_init(llmspell_provider_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_info_free(llmspell_provider_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->name);
    llmspell_provider_capability_list_free((llmspell_provider_capability_list *)&value->capabilities);
    free((void *)value->base_url);
    free((void *)value->model);
    llmspell_usage_free((llmspell_usage *)value->usage);
    free((void *)value->usage);
    llmspell_error_info_free((llmspell_error_info *)value->last_error);
    free((void *)value->last_error);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_chat_options_init(llmspell_provider_chat_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_chat_options_free(llmspell_provider_chat_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->model);
    llmspell_string_list_free((llmspell_string_list *)&value->stop);
    llmspell_tool_spec_list_free((llmspell_tool_spec_list *)&value->tools);
    free((void *)value->tool_choice);
    free((void *)value->response_schema_json);
    free((void *)value->extra_json);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_chat_result_init(llmspell_provider_chat_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_chat_result_free(llmspell_provider_chat_result *value)
{
    if (value == NULL)
        return;
    free((void *)value->text);
    llmspell_message_free((llmspell_message *)value->message);
    free((void *)value->message);
    llmspell_usage_free((llmspell_usage *)value->usage);
    free((void *)value->usage);
    free((void *)value->model);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_chat_chunk_init(llmspell_provider_chat_chunk *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_chat_chunk_free(llmspell_provider_chat_chunk *value)
{
    if (value == NULL)
        return;
    free((void *)value->text);
    llmspell_tool_call_free((llmspell_tool_call *)value->tool_call);
    free((void *)value->tool_call);
    llmspell_provider_chat_result_free((llmspell_provider_chat_result *)value->result);
    free((void *)value->result);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_model_info_init(llmspell_provider_model_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_model_info_free(llmspell_provider_model_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->id);
    free((void *)value->owner);
    free((void *)value->family);
    free((void *)value->created_at);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_embedding_result_init(llmspell_provider_embedding_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_embedding_result_free(llmspell_provider_embedding_result *value)
{
    if (value == NULL)
        return;
    llmspell_provider_embedding_list_free((llmspell_provider_embedding_list *)&value->embeddings);
    llmspell_usage_free((llmspell_usage *)value->usage);
    free((void *)value->usage);
    free((void *)value->model);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_token_count_init(llmspell_provider_token_count *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_token_count_free(llmspell_provider_token_count *value)
{
    if (value == NULL)
        return;
    free((void *)value->model);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_discovered_provider_init(llmspell_provider_discovered_provider *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_discovered_provider_free(llmspell_provider_discovered_provider *value)
{
    if (value == NULL)
        return;
    free((void *)value->source);
    free((void *)value->base_url);
    llmspell_string_list_free((llmspell_string_list *)&value->models);
    free((void *)value->problem);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_requested_init(llmspell_provider_requested *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_requested_free(llmspell_provider_requested *value)
{
    if (value == NULL)
        return;
    free((void *)value->request_id);
    free((void *)value->provider);
    free((void *)value->provider_id);
    free((void *)value->model);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_responded_init(llmspell_provider_responded *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_responded_free(llmspell_provider_responded *value)
{
    if (value == NULL)
        return;
    free((void *)value->request_id);
    free((void *)value->provider);
    free((void *)value->provider_id);
    free((void *)value->model);
    llmspell_usage_free((llmspell_usage *)value->usage);
    free((void *)value->usage);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_retried_init(llmspell_provider_retried *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_retried_free(llmspell_provider_retried *value)
{
    if (value == NULL)
        return;
    free((void *)value->request_id);
    free((void *)value->provider);
    free((void *)value->provider_id);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_failed_init(llmspell_provider_failed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_provider_failed_free(llmspell_provider_failed *value)
{
    if (value == NULL)
        return;
    free((void *)value->request_id);
    free((void *)value->provider);
    free((void *)value->provider_id);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_provider_free(llmspell_provider *handle)
{
    free(handle);
}

const char *llmspell_provider_id(const llmspell_provider *handle)
{
    return (const char *)handle;
}

llmspell_provider *llmspell_provider_from_id(const char *id)
{
    return (llmspell_provider *)BRIDGE_NAME(string_copy)(id);
}

llmspell_status llmspell_provider_create(
    llmspell_session *session, const llmspell_provider_config *config, llmspell_provider **result)
{
    BRIDGE_RESULT(llmspell_provider *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_provider_create(
        number, config, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_provider_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_provider_destroy(llmspell_session *session, llmspell_provider *provider)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_provider_destroy(
        number, (const char *)provider);
    return bridge_left(status);
}

llmspell_status llmspell_provider_configure(
    llmspell_session *session, llmspell_provider *provider, const llmspell_provider_changes *changes,
    llmspell_provider_info *result)
{
    BRIDGE_RESULT(llmspell_provider_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_provider_configure(
        number, (const char *)provider, changes, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_provider_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_provider_list(llmspell_session *session, llmspell_provider_info_list *result)
{
    BRIDGE_RESULT(llmspell_provider_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_provider_list(
        number, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_provider_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_provider_get(llmspell_session *session, const char *name, llmspell_provider **result)
{
    BRIDGE_RESULT(llmspell_provider *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_provider_get(
        number, name, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_provider_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_provider_get_info(
    llmspell_session *session, llmspell_provider *provider, llmspell_provider_info *result)
{
    BRIDGE_RESULT(llmspell_provider_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_provider_get_info(
        number, (const char *)provider, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_provider_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_provider_discover(
    llmspell_session *session, const llmspell_provider_type_list *types,
    llmspell_provider_discovered_provider_list *result)
{
    BRIDGE_RESULT(llmspell_provider_discovered_provider_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_provider_discover(
        number, types, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_provider_discovered_provider_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_provider_chat(
    llmspell_session *session, llmspell_provider *provider, const llmspell_message_list *messages,
    const llmspell_provider_chat_options *options, llmspell_provider_chat_result *result)
{
    BRIDGE_RESULT(llmspell_provider_chat_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_provider_chat(
        number, (const char *)provider, messages, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_provider_chat_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_provider_stream_start(
    llmspell_session *session, llmspell_provider *provider, const llmspell_message_list *messages,
    const llmspell_provider_chat_options *options, llmspell_provider_stream **stream)
{
    BRIDGE_CLEAR(stream);
    BRIDGE_ENTER(session, &module);
    int64_t owner = session->number;
    char *id = NULL;
    llmspell_status status = llmspell_py_provider_stream(
        number, (const char *)provider, messages, options, &id);
    return bridge_stream_started(owner, status, id, (bridge_stream **)stream);
}

llmspell_status llmspell_provider_stream_next(
    llmspell_provider_stream *stream, llmspell_provider_chat_chunk *item)
{
    BRIDGE_RESULT(llmspell_provider_chat_chunk, item);
    BRIDGE_ENTER_STREAM(stream);
    llmspell_status status = llmspell_py_provider_stream_next(
        number, open->id, item);
    if (BRIDGE_DROPS(status, item))
        llmspell_provider_chat_chunk_free(item);
    return bridge_left(status);
}

llmspell_status llmspell_provider_stream_close(llmspell_provider_stream *stream)
{
    return bridge_stream_ended((bridge_stream *)stream);
}

llmspell_status llmspell_provider_embed(
    llmspell_session *session, llmspell_provider *provider, const llmspell_string_list *texts,
    const char *model, llmspell_provider_embedding_result *result)
{
    BRIDGE_RESULT(llmspell_provider_embedding_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_provider_embed(
        number, (const char *)provider, texts, model, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_provider_embedding_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_provider_get_models(
    llmspell_session *session, llmspell_provider *provider, llmspell_provider_model_info_list *result)
{
    BRIDGE_RESULT(llmspell_provider_model_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_provider_get_models(
        number, (const char *)provider, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_provider_model_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_provider_count_tokens(
    llmspell_session *session, llmspell_provider *provider, const char *text, const char *model,
    llmspell_provider_token_count *result)
{
    BRIDGE_RESULT(llmspell_provider_token_count, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_provider_count_tokens(
        number, (const char *)provider, text, model, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_provider_token_count_free(result);
    return bridge_left(status);
}
