/* Every example of script, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

/* script.execute, lua: A script that calls a function of the interface. */
static void script_execute_lua(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"lua\", \"source\": \"local llmspell = require(\\\"llmspell\\\")\\nprint(\\\"multiplying \\\" .. input.n)\\nreturn { product = llmspell.tool.execute(\\\"calculator\\\", { expression = input.n .. \\\" * 2\\\" }).value.result }\\n\", \"options\": {\"input\": {\"n\": 21}, \"name\": \"double.lua\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute, javascript: The default export is the result. */
static void script_execute_javascript(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"javascript\", \"source\": \"import llmspell from \\\"llmspell\\\";\\nconst { value } = await llmspell.tool.execute(\\\"calculator\\\", { expression: `${input.n} * 2` });\\nconsole.log(\\\"done\\\");\\nexport default { product: value.result };\\n\", \"options\": {\"input\": {\"n\": 21}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute, expression: CEL, over the input and the variables. */
static void script_execute_expression(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"expr\", \"source\": \"input.items.filter(i, i.price < limit).map(i, i.name)\", \"options\": {\"input\": {\"items\": [{\"name\": \"ink\", \"price\": 3}, {\"name\": \"desk\", \"price\": 90}]}, \"variables\": {\"limit\": 10}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute, trusted: In this process, for a script that you trust. */
static void script_execute_trusted(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"lua\", \"source\": \"return { sum = a + b, nothing = require(\\\"llmspell\\\").null }\", \"options\": {\"mode\": \"direct\", \"variables\": {\"a\": 1, \"b\": 2}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status execute_calls_a_handler_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"temperature\": 22}");
    return LLMSPELL_OK;
}

/* script.execute, calls_a_handler: The script calls a function of the program that runs it. */
static void script_execute_calls_a_handler(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_calls_a_handler_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "script.register_handler", example_format(example, "{\"name\": \"weather\", \"handler\": %s}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"lua\", \"source\": \"return require(\\\"llmspell\\\").script.call_handler(\\\"weather\\\", { city = \\\"Oslo\\\" })\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* script.execute, fewer_permissions: In a session of its own that may do nothing. */
static void script_execute_fewer_permissions(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"lua\", \"source\": \"return require(\\\"llmspell\\\").session.get_info().permissions\", \"options\": {\"permissions\": {}, \"mode\": \"direct\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute, more_permissions: A script never has more than the session that runs it. */
static void script_execute_more_permissions(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"lua\", \"source\": \"return 1\", \"options\": {\"permissions\": {\"process\": true}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute, script_in_a_script: A script may run scripts. */
static void script_execute_script_in_a_script(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"lua\", \"source\": \"return require(\\\"llmspell\\\").script.execute(\\\"expr\\\", \\\"6 * 7\\\").value\", \"options\": {\"mode\": \"direct\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute, bad_syntax: */
static void script_execute_bad_syntax(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"lua\", \"source\": \"local a = 1\\nreturn a +\", \"options\": {\"name\": \"sum.lua\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute, fails: The error that the script did not catch is the cause. */
static void script_execute_fails(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"lua\", \"source\": \"local llmspell = require('llmspell')\\nreturn llmspell.tool.get('hammer')\", \"options\": {\"mode\": \"direct\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute, endless: A script that does not end is killed. */
static void script_execute_endless(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"lua\", \"source\": \"while true do end\", \"options\": {\"timeout_seconds\": 0.5}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute, too_much_memory: */
static void script_execute_too_much_memory(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"javascript\", \"source\": \"const all = []; for (;;) all.push(new Array(100000).fill(1));\", \"options\": {\"memory_bytes\": 16777216}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute, too_much_output: */
static void script_execute_too_much_output(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"lua\", \"source\": \"for i = 1, 1000 do print(\\\"again\\\") end\", \"options\": {\"output_bytes\": 100}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute, bad_variable: */
static void script_execute_bad_variable(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute", "{\"engine\": \"lua\", \"source\": \"return 1\", \"options\": {\"variables\": {\"no name\": 1}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute_file, lua: */
static void script_execute_file_lua(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"file_write\", \"arguments\": {\"path\": \"double.lua\", \"text\": \"return input * 2\\n\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute_file", "{\"path\": \"double.lua\", \"options\": {\"input\": 21, \"mode\": \"direct\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute_file, engine_given: A file of another name. */
static void script_execute_file_engine_given(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"file_write\", \"arguments\": {\"path\": \"rule.txt\", \"text\": \"input > 20\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute_file", "{\"path\": \"rule.txt\", \"engine\": \"expr\", \"options\": {\"input\": 21}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute_file, forbidden: */
static void script_execute_file_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute_file", "{\"path\": \"/etc/passwd\", \"engine\": \"lua\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute_file, missing: */
static void script_execute_file_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute_file", "{\"path\": \"missing.lua\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.execute_file, unknown_suffix: */
static void script_execute_file_unknown_suffix(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.execute_file", "{\"path\": \"notes.txt\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.validate, lua: */
static void script_validate_lua(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.validate", "{\"engine\": \"lua\", \"source\": \"return 1 + 1\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.validate, lua_mistake: */
static void script_validate_lua_mistake(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.validate", "{\"engine\": \"lua\", \"source\": \"local a = 1\\nlocal b = = 2\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.validate, javascript_mistake: */
static void script_validate_javascript_mistake(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.validate", "{\"engine\": \"javascript\", \"source\": \"const a = 1;\\nconst b = ;\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.validate, expression: The variables that it will need. */
static void script_validate_expression(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.validate", "{\"engine\": \"expr\", \"source\": \"items.all(i, i.price < limit)\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.validate, expression_mistake: */
static void script_validate_expression_mistake(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.validate", "{\"engine\": \"expr\", \"source\": \"price <\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* script.list_engines, all: */
static void script_list_engines_all(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "script.list_engines", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

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
    if (example_worked(example, llmspell_call(session, "script.call_handler", "{\"name\": \"broken\", \"input\": null}", &result)))
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
