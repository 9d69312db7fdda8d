/* Every example of memory, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_string_list(json *out, const llmspell_string_list *value);
static void put_memory_stats(json *out, const llmspell_memory_stats *value);
static void put_memory_match_list(json *out, const llmspell_memory_match_list *value);
static void put_memory_match(json *out, const llmspell_memory_match *value);
static void put_memory_index_result(json *out, const llmspell_memory_index_result *value);
static void put_memory_conversation_info(json *out, const llmspell_memory_conversation_info *value);
static const char *name_of_memory_conversation_policy(llmspell_memory_conversation_policy value);
static void put_error_info(json *out, const llmspell_error_info *value);
static void put_message_list(json *out, const llmspell_message_list *value);
static void put_message(json *out, const llmspell_message *value);
static const char *name_of_role(llmspell_role value);
static void put_tool_call_list(json *out, const llmspell_tool_call_list *value);
static void put_tool_call(json *out, const llmspell_tool_call *value);

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
    json_key(out, "vectors");
    json_integer(out, value->vectors);
    if (value->model != NULL) {
        json_key(out, "model");
        json_text(out, value->model);
    }
    if (value->has_dimensions) {
        json_key(out, "dimensions");
        json_integer(out, value->dimensions);
    }
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

static void put_memory_index_result(json *out, const llmspell_memory_index_result *value)
{
    json_open(out, '{');
    json_key(out, "embedded");
    json_integer(out, value->embedded);
    json_key(out, "vectors");
    json_integer(out, value->vectors);
    if (value->model != NULL) {
        json_key(out, "model");
        json_text(out, value->model);
    }
    if (value->has_dimensions) {
        json_key(out, "dimensions");
        json_integer(out, value->dimensions);
    }
    json_close(out, '}');
}

static const char *name_of_memory_conversation_policy(llmspell_memory_conversation_policy value)
{
    switch (value) {
    case LLMSPELL_MEMORY_CONVERSATION_POLICY_DROP:
        return "drop";
    case LLMSPELL_MEMORY_CONVERSATION_POLICY_SUMMARIZE:
        return "summarize";
    default:
        return NULL;
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

static void put_memory_conversation_info(json *out, const llmspell_memory_conversation_info *value)
{
    json_open(out, '{');
    if (value->name != NULL) {
        json_key(out, "name");
        json_text(out, value->name);
    }
    json_key(out, "messages");
    json_integer(out, value->messages);
    json_key(out, "turns");
    json_integer(out, value->turns);
    json_key(out, "tokens");
    json_integer(out, value->tokens);
    json_key(out, "max_tokens");
    json_integer(out, value->max_tokens);
    json_key(out, "policy");
    json_text(out, name_of_memory_conversation_policy(value->policy));
    json_key(out, "dropped");
    json_integer(out, value->dropped);
    json_key(out, "summarized");
    json_integer(out, value->summarized);
    if (value->summary != NULL) {
        json_key(out, "summary");
        json_text(out, value->summary);
    }
    if (value->last_error != NULL) {
        json_key(out, "last_error");
        put_error_info(out, value->last_error);
    }
    json_close(out, '}');
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

/* memory.search, phrase: */
static void memory_search_phrase(example *example, llmspell_session *session)
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
    if (example_worked(example, llmspell_memory_search(session, "\"capital of italy\"", NULL, &result))) {
        put_memory_match_list(example_result(example), &result);
        llmspell_memory_match_list_free(&result);
    }
}

/* memory.search, meaning: A scripted provider stands in for a model; three entries and the query are embedded. */
static void memory_search_meaning(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    config.model = "rehearsal";
    llmspell_provider_script_step script_items[2];
    llmspell_provider_script_step_init(&script_items[0]);
    llmspell_provider_embedding embeddings_items[3];
    llmspell_provider_embedding_init(&embeddings_items[0]);
    double vector_items[] = {0.0, 1.0};
    llmspell_double_list vector = {vector_items, 2};
    embeddings_items[0].vector = vector;
    llmspell_provider_embedding_init(&embeddings_items[1]);
    double vector__items[] = {3.0, 4.0};
    llmspell_double_list vector_ = {vector__items, 2};
    embeddings_items[1].vector = vector_;
    llmspell_provider_embedding_init(&embeddings_items[2]);
    double vector___items[] = {-1.0, 0.0};
    llmspell_double_list vector__ = {vector___items, 2};
    embeddings_items[2].vector = vector__;
    llmspell_provider_embedding_list embeddings = {embeddings_items, 3};
    script_items[0].embeddings = embeddings;
    llmspell_provider_script_step_init(&script_items[1]);
    llmspell_provider_embedding embeddings__items[1];
    llmspell_provider_embedding_init(&embeddings__items[0]);
    double vector____items[] = {1.0, 0.0};
    llmspell_double_list vector___ = {vector____items, 2};
    embeddings__items[0].vector = vector___;
    llmspell_provider_embedding_list embeddings_ = {embeddings__items, 1};
    script_items[1].embeddings = embeddings_;
    llmspell_provider_script_step_list script = {script_items, 2};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_memory_embedder embedder;
    llmspell_memory_embedder_init(&embedder);
    embedder.provider = "scripted";
    GIVEN(llmspell_memory_set_embedder(session, &embedder, NULL));
    GIVEN(llmspell_memory_store(session, "a", "\"It rains.\"", NULL));
    GIVEN(llmspell_memory_store(session, "b", "\"The sun shines.\"", NULL));
    GIVEN(llmspell_memory_store(session, "c", "\"Stocks fell.\"", NULL));
    llmspell_memory_search_options options_;
    llmspell_memory_search_options_init(&options_);
    options_.mode = LLMSPELL_MEMORY_SEARCH_MODE_VECTOR;
    options_.has_min_score = true;
    options_.min_score = 0.0;
    example_begin(example);
    llmspell_memory_match_list result;
    if (example_worked(example, llmspell_memory_search(session, "weather", &options_, &result))) {
        put_memory_match_list(example_result(example), &result);
        llmspell_memory_match_list_free(&result);
    }
    llmspell_provider_free(provider);
}

