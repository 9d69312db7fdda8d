"""The bus finds exactly what the definition of patterns says, in order, whoever fails."""

from __future__ import annotations

from typing import Any

import pytest
from bridge_runtime.errors import InvalidArgument
from bridge_runtime.events import Event, EventBus, Subscription, matches
from hypothesis import given
from hypothesis import strategies as st

names = st.sampled_from("abc")
types = st.lists(names, min_size=1, max_size=4).map(".".join)
patterns = st.lists(names | st.sampled_from(["*", "**"]), min_size=1, max_size=4).map(".".join)


@given(st.lists(patterns, max_size=8), types)
def test_the_trie_finds_what_the_definition_says(subscribed: list[str], type: str) -> None:
    bus = EventBus()
    heard: list[int] = []
    for number, pattern in enumerate(subscribed):
        bus.subscribe(pattern, lambda event, number=number: heard.append(number))  # type: ignore[misc]
    bus.emit(type, {})
    assert heard == [number for number, pattern in enumerate(subscribed) if matches(pattern, type)]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5), patterns), max_size=20), types)
def test_cancelled_subscriptions_hear_nothing(steps: list[tuple[bool, int, str]], type: str) -> None:
    bus = EventBus()
    heard: list[object] = []
    live: list[Subscription] = []
    for adds, index, pattern in steps:
        if adds or not live:
            live.append(bus.subscribe(pattern, lambda event: heard.append(event)))
        else:
            live.pop(index % len(live)).cancel()
    bus.emit(type, {})
    assert len(heard) == sum(matches(subscription.pattern, type) for subscription in live)
    assert len(bus) == len(live)
    for subscription in live:
        subscription.cancel()
        subscription.cancel()
    assert not bus.hears(type)
    assert bus._root.children == {}


@pytest.mark.parametrize(
    ("pattern", "hears", "hears_not"),
    [
        ("tool.*", ["tool.start"], ["tool", "tool.call.start", "tools.start"]),
        ("tool.**", ["tool", "tool.start", "tool.call.start"], ["tools"]),
        ("*", ["tool", "tool.start"], []),
        ("**.start", ["start", "tool.start", "tool.call.start"], ["tool.stop"]),
        ("*.start", ["tool.start"], ["start", "tool.call.start"]),
    ],
)
def test_patterns(pattern: str, hears: list[str], hears_not: list[str]) -> None:
    bus = EventBus()
    bus.subscribe(pattern, lambda event: None)
    assert [type for type in hears + hears_not if bus.hears(type)] == hears


@pytest.mark.parametrize("pattern", ["", ".", "a.", "a*", "a..b", "***"])
def test_a_bad_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(InvalidArgument, match="pattern"):
        EventBus().subscribe(pattern, lambda event: None)


def test_a_failing_subscriber_harms_nobody(caplog: pytest.LogCaptureFixture) -> None:
    bus = EventBus()
    heard: list[Event[Any]] = []

    def fail(event: Event[Any]) -> None:
        raise ValueError("no")

    failing = bus.subscribe("a", fail)
    bus.subscribe("a", heard.append)
    bus.emit("a", {"n": 1})
    bus.emit("a", {"n": 2})
    assert [event.data["n"] for event in heard] == [1, 2]
    assert (failing.failures, bus.failures) == (2, 2)
    assert "no" in caplog.text


def test_a_subscriber_may_unsubscribe_itself_and_others() -> None:
    bus = EventBus()
    heard: list[str] = []

    def first(event: Event[Any]) -> None:
        heard.append("first")
        one.cancel()
        two.cancel()

    one = bus.subscribe("a", first)
    two = bus.subscribe("a", lambda event: heard.append("second"))
    bus.emit("a", {})
    bus.emit("a", {})
    assert heard == ["first"]


def test_recording_keeps_what_was_true_then() -> None:
    bus = EventBus(record=True)
    data = {"n": 1}
    bus.emit("a", data)
    data["n"] = 2
    assert bus.recorded() == [{"type": "a", "data": {"n": 1}}]
    assert bus.recorded() == []
