"""Coverage of the interface: counted from when it is asked for, in sessions within sessions, from every surface."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from bridge_runtime.hosts.javascript import JavaScriptHost
from bridge_runtime.hosts.lua import LuaHost
from bridge_runtime.native import Native
from bridge_runtime.way import Direct
from llmspell import AsyncSession, Session
from llmspell._interface import INTERFACE
from llmspell.testing.errors import CoverageOff, InvalidCoverage
from llmspell.testing.types import CoverageReport


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


def counts(session: Session, kind: str, *bridges: str) -> dict[str, int]:
    report = session.testing.get_coverage(bridges=list(bridges) or None)
    return {name: n for bridge in report.bridges for name, n in getattr(bridge, kind).counts.items()}


def test_nothing_is_in_the_way_until_it_is_asked_for(session: Session) -> None:
    core = session.core

    def way() -> Any:
        return core.waist._way(INTERFACE.function("tool.exists"), json=True).proceed

    session.tool.exists("x")
    bare = type(way())
    assert bare is Direct and core.events._quiet and core.watchers == []
    session.testing.start_coverage()
    assert type(way()) is not bare and not core.events._quiet
    session.testing.stop_coverage()
    assert type(way()) is bare and core.events._quiet and core.watchers == []
    with pytest.raises(CoverageOff):
        Session().testing.get_coverage()


def test_functions_events_and_errors(session: Session) -> None:
    session.tool.exists("before")
    session.testing.start_coverage()
    session.tool.exists("calculator")
    session.tool.exists("calculator")
    with pytest.raises(BridgeError):
        session.tool.execute("calculator", {"expression": "1/0"})
    with pytest.raises(BridgeError):
        session.core.call("agent.get_info", {"agent": "agent_9"})
    session.event.emit("user.left", {})
    assert counts(session, "functions", "tool", "event", "agent") == {
        "tool.exists": 2,
        "tool.execute": 1,
        "event.emit": 1,
    }
    assert counts(session, "events") == {"tool.start": 1, "tool.error": 1}
    assert counts(session, "errors") == {"tool.bad_expression": 1, "agent.not_found": 1}


def test_totals_and_what_is_missing(session: Session) -> None:
    session.testing.start_coverage()
    session.memory.store("key", 1)
    report = session.testing.get_coverage(bridges=["memory"])
    [memory] = report.bridges
    functions = [function.name for function in INTERFACE.bridge("memory").functions.values()]
    assert memory.functions.counts == {"memory.store": 1}
    assert memory.functions.missing == [name for name in functions if name != "memory.store"]
    assert (memory.functions.covered, memory.functions.total) == (1, len(functions))
    assert memory.functions.percent == round(100 / len(functions), 1)
    assert report.functions.to_json() == {
        "covered": 1,
        "total": len(functions),
        "percent": memory.functions.percent,
    }
    whole = session.testing.get_coverage()
    assert whole.functions.total == sum(len(INTERFACE.bridge(name).functions) for name in INTERFACE.modules)
    assert whole.recording and whole.sessions == 1


def test_sessions_within(session: Session) -> None:
    before = session.session.open()
    session.testing.start_coverage()
    after = session.session.open()
    deep = after.session.open()
    for child in (before, after, deep):
        child.tool.exists("x")
    assert counts(session, "functions", "tool") == {"tool.exists": 3}
    assert session.testing.get_coverage().sessions == 4
    session.testing.stop_coverage()
    deep.tool.exists("x")
    assert counts(session, "functions", "tool") == {"tool.exists": 3}
    session.testing.start_coverage()
    deep.tool.exists("x")
    assert counts(session, "functions", "tool") == {"tool.exists": 4}


def test_a_session_counts_what_is_within_it_only(session: Session) -> None:
    child = session.session.open()
    child.testing.start_coverage()
    session.tool.exists("x")
    child.tool.exists("x")
    assert counts(child, "functions", "tool") == {"tool.exists": 1}
    with pytest.raises(CoverageOff):
        session.testing.get_coverage()


def test_scenarios_are_counted(session: Session) -> None:
    session.testing.create_scenario(
        steps=[{"call": "tool.execute", "with": {"name": "calculator", "arguments": {"expression": "1"}}}]
    )
    report = session.testing.run_suite(coverage=True)
    assert report.coverage is not None and not report.coverage.recording
    [tool] = [bridge for bridge in report.coverage.bridges if bridge.bridge == "tool"]
    assert tool.functions.counts == {"tool.execute": 1}
    assert tool.events.counts == {"tool.start": 1, "tool.complete": 1}
    with pytest.raises(CoverageOff):
        session.testing.get_coverage()


def test_from_every_host() -> None:
    with Session() as session:
        session.testing.start_coverage()
        with LuaHost(session) as host:
            host.run('local l = require("llmspell"); l.tool.exists("a"); return pcall(l.tool.get, "pears")')
        JavaScriptHost(session.core).run(
            'import l from "llmspell"; await l.tool.exists("b"); await l.memory.listKeys();'
        )
        native = Native(session.core)
        native.call("tool.exists", {"name": "c"})
        assert native.wait(
            native.start("tool.execute", {"name": "calculator", "arguments": {"expression": "1"}})
        )
        session.core.waist.trusted(native.home)["tool.exists"]("d")
        found = counts(session, "functions", "tool", "memory")
        assert found == {"tool.exists": 4, "tool.get": 1, "tool.execute": 1, "memory.list_keys": 1}
        assert counts(session, "errors") == {"tool.not_found": 1}


@pytest.mark.anyio
async def test_in_an_asynchronous_session() -> None:
    async with AsyncSession() as session:
        await session.testing.start_coverage()
        provider = await session.provider.create(type="scripted", name="p", script=[{"text": "x"}])  # type: ignore[arg-type]
        async for _ in provider.stream([{"role": "user", "content": "Hi"}]):  # type: ignore[list-item]
            pass
        report = await session.testing.get_coverage(bridges=["provider"])
        assert report.bridges[0].functions.counts == {"provider.create": 1, "provider.stream": 1}


def test_an_error_is_counted_once(session: Session) -> None:
    session.testing.start_coverage()
    for _ in range(2):
        with contextlib.suppress(BridgeError):
            session.testing.setup_fixture("nothing")
    session.session.batch([{"function": "tool.get", "arguments": {"name": "pears"}}])  # type: ignore[list-item]
    assert counts(session, "functions", "session", "tool") == {"session.batch": 1, "tool.get": 1}
    assert counts(session, "errors") == {"testing.not_found": 2, "tool.not_found": 1}


def test_closed_sessions_are_let_go(session: Session) -> None:
    import gc
    import weakref

    session.testing.start_coverage()
    child = session.session.open()
    child.tool.exists("x")
    gone = weakref.ref(child.core)
    child.close()
    del child
    gc.collect()
    assert gone() is None
    assert counts(session, "functions", "tool") == {"tool.exists": 1}


# --- merging


def one(session: Session, *names: str) -> CoverageReport:
    with Session() as other:
        other.testing.start_coverage()
        for name in names:
            other.tool.exists(name)
        return other.testing.get_coverage(bridges=["tool"])


def test_merging_adds(session: Session) -> None:
    first, second = one(session, "a"), one(session, "b", "c")
    merged = session.testing.merge_coverage([first, second])
    assert merged.bridges[0].functions.counts == {"tool.exists": 3}
    assert merged.sessions == 2 and not merged.recording
    again = session.testing.merge_coverage([second, first])
    assert again == merged
    assert session.testing.merge_coverage([merged]).bridges == merged.bridges


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda report: report["bridges"][0].update(bridge="kitchen"), "no module 'kitchen'"),
        (
            lambda report: report["bridges"][0]["functions"]["counts"].update({"tool.fly": 1}),
            "no function 'tool.fly'",
        ),
        (
            lambda report: report["bridges"][0]["events"]["counts"].update({"agent.start": 1}),
            "no event 'agent.start'",
        ),
        (
            lambda report: report["bridges"][0]["errors"]["counts"].update({"tool.not_found": -1}),
            "a count of -1",
        ),
    ],
)
def test_reports_of_something_else(session: Session, change: Any, said: str) -> None:
    report = one(session, "a").to_json()
    change(report)
    with pytest.raises(InvalidCoverage, match=said):
        session.testing.merge_coverage([CoverageReport(**report)])
