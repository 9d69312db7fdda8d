/**
 * @file
 * Tests of what is built on this interface; scenarios, doubles, assertions, and what they have covered.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_TESTING_H
#define LLMSPELL_TESTING_H

#include "core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What an assertion asks. */
typedef enum llmspell_testing_assert_type {
    /** Not given. */
    LLMSPELL_TESTING_ASSERT_TYPE_UNSPECIFIED = 0,
    /** The same JSON; nothing in the expected value is a matcher. */
    LLMSPELL_TESTING_ASSERT_TYPE_EQUALS = 1,
    /** A text holds a text, a list holds items, an object holds fields. */
    LLMSPELL_TESTING_ASSERT_TYPE_CONTAINS = 2,
    /** The expected value fits; it may have matchers in it. */
    LLMSPELL_TESTING_ASSERT_TYPE_MATCHES = 3,
    /** The call fails, with an error that fits. */
    LLMSPELL_TESTING_ASSERT_TYPE_THROWS = 4
} llmspell_testing_assert_type;

/** What a mock stands in for. */
typedef enum llmspell_testing_mock_type {
    /** Not given. */
    LLMSPELL_TESTING_MOCK_TYPE_UNSPECIFIED = 0,
    /** A function that is passed as a callback. */
    LLMSPELL_TESTING_MOCK_TYPE_FUNCTION = 1,
    /** A tool, registered under the mock's name. */
    LLMSPELL_TESTING_MOCK_TYPE_OBJECT = 2,
    /** A provider, made under the mock's name; it is a scripted one. */
    LLMSPELL_TESTING_MOCK_TYPE_SERVICE = 3
} llmspell_testing_mock_type;

/** How a step or a scenario ended. */
typedef enum llmspell_testing_outcome {
    /** Not given. */
    LLMSPELL_TESTING_OUTCOME_UNSPECIFIED = 0,
    /** All was as expected. */
    LLMSPELL_TESTING_OUTCOME_PASSED = 1,
    /** Something was not as expected. */
    LLMSPELL_TESTING_OUTCOME_FAILED = 2,
    /** It could not be tried: a call failed of which nothing was expected, or a fixture did. */
    LLMSPELL_TESTING_OUTCOME_ERROR = 3,
    /** It did not run. */
    LLMSPELL_TESTING_OUTCOME_SKIPPED = 4
} llmspell_testing_outcome;

/** How long what a fixture has set up lasts. */
typedef enum llmspell_testing_fixture_scope {
    /** Not given. */
    LLMSPELL_TESTING_FIXTURE_SCOPE_UNSPECIFIED = 0,
    /** For one scenario; the next one gets its own. */
    LLMSPELL_TESTING_FIXTURE_SCOPE_SCENARIO = 1,
    /** For all scenarios of a suite. */
    LLMSPELL_TESTING_FIXTURE_SCOPE_SUITE = 2
} llmspell_testing_fixture_scope;

/** How the events of a step are held against the expected ones. */
typedef enum llmspell_testing_event_order {
    /** Not given. */
    LLMSPELL_TESTING_EVENT_ORDER_UNSPECIFIED = 0,
    /** Exactly these, in this order. */
    LLMSPELL_TESTING_EVENT_ORDER_EXACT = 1,
    /** These, in this order; others may come between. */
    LLMSPELL_TESTING_EVENT_ORDER_ORDERED = 2,
    /** These, in any order; others may come too. */
    LLMSPELL_TESTING_EVENT_ORDER_ANY = 3
} llmspell_testing_event_order;

/** How a report is written. */
typedef enum llmspell_testing_report_format {
    /** Not given. */
    LLMSPELL_TESTING_REPORT_FORMAT_UNSPECIFIED = 0,
    /** The report as it is. */
    LLMSPELL_TESTING_REPORT_FORMAT_JSON = 1,
    /** JUnit XML, which CI services read. */
    LLMSPELL_TESTING_REPORT_FORMAT_JUNIT = 2,
    /** For people: a table, and what failed. */
    LLMSPELL_TESTING_REPORT_FORMAT_MARKDOWN = 3,
    /** Test Anything Protocol 14. */
    LLMSPELL_TESTING_REPORT_FORMAT_TAP = 4
} llmspell_testing_report_format;

/** What tests are held to: Steps of one scenario or fixture. */
#define LLMSPELL_TESTING_LIMIT_STEPS INT64_C(1000)

/** What tests are held to: Calls that a mock remembers; the oldest is forgotten first. */
#define LLMSPELL_TESTING_LIMIT_CALLS INT64_C(1000)

/** What tests are held to: Scenarios of a suite at once. */
#define LLMSPELL_TESTING_LIMIT_CONCURRENCY INT64_C(16)

/** What tests are held to: Characters of a pattern. */
#define LLMSPELL_TESTING_LIMIT_PATTERN_LENGTH INT64_C(1000)

/** What tests are held to: Values that one assertion compares. */
#define LLMSPELL_TESTING_LIMIT_COMPARISONS INT64_C(200000)

/** What tests are held to: How deep expected values and matchers may be nested. */
#define LLMSPELL_TESTING_LIMIT_DEPTH INT64_C(64)

/** What tests are held to: Time of a scenario that sets no limit. */
#define LLMSPELL_TESTING_LIMIT_TIMEOUT_SECONDS INT64_C(60)

/** What tests are held to: Bytes of a scenario file. */
#define LLMSPELL_TESTING_LIMIT_FILE_BYTES INT64_C(4194304)

/**
 * A scenario begins.
 * Before its fixtures are set up.
 */
#define LLMSPELL_EVENT_TESTING_START "testing.start"

/**
 * A step of a scenario is done.
 * After its expectations were checked.
 */
#define LLMSPELL_EVENT_TESTING_STEP "testing.step"

/**
 * A scenario is done.
 * After all was cleared away.
 */
#define LLMSPELL_EVENT_TESTING_COMPLETE "testing.complete"

