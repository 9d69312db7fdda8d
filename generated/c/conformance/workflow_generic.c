/* Every example of workflow, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static llmspell_status create_two_steps_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"width\": 3, \"height\": 4}");
    return LLMSPELL_OK;
}

/* workflow.create, two_steps: A handler of the program's own, and a tool that gets what it gave. */
static void workflow_create_two_steps(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, create_two_steps_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "script.register_handler", example_format(example, "{\"name\": \"measure\", \"handler\": %s}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"area\", \"steps\": [{\"id\": \"size\", \"kind\": \"script\", \"handler\": \"measure\"}, {\"id\": \"area\", \"kind\": \"tool\", \"tool\": \"calculator\", \"arguments\": {\"expression\": \"{{size.output.width}} * {{size.output.height}}\"}}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* workflow.create, all_that_is_wrong: Every fault is reported, with its place. */
static void workflow_create_all_that_is_wrong(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"broken\", \"steps\": [{\"id\": \"first\", \"kind\": \"script\", \"handler\": \"nobody\"}, {\"id\": \"first\", \"kind\": \"tool\", \"tool\": \"calculator\", \"arguments\": {\"expression\": \"{{second.output}}\"}}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.create, twice: */
static void workflow_create_twice(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.destroy, gone: */
static void workflow_destroy_gone(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}]}}", &flow));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.destroy", example_format(example, "{\"workflow\": %s}", flow), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(flow);
}

/* workflow.destroy, unknown: */
static void workflow_destroy_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.destroy", "{\"workflow\": \"workflow_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status execute_handler_and_tool_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"width\": 3, \"height\": 4}");
    return LLMSPELL_OK;
}

/* workflow.execute, handler_and_tool: The second step works on what the first gave. */
static void workflow_execute_handler_and_tool(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_handler_and_tool_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "script.register_handler", example_format(example, "{\"name\": \"measure\", \"handler\": %s}", example_quote(example, callback)), NULL));
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"area\", \"steps\": [{\"id\": \"size\", \"kind\": \"script\", \"handler\": \"measure\", \"input\": \"{{input}}\"}, {\"id\": \"area\", \"kind\": \"tool\", \"tool\": \"calculator\", \"arguments\": {\"expression\": \"{{size.output.width}} * {{size.output.height}}\"}}], \"output\": {\"room\": \"{{input.room}}\", \"area\": \"{{area.output.result}}\"}}}", &flow));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.execute", example_format(example, "{\"workflow\": %s, \"input\": {\"room\": \"hall\"}}", flow), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(flow);
    llmspell_string_free(callback);
}

static llmspell_status execute_step_fails_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "out of order");
}

/* workflow.execute, step_fails: The error names the step; its cause is the step's own error. */
static void workflow_execute_step_fails(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, execute_step_fails_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "script.register_handler", example_format(example, "{\"name\": \"broken\", \"handler\": %s}", example_quote(example, callback)), NULL));
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"doomed\", \"steps\": [{\"id\": \"try_it\", \"kind\": \"script\", \"handler\": \"broken\"}]}}", &flow));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.execute", example_format(example, "{\"workflow\": %s}", flow), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(flow);
    llmspell_string_free(callback);
}

/* workflow.execute, input_does_not_fit: */
static void workflow_execute_input_does_not_fit(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"greet\", \"input_schema\": {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}, \"required\": [\"name\"]}, \"steps\": [{\"id\": \"text\", \"kind\": \"transform\", \"value\": \"Hello {{input.name}}\"}]}}", &flow));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.execute", example_format(example, "{\"workflow\": %s, \"input\": {}}", flow), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(flow);
}

/* workflow.execute, unknown: */
static void workflow_execute_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.execute", "{\"workflow\": \"workflow_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.start, background: */
static void workflow_start_background(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}]}}", &flow));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s}", flow), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(flow);
}

