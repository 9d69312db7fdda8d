/* Every example of tool, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_tool_result(json *out, const llmspell_tool_result *value);
static const char *name_of_tool_status(llmspell_tool_status value);
static void put_tool_description_list(json *out, const llmspell_tool_description_list *value);
static void put_tool_description(json *out, const llmspell_tool_description *value);
static const char *name_of_tool_category(llmspell_tool_category value);
static const char *name_of_tool_execution_mode(llmspell_tool_execution_mode value);
static void put_string_list(json *out, const llmspell_string_list *value);
static void put_tool_validation_result(json *out, const llmspell_tool_validation_result *value);
static void put_tool_argument_issue_list(json *out, const llmspell_tool_argument_issue_list *value);
static void put_tool_argument_issue(json *out, const llmspell_tool_argument_issue *value);
static void put_tool_info(json *out, const llmspell_tool_info *value);

static const char *name_of_tool_status(llmspell_tool_status value)
{
    switch (value) {
    case LLMSPELL_TOOL_STATUS_RUNNING:
        return "running";
    case LLMSPELL_TOOL_STATUS_COMPLETED:
        return "completed";
    default:
        return NULL;
    }
}

static void put_tool_result(json *out, const llmspell_tool_result *value)
{
    json_open(out, '{');
    json_key(out, "tool");
    json_text(out, value->tool);
    json_key(out, "execution");
    json_text(out, value->execution);
    json_key(out, "status");
    json_text(out, name_of_tool_status(value->status));
    if (value->value_json != NULL) {
        json_key(out, "value");
        json_raw(out, value->value_json);
    }
    if (value->has_duration_ms) {
        json_key(out, "duration_ms");
        json_number(out, value->duration_ms);
    }
    json_close(out, '}');
}

static const char *name_of_tool_category(llmspell_tool_category value)
{
    switch (value) {
    case LLMSPELL_TOOL_CATEGORY_FILE:
        return "file";
    case LLMSPELL_TOOL_CATEGORY_HTTP:
        return "http";
    case LLMSPELL_TOOL_CATEGORY_SYSTEM:
        return "system";
    case LLMSPELL_TOOL_CATEGORY_DATA:
        return "data";
    case LLMSPELL_TOOL_CATEGORY_AI:
        return "ai";
    case LLMSPELL_TOOL_CATEGORY_CUSTOM:
        return "custom";
    default:
        return NULL;
    }
}

static const char *name_of_tool_execution_mode(llmspell_tool_execution_mode value)
{
    switch (value) {
    case LLMSPELL_TOOL_EXECUTION_MODE_DIRECT:
        return "direct";
    case LLMSPELL_TOOL_EXECUTION_MODE_SANDBOXED:
        return "sandboxed";
    case LLMSPELL_TOOL_EXECUTION_MODE_ASYNC:
        return "async";
    default:
        return NULL;
    }
}

static void put_string_list(json *out, const llmspell_string_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_tool_description(json *out, const llmspell_tool_description *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "description");
    json_text(out, value->description);
    json_key(out, "parameters");
    json_raw(out, value->parameters_json);
    json_key(out, "category");
    json_text(out, name_of_tool_category(value->category));
    json_key(out, "mode");
    json_text(out, name_of_tool_execution_mode(value->mode));
    json_key(out, "tags");
    put_string_list(out, &value->tags);
    if (value->has_timeout_seconds) {
        json_key(out, "timeout_seconds");
        json_number(out, value->timeout_seconds);
    }
    json_key(out, "built_in");
    json_boolean(out, value->built_in);
    json_close(out, '}');
}

static void put_tool_description_list(json *out, const llmspell_tool_description_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_tool_description(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_tool_argument_issue(json *out, const llmspell_tool_argument_issue *value)
{
    json_open(out, '{');
    json_key(out, "path");
    json_text(out, value->path);
    json_key(out, "message");
    json_text(out, value->message);
    json_close(out, '}');
}

static void put_tool_argument_issue_list(json *out, const llmspell_tool_argument_issue_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_tool_argument_issue(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_tool_validation_result(json *out, const llmspell_tool_validation_result *value)
{
    json_open(out, '{');
    json_key(out, "valid");
    json_boolean(out, value->valid);
    json_key(out, "issues");
    put_tool_argument_issue_list(out, &value->issues);
    json_close(out, '}');
}

static void put_tool_info(json *out, const llmspell_tool_info *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "category");
    json_text(out, name_of_tool_category(value->category));
    json_key(out, "mode");
    json_text(out, name_of_tool_execution_mode(value->mode));
    json_key(out, "built_in");
    json_boolean(out, value->built_in);
    json_key(out, "ready");
    json_boolean(out, value->ready);
    json_key(out, "sandboxable");
    json_boolean(out, value->sandboxable);
    json_key(out, "permissions");
    put_string_list(out, &value->permissions);
    json_key(out, "calls");
    json_integer(out, value->calls);
    json_key(out, "failures");
    json_integer(out, value->failures);
    json_key(out, "total_ms");
    json_number(out, value->total_ms);
    if (value->last_error != NULL) {
        json_key(out, "last_error");
        json_text(out, value->last_error);
    }
    json_close(out, '}');
}

static llmspell_status register_weather_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"temperature\": 22}");
    return LLMSPELL_OK;
}

/* tool.register, weather: A tool with a handler of the program's own. */
static void tool_register_weather(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather of a city.";
    definition.parameters_json = "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"], \"additionalProperties\": false}";
    definition.handler = (llmspell_tool_handler){.call = register_weather_callback, .user_data = example};
    example_begin(example);
    if (example_worked(example, llmspell_tool_register(session, &definition)))
        json_null(example_result(example));
}

