"""Tests of what is built on this interface; scenarios, doubles, assertions, and what they have covered. Between C and Python, inside the library. Made by bridgegen; change the interface, not this file."""

import llmspell_glue._plain as plain_glue
import llmspell_glue.provider as provider_glue
import llmspell_glue.shared as shared_glue
from llmspell_glue._core import (
    OK,
    SESSIONS,
    Enumeration,
    callback_failed,
    entries,
    export,
    ffi,
    lib,
    new,
    new_json,
    new_text,
    read_json,
    string,
    text,
    typeof,
)

ERROR_INFO_TYPE = typeof("llmspell_error_info *")
JSON_LIST_TYPE = typeof("llmspell_json_list *")
PROVIDER_SCRIPT_STEP_TYPE = typeof("llmspell_provider_script_step *")
TESTING_ASSERTION_TYPE = typeof("llmspell_testing_assertion *")
TESTING_BRIDGE_COVERAGE_TYPE = typeof("llmspell_testing_bridge_coverage *")
TESTING_CALL_EXPECTATION_MAP_ENTRY_TYPE = typeof("llmspell_testing_call_expectation_entry *")
TESTING_CALL_EXPECTATION_TYPE = typeof("llmspell_testing_call_expectation *")
TESTING_COVERAGE_COUNT_TYPE = typeof("llmspell_testing_coverage_count *")
TESTING_COVERAGE_DETAIL_TYPE = typeof("llmspell_testing_coverage_detail *")
TESTING_COVERAGE_REPORT_TYPE = typeof("llmspell_testing_coverage_report *")
TESTING_DIFFERENCE_TYPE = typeof("llmspell_testing_difference *")
TESTING_ERROR_EXPECTATION_TYPE = typeof("llmspell_testing_error_expectation *")
TESTING_EVENT_EXPECTATION_TYPE = typeof("llmspell_testing_event_expectation *")
TESTING_FIXTURE_DEFINITION_TYPE = typeof("llmspell_testing_fixture_definition *")
TESTING_FIXTURE_INFO_TYPE = typeof("llmspell_testing_fixture_info *")
TESTING_MOCK_CALL_TYPE = typeof("llmspell_testing_mock_call *")
TESTING_MOCK_DEFINITION_TYPE = typeof("llmspell_testing_mock_definition *")
TESTING_MOCK_FAILURE_TYPE = typeof("llmspell_testing_mock_failure *")
TESTING_MOCK_INFO_TYPE = typeof("llmspell_testing_mock_info *")
TESTING_MOCK_RESPONSE_TYPE = typeof("llmspell_testing_mock_response *")
TESTING_SCENARIO_DEFINITION_TYPE = typeof("llmspell_testing_scenario_definition *")
TESTING_SCENARIO_EXPECTATION_TYPE = typeof("llmspell_testing_scenario_expectation *")
TESTING_SCENARIO_INFO_TYPE = typeof("llmspell_testing_scenario_info *")
TESTING_SCENARIO_RESULT_TYPE = typeof("llmspell_testing_scenario_result *")
TESTING_SCENARIO_STEP_TYPE = typeof("llmspell_testing_scenario_step *")
TESTING_STEP_EXPECTATION_TYPE = typeof("llmspell_testing_step_expectation *")
TESTING_STEP_RESULT_TYPE = typeof("llmspell_testing_step_result *")
TESTING_SUITE_TOTALS_TYPE = typeof("llmspell_testing_suite_totals *")

TESTING_ASSERT_TYPE_NAMES = Enumeration(
    "llmspell_testing_assert_type",
    {
        1: "equals",
        2: "contains",
        3: "matches",
        4: "throws",
    },
)
TESTING_ASSERT_TYPE_NUMBERS = {
    "equals": 1,
    "contains": 2,
    "matches": 3,
    "throws": 4,
}
TESTING_MOCK_TYPE_NAMES = Enumeration(
    "llmspell_testing_mock_type",
    {
        1: "function",
        2: "object",
        3: "service",
    },
)
TESTING_MOCK_TYPE_NUMBERS = {
    "function": 1,
    "object": 2,
    "service": 3,
}
TESTING_OUTCOME_NAMES = Enumeration(
    "llmspell_testing_outcome",
    {
        1: "passed",
        2: "failed",
        3: "error",
        4: "skipped",
    },
)
TESTING_OUTCOME_NUMBERS = {
    "passed": 1,
    "failed": 2,
    "error": 3,
    "skipped": 4,
}
TESTING_FIXTURE_SCOPE_NAMES = Enumeration(
    "llmspell_testing_fixture_scope",
    {
        1: "scenario",
        2: "suite",
    },
)
TESTING_FIXTURE_SCOPE_NUMBERS = {
    "scenario": 1,
    "suite": 2,
}
TESTING_EVENT_ORDER_NAMES = Enumeration(
    "llmspell_testing_event_order",
    {
        1: "exact",
        2: "ordered",
        3: "any",
    },
)
TESTING_EVENT_ORDER_NUMBERS = {
    "exact": 1,
    "ordered": 2,
    "any": 3,
}
TESTING_REPORT_FORMAT_NAMES = Enumeration(
    "llmspell_testing_report_format",
    {
        1: "json",
        2: "junit",
        3: "markdown",
        4: "tap",
    },
)
TESTING_REPORT_FORMAT_NUMBERS = {
    "json": 1,
    "junit": 2,
    "markdown": 3,
    "tap": 4,
}


def read_testing_mock_failure(c):
    value = {}
    if p := c.code:
        value["code"] = string(p).decode()
    if p := c.message:
        value["message"] = string(p).decode()
    if p := c.fields_json:
        value["fields"] = read_json(p)
    return value


def write_testing_mock_failure(c, value):
    if (v := value.get("code")) is not None:
        c.code = new_text(v)
    if (v := value.get("message")) is not None:
        c.message = new_text(v)
    if "fields" in value:
        c.fields_json = new_json(value["fields"])


