"""Replays: the same events in the same order, as fast as is asked for, to whom it is meant, until they are cancelled."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import CallbackFailed
from event_clock import HandClock
from hypothesis import given, settings
from hypothesis import strategies as st
from llmspell import AsyncSession, Session
from llmspell.event.types import Event, EventCriteria, OverflowPolicy, Priority
from llmspell_runtime.event.service import Events

GRANTS = {"fs.read": ["."], "fs.write": ["."]}
FILE = "events.db"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def session(clock: HandClock) -> Iterator[Session]:
    with Session(permissions=GRANTS, services={"event": lambda core: Events(core, clock.clock())}) as session:
        yield session


def emit(session: Session, clock: HandClock, *gaps: float) -> None:
    """Emit an event after each of these gaps of seconds."""
    for number, gap in enumerate(gaps):
        clock.move(gap)
        session.event.emit("item", {"n": number})


# --- how fast


@pytest.mark.parametrize(
    ("options", "slept"),
    [
        ({}, []),
        ({"speed": 1.0}, [0.5, 60.0, 3600.0]),
        ({"speed": 10.0}, [0.05, 6.0, 360.0]),
        ({"speed": 0.5}, [1.0, 120.0, 7200.0]),
        ({"speed": 1.0, "max_gap_seconds": 30.0}, [0.5, 30.0, 30.0]),
        ({"speed": 10.0, "max_gap_seconds": 30.0}, [0.05, 6.0, 30.0]),
        ({"speed": 1.0, "skip": 3}, [3600.0]),
        ({"speed": 1.0, "limit": 2}, [0.5]),
    ],
)
@pytest.mark.parametrize("path", [None, FILE])
def test_speed(
    session: Session, clock: HandClock, options: dict[str, Any], slept: list[float], path: str | None
) -> None:
    session.event.record(path=path)
    emit(session, clock, 5, 0.5, 0, 60, 3600)
    times: list[Any] = []
    session.event.replay(callback=lambda event: times.append(event.timestamp), path=path, **options)
    assert clock.slept == pytest.approx(slept)
    assert times == sorted(times)


def test_what_a_callback_takes_is_part_of_the_gap(session: Session, clock: HandClock) -> None:
    session.event.record()
    emit(session, clock, 0, 10, 10, 10)
    takes = iter([4, 25, 0, 0])
    session.event.replay(callback=lambda event: clock.move(next(takes)), speed=1.0)
    assert clock.slept == pytest.approx([6.0])  # the second took so long that the next two are late already


def test_a_clock_that_was_set_back_makes_no_gap(session: Session, clock: HandClock) -> None:
    session.event.record()
    emit(session, clock, 0, 10, -3600, 10)
    order: list[int] = []
    session.event.replay(callback=lambda event: order.append(event.data["n"]), speed=1.0)
    assert order == [0, 1, 2, 3]
    assert clock.slept == pytest.approx([10.0, 10.0])


def test_a_range_of_time(session: Session, clock: HandClock) -> None:
    session.event.record(path=FILE)
    begin = clock.time
    emit(session, clock, *[60] * 10)
    seen: list[int] = []
    range = EventCriteria(since=begin + timedelta(minutes=3), until=begin + timedelta(minutes=6))
    assert session.event.replay(range, lambda event: seen.append(event.data["n"]), path=FILE) == 3
    assert seen == [2, 3, 4]


# --- to whom


def test_subscribers_lose_nothing_however_small_their_queues() -> None:
    with Session() as session:
        session.event.record()
        emit(session, HandClock(), *[0] * 3000)
        seen: list[int] = []
        session.event.subscribe("item", lambda event: seen.append(event.data["n"]), queue_size=1)
        assert session.event.replay(wait_seconds=100) == 3000
        session.event.list_subscriptions()
        assert seen == list(range(3000))


@pytest.mark.anyio
async def test_a_stuck_subscriber_stops_no_replay() -> None:
    clock = HandClock()
    async with AsyncSession(services={"event": lambda core: Events(core, clock.clock())}) as session:
        await session.event.record()
        for number in range(20):
            await session.event.emit("item", {"n": number})
        gate, seen = asyncio.Event(), []  # type: ignore[var-annotated]

        async def stuck(event: Event) -> None:
            await gate.wait()

        async def good(event: Event) -> None:
            seen.append(event.data["n"])

        await session.event.subscribe("item", stuck, queue_size=2)
        await session.event.subscribe("item", good, queue_size=2)
        assert await session.event.replay() == 20
        assert (await session.event.list_subscriptions())[0].dropped == 17
        assert clock.slept == [10.0]  # it was waited for once, and not again
        while len(seen) < 20:
            await asyncio.sleep(0)
        assert seen == list(range(20))


def test_a_replay_within_a_subscriber(session: Session, clock: HandClock) -> None:
    """It waits for the very callback that waits for it, and goes on without."""
    session.event.record()
    emit(session, clock, 0, 0, 0)
    session.event.record(False)
    counts: list[int] = []

    def again(event: Event) -> None:
        if not counts:
            counts.append(session.event.replay())

    session.event.subscribe("item", again, queue_size=1, overflow=OverflowPolicy.DROP_NEWEST)
    session.event.emit("item", {})
    assert counts == [3]


def test_failures_of_its_own_callback_end_a_replay(session: Session, clock: HandClock) -> None:
    session.event.record()
    emit(session, clock, 0, 0, 0)
    seen: list[int] = []

    def fail_at_the_second(event: Event) -> None:
        seen.append(event.data["n"])
        if len(seen) == 2:
            raise ValueError("no")

    with pytest.raises(CallbackFailed, match="no"):
        session.event.replay(callback=fail_at_the_second)
    assert seen == [0, 1]
    assert session.event.replay(callback=fail_at_the_second, skip=1) == 2


def test_what_is_kept_back_is_neither_heard_recorded_nor_replayed() -> None:
    """A transform of the bus, such as redaction, changes the data and nothing else."""
    with Session(permissions=GRANTS) as session:
        heard: list[Event] = []
        session.core.events.transform(lambda type, data: {**data, "key": "***"})
        session.event.subscribe("user.*", heard.append)
        for path in (None, FILE):
            session.event.record(path=path)
        session.event.emit(
            "user.came", {"key": "s3cret"}, priority=Priority.HIGH, source="door", correlation_id="c"
        )
        session.event.replay()
        first, again = heard
        assert again == first.model_copy(update={"replayed": True})
        assert (first.data, first.priority, first.source, first.correlation_id) == (
            {"key": "***"},
            Priority.HIGH,
            "door",
            "c",
        )
        assert session.event.filter() == session.event.filter(path=FILE) == [first]


# --- until it is cancelled


@pytest.mark.anyio
@pytest.mark.parametrize("path", [None, FILE])
async def test_a_cancelled_replay_goes_on_where_it_was(path: str | None) -> None:
    async with AsyncSession(permissions=GRANTS) as session:
        await session.event.record(path=path)
        for number in range(1500):
            await session.event.emit("item", {"n": number})
        seen: list[int] = []

        async def pause(event: Event) -> None:
            seen.append(event.data["n"])
            if len(seen) in (1, 700):
                replay.cancel()
                await asyncio.sleep(0)

        while len(seen) < 1500:
            replay = asyncio.create_task(session.event.replay(callback=pause, skip=len(seen), path=path))
            await asyncio.wait([replay])
        assert seen == list(range(1500))


def test_closing_the_session_ends_a_replay() -> None:
    session = Session()
    session.event.record()
    session.event.emit("item", {})
    session.event.emit("item", {})
    began = threading.Event()

    def close() -> None:
        began.wait()
        session.close()

    closer = threading.Thread(target=close)
    closer.start()
    with pytest.raises(Exception, match="closed"):
        session.event.replay(callback=lambda event: began.set(), speed=1e-9)
    closer.join()


# --- the law: what was recorded comes back

names = st.sampled_from(["a", "b", "c"])
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=5,
)
emitted = st.fixed_dictionaries(
    {
        "type": st.lists(names, min_size=1, max_size=3).map(".".join),
        "data": st.dictionaries(names, json_values, max_size=3),
    },
    optional={
        "priority": st.sampled_from(Priority),
        "source": st.text(st.characters(codec="utf-8"), max_size=3),
        "correlation_id": st.text(st.characters(codec="utf-8"), min_size=1, max_size=3),
    },
)


@settings(deadline=None, max_examples=30)
@given(st.lists(emitted, max_size=10), st.integers(0, 10))
def test_a_replay_of_a_recording_is_what_was_heard(events: list[dict[str, Any]], start: int) -> None:
    Path(FILE).unlink(missing_ok=True)
    heard: list[Event] = []
    with Session(permissions=GRANTS) as session:
        subscription = session.event.subscribe("**", heard.append)
        session.event.record()
        session.event.record(path=FILE)
        for event in events:
            session.event.emit(**event)
        session.event.unsubscribe(subscription)
        expected = [event.model_copy(update={"replayed": True}) for event in heard]
        from_memory: list[Event] = []
        session.event.replay(callback=from_memory.append)
        spread: list[Event] = []
        session.event.subscribe("**", spread.append)
        session.event.replay(skip=start)
    with Session(permissions=GRANTS) as later:
        from_file: list[Event] = []
        later.event.replay(callback=from_file.append, path=FILE)
    assert from_memory == from_file == expected
    assert spread == expected[start:]
    assert [(event.type, event.data) for event in heard] == [
        (event["type"], event["data"]) for event in events
    ]
