/* Every example of session, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_session_info(json *out, const llmspell_session_info *value);
static void put_int64_map(json *out, const llmspell_int64_map *value);
static void put_event(json *out, const llmspell_event *value);
static const char *name_of_event_type(llmspell_event_type value);
static const char *name_of_event_priority(llmspell_event_priority value);
static void put_session_batch_outcome_list(json *out, const llmspell_session_batch_outcome_list *value);
static void put_session_batch_outcome(json *out, const llmspell_session_batch_outcome *value);
static void put_error_info(json *out, const llmspell_error_info *value);
static void put_session_metrics(json *out, const llmspell_session_metrics *value);
static void put_session_memoize_metrics_map(json *out, const llmspell_session_memoize_metrics_map *value);
static void put_session_memoize_metrics(json *out, const llmspell_session_memoize_metrics *value);
static const char *name_of_session_eviction_policy(llmspell_session_eviction_policy value);
static void put_session_batch_metrics(json *out, const llmspell_session_batch_metrics *value);
static void put_session_conversion_info_list(json *out, const llmspell_session_conversion_info_list *value);
static void put_session_conversion_info(json *out, const llmspell_session_conversion_info *value);
static void put_session_conversion_path(json *out, const llmspell_session_conversion_path *value);

static void put_int64_map(json *out, const llmspell_int64_map *value)
{
    json_open(out, '{');
    for (size_t i = 0; i < value->count; i++) {
        json_key(out, value->entries[i].key);
        json_integer(out, value->entries[i].value);
    }
    json_close(out, '}');
}

static void put_session_info(json *out, const llmspell_session_info *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    if (value->parent != NULL) {
        json_key(out, "parent");
        json_text(out, value->parent);
    }
    json_key(out, "permissions");
    json_raw(out, value->permissions_json);
    json_key(out, "resources");
    put_int64_map(out, &value->resources);
    json_key(out, "children");
    json_integer(out, value->children);
    json_close(out, '}');
}

static const char *name_of_event_type(llmspell_event_type value)
{
    switch (value) {
    case LLMSPELL_EVENT_TYPE_SYSTEM:
        return "system";
    case LLMSPELL_EVENT_TYPE_USER:
        return "user";
    case LLMSPELL_EVENT_TYPE_AGENT:
        return "agent";
    case LLMSPELL_EVENT_TYPE_TOOL:
        return "tool";
    case LLMSPELL_EVENT_TYPE_WORKFLOW:
        return "workflow";
    case LLMSPELL_EVENT_TYPE_PROVIDER:
        return "provider";
    default:
        return NULL;
    }
}

static const char *name_of_event_priority(llmspell_event_priority value)
{
    switch (value) {
    case LLMSPELL_EVENT_PRIORITY_LOW:
        return "low";
    case LLMSPELL_EVENT_PRIORITY_NORMAL:
        return "normal";
    case LLMSPELL_EVENT_PRIORITY_HIGH:
        return "high";
    case LLMSPELL_EVENT_PRIORITY_CRITICAL:
        return "critical";
    default:
        return NULL;
    }
}

static void put_event(json *out, const llmspell_event *value)
{
    json_open(out, '{');
    json_key(out, "id");
    json_text(out, value->id);
    json_key(out, "type");
    json_text(out, value->type);
    json_key(out, "category");
    json_text(out, name_of_event_type(value->category));
    json_key(out, "data");
    json_raw(out, value->data_json);
    json_key(out, "timestamp");
    json_text(out, value->timestamp);
    json_key(out, "priority");
    json_text(out, name_of_event_priority(value->priority));
    if (value->source != NULL) {
        json_key(out, "source");
        json_text(out, value->source);
    }
    if (value->correlation_id != NULL) {
        json_key(out, "correlation_id");
        json_text(out, value->correlation_id);
    }
    if (value->has_replayed) {
        json_key(out, "replayed");
        json_boolean(out, value->replayed);
    }
    json_close(out, '}');
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

static void put_session_batch_outcome(json *out, const llmspell_session_batch_outcome *value)
{
    json_open(out, '{');
    json_key(out, "ok");
    json_boolean(out, value->ok);
    if (value->result_json != NULL) {
        json_key(out, "result");
        json_raw(out, value->result_json);
    }
    if (value->error != NULL) {
        json_key(out, "error");
        put_error_info(out, value->error);
    }
    json_close(out, '}');
}

static void put_session_batch_outcome_list(json *out, const llmspell_session_batch_outcome_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_session_batch_outcome(out, &value->items[i]);
    }
    json_close(out, ']');
}

static const char *name_of_session_eviction_policy(llmspell_session_eviction_policy value)
{
    switch (value) {
    case LLMSPELL_SESSION_EVICTION_POLICY_LRU:
        return "lru";
    case LLMSPELL_SESSION_EVICTION_POLICY_LFU:
        return "lfu";
    case LLMSPELL_SESSION_EVICTION_POLICY_FIFO:
        return "fifo";
    default:
        return NULL;
    }
}

static void put_session_memoize_metrics(json *out, const llmspell_session_memoize_metrics *value)
{
    json_open(out, '{');
    json_key(out, "hits");
    json_integer(out, value->hits);
    json_key(out, "misses");
    json_integer(out, value->misses);
    json_key(out, "evicted");
    json_integer(out, value->evicted);
    json_key(out, "expired");
    json_integer(out, value->expired);
    json_key(out, "entries");
    json_integer(out, value->entries);
    json_key(out, "max_entries");
    json_integer(out, value->max_entries);
    json_key(out, "policy");
    json_text(out, name_of_session_eviction_policy(value->policy));
    if (value->has_ttl_seconds) {
        json_key(out, "ttl_seconds");
        json_number(out, value->ttl_seconds);
    }
    json_close(out, '}');
}

static void put_session_memoize_metrics_map(json *out, const llmspell_session_memoize_metrics_map *value)
{
    json_open(out, '{');
    for (size_t i = 0; i < value->count; i++) {
        json_key(out, value->entries[i].key);
        if (value->entries[i].value == NULL)
            json_null(out);
        else
            put_session_memoize_metrics(out, value->entries[i].value);
    }
    json_close(out, '}');
}

static void put_session_batch_metrics(json *out, const llmspell_session_batch_metrics *value)
{
    json_open(out, '{');
    json_key(out, "batches");
    json_integer(out, value->batches);
    json_key(out, "calls");
    json_integer(out, value->calls);
    json_key(out, "failed");
    json_integer(out, value->failed);
    json_key(out, "smallest");
    json_integer(out, value->smallest);
    json_key(out, "largest");
    json_integer(out, value->largest);
    json_key(out, "mean_size");
    json_number(out, value->mean_size);
    json_close(out, '}');
}

static void put_session_metrics(json *out, const llmspell_session_metrics *value)
{
    json_open(out, '{');
    json_key(out, "memoized");
    put_session_memoize_metrics_map(out, &value->memoized);
    json_key(out, "batches");
    put_session_batch_metrics(out, value->batches);
    json_close(out, '}');
}

static void put_session_conversion_info(json *out, const llmspell_session_conversion_info *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "source_type");
    json_text(out, value->source_type);
    json_key(out, "target_type");
    json_text(out, value->target_type);
    json_key(out, "cost");
    json_number(out, value->cost);
    json_key(out, "built_in");
    json_boolean(out, value->built_in);
    json_close(out, '}');
}

static void put_session_conversion_info_list(json *out, const llmspell_session_conversion_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_session_conversion_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_session_conversion_path(json *out, const llmspell_session_conversion_path *value)
{
    json_open(out, '{');
    json_key(out, "source_type");
    json_text(out, value->source_type);
    json_key(out, "target_type");
    json_text(out, value->target_type);
    json_key(out, "cost");
    json_number(out, value->cost);
    json_key(out, "steps");
    put_session_conversion_info_list(out, &value->steps);
    json_close(out, '}');
}

/* session.open, with_less: A child that may read one folder only. */
static void session_open_with_less(example *example, llmspell_session *session)
{
    llmspell_session_options options_;
    llmspell_session_options_init(&options_);
    options_.name = "reader";
    options_.permissions_json = "{\"fs.read\": [\"./data\"]}";
    example_begin(example);
    llmspell_session *result = NULL;
    if (example_worked(example, llmspell_session_open(session, &options_, &result))) {
        json_text(example_result(example), llmspell_session_id(result));
        llmspell_session_free(result);
    }
}