def read_testing_mock_response(c):
    value = {}
    if c.when.items:
        value["when"] = plain_glue.read_json_list(c.when)
    if p := c.returns_json:
        value["returns"] = read_json(p)
    if p := c.fails:
        value["fails"] = read_testing_mock_failure(p)
    if c.has_delay_seconds:
        value["delay_seconds"] = c.delay_seconds
    if c.has_times:
        value["times"] = c.times
    if c.has_always:
        value["always"] = c.always
    return value


def write_testing_mock_response(c, value):
    if (v := value.get("when")) is not None:
        plain_glue.write_json_list(c.when, v)
    if "returns" in value:
        c.returns_json = new_json(value["returns"])
    if (v := value.get("fails")) is not None:
        p = new(TESTING_MOCK_FAILURE_TYPE)
        c.fails = p
        write_testing_mock_failure(p, v)
    if "delay_seconds" in value:
        c.has_delay_seconds = True
        c.delay_seconds = value["delay_seconds"]
    if "times" in value:
        c.has_times = True
        c.times = value["times"]
    if "always" in value:
        c.has_always = True
        c.always = value["always"]


def read_testing_mock_definition(c, session):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.type:
        value["type"] = TESTING_MOCK_TYPE_NAMES[p]
    if p := c.description:
        value["description"] = string(p).decode()
    if p := c.parameters_json:
        value["parameters"] = read_json(p)
    if c.responses.items:
        value["responses"] = read_testing_mock_response_list(c.responses)
    if c.handler.call:
        value["handler"] = session.typed_callback(c.handler, call_testing_mock_handler)
    if c.script.items:
        value["script"] = read_provider_script_step_list(c.script)
    if p := c.model:
        value["model"] = string(p).decode()
    if c.has_strict:
        value["strict"] = c.strict
    return value


def write_testing_mock_definition(c, value):
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    c.type = TESTING_MOCK_TYPE_NUMBERS[value["type"]]
    if (v := value.get("description")) is not None:
        c.description = new_text(v)
    if "parameters" in value:
        c.parameters_json = new_json(value["parameters"])
    if (v := value.get("responses")) is not None:
        write_testing_mock_response_list(c.responses, v)
    if (v := value.get("script")) is not None:
        write_provider_script_step_list(c.script, v)
    if (v := value.get("model")) is not None:
        c.model = new_text(v)
    if "strict" in value:
        c.has_strict = True
        c.strict = value["strict"]


def read_testing_error_expectation(c):
    value = {}
    if p := c.code_json:
        value["code"] = read_json(p)
    if p := c.message_json:
        value["message"] = read_json(p)
    if p := c.fields_json:
        value["fields"] = read_json(p)
    if p := c.recovery:
        value["recovery"] = string(p).decode()
    if p := c.cause:
        value["cause"] = read_testing_error_expectation(p)
    return value


def write_testing_error_expectation(c, value):
    if "code" in value:
        c.code_json = new_json(value["code"])
    if "message" in value:
        c.message_json = new_json(value["message"])
    if "fields" in value:
        c.fields_json = new_json(value["fields"])
    if (v := value.get("recovery")) is not None:
        c.recovery = new_text(v)
    if (v := value.get("cause")) is not None:
        p = new(TESTING_ERROR_EXPECTATION_TYPE)
        c.cause = p
        write_testing_error_expectation(p, v)


def read_testing_assertion(c):
    value = {}
    if p := c.type:
        value["type"] = TESTING_ASSERT_TYPE_NAMES[p]
    if p := c.path:
        value["path"] = string(p).decode()
    if p := c.expected_json:
        value["expected"] = read_json(p)
    if p := c.message:
        value["message"] = string(p).decode()
    return value


def write_testing_assertion(c, value):
    if (v := value.get("type")) is not None:
        c.type = TESTING_ASSERT_TYPE_NUMBERS[v]
    if (v := value.get("path")) is not None:
        c.path = new_text(v)
    c.expected_json = new_json(value["expected"])
    if (v := value.get("message")) is not None:
        c.message = new_text(v)


def read_testing_event_expectation(c):
    value = {}
    if p := c.type:
        value["type"] = string(p).decode()
    if p := c.data_json:
        value["data"] = read_json(p)
    if c.has_times:
        value["times"] = c.times
    return value


def write_testing_event_expectation(c, value):
    c.type = new_text(value["type"])
    if "data" in value:
        c.data_json = new_json(value["data"])
    if "times" in value:
        c.has_times = True
        c.times = value["times"]


def read_testing_call_expectation(c):
    value = {}
    if c.has_times:
        value["times"] = c.times
    if c.has_at_least:
        value["at_least"] = c.at_least
    if c.has_at_most:
        value["at_most"] = c.at_most
    if c.has_never:
        value["never"] = c.never
    if c.called_with.items:
        value["called_with"] = plain_glue.read_json_list(c.called_with)
    if c.last_called_with.items:
        value["last_called_with"] = plain_glue.read_json_list(c.last_called_with)
    if c.calls.items:
        value["calls"] = read_json_list_list(c.calls)
    if c.has_all_used:
        value["all_used"] = c.all_used
    return value


def write_testing_call_expectation(c, value):
    if "times" in value:
        c.has_times = True
        c.times = value["times"]
    if "at_least" in value:
        c.has_at_least = True
        c.at_least = value["at_least"]
    if "at_most" in value:
        c.has_at_most = True
        c.at_most = value["at_most"]
    if "never" in value:
        c.has_never = True
        c.never = value["never"]
    if (v := value.get("called_with")) is not None:
        plain_glue.write_json_list(c.called_with, v)
    if (v := value.get("last_called_with")) is not None:
        plain_glue.write_json_list(c.last_called_with, v)
    if (v := value.get("calls")) is not None:
        write_json_list_list(c.calls, v)
    if "all_used" in value:
        c.has_all_used = True
        c.all_used = value["all_used"]


def read_testing_step_expectation(c):
    value = {}
    if p := c.result_json:
        value["result"] = read_json(p)
    if p := c.error:
        value["error"] = read_testing_error_expectation(p)
    if c.assertions.items:
        value["assertions"] = read_testing_assertion_list(c.assertions)
    if c.events.items:
        value["events"] = read_testing_event_expectation_list(c.events)
    if p := c.event_order:
        value["event_order"] = TESTING_EVENT_ORDER_NAMES[p]
    if c.mocks.entries:
        value["mocks"] = read_testing_call_expectation_map(c.mocks)
    if c.has_within_ms:
        value["within_ms"] = c.within_ms
    if c.has_eventually_seconds:
        value["eventually_seconds"] = c.eventually_seconds
    return value


