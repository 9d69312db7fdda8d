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

/* memory.search, nothing: */
static void memory_search_nothing(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "memory.search", "{\"query\": \"oslo\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
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
    example_run("memory.search", "nothing", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", memory_search_nothing);
    return 0;
}