static llmspell_status search_both_callback(void *user_data, const llmspell_string_list *texts, llmspell_double_list_list *result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (texts == NULL)
        json_null(call_);
    else
        put_string_list(call_, texts);
    example_called(example_);
    double made__items[] = {1.0, 0.0};
    llmspell_double_list made_ = {made__items, 2};
    made_.items = example_copy(made__items, sizeof made__items);
    llmspell_double_list made_items[] = {made_};
    llmspell_double_list_list made = {made_items, 1};
    made.items = example_copy(made_items, sizeof made_items);
    *result = made;
    return LLMSPELL_OK;
}

/* memory.search, both: The embedder is a function; one entry is first in both lists. */
static void memory_search_both(example *example, llmspell_session *session)
{
    llmspell_memory_embedder embedder;
    llmspell_memory_embedder_init(&embedder);
    embedder.embed = (llmspell_memory_embed_texts){.call = search_both_callback, .user_data = example};
    embedder.model = "toy";
    GIVEN(llmspell_memory_set_embedder(session, &embedder, NULL));
    GIVEN(llmspell_memory_store(session, "a", "\"It rains.\"", NULL));
    llmspell_memory_search_options options_;
    llmspell_memory_search_options_init(&options_);
    options_.mode = LLMSPELL_MEMORY_SEARCH_MODE_HYBRID;
    example_begin(example);
    llmspell_memory_match_list result;
    if (example_worked(example, llmspell_memory_search(session, "rains", &options_, &result))) {
        put_memory_match_list(example_result(example), &result);
        llmspell_memory_match_list_free(&result);
    }
}

