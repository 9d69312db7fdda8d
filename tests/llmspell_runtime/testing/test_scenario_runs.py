"""Scenarios: steps in a session of their own, what is expected of them, and the report."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from llmspell import AsyncSession, Session
from llmspell.testing.errors import AlreadyExists, InvalidDefinition, InvalidMatcher, NotFound
from llmspell.testing.types import Outcome, ScenarioResult, ScenarioStep, StepResult


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


def run(session: Session, *steps: dict[str, Any], **more: Any) -> ScenarioResult:
    """One scenario of these steps."""
    options = more.pop("options", {})
    return session.testing.run_scenario(session.testing.create_scenario(steps=list(steps), **more), **options)


def only(result: ScenarioResult) -> StepResult:
    [step] = result.steps
    return step


LIST: dict[str, Any] = {"call": "tool.list"}


# --- calls


def test_nothing_leaks(session: Session) -> None:
    store = {"call": "memory.store", "with": {"key": "city", "value": "Oslo"}}
    found = {"call": "memory.list_keys", "expect": {"result": ["city"]}}
    assert run(session, store, found).outcome is Outcome.PASSED
    assert run(session, store, found).outcome is Outcome.PASSED
    assert session.memory.list_keys() == []
    assert session.session.get_info().resources == {} and session.session.get_info().children == 0


def test_names_stand_for_results_at_any_depth(session: Session) -> None:
    result = run(
        session,
        {
            "call": "tool.execute",
            "with": {"name": "calculator", "arguments": {"expression": "$sum"}},
            "as": "r",
        },
        {"call": "memory.store", "with": {"key": "a", "value": {"deep": ["$r.value.result", "$$r", "$"]}}},
        {
            "call": "memory.retrieve",
            "with": {"key": "a"},
            "expect": {"result": {"deep": ["$r.value.result", "$$r", "$"]}},
        },
        variables={"sum": "6 * 7"},
    )
    assert result.outcome is Outcome.PASSED, result.reason
    assert result.steps[2].result == {"deep": [42, "$r", "$"]}


def test_variables_of_a_run_win(session: Session) -> None:
    step = {"call": "memory.store", "with": {"key": "$key", "value": 1}}
    result = run(session, step, variables={"key": "a"}, options={"variables": {"key": "b"}})
    assert only(result).arguments == {"key": "b", "value": 1}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("$nothing", "there is no name '$nothing' (known: $known)"),
        ("$known.x", "there is no 'x' in 7"),
        ({"$callback": {"returns": 1, "fails": {"message": "x"}}}, "a callback is"),
        ({"$mock": "nobody"}, "no mock 'nobody'"),
    ],
)
def test_names_that_stand_for_nothing(session: Session, given: Any, said: str) -> None:
    step = {"call": "memory.store", "with": {"key": "a", "value": given}}
    result = run(session, step, LIST, variables={"known": 7})
    assert result.outcome is Outcome.ERROR and said in str(result.reason)
    assert [step.outcome for step in result.steps] == [Outcome.ERROR, Outcome.SKIPPED]


def test_callbacks_of_a_step(session: Session) -> None:
    tool = {
        "name": "greet",
        "description": "Greets.",
        "handler": {"$callback": {"returns": {"text": "$word"}}},
    }
    broken = {
        "name": "broken",
        "description": "Fails.",
        "handler": {"$callback": {"fails": {"message": "out of order"}}},
    }
    result = run(
        session,
        {"call": "tool.register", "with": {"definition": tool}},
        {"call": "tool.register", "with": {"definition": broken}},
        {
            "call": "tool.execute",
            "with": {"name": "greet", "arguments": {}},
            "expect": {"result": {"$partial": {"value": {"text": "Hei"}}}},
        },
        {
            "call": "tool.execute",
            "with": {"name": "broken", "arguments": {}},
            "expect": {"error": {"message": {"$contains": "out of order"}}},
        },
        variables={"word": "Hei"},
    )
    assert result.outcome is Outcome.PASSED, result.reason


def test_functions_of_the_program(session: Session) -> None:
    seen: list[Any] = []

    def count(input: dict[str, Any]) -> int:
        seen.append(input)
        return len(seen)

    def fail(input: dict[str, Any]) -> None:
        session.tool.get("pears")

    steps = [
        ScenarioStep(run=count, with_={"n": "$n"}, as_="n", expect={"result": 1}),
        ScenarioStep(run=count, with_={"n": "$n"}, expect={"result": {"$gt": 1}}),
        ScenarioStep(name="fails", run=fail, expect={"error": {"code": "tool.not_found"}}),
    ]
    name = session.testing.create_scenario(steps=steps, variables={"n": 0})
    result = session.testing.run_scenario(name)
    assert result.outcome is Outcome.PASSED, result.reason
    assert seen == [{"n": 0}, {"n": 1}]
    assert [step.name for step in result.steps] == ["run", "run", "fails"]


def test_a_stream_is_the_list_of_its_items(session: Session) -> None:
    result = run(
        session,
        {
            "call": "provider.create",
            "with": {"config": {"type": "scripted", "name": "p", "script": [{"chunks": ["He", "llo"]}]}},
            "as": "p",
        },
        {
            "call": "provider.stream",
            "with": {"provider": "$p", "messages": [{"role": "user", "content": "Hi"}]},
            "expect": {
                "result": {"$all_of": [{"$length": 3}, {"$field": {"0.text": "He", "1.text": "llo"}}]}
            },
        },
    )
    assert result.outcome is Outcome.PASSED, result.reason


# --- expectations


def test_an_error_that_nobody_expected(session: Session) -> None:
    result = run(session, {"call": "tool.get", "with": {"name": "pears"}}, LIST)
    assert result.outcome is Outcome.ERROR
    assert str(result.reason).startswith("step 1 (tool.get): tool.not_found: no tool 'pears'")
    assert result.steps[0].error is not None and result.steps[0].error.code == "tool.not_found"
    assert result.steps[1].outcome is Outcome.SKIPPED


@pytest.mark.parametrize(
    ("expect", "path"),
    [
        ({"error": {}}, None),
        ({"error": {"code": "tool.not_found", "fields": {"tool": "pears"}, "recovery": "none"}}, None),
        ({"error": {"code": {"$regex": r"^tool\."}, "message": {"$contains": "pears"}}}, None),
        ({"assertions": [{"type": "throws", "expected": {"code": "tool.not_found"}}]}, None),
        ({"error": {"code": "tool.timed_out"}}, "/error/code"),
        ({"error": {"fields": {"tool": "apples"}}}, "/error/fields/tool"),
        ({"error": {"cause": {"code": "x"}}}, "/error/cause"),
        (
            {"assertions": [{"type": "throws", "path": "fields.tool", "expected": "apples"}]},
            "/error/fields/tool",
        ),
    ],
)
def test_expected_errors(session: Session, expect: Any, path: str | None) -> None:
    result = run(session, {"call": "tool.get", "with": {"name": "pears"}, "expect": expect})
    found = [difference.path for difference in only(result).differences or ()]
    assert found == ([] if path is None else [path])
    assert result.outcome is (Outcome.PASSED if path is None else Outcome.FAILED)


@pytest.mark.parametrize("expect", [{"error": {}}, {"assertions": [{"type": "throws", "expected": {}}]}])
def test_an_error_that_does_not_come(session: Session, expect: Any) -> None:
    result = run(session, {"call": "tool.exists", "with": {"name": "x"}, "expect": expect})
    assert result.outcome is Outcome.FAILED and "expected an error, given the result false" in str(
        result.reason
    )


def test_assertions_of_every_type(session: Session) -> None:
    given = {"name": "Ada", "tags": ["a", "b"], "of": {"$any": True}}
    assertions = [
        {"type": "equals", "path": "of", "expected": {"$any": True}},
        {"type": "contains", "path": "tags", "expected": "b"},
        {"path": "/name", "expected": {"$regex": "^A"}},
        {"type": "matches", "path": "age", "expected": {"$absent": True}},
        {"type": "contains", "path": "tags", "expected": "c", "message": "The third tag"},
        {"type": "equals", "path": "name", "expected": {"$any": True}},
    ]
    step = ScenarioStep(run=lambda input: given, expect={"assertions": assertions})
    result = session.testing.run_scenario(session.testing.create_scenario(steps=[step]))
    told = [(difference.path, difference.message) for difference in only(result).differences or ()]
    assert told == [
        ("/tags", 'The third tag: expected an item that fits "c", given ["a","b"]'),
        ("/name", 'expected {"$any":true}, given "Ada"'),
    ]


CALCULATE = {"call": "tool.execute", "with": {"name": "calculator", "arguments": {"expression": "1"}}}


@pytest.mark.parametrize(
    ("events", "order", "passes"),
    [
        ([{"type": "tool.start"}, {"type": "tool.complete"}], "exact", True),
        ([{"type": "tool.start"}], "exact", False),
        ([{"type": "tool.*"}, {"type": "tool.*"}, {"type": "tool.*"}], "exact", False),
        ([], "exact", False),
        ([{"type": "tool.complete"}], "ordered", True),
        ([{"type": "tool.complete"}, {"type": "tool.start"}], "ordered", False),
        ([{"type": "tool.complete"}, {"type": "tool.start"}], "any", True),
        ([{"type": "**", "times": 2}], "ordered", True),
        ([{"type": "tool.error", "times": 0}], "exact", False),
        ([{"type": "tool.error", "times": 0}], "ordered", True),
        ([{"type": "tool.*", "times": 3}], "ordered", False),
        (
            [
                {
                    "type": "tool.start",
                    "data": {"name": "calculator", "arguments": {"expression": {"$length": 1}}},
                }
            ],
            "any",
            True,
        ),
        ([{"type": "tool.start", "data": {"name": "clock"}}], "any", False),
        ([{"type": "*.st*rt"}], "any", None),
    ],
)
def test_expected_events(session: Session, events: Any, order: str, passes: bool | None) -> None:
    step = {**CALCULATE, "expect": {"events": events, "event_order": order}}
    if passes is None:
        with pytest.raises(InvalidDefinition, match="/steps/0/expect/events/0/type"):
            run(session, step)
        return
    result = run(session, step)
    assert result.outcome is (Outcome.PASSED if passes else Outcome.FAILED), result.reason
    whole = run(session, CALCULATE, expect={"events": events, "event_order": order})
    assert whole.outcome is result.outcome and bool(whole.differences) is not passes


def test_patterns_of_events_take_no_time(session: Session) -> None:
    pattern = ".".join(["**", "a"] * 30)
    emit = {"call": "event.emit", "with": {"type": ".".join("a" * 90), "data": {}}}
    step = {**emit, "expect": {"events": [{"type": pattern + ".b"}]}}
    assert run(session, step).outcome is Outcome.FAILED
    assert run(session, {**emit, "expect": {"events": [{"type": pattern}]}}).outcome is Outcome.PASSED


def test_time_that_a_step_takes(session: Session) -> None:
    result = run(session, {**CALCULATE, "expect": {"within_ms": 0.000001}})
    assert result.outcome is Outcome.FAILED and "expected at most 1e-06 ms" in str(result.reason)
    assert run(session, {**CALCULATE, "expect": {"within_ms": 60_000}}).outcome is Outcome.PASSED


def test_going_on_after_a_failure(session: Session) -> None:
    wrong = {**LIST, "expect": {"result": 1}}
    result = run(session, wrong, {"call": "tool.get", "with": {"name": "x"}}, LIST, continue_on_failure=True)
    assert [step.outcome for step in result.steps] == [Outcome.FAILED, Outcome.ERROR, Outcome.PASSED]
    assert result.outcome is Outcome.FAILED and str(result.reason).startswith("step 1")


def test_secrets_are_not_in_reports(session: Session) -> None:
    config = {"type": "openai", "name": "p", "api_key": "hush-hush", "model": "m"}
    result = run(session, {"call": "provider.create", "with": {"config": config}})
    assert "hush-hush" not in str(result.to_json())
    assert only(result).arguments["config"]["api_key"] == "[redacted]"  # type: ignore[index]


# --- the whole


def test_a_session_that_does_not_end_well(session: Session) -> None:
    config = {"type": "scripted", "name": "p", "script": [{"text": "Nobody asks."}]}
    result = run(session, {"call": "provider.create", "with": {"config": config}})
    assert result.outcome is Outcome.FAILED
    assert str(result.reason).startswith("/session: it did not end as it should: ")


def test_permissions(session: Session) -> None:
    read = {"call": "tool.execute", "with": {"name": "file_read", "arguments": {"path": "/etc/hostname"}}}
    denied = {**read, "expect": {"error": {"code": "runtime.permission_denied"}}}
    assert run(session, denied).outcome is Outcome.PASSED
    result = run(session, read, permissions={"fs.read": ["/etc"]})
    assert result.outcome is Outcome.ERROR and "more than those of the session" in str(result.reason)
    with Session(permissions={"fs.read": ["/etc"]}) as trusted:
        assert run(trusted, denied, permissions={}).outcome is Outcome.PASSED


def test_a_time_limit(session: Session) -> None:
    async def for_ever(input: dict[str, Any]) -> None:
        await asyncio.Event().wait()

    for limits, step, whose in (
        ({"timeout_seconds": 0.02}, {}, " s that were left to its scenario"),
        ({}, {"timeout_seconds": 0.02}, " s"),
    ):
        steps = [ScenarioStep(run=for_ever, **step), ScenarioStep(**LIST)]
        name = session.testing.create_scenario(steps=steps, **limits)
        result = session.testing.run_scenario(name)
        assert result.outcome is Outcome.ERROR
        assert "took longer than the 0.0" in str(result.reason) and str(result.reason).endswith(whose)
        assert result.steps[1].outcome is Outcome.SKIPPED


def test_skipped(session: Session) -> None:
    result = run(session, LIST, skip="not today")
    assert (result.outcome, result.reason, result.steps) == (Outcome.SKIPPED, "not today", [])


def test_events_of_a_run(session: Session) -> None:
    seen: list[Any] = []
    session.event.subscribe("testing.*", lambda event: seen.append((event.type, event.data)))
    run(session, LIST, {**LIST, "expect": {"result": 1}}, name="told")
    assert [type for type, _ in seen] == ["testing.start", "testing.step", "testing.step", "testing.complete"]
    assert seen[0][1] == {"scenario": "told", "steps": 2}
    assert seen[2][1]["outcome"] == "failed" and seen[3][1]["outcome"] == "failed"
    assert seen[3][1]["reason"].startswith("step 2 (tool.list)")


@pytest.mark.anyio
async def test_in_an_asynchronous_session() -> None:
    async def double(input: dict[str, Any]) -> int:
        return int(input["n"]) * 2

    async with AsyncSession() as session:
        steps = [
            ScenarioStep(run=double, with_={"n": 21}, expect={"result": 42}),
            ScenarioStep(run=lambda input: 1, expect={"result": 1}),
            ScenarioStep(**CALCULATE),
        ]
        name = await session.testing.create_scenario(steps=steps)
        result = await session.testing.run_scenario(name)
        assert result.outcome is Outcome.PASSED, result.reason


@pytest.mark.anyio
async def test_a_run_that_is_cancelled_leaves_nothing() -> None:
    began = asyncio.Event()

    async def for_ever(input: dict[str, Any]) -> None:
        began.set()
        await asyncio.Event().wait()

    async with AsyncSession() as session:
        name = await session.testing.create_scenario(steps=[ScenarioStep(run=for_ever)])
        task = asyncio.create_task(session.testing.run_scenario(name))
        await began.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await session.session.get_info()).resources == {}


def test_scenarios_within_scenarios_are_bounded(session: Session) -> None:
    inner: dict[str, Any] = {"name": "x", "steps": [LIST]}
    for _ in range(12):
        inner = {
            "name": "x",
            "steps": [
                {"call": "testing.create_scenario", "with": {"scenario": inner}},
                {
                    "call": "testing.run_scenario",
                    "with": {"scenario": "x"},
                    "expect": {"result": {"$partial": {"outcome": "passed"}}},
                },
            ],
        }
    result = run(session, *inner["steps"])
    assert result.outcome is Outcome.FAILED  # and not for ever


# --- definitions


@pytest.mark.parametrize(
    ("scenario", "path"),
    [
        ({"steps": [{}]}, "/steps/0"),
        ({"steps": [{"call": "tool.list", "run": lambda input: 1}]}, "/steps/0"),
        ({"steps": [{"call": "tool.lst"}]}, "/steps/0/call"),
        ({"steps": [{**LIST, "expect": {"result": 1, "error": {}}}]}, "/steps/0/expect"),
        ({"steps": [], "mocks": [{"type": "function", "script": []}]}, "/mocks/0/script"),
        ({"steps": [], "mocks": [{"type": "service", "responses": []}]}, "/mocks/0/responses"),
        (
            {"steps": [], "mocks": [{"type": "function", "name": "a"}, {"type": "object", "name": "a"}]},
            "/mocks/1/name",
        ),
        (
            {"steps": [], "mocks": [{"type": "function", "responses": [{"returns": 1, "fails": {}}]}]},
            "/mocks/0/responses/0",
        ),
    ],
)
def test_definitions_that_make_no_sense(session: Session, scenario: Any, path: str) -> None:
    with pytest.raises(InvalidDefinition) as raised:
        session.testing.create_scenario(**scenario)
    assert (raised.value.kind, raised.value.path) == ("scenario", path)
    assert session.testing.list_scenarios() == []


def test_matchers_are_checked_when_a_scenario_is_made(session: Session) -> None:
    for expect in (
        {"result": {"a": {"$x": 1}}},
        {"error": {"code": {"$x": 1}}},
        {"assertions": [{"expected": {"$x": 1}}]},
        {"events": [{"type": "a", "data": {"$x": 1}}]},
        {"mocks": {"m": {"called_with": [{"$x": 1}]}}},
    ):
        with pytest.raises(InvalidMatcher):
            session.testing.create_scenario(steps=[{**LIST, "expect": expect}])
    session.testing.create_scenario(
        steps=[{**LIST, "expect": {"result": {"$approx": "$n", "$gt": 1}["$gt"]}}]
    )
    session.testing.create_scenario(
        steps=[
            {
                **LIST,
                "expect": {
                    "result": [{"$approx": "$n"}, {"$regex": "$p"}, {"$all_of": "$l"}, {"$type": "$t"}]
                },
            }
        ]
    )


def test_a_matcher_that_a_name_has_made(session: Session) -> None:
    result = run(session, {**LIST, "expect": {"result": {"$length": "$n"}}}, variables={"n": {"$gt": 3}})
    assert result.outcome is Outcome.PASSED
    result = run(session, {**LIST, "expect": {"result": {"$approx": "$n"}}}, variables={"n": "much"})
    assert result.outcome is Outcome.ERROR and "$approx takes a number" in str(result.reason)


def test_names_are_unique_and_known(session: Session) -> None:
    assert session.testing.create_scenario(steps=[]) == "scenario_1"
    session.testing.create_scenario(name="scenario_2", steps=[])
    assert session.testing.create_scenario(steps=[]) == "scenario_3"
    with pytest.raises(AlreadyExists):
        session.testing.create_scenario(name="scenario_2", steps=[])
    with pytest.raises(NotFound, match="no scenario 'x'; there are 'scenario_1', 'scenario_2', 'scenario_3'"):
        session.testing.run_scenario("x")


def test_deeply_nested_arguments(session: Session) -> None:
    deep: Any = 1
    for _ in range(70):
        deep = [deep]
    with pytest.raises(InvalidDefinition, match="nested deeper than 64"):
        session.testing.create_scenario(steps=[{"call": "memory.store", "with": {"key": "a", "value": deep}}])
