"""Transforms of the event bus: what receivers and recordings get in place of what was emitted."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from bridge_runtime.events import EventBus


def upper(type: str, data: dict[str, Any]) -> dict[str, Any]:
    return {name: value.upper() for name, value in data.items()}


def test_receivers_and_recordings_get_what_a_transform_makes_until_it_ends() -> None:
    bus = EventBus(record=True)
    heard: list[Any] = []
    bus.subscribe("desk.*", lambda event: heard.append(event.data))
    end = bus.transform(upper)
    emitted = {"text": "low"}
    bus.emit("desk.start", emitted)
    end()
    end()
    bus.emit("desk.start", emitted)
    assert heard == [{"text": "LOW"}, {"text": "low"}] and emitted == {"text": "low"}
    assert [event["data"] for event in bus.recorded()] == heard


def test_a_childs_events_pass_its_parents_transforms_after_its_own() -> None:
    outer = EventBus()
    inner = EventBus(outer=outer)
    heard: list[Any] = []
    for bus in (outer, inner):
        bus.subscribe("**", lambda event: heard.append(event.data))
    outer.transform(upper)
    inner.transform(lambda type, data: {"text": data["text"] + "er"})
    inner.emit("desk.start", {"text": "low"})
    outer.emit("desk.start", {"text": "low"})
    assert heard == [{"text": "LOWER"}, {"text": "LOW"}]


def test_what_a_transform_fails_on_reaches_nobody(caplog: pytest.LogCaptureFixture) -> None:
    bus = EventBus(record=True)
    heard: list[Any] = []
    bus.subscribe("**", heard.append)
    bus.transform(upper)
    with caplog.at_level(logging.ERROR):
        assert bus.emit("desk.start", {"text": 7}) == 1
    assert heard == [] and bus.recorded() == [] and bus.failures == 1
    assert "desk.start number 1 reaches nobody" in caplog.text


def test_nothing_is_made_that_nobody_hears() -> None:
    bus = EventBus()
    made: list[str] = []
    bus.transform(lambda type, data: made.append(type))
    bus.emit("desk.start", {})
    assert made == []
