"""The bus finds exactly what the definition of patterns says, in order, whoever fails."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from bridge_runtime.errors import InvalidArgument
from bridge_runtime.events import ROUNDS, Event, EventBus, Subscription, matches
from hypothesis import given
from hypothesis import strategies as st

names = st.sampled_from("abc")
types = st.lists(names, min_size=1, max_size=4).map(".".join)
patterns = st.lists(names | st.sampled_from(["*", "**"]), min_size=1, max_size=4).map(".".join)


def hears(pattern: list[str], type: list[str]) -> bool:
    """The plain definition of patterns, slow where they have several ``**``."""
    if not pattern:
        return not type
    if pattern[0] == "**":
        return any(hears(pattern[1:], type[skip:]) for skip in range(len(type) + 1))
    return bool(type) and pattern[0] in ("*", type[0]) and hears(pattern[1:], type[1:])


def defined(pattern: str, type: str) -> bool:
    return hears(["**"] if pattern == "*" else pattern.split("."), type.split("."))


@given(patterns, types)
def test_one_pattern_and_one_type(pattern: str, type: str) -> None:
    assert matches(pattern, type) == defined(pattern, type)


@given(st.lists(patterns, max_size=8), types)
def test_the_trie_finds_what_the_definition_says(subscribed: list[str], type: str) -> None:
    bus = EventBus()
    heard: list[int] = []
    for number, pattern in enumerate(subscribed):
        bus.subscribe(pattern, lambda event, number=number: heard.append(number))  # type: ignore[misc]
    bus.emit(type, {})
    assert heard == [number for number, pattern in enumerate(subscribed) if defined(pattern, type)]


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
    assert len(heard) == sum(defined(subscription.pattern, type) for subscription in live)
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


def test_many_wildcards_cost_little() -> None:
    """Looked at naively, each of these takes longer than the world is old."""
    bus = EventBus()
    heard: list[Event[Any]] = []
    pattern, type = ".".join(["**"] * 60), ".".join("a" * 100)
    bus.subscribe(pattern, heard.append)
    bus.subscribe(".".join(["**.a"] * 40), heard.append)
    bus.subscribe(".".join(["**.a"] * 40) + ".b", heard.append)
    bus.emit(type, {})
    assert len(heard) == 2
    assert matches(pattern, type)
    assert not matches(".".join(["**.a"] * 40) + ".b", type)


@given(st.lists(st.tuples(patterns, st.integers(-2, 2)), max_size=8), types)
def test_higher_priorities_are_called_first(subscribed: list[tuple[str, int]], type: str) -> None:
    bus = EventBus()
    heard: list[int] = []
    for number, (pattern, priority) in enumerate(subscribed):
        bus.subscribe(pattern, lambda event, number=number: heard.append(number), priority)  # type: ignore[misc]
    bus.emit(type, {})
    expected = [number for number, (pattern, _) in enumerate(subscribed) if defined(pattern, type)]
    assert heard == sorted(expected, key=lambda number: -subscribed[number][1])


answers = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(st.sampled_from("bcdefg"), max_size=3), max_size=6
)


@given(answers, st.integers(0, 3))
def test_all_hear_what_receivers_emit_in_the_order_of_its_numbers(
    answers: dict[str, list[str]], place: int
) -> None:
    """Receivers answer each type by later ones (so that it ends), before or after the others have heard it."""
    bus = EventBus()
    heard: list[list[int]] = [[], [], []]

    def answer(event: Event[Any]) -> None:
        for type in answers.get(event.type, []):
            if type > event.type:
                bus.emit(type, {})

    for number in range(4):
        bus.subscribe("**", answer if number == place else heard[number - (number > place)].append)  # type: ignore[arg-type]
    bus.emit("a", {})
    numbers = [[event.sequence for event in own] for own in heard]  # type: ignore[attr-defined]
    assert numbers[0] == numbers[1] == numbers[2] == sorted(numbers[0])
    assert numbers[0] == list(range(1, len(numbers[0]) + 1))


def test_receivers_that_answer_one_another_without_end(caplog: pytest.LogCaptureFixture) -> None:
    bus = EventBus()
    heard: list[Event[Any]] = []
    bus.subscribe("ping", lambda event: bus.emit("pong", {}))
    bus.subscribe("pong", lambda event: bus.emit("ping", {}))
    bus.subscribe("*", heard.append)
    bus.emit("ping", {})
    assert len(heard) == ROUNDS + 1
    assert "answered one another's events" in caplog.text
    bus.emit("other", {})
    assert heard[-1].type == "other"


def test_what_is_emitted_within_a_delivery_is_as_it_was_then() -> None:
    bus = EventBus()
    heard: list[Any] = []

    def first(event: Event[Any]) -> None:
        data = {"n": 1}
        bus.emit("b", data)
        data["n"] = 2

    bus.subscribe("a", first)
    bus.subscribe("b", lambda event: heard.append(event.data_json()))
    bus.emit("a", {})
    assert heard == [{"n": 1}]


def test_an_interrupt_leaves_the_bus_as_it_was() -> None:
    bus = EventBus()
    heard: list[Event[Any]] = []

    def interrupted(event: Event[Any]) -> None:
        raise KeyboardInterrupt

    subscription = bus.subscribe("a", interrupted)
    bus.subscribe("*", heard.append)
    with pytest.raises(KeyboardInterrupt):
        bus.emit("a", {})
    subscription.cancel()
    bus.emit("a", {})
    assert [event.sequence for event in heard] == [2]


def test_each_thread_is_heard_in_its_order() -> None:
    bus = EventBus()
    heard: list[tuple[str, int]] = []
    bus.subscribe("*", lambda event: heard.append((event.type, event.data)))
    barrier = threading.Barrier(4)

    def emit(type: str) -> None:
        barrier.wait()
        for number in range(500):
            bus.emit(type, number)

    threads = [threading.Thread(target=emit, args=(type,)) for type in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for type in "abcd":
        assert [number for name, number in heard if name == type] == list(range(500))
