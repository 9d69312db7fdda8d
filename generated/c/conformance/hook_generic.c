/* Every example of hook, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static llmspell_status register_pre_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* hook.register, pre: A hook before every tool call. */
static void hook_register_pre(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, register_pre_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"tool_call\", \"type\": \"pre\", \"name\": \"watch\", \"handler\": %s}}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status register_own_point_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* hook.register, own_point: A point of the program's own, which hook.execute passes. */
static void hook_register_own_point(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, register_own_point_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"shop.checkout\", \"type\": \"post\", \"priority\": \"high\", \"timeout_seconds\": 2, \"on_failure\": \"ignore\", \"handler\": %s}}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* hook.install, rate_limit: Five model calls a minute for each provider. */
static void hook_install_rate_limit(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.install", "{\"built_in\": {\"kind\": \"rate_limit\", \"calls\": 5, \"per_seconds\": 60, \"per\": [\"/provider\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* hook.install, cache: A tool that does nothing but answer can be answered for. */
static void hook_install_cache(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.install", "{\"built_in\": {\"kind\": \"cache\", \"points\": [\"generate\", \"tool_call\"], \"tools\": [\"calculator\"], \"ttl_seconds\": 60}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* hook.install, redaction: */
static void hook_install_redaction(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.install", "{\"built_in\": {\"kind\": \"redaction\", \"patterns\": [\"[0-9]{16}\"], \"replacement\": \"***\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* hook.install, cache_of_runs: A run changes its agent's conversation, so that its result cannot be kept. */
static void hook_install_cache_of_runs(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.install", "{\"built_in\": {\"kind\": \"cache\", \"points\": [\"agent_run\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* hook.install, cache_of_any_tool: Which tools only answer, nobody but their author knows. */
static void hook_install_cache_of_any_tool(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.install", "{\"built_in\": {\"kind\": \"cache\", \"points\": [\"tool_call\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* hook.install, bad_pattern: */
static void hook_install_bad_pattern(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.install", "{\"built_in\": {\"kind\": \"redaction\", \"patterns\": [\"(\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status compose_two_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"result\": \"second\"}");
    return LLMSPELL_OK;
}

static llmspell_status compose_two_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"result\": \"first\"}");
    return LLMSPELL_OK;
}

/* hook.compose, two: The one registered last comes first. */
static void hook_compose_two(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, compose_two_callback, example, NULL, &callback));
    char *second = NULL;
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"shop.checkout\", \"type\": \"pre\", \"handler\": %s}}", example_quote(example, callback)), &second));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, compose_two_callback_2, example, NULL, &callback_));
    char *first = NULL;
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"shop.checkout\", \"type\": \"pre\", \"handler\": %s}}", example_quote(example, callback_)), &first));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.compose", example_format(example, "{\"hooks\": [%s, %s], \"options\": {\"name\": \"both\", \"priority\": \"high\"}}", first, second), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(first);
    llmspell_string_free(callback_);
    llmspell_string_free(second);
    llmspell_string_free(callback);
}

/* hook.compose, none: */
static void hook_compose_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.compose", "{\"hooks\": []}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status compose_twice_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* hook.compose, twice: */
static void hook_compose_twice(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, compose_twice_callback, example, NULL, &callback));
    char *hook = NULL;
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"shop.checkout\", \"type\": \"pre\", \"handler\": %s}}", example_quote(example, callback)), &hook));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.compose", example_format(example, "{\"hooks\": [%s, %s]}", hook, hook), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(hook);
    llmspell_string_free(callback);
}

static llmspell_status unregister_gone_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"reject\": \"never\"}");
    return LLMSPELL_OK;
}

/* hook.unregister, gone: */
static void hook_unregister_gone(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, unregister_gone_callback, example, NULL, &callback));
    char *hook = NULL;
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"tool_call\", \"type\": \"pre\", \"handler\": %s}}", example_quote(example, callback)), &hook));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.unregister", example_format(example, "{\"hook\": %s}", hook), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(hook);
    llmspell_string_free(callback);
}

/* hook.unregister, unknown: */
static void hook_unregister_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.unregister", "{\"hook\": \"no-such-hook\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* hook.execute, nobody: Without hooks, what goes in comes out. */
static void hook_execute_nobody(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.execute", "{\"point\": \"shop.checkout\", \"payload\": {\"total\": 12}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status execute_changed_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"payload\": {\"point\": \"custom\", \"name\": \"shop.checkout\", \"value\": {\"total\": 10}}}");
    return LLMSPELL_OK;
}

static llmspell_status execute_changed_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"paid\"");
    return LLMSPELL_OK;
}