/* memory.search, no_embedder: */
static void memory_search_no_embedder(example *example, llmspell_session *session)
{
    llmspell_memory_search_options options_;
    llmspell_memory_search_options_init(&options_);
    options_.mode = LLMSPELL_MEMORY_SEARCH_MODE_VECTOR;
    example_begin(example);
    llmspell_memory_match_list result;
    if (example_worked(example, llmspell_memory_search(session, "weather", &options_, &result))) {
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

/* memory.set_embedder, provider: */
static void memory_set_embedder_provider(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_OLLAMA;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_memory_embedder embedder;
    llmspell_memory_embedder_init(&embedder);
    embedder.provider = "ollama";
    embedder.model = "nomic-embed-text";
    example_begin(example);
    if (example_worked(example, llmspell_memory_set_embedder(session, &embedder, NULL)))
        json_null(example_result(example));
    llmspell_provider_free(provider);
}

static llmspell_status set_embedder_callback_callback(void *user_data, const llmspell_string_list *texts, llmspell_double_list_list *result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (texts == NULL)
        json_null(call_);
    else
        put_string_list(call_, texts);
    example_called(example_);
    double made__items[] = {1.0, 0.0};
    llmspell_double_list made_ = {made__items, 2};
    made_.items = example_copy(made__items, sizeof made__items);
    llmspell_double_list made_items[] = {made_};
    llmspell_double_list_list made = {made_items, 1};
    made.items = example_copy(made_items, sizeof made_items);
    *result = made;
    return LLMSPELL_OK;
}

/* memory.set_embedder, callback: For one memory only. */
static void memory_set_embedder_callback(example *example, llmspell_session *session)
{
    llmspell_memory_embedder embedder;
    llmspell_memory_embedder_init(&embedder);
    embedder.embed = (llmspell_memory_embed_texts){.call = set_embedder_callback_callback, .user_data = example};
    embedder.model = "toy";
    llmspell_memory_space space;
    llmspell_memory_space_init(&space);
    space.type = LLMSPELL_MEMORY_TYPE_LONG_TERM;
    space.scope = LLMSPELL_MEMORY_SCOPE_AGENT;
    space.owner = "helper";
    example_begin(example);
    if (example_worked(example, llmspell_memory_set_embedder(session, &embedder, &space)))
        json_null(example_result(example));
}

/* memory.set_embedder, nothing_to_embed_with: */
static void memory_set_embedder_nothing_to_embed_with(example *example, llmspell_session *session)
{
    llmspell_memory_embedder embedder;
    llmspell_memory_embedder_init(&embedder);
    embedder.model = "toy";
    example_begin(example);
    if (example_worked(example, llmspell_memory_set_embedder(session, &embedder, NULL)))
        json_null(example_result(example));
}

static llmspell_status set_embedder_unnamed_callback(void *user_data, const llmspell_string_list *texts, llmspell_double_list_list *result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (texts == NULL)
        json_null(call_);
    else
        put_string_list(call_, texts);
    example_called(example_);
    double made__items[] = {1.0, 0.0};
    llmspell_double_list made_ = {made__items, 2};
    made_.items = example_copy(made__items, sizeof made__items);
    llmspell_double_list made_items[] = {made_};
    llmspell_double_list_list made = {made_items, 1};
    made.items = example_copy(made_items, sizeof made_items);
    *result = made;
    return LLMSPELL_OK;
}

/* memory.set_embedder, unnamed: The vectors of a function need a name to be told from others. */
static void memory_set_embedder_unnamed(example *example, llmspell_session *session)
{
    llmspell_memory_embedder embedder;
    llmspell_memory_embedder_init(&embedder);
    embedder.embed = (llmspell_memory_embed_texts){.call = set_embedder_unnamed_callback, .user_data = example};
    example_begin(example);
    if (example_worked(example, llmspell_memory_set_embedder(session, &embedder, NULL)))
        json_null(example_result(example));
}

static llmspell_status remove_embedder_set_callback(void *user_data, const llmspell_string_list *texts, llmspell_double_list_list *result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (texts == NULL)
        json_null(call_);
    else
        put_string_list(call_, texts);
    example_called(example_);
    double made__items[] = {1.0, 0.0};
    llmspell_double_list made_ = {made__items, 2};
    made_.items = example_copy(made__items, sizeof made__items);
    llmspell_double_list made_items[] = {made_};
    llmspell_double_list_list made = {made_items, 1};
    made.items = example_copy(made_items, sizeof made_items);
    *result = made;
    return LLMSPELL_OK;
}

/* memory.remove_embedder, set: */
static void memory_remove_embedder_set(example *example, llmspell_session *session)
{
    llmspell_memory_embedder embedder;
    llmspell_memory_embedder_init(&embedder);
    embedder.embed = (llmspell_memory_embed_texts){.call = remove_embedder_set_callback, .user_data = example};
    embedder.model = "toy";
    GIVEN(llmspell_memory_set_embedder(session, &embedder, NULL));
    example_begin(example);
    bool result;
    if (example_worked(example, llmspell_memory_remove_embedder(session, NULL, &result))) {
        json_boolean(example_result(example), result);
    }
}

/* memory.remove_embedder, none: */
static void memory_remove_embedder_none(example *example, llmspell_session *session)
{
    example_begin(example);
    bool result;
    if (example_worked(example, llmspell_memory_remove_embedder(session, NULL, &result))) {
        json_boolean(example_result(example), result);
    }
}

static llmspell_status index_two_entries_callback(void *user_data, const llmspell_string_list *texts, llmspell_double_list_list *result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (texts == NULL)
        json_null(call_);
    else
        put_string_list(call_, texts);
    example_called(example_);
    double made__items[] = {1.0, 0.0};
    llmspell_double_list made_ = {made__items, 2};
    made_.items = example_copy(made__items, sizeof made__items);
    double made___items[] = {0.0, 1.0};
    llmspell_double_list made__ = {made___items, 2};
    made__.items = example_copy(made___items, sizeof made___items);
    llmspell_double_list made_items[] = {made_, made__};
    llmspell_double_list_list made = {made_items, 2};
    made.items = example_copy(made_items, sizeof made_items);
    *result = made;
    return LLMSPELL_OK;
}

/* memory.index, two_entries: */
static void memory_index_two_entries(example *example, llmspell_session *session)
{
    llmspell_memory_embedder embedder;
    llmspell_memory_embedder_init(&embedder);
    embedder.embed = (llmspell_memory_embed_texts){.call = index_two_entries_callback, .user_data = example};
    embedder.model = "toy";
    GIVEN(llmspell_memory_set_embedder(session, &embedder, NULL));
    GIVEN(llmspell_memory_store(session, "a", "{\"text\": \"It rains.\", \"year\": 2026}", NULL));
    GIVEN(llmspell_memory_store(session, "b", "null", NULL));
    example_begin(example);
    llmspell_memory_index_result result;
    if (example_worked(example, llmspell_memory_index(session, NULL, &result))) {
        put_memory_index_result(example_result(example), &result);
        llmspell_memory_index_result_free(&result);
    }
}

static llmspell_status index_nothing_new_callback(void *user_data, const llmspell_string_list *texts, llmspell_double_list_list *result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (texts == NULL)
        json_null(call_);
    else
        put_string_list(call_, texts);
    example_called(example_);
    double made__items[] = {1.0, 0.0};
    llmspell_double_list made_ = {made__items, 2};
    made_.items = example_copy(made__items, sizeof made__items);
    llmspell_double_list made_items[] = {made_};
    llmspell_double_list_list made = {made_items, 1};
    made.items = example_copy(made_items, sizeof made_items);
    *result = made;
    return LLMSPELL_OK;
}

/* memory.index, nothing_new: */
static void memory_index_nothing_new(example *example, llmspell_session *session)
{
    llmspell_memory_embedder embedder;
    llmspell_memory_embedder_init(&embedder);
    embedder.embed = (llmspell_memory_embed_texts){.call = index_nothing_new_callback, .user_data = example};
    embedder.model = "toy";
    GIVEN(llmspell_memory_set_embedder(session, &embedder, NULL));
    GIVEN(llmspell_memory_store(session, "a", "\"It rains.\"", NULL));
    llmspell_memory_index_result result_;
    GIVEN(llmspell_memory_index(session, NULL, &result_));
    example_begin(example);
    llmspell_memory_index_result result;
    if (example_worked(example, llmspell_memory_index(session, NULL, &result))) {
        put_memory_index_result(example_result(example), &result);
        llmspell_memory_index_result_free(&result);
    }
    llmspell_memory_index_result_free(&result_);
}

static llmspell_status index_another_model_callback(void *user_data, const llmspell_string_list *texts, llmspell_double_list_list *result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (texts == NULL)
        json_null(call_);
    else
        put_string_list(call_, texts);
    example_called(example_);
    double made__items[] = {1.0, 0.0};
    llmspell_double_list made_ = {made__items, 2};
    made_.items = example_copy(made__items, sizeof made__items);
    llmspell_double_list made_items[] = {made_};
    llmspell_double_list_list made = {made_items, 1};
    made.items = example_copy(made_items, sizeof made_items);
    *result = made;
    return LLMSPELL_OK;
}

static llmspell_status index_another_model_callback_2(void *user_data, const llmspell_string_list *texts, llmspell_double_list_list *result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (texts == NULL)
        json_null(call_);
    else
        put_string_list(call_, texts);
    example_called(example_);
    double made__items[] = {1.0, 0.0, 0.0};
    llmspell_double_list made_ = {made__items, 3};
    made_.items = example_copy(made__items, sizeof made__items);
    llmspell_double_list made_items[] = {made_};
    llmspell_double_list_list made = {made_items, 1};
    made.items = example_copy(made_items, sizeof made_items);
    *result = made;
    return LLMSPELL_OK;
}

/* memory.index, another_model: */
static void memory_index_another_model(example *example, llmspell_session *session)
{
    llmspell_memory_embedder embedder;
    llmspell_memory_embedder_init(&embedder);
    embedder.embed = (llmspell_memory_embed_texts){.call = index_another_model_callback, .user_data = example};
    embedder.model = "toy";
    GIVEN(llmspell_memory_set_embedder(session, &embedder, NULL));
    GIVEN(llmspell_memory_store(session, "a", "\"It rains.\"", NULL));
    llmspell_memory_index_result result_;
    GIVEN(llmspell_memory_index(session, NULL, &result_));
    llmspell_memory_embedder embedder_;
    llmspell_memory_embedder_init(&embedder_);
    embedder_.embed = (llmspell_memory_embed_texts){.call = index_another_model_callback_2, .user_data = example};
    embedder_.model = "better";
    GIVEN(llmspell_memory_set_embedder(session, &embedder_, NULL));
    example_begin(example);
    llmspell_memory_index_result result;
    if (example_worked(example, llmspell_memory_index(session, NULL, &result))) {
        put_memory_index_result(example_result(example), &result);
        llmspell_memory_index_result_free(&result);
    }
    llmspell_memory_index_result_free(&result_);
}

static llmspell_status index_rebuild_callback(void *user_data, const llmspell_string_list *texts, llmspell_double_list_list *result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (texts == NULL)
        json_null(call_);
    else
        put_string_list(call_, texts);
    example_called(example_);
    double made__items[] = {1.0, 0.0};
    llmspell_double_list made_ = {made__items, 2};
    made_.items = example_copy(made__items, sizeof made__items);
    llmspell_double_list made_items[] = {made_};
    llmspell_double_list_list made = {made_items, 1};
    made.items = example_copy(made_items, sizeof made_items);
    *result = made;
    return LLMSPELL_OK;
}

static llmspell_status index_rebuild_callback_2(void *user_data, const llmspell_string_list *texts, llmspell_double_list_list *result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (texts == NULL)
        json_null(call_);
    else
        put_string_list(call_, texts);
    example_called(example_);
    double made__items[] = {1.0, 0.0, 0.0};
    llmspell_double_list made_ = {made__items, 3};
    made_.items = example_copy(made__items, sizeof made__items);
    llmspell_double_list made_items[] = {made_};
    llmspell_double_list_list made = {made_items, 1};
    made.items = example_copy(made_items, sizeof made_items);
    *result = made;
    return LLMSPELL_OK;
}

/* memory.index, rebuild: */
static void memory_index_rebuild(example *example, llmspell_session *session)
{
    llmspell_memory_embedder embedder;
    llmspell_memory_embedder_init(&embedder);
    embedder.embed = (llmspell_memory_embed_texts){.call = index_rebuild_callback, .user_data = example};
    embedder.model = "toy";
    GIVEN(llmspell_memory_set_embedder(session, &embedder, NULL));
    GIVEN(llmspell_memory_store(session, "a", "\"It rains.\"", NULL));
    llmspell_memory_index_result result_;
    GIVEN(llmspell_memory_index(session, NULL, &result_));
    llmspell_memory_embedder embedder_;
    llmspell_memory_embedder_init(&embedder_);
    embedder_.embed = (llmspell_memory_embed_texts){.call = index_rebuild_callback_2, .user_data = example};
    embedder_.model = "better";
    GIVEN(llmspell_memory_set_embedder(session, &embedder_, NULL));
    llmspell_memory_index_options options_;
    llmspell_memory_index_options_init(&options_);
    options_.has_rebuild = true;
    options_.rebuild = true;
    example_begin(example);
    llmspell_memory_index_result result;
    if (example_worked(example, llmspell_memory_index(session, &options_, &result))) {
        put_memory_index_result(example_result(example), &result);
        llmspell_memory_index_result_free(&result);
    }
    llmspell_memory_index_result_free(&result_);
}

static llmspell_status index_wrong_answer_callback(void *user_data, const llmspell_string_list *texts, llmspell_double_list_list *result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (texts == NULL)
        json_null(call_);
    else
        put_string_list(call_, texts);
    example_called(example_);
    double made__items[] = {1.0, 0.0};
    llmspell_double_list made_ = {made__items, 2};
    made_.items = example_copy(made__items, sizeof made__items);
    llmspell_double_list made_items[] = {made_};
    llmspell_double_list_list made = {made_items, 1};
    made.items = example_copy(made_items, sizeof made_items);
    *result = made;
    return LLMSPELL_OK;
}

/* memory.index, wrong_answer: One vector for two texts. */
static void memory_index_wrong_answer(example *example, llmspell_session *session)
{
    llmspell_memory_embedder embedder;
    llmspell_memory_embedder_init(&embedder);
    embedder.embed = (llmspell_memory_embed_texts){.call = index_wrong_answer_callback, .user_data = example};
    embedder.model = "toy";
    GIVEN(llmspell_memory_set_embedder(session, &embedder, NULL));
    GIVEN(llmspell_memory_store(session, "a", "\"It rains.\"", NULL));
    GIVEN(llmspell_memory_store(session, "b", "\"The sun shines.\"", NULL));
    example_begin(example);
    llmspell_memory_index_result result;
    if (example_worked(example, llmspell_memory_index(session, NULL, &result))) {
        put_memory_index_result(example_result(example), &result);
        llmspell_memory_index_result_free(&result);
    }
}

/* memory.create_conversation, in_this_process: */
static void memory_create_conversation_in_this_process(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 4000;
    example_begin(example);
    llmspell_memory_conversation *result = NULL;
    if (example_worked(example, llmspell_memory_create_conversation(session, &options_, &result))) {
        json_text(example_result(example), llmspell_memory_conversation_id(result));
        llmspell_memory_conversation_free(result);
    }
}

/* memory.create_conversation, in_a_file: */
static void memory_create_conversation_in_a_file(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 4000;
    options_.name = "support/42";
    options_.path = "chats.db";
    example_begin(example);
    llmspell_memory_conversation *result = NULL;
    if (example_worked(example, llmspell_memory_create_conversation(session, &options_, &result))) {
        json_text(example_result(example), llmspell_memory_conversation_id(result));
        llmspell_memory_conversation_free(result);
    }
}

/* memory.create_conversation, no_summarizer: */
static void memory_create_conversation_no_summarizer(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 4000;
    options_.policy = LLMSPELL_MEMORY_CONVERSATION_POLICY_SUMMARIZE;
    example_begin(example);
    llmspell_memory_conversation *result = NULL;
    if (example_worked(example, llmspell_memory_create_conversation(session, &options_, &result))) {
        json_text(example_result(example), llmspell_memory_conversation_id(result));
        llmspell_memory_conversation_free(result);
    }
}

/* memory.create_conversation, owner_without_agent: */
static void memory_create_conversation_owner_without_agent(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 4000;
    options_.name = "chat";
    options_.owner = "helper";
    example_begin(example);
    llmspell_memory_conversation *result = NULL;
    if (example_worked(example, llmspell_memory_create_conversation(session, &options_, &result))) {
        json_text(example_result(example), llmspell_memory_conversation_id(result));
        llmspell_memory_conversation_free(result);
    }
}

/* memory.close_conversation, gone: */
static void memory_close_conversation_gone(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 4000;
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    example_begin(example);
    if (example_worked(example, llmspell_memory_close_conversation(session, conversation)))
        json_null(example_result(example));
    llmspell_memory_conversation_free(conversation);
}

/* memory.close_conversation, unknown: */
static void memory_close_conversation_unknown(example *example, llmspell_session *session)
{
    llmspell_memory_conversation *conversation = llmspell_memory_conversation_from_id("no-such-conversation");
    example_begin(example);
    if (example_worked(example, llmspell_memory_close_conversation(session, conversation)))
        json_null(example_result(example));
    llmspell_memory_conversation_free(conversation);
}

/* memory.add_messages, within_the_budget: */
static void memory_add_messages_within_the_budget(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 4000;
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    llmspell_message messages_items[3];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_SYSTEM;
    messages_items[0].content = "Be brief.";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_USER;
    messages_items[1].content = "Hello";
    llmspell_message_init(&messages_items[2]);
    messages_items[2].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[2].content = "Hi.";
    llmspell_message_list messages = {messages_items, 3};
    example_begin(example);
    llmspell_memory_conversation_info result;
    if (example_worked(example, llmspell_memory_add_messages(session, conversation, &messages, &result))) {
        put_memory_conversation_info(example_result(example), &result);
        llmspell_memory_conversation_info_free(&result);
    }
    llmspell_memory_conversation_free(conversation);
}

/* memory.add_messages, dropped: Two turns have 27 or 28 tokens and fit, three do not. */
static void memory_add_messages_dropped(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 30;
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    llmspell_message messages_items[4];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "one apple";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[1].content = "red fruit";
    llmspell_message_init(&messages_items[2]);
    messages_items[2].role = LLMSPELL_ROLE_USER;
    messages_items[2].content = "two plums";
    llmspell_message_init(&messages_items[3]);
    messages_items[3].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[3].content = "blue ones";
    llmspell_message_list messages = {messages_items, 4};
    llmspell_memory_conversation_info info;
    GIVEN(llmspell_memory_add_messages(session, conversation, &messages, &info));
    llmspell_message messages__items[2];
    llmspell_message_init(&messages__items[0]);
    messages__items[0].role = LLMSPELL_ROLE_USER;
    messages__items[0].content = "and pears";
    llmspell_message_init(&messages__items[1]);
    messages__items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages__items[1].content = "green too";
    llmspell_message_list messages_ = {messages__items, 2};
    example_begin(example);
    llmspell_memory_conversation_info result;
    if (example_worked(example, llmspell_memory_add_messages(session, conversation, &messages_, &result))) {
        put_memory_conversation_info(example_result(example), &result);
        llmspell_memory_conversation_info_free(&result);
    }
    llmspell_memory_conversation_info_free(&info);
    llmspell_memory_conversation_free(conversation);
}

static llmspell_status add_messages_summarized_callback(void *user_data, const llmspell_message_list *messages, int64_t max_tokens, char **result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (messages == NULL)
        json_null(call_);
    else
        put_message_list(call_, messages);
    json_integer(call_, max_tokens);
    example_called(example_);
    *result = llmspell_string_copy("They spoke of fruit.");
    return LLMSPELL_OK;
}

/* memory.add_messages, summarized: */
static void memory_add_messages_summarized(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 40;
    options_.policy = LLMSPELL_MEMORY_CONVERSATION_POLICY_SUMMARIZE;
    options_.summarize = (llmspell_memory_summarize){.call = add_messages_summarized_callback, .user_data = example};
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    llmspell_message messages_items[4];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "one apple";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[1].content = "red fruit";
    llmspell_message_init(&messages_items[2]);
    messages_items[2].role = LLMSPELL_ROLE_USER;
    messages_items[2].content = "two plums";
    llmspell_message_init(&messages_items[3]);
    messages_items[3].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[3].content = "blue ones";
    llmspell_message_list messages = {messages_items, 4};
    llmspell_memory_conversation_info info;
    GIVEN(llmspell_memory_add_messages(session, conversation, &messages, &info));
    llmspell_message messages__items[2];
    llmspell_message_init(&messages__items[0]);
    messages__items[0].role = LLMSPELL_ROLE_USER;
    messages__items[0].content = "and pears";
    llmspell_message_init(&messages__items[1]);
    messages__items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages__items[1].content = "green too";
    llmspell_message_list messages_ = {messages__items, 2};
    example_begin(example);
    llmspell_memory_conversation_info result;
    if (example_worked(example, llmspell_memory_add_messages(session, conversation, &messages_, &result))) {
        put_memory_conversation_info(example_result(example), &result);
        llmspell_memory_conversation_info_free(&result);
    }
    llmspell_memory_conversation_info_free(&info);
    llmspell_memory_conversation_free(conversation);
}

static llmspell_status add_messages_summary_failed_callback(void *user_data, const llmspell_message_list *messages, int64_t max_tokens, char **result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (messages == NULL)
        json_null(call_);
    else
        put_message_list(call_, messages);
    json_integer(call_, max_tokens);
    example_called(example_);
    (void)result;
    return llmspell_fail(NULL, "no idea");
}

/* memory.add_messages, summary_failed: Everything is still there. */
static void memory_add_messages_summary_failed(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 30;
    options_.policy = LLMSPELL_MEMORY_CONVERSATION_POLICY_SUMMARIZE;
    options_.summarize = (llmspell_memory_summarize){.call = add_messages_summary_failed_callback, .user_data = example};
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    llmspell_message messages_items[4];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "one apple";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[1].content = "red fruit";
    llmspell_message_init(&messages_items[2]);
    messages_items[2].role = LLMSPELL_ROLE_USER;
    messages_items[2].content = "two plums";
    llmspell_message_init(&messages_items[3]);
    messages_items[3].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[3].content = "blue ones";
    llmspell_message_list messages = {messages_items, 4};
    llmspell_memory_conversation_info info;
    GIVEN(llmspell_memory_add_messages(session, conversation, &messages, &info));
    llmspell_message messages__items[2];
    llmspell_message_init(&messages__items[0]);
    messages__items[0].role = LLMSPELL_ROLE_USER;
    messages__items[0].content = "and pears";
    llmspell_message_init(&messages__items[1]);
    messages__items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages__items[1].content = "green too";
    llmspell_message_list messages_ = {messages__items, 2};
    example_begin(example);
    llmspell_memory_conversation_info result;
    if (example_worked(example, llmspell_memory_add_messages(session, conversation, &messages_, &result))) {
        put_memory_conversation_info(example_result(example), &result);
        llmspell_memory_conversation_info_free(&result);
    }
    llmspell_memory_conversation_info_free(&info);
    llmspell_memory_conversation_free(conversation);
}

/* memory.add_messages, result_without_its_call: */
static void memory_add_messages_result_without_its_call(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 4000;
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    llmspell_message messages_items[2];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "Hello";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_TOOL;
    messages_items[1].content = "22";
    messages_items[1].tool_call_id = "call_1";
    llmspell_message_list messages = {messages_items, 2};
    example_begin(example);
    llmspell_memory_conversation_info result;
    if (example_worked(example, llmspell_memory_add_messages(session, conversation, &messages, &result))) {
        put_memory_conversation_info(example_result(example), &result);
        llmspell_memory_conversation_info_free(&result);
    }
    llmspell_memory_conversation_free(conversation);
}

/* memory.get_messages, newest_turns: The system prompt stays. */
static void memory_get_messages_newest_turns(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 25;
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    llmspell_message messages_items[1];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_SYSTEM;
    messages_items[0].content = "Be brief.";
    llmspell_message_list messages = {messages_items, 1};
    llmspell_memory_conversation_info info;
    GIVEN(llmspell_memory_add_messages(session, conversation, &messages, &info));
    llmspell_message messages__items[4];
    llmspell_message_init(&messages__items[0]);
    messages__items[0].role = LLMSPELL_ROLE_USER;
    messages__items[0].content = "one apple";
    llmspell_message_init(&messages__items[1]);
    messages__items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages__items[1].content = "red fruit";
    llmspell_message_init(&messages__items[2]);
    messages__items[2].role = LLMSPELL_ROLE_USER;
    messages__items[2].content = "two plums";
    llmspell_message_init(&messages__items[3]);
    messages__items[3].role = LLMSPELL_ROLE_ASSISTANT;
    messages__items[3].content = "blue ones";
    llmspell_message_list messages_ = {messages__items, 4};
    llmspell_memory_conversation_info info_;
    GIVEN(llmspell_memory_add_messages(session, conversation, &messages_, &info_));
    example_begin(example);
    llmspell_message_list result;
    if (example_worked(example, llmspell_memory_get_messages(session, conversation, NULL, &result))) {
        put_message_list(example_result(example), &result);
        llmspell_message_list_free(&result);
    }
    llmspell_memory_conversation_info_free(&info_);
    llmspell_memory_conversation_info_free(&info);
    llmspell_memory_conversation_free(conversation);
}

static llmspell_status get_messages_summary_callback(void *user_data, const llmspell_message_list *messages, int64_t max_tokens, char **result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (messages == NULL)
        json_null(call_);
    else
        put_message_list(call_, messages);
    json_integer(call_, max_tokens);
    example_called(example_);
    *result = llmspell_string_copy("They spoke of fruit.");
    return LLMSPELL_OK;
}

/* memory.get_messages, summary: */
static void memory_get_messages_summary(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 40;
    options_.policy = LLMSPELL_MEMORY_CONVERSATION_POLICY_SUMMARIZE;
    options_.summarize = (llmspell_memory_summarize){.call = get_messages_summary_callback, .user_data = example};
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    llmspell_message messages_items[4];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "one apple";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[1].content = "red fruit";
    llmspell_message_init(&messages_items[2]);
    messages_items[2].role = LLMSPELL_ROLE_USER;
    messages_items[2].content = "two plums";
    llmspell_message_init(&messages_items[3]);
    messages_items[3].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[3].content = "blue ones";
    llmspell_message_list messages = {messages_items, 4};
    llmspell_memory_conversation_info info;
    GIVEN(llmspell_memory_add_messages(session, conversation, &messages, &info));
    llmspell_message messages__items[2];
    llmspell_message_init(&messages__items[0]);
    messages__items[0].role = LLMSPELL_ROLE_USER;
    messages__items[0].content = "and pears";
    llmspell_message_init(&messages__items[1]);
    messages__items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages__items[1].content = "green too";
    llmspell_message_list messages_ = {messages__items, 2};
    llmspell_memory_conversation_info info_;
    GIVEN(llmspell_memory_add_messages(session, conversation, &messages_, &info_));
    example_begin(example);
    llmspell_message_list result;
    if (example_worked(example, llmspell_memory_get_messages(session, conversation, NULL, &result))) {
        put_message_list(example_result(example), &result);
        llmspell_message_list_free(&result);
    }
    llmspell_memory_conversation_info_free(&info_);
    llmspell_memory_conversation_info_free(&info);
    llmspell_memory_conversation_free(conversation);
}

/* memory.get_messages, from_a_file: A conversation is found again by its name. */
static void memory_get_messages_from_a_file(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 100;
    options_.name = "chat";
    llmspell_memory_conversation *first = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &first));
    llmspell_message messages_items[2];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "and pears";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[1].content = "green too";
    llmspell_message_list messages = {messages_items, 2};
    llmspell_memory_conversation_info info;
    GIVEN(llmspell_memory_add_messages(session, first, &messages, &info));
    GIVEN(llmspell_memory_close_conversation(session, first));
    llmspell_memory_conversation_options options__;
    llmspell_memory_conversation_options_init(&options__);
    options__.max_tokens = 100;
    options__.name = "chat";
    llmspell_memory_conversation *second = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options__, &second));
    example_begin(example);
    llmspell_message_list result;
    if (example_worked(example, llmspell_memory_get_messages(session, second, NULL, &result))) {
        put_message_list(example_result(example), &result);
        llmspell_message_list_free(&result);
    }
    llmspell_memory_conversation_free(second);
    llmspell_memory_conversation_info_free(&info);
    llmspell_memory_conversation_free(first);
}

