/* Every example of script, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_script_result(json *out, const llmspell_script_result *value);
static const char *name_of_script_engine(llmspell_script_engine value);
static const char *name_of_script_execution_mode(llmspell_script_execution_mode value);
static void put_script_validation(json *out, const llmspell_script_validation *value);
static void put_script_issue_list(json *out, const llmspell_script_issue_list *value);
static void put_script_issue(json *out, const llmspell_script_issue *value);
static void put_string_list(json *out, const llmspell_string_list *value);
static void put_script_engine_info_list(json *out, const llmspell_script_engine_info_list *value);
static void put_script_engine_info(json *out, const llmspell_script_engine_info *value);
static void put_script_execution_mode_list(json *out, const llmspell_script_execution_mode_list *value);
static void put_script_handler_info_list(json *out, const llmspell_script_handler_info_list *value);
static void put_script_handler_info(json *out, const llmspell_script_handler_info *value);

static const char *name_of_script_engine(llmspell_script_engine value)
{
    switch (value) {
    case LLMSPELL_SCRIPT_ENGINE_LUA:
        return "lua";
    case LLMSPELL_SCRIPT_ENGINE_JAVASCRIPT:
        return "javascript";
    case LLMSPELL_SCRIPT_ENGINE_EXPR:
        return "expr";
    default:
        return NULL;
    }
}

static const char *name_of_script_execution_mode(llmspell_script_execution_mode value)
{
    switch (value) {
    case LLMSPELL_SCRIPT_EXECUTION_MODE_DIRECT:
        return "direct";
    case LLMSPELL_SCRIPT_EXECUTION_MODE_SANDBOXED:
        return "sandboxed";
    default:
        return NULL;
    }
}

static void put_script_result(json *out, const llmspell_script_result *value)
{
    json_open(out, '{');
    json_key(out, "engine");
    json_text(out, name_of_script_engine(value->engine));
    json_key(out, "mode");
    json_text(out, name_of_script_execution_mode(value->mode));
    json_key(out, "value");
    json_raw(out, value->value_json);
    json_key(out, "output");
    json_text(out, value->output);
    json_key(out, "duration_ms");
    json_number(out, value->duration_ms);
    json_close(out, '}');
}

static void put_script_issue(json *out, const llmspell_script_issue *value)
{
    json_open(out, '{');
    json_key(out, "message");
    json_text(out, value->message);
    if (value->has_line) {
        json_key(out, "line");
        json_integer(out, value->line);
    }
    if (value->has_column) {
        json_key(out, "column");
        json_integer(out, value->column);
    }
    if (value->excerpt != NULL) {
        json_key(out, "excerpt");
        json_text(out, value->excerpt);
    }
    json_close(out, '}');
}

static void put_script_issue_list(json *out, const llmspell_script_issue_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_script_issue(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_string_list(json *out, const llmspell_string_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_script_validation(json *out, const llmspell_script_validation *value)
{
    json_open(out, '{');
    json_key(out, "valid");
    json_boolean(out, value->valid);
    json_key(out, "issues");
    put_script_issue_list(out, &value->issues);
    if (value->names.items != NULL) {
        json_key(out, "names");
        put_string_list(out, &value->names);
    }
    json_close(out, '}');
}

static void put_script_execution_mode_list(json *out, const llmspell_script_execution_mode_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, name_of_script_execution_mode(value->items[i]));
    }
    json_close(out, ']');
}

static void put_script_engine_info(json *out, const llmspell_script_engine_info *value)
{
    json_open(out, '{');
    json_key(out, "engine");
    json_text(out, name_of_script_engine(value->engine));
    json_key(out, "available");
    json_boolean(out, value->available);
    if (value->install != NULL) {
        json_key(out, "install");
        json_text(out, value->install);
    }
    json_key(out, "library");
    json_text(out, value->library);
    if (value->library_version != NULL) {
        json_key(out, "library_version");
        json_text(out, value->library_version);
    }
    if (value->language_version != NULL) {
        json_key(out, "language_version");
        json_text(out, value->language_version);
    }
    json_key(out, "suffixes");
    put_string_list(out, &value->suffixes);
    json_key(out, "modes");
    put_script_execution_mode_list(out, &value->modes);
    json_key(out, "calls_functions");
    json_boolean(out, value->calls_functions);
    json_close(out, '}');
}

static void put_script_engine_info_list(json *out, const llmspell_script_engine_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_script_engine_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

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

/* script.execute, lua: A script that calls a function of the interface. */
static void script_execute_lua(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.input_json = "{\"n\": 21}";
    options_.name = "double.lua";
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_LUA, "local llmspell = require(\"llmspell\")\nprint(\"multiplying \" .. input.n)\nreturn { product = llmspell.tool.execute(\"calculator\", { expression = input.n .. \" * 2\" }).value.result }\n", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute, javascript: The default export is the result. */
static void script_execute_javascript(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.input_json = "{\"n\": 21}";
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_JAVASCRIPT, "import llmspell from \"llmspell\";\nconst { value } = await llmspell.tool.execute(\"calculator\", { expression: `${input.n} * 2` });\nconsole.log(\"done\");\nexport default { product: value.result };\n", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute, expression: CEL, over the input and the variables. */
static void script_execute_expression(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.input_json = "{\"items\": [{\"name\": \"ink\", \"price\": 3}, {\"name\": \"desk\", \"price\": 90}]}";
    options_.variables_json = "{\"limit\": 10}";
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_EXPR, "input.items.filter(i, i.price < limit).map(i, i.name)", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute, trusted: In this process, for a script that you trust. */
static void script_execute_trusted(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.mode = LLMSPELL_SCRIPT_EXECUTION_MODE_DIRECT;
    options_.variables_json = "{\"a\": 1, \"b\": 2}";
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_LUA, "return { sum = a + b, nothing = require(\"llmspell\").null }", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

static llmspell_status execute_calls_a_handler_callback(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"temperature\": 22}");
    return LLMSPELL_OK;
}

/* script.execute, calls_a_handler: The script calls a function of the program that runs it. */
static void script_execute_calls_a_handler(example *example, llmspell_session *session)
{
    llmspell_script_handler handler = {.call = execute_calls_a_handler_callback, .user_data = example};
    GIVEN(llmspell_script_register_handler(session, "weather", &handler, NULL));
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_LUA, "return require(\"llmspell\").script.call_handler(\"weather\", { city = \"Oslo\" })", NULL, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute, fewer_permissions: In a session of its own that may do nothing. */
static void script_execute_fewer_permissions(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.permissions_json = "{}";
    options_.mode = LLMSPELL_SCRIPT_EXECUTION_MODE_DIRECT;
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_LUA, "return require(\"llmspell\").session.get_info().permissions", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute, more_permissions: A script never has more than the session that runs it. */
static void script_execute_more_permissions(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.permissions_json = "{\"process\": true}";
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_LUA, "return 1", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute, script_in_a_script: A script may run scripts. */
static void script_execute_script_in_a_script(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.mode = LLMSPELL_SCRIPT_EXECUTION_MODE_DIRECT;
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_LUA, "return require(\"llmspell\").script.execute(\"expr\", \"6 * 7\").value", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute, bad_syntax: */
static void script_execute_bad_syntax(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.name = "sum.lua";
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_LUA, "local a = 1\nreturn a +", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute, fails: The error that the script did not catch is the cause. */
static void script_execute_fails(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.mode = LLMSPELL_SCRIPT_EXECUTION_MODE_DIRECT;
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_LUA, "local llmspell = require('llmspell')\nreturn llmspell.tool.get('hammer')", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute, endless: A script that does not end is killed. */
static void script_execute_endless(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.has_timeout_seconds = true;
    options_.timeout_seconds = 0.5;
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_LUA, "while true do end", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute, too_much_memory: */
static void script_execute_too_much_memory(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.has_memory_bytes = true;
    options_.memory_bytes = 16777216;
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_JAVASCRIPT, "const all = []; for (;;) all.push(new Array(100000).fill(1));", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute, too_much_output: */
static void script_execute_too_much_output(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.has_output_bytes = true;
    options_.output_bytes = 100;
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_LUA, "for i = 1, 1000 do print(\"again\") end", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute, bad_variable: */
static void script_execute_bad_variable(example *example, llmspell_session *session)
{
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.variables_json = "{\"no name\": 1}";
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute(session, LLMSPELL_SCRIPT_ENGINE_LUA, "return 1", &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute_file, lua: */
static void script_execute_file_lua(example *example, llmspell_session *session)
{
    llmspell_tool_result result_;
    GIVEN(llmspell_tool_execute(session, "file_write", "{\"path\": \"double.lua\", \"text\": \"return input * 2\\n\"}", NULL, &result_));
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.input_json = "21";
    options_.mode = LLMSPELL_SCRIPT_EXECUTION_MODE_DIRECT;
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute_file(session, "double.lua", 0, &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
    llmspell_tool_result_free(&result_);
}

/* script.execute_file, engine_given: A file of another name. */
static void script_execute_file_engine_given(example *example, llmspell_session *session)
{
    llmspell_tool_result result_;
    GIVEN(llmspell_tool_execute(session, "file_write", "{\"path\": \"rule.txt\", \"text\": \"input > 20\"}", NULL, &result_));
    llmspell_script_execute_options options_;
    llmspell_script_execute_options_init(&options_);
    options_.input_json = "21";
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute_file(session, "rule.txt", LLMSPELL_SCRIPT_ENGINE_EXPR, &options_, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
    llmspell_tool_result_free(&result_);
}

/* script.execute_file, forbidden: */
static void script_execute_file_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute_file(session, "/etc/passwd", LLMSPELL_SCRIPT_ENGINE_LUA, NULL, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute_file, missing: */
static void script_execute_file_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute_file(session, "missing.lua", 0, NULL, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.execute_file, unknown_suffix: */
static void script_execute_file_unknown_suffix(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_script_result result;
    if (example_worked(example, llmspell_script_execute_file(session, "notes.txt", 0, NULL, &result))) {
        put_script_result(example_result(example), &result);
        llmspell_script_result_free(&result);
    }
}

/* script.validate, lua: */
static void script_validate_lua(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_script_validation result;
    if (example_worked(example, llmspell_script_validate(session, LLMSPELL_SCRIPT_ENGINE_LUA, "return 1 + 1", &result))) {
        put_script_validation(example_result(example), &result);
        llmspell_script_validation_free(&result);
    }
}

/* script.validate, lua_mistake: */
static void script_validate_lua_mistake(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_script_validation result;
    if (example_worked(example, llmspell_script_validate(session, LLMSPELL_SCRIPT_ENGINE_LUA, "local a = 1\nlocal b = = 2", &result))) {
        put_script_validation(example_result(example), &result);
        llmspell_script_validation_free(&result);
    }
}

/* script.validate, javascript_mistake: */
static void script_validate_javascript_mistake(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_script_validation result;
    if (example_worked(example, llmspell_script_validate(session, LLMSPELL_SCRIPT_ENGINE_JAVASCRIPT, "const a = 1;\nconst b = ;", &result))) {
        put_script_validation(example_result(example), &result);
        llmspell_script_validation_free(&result);
    }
}

/* script.validate, expression: The variables that it will need. */
static void script_validate_expression(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_script_validation result;
    if (example_worked(example, llmspell_script_validate(session, LLMSPELL_SCRIPT_ENGINE_EXPR, "items.all(i, i.price < limit)", &result))) {
        put_script_validation(example_result(example), &result);
        llmspell_script_validation_free(&result);
    }
}

/* script.validate, expression_mistake: */
static void script_validate_expression_mistake(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_script_validation result;
    if (example_worked(example, llmspell_script_validate(session, LLMSPELL_SCRIPT_ENGINE_EXPR, "price <", &result))) {
        put_script_validation(example_result(example), &result);
        llmspell_script_validation_free(&result);
    }
}

/* script.list_engines, all: */
static void script_list_engines_all(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_script_engine_info_list result;
    if (example_worked(example, llmspell_script_list_engines(session, &result))) {
        put_script_engine_info_list(example_result(example), &result);
        llmspell_script_engine_info_list_free(&result);
    }
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
    if (example_worked(example, llmspell_script_call_handler(session, "broken", "null", &result))) {
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
    example_run("script.execute", "lua", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_lua);
    example_run("script.execute", "javascript", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_javascript);
    example_run("script.execute", "expression", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_expression);
    example_run("script.execute", "trusted", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_trusted);
    example_run("script.execute", "calls_a_handler", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_calls_a_handler);
    example_run("script.execute", "fewer_permissions", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"]}, \"record_events\": true}", script_execute_fewer_permissions);
    example_run("script.execute", "more_permissions", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_more_permissions);
    example_run("script.execute", "script_in_a_script", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_script_in_a_script);
    example_run("script.execute", "bad_syntax", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_bad_syntax);
    example_run("script.execute", "fails", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_fails);
    example_run("script.execute", "endless", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_endless);
    example_run("script.execute", "too_much_memory", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_too_much_memory);
    example_run("script.execute", "too_much_output", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_too_much_output);
    example_run("script.execute", "bad_variable", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_bad_variable);
    example_run("script.execute_file", "lua", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", script_execute_file_lua);
    example_run("script.execute_file", "engine_given", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", script_execute_file_engine_given);
    example_run("script.execute_file", "forbidden", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_execute_file_forbidden);
    example_run("script.execute_file", "missing", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"]}, \"record_events\": true}", script_execute_file_missing);
    example_run("script.execute_file", "unknown_suffix", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"]}, \"record_events\": true}", script_execute_file_unknown_suffix);
    example_run("script.validate", "lua", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_validate_lua);
    example_run("script.validate", "lua_mistake", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_validate_lua_mistake);
    example_run("script.validate", "javascript_mistake", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_validate_javascript_mistake);
    example_run("script.validate", "expression", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_validate_expression);
    example_run("script.validate", "expression_mistake", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_validate_expression_mistake);
    example_run("script.list_engines", "all", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", script_list_engines_all);
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
