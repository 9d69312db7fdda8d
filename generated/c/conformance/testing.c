/* Every example of testing, with structs. Made by bridgegen; change the interface, not this file. */
#include <stddef.h>

#include "example.h"
#include "llmspell.h"

static void put_string_list(json *out, const llmspell_string_list *value);
static void put_testing_scenario_info_list(json *out, const llmspell_testing_scenario_info_list *value);
static void put_testing_scenario_info(json *out, const llmspell_testing_scenario_info *value);
static void put_testing_scenario_result(json *out, const llmspell_testing_scenario_result *value);
static const char *name_of_testing_outcome(llmspell_testing_outcome value);
static void put_testing_step_result_list(json *out, const llmspell_testing_step_result_list *value);
static void put_testing_step_result(json *out, const llmspell_testing_step_result *value);
static void put_error_info(json *out, const llmspell_error_info *value);
static void put_testing_difference_list(json *out, const llmspell_testing_difference_list *value);
static void put_testing_difference(json *out, const llmspell_testing_difference *value);
static void put_testing_mock_info_list(json *out, const llmspell_testing_mock_info_list *value);
static void put_testing_mock_info(json *out, const llmspell_testing_mock_info *value);
static const char *name_of_testing_mock_type(llmspell_testing_mock_type value);
static void put_int64_list(json *out, const llmspell_int64_list *value);
static void put_testing_suite_report(json *out, const llmspell_testing_suite_report *value);
static void put_testing_suite_totals(json *out, const llmspell_testing_suite_totals *value);
static void put_testing_scenario_result_list(json *out, const llmspell_testing_scenario_result_list *value);
static void put_testing_coverage_report(json *out, const llmspell_testing_coverage_report *value);
static void put_testing_coverage_count(json *out, const llmspell_testing_coverage_count *value);
static void put_testing_bridge_coverage_list(json *out, const llmspell_testing_bridge_coverage_list *value);
static void put_testing_bridge_coverage(json *out, const llmspell_testing_bridge_coverage *value);
static void put_testing_coverage_detail(json *out, const llmspell_testing_coverage_detail *value);
static void put_int64_map(json *out, const llmspell_int64_map *value);
static void put_testing_comparison(json *out, const llmspell_testing_comparison *value);
static void put_json_list(json *out, const llmspell_json_list *value);
static void put_testing_mock_call_list(json *out, const llmspell_testing_mock_call_list *value);
static void put_testing_mock_call(json *out, const llmspell_testing_mock_call *value);
static void put_testing_fixture_info_list(json *out, const llmspell_testing_fixture_info_list *value);
static void put_testing_fixture_info(json *out, const llmspell_testing_fixture_info *value);
static const char *name_of_testing_fixture_scope(llmspell_testing_fixture_scope value);

