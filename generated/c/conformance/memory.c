/* Every example of memory, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_string_list(json *out, const llmspell_string_list *value);
static void put_memory_stats(json *out, const llmspell_memory_stats *value);
static void put_memory_match_list(json *out, const llmspell_memory_match_list *value);
static void put_memory_match(json *out, const llmspell_memory_match *value);

static void put_string_list(json *out, const llmspell_string_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_memory_stats(json *out, const llmspell_memory_stats *value)
{
    json_open(out, '{');
    json_key(out, "entries");
    json_integer(out, value->entries);
    json_key(out, "used_bytes");
    json_integer(out, value->used_bytes);
    json_key(out, "max_entries");
    json_integer(out, value->max_entries);
    json_key(out, "max_bytes");
    json_integer(out, value->max_bytes);
    json_key(out, "hits");
    json_integer(out, value->hits);
    json_key(out, "misses");
    json_integer(out, value->misses);
    json_key(out, "evicted");
    json_integer(out, value->evicted);
    json_key(out, "expired");
    json_integer(out, value->expired);
    json_close(out, '}');
}

static void put_memory_match(json *out, const llmspell_memory_match *value)
{
    json_open(out, '{');
    json_key(out, "key");
    json_text(out, value->key);
    json_key(out, "value");
    json_raw(out, value->value_json);
    json_key(out, "score");
    json_number(out, value->score);
    json_key(out, "tags");
    put_string_list(out, &value->tags);
    json_key(out, "metadata");
    json_raw(out, value->metadata_json);
    json_close(out, '}');
}

static void put_memory_match_list(json *out, const llmspell_memory_match_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_memory_match(out, &value->items[i]);
    }
    json_close(out, ']');
}

/* memory.store, short_term: */
static void memory_store_short_term(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_memory_store(session, "city", "\"Oslo\"", NULL)))
        json_null(example_result(example));
}

/* memory.store, with_options: */
static void memory_store_with_options(example *example, llmspell_session *session)
{
    llmspell_memory_store_options options_;
    llmspell_memory_store_options_init(&options_);
    options_.type = LLMSPELL_MEMORY_TYPE_LONG_TERM;
    options_.scope = LLMSPELL_MEMORY_SCOPE_AGENT;
    options_.owner = "helper";
    options_.has_ttl_seconds = true;
    options_.ttl_seconds = 3600.0;
    const char *tags_items[] = {"person"};
    llmspell_string_list tags = {tags_items, 1};
    options_.tags = tags;
    options_.metadata_json = "{\"source\": \"chat\"}";
    example_begin(example);
    if (example_worked(example, llmspell_memory_store(session, "profile", "{\"name\": \"Ada\", \"likes\": [], \"born\": null}", &options_)))
        json_null(example_result(example));
}

/* memory.store, persistent: */
static void memory_store_persistent(example *example, llmspell_session *session)
{
    llmspell_memory_store_options options_;
    llmspell_memory_store_options_init(&options_);
    options_.type = LLMSPELL_MEMORY_TYPE_PERSISTENT;
    options_.path = "notes.db";
    example_begin(example);
    if (example_worked(example, llmspell_memory_store(session, "city", "\"Oslo\"", &options_)))
        json_null(example_result(example));
}

/* memory.store, no_owner: */
static void memory_store_no_owner(example *example, llmspell_session *session)
{
    llmspell_memory_store_options options_;
    llmspell_memory_store_options_init(&options_);
    options_.scope = LLMSPELL_MEMORY_SCOPE_AGENT;
    example_begin(example);
    if (example_worked(example, llmspell_memory_store(session, "city", "\"Oslo\"", &options_)))
        json_null(example_result(example));
}

/* memory.store, forbidden: A persistent memory is a file under the session's permissions. */
static void memory_store_forbidden(example *example, llmspell_session *session)
{
    llmspell_memory_store_options options_;
    llmspell_memory_store_options_init(&options_);
    options_.type = LLMSPELL_MEMORY_TYPE_PERSISTENT;
    example_begin(example);
    if (example_worked(example, llmspell_memory_store(session, "city", "\"Oslo\"", &options_)))
        json_null(example_result(example));
}

