/* Behind testing.h. Made by bridgegen; change the interface, not this file. */
#include <stdlib.h>
#include <string.h>

#include "bridge_core.h"
#include "llmspell.h"
#include "testing_behind.h"

static bridge_module module = BRIDGE_MODULE("testing");

void llmspell_testing_step_function_init(llmspell_testing_step_function *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_handler_init(llmspell_testing_mock_handler *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_action_init(llmspell_testing_action *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_failure_init(llmspell_testing_mock_failure *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_failure_free(llmspell_testing_mock_failure *value)
{
    if (value == NULL)
        return;
    free((void *)value->code);
    free((void *)value->message);
    free((void *)value->fields_json);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_response_init(llmspell_testing_mock_response *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_response_free(llmspell_testing_mock_response *value)
{
    if (value == NULL)
        return;
    llmspell_json_list_free((llmspell_json_list *)&value->when);
    free((void *)value->returns_json);
    llmspell_testing_mock_failure_free((llmspell_testing_mock_failure *)value->fails);
    free((void *)value->fails);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_definition_init(llmspell_testing_mock_definition *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_definition_free(llmspell_testing_mock_definition *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->description);
    free((void *)value->parameters_json);
    llmspell_testing_mock_response_list_free((llmspell_testing_mock_response_list *)&value->responses);
    llmspell_provider_script_step_list_free((llmspell_provider_script_step_list *)&value->script);
    free((void *)value->model);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_error_expectation_init(llmspell_testing_error_expectation *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_error_expectation_free(llmspell_testing_error_expectation *value)
{
    if (value == NULL)
        return;
    free((void *)value->code_json);
    free((void *)value->message_json);
    free((void *)value->fields_json);
    free((void *)value->recovery);
    llmspell_testing_error_expectation_free((llmspell_testing_error_expectation *)value->cause);
    free((void *)value->cause);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_assertion_init(llmspell_testing_assertion *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_assertion_free(llmspell_testing_assertion *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    free((void *)value->expected_json);
    free((void *)value->message);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_event_expectation_init(llmspell_testing_event_expectation *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_event_expectation_free(llmspell_testing_event_expectation *value)
{
    if (value == NULL)
        return;
    free((void *)value->type);
    free((void *)value->data_json);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_call_expectation_init(llmspell_testing_call_expectation *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_call_expectation_free(llmspell_testing_call_expectation *value)
{
    if (value == NULL)
        return;
    llmspell_json_list_free((llmspell_json_list *)&value->called_with);
    llmspell_json_list_free((llmspell_json_list *)&value->last_called_with);
    llmspell_json_list_list_free((llmspell_json_list_list *)&value->calls);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_step_expectation_init(llmspell_testing_step_expectation *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_step_expectation_free(llmspell_testing_step_expectation *value)
{
    if (value == NULL)
        return;
    free((void *)value->result_json);
    llmspell_testing_error_expectation_free((llmspell_testing_error_expectation *)value->error);
    free((void *)value->error);
    llmspell_testing_assertion_list_free((llmspell_testing_assertion_list *)&value->assertions);
    llmspell_testing_event_expectation_list_free((llmspell_testing_event_expectation_list *)&value->events);
    llmspell_testing_call_expectation_map_free((llmspell_testing_call_expectation_map *)&value->mocks);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_step_init(llmspell_testing_scenario_step *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_step_free(llmspell_testing_scenario_step *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->call);
    free((void *)value->with_json);
    free((void *)value->as);
    llmspell_testing_step_expectation_free((llmspell_testing_step_expectation *)value->expect);
    free((void *)value->expect);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_expectation_init(llmspell_testing_scenario_expectation *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_expectation_free(llmspell_testing_scenario_expectation *value)
{
    if (value == NULL)
        return;
    llmspell_testing_event_expectation_list_free((llmspell_testing_event_expectation_list *)&value->events);
    llmspell_testing_call_expectation_map_free((llmspell_testing_call_expectation_map *)&value->mocks);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_definition_init(llmspell_testing_scenario_definition *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_definition_free(llmspell_testing_scenario_definition *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->summary);
    llmspell_string_list_free((llmspell_string_list *)&value->tags);
    free((void *)value->skip);
    free((void *)value->permissions_json);
    llmspell_string_list_free((llmspell_string_list *)&value->fixtures);
    llmspell_testing_mock_definition_list_free((llmspell_testing_mock_definition_list *)&value->mocks);
    free((void *)value->variables_json);
    llmspell_testing_scenario_step_list_free((llmspell_testing_scenario_step_list *)&value->steps);
    llmspell_testing_scenario_expectation_free((llmspell_testing_scenario_expectation *)value->expect);
    free((void *)value->expect);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_info_init(llmspell_testing_mock_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_info_free(llmspell_testing_mock_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    llmspell_int64_list_free((llmspell_int64_list *)&value->unused);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_call_init(llmspell_testing_mock_call *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_mock_call_free(llmspell_testing_mock_call *value)
{
    if (value == NULL)
        return;
    llmspell_json_list_free((llmspell_json_list *)&value->arguments);
    free((void *)value->returned_json);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_fixture_definition_init(llmspell_testing_fixture_definition *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_fixture_definition_free(llmspell_testing_fixture_definition *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->summary);
    llmspell_string_list_free((llmspell_string_list *)&value->needs);
    free((void *)value->values_json);
    llmspell_testing_mock_definition_list_free((llmspell_testing_mock_definition_list *)&value->mocks);
    llmspell_testing_scenario_step_list_free((llmspell_testing_scenario_step_list *)&value->setup);
    llmspell_testing_scenario_step_list_free((llmspell_testing_scenario_step_list *)&value->teardown);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_file_init(llmspell_testing_scenario_file *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_file_free(llmspell_testing_scenario_file *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->tags);
    free((void *)value->permissions_json);
    llmspell_testing_fixture_definition_list_free((llmspell_testing_fixture_definition_list *)&value->fixtures);
    llmspell_testing_mock_definition_list_free((llmspell_testing_mock_definition_list *)&value->mocks);
    llmspell_testing_scenario_definition_list_free((llmspell_testing_scenario_definition_list *)&value->scenarios);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_info_init(llmspell_testing_scenario_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_info_free(llmspell_testing_scenario_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->summary);
    llmspell_string_list_free((llmspell_string_list *)&value->tags);
    free((void *)value->source);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_fixture_info_init(llmspell_testing_fixture_info *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_fixture_info_free(llmspell_testing_fixture_info *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->summary);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_run_options_init(llmspell_testing_run_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_run_options_free(llmspell_testing_run_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->variables_json);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_suite_options_init(llmspell_testing_suite_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_suite_options_free(llmspell_testing_suite_options *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    llmspell_string_list_free((llmspell_string_list *)&value->scenarios);
    llmspell_string_list_free((llmspell_string_list *)&value->tags);
    llmspell_string_list_free((llmspell_string_list *)&value->exclude_tags);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_difference_init(llmspell_testing_difference *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_difference_free(llmspell_testing_difference *value)
{
    if (value == NULL)
        return;
    free((void *)value->path);
    free((void *)value->message);
    free((void *)value->expected_json);
    free((void *)value->actual_json);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_comparison_init(llmspell_testing_comparison *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_comparison_free(llmspell_testing_comparison *value)
{
    if (value == NULL)
        return;
    llmspell_testing_difference_list_free((llmspell_testing_difference_list *)&value->differences);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_step_result_init(llmspell_testing_step_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_step_result_free(llmspell_testing_step_result *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->fixture);
    free((void *)value->arguments_json);
    free((void *)value->result_json);
    llmspell_error_info_free((llmspell_error_info *)value->error);
    free((void *)value->error);
    llmspell_testing_difference_list_free((llmspell_testing_difference_list *)&value->differences);
    llmspell_string_list_free((llmspell_string_list *)&value->events);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_result_init(llmspell_testing_scenario_result *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_result_free(llmspell_testing_scenario_result *value)
{
    if (value == NULL)
        return;
    free((void *)value->scenario);
    free((void *)value->summary);
    llmspell_string_list_free((llmspell_string_list *)&value->tags);
    free((void *)value->source);
    free((void *)value->reason);
    llmspell_testing_step_result_list_free((llmspell_testing_step_result_list *)&value->steps);
    llmspell_testing_difference_list_free((llmspell_testing_difference_list *)&value->differences);
    llmspell_testing_mock_info_list_free((llmspell_testing_mock_info_list *)&value->mocks);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_suite_totals_init(llmspell_testing_suite_totals *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_suite_totals_free(llmspell_testing_suite_totals *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_testing_coverage_count_init(llmspell_testing_coverage_count *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_coverage_count_free(llmspell_testing_coverage_count *value)
{
    if (value == NULL)
        return;
    memset(value, 0, sizeof *value);
}

void llmspell_testing_coverage_detail_init(llmspell_testing_coverage_detail *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_coverage_detail_free(llmspell_testing_coverage_detail *value)
{
    if (value == NULL)
        return;
    llmspell_int64_map_free((llmspell_int64_map *)&value->counts);
    llmspell_string_list_free((llmspell_string_list *)&value->missing);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_bridge_coverage_init(llmspell_testing_bridge_coverage *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_bridge_coverage_free(llmspell_testing_bridge_coverage *value)
{
    if (value == NULL)
        return;
    free((void *)value->bridge);
    llmspell_testing_coverage_detail_free((llmspell_testing_coverage_detail *)value->functions);
    free((void *)value->functions);
    llmspell_testing_coverage_detail_free((llmspell_testing_coverage_detail *)value->events);
    free((void *)value->events);
    llmspell_testing_coverage_detail_free((llmspell_testing_coverage_detail *)value->errors);
    free((void *)value->errors);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_coverage_report_init(llmspell_testing_coverage_report *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_coverage_report_free(llmspell_testing_coverage_report *value)
{
    if (value == NULL)
        return;
    free((void *)value->interface_version);
    llmspell_testing_coverage_count_free((llmspell_testing_coverage_count *)value->functions);
    free((void *)value->functions);
    llmspell_testing_coverage_count_free((llmspell_testing_coverage_count *)value->events);
    free((void *)value->events);
    llmspell_testing_coverage_count_free((llmspell_testing_coverage_count *)value->errors);
    free((void *)value->errors);
    llmspell_testing_bridge_coverage_list_free((llmspell_testing_bridge_coverage_list *)&value->bridges);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_suite_report_init(llmspell_testing_suite_report *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_suite_report_free(llmspell_testing_suite_report *value)
{
    if (value == NULL)
        return;
    free((void *)value->name);
    free((void *)value->reason);
    llmspell_testing_suite_totals_free((llmspell_testing_suite_totals *)value->totals);
    free((void *)value->totals);
    free((void *)value->started_at);
    llmspell_testing_scenario_result_list_free((llmspell_testing_scenario_result_list *)&value->scenarios);
    llmspell_testing_step_result_list_free((llmspell_testing_step_result_list *)&value->fixtures);
    llmspell_testing_coverage_report_free((llmspell_testing_coverage_report *)value->coverage);
    free((void *)value->coverage);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_coverage_options_init(llmspell_testing_coverage_options *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_coverage_options_free(llmspell_testing_coverage_options *value)
{
    if (value == NULL)
        return;
    llmspell_string_list_free((llmspell_string_list *)&value->bridges);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_started_init(llmspell_testing_scenario_started *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_started_free(llmspell_testing_scenario_started *value)
{
    if (value == NULL)
        return;
    free((void *)value->scenario);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_step_completed_init(llmspell_testing_step_completed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_step_completed_free(llmspell_testing_step_completed *value)
{
    if (value == NULL)
        return;
    free((void *)value->scenario);
    free((void *)value->name);
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_completed_init(llmspell_testing_scenario_completed *value)
{
    memset(value, 0, sizeof *value);
}

void llmspell_testing_scenario_completed_free(llmspell_testing_scenario_completed *value)
{
    if (value == NULL)
        return;
    free((void *)value->scenario);
    free((void *)value->reason);
    memset(value, 0, sizeof *value);
}

llmspell_status llmspell_testing_create_scenario(
    llmspell_session *session, const llmspell_testing_scenario_definition *scenario, char **result)
{
    BRIDGE_RESULT(char *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_create_scenario(
        number, scenario, result);
    if (BRIDGE_DROPS(status, result))
        free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_load_scenarios(
    llmspell_session *session, const char *path, llmspell_string_list *result)
{
    BRIDGE_RESULT(llmspell_string_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_load_scenarios(
        number, path, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_string_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_list_scenarios(
    llmspell_session *session, const llmspell_string_list *tags, llmspell_testing_scenario_info_list *result)
{
    BRIDGE_RESULT(llmspell_testing_scenario_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_list_scenarios(
        number, tags, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_testing_scenario_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_run_scenario(
    llmspell_session *session, const char *scenario, const llmspell_testing_run_options *options,
    llmspell_testing_scenario_result *result)
{
    BRIDGE_RESULT(llmspell_testing_scenario_result, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_run_scenario(
        number, scenario, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_testing_scenario_result_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_run_suite(
    llmspell_session *session, const llmspell_testing_suite_options *options,
    llmspell_testing_suite_report *result)
{
    BRIDGE_RESULT(llmspell_testing_suite_report, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_run_suite(
        number, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_testing_suite_report_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_format_report(
    llmspell_session *session, const llmspell_testing_suite_report *report,
    llmspell_testing_report_format format, char **result)
{
    BRIDGE_RESULT(char *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_format_report(
        number, report, format, result);
    if (BRIDGE_DROPS(status, result))
        free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_assert_equals(
    llmspell_session *session, const char *actual_json, const char *expected_json, const char *message)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_assert_equals(
        number, actual_json, expected_json, message);
    return bridge_left(status);
}

llmspell_status llmspell_testing_assert_contains(
    llmspell_session *session, const char *actual_json, const char *expected_json, const char *message)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_assert_contains(
        number, actual_json, expected_json, message);
    return bridge_left(status);
}

llmspell_status llmspell_testing_assert_matches(
    llmspell_session *session, const char *actual_json, const char *expected_json, const char *message)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_assert_matches(
        number, actual_json, expected_json, message);
    return bridge_left(status);
}

llmspell_status llmspell_testing_assert_throws(
    llmspell_session *session, const llmspell_testing_action *action,
    const llmspell_testing_error_expectation *error, llmspell_error_info *result)
{
    BRIDGE_RESULT(llmspell_error_info, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_assert_throws(
        number, action, error, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_error_info_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_compare(
    llmspell_session *session, const char *actual_json, const char *expected_json,
    llmspell_testing_assert_type type, llmspell_testing_comparison *result)
{
    BRIDGE_RESULT(llmspell_testing_comparison, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_compare(
        number, actual_json, expected_json, type, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_testing_comparison_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_create_mock(
    llmspell_session *session, const llmspell_testing_mock_definition *mock, char **result)
{
    BRIDGE_RESULT(char *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_create_mock(
        number, mock, result);
    if (BRIDGE_DROPS(status, result))
        free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_call_mock(
    llmspell_session *session, const char *mock, const llmspell_json_list *arguments, char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_call_mock(
        number, mock, arguments, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_testing_get_mock_calls(
    llmspell_session *session, const char *mock, llmspell_testing_mock_call_list *result)
{
    BRIDGE_RESULT(llmspell_testing_mock_call_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_get_mock_calls(
        number, mock, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_testing_mock_call_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_list_mocks(
    llmspell_session *session, llmspell_testing_mock_info_list *result)
{
    BRIDGE_RESULT(llmspell_testing_mock_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_list_mocks(
        number, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_testing_mock_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_verify_mock(
    llmspell_session *session, const char *mock, const llmspell_testing_call_expectation *expectation)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_verify_mock(
        number, mock, expectation);
    return bridge_left(status);
}

llmspell_status llmspell_testing_reset_mock(llmspell_session *session, const char *mock)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_reset_mock(
        number, mock);
    return bridge_left(status);
}

llmspell_status llmspell_testing_remove_mock(llmspell_session *session, const char *mock)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_remove_mock(
        number, mock);
    return bridge_left(status);
}

llmspell_status llmspell_testing_create_fixture(
    llmspell_session *session, const llmspell_testing_fixture_definition *fixture, char **result)
{
    BRIDGE_RESULT(char *, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_create_fixture(
        number, fixture, result);
    if (BRIDGE_DROPS(status, result))
        free(*result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_setup_fixture(
    llmspell_session *session, const char *fixture, char **result_json)
{
    BRIDGE_RESULT(char *, result_json);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_setup_fixture(
        number, fixture, result_json);
    if (BRIDGE_DROPS(status, result_json))
        free(*result_json);
    return bridge_left(status);
}

llmspell_status llmspell_testing_teardown_fixture(
    llmspell_session *session, const char *fixture, llmspell_string_list *result)
{
    BRIDGE_RESULT(llmspell_string_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_teardown_fixture(
        number, fixture, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_string_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_list_fixtures(
    llmspell_session *session, llmspell_testing_fixture_info_list *result)
{
    BRIDGE_RESULT(llmspell_testing_fixture_info_list, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_list_fixtures(
        number, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_testing_fixture_info_list_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_start_coverage(llmspell_session *session)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_start_coverage(
        number);
    return bridge_left(status);
}

llmspell_status llmspell_testing_stop_coverage(llmspell_session *session)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_stop_coverage(
        number);
    return bridge_left(status);
}

llmspell_status llmspell_testing_get_coverage(
    llmspell_session *session, const llmspell_testing_coverage_options *options,
    llmspell_testing_coverage_report *result)
{
    BRIDGE_RESULT(llmspell_testing_coverage_report, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_get_coverage(
        number, options, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_testing_coverage_report_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_merge_coverage(
    llmspell_session *session, const llmspell_testing_coverage_report_list *reports,
    llmspell_testing_coverage_report *result)
{
    BRIDGE_RESULT(llmspell_testing_coverage_report, result);
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_merge_coverage(
        number, reports, result);
    if (BRIDGE_DROPS(status, result))
        llmspell_testing_coverage_report_free(result);
    return bridge_left(status);
}

llmspell_status llmspell_testing_reset(llmspell_session *session)
{
    BRIDGE_ENTER(session, &module);
    llmspell_status status = llmspell_py_testing_reset(
        number);
    return bridge_left(status);
}