def write_testing_step_expectation(c, value):
    if "result" in value:
        c.result_json = new_json(value["result"])
    if (v := value.get("error")) is not None:
        p = new(TESTING_ERROR_EXPECTATION_TYPE)
        c.error = p
        write_testing_error_expectation(p, v)
    if (v := value.get("assertions")) is not None:
        write_testing_assertion_list(c.assertions, v)
    if (v := value.get("events")) is not None:
        write_testing_event_expectation_list(c.events, v)
    if (v := value.get("event_order")) is not None:
        c.event_order = TESTING_EVENT_ORDER_NUMBERS[v]
    if (v := value.get("mocks")) is not None:
        write_testing_call_expectation_map(c.mocks, v)
    if "within_ms" in value:
        c.has_within_ms = True
        c.within_ms = value["within_ms"]
    if "eventually_seconds" in value:
        c.has_eventually_seconds = True
        c.eventually_seconds = value["eventually_seconds"]


def read_testing_scenario_step(c, session):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.call:
        value["call"] = string(p).decode()
    if c.run.call:
        value["run"] = session.typed_callback(c.run, call_testing_step_function)
    if p := c.with_json:
        value["with"] = read_json(p)
    if p := getattr(c, "as"):
        value["as"] = string(p).decode()
    if p := c.expect:
        value["expect"] = read_testing_step_expectation(p)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    return value


def write_testing_scenario_step(c, value):
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("call")) is not None:
        c.call = new_text(v)
    if "with" in value:
        c.with_json = new_json(value["with"])
    if (v := value.get("as")) is not None:
        setattr(c, "as", new_text(v))
    if (v := value.get("expect")) is not None:
        p = new(TESTING_STEP_EXPECTATION_TYPE)
        c.expect = p
        write_testing_step_expectation(p, v)
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]


def read_testing_scenario_expectation(c):
    value = {}
    if c.events.items:
        value["events"] = read_testing_event_expectation_list(c.events)
    if p := c.event_order:
        value["event_order"] = TESTING_EVENT_ORDER_NAMES[p]
    if c.mocks.entries:
        value["mocks"] = read_testing_call_expectation_map(c.mocks)
    return value


def write_testing_scenario_expectation(c, value):
    if (v := value.get("events")) is not None:
        write_testing_event_expectation_list(c.events, v)
    if (v := value.get("event_order")) is not None:
        c.event_order = TESTING_EVENT_ORDER_NUMBERS[v]
    if (v := value.get("mocks")) is not None:
        write_testing_call_expectation_map(c.mocks, v)


def read_testing_scenario_definition(c, session):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.summary:
        value["summary"] = string(p).decode()
    if c.tags.items:
        value["tags"] = plain_glue.read_string_list(c.tags)
    if p := c.skip:
        value["skip"] = string(p).decode()
    if p := c.permissions_json:
        value["permissions"] = read_json(p)
    if c.fixtures.items:
        value["fixtures"] = plain_glue.read_string_list(c.fixtures)
    if c.mocks.items:
        value["mocks"] = read_testing_mock_definition_list(c.mocks, session)
    if p := c.variables_json:
        value["variables"] = read_json(p)
    value["steps"] = read_testing_scenario_step_list(c.steps, session)
    if p := c.expect:
        value["expect"] = read_testing_scenario_expectation(p)
    if c.has_continue_on_failure:
        value["continue_on_failure"] = c.continue_on_failure
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    return value


def write_testing_scenario_definition(c, value):
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("summary")) is not None:
        c.summary = new_text(v)
    if (v := value.get("tags")) is not None:
        plain_glue.write_string_list(c.tags, v)
    if (v := value.get("skip")) is not None:
        c.skip = new_text(v)
    if "permissions" in value:
        c.permissions_json = new_json(value["permissions"])
    if (v := value.get("fixtures")) is not None:
        plain_glue.write_string_list(c.fixtures, v)
    if (v := value.get("mocks")) is not None:
        write_testing_mock_definition_list(c.mocks, v)
    if "variables" in value:
        c.variables_json = new_json(value["variables"])
    write_testing_scenario_step_list(c.steps, value["steps"])
    if (v := value.get("expect")) is not None:
        p = new(TESTING_SCENARIO_EXPECTATION_TYPE)
        c.expect = p
        write_testing_scenario_expectation(p, v)
    if "continue_on_failure" in value:
        c.has_continue_on_failure = True
        c.continue_on_failure = value["continue_on_failure"]
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]


