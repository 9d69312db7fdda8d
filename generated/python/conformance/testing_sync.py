"""Every example of testing, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.provider import ScriptStep
from llmspell.testing import (
    BridgeCoverage,
    CallExpectation,
    CoverageCount,
    CoverageDetail,
    CoverageReport,
    ErrorExpectation,
    MockDefinition,
    MockFailure,
    MockResponse,
    MockType,
    Outcome,
    ReportFormat,
    ScenarioResult,
    ScenarioStep,
    StepExpectation,
    StepResult,
    SuiteReport,
    SuiteTotals,
)

program = Program()


@program.example("testing.create_scenario", "calculator")
def create_scenario_calculator(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.testing.create_scenario(
                name="adds",
                tags=["quick"],
                steps=[
                    ScenarioStep(
                        call="tool.execute",
                        with_={"name": "calculator", "arguments": {"expression": "1 + 1"}},
                        expect=StepExpectation(result={"$partial": {"value": {"result": 2}}}),
                    )
                ],
            )
        )


@program.example("testing.create_scenario", "unnamed")
def create_scenario_unnamed(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.create_scenario(steps=[]))


@program.example("testing.create_scenario", "taken")
def create_scenario_taken(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_scenario(
            name="adds",
            tags=["quick"],
            steps=[
                ScenarioStep(
                    call="tool.execute",
                    with_={"name": "calculator", "arguments": {"expression": "1 + 1"}},
                    expect=StepExpectation(result={"$partial": {"value": {"result": 2}}}),
                )
            ],
        )
        with example.shown(session):
            example.result(
                session.testing.create_scenario(
                    name="adds",
                    tags=["quick"],
                    steps=[
                        ScenarioStep(
                            call="tool.execute",
                            with_={"name": "calculator", "arguments": {"expression": "1 + 1"}},
                            expect=StepExpectation(result={"$partial": {"value": {"result": 2}}}),
                        )
                    ],
                )
            )


@program.example("testing.create_scenario", "unknown_function")
def create_scenario_unknown_function(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.testing.create_scenario(name="adds", steps=[ScenarioStep(call="tool.exekute")])
        )


@program.example("testing.create_scenario", "unknown_matcher")
def create_scenario_unknown_matcher(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.testing.create_scenario(
                steps=[ScenarioStep(call="tool.list", expect=StepExpectation(result={"$contain": 1}))]
            )
        )


@program.example("testing.load_scenarios", "json")
def load_scenarios_json(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.tool.execute(
            "file_write",
            {
                "path": "adds.scenario.json",
                "text": '{"scenarios": [{"name": "adds", "steps": [{"call": "tool.list"}]}, {"name": "rests", "steps": []}]}',
            },
        )
        with example.shown(session):
            example.result(session.testing.load_scenarios("adds.scenario.json"))


@program.example("testing.load_scenarios", "missing")
def load_scenarios_missing(example: Example) -> None:
    with (
        llmspell.Session(permissions={"llm": True, "fs.read": ["."]}, record_events=True) as session,
        example.shown(session),
    ):
        example.result(session.testing.load_scenarios("missing.scenario.json"))


@program.example("testing.load_scenarios", "no_scenarios")
def load_scenarios_no_scenarios(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.tool.execute("file_write", {"path": "tests.json", "text": '{"tests": []}'})
        with example.shown(session):
            example.result(session.testing.load_scenarios("tests.json"))


@program.example("testing.load_scenarios", "forbidden")
def load_scenarios_forbidden(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.load_scenarios("adds.scenario.json"))


@program.example("testing.list_scenarios", "tagged")
def list_scenarios_tagged(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_scenario(
            name="adds",
            tags=["quick"],
            steps=[
                ScenarioStep(
                    call="tool.execute",
                    with_={"name": "calculator", "arguments": {"expression": "1 + 1"}},
                    expect=StepExpectation(result={"$partial": {"value": {"result": 2}}}),
                )
            ],
        )
        session.testing.create_scenario(steps=[])
        with example.shown(session):
            example.result(session.testing.list_scenarios(tags=["quick"]))


@program.example("testing.list_scenarios", "none")
def list_scenarios_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.list_scenarios())


@program.example("testing.run_scenario", "tool_with_a_double")
def run_scenario_tool_with_a_double(example: Example) -> None:
    """A tool is a mock; the result of one step is used in the next."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        scenario = session.testing.create_scenario(
            name="weather",
            mocks=[
                MockDefinition(
                    name="weather",
                    type=MockType.OBJECT,
                    responses=[MockResponse(when=[{"city": "Oslo"}], returns={"temperature": 22})],
                )
            ],
            steps=[
                ScenarioStep(
                    call="tool.execute",
                    with_={"name": "weather", "arguments": {"city": "Oslo"}},
                    as_="found",
                    expect=StepExpectation(
                        result={"$partial": {"status": "completed", "value": {"temperature": {"$gt": 20}}}}
                    ),
                ),
                ScenarioStep(
                    call="memory.store",
                    with_={"key": "oslo", "value": "$found.value.temperature"},
                    expect=StepExpectation(
                        mocks={"weather": CallExpectation(times=1, called_with=[{"city": "Oslo"}])}
                    ),
                ),
                ScenarioStep(
                    call="memory.retrieve", with_={"key": "oslo"}, expect=StepExpectation(result=22)
                ),
            ],
        )
        with example.shown(session):
            example.result(session.testing.run_scenario(scenario))