/* hook.execute, changed: A PRE hook changes what the work is given. */
static void hook_execute_changed(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_changed_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"shop.checkout\", \"type\": \"pre\", \"name\": \"discount\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, execute_changed_callback_2, example, NULL, &callback_));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.execute", example_format(example, "{\"point\": \"shop.checkout\", \"payload\": {\"total\": 12}, \"work\": %s}", example_quote(example, callback_)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

static llmspell_status execute_around_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

static llmspell_status execute_around_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"paid\"");
    return LLMSPELL_OK;
}

/* hook.execute, around: An AROUND hook is called on the way in and on the way out, and given its context again. */
static void hook_execute_around(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_around_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"shop.checkout\", \"type\": \"around\", \"name\": \"both\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, execute_around_callback_2, example, NULL, &callback_));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.execute", example_format(example, "{\"point\": \"shop.checkout\", \"payload\": 12, \"work\": %s}", example_quote(example, callback_)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

static llmspell_status execute_refused_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"reject\": \"The shop is closed.\"}");
    return LLMSPELL_OK;
}

/* hook.execute, refused: A hook may refuse. */
static void hook_execute_refused(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_refused_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"shop.checkout\", \"type\": \"pre\", \"name\": \"guard\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.execute", "{\"point\": \"shop.checkout\", \"payload\": {\"total\": 12}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status execute_swallowed_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"result\": \"later\"}");
    return LLMSPELL_OK;
}

static llmspell_status execute_swallowed_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "no connection");
}

/* hook.execute, swallowed: An ERROR hook gives a result in place of the error. */
static void hook_execute_swallowed(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_swallowed_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"shop.checkout\", \"type\": \"error\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, execute_swallowed_callback_2, example, NULL, &callback_));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.execute", example_format(example, "{\"point\": \"shop.checkout\", \"payload\": {\"total\": 12}, \"work\": %s}", example_quote(example, callback_)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

static llmspell_status execute_broken_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "no connection");
}

/* hook.execute, broken: A handler that fails fails the call, unless its hook says otherwise. */
static void hook_execute_broken(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_broken_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"shop.checkout\", \"type\": \"pre\", \"name\": \"guard\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.execute", "{\"point\": \"shop.checkout\", \"payload\": {\"total\": 12}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status execute_ignored_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "no connection");
}

/* hook.execute, ignored: With another policy the call goes on. */
static void hook_execute_ignored(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_ignored_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"shop.checkout\", \"type\": \"pre\", \"name\": \"guard\", \"on_failure\": \"ignore\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.execute", "{\"point\": \"shop.checkout\", \"payload\": {\"total\": 12}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status execute_cached_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("12");
    return LLMSPELL_OK;
}

static llmspell_status execute_cached_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("13");
    return LLMSPELL_OK;
}

/* hook.execute, cached: What was answered before is not done again. */
static void hook_execute_cached(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "hook.install", "{\"built_in\": {\"kind\": \"cache\", \"points\": [\"shop.price\"]}}", NULL));
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_cached_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "hook.execute", example_format(example, "{\"point\": \"shop.price\", \"payload\": {\"sku\": 7}, \"work\": %s}", example_quote(example, callback)), NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, execute_cached_callback_2, example, NULL, &callback_));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.execute", example_format(example, "{\"point\": \"shop.price\", \"payload\": {\"sku\": 7}, \"work\": %s}", example_quote(example, callback_)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

/* hook.execute, redacted: Secrets do not pass. */
static void hook_execute_redacted(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "hook.install", "{\"built_in\": {\"kind\": \"redaction\", \"points\": [\"shop.checkout\"], \"secrets\": [\"open sesame\"]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.execute", "{\"point\": \"shop.checkout\", \"payload\": {\"password\": \"secret\", \"words\": \"They say open sesame here.\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* hook.execute, too_many: A rate limit says when the next call may pass. */
static void hook_execute_too_many(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "hook.install", "{\"built_in\": {\"kind\": \"rate_limit\", \"points\": [\"shop.price\"], \"calls\": 1, \"per_seconds\": 3600}}", NULL));
    GIVEN(llmspell_call(session, "hook.execute", "{\"point\": \"shop.price\", \"payload\": null}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.execute", "{\"point\": \"shop.price\", \"payload\": null}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* hook.execute, try_a_point: The runtime's own points can be tried; a payload must be what they carry. */
static void hook_execute_try_a_point(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.execute", "{\"point\": \"tool_call\", \"payload\": {\"tool\": \"weather\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status list_order_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

static llmspell_status list_order_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* hook.list, order: The highest priority first, then in the order of registration. */
static void hook_list_order(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, list_order_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"generate\", \"type\": \"post\", \"name\": \"inner\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, list_order_callback_2, example, NULL, &callback_));
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"generate\", \"type\": \"pre\", \"name\": \"outer\", \"priority\": \"highest\", \"observe\": true, \"handler\": %s}}", example_quote(example, callback_)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.list", "{\"filter\": {\"point\": \"generate\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

/* hook.list, none: */
static void hook_list_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.list", "{\"filter\": {\"enabled\": false}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status enable_again_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* hook.enable, again: */
static void hook_enable_again(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, enable_again_callback, example, NULL, &callback));
    char *hook = NULL;
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"generate\", \"type\": \"pre\", \"enabled\": false, \"handler\": %s}}", example_quote(example, callback)), &hook));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.enable", example_format(example, "{\"hook\": %s}", hook), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(hook);
    llmspell_string_free(callback);
}

/* hook.enable, unknown: */
static void hook_enable_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.enable", "{\"hook\": \"no-such-hook\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status disable_quiet_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* hook.disable, quiet: */
static void hook_disable_quiet(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, disable_quiet_callback, example, NULL, &callback));
    char *hook = NULL;
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"generate\", \"type\": \"pre\", \"handler\": %s}}", example_quote(example, callback)), &hook));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.disable", example_format(example, "{\"hook\": %s}", hook), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(hook);
    llmspell_string_free(callback);
}