static llmspell_status register_twice_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

static llmspell_status register_twice_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.register, twice: A name is registered once. */
static void tool_register_twice(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather.";
    definition.handler = (llmspell_tool_handler){.call = register_twice_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    llmspell_tool_definition definition_;
    llmspell_tool_definition_init(&definition_);
    definition_.name = "weather";
    definition_.description = "Current weather.";
    definition_.handler = (llmspell_tool_handler){.call = register_twice_callback_2, .user_data = example};
    example_begin(example);
    if (example_worked(example, llmspell_tool_register(session, &definition_)))
        json_null(example_result(example));
}

static llmspell_status register_bad_schema_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.register, bad_schema: The parameters must be a JSON Schema. */
static void tool_register_bad_schema(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather.";
    definition.parameters_json = "{\"type\": \"objekt\"}";
    definition.handler = (llmspell_tool_handler){.call = register_bad_schema_callback, .user_data = example};
    example_begin(example);
    if (example_worked(example, llmspell_tool_register(session, &definition)))
        json_null(example_result(example));
}

static llmspell_status unregister_weather_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.unregister, weather: */
static void tool_unregister_weather(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather.";
    definition.handler = (llmspell_tool_handler){.call = unregister_weather_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    example_begin(example);
    if (example_worked(example, llmspell_tool_unregister(session, "weather")))
        json_null(example_result(example));
}

/* tool.unregister, unknown: */
static void tool_unregister_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_tool_unregister(session, "no_such_tool")))
        json_null(example_result(example));
}

/* tool.execute, calculator: A built-in tool. */
static void tool_execute_calculator(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_execute(session, "calculator", "{\"expression\": \"2 * (3 + 4)\"}", NULL, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
}

static llmspell_status execute_own_handler_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"temperature\": 22, \"wind\": [3, 5], \"alert\": null}");
    return LLMSPELL_OK;
}