static void put_string_list(json *out, const llmspell_string_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_text(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_testing_scenario_info(json *out, const llmspell_testing_scenario_info *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    if (value->summary != NULL) {
        json_key(out, "summary");
        json_text(out, value->summary);
    }
    json_key(out, "tags");
    put_string_list(out, &value->tags);
    json_key(out, "steps");
    json_integer(out, value->steps);
    if (value->source != NULL) {
        json_key(out, "source");
        json_text(out, value->source);
    }
    json_close(out, '}');
}

static void put_testing_scenario_info_list(json *out, const llmspell_testing_scenario_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_testing_scenario_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

static const char *name_of_testing_outcome(llmspell_testing_outcome value)
{
    switch (value) {
    case LLMSPELL_TESTING_OUTCOME_PASSED:
        return "passed";
    case LLMSPELL_TESTING_OUTCOME_FAILED:
        return "failed";
    case LLMSPELL_TESTING_OUTCOME_ERROR:
        return "error";
    case LLMSPELL_TESTING_OUTCOME_SKIPPED:
        return "skipped";
    default:
        return NULL;
    }
}

static void put_error_info(json *out, const llmspell_error_info *value)
{
    json_open(out, '{');
    json_key(out, "code");
    json_text(out, value->code);
    json_key(out, "message");
    json_text(out, value->message);
    json_key(out, "fields");
    json_raw(out, value->fields_json);
    json_key(out, "recovery");
    json_text(out, value->recovery);
    if (value->has_http_status) {
        json_key(out, "http_status");
        json_integer(out, value->http_status);
    }
    json_key(out, "trace_id");
    json_text(out, value->trace_id);
    if (value->cause != NULL || value->cause_is_null) {
        json_key(out, "cause");
        if (value->cause_is_null)
            json_null(out);
        else
            put_error_info(out, value->cause);
    }
    json_close(out, '}');
}

static void put_testing_difference(json *out, const llmspell_testing_difference *value)
{
    json_open(out, '{');
    json_key(out, "path");
    json_text(out, value->path);
    json_key(out, "message");
    json_text(out, value->message);
    if (value->expected_json != NULL) {
        json_key(out, "expected");
        json_raw(out, value->expected_json);
    }
    if (value->actual_json != NULL) {
        json_key(out, "actual");
        json_raw(out, value->actual_json);
    }
    json_close(out, '}');
}

static void put_testing_difference_list(json *out, const llmspell_testing_difference_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_testing_difference(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_testing_step_result(json *out, const llmspell_testing_step_result *value)
{
    json_open(out, '{');
    json_key(out, "number");
    json_integer(out, value->number);
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "outcome");
    json_text(out, name_of_testing_outcome(value->outcome));
    if (value->fixture != NULL) {
        json_key(out, "fixture");
        json_text(out, value->fixture);
    }
    if (value->arguments_json != NULL) {
        json_key(out, "arguments");
        json_raw(out, value->arguments_json);
    }
    if (value->result_json != NULL) {
        json_key(out, "result");
        json_raw(out, value->result_json);
    }
    if (value->error != NULL) {
        json_key(out, "error");
        put_error_info(out, value->error);
    }
    if (value->differences.items != NULL) {
        json_key(out, "differences");
        put_testing_difference_list(out, &value->differences);
    }
    if (value->events.items != NULL) {
        json_key(out, "events");
        put_string_list(out, &value->events);
    }
    json_key(out, "duration_ms");
    json_number(out, value->duration_ms);
    json_close(out, '}');
}

static void put_testing_step_result_list(json *out, const llmspell_testing_step_result_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_testing_step_result(out, &value->items[i]);
    }
    json_close(out, ']');
}

static const char *name_of_testing_mock_type(llmspell_testing_mock_type value)
{
    switch (value) {
    case LLMSPELL_TESTING_MOCK_TYPE_FUNCTION:
        return "function";
    case LLMSPELL_TESTING_MOCK_TYPE_OBJECT:
        return "object";
    case LLMSPELL_TESTING_MOCK_TYPE_SERVICE:
        return "service";
    default:
        return NULL;
    }
}

static void put_int64_list(json *out, const llmspell_int64_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_integer(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_testing_mock_info(json *out, const llmspell_testing_mock_info *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "type");
    json_text(out, name_of_testing_mock_type(value->type));
    json_key(out, "calls");
    json_integer(out, value->calls);
    json_key(out, "responses");
    json_integer(out, value->responses);
    json_key(out, "unused");
    put_int64_list(out, &value->unused);
    json_close(out, '}');
}

static void put_testing_mock_info_list(json *out, const llmspell_testing_mock_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_testing_mock_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_testing_scenario_result(json *out, const llmspell_testing_scenario_result *value)
{
    json_open(out, '{');
    json_key(out, "scenario");
    json_text(out, value->scenario);
    if (value->summary != NULL) {
        json_key(out, "summary");
        json_text(out, value->summary);
    }
    if (value->tags.items != NULL) {
        json_key(out, "tags");
        put_string_list(out, &value->tags);
    }
    if (value->source != NULL) {
        json_key(out, "source");
        json_text(out, value->source);
    }
    json_key(out, "outcome");
    json_text(out, name_of_testing_outcome(value->outcome));
    if (value->reason != NULL) {
        json_key(out, "reason");
        json_text(out, value->reason);
    }
    json_key(out, "duration_ms");
    json_number(out, value->duration_ms);
    json_key(out, "steps");
    put_testing_step_result_list(out, &value->steps);
    if (value->differences.items != NULL) {
        json_key(out, "differences");
        put_testing_difference_list(out, &value->differences);
    }
    if (value->mocks.items != NULL) {
        json_key(out, "mocks");
        put_testing_mock_info_list(out, &value->mocks);
    }
    json_close(out, '}');
}

static void put_testing_suite_totals(json *out, const llmspell_testing_suite_totals *value)
{
    json_open(out, '{');
    json_key(out, "scenarios");
    json_integer(out, value->scenarios);
    json_key(out, "passed");
    json_integer(out, value->passed);
    json_key(out, "failed");
    json_integer(out, value->failed);
    json_key(out, "errors");
    json_integer(out, value->errors);
    json_key(out, "skipped");
    json_integer(out, value->skipped);
    json_key(out, "steps");
    json_integer(out, value->steps);
    json_close(out, '}');
}

static void put_testing_scenario_result_list(json *out, const llmspell_testing_scenario_result_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_testing_scenario_result(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_testing_coverage_count(json *out, const llmspell_testing_coverage_count *value)
{
    json_open(out, '{');
    json_key(out, "covered");
    json_integer(out, value->covered);
    json_key(out, "total");
    json_integer(out, value->total);
    json_key(out, "percent");
    json_number(out, value->percent);
    json_close(out, '}');
}

static void put_int64_map(json *out, const llmspell_int64_map *value)
{
    json_open(out, '{');
    for (size_t i = 0; i < value->count; i++) {
        json_key(out, value->entries[i].key);
        json_integer(out, value->entries[i].value);
    }
    json_close(out, '}');
}

static void put_testing_coverage_detail(json *out, const llmspell_testing_coverage_detail *value)
{
    json_open(out, '{');
    json_key(out, "covered");
    json_integer(out, value->covered);
    json_key(out, "total");
    json_integer(out, value->total);
    json_key(out, "percent");
    json_number(out, value->percent);
    json_key(out, "counts");
    put_int64_map(out, &value->counts);
    json_key(out, "missing");
    put_string_list(out, &value->missing);
    json_close(out, '}');
}

static void put_testing_bridge_coverage(json *out, const llmspell_testing_bridge_coverage *value)
{
    json_open(out, '{');
    json_key(out, "bridge");
    json_text(out, value->bridge);
    json_key(out, "functions");
    put_testing_coverage_detail(out, value->functions);
    json_key(out, "events");
    put_testing_coverage_detail(out, value->events);
    json_key(out, "errors");
    put_testing_coverage_detail(out, value->errors);
    json_close(out, '}');
}

static void put_testing_bridge_coverage_list(json *out, const llmspell_testing_bridge_coverage_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_testing_bridge_coverage(out, &value->items[i]);
    }
    json_close(out, ']');
}

static void put_testing_coverage_report(json *out, const llmspell_testing_coverage_report *value)
{
    json_open(out, '{');
    json_key(out, "interface_version");
    json_text(out, value->interface_version);
    json_key(out, "recording");
    json_boolean(out, value->recording);
    json_key(out, "sessions");
    json_integer(out, value->sessions);
    json_key(out, "functions");
    put_testing_coverage_count(out, value->functions);
    json_key(out, "events");
    put_testing_coverage_count(out, value->events);
    json_key(out, "errors");
    put_testing_coverage_count(out, value->errors);
    json_key(out, "bridges");
    put_testing_bridge_coverage_list(out, &value->bridges);
    json_close(out, '}');
}

static void put_testing_suite_report(json *out, const llmspell_testing_suite_report *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    json_key(out, "outcome");
    json_text(out, name_of_testing_outcome(value->outcome));
    if (value->reason != NULL) {
        json_key(out, "reason");
        json_text(out, value->reason);
    }
    json_key(out, "totals");
    put_testing_suite_totals(out, value->totals);
    json_key(out, "duration_ms");
    json_number(out, value->duration_ms);
    if (value->started_at != NULL) {
        json_key(out, "started_at");
        json_text(out, value->started_at);
    }
    json_key(out, "scenarios");
    put_testing_scenario_result_list(out, &value->scenarios);
    if (value->fixtures.items != NULL) {
        json_key(out, "fixtures");
        put_testing_step_result_list(out, &value->fixtures);
    }
    if (value->coverage != NULL) {
        json_key(out, "coverage");
        put_testing_coverage_report(out, value->coverage);
    }
    json_close(out, '}');
}

static void put_testing_comparison(json *out, const llmspell_testing_comparison *value)
{
    json_open(out, '{');
    json_key(out, "matched");
    json_boolean(out, value->matched);
    json_key(out, "differences");
    put_testing_difference_list(out, &value->differences);
    json_close(out, '}');
}

static void put_json_list(json *out, const llmspell_json_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        json_raw(out, value->items[i]);
    }
    json_close(out, ']');
}

static void put_testing_mock_call(json *out, const llmspell_testing_mock_call *value)
{
    json_open(out, '{');
    json_key(out, "number");
    json_integer(out, value->number);
    json_key(out, "arguments");
    put_json_list(out, &value->arguments);
    if (value->has_response) {
        json_key(out, "response");
        json_integer(out, value->response);
    }
    if (value->returned_json != NULL) {
        json_key(out, "returned");
        json_raw(out, value->returned_json);
    }
    if (value->error != NULL) {
        json_key(out, "error");
        put_error_info(out, value->error);
    }
    json_close(out, '}');
}

static void put_testing_mock_call_list(json *out, const llmspell_testing_mock_call_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_testing_mock_call(out, &value->items[i]);
    }
    json_close(out, ']');
}

static const char *name_of_testing_fixture_scope(llmspell_testing_fixture_scope value)
{
    switch (value) {
    case LLMSPELL_TESTING_FIXTURE_SCOPE_SCENARIO:
        return "scenario";
    case LLMSPELL_TESTING_FIXTURE_SCOPE_SUITE:
        return "suite";
    default:
        return NULL;
    }
}

static void put_testing_fixture_info(json *out, const llmspell_testing_fixture_info *value)
{
    json_open(out, '{');
    json_key(out, "name");
    json_text(out, value->name);
    if (value->summary != NULL) {
        json_key(out, "summary");
        json_text(out, value->summary);
    }
    json_key(out, "scope");
    json_text(out, name_of_testing_fixture_scope(value->scope));
    json_key(out, "active");
    json_boolean(out, value->active);
    json_close(out, '}');
}

static void put_testing_fixture_info_list(json *out, const llmspell_testing_fixture_info_list *value)
{
    json_open(out, '[');
    for (size_t i = 0; i < value->count; i++) {
        put_testing_fixture_info(out, &value->items[i]);
    }
    json_close(out, ']');
}

/* testing.create_scenario, calculator: */
static void testing_create_scenario_calculator(example *example, llmspell_session *session)
{
    llmspell_testing_scenario_definition scenario;
    llmspell_testing_scenario_definition_init(&scenario);
    scenario.name = "adds";
    const char *tags_items[] = {"quick"};
    llmspell_string_list tags = {tags_items, 1};
    scenario.tags = tags;
    llmspell_testing_scenario_step steps_items[1];
    llmspell_testing_scenario_step_init(&steps_items[0]);
    steps_items[0].call = "tool.execute";
    steps_items[0].with_json = "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}";
    llmspell_testing_step_expectation expect;
    llmspell_testing_step_expectation_init(&expect);
    expect.result_json = "{\"$partial\": {\"value\": {\"result\": 2}}}";
    steps_items[0].expect = &expect;
    llmspell_testing_scenario_step_list steps = {steps_items, 1};
    scenario.steps = steps;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_scenario(session, &scenario, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.create_scenario, unnamed: */
static void testing_create_scenario_unnamed(example *example, llmspell_session *session)
{
    llmspell_testing_scenario_definition scenario;
    llmspell_testing_scenario_definition_init(&scenario);
    llmspell_testing_scenario_step steps_items[1];
    llmspell_testing_scenario_step_list steps = {steps_items, 0};
    scenario.steps = steps;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_scenario(session, &scenario, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.create_scenario, taken: */
static void testing_create_scenario_taken(example *example, llmspell_session *session)
{
    llmspell_testing_scenario_definition scenario;
    llmspell_testing_scenario_definition_init(&scenario);
    scenario.name = "adds";
    const char *tags_items[] = {"quick"};
    llmspell_string_list tags = {tags_items, 1};
    scenario.tags = tags;
    llmspell_testing_scenario_step steps_items[1];
    llmspell_testing_scenario_step_init(&steps_items[0]);
    steps_items[0].call = "tool.execute";
    steps_items[0].with_json = "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}";
    llmspell_testing_step_expectation expect;
    llmspell_testing_step_expectation_init(&expect);
    expect.result_json = "{\"$partial\": {\"value\": {\"result\": 2}}}";
    steps_items[0].expect = &expect;
    llmspell_testing_scenario_step_list steps = {steps_items, 1};
    scenario.steps = steps;
    char *string = NULL;
    GIVEN(llmspell_testing_create_scenario(session, &scenario, &string));
    llmspell_testing_scenario_definition scenario_;
    llmspell_testing_scenario_definition_init(&scenario_);
    scenario_.name = "adds";
    const char *tags__items[] = {"quick"};
    llmspell_string_list tags_ = {tags__items, 1};
    scenario_.tags = tags_;
    llmspell_testing_scenario_step steps__items[1];
    llmspell_testing_scenario_step_init(&steps__items[0]);
    steps__items[0].call = "tool.execute";
    steps__items[0].with_json = "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}";
    llmspell_testing_step_expectation expect_;
    llmspell_testing_step_expectation_init(&expect_);
    expect_.result_json = "{\"$partial\": {\"value\": {\"result\": 2}}}";
    steps__items[0].expect = &expect_;
    llmspell_testing_scenario_step_list steps_ = {steps__items, 1};
    scenario_.steps = steps_;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_scenario(session, &scenario_, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(string);
}

/* testing.create_scenario, unknown_function: */
static void testing_create_scenario_unknown_function(example *example, llmspell_session *session)
{
    llmspell_testing_scenario_definition scenario;
    llmspell_testing_scenario_definition_init(&scenario);
    scenario.name = "adds";
    llmspell_testing_scenario_step steps_items[1];
    llmspell_testing_scenario_step_init(&steps_items[0]);
    steps_items[0].call = "tool.exekute";
    llmspell_testing_scenario_step_list steps = {steps_items, 1};
    scenario.steps = steps;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_scenario(session, &scenario, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.create_scenario, unknown_matcher: */
static void testing_create_scenario_unknown_matcher(example *example, llmspell_session *session)
{
    llmspell_testing_scenario_definition scenario;
    llmspell_testing_scenario_definition_init(&scenario);
    llmspell_testing_scenario_step steps_items[1];
    llmspell_testing_scenario_step_init(&steps_items[0]);
    steps_items[0].call = "tool.list";
    llmspell_testing_step_expectation expect;
    llmspell_testing_step_expectation_init(&expect);
    expect.result_json = "{\"$contain\": 1}";
    steps_items[0].expect = &expect;
    llmspell_testing_scenario_step_list steps = {steps_items, 1};
    scenario.steps = steps;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_scenario(session, &scenario, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.load_scenarios, json: */
static void testing_load_scenarios_json(example *example, llmspell_session *session)
{
    llmspell_tool_result result_;
    GIVEN(llmspell_tool_execute(session, "file_write", "{\"path\": \"adds.scenario.json\", \"text\": \"{\\\"scenarios\\\": [{\\\"name\\\": \\\"adds\\\", \\\"steps\\\": [{\\\"call\\\": \\\"tool.list\\\"}]}, {\\\"name\\\": \\\"rests\\\", \\\"steps\\\": []}]}\"}", NULL, &result_));
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_testing_load_scenarios(session, "adds.scenario.json", &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
    llmspell_tool_result_free(&result_);
}

/* testing.load_scenarios, missing: */
static void testing_load_scenarios_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_testing_load_scenarios(session, "missing.scenario.json", &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
}

/* testing.load_scenarios, no_scenarios: */
static void testing_load_scenarios_no_scenarios(example *example, llmspell_session *session)
{
    llmspell_tool_result result_;
    GIVEN(llmspell_tool_execute(session, "file_write", "{\"path\": \"tests.json\", \"text\": \"{\\\"tests\\\": []}\"}", NULL, &result_));
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_testing_load_scenarios(session, "tests.json", &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
    llmspell_tool_result_free(&result_);
}

/* testing.load_scenarios, forbidden: */
static void testing_load_scenarios_forbidden(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_testing_load_scenarios(session, "adds.scenario.json", &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
}

/* testing.list_scenarios, tagged: */
static void testing_list_scenarios_tagged(example *example, llmspell_session *session)
{
    llmspell_testing_scenario_definition scenario;
    llmspell_testing_scenario_definition_init(&scenario);
    scenario.name = "adds";
    const char *tags_items[] = {"quick"};
    llmspell_string_list tags = {tags_items, 1};
    scenario.tags = tags;
    llmspell_testing_scenario_step steps_items[1];
    llmspell_testing_scenario_step_init(&steps_items[0]);
    steps_items[0].call = "tool.execute";
    steps_items[0].with_json = "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}";
    llmspell_testing_step_expectation expect;
    llmspell_testing_step_expectation_init(&expect);
    expect.result_json = "{\"$partial\": {\"value\": {\"result\": 2}}}";
    steps_items[0].expect = &expect;
    llmspell_testing_scenario_step_list steps = {steps_items, 1};
    scenario.steps = steps;
    char *string = NULL;
    GIVEN(llmspell_testing_create_scenario(session, &scenario, &string));
    llmspell_testing_scenario_definition scenario_;
    llmspell_testing_scenario_definition_init(&scenario_);
    llmspell_testing_scenario_step steps__items[1];
    llmspell_testing_scenario_step_list steps_ = {steps__items, 0};
    scenario_.steps = steps_;
    char *string_ = NULL;
    GIVEN(llmspell_testing_create_scenario(session, &scenario_, &string_));
    const char *tags__items[] = {"quick"};
    llmspell_string_list tags_ = {tags__items, 1};
    example_begin(example);
    llmspell_testing_scenario_info_list result;
    if (example_worked(example, llmspell_testing_list_scenarios(session, &tags_, &result))) {
        put_testing_scenario_info_list(example_result(example), &result);
        llmspell_testing_scenario_info_list_free(&result);
    }
    llmspell_string_free(string_);
    llmspell_string_free(string);
}

/* testing.list_scenarios, none: */
static void testing_list_scenarios_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_testing_scenario_info_list result;
    if (example_worked(example, llmspell_testing_list_scenarios(session, NULL, &result))) {
        put_testing_scenario_info_list(example_result(example), &result);
        llmspell_testing_scenario_info_list_free(&result);
    }
}

/* testing.run_scenario, tool_with_a_double: A tool is a mock; the result of one step is used in the next. */
static void testing_run_scenario_tool_with_a_double(example *example, llmspell_session *session)
{
    llmspell_testing_scenario_definition scenario;
    llmspell_testing_scenario_definition_init(&scenario);
    scenario.name = "weather";
    llmspell_testing_mock_definition mocks_items[1];
    llmspell_testing_mock_definition_init(&mocks_items[0]);
    mocks_items[0].name = "weather";
    mocks_items[0].type = LLMSPELL_TESTING_MOCK_TYPE_OBJECT;
    llmspell_testing_mock_response responses_items[1];
    llmspell_testing_mock_response_init(&responses_items[0]);
    const char *when_items[] = {"{\"city\": \"Oslo\"}"};
    llmspell_json_list when = {when_items, 1};
    responses_items[0].when = when;
    responses_items[0].returns_json = "{\"temperature\": 22}";
    llmspell_testing_mock_response_list responses = {responses_items, 1};
    mocks_items[0].responses = responses;
    llmspell_testing_mock_definition_list mocks = {mocks_items, 1};
    scenario.mocks = mocks;
    llmspell_testing_scenario_step steps_items[3];
    llmspell_testing_scenario_step_init(&steps_items[0]);
    steps_items[0].call = "tool.execute";
    steps_items[0].with_json = "{\"name\": \"weather\", \"arguments\": {\"city\": \"Oslo\"}}";
    steps_items[0].as = "found";
    llmspell_testing_step_expectation expect;
    llmspell_testing_step_expectation_init(&expect);
    expect.result_json = "{\"$partial\": {\"status\": \"completed\", \"value\": {\"temperature\": {\"$gt\": 20}}}}";
    steps_items[0].expect = &expect;
    llmspell_testing_scenario_step_init(&steps_items[1]);
    steps_items[1].call = "memory.store";
    steps_items[1].with_json = "{\"key\": \"oslo\", \"value\": \"$found.value.temperature\"}";
    llmspell_testing_step_expectation expect_;
    llmspell_testing_step_expectation_init(&expect_);
    llmspell_testing_call_expectation mocks__;
    llmspell_testing_call_expectation_init(&mocks__);
    mocks__.has_times = true;
    mocks__.times = 1;
    const char *called_with_items[] = {"{\"city\": \"Oslo\"}"};
    llmspell_json_list called_with = {called_with_items, 1};
    mocks__.called_with = called_with;
    llmspell_testing_call_expectation_entry mocks__entries[] = {{"weather", &mocks__}};
    llmspell_testing_call_expectation_map mocks_ = {mocks__entries, 1};
    expect_.mocks = mocks_;
    steps_items[1].expect = &expect_;
    llmspell_testing_scenario_step_init(&steps_items[2]);
    steps_items[2].call = "memory.retrieve";
    steps_items[2].with_json = "{\"key\": \"oslo\"}";
    llmspell_testing_step_expectation expect__;
    llmspell_testing_step_expectation_init(&expect__);
    expect__.result_json = "22";
    steps_items[2].expect = &expect__;
    llmspell_testing_scenario_step_list steps = {steps_items, 3};
    scenario.steps = steps;
    char *scenario_ = NULL;
    GIVEN(llmspell_testing_create_scenario(session, &scenario, &scenario_));
    example_begin(example);
    llmspell_testing_scenario_result result;
    if (example_worked(example, llmspell_testing_run_scenario(session, scenario_, NULL, &result))) {
        put_testing_scenario_result(example_result(example), &result);
        llmspell_testing_scenario_result_free(&result);
    }
    llmspell_string_free(scenario_);
}

static llmspell_status run_scenario_own_function_callback(void *user_data, const char *input_json, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    json_raw(call_, input_json);
    example_called(example_);
    *result_json = llmspell_string_copy("{\"count\": 3}");
    return LLMSPELL_OK;
}

/* testing.run_scenario, own_function: A step that runs a function of the program's own, and one that expects an error. */
static void testing_run_scenario_own_function(example *example, llmspell_session *session)
{
    llmspell_testing_scenario_definition scenario;
    llmspell_testing_scenario_definition_init(&scenario);
    scenario.name = "own";
    llmspell_testing_scenario_step steps_items[2];
    llmspell_testing_scenario_step_init(&steps_items[0]);
    steps_items[0].name = "count";
    steps_items[0].run = (llmspell_testing_step_function){.call = run_scenario_own_function_callback, .user_data = example};
    steps_items[0].with_json = "{\"of\": \"apples\"}";
    steps_items[0].as = "counted";
    llmspell_testing_step_expectation expect;
    llmspell_testing_step_expectation_init(&expect);
    expect.result_json = "{\"count\": {\"$type\": \"integer\"}}";
    steps_items[0].expect = &expect;
    llmspell_testing_scenario_step_init(&steps_items[1]);
    steps_items[1].call = "tool.get";
    steps_items[1].with_json = "{\"name\": \"pears\"}";
    llmspell_testing_step_expectation expect_;
    llmspell_testing_step_expectation_init(&expect_);
    llmspell_testing_error_expectation error;
    llmspell_testing_error_expectation_init(&error);
    error.code_json = "\"tool.not_found\"";
    error.fields_json = "{\"tool\": \"pears\"}";
    expect_.error = &error;
    steps_items[1].expect = &expect_;
    llmspell_testing_scenario_step_list steps = {steps_items, 2};
    scenario.steps = steps;
    char *string = NULL;
    GIVEN(llmspell_testing_create_scenario(session, &scenario, &string));
    example_begin(example);
    llmspell_testing_scenario_result result;
    if (example_worked(example, llmspell_testing_run_scenario(session, "own", NULL, &result))) {
        put_testing_scenario_result(example_result(example), &result);
        llmspell_testing_scenario_result_free(&result);
    }
    llmspell_string_free(string);
}

/* testing.run_scenario, what_is_not_as_expected: The report names every place; what comes after is skipped. */
static void testing_run_scenario_what_is_not_as_expected(example *example, llmspell_session *session)
{
    llmspell_testing_scenario_definition scenario;
    llmspell_testing_scenario_definition_init(&scenario);
    scenario.name = "wrong";
    llmspell_testing_scenario_step steps_items[2];
    llmspell_testing_scenario_step_init(&steps_items[0]);
    steps_items[0].call = "tool.validate";
    steps_items[0].with_json = "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}";
    llmspell_testing_step_expectation expect;
    llmspell_testing_step_expectation_init(&expect);
    expect.result_json = "{\"valid\": false, \"issues\": [{\"path\": \"/a\", \"message\": {\"$regex\": \"needed\"}}]}";
    steps_items[0].expect = &expect;
    llmspell_testing_scenario_step_init(&steps_items[1]);
    steps_items[1].call = "tool.list";
    llmspell_testing_scenario_step_list steps = {steps_items, 2};
    scenario.steps = steps;
    char *string = NULL;
    GIVEN(llmspell_testing_create_scenario(session, &scenario, &string));
    example_begin(example);
    llmspell_testing_scenario_result result;
    if (example_worked(example, llmspell_testing_run_scenario(session, "wrong", NULL, &result))) {
        put_testing_scenario_result(example_result(example), &result);
        llmspell_testing_scenario_result_free(&result);
    }
    llmspell_string_free(string);
}

/* testing.run_scenario, unknown: */
static void testing_run_scenario_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_testing_scenario_result result;
    if (example_worked(example, llmspell_testing_run_scenario(session, "nothing", NULL, &result))) {
        put_testing_scenario_result(example_result(example), &result);
        llmspell_testing_scenario_result_free(&result);
    }
}

/* testing.run_suite, tagged: */
static void testing_run_suite_tagged(example *example, llmspell_session *session)
{
    llmspell_testing_scenario_definition scenario;
    llmspell_testing_scenario_definition_init(&scenario);
    scenario.name = "adds";
    const char *tags_items[] = {"quick"};
    llmspell_string_list tags = {tags_items, 1};
    scenario.tags = tags;
    llmspell_testing_scenario_step steps_items[1];
    llmspell_testing_scenario_step_init(&steps_items[0]);
    steps_items[0].call = "tool.execute";
    steps_items[0].with_json = "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}";
    llmspell_testing_step_expectation expect;
    llmspell_testing_step_expectation_init(&expect);
    expect.result_json = "{\"$partial\": {\"value\": {\"result\": 2}}}";
    steps_items[0].expect = &expect;
    llmspell_testing_scenario_step_list steps = {steps_items, 1};
    scenario.steps = steps;
    char *string = NULL;
    GIVEN(llmspell_testing_create_scenario(session, &scenario, &string));
    llmspell_testing_scenario_definition scenario_;
    llmspell_testing_scenario_definition_init(&scenario_);
    scenario_.name = "slow";
    const char *tags__items[] = {"slow"};
    llmspell_string_list tags_ = {tags__items, 1};
    scenario_.tags = tags_;
    llmspell_testing_scenario_step steps__items[1];
    llmspell_testing_scenario_step_list steps_ = {steps__items, 0};
    scenario_.steps = steps_;
    char *string_ = NULL;
    GIVEN(llmspell_testing_create_scenario(session, &scenario_, &string_));
    llmspell_testing_suite_options options_;
    llmspell_testing_suite_options_init(&options_);
    const char *tags___items[] = {"quick"};
    llmspell_string_list tags__ = {tags___items, 1};
    options_.tags = tags__;
    example_begin(example);
    llmspell_testing_suite_report result;
    if (example_worked(example, llmspell_testing_run_suite(session, &options_, &result))) {
        put_testing_suite_report(example_result(example), &result);
        llmspell_testing_suite_report_free(&result);
    }
    llmspell_string_free(string_);
    llmspell_string_free(string);
}

/* testing.run_suite, stop_on_failure: */
static void testing_run_suite_stop_on_failure(example *example, llmspell_session *session)
{
    llmspell_testing_scenario_definition scenario;
    llmspell_testing_scenario_definition_init(&scenario);
    scenario.name = "wrong";
    llmspell_testing_scenario_step steps_items[1];
    llmspell_testing_scenario_step_init(&steps_items[0]);
    steps_items[0].call = "tool.exists";
    steps_items[0].with_json = "{\"name\": \"calculator\"}";
    llmspell_testing_step_expectation expect;
    llmspell_testing_step_expectation_init(&expect);
    expect.result_json = "false";
    steps_items[0].expect = &expect;
    llmspell_testing_scenario_step_list steps = {steps_items, 1};
    scenario.steps = steps;
    char *string = NULL;
    GIVEN(llmspell_testing_create_scenario(session, &scenario, &string));
    llmspell_testing_scenario_definition scenario_;
    llmspell_testing_scenario_definition_init(&scenario_);
    scenario_.name = "later";
    llmspell_testing_scenario_step steps__items[1];
    llmspell_testing_scenario_step_list steps_ = {steps__items, 0};
    scenario_.steps = steps_;
    char *string_ = NULL;
    GIVEN(llmspell_testing_create_scenario(session, &scenario_, &string_));
    llmspell_testing_suite_options options_;
    llmspell_testing_suite_options_init(&options_);
    options_.name = "all";
    options_.has_stop_on_failure = true;
    options_.stop_on_failure = true;
    example_begin(example);
    llmspell_testing_suite_report result;
    if (example_worked(example, llmspell_testing_run_suite(session, &options_, &result))) {
        put_testing_suite_report(example_result(example), &result);
        llmspell_testing_suite_report_free(&result);
    }
    llmspell_string_free(string_);
    llmspell_string_free(string);
}

/* testing.run_suite, unknown: */
static void testing_run_suite_unknown(example *example, llmspell_session *session)
{
    llmspell_testing_suite_options options_;
    llmspell_testing_suite_options_init(&options_);
    const char *scenarios_items[] = {"nothing"};
    llmspell_string_list scenarios = {scenarios_items, 1};
    options_.scenarios = scenarios;
    example_begin(example);
    llmspell_testing_suite_report result;
    if (example_worked(example, llmspell_testing_run_suite(session, &options_, &result))) {
        put_testing_suite_report(example_result(example), &result);
        llmspell_testing_suite_report_free(&result);
    }
}

/* testing.format_report, tap: */
static void testing_format_report_tap(example *example, llmspell_session *session)
{
    llmspell_testing_suite_report report;
    llmspell_testing_suite_report_init(&report);
    report.name = "suite";
    report.outcome = LLMSPELL_TESTING_OUTCOME_PASSED;
    llmspell_testing_suite_totals totals;
    llmspell_testing_suite_totals_init(&totals);
    totals.scenarios = 1;
    totals.passed = 1;
    totals.failed = 0;
    totals.errors = 0;
    totals.skipped = 0;
    totals.steps = 1;
    report.totals = &totals;
    report.duration_ms = 12.5;
    report.started_at = "2026-01-01T00:00:00Z";
    llmspell_testing_scenario_result scenarios_items[1];
    llmspell_testing_scenario_result_init(&scenarios_items[0]);
    scenarios_items[0].scenario = "adds";
    const char *tags_items[] = {"quick"};
    llmspell_string_list tags = {tags_items, 1};
    scenarios_items[0].tags = tags;
    scenarios_items[0].outcome = LLMSPELL_TESTING_OUTCOME_PASSED;
    scenarios_items[0].duration_ms = 12.0;
    llmspell_testing_step_result steps_items[1];
    llmspell_testing_step_result_init(&steps_items[0]);
    steps_items[0].number = 1;
    steps_items[0].name = "tool.execute";
    steps_items[0].outcome = LLMSPELL_TESTING_OUTCOME_PASSED;
    steps_items[0].arguments_json = "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}";
    steps_items[0].result_json = "{\"tool\": \"calculator\", \"execution\": \"execution_1\", \"status\": \"completed\", \"value\": {\"result\": 2}, \"duration_ms\": 0.1}";
    const char *events_items[] = {"tool.start", "tool.complete"};
    llmspell_string_list events = {events_items, 2};
    steps_items[0].events = events;
    steps_items[0].duration_ms = 0.5;
    llmspell_testing_step_result_list steps = {steps_items, 1};
    scenarios_items[0].steps = steps;
    llmspell_testing_scenario_result_list scenarios = {scenarios_items, 1};
    report.scenarios = scenarios;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_format_report(session, &report, LLMSPELL_TESTING_REPORT_FORMAT_TAP, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.format_report, junit: */
static void testing_format_report_junit(example *example, llmspell_session *session)
{
    llmspell_testing_suite_report report;
    llmspell_testing_suite_report_init(&report);
    report.name = "suite";
    report.outcome = LLMSPELL_TESTING_OUTCOME_PASSED;
    llmspell_testing_suite_totals totals;
    llmspell_testing_suite_totals_init(&totals);
    totals.scenarios = 1;
    totals.passed = 1;
    totals.failed = 0;
    totals.errors = 0;
    totals.skipped = 0;
    totals.steps = 1;
    report.totals = &totals;
    report.duration_ms = 12.5;
    report.started_at = "2026-01-01T00:00:00Z";
    llmspell_testing_scenario_result scenarios_items[1];
    llmspell_testing_scenario_result_init(&scenarios_items[0]);
    scenarios_items[0].scenario = "adds";
    const char *tags_items[] = {"quick"};
    llmspell_string_list tags = {tags_items, 1};
    scenarios_items[0].tags = tags;
    scenarios_items[0].outcome = LLMSPELL_TESTING_OUTCOME_PASSED;
    scenarios_items[0].duration_ms = 12.0;
    llmspell_testing_step_result steps_items[1];
    llmspell_testing_step_result_init(&steps_items[0]);
    steps_items[0].number = 1;
    steps_items[0].name = "tool.execute";
    steps_items[0].outcome = LLMSPELL_TESTING_OUTCOME_PASSED;
    steps_items[0].arguments_json = "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}";
    steps_items[0].result_json = "{\"tool\": \"calculator\", \"execution\": \"execution_1\", \"status\": \"completed\", \"value\": {\"result\": 2}, \"duration_ms\": 0.1}";
    const char *events_items[] = {"tool.start", "tool.complete"};
    llmspell_string_list events = {events_items, 2};
    steps_items[0].events = events;
    steps_items[0].duration_ms = 0.5;
    llmspell_testing_step_result_list steps = {steps_items, 1};
    scenarios_items[0].steps = steps;
    llmspell_testing_scenario_result_list scenarios = {scenarios_items, 1};
    report.scenarios = scenarios;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_format_report(session, &report, LLMSPELL_TESTING_REPORT_FORMAT_JUNIT, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.assert_equals, equal: */
static void testing_assert_equals_equal(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_assert_equals(session, "{\"answer\": 42, \"of\": [1, 2.0]}", "{\"of\": [1.0, 2], \"answer\": 42}", NULL)))
        json_null(example_result(example));
}

/* testing.assert_equals, different: The error names the place, what was expected there and what was given. */
static void testing_assert_equals_different(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_assert_equals(session, "{\"text\": \"Hi\", \"parts\": [1, 2]}", "{\"text\": \"Ho\", \"parts\": [1, 2]}", "The greeting")))
        json_null(example_result(example));
}

/* testing.assert_equals, true_is_not_one: */
static void testing_assert_equals_true_is_not_one(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_assert_equals(session, "true", "1", NULL)))
        json_null(example_result(example));
}

/* testing.assert_contains, text: */
static void testing_assert_contains_text(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_assert_contains(session, "\"Hello Ada\"", "\"Ada\"", NULL)))
        json_null(example_result(example));
}

/* testing.assert_contains, item: */
static void testing_assert_contains_item(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_assert_contains(session, "[1, 2, {\"name\": \"Ada\"}]", "{\"name\": {\"$regex\": \"^A\"}}", NULL)))
        json_null(example_result(example));
}

/* testing.assert_contains, fields: */
static void testing_assert_contains_fields(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_assert_contains(session, "{\"name\": \"Ada\", \"born\": 1815}", "{\"born\": 1815}", NULL)))
        json_null(example_result(example));
}

/* testing.assert_contains, missing: */
static void testing_assert_contains_missing(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_assert_contains(session, "[1, 2]", "3", NULL)))
        json_null(example_result(example));
}

/* testing.assert_matches, nested: */
static void testing_assert_matches_nested(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_assert_matches(session, "{\"text\": \"It is 22 degrees in Oslo.\", \"usage\": {\"tokens\": 17}, \"ids\": [3, 1, 2], \"share\": 0.30000001}", "{\"text\": {\"$regex\": \"\\\\d+ degrees\"}, \"usage\": {\"tokens\": {\"$all_of\": [{\"$gt\": 10}, {\"$lt\": 20}]}}, \"ids\": {\"$unordered\": [1, 2, 3]}, \"share\": {\"$approx\": 0.3}}", NULL)))
        json_null(example_result(example));
}

/* testing.assert_matches, different: */
static void testing_assert_matches_different(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_assert_matches(session, "{\"text\": \"No idea.\"}", "{\"text\": {\"$regex\": \"\\\\d+ degrees\"}}", NULL)))
        json_null(example_result(example));
}

