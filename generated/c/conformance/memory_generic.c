/* Every example of memory, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

/* memory.store, short_term: */
static void memory_store_short_term(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.store", "{\"key\": \"city\", \"value\": \"Oslo\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.store, with_options: */
static void memory_store_with_options(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.store", "{\"key\": \"profile\", \"value\": {\"name\": \"Ada\", \"likes\": [], \"born\": null}, \"options\": {\"type\": \"long_term\", \"scope\": \"agent\", \"owner\": \"helper\", \"ttl_seconds\": 3600, \"tags\": [\"person\"], \"metadata\": {\"source\": \"chat\"}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.store, persistent: */
static void memory_store_persistent(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.store", "{\"key\": \"city\", \"value\": \"Oslo\", \"options\": {\"type\": \"persistent\", \"path\": \"notes.db\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.store, no_owner: */
static void memory_store_no_owner(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.store", "{\"key\": \"city\", \"value\": \"Oslo\", \"options\": {\"scope\": \"agent\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.store, forbidden: A persistent memory is a file under the session's permissions. */
static void memory_store_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.store", "{\"key\": \"city\", \"value\": \"Oslo\", \"options\": {\"type\": \"persistent\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.retrieve, stored: */
static void memory_retrieve_stored(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"profile\", \"value\": {\"name\": \"Ada\", \"likes\": [], \"born\": null}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.retrieve", "{\"key\": \"profile\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.retrieve, persistent: */
static void memory_retrieve_persistent(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city\", \"value\": \"Oslo\", \"options\": {\"type\": \"persistent\", \"path\": \"notes.db\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.retrieve", "{\"key\": \"city\", \"space\": {\"type\": \"persistent\", \"path\": \"notes.db\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.retrieve, other_scope: Scopes do not see each other. */
static void memory_retrieve_other_scope(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city\", \"value\": \"Oslo\", \"options\": {\"scope\": \"agent\", \"owner\": \"helper\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.retrieve", "{\"key\": \"city\", \"space\": {\"scope\": \"agent\", \"owner\": \"critic\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.retrieve, unknown: */
static void memory_retrieve_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.retrieve", "{\"key\": \"city\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.delete, stored: */
static void memory_delete_stored(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city\", \"value\": \"Oslo\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.delete", "{\"key\": \"city\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.delete, unknown: */
static void memory_delete_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.delete", "{\"key\": \"city\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.list_keys, prefix: */
static void memory_list_keys_prefix(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/oslo\", \"value\": {\"text\": \"Oslo, the capital of Norway\"}, \"options\": {\"tags\": [\"north\", \"capital\"]}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/rome\", \"value\": {\"text\": \"Rome, the capital of Italy\"}, \"options\": {\"tags\": [\"south\", \"capital\"], \"metadata\": {\"visits\": 2}}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/bergen\", \"value\": {\"text\": \"Bergen, where it rains\"}, \"options\": {\"tags\": [\"north\"]}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"colour\", \"value\": \"blue\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.list_keys", "{\"filter\": {\"prefix\": \"city/\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.list_keys, tags: */
static void memory_list_keys_tags(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/oslo\", \"value\": {\"text\": \"Oslo, the capital of Norway\"}, \"options\": {\"tags\": [\"north\", \"capital\"]}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/rome\", \"value\": {\"text\": \"Rome, the capital of Italy\"}, \"options\": {\"tags\": [\"south\", \"capital\"], \"metadata\": {\"visits\": 2}}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/bergen\", \"value\": {\"text\": \"Bergen, where it rains\"}, \"options\": {\"tags\": [\"north\"]}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"colour\", \"value\": \"blue\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.list_keys", "{\"filter\": {\"tags\": [\"capital\", \"north\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.list_keys, empty: */
static void memory_list_keys_empty(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.list_keys", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.clear, one_scope: Another scope keeps its entries. */
static void memory_clear_one_scope(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city\", \"value\": \"Oslo\"}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city\", \"value\": \"Rome\", \"options\": {\"scope\": \"global\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.clear", "{\"space\": {\"scope\": \"global\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.clear, empty: */
static void memory_clear_empty(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.clear", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.get_stats, used: */
static void memory_get_stats_used(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city\", \"value\": \"Oslo\"}", NULL));
    GIVEN(llmspell_call(session, "memory.retrieve", "{\"key\": \"city\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.get_stats", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.get_stats, empty: */
static void memory_get_stats_empty(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.get_stats", "{\"space\": {\"type\": \"long_term\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.persist, cities: */
static void memory_persist_cities(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/oslo\", \"value\": {\"text\": \"Oslo, the capital of Norway\"}, \"options\": {\"tags\": [\"north\", \"capital\"]}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/rome\", \"value\": {\"text\": \"Rome, the capital of Italy\"}, \"options\": {\"tags\": [\"south\", \"capital\"], \"metadata\": {\"visits\": 2}}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/bergen\", \"value\": {\"text\": \"Bergen, where it rains\"}, \"options\": {\"tags\": [\"north\"]}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"colour\", \"value\": \"blue\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.persist", "{\"file\": \"cities.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.persist, forbidden: */
static void memory_persist_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.persist", "{\"file\": \"cities.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.load, another_scope: */
static void memory_load_another_scope(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city\", \"value\": \"Oslo\"}", NULL));
    GIVEN(llmspell_call(session, "memory.persist", "{\"file\": \"memory.json\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.load", "{\"file\": \"memory.json\", \"space\": {\"type\": \"long_term\", \"scope\": \"global\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.load, missing: */
static void memory_load_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.load", "{\"file\": \"missing.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.search, words: */
static void memory_search_words(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/oslo\", \"value\": {\"text\": \"Oslo, the capital of Norway\"}, \"options\": {\"tags\": [\"north\", \"capital\"]}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/rome\", \"value\": {\"text\": \"Rome, the capital of Italy\"}, \"options\": {\"tags\": [\"south\", \"capital\"], \"metadata\": {\"visits\": 2}}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/bergen\", \"value\": {\"text\": \"Bergen, where it rains\"}, \"options\": {\"tags\": [\"north\"]}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"colour\", \"value\": \"blue\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.search", "{\"query\": \"CAPITAL italy\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.search, part_of_a_word: */
static void memory_search_part_of_a_word(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/oslo\", \"value\": {\"text\": \"Oslo, the capital of Norway\"}, \"options\": {\"tags\": [\"north\", \"capital\"]}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/rome\", \"value\": {\"text\": \"Rome, the capital of Italy\"}, \"options\": {\"tags\": [\"south\", \"capital\"], \"metadata\": {\"visits\": 2}}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/bergen\", \"value\": {\"text\": \"Bergen, where it rains\"}, \"options\": {\"tags\": [\"north\"]}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"colour\", \"value\": \"blue\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.search", "{\"query\": \"rain\", \"options\": {\"tags\": [\"north\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.search, phrase: */
static void memory_search_phrase(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/oslo\", \"value\": {\"text\": \"Oslo, the capital of Norway\"}, \"options\": {\"tags\": [\"north\", \"capital\"]}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/rome\", \"value\": {\"text\": \"Rome, the capital of Italy\"}, \"options\": {\"tags\": [\"south\", \"capital\"], \"metadata\": {\"visits\": 2}}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"city/bergen\", \"value\": {\"text\": \"Bergen, where it rains\"}, \"options\": {\"tags\": [\"north\"]}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"colour\", \"value\": \"blue\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.search", "{\"query\": \"\\\"capital of italy\\\"\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.search, meaning: A scripted provider stands in for a model; three entries and the query are embedded. */
static void memory_search_meaning(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"model\": \"rehearsal\", \"script\": [{\"embeddings\": [{\"vector\": [0, 1]}, {\"vector\": [3, 4]}, {\"vector\": [-1, 0]}]}, {\"embeddings\": [{\"vector\": [1, 0]}]}]}}", NULL));
    GIVEN(llmspell_call(session, "memory.set_embedder", "{\"embedder\": {\"provider\": \"scripted\"}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"a\", \"value\": \"It rains.\"}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"b\", \"value\": \"The sun shines.\"}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"c\", \"value\": \"Stocks fell.\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.search", "{\"query\": \"weather\", \"options\": {\"mode\": \"vector\", \"min_score\": 0}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status search_both_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("[[1, 0]]");
    return LLMSPELL_OK;
}

/* memory.search, both: The embedder is a function; one entry is first in both lists. */
static void memory_search_both(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, search_both_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "memory.set_embedder", example_format(example, "{\"embedder\": {\"embed\": %s, \"model\": \"toy\"}}", example_quote(example, callback)), NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"a\", \"value\": \"It rains.\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.search", "{\"query\": \"rains\", \"options\": {\"mode\": \"hybrid\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* memory.search, no_embedder: */
static void memory_search_no_embedder(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.search", "{\"query\": \"weather\", \"options\": {\"mode\": \"vector\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.search, nothing: */
static void memory_search_nothing(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.search", "{\"query\": \"oslo\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.set_embedder, provider: */
static void memory_set_embedder_provider(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"ollama\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.set_embedder", "{\"embedder\": {\"provider\": \"ollama\", \"model\": \"nomic-embed-text\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status set_embedder_callback_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("[[1, 0]]");
    return LLMSPELL_OK;
}

/* memory.set_embedder, callback: For one memory only. */
static void memory_set_embedder_callback(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, set_embedder_callback_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.set_embedder", example_format(example, "{\"embedder\": {\"embed\": %s, \"model\": \"toy\"}, \"space\": {\"type\": \"long_term\", \"scope\": \"agent\", \"owner\": \"helper\"}}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* memory.set_embedder, nothing_to_embed_with: */
static void memory_set_embedder_nothing_to_embed_with(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.set_embedder", "{\"embedder\": {\"model\": \"toy\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status set_embedder_unnamed_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("[[1, 0]]");
    return LLMSPELL_OK;
}

/* memory.set_embedder, unnamed: The vectors of a function need a name to be told from others. */
static void memory_set_embedder_unnamed(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, set_embedder_unnamed_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.set_embedder", example_format(example, "{\"embedder\": {\"embed\": %s}}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status remove_embedder_set_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("[[1, 0]]");
    return LLMSPELL_OK;
}

/* memory.remove_embedder, set: */
static void memory_remove_embedder_set(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, remove_embedder_set_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "memory.set_embedder", example_format(example, "{\"embedder\": {\"embed\": %s, \"model\": \"toy\"}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.remove_embedder", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* memory.remove_embedder, none: */
static void memory_remove_embedder_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.remove_embedder", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status index_two_entries_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("[[1, 0], [0, 1]]");
    return LLMSPELL_OK;
}

/* memory.index, two_entries: */
static void memory_index_two_entries(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, index_two_entries_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "memory.set_embedder", example_format(example, "{\"embedder\": {\"embed\": %s, \"model\": \"toy\"}}", example_quote(example, callback)), NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"a\", \"value\": {\"text\": \"It rains.\", \"year\": 2026}}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"b\", \"value\": null}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.index", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status index_nothing_new_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("[[1, 0]]");
    return LLMSPELL_OK;
}

/* memory.index, nothing_new: */
static void memory_index_nothing_new(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, index_nothing_new_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "memory.set_embedder", example_format(example, "{\"embedder\": {\"embed\": %s, \"model\": \"toy\"}}", example_quote(example, callback)), NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"a\", \"value\": \"It rains.\"}", NULL));
    GIVEN(llmspell_call(session, "memory.index", "{}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.index", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status index_another_model_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("[[1, 0]]");
    return LLMSPELL_OK;
}

static llmspell_status index_another_model_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("[[1, 0, 0]]");
    return LLMSPELL_OK;
}

/* memory.index, another_model: */
static void memory_index_another_model(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, index_another_model_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "memory.set_embedder", example_format(example, "{\"embedder\": {\"embed\": %s, \"model\": \"toy\"}}", example_quote(example, callback)), NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"a\", \"value\": \"It rains.\"}", NULL));
    GIVEN(llmspell_call(session, "memory.index", "{}", NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, index_another_model_callback_2, example, NULL, &callback_));
    GIVEN(llmspell_call(session, "memory.set_embedder", example_format(example, "{\"embedder\": {\"embed\": %s, \"model\": \"better\"}}", example_quote(example, callback_)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.index", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

static llmspell_status index_rebuild_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("[[1, 0]]");
    return LLMSPELL_OK;
}

static llmspell_status index_rebuild_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("[[1, 0, 0]]");
    return LLMSPELL_OK;
}

/* memory.index, rebuild: */
static void memory_index_rebuild(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, index_rebuild_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "memory.set_embedder", example_format(example, "{\"embedder\": {\"embed\": %s, \"model\": \"toy\"}}", example_quote(example, callback)), NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"a\", \"value\": \"It rains.\"}", NULL));
    GIVEN(llmspell_call(session, "memory.index", "{}", NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, index_rebuild_callback_2, example, NULL, &callback_));
    GIVEN(llmspell_call(session, "memory.set_embedder", example_format(example, "{\"embedder\": {\"embed\": %s, \"model\": \"better\"}}", example_quote(example, callback_)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.index", "{\"options\": {\"rebuild\": true}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

static llmspell_status index_wrong_answer_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("[[1, 0]]");
    return LLMSPELL_OK;
}

/* memory.index, wrong_answer: One vector for two texts. */
static void memory_index_wrong_answer(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, index_wrong_answer_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "memory.set_embedder", example_format(example, "{\"embedder\": {\"embed\": %s, \"model\": \"toy\"}}", example_quote(example, callback)), NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"a\", \"value\": \"It rains.\"}", NULL));
    GIVEN(llmspell_call(session, "memory.store", "{\"key\": \"b\", \"value\": \"The sun shines.\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.index", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* memory.create_conversation, in_this_process: */
static void memory_create_conversation_in_this_process(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 4000}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.create_conversation, in_a_file: */
static void memory_create_conversation_in_a_file(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 4000, \"name\": \"support/42\", \"path\": \"chats.db\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.create_conversation, no_summarizer: */
static void memory_create_conversation_no_summarizer(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 4000, \"policy\": \"summarize\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.create_conversation, owner_without_agent: */
static void memory_create_conversation_owner_without_agent(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 4000, \"name\": \"chat\", \"owner\": \"helper\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.close_conversation, gone: */
static void memory_close_conversation_gone(example *example, llmspell_session *session)
{
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 4000}}", &conversation));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.close_conversation", example_format(example, "{\"conversation\": %s}", conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(conversation);
}

/* memory.close_conversation, unknown: */
static void memory_close_conversation_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.close_conversation", "{\"conversation\": \"no-such-conversation\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* memory.add_messages, within_the_budget: */
static void memory_add_messages_within_the_budget(example *example, llmspell_session *session)
{
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 4000}}", &conversation));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"system\", \"content\": \"Be brief.\"}, {\"role\": \"user\", \"content\": \"Hello\"}, {\"role\": \"assistant\", \"content\": \"Hi.\"}]}", conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(conversation);
}

/* memory.add_messages, dropped: Two turns have 27 or 28 tokens and fit, three do not. */
static void memory_add_messages_dropped(example *example, llmspell_session *session)
{
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 30}}", &conversation));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"one apple\"}, {\"role\": \"assistant\", \"content\": \"red fruit\"}, {\"role\": \"user\", \"content\": \"two plums\"}, {\"role\": \"assistant\", \"content\": \"blue ones\"}]}", conversation), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"and pears\"}, {\"role\": \"assistant\", \"content\": \"green too\"}]}", conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(conversation);
}

static llmspell_status add_messages_summarized_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"They spoke of fruit.\"");
    return LLMSPELL_OK;
}

/* memory.add_messages, summarized: */
static void memory_add_messages_summarized(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, add_messages_summarized_callback, example, NULL, &callback));
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", example_format(example, "{\"options\": {\"max_tokens\": 40, \"policy\": \"summarize\", \"summarize\": %s}}", example_quote(example, callback)), &conversation));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"one apple\"}, {\"role\": \"assistant\", \"content\": \"red fruit\"}, {\"role\": \"user\", \"content\": \"two plums\"}, {\"role\": \"assistant\", \"content\": \"blue ones\"}]}", conversation), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"and pears\"}, {\"role\": \"assistant\", \"content\": \"green too\"}]}", conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(conversation);
    llmspell_string_free(callback);
}

static llmspell_status add_messages_summary_failed_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "no idea");
}

/* memory.add_messages, summary_failed: Everything is still there. */
static void memory_add_messages_summary_failed(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, add_messages_summary_failed_callback, example, NULL, &callback));
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", example_format(example, "{\"options\": {\"max_tokens\": 30, \"policy\": \"summarize\", \"summarize\": %s}}", example_quote(example, callback)), &conversation));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"one apple\"}, {\"role\": \"assistant\", \"content\": \"red fruit\"}, {\"role\": \"user\", \"content\": \"two plums\"}, {\"role\": \"assistant\", \"content\": \"blue ones\"}]}", conversation), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"and pears\"}, {\"role\": \"assistant\", \"content\": \"green too\"}]}", conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(conversation);
    llmspell_string_free(callback);
}

/* memory.add_messages, result_without_its_call: */
static void memory_add_messages_result_without_its_call(example *example, llmspell_session *session)
{
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 4000}}", &conversation));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}, {\"role\": \"tool\", \"content\": \"22\", \"tool_call_id\": \"call_1\"}]}", conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(conversation);
}

/* memory.get_messages, newest_turns: The system prompt stays. */
static void memory_get_messages_newest_turns(example *example, llmspell_session *session)
{
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 25}}", &conversation));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"system\", \"content\": \"Be brief.\"}]}", conversation), NULL));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"one apple\"}, {\"role\": \"assistant\", \"content\": \"red fruit\"}, {\"role\": \"user\", \"content\": \"two plums\"}, {\"role\": \"assistant\", \"content\": \"blue ones\"}]}", conversation), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.get_messages", example_format(example, "{\"conversation\": %s}", conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(conversation);
}

static llmspell_status get_messages_summary_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"They spoke of fruit.\"");
    return LLMSPELL_OK;
}

/* memory.get_messages, summary: */
static void memory_get_messages_summary(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, get_messages_summary_callback, example, NULL, &callback));
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", example_format(example, "{\"options\": {\"max_tokens\": 40, \"policy\": \"summarize\", \"summarize\": %s}}", example_quote(example, callback)), &conversation));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"one apple\"}, {\"role\": \"assistant\", \"content\": \"red fruit\"}, {\"role\": \"user\", \"content\": \"two plums\"}, {\"role\": \"assistant\", \"content\": \"blue ones\"}]}", conversation), NULL));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"and pears\"}, {\"role\": \"assistant\", \"content\": \"green too\"}]}", conversation), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.get_messages", example_format(example, "{\"conversation\": %s}", conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(conversation);
    llmspell_string_free(callback);
}

/* memory.get_messages, from_a_file: A conversation is found again by its name. */
static void memory_get_messages_from_a_file(example *example, llmspell_session *session)
{
    char *first = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 100, \"name\": \"chat\"}}", &first));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"and pears\"}, {\"role\": \"assistant\", \"content\": \"green too\"}]}", first), NULL));
    GIVEN(llmspell_call(session, "memory.close_conversation", example_format(example, "{\"conversation\": %s}", first), NULL));
    char *second = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 100, \"name\": \"chat\"}}", &second));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.get_messages", example_format(example, "{\"conversation\": %s}", second), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(second);
    llmspell_string_free(first);
}

/* memory.get_info, empty: */
static void memory_get_info_empty(example *example, llmspell_session *session)
{
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 4000}}", &conversation));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.get_info", example_format(example, "{\"conversation\": %s}", conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(conversation);
}

/* memory.compact, ahead_of_time: A provider writes the summary. */
static void memory_compact_ahead_of_time(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"type\": \"scripted\", \"script\": [{\"text\": \"They spoke of fruit.\", \"expect\": {\"last_message\": \"user: one apple\"}}]}}", NULL));
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 1000, \"policy\": \"summarize\", \"keep_tokens\": 0, \"provider\": \"scripted\"}}", &conversation));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"one apple\"}, {\"role\": \"assistant\", \"content\": \"red fruit\"}, {\"role\": \"user\", \"content\": \"two plums\"}, {\"role\": \"assistant\", \"content\": \"blue ones\"}]}", conversation), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.compact", example_format(example, "{\"conversation\": %s}", conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(conversation);
}

