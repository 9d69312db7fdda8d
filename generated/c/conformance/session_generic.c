/* Every example of session, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

/* session.open, with_less: A child that may read one folder only. */
static void session_open_with_less(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.open", "{\"options\": {\"name\": \"reader\", \"permissions\": {\"fs.read\": [\"./data\"]}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.open, same: */
static void session_open_same(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.open", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.open, more_than_the_parent: */
static void session_open_more_than_the_parent(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.open", "{\"options\": {\"permissions\": {\"fs.read\": [\"/\"]}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.close, opened: */
static void session_close_opened(example *example, llmspell_session *session)
{
    char *child = NULL;
    GIVEN(llmspell_call(session, "session.open", "{}", &child));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.close", example_format(example, "{\"session\": %s}", child), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(child);
}

/* session.get_info, child: */
static void session_get_info_child(example *example, llmspell_session *session)
{
    char *child = NULL;
    GIVEN(llmspell_call(session, "session.open", "{\"options\": {\"name\": \"quiet\", \"permissions\": {}}}", &child));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.get_info", example_format(example, "{\"session\": %s}", child), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(child);
}

static llmspell_status get_info_this_one_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* session.get_info, this_one: */
static void session_get_info_this_one(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "session.open", "{}", NULL));
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, get_info_this_one_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "event.subscribe", example_format(example, "{\"pattern\": \"tool.*\", \"callback\": %s}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.get_info", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* session.batch, results_and_an_error: */
static void session_batch_results_and_an_error(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.batch", "{\"calls\": [{\"function\": \"memory.store\", \"arguments\": {\"key\": \"city\", \"value\": \"Oslo\"}}, {\"function\": \"tool.get\", \"arguments\": {\"name\": \"no_such_tool\"}}, {\"function\": \"memory.retrieve\", \"arguments\": {\"key\": \"city\"}}]}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.batch, stop_on_error: What comes after a failure is left out. */
static void session_batch_stop_on_error(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.batch", "{\"calls\": [{\"function\": \"memory.list_keys\"}, {\"function\": \"tool.get\", \"arguments\": {\"name\": \"no_such_tool\"}}, {\"function\": \"memory.list_keys\"}], \"options\": {\"stop_on_error\": true}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.batch, empty: */
static void session_batch_empty(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.batch", "{\"calls\": []}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.get_metrics, kept_and_batched: The second count is the first one's result. */
static void session_get_metrics_kept_and_batched(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"name\": \"p\", \"type\": \"scripted\", \"script\": []}}", &provider));
    GIVEN(llmspell_call(session, "provider.count_tokens", example_format(example, "{\"provider\": %s, \"text\": \"Good morning\"}", provider), NULL));
    GIVEN(llmspell_call(session, "provider.count_tokens", example_format(example, "{\"provider\": %s, \"text\": \"Good morning\"}", provider), NULL));
    GIVEN(llmspell_call(session, "session.batch", "{\"calls\": [{\"function\": \"tool.list\"}, {\"function\": \"tool.get\", \"arguments\": {\"name\": \"no_such_tool\"}}]}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.get_metrics", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* session.get_metrics, nothing_yet: */
static void session_get_metrics_nothing_yet(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.get_metrics", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.clear_cache, one_function: */
static void session_clear_cache_one_function(example *example, llmspell_session *session)
{
    char *provider = NULL;
    GIVEN(llmspell_call(session, "provider.create", "{\"config\": {\"name\": \"p\", \"type\": \"scripted\", \"script\": []}}", &provider));
    GIVEN(llmspell_call(session, "provider.count_tokens", example_format(example, "{\"provider\": %s, \"text\": \"Good morning\"}", provider), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.clear_cache", "{\"function\": \"provider.count_tokens\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(provider);
}

/* session.clear_cache, nothing_kept: */
static void session_clear_cache_nothing_kept(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.clear_cache", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.clear_cache, keeps_none: Only some functions keep results. */
static void session_clear_cache_keeps_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.clear_cache", "{\"function\": \"tool.execute\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.convert, tool_result_to_message: */
static void session_convert_tool_result_to_message(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.convert", "{\"value\": {\"tool\": \"weather\", \"execution\": \"execution_1\", \"status\": \"completed\", \"value\": {\"temperature\": 22}, \"duration_ms\": 3}, \"source_type\": \"tool.ToolResult\", \"target_type\": \"shared.Message\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.convert, text_to_message: */
static void session_convert_text_to_message(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.convert", "{\"value\": \"Hello\", \"source_type\": \"text\", \"target_type\": \"shared.Message\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.convert, several_steps: There is no conversion from a tool's description to a schema; there is one by way of its specification. */
static void session_convert_several_steps(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.convert", "{\"value\": {\"name\": \"rain\", \"description\": \"Rain.\", \"parameters\": {\"type\": \"object\"}, \"category\": \"custom\", \"mode\": \"direct\", \"tags\": [], \"built_in\": false}, \"source_type\": \"tool.ToolDescription\", \"target_type\": \"shared.JsonSchema\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status convert_own_types_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"Three pens\"");
    return LLMSPELL_OK;
}

/* session.convert, own_types: A type and a conversion of the program's own, and then one that every session knows. */
static void session_convert_own_types(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, convert_own_types_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "session.register_conversion", example_format(example, "{\"source_type\": \"shop.Order\", \"target_type\": \"text\", \"converter\": %s}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.convert", "{\"value\": {\"item\": \"pen\", \"count\": 3}, \"source_type\": \"shop.Order\", \"target_type\": \"shared.Message\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* session.convert, wrong_value: */
static void session_convert_wrong_value(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.convert", "{\"value\": {\"tool\": \"weather\"}, \"source_type\": \"tool.ToolResult\", \"target_type\": \"shared.Message\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status convert_wrong_result_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"role\": \"nobody\"}");
    return LLMSPELL_OK;
}

/* session.convert, wrong_result: What a conversion makes is checked too. */
static void session_convert_wrong_result(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, convert_wrong_result_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "session.register_conversion", example_format(example, "{\"source_type\": \"shop.Order\", \"target_type\": \"shared.Message\", \"converter\": %s, \"name\": \"order_message\"}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.convert", "{\"value\": {}, \"source_type\": \"shop.Order\", \"target_type\": \"shared.Message\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* session.convert, unknown: */
static void session_convert_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.convert", "{\"value\": \"Hello\", \"source_type\": \"text\", \"target_type\": \"memory.MemoryStats\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.convert, misspelt: */
static void session_convert_misspelt(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.convert", "{\"value\": \"Hello\", \"source_type\": \"text\", \"target_type\": \"shared.Mesage\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status register_conversion_own_type_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"Three pens\"");
    return LLMSPELL_OK;
}

/* session.register_conversion, own_type: */
static void session_register_conversion_own_type(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, register_conversion_own_type_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.register_conversion", example_format(example, "{\"source_type\": \"shop.Order\", \"target_type\": \"text\", \"converter\": %s}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status register_conversion_twice_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"Three pens\"");
    return LLMSPELL_OK;
}

static llmspell_status register_conversion_twice_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"3 pens\"");
    return LLMSPELL_OK;
}

/* session.register_conversion, twice: A second one between the same types needs a name of its own. */
static void session_register_conversion_twice(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, register_conversion_twice_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "session.register_conversion", example_format(example, "{\"source_type\": \"shop.Order\", \"target_type\": \"text\", \"converter\": %s}", example_quote(example, callback)), NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, register_conversion_twice_callback_2, example, NULL, &callback_));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.register_conversion", example_format(example, "{\"source_type\": \"shop.Order\", \"target_type\": \"text\", \"converter\": %s}", example_quote(example, callback_)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

static llmspell_status register_conversion_no_such_type_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"\"");
    return LLMSPELL_OK;
}

/* session.register_conversion, no_such_type: */
static void session_register_conversion_no_such_type(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, register_conversion_no_such_type_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.register_conversion", example_format(example, "{\"source_type\": \"tool.ToolResutl\", \"target_type\": \"text\", \"converter\": %s}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status register_conversion_to_itself_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{}");
    return LLMSPELL_OK;
}

/* session.register_conversion, to_itself: */
static void session_register_conversion_to_itself(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, register_conversion_to_itself_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.register_conversion", example_format(example, "{\"source_type\": \"shop.Order\", \"target_type\": \"shop.Order\", \"converter\": %s}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status unregister_conversion_own_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"Three pens\"");
    return LLMSPELL_OK;
}

/* session.unregister_conversion, own: */
static void session_unregister_conversion_own(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, unregister_conversion_own_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "session.register_conversion", example_format(example, "{\"source_type\": \"shop.Order\", \"target_type\": \"text\", \"converter\": %s}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.unregister_conversion", "{\"name\": \"shop.Order to text\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* session.unregister_conversion, unknown: */
static void session_unregister_conversion_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.unregister_conversion", "{\"name\": \"shop.Order to text\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status list_conversions_to_a_type_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{}");
    return LLMSPELL_OK;
}

/* session.list_conversions, to_a_type: */
static void session_list_conversions_to_a_type(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, list_conversions_to_a_type_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "session.register_conversion", example_format(example, "{\"source_type\": \"shop.Order\", \"target_type\": \"shared.ToolSpec\", \"converter\": %s, \"cost\": 2.5, \"name\": \"order_tool\"}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.list_conversions", "{\"target_type\": \"shared.ToolSpec\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* session.list_conversions, none: */
static void session_list_conversions_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.list_conversions", "{\"source_type\": \"memory.MemoryStats\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.find_conversion, two_steps: */
static void session_find_conversion_two_steps(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.find_conversion", "{\"source_type\": \"tool.ToolResult\", \"target_type\": \"text\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status find_conversion_cheaper_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"\"");
    return LLMSPELL_OK;
}

/* session.find_conversion, cheaper: One of the program's own goes before those that every session knows. */
static void session_find_conversion_cheaper(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, find_conversion_cheaper_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "session.register_conversion", example_format(example, "{\"source_type\": \"tool.ToolResult\", \"target_type\": \"text\", \"converter\": %s}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.find_conversion", "{\"source_type\": \"tool.ToolResult\", \"target_type\": \"text\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* session.find_conversion, itself: */
static void session_find_conversion_itself(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.find_conversion", "{\"source_type\": \"text\", \"target_type\": \"text\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.find_conversion, unknown: */
static void session_find_conversion_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.find_conversion", "{\"source_type\": \"shop.Order\", \"target_type\": \"text\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.get_last_error, in_a_batch: */
static void session_get_last_error_in_a_batch(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "session.batch", "{\"calls\": [{\"function\": \"tool.get\", \"arguments\": {\"name\": \"no_such_tool\"}}]}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.get_last_error", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* session.get_last_error, none: */
static void session_get_last_error_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "session.get_last_error", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
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
