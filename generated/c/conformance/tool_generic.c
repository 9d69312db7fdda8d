/* Every example of tool, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static llmspell_status register_weather_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"temperature\": 22}");
    return LLMSPELL_OK;
}

/* tool.register, weather: A tool with a handler of the program's own. */
static void tool_register_weather(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, register_weather_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather of a city.\", \"parameters\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"], \"additionalProperties\": false}, \"handler\": %s}}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status register_twice_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

static llmspell_status register_twice_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.register, twice: A name is registered once. */
static void tool_register_twice(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, register_twice_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather.\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, register_twice_callback_2, example, NULL, &callback_));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather.\", \"handler\": %s}}", example_quote(example, callback_)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

static llmspell_status register_bad_schema_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.register, bad_schema: The parameters must be a JSON Schema. */
static void tool_register_bad_schema(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, register_bad_schema_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather.\", \"parameters\": {\"type\": \"objekt\"}, \"handler\": %s}}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status unregister_weather_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.unregister, weather: */
static void tool_unregister_weather(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, unregister_weather_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather.\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.unregister", "{\"name\": \"weather\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* tool.unregister, unknown: */
static void tool_unregister_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.unregister", "{\"name\": \"no_such_tool\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.execute, calculator: A built-in tool. */
static void tool_execute_calculator(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.execute", "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"2 * (3 + 4)\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status execute_own_handler_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"temperature\": 22, \"wind\": [3, 5], \"alert\": null}");
    return LLMSPELL_OK;
}

/* tool.execute, own_handler: The handler gets the arguments, and its value comes back. */
static void tool_execute_own_handler(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_own_handler_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather of a city.\", \"parameters\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"], \"additionalProperties\": false}, \"handler\": %s}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.execute", "{\"name\": \"weather\", \"arguments\": {\"city\": \"Oslo\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* tool.execute, sandboxed: The same calculator, in a process of its own. */
static void tool_execute_sandboxed(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.execute", "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"sqrt(2) ** 2 > 1.99\"}, \"options\": {\"mode\": \"sandboxed\", \"timeout_seconds\": 30}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.execute, started: An asynchronous execution is under way when the call returns. */
static void tool_execute_started(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.execute", "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}, \"options\": {\"mode\": \"async\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.execute, file_read: A file that was written before, under both permissions. */
static void tool_execute_file_read(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"file_write\", \"arguments\": {\"path\": \"note.txt\", \"text\": \"Gr\303\274\303\237e\\n\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.execute", "{\"name\": \"file_read\", \"arguments\": {\"path\": \"note.txt\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.execute, forbidden: A built-in tool acts only within the session's permissions. */
static void tool_execute_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.execute", "{\"name\": \"file_read\", \"arguments\": {\"path\": \"/etc/passwd\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.execute, no_network: */
static void tool_execute_no_network(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.execute", "{\"name\": \"http_request\", \"arguments\": {\"url\": \"https://example.com/\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.execute, bad_arguments: Every fault is reported. */
static void tool_execute_bad_arguments(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.execute", "{\"name\": \"calculator\", \"arguments\": {\"expr\": \"1 + 1\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status execute_handler_fails_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "out of order");
}

/* tool.execute, handler_fails: */
static void tool_execute_handler_fails(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_handler_fails_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"broken\", \"description\": \"Always fails.\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.execute", "{\"name\": \"broken\", \"arguments\": {}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status execute_handler_cannot_leave_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.execute, handler_cannot_leave: A handler of the program's own does not run in another process. */
static void tool_execute_handler_cannot_leave(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_handler_cannot_leave_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather.\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.execute", "{\"name\": \"weather\", \"arguments\": {}, \"options\": {\"mode\": \"sandboxed\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* tool.execute, divide_by_zero: */
static void tool_execute_divide_by_zero(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.execute", "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 / 0\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.execute, unknown: */
static void tool_execute_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.execute", "{\"name\": \"no_such_tool\", \"arguments\": {}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.wait, calculator: */
static void tool_wait_calculator(example *example, llmspell_session *session)
{
    char *started = NULL;
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}, \"options\": {\"mode\": \"async\"}}", &started));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.wait", example_format(example, "{\"execution\": %s}", example_field(example, started, "execution")), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(started);
}

/* tool.wait, failed: The error of the execution is the error of the wait. */
static void tool_wait_failed(example *example, llmspell_session *session)
{
    char *started = NULL;
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 / 0\"}, \"options\": {\"mode\": \"async\"}}", &started));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.wait", example_format(example, "{\"execution\": %s}", example_field(example, started, "execution")), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(started);
}

/* tool.wait, unknown: */
static void tool_wait_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.wait", "{\"execution\": \"execution_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status discover_by_category_and_text_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.discover, by_category_and_text: */
static void tool_discover_by_category_and_text(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, discover_by_category_and_text_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"rain_radar\", \"description\": \"Where it rains now.\", \"category\": \"http\", \"tags\": [\"weather\"], \"handler\": %s}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.discover", "{\"query\": {\"text\": \"weather\", \"category\": \"http\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* tool.discover, nothing: */
static void tool_discover_nothing(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.discover", "{\"query\": {\"text\": \"no_such_word\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status list_own_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.list, own: */
static void tool_list_own(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, list_own_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather.\", \"handler\": %s, \"timeout_seconds\": 5}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.list", "{\"category\": \"custom\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* tool.list, none: */
static void tool_list_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.list", "{\"category\": \"ai\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status get_weather_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.get, weather: */
static void tool_get_weather(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, get_weather_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather of a city.\", \"parameters\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"], \"additionalProperties\": false}, \"handler\": %s, \"tags\": [\"city\"]}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.get", "{\"name\": \"weather\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* tool.get, unknown: */
static void tool_get_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.get", "{\"name\": \"no_such_tool\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.exists, built_in: */
static void tool_exists_built_in(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.exists", "{\"name\": \"calculator\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.exists, unknown: */
static void tool_exists_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.exists", "{\"name\": \"no_such_tool\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.validate, good: */
static void tool_validate_good(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.validate", "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status validate_bad_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.validate, bad: */
static void tool_validate_bad(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, validate_bad_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather of a city.\", \"parameters\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"], \"additionalProperties\": false}, \"handler\": %s}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.validate", "{\"name\": \"weather\", \"arguments\": {\"city\": 7}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* tool.validate, unknown: */
static void tool_validate_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.validate", "{\"name\": \"no_such_tool\", \"arguments\": {}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status get_schema_weather_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.get_schema, weather: */
static void tool_get_schema_weather(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, get_schema_weather_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather of a city.\", \"parameters\": {\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"], \"additionalProperties\": false}, \"handler\": %s}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.get_schema", "{\"name\": \"weather\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* tool.get_schema, unknown: */
static void tool_get_schema_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.get_schema", "{\"name\": \"no_such_tool\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.get_info, fresh: */
static void tool_get_info_fresh(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.get_info", "{\"name\": \"file_read\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.get_info, used: */
static void tool_get_info_used(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.get_info", "{\"name\": \"calculator\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.get_info, unknown: */
static void tool_get_info_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.get_info", "{\"name\": \"no_such_tool\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status attach_replaced_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

static llmspell_status attach_replaced_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"temperature\": 22}");
    return LLMSPELL_OK;
}

/* tool.attach, replaced: */
static void tool_attach_replaced(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, attach_replaced_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather.\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    char *callback_ = NULL;
    GIVEN(llmspell_callback_new(session, attach_replaced_callback_2, example, NULL, &callback_));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.attach", example_format(example, "{\"name\": \"weather\", \"handler\": %s}", example_quote(example, callback_)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback_);
    llmspell_string_free(callback);
}

static llmspell_status attach_unknown_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.attach, unknown: */
static void tool_attach_unknown(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, attach_unknown_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.attach", example_format(example, "{\"name\": \"no_such_tool\", \"handler\": %s}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status save_one_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.save, one: */
static void tool_save_one(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, save_one_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather.\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.save", "{\"path\": \"tools.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* tool.save, forbidden: */
static void tool_save_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.save", "{\"path\": \"tools.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status load_saved_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.load, saved: */
static void tool_load_saved(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, load_saved_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "tool.register", example_format(example, "{\"definition\": {\"name\": \"weather\", \"description\": \"Current weather.\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    GIVEN(llmspell_call(session, "tool.save", "{\"path\": \"tools.json\"}", NULL));
    GIVEN(llmspell_call(session, "tool.unregister", "{\"name\": \"weather\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.load", "{\"path\": \"tools.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* tool.load, missing: */
static void tool_load_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.load", "{\"path\": \"missing.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* tool.load, not_definitions: */
static void tool_load_not_definitions(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"file_write\", \"arguments\": {\"path\": \"tools.json\", \"text\": \"[]\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "tool.load", "{\"path\": \"tools.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

int main(void)
{
    example_run("tool.register", "weather", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_register_weather);
    example_run("tool.register", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_register_twice);
    example_run("tool.register", "bad_schema", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_register_bad_schema);
    example_run("tool.unregister", "weather", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_unregister_weather);
    example_run("tool.unregister", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_unregister_unknown);
    example_run("tool.execute", "calculator", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_execute_calculator);
    example_run("tool.execute", "own_handler", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_execute_own_handler);
    example_run("tool.execute", "sandboxed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_execute_sandboxed);
    example_run("tool.execute", "started", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_execute_started);
    example_run("tool.execute", "file_read", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", tool_execute_file_read);
    example_run("tool.execute", "forbidden", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_execute_forbidden);
    example_run("tool.execute", "no_network", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_execute_no_network);
    example_run("tool.execute", "bad_arguments", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_execute_bad_arguments);
    example_run("tool.execute", "handler_fails", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_execute_handler_fails);
    example_run("tool.execute", "handler_cannot_leave", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_execute_handler_cannot_leave);
    example_run("tool.execute", "divide_by_zero", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_execute_divide_by_zero);
    example_run("tool.execute", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_execute_unknown);
    example_run("tool.wait", "calculator", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_wait_calculator);
    example_run("tool.wait", "failed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_wait_failed);
    example_run("tool.wait", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_wait_unknown);
    example_run("tool.discover", "by_category_and_text", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_discover_by_category_and_text);
    example_run("tool.discover", "nothing", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_discover_nothing);
    example_run("tool.list", "own", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_list_own);
    example_run("tool.list", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_list_none);
    example_run("tool.get", "weather", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_get_weather);
    example_run("tool.get", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_get_unknown);
    example_run("tool.exists", "built_in", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_exists_built_in);
    example_run("tool.exists", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_exists_unknown);
    example_run("tool.validate", "good", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_validate_good);
    example_run("tool.validate", "bad", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_validate_bad);
    example_run("tool.validate", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_validate_unknown);
    example_run("tool.get_schema", "weather", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_get_schema_weather);
    example_run("tool.get_schema", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_get_schema_unknown);
    example_run("tool.get_info", "fresh", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_get_info_fresh);
    example_run("tool.get_info", "used", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_get_info_used);
    example_run("tool.get_info", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_get_info_unknown);
    example_run("tool.attach", "replaced", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_attach_replaced);
    example_run("tool.attach", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_attach_unknown);
    example_run("tool.save", "one", "{\"permissions\": {\"llm\": true, \"fs.write\": [\".\"]}, \"record_events\": true}", tool_save_one);
    example_run("tool.save", "forbidden", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", tool_save_forbidden);
    example_run("tool.load", "saved", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", tool_load_saved);
    example_run("tool.load", "missing", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"]}, \"record_events\": true}", tool_load_missing);
    example_run("tool.load", "not_definitions", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", tool_load_not_definitions);
    return 0;
}
