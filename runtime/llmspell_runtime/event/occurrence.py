"""An event as the service keeps it, and what subscribers and readers see of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from bridge_runtime.events import Event as BusEvent
from bridge_runtime.pump import Caller
from bridge_runtime.values import read_own_json, write_json
from llmspell.event.types import Event, Priority, Type
from pydantic_core import to_json

_CATEGORIES: Final = {
    "agent": Type.AGENT,
    "tool": Type.TOOL,
    "workflow": Type.WORKFLOW,
    "provider": Type.PROVIDER,
}

PRIORITIES: Final = (Priority.LOW, Priority.NORMAL, Priority.HIGH, Priority.CRITICAL)
"""In their order; what a rank is an index into."""
_RANKS: Final = {priority: rank for rank, priority in enumerate(PRIORITIES)}

_set: Final = object.__setattr__


def rank(priority: Priority) -> int:
    """Priorities as numbers, for comparing: 0 for the lowest."""
    return _RANKS[priority]


@dataclass(slots=True)
class Emitted:
    """What a program says about an event that it emits."""

    data: dict[str, Any]
    json: bytes
    """The same as text."""
    priority: Priority
    source: str | None
    correlation_id: str | None


@dataclass(slots=True)
class Occurrence:
    """One event; its data as the text of JSON, so that what one reader does to a copy reaches nobody else's."""

    id: str
    type: str
    category: Type
    json: bytes
    timestamp: datetime
    rank: int
    """The priority's."""
    source: str | None
    correlation_id: str | None
    replayed: bool = False
    _data: dict[str, Any] | None = None
    _shared: tuple[dict[str, Any], set[str]] | None = None
    """What the records of all readers have in common."""

    @property
    def data(self) -> dict[str, Any]:
        """The data, for looking only; made when first asked for."""
        if self._data is None:
            self._data = read_own_json(self.json)
        return self._data

    def record(self) -> Event:
        """A copy for one reader, its own to change."""
        shared = self._shared
        if shared is None:
            shared = self._shared = self._fields()
        # All of it is known to be valid, and validating it for each reader would cost thrice as much.
        made = Event.__new__(Event)
        _set(made, "__dict__", {**shared[0], "data": read_own_json(self.json)})
        _set(made, "__pydantic_fields_set__", shared[1].copy())
        _set(made, "__pydantic_extra__", None)
        _set(made, "__pydantic_private__", None)
        return made

    def _fields(self) -> tuple[dict[str, Any], set[str]]:
        """All that its records hold but the data, and which of it is there."""
        fields = {
            "id": self.id,
            "type": self.type,
            "category": self.category,
            "data": {},
            "timestamp": self.timestamp,
            "priority": PRIORITIES[self.rank],
            "source": self.source,
            "correlation_id": self.correlation_id,
            "replayed": True if self.replayed else None,
        }
        return fields, {name for name, value in fields.items() if value is not None}

    def again(self) -> Occurrence:
        """The same, marked as replayed."""
        return replace(self, replayed=True, _data=None, _shared=None)


class Occurrences:
    """Makes each event of the bus into an occurrence, once for all that hear it."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now

    def of(self, event: BusEvent[Any]) -> Occurrence:
        """The occurrence of ``event``; the first who asks gives it its time."""
        try:
            found: Occurrence = event.view
        except AttributeError:
            found = event.view = self._make(event)
        return found

    def _make(self, event: BusEvent[Any]) -> Occurrence:
        about = event.about
        if isinstance(about, Occurrence):  # sent again
            return (
                about
                if event.data is about.data
                else replace(about, json=_heard(event), _data=None, _shared=None)
            )
        category = _CATEGORIES.get(event.type.partition(".")[0])
        trace_id = (event.caller or Caller()).trace_id
        if isinstance(about, Emitted):
            return Occurrence(
                id=event_id(event.sequence),
                type=event.type,
                category=category or Type.USER,
                json=about.json if event.data is about.data else _heard(event),
                timestamp=self._now(),
                rank=_RANKS[about.priority],
                source=about.source,
                correlation_id=about.correlation_id or trace_id,
            )
        return Occurrence(
            id=event_id(event.sequence),
            type=event.type,
            category=category or Type.SYSTEM,
            json=_heard(event),
            timestamp=self._now(),
            rank=rank(Priority.HIGH if event.type.endswith(".error") else Priority.NORMAL),
            source=None,
            correlation_id=trace_id,
        )


def _heard(event: BusEvent[Any]) -> bytes:
    """The data as it is heard, which a transform of the bus may have made another than was emitted."""
    data = event.data_json()
    try:
        return to_json(data)
    except ValueError:  # deeper than the fast writer goes
        return write_json(data).encode()


def event_id(sequence: int) -> str:
    """The id of the event with this number."""
    return f"event_{sequence}"