/* testing.assert_matches, no_matcher: */
static void testing_assert_matches_no_matcher(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_assert_matches(session, "1", "{\"$around\": 1}", NULL)))
        json_null(example_result(example));
}

static llmspell_status assert_throws_fails_callback(void *user_data, char **result_json)
{
    example *example_ = user_data;
    example_call(example_);
    example_called(example_);
    (void)result_json;
    return llmspell_fail(NULL, "out of order");
}

/* testing.assert_throws, fails: */
static void testing_assert_throws_fails(example *example, llmspell_session *session)
{
    llmspell_testing_action action = {.call = assert_throws_fails_callback, .user_data = example};
    llmspell_testing_error_expectation error;
    llmspell_testing_error_expectation_init(&error);
    error.code_json = "\"runtime.callback_failed\"";
    error.message_json = "{\"$contains\": \"out of order\"}";
    example_begin(example);
    llmspell_error_info result;
    if (example_worked(example, llmspell_testing_assert_throws(session, &action, &error, &result))) {
        put_error_info(example_result(example), &result);
        llmspell_error_info_free(&result);
    }
}

static llmspell_status assert_throws_does_not_callback(void *user_data, char **result_json)
{
    example *example_ = user_data;
    example_call(example_);
    example_called(example_);
    *result_json = llmspell_string_copy("42");
    return LLMSPELL_OK;
}

