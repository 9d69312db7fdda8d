"""The event service through sessions: order, failures kept apart, criteria, recordings."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError, InvalidArgument
from llmspell import AsyncSession, Session
from llmspell.event.constants import Limit
from llmspell.event.errors import DataTooLarge, InvalidType, ReservedType, SubscriptionNotFound
from llmspell.event.types import Event, EventCriteria, Priority, Type


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


# --- subscriptions


def test_events_come_one_by_one_and_in_order(session: Session) -> None:
    seen: list[Any] = []
    session.event.subscribe("user.*", lambda event: seen.append(event.data["n"]))
    for number in range(100):
        session.event.emit("user.count", {"n": number})
    assert seen == list(range(100))


def test_what_an_event_carries(session: Session) -> None:
    seen: list[Event] = []
    session.event.subscribe("**", seen.append)
    before = datetime.now(UTC)
    id = session.event.emit(
        "user.left", {"name": "Ada"}, priority=Priority.HIGH, source="door", correlation_id="c1"
    )
    event = seen[0]
    assert (event.id, event.type, event.category) == (id, "user.left", Type.USER)
    assert (event.priority, event.source, event.correlation_id) == (Priority.HIGH, "door", "c1")
    assert before <= event.timestamp <= datetime.now(UTC)
    assert "replayed" not in event.model_fields_set


def test_events_of_the_runtime_have_their_origin(session: Session) -> None:
    seen: list[Event] = []
    session.event.subscribe("tool.*", seen.append)
    with pytest.raises(BridgeError):
        session.tool.execute("calculator", {"expression": "1/0"})
    assert [(event.type, event.category, event.priority) for event in seen] == [
        ("tool.start", Type.TOOL, Priority.NORMAL),
        ("tool.error", Type.TOOL, Priority.HIGH),
    ]
    assert seen[0].id != seen[1].id


def test_every_subscriber_sees_the_same_event(session: Session) -> None:
    seen: list[Event] = []
    session.event.subscribe("user.*", seen.append)
    session.event.subscribe("*.left", seen.append)
    session.event.subscribe("**", seen.append)
    session.event.emit("user.left", {})
    assert len(seen) == 3 and seen[0] == seen[1] == seen[2]


@pytest.mark.parametrize(
    ("pattern", "heard"),
    [
        ("user.left", ["user.left"]),
        ("user.*", ["user.left"]),
        ("user.**", ["user", "user.left", "user.left.early"]),
        ("*.left", ["user.left", "guest.left"]),
        ("**.early", ["user.left.early"]),
        ("**", ["user", "user.left", "user.left.early", "guest.left"]),
    ],
)
def test_patterns(session: Session, pattern: str, heard: list[str]) -> None:
    seen: list[str] = []
    session.event.subscribe(pattern, lambda event: seen.append(event.type))
    for type in ("user", "user.left", "user.left.early", "guest.left"):
        session.event.emit(type, {})
    assert seen == heard


def test_a_failing_subscriber_is_logged_once_until_it_succeeds(
    session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(event: Event) -> None:
        if event.data.get("fails"):
            raise RuntimeError("not today")

    session.event.subscribe("user.*", fail)
    for fails in (True, True, False, True):
        session.event.emit("user.a", {"fails": fails})
    assert caplog.messages == ["the callback of subscription_1 to 'user.*' failed: not today"] * 2


def test_a_failing_subscriber_harms_nobody(session: Session) -> None:
    seen: list[str] = []

    def fail(event: Event) -> None:
        raise RuntimeError("not today")

    session.event.subscribe("**", fail)
    session.event.subscribe("**", lambda event: seen.append(event.type))
    session.event.emit("user.a", {})
    session.event.emit("user.b", {})
    assert seen == ["user.a", "user.b"]
    failing, good = session.event.list_subscriptions()
    assert (failing.delivered, failing.failed, failing.last_error) == (2, 2, "not today")
    assert (good.delivered, good.failed) == (2, 0)
    assert "last_error" not in good.model_fields_set


async def _slow_and_quick() -> tuple[list[int], list[int], Any]:
    async with AsyncSession() as session:
        slow: list[int] = []
        quick: list[int] = []
        gate, had_all = asyncio.Event(), asyncio.Event()

        async def slowly(event: Event) -> None:
            await gate.wait()
            slow.append(event.data["n"])
            if event.data["n"] == 1199:
                had_all.set()

        async def quickly(event: Event) -> None:
            quick.append(event.data["n"])
            if event.data["n"] == 1199:
                gate.set()

        await session.event.subscribe("user.*", slowly)
        await session.event.subscribe("user.*", quickly)
        for number in range(1200):
            await session.event.emit("user.count", {"n": number})
            if number % 100 == 0:
                await asyncio.sleep(0)
        await asyncio.wait_for(had_all.wait(), 60)
        return slow, quick, (await session.event.list_subscriptions())[0]


def test_a_slow_subscriber_delays_nobody_and_loses_the_oldest() -> None:
    slow, quick, info = asyncio.run(_slow_and_quick())
    assert quick[-1] == 1199
    assert slow[-1000:] == list(range(200, 1200))
    assert info.dropped == 1200 - len(slow) > 0


def test_a_subscriber_may_emit_and_subscribe(session: Session) -> None:
    seen: list[str] = []

    def answer(event: Event) -> None:
        session.event.emit("answer.given", event.data)
        session.event.subscribe("later.*", lambda event: seen.append(f"new {event.type}"))

    session.event.subscribe("question.*", answer)
    session.event.subscribe("answer.*", lambda event: seen.append(event.type))
    session.event.emit("question.asked", {})
    session.event.emit("later.on", {})
    assert seen == ["answer.given", "new later.on"]


def test_unsubscribing(session: Session) -> None:
    seen: list[str] = []
    subscription = session.event.subscribe("**", lambda event: seen.append(event.type))
    session.event.emit("user.a", {})
    session.event.unsubscribe(subscription)
    session.event.emit("user.b", {})
    assert seen == ["user.a"]
    assert session.event.list_subscriptions() == []
    with pytest.raises(SubscriptionNotFound, match=r"event\.subscribe makes one"):
        session.event.unsubscribe(subscription)


def test_a_subscription_with_an_end(session: Session) -> None:
    seen: list[str] = []
    session.event.subscribe("**", lambda event: seen.append(event.type), max_events=2)
    for type in ("user.a", "user.b", "user.c"):
        session.event.emit(type, {})
    assert seen == ["user.a", "user.b"]
    assert session.event.list_subscriptions() == []


def test_criteria_of_a_subscription(session: Session) -> None:
    seen: list[str] = []
    criteria = EventCriteria(min_priority=Priority.HIGH, data={"disk.name": "sda"})
    session.event.subscribe("**", lambda event: seen.append(event.type), criteria=criteria)
    session.event.emit("disk.full", {"disk": {"name": "sda"}}, priority=Priority.CRITICAL)
    session.event.emit("disk.busy", {"disk": {"name": "sda"}})
    session.event.emit("disk.gone", {"disk": {"name": "sdb"}}, priority=Priority.HIGH)
    assert seen == ["disk.full"]


def test_sessions_hear_nothing_of_each_other(session: Session) -> None:
    seen: list[Event] = []
    session.event.subscribe("**", seen.append)
    session.session.open().event.emit("user.a", {})
    with Session() as other:
        other.event.emit("user.b", {})
    assert seen == []


def test_emitting_from_many_threads(session: Session) -> None:
    ids: list[str] = []
    session.event.record()

    def emit() -> None:
        for _ in range(200):
            ids.append(session.event.emit("user.count", {}))

    threads = [threading.Thread(target=emit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(ids)) == 800
    assert {event.id for event in session.event.filter()} == set(ids)


# --- what is refused


@pytest.mark.parametrize("type", ["a..b", ".a", "a.", "a b", "a.*", "ä", "a\n"])
def test_types_that_are_none(session: Session, type: str) -> None:
    with pytest.raises(InvalidType):
        session.event.emit(type, {})


@pytest.mark.parametrize("pattern", ["a..b", "a*", "***", "a.b*", "a b"])
def test_patterns_that_are_none(session: Session, pattern: str) -> None:
    with pytest.raises(InvalidType):
        session.event.subscribe(pattern, lambda event: None)
    with pytest.raises(InvalidType):
        session.event.filter(pattern=pattern)


def test_only_the_runtime_emits_its_events(session: Session) -> None:
    for type in ("tool.start", "memory.evict"):
        with pytest.raises(ReservedType):
            session.event.emit(type, {})
    session.event.emit("tool.mine", {})
    session.event.emit("runtime.mine", {})


def test_data_has_a_limit(session: Session) -> None:
    with pytest.raises(DataTooLarge, match="1048576 are allowed"):
        session.event.emit("user.a", {"text": "x" * 1_048_576})


@pytest.mark.parametrize("depth", [100, 200])
def test_deep_data_is_heard_and_found_again(session: Session, depth: int) -> None:
    data: dict[str, Any] = {}
    for _ in range(depth):
        data = {"a": data}
    heard: list[Event] = []
    session.event.subscribe("**", heard.append)
    session.event.record()
    session.event.emit("user.deep", data)
    assert heard[0].data == data
    assert session.event.filter(data={"a.a": data["a"]["a"]})[0].data == data


def test_data_nested_too_deeply_is_refused(session: Session) -> None:
    data: dict[str, Any] = {}
    for _ in range(201):
        data = {"a": data}
    with pytest.raises(InvalidArgument, match="nested"):
        session.event.emit("user.deep", data)


def test_what_is_no_number_is_refused(session: Session) -> None:
    """A host in this process may hand over an infinity; recorded, it would keep everything else from being read."""
    session.event.record()
    with pytest.raises(InvalidArgument, match="Infinity is not JSON"):
        session.core.call_json("event.emit", {"type": "user.a", "data": {"x": float("inf")}})
    session.event.emit("user.a", {"x": "Infinity"})
    assert [event.data for event in session.event.filter()] == [{"x": "Infinity"}]


# --- recordings


def test_a_recording_is_bounded_in_bytes(session: Session) -> None:
    session.event.record()
    data = {"text": "é" * (Limit.DATA_BYTES // 2 - 20)}
    fitting = Limit.RECORDED_BYTES // Limit.DATA_BYTES
    for _ in range(fitting + 2):
        session.event.emit("user.large", data)
    info = session.event.list_recordings()[0]
    assert (info.events, info.dropped) == (fitting, 2)
    assert session.event.clear() == fitting
    session.event.emit("user.large", data)
    assert session.event.list_recordings()[0].events == 1


def test_a_recording_is_bounded(session: Session) -> None:
    session.event.record(max_events=3)
    for number in range(5):
        session.event.emit("user.count", {"n": number})
    assert [event.data["n"] for event in session.event.filter()] == [2, 3, 4]
    info = session.event.record(False)
    assert (info.recording, info.events, info.dropped, info.max_events) == (False, 3, 2, 3)
    session.event.emit("user.count", {"n": 5})
    assert len(session.event.filter()) == 3
    assert session.event.record(max_events=2).events == 2


def test_what_was_recorded_does_not_change(session: Session) -> None:
    session.event.record()
    data = {"list": [1]}
    session.event.emit("user.a", data)
    data["list"].append(2)
    session.event.filter()[0].data["list"].append(3)
    assert session.event.filter()[0].data == {"list": [1]}


def test_criteria(session: Session) -> None:
    session.event.record()
    session.event.emit("user.a", {"n": 1, "deep": {"list": [{"x": None}]}}, source="one")
    session.event.emit("user.b", {"n": True}, source="two", correlation_id="c")
    session.event.emit("guest.a", {"n": 1.0, "dotted.name": "x"}, priority=Priority.LOW)

    def found(**criteria: Any) -> list[str]:
        return [event.type for event in session.event.filter(**criteria)]

    assert found(pattern="user.*") == ["user.a", "user.b"]
    assert found(source="two") == found(correlation_id="c") == ["user.b"]
    assert found(category=Type.USER, min_priority=Priority.NORMAL) == ["user.a", "user.b"]
    assert found(data={"n": 1}) == ["user.a", "guest.a"]
    assert found(data={"deep.list.0.x": None}) == ["user.a"]
    assert found(data={"dotted.name": "x"}) == ["guest.a"]
    assert found(data={"missing": None}) == []
    hour = timedelta(hours=1)
    assert found(since=datetime.now(UTC) - hour) == ["user.a", "user.b", "guest.a"]
    assert found(until=datetime.now(UTC) - hour) == []
    assert [event.type for event in session.event.filter(limit=2)] == ["user.b", "guest.a"]
    assert session.event.clear(source="one") == 1
    assert session.event.clear() == 2


def test_replay_to_subscribers(session: Session) -> None:
    session.event.record()
    session.event.emit("user.a", {"n": 1}, source="s", correlation_id="c", priority=Priority.LOW)
    recorded = session.event.filter()[0]
    seen: list[Event] = []
    session.event.subscribe("user.*", seen.append)
    assert session.event.replay() == 1
    assert seen == [recorded.model_copy(update={"replayed": True})]
    assert len(session.event.filter()) == 1


def test_replay_to_a_callback_only(session: Session) -> None:
    session.event.record()
    for number in range(3):
        session.event.emit("user.count", {"n": number})
    others: list[Event] = []
    seen: list[Any] = []
    session.event.subscribe("**", others.append)
    assert (
        session.event.replay(
            EventCriteria(pattern="user.*"), lambda event: seen.append((event.data["n"], event.replayed))
        )
        == 3
    )
    assert seen == [(0, True), (1, True), (2, True)]
    assert others == []


def test_events_of_the_runtime_can_be_recorded_and_replayed(session: Session) -> None:
    session.event.record(criteria=EventCriteria(pattern="tool.*"))
    session.tool.execute("calculator", {"expression": "1 + 1"})
    seen: list[str] = []
    session.event.subscribe("tool.*", lambda event: seen.append(event.type))
    assert session.event.replay() == 2
    assert seen == ["tool.start", "tool.complete"]
