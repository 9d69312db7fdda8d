/* The functions behind testing.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_TESTING_H_BEHIND
#define LLMSPELL_TESTING_H_BEHIND

#include "llmspell.h"

llmspell_status llmspell_py_testing_create_scenario(int64_t session, const llmspell_testing_scenario_definition *scenario, char **result);

llmspell_status llmspell_py_testing_load_scenarios(int64_t session, const char *path, llmspell_string_list *result);

llmspell_status llmspell_py_testing_list_scenarios(int64_t session, const llmspell_string_list *tags, llmspell_testing_scenario_info_list *result);

llmspell_status llmspell_py_testing_run_scenario(int64_t session, const char *scenario, const llmspell_testing_run_options *options, llmspell_testing_scenario_result *result);

llmspell_status llmspell_py_testing_run_suite(int64_t session, const llmspell_testing_suite_options *options, llmspell_testing_suite_report *result);

llmspell_status llmspell_py_testing_format_report(int64_t session, const llmspell_testing_suite_report *report, llmspell_testing_report_format format, char **result);

llmspell_status llmspell_py_testing_assert_equals(int64_t session, const char *actual_json, const char *expected_json, const char *message);

llmspell_status llmspell_py_testing_assert_contains(int64_t session, const char *actual_json, const char *expected_json, const char *message);

llmspell_status llmspell_py_testing_assert_matches(int64_t session, const char *actual_json, const char *expected_json, const char *message);

llmspell_status llmspell_py_testing_assert_throws(int64_t session, const llmspell_testing_action *action, const llmspell_testing_error_expectation *error, llmspell_error_info *result);

llmspell_status llmspell_py_testing_compare(int64_t session, const char *actual_json, const char *expected_json, llmspell_testing_assert_type type, llmspell_testing_comparison *result);

llmspell_status llmspell_py_testing_create_mock(int64_t session, const llmspell_testing_mock_definition *mock, char **result);

llmspell_status llmspell_py_testing_call_mock(int64_t session, const char *mock, const llmspell_json_list *arguments, char **result_json);

llmspell_status llmspell_py_testing_get_mock_calls(int64_t session, const char *mock, llmspell_testing_mock_call_list *result);

llmspell_status llmspell_py_testing_list_mocks(int64_t session, llmspell_testing_mock_info_list *result);

llmspell_status llmspell_py_testing_verify_mock(int64_t session, const char *mock, const llmspell_testing_call_expectation *expectation);

llmspell_status llmspell_py_testing_reset_mock(int64_t session, const char *mock);

llmspell_status llmspell_py_testing_remove_mock(int64_t session, const char *mock);

llmspell_status llmspell_py_testing_create_fixture(int64_t session, const llmspell_testing_fixture_definition *fixture, char **result);

llmspell_status llmspell_py_testing_setup_fixture(int64_t session, const char *fixture, char **result_json);

llmspell_status llmspell_py_testing_teardown_fixture(int64_t session, const char *fixture, llmspell_string_list *result);

llmspell_status llmspell_py_testing_list_fixtures(int64_t session, llmspell_testing_fixture_info_list *result);

llmspell_status llmspell_py_testing_start_coverage(int64_t session);

llmspell_status llmspell_py_testing_stop_coverage(int64_t session);

llmspell_status llmspell_py_testing_get_coverage(int64_t session, const llmspell_testing_coverage_options *options, llmspell_testing_coverage_report *result);

llmspell_status llmspell_py_testing_merge_coverage(int64_t session, const llmspell_testing_coverage_report_list *reports, llmspell_testing_coverage_report *result);

llmspell_status llmspell_py_testing_reset(int64_t session);

#endif