/* session.open, same: */
static void session_open_same(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_session *result = NULL;
    if (example_worked(example, llmspell_session_open(session, NULL, &result))) {
        json_text(example_result(example), llmspell_session_id(result));
        llmspell_session_free(result);
    }
}

/* session.open, more_than_the_parent: */
static void session_open_more_than_the_parent(example *example, llmspell_session *session)
{
    llmspell_session_options options_;
    llmspell_session_options_init(&options_);
    options_.permissions_json = "{\"fs.read\": [\"/\"]}";
    example_begin(example);
    llmspell_session *result = NULL;
    if (example_worked(example, llmspell_session_open(session, &options_, &result))) {
        json_text(example_result(example), llmspell_session_id(result));
        llmspell_session_free(result);
    }
}

/* session.close, opened: */
static void session_close_opened(example *example, llmspell_session *session)
{
    llmspell_session *child = NULL;
    GIVEN(llmspell_session_open(session, NULL, &child));
    example_begin(example);
    if (example_worked(example, llmspell_session_close(session, child)))
        json_null(example_result(example));
    llmspell_session_free(child);
}

/* session.get_info, child: */
static void session_get_info_child(example *example, llmspell_session *session)
{
    llmspell_session_options options_;
    llmspell_session_options_init(&options_);
    options_.name = "quiet";
    options_.permissions_json = "{}";
    llmspell_session *child = NULL;
    GIVEN(llmspell_session_open(session, &options_, &child));
    example_begin(example);
    llmspell_session_info result;
    if (example_worked(example, llmspell_session_get_info(session, child, &result))) {
        put_session_info(example_result(example), &result);
        llmspell_session_info_free(&result);
    }
    llmspell_session_free(child);
}