typedef struct llmspell_testing_mock_failure llmspell_testing_mock_failure;
typedef struct llmspell_testing_mock_response llmspell_testing_mock_response;
typedef struct llmspell_testing_mock_definition llmspell_testing_mock_definition;
typedef struct llmspell_testing_error_expectation llmspell_testing_error_expectation;
typedef struct llmspell_testing_assertion llmspell_testing_assertion;
typedef struct llmspell_testing_event_expectation llmspell_testing_event_expectation;
typedef struct llmspell_testing_call_expectation llmspell_testing_call_expectation;
typedef struct llmspell_testing_step_expectation llmspell_testing_step_expectation;
typedef struct llmspell_testing_scenario_step llmspell_testing_scenario_step;
typedef struct llmspell_testing_scenario_expectation llmspell_testing_scenario_expectation;
typedef struct llmspell_testing_scenario_definition llmspell_testing_scenario_definition;
typedef struct llmspell_testing_mock_info llmspell_testing_mock_info;
typedef struct llmspell_testing_mock_call llmspell_testing_mock_call;
typedef struct llmspell_testing_fixture_definition llmspell_testing_fixture_definition;
typedef struct llmspell_testing_scenario_file llmspell_testing_scenario_file;
typedef struct llmspell_testing_scenario_info llmspell_testing_scenario_info;
typedef struct llmspell_testing_fixture_info llmspell_testing_fixture_info;
typedef struct llmspell_testing_run_options llmspell_testing_run_options;
typedef struct llmspell_testing_suite_options llmspell_testing_suite_options;
typedef struct llmspell_testing_difference llmspell_testing_difference;
typedef struct llmspell_testing_comparison llmspell_testing_comparison;
typedef struct llmspell_testing_step_result llmspell_testing_step_result;
typedef struct llmspell_testing_scenario_result llmspell_testing_scenario_result;
typedef struct llmspell_testing_suite_totals llmspell_testing_suite_totals;
typedef struct llmspell_testing_coverage_count llmspell_testing_coverage_count;
typedef struct llmspell_testing_coverage_detail llmspell_testing_coverage_detail;
typedef struct llmspell_testing_bridge_coverage llmspell_testing_bridge_coverage;
typedef struct llmspell_testing_coverage_report llmspell_testing_coverage_report;
typedef struct llmspell_testing_suite_report llmspell_testing_suite_report;
typedef struct llmspell_testing_coverage_options llmspell_testing_coverage_options;
typedef struct llmspell_testing_scenario_started llmspell_testing_scenario_started;
typedef struct llmspell_testing_step_completed llmspell_testing_step_completed;
typedef struct llmspell_testing_scenario_completed llmspell_testing_scenario_completed;
typedef struct llmspell_testing_step_function llmspell_testing_step_function;
typedef struct llmspell_testing_mock_handler llmspell_testing_mock_handler;
typedef struct llmspell_testing_action llmspell_testing_action;

#ifdef __cplusplus
}
#endif

/* Modules may refer to each other: what they share by name stands above this line, what needs others' names below. */
#include "shared.h"
#include "provider.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef LLMSPELL_TESTING_MOCK_RESPONSE_LIST_DEFINED
#define LLMSPELL_TESTING_MOCK_RESPONSE_LIST_DEFINED
typedef struct llmspell_testing_mock_response_list {
    const llmspell_testing_mock_response *items;
    size_t count;
} llmspell_testing_mock_response_list;
LLMSPELL_API void llmspell_testing_mock_response_list_free(llmspell_testing_mock_response_list *value);
#endif

#ifndef LLMSPELL_PROVIDER_SCRIPT_STEP_LIST_DEFINED
#define LLMSPELL_PROVIDER_SCRIPT_STEP_LIST_DEFINED
typedef struct llmspell_provider_script_step_list {
    const llmspell_provider_script_step *items;
    size_t count;
} llmspell_provider_script_step_list;
LLMSPELL_API void llmspell_provider_script_step_list_free(llmspell_provider_script_step_list *value);
#endif

#ifndef LLMSPELL_JSON_LIST_LIST_DEFINED
#define LLMSPELL_JSON_LIST_LIST_DEFINED
typedef struct llmspell_json_list_list {
    const llmspell_json_list *items;
    size_t count;
} llmspell_json_list_list;
LLMSPELL_API void llmspell_json_list_list_free(llmspell_json_list_list *value);
#endif

#ifndef LLMSPELL_TESTING_ASSERTION_LIST_DEFINED
#define LLMSPELL_TESTING_ASSERTION_LIST_DEFINED
typedef struct llmspell_testing_assertion_list {
    const llmspell_testing_assertion *items;
    size_t count;
} llmspell_testing_assertion_list;
LLMSPELL_API void llmspell_testing_assertion_list_free(llmspell_testing_assertion_list *value);
#endif

#ifndef LLMSPELL_TESTING_EVENT_EXPECTATION_LIST_DEFINED
#define LLMSPELL_TESTING_EVENT_EXPECTATION_LIST_DEFINED
typedef struct llmspell_testing_event_expectation_list {
    const llmspell_testing_event_expectation *items;
    size_t count;
} llmspell_testing_event_expectation_list;
LLMSPELL_API void llmspell_testing_event_expectation_list_free(llmspell_testing_event_expectation_list *value);
#endif

#ifndef LLMSPELL_TESTING_CALL_EXPECTATION_MAP_DEFINED
#define LLMSPELL_TESTING_CALL_EXPECTATION_MAP_DEFINED
typedef struct llmspell_testing_call_expectation_entry {
    const char *key;
    const llmspell_testing_call_expectation *value;
} llmspell_testing_call_expectation_entry;
typedef struct llmspell_testing_call_expectation_map {
    const llmspell_testing_call_expectation_entry *entries;
    size_t count;
} llmspell_testing_call_expectation_map;
LLMSPELL_API void llmspell_testing_call_expectation_map_free(llmspell_testing_call_expectation_map *value);
#endif

#ifndef LLMSPELL_TESTING_MOCK_DEFINITION_LIST_DEFINED
#define LLMSPELL_TESTING_MOCK_DEFINITION_LIST_DEFINED
typedef struct llmspell_testing_mock_definition_list {
    const llmspell_testing_mock_definition *items;
    size_t count;
} llmspell_testing_mock_definition_list;
LLMSPELL_API void llmspell_testing_mock_definition_list_free(llmspell_testing_mock_definition_list *value);
#endif

#ifndef LLMSPELL_TESTING_SCENARIO_STEP_LIST_DEFINED
#define LLMSPELL_TESTING_SCENARIO_STEP_LIST_DEFINED
typedef struct llmspell_testing_scenario_step_list {
    const llmspell_testing_scenario_step *items;
    size_t count;
} llmspell_testing_scenario_step_list;
LLMSPELL_API void llmspell_testing_scenario_step_list_free(llmspell_testing_scenario_step_list *value);
#endif

#ifndef LLMSPELL_TESTING_FIXTURE_DEFINITION_LIST_DEFINED
#define LLMSPELL_TESTING_FIXTURE_DEFINITION_LIST_DEFINED
typedef struct llmspell_testing_fixture_definition_list {
    const llmspell_testing_fixture_definition *items;
    size_t count;
} llmspell_testing_fixture_definition_list;
LLMSPELL_API void llmspell_testing_fixture_definition_list_free(llmspell_testing_fixture_definition_list *value);
#endif

#ifndef LLMSPELL_TESTING_SCENARIO_DEFINITION_LIST_DEFINED
#define LLMSPELL_TESTING_SCENARIO_DEFINITION_LIST_DEFINED
typedef struct llmspell_testing_scenario_definition_list {
    const llmspell_testing_scenario_definition *items;
    size_t count;
} llmspell_testing_scenario_definition_list;
LLMSPELL_API void llmspell_testing_scenario_definition_list_free(llmspell_testing_scenario_definition_list *value);
#endif

#ifndef LLMSPELL_TESTING_DIFFERENCE_LIST_DEFINED
#define LLMSPELL_TESTING_DIFFERENCE_LIST_DEFINED
typedef struct llmspell_testing_difference_list {
    const llmspell_testing_difference *items;
    size_t count;
} llmspell_testing_difference_list;
LLMSPELL_API void llmspell_testing_difference_list_free(llmspell_testing_difference_list *value);
#endif

