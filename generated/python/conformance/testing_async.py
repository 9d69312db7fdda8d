"""Every example of testing, as asynchronous Python; prints one line of JSON for each."""

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
async def create_scenario_calculator(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.create_scenario(
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
async def create_scenario_unnamed(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.create_scenario(steps=[]))


@program.example("testing.create_scenario", "taken")
async def create_scenario_taken(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_scenario(
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
                await session.testing.create_scenario(
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
async def create_scenario_unknown_function(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.create_scenario(name="adds", steps=[ScenarioStep(call="tool.exekute")])
            )


@program.example("testing.create_scenario", "unknown_matcher")
async def create_scenario_unknown_matcher(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.create_scenario(
                    steps=[ScenarioStep(call="tool.list", expect=StepExpectation(result={"$contain": 1}))]
                )
            )


@program.example("testing.load_scenarios", "json")
async def load_scenarios_json(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.tool.execute(
            "file_write",
            {
                "path": "adds.scenario.json",
                "text": '{"scenarios": [{"name": "adds", "steps": [{"call": "tool.list"}]}, {"name": "rests", "steps": []}]}',
            },
        )
        with example.shown(session):
            example.result(await session.testing.load_scenarios("adds.scenario.json"))


@program.example("testing.load_scenarios", "missing")
async def load_scenarios_missing(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."]}, record_events=True
    ) as session:
        with example.shown(session):
            example.result(await session.testing.load_scenarios("missing.scenario.json"))


@program.example("testing.load_scenarios", "no_scenarios")
async def load_scenarios_no_scenarios(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.tool.execute("file_write", {"path": "tests.json", "text": '{"tests": []}'})
        with example.shown(session):
            example.result(await session.testing.load_scenarios("tests.json"))


@program.example("testing.load_scenarios", "forbidden")
async def load_scenarios_forbidden(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.load_scenarios("adds.scenario.json"))


@program.example("testing.list_scenarios", "tagged")
async def list_scenarios_tagged(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_scenario(
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
        await session.testing.create_scenario(steps=[])
        with example.shown(session):
            example.result(await session.testing.list_scenarios(tags=["quick"]))


@program.example("testing.list_scenarios", "none")
async def list_scenarios_none(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.list_scenarios())


@program.example("testing.run_scenario", "tool_with_a_double")
async def run_scenario_tool_with_a_double(example: Example) -> None:
    """A tool is a mock; the result of one step is used in the next."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        scenario = await session.testing.create_scenario(
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
            example.result(await session.testing.run_scenario(scenario))


@program.example("testing.run_scenario", "own_function")
async def run_scenario_own_function(example: Example) -> None:
    """A step that runs a function of the program's own, and one that expects an error."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def steps(input: dict[str, Any]) -> Any:
            example.called(input)
            return {"count": 3}

        await session.testing.create_scenario(
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
            example.result(await session.testing.run_scenario("own"))


@program.example("testing.run_scenario", "what_is_not_as_expected")
async def run_scenario_what_is_not_as_expected(example: Example) -> None:
    """The report names every place; what comes after is skipped."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_scenario(
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
            example.result(await session.testing.run_scenario("wrong"))


@program.example("testing.run_scenario", "unknown")
async def run_scenario_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.run_scenario("nothing"))


@program.example("testing.run_suite", "tagged")
async def run_suite_tagged(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_scenario(
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
        await session.testing.create_scenario(name="slow", tags=["slow"], steps=[])
        with example.shown(session):
            example.result(await session.testing.run_suite(tags=["quick"]))


@program.example("testing.run_suite", "stop_on_failure")
async def run_suite_stop_on_failure(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_scenario(
            name="wrong",
            steps=[
                ScenarioStep(
                    call="tool.exists", with_={"name": "calculator"}, expect=StepExpectation(result=False)
                )
            ],
        )
        await session.testing.create_scenario(name="later", steps=[])
        with example.shown(session):
            example.result(await session.testing.run_suite(name="all", stop_on_failure=True))


@program.example("testing.run_suite", "unknown")
async def run_suite_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.run_suite(scenarios=["nothing"]))


@program.example("testing.format_report", "tap")
async def format_report_tap(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.format_report(
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
                                        arguments={
                                            "name": "calculator",
                                            "arguments": {"expression": "1 + 1"},
                                        },
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
async def format_report_junit(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.format_report(
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
                                        arguments={
                                            "name": "calculator",
                                            "arguments": {"expression": "1 + 1"},
                                        },
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
async def assert_equals_equal(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.assert_equals(
                {"answer": 42, "of": [1, 2.0]}, {"of": [1.0, 2], "answer": 42}
            )


@program.example("testing.assert_equals", "different")
async def assert_equals_different(example: Example) -> None:
    """The error names the place, what was expected there and what was given."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.assert_equals(
                {"text": "Hi", "parts": [1, 2]}, {"text": "Ho", "parts": [1, 2]}, message="The greeting"
            )


@program.example("testing.assert_equals", "true_is_not_one")
async def assert_equals_true_is_not_one(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.assert_equals(True, 1)


@program.example("testing.assert_contains", "text")
async def assert_contains_text(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.assert_contains("Hello Ada", "Ada")


@program.example("testing.assert_contains", "item")
async def assert_contains_item(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.assert_contains([1, 2, {"name": "Ada"}], {"name": {"$regex": "^A"}})


@program.example("testing.assert_contains", "fields")
async def assert_contains_fields(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.assert_contains({"name": "Ada", "born": 1815}, {"born": 1815})


@program.example("testing.assert_contains", "missing")
async def assert_contains_missing(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.assert_contains([1, 2], 3)


@program.example("testing.assert_matches", "nested")
async def assert_matches_nested(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.assert_matches(
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
async def assert_matches_different(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.assert_matches({"text": "No idea."}, {"text": {"$regex": "\\d+ degrees"}})


@program.example("testing.assert_matches", "no_matcher")
async def assert_matches_no_matcher(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.assert_matches(1, {"$around": 1})


@program.example("testing.assert_throws", "fails")
async def assert_throws_fails(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def action() -> Any:
            example.called()
            raise RuntimeError("out of order")

        with example.shown(session):
            example.result(
                await session.testing.assert_throws(
                    action, code="runtime.callback_failed", message={"$contains": "out of order"}
                )
            )


@program.example("testing.assert_throws", "does_not")
async def assert_throws_does_not(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def action() -> Any:
            example.called()
            return 42

        with example.shown(session):
            example.result(await session.testing.assert_throws(action))


@program.example("testing.compare", "fits")
async def compare_fits(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.compare([1, 2], {"$length": 2}))


@program.example("testing.compare", "differences")
async def compare_differences(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.compare(
                    {"name": "Ada", "age": 36, "on": True},
                    {"name": {"$type": "string"}, "age": "36", "of": 1},
                )
            )


@program.example("testing.create_mock", "tool")
async def create_mock_tool(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.create_mock(
                    name="weather",
                    type=MockType.OBJECT,
                    responses=[MockResponse(returns={"temperature": 22})],
                )
            )


@program.example("testing.create_mock", "provider")
async def create_mock_provider(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.create_mock(type=MockType.SERVICE, script=[ScriptStep(text="Hello.")])
            )


@program.example("testing.create_mock", "failing_function")
async def create_mock_failing_function(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.create_mock(
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
async def create_mock_taken(example: Example) -> None:
    """A tool of that name is there already."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.create_mock(name="calculator", type=MockType.OBJECT))


@program.example("testing.create_mock", "unknown_error")
async def create_mock_unknown_error(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.create_mock(
                    name="search",
                    type=MockType.FUNCTION,
                    responses=[MockResponse(fails=MockFailure(code="tool.tired"))],
                )
            )


@program.example("testing.call_mock", "in_order")
async def call_mock_in_order(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_mock(
            name="next", type=MockType.FUNCTION, responses=[MockResponse(returns=1), MockResponse(returns=2)]
        )
        await session.testing.call_mock("next")
        with example.shown(session):
            example.result(await session.testing.call_mock("next"))


@program.example("testing.call_mock", "by_arguments")
async def call_mock_by_arguments(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_mock(
            name="size",
            type=MockType.FUNCTION,
            responses=[
                MockResponse(when=[{"$regex": "^a"}], returns="small", always=True),
                MockResponse(returns="large", always=True),
            ],
        )
        with example.shown(session):
            example.result(await session.testing.call_mock("size", arguments=["bear"]))


@program.example("testing.call_mock", "handler")
async def call_mock_handler(example: Example) -> None:
    """A mock that watches over a function of the program's own."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: list[Any]) -> Any:
            example.called(arguments)
            return 7

        await session.testing.create_mock(name="watched", type=MockType.FUNCTION, handler=handler)
        with example.shown(session):
            example.result(await session.testing.call_mock("watched", arguments=[1, "b"]))


@program.example("testing.call_mock", "nothing_left")
async def call_mock_nothing_left(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_mock(
            name="next", type=MockType.FUNCTION, responses=[MockResponse(returns=1)]
        )
        await session.testing.call_mock("next")
        with example.shown(session):
            example.result(await session.testing.call_mock("next"))


@program.example("testing.get_mock_calls", "tool")
async def get_mock_calls_tool(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_mock(
            name="weather", type=MockType.OBJECT, responses=[MockResponse(returns=22)]
        )
        await session.tool.execute("weather", {"city": "Oslo"})
        with example.shown(session):
            example.result(await session.testing.get_mock_calls("weather"))


@program.example("testing.get_mock_calls", "provider")
async def get_mock_calls_provider(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_mock(
            name="model", type=MockType.SERVICE, model="m", script=[ScriptStep(text="Hello.")]
        )
        agent = await session.agent.create(name="helper", provider="model")
        await agent.run("Hi")
        with example.shown(session):
            example.result(await session.testing.get_mock_calls("model"))


@program.example("testing.get_mock_calls", "unknown")
async def get_mock_calls_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.get_mock_calls("nothing"))


@program.example("testing.list_mocks", "one")
async def list_mocks_one(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_mock(
            name="next",
            type=MockType.FUNCTION,
            responses=[MockResponse(returns=1), MockResponse(returns=2, always=True)],
        )
        with example.shown(session):
            example.result(await session.testing.list_mocks())


@program.example("testing.list_mocks", "none")
async def list_mocks_none(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.list_mocks())


@program.example("testing.verify_mock", "called_with")
async def verify_mock_called_with(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_mock(name="greet", type=MockType.FUNCTION)
        await session.testing.call_mock("greet", arguments=["Ada"])
        await session.testing.call_mock("greet", arguments=["Bob"])
        with example.shown(session):
            await session.testing.verify_mock("greet", times=2, called_with=[{"$regex": "^A"}])


@program.example("testing.verify_mock", "too_often")
async def verify_mock_too_often(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_mock(name="greet", type=MockType.FUNCTION)
        await session.testing.call_mock("greet", arguments=["Ada"])
        await session.testing.call_mock("greet", arguments=["Bob"])
        with example.shown(session):
            await session.testing.verify_mock("greet", times=1)


@program.example("testing.verify_mock", "never_called_so")
async def verify_mock_never_called_so(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_mock(name="greet", type=MockType.FUNCTION)
        await session.testing.call_mock("greet", arguments=["Ada"])
        await session.testing.call_mock("greet", arguments=["Bob"])
        with example.shown(session):
            await session.testing.verify_mock("greet", called_with=["Eve"])


@program.example("testing.verify_mock", "unknown")
async def verify_mock_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.verify_mock("nothing")


@program.example("testing.reset_mock", "again")
async def reset_mock_again(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_mock(
            name="next", type=MockType.FUNCTION, responses=[MockResponse(returns=1)]
        )
        await session.testing.call_mock("next")
        with example.shown(session):
            await session.testing.reset_mock("next")


@program.example("testing.reset_mock", "unknown")
async def reset_mock_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.reset_mock("nothing")


@program.example("testing.remove_mock", "tool")
async def remove_mock_tool(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_mock(name="weather", type=MockType.OBJECT)
        with example.shown(session):
            await session.testing.remove_mock("weather")


@program.example("testing.remove_mock", "unknown")
async def remove_mock_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.remove_mock("nothing")


@program.example("testing.create_fixture", "stored")
async def create_fixture_stored(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.create_fixture(
                    name="stored",
                    values={"key": "city"},
                    setup=[ScenarioStep(call="memory.store", with_={"key": "$key", "value": "Oslo"})],
                    teardown=[ScenarioStep(call="memory.delete", with_={"key": "$key"})],
                )
            )


@program.example("testing.create_fixture", "taken")
async def create_fixture_taken(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_fixture(
            name="stored",
            values={"key": "city"},
            setup=[ScenarioStep(call="memory.store", with_={"key": "$key", "value": "Oslo"})],
            teardown=[ScenarioStep(call="memory.delete", with_={"key": "$key"})],
        )
        with example.shown(session):
            example.result(
                await session.testing.create_fixture(
                    name="stored",
                    values={"key": "city"},
                    setup=[ScenarioStep(call="memory.store", with_={"key": "$key", "value": "Oslo"})],
                    teardown=[ScenarioStep(call="memory.delete", with_={"key": "$key"})],
                )
            )


@program.example("testing.create_fixture", "unknown_function")
async def create_fixture_unknown_function(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.create_fixture(name="bad", setup=[ScenarioStep(call="memory.stare")])
            )


@program.example("testing.setup_fixture", "stored")
async def setup_fixture_stored(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_fixture(
            name="stored",
            values={"key": "city"},
            setup=[ScenarioStep(call="memory.store", with_={"key": "$key", "value": "Oslo"})],
            teardown=[ScenarioStep(call="memory.delete", with_={"key": "$key"})],
        )
        with example.shown(session):
            example.result(await session.testing.setup_fixture("stored"))


@program.example("testing.setup_fixture", "fails")
async def setup_fixture_fails(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_fixture(
            name="bad", setup=[ScenarioStep(call="tool.get", with_={"name": "pears"})]
        )
        with example.shown(session):
            example.result(await session.testing.setup_fixture("bad"))


@program.example("testing.setup_fixture", "unknown")
async def setup_fixture_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.setup_fixture("nothing"))


@program.example("testing.teardown_fixture", "all")
async def teardown_fixture_all(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_fixture(
            name="stored",
            values={"key": "city"},
            setup=[ScenarioStep(call="memory.store", with_={"key": "$key", "value": "Oslo"})],
            teardown=[ScenarioStep(call="memory.delete", with_={"key": "$key"})],
        )
        await session.testing.create_fixture(name="more", needs=["stored"])
        await session.testing.setup_fixture("more")
        with example.shown(session):
            example.result(await session.testing.teardown_fixture())


@program.example("testing.teardown_fixture", "none")
async def teardown_fixture_none(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.teardown_fixture())


@program.example("testing.teardown_fixture", "unknown")
async def teardown_fixture_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.teardown_fixture(fixture="nothing"))


@program.example("testing.list_fixtures", "one")
async def list_fixtures_one(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_fixture(
            name="stored",
            values={"key": "city"},
            setup=[ScenarioStep(call="memory.store", with_={"key": "$key", "value": "Oslo"})],
            teardown=[ScenarioStep(call="memory.delete", with_={"key": "$key"})],
        )
        with example.shown(session):
            example.result(await session.testing.list_fixtures())


@program.example("testing.list_fixtures", "none")
async def list_fixtures_none(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.list_fixtures())


@program.example("testing.start_coverage", "begin")
async def start_coverage_begin(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.start_coverage()


@program.example("testing.stop_coverage", "never_began")
async def stop_coverage_never_began(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.testing.stop_coverage()


@program.example("testing.get_coverage", "event")
async def get_coverage_event(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.start_coverage()
        await session.event.clear()
        await session.event.clear()
        with example.shown(session):
            example.result(await session.testing.get_coverage(bridges=["event"]))


@program.example("testing.get_coverage", "never_began")
async def get_coverage_never_began(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.testing.get_coverage())


@program.example("testing.get_coverage", "unknown_bridge")
async def get_coverage_unknown_bridge(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.start_coverage()
        with example.shown(session):
            example.result(await session.testing.get_coverage(bridges=["evnt"]))


@program.example("testing.merge_coverage", "twice")
async def merge_coverage_twice(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.merge_coverage(
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
                                        covered=0,
                                        total=4,
                                        percent=0.0,
                                        counts={},
                                        missing=["event.invalid_type"],
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
                                        covered=0,
                                        total=4,
                                        percent=0.0,
                                        counts={},
                                        missing=["event.invalid_type"],
                                    ),
                                )
                            ],
                        ),
                    ]
                )
            )


@program.example("testing.merge_coverage", "not_ours")
async def merge_coverage_not_ours(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.testing.merge_coverage(
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
                                        covered=1,
                                        total=1,
                                        percent=100.0,
                                        counts={"kitchen.cook": 1},
                                        missing=[],
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
async def reset_scenarios(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.testing.create_scenario(
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
            await session.testing.reset()


if __name__ == "__main__":
    program.run()
