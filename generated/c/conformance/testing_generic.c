/* Every example of testing, with JSON through the generic call. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

/* testing.create_scenario, calculator: */
static void testing_create_scenario_calculator(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"name\": \"adds\", \"tags\": [\"quick\"], \"steps\": [{\"call\": \"tool.execute\", \"with\": {\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}, \"expect\": {\"result\": {\"$partial\": {\"value\": {\"result\": 2}}}}}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.create_scenario, unnamed: */
static void testing_create_scenario_unnamed(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"steps\": []}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.create_scenario, taken: */
static void testing_create_scenario_taken(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"name\": \"adds\", \"tags\": [\"quick\"], \"steps\": [{\"call\": \"tool.execute\", \"with\": {\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}, \"expect\": {\"result\": {\"$partial\": {\"value\": {\"result\": 2}}}}}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"name\": \"adds\", \"tags\": [\"quick\"], \"steps\": [{\"call\": \"tool.execute\", \"with\": {\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}, \"expect\": {\"result\": {\"$partial\": {\"value\": {\"result\": 2}}}}}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.create_scenario, unknown_function: */
static void testing_create_scenario_unknown_function(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"name\": \"adds\", \"steps\": [{\"call\": \"tool.exekute\"}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.create_scenario, unknown_matcher: */
static void testing_create_scenario_unknown_matcher(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"steps\": [{\"call\": \"tool.list\", \"expect\": {\"result\": {\"$contain\": 1}}}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.load_scenarios, json: */
static void testing_load_scenarios_json(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"file_write\", \"arguments\": {\"path\": \"adds.scenario.json\", \"text\": \"{\\\"scenarios\\\": [{\\\"name\\\": \\\"adds\\\", \\\"steps\\\": [{\\\"call\\\": \\\"tool.list\\\"}]}, {\\\"name\\\": \\\"rests\\\", \\\"steps\\\": []}]}\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.load_scenarios", "{\"path\": \"adds.scenario.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.load_scenarios, missing: */
static void testing_load_scenarios_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.load_scenarios", "{\"path\": \"missing.scenario.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.load_scenarios, no_scenarios: */
static void testing_load_scenarios_no_scenarios(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"file_write\", \"arguments\": {\"path\": \"tests.json\", \"text\": \"{\\\"tests\\\": []}\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.load_scenarios", "{\"path\": \"tests.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.load_scenarios, forbidden: */
static void testing_load_scenarios_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.load_scenarios", "{\"path\": \"adds.scenario.json\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.list_scenarios, tagged: */
static void testing_list_scenarios_tagged(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"name\": \"adds\", \"tags\": [\"quick\"], \"steps\": [{\"call\": \"tool.execute\", \"with\": {\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}, \"expect\": {\"result\": {\"$partial\": {\"value\": {\"result\": 2}}}}}]}}", NULL));
    GIVEN(llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"steps\": []}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.list_scenarios", "{\"tags\": [\"quick\"]}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.list_scenarios, none: */
static void testing_list_scenarios_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.list_scenarios", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.run_scenario, tool_with_a_double: A tool is a mock; the result of one step is used in the next. */
static void testing_run_scenario_tool_with_a_double(example *example, llmspell_session *session)
{
    char *scenario = NULL;
    GIVEN(llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"name\": \"weather\", \"mocks\": [{\"name\": \"weather\", \"type\": \"object\", \"responses\": [{\"when\": [{\"city\": \"Oslo\"}], \"returns\": {\"temperature\": 22}}]}], \"steps\": [{\"call\": \"tool.execute\", \"with\": {\"name\": \"weather\", \"arguments\": {\"city\": \"Oslo\"}}, \"as\": \"found\", \"expect\": {\"result\": {\"$partial\": {\"status\": \"completed\", \"value\": {\"temperature\": {\"$gt\": 20}}}}}}, {\"call\": \"memory.store\", \"with\": {\"key\": \"oslo\", \"value\": \"$found.value.temperature\"}, \"expect\": {\"mocks\": {\"weather\": {\"times\": 1, \"called_with\": [{\"city\": \"Oslo\"}]}}}}, {\"call\": \"memory.retrieve\", \"with\": {\"key\": \"oslo\"}, \"expect\": {\"result\": 22}}]}}", &scenario));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.run_scenario", example_format(example, "{\"scenario\": %s}", scenario), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(scenario);
}

static llmspell_status run_scenario_own_function_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"count\": 3}");
    return LLMSPELL_OK;
}

/* testing.run_scenario, own_function: A step that runs a function of the program's own, and one that expects an error. */
static void testing_run_scenario_own_function(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, run_scenario_own_function_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "testing.create_scenario", example_format(example, "{\"scenario\": {\"name\": \"own\", \"steps\": [{\"name\": \"count\", \"run\": %s, \"with\": {\"of\": \"apples\"}, \"as\": \"counted\", \"expect\": {\"result\": {\"count\": {\"$type\": \"integer\"}}}}, {\"call\": \"tool.get\", \"with\": {\"name\": \"pears\"}, \"expect\": {\"error\": {\"code\": \"tool.not_found\", \"fields\": {\"tool\": \"pears\"}}}}]}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.run_scenario", "{\"scenario\": \"own\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* testing.run_scenario, what_is_not_as_expected: The report names every place; what comes after is skipped. */
static void testing_run_scenario_what_is_not_as_expected(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"name\": \"wrong\", \"steps\": [{\"call\": \"tool.validate\", \"with\": {\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}, \"expect\": {\"result\": {\"valid\": false, \"issues\": [{\"path\": \"/a\", \"message\": {\"$regex\": \"needed\"}}]}}}, {\"call\": \"tool.list\"}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.run_scenario", "{\"scenario\": \"wrong\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.run_scenario, unknown: */
static void testing_run_scenario_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.run_scenario", "{\"scenario\": \"nothing\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.run_suite, tagged: */
static void testing_run_suite_tagged(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"name\": \"adds\", \"tags\": [\"quick\"], \"steps\": [{\"call\": \"tool.execute\", \"with\": {\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}, \"expect\": {\"result\": {\"$partial\": {\"value\": {\"result\": 2}}}}}]}}", NULL));
    GIVEN(llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"name\": \"slow\", \"tags\": [\"slow\"], \"steps\": []}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.run_suite", "{\"options\": {\"tags\": [\"quick\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.run_suite, stop_on_failure: */
static void testing_run_suite_stop_on_failure(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"name\": \"wrong\", \"steps\": [{\"call\": \"tool.exists\", \"with\": {\"name\": \"calculator\"}, \"expect\": {\"result\": false}}]}}", NULL));
    GIVEN(llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"name\": \"later\", \"steps\": []}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.run_suite", "{\"options\": {\"name\": \"all\", \"stop_on_failure\": true}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.run_suite, unknown: */
static void testing_run_suite_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.run_suite", "{\"options\": {\"scenarios\": [\"nothing\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.format_report, tap: */
static void testing_format_report_tap(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.format_report", "{\"report\": {\"name\": \"suite\", \"outcome\": \"passed\", \"totals\": {\"scenarios\": 1, \"passed\": 1, \"failed\": 0, \"errors\": 0, \"skipped\": 0, \"steps\": 1}, \"duration_ms\": 12.5, \"started_at\": \"2026-01-01T00:00:00Z\", \"scenarios\": [{\"scenario\": \"adds\", \"tags\": [\"quick\"], \"outcome\": \"passed\", \"duration_ms\": 12, \"steps\": [{\"number\": 1, \"name\": \"tool.execute\", \"outcome\": \"passed\", \"arguments\": {\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}, \"result\": {\"tool\": \"calculator\", \"execution\": \"execution_1\", \"status\": \"completed\", \"value\": {\"result\": 2}, \"duration_ms\": 0.1}, \"events\": [\"tool.start\", \"tool.complete\"], \"duration_ms\": 0.5}]}]}, \"format\": \"tap\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.format_report, junit: */
static void testing_format_report_junit(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.format_report", "{\"report\": {\"name\": \"suite\", \"outcome\": \"passed\", \"totals\": {\"scenarios\": 1, \"passed\": 1, \"failed\": 0, \"errors\": 0, \"skipped\": 0, \"steps\": 1}, \"duration_ms\": 12.5, \"started_at\": \"2026-01-01T00:00:00Z\", \"scenarios\": [{\"scenario\": \"adds\", \"tags\": [\"quick\"], \"outcome\": \"passed\", \"duration_ms\": 12, \"steps\": [{\"number\": 1, \"name\": \"tool.execute\", \"outcome\": \"passed\", \"arguments\": {\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}, \"result\": {\"tool\": \"calculator\", \"execution\": \"execution_1\", \"status\": \"completed\", \"value\": {\"result\": 2}, \"duration_ms\": 0.1}, \"events\": [\"tool.start\", \"tool.complete\"], \"duration_ms\": 0.5}]}]}, \"format\": \"junit\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.assert_equals, equal: */
static void testing_assert_equals_equal(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.assert_equals", "{\"actual\": {\"answer\": 42, \"of\": [1, 2.0]}, \"expected\": {\"of\": [1.0, 2], \"answer\": 42}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.assert_equals, different: The error names the place, what was expected there and what was given. */
static void testing_assert_equals_different(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.assert_equals", "{\"actual\": {\"text\": \"Hi\", \"parts\": [1, 2]}, \"expected\": {\"text\": \"Ho\", \"parts\": [1, 2]}, \"message\": \"The greeting\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.assert_equals, true_is_not_one: */
static void testing_assert_equals_true_is_not_one(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.assert_equals", "{\"actual\": true, \"expected\": 1}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.assert_contains, text: */
static void testing_assert_contains_text(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.assert_contains", "{\"actual\": \"Hello Ada\", \"expected\": \"Ada\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.assert_contains, item: */
static void testing_assert_contains_item(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.assert_contains", "{\"actual\": [1, 2, {\"name\": \"Ada\"}], \"expected\": {\"name\": {\"$regex\": \"^A\"}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.assert_contains, fields: */
static void testing_assert_contains_fields(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.assert_contains", "{\"actual\": {\"name\": \"Ada\", \"born\": 1815}, \"expected\": {\"born\": 1815}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.assert_contains, missing: */
static void testing_assert_contains_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.assert_contains", "{\"actual\": [1, 2], \"expected\": 3}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.assert_matches, nested: */
static void testing_assert_matches_nested(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.assert_matches", "{\"actual\": {\"text\": \"It is 22 degrees in Oslo.\", \"usage\": {\"tokens\": 17}, \"ids\": [3, 1, 2], \"share\": 0.30000001}, \"expected\": {\"text\": {\"$regex\": \"\\\\d+ degrees\"}, \"usage\": {\"tokens\": {\"$all_of\": [{\"$gt\": 10}, {\"$lt\": 20}]}}, \"ids\": {\"$unordered\": [1, 2, 3]}, \"share\": {\"$approx\": 0.3}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.assert_matches, different: */
static void testing_assert_matches_different(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.assert_matches", "{\"actual\": {\"text\": \"No idea.\"}, \"expected\": {\"text\": {\"$regex\": \"\\\\d+ degrees\"}}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.assert_matches, no_matcher: */
static void testing_assert_matches_no_matcher(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.assert_matches", "{\"actual\": 1, \"expected\": {\"$around\": 1}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status assert_throws_fails_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "out of order");
}

/* testing.assert_throws, fails: */
static void testing_assert_throws_fails(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, assert_throws_fails_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.assert_throws", example_format(example, "{\"action\": %s, \"error\": {\"code\": \"runtime.callback_failed\", \"message\": {\"$contains\": \"out of order\"}}}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

static llmspell_status assert_throws_does_not_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("42");
    return LLMSPELL_OK;
}

/* testing.assert_throws, does_not: */
static void testing_assert_throws_does_not(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, assert_throws_does_not_callback, example, NULL, &callback));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.assert_throws", example_format(example, "{\"action\": %s}", example_quote(example, callback)), &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* testing.compare, fits: */
static void testing_compare_fits(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.compare", "{\"actual\": [1, 2], \"expected\": {\"$length\": 2}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.compare, differences: */
static void testing_compare_differences(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.compare", "{\"actual\": {\"name\": \"Ada\", \"age\": 36, \"on\": true}, \"expected\": {\"name\": {\"$type\": \"string\"}, \"age\": \"36\", \"of\": 1}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.create_mock, tool: */
static void testing_create_mock_tool(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"weather\", \"type\": \"object\", \"responses\": [{\"returns\": {\"temperature\": 22}}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.create_mock, provider: */
static void testing_create_mock_provider(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_mock", "{\"mock\": {\"type\": \"service\", \"script\": [{\"text\": \"Hello.\"}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.create_mock, failing_function: */
static void testing_create_mock_failing_function(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"search\", \"type\": \"function\", \"responses\": [{\"fails\": {\"code\": \"tool.timed_out\", \"fields\": {\"tool\": \"search\", \"seconds\": 5}}}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.create_mock, taken: A tool of that name is there already. */
static void testing_create_mock_taken(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"calculator\", \"type\": \"object\"}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.create_mock, unknown_error: */
static void testing_create_mock_unknown_error(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"search\", \"type\": \"function\", \"responses\": [{\"fails\": {\"code\": \"tool.tired\"}}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.call_mock, in_order: */
static void testing_call_mock_in_order(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"next\", \"type\": \"function\", \"responses\": [{\"returns\": 1}, {\"returns\": 2}]}}", NULL));
    GIVEN(llmspell_call(session, "testing.call_mock", "{\"mock\": \"next\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.call_mock", "{\"mock\": \"next\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.call_mock, by_arguments: */
static void testing_call_mock_by_arguments(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"size\", \"type\": \"function\", \"responses\": [{\"when\": [{\"$regex\": \"^a\"}], \"returns\": \"small\", \"always\": true}, {\"returns\": \"large\", \"always\": true}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.call_mock", "{\"mock\": \"size\", \"arguments\": [\"bear\"]}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

static llmspell_status call_mock_handler_callback(void *user_data, const char *arguments_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_items(call_, arguments_json);
    example_called(example_);
    *result_json = llmspell_string_copy("7");
    return LLMSPELL_OK;
}

/* testing.call_mock, handler: A mock that watches over a function of the program's own. */
static void testing_call_mock_handler(example *example, llmspell_session *session)
{
    char *callback = NULL;
    GIVEN(llmspell_callback_new(session, call_mock_handler_callback, example, NULL, &callback));
    GIVEN(llmspell_call(session, "testing.create_mock", example_format(example, "{\"mock\": {\"name\": \"watched\", \"type\": \"function\", \"handler\": %s}}", example_quote(example, callback)), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.call_mock", "{\"mock\": \"watched\", \"arguments\": [1, \"b\"]}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(callback);
}

/* testing.call_mock, nothing_left: */
static void testing_call_mock_nothing_left(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"next\", \"type\": \"function\", \"responses\": [{\"returns\": 1}]}}", NULL));
    GIVEN(llmspell_call(session, "testing.call_mock", "{\"mock\": \"next\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.call_mock", "{\"mock\": \"next\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.get_mock_calls, tool: */
static void testing_get_mock_calls_tool(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"weather\", \"type\": \"object\", \"responses\": [{\"returns\": 22}]}}", NULL));
    GIVEN(llmspell_call(session, "tool.execute", "{\"name\": \"weather\", \"arguments\": {\"city\": \"Oslo\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.get_mock_calls", "{\"mock\": \"weather\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.get_mock_calls, provider: */
static void testing_get_mock_calls_provider(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"model\", \"type\": \"service\", \"model\": \"m\", \"script\": [{\"text\": \"Hello.\"}]}}", NULL));
    char *agent = NULL;
    GIVEN(llmspell_call(session, "agent.create", "{\"config\": {\"name\": \"helper\", \"provider\": \"model\"}}", &agent));
    GIVEN(llmspell_call(session, "agent.run", example_format(example, "{\"agent\": %s, \"input\": \"Hi\"}", agent), NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.get_mock_calls", "{\"mock\": \"model\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
    llmspell_string_free(agent);
}

/* testing.get_mock_calls, unknown: */
static void testing_get_mock_calls_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.get_mock_calls", "{\"mock\": \"nothing\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.list_mocks, one: */
static void testing_list_mocks_one(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"next\", \"type\": \"function\", \"responses\": [{\"returns\": 1}, {\"returns\": 2, \"always\": true}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.list_mocks", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.list_mocks, none: */
static void testing_list_mocks_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.list_mocks", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.verify_mock, called_with: */
static void testing_verify_mock_called_with(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"greet\", \"type\": \"function\"}}", NULL));
    GIVEN(llmspell_call(session, "testing.call_mock", "{\"mock\": \"greet\", \"arguments\": [\"Ada\"]}", NULL));
    GIVEN(llmspell_call(session, "testing.call_mock", "{\"mock\": \"greet\", \"arguments\": [\"Bob\"]}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.verify_mock", "{\"mock\": \"greet\", \"expectation\": {\"times\": 2, \"called_with\": [{\"$regex\": \"^A\"}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.verify_mock, too_often: */
static void testing_verify_mock_too_often(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"greet\", \"type\": \"function\"}}", NULL));
    GIVEN(llmspell_call(session, "testing.call_mock", "{\"mock\": \"greet\", \"arguments\": [\"Ada\"]}", NULL));
    GIVEN(llmspell_call(session, "testing.call_mock", "{\"mock\": \"greet\", \"arguments\": [\"Bob\"]}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.verify_mock", "{\"mock\": \"greet\", \"expectation\": {\"times\": 1}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.verify_mock, never_called_so: */
static void testing_verify_mock_never_called_so(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"greet\", \"type\": \"function\"}}", NULL));
    GIVEN(llmspell_call(session, "testing.call_mock", "{\"mock\": \"greet\", \"arguments\": [\"Ada\"]}", NULL));
    GIVEN(llmspell_call(session, "testing.call_mock", "{\"mock\": \"greet\", \"arguments\": [\"Bob\"]}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.verify_mock", "{\"mock\": \"greet\", \"expectation\": {\"called_with\": [\"Eve\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.verify_mock, unknown: */
static void testing_verify_mock_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.verify_mock", "{\"mock\": \"nothing\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.reset_mock, again: */
static void testing_reset_mock_again(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"next\", \"type\": \"function\", \"responses\": [{\"returns\": 1}]}}", NULL));
    GIVEN(llmspell_call(session, "testing.call_mock", "{\"mock\": \"next\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.reset_mock", "{\"mock\": \"next\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.reset_mock, unknown: */
static void testing_reset_mock_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.reset_mock", "{\"mock\": \"nothing\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.remove_mock, tool: */
static void testing_remove_mock_tool(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_mock", "{\"mock\": {\"name\": \"weather\", \"type\": \"object\"}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.remove_mock", "{\"mock\": \"weather\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.remove_mock, unknown: */
static void testing_remove_mock_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.remove_mock", "{\"mock\": \"nothing\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.create_fixture, stored: */
static void testing_create_fixture_stored(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_fixture", "{\"fixture\": {\"name\": \"stored\", \"values\": {\"key\": \"city\"}, \"setup\": [{\"call\": \"memory.store\", \"with\": {\"key\": \"$key\", \"value\": \"Oslo\"}}], \"teardown\": [{\"call\": \"memory.delete\", \"with\": {\"key\": \"$key\"}}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.create_fixture, taken: */
static void testing_create_fixture_taken(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_fixture", "{\"fixture\": {\"name\": \"stored\", \"values\": {\"key\": \"city\"}, \"setup\": [{\"call\": \"memory.store\", \"with\": {\"key\": \"$key\", \"value\": \"Oslo\"}}], \"teardown\": [{\"call\": \"memory.delete\", \"with\": {\"key\": \"$key\"}}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_fixture", "{\"fixture\": {\"name\": \"stored\", \"values\": {\"key\": \"city\"}, \"setup\": [{\"call\": \"memory.store\", \"with\": {\"key\": \"$key\", \"value\": \"Oslo\"}}], \"teardown\": [{\"call\": \"memory.delete\", \"with\": {\"key\": \"$key\"}}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.create_fixture, unknown_function: */
static void testing_create_fixture_unknown_function(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.create_fixture", "{\"fixture\": {\"name\": \"bad\", \"setup\": [{\"call\": \"memory.stare\"}]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.setup_fixture, stored: */
static void testing_setup_fixture_stored(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_fixture", "{\"fixture\": {\"name\": \"stored\", \"values\": {\"key\": \"city\"}, \"setup\": [{\"call\": \"memory.store\", \"with\": {\"key\": \"$key\", \"value\": \"Oslo\"}}], \"teardown\": [{\"call\": \"memory.delete\", \"with\": {\"key\": \"$key\"}}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.setup_fixture", "{\"fixture\": \"stored\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.setup_fixture, fails: */
static void testing_setup_fixture_fails(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_fixture", "{\"fixture\": {\"name\": \"bad\", \"setup\": [{\"call\": \"tool.get\", \"with\": {\"name\": \"pears\"}}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.setup_fixture", "{\"fixture\": \"bad\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.setup_fixture, unknown: */
static void testing_setup_fixture_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.setup_fixture", "{\"fixture\": \"nothing\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.teardown_fixture, all: */
static void testing_teardown_fixture_all(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_fixture", "{\"fixture\": {\"name\": \"stored\", \"values\": {\"key\": \"city\"}, \"setup\": [{\"call\": \"memory.store\", \"with\": {\"key\": \"$key\", \"value\": \"Oslo\"}}], \"teardown\": [{\"call\": \"memory.delete\", \"with\": {\"key\": \"$key\"}}]}}", NULL));
    GIVEN(llmspell_call(session, "testing.create_fixture", "{\"fixture\": {\"name\": \"more\", \"needs\": [\"stored\"]}}", NULL));
    GIVEN(llmspell_call(session, "testing.setup_fixture", "{\"fixture\": \"more\"}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.teardown_fixture", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.teardown_fixture, none: */
static void testing_teardown_fixture_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.teardown_fixture", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.teardown_fixture, unknown: */
static void testing_teardown_fixture_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.teardown_fixture", "{\"fixture\": \"nothing\"}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.list_fixtures, one: */
static void testing_list_fixtures_one(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_fixture", "{\"fixture\": {\"name\": \"stored\", \"values\": {\"key\": \"city\"}, \"setup\": [{\"call\": \"memory.store\", \"with\": {\"key\": \"$key\", \"value\": \"Oslo\"}}], \"teardown\": [{\"call\": \"memory.delete\", \"with\": {\"key\": \"$key\"}}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.list_fixtures", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.list_fixtures, none: */
static void testing_list_fixtures_none(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.list_fixtures", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.start_coverage, begin: */
static void testing_start_coverage_begin(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.start_coverage", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.stop_coverage, never_began: */
static void testing_stop_coverage_never_began(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.stop_coverage", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.get_coverage, event: */
static void testing_get_coverage_event(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.start_coverage", "{}", NULL));
    GIVEN(llmspell_call(session, "event.clear", "{}", NULL));
    GIVEN(llmspell_call(session, "event.clear", "{}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.get_coverage", "{\"options\": {\"bridges\": [\"event\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.get_coverage, never_began: */
static void testing_get_coverage_never_began(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.get_coverage", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.get_coverage, unknown_bridge: */
static void testing_get_coverage_unknown_bridge(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.start_coverage", "{}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.get_coverage", "{\"options\": {\"bridges\": [\"evnt\"]}}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.merge_coverage, twice: */
static void testing_merge_coverage_twice(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.merge_coverage", "{\"reports\": [{\"interface_version\": \"0.1.0\", \"recording\": true, \"sessions\": 1, \"functions\": {\"covered\": 1, \"total\": 8, \"percent\": 12.5}, \"events\": {\"covered\": 0, \"total\": 0, \"percent\": 100}, \"errors\": {\"covered\": 0, \"total\": 4, \"percent\": 0}, \"bridges\": [{\"bridge\": \"event\", \"functions\": {\"covered\": 1, \"total\": 8, \"percent\": 12.5, \"counts\": {\"event.clear\": 2}, \"missing\": [\"event.emit\"]}, \"events\": {\"covered\": 0, \"total\": 0, \"percent\": 100, \"counts\": {}, \"missing\": []}, \"errors\": {\"covered\": 0, \"total\": 4, \"percent\": 0, \"counts\": {}, \"missing\": [\"event.invalid_type\"]}}]}, {\"interface_version\": \"0.1.0\", \"recording\": true, \"sessions\": 1, \"functions\": {\"covered\": 1, \"total\": 8, \"percent\": 12.5}, \"events\": {\"covered\": 0, \"total\": 0, \"percent\": 100}, \"errors\": {\"covered\": 0, \"total\": 4, \"percent\": 0}, \"bridges\": [{\"bridge\": \"event\", \"functions\": {\"covered\": 1, \"total\": 8, \"percent\": 12.5, \"counts\": {\"event.clear\": 2}, \"missing\": [\"event.emit\"]}, \"events\": {\"covered\": 0, \"total\": 0, \"percent\": 100, \"counts\": {}, \"missing\": []}, \"errors\": {\"covered\": 0, \"total\": 4, \"percent\": 0, \"counts\": {}, \"missing\": [\"event.invalid_type\"]}}]}]}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.merge_coverage, not_ours: */
static void testing_merge_coverage_not_ours(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.merge_coverage", "{\"reports\": [{\"interface_version\": \"0.1.0\", \"recording\": false, \"sessions\": 1, \"functions\": {\"covered\": 1, \"total\": 1, \"percent\": 100}, \"events\": {\"covered\": 0, \"total\": 0, \"percent\": 100}, \"errors\": {\"covered\": 0, \"total\": 0, \"percent\": 100}, \"bridges\": []}, {\"interface_version\": \"0.1.0\", \"recording\": false, \"sessions\": 1, \"functions\": {\"covered\": 1, \"total\": 1, \"percent\": 100}, \"events\": {\"covered\": 0, \"total\": 0, \"percent\": 100}, \"errors\": {\"covered\": 0, \"total\": 0, \"percent\": 100}, \"bridges\": [{\"bridge\": \"kitchen\", \"functions\": {\"covered\": 1, \"total\": 1, \"percent\": 100, \"counts\": {\"kitchen.cook\": 1}, \"missing\": []}, \"events\": {\"covered\": 0, \"total\": 0, \"percent\": 100, \"counts\": {}, \"missing\": []}, \"errors\": {\"covered\": 0, \"total\": 0, \"percent\": 100, \"counts\": {}, \"missing\": []}}]}]}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

/* testing.reset, scenarios: */
static void testing_reset_scenarios(example *example, llmspell_session *session)
{
    GIVEN(llmspell_call(session, "testing.create_scenario", "{\"scenario\": {\"name\": \"adds\", \"tags\": [\"quick\"], \"steps\": [{\"call\": \"tool.execute\", \"with\": {\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}, \"expect\": {\"result\": {\"$partial\": {\"value\": {\"result\": 2}}}}}]}}", NULL));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_call(session, "testing.reset", "{}", &result)))
        json_raw(example_result(example), result);
    llmspell_string_free(result);
}

int main(void)
{
    example_run("testing.create_scenario", "calculator", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_scenario_calculator);
    example_run("testing.create_scenario", "unnamed", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_scenario_unnamed);
    example_run("testing.create_scenario", "taken", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_scenario_taken);
    example_run("testing.create_scenario", "unknown_function", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_scenario_unknown_function);
    example_run("testing.create_scenario", "unknown_matcher", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_scenario_unknown_matcher);
    example_run("testing.load_scenarios", "json", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", testing_load_scenarios_json);
    example_run("testing.load_scenarios", "missing", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"]}, \"record_events\": true}", testing_load_scenarios_missing);
    example_run("testing.load_scenarios", "no_scenarios", "{\"permissions\": {\"llm\": true, \"fs.read\": [\".\"], \"fs.write\": [\".\"]}, \"record_events\": true}", testing_load_scenarios_no_scenarios);
    example_run("testing.load_scenarios", "forbidden", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_load_scenarios_forbidden);
    example_run("testing.list_scenarios", "tagged", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_list_scenarios_tagged);
    example_run("testing.list_scenarios", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_list_scenarios_none);
    example_run("testing.run_scenario", "tool_with_a_double", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_run_scenario_tool_with_a_double);
    example_run("testing.run_scenario", "own_function", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_run_scenario_own_function);
    example_run("testing.run_scenario", "what_is_not_as_expected", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_run_scenario_what_is_not_as_expected);
    example_run("testing.run_scenario", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_run_scenario_unknown);
    example_run("testing.run_suite", "tagged", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_run_suite_tagged);
    example_run("testing.run_suite", "stop_on_failure", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_run_suite_stop_on_failure);
    example_run("testing.run_suite", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_run_suite_unknown);
    example_run("testing.format_report", "tap", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_format_report_tap);
    example_run("testing.format_report", "junit", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_format_report_junit);
    example_run("testing.assert_equals", "equal", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_assert_equals_equal);
    example_run("testing.assert_equals", "different", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_assert_equals_different);
    example_run("testing.assert_equals", "true_is_not_one", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_assert_equals_true_is_not_one);
    example_run("testing.assert_contains", "text", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_assert_contains_text);
    example_run("testing.assert_contains", "item", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_assert_contains_item);
    example_run("testing.assert_contains", "fields", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_assert_contains_fields);
    example_run("testing.assert_contains", "missing", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_assert_contains_missing);
    example_run("testing.assert_matches", "nested", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_assert_matches_nested);
    example_run("testing.assert_matches", "different", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_assert_matches_different);
    example_run("testing.assert_matches", "no_matcher", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_assert_matches_no_matcher);
    example_run("testing.assert_throws", "fails", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_assert_throws_fails);
    example_run("testing.assert_throws", "does_not", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_assert_throws_does_not);
    example_run("testing.compare", "fits", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_compare_fits);
    example_run("testing.compare", "differences", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_compare_differences);
    example_run("testing.create_mock", "tool", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_mock_tool);
    example_run("testing.create_mock", "provider", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_mock_provider);
    example_run("testing.create_mock", "failing_function", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_mock_failing_function);
    example_run("testing.create_mock", "taken", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_mock_taken);
    example_run("testing.create_mock", "unknown_error", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_mock_unknown_error);
    example_run("testing.call_mock", "in_order", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_call_mock_in_order);
    example_run("testing.call_mock", "by_arguments", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_call_mock_by_arguments);
    example_run("testing.call_mock", "handler", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_call_mock_handler);
    example_run("testing.call_mock", "nothing_left", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_call_mock_nothing_left);
    example_run("testing.get_mock_calls", "tool", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_get_mock_calls_tool);
    example_run("testing.get_mock_calls", "provider", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_get_mock_calls_provider);
    example_run("testing.get_mock_calls", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_get_mock_calls_unknown);
    example_run("testing.list_mocks", "one", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_list_mocks_one);
    example_run("testing.list_mocks", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_list_mocks_none);
    example_run("testing.verify_mock", "called_with", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_verify_mock_called_with);
    example_run("testing.verify_mock", "too_often", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_verify_mock_too_often);
    example_run("testing.verify_mock", "never_called_so", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_verify_mock_never_called_so);
    example_run("testing.verify_mock", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_verify_mock_unknown);
    example_run("testing.reset_mock", "again", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_reset_mock_again);
    example_run("testing.reset_mock", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_reset_mock_unknown);
    example_run("testing.remove_mock", "tool", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_remove_mock_tool);
    example_run("testing.remove_mock", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_remove_mock_unknown);
    example_run("testing.create_fixture", "stored", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_fixture_stored);
    example_run("testing.create_fixture", "taken", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_fixture_taken);
    example_run("testing.create_fixture", "unknown_function", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_create_fixture_unknown_function);
    example_run("testing.setup_fixture", "stored", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_setup_fixture_stored);
    example_run("testing.setup_fixture", "fails", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_setup_fixture_fails);
    example_run("testing.setup_fixture", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_setup_fixture_unknown);
    example_run("testing.teardown_fixture", "all", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_teardown_fixture_all);
    example_run("testing.teardown_fixture", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_teardown_fixture_none);
    example_run("testing.teardown_fixture", "unknown", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_teardown_fixture_unknown);
    example_run("testing.list_fixtures", "one", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_list_fixtures_one);
    example_run("testing.list_fixtures", "none", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_list_fixtures_none);
    example_run("testing.start_coverage", "begin", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_start_coverage_begin);
    example_run("testing.stop_coverage", "never_began", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_stop_coverage_never_began);
    example_run("testing.get_coverage", "event", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_get_coverage_event);
    example_run("testing.get_coverage", "never_began", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_get_coverage_never_began);
    example_run("testing.get_coverage", "unknown_bridge", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_get_coverage_unknown_bridge);
    example_run("testing.merge_coverage", "twice", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_merge_coverage_twice);
    example_run("testing.merge_coverage", "not_ours", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_merge_coverage_not_ours);
    example_run("testing.reset", "scenarios", "{\"permissions\": {\"llm\": true}, \"record_events\": true}", testing_reset_scenarios);
    return 0;
}