static llmspell_status get_info_this_one_callback(void *user_data, const llmspell_event *event)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (event == NULL)
        json_null(call_);
    else
        put_event(call_, event);
    example_called(example_);
    return LLMSPELL_OK;
}

/* session.get_info, this_one: */
static void session_get_info_this_one(example *example, llmspell_session *session)
{
    llmspell_session *session_ = NULL;
    GIVEN(llmspell_session_open(session, NULL, &session_));
    llmspell_event_handler callback = {.call = get_info_this_one_callback, .user_data = example};
    llmspell_event_subscription *subscription = NULL;
    GIVEN(llmspell_event_subscribe(session, "tool.*", &callback, NULL, &subscription));
    example_begin(example);
    llmspell_session_info result;
    if (example_worked(example, llmspell_session_get_info(session, NULL, &result))) {
        put_session_info(example_result(example), &result);
        llmspell_session_info_free(&result);
    }
    llmspell_event_subscription_free(subscription);
    llmspell_session_free(session_);
}

/* session.batch, results_and_an_error: */
static void session_batch_results_and_an_error(example *example, llmspell_session *session)
{
    llmspell_session_batch_call calls_items[3];
    llmspell_session_batch_call_init(&calls_items[0]);
    calls_items[0].function = "memory.store";
    calls_items[0].arguments_json = "{\"key\": \"city\", \"value\": \"Oslo\"}";
    llmspell_session_batch_call_init(&calls_items[1]);
    calls_items[1].function = "tool.get";
    calls_items[1].arguments_json = "{\"name\": \"no_such_tool\"}";
    llmspell_session_batch_call_init(&calls_items[2]);
    calls_items[2].function = "memory.retrieve";
    calls_items[2].arguments_json = "{\"key\": \"city\"}";
    llmspell_session_batch_call_list calls = {calls_items, 3};
    example_begin(example);
    llmspell_session_batch_outcome_list result;
    if (example_worked(example, llmspell_session_batch(session, &calls, NULL, &result))) {
        put_session_batch_outcome_list(example_result(example), &result);
        llmspell_session_batch_outcome_list_free(&result);
    }
}

