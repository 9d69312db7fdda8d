"""Types of event."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from bridge_runtime.records import Record
from pydantic import Field

from ..shared.types import Timestamp


class Type(StrEnum):
    """Where an event comes from."""

    SYSTEM = "system"
    """The runtime itself; what is none of the others."""
    USER = "user"
    """A program, through `event.emit`."""
    AGENT = "agent"
    """An agent."""
    TOOL = "tool"
    """A tool."""
    WORKFLOW = "workflow"
    """A workflow."""
    PROVIDER = "provider"
    """A provider of models."""


class Priority(StrEnum):
    """How much an event matters; subscribers and filters can ask for a least one."""

    LOW = "low"
    """Of interest when looking closely."""
    NORMAL = "normal"
    """What an event has when nobody says otherwise."""
    HIGH = "high"
    """Worth looking at."""
    CRITICAL = "critical"
    """Needs somebody."""


class Event(Record):
    """Something that happened."""

    id: str
    """Unique in the session, in the order of emission: "event_1"."""
    type: str
    """What happened: "tool.start"."""
    category: Type
    """Where it comes from."""
    data: dict[str, Any]
    """What is to be known about it."""
    timestamp: Timestamp
    """When it was emitted, in UTC."""
    priority: Priority
    """How much it matters."""
    source: str | None = None
    """Who emitted it, as the emitter calls itself."""
    correlation_id: str | None = None
    """What events that belong together share."""
    replayed: bool | None = None
    """True when `event.replay` sends it again; absent otherwise."""


class EventCriteria(Record):
    """Which events; an event must meet all that are given."""

    pattern: str | None = None
    """Pattern of the type: "tool.*"."""
    category: Type | None = None
    """Where it comes from."""
    source: str | None = None
    """Who emitted it."""
    correlation_id: str | None = None
    """What it belongs to."""
    min_priority: Priority | None = None
    """How much it matters at least."""
    data: dict[str, Any] | None = None
    """Fields of its data and their values; a dotted name looks deeper: {"error.code": "tool.not_found"}."""
    since: Timestamp | None = None
    """Emitted at this time or later."""
    until: Timestamp | None = None
    """Emitted before this time."""


class EmitOptions(Record):
    """What else to say about an event."""

    priority: Priority = Priority.NORMAL
    """How much it matters."""
    source: str | None = None
    """Who emits it."""
    correlation_id: str | None = None
    """What it belongs to."""


class SubscribeOptions(Record):
    """How a subscription works."""

    criteria: EventCriteria | None = None
    """What an event must meet besides the pattern."""
    max_events: Annotated[int | None, Field(ge=1)] = None
    """End the subscription after this many events."""


class SubscriptionInfo(Record):
    """A subscription and what it has seen."""

    id: str
    """Its handle: "subscription_1"."""
    pattern: str
    """The pattern it was made with."""
    delivered: int
    """Events that its callback has been given."""
    failed: int
    """Events at which its callback failed."""
    dropped: int
    """Events dropped because it was too slow."""
    last_error: str | None = None
    """What its callback last failed with."""


class RecordOptions(Record):
    """What to record."""

    criteria: EventCriteria | None = None
    """Which events; all when left out."""
    max_events: Annotated[int | None, Field(ge=1, le=1000000)] = None
    """How many to keep; 10000 when left out."""


class RecordingInfo(Record):
    """The session's recording."""

    recording: bool
    """Whether events are being recorded."""
    events: int
    """Events it holds."""
    dropped: int
    """Events that made room for later ones."""
    max_events: int
    """How many it keeps."""


EventHandler: TypeAlias = Callable[[Event], object]
"""Gets the events of a subscription, one at a time.

Called with (event).

Args:
    event: What happened.
"""