@program.example("testing.run_scenario", "own_function")
def run_scenario_own_function(example: Example) -> None:
    """A step that runs a function of the program's own, and one that expects an error."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def steps(input: dict[str, Any]) -> Any:
            example.called(input)
            return {"count": 3}

        session.testing.create_scenario(
            name="own",
            steps=[
                ScenarioStep(
                    name="count",
                    run=steps,
                    with_={"of": "apples"},
                    as_="counted",
                    expect=StepExpectation(result={"count": {"$type": "integer"}}),
                ),
                ScenarioStep(
                    call="tool.get",
                    with_={"name": "pears"},
                    expect=StepExpectation(
                        error=ErrorExpectation(code="tool.not_found", fields={"tool": "pears"})
                    ),
                ),
            ],
        )
        with example.shown(session):
            example.result(session.testing.run_scenario("own"))


@program.example("testing.run_scenario", "what_is_not_as_expected")
def run_scenario_what_is_not_as_expected(example: Example) -> None:
    """The report names every place; what comes after is skipped."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_scenario(
            name="wrong",
            steps=[
                ScenarioStep(
                    call="tool.validate",
                    with_={"name": "calculator", "arguments": {"expression": "1 + 1"}},
                    expect=StepExpectation(
                        result={"valid": False, "issues": [{"path": "/a", "message": {"$regex": "needed"}}]}
                    ),
                ),
                ScenarioStep(call="tool.list"),
            ],
        )
        with example.shown(session):
            example.result(session.testing.run_scenario("wrong"))


@program.example("testing.run_scenario", "unknown")
def run_scenario_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.run_scenario("nothing"))


