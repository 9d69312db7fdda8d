"""Subscribers that fail, are slow, emit, unsubscribe or cancel: whatever one does, the others hear everything."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from bridge_runtime.errors import CallbackFailed
from bridge_runtime.hosts.javascript import JavaScriptHost
from bridge_runtime.hosts.lua import LuaHost
from bridge_runtime.pump import Home
from bridge_runtime.session import Session as Core
from llmspell import AsyncSession, Session
from llmspell._interface import INTERFACE
from llmspell.event.errors import InvalidExpression
from llmspell.event.types import EndReason, Event, EventCriteria


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


@pytest.fixture
def heard(session: Session) -> list[str]:
    """What a subscriber without any peculiarities hears."""
    found: list[str] = []
    session.event.subscribe("item.**", lambda event: found.append(event.type))
    return found


def emit(session: Session, *names: str) -> list[str]:
    for name in names:
        session.event.emit(f"item.{name}", {})
    return [f"item.{name}" for name in names]


# --- plain functions


def test_failures_in_a_row_end_a_subscription_that_says_so(session: Session, heard: list[str]) -> None:
    ends: list[dict[str, Any]] = []
    outcomes = iter([False, False, True, False, False, False, True])
    calls: list[str] = []

    def unreliable(event: Event) -> None:
        calls.append(event.type)
        if not next(outcomes):
            raise ValueError(f"no {event.type}")

    session.event.subscribe("event.subscription_ended", lambda event: ends.append(event.data))
    session.event.subscribe("item.*", unreliable, max_failures=3)
    assert emit(session, *"abcdefgh") == heard
    assert calls == [f"item.{name}" for name in "abcdef"]
    (end,) = ends
    assert end["reason"] == EndReason.FAILURES
    assert (end["delivered"], end["failed"], end["last_error"]) == (6, 5, "no item.f")
    assert [info.pattern for info in session.event.list_subscriptions()] == [
        "item.**",
        "event.subscription_ended",
    ]


def test_without_a_limit_failures_are_only_counted(session: Session, heard: list[str]) -> None:
    def fail(event: Event) -> None:
        raise CallbackFailed(detail="never")

    session.event.subscribe("item.*", fail)
    assert emit(session, *"abcde" * 20) == heard
    info = session.event.list_subscriptions()[1]
    assert (info.delivered, info.failed, info.last_error) == (100, 100, "never")


def test_a_subscriber_that_unsubscribes_itself_has_no_more(session: Session, heard: list[str]) -> None:
    calls: list[str] = []

    def once(event: Event) -> None:
        calls.append(event.type)
        session.event.unsubscribe(subscription)

    def three(event: Event) -> None:
        emit(session, *"abc")

    subscription = session.event.subscribe("item.*", once)
    session.event.subscribe("go", three)
    session.event.emit("go", {})
    assert calls == ["item.a"]
    assert heard == ["item.a", "item.b", "item.c"]


def test_a_subscriber_that_unsubscribes_another(session: Session, heard: list[str]) -> None:
    calls: list[str] = []
    session.event.subscribe("item.*", lambda event: session.event.unsubscribe(victim), max_events=1)
    victim = session.event.subscribe("item.*", lambda event: calls.append(event.type))
    assert emit(session, "a", "b") == heard
    assert calls == []  # it was given nothing before it was unsubscribed


def test_a_subscriber_that_answers_itself(session: Session, heard: list[str]) -> None:
    def echo(event: Event) -> None:
        if event.type.count(".") < 5:
            session.event.emit(f"{event.type}.again", {})

    session.event.subscribe("item.**", echo)
    emit(session, "a")
    assert heard == ["item.a" + ".again" * times for times in range(5)]


def test_an_interrupt_reaches_the_program_and_nobody_is_forgotten(session: Session, heard: list[str]) -> None:
    def interrupted(event: Event) -> None:
        if event.type == "item.a":
            raise KeyboardInterrupt

    session.event.subscribe("item.*", interrupted)
    with pytest.raises(KeyboardInterrupt):
        emit(session, "a")
    emit(session, "b")
    assert heard == ["item.a", "item.b"]
    info = session.event.list_subscriptions()[1]
    assert (info.delivered, info.failed, info.last_error) == (2, 1, "KeyboardInterrupt")


def test_threads_that_emit_and_subscribe_at_the_same_time(session: Session, heard: list[str]) -> None:
    """Each thread's events come in its order, whoever comes and goes meanwhile."""
    count, names = 100, "abcd"
    barrier = threading.Barrier(len(names))

    def work(name: str) -> None:
        barrier.wait()
        for number in range(count):
            subscription = session.event.subscribe("item.*.*", lambda event: None)
            session.event.emit(f"item.{name}.{number}", {})
            session.event.unsubscribe(subscription)

    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    session.event.emit("item.last", {})
    for name in names:
        own = [type for type in heard if type.startswith(f"item.{name}.")]
        assert own == [f"item.{name}.{number}" for number in range(count)]