/* memory.retrieve, stored: */
static void memory_retrieve_stored(example *example, llmspell_session *session)
{
    GIVEN(llmspell_memory_store(session, "profile", "{\"name\": \"Ada\", \"likes\": [], \"born\": null}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_memory_retrieve(session, "profile", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* memory.retrieve, persistent: */
static void memory_retrieve_persistent(example *example, llmspell_session *session)
{
    llmspell_memory_store_options options_;
    llmspell_memory_store_options_init(&options_);
    options_.type = LLMSPELL_MEMORY_TYPE_PERSISTENT;
    options_.path = "notes.db";
    GIVEN(llmspell_memory_store(session, "city", "\"Oslo\"", &options_));
    llmspell_memory_space space;
    llmspell_memory_space_init(&space);
    space.type = LLMSPELL_MEMORY_TYPE_PERSISTENT;
    space.path = "notes.db";
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_memory_retrieve(session, "city", &space, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* memory.retrieve, other_scope: Scopes do not see each other. */
static void memory_retrieve_other_scope(example *example, llmspell_session *session)
{
    llmspell_memory_store_options options_;
    llmspell_memory_store_options_init(&options_);
    options_.scope = LLMSPELL_MEMORY_SCOPE_AGENT;
    options_.owner = "helper";
    GIVEN(llmspell_memory_store(session, "city", "\"Oslo\"", &options_));
    llmspell_memory_space space;
    llmspell_memory_space_init(&space);
    space.scope = LLMSPELL_MEMORY_SCOPE_AGENT;
    space.owner = "critic";
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_memory_retrieve(session, "city", &space, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* memory.retrieve, unknown: */
static void memory_retrieve_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_memory_retrieve(session, "city", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* memory.delete, stored: */
static void memory_delete_stored(example *example, llmspell_session *session)
{
    GIVEN(llmspell_memory_store(session, "city", "\"Oslo\"", NULL));
    example_begin(example);
    bool result;
    if (example_worked(example, llmspell_memory_delete(session, "city", NULL, &result))) {
        json_boolean(example_result(example), result);
    }
}

/* memory.delete, unknown: */
static void memory_delete_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    bool result;
    if (example_worked(example, llmspell_memory_delete(session, "city", NULL, &result))) {
        json_boolean(example_result(example), result);
    }
}

/* memory.list_keys, prefix: */
static void memory_list_keys_prefix(example *example, llmspell_session *session)
{
    llmspell_memory_store_options options_;
    llmspell_memory_store_options_init(&options_);
    const char *tags_items[] = {"north", "capital"};
    llmspell_string_list tags = {tags_items, 2};
    options_.tags = tags;
    GIVEN(llmspell_memory_store(session, "city/oslo", "{\"text\": \"Oslo, the capital of Norway\"}", &options_));
    llmspell_memory_store_options options__;
    llmspell_memory_store_options_init(&options__);
    const char *tags__items[] = {"south", "capital"};
    llmspell_string_list tags_ = {tags__items, 2};
    options__.tags = tags_;
    options__.metadata_json = "{\"visits\": 2}";
    GIVEN(llmspell_memory_store(session, "city/rome", "{\"text\": \"Rome, the capital of Italy\"}", &options__));
    llmspell_memory_store_options options___;
    llmspell_memory_store_options_init(&options___);
    const char *tags___items[] = {"north"};
    llmspell_string_list tags__ = {tags___items, 1};
    options___.tags = tags__;
    GIVEN(llmspell_memory_store(session, "city/bergen", "{\"text\": \"Bergen, where it rains\"}", &options___));
    GIVEN(llmspell_memory_store(session, "colour", "\"blue\"", NULL));
    llmspell_memory_key_filter filter;
    llmspell_memory_key_filter_init(&filter);
    filter.prefix = "city/";
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_memory_list_keys(session, &filter, &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
}

/* memory.list_keys, tags: */
static void memory_list_keys_tags(example *example, llmspell_session *session)
{
    llmspell_memory_store_options options_;
    llmspell_memory_store_options_init(&options_);
    const char *tags_items[] = {"north", "capital"};
    llmspell_string_list tags = {tags_items, 2};
    options_.tags = tags;
    GIVEN(llmspell_memory_store(session, "city/oslo", "{\"text\": \"Oslo, the capital of Norway\"}", &options_));
    llmspell_memory_store_options options__;
    llmspell_memory_store_options_init(&options__);
    const char *tags__items[] = {"south", "capital"};
    llmspell_string_list tags_ = {tags__items, 2};
    options__.tags = tags_;
    options__.metadata_json = "{\"visits\": 2}";
    GIVEN(llmspell_memory_store(session, "city/rome", "{\"text\": \"Rome, the capital of Italy\"}", &options__));
    llmspell_memory_store_options options___;
    llmspell_memory_store_options_init(&options___);
    const char *tags___items[] = {"north"};
    llmspell_string_list tags__ = {tags___items, 1};
    options___.tags = tags__;
    GIVEN(llmspell_memory_store(session, "city/bergen", "{\"text\": \"Bergen, where it rains\"}", &options___));
    GIVEN(llmspell_memory_store(session, "colour", "\"blue\"", NULL));
    llmspell_memory_key_filter filter;
    llmspell_memory_key_filter_init(&filter);
    const char *tags____items[] = {"capital", "north"};
    llmspell_string_list tags___ = {tags____items, 2};
    filter.tags = tags___;
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_memory_list_keys(session, &filter, &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
}

/* memory.list_keys, empty: */
static void memory_list_keys_empty(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_memory_list_keys(session, NULL, &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
}

/* memory.clear, one_scope: Another scope keeps its entries. */
static void memory_clear_one_scope(example *example, llmspell_session *session)
{
    GIVEN(llmspell_memory_store(session, "city", "\"Oslo\"", NULL));
    llmspell_memory_store_options options_;
    llmspell_memory_store_options_init(&options_);
    options_.scope = LLMSPELL_MEMORY_SCOPE_GLOBAL;
    GIVEN(llmspell_memory_store(session, "city", "\"Rome\"", &options_));
    llmspell_memory_space space;
    llmspell_memory_space_init(&space);
    space.scope = LLMSPELL_MEMORY_SCOPE_GLOBAL;
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_memory_clear(session, &space, &result))) {
        json_integer(example_result(example), result);
    }
}

/* memory.clear, empty: */
static void memory_clear_empty(example *example, llmspell_session *session)
{
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_memory_clear(session, NULL, &result))) {
        json_integer(example_result(example), result);
    }
}

/* memory.get_stats, used: */
static void memory_get_stats_used(example *example, llmspell_session *session)
{
    GIVEN(llmspell_memory_store(session, "city", "\"Oslo\"", NULL));
    char *json = NULL;
    GIVEN(llmspell_memory_retrieve(session, "city", NULL, &json));
    example_begin(example);
    llmspell_memory_stats result;
    if (example_worked(example, llmspell_memory_get_stats(session, NULL, &result))) {
        put_memory_stats(example_result(example), &result);
        llmspell_memory_stats_free(&result);
    }
    llmspell_string_free(json);
}

/* memory.get_stats, empty: */
static void memory_get_stats_empty(example *example, llmspell_session *session)
{
    llmspell_memory_space space;
    llmspell_memory_space_init(&space);
    space.type = LLMSPELL_MEMORY_TYPE_LONG_TERM;
    example_begin(example);
    llmspell_memory_stats result;
    if (example_worked(example, llmspell_memory_get_stats(session, &space, &result))) {
        put_memory_stats(example_result(example), &result);
        llmspell_memory_stats_free(&result);
    }
}

/* memory.persist, cities: */
static void memory_persist_cities(example *example, llmspell_session *session)
{
    llmspell_memory_store_options options_;
    llmspell_memory_store_options_init(&options_);
    const char *tags_items[] = {"north", "capital"};
    llmspell_string_list tags = {tags_items, 2};
    options_.tags = tags;
    GIVEN(llmspell_memory_store(session, "city/oslo", "{\"text\": \"Oslo, the capital of Norway\"}", &options_));
    llmspell_memory_store_options options__;
    llmspell_memory_store_options_init(&options__);
    const char *tags__items[] = {"south", "capital"};
    llmspell_string_list tags_ = {tags__items, 2};
    options__.tags = tags_;
    options__.metadata_json = "{\"visits\": 2}";
    GIVEN(llmspell_memory_store(session, "city/rome", "{\"text\": \"Rome, the capital of Italy\"}", &options__));
    llmspell_memory_store_options options___;
    llmspell_memory_store_options_init(&options___);
    const char *tags___items[] = {"north"};
    llmspell_string_list tags__ = {tags___items, 1};
    options___.tags = tags__;
    GIVEN(llmspell_memory_store(session, "city/bergen", "{\"text\": \"Bergen, where it rains\"}", &options___));
    GIVEN(llmspell_memory_store(session, "colour", "\"blue\"", NULL));
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_memory_persist(session, "cities.json", NULL, &result))) {
        json_integer(example_result(example), result);
    }
}

/* memory.persist, forbidden: */
static void memory_persist_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_memory_persist(session, "cities.json", NULL, &result))) {
        json_integer(example_result(example), result);
    }
}

/* memory.load, another_scope: */
static void memory_load_another_scope(example *example, llmspell_session *session)
{
    GIVEN(llmspell_memory_store(session, "city", "\"Oslo\"", NULL));
    int64_t int64;
    GIVEN(llmspell_memory_persist(session, "memory.json", NULL, &int64));
    llmspell_memory_space space;
    llmspell_memory_space_init(&space);
    space.type = LLMSPELL_MEMORY_TYPE_LONG_TERM;
    space.scope = LLMSPELL_MEMORY_SCOPE_GLOBAL;
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_memory_load(session, "memory.json", &space, &result))) {
        json_integer(example_result(example), result);
    }
}