/* workflow.start, no_such_step: */
static void workflow_start_no_such_step(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}]}}", &flow));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s, \"options\": {\"pause_after\": [\"b\"]}}", flow), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(flow);
}

/* workflow.pause, at_once: */
static void workflow_pause_at_once(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"slow\", \"steps\": [{\"id\": \"rest\", \"kind\": \"wait\", \"seconds\": 3600}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s}", flow), &run));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.pause", example_format(example, "{\"run\": %s}", run), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.pause, unknown: */
static void workflow_pause_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.pause", "{\"run\": \"run_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.resume, after_a_step: */
static void workflow_resume_after_a_step(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"two\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}, {\"id\": \"b\", \"kind\": \"transform\", \"value\": \"{{a.output + 1}}\"}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s, \"options\": {\"pause_after\": [\"a\"]}}", flow), &run));
    GIVEN(llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s}", run), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.resume", example_format(example, "{\"run\": %s}", run), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.resume, unknown: */
static void workflow_resume_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.resume", "{\"run\": \"run_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.cancel, in_the_middle: The step that waits for an hour ends at once. */
static void workflow_cancel_in_the_middle(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"slow\", \"steps\": [{\"id\": \"rest\", \"kind\": \"wait\", \"seconds\": 3600}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s}", flow), &run));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.cancel", example_format(example, "{\"run\": %s}", run), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.cancel, unknown: */
static void workflow_cancel_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.cancel", "{\"run\": \"run_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.get_status, paused: */
static void workflow_get_status_paused(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"two\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}, {\"id\": \"b\", \"kind\": \"transform\", \"value\": \"{{a.output + 1}}\"}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s, \"options\": {\"pause_after\": [\"a\"]}}", flow), &run));
    GIVEN(llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s}", run), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_status", example_format(example, "{\"run\": %s}", run), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.get_status, completed: */
static void workflow_get_status_completed(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s}", flow), &run));
    GIVEN(llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s}", run), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_status", example_format(example, "{\"run\": %s}", run), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.get_status, unknown: */
static void workflow_get_status_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_status", "{\"run\": \"run_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.get_result, of_a_background_run: */
static void workflow_get_result_of_a_background_run(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": \"{{input * 2}}\"}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s, \"input\": 21}", flow), &run));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s}", run), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.get_result, of_a_paused_run: What it has come to so far, without an output. */
static void workflow_get_result_of_a_paused_run(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"two\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}, {\"id\": \"b\", \"kind\": \"transform\", \"value\": \"{{a.output + 1}}\"}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s, \"options\": {\"pause_after\": [\"a\"]}}", flow), &run));
    GIVEN(llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s}", run), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s}", run), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.get_result, of_a_cancelled_run: */
static void workflow_get_result_of_a_cancelled_run(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"slow\", \"steps\": [{\"id\": \"rest\", \"kind\": \"wait\", \"seconds\": 3600}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s}", flow), &run));
    GIVEN(llmspell_call(session, "workflow.cancel", example_format(example, "{\"run\": %s}", run), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s}", run), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.get_result, not_in_time: */
static void workflow_get_result_not_in_time(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"slow\", \"steps\": [{\"id\": \"rest\", \"kind\": \"wait\", \"seconds\": 3600}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s}", flow), &run));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s, \"timeout_seconds\": 0.01}", run), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.get_result, unknown: */
static void workflow_get_result_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_result", "{\"run\": \"run_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.discard, paused: */
static void workflow_discard_paused(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"two\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}, {\"id\": \"b\", \"kind\": \"transform\", \"value\": \"{{a.output + 1}}\"}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s, \"options\": {\"pause_after\": [\"a\"]}}", flow), &run));
    GIVEN(llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s}", run), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.discard", example_format(example, "{\"run\": %s}", run), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.discard, unknown: */
