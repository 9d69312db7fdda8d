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
    example_run("hook.unregister", "gone", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_unregister_gone);
    example_run("hook.unregister", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_unregister_unknown);
    example_run("hook.execute", "nobody", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_nobody);
    example_run("hook.execute", "changed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_changed);
    example_run("hook.execute", "around", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_around);
    example_run("hook.execute", "refused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_refused);
    example_run("hook.execute", "swallowed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_swallowed);
    example_run("hook.execute", "broken", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_broken);
    example_run("hook.execute", "ignored", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_ignored);
    example_run("hook.execute", "try_a_point", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_execute_try_a_point);
    example_run("hook.list", "order", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_list_order);
    example_run("hook.list", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_list_none);
    example_run("hook.enable", "again", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_enable_again);
    example_run("hook.enable", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_enable_unknown);
    example_run("hook.disable", "quiet", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_disable_quiet);
    example_run("hook.disable", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_disable_unknown);
    example_run("hook.get_info", "switched_off", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_get_info_switched_off);
    example_run("hook.get_info", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", hook_get_info_unknown);
    return 0;
}