/* memory.load, missing: */
static void memory_load_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_memory_load(session, "missing.json", NULL, &result))) {
        json_integer(example_result(example), result);
    }
}

/* memory.search, words: */
static void memory_search_words(example *example, llmspell_session *session)
{
    llmspell_memory_store_options options_;
    llmspell_memory_store_options_init(&options_);
    const char *tags_items[] = {"north", "capital"};
    llmspell_string_list tags = {tags_items, 2};
    options_.tags = tags;
    GIVEN(llmspell_memory_store(session, "city/oslo", "{\"text\": \"Oslo, the capital of Norway\"}", &options_));
    llmspell_memory_store_options options__;
    llmspell_memory_store_options_init(&options__);
    const char *tags__items[] = {"south", "capital"};
    llmspell_string_list tags_ = {tags__items, 2};
    options__.tags = tags_;
    options__.metadata_json = "{\"visits\": 2}";
    GIVEN(llmspell_memory_store(session, "city/rome", "{\"text\": \"Rome, the capital of Italy\"}", &options__));
    llmspell_memory_store_options options___;
    llmspell_memory_store_options_init(&options___);
    const char *tags___items[] = {"north"};
    llmspell_string_list tags__ = {tags___items, 1};
    options___.tags = tags__;
    GIVEN(llmspell_memory_store(session, "city/bergen", "{\"text\": \"Bergen, where it rains\"}", &options___));
    GIVEN(llmspell_memory_store(session, "colour", "\"blue\"", NULL));
    example_begin(example);
    llmspell_memory_match_list result;
    if (example_worked(example, llmspell_memory_search(session, "CAPITAL italy", NULL, &result))) {
        put_memory_match_list(example_result(example), &result);
        llmspell_memory_match_list_free(&result);
    }
}