static llmspell_status compact_failed_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "no idea");
}

/* memory.compact, failed: */
static void memory_compact_failed(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, compact_failed_callback, example, NULL, &callback));
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", example_format(example, "{\"options\": {\"max_tokens\": 1000, \"policy\": \"summarize\", \"keep_tokens\": 0, \"summarize\": %s}}", example_quote(example, callback)), &conversation));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"one apple\"}, {\"role\": \"assistant\", \"content\": \"red fruit\"}, {\"role\": \"user\", \"content\": \"two plums\"}, {\"role\": \"assistant\", \"content\": \"blue ones\"}]}", conversation), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.compact", example_format(example, "{\"conversation\": %s}", conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(conversation);
    llmspell_string_free(callback);
}

/* memory.clear_messages, two: */
static void memory_clear_messages_two(example *example, llmspell_session *session)
{
    char *conversation = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 4000}}", &conversation));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"and pears\"}, {\"role\": \"assistant\", \"content\": \"green too\"}]}", conversation), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.clear_messages", example_format(example, "{\"conversation\": %s}", conversation), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(conversation);
}

/* memory.list_conversations, two: */
static void memory_list_conversations_two(example *example, llmspell_session *session)
{
    char *first = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 100, \"name\": \"first\"}}", &first));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"and pears\"}, {\"role\": \"assistant\", \"content\": \"green too\"}]}", first), NULL));
    char *second = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 100, \"name\": \"second\", \"scope\": \"agent\", \"owner\": \"helper\"}}", &second));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"and pears\"}, {\"role\": \"assistant\", \"content\": \"green too\"}]}", second), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.list_conversations", "{\"space\": {\"scope\": \"agent\", \"owner\": \"helper\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(second);
    llmspell_string_free(first);
}

