"""Fixtures, set up and torn down in their order; suites, and their reports."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from llmspell import AsyncSession, Session
from llmspell.testing.errors import AlreadyExists, FixtureFailed, NotFound
from llmspell.testing.types import FixtureScope, Outcome, ReportFormat, ScenarioStep, SuiteReport


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


@pytest.fixture
def said() -> list[str]:
    return []


def say(said: list[str], word: str, fails: bool = False) -> ScenarioStep:
    """A step that says a word, and then may fail."""

    def run(input: dict[str, Any]) -> str:
        said.append(word)
        if fails:
            raise ValueError(f"{word} failed")
        return word

    return ScenarioStep(name=word, run=run)


def fixture(session: Session, said: list[str], name: str, *needs: str, fails: str = "", **more: Any) -> None:
    session.testing.create_fixture(
        name=name,
        needs=list(needs),
        setup=[say(said, f"+{name}", fails == "setup")],
        teardown=[say(said, f"-{name}", fails == "teardown"), say(said, f"-{name}2")],
        **more,
    )


# --- fixtures


def test_in_order_and_back(session: Session, said: list[str]) -> None:
    fixture(session, said, "base")
    fixture(session, said, "one", "base")
    fixture(session, said, "two", "base", "one")
    name = session.testing.create_scenario(fixtures=["two", "one"], steps=[say(said, "step")])
    result = session.testing.run_scenario(name)
    assert result.outcome is Outcome.PASSED
    assert said == ["+base", "+one", "+two", "step", "-two", "-two2", "-one", "-one2", "-base", "-base2"]
    assert [step.fixture for step in result.steps][:4] == ["base", "one", "two", None]


@pytest.mark.parametrize("what", ["step", "setup", "teardown"])
def test_torn_down_whatever_fails(session: Session, said: list[str], what: str) -> None:
    fixture(session, said, "one")
    fixture(session, said, "two", fails=what)
    name = session.testing.create_scenario(fixtures=["one", "two"], steps=[say(said, "step", what == "step")])
    result = session.testing.run_scenario(name)
    assert result.outcome is Outcome.ERROR
    assert said == ["+one", "+two", *(["step"] if what != "setup" else []), "-two", "-two2", "-one", "-one2"]
    reason = {
        "step": "step 1 (step)",
        "setup": "fixture 'two': step 1 (+two)",
        "teardown": "fixture 'two': teardown, step 1",
    }
    assert str(result.reason).startswith(reason[what])


def test_values_and_bound_names(session: Session) -> None:
    session.testing.create_fixture(
        name="base",
        values={"key": "city"},
        setup=[{"call": "memory.store", "with": {"key": "$key", "value": "Oslo"}}],
    )
    session.testing.create_fixture(
        name="read",
        needs=["base"],
        setup=[{"call": "memory.retrieve", "with": {"key": "$key"}, "as": "city"}],
        teardown=[{"call": "memory.delete", "with": {"key": "$key"}}],
    )
    step = {"call": "memory.store", "with": {"key": "copy", "value": "$city"}, "expect": {}}
    result = session.testing.run_scenario(session.testing.create_scenario(fixtures=["read"], steps=[step]))
    assert result.outcome is Outcome.PASSED, result.reason
    assert result.steps[2].arguments == {"key": "copy", "value": "Oslo"}
    assert session.testing.setup_fixture("read") == {"city": "Oslo"}
    assert session.testing.setup_fixture("base") == {"key": "city"}
    assert session.memory.list_keys() == ["city"]
    assert [info.active for info in session.testing.list_fixtures()] == [True, True]
    assert session.testing.teardown_fixture("base") == ["read", "base"]
    assert session.memory.list_keys() == []


def test_mocks_of_a_fixture(session: Session) -> None:
    session.testing.create_fixture(
        name="tools", mocks=[{"name": "weather", "type": "object", "responses": [{"returns": 22}]}]
    )
    session.testing.setup_fixture("tools")
    assert session.tool.execute("weather", {}).value == 22
    assert session.testing.teardown_fixture() == ["tools"]
    assert not session.tool.exists("weather") and session.testing.list_mocks() == []


def test_a_set_up_that_fails_is_cleared_away(session: Session, said: list[str]) -> None:
    fixture(session, said, "bad", fails="setup")
    with pytest.raises(FixtureFailed, match=r"fixture 'bad': step 1 \(\+bad\): runtime.callback_failed"):
        session.testing.setup_fixture("bad")
    assert said == ["+bad", "-bad", "-bad2"]
    assert session.testing.teardown_fixture() == []


def test_all_is_torn_down_and_the_first_failure_told(session: Session, said: list[str]) -> None:
    for name in ("one", "two"):
        fixture(session, said, name, fails="teardown")
        session.testing.setup_fixture(name)
    with pytest.raises(FixtureFailed, match="fixture 'two': teardown"):
        session.testing.teardown_fixture()
    assert said[2:] == ["-two", "-two2", "-one", "-one2"]


def test_fixtures_that_need_each_other(session: Session, said: list[str]) -> None:
    fixture(session, said, "a", "b")
    fixture(session, said, "b", "a")
    with pytest.raises(FixtureFailed, match="it needs itself: a → b → a"):
        session.testing.setup_fixture("a")
    assert said == []
    with pytest.raises(AlreadyExists):
        fixture(session, said, "a")
    result = session.testing.run_scenario(
        session.testing.create_scenario(fixtures=["c"], steps=[say(said, "x")])
    )
    assert result.outcome is Outcome.ERROR and "no fixture 'c'" in str(result.reason)
    assert [step.outcome for step in result.steps] == [Outcome.SKIPPED]


def test_reset(session: Session, said: list[str]) -> None:
    fixture(session, said, "one")
    session.testing.setup_fixture("one")
    session.testing.create_mock(type="object", name="weather")  # type: ignore[arg-type]
    session.testing.create_scenario(steps=[])
    session.testing.start_coverage()
    session.testing.reset()
    assert said == ["+one", "-one", "-one2"]
    assert not session.tool.exists("weather")
    assert session.testing.list_scenarios() == [] and session.testing.list_fixtures() == []


# --- suites


def test_totals_and_the_worst(session: Session, said: list[str]) -> None:
    make = session.testing.create_scenario
    make(name="good", steps=[say(said, "a"), say(said, "b")])
    assert session.testing.run_suite().outcome is Outcome.PASSED
    make(name="wrong", steps=[{"call": "tool.list", "expect": {"result": []}}])
    assert session.testing.run_suite().outcome is Outcome.FAILED
    make(name="broken", steps=[say(said, "c", fails=True), say(said, "d")])
    make(name="later", steps=[], skip="not now")
    report = session.testing.run_suite(name="all")
    assert (report.name, report.outcome) == ("all", Outcome.ERROR)
    totals = report.totals.to_json()
    assert totals == {"scenarios": 4, "passed": 1, "failed": 1, "errors": 1, "skipped": 1, "steps": 4}
    assert session.testing.run_suite(scenarios=[]).outcome is Outcome.SKIPPED


def test_choosing(session: Session) -> None:
    for name, tags in (("a", ["x"]), ("b", ["x", "y"]), ("c", [])):
        session.testing.create_scenario(name=name, tags=tags, steps=[])

    def ran(**options: Any) -> list[str]:
        return [result.scenario for result in session.testing.run_suite(**options).scenarios]

    assert ran() == ["a", "b", "c"]
    assert ran(tags=["x"]) == ["a", "b"]
    assert ran(tags=["x"], exclude_tags=["y"]) == ["a"]
    assert ran(exclude_tags=["x"]) == ["c"]
    assert ran(scenarios=["c", "a", "c"]) == ["c", "a", "c"]
    with pytest.raises(NotFound):
        ran(scenarios=["d"])


def test_stopping_on_the_first_failure(session: Session, said: list[str]) -> None:
    for name, fails in (("a", False), ("b", True), ("c", False)):
        session.testing.create_scenario(name=name, steps=[say(said, name, fails)])
    report = session.testing.run_suite(stop_on_failure=True)
    assert said == ["a", "b"]
    assert [result.outcome for result in report.scenarios] == [Outcome.PASSED, Outcome.ERROR, Outcome.SKIPPED]


@pytest.mark.anyio
@pytest.mark.parametrize("concurrency", [1, 3])
async def test_at_once_but_bounded(concurrency: int) -> None:
    running, most = 0, 0

    async def work(input: dict[str, Any]) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        for _ in range(20):
            await asyncio.sleep(0)
        running -= 1

    async with AsyncSession() as session:
        for number in range(9):
            await session.testing.create_scenario(name=str(number), steps=[ScenarioStep(run=work)])
        report = await session.testing.run_suite(concurrency=concurrency)
        assert most == concurrency
        assert [result.scenario for result in report.scenarios] == [str(number) for number in range(9)]
        assert report.outcome is Outcome.PASSED


@pytest.mark.parametrize("concurrency", [1, 4])
def test_fixtures_of_a_suite_are_set_up_once(session: Session, said: list[str], concurrency: int) -> None:
    fixture(session, said, "base")
    fixture(
        session,
        said,
        "shared",
        "base",
        scope=FixtureScope.SUITE,
        values={"n": 7},
        mocks=[{"name": "weather", "type": "object", "responses": [{"returns": 1, "always": True}]}],
    )
    fixture(session, said, "own")
    for name in ("a", "b", "c"):
        session.testing.create_scenario(
            name=name,
            fixtures=["shared", "own"],
            steps=[
                {
                    "call": "tool.execute",
                    "with": {"name": "weather", "arguments": {"n": "$n"}},
                    "expect": {"mocks": {"weather": {"at_least": 1}}},
                }
            ],
        )
    report = session.testing.run_suite(concurrency=concurrency)
    assert report.outcome is Outcome.PASSED, report.scenarios[0].reason
    assert (
        said.count("+shared") == said.count("-shared") == said.count("+base") == 1 and said.count("+own") == 3
    )
    assert said[-4:] == ["-shared", "-shared2", "-base", "-base2"]
    assert [step.fixture for step in report.fixtures or ()] == [
        "base",
        "shared",
        "shared",
        "shared",
        "base",
        "base",
    ]
    assert report.scenarios[2].mocks[0].calls == 3  # type: ignore[index]


def test_a_fixture_of_a_suite_that_fails(session: Session, said: list[str]) -> None:
    fixture(session, said, "shared", fails="setup", scope=FixtureScope.SUITE)
    for name in ("a", "b"):
        session.testing.create_scenario(name=name, fixtures=["shared"], steps=[say(said, name)])
    session.testing.create_scenario(name="c", steps=[say(said, "c")])
    report = session.testing.run_suite()
    assert [result.outcome for result in report.scenarios] == [Outcome.ERROR, Outcome.ERROR, Outcome.PASSED]
    assert said == ["+shared", "c", "-shared", "-shared2"]


# --- reports


@pytest.fixture
def report(session: Session, said: list[str]) -> SuiteReport:
    session.testing.create_scenario(name="good <&> | # \\", steps=[say(said, "a")])
    session.testing.create_scenario(
        name="wrong", steps=[{"call": "tool.list", "expect": {"result": "```\x00"}}]
    )
    session.testing.create_scenario(name="broken", steps=[{"call": "tool.get", "with": {"name": "pears"}}])
    session.testing.create_scenario(name="later", steps=[], skip="not now")
    return session.testing.run_suite(name="all", coverage=True)


def test_as_json(session: Session, report: SuiteReport) -> None:
    assert json.loads(session.testing.format_report(report, ReportFormat.JSON)) == report.to_json()


def test_as_junit(session: Session, report: SuiteReport) -> None:
    root = ElementTree.fromstring(session.testing.format_report(report, ReportFormat.JUNIT))
    [suite] = root
    for element in (root, suite):
        numbers = [element.get(name) for name in ("name", "tests", "failures", "errors", "skipped")]
        assert numbers == ["all", "4", "1", "1", "1"]
    good, wrong, broken, later = suite.findall("testcase")
    assert good.get("name") == "good <&> | # \\" and len(good) == 0
    [failure], [error], [skipped] = wrong, broken, later
    assert (failure.tag, failure.get("type")) == ("failure", "testing.assertion_failed")
    assert "with: {}" in str(failure.text) and "expected" in str(failure.get("message"))
    assert (error.tag, error.get("type")) == ("error", "tool.not_found")
    assert (skipped.tag, skipped.get("message")) == ("skipped", "not now")


def test_as_markdown(session: Session, report: SuiteReport) -> None:
    text = session.testing.format_report(report, ReportFormat.MARKDOWN)
    assert text.startswith(
        "# all: error\n\n4 scenarios: 1 passed, 1 failed, 1 errors, 1 skipped; 3 steps in "
    )
    assert r"| ✓ | good <&> \| # \\ | 1 |" in text
    assert "````text" in text  # the fence is longer than any inside
    assert "| tool | 2 of " in text


def test_as_tap(session: Session, report: SuiteReport) -> None:
    lines = session.testing.format_report(report, ReportFormat.TAP).splitlines()
    assert lines[:2] == ["TAP version 14", "1..4"]
    assert lines[2].startswith(r"ok 1 - good <&> | \# \\ # time=")
    assert [line.split(" - ")[0] for line in lines if line.startswith("not ok")] == ["not ok 2", "not ok 3"]
    assert lines[-1] == "ok 4 - later # SKIP not now"


words = st.text(max_size=12)


@given(name=words, scenario=words, reason=words)
def test_any_text_can_be_reported(name: str, scenario: str, reason: str) -> None:
    result = {"scenario": scenario, "outcome": "failed", "reason": reason, "duration_ms": 1, "steps": []}
    totals = {"scenarios": 1, "passed": 0, "failed": 1, "errors": 0, "skipped": 0, "steps": 0}
    given = {"name": name, "outcome": "failed", "totals": totals, "duration_ms": 1, "scenarios": [result]}
    with Session() as session:
        report = SuiteReport(**given)
        texts = {format: session.testing.format_report(report, format) for format in ReportFormat}
    ElementTree.fromstring(texts[ReportFormat.JUNIT])
    assert json.loads(texts[ReportFormat.JSON]) == given
    assert [line for line in texts[ReportFormat.TAP].splitlines() if not line.startswith(" ")][2].startswith(
        "not ok 1"
    )


@pytest.mark.parametrize("asked", [1, 2])
def test_a_strict_mock_of_a_suite_is_judged_when_the_suite_is_over(session: Session, asked: int) -> None:
    responses = [{"returns": 1}, {"returns": 2}]
    session.testing.create_fixture(
        name="shared",
        scope=FixtureScope.SUITE,
        mocks=[{"name": "next", "type": "object", "responses": responses, "strict": True}],
    )
    ask = {"call": "tool.execute", "with": {"name": "next", "arguments": {}}}
    for _ in range(asked):
        session.testing.create_scenario(fixtures=["shared"], steps=[ask])
    report = session.testing.run_suite()
    assert {result.outcome for result in report.scenarios} == {Outcome.PASSED}
    if asked == 2:
        assert report.outcome is Outcome.PASSED and report.reason is None
        return
    assert report.outcome is Outcome.ERROR
    reason = "fixture 'mock next': expected all responses to be used, response 2 is left over"
    assert report.reason == reason
    for format in (ReportFormat.MARKDOWN, ReportFormat.TAP, ReportFormat.JSON):
        assert reason in session.testing.format_report(report, format)