/* memory.get_info, empty: */
static void memory_get_info_empty(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 4000;
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    example_begin(example);
    llmspell_memory_conversation_info result;
    if (example_worked(example, llmspell_memory_get_info(session, conversation, &result))) {
        put_memory_conversation_info(example_result(example), &result);
        llmspell_memory_conversation_info_free(&result);
    }
    llmspell_memory_conversation_free(conversation);
}

/* memory.compact, ahead_of_time: A provider writes the summary. */
static void memory_compact_ahead_of_time(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "They spoke of fruit.";
    llmspell_provider_script_expectation expect;
    llmspell_provider_script_expectation_init(&expect);
    expect.last_message = "user: one apple";
    script_items[0].expect = &expect;
    llmspell_provider_script_step_list script = {script_items, 1};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 1000;
    options_.policy = LLMSPELL_MEMORY_CONVERSATION_POLICY_SUMMARIZE;
    options_.has_keep_tokens = true;
    options_.keep_tokens = 0;
    options_.provider = "scripted";
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    llmspell_message messages_items[4];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "one apple";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[1].content = "red fruit";
    llmspell_message_init(&messages_items[2]);
    messages_items[2].role = LLMSPELL_ROLE_USER;
    messages_items[2].content = "two plums";
    llmspell_message_init(&messages_items[3]);
    messages_items[3].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[3].content = "blue ones";
    llmspell_message_list messages = {messages_items, 4};
    llmspell_memory_conversation_info info;
    GIVEN(llmspell_memory_add_messages(session, conversation, &messages, &info));
    example_begin(example);
    llmspell_memory_conversation_info result;
    if (example_worked(example, llmspell_memory_compact(session, conversation, &result))) {
        put_memory_conversation_info(example_result(example), &result);
        llmspell_memory_conversation_info_free(&result);
    }
    llmspell_memory_conversation_info_free(&info);
    llmspell_memory_conversation_free(conversation);
    llmspell_provider_free(provider);
}