static void workflow_discard_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.discard", "{\"run\": \"run_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.list, two: */
static void workflow_list_two(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"one\", \"description\": \"Nothing much.\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}]}}", &flow));
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"both\", \"pattern\": \"parallel\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}, {\"id\": \"b\", \"kind\": \"transform\", \"value\": 2}]}}", NULL));
    GIVEN(llmspell_call(session, "workflow.execute", example_format(example, "{\"workflow\": %s}", flow), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.list", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(flow);
}

/* workflow.list, none: */
static void workflow_list_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.list", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.get, by_name: */
static void workflow_get_by_name(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get", "{\"name\": \"one\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.get, unknown: */
static void workflow_get_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get", "{\"name\": \"nobody\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.get_info, fresh: */
static void workflow_get_info_fresh(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}]}}", &flow));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_info", example_format(example, "{\"workflow\": %s}", flow), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(flow);
}

/* workflow.get_info, unknown: */
static void workflow_get_info_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_info", "{\"workflow\": \"workflow_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.get_definition, as_given: */
static void workflow_get_definition_as_given(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"both\", \"pattern\": \"parallel\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": null}, {\"id\": \"b\", \"kind\": \"wait\", \"seconds\": 0, \"after\": [\"a\"]}]}}", &flow));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_definition", example_format(example, "{\"workflow\": %s}", flow), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(flow);
}

/* workflow.get_definition, unknown: */
static void workflow_get_definition_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_definition", "{\"workflow\": \"workflow_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.validate, good: */
static void workflow_validate_good(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.validate", "{\"definition\": {\"name\": \"one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.validate, cycle: Two steps that wait for each other, and a name that means nothing. */
static void workflow_validate_cycle(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.validate", "{\"definition\": {\"name\": \"circle\", \"pattern\": \"parallel\", \"steps\": [{\"id\": \"egg\", \"kind\": \"transform\", \"value\": \"{{hen.output}}\"}, {\"id\": \"hen\", \"kind\": \"transform\", \"value\": \"From {{egg.output}} in {{inpt.year}}\"}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.validate, what_the_session_lacks: */
static void workflow_validate_what_the_session_lacks(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.validate", "{\"definition\": {\"name\": \"needy\", \"steps\": [{\"id\": \"look\", \"kind\": \"tool\", \"tool\": \"no_such_tool\"}, {\"id\": \"sum\", \"kind\": \"tool\", \"tool\": \"calculator\"}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.list_runs, paused: */
static void workflow_list_runs_paused(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"two\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}, {\"id\": \"b\", \"kind\": \"transform\", \"value\": \"{{a.output + 1}}\"}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s, \"options\": {\"pause_after\": [\"a\"]}}", flow), &run));
    GIVEN(llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s}", run), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.list_runs", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.list_runs, none: */
static void workflow_list_runs_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.list_runs", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.compose, pipeline: */
static void workflow_compose_pipeline(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"double\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": \"{{input * 2}}\"}]}}", NULL));
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"add-one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": \"{{input + 1}}\"}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.compose", "{\"name\": \"both\", \"workflows\": [\"double\", \"add-one\"], \"pattern\": \"pipeline\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.compose, not_a_loop: Some patterns need more than steps. */
static void workflow_compose_not_a_loop(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"double\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": \"{{input * 2}}\"}]}}", NULL));
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"add-one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": \"{{input + 1}}\"}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.compose", "{\"name\": \"both\", \"workflows\": [\"double\"], \"pattern\": \"loop\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.get_dependencies, diamond: */
static void workflow_get_dependencies_diamond(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"diamond\", \"pattern\": \"parallel\", \"steps\": [{\"id\": \"bottom\", \"kind\": \"transform\", \"value\": \"{{left.output + right.output}}\"}, {\"id\": \"left\", \"kind\": \"transform\", \"value\": \"{{top.output}}\"}, {\"id\": \"right\", \"kind\": \"transform\", \"value\": 2, \"after\": [\"top\"]}, {\"id\": \"top\", \"kind\": \"transform\", \"value\": 1}]}}", &flow));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_dependencies", example_format(example, "{\"workflow\": %s}", flow), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(flow);
}

/* workflow.get_dependencies, unknown: */
static void workflow_get_dependencies_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_dependencies", "{\"workflow\": \"workflow_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.serialize, yaml: */
static void workflow_serialize_yaml(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"one\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": \"{{input}}\"}]}}", &flow));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.serialize", example_format(example, "{\"workflow\": %s, \"format\": \"yaml\"}", flow), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(flow);
}