/* session.batch, stop_on_error: What comes after a failure is left out. */
static void session_batch_stop_on_error(example *example, llmspell_session *session)
{
    llmspell_session_batch_call calls_items[3];
    llmspell_session_batch_call_init(&calls_items[0]);
    calls_items[0].function = "memory.list_keys";
    llmspell_session_batch_call_init(&calls_items[1]);
    calls_items[1].function = "tool.get";
    calls_items[1].arguments_json = "{\"name\": \"no_such_tool\"}";
    llmspell_session_batch_call_init(&calls_items[2]);
    calls_items[2].function = "memory.list_keys";
    llmspell_session_batch_call_list calls = {calls_items, 3};
    llmspell_session_batch_options options_;
    llmspell_session_batch_options_init(&options_);
    options_.has_stop_on_error = true;
    options_.stop_on_error = true;
    example_begin(example);
    llmspell_session_batch_outcome_list result;
    if (example_worked(example, llmspell_session_batch(session, &calls, &options_, &result))) {
        put_session_batch_outcome_list(example_result(example), &result);
        llmspell_session_batch_outcome_list_free(&result);
    }
}

/* session.batch, empty: */
static void session_batch_empty(example *example, llmspell_session *session)
{
    llmspell_session_batch_call calls_items[1];
    llmspell_session_batch_call_list calls = {calls_items, 0};
    example_begin(example);
    llmspell_session_batch_outcome_list result;
    if (example_worked(example, llmspell_session_batch(session, &calls, NULL, &result))) {
        put_session_batch_outcome_list(example_result(example), &result);
        llmspell_session_batch_outcome_list_free(&result);
    }
}

/* session.get_metrics, kept_and_batched: The second count is the first one's result. */
static void session_get_metrics_kept_and_batched(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.name = "p";
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_list script = {script_items, 0};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_provider_token_count count;
    GIVEN(llmspell_provider_count_tokens(session, provider, "Good morning", NULL, &count));
    llmspell_provider_token_count count_;
    GIVEN(llmspell_provider_count_tokens(session, provider, "Good morning", NULL, &count_));
    llmspell_session_batch_call calls_items[2];
    llmspell_session_batch_call_init(&calls_items[0]);
    calls_items[0].function = "tool.list";
    llmspell_session_batch_call_init(&calls_items[1]);
    calls_items[1].function = "tool.get";
    calls_items[1].arguments_json = "{\"name\": \"no_such_tool\"}";
    llmspell_session_batch_call_list calls = {calls_items, 2};
    llmspell_session_batch_outcome_list list;
    GIVEN(llmspell_session_batch(session, &calls, NULL, &list));
    example_begin(example);
    llmspell_session_metrics result;
    if (example_worked(example, llmspell_session_get_metrics(session, &result))) {
        put_session_metrics(example_result(example), &result);
        llmspell_session_metrics_free(&result);
    }
    llmspell_session_batch_outcome_list_free(&list);
    llmspell_provider_token_count_free(&count_);
    llmspell_provider_token_count_free(&count);
    llmspell_provider_free(provider);
}

/* session.get_metrics, nothing_yet: */
static void session_get_metrics_nothing_yet(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_session_metrics result;
    if (example_worked(example, llmspell_session_get_metrics(session, &result))) {
        put_session_metrics(example_result(example), &result);
        llmspell_session_metrics_free(&result);
    }
}

/* session.clear_cache, one_function: */
static void session_clear_cache_one_function(example *example, llmspell_session *session)
{
    llmspell_provider_config config;
    llmspell_provider_config_init(&config);
    config.name = "p";
    config.type = LLMSPELL_PROVIDER_TYPE_SCRIPTED;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_list script = {script_items, 0};
    config.script = script;
    llmspell_provider *provider = NULL;
    GIVEN(llmspell_provider_create(session, &config, &provider));
    llmspell_provider_token_count count;
    GIVEN(llmspell_provider_count_tokens(session, provider, "Good morning", NULL, &count));
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_session_clear_cache(session, "provider.count_tokens", &result))) {
        json_integer(example_result(example), result);
    }
    llmspell_provider_token_count_free(&count);
    llmspell_provider_free(provider);
}

/* session.clear_cache, nothing_kept: */
static void session_clear_cache_nothing_kept(example *example, llmspell_session *session)
{
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_session_clear_cache(session, NULL, &result))) {
        json_integer(example_result(example), result);
    }
}

/* session.clear_cache, keeps_none: Only some functions keep results. */
static void session_clear_cache_keeps_none(example *example, llmspell_session *session)
{
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_session_clear_cache(session, "tool.execute", &result))) {
        json_integer(example_result(example), result);
    }
}

