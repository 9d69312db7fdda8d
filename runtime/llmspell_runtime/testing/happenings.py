"""The events of a session while steps are taken, held against those that are expected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from bridge_runtime.events import segments
from llmspell.testing.types import EventExpectation, EventOrder

from llmspell_runtime.testing.comparison import Effort, Expected, Mismatch, shown, surplus
from llmspell_runtime.testing.matchers import expecting

if TYPE_CHECKING:
    from bridge_runtime.events import Event, EventBus


class EventLog:
    """Every event of a session from now on."""

    def __init__(self, bus: EventBus) -> None:
        self.events: list[dict[str, Any]] = []
        self._subscription = bus.subscribe("**", self._hear)

    def _hear(self, event: Event[Any]) -> None:
        self.events.append({"type": event.type, "data": event.data_json()})

    def stop(self) -> None:
        """Hear no more."""
        self._subscription.cancel()


class _Wanted:
    """One expected event."""

    def __init__(self, given: EventExpectation) -> None:
        self.given = given
        self._pattern = segments(given.type)
        has_data = "data" in given.model_fields_set
        self._data: Expected | None = expecting(given.data, partial=True) if has_data else None

    def fits(self, event: dict[str, Any], effort: Effort) -> bool:
        return heard(self._pattern, event["type"].split(".")) and (
            self._data is None or self._data.fits(event["data"], effort)
        )

    @property
    def said(self) -> str:
        source = self.given.to_json()
        return source["type"] if len(source) == 1 else shown(source)


def event_mismatches(
    expected: Iterable[EventExpectation], order: EventOrder, events: Sequence[dict[str, Any]]
) -> list[Mismatch]:
    """Where ``events`` are not the expected ones; raises InvalidMatcher and LimitExceeded."""
    wanted, effort = [_Wanted(given) for given in expected], Effort()
    found = [fault for one in wanted if (fault := _times(one, events, effort)) is not None]
    sequence = [one for one in wanted if one.given.times != 0]
    if order is EventOrder.EXACT:
        return found + _exactly(sequence, events, effort)
    position = 0
    for one in sequence:
        start = position if order is EventOrder.ORDERED else 0
        place = next((n for n in range(start, len(events)) if one.fits(events[n], effort)), None)
        if place is None:
            found.append(_missing(one, events))
        else:
            position = place + 1
    return found


def heard(pattern: Sequence[str], type: Sequence[str]) -> bool:
    """Whether a pattern's segments fit those of an event's type, in time that grows with their product only."""
    reached = {0}
    for part in pattern:
        if part == "**":
            reached = set(range(min(reached), len(type) + 1)) if reached else reached
        else:
            reached = {n + 1 for n in reached if n < len(type) and part in ("*", type[n])}
    return len(type) in reached


def _times(one: _Wanted, events: Sequence[dict[str, Any]], effort: Effort) -> Mismatch | None:
    times = one.given.times
    if times is None:
        return None
    count = sum(one.fits(event, effort) for event in events)
    if count == times:
        return None
    message = f"expected {one.said} {times} times, given {count} times"
    return Mismatch("/events", message, times, count)


def _exactly(wanted: list[_Wanted], events: Sequence[dict[str, Any]], effort: Effort) -> list[Mismatch]:
    found = []
    for number, one in enumerate(wanted):
        if number >= len(events):
            found.append(_missing(one, events))
        elif not one.fits(events[number], effort):
            message = f"expected {one.said}, given {shown(events[number])}"
            found.append(Mismatch(f"/events/{number}", message, one.given.to_json(), events[number]))
    more = range(len(wanted), len(events))
    return found + [surplus(events[number], f"/events/{number}") for number in more]


def _missing(one: _Wanted, events: Sequence[dict[str, Any]]) -> Mismatch:
    types = [event["type"] for event in events]
    return Mismatch("/events", f"expected {one.said}, given {shown(types)}", one.given.to_json(), types)