#ifndef LLMSPELL_TESTING_STEP_RESULT_LIST_DEFINED
#define LLMSPELL_TESTING_STEP_RESULT_LIST_DEFINED
typedef struct llmspell_testing_step_result_list {
    const llmspell_testing_step_result *items;
    size_t count;
} llmspell_testing_step_result_list;
LLMSPELL_API void llmspell_testing_step_result_list_free(llmspell_testing_step_result_list *value);
#endif

#ifndef LLMSPELL_TESTING_MOCK_INFO_LIST_DEFINED
#define LLMSPELL_TESTING_MOCK_INFO_LIST_DEFINED
typedef struct llmspell_testing_mock_info_list {
    const llmspell_testing_mock_info *items;
    size_t count;
} llmspell_testing_mock_info_list;
LLMSPELL_API void llmspell_testing_mock_info_list_free(llmspell_testing_mock_info_list *value);
#endif

#ifndef LLMSPELL_TESTING_BRIDGE_COVERAGE_LIST_DEFINED
#define LLMSPELL_TESTING_BRIDGE_COVERAGE_LIST_DEFINED
typedef struct llmspell_testing_bridge_coverage_list {
    const llmspell_testing_bridge_coverage *items;
    size_t count;
} llmspell_testing_bridge_coverage_list;
LLMSPELL_API void llmspell_testing_bridge_coverage_list_free(llmspell_testing_bridge_coverage_list *value);
#endif

#ifndef LLMSPELL_TESTING_SCENARIO_RESULT_LIST_DEFINED
#define LLMSPELL_TESTING_SCENARIO_RESULT_LIST_DEFINED
typedef struct llmspell_testing_scenario_result_list {
    const llmspell_testing_scenario_result *items;
    size_t count;
} llmspell_testing_scenario_result_list;
LLMSPELL_API void llmspell_testing_scenario_result_list_free(llmspell_testing_scenario_result_list *value);
#endif

#ifndef LLMSPELL_TESTING_SCENARIO_INFO_LIST_DEFINED
#define LLMSPELL_TESTING_SCENARIO_INFO_LIST_DEFINED
typedef struct llmspell_testing_scenario_info_list {
    const llmspell_testing_scenario_info *items;
    size_t count;
} llmspell_testing_scenario_info_list;
LLMSPELL_API void llmspell_testing_scenario_info_list_free(llmspell_testing_scenario_info_list *value);
#endif

#ifndef LLMSPELL_TESTING_MOCK_CALL_LIST_DEFINED
#define LLMSPELL_TESTING_MOCK_CALL_LIST_DEFINED
typedef struct llmspell_testing_mock_call_list {
    const llmspell_testing_mock_call *items;
    size_t count;
} llmspell_testing_mock_call_list;
LLMSPELL_API void llmspell_testing_mock_call_list_free(llmspell_testing_mock_call_list *value);
#endif

#ifndef LLMSPELL_TESTING_FIXTURE_INFO_LIST_DEFINED
#define LLMSPELL_TESTING_FIXTURE_INFO_LIST_DEFINED
typedef struct llmspell_testing_fixture_info_list {
    const llmspell_testing_fixture_info *items;
    size_t count;
} llmspell_testing_fixture_info_list;
LLMSPELL_API void llmspell_testing_fixture_info_list_free(llmspell_testing_fixture_info_list *value);
#endif

#ifndef LLMSPELL_TESTING_COVERAGE_REPORT_LIST_DEFINED
#define LLMSPELL_TESTING_COVERAGE_REPORT_LIST_DEFINED
typedef struct llmspell_testing_coverage_report_list {
    const llmspell_testing_coverage_report *items;
    size_t count;
} llmspell_testing_coverage_report_list;
LLMSPELL_API void llmspell_testing_coverage_report_list_free(llmspell_testing_coverage_report_list *value);
#endif

/**
 * Something of the program's own to be done as a step.
 * @param input_json What the step passes as `with`, names replaced by their values
 * @param result_json receives what it gives back; the library frees it, also when the callback fails
 */
typedef llmspell_status (*llmspell_testing_step_function_function)(
    void *user_data, const char *input_json, char **result_json);

/** A llmspell_testing_step_function_function and what it works with. */
struct llmspell_testing_step_function {
    /** NULL when there is none. */
    llmspell_testing_step_function_function call;
    /** Given back to `call` and `release`. */
    void *user_data;
    /** Called once, on any thread, when the library has let go of it; not when a call failed. May be NULL. */
    void (*release)(void *user_data);
};
LLMSPELL_API void llmspell_testing_step_function_init(llmspell_testing_step_function *value);

/**
 * Answers a mock's calls.
 * @param arguments The arguments, in order
 * @param result_json receives what it gives back; the library frees it, also when the callback fails
 */
typedef llmspell_status (*llmspell_testing_mock_handler_function)(
    void *user_data, const llmspell_json_list *arguments, char **result_json);

/** A llmspell_testing_mock_handler_function and what it works with. */
struct llmspell_testing_mock_handler {
    /** NULL when there is none. */
    llmspell_testing_mock_handler_function call;
    /** Given back to `call` and `release`. */
    void *user_data;
    /** Called once, on any thread, when the library has let go of it; not when a call failed. May be NULL. */
    void (*release)(void *user_data);
};
LLMSPELL_API void llmspell_testing_mock_handler_init(llmspell_testing_mock_handler *value);

/**
 * Something that is expected to fail.
 * @param result_json receives what it gives back; the library frees it, also when the callback fails
 */
typedef llmspell_status (*llmspell_testing_action_function)(void *user_data, char **result_json);

/** A llmspell_testing_action_function and what it works with. */
struct llmspell_testing_action {
    /** NULL when there is none. */
    llmspell_testing_action_function call;
    /** Given back to `call` and `release`. */
    void *user_data;
    /** Called once, on any thread, when the library has let go of it; not when a call failed. May be NULL. */
    void (*release)(void *user_data);
};
LLMSPELL_API void llmspell_testing_action_init(llmspell_testing_action *value);

/** An error of this interface. */
struct llmspell_testing_mock_failure {
    /** Its code: "tool.timed_out". Optional: "runtime.callback_failed" when absent. */
    const char *code;
    /** What it says; made from the fields when left out. Optional. */
    const char *message;
    /** Its fields. Optional. */
    const char *fields_json;
};
LLMSPELL_API void llmspell_testing_mock_failure_init(llmspell_testing_mock_failure *value);
LLMSPELL_API void llmspell_testing_mock_failure_free(llmspell_testing_mock_failure *value);

/**
 * An answer of a mock.
 *
 * One of `returns` and `fails`; null is returned when there is neither.
 */