/* memory.delete_conversation, kept: */
static void memory_delete_conversation_kept(example *example, llmspell_session *session)
{
    char *first = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 100, \"name\": \"first\"}}", &first));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"and pears\"}, {\"role\": \"assistant\", \"content\": \"green too\"}]}", first), NULL));
    char *second = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 100, \"name\": \"second\", \"scope\": \"agent\", \"owner\": \"helper\"}}", &second));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"and pears\"}, {\"role\": \"assistant\", \"content\": \"green too\"}]}", second), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.delete_conversation", "{\"name\": \"first\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(second);
    llmspell_string_free(first);
}

/* memory.delete_conversation, other_scope: */
static void memory_delete_conversation_other_scope(example *example, llmspell_session *session)
{
    char *first = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 100, \"name\": \"first\"}}", &first));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"and pears\"}, {\"role\": \"assistant\", \"content\": \"green too\"}]}", first), NULL));
    char *second = NULL;
    GIVEN(llmspell_call(session, "memory.create_conversation", "{\"options\": {\"max_tokens\": 100, \"name\": \"second\", \"scope\": \"agent\", \"owner\": \"helper\"}}", &second));
    GIVEN(llmspell_call(session, "memory.add_messages", example_format(example, "{\"conversation\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"and pears\"}, {\"role\": \"assistant\", \"content\": \"green too\"}]}", second), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.delete_conversation", "{\"name\": \"second\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(second);
    llmspell_string_free(first);
}

int main(void)
{
    example_run("memory.store", "short_term", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_store_short_term);
    example_run("memory.store", "with_options", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_store_with_options);
    example_run("memory.store", "persistent", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", memory_store_persistent);
    example_run("memory.store", "no_owner", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_store_no_owner);
    example_run("memory.store", "forbidden", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_store_forbidden);
    example_run("memory.retrieve", "stored", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_retrieve_stored);
    example_run("memory.retrieve", "persistent", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", memory_retrieve_persistent);
    example_run("memory.retrieve", "other_scope", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_retrieve_other_scope);
    example_run("memory.retrieve", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_retrieve_unknown);
    example_run("memory.delete", "stored", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_delete_stored);
    example_run("memory.delete", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_delete_unknown);
    example_run("memory.list_keys", "prefix", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_list_keys_prefix);
    example_run("memory.list_keys", "tags", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_list_keys_tags);
    example_run("memory.list_keys", "empty", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_list_keys_empty);
    example_run("memory.clear", "one_scope", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_clear_one_scope);
    example_run("memory.clear", "empty", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_clear_empty);
    example_run("memory.get_stats", "used", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_get_stats_used);
    example_run("memory.get_stats", "empty", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_get_stats_empty);
    example_run("memory.persist", "cities", "{\"permissions\": {\"llm\": true, \"fs.write\": [\".\"]}, \"record_events\": true}", memory_persist_cities);
    example_run("memory.persist", "forbidden", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_persist_forbidden);
    example_run("memory.load", "another_scope", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", memory_load_another_scope);
    example_run("memory.load", "missing", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"]}, \"record_events\": true}", memory_load_missing);
    example_run("memory.search", "words", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_search_words);
    example_run("memory.search", "part_of_a_word", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_search_part_of_a_word);
    example_run("memory.search", "phrase", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_search_phrase);
    example_run("memory.search", "meaning", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_search_meaning);
    example_run("memory.search", "both", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_search_both);
    example_run("memory.search", "no_embedder", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_search_no_embedder);
    example_run("memory.search", "nothing", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_search_nothing);
    example_run("memory.set_embedder", "provider", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_set_embedder_provider);
    example_run("memory.set_embedder", "callback", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_set_embedder_callback);
    example_run("memory.set_embedder", "nothing_to_embed_with", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_set_embedder_nothing_to_embed_with);
    example_run("memory.set_embedder", "unnamed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_set_embedder_unnamed);
    example_run("memory.remove_embedder", "set", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_remove_embedder_set);
    example_run("memory.remove_embedder", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_remove_embedder_none);
    example_run("memory.index", "two_entries", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_index_two_entries);
    example_run("memory.index", "nothing_new", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_index_nothing_new);
    example_run("memory.index", "another_model", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_index_another_model);
    example_run("memory.index", "rebuild", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_index_rebuild);
    example_run("memory.index", "wrong_answer", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_index_wrong_answer);
    example_run("memory.create_conversation", "in_this_process", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_create_conversation_in_this_process);
    example_run("memory.create_conversation", "in_a_file", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", memory_create_conversation_in_a_file);
    example_run("memory.create_conversation", "no_summarizer", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_create_conversation_no_summarizer);
    example_run("memory.create_conversation", "owner_without_agent", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", memory_create_conversation_owner_without_agent);
    example_run("memory.close_conversation", "gone", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_close_conversation_gone);
    example_run("memory.close_conversation", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_close_conversation_unknown);
    example_run("memory.add_messages", "within_the_budget", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_add_messages_within_the_budget);
    example_run("memory.add_messages", "dropped", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_add_messages_dropped);
    example_run("memory.add_messages", "summarized", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_add_messages_summarized);
    example_run("memory.add_messages", "summary_failed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_add_messages_summary_failed);
    example_run("memory.add_messages", "result_without_its_call", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_add_messages_result_without_its_call);
    example_run("memory.get_messages", "newest_turns", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_get_messages_newest_turns);
    example_run("memory.get_messages", "summary", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_get_messages_summary);
    example_run("memory.get_messages", "from_a_file", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", memory_get_messages_from_a_file);
    example_run("memory.get_info", "empty", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_get_info_empty);
    example_run("memory.compact", "ahead_of_time", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_compact_ahead_of_time);
    example_run("memory.compact", "failed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_compact_failed);
    example_run("memory.clear_messages", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_clear_messages_two);
    example_run("memory.list_conversations", "two", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", memory_list_conversations_two);
    example_run("memory.delete_conversation", "kept", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", memory_delete_conversation_kept);
    example_run("memory.delete_conversation", "other_scope", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", memory_delete_conversation_other_scope);
    return 0;
}