def read_testing_mock_info(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.type:
        value["type"] = TESTING_MOCK_TYPE_NAMES[p]
    value["calls"] = c.calls
    value["responses"] = c.responses
    value["unused"] = plain_glue.read_int64_list(c.unused)
    return value


def write_testing_mock_info(c, value):
    c.name = new_text(value["name"])
    c.type = TESTING_MOCK_TYPE_NUMBERS[value["type"]]
    c.calls = value["calls"]
    c.responses = value["responses"]
    plain_glue.write_int64_list(c.unused, value["unused"])


def read_testing_mock_call(c):
    value = {}
    value["number"] = c.number
    value["arguments"] = plain_glue.read_json_list(c.arguments)
    if c.has_response:
        value["response"] = c.response
    if p := c.returned_json:
        value["returned"] = read_json(p)
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    return value


def write_testing_mock_call(c, value):
    c.number = value["number"]
    plain_glue.write_json_list(c.arguments, value["arguments"])
    if "response" in value:
        c.has_response = True
        c.response = value["response"]
    if "returned" in value:
        c.returned_json = new_json(value["returned"])
    if (v := value.get("error")) is not None:
        p = new(ERROR_INFO_TYPE)
        c.error = p
        shared_glue.write_error_info(p, v)


def read_testing_fixture_definition(c, session):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.summary:
        value["summary"] = string(p).decode()
    if p := c.scope:
        value["scope"] = TESTING_FIXTURE_SCOPE_NAMES[p]
    if c.needs.items:
        value["needs"] = plain_glue.read_string_list(c.needs)
    if p := c.values_json:
        value["values"] = read_json(p)
    if c.mocks.items:
        value["mocks"] = read_testing_mock_definition_list(c.mocks, session)
    if c.setup.items:
        value["setup"] = read_testing_scenario_step_list(c.setup, session)
    if c.teardown.items:
        value["teardown"] = read_testing_scenario_step_list(c.teardown, session)
    return value


def write_testing_fixture_definition(c, value):
    c.name = new_text(value["name"])
    if (v := value.get("summary")) is not None:
        c.summary = new_text(v)
    if (v := value.get("scope")) is not None:
        c.scope = TESTING_FIXTURE_SCOPE_NUMBERS[v]
    if (v := value.get("needs")) is not None:
        plain_glue.write_string_list(c.needs, v)
    if "values" in value:
        c.values_json = new_json(value["values"])
    if (v := value.get("mocks")) is not None:
        write_testing_mock_definition_list(c.mocks, v)
    if (v := value.get("setup")) is not None:
        write_testing_scenario_step_list(c.setup, v)
    if (v := value.get("teardown")) is not None:
        write_testing_scenario_step_list(c.teardown, v)


def read_testing_scenario_file(c, session):
    value = {}
    if c.has_version:
        value["version"] = c.version
    if c.tags.items:
        value["tags"] = plain_glue.read_string_list(c.tags)
    if p := c.permissions_json:
        value["permissions"] = read_json(p)
    if c.fixtures.items:
        value["fixtures"] = read_testing_fixture_definition_list(c.fixtures, session)
    if c.mocks.items:
        value["mocks"] = read_testing_mock_definition_list(c.mocks, session)
    value["scenarios"] = read_testing_scenario_definition_list(c.scenarios, session)
    return value


def write_testing_scenario_file(c, value):
    if "version" in value:
        c.has_version = True
        c.version = value["version"]
    if (v := value.get("tags")) is not None:
        plain_glue.write_string_list(c.tags, v)
    if "permissions" in value:
        c.permissions_json = new_json(value["permissions"])
    if (v := value.get("fixtures")) is not None:
        write_testing_fixture_definition_list(c.fixtures, v)
    if (v := value.get("mocks")) is not None:
        write_testing_mock_definition_list(c.mocks, v)
    write_testing_scenario_definition_list(c.scenarios, value["scenarios"])


def read_testing_scenario_info(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.summary:
        value["summary"] = string(p).decode()
    value["tags"] = plain_glue.read_string_list(c.tags)
    value["steps"] = c.steps
    if p := c.source:
        value["source"] = string(p).decode()
    return value


def write_testing_scenario_info(c, value):
    c.name = new_text(value["name"])
    if (v := value.get("summary")) is not None:
        c.summary = new_text(v)
    plain_glue.write_string_list(c.tags, value["tags"])
    c.steps = value["steps"]
    if (v := value.get("source")) is not None:
        c.source = new_text(v)


def read_testing_fixture_info(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.summary:
        value["summary"] = string(p).decode()
    if p := c.scope:
        value["scope"] = TESTING_FIXTURE_SCOPE_NAMES[p]
    value["active"] = c.active
    return value


def write_testing_fixture_info(c, value):
    c.name = new_text(value["name"])
    if (v := value.get("summary")) is not None:
        c.summary = new_text(v)
    c.scope = TESTING_FIXTURE_SCOPE_NUMBERS[value["scope"]]
    c.active = value["active"]


def read_testing_run_options(c):
    value = {}
    if p := c.variables_json:
        value["variables"] = read_json(p)
    if c.has_timeout_seconds:
        value["timeout_seconds"] = c.timeout_seconds
    return value


def write_testing_run_options(c, value):
    if "variables" in value:
        c.variables_json = new_json(value["variables"])
    if "timeout_seconds" in value:
        c.has_timeout_seconds = True
        c.timeout_seconds = value["timeout_seconds"]


def read_testing_suite_options(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if c.scenarios.items:
        value["scenarios"] = plain_glue.read_string_list(c.scenarios)
    if c.tags.items:
        value["tags"] = plain_glue.read_string_list(c.tags)
    if c.exclude_tags.items:
        value["exclude_tags"] = plain_glue.read_string_list(c.exclude_tags)
    if c.has_stop_on_failure:
        value["stop_on_failure"] = c.stop_on_failure
    if c.has_concurrency:
        value["concurrency"] = c.concurrency
    if c.has_coverage:
        value["coverage"] = c.coverage
    return value


def write_testing_suite_options(c, value):
    if (v := value.get("name")) is not None:
        c.name = new_text(v)
    if (v := value.get("scenarios")) is not None:
        plain_glue.write_string_list(c.scenarios, v)
    if (v := value.get("tags")) is not None:
        plain_glue.write_string_list(c.tags, v)
    if (v := value.get("exclude_tags")) is not None:
        plain_glue.write_string_list(c.exclude_tags, v)
    if "stop_on_failure" in value:
        c.has_stop_on_failure = True
        c.stop_on_failure = value["stop_on_failure"]
    if "concurrency" in value:
        c.has_concurrency = True
        c.concurrency = value["concurrency"]
    if "coverage" in value:
        c.has_coverage = True
        c.coverage = value["coverage"]


def read_testing_difference(c):
    value = {}
    if p := c.path:
        value["path"] = string(p).decode()
    if p := c.message:
        value["message"] = string(p).decode()
    if p := c.expected_json:
        value["expected"] = read_json(p)
    if p := c.actual_json:
        value["actual"] = read_json(p)
    return value


def write_testing_difference(c, value):
    c.path = new_text(value["path"])
    c.message = new_text(value["message"])
    if "expected" in value:
        c.expected_json = new_json(value["expected"])
    if "actual" in value:
        c.actual_json = new_json(value["actual"])


def read_testing_comparison(c):
    value = {}
    value["matched"] = c.matched
    value["differences"] = read_testing_difference_list(c.differences)
    return value


def write_testing_comparison(c, value):
    c.matched = value["matched"]
    write_testing_difference_list(c.differences, value["differences"])


def read_testing_step_result(c):
    value = {}
    value["number"] = c.number
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.outcome:
        value["outcome"] = TESTING_OUTCOME_NAMES[p]
    if p := c.fixture:
        value["fixture"] = string(p).decode()
    if p := c.arguments_json:
        value["arguments"] = read_json(p)
    if p := c.result_json:
        value["result"] = read_json(p)
    if p := c.error:
        value["error"] = shared_glue.read_error_info(p)
    if c.differences.items:
        value["differences"] = read_testing_difference_list(c.differences)
    if c.events.items:
        value["events"] = plain_glue.read_string_list(c.events)
    value["duration_ms"] = c.duration_ms
    return value


def write_testing_step_result(c, value):
    c.number = value["number"]
    c.name = new_text(value["name"])
    c.outcome = TESTING_OUTCOME_NUMBERS[value["outcome"]]
    if (v := value.get("fixture")) is not None:
        c.fixture = new_text(v)
    if "arguments" in value:
        c.arguments_json = new_json(value["arguments"])
    if "result" in value:
        c.result_json = new_json(value["result"])
    if (v := value.get("error")) is not None:
        p = new(ERROR_INFO_TYPE)
        c.error = p
        shared_glue.write_error_info(p, v)
    if (v := value.get("differences")) is not None:
        write_testing_difference_list(c.differences, v)
    if (v := value.get("events")) is not None:
        plain_glue.write_string_list(c.events, v)
    c.duration_ms = value["duration_ms"]


def read_testing_scenario_result(c):
    value = {}
    if p := c.scenario:
        value["scenario"] = string(p).decode()
    if p := c.summary:
        value["summary"] = string(p).decode()
    if c.tags.items:
        value["tags"] = plain_glue.read_string_list(c.tags)
    if p := c.source:
        value["source"] = string(p).decode()
    if p := c.outcome:
        value["outcome"] = TESTING_OUTCOME_NAMES[p]
    if p := c.reason:
        value["reason"] = string(p).decode()
    value["duration_ms"] = c.duration_ms
    value["steps"] = read_testing_step_result_list(c.steps)
    if c.differences.items:
        value["differences"] = read_testing_difference_list(c.differences)
    if c.mocks.items:
        value["mocks"] = read_testing_mock_info_list(c.mocks)
    return value


def write_testing_scenario_result(c, value):
    c.scenario = new_text(value["scenario"])
    if (v := value.get("summary")) is not None:
        c.summary = new_text(v)
    if (v := value.get("tags")) is not None:
        plain_glue.write_string_list(c.tags, v)
    if (v := value.get("source")) is not None:
        c.source = new_text(v)
    c.outcome = TESTING_OUTCOME_NUMBERS[value["outcome"]]
    if (v := value.get("reason")) is not None:
        c.reason = new_text(v)
    c.duration_ms = value["duration_ms"]
    write_testing_step_result_list(c.steps, value["steps"])
    if (v := value.get("differences")) is not None:
        write_testing_difference_list(c.differences, v)
    if (v := value.get("mocks")) is not None:
        write_testing_mock_info_list(c.mocks, v)


def read_testing_suite_totals(c):
    value = {}
    value["scenarios"] = c.scenarios
    value["passed"] = c.passed
    value["failed"] = c.failed
    value["errors"] = c.errors
    value["skipped"] = c.skipped
    value["steps"] = c.steps
    return value


def write_testing_suite_totals(c, value):
    c.scenarios = value["scenarios"]
    c.passed = value["passed"]
    c.failed = value["failed"]
    c.errors = value["errors"]
    c.skipped = value["skipped"]
    c.steps = value["steps"]


def read_testing_coverage_count(c):
    value = {}
    value["covered"] = c.covered
    value["total"] = c.total
    value["percent"] = c.percent
    return value


def write_testing_coverage_count(c, value):
    c.covered = value["covered"]
    c.total = value["total"]
    c.percent = value["percent"]


def read_testing_coverage_detail(c):
    value = {}
    value["covered"] = c.covered
    value["total"] = c.total
    value["percent"] = c.percent
    value["counts"] = plain_glue.read_int64_map(c.counts)
    value["missing"] = plain_glue.read_string_list(c.missing)
    return value


def write_testing_coverage_detail(c, value):
    c.covered = value["covered"]
    c.total = value["total"]
    c.percent = value["percent"]
    plain_glue.write_int64_map(c.counts, value["counts"])
    plain_glue.write_string_list(c.missing, value["missing"])


def read_testing_bridge_coverage(c):
    value = {}
    if p := c.bridge:
        value["bridge"] = string(p).decode()
    if p := c.functions:
        value["functions"] = read_testing_coverage_detail(p)
    if p := c.events:
        value["events"] = read_testing_coverage_detail(p)
    if p := c.errors:
        value["errors"] = read_testing_coverage_detail(p)
    return value


def write_testing_bridge_coverage(c, value):
    c.bridge = new_text(value["bridge"])
    p = new(TESTING_COVERAGE_DETAIL_TYPE)
    c.functions = p
    write_testing_coverage_detail(p, value["functions"])
    p = new(TESTING_COVERAGE_DETAIL_TYPE)
    c.events = p
    write_testing_coverage_detail(p, value["events"])
    p = new(TESTING_COVERAGE_DETAIL_TYPE)
    c.errors = p
    write_testing_coverage_detail(p, value["errors"])


def read_testing_coverage_report(c):
    value = {}
    if p := c.interface_version:
        value["interface_version"] = string(p).decode()
    value["recording"] = c.recording
    value["sessions"] = c.sessions
    if p := c.functions:
        value["functions"] = read_testing_coverage_count(p)
    if p := c.events:
        value["events"] = read_testing_coverage_count(p)
    if p := c.errors:
        value["errors"] = read_testing_coverage_count(p)
    value["bridges"] = read_testing_bridge_coverage_list(c.bridges)
    return value


def write_testing_coverage_report(c, value):
    c.interface_version = new_text(value["interface_version"])
    c.recording = value["recording"]
    c.sessions = value["sessions"]
    p = new(TESTING_COVERAGE_COUNT_TYPE)
    c.functions = p
    write_testing_coverage_count(p, value["functions"])
    p = new(TESTING_COVERAGE_COUNT_TYPE)
    c.events = p
    write_testing_coverage_count(p, value["events"])
    p = new(TESTING_COVERAGE_COUNT_TYPE)
    c.errors = p
    write_testing_coverage_count(p, value["errors"])
    write_testing_bridge_coverage_list(c.bridges, value["bridges"])


def read_testing_suite_report(c):
    value = {}
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.outcome:
        value["outcome"] = TESTING_OUTCOME_NAMES[p]
    if p := c.reason:
        value["reason"] = string(p).decode()
    if p := c.totals:
        value["totals"] = read_testing_suite_totals(p)
    value["duration_ms"] = c.duration_ms
    if p := c.started_at:
        value["started_at"] = string(p).decode()
    value["scenarios"] = read_testing_scenario_result_list(c.scenarios)
    if c.fixtures.items:
        value["fixtures"] = read_testing_step_result_list(c.fixtures)
    if p := c.coverage:
        value["coverage"] = read_testing_coverage_report(p)
    return value


def write_testing_suite_report(c, value):
    c.name = new_text(value["name"])
    c.outcome = TESTING_OUTCOME_NUMBERS[value["outcome"]]
    if (v := value.get("reason")) is not None:
        c.reason = new_text(v)
    p = new(TESTING_SUITE_TOTALS_TYPE)
    c.totals = p
    write_testing_suite_totals(p, value["totals"])
    c.duration_ms = value["duration_ms"]
    if (v := value.get("started_at")) is not None:
        c.started_at = new_text(v)
    write_testing_scenario_result_list(c.scenarios, value["scenarios"])
    if (v := value.get("fixtures")) is not None:
        write_testing_step_result_list(c.fixtures, v)
    if (v := value.get("coverage")) is not None:
        p = new(TESTING_COVERAGE_REPORT_TYPE)
        c.coverage = p
        write_testing_coverage_report(p, v)


def read_testing_coverage_options(c):
    value = {}
    if c.bridges.items:
        value["bridges"] = plain_glue.read_string_list(c.bridges)
    return value


def write_testing_coverage_options(c, value):
    if (v := value.get("bridges")) is not None:
        plain_glue.write_string_list(c.bridges, v)


def read_testing_scenario_started(c):
    value = {}
    if p := c.scenario:
        value["scenario"] = string(p).decode()
    value["steps"] = c.steps
    return value


def write_testing_scenario_started(c, value):
    c.scenario = new_text(value["scenario"])
    c.steps = value["steps"]


def read_testing_step_completed(c):
    value = {}
    if p := c.scenario:
        value["scenario"] = string(p).decode()
    value["number"] = c.number
    if p := c.name:
        value["name"] = string(p).decode()
    if p := c.outcome:
        value["outcome"] = TESTING_OUTCOME_NAMES[p]
    value["duration_ms"] = c.duration_ms
    return value


def write_testing_step_completed(c, value):
    c.scenario = new_text(value["scenario"])
    c.number = value["number"]
    c.name = new_text(value["name"])
    c.outcome = TESTING_OUTCOME_NUMBERS[value["outcome"]]
    c.duration_ms = value["duration_ms"]


def read_testing_scenario_completed(c):
    value = {}
    if p := c.scenario:
        value["scenario"] = string(p).decode()
    if p := c.outcome:
        value["outcome"] = TESTING_OUTCOME_NAMES[p]
    if p := c.reason:
        value["reason"] = string(p).decode()
    value["duration_ms"] = c.duration_ms
    return value


def write_testing_scenario_completed(c, value):
    c.scenario = new_text(value["scenario"])
    c.outcome = TESTING_OUTCOME_NUMBERS[value["outcome"]]
    if (v := value.get("reason")) is not None:
        c.reason = new_text(v)
    c.duration_ms = value["duration_ms"]


def read_testing_mock_response_list(c):
    return [read_testing_mock_response(p) for p in entries(c.items, c.count)]


def write_testing_mock_response_list(c, value):
    items = new(TESTING_MOCK_RESPONSE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_mock_response(items[i], v)


def read_provider_script_step_list(c):
    return [provider_glue.read_provider_script_step(p) for p in entries(c.items, c.count)]


def write_provider_script_step_list(c, value):
    items = new(PROVIDER_SCRIPT_STEP_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        provider_glue.write_provider_script_step(items[i], v)


def read_json_list_list(c):
    return [plain_glue.read_json_list(p) for p in entries(c.items, c.count)]


def write_json_list_list(c, value):
    items = new(JSON_LIST_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        plain_glue.write_json_list(items[i], v)


def read_testing_assertion_list(c):
    return [read_testing_assertion(p) for p in entries(c.items, c.count)]


def write_testing_assertion_list(c, value):
    items = new(TESTING_ASSERTION_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_assertion(items[i], v)


def read_testing_event_expectation_list(c):
    return [read_testing_event_expectation(p) for p in entries(c.items, c.count)]


def write_testing_event_expectation_list(c, value):
    items = new(TESTING_EVENT_EXPECTATION_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_event_expectation(items[i], v)


def read_testing_call_expectation_map(c):
    return {
        text(e.key): read_testing_call_expectation(e.value) if e.value else None
        for e in entries(c.entries, c.count)
    }


def write_testing_call_expectation_map(c, value):
    entries = new(TESTING_CALL_EXPECTATION_MAP_ENTRY_TYPE, len(value))
    c.entries = entries
    c.count = len(value)
    for i, (k, v) in enumerate(value.items()):
        entries[i].key = new_text(k)
        p = new(TESTING_CALL_EXPECTATION_TYPE)
        entries[i].value = p
        write_testing_call_expectation(p, v)


def read_testing_mock_definition_list(c, session):
    return [read_testing_mock_definition(p, session) for p in entries(c.items, c.count)]


def write_testing_mock_definition_list(c, value):
    items = new(TESTING_MOCK_DEFINITION_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_mock_definition(items[i], v)


def read_testing_scenario_step_list(c, session):
    return [read_testing_scenario_step(p, session) for p in entries(c.items, c.count)]


def write_testing_scenario_step_list(c, value):
    items = new(TESTING_SCENARIO_STEP_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_scenario_step(items[i], v)


def read_testing_fixture_definition_list(c, session):
    return [read_testing_fixture_definition(p, session) for p in entries(c.items, c.count)]


def write_testing_fixture_definition_list(c, value):
    items = new(TESTING_FIXTURE_DEFINITION_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_fixture_definition(items[i], v)


def read_testing_scenario_definition_list(c, session):
    return [read_testing_scenario_definition(p, session) for p in entries(c.items, c.count)]


def write_testing_scenario_definition_list(c, value):
    items = new(TESTING_SCENARIO_DEFINITION_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_scenario_definition(items[i], v)


def read_testing_difference_list(c):
    return [read_testing_difference(p) for p in entries(c.items, c.count)]


def write_testing_difference_list(c, value):
    items = new(TESTING_DIFFERENCE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_difference(items[i], v)


def read_testing_step_result_list(c):
    return [read_testing_step_result(p) for p in entries(c.items, c.count)]


def write_testing_step_result_list(c, value):
    items = new(TESTING_STEP_RESULT_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_step_result(items[i], v)


def read_testing_mock_info_list(c):
    return [read_testing_mock_info(p) for p in entries(c.items, c.count)]


def write_testing_mock_info_list(c, value):
    items = new(TESTING_MOCK_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_mock_info(items[i], v)


def read_testing_bridge_coverage_list(c):
    return [read_testing_bridge_coverage(p) for p in entries(c.items, c.count)]


def write_testing_bridge_coverage_list(c, value):
    items = new(TESTING_BRIDGE_COVERAGE_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_bridge_coverage(items[i], v)


def read_testing_scenario_result_list(c):
    return [read_testing_scenario_result(p) for p in entries(c.items, c.count)]


def write_testing_scenario_result_list(c, value):
    items = new(TESTING_SCENARIO_RESULT_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_scenario_result(items[i], v)


def read_testing_scenario_info_list(c):
    return [read_testing_scenario_info(p) for p in entries(c.items, c.count)]


def write_testing_scenario_info_list(c, value):
    items = new(TESTING_SCENARIO_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_scenario_info(items[i], v)


def read_testing_mock_call_list(c):
    return [read_testing_mock_call(p) for p in entries(c.items, c.count)]


def write_testing_mock_call_list(c, value):
    items = new(TESTING_MOCK_CALL_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_mock_call(items[i], v)


def read_testing_fixture_info_list(c):
    return [read_testing_fixture_info(p) for p in entries(c.items, c.count)]


def write_testing_fixture_info_list(c, value):
    items = new(TESTING_FIXTURE_INFO_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_fixture_info(items[i], v)


def read_testing_coverage_report_list(c):
    return [read_testing_coverage_report(p) for p in entries(c.items, c.count)]


def write_testing_coverage_report_list(c, value):
    items = new(TESTING_COVERAGE_REPORT_TYPE, len(value))
    c.items = items
    c.count = len(value)
    for i, v in enumerate(value):
        write_testing_coverage_report(items[i], v)


def call_testing_step_function(call, user_data, values, session):
    keep = []
    try:
        a0 = ffi.NULL
        if len(values) > 0 and (v := values[0]) is not None:
            a0 = new_json(v)
            keep.append((lib.bridge_free, a0))
        result = ffi.new("char **")
        status = call(user_data, a0, result)
        keep.append((lib.bridge_free, result[0]))
        if status != OK:
            raise callback_failed(status)
        if not (p := result[0]):
            return None
        return read_json(p)
    finally:
        for free, place in keep:
            free(place)


def call_testing_mock_handler(call, user_data, values, session):
    keep = []
    try:
        a0 = ffi.NULL
        if len(values) > 0 and (v := values[0]) is not None:
            a0 = ffi.new("llmspell_json_list *")
            keep.append((lib.llmspell_json_list_free, a0))
            plain_glue.write_json_list(a0, v)
        result = ffi.new("char **")
        status = call(user_data, a0, result)
        keep.append((lib.bridge_free, result[0]))
        if status != OK:
            raise callback_failed(status)
        if not (p := result[0]):
            return None
        return read_json(p)
    finally:
        for free, place in keep:
            free(place)


def call_testing_action(call, user_data, values, session):
    keep = []
    try:
        result = ffi.new("char **")
        status = call(user_data, result)
        keep.append((lib.bridge_free, result[0]))
        if status != OK:
            raise callback_failed(status)
        if not (p := result[0]):
            return None
        return read_json(p)
    finally:
        for free, place in keep:
            free(place)


@export
def llmspell_py_testing_create_scenario(session, scenario, result):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := scenario:
            arguments["scenario"] = read_testing_scenario_definition(p, session)
        value = session.ask("testing.create_scenario", arguments)
        result[0] = new_text(value)
    return OK


@export
def llmspell_py_testing_load_scenarios(session, path, result):
    arguments = {}
    if p := path:
        arguments["path"] = string(p).decode()
    value = SESSIONS[session].ask("testing.load_scenarios", arguments)
    plain_glue.write_string_list(result, value)
    return OK


@export
def llmspell_py_testing_list_scenarios(session, tags, result):
    arguments = {}
    if p := tags:
        arguments["tags"] = plain_glue.read_string_list(p)
    value = SESSIONS[session].ask("testing.list_scenarios", arguments)
    write_testing_scenario_info_list(result, value)
    return OK


@export
def llmspell_py_testing_run_scenario(session, scenario, options, result):
    arguments = {}
    if p := scenario:
        arguments["scenario"] = string(p).decode()
    if p := options:
        arguments["options"] = read_testing_run_options(p)
    value = SESSIONS[session].ask("testing.run_scenario", arguments)
    write_testing_scenario_result(result, value)
    return OK


@export
def llmspell_py_testing_run_suite(session, options, result):
    arguments = {}
    if p := options:
        arguments["options"] = read_testing_suite_options(p)
    value = SESSIONS[session].ask("testing.run_suite", arguments)
    write_testing_suite_report(result, value)
    return OK


@export
def llmspell_py_testing_format_report(session, report, format, result):
    arguments = {}
    if p := report:
        arguments["report"] = read_testing_suite_report(p)
    if p := format:
        arguments["format"] = TESTING_REPORT_FORMAT_NAMES[p]
    value = SESSIONS[session].ask("testing.format_report", arguments)
    result[0] = new_text(value)
    return OK


@export
def llmspell_py_testing_assert_equals(session, actual_json, expected_json, message):
    arguments = {}
    if p := actual_json:
        arguments["actual"] = read_json(p)
    if p := expected_json:
        arguments["expected"] = read_json(p)
    if p := message:
        arguments["message"] = string(p).decode()
    SESSIONS[session].ask("testing.assert_equals", arguments)
    return OK


@export
def llmspell_py_testing_assert_contains(session, actual_json, expected_json, message):
    arguments = {}
    if p := actual_json:
        arguments["actual"] = read_json(p)
    if p := expected_json:
        arguments["expected"] = read_json(p)
    if p := message:
        arguments["message"] = string(p).decode()
    SESSIONS[session].ask("testing.assert_contains", arguments)
    return OK


@export
def llmspell_py_testing_assert_matches(session, actual_json, expected_json, message):
    arguments = {}
    if p := actual_json:
        arguments["actual"] = read_json(p)
    if p := expected_json:
        arguments["expected"] = read_json(p)
    if p := message:
        arguments["message"] = string(p).decode()
    SESSIONS[session].ask("testing.assert_matches", arguments)
    return OK


@export
def llmspell_py_testing_assert_throws(session, action, error, result):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if action and action.call:
            arguments["action"] = session.typed_callback(action, call_testing_action)
        if p := error:
            arguments["error"] = read_testing_error_expectation(p)
        value = session.ask("testing.assert_throws", arguments)
        shared_glue.write_error_info(result, value)
    return OK


@export
def llmspell_py_testing_compare(session, actual_json, expected_json, type, result):
    arguments = {}
    if p := actual_json:
        arguments["actual"] = read_json(p)
    if p := expected_json:
        arguments["expected"] = read_json(p)
    if p := type:
        arguments["type"] = TESTING_ASSERT_TYPE_NAMES[p]
    value = SESSIONS[session].ask("testing.compare", arguments)
    write_testing_comparison(result, value)
    return OK


@export
def llmspell_py_testing_create_mock(session, mock, result):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := mock:
            arguments["mock"] = read_testing_mock_definition(p, session)
        value = session.ask("testing.create_mock", arguments)
        result[0] = new_text(value)
    return OK


@export
def llmspell_py_testing_call_mock(session, mock, arguments_, result_json):
    arguments = {}
    if p := mock:
        arguments["mock"] = string(p).decode()
    if p := arguments_:
        arguments["arguments"] = plain_glue.read_json_list(p)
    value = SESSIONS[session].ask("testing.call_mock", arguments)
    result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_testing_get_mock_calls(session, mock, result):
    value = SESSIONS[session].trusted["testing.get_mock_calls"](string(mock).decode() if mock else None)
    write_testing_mock_call_list(result, value)
    return OK


@export
def llmspell_py_testing_list_mocks(session, result):
    value = SESSIONS[session].trusted["testing.list_mocks"]()
    write_testing_mock_info_list(result, value)
    return OK


@export
def llmspell_py_testing_verify_mock(session, mock, expectation):
    arguments = {}
    if p := mock:
        arguments["mock"] = string(p).decode()
    if p := expectation:
        arguments["expectation"] = read_testing_call_expectation(p)
    SESSIONS[session].ask("testing.verify_mock", arguments)
    return OK


@export
def llmspell_py_testing_reset_mock(session, mock):
    SESSIONS[session].trusted["testing.reset_mock"](string(mock).decode() if mock else None)
    return OK


@export
def llmspell_py_testing_remove_mock(session, mock):
    arguments = {}
    if p := mock:
        arguments["mock"] = string(p).decode()
    SESSIONS[session].ask("testing.remove_mock", arguments)
    return OK


@export
def llmspell_py_testing_create_fixture(session, fixture, result):
    arguments = {}
    with SESSIONS[session].taking() as session:
        if p := fixture:
            arguments["fixture"] = read_testing_fixture_definition(p, session)
        value = session.ask("testing.create_fixture", arguments)
        result[0] = new_text(value)
    return OK


@export
def llmspell_py_testing_setup_fixture(session, fixture, result_json):
    arguments = {}
    if p := fixture:
        arguments["fixture"] = string(p).decode()
    value = SESSIONS[session].ask("testing.setup_fixture", arguments)
    result_json[0] = new_json(value)
    return OK


@export
def llmspell_py_testing_teardown_fixture(session, fixture, result):
    arguments = {}
    if p := fixture:
        arguments["fixture"] = string(p).decode()
    value = SESSIONS[session].ask("testing.teardown_fixture", arguments)
    plain_glue.write_string_list(result, value)
    return OK


@export
def llmspell_py_testing_list_fixtures(session, result):
    value = SESSIONS[session].trusted["testing.list_fixtures"]()
    write_testing_fixture_info_list(result, value)
    return OK


@export
def llmspell_py_testing_start_coverage(session):
    SESSIONS[session].trusted["testing.start_coverage"]()
    return OK


@export
def llmspell_py_testing_stop_coverage(session):
    SESSIONS[session].trusted["testing.stop_coverage"]()
    return OK


@export
def llmspell_py_testing_get_coverage(session, options, result):
    arguments = {}
    if p := options:
        arguments["options"] = read_testing_coverage_options(p)
    value = SESSIONS[session].ask("testing.get_coverage", arguments)
    write_testing_coverage_report(result, value)
    return OK


@export
def llmspell_py_testing_merge_coverage(session, reports, result):
    arguments = {}
    if p := reports:
        arguments["reports"] = read_testing_coverage_report_list(p)
    value = SESSIONS[session].ask("testing.merge_coverage", arguments)
    write_testing_coverage_report(result, value)
    return OK


@export
def llmspell_py_testing_reset(session):
    arguments = {}
    SESSIONS[session].ask("testing.reset", arguments)
    return OK
