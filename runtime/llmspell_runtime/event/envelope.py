"""An event as subscribers see it: what the bus carries, with id, time, origin and priority."""

from __future__ import annotations

from collections import OrderedDict
from datetime import UTC, datetime
from typing import Any, Final

from bridge_runtime.events import Event as BusEvent
from llmspell.event.types import Event, Priority, Type

_KEPT: Final = 64

_CATEGORIES: Final = {
    "agent": Type.AGENT,
    "tool": Type.TOOL,
    "workflow": Type.WORKFLOW,
    "provider": Type.PROVIDER,
}

_PRIORITIES: Final = {Priority.LOW: 0, Priority.NORMAL: 1, Priority.HIGH: 2, Priority.CRITICAL: 3}


def rank(priority: Priority) -> int:
    """Priorities in their order, for comparing."""
    return _PRIORITIES[priority]


class Emitted(dict[str, Any]):
    """Data of an event that a program emits, with what it says beside the data."""

    priority: Priority = Priority.NORMAL
    source: str | None = None
    correlation_id: str | None = None


class Replayed(dict[str, Any]):
    """Data of a recorded event that is sent again; ``event`` is the event as it was."""

    event: Event


class Envelopes:
    """Makes each event of the bus into one that subscribers see; all of them get the same one."""

    def __init__(self) -> None:
        self._recent: OrderedDict[int, Event] = OrderedDict()

    def of(self, event: BusEvent[Any]) -> Event:
        """The envelope of ``event``."""
        found = self._recent.get(event.sequence)
        if found is None:
            found = self._make(event)
            self._recent[event.sequence] = found
            while len(self._recent) > _KEPT:
                self._recent.popitem(last=False)
        return found

    def _make(self, event: BusEvent[Any]) -> Event:
        data = event.data
        if isinstance(data, Replayed):
            return data.event.model_copy(update={"replayed": True})
        more: dict[str, Any] = {}
        priority = Priority.NORMAL
        if isinstance(data, Emitted):
            priority = data.priority
            more = {"source": data.source, "correlation_id": data.correlation_id}
        elif event.type.endswith(".error"):
            priority = Priority.HIGH
        return Event(
            id=event_id(event.sequence),
            type=event.type,
            category=self._category(event.type, isinstance(data, Emitted)),
            data=event.data_json(),
            timestamp=datetime.now(UTC),
            priority=priority,
            **{name: value for name, value in more.items() if value is not None},
        )

    def _category(self, type: str, emitted: bool) -> Type:
        """By the first word of the type; else what a program emits is the user's and the rest the system's."""
        found = _CATEGORIES.get(type.partition(".")[0])
        return found or (Type.USER if emitted else Type.SYSTEM)


def event_id(sequence: int) -> str:
    """The id of the event with this number."""
    return f"event_{sequence}"