static llmspell_status compact_failed_callback(void *user_data, const llmspell_message_list *messages, int64_t max_tokens, char **result)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (messages == NULL)
        json_null(call_);
    else
        put_message_list(call_, messages);
    json_integer(call_, max_tokens);
    example_called(example_);
    (void)result;
    return llmspell_fail(NULL, "no idea");
}

/* memory.compact, failed: */
static void memory_compact_failed(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 1000;
    options_.policy = LLMSPELL_MEMORY_CONVERSATION_POLICY_SUMMARIZE;
    options_.has_keep_tokens = true;
    options_.keep_tokens = 0;
    options_.summarize = (llmspell_memory_summarize){.call = compact_failed_callback, .user_data = example};
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    llmspell_message messages_items[4];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "one apple";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[1].content = "red fruit";
    llmspell_message_init(&messages_items[2]);
    messages_items[2].role = LLMSPELL_ROLE_USER;
    messages_items[2].content = "two plums";
    llmspell_message_init(&messages_items[3]);
    messages_items[3].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[3].content = "blue ones";
    llmspell_message_list messages = {messages_items, 4};
    llmspell_memory_conversation_info info;
    GIVEN(llmspell_memory_add_messages(session, conversation, &messages, &info));
    example_begin(example);
    llmspell_memory_conversation_info result;
    if (example_worked(example, llmspell_memory_compact(session, conversation, &result))) {
        put_memory_conversation_info(example_result(example), &result);
        llmspell_memory_conversation_info_free(&result);
    }
    llmspell_memory_conversation_info_free(&info);
    llmspell_memory_conversation_free(conversation);
}

