/* Every example of script, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_script_handler_info_list(json *out, const llmspell_script_handler_info_list *value);
static void put_script_handler_info(json *out, const llmspell_script_handler_info *value);

static void put_script_handler_info(json *out, const llmspell_script_handler_info *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    if (value->description != NULL) {
        json_key(out, "description");
        json_text(out, value->description);
    }
    json_close(out, '}');
}

static void put_script_handler_info_list(json *out, const llmspell_script_handler_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_script_handler_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

static llmspell_status register_handler_double_callback(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    *result_json = llmspell_string_copy("42");
    return LLMSPELL_OK;
}

/* script.register_handler, double: */
static void script_register_handler_double(example *example, llmspell_session *session)
{
    llmspell_script_handler handler = {.call = register_handler_double_callback, .user_data = example};
    example_begin(example);
    if (example_worked(example, llmspell_script_register_handler(session, "double", &handler, "Twice its input.")))
        json_null(example_result(example));
}

static llmspell_status register_handler_twice_callback(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    *result_json = llmspell_string_copy("42");
    return LLMSPELL_OK;
}

static llmspell_status register_handler_twice_callback_2(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    *result_json = llmspell_string_copy("42");
    return LLMSPELL_OK;
}

/* script.register_handler, twice: A name is registered once. */
static void script_register_handler_twice(example *example, llmspell_session *session)
{
    llmspell_script_handler handler = {.call = register_handler_twice_callback, .user_data = example};
    GIVEN(llmspell_script_register_handler(session, "double", &handler, NULL));
    llmspell_script_handler handler_ = {.call = register_handler_twice_callback_2, .user_data = example};
    example_begin(example);
    if (example_worked(example, llmspell_script_register_handler(session, "double", &handler_, NULL)))
        json_null(example_result(example));
}

static llmspell_status unregister_handler_registered_callback(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    *result_json = llmspell_string_copy("42");
    return LLMSPELL_OK;
}

/* script.unregister_handler, registered: */
static void script_unregister_handler_registered(example *example, llmspell_session *session)
{
    llmspell_script_handler handler = {.call = unregister_handler_registered_callback, .user_data = example};
    GIVEN(llmspell_script_register_handler(session, "double", &handler, NULL));
    example_begin(example);
    if (example_worked(example, llmspell_script_unregister_handler(session, "double")))
        json_null(example_result(example));
}

/* script.unregister_handler, unknown: */
static void script_unregister_handler_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_script_unregister_handler(session, "double")))
        json_null(example_result(example));
}

static llmspell_status list_handlers_two_callback(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    *result_json = llmspell_string_copy("\"A\"");
    return LLMSPELL_OK;
}

static llmspell_status list_handlers_two_callback_2(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    *result_json = llmspell_string_copy("42");
    return LLMSPELL_OK;
}

/* script.list_handlers, two: */
static void script_list_handlers_two(example *example, llmspell_session *session)
{
    llmspell_script_handler handler = {.call = list_handlers_two_callback, .user_data = example};
    GIVEN(llmspell_script_register_handler(session, "upper", &handler, NULL));
    llmspell_script_handler handler_ = {.call = list_handlers_two_callback_2, .user_data = example};
    GIVEN(llmspell_script_register_handler(session, "double", &handler_, "Twice its input."));
    example_begin(example);
    llmspell_script_handler_info_list result;
    if (example_worked(example, llmspell_script_list_handlers(session, &result))) {
        put_script_handler_info_list(example_result(example), &result);
        llmspell_script_handler_info_list_free(&result);
    }
}

/* script.list_handlers, none: */
static void script_list_handlers_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_script_handler_info_list result;
    if (example_worked(example, llmspell_script_list_handlers(session, &result))) {
        put_script_handler_info_list(example_result(example), &result);
        llmspell_script_handler_info_list_free(&result);
    }
}

static llmspell_status call_handler_double_callback(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"value\": 42, \"parts\": [21, 21], \"rest\": null}");
    return LLMSPELL_OK;
}

/* script.call_handler, double: */
static void script_call_handler_double(example *example, llmspell_session *session)
{
    llmspell_script_handler handler = {.call = call_handler_double_callback, .user_data = example};
    GIVEN(llmspell_script_register_handler(session, "double", &handler, NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_script_call_handler(session, "double", "{\"value\": 21}", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

static llmspell_status call_handler_fails_callback(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "out of order");
}

/* script.call_handler, fails: The handler's own error is the cause of this one. */
static void script_call_handler_fails(example *example, llmspell_session *session)
{
    llmspell_script_handler handler = {.call = call_handler_fails_callback, .user_data = example};
    GIVEN(llmspell_script_register_handler(session, "broken", &handler, NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_script_call_handler(session, "broken", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* script.call_handler, unknown: */
static void script_call_handler_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_script_call_handler(session, "double", "1", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
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