/* memory.search, part_of_a_word: */
static void memory_search_part_of_a_word(example *example, llmspell_session *session)
{
    llmspell_memory_store_options options_;
    llmspell_memory_store_options_init(&options_);
    const char *tags_items[] = {"north", "capital"};
    llmspell_string_list tags = {tags_items, 2};
    options_.tags = tags;
    GIVEN(llmspell_memory_store(session, "city/oslo", "{\"text\": \"Oslo, the capital of Norway\"}", &options_));
    llmspell_memory_store_options options__;
    llmspell_memory_store_options_init(&options__);
    const char *tags__items[] = {"south", "capital"};
    llmspell_string_list tags_ = {tags__items, 2};
    options__.tags = tags_;
    options__.metadata_json = "{\"visits\": 2}";
    GIVEN(llmspell_memory_store(session, "city/rome", "{\"text\": \"Rome, the capital of Italy\"}", &options__));
    llmspell_memory_store_options options___;
    llmspell_memory_store_options_init(&options___);
    const char *tags___items[] = {"north"};
    llmspell_string_list tags__ = {tags___items, 1};
    options___.tags = tags__;
    GIVEN(llmspell_memory_store(session, "city/bergen", "{\"text\": \"Bergen, where it rains\"}", &options___));
    GIVEN(llmspell_memory_store(session, "colour", "\"blue\"", NULL));
    llmspell_memory_search_options options____;
    llmspell_memory_search_options_init(&options____);
    const char *tags____items[] = {"north"};
    llmspell_string_list tags___ = {tags____items, 1};
    options____.tags = tags___;
    example_begin(example);
    llmspell_memory_match_list result;
    if (example_worked(example, llmspell_memory_search(session, "rain", &options____, &result))) {
        put_memory_match_list(example_result(example), &result);
        llmspell_memory_match_list_free(&result);
    }
}

/* memory.search, nothing: */
static void memory_search_nothing(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_memory_match_list result;
    if (example_worked(example, llmspell_memory_search(session, "oslo", NULL, &result))) {
        put_memory_match_list(example_result(example), &result);
        llmspell_memory_match_list_free(&result);
    }
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