/* session.convert, tool_result_to_message: */
static void session_convert_tool_result_to_message(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_session_convert(session, "{\"tool\": \"weather\", \"execution\": \"execution_1\", \"status\": \"completed\", \"value\": {\"temperature\": 22}, \"duration_ms\": 3}", "tool.ToolResult", "shared.Message", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* session.convert, text_to_message: */
static void session_convert_text_to_message(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_session_convert(session, "\"Hello\"", "text", "shared.Message", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* session.convert, several_steps: There is no conversion from a tool's description to a schema; there is one by way of its specification. */
static void session_convert_several_steps(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_session_convert(session, "{\"name\": \"rain\", \"description\": \"Rain.\", \"parameters\": {\"type\": \"object\"}, \"category\": \"custom\", \"mode\": \"direct\", \"tags\": [], \"built_in\": false}", "tool.ToolDescription", "shared.JsonSchema", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

static llmspell_status convert_own_types_callback(void *user_data, const char *value_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, value_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"Three pens\"");
    return LLMSPELL_OK;
}

/* session.convert, own_types: A type and a conversion of the program's own, and then one that every session knows. */
static void session_convert_own_types(example *example, llmspell_session *session)
{
    llmspell_session_converter converter = {.call = convert_own_types_callback, .user_data = example};
    char *string = NULL;
    GIVEN(llmspell_session_register_conversion(session, "shop.Order", "text", &converter, NULL, NULL, &string));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_session_convert(session, "{\"item\": \"pen\", \"count\": 3}", "shop.Order", "shared.Message", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(string);
}

/* session.convert, wrong_value: */
static void session_convert_wrong_value(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_session_convert(session, "{\"tool\": \"weather\"}", "tool.ToolResult", "shared.Message", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

static llmspell_status convert_wrong_result_callback(void *user_data, const char *value_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, value_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"role\": \"nobody\"}");
    return LLMSPELL_OK;
}

/* session.convert, wrong_result: What a conversion makes is checked too. */
static void session_convert_wrong_result(example *example, llmspell_session *session)
{
    llmspell_session_converter converter = {.call = convert_wrong_result_callback, .user_data = example};
    char *string = NULL;
    GIVEN(llmspell_session_register_conversion(session, "shop.Order", "shared.Message", &converter, NULL, "order_message", &string));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_session_convert(session, "{}", "shop.Order", "shared.Message", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(string);
}

/* session.convert, unknown: */
static void session_convert_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_session_convert(session, "\"Hello\"", "text", "memory.MemoryStats", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* session.convert, misspelt: */
static void session_convert_misspelt(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_session_convert(session, "\"Hello\"", "text", "shared.Mesage", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

static llmspell_status register_conversion_own_type_callback(void *user_data, const char *value_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, value_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"Three pens\"");
    return LLMSPELL_OK;
}

/* session.register_conversion, own_type: */
static void session_register_conversion_own_type(example *example, llmspell_session *session)
{
    llmspell_session_converter converter = {.call = register_conversion_own_type_callback, .user_data = example};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_session_register_conversion(session, "shop.Order", "text", &converter, NULL, NULL, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

static llmspell_status register_conversion_twice_callback(void *user_data, const char *value_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, value_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"Three pens\"");
    return LLMSPELL_OK;
}

static llmspell_status register_conversion_twice_callback_2(void *user_data, const char *value_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, value_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"3 pens\"");
    return LLMSPELL_OK;
}

/* session.register_conversion, twice: A second one between the same types needs a name of its own. */
static void session_register_conversion_twice(example *example, llmspell_session *session)
{
    llmspell_session_converter converter = {.call = register_conversion_twice_callback, .user_data = example};
    char *string = NULL;
    GIVEN(llmspell_session_register_conversion(session, "shop.Order", "text", &converter, NULL, NULL, &string));
    llmspell_session_converter converter_ = {.call = register_conversion_twice_callback_2, .user_data = example};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_session_register_conversion(session, "shop.Order", "text", &converter_, NULL, NULL, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(string);
}

static llmspell_status register_conversion_no_such_type_callback(void *user_data, const char *value_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, value_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"\"");
    return LLMSPELL_OK;
}

/* session.register_conversion, no_such_type: */
static void session_register_conversion_no_such_type(example *example, llmspell_session *session)
{
    llmspell_session_converter converter = {.call = register_conversion_no_such_type_callback, .user_data = example};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_session_register_conversion(session, "tool.ToolResutl", "text", &converter, NULL, NULL, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

static llmspell_status register_conversion_to_itself_callback(void *user_data, const char *value_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, value_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{}");
    return LLMSPELL_OK;
}

/* session.register_conversion, to_itself: */
static void session_register_conversion_to_itself(example *example, llmspell_session *session)
{
    llmspell_session_converter converter = {.call = register_conversion_to_itself_callback, .user_data = example};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_session_register_conversion(session, "shop.Order", "shop.Order", &converter, NULL, NULL, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

static llmspell_status unregister_conversion_own_callback(void *user_data, const char *value_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, value_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"Three pens\"");
    return LLMSPELL_OK;
}

/* session.unregister_conversion, own: */
static void session_unregister_conversion_own(example *example, llmspell_session *session)
{
    llmspell_session_converter converter = {.call = unregister_conversion_own_callback, .user_data = example};
    char *string = NULL;
    GIVEN(llmspell_session_register_conversion(session, "shop.Order", "text", &converter, NULL, NULL, &string));
    example_begin(example);
    if (example_worked(example, llmspell_session_unregister_conversion(session, "shop.Order to text")))
        json_null(example_result(example));
    llmspell_string_free(string);
}

/* session.unregister_conversion, unknown: */
static void session_unregister_conversion_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_session_unregister_conversion(session, "shop.Order to text")))
        json_null(example_result(example));
}

static llmspell_status list_conversions_to_a_type_callback(void *user_data, const char *value_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, value_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{}");
    return LLMSPELL_OK;
}

/* session.list_conversions, to_a_type: */
static void session_list_conversions_to_a_type(example *example, llmspell_session *session)
{
    llmspell_session_converter converter = {.call = list_conversions_to_a_type_callback, .user_data = example};
    double cost = 2.5;
    char *string = NULL;
    GIVEN(llmspell_session_register_conversion(session, "shop.Order", "shared.ToolSpec", &converter, &cost, "order_tool", &string));
    example_begin(example);
    llmspell_session_conversion_info_list result;
    if (example_worked(example, llmspell_session_list_conversions(session, NULL, "shared.ToolSpec", &result))) {
        put_session_conversion_info_list(example_result(example), &result);
        llmspell_session_conversion_info_list_free(&result);
    }
    llmspell_string_free(string);
}

/* session.list_conversions, none: */
static void session_list_conversions_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_session_conversion_info_list result;
    if (example_worked(example, llmspell_session_list_conversions(session, "memory.MemoryStats", NULL, &result))) {
        put_session_conversion_info_list(example_result(example), &result);
        llmspell_session_conversion_info_list_free(&result);
    }
}

/* session.find_conversion, two_steps: */
static void session_find_conversion_two_steps(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_session_conversion_path result;
    if (example_worked(example, llmspell_session_find_conversion(session, "tool.ToolResult", "text", &result))) {
        put_session_conversion_path(example_result(example), &result);
        llmspell_session_conversion_path_free(&result);
    }
}

static llmspell_status find_conversion_cheaper_callback(void *user_data, const char *value_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, value_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"\"");
    return LLMSPELL_OK;
}

/* session.find_conversion, cheaper: One of the program's own goes before those that every session knows. */
static void session_find_conversion_cheaper(example *example, llmspell_session *session)
{
    llmspell_session_converter converter = {.call = find_conversion_cheaper_callback, .user_data = example};
    char *string = NULL;
    GIVEN(llmspell_session_register_conversion(session, "tool.ToolResult", "text", &converter, NULL, NULL, &string));
    example_begin(example);
    llmspell_session_conversion_path result;
    if (example_worked(example, llmspell_session_find_conversion(session, "tool.ToolResult", "text", &result))) {
        put_session_conversion_path(example_result(example), &result);
        llmspell_session_conversion_path_free(&result);
    }
    llmspell_string_free(string);
}

/* session.find_conversion, itself: */
static void session_find_conversion_itself(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_session_conversion_path result;
    if (example_worked(example, llmspell_session_find_conversion(session, "text", "text", &result))) {
        put_session_conversion_path(example_result(example), &result);
        llmspell_session_conversion_path_free(&result);
    }
}

/* session.find_conversion, unknown: */
static void session_find_conversion_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_session_conversion_path result;
    if (example_worked(example, llmspell_session_find_conversion(session, "shop.Order", "text", &result))) {
        put_session_conversion_path(example_result(example), &result);
        llmspell_session_conversion_path_free(&result);
    }
}

/* session.get_last_error, in_a_batch: */
static void session_get_last_error_in_a_batch(example *example, llmspell_session *session)
{
    llmspell_session_batch_call calls_items[1];
    llmspell_session_batch_call_init(&calls_items[0]);
    calls_items[0].function = "tool.get";
    calls_items[0].arguments_json = "{\"name\": \"no_such_tool\"}";
    llmspell_session_batch_call_list calls = {calls_items, 1};
    llmspell_session_batch_outcome_list list;
    GIVEN(llmspell_session_batch(session, &calls, NULL, &list));
    example_begin(example);
    llmspell_error_info result;
    bool result_is_null = false;
    if (example_worked(example, llmspell_session_get_last_error(session, NULL, &result, &result_is_null))) {
        if (result_is_null)
            json_null(example_result(example));
        else
            put_error_info(example_result(example), &result);
        llmspell_error_info_free(&result);
    }
    llmspell_session_batch_outcome_list_free(&list);
}

/* session.get_last_error, none: */
static void session_get_last_error_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_error_info result;
    bool result_is_null = false;
    if (example_worked(example, llmspell_session_get_last_error(session, NULL, &result, &result_is_null))) {
        if (result_is_null)
            json_null(example_result(example));
        else
            put_error_info(example_result(example), &result);
        llmspell_error_info_free(&result);
    }
}

int main(void)
{
    example_run("session.open", "with_less", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", session_open_with_less);
    example_run("session.open", "same", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_open_same);
    example_run("session.open", "more_than_the_parent", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_open_more_than_the_parent);
    example_run("session.close", "opened", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_close_opened);
    example_run("session.get_info", "child", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_get_info_child);
    example_run("session.get_info", "this_one", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_get_info_this_one);
    example_run("session.batch", "results_and_an_error", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_batch_results_and_an_error);
    example_run("session.batch", "stop_on_error", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_batch_stop_on_error);
    example_run("session.batch", "empty", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_batch_empty);
    example_run("session.get_metrics", "kept_and_batched", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_get_metrics_kept_and_batched);
    example_run("session.get_metrics", "nothing_yet", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_get_metrics_nothing_yet);
    example_run("session.clear_cache", "one_function", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_clear_cache_one_function);
    example_run("session.clear_cache", "nothing_kept", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_clear_cache_nothing_kept);
    example_run("session.clear_cache", "keeps_none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_clear_cache_keeps_none);
    example_run("session.convert", "tool_result_to_message", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_convert_tool_result_to_message);
    example_run("session.convert", "text_to_message", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_convert_text_to_message);
    example_run("session.convert", "several_steps", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_convert_several_steps);
    example_run("session.convert", "own_types", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_convert_own_types);
    example_run("session.convert", "wrong_value", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_convert_wrong_value);
    example_run("session.convert", "wrong_result", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_convert_wrong_result);
    example_run("session.convert", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_convert_unknown);
    example_run("session.convert", "misspelt", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_convert_misspelt);
    example_run("session.register_conversion", "own_type", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_register_conversion_own_type);
    example_run("session.register_conversion", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_register_conversion_twice);
    example_run("session.register_conversion", "no_such_type", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_register_conversion_no_such_type);
    example_run("session.register_conversion", "to_itself", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_register_conversion_to_itself);
    example_run("session.unregister_conversion", "own", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_unregister_conversion_own);
    example_run("session.unregister_conversion", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_unregister_conversion_unknown);
    example_run("session.list_conversions", "to_a_type", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_list_conversions_to_a_type);
    example_run("session.list_conversions", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_list_conversions_none);
    example_run("session.find_conversion", "two_steps", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_find_conversion_two_steps);
    example_run("session.find_conversion", "cheaper", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_find_conversion_cheaper);
    example_run("session.find_conversion", "itself", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_find_conversion_itself);
    example_run("session.find_conversion", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_find_conversion_unknown);
    example_run("session.get_last_error", "in_a_batch", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_get_last_error_in_a_batch);
    example_run("session.get_last_error", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", session_get_last_error_none);
    return 0;
}
