/* Behind memory.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "memory_behind.h"

static bridge_module module = BRIDGE_MODULE("memory");

void llmspell_memory_embed_texts_init(llmspell_memory_embed_texts *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_summarize_init(llmspell_memory_summarize *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_space_init(llmspell_memory_space *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_space_free(llmspell_memory_space *value)
{
    if (value == NULL)
        return;
    free((void *)value->owner);
    free((void *)value->path);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_store_options_init(llmspell_memory_store_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_store_options_free(llmspell_memory_store_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->owner);
    free((void *)value->path);
    llmspell_string_list_free((llmspell_string_list *)&value->tags);
    free((void *)value->metadata_json);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_key_filter_init(llmspell_memory_key_filter *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_key_filter_free(llmspell_memory_key_filter *value)
{
    if (value == NULL)
        return;
    free((void *)value->owner);
    free((void *)value->path);
    free((void *)value->prefix);
    llmspell_string_list_free((llmspell_string_list *)&value->tags);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_search_options_init(llmspell_memory_search_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_search_options_free(llmspell_memory_search_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->owner);
    free((void *)value->path);
    free((void *)value->prefix);
    llmspell_string_list_free((llmspell_string_list *)&value->tags);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_match_init(llmspell_memory_match *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_match_free(llmspell_memory_match *value)
{
    if (value == NULL)
        return;
    free((void *)value->key);
    free((void *)value->value_json);
    llmspell_string_list_free((llmspell_string_list *)&value->tags);
    free((void *)value->metadata_json);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_embedder_init(llmspell_memory_embedder *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_embedder_free(llmspell_memory_embedder *value)
{
    if (value == NULL)
        return;
    free((void *)value->provider);
    free((void *)value->model);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_index_options_init(llmspell_memory_index_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_index_options_free(llmspell_memory_index_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->owner);
    free((void *)value->path);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_index_result_init(llmspell_memory_index_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_index_result_free(llmspell_memory_index_result *value)
{
    if (value == NULL)
        return;
    free((void *)value->model);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_conversation_options_init(llmspell_memory_conversation_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_conversation_options_free(llmspell_memory_conversation_options *value)
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

void llmspell_memory_conversation_info_init(llmspell_memory_conversation_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_conversation_info_free(llmspell_memory_conversation_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->summary);
    llmspell_error_info_free((llmspell_error_info *)value->last_error);
    free((void *)value->last_error);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_conversation_trimmed_init(llmspell_memory_conversation_trimmed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_conversation_trimmed_free(llmspell_memory_conversation_trimmed *value)
{
    if (value == NULL)
        return;
    free((void *)value->conversation);
    free((void *)value->name);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_summary_missed_init(llmspell_memory_summary_missed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_summary_missed_free(llmspell_memory_summary_missed *value)
{
    if (value == NULL)
        return;
    free((void *)value->conversation);
    free((void *)value->name);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_stats_init(llmspell_memory_stats *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_stats_free(llmspell_memory_stats *value)
{
    if (value == NULL)
        return;
    free((void *)value->model);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_evicted_init(llmspell_memory_evicted *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_evicted_free(llmspell_memory_evicted *value)
{
    if (value == NULL)
        return;
    free((void *)value->key);
    free((void *)value->owner);
    memset(value, 0, sizeof *value);
}

void llmspell_memory_conversation_free(llmspell_memory_conversation *handle)
{
    free(handle);
}

const char *llmspell_memory_conversation_id(const llmspell_memory_conversation *handle)
{
    return (const char *)handle;
}

llmspell_memory_conversation *llmspell_memory_conversation_from_id(const char *id)
{
    return (llmspell_memory_conversation *)BRIDGE_NAME(string_copy)(id);
}

llmspell_status llmspell_memory_store(
    llmspell_session *session, const char *key, const char *value_json,
    const llmspell_memory_store_options *options)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_store(
        number, key, value_json, options);
    return bridge_left(status);
}

llmspell_status llmspell_memory_retrieve(
    llmspell_session *session, const char *key, const llmspell_memory_space *space, char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_retrieve(
        number, key, space, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_memory_delete(
    llmspell_session *session, const char *key, const llmspell_memory_space *space, bool *result)
{
    BRIDGE_RESULT(bool, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_delete(
        number, key, space, result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_list_keys(
    llmspell_session *session, const llmspell_memory_key_filter *filter, llmspell_string_list *result)
{
    BRIDGE_RESULT(llmspell_string_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_list_keys(
        number, filter, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_string_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_clear(
    llmspell_session *session, const llmspell_memory_space *space, int64_t *result)
{
    BRIDGE_RESULT(int64_t, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_clear(
        number, space, result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_get_stats(
    llmspell_session *session, const llmspell_memory_space *space, llmspell_memory_stats *result)
{
    BRIDGE_RESULT(llmspell_memory_stats, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_get_stats(
        number, space, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_memory_stats_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_persist(
    llmspell_session *session, const char *file, const llmspell_memory_space *space, int64_t *result)
{
    BRIDGE_RESULT(int64_t, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_persist(
        number, file, space, result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_load(
    llmspell_session *session, const char *file, const llmspell_memory_space *space, int64_t *result)
{
    BRIDGE_RESULT(int64_t, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_load(
        number, file, space, result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_search(
    llmspell_session *session, const char *query, const llmspell_memory_search_options *options,
    llmspell_memory_match_list *result)
{
    BRIDGE_RESULT(llmspell_memory_match_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_search(
        number, query, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_memory_match_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_set_embedder(
    llmspell_session *session, const llmspell_memory_embedder *embedder, const llmspell_memory_space *space)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_set_embedder(
        number, embedder, space);
    return bridge_left(status);
}

llmspell_status llmspell_memory_remove_embedder(
    llmspell_session *session, const llmspell_memory_space *space, bool *result)
{
    BRIDGE_RESULT(bool, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_remove_embedder(
        number, space, result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_index(
    llmspell_session *session, const llmspell_memory_index_options *options,
    llmspell_memory_index_result *result)
{
    BRIDGE_RESULT(llmspell_memory_index_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_index(
        number, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_memory_index_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_create_conversation(
    llmspell_session *session, const llmspell_memory_conversation_options *options,
    llmspell_memory_conversation **result)
{
    BRIDGE_RESULT(llmspell_memory_conversation *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_create_conversation(
        number, options, (char **)result);
    if (BRIDGE_DROPS(status, result))
        llmspell_memory_conversation_free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_close_conversation(
    llmspell_session *session, llmspell_memory_conversation *conversation)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_close_conversation(
        number, (const char *)conversation);
    return bridge_left(status);
}

llmspell_status llmspell_memory_add_messages(
    llmspell_session *session, llmspell_memory_conversation *conversation,
    const llmspell_message_list *messages, llmspell_memory_conversation_info *result)
{
    BRIDGE_RESULT(llmspell_memory_conversation_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_add_messages(
        number, (const char *)conversation, messages, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_memory_conversation_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_get_messages(
    llmspell_session *session, llmspell_memory_conversation *conversation, const bool *all,
    llmspell_message_list *result)
{
    BRIDGE_RESULT(llmspell_message_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_get_messages(
        number, (const char *)conversation, all, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_message_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_get_info(
    llmspell_session *session, llmspell_memory_conversation *conversation,
    llmspell_memory_conversation_info *result)
{
    BRIDGE_RESULT(llmspell_memory_conversation_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_get_info(
        number, (const char *)conversation, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_memory_conversation_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_compact(
    llmspell_session *session, llmspell_memory_conversation *conversation,
    llmspell_memory_conversation_info *result)
{
    BRIDGE_RESULT(llmspell_memory_conversation_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_compact(
        number, (const char *)conversation, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_memory_conversation_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_clear_messages(
    llmspell_session *session, llmspell_memory_conversation *conversation, int64_t *result)
{
    BRIDGE_RESULT(int64_t, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_clear_messages(
        number, (const char *)conversation, result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_list_conversations(
    llmspell_session *session, const llmspell_memory_space *space, llmspell_string_list *result)
{
    BRIDGE_RESULT(llmspell_string_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_list_conversations(
        number, space, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_string_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_delete_conversation(
    llmspell_session *session, const char *name, const llmspell_memory_space *space, bool *result)
{
    BRIDGE_RESULT(bool, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_memory_delete_conversation(
        number, name, space, result);
    return bridge_left(status);
}
