/* Behind memory.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "memory_behind.h"

static bridge_module module = BRIDGE_MODULE("memory");

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

void llmspell_memory_stats_init(llmspell_memory_stats *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_memory_stats_free(llmspell_memory_stats *value)
{
    if (value == NULL)
        return;
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
    BRIDGE_ENTER(session, &module);
    BRIDGE_CLEAR(result_json);
    llmspell_status status = llmspell_py_memory_retrieve(
        number, key, space, result_json);
    return bridge_left(status);
}

llmspell_status llmspell_memory_delete(
    llmspell_session *session, const char *key, const llmspell_memory_space *space, bool *result)
{
    BRIDGE_ENTER(session, &module);
    BRIDGE_CLEAR(result);
    llmspell_status status = llmspell_py_memory_delete(
        number, key, space, result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_list_keys(
    llmspell_session *session, const llmspell_memory_key_filter *filter, llmspell_string_list *result)
{
    BRIDGE_ENTER(session, &module);
    BRIDGE_CLEAR(result);
    llmspell_status status = llmspell_py_memory_list_keys(
        number, filter, result);
    if (status != LLMSPELL_OK)
        llmspell_string_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_clear(
    llmspell_session *session, const llmspell_memory_space *space, int64_t *result)
{
    BRIDGE_ENTER(session, &module);
    BRIDGE_CLEAR(result);
    llmspell_status status = llmspell_py_memory_clear(
        number, space, result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_get_stats(
    llmspell_session *session, const llmspell_memory_space *space, llmspell_memory_stats *result)
{
    BRIDGE_ENTER(session, &module);
    BRIDGE_CLEAR(result);
    llmspell_status status = llmspell_py_memory_get_stats(
        number, space, result);
    if (status != LLMSPELL_OK)
        llmspell_memory_stats_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_persist(
    llmspell_session *session, const char *file, const llmspell_memory_space *space, int64_t *result)
{
    BRIDGE_ENTER(session, &module);
    BRIDGE_CLEAR(result);
    llmspell_status status = llmspell_py_memory_persist(
        number, file, space, result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_load(
    llmspell_session *session, const char *file, const llmspell_memory_space *space, int64_t *result)
{
    BRIDGE_ENTER(session, &module);
    BRIDGE_CLEAR(result);
    llmspell_status status = llmspell_py_memory_load(
        number, file, space, result);
    return bridge_left(status);
}

llmspell_status llmspell_memory_search(
    llmspell_session *session, const char *query, const llmspell_memory_search_options *options,
    llmspell_memory_match_list *result)
{
    BRIDGE_ENTER(session, &module);
    BRIDGE_CLEAR(result);
    llmspell_status status = llmspell_py_memory_search(
        number, query, options, result);
    if (status != LLMSPELL_OK)
        llmspell_memory_match_list_free(result);
    return bridge_left(status);
}