/* memory.clear_messages, two: */
static void memory_clear_messages_two(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 4000;
    llmspell_memory_conversation *conversation = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &conversation));
    llmspell_message messages_items[2];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "and pears";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[1].content = "green too";
    llmspell_message_list messages = {messages_items, 2};
    llmspell_memory_conversation_info info;
    GIVEN(llmspell_memory_add_messages(session, conversation, &messages, &info));
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_memory_clear_messages(session, conversation, &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_memory_conversation_info_free(&info);
    llmspell_memory_conversation_free(conversation);
}

/* memory.list_conversations, two: */
static void memory_list_conversations_two(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 100;
    options_.name = "first";
    llmspell_memory_conversation *first = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &first));
    llmspell_message messages_items[2];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "and pears";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[1].content = "green too";
    llmspell_message_list messages = {messages_items, 2};
    llmspell_memory_conversation_info info;
    GIVEN(llmspell_memory_add_messages(session, first, &messages, &info));
    llmspell_memory_conversation_options options__;
    llmspell_memory_conversation_options_init(&options__);
    options__.max_tokens = 100;
    options__.name = "second";
    options__.scope = LLMSPELL_MEMORY_SCOPE_AGENT;
    options__.owner = "helper";
    llmspell_memory_conversation *second = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options__, &second));
    llmspell_message messages__items[2];
    llmspell_message_init(&messages__items[0]);
    messages__items[0].role = LLMSPELL_ROLE_USER;
    messages__items[0].content = "and pears";
    llmspell_message_init(&messages__items[1]);
    messages__items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages__items[1].content = "green too";
    llmspell_message_list messages_ = {messages__items, 2};
    llmspell_memory_conversation_info info_;
    GIVEN(llmspell_memory_add_messages(session, second, &messages_, &info_));
    llmspell_memory_space space;
    llmspell_memory_space_init(&space);
    space.scope = LLMSPELL_MEMORY_SCOPE_AGENT;
    space.owner = "helper";
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_memory_list_conversations(session, &space, &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
    llmspell_memory_conversation_info_free(&info_);
    llmspell_memory_conversation_free(second);
    llmspell_memory_conversation_info_free(&info);
    llmspell_memory_conversation_free(first);
}