/* testing.assert_throws, does_not: */
static void testing_assert_throws_does_not(example *example, llmspell_session *session)
{
    llmspell_testing_action action = {.call = assert_throws_does_not_callback, .user_data = example};
    example_begin(example);
    llmspell_error_info result;
    if (example_worked(example, llmspell_testing_assert_throws(session, &action, NULL, &result))) {
        put_error_info(example_result(example), &result);
        llmspell_error_info_free(&result);
    }
}

/* testing.compare, fits: */
static void testing_compare_fits(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_testing_comparison result;
    if (example_worked(example, llmspell_testing_compare(session, "[1, 2]", "{\"$length\": 2}", 0, &result))) {
        put_testing_comparison(example_result(example), &result);
        llmspell_testing_comparison_free(&result);
    }
}

/* testing.compare, differences: */
static void testing_compare_differences(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_testing_comparison result;
    if (example_worked(example, llmspell_testing_compare(session, "{\"name\": \"Ada\", \"age\": 36, \"on\": true}", "{\"name\": {\"$type\": \"string\"}, \"age\": \"36\", \"of\": 1}", 0, &result))) {
        put_testing_comparison(example_result(example), &result);
        llmspell_testing_comparison_free(&result);
    }
}

/* testing.create_mock, tool: */
static void testing_create_mock_tool(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "weather";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_OBJECT;
    llmspell_testing_mock_response responses_items[1];
    llmspell_testing_mock_response_init(&responses_items[0]);
    responses_items[0].returns_json = "{\"temperature\": 22}";
    llmspell_testing_mock_response_list responses = {responses_items, 1};
    mock.responses = responses;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_mock(session, &mock, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.create_mock, provider: */
static void testing_create_mock_provider(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_SERVICE;
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "Hello.";
    llmspell_provider_script_step_list script = {script_items, 1};
    mock.script = script;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_mock(session, &mock, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.create_mock, failing_function: */
static void testing_create_mock_failing_function(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "search";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_FUNCTION;
    llmspell_testing_mock_response responses_items[1];
    llmspell_testing_mock_response_init(&responses_items[0]);
    llmspell_testing_mock_failure fails;
    llmspell_testing_mock_failure_init(&fails);
    fails.code = "tool.timed_out";
    fails.fields_json = "{\"tool\": \"search\", \"seconds\": 5}";
    responses_items[0].fails = &fails;
    llmspell_testing_mock_response_list responses = {responses_items, 1};
    mock.responses = responses;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_mock(session, &mock, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.create_mock, taken: A tool of that name is there already. */
static void testing_create_mock_taken(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "calculator";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_OBJECT;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_mock(session, &mock, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.create_mock, unknown_error: */
static void testing_create_mock_unknown_error(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "search";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_FUNCTION;
    llmspell_testing_mock_response responses_items[1];
    llmspell_testing_mock_response_init(&responses_items[0]);
    llmspell_testing_mock_failure fails;
    llmspell_testing_mock_failure_init(&fails);
    fails.code = "tool.tired";
    responses_items[0].fails = &fails;
    llmspell_testing_mock_response_list responses = {responses_items, 1};
    mock.responses = responses;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_mock(session, &mock, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.call_mock, in_order: */
static void testing_call_mock_in_order(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "next";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_FUNCTION;
    llmspell_testing_mock_response responses_items[2];
    llmspell_testing_mock_response_init(&responses_items[0]);
    responses_items[0].returns_json = "1";
    llmspell_testing_mock_response_init(&responses_items[1]);
    responses_items[1].returns_json = "2";
    llmspell_testing_mock_response_list responses = {responses_items, 2};
    mock.responses = responses;
    char *string = NULL;
    GIVEN(llmspell_testing_create_mock(session, &mock, &string));
    char *json = NULL;
    GIVEN(llmspell_testing_call_mock(session, "next", NULL, &json));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_call_mock(session, "next", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(json);
    llmspell_string_free(string);
}

/* testing.call_mock, by_arguments: */
static void testing_call_mock_by_arguments(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "size";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_FUNCTION;
    llmspell_testing_mock_response responses_items[2];
    llmspell_testing_mock_response_init(&responses_items[0]);
    const char *when_items[] = {"{\"$regex\": \"^a\"}"};
    llmspell_json_list when = {when_items, 1};
    responses_items[0].when = when;
    responses_items[0].returns_json = "\"small\"";
    responses_items[0].has_always = true;
    responses_items[0].always = true;
    llmspell_testing_mock_response_init(&responses_items[1]);
    responses_items[1].returns_json = "\"large\"";
    responses_items[1].has_always = true;
    responses_items[1].always = true;
    llmspell_testing_mock_response_list responses = {responses_items, 2};
    mock.responses = responses;
    char *string = NULL;
    GIVEN(llmspell_testing_create_mock(session, &mock, &string));
    const char *arguments_items[] = {"\"bear\""};
    llmspell_json_list arguments = {arguments_items, 1};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_call_mock(session, "size", &arguments, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(string);
}

static llmspell_status call_mock_handler_callback(void *user_data, const llmspell_json_list *arguments, char **result_json)
{
    example *example_ = user_data;
    json *call_ = example_call(example_);
    if (arguments == NULL)
        json_null(call_);
    else
        put_json_list(call_, arguments);
    example_called(example_);
    *result_json = llmspell_string_copy("7");
    return LLMSPELL_OK;
}

/* testing.call_mock, handler: A mock that watches over a function of the program's own. */
static void testing_call_mock_handler(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "watched";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_FUNCTION;
    mock.handler = (llmspell_testing_mock_handler){.call = call_mock_handler_callback, .user_data = example};
    char *string = NULL;
    GIVEN(llmspell_testing_create_mock(session, &mock, &string));
    const char *arguments_items[] = {"1", "\"b\""};
    llmspell_json_list arguments = {arguments_items, 2};
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_call_mock(session, "watched", &arguments, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(string);
}

/* testing.call_mock, nothing_left: */
static void testing_call_mock_nothing_left(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "next";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_FUNCTION;
    llmspell_testing_mock_response responses_items[1];
    llmspell_testing_mock_response_init(&responses_items[0]);
    responses_items[0].returns_json = "1";
    llmspell_testing_mock_response_list responses = {responses_items, 1};
    mock.responses = responses;
    char *string = NULL;
    GIVEN(llmspell_testing_create_mock(session, &mock, &string));
    char *json = NULL;
    GIVEN(llmspell_testing_call_mock(session, "next", NULL, &json));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_call_mock(session, "next", NULL, &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(json);
    llmspell_string_free(string);
}

/* testing.get_mock_calls, tool: */
static void testing_get_mock_calls_tool(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "weather";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_OBJECT;
    llmspell_testing_mock_response responses_items[1];
    llmspell_testing_mock_response_init(&responses_items[0]);
    responses_items[0].returns_json = "22";
    llmspell_testing_mock_response_list responses = {responses_items, 1};
    mock.responses = responses;
    char *string = NULL;
    GIVEN(llmspell_testing_create_mock(session, &mock, &string));
    llmspell_tool_result result_;
    GIVEN(llmspell_tool_execute(session, "weather", "{\"city\": \"Oslo\"}", NULL, &result_));
    example_begin(example);
    llmspell_testing_mock_call_list result;
    if (example_worked(example, llmspell_testing_get_mock_calls(session, "weather", &result))) {
        put_testing_mock_call_list(example_result(example), &result);
        llmspell_testing_mock_call_list_free(&result);
    }
    llmspell_tool_result_free(&result_);
    llmspell_string_free(string);
}

/* testing.get_mock_calls, provider: */
static void testing_get_mock_calls_provider(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "model";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_SERVICE;
    mock.model = "m";
    llmspell_provider_script_step script_items[1];
    llmspell_provider_script_step_init(&script_items[0]);
    script_items[0].text = "Hello.";
    llmspell_provider_script_step_list script = {script_items, 1};
    mock.script = script;
    char *string = NULL;
    GIVEN(llmspell_testing_create_mock(session, &mock, &string));
    llmspell_agent_config config;
    llmspell_agent_config_init(&config);
    config.name = "helper";
    config.provider = "model";
    llmspell_agent *agent = NULL;
    GIVEN(llmspell_agent_create(session, &config, &agent));
    llmspell_agent_run_result result_;
    GIVEN(llmspell_agent_run(session, agent, "Hi", NULL, &result_));
    example_begin(example);
    llmspell_testing_mock_call_list result;
    if (example_worked(example, llmspell_testing_get_mock_calls(session, "model", &result))) {
        put_testing_mock_call_list(example_result(example), &result);
        llmspell_testing_mock_call_list_free(&result);
    }
    llmspell_agent_run_result_free(&result_);
    llmspell_agent_free(agent);
    llmspell_string_free(string);
}

/* testing.get_mock_calls, unknown: */
static void testing_get_mock_calls_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_testing_mock_call_list result;
    if (example_worked(example, llmspell_testing_get_mock_calls(session, "nothing", &result))) {
        put_testing_mock_call_list(example_result(example), &result);
        llmspell_testing_mock_call_list_free(&result);
    }
}

/* testing.list_mocks, one: */
static void testing_list_mocks_one(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "next";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_FUNCTION;
    llmspell_testing_mock_response responses_items[2];
    llmspell_testing_mock_response_init(&responses_items[0]);
    responses_items[0].returns_json = "1";
    llmspell_testing_mock_response_init(&responses_items[1]);
    responses_items[1].returns_json = "2";
    responses_items[1].has_always = true;
    responses_items[1].always = true;
    llmspell_testing_mock_response_list responses = {responses_items, 2};
    mock.responses = responses;
    char *string = NULL;
    GIVEN(llmspell_testing_create_mock(session, &mock, &string));
    example_begin(example);
    llmspell_testing_mock_info_list result;
    if (example_worked(example, llmspell_testing_list_mocks(session, &result))) {
        put_testing_mock_info_list(example_result(example), &result);
        llmspell_testing_mock_info_list_free(&result);
    }
    llmspell_string_free(string);
}

/* testing.list_mocks, none: */
static void testing_list_mocks_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_testing_mock_info_list result;
    if (example_worked(example, llmspell_testing_list_mocks(session, &result))) {
        put_testing_mock_info_list(example_result(example), &result);
        llmspell_testing_mock_info_list_free(&result);
    }
}

/* testing.verify_mock, called_with: */
static void testing_verify_mock_called_with(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "greet";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_FUNCTION;
    char *string = NULL;
    GIVEN(llmspell_testing_create_mock(session, &mock, &string));
    const char *arguments_items[] = {"\"Ada\""};
    llmspell_json_list arguments = {arguments_items, 1};
    char *json = NULL;
    GIVEN(llmspell_testing_call_mock(session, "greet", &arguments, &json));
    const char *arguments__items[] = {"\"Bob\""};
    llmspell_json_list arguments_ = {arguments__items, 1};
    char *json_ = NULL;
    GIVEN(llmspell_testing_call_mock(session, "greet", &arguments_, &json_));
    llmspell_testing_call_expectation expectation;
    llmspell_testing_call_expectation_init(&expectation);
    expectation.has_times = true;
    expectation.times = 2;
    const char *called_with_items[] = {"{\"$regex\": \"^A\"}"};
    llmspell_json_list called_with = {called_with_items, 1};
    expectation.called_with = called_with;
    example_begin(example);
    if (example_worked(example, llmspell_testing_verify_mock(session, "greet", &expectation)))
        json_null(example_result(example));
    llmspell_string_free(json_);
    llmspell_string_free(json);
    llmspell_string_free(string);
}

/* testing.verify_mock, too_often: */
static void testing_verify_mock_too_often(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "greet";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_FUNCTION;
    char *string = NULL;
    GIVEN(llmspell_testing_create_mock(session, &mock, &string));
    const char *arguments_items[] = {"\"Ada\""};
    llmspell_json_list arguments = {arguments_items, 1};
    char *json = NULL;
    GIVEN(llmspell_testing_call_mock(session, "greet", &arguments, &json));
    const char *arguments__items[] = {"\"Bob\""};
    llmspell_json_list arguments_ = {arguments__items, 1};
    char *json_ = NULL;
    GIVEN(llmspell_testing_call_mock(session, "greet", &arguments_, &json_));
    llmspell_testing_call_expectation expectation;
    llmspell_testing_call_expectation_init(&expectation);
    expectation.has_times = true;
    expectation.times = 1;
    example_begin(example);
    if (example_worked(example, llmspell_testing_verify_mock(session, "greet", &expectation)))
        json_null(example_result(example));
    llmspell_string_free(json_);
    llmspell_string_free(json);
    llmspell_string_free(string);
}

/* testing.verify_mock, never_called_so: */
static void testing_verify_mock_never_called_so(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "greet";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_FUNCTION;
    char *string = NULL;
    GIVEN(llmspell_testing_create_mock(session, &mock, &string));
    const char *arguments_items[] = {"\"Ada\""};
    llmspell_json_list arguments = {arguments_items, 1};
    char *json = NULL;
    GIVEN(llmspell_testing_call_mock(session, "greet", &arguments, &json));
    const char *arguments__items[] = {"\"Bob\""};
    llmspell_json_list arguments_ = {arguments__items, 1};
    char *json_ = NULL;
    GIVEN(llmspell_testing_call_mock(session, "greet", &arguments_, &json_));
    llmspell_testing_call_expectation expectation;
    llmspell_testing_call_expectation_init(&expectation);
    const char *called_with_items[] = {"\"Eve\""};
    llmspell_json_list called_with = {called_with_items, 1};
    expectation.called_with = called_with;
    example_begin(example);
    if (example_worked(example, llmspell_testing_verify_mock(session, "greet", &expectation)))
        json_null(example_result(example));
    llmspell_string_free(json_);
    llmspell_string_free(json);
    llmspell_string_free(string);
}

/* testing.verify_mock, unknown: */
static void testing_verify_mock_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_verify_mock(session, "nothing", NULL)))
        json_null(example_result(example));
}

/* testing.reset_mock, again: */
static void testing_reset_mock_again(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "next";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_FUNCTION;
    llmspell_testing_mock_response responses_items[1];
    llmspell_testing_mock_response_init(&responses_items[0]);
    responses_items[0].returns_json = "1";
    llmspell_testing_mock_response_list responses = {responses_items, 1};
    mock.responses = responses;
    char *string = NULL;
    GIVEN(llmspell_testing_create_mock(session, &mock, &string));
    char *json = NULL;
    GIVEN(llmspell_testing_call_mock(session, "next", NULL, &json));
    example_begin(example);
    if (example_worked(example, llmspell_testing_reset_mock(session, "next")))
        json_null(example_result(example));
    llmspell_string_free(json);
    llmspell_string_free(string);
}

/* testing.reset_mock, unknown: */
static void testing_reset_mock_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_reset_mock(session, "nothing")))
        json_null(example_result(example));
}

/* testing.remove_mock, tool: */
static void testing_remove_mock_tool(example *example, llmspell_session *session)
{
    llmspell_testing_mock_definition mock;
    llmspell_testing_mock_definition_init(&mock);
    mock.name = "weather";
    mock.type = LLMSPELL_TESTING_MOCK_TYPE_OBJECT;
    char *string = NULL;
    GIVEN(llmspell_testing_create_mock(session, &mock, &string));
    example_begin(example);
    if (example_worked(example, llmspell_testing_remove_mock(session, "weather")))
        json_null(example_result(example));
    llmspell_string_free(string);
}

/* testing.remove_mock, unknown: */
static void testing_remove_mock_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_remove_mock(session, "nothing")))
        json_null(example_result(example));
}

/* testing.create_fixture, stored: */
static void testing_create_fixture_stored(example *example, llmspell_session *session)
{
    llmspell_testing_fixture_definition fixture;
    llmspell_testing_fixture_definition_init(&fixture);
    fixture.name = "stored";
    fixture.values_json = "{\"key\": \"city\"}";
    llmspell_testing_scenario_step setup_items[1];
    llmspell_testing_scenario_step_init(&setup_items[0]);
    setup_items[0].call = "memory.store";
    setup_items[0].with_json = "{\"key\": \"$key\", \"value\": \"Oslo\"}";
    llmspell_testing_scenario_step_list setup = {setup_items, 1};
    fixture.setup = setup;
    llmspell_testing_scenario_step teardown_items[1];
    llmspell_testing_scenario_step_init(&teardown_items[0]);
    teardown_items[0].call = "memory.delete";
    teardown_items[0].with_json = "{\"key\": \"$key\"}";
    llmspell_testing_scenario_step_list teardown = {teardown_items, 1};
    fixture.teardown = teardown;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_fixture(session, &fixture, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.create_fixture, taken: */
static void testing_create_fixture_taken(example *example, llmspell_session *session)
{
    llmspell_testing_fixture_definition fixture;
    llmspell_testing_fixture_definition_init(&fixture);
    fixture.name = "stored";
    fixture.values_json = "{\"key\": \"city\"}";
    llmspell_testing_scenario_step setup_items[1];
    llmspell_testing_scenario_step_init(&setup_items[0]);
    setup_items[0].call = "memory.store";
    setup_items[0].with_json = "{\"key\": \"$key\", \"value\": \"Oslo\"}";
    llmspell_testing_scenario_step_list setup = {setup_items, 1};
    fixture.setup = setup;
    llmspell_testing_scenario_step teardown_items[1];
    llmspell_testing_scenario_step_init(&teardown_items[0]);
    teardown_items[0].call = "memory.delete";
    teardown_items[0].with_json = "{\"key\": \"$key\"}";
    llmspell_testing_scenario_step_list teardown = {teardown_items, 1};
    fixture.teardown = teardown;
    char *string = NULL;
    GIVEN(llmspell_testing_create_fixture(session, &fixture, &string));
    llmspell_testing_fixture_definition fixture_;
    llmspell_testing_fixture_definition_init(&fixture_);
    fixture_.name = "stored";
    fixture_.values_json = "{\"key\": \"city\"}";
    llmspell_testing_scenario_step setup__items[1];
    llmspell_testing_scenario_step_init(&setup__items[0]);
    setup__items[0].call = "memory.store";
    setup__items[0].with_json = "{\"key\": \"$key\", \"value\": \"Oslo\"}";
    llmspell_testing_scenario_step_list setup_ = {setup__items, 1};
    fixture_.setup = setup_;
    llmspell_testing_scenario_step teardown__items[1];
    llmspell_testing_scenario_step_init(&teardown__items[0]);
    teardown__items[0].call = "memory.delete";
    teardown__items[0].with_json = "{\"key\": \"$key\"}";
    llmspell_testing_scenario_step_list teardown_ = {teardown__items, 1};
    fixture_.teardown = teardown_;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_fixture(session, &fixture_, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(string);
}

/* testing.create_fixture, unknown_function: */
static void testing_create_fixture_unknown_function(example *example, llmspell_session *session)
{
    llmspell_testing_fixture_definition fixture;
    llmspell_testing_fixture_definition_init(&fixture);
    fixture.name = "bad";
    llmspell_testing_scenario_step setup_items[1];
    llmspell_testing_scenario_step_init(&setup_items[0]);
    setup_items[0].call = "memory.stare";
    llmspell_testing_scenario_step_list setup = {setup_items, 1};
    fixture.setup = setup;
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_create_fixture(session, &fixture, &result))) {
        json_text(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.setup_fixture, stored: */
static void testing_setup_fixture_stored(example *example, llmspell_session *session)
{
    llmspell_testing_fixture_definition fixture;
    llmspell_testing_fixture_definition_init(&fixture);
    fixture.name = "stored";
    fixture.values_json = "{\"key\": \"city\"}";
    llmspell_testing_scenario_step setup_items[1];
    llmspell_testing_scenario_step_init(&setup_items[0]);
    setup_items[0].call = "memory.store";
    setup_items[0].with_json = "{\"key\": \"$key\", \"value\": \"Oslo\"}";
    llmspell_testing_scenario_step_list setup = {setup_items, 1};
    fixture.setup = setup;
    llmspell_testing_scenario_step teardown_items[1];
    llmspell_testing_scenario_step_init(&teardown_items[0]);
    teardown_items[0].call = "memory.delete";
    teardown_items[0].with_json = "{\"key\": \"$key\"}";
    llmspell_testing_scenario_step_list teardown = {teardown_items, 1};
    fixture.teardown = teardown;
    char *string = NULL;
    GIVEN(llmspell_testing_create_fixture(session, &fixture, &string));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_setup_fixture(session, "stored", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(string);
}

/* testing.setup_fixture, fails: */
static void testing_setup_fixture_fails(example *example, llmspell_session *session)
{
    llmspell_testing_fixture_definition fixture;
    llmspell_testing_fixture_definition_init(&fixture);
    fixture.name = "bad";
    llmspell_testing_scenario_step setup_items[1];
    llmspell_testing_scenario_step_init(&setup_items[0]);
    setup_items[0].call = "tool.get";
    setup_items[0].with_json = "{\"name\": \"pears\"}";
    llmspell_testing_scenario_step_list setup = {setup_items, 1};
    fixture.setup = setup;
    char *string = NULL;
    GIVEN(llmspell_testing_create_fixture(session, &fixture, &string));
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_setup_fixture(session, "bad", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
    llmspell_string_free(string);
}

/* testing.setup_fixture, unknown: */
static void testing_setup_fixture_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    char *result = NULL;
    if (example_worked(example, llmspell_testing_setup_fixture(session, "nothing", &result))) {
        json_raw(example_result(example), result);
        llmspell_string_free(result);
    }
}

/* testing.teardown_fixture, all: */
static void testing_teardown_fixture_all(example *example, llmspell_session *session)
{
    llmspell_testing_fixture_definition fixture;
    llmspell_testing_fixture_definition_init(&fixture);
    fixture.name = "stored";
    fixture.values_json = "{\"key\": \"city\"}";
    llmspell_testing_scenario_step setup_items[1];
    llmspell_testing_scenario_step_init(&setup_items[0]);
    setup_items[0].call = "memory.store";
    setup_items[0].with_json = "{\"key\": \"$key\", \"value\": \"Oslo\"}";
    llmspell_testing_scenario_step_list setup = {setup_items, 1};
    fixture.setup = setup;
    llmspell_testing_scenario_step teardown_items[1];
    llmspell_testing_scenario_step_init(&teardown_items[0]);
    teardown_items[0].call = "memory.delete";
    teardown_items[0].with_json = "{\"key\": \"$key\"}";
    llmspell_testing_scenario_step_list teardown = {teardown_items, 1};
    fixture.teardown = teardown;
    char *string = NULL;
    GIVEN(llmspell_testing_create_fixture(session, &fixture, &string));
    llmspell_testing_fixture_definition fixture_;
    llmspell_testing_fixture_definition_init(&fixture_);
    fixture_.name = "more";
    const char *needs_items[] = {"stored"};
    llmspell_string_list needs = {needs_items, 1};
    fixture_.needs = needs;
    char *string_ = NULL;
    GIVEN(llmspell_testing_create_fixture(session, &fixture_, &string_));
    char *json = NULL;
    GIVEN(llmspell_testing_setup_fixture(session, "more", &json));
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_testing_teardown_fixture(session, NULL, &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
    llmspell_string_free(json);
    llmspell_string_free(string_);
    llmspell_string_free(string);
}

/* testing.teardown_fixture, none: */
static void testing_teardown_fixture_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_testing_teardown_fixture(session, NULL, &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
}

/* testing.teardown_fixture, unknown: */
static void testing_teardown_fixture_unknown(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_string_list result;
    if (example_worked(example, llmspell_testing_teardown_fixture(session, "nothing", &result))) {
        put_string_list(example_result(example), &result);
        llmspell_string_list_free(&result);
    }
}

/* testing.list_fixtures, one: */
static void testing_list_fixtures_one(example *example, llmspell_session *session)
{
    llmspell_testing_fixture_definition fixture;
    llmspell_testing_fixture_definition_init(&fixture);
    fixture.name = "stored";
    fixture.values_json = "{\"key\": \"city\"}";
    llmspell_testing_scenario_step setup_items[1];
    llmspell_testing_scenario_step_init(&setup_items[0]);
    setup_items[0].call = "memory.store";
    setup_items[0].with_json = "{\"key\": \"$key\", \"value\": \"Oslo\"}";
    llmspell_testing_scenario_step_list setup = {setup_items, 1};
    fixture.setup = setup;
    llmspell_testing_scenario_step teardown_items[1];
    llmspell_testing_scenario_step_init(&teardown_items[0]);
    teardown_items[0].call = "memory.delete";
    teardown_items[0].with_json = "{\"key\": \"$key\"}";
    llmspell_testing_scenario_step_list teardown = {teardown_items, 1};
    fixture.teardown = teardown;
    char *string = NULL;
    GIVEN(llmspell_testing_create_fixture(session, &fixture, &string));
    example_begin(example);
    llmspell_testing_fixture_info_list result;
    if (example_worked(example, llmspell_testing_list_fixtures(session, &result))) {
        put_testing_fixture_info_list(example_result(example), &result);
        llmspell_testing_fixture_info_list_free(&result);
    }
    llmspell_string_free(string);
}

/* testing.list_fixtures, none: */
static void testing_list_fixtures_none(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_testing_fixture_info_list result;
    if (example_worked(example, llmspell_testing_list_fixtures(session, &result))) {
        put_testing_fixture_info_list(example_result(example), &result);
        llmspell_testing_fixture_info_list_free(&result);
    }
}

/* testing.start_coverage, begin: */
static void testing_start_coverage_begin(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_start_coverage(session)))
        json_null(example_result(example));
}

/* testing.stop_coverage, never_began: */
static void testing_stop_coverage_never_began(example *example, llmspell_session *session)
{
    example_begin(example);
    if (example_worked(example, llmspell_testing_stop_coverage(session)))
        json_null(example_result(example));
}

/* testing.get_coverage, event: */
static void testing_get_coverage_event(example *example, llmspell_session *session)
{
    GIVEN(llmspell_testing_start_coverage(session));
    int64_t int64;
    GIVEN(llmspell_event_clear(session, NULL, NULL, &int64));
    int64_t int64_;
    GIVEN(llmspell_event_clear(session, NULL, NULL, &int64_));
    llmspell_testing_coverage_options options_;
    llmspell_testing_coverage_options_init(&options_);
    const char *bridges_items[] = {"event"};
    llmspell_string_list bridges = {bridges_items, 1};
    options_.bridges = bridges;
    example_begin(example);
    llmspell_testing_coverage_report result;
    if (example_worked(example, llmspell_testing_get_coverage(session, &options_, &result))) {
        put_testing_coverage_report(example_result(example), &result);
        llmspell_testing_coverage_report_free(&result);
    }
}

/* testing.get_coverage, never_began: */
static void testing_get_coverage_never_began(example *example, llmspell_session *session)
{
    example_begin(example);
    llmspell_testing_coverage_report result;
    if (example_worked(example, llmspell_testing_get_coverage(session, NULL, &result))) {
        put_testing_coverage_report(example_result(example), &result);
        llmspell_testing_coverage_report_free(&result);
    }
}

/* testing.get_coverage, unknown_bridge: */
static void testing_get_coverage_unknown_bridge(example *example, llmspell_session *session)
{
    GIVEN(llmspell_testing_start_coverage(session));
    llmspell_testing_coverage_options options_;
    llmspell_testing_coverage_options_init(&options_);
    const char *bridges_items[] = {"evnt"};
    llmspell_string_list bridges = {bridges_items, 1};
    options_.bridges = bridges;
    example_begin(example);
    llmspell_testing_coverage_report result;
    if (example_worked(example, llmspell_testing_get_coverage(session, &options_, &result))) {
        put_testing_coverage_report(example_result(example), &result);
        llmspell_testing_coverage_report_free(&result);
    }
}

/* testing.merge_coverage, twice: */
static void testing_merge_coverage_twice(example *example, llmspell_session *session)
{
    llmspell_testing_coverage_report reports_items[2];
    llmspell_testing_coverage_report_init(&reports_items[0]);
    reports_items[0].interface_version = "0.1.0";
    reports_items[0].recording = true;
    reports_items[0].sessions = 1;
    llmspell_testing_coverage_count functions;
    llmspell_testing_coverage_count_init(&functions);
    functions.covered = 1;
    functions.total = 8;
    functions.percent = 12.5;
    reports_items[0].functions = &functions;
    llmspell_testing_coverage_count events;
    llmspell_testing_coverage_count_init(&events);
    events.covered = 0;
    events.total = 0;
    events.percent = 100.0;
    reports_items[0].events = &events;
    llmspell_testing_coverage_count errors;
    llmspell_testing_coverage_count_init(&errors);
    errors.covered = 0;
    errors.total = 4;
    errors.percent = 0.0;
    reports_items[0].errors = &errors;
    llmspell_testing_bridge_coverage bridges_items[1];
    llmspell_testing_bridge_coverage_init(&bridges_items[0]);
    bridges_items[0].bridge = "event";
    llmspell_testing_coverage_detail functions_;
    llmspell_testing_coverage_detail_init(&functions_);
    functions_.covered = 1;
    functions_.total = 8;
    functions_.percent = 12.5;
    llmspell_int64_entry counts_entries[] = {{"event.clear", 2}};
    llmspell_int64_map counts = {counts_entries, 1};
    functions_.counts = counts;
    const char *missing_items[] = {"event.emit"};
    llmspell_string_list missing = {missing_items, 1};
    functions_.missing = missing;
    bridges_items[0].functions = &functions_;
    llmspell_testing_coverage_detail events_;
    llmspell_testing_coverage_detail_init(&events_);
    events_.covered = 0;
    events_.total = 0;
    events_.percent = 100.0;
    llmspell_int64_entry counts__entries[] = {0};
    llmspell_int64_map counts_ = {counts__entries, 0};
    events_.counts = counts_;
    const char *missing__items[] = {0};
    llmspell_string_list missing_ = {missing__items, 0};
    events_.missing = missing_;
    bridges_items[0].events = &events_;
    llmspell_testing_coverage_detail errors_;
    llmspell_testing_coverage_detail_init(&errors_);
    errors_.covered = 0;
    errors_.total = 4;
    errors_.percent = 0.0;
    llmspell_int64_entry counts___entries[] = {0};
    llmspell_int64_map counts__ = {counts___entries, 0};
    errors_.counts = counts__;
    const char *missing___items[] = {"event.invalid_type"};
    llmspell_string_list missing__ = {missing___items, 1};
    errors_.missing = missing__;
    bridges_items[0].errors = &errors_;
    llmspell_testing_bridge_coverage_list bridges = {bridges_items, 1};
    reports_items[0].bridges = bridges;
    llmspell_testing_coverage_report_init(&reports_items[1]);
    reports_items[1].interface_version = "0.1.0";
    reports_items[1].recording = true;
    reports_items[1].sessions = 1;
    llmspell_testing_coverage_count functions__;
    llmspell_testing_coverage_count_init(&functions__);
    functions__.covered = 1;
    functions__.total = 8;
    functions__.percent = 12.5;
    reports_items[1].functions = &functions__;
    llmspell_testing_coverage_count events__;
    llmspell_testing_coverage_count_init(&events__);
    events__.covered = 0;
    events__.total = 0;
    events__.percent = 100.0;
    reports_items[1].events = &events__;
    llmspell_testing_coverage_count errors__;
    llmspell_testing_coverage_count_init(&errors__);
    errors__.covered = 0;
    errors__.total = 4;
    errors__.percent = 0.0;
    reports_items[1].errors = &errors__;
    llmspell_testing_bridge_coverage bridges__items[1];
    llmspell_testing_bridge_coverage_init(&bridges__items[0]);
    bridges__items[0].bridge = "event";
    llmspell_testing_coverage_detail functions___;
    llmspell_testing_coverage_detail_init(&functions___);
    functions___.covered = 1;
    functions___.total = 8;
    functions___.percent = 12.5;
    llmspell_int64_entry counts____entries[] = {{"event.clear", 2}};
    llmspell_int64_map counts___ = {counts____entries, 1};
    functions___.counts = counts___;
    const char *missing____items[] = {"event.emit"};
    llmspell_string_list missing___ = {missing____items, 1};
    functions___.missing = missing___;
    bridges__items[0].functions = &functions___;
    llmspell_testing_coverage_detail events___;
    llmspell_testing_coverage_detail_init(&events___);
    events___.covered = 0;
    events___.total = 0;
    events___.percent = 100.0;
    llmspell_int64_entry counts_____entries[] = {0};
    llmspell_int64_map counts____ = {counts_____entries, 0};
    events___.counts = counts____;
    const char *missing_____items[] = {0};
    llmspell_string_list missing____ = {missing_____items, 0};
    events___.missing = missing____;
    bridges__items[0].events = &events___;
    llmspell_testing_coverage_detail errors___;
    llmspell_testing_coverage_detail_init(&errors___);
    errors___.covered = 0;
    errors___.total = 4;
    errors___.percent = 0.0;
    llmspell_int64_entry counts______entries[] = {0};
    llmspell_int64_map counts_____ = {counts______entries, 0};
    errors___.counts = counts_____;
    const char *missing______items[] = {"event.invalid_type"};
    llmspell_string_list missing_____ = {missing______items, 1};
    errors___.missing = missing_____;
    bridges__items[0].errors = &errors___;
    llmspell_testing_bridge_coverage_list bridges_ = {bridges__items, 1};
    reports_items[1].bridges = bridges_;
    llmspell_testing_coverage_report_list reports = {reports_items, 2};
    example_begin(example);
    llmspell_testing_coverage_report result;
    if (example_worked(example, llmspell_testing_merge_coverage(session, &reports, &result))) {
        put_testing_coverage_report(example_result(example), &result);
        llmspell_testing_coverage_report_free(&result);
    }
}

/* testing.merge_coverage, not_ours: */
static void testing_merge_coverage_not_ours(example *example, llmspell_session *session)
{
    llmspell_testing_coverage_report reports_items[2];
    llmspell_testing_coverage_report_init(&reports_items[0]);
    reports_items[0].interface_version = "0.1.0";
    reports_items[0].recording = false;
    reports_items[0].sessions = 1;
    llmspell_testing_coverage_count functions;
    llmspell_testing_coverage_count_init(&functions);
    functions.covered = 1;
    functions.total = 1;
    functions.percent = 100.0;
    reports_items[0].functions = &functions;
    llmspell_testing_coverage_count events;
    llmspell_testing_coverage_count_init(&events);
    events.covered = 0;
    events.total = 0;
    events.percent = 100.0;
    reports_items[0].events = &events;
    llmspell_testing_coverage_count errors;
    llmspell_testing_coverage_count_init(&errors);
    errors.covered = 0;
    errors.total = 0;
    errors.percent = 100.0;
    reports_items[0].errors = &errors;
    llmspell_testing_bridge_coverage bridges_items[1];
    llmspell_testing_bridge_coverage_list bridges = {bridges_items, 0};
    reports_items[0].bridges = bridges;
    llmspell_testing_coverage_report_init(&reports_items[1]);
    reports_items[1].interface_version = "0.1.0";
    reports_items[1].recording = false;
    reports_items[1].sessions = 1;
    llmspell_testing_coverage_count functions_;
    llmspell_testing_coverage_count_init(&functions_);
    functions_.covered = 1;
    functions_.total = 1;
    functions_.percent = 100.0;
    reports_items[1].functions = &functions_;
    llmspell_testing_coverage_count events_;
    llmspell_testing_coverage_count_init(&events_);
    events_.covered = 0;
    events_.total = 0;
    events_.percent = 100.0;
    reports_items[1].events = &events_;
    llmspell_testing_coverage_count errors_;
    llmspell_testing_coverage_count_init(&errors_);
    errors_.covered = 0;
    errors_.total = 0;
    errors_.percent = 100.0;
    reports_items[1].errors = &errors_;
    llmspell_testing_bridge_coverage bridges__items[1];
    llmspell_testing_bridge_coverage_init(&bridges__items[0]);
    bridges__items[0].bridge = "kitchen";
    llmspell_testing_coverage_detail functions__;
    llmspell_testing_coverage_detail_init(&functions__);
    functions__.covered = 1;
    functions__.total = 1;
    functions__.percent = 100.0;
    llmspell_int64_entry counts_entries[] = {{"kitchen.cook", 1}};
    llmspell_int64_map counts = {counts_entries, 1};
    functions__.counts = counts;
    const char *missing_items[] = {0};
    llmspell_string_list missing = {missing_items, 0};
    functions__.missing = missing;
    bridges__items[0].functions = &functions__;
    llmspell_testing_coverage_detail events__;
    llmspell_testing_coverage_detail_init(&events__);
    events__.covered = 0;
    events__.total = 0;
    events__.percent = 100.0;
    llmspell_int64_entry counts__entries[] = {0};
    llmspell_int64_map counts_ = {counts__entries, 0};
    events__.counts = counts_;
    const char *missing__items[] = {0};
    llmspell_string_list missing_ = {missing__items, 0};
    events__.missing = missing_;
    bridges__items[0].events = &events__;
    llmspell_testing_coverage_detail errors__;
    llmspell_testing_coverage_detail_init(&errors__);
    errors__.covered = 0;
    errors__.total = 0;
    errors__.percent = 100.0;
    llmspell_int64_entry counts___entries[] = {0};
    llmspell_int64_map counts__ = {counts___entries, 0};
    errors__.counts = counts__;
    const char *missing___items[] = {0};
    llmspell_string_list missing__ = {missing___items, 0};
    errors__.missing = missing__;
    bridges__items[0].errors = &errors__;
    llmspell_testing_bridge_coverage_list bridges_ = {bridges__items, 1};
    reports_items[1].bridges = bridges_;
    llmspell_testing_coverage_report_list reports = {reports_items, 2};
    example_begin(example);
    llmspell_testing_coverage_report result;
    if (example_worked(example, llmspell_testing_merge_coverage(session, &reports, &result))) {
        put_testing_coverage_report(example_result(example), &result);
        llmspell_testing_coverage_report_free(&result);
    }
}

/* testing.reset, scenarios: */
static void testing_reset_scenarios(example *example, llmspell_session *session)
{
    llmspell_testing_scenario_definition scenario;
    llmspell_testing_scenario_definition_init(&scenario);
    scenario.name = "adds";
    const char *tags_items[] = {"quick"};
    llmspell_string_list tags = {tags_items, 1};
    scenario.tags = tags;
    llmspell_testing_scenario_step steps_items[1];
    llmspell_testing_scenario_step_init(&steps_items[0]);
    steps_items[0].call = "tool.execute";
    steps_items[0].with_json = "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1 + 1\"}}";
    llmspell_testing_step_expectation expect;
    llmspell_testing_step_expectation_init(&expect);
    expect.result_json = "{\"$partial\": {\"value\": {\"result\": 2}}}";
    steps_items[0].expect = &expect;
    llmspell_testing_scenario_step_list steps = {steps_items, 1};
    scenario.steps = steps;
    char *string = NULL;
    GIVEN(llmspell_testing_create_scenario(session, &scenario, &string));
    example_begin(example);
    if (example_worked(example, llmspell_testing_reset(session)))
        json_null(example_result(example));
    llmspell_string_free(string);
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