def test_those_who_emit_wait_for_no_loops_of_an_expression(session: Session) -> None:
    """Loops are left to ``filter``, which has the time for them."""
    loops = EventCriteria(expression="data.list.exists(n, n > 2)")
    with pytest.raises(InvalidExpression, match=r"event\.filter"):
        session.event.subscribe("**", lambda event: None, criteria=loops)
    with pytest.raises(InvalidExpression, match=r"event\.filter"):
        session.event.record(criteria=loops)
    session.event.record()
    session.event.emit("item.a", {"list": [1, 2, 3]})
    session.event.emit("item.b", {"list": [1, 2]})
    session.event.emit("item.c", {})
    assert [event.type for event in session.event.filter(expression=loops.expression)] == ["item.a"]
    assert session.event.clear(expression=loops.expression) == 1


def test_an_expression_speaks_of_what_events_have(session: Session) -> None:
    with pytest.raises(InvalidExpression, match="an event has no dat; it has type, category, data"):
        session.event.subscribe("**", lambda event: None, criteria={"expression": "dat.bytes > 1000"})
    with pytest.raises(InvalidExpression, match="has no n and no timestamp"):
        session.event.filter(expression="n == 1 || timestamp == null")
    session.event.record()
    session.event.emit("item.a", {"list": [{"n": 1}]}, source="a")
    assert session.event.filter(expression="data.list.exists(n, n.n == 1) && source == 'a' && type != id")


def test_a_recording_costs_nothing_for_what_it_does_not_want(session: Session) -> None:
    session.event.record(criteria=EventCriteria(pattern="tool.*"))
    assert session.core.events.hears("tool.start")
    assert not session.core.events.hears("provider.request")
    session.event.record(criteria=EventCriteria(pattern="provider.*"))
    assert not session.core.events.hears("tool.start")
    session.event.record(False)
    assert not session.core.events.hears("provider.request")


# --- coroutines


@pytest.mark.anyio
async def test_asynchronous_subscribers_that_fail_wait_or_are_cancelled() -> None:
    async with AsyncSession() as session:
        seen: list[str] = []
        all_seen, gate = asyncio.Event(), asyncio.Event()

        async def good(event: Event) -> None:
            seen.append(event.type)
            if event.type == "item.z":
                all_seen.set()

        async def stuck(event: Event) -> None:
            await gate.wait()

        async def failing(event: Event) -> None:
            raise ValueError("no")

        async def cancelled(event: Event) -> None:
            raise asyncio.CancelledError

        for subscriber in (stuck, failing, cancelled, good):
            await session.event.subscribe("item.*", subscriber)
        for name in "abcz":
            await session.event.emit(f"item.{name}", {})
        await asyncio.wait_for(all_seen.wait(), 60)
        assert seen == ["item.a", "item.b", "item.c", "item.z"]
        infos = await session.event.list_subscriptions()
        assert [(info.delivered, info.failed, info.waiting) for info in infos] == [
            (0, 0, 3),
            (4, 4, 0),
            (4, 4, 0),
            (4, 0, 0),
        ]
        assert infos[2].last_error == "CancelledError"