@program.example("testing.run_suite", "tagged")
def run_suite_tagged(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_scenario(
            name="adds",
            tags=["quick"],
            steps=[
                ScenarioStep(
                    call="tool.execute",
                    with_={"name": "calculator", "arguments": {"expression": "1 + 1"}},
                    expect=StepExpectation(result={"$partial": {"value": {"result": 2}}}),
                )
            ],
        )
        session.testing.create_scenario(name="slow", tags=["slow"], steps=[])
        with example.shown(session):
            example.result(session.testing.run_suite(tags=["quick"]))


@program.example("testing.run_suite", "stop_on_failure")
def run_suite_stop_on_failure(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_scenario(
            name="wrong",
            steps=[
                ScenarioStep(
                    call="tool.exists", with_={"name": "calculator"}, expect=StepExpectation(result=False)
                )
            ],
        )
        session.testing.create_scenario(name="later", steps=[])
        with example.shown(session):
            example.result(session.testing.run_suite(name="all", stop_on_failure=True))


@program.example("testing.run_suite", "unknown")
def run_suite_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.run_suite(scenarios=["nothing"]))


@program.example("testing.format_report", "tap")
def format_report_tap(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.testing.format_report(
                SuiteReport(
                    name="suite",
                    outcome=Outcome.PASSED,
                    totals=SuiteTotals(scenarios=1, passed=1, failed=0, errors=0, skipped=0, steps=1),
                    duration_ms=12.5,
                    started_at=datetime.fromisoformat("2026-01-01T00:00:00Z"),
                    scenarios=[
                        ScenarioResult(
                            scenario="adds",
                            tags=["quick"],
                            outcome=Outcome.PASSED,
                            duration_ms=12.0,
                            steps=[
                                StepResult(
                                    number=1,
                                    name="tool.execute",
                                    outcome=Outcome.PASSED,
                                    arguments={"name": "calculator", "arguments": {"expression": "1 + 1"}},
                                    result={
                                        "tool": "calculator",
                                        "execution": "execution_1",
                                        "status": "completed",
                                        "value": {"result": 2},
                                        "duration_ms": 0.1,
                                    },
                                    events=["tool.start", "tool.complete"],
                                    duration_ms=0.5,
                                )
                            ],
                        )
                    ],
                ),
                ReportFormat.TAP,
            )
        )


@program.example("testing.format_report", "junit")
def format_report_junit(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.testing.format_report(
                SuiteReport(
                    name="suite",
                    outcome=Outcome.PASSED,
                    totals=SuiteTotals(scenarios=1, passed=1, failed=0, errors=0, skipped=0, steps=1),
                    duration_ms=12.5,
                    started_at=datetime.fromisoformat("2026-01-01T00:00:00Z"),
                    scenarios=[
                        ScenarioResult(
                            scenario="adds",
                            tags=["quick"],
                            outcome=Outcome.PASSED,
                            duration_ms=12.0,
                            steps=[
                                StepResult(
                                    number=1,
                                    name="tool.execute",
                                    outcome=Outcome.PASSED,
                                    arguments={"name": "calculator", "arguments": {"expression": "1 + 1"}},
                                    result={
                                        "tool": "calculator",
                                        "execution": "execution_1",
                                        "status": "completed",
                                        "value": {"result": 2},
                                        "duration_ms": 0.1,
                                    },
                                    events=["tool.start", "tool.complete"],
                                    duration_ms=0.5,
                                )
                            ],
                        )
                    ],
                ),
                ReportFormat.JUNIT,
            )
        )


@program.example("testing.assert_equals", "equal")
def assert_equals_equal(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.assert_equals({"answer": 42, "of": [1, 2.0]}, {"of": [1.0, 2], "answer": 42})


@program.example("testing.assert_equals", "different")
def assert_equals_different(example: Example) -> None:
    """The error names the place, what was expected there and what was given."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.assert_equals(
            {"text": "Hi", "parts": [1, 2]}, {"text": "Ho", "parts": [1, 2]}, message="The greeting"
        )


@program.example("testing.assert_equals", "true_is_not_one")
def assert_equals_true_is_not_one(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.assert_equals(True, 1)


@program.example("testing.assert_contains", "text")
def assert_contains_text(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.assert_contains("Hello Ada", "Ada")


@program.example("testing.assert_contains", "item")
def assert_contains_item(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.assert_contains([1, 2, {"name": "Ada"}], {"name": {"$regex": "^A"}})


@program.example("testing.assert_contains", "fields")
def assert_contains_fields(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.assert_contains({"name": "Ada", "born": 1815}, {"born": 1815})


@program.example("testing.assert_contains", "missing")
def assert_contains_missing(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.assert_contains([1, 2], 3)


@program.example("testing.assert_matches", "nested")
def assert_matches_nested(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.assert_matches(
            {
                "text": "It is 22 degrees in Oslo.",
                "usage": {"tokens": 17},
                "ids": [3, 1, 2],
                "share": 0.30000001,
            },
            {
                "text": {"$regex": "\\d+ degrees"},
                "usage": {"tokens": {"$all_of": [{"$gt": 10}, {"$lt": 20}]}},
                "ids": {"$unordered": [1, 2, 3]},
                "share": {"$approx": 0.3},
            },
        )


@program.example("testing.assert_matches", "different")
def assert_matches_different(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.assert_matches({"text": "No idea."}, {"text": {"$regex": "\\d+ degrees"}})


@program.example("testing.assert_matches", "no_matcher")
def assert_matches_no_matcher(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.assert_matches(1, {"$around": 1})


@program.example("testing.assert_throws", "fails")
def assert_throws_fails(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def action() -> Any:
            example.called()
            raise RuntimeError("out of order")

        with example.shown(session):
            example.result(
                session.testing.assert_throws(
                    action, code="runtime.callback_failed", message={"$contains": "out of order"}
                )
            )


@program.example("testing.assert_throws", "does_not")
def assert_throws_does_not(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def action() -> Any:
            example.called()
            return 42

        with example.shown(session):
            example.result(session.testing.assert_throws(action))


@program.example("testing.compare", "fits")
def compare_fits(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.compare([1, 2], {"$length": 2}))


@program.example("testing.compare", "differences")
def compare_differences(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.testing.compare(
                {"name": "Ada", "age": 36, "on": True}, {"name": {"$type": "string"}, "age": "36", "of": 1}
            )
        )


@program.example("testing.create_mock", "tool")
def create_mock_tool(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.testing.create_mock(
                name="weather", type=MockType.OBJECT, responses=[MockResponse(returns={"temperature": 22})]
            )
        )


@program.example("testing.create_mock", "provider")
def create_mock_provider(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.create_mock(type=MockType.SERVICE, script=[ScriptStep(text="Hello.")]))


@program.example("testing.create_mock", "failing_function")
def create_mock_failing_function(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.testing.create_mock(
                name="search",
                type=MockType.FUNCTION,
                responses=[
                    MockResponse(
                        fails=MockFailure(code="tool.timed_out", fields={"tool": "search", "seconds": 5})
                    )
                ],
            )
        )


@program.example("testing.create_mock", "taken")
def create_mock_taken(example: Example) -> None:
    """A tool of that name is there already."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.create_mock(name="calculator", type=MockType.OBJECT))


@program.example("testing.create_mock", "unknown_error")
def create_mock_unknown_error(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.testing.create_mock(
                name="search",
                type=MockType.FUNCTION,
                responses=[MockResponse(fails=MockFailure(code="tool.tired"))],
            )
        )


@program.example("testing.call_mock", "in_order")
def call_mock_in_order(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_mock(
            name="next", type=MockType.FUNCTION, responses=[MockResponse(returns=1), MockResponse(returns=2)]
        )
        session.testing.call_mock("next")
        with example.shown(session):
            example.result(session.testing.call_mock("next"))


@program.example("testing.call_mock", "by_arguments")
def call_mock_by_arguments(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_mock(
            name="size",
            type=MockType.FUNCTION,
            responses=[
                MockResponse(when=[{"$regex": "^a"}], returns="small", always=True),
                MockResponse(returns="large", always=True),
            ],
        )
        with example.shown(session):
            example.result(session.testing.call_mock("size", arguments=["bear"]))


@program.example("testing.call_mock", "handler")
def call_mock_handler(example: Example) -> None:
    """A mock that watches over a function of the program's own."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: list[Any]) -> Any:
            example.called(arguments)
            return 7

        session.testing.create_mock(name="watched", type=MockType.FUNCTION, handler=handler)
        with example.shown(session):
            example.result(session.testing.call_mock("watched", arguments=[1, "b"]))


@program.example("testing.call_mock", "nothing_left")
def call_mock_nothing_left(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_mock(name="next", type=MockType.FUNCTION, responses=[MockResponse(returns=1)])
        session.testing.call_mock("next")
        with example.shown(session):
            example.result(session.testing.call_mock("next"))


@program.example("testing.get_mock_calls", "tool")
def get_mock_calls_tool(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_mock(
            name="weather", type=MockType.OBJECT, responses=[MockResponse(returns=22)]
        )
        session.tool.execute("weather", {"city": "Oslo"})
        with example.shown(session):
            example.result(session.testing.get_mock_calls("weather"))


@program.example("testing.get_mock_calls", "provider")
def get_mock_calls_provider(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_mock(
            name="model", type=MockType.SERVICE, model="m", script=[ScriptStep(text="Hello.")]
        )
        agent = session.agent.create(name="helper", provider="model")
        agent.run("Hi")
        with example.shown(session):
            example.result(session.testing.get_mock_calls("model"))


@program.example("testing.get_mock_calls", "unknown")
def get_mock_calls_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.get_mock_calls("nothing"))


@program.example("testing.list_mocks", "one")
def list_mocks_one(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_mock(
            name="next",
            type=MockType.FUNCTION,
            responses=[MockResponse(returns=1), MockResponse(returns=2, always=True)],
        )
        with example.shown(session):
            example.result(session.testing.list_mocks())


@program.example("testing.list_mocks", "none")
def list_mocks_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.list_mocks())


@program.example("testing.verify_mock", "called_with")
def verify_mock_called_with(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_mock(name="greet", type=MockType.FUNCTION)
        session.testing.call_mock("greet", arguments=["Ada"])
        session.testing.call_mock("greet", arguments=["Bob"])
        with example.shown(session):
            session.testing.verify_mock("greet", times=2, called_with=[{"$regex": "^A"}])


@program.example("testing.verify_mock", "too_often")
def verify_mock_too_often(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_mock(name="greet", type=MockType.FUNCTION)
        session.testing.call_mock("greet", arguments=["Ada"])
        session.testing.call_mock("greet", arguments=["Bob"])
        with example.shown(session):
            session.testing.verify_mock("greet", times=1)


@program.example("testing.verify_mock", "never_called_so")
def verify_mock_never_called_so(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_mock(name="greet", type=MockType.FUNCTION)
        session.testing.call_mock("greet", arguments=["Ada"])
        session.testing.call_mock("greet", arguments=["Bob"])
        with example.shown(session):
            session.testing.verify_mock("greet", called_with=["Eve"])


@program.example("testing.verify_mock", "unknown")
def verify_mock_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.verify_mock("nothing")


@program.example("testing.reset_mock", "again")
def reset_mock_again(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_mock(name="next", type=MockType.FUNCTION, responses=[MockResponse(returns=1)])
        session.testing.call_mock("next")
        with example.shown(session):
            session.testing.reset_mock("next")


@program.example("testing.reset_mock", "unknown")
def reset_mock_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.reset_mock("nothing")


@program.example("testing.remove_mock", "tool")
def remove_mock_tool(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_mock(name="weather", type=MockType.OBJECT)
        with example.shown(session):
            session.testing.remove_mock("weather")


@program.example("testing.remove_mock", "unknown")
def remove_mock_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.remove_mock("nothing")


@program.example("testing.create_fixture", "stored")
def create_fixture_stored(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.testing.create_fixture(
                name="stored",
                values={"key": "city"},
                setup=[ScenarioStep(call="memory.store", with_={"key": "$key", "value": "Oslo"})],
                teardown=[ScenarioStep(call="memory.delete", with_={"key": "$key"})],
            )
        )


@program.example("testing.create_fixture", "taken")
def create_fixture_taken(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_fixture(
            name="stored",
            values={"key": "city"},
            setup=[ScenarioStep(call="memory.store", with_={"key": "$key", "value": "Oslo"})],
            teardown=[ScenarioStep(call="memory.delete", with_={"key": "$key"})],
        )
        with example.shown(session):
            example.result(
                session.testing.create_fixture(
                    name="stored",
                    values={"key": "city"},
                    setup=[ScenarioStep(call="memory.store", with_={"key": "$key", "value": "Oslo"})],
                    teardown=[ScenarioStep(call="memory.delete", with_={"key": "$key"})],
                )
            )


@program.example("testing.create_fixture", "unknown_function")
def create_fixture_unknown_function(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.create_fixture(name="bad", setup=[ScenarioStep(call="memory.stare")]))


@program.example("testing.setup_fixture", "stored")
def setup_fixture_stored(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_fixture(
            name="stored",
            values={"key": "city"},
            setup=[ScenarioStep(call="memory.store", with_={"key": "$key", "value": "Oslo"})],
            teardown=[ScenarioStep(call="memory.delete", with_={"key": "$key"})],
        )
        with example.shown(session):
            example.result(session.testing.setup_fixture("stored"))


@program.example("testing.setup_fixture", "fails")
def setup_fixture_fails(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_fixture(
            name="bad", setup=[ScenarioStep(call="tool.get", with_={"name": "pears"})]
        )
        with example.shown(session):
            example.result(session.testing.setup_fixture("bad"))


@program.example("testing.setup_fixture", "unknown")
def setup_fixture_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.setup_fixture("nothing"))


@program.example("testing.teardown_fixture", "all")
def teardown_fixture_all(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_fixture(
            name="stored",
            values={"key": "city"},
            setup=[ScenarioStep(call="memory.store", with_={"key": "$key", "value": "Oslo"})],
            teardown=[ScenarioStep(call="memory.delete", with_={"key": "$key"})],
        )
        session.testing.create_fixture(name="more", needs=["stored"])
        session.testing.setup_fixture("more")
        with example.shown(session):
            example.result(session.testing.teardown_fixture())


@program.example("testing.teardown_fixture", "none")
def teardown_fixture_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.teardown_fixture())


@program.example("testing.teardown_fixture", "unknown")
def teardown_fixture_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.teardown_fixture(fixture="nothing"))


@program.example("testing.list_fixtures", "one")
def list_fixtures_one(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_fixture(
            name="stored",
            values={"key": "city"},
            setup=[ScenarioStep(call="memory.store", with_={"key": "$key", "value": "Oslo"})],
            teardown=[ScenarioStep(call="memory.delete", with_={"key": "$key"})],
        )
        with example.shown(session):
            example.result(session.testing.list_fixtures())


@program.example("testing.list_fixtures", "none")
def list_fixtures_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.list_fixtures())


@program.example("testing.start_coverage", "begin")
def start_coverage_begin(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.start_coverage()


@program.example("testing.stop_coverage", "never_began")
def stop_coverage_never_began(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.testing.stop_coverage()


@program.example("testing.get_coverage", "event")
def get_coverage_event(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.start_coverage()
        session.event.clear()
        session.event.clear()
        with example.shown(session):
            example.result(session.testing.get_coverage(bridges=["event"]))


@program.example("testing.get_coverage", "never_began")
def get_coverage_never_began(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.testing.get_coverage())


@program.example("testing.get_coverage", "unknown_bridge")
def get_coverage_unknown_bridge(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.start_coverage()
        with example.shown(session):
            example.result(session.testing.get_coverage(bridges=["evnt"]))


@program.example("testing.merge_coverage", "twice")
def merge_coverage_twice(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.testing.merge_coverage(
                [
                    CoverageReport(
                        interface_version="0.1.0",
                        recording=True,
                        sessions=1,
                        functions=CoverageCount(covered=1, total=8, percent=12.5),
                        events=CoverageCount(covered=0, total=0, percent=100.0),
                        errors=CoverageCount(covered=0, total=4, percent=0.0),
                        bridges=[
                            BridgeCoverage(
                                bridge="event",
                                functions=CoverageDetail(
                                    covered=1,
                                    total=8,
                                    percent=12.5,
                                    counts={"event.clear": 2},
                                    missing=["event.emit"],
                                ),
                                events=CoverageDetail(
                                    covered=0, total=0, percent=100.0, counts={}, missing=[]
                                ),
                                errors=CoverageDetail(
                                    covered=0, total=4, percent=0.0, counts={}, missing=["event.invalid_type"]
                                ),
                            )
                        ],
                    ),
                    CoverageReport(
                        interface_version="0.1.0",
                        recording=True,
                        sessions=1,
                        functions=CoverageCount(covered=1, total=8, percent=12.5),
                        events=CoverageCount(covered=0, total=0, percent=100.0),
                        errors=CoverageCount(covered=0, total=4, percent=0.0),
                        bridges=[
                            BridgeCoverage(
                                bridge="event",
                                functions=CoverageDetail(
                                    covered=1,
                                    total=8,
                                    percent=12.5,
                                    counts={"event.clear": 2},
                                    missing=["event.emit"],
                                ),
                                events=CoverageDetail(
                                    covered=0, total=0, percent=100.0, counts={}, missing=[]
                                ),
                                errors=CoverageDetail(
                                    covered=0, total=4, percent=0.0, counts={}, missing=["event.invalid_type"]
                                ),
                            )
                        ],
                    ),
                ]
            )
        )


@program.example("testing.merge_coverage", "not_ours")
def merge_coverage_not_ours(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.testing.merge_coverage(
                [
                    CoverageReport(
                        interface_version="0.1.0",
                        recording=False,
                        sessions=1,
                        functions=CoverageCount(covered=1, total=1, percent=100.0),
                        events=CoverageCount(covered=0, total=0, percent=100.0),
                        errors=CoverageCount(covered=0, total=0, percent=100.0),
                        bridges=[],
                    ),
                    CoverageReport(
                        interface_version="0.1.0",
                        recording=False,
                        sessions=1,
                        functions=CoverageCount(covered=1, total=1, percent=100.0),
                        events=CoverageCount(covered=0, total=0, percent=100.0),
                        errors=CoverageCount(covered=0, total=0, percent=100.0),
                        bridges=[
                            BridgeCoverage(
                                bridge="kitchen",
                                functions=CoverageDetail(
                                    covered=1, total=1, percent=100.0, counts={"kitchen.cook": 1}, missing=[]
                                ),
                                events=CoverageDetail(
                                    covered=0, total=0, percent=100.0, counts={}, missing=[]
                                ),
                                errors=CoverageDetail(
                                    covered=0, total=0, percent=100.0, counts={}, missing=[]
                                ),
                            )
                        ],
                    ),
                ]
            )
        )


@program.example("testing.reset", "scenarios")
def reset_scenarios(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.testing.create_scenario(
            name="adds",
            tags=["quick"],
            steps=[
                ScenarioStep(
                    call="tool.execute",
                    with_={"name": "calculator", "arguments": {"expression": "1 + 1"}},
                    expect=StepExpectation(result={"$partial": {"value": {"result": 2}}}),
                )
            ],
        )
        with example.shown(session):
            session.testing.reset()


if __name__ == "__main__":
    program.run()
