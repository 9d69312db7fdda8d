"""What waits for a subscription: bounds, policies, priorities and order; nothing is lost below the bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from llmspell import Session
from llmspell.event.types import (
    DeliveryOrder,
    EndReason,
    Event,
    OverflowPolicy,
    Priority,
    SubscriptionInfo,
    Type,
)
from llmspell_runtime.event.occurrence import PRIORITIES, Occurrence
from llmspell_runtime.event.queue import EventQueue


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


def burst(session: Session, priorities: Sequence[Priority]) -> None:
    """Emit events while no subscriber's callback can run: within one call, whose own callbacks run at its end."""

    def emit(event: Event) -> None:
        for number, priority in enumerate(priorities):
            session.event.emit("item", {"n": number}, priority=priority)

    starter = session.event.subscribe("go", emit)
    session.event.emit("go", {})
    session.event.unsubscribe(starter)


def info_of(session: Session) -> SubscriptionInfo:
    (info,) = session.event.list_subscriptions()
    return info


LOW, NORMAL, HIGH, CRITICAL = PRIORITIES


@pytest.mark.parametrize(
    ("overflow", "heard"),
    [
        # The callback has the first one already; two may wait.
        (OverflowPolicy.DROP_OLDEST, [0, 4, 5]),
        (OverflowPolicy.DROP_NEWEST, [0, 1, 2]),
        (OverflowPolicy.DROP_LOWEST, [0, 1, 4]),
        (OverflowPolicy.END, [0, 1, 2]),
    ],
)
def test_a_full_queue_follows_its_policy(
    session: Session, overflow: OverflowPolicy, heard: list[int]
) -> None:
    seen: list[int] = []
    session.event.subscribe(
        "item", lambda event: seen.append(event.data["n"]), queue_size=2, overflow=overflow
    )
    burst(session, [NORMAL, CRITICAL, LOW, NORMAL, HIGH, LOW])
    assert seen == heard
    if overflow is OverflowPolicy.END:
        assert session.event.list_subscriptions() == []
    else:
        info = info_of(session)
        assert (info.delivered, info.dropped, info.waiting) == (3, 3, 0)
        assert (info.queue_size, info.overflow) == (2, overflow)


def test_an_ended_subscription_says_so(session: Session) -> None:
    ends: list[dict[str, Any]] = []
    session.event.subscribe("event.subscription_ended", lambda event: ends.append(event.data))
    session.event.subscribe("item", lambda event: None, queue_size=1, overflow=OverflowPolicy.END)
    session.event.subscribe("item", lambda event: None, max_events=2)
    burst(session, [NORMAL] * 5)
    assert [(end["subscription"], end["reason"], end["delivered"], end["dropped"]) for end in ends] == [
        ("subscription_2", EndReason.OVERFLOW, 2, 1),
        ("subscription_3", EndReason.COMPLETED, 2, 0),
    ]


def test_overflow_is_told_once_until_the_queue_is_empty_again(session: Session) -> None:
    told: list[dict[str, Any]] = []
    session.event.subscribe("event.overflow", lambda event: told.append(event.data))
    session.event.subscribe("item", lambda event: None, queue_size=1)
    for _ in range(2):
        burst(session, [NORMAL] * 5)
    assert told == [
        {
            "subscription": "subscription_2",
            "pattern": "item",
            "queue_size": 1,
            "overflow": "drop_oldest",
            "dropped": dropped,
        }
        for dropped in (1, 4)
    ]


def test_an_overflow_that_overflows_tells_no_more(session: Session) -> None:
    seen: list[str] = []
    session.event.subscribe("**", lambda event: seen.append(event.type), queue_size=1)
    burst(session, [NORMAL] * 5)
    assert seen == ["go", "item", "item"]  # the first, which its callback had at once, and the last
    assert info_of(session).dropped == 4  # three items, and the event that told of the first of them


def test_waiting_events_may_go_by_priority(session: Session) -> None:
    seen: list[int] = []
    session.event.subscribe(
        "item", lambda event: seen.append(event.data["n"]), order=DeliveryOrder.PRIORITY, max_events=4
    )
    burst(session, [LOW, NORMAL, LOW, CRITICAL, HIGH, CRITICAL])
    assert seen == [0, 3, 5, 4]


def test_subscribers_of_higher_priority_come_first(session: Session) -> None:
    seen: list[str] = []
    for name, priority in (
        ("a", LOW),
        ("b", NORMAL),
        ("c", CRITICAL),
        ("d", NORMAL),
        ("e", CRITICAL),
        ("f", HIGH),
    ):
        session.event.subscribe("item", lambda event, name=name: seen.append(name), priority=priority)  # type: ignore[misc]
    session.event.emit("item", {})
    assert "".join(seen) == "cefbda"
    assert session.event.list_subscriptions()[0].priority == LOW


def test_below_the_bound_nothing_is_lost(session: Session) -> None:
    seen: list[int] = []
    session.event.subscribe("item", lambda event: seen.append(event.data["n"]))
    burst(session, [NORMAL] * 1001)  # the one that its callback has, and a thousand that wait
    assert seen == list(range(1001))
    assert info_of(session).dropped == 0
    burst(session, [NORMAL] * 1002)
    assert info_of(session).dropped == 1


def test_what_a_subscriber_does_to_its_event_reaches_nobody_else(session: Session) -> None:
    seen: list[Event] = []

    def change(event: Event) -> None:
        event.data["list"].append("changed")
        event.data["more"] = event.type = "changed"

    session.event.record()
    session.event.subscribe("item", change, priority=HIGH)
    session.event.subscribe("item", seen.append)
    given: dict[str, Any] = {"list": [1]}
    session.event.emit("item", given)
    assert [(event.type, event.data) for event in [*seen, *session.event.filter()]] == [
        ("item", {"list": [1]}),
        ("item", {"list": [1]}),
    ]
    assert given == {"list": [1]}


# --- the queue against its plainest definition

priorities = st.sampled_from(PRIORITIES)
steps = st.lists(st.one_of(priorities, st.none()), max_size=40)
"""A priority: an event of it comes. None: the callback takes one."""


@given(steps, st.integers(1, 4), st.sampled_from(DeliveryOrder), st.sampled_from(OverflowPolicy))
def test_the_queue_does_what_it_says(
    steps: list[Priority | None], size: int, order: DeliveryOrder, overflow: OverflowPolicy
) -> None:
    queue = EventQueue(size, order, overflow)
    model: list[tuple[int, int]] = []  # rank and number, as they came
    for number, priority in enumerate(steps):
        if priority is None:
            best = max((rank for rank, _ in model), default=0) if order is DeliveryOrder.PRIORITY else None
            expected = next((item for item in model if best is None or item[0] == best), None)
            taken = queue.take()
            assert (None if taken is None else (taken[0].rank, int(taken[0].id))) == expected
            if expected is not None:
                model.remove(expected)
        else:
            rank = PRIORITIES.index(priority)
            had_room = len(model) < size
            assert queue.put(_occurrence(number, rank), None) is had_room
            model.append((rank, number))
            if not had_room:
                model.remove(_victim(model, overflow))
        assert len(queue) == len(model) <= size


def _victim(model: list[tuple[int, int]], overflow: OverflowPolicy) -> tuple[int, int]:
    if overflow is OverflowPolicy.DROP_OLDEST:
        return model[0]
    if overflow is OverflowPolicy.DROP_LOWEST:
        return min(model)
    return model[-1]


def _occurrence(number: int, rank: int) -> Occurrence:
    return Occurrence(str(number), "item", Type.USER, b"{}", datetime.now(UTC), rank, None, None)