struct llmspell_testing_mock_response {
    /** Only for calls with these arguments, with matchers: [{"city": "Oslo"}]. Optional. */
    llmspell_json_list when;
    /** What it returns. Optional. */
    const char *returns_json;
    /** What it fails with. Optional. */
    const llmspell_testing_mock_failure *fails;
    /** Time to pass before it answers. Optional. */
    bool has_delay_seconds;
    double delay_seconds;
    /** How many calls it answers. Optional: 1 when absent. */
    bool has_times;
    int64_t times;
    /** Answer any number of calls. Optional: false when absent. */
    bool has_always;
    bool always;
};
LLMSPELL_API void llmspell_testing_mock_response_init(llmspell_testing_mock_response *value);
LLMSPELL_API void llmspell_testing_mock_response_free(llmspell_testing_mock_response *value);

/**
 * A double, and what it answers.
 *
 * A call gets the first response that is not used up and whose `when` fits its arguments. A mock without
 * responses answers null, as often as it is asked; when it has some and none fits, its handler answers, and
 * without one the call fails with `testing.unexpected_call`.
 */
struct llmspell_testing_mock_definition {
    /** Unique in the session; mock_1, mock_2 and so on when left out. Optional. */
    const char *name;
    /** What it stands in for. */
    llmspell_testing_mock_type type;
    /** What a model reads about it; of an object. Optional. */
    const char *description;
    /** JSON Schema of its arguments; of an object. Optional. */
    const char *parameters_json;
    /** What a function or an object answers. Optional. */
    llmspell_testing_mock_response_list responses;
    /**
     * Answers what no response fits, of a function or an object; so a mock can watch over a real function.
     * Optional.
     */
    llmspell_testing_mock_handler handler;
    /** What a service answers. Optional. */
    llmspell_provider_script_step_list script;
    /** The model that a service says it is. Optional. */
    const char *model;
    /** Whether a response that is left over makes a scenario fail. Optional: false when absent. */
    bool has_strict;
    bool strict;
};
LLMSPELL_API void llmspell_testing_mock_definition_init(llmspell_testing_mock_definition *value);
LLMSPELL_API void llmspell_testing_mock_definition_free(llmspell_testing_mock_definition *value);

/** An error; what is left out may be anything. */
struct llmspell_testing_error_expectation {
    /** Its code, or a matcher: "tool.not_found". Optional. */
    const char *code_json;
    /** Its message, or a matcher. Optional. */
    const char *message_json;
    /** Some of its fields, with matchers. Optional. */
    const char *fields_json;
    /** What may help. Optional. */
    const char *recovery;
    /** The error that led to it. Optional. */
    const llmspell_testing_error_expectation *cause;
};
LLMSPELL_API void llmspell_testing_error_expectation_init(llmspell_testing_error_expectation *value);
LLMSPELL_API void llmspell_testing_error_expectation_free(llmspell_testing_error_expectation *value);

/** One thing to ask of a result. */
struct llmspell_testing_assertion {
    /** How to compare. Optional: "matches" when absent. */
    llmspell_testing_assert_type type;
    /** Where to look: "message.content", "0.name"; the whole when left out. Optional. */
    const char *path;
    /** What to find there; for `throws` fields of the error, such as {"code": "tool.not_found"}. */
    const char *expected_json;
    /** What to say when it does not hold. Optional. */
    const char *message;
};
LLMSPELL_API void llmspell_testing_assertion_init(llmspell_testing_assertion *value);
LLMSPELL_API void llmspell_testing_assertion_free(llmspell_testing_assertion *value);

/** An event that is expected. */
struct llmspell_testing_event_expectation {
    /** Its type, or a pattern: "tool.*". */
    const char *type;
    /** Some fields of its data, with matchers. Optional. */
    const char *data_json;
    /** How often such an event comes in all; at least once when left out. Optional. */
    bool has_times;
    int64_t times;
};
LLMSPELL_API void llmspell_testing_event_expectation_init(llmspell_testing_event_expectation *value);
LLMSPELL_API void llmspell_testing_event_expectation_free(llmspell_testing_event_expectation *value);

/**
 * What a mock should have been asked; all that is named must hold, and one call at least when nothing is.
 */
struct llmspell_testing_call_expectation {
    /** How many calls there were. Optional. */
    bool has_times;
    int64_t times;
    /** How many calls there were at least. Optional. */
    bool has_at_least;
    int64_t at_least;
    /** How many calls there were at most. Optional. */
    bool has_at_most;
    int64_t at_most;
    /** That there was none. Optional: false when absent. */
    bool has_never;
    bool never;
    /** The argument list of one of the calls, with matchers. Optional. */
    llmspell_json_list called_with;
    /** The argument list of the last call, with matchers. Optional. */
    llmspell_json_list last_called_with;
    /** The argument lists of all calls, in order, with matchers. Optional. */
    llmspell_json_list_list calls;
    /** That no response is left over. Optional: false when absent. */
    bool has_all_used;
    bool all_used;
};
LLMSPELL_API void llmspell_testing_call_expectation_init(llmspell_testing_call_expectation *value);
LLMSPELL_API void llmspell_testing_call_expectation_free(llmspell_testing_call_expectation *value);

/** What a step is expected to give; all that is named must hold. */
struct llmspell_testing_step_expectation {
    /** What it returns, with matchers; the list of items of a function that streams. Optional. */
    const char *result_json;
    /** What it fails with. Optional. */
    const llmspell_testing_error_expectation *error;
    /** More to ask of the result or the error. Optional. */
    llmspell_testing_assertion_list assertions;
    /** What is emitted meanwhile. Optional. */
    llmspell_testing_event_expectation_list events;
    /** How the events are compared. Optional: "ordered" when absent. */
    llmspell_testing_event_order event_order;
    /** What mocks have been asked so far, by their names. Optional. */
    llmspell_testing_call_expectation_map mocks;
    /** Longest time it may take. Optional. */
    bool has_within_ms;
    double within_ms;
    /** How long to look again, when events or calls of mocks may come after the call has returned. Optional. */
    bool has_eventually_seconds;
    double eventually_seconds;
};
LLMSPELL_API void llmspell_testing_step_expectation_init(llmspell_testing_step_expectation *value);
LLMSPELL_API void llmspell_testing_step_expectation_free(llmspell_testing_step_expectation *value);

/**
 * One call, and what is expected of it.
 *
 * Exactly one of `call` and `run`.
 */