/* memory.delete_conversation, kept: */
static void memory_delete_conversation_kept(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 100;
    options_.name = "first";
    llmspell_memory_conversation *first = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &first));
    llmspell_message messages_items[2];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "and pears";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[1].content = "green too";
    llmspell_message_list messages = {messages_items, 2};
    llmspell_memory_conversation_info info;
    GIVEN(llmspell_memory_add_messages(session, first, &messages, &info));
    llmspell_memory_conversation_options options__;
    llmspell_memory_conversation_options_init(&options__);
    options__.max_tokens = 100;
    options__.name = "second";
    options__.scope = LLMSPELL_MEMORY_SCOPE_AGENT;
    options__.owner = "helper";
    llmspell_memory_conversation *second = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options__, &second));
    llmspell_message messages__items[2];
    llmspell_message_init(&messages__items[0]);
    messages__items[0].role = LLMSPELL_ROLE_USER;
    messages__items[0].content = "and pears";
    llmspell_message_init(&messages__items[1]);
    messages__items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages__items[1].content = "green too";
    llmspell_message_list messages_ = {messages__items, 2};
    llmspell_memory_conversation_info info_;
    GIVEN(llmspell_memory_add_messages(session, second, &messages_, &info_));
    example_begin(example);
    bool result;
    if (example_worked(example, llmspell_memory_delete_conversation(session, "first", NULL, &result))) {
        json_boolean(example_result(example), result);
    }
    llmspell_memory_conversation_info_free(&info_);
    llmspell_memory_conversation_free(second);
    llmspell_memory_conversation_info_free(&info);
    llmspell_memory_conversation_free(first);
}