/* tool.execute, own_handler: The handler gets the arguments, and its value comes back. */
static void tool_execute_own_handler(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather of a city.";
    definition.parameters_json = "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"], \"additionalProperties\": false}";
    definition.handler = (llmspell_tool_handler){.call = execute_own_handler_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_execute(session, "weather", "{\"city\": \"Oslo\"}", NULL, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
}

/* tool.execute, sandboxed: The same calculator, in a process of its own. */
static void tool_execute_sandboxed(example *example, llmspell_session *session)
{
    llmspell_tool_execute_options options_;
    llmspell_tool_execute_options_init(&options_);
    options_.mode = LLMSPELL_TOOL_EXECUTION_MODE_SANDBOXED;
    options_.has_timeout_seconds = true;
    options_.timeout_seconds = 30.0;
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_execute(session, "calculator", "{\"expression\": \"sqrt(2) ** 2 > 1.99\"}", &options_, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
}

/* tool.execute, started: An asynchronous execution is under way when the call returns. */
static void tool_execute_started(example *example, llmspell_session *session)
{
    llmspell_tool_execute_options options_;
    llmspell_tool_execute_options_init(&options_);
    options_.mode = LLMSPELL_TOOL_EXECUTION_MODE_ASYNC;
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_execute(session, "calculator", "{\"expression\": \"1 + 1\"}", &options_, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
}

/* tool.execute, file_read: A file that was written before, under both permissions. */
static void tool_execute_file_read(example *example, llmspell_session *session)
{
    llmspell_tool_result result_;
    GIVEN(llmspell_tool_execute(session, "file_write", "{\"path\": \"note.txt\", \"text\": \"Gr\303\274\303\237e\\n\"}", NULL, &result_));
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_execute(session, "file_read", "{\"path\": \"note.txt\"}", NULL, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
    llmspell_tool_result_free(&result_);
}

/* tool.execute, forbidden: A built-in tool acts only within the session's permissions. */
static void tool_execute_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_execute(session, "file_read", "{\"path\": \"/etc/passwd\"}", NULL, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
}

/* tool.execute, no_network: */
static void tool_execute_no_network(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_execute(session, "http_request", "{\"url\": \"https://example.com/\"}", NULL, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
}

/* tool.execute, bad_arguments: Every fault is reported. */
static void tool_execute_bad_arguments(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_execute(session, "calculator", "{\"expr\": \"1 + 1\"}", NULL, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
}

static llmspell_status execute_handler_fails_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "out of order");
}

/* tool.execute, handler_fails: */
static void tool_execute_handler_fails(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "broken";
    definition.description = "Always fails.";
    definition.handler = (llmspell_tool_handler){.call = execute_handler_fails_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_execute(session, "broken", "{}", NULL, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
}

static llmspell_status execute_handler_cannot_leave_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.execute, handler_cannot_leave: A handler of the program's own does not run in another process. */
static void tool_execute_handler_cannot_leave(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather.";
    definition.handler = (llmspell_tool_handler){.call = execute_handler_cannot_leave_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    llmspell_tool_execute_options options_;
    llmspell_tool_execute_options_init(&options_);
    options_.mode = LLMSPELL_TOOL_EXECUTION_MODE_SANDBOXED;
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_execute(session, "weather", "{}", &options_, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
}

/* tool.execute, divide_by_zero: */
static void tool_execute_divide_by_zero(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_execute(session, "calculator", "{\"expression\": \"1 / 0\"}", NULL, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
}

/* tool.execute, unknown: */
static void tool_execute_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_execute(session, "no_such_tool", "{}", NULL, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
}

/* tool.wait, calculator: */
static void tool_wait_calculator(example *example, llmspell_session *session)
{
    llmspell_tool_execute_options options_;
    llmspell_tool_execute_options_init(&options_);
    options_.mode = LLMSPELL_TOOL_EXECUTION_MODE_ASYNC;
    llmspell_tool_result started;
    GIVEN(llmspell_tool_execute(session, "calculator", "{\"expression\": \"1 + 1\"}", &options_, &started));
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_wait(session, started.execution, NULL, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
    llmspell_tool_result_free(&started);
}

/* tool.wait, failed: The error of the execution is the error of the wait. */
static void tool_wait_failed(example *example, llmspell_session *session)
{
    llmspell_tool_execute_options options_;
    llmspell_tool_execute_options_init(&options_);
    options_.mode = LLMSPELL_TOOL_EXECUTION_MODE_ASYNC;
    llmspell_tool_result started;
    GIVEN(llmspell_tool_execute(session, "calculator", "{\"expression\": \"1 / 0\"}", &options_, &started));
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_wait(session, started.execution, NULL, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
    llmspell_tool_result_free(&started);
}

/* tool.wait, unknown: */
static void tool_wait_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_result result;
    if (example_worked(example, llmspell_tool_wait(session, "execution_9", NULL, &result))) {
        put_tool_result(example_result(example), &result);
        llmspell_tool_result_free(&result);
    }
}

static llmspell_status discover_by_category_and_text_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.discover, by_category_and_text: */
static void tool_discover_by_category_and_text(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "rain_radar";
    definition.description = "Where it rains now.";
    definition.category = LLMSPELL_TOOL_CATEGORY_HTTP;
    const char *tags_items[] = {"weather"};
    llmspell_string_list tags = {tags_items, 1};
    definition.tags = tags;
    definition.handler = (llmspell_tool_handler){.call = discover_by_category_and_text_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    llmspell_tool_query query;
    llmspell_tool_query_init(&query);
    query.text = "weather";
    query.category = LLMSPELL_TOOL_CATEGORY_HTTP;
    example_begin(example);
    llmspell_tool_description_list result;
    if (example_worked(example, llmspell_tool_discover(session, &query, &result))) {
        put_tool_description_list(example_result(example), &result);
        llmspell_tool_description_list_free(&result);
    }
}

/* tool.discover, nothing: */
static void tool_discover_nothing(example *example, llmspell_session *session)
{
    llmspell_tool_query query;
    llmspell_tool_query_init(&query);
    query.text = "no_such_word";
    example_begin(example);
    llmspell_tool_description_list result;
    if (example_worked(example, llmspell_tool_discover(session, &query, &result))) {
        put_tool_description_list(example_result(example), &result);
        llmspell_tool_description_list_free(&result);
    }
}

static llmspell_status list_own_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.list, own: */
static void tool_list_own(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather.";
    definition.handler = (llmspell_tool_handler){.call = list_own_callback, .user_data = example};
    definition.has_timeout_seconds = true;
    definition.timeout_seconds = 5.0;
    GIVEN(llmspell_tool_register(session, &definition));
    example_begin(example);
    llmspell_tool_description_list result;
    if (example_worked(example, llmspell_tool_list(session, LLMSPELL_TOOL_CATEGORY_CUSTOM, &result))) {
        put_tool_description_list(example_result(example), &result);
        llmspell_tool_description_list_free(&result);
    }
}

/* tool.list, none: */
static void tool_list_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_description_list result;
    if (example_worked(example, llmspell_tool_list(session, LLMSPELL_TOOL_CATEGORY_AI, &result))) {
        put_tool_description_list(example_result(example), &result);
        llmspell_tool_description_list_free(&result);
    }
}

static llmspell_status get_weather_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.get, weather: */
static void tool_get_weather(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather of a city.";
    definition.parameters_json = "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"], \"additionalProperties\": false}";
    definition.handler = (llmspell_tool_handler){.call = get_weather_callback, .user_data = example};
    const char *tags_items[] = {"city"};
    llmspell_string_list tags = {tags_items, 1};
    definition.tags = tags;
    GIVEN(llmspell_tool_register(session, &definition));
    example_begin(example);
    llmspell_tool_description result;
    if (example_worked(example, llmspell_tool_get(session, "weather", &result))) {
        put_tool_description(example_result(example), &result);
        llmspell_tool_description_free(&result);
    }
}

/* tool.get, unknown: */
static void tool_get_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_description result;
    if (example_worked(example, llmspell_tool_get(session, "no_such_tool", &result))) {
        put_tool_description(example_result(example), &result);
        llmspell_tool_description_free(&result);
    }
}

/* tool.exists, built_in: */
static void tool_exists_built_in(example *example, llmspell_session *session)
{
    example_begin(example);
    bool result;
    if (example_worked(example, llmspell_tool_exists(session, "calculator", &result))) {
        json_boolean(example_result(example), result);
    }
}

/* tool.exists, unknown: */
static void tool_exists_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    bool result;
    if (example_worked(example, llmspell_tool_exists(session, "no_such_tool", &result))) {
        json_boolean(example_result(example), result);
    }
}

/* tool.validate, good: */
static void tool_validate_good(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_validation_result result;
    if (example_worked(example, llmspell_tool_validate(session, "calculator", "{\"expression\": \"1 + 1\"}", &result))) {
        put_tool_validation_result(example_result(example), &result);
        llmspell_tool_validation_result_free(&result);
    }
}

static llmspell_status validate_bad_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.validate, bad: */
static void tool_validate_bad(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather of a city.";
    definition.parameters_json = "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"], \"additionalProperties\": false}";
    definition.handler = (llmspell_tool_handler){.call = validate_bad_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    example_begin(example);
    llmspell_tool_validation_result result;
    if (example_worked(example, llmspell_tool_validate(session, "weather", "{\"city\": 7}", &result))) {
        put_tool_validation_result(example_result(example), &result);
        llmspell_tool_validation_result_free(&result);
    }
}

/* tool.validate, unknown: */
static void tool_validate_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_validation_result result;
    if (example_worked(example, llmspell_tool_validate(session, "no_such_tool", "{}", &result))) {
        put_tool_validation_result(example_result(example), &result);
        llmspell_tool_validation_result_free(&result);
    }
}

static llmspell_status get_schema_weather_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.get_schema, weather: */
static void tool_get_schema_weather(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather of a city.";
    definition.parameters_json = "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"], \"additionalProperties\": false}";
    definition.handler = (llmspell_tool_handler){.call = get_schema_weather_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_tool_get_schema(session, "weather", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* tool.get_schema, unknown: */
static void tool_get_schema_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_tool_get_schema(session, "no_such_tool", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* tool.get_info, fresh: */
static void tool_get_info_fresh(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_info result;
    if (example_worked(example, llmspell_tool_get_info(session, "file_read", &result))) {
        put_tool_info(example_result(example), &result);
        llmspell_tool_info_free(&result);
    }
}

/* tool.get_info, used: */
static void tool_get_info_used(example *example, llmspell_session *session)
{
    llmspell_tool_result result_;
    GIVEN(llmspell_tool_execute(session, "calculator", "{\"expression\": \"1 + 1\"}", NULL, &result_));
    example_begin(example);
    llmspell_tool_info result;
    if (example_worked(example, llmspell_tool_get_info(session, "calculator", &result))) {
        put_tool_info(example_result(example), &result);
        llmspell_tool_info_free(&result);
    }
    llmspell_tool_result_free(&result_);
}

/* tool.get_info, unknown: */
static void tool_get_info_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_tool_info result;
    if (example_worked(example, llmspell_tool_get_info(session, "no_such_tool", &result))) {
        put_tool_info(example_result(example), &result);
        llmspell_tool_info_free(&result);
    }
}

static llmspell_status attach_replaced_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

static llmspell_status attach_replaced_callback_2(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"temperature\": 22}");
    return LLMSPELL_OK;
}

/* tool.attach, replaced: */
static void tool_attach_replaced(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather.";
    definition.handler = (llmspell_tool_handler){.call = attach_replaced_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    llmspell_tool_handler handler = {.call = attach_replaced_callback_2, .user_data = example};
    example_begin(example);
    if (example_worked(example, llmspell_tool_attach(session, "weather", &handler)))
        json_null(example_result(example));
}

static llmspell_status attach_unknown_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.attach, unknown: */
static void tool_attach_unknown(example *example, llmspell_session *session)
{
    llmspell_tool_handler handler = {.call = attach_unknown_callback, .user_data = example};
    example_begin(example);
    if (example_worked(example, llmspell_tool_attach(session, "no_such_tool", &handler)))
        json_null(example_result(example));
}

static llmspell_status save_one_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.save, one: */
static void tool_save_one(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather.";
    definition.handler = (llmspell_tool_handler){.call = save_one_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_tool_save(session, "tools.json", NULL, &result))) {
        json_integer(example_result(example), result);
    }
}

/* tool.save, forbidden: */
static void tool_save_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    int64_t result;
    if (example_worked(example, llmspell_tool_save(session, "tools.json", NULL, &result))) {
        json_integer(example_result(example), result);
    }
}

static llmspell_status load_saved_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("null");
    return LLMSPELL_OK;
}

/* tool.load, saved: */
static void tool_load_saved(example *example, llmspell_session *session)
{
    llmspell_tool_definition definition;
    llmspell_tool_definition_init(&definition);
    definition.name = "weather";
    definition.description = "Current weather.";
    definition.handler = (llmspell_tool_handler){.call = load_saved_callback, .user_data = example};
    GIVEN(llmspell_tool_register(session, &definition));
    int64_t int64;
    GIVEN(llmspell_tool_save(session, "tools.json", NULL, &int64));
    GIVEN(llmspell_tool_unregister(session, "weather"));
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_tool_load(session, "tools.json", &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
}

/* tool.load, missing: */
static void tool_load_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_tool_load(session, "missing.json", &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
}

/* tool.load, not_definitions: */
static void tool_load_not_definitions(example *example, llmspell_session *session)
{
    llmspell_tool_result result_;
    GIVEN(llmspell_tool_execute(session, "file_write", "{\"path\": \"tools.json\", \"text\": \"[]\"}", NULL, &result_));
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_tool_load(session, "tools.json", &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
    llmspell_tool_result_free(&result_);
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