/* hook.disable, unknown: */
static void hook_disable_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.disable", "{\"hook\": \"no-such-hook\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status get_info_switched_off_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "no connection");
}

/* hook.get_info, switched_off: A hook that failed too often. */
static void hook_get_info_switched_off(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, get_info_switched_off_callback, example, NULL, &callback));
    char *hook = NULL;
    GIVEN(llmspell_call(session, "hook.register", example_format(example, "{\"definition\": {\"point\": \"shop.checkout\", \"type\": \"pre\", \"name\": \"guard\", \"on_failure\": \"disable\", \"max_failures\": 1, \"handler\": %s}}", example_quote(example, callback)), &hook));
    GIVEN(llmspell_call(session, "hook.execute", "{\"point\": \"shop.checkout\", \"payload\": null}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.get_info", example_format(example, "{\"hook\": %s}", hook), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(hook);
    llmspell_string_free(callback);
}

/* hook.get_info, measured: What a metrics hook has counted. */
static void hook_get_info_measured(example *example, llmspell_session *session)
{
    char *hook = NULL;
    GIVEN(llmspell_call(session, "hook.install", "{\"built_in\": {\"kind\": \"metrics\", \"points\": [\"tool_call\"]}}", &hook));
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.get_info", example_format(example, "{\"hook\": %s}", hook), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(hook);
}

/* hook.get_info, unknown: */
static void hook_get_info_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "hook.get_info", "{\"hook\": \"no-such-hook\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

int main(void)
{
    example_run("hook.register", "pre", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_register_pre);
    example_run("hook.register", "own_point", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_register_own_point);
    example_run("hook.install", "rate_limit", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_install_rate_limit);
    example_run("hook.install", "cache", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_install_cache);
    example_run("hook.install", "redaction", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_install_redaction);
    example_run("hook.install", "cache_of_runs", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_install_cache_of_runs);
    example_run("hook.install", "cache_of_any_tool", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_install_cache_of_any_tool);
    example_run("hook.install", "bad_pattern", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_install_bad_pattern);
    example_run("hook.compose", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_compose_two);
    example_run("hook.compose", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_compose_none);
    example_run("hook.compose", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_compose_twice);
    example_run("hook.unregister", "gone", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_unregister_gone);
    example_run("hook.unregister", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_unregister_unknown);
    example_run("hook.execute", "nobody", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_nobody);
    example_run("hook.execute", "changed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_changed);
    example_run("hook.execute", "around", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_around);
    example_run("hook.execute", "refused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_refused);
    example_run("hook.execute", "swallowed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_swallowed);
    example_run("hook.execute", "broken", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_broken);
    example_run("hook.execute", "ignored", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_ignored);
    example_run("hook.execute", "cached", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_cached);
    example_run("hook.execute", "redacted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_redacted);
    example_run("hook.execute", "too_many", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_too_many);
    example_run("hook.execute", "try_a_point", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_try_a_point);
    example_run("hook.list", "order", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_list_order);
    example_run("hook.list", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_list_none);
    example_run("hook.enable", "again", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_enable_again);
    example_run("hook.enable", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_enable_unknown);
    example_run("hook.disable", "quiet", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_disable_quiet);
    example_run("hook.disable", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_disable_unknown);
    example_run("hook.get_info", "switched_off", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_get_info_switched_off);
    example_run("hook.get_info", "measured", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_get_info_measured);
    example_run("hook.get_info", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_get_info_unknown);
    return 0;
}