/* workflow.serialize, unknown: */
static void workflow_serialize_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.serialize", "{\"workflow\": \"workflow_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.deserialize, by_hand: */
static void workflow_deserialize_by_hand(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.deserialize", "{\"text\": \"format: llmspell.workflow\\nversion: 1\\nworkflow:\\n  name: greet\\n  steps:\\n    - {id: text, kind: transform, value: \\\"Hello {{input.name}}\\\"}\\n\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.deserialize, of_the_future: A version that is not known is refused. */
static void workflow_deserialize_of_the_future(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.deserialize", "{\"text\": \"{\\\"format\\\": \\\"llmspell.workflow\\\", \\\"version\\\": 2, \\\"workflow\\\": {}}\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.deserialize, something_else: */
static void workflow_deserialize_something_else(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.deserialize", "{\"text\": \"[1, 2]\", \"format\": \"json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.get_checkpoint, paused: */
static void workflow_get_checkpoint_paused(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"two\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}, {\"id\": \"b\", \"kind\": \"transform\", \"value\": \"{{a.output + 1}}\"}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s, \"options\": {\"pause_after\": [\"a\"]}}", flow), &run));
    GIVEN(llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s}", run), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_checkpoint", example_format(example, "{\"run\": %s}", run), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.get_checkpoint, unknown: */
static void workflow_get_checkpoint_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.get_checkpoint", "{\"run\": \"run_9\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.restore, after_the_first_step: */
static void workflow_restore_after_the_first_step(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"two\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}, {\"id\": \"b\", \"kind\": \"transform\", \"value\": \"{{a.output + 1}}\"}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s, \"options\": {\"pause_after\": [\"a\"]}}", flow), &run));
    GIVEN(llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s}", run), NULL));
    char *checkpoint = NULL;
    GIVEN(llmspell_call(session, "workflow.get_checkpoint", example_format(example, "{\"run\": %s}", run), &checkpoint));
    GIVEN(llmspell_call(session, "workflow.discard", example_format(example, "{\"run\": %s}", run), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.restore", example_format(example, "{\"checkpoint\": %s}", checkpoint), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(checkpoint);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.restore, something_else: */
static void workflow_restore_something_else(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.restore", "{\"checkpoint\": {}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* workflow.recover, one: */
static void workflow_recover_one(example *example, llmspell_session *session)
{
    char *flow = NULL;
    GIVEN(llmspell_call(session, "workflow.create", "{\"definition\": {\"name\": \"two\", \"steps\": [{\"id\": \"a\", \"kind\": \"transform\", \"value\": 1}, {\"id\": \"b\", \"kind\": \"transform\", \"value\": \"{{a.output + 1}}\"}]}}", &flow));
    char *run = NULL;
    GIVEN(llmspell_call(session, "workflow.start", example_format(example, "{\"workflow\": %s, \"options\": {\"pause_after\": [\"a\"], \"checkpoint_file\": \"runs.db\"}}", flow), &run));
    GIVEN(llmspell_call(session, "workflow.get_result", example_format(example, "{\"run\": %s}", run), NULL));
    GIVEN(llmspell_call(session, "workflow.discard", example_format(example, "{\"run\": %s}", run), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.recover", "{\"path\": \"runs.db\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(run);
    llmspell_string_free(flow);
}

/* workflow.recover, forbidden: */
static void workflow_recover_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "workflow.recover", "{\"path\": \"runs.db\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

int main(void)
{
    example_run("workflow.create", "two_steps", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_create_two_steps);
    example_run("workflow.create", "all_that_is_wrong", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_create_all_that_is_wrong);
    example_run("workflow.create", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_create_twice);
    example_run("workflow.destroy", "gone", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_destroy_gone);
    example_run("workflow.destroy", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_destroy_unknown);
    example_run("workflow.execute", "handler_and_tool", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_execute_handler_and_tool);
    example_run("workflow.execute", "step_fails", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_execute_step_fails);
    example_run("workflow.execute", "input_does_not_fit", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_execute_input_does_not_fit);
    example_run("workflow.execute", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_execute_unknown);
    example_run("workflow.start", "background", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_start_background);
    example_run("workflow.start", "no_such_step", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_start_no_such_step);
    example_run("workflow.pause", "at_once", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_pause_at_once);
    example_run("workflow.pause", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_pause_unknown);
    example_run("workflow.resume", "after_a_step", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_resume_after_a_step);
    example_run("workflow.resume", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_resume_unknown);
    example_run("workflow.cancel", "in_the_middle", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_cancel_in_the_middle);
    example_run("workflow.cancel", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_cancel_unknown);
    example_run("workflow.get_status", "paused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_status_paused);
    example_run("workflow.get_status", "completed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_status_completed);
    example_run("workflow.get_status", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_status_unknown);
    example_run("workflow.get_result", "of_a_background_run", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_result_of_a_background_run);
    example_run("workflow.get_result", "of_a_paused_run", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_result_of_a_paused_run);
    example_run("workflow.get_result", "of_a_cancelled_run", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_result_of_a_cancelled_run);
    example_run("workflow.get_result", "not_in_time", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_result_not_in_time);
    example_run("workflow.get_result", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_result_unknown);
    example_run("workflow.discard", "paused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_discard_paused);
    example_run("workflow.discard", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_discard_unknown);
    example_run("workflow.list", "two", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_list_two);
    example_run("workflow.list", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_list_none);
    example_run("workflow.get", "by_name", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_by_name);
    example_run("workflow.get", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_unknown);
    example_run("workflow.get_info", "fresh", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_info_fresh);
    example_run("workflow.get_info", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_info_unknown);
    example_run("workflow.get_definition", "as_given", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_definition_as_given);
    example_run("workflow.get_definition", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_definition_unknown);
    example_run("workflow.validate", "good", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_validate_good);
    example_run("workflow.validate", "cycle", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_validate_cycle);
    example_run("workflow.validate", "what_the_session_lacks", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_validate_what_the_session_lacks);
    example_run("workflow.list_runs", "paused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_list_runs_paused);
    example_run("workflow.list_runs", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_list_runs_none);
    example_run("workflow.compose", "pipeline", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_compose_pipeline);
    example_run("workflow.compose", "not_a_loop", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_compose_not_a_loop);
    example_run("workflow.get_dependencies", "diamond", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_dependencies_diamond);
    example_run("workflow.get_dependencies", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_dependencies_unknown);
    example_run("workflow.serialize", "yaml", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_serialize_yaml);
    example_run("workflow.serialize", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_serialize_unknown);
    example_run("workflow.deserialize", "by_hand", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_deserialize_by_hand);
    example_run("workflow.deserialize", "of_the_future", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_deserialize_of_the_future);
    example_run("workflow.deserialize", "something_else", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_deserialize_something_else);
    example_run("workflow.get_checkpoint", "paused", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_checkpoint_paused);
    example_run("workflow.get_checkpoint", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_get_checkpoint_unknown);
    example_run("workflow.restore", "after_the_first_step", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_restore_after_the_first_step);
    example_run("workflow.restore", "something_else", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_restore_something_else);
    example_run("workflow.recover", "one", "{\"permissions\": {\"llm\": true, \"fs.write\": [\".\"]}, \"record_events\": true}", workflow_recover_one);
    example_run("workflow.recover", "forbidden", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", workflow_recover_forbidden);
    return 0;
}