/* memory.delete_conversation, other_scope: */
static void memory_delete_conversation_other_scope(example *example, llmspell_session *session)
{
    llmspell_memory_conversation_options options_;
    llmspell_memory_conversation_options_init(&options_);
    options_.max_tokens = 100;
    options_.name = "first";
    llmspell_memory_conversation *first = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options_, &first));
    llmspell_message messages_items[2];
    llmspell_message_init(&messages_items[0]);
    messages_items[0].role = LLMSPELL_ROLE_USER;
    messages_items[0].content = "and pears";
    llmspell_message_init(&messages_items[1]);
    messages_items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages_items[1].content = "green too";
    llmspell_message_list messages = {messages_items, 2};
    llmspell_memory_conversation_info info;
    GIVEN(llmspell_memory_add_messages(session, first, &messages, &info));
    llmspell_memory_conversation_options options__;
    llmspell_memory_conversation_options_init(&options__);
    options__.max_tokens = 100;
    options__.name = "second";
    options__.scope = LLMSPELL_MEMORY_SCOPE_AGENT;
    options__.owner = "helper";
    llmspell_memory_conversation *second = NULL;
    GIVEN(llmspell_memory_create_conversation(session, &options__, &second));
    llmspell_message messages__items[2];
    llmspell_message_init(&messages__items[0]);
    messages__items[0].role = LLMSPELL_ROLE_USER;
    messages__items[0].content = "and pears";
    llmspell_message_init(&messages__items[1]);
    messages__items[1].role = LLMSPELL_ROLE_ASSISTANT;
    messages__items[1].content = "green too";
    llmspell_message_list messages_ = {messages__items, 2};
    llmspell_memory_conversation_info info_;
    GIVEN(llmspell_memory_add_messages(session, second, &messages_, &info_));
    example_begin(example);
    bool result;
    if (example_worked(example, llmspell_memory_delete_conversation(session, "second", NULL, &result))) {
        json_boolean(example_result(example), result);
    }
    llmspell_memory_conversation_info_free(&info_);
    llmspell_memory_conversation_free(second);
    llmspell_memory_conversation_info_free(&info);
    llmspell_memory_conversation_free(first);
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