@pytest.mark.anyio
async def test_a_plain_subscriber_of_an_asynchronous_session_blocks_nobody() -> None:
    async with AsyncSession() as session:
        gate, seen = threading.Event(), asyncio.Event()

        def stuck(event: Event) -> None:
            gate.wait()

        async def good(event: Event) -> None:
            seen.set()

        await session.event.subscribe("item", stuck)
        await session.event.subscribe("item", good)
        await session.event.emit("item", {})
        await asyncio.wait_for(seen.wait(), 60)
        gate.set()


# --- foreign hosts


@pytest.fixture
def core() -> Iterator[Core]:
    core = Core(INTERFACE)
    yield core
    core.close()


def test_a_host_that_does_not_call_delays_nobody_and_loses_the_oldest(core: Core) -> None:
    home, seen, foreign = Home(), [], []  # type: ignore[var-annotated]
    callback = core.add_callback(lambda arguments: foreign.append(arguments[0]["type"]), home)
    core.call_json(
        "event.subscribe",
        {"pattern": "item.*", "callback": callback, "options": {"queue_size": 3}},
        home=home,
    )
    own = core.add_callback(lambda arguments: seen.append(arguments[0]["type"]), other := Home())
    core.call_json("event.subscribe", {"pattern": "item.*", "callback": own}, home=other)
    for number in range(10):
        core.call_json("event.emit", {"type": f"item.{number}", "data": {}}, home=other)
    assert seen == [f"item.{number}" for number in range(10)]
    assert foreign == []
    info = core.call_json("event.list_subscriptions", {})[0]
    assert (info["waiting"], info["dropped"], info["delivered"]) == (4, 6, 0)
    core.call_json("event.list_subscriptions", {}, home=home)
    assert foreign == ["item.0", "item.7", "item.8", "item.9"]


LUA = """
local event = require("llmspell").event
local heard, failed = {}, 0
local mine
event.subscribe("item.**", function(found) heard[#heard + 1] = found.type end)
event.subscribe("item.**", function(found) failed = failed + 1; error("not today") end, {max_failures = 2})
event.subscribe("item.*", function(found) event.emit(found.type .. ".again", {}) end)
mine = event.subscribe("item.*", function(found) event.unsubscribe(mine) end)
event.emit("item.a", {})
event.emit("item.b", {})
llmspell = require("llmspell")
llmspell.poll()
local left = event.list_subscriptions()
return {heard = heard, failed = failed, left = #left}
"""

JAVASCRIPT = """
import { event } from "llmspell";
const heard = [];
let failed = 0;
await event.subscribe("item.**", async (found) => { await Promise.resolve(); heard.push(found.type); });
await event.subscribe("item.**", async () => { failed += 1; throw new Error("not today"); }, { max_failures: 2 });
await event.subscribe("item.*", async (found) => { await event.emit(found.type + ".again", {}); });
const mine = await event.subscribe("item.*", async () => { await event.unsubscribe(mine); });
await event.emit("item.a", {});
await event.emit("item.b", {});
let left = await event.listSubscriptions();
while (heard.length < 4) left = await event.listSubscriptions();
export default { heard, failed, left: left.length };
"""


def run_lua(core: Core) -> Any:
    with LuaHost(core) as host:
        return host.run(LUA)


def run_javascript(core: Core) -> Any:
    return JavaScriptHost(core).run(JAVASCRIPT)


@pytest.mark.parametrize("run", [run_lua, run_javascript])
def test_scripts_whose_subscribers_fail_emit_and_unsubscribe(core: Core, run: Callable[[Core], Any]) -> None:
    found = run(core)
    assert sorted(found["heard"]) == ["item.a", "item.a.again", "item.b", "item.b.again"]
    assert [type for type in found["heard"] if "again" not in type] == ["item.a", "item.b"]
    assert (found["failed"], found["left"]) == (2, 2)