struct llmspell_testing_scenario_step {
    /** What to call it in the report. Optional. */
    const char *name;
    /** The function of this interface, with its module: "tool.execute". Optional. */
    const char *call;
    /** Instead of `call`: a function of the program's own. Optional. */
    llmspell_testing_step_function run;
    /** The arguments by name; for `run` its input. Optional. */
    const char *with_json;
    /** A name for the result in later steps. Optional. */
    const char *as;
    /** What is expected; that it does not fail when left out. Optional. */
    const llmspell_testing_step_expectation *expect;
    /** Longest time of this step. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
};
LLMSPELL_API void llmspell_testing_scenario_step_init(llmspell_testing_scenario_step *value);
LLMSPELL_API void llmspell_testing_scenario_step_free(llmspell_testing_scenario_step *value);

/** What is expected of a scenario as a whole, when its last step is done. */
struct llmspell_testing_scenario_expectation {
    /** What was emitted. Optional. */
    llmspell_testing_event_expectation_list events;
    /** How the events are compared. Optional: "ordered" when absent. */
    llmspell_testing_event_order event_order;
    /** What mocks were asked, by their names. Optional. */
    llmspell_testing_call_expectation_map mocks;
};
LLMSPELL_API void llmspell_testing_scenario_expectation_init(llmspell_testing_scenario_expectation *value);
LLMSPELL_API void llmspell_testing_scenario_expectation_free(llmspell_testing_scenario_expectation *value);

/** A test - steps to take, and what is expected of them. */
struct llmspell_testing_scenario_definition {
    /** Unique in the session; scenario_1, scenario_2 and so on when left out. Optional. */
    const char *name;
    /** What it shows. Optional. */
    const char *summary;
    /** Words that suites choose it by. Optional. */
    llmspell_string_list tags;
    /** Why it is not to run now. Optional. */
    const char *skip;
    /** What its session may do, as in session.open; all that this one may when left out. Optional. */
    const char *permissions_json;
    /** Fixtures to set up before, in this order. Optional. */
    llmspell_string_list fixtures;
    /** Doubles to make before the first step. Optional. */
    llmspell_testing_mock_definition_list mocks;
    /** Values by the names that steps use them by. Optional. */
    const char *variables_json;
    /** What to do, in order. */
    llmspell_testing_scenario_step_list steps;
    /** What is expected of it as a whole. Optional. */
    const llmspell_testing_scenario_expectation *expect;
    /** Take the steps after one that failed too. Optional: false when absent. */
    bool has_continue_on_failure;
    bool continue_on_failure;
    /** Longest time of the whole; 60 when left out. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
};
LLMSPELL_API void llmspell_testing_scenario_definition_init(llmspell_testing_scenario_definition *value);
LLMSPELL_API void llmspell_testing_scenario_definition_free(llmspell_testing_scenario_definition *value);

/** A mock and how it has done. */
struct llmspell_testing_mock_info {
    /** What it is called. */
    const char *name;
    /** What it stands in for. */
    llmspell_testing_mock_type type;
    /** Calls so far. */
    int64_t calls;
    /** Responses it was given. */
    int64_t responses;
    /** The numbers of responses that are left over, from 1. */
    llmspell_int64_list unused;
};
LLMSPELL_API void llmspell_testing_mock_info_init(llmspell_testing_mock_info *value);
LLMSPELL_API void llmspell_testing_mock_info_free(llmspell_testing_mock_info *value);

/** One call of a mock. */
struct llmspell_testing_mock_call {
    /** Which call it was. */
    int64_t number;
    /** Its arguments, in order; of a service the request. */
    llmspell_json_list arguments;
    /** The number of the response that answered; absent when none did. Optional. */
    bool has_response;
    int64_t response;
    /** What it returned; absent when it failed. Optional. */
    const char *returned_json;
    /** What it failed with. Optional. */
    const llmspell_error_info *error;
};
LLMSPELL_API void llmspell_testing_mock_call_init(llmspell_testing_mock_call *value);
LLMSPELL_API void llmspell_testing_mock_call_free(llmspell_testing_mock_call *value);

/** Something that scenarios need, how to make it, and how to clear it away. */
struct llmspell_testing_fixture_definition {
    /** Unique in the session. */
    const char *name;
    /** What it prepares. Optional. */
    const char *summary;
    /** How long it lasts. Optional: "scenario" when absent. */
    llmspell_testing_fixture_scope scope;
    /** Other fixtures to set up before, in this order. Optional. */
    llmspell_string_list needs;
    /** Values by the names that steps use them by. Optional. */
    const char *values_json;
    /** Doubles to make. Optional. */
    llmspell_testing_mock_definition_list mocks;
    /** Calls to make, in order; the names they bind are the fixture's. Optional. */
    llmspell_testing_scenario_step_list setup;
    /** Calls that clear it away; all are made, even after one has failed. Optional. */
    llmspell_testing_scenario_step_list teardown;
};
LLMSPELL_API void llmspell_testing_fixture_definition_init(llmspell_testing_fixture_definition *value);
LLMSPELL_API void llmspell_testing_fixture_definition_free(llmspell_testing_fixture_definition *value);

/**
 * A file of scenarios.
 *
 * A file that holds one scenario alone may be the scenario itself, with its `steps`.
 */
struct llmspell_testing_scenario_file {
    /** The version of this form of file. Optional: 1 when absent. */
    bool has_version;
    int64_t version;
    /** Tags that all its scenarios have. Optional. */
    llmspell_string_list tags;
    /** What the sessions of those scenarios may do that do not say. Optional. */
    const char *permissions_json;
    /** Fixtures for its scenarios. Optional. */
    llmspell_testing_fixture_definition_list fixtures;
    /** Doubles that each of its scenarios has, before its own. Optional. */
    llmspell_testing_mock_definition_list mocks;
    /** The scenarios, in order. */
    llmspell_testing_scenario_definition_list scenarios;
};
LLMSPELL_API void llmspell_testing_scenario_file_init(llmspell_testing_scenario_file *value);
LLMSPELL_API void llmspell_testing_scenario_file_free(llmspell_testing_scenario_file *value);

/** A scenario as a list shows it. */
struct llmspell_testing_scenario_info {
    /** What it is called. */
    const char *name;
    /** What it shows. Optional. */
    const char *summary;
    /** Words that suites choose it by. */
    llmspell_string_list tags;
    /** How many steps it has. */
    int64_t steps;
    /** The file it comes from. Optional. */
    const char *source;
};
LLMSPELL_API void llmspell_testing_scenario_info_init(llmspell_testing_scenario_info *value);
LLMSPELL_API void llmspell_testing_scenario_info_free(llmspell_testing_scenario_info *value);

/** A fixture as a list shows it. */
struct llmspell_testing_fixture_info {
    /** What it is called. */
    const char *name;
    /** What it prepares. Optional. */
    const char *summary;
    /** How long it lasts. */
    llmspell_testing_fixture_scope scope;
    /** Whether it is set up in this session. */
    bool active;
};
LLMSPELL_API void llmspell_testing_fixture_info_init(llmspell_testing_fixture_info *value);
LLMSPELL_API void llmspell_testing_fixture_info_free(llmspell_testing_fixture_info *value);

/** How to run a scenario this once. */
struct llmspell_testing_run_options {
    /** Values beside and instead of the scenario's own. Optional. */
    const char *variables_json;
    /** Instead of the scenario's own limit. Optional. */
    bool has_timeout_seconds;
    double timeout_seconds;
};
LLMSPELL_API void llmspell_testing_run_options_init(llmspell_testing_run_options *value);
LLMSPELL_API void llmspell_testing_run_options_free(llmspell_testing_run_options *value);

/** Which scenarios to run, and how. */
struct llmspell_testing_suite_options {
    /** What to call the suite in its report; "suite" when left out. Optional. */
    const char *name;
    /** The scenarios, in this order; all, in the order they were made, when left out. Optional. */
    llmspell_string_list scenarios;
    /** Only those with one of these tags. Optional. */
    llmspell_string_list tags;
    /** None with one of these tags. Optional. */
    llmspell_string_list exclude_tags;
    /** Skip what has not begun when one has not passed. Optional: false when absent. */
    bool has_stop_on_failure;
    bool stop_on_failure;
    /** How many may run at once. Optional: 1 when absent. */
    bool has_concurrency;
    int64_t concurrency;
    /** Count what is covered and put it into the report. Optional: false when absent. */
    bool has_coverage;
    bool coverage;
};
LLMSPELL_API void llmspell_testing_suite_options_init(llmspell_testing_suite_options *value);
LLMSPELL_API void llmspell_testing_suite_options_free(llmspell_testing_suite_options *value);

/** Where a value is not what was expected. */
struct llmspell_testing_difference {
    /** JSON pointer into the value that was given: "/items/0/name"; empty for the whole. */
    const char *path;
    /** What was expected there and what was given. */
    const char *message;
    /** What was expected there; absent when nothing was. Optional. */
    const char *expected_json;
    /** What was given; absent when there was nothing. Optional. */
    const char *actual_json;
};
LLMSPELL_API void llmspell_testing_difference_init(llmspell_testing_difference *value);
LLMSPELL_API void llmspell_testing_difference_free(llmspell_testing_difference *value);

/** Whether a value fits, and where it does not. */
struct llmspell_testing_comparison {
    /** True when there is no difference. */
    bool matched;
    /** Where it does not fit, object fields in the order of their names. */
    llmspell_testing_difference_list differences;
};
LLMSPELL_API void llmspell_testing_comparison_init(llmspell_testing_comparison *value);
LLMSPELL_API void llmspell_testing_comparison_free(llmspell_testing_comparison *value);

/** What came of one step. */
struct llmspell_testing_step_result {
    /** Which step it is; of a fixture's steps too. */
    int64_t number;
    /** Its name, or what it calls. */
    const char *name;
    /** How it ended. */
    llmspell_testing_outcome outcome;
    /** The fixture it belongs to; absent for a step of the scenario. Optional. */
    const char *fixture;
    /** What was passed, names replaced by their values; secrets are "[redacted]". Optional. */
    const char *arguments_json;
    /** What it returned; absent when it failed or did not run. Optional. */
    const char *result_json;
    /** What it failed with. Optional. */
    const llmspell_error_info *error;
    /** Where it was not as expected. Optional. */
    llmspell_testing_difference_list differences;
    /** Types of the events that were emitted meanwhile, in order. Optional. */
    llmspell_string_list events;
    /** Milliseconds it took. */
    double duration_ms;
};
LLMSPELL_API void llmspell_testing_step_result_init(llmspell_testing_step_result *value);
LLMSPELL_API void llmspell_testing_step_result_free(llmspell_testing_step_result *value);

/** What came of a scenario. */
struct llmspell_testing_scenario_result {
    /** The scenario. */
    const char *scenario;
    /** What it shows. Optional. */
    const char *summary;
    /** Its tags. Optional. */
    llmspell_string_list tags;
    /** The file it comes from. Optional. */
    const char *source;
    /** How it ended. */
    llmspell_testing_outcome outcome;
    /** Why it did not pass, in a line. Optional. */
    const char *reason;
    /** Milliseconds it took, fixtures included. */
    double duration_ms;
    /** Every step, those of fixtures too, in the order they were taken. */
    llmspell_testing_step_result_list steps;
    /** Where the whole was not as expected. Optional. */
    llmspell_testing_difference_list differences;
    /** Its doubles, and which of their responses are left over. Optional. */
    llmspell_testing_mock_info_list mocks;
};
LLMSPELL_API void llmspell_testing_scenario_result_init(llmspell_testing_scenario_result *value);
LLMSPELL_API void llmspell_testing_scenario_result_free(llmspell_testing_scenario_result *value);

/** How many of a suite. */
struct llmspell_testing_suite_totals {
    /** Scenarios in all. */
    int64_t scenarios;
    /** Scenarios that passed. */
    int64_t passed;
    /** Scenarios that failed. */
    int64_t failed;
    /** Scenarios that could not be tried. */
    int64_t errors;
    /** Scenarios that did not run. */
    int64_t skipped;
    /** Steps that were taken. */
    int64_t steps;
};
LLMSPELL_API void llmspell_testing_suite_totals_init(llmspell_testing_suite_totals *value);
LLMSPELL_API void llmspell_testing_suite_totals_free(llmspell_testing_suite_totals *value);

/** How much of something was covered. */
struct llmspell_testing_coverage_count {
    /** How many. */
    int64_t covered;
    /** Of how many. */
    int64_t total;
    /** The share in percent, to one digit; 100 of nothing. */
    double percent;
};
LLMSPELL_API void llmspell_testing_coverage_count_init(llmspell_testing_coverage_count *value);
LLMSPELL_API void llmspell_testing_coverage_count_free(llmspell_testing_coverage_count *value);

/** What was covered of the functions, events or errors of a module. */
struct llmspell_testing_coverage_detail {
    /** How many. */
    int64_t covered;
    /** Of how many. */
    int64_t total;
    /** The share in percent, to one digit; 100 of nothing. */
    double percent;
    /** How often each of those that are covered. */
    llmspell_int64_map counts;
    /** Those that are not, in the order of the interface. */
    llmspell_string_list missing;
};
LLMSPELL_API void llmspell_testing_coverage_detail_init(llmspell_testing_coverage_detail *value);
LLMSPELL_API void llmspell_testing_coverage_detail_free(llmspell_testing_coverage_detail *value);

/** What was covered of one module of the interface. */
struct llmspell_testing_bridge_coverage {
    /** The module. */
    const char *bridge;
    /** Functions that were called. */
    const llmspell_testing_coverage_detail *functions;
    /** Events that were emitted. */
    const llmspell_testing_coverage_detail *events;
    /** Errors that a call has ended in. */
    const llmspell_testing_coverage_detail *errors;
};
LLMSPELL_API void llmspell_testing_bridge_coverage_init(llmspell_testing_bridge_coverage *value);
LLMSPELL_API void llmspell_testing_bridge_coverage_free(llmspell_testing_bridge_coverage *value);

/** What was covered of the interface. */
struct llmspell_testing_coverage_report {
    /** The version of the interface that was counted. */
    const char *interface_version;
    /** Whether it is being counted still. */
    bool recording;
    /** Sessions that were counted. */
    int64_t sessions;
    /** Functions that were called. */
    const llmspell_testing_coverage_count *functions;
    /** Events that were emitted. */
    const llmspell_testing_coverage_count *events;
    /** Errors that a call has ended in. */
    const llmspell_testing_coverage_count *errors;
    /** Each module that has something to cover, in the order of the interface. */
    llmspell_testing_bridge_coverage_list bridges;
};
LLMSPELL_API void llmspell_testing_coverage_report_init(llmspell_testing_coverage_report *value);
LLMSPELL_API void llmspell_testing_coverage_report_free(llmspell_testing_coverage_report *value);

/** What came of a suite. */
struct llmspell_testing_suite_report {
    /** What the suite is called. */
    const char *name;
    /** The worst of its scenarios: error, failed, passed; skipped when none ran. */
    llmspell_testing_outcome outcome;
    /**
     * What went wrong besides its scenarios: a fixture that lasted for all of them could not be cleared away.
     * Optional.
     */
    const char *reason;
    /** How many of each. */
    const llmspell_testing_suite_totals *totals;
    /** Milliseconds it took. */
    double duration_ms;
    /** When it began. Optional. */
    const char *started_at;
    /** Every scenario, in the order they were chosen. */
    llmspell_testing_scenario_result_list scenarios;
    /** Steps of fixtures that lasted for the whole suite. Optional. */
    llmspell_testing_step_result_list fixtures;
    /** What was covered. Optional. */
    const llmspell_testing_coverage_report *coverage;
};
LLMSPELL_API void llmspell_testing_suite_report_init(llmspell_testing_suite_report *value);
LLMSPELL_API void llmspell_testing_suite_report_free(llmspell_testing_suite_report *value);

/** What to report of the coverage. */
struct llmspell_testing_coverage_options {
    /** Only these modules of the interface; all when left out. Optional. */
    llmspell_string_list bridges;
};
LLMSPELL_API void llmspell_testing_coverage_options_init(llmspell_testing_coverage_options *value);
LLMSPELL_API void llmspell_testing_coverage_options_free(llmspell_testing_coverage_options *value);

/** A scenario has begun. */
struct llmspell_testing_scenario_started {
    /** The scenario. */
    const char *scenario;
    /** How many steps it has. */
    int64_t steps;
};
LLMSPELL_API void llmspell_testing_scenario_started_init(llmspell_testing_scenario_started *value);
LLMSPELL_API void llmspell_testing_scenario_started_free(llmspell_testing_scenario_started *value);

/** A step of a scenario is done. */
struct llmspell_testing_step_completed {
    /** The scenario. */
    const char *scenario;
    /** Which step it is. */
    int64_t number;
    /** Its name, or what it calls. */
    const char *name;
    /** How it ended. */
    llmspell_testing_outcome outcome;
    /** Milliseconds it took. */
    double duration_ms;
};
LLMSPELL_API void llmspell_testing_step_completed_init(llmspell_testing_step_completed *value);
LLMSPELL_API void llmspell_testing_step_completed_free(llmspell_testing_step_completed *value);

/** A scenario is done. */
struct llmspell_testing_scenario_completed {
    /** The scenario. */
    const char *scenario;
    /** How it ended. */
    llmspell_testing_outcome outcome;
    /** Why it did not pass, in a line. Optional. */
    const char *reason;
    /** Milliseconds it took. */
    double duration_ms;
};
LLMSPELL_API void llmspell_testing_scenario_completed_init(llmspell_testing_scenario_completed *value);
LLMSPELL_API void llmspell_testing_scenario_completed_free(llmspell_testing_scenario_completed *value);

/**
 * Add a scenario to the session.
 *
 * Its functions, patterns and matchers are checked at once, so that a slip of the pen is found here and not
 * when it runs. A name that is taken is refused.
 *
 * @param scenario The scenario
 * @param result receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_ALREADY_EXISTS, LLMSPELL_E_TESTING_INVALID_DEFINITION,
 *        LLMSPELL_E_TESTING_INVALID_MATCHER or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_create_scenario(
    llmspell_session *session, const llmspell_testing_scenario_definition *scenario, char **result);

/**
 * Add the scenarios and fixtures of a file.
 *
 * The file is JSON or YAML (`.yaml`, `.yml`; needs the extra `llmspell[schema]`). It holds one scenario, or
 * `scenarios`, `fixtures` and `mocks`, with `tags` and `permissions` for them all. When one of them cannot be
 * added, none is.
 *
 * @param path The file
 * @param result receives the result; free it with llmspell_string_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_ALREADY_EXISTS, LLMSPELL_E_TESTING_INVALID_DEFINITION,
 *        LLMSPELL_E_TESTING_INVALID_MATCHER, LLMSPELL_E_TESTING_FILE_FAILED, LLMSPELL_E_TESTING_INVALID_FILE
 *        or a runtime status
 * @note Needs the permission fs.read.
 */
LLMSPELL_API llmspell_status llmspell_testing_load_scenarios(
    llmspell_session *session, const char *path, llmspell_string_list *result);

/**
 * The session's scenarios, in the order they were made.
 *
 * @param tags Only those with one of these tags; may be NULL
 * @param result receives the result; free it with llmspell_testing_scenario_info_list_free()
 */
LLMSPELL_API llmspell_status llmspell_testing_list_scenarios(
    llmspell_session *session, const llmspell_string_list *tags, llmspell_testing_scenario_info_list *result);

/**
 * Run a scenario in a session of its own.
 *
 * Fixtures are set up, mocks made and the steps taken in order, until one does not pass. Then everything is
 * cleared away in reverse order, whatever has happened. That a scenario does not pass is no error of this
 * call: its outcome says so.
 *
 * The scenario's session has this session's permissions, or fewer; it shares nothing else with it but mocks
 * that are functions.
 *
 * @param scenario The scenario's name
 * @param options How to run it; may be NULL
 * @param result receives the result; free it with llmspell_testing_scenario_result_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_NOT_FOUND or a runtime status
 * @note Emits testing.start, testing.step, testing.complete.
 */
LLMSPELL_API llmspell_status llmspell_testing_run_scenario(
    llmspell_session *session, const char *scenario, const llmspell_testing_run_options *options,
    llmspell_testing_scenario_result *result);

/**
 * Run scenarios, and report on them all.
 *
 * @param options Which, and how; may be NULL
 * @param result receives the result; free it with llmspell_testing_suite_report_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_NOT_FOUND or a runtime status
 * @note Emits testing.start, testing.step, testing.complete.
 */
LLMSPELL_API llmspell_status llmspell_testing_run_suite(
    llmspell_session *session, const llmspell_testing_suite_options *options,
    llmspell_testing_suite_report *result);

/**
 * Write a suite's report as text.
 *
 * @param report What testing.run_suite returned
 * @param format How to write it
 * @param result receives the result; free it with llmspell_string_free()
 */
LLMSPELL_API llmspell_status llmspell_testing_format_report(
    llmspell_session *session, const llmspell_testing_suite_report *report,
    llmspell_testing_report_format format, char **result);

/**
 * Demand that a value is the same JSON as another.
 *
 * Nothing in the expected value is a matcher; for those there is testing.assert_matches.
 *
 * @param actual_json What there is
 * @param expected_json What should be
 * @param message What to say when it is not; may be NULL
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_ASSERTION_FAILED or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_assert_equals(
    llmspell_session *session, const char *actual_json, const char *expected_json, const char *message);

/**
 * Demand that a text holds a text, a list holds items, or an object holds fields.
 *
 * @param actual_json What there is
 * @param expected_json What should be in it; it may have matchers in it
 * @param message What to say when it is not; may be NULL
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_ASSERTION_FAILED, LLMSPELL_E_TESTING_INVALID_MATCHER or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_testing_assert_contains(
    llmspell_session *session, const char *actual_json, const char *expected_json, const char *message);

/**
 * Demand that a value fits an expected one with matchers in it.
 *
 * @param actual_json What there is
 * @param expected_json What should be, with matchers
 * @param message What to say when it is not; may be NULL
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_ASSERTION_FAILED, LLMSPELL_E_TESTING_INVALID_MATCHER or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_testing_assert_matches(
    llmspell_session *session, const char *actual_json, const char *expected_json, const char *message);

/**
 * Demand that something fails.
 *
 * @param action What should fail
 * @param error What it should fail with; anything when left out; may be NULL
 * @param result receives the result; free it with llmspell_error_info_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_ASSERTION_FAILED, LLMSPELL_E_TESTING_INVALID_MATCHER or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_testing_assert_throws(
    llmspell_session *session, const llmspell_testing_action *action,
    const llmspell_testing_error_expectation *error, llmspell_error_info *result);

/**
 * Hold a value against an expected one, without an error when it does not fit.
 *
 * @param actual_json What there is
 * @param expected_json What should be
 * @param type How to compare: equals, contains or matches; "matches" when 0
 * @param result receives the result; free it with llmspell_testing_comparison_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_INVALID_MATCHER or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_compare(
    llmspell_session *session, const char *actual_json, const char *expected_json,
    llmspell_testing_assert_type type, llmspell_testing_comparison *result);

/**
 * Make a double of a function, a tool or a provider.
 *
 * @param mock What it is and what it answers
 * @param result receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_ALREADY_EXISTS, LLMSPELL_E_TESTING_INVALID_DEFINITION,
 *        LLMSPELL_E_TESTING_INVALID_MATCHER or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_create_mock(
    llmspell_session *session, const llmspell_testing_mock_definition *mock, char **result);

/**
 * Ask a mock that is a function or an object.
 *
 * For a function of the program's own that passes on what it is asked.
 *
 * @param mock The mock
 * @param arguments The arguments, in order; [] when NULL
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_NOT_FOUND, LLMSPELL_E_TESTING_UNEXPECTED_CALL,
 *        LLMSPELL_E_TESTING_INVALID_DEFINITION or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_call_mock(
    llmspell_session *session, const char *mock, const llmspell_json_list *arguments, char **result_json);

/**
 * What a mock has been asked, oldest first.
 *
 * The last 1000 calls. Of a service each call has one argument: what was asked, with `model`, `messages` and
 * `tools`.
 *
 * @param mock The mock
 * @param result receives the result; free it with llmspell_testing_mock_call_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_get_mock_calls(
    llmspell_session *session, const char *mock, llmspell_testing_mock_call_list *result);

/**
 * The session's mocks, in the order they were made.
 *
 * @param result receives the result; free it with llmspell_testing_mock_info_list_free()
 */
LLMSPELL_API llmspell_status llmspell_testing_list_mocks(
    llmspell_session *session, llmspell_testing_mock_info_list *result);

/**
 * Demand that a mock was asked what it should have been.
 *
 * @param mock The mock
 * @param expectation What it should have been asked; anything, but once at least, when left out; may be NULL
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_NOT_FOUND, LLMSPELL_E_TESTING_ASSERTION_FAILED,
 *        LLMSPELL_E_TESTING_INVALID_MATCHER or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_verify_mock(
    llmspell_session *session, const char *mock, const llmspell_testing_call_expectation *expectation);

/**
 * Make a mock forget its calls and begin with its first response again.
 *
 * The script of a service begins again too.
 *
 * @param mock The mock
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_reset_mock(llmspell_session *session, const char *mock);

/**
 * Take a mock away, and its tool or provider.
 *
 * @param mock The mock
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_NOT_FOUND or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_remove_mock(llmspell_session *session, const char *mock);

/**
 * Say how to prepare what scenarios need.
 *
 * Nothing is done before a scenario names it, or testing.setup_fixture does.
 *
 * @param fixture The fixture
 * @param result receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_ALREADY_EXISTS, LLMSPELL_E_TESTING_INVALID_DEFINITION,
 *        LLMSPELL_E_TESTING_INVALID_MATCHER or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_create_fixture(
    llmspell_session *session, const llmspell_testing_fixture_definition *fixture, char **result);

/**
 * Prepare a fixture, and those it needs, in this session.
 *
 * Its mocks are made and its calls are made here, until testing.teardown_fixture clears them away. A fixture
 * that is set up already gives its values again. When something fails, what was set up is cleared away at
 * once.
 *
 * @param fixture The fixture
 * @param result_json receives the result; free it with llmspell_string_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_NOT_FOUND, LLMSPELL_E_TESTING_FIXTURE_FAILED or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_setup_fixture(
    llmspell_session *session, const char *fixture, char **result_json);

/**
 * Clear away what fixtures have set up in this session, the newest first.
 *
 * A fixture takes those with it that need it. All is tried, and then the first thing that failed is raised.
 *
 * @param fixture The fixture; all when left out; may be NULL
 * @param result receives the result; free it with llmspell_string_list_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_NOT_FOUND, LLMSPELL_E_TESTING_FIXTURE_FAILED or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_teardown_fixture(
    llmspell_session *session, const char *fixture, llmspell_string_list *result);

/**
 * The session's fixtures, in the order they were made.
 *
 * @param result receives the result; free it with llmspell_testing_fixture_info_list_free()
 */
LLMSPELL_API llmspell_status llmspell_testing_list_fixtures(
    llmspell_session *session, llmspell_testing_fixture_info_list *result);

/**
 * Count from now on which functions are called, which events are emitted and which errors occur.
 *
 * In this session, in those opened within it already and in those to come. What was counted before is kept;
 * it is dropped by testing.reset.
 */
LLMSPELL_API llmspell_status llmspell_testing_start_coverage(llmspell_session *session);

/** Count no more; what was counted stays. */
LLMSPELL_API llmspell_status llmspell_testing_stop_coverage(llmspell_session *session);

/**
 * What was covered so far.
 *
 * @param options What to report; may be NULL
 * @param result receives the result; free it with llmspell_testing_coverage_report_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_COVERAGE_OFF, LLMSPELL_E_TESTING_INVALID_COVERAGE or a runtime
 *        status
 */
LLMSPELL_API llmspell_status llmspell_testing_get_coverage(
    llmspell_session *session, const llmspell_testing_coverage_options *options,
    llmspell_testing_coverage_report *result);

/**
 * Several reports of coverage as one, of several sessions or programs.
 *
 * @param reports The reports
 * @param result receives the result; free it with llmspell_testing_coverage_report_free()
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_INVALID_COVERAGE or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_merge_coverage(
    llmspell_session *session, const llmspell_testing_coverage_report_list *reports,
    llmspell_testing_coverage_report *result);

/**
 * Clear away all that this bridge holds.
 *
 * Fixtures are torn down, then mocks, fixtures, scenarios and the coverage are dropped.
 *
 * @return LLMSPELL_OK, LLMSPELL_E_TESTING_FIXTURE_FAILED or a runtime status
 */
LLMSPELL_API llmspell_status llmspell_testing_reset(llmspell_session *session);

#ifdef __cplusplus
}
#endif

#endif
