/* Every example of script, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static llmspell_status register_handler_double_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("42");
    return LLMSPELL_OK;
}

/* script.register_handler, double: */
static void script_register_handler_double(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, register_handler_double_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.register_handler", example_format(example, "{\"name\": \"double\", \"handler\": %s, \"description\": \"Twice its input.\"}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status register_handler_twice_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("42");
    return LLMSPELL_OK;
}

static llmspell_status register_handler_twice_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("42");
    return LLMSPELL_OK;
}

/* script.register_handler, twice: A name is registered once. */
static void script_register_handler_twice(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, register_handler_twice_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "script.register_handler", example_format(example, "{\"name\": \"double\", \"handler\": %s}", example_quote(example, callback)), NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, register_handler_twice_callback_2, example, NULL, &callback_));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.register_handler", example_format(example, "{\"name\": \"double\", \"handler\": %s}", example_quote(example, callback_)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

static llmspell_status unregister_handler_registered_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("42");
    return LLMSPELL_OK;
}

/* script.unregister_handler, registered: */
static void script_unregister_handler_registered(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, unregister_handler_registered_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "script.register_handler", example_format(example, "{\"name\": \"double\", \"handler\": %s}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.unregister_handler", "{\"name\": \"double\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* script.unregister_handler, unknown: */
static void script_unregister_handler_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.unregister_handler", "{\"name\": \"double\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status list_handlers_two_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"A\"");
    return LLMSPELL_OK;
}

static llmspell_status list_handlers_two_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("42");
    return LLMSPELL_OK;
}

/* script.list_handlers, two: */
static void script_list_handlers_two(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, list_handlers_two_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "script.register_handler", example_format(example, "{\"name\": \"upper\", \"handler\": %s}", example_quote(example, callback)), NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, list_handlers_two_callback_2, example, NULL, &callback_));
    GIVEN(llmspell_call(session, "script.register_handler", example_format(example, "{\"name\": \"double\", \"handler\": %s, \"description\": \"Twice its input.\"}", example_quote(example, callback_)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.list_handlers", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

/* script.list_handlers, none: */
static void script_list_handlers_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.list_handlers", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status call_handler_double_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"value\": 42, \"parts\": [21, 21], \"rest\": null}");
    return LLMSPELL_OK;
}

/* script.call_handler, double: */
static void script_call_handler_double(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, call_handler_double_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "script.register_handler", example_format(example, "{\"name\": \"double\", \"handler\": %s}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.call_handler", "{\"name\": \"double\", \"input\": {\"value\": 21}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status call_handler_fails_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "out of order");
}

/* script.call_handler, fails: The handler's own error is the cause of this one. */
static void script_call_handler_fails(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, call_handler_fails_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "script.register_handler", example_format(example, "{\"name\": \"broken\", \"handler\": %s}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.call_handler", "{\"name\": \"broken\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* script.call_handler, unknown: */
static void script_call_handler_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.call_handler", "{\"name\": \"double\", \"input\": 1}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

int main(void)
{
    example_run("script.register_handler", "double", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_register_handler_double);
    example_run("script.register_handler", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_register_handler_twice);
    example_run("script.unregister_handler", "registered", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_unregister_handler_registered);
    example_run("script.unregister_handler", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_unregister_handler_unknown);
    example_run("script.list_handlers", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_list_handlers_two);
    example_run("script.list_handlers", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_list_handlers_none);
    example_run("script.call_handler", "double", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_call_handler_double);
    example_run("script.call_handler", "fails", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_call_handler_fails);
    example_run("script.call_handler", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_call_handler_unknown);
    return 0;
}
