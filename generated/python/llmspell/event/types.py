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


class OverflowPolicy(StrEnum):
    """What a full queue of a subscription does with one event more."""

    DROP_OLDEST = "drop_oldest"
    """The event that has waited longest makes room; the default."""
    DROP_NEWEST = "drop_newest"
    """The event that comes is dropped."""
    DROP_LOWEST = "drop_lowest"
    """The oldest of the events of the lowest priority is dropped; that may be the one that comes."""
    END = "end"
    """The event that comes is dropped, and no more are heard: the subscription ends when what waits has
    been given, so that it has no gap.
    """


class DeliveryOrder(StrEnum):
    """In which order a subscription's callback gets the events that wait."""

    EMISSION = "emission"
    """As they were emitted; the default."""
    PRIORITY = "priority"
    """Those of the highest priority first, and those of equal priority as they were emitted."""


class EndReason(StrEnum):
    """Why a subscription has ended by itself."""

    COMPLETED = "completed"
    """It has had the `max_events` that it asked for."""
    FAILURES = "failures"
    """Its callback has failed `max_failures` times in a row."""
    OVERFLOW = "overflow"
    """Its queue was full, and its policy is to end."""


class Event(Record):
    """Something that happened."""

    id: str
    """Unique in the session that emitted it, in the order of emission: "event_1"."""
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
    """What events that belong together share: what the emitter gave, else the trace id of the call in
    which it was emitted.
    """
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
    """What it belongs to: what the emitter gave, or the trace id of a call."""
    min_priority: Priority | None = None
    """How much it matters at least."""
    data: dict[str, Any] | None = None
    """Fields of its data and their values; a dotted name looks deeper: {"error.code": "tool.not_found"}."""
    since: Timestamp | None = None
    """Emitted at this time or later."""
    until: Timestamp | None = None
    """Emitted before this time."""
    expression: Annotated[str | None, Field(max_length=4096, min_length=1)] = None
    """An expression in CEL that must be true, over `type`, `category`, `data`, `priority`, `source`,
    `correlation_id` and `id`: "data.bytes > 1000 && priority != 'low'". An event for which it has no
    value, such as for want of a field, does not meet it. Those of subscriptions and recordings are
    evaluated where events are emitted, and may not loop over lists (`exists`, `all`, `map`, `filter`).
    """


class EmitOptions(Record):
    """What else to say about an event."""

    priority: Priority = Priority.NORMAL
    """How much it matters."""
    source: str | None = None
    """Who emits it."""
    correlation_id: str | None = None
    """What it belongs to; the trace id of the call that emits it when left out."""


class SubscribeOptions(Record):
    """How a subscription works."""

    criteria: EventCriteria | None = None
    """What an event must meet besides the pattern."""
    max_events: Annotated[int | None, Field(ge=1)] = None
    """End the subscription when its callback has been given this many events."""
    max_failures: Annotated[int | None, Field(ge=1)] = None
    """End the subscription when its callback has failed this many times in a row; when left out, failures
    are counted and nothing more.
    """
    priority: Priority = Priority.NORMAL
    """Subscriptions of higher priority are given an event first, those of equal priority as they were
    made.
    """
    order: DeliveryOrder = DeliveryOrder.EMISSION
    """Which of the events that wait is given next."""
    queue_size: Annotated[int, Field(ge=1, le=1000000)] = 1000
    """How many events may wait."""
    overflow: OverflowPolicy = OverflowPolicy.DROP_OLDEST
    """What happens when more come."""


class SubscriptionInfo(Record):
    """A subscription and what it has seen."""

    id: str
    """Its handle: "subscription_1"."""
    pattern: str
    """The pattern it was made with."""
    priority: Priority
    """Which subscriptions it comes before."""
    order: DeliveryOrder
    """Which of the events that wait is given next."""
    queue_size: int
    """How many events may wait."""
    overflow: OverflowPolicy
    """What happens when more come."""
    waiting: int
    """Events that its callback has not been given yet."""
    delivered: int
    """Events that its callback has been given."""
    failed: int
    """Events at which its callback failed."""
    dropped: int
    """Events dropped because its queue was full."""
    last_error: str | None = None
    """What its callback last failed with."""


class RecordOptions(Record):
    """What to record."""

    criteria: EventCriteria | None = None
    """Which events; all when left out."""
    max_events: Annotated[int | None, Field(ge=1, le=1000000)] = None
    """How many to keep, in a file those of earlier sessions included; 10000 when left out."""
    path: Annotated[str | None, Field(min_length=1)] = None
    """The SQLite file to record to, beside what is recorded in memory or to other files; it is made when
    it is missing. Left out: in memory.
    """


class RecordingInfo(Record):
    """A recording, and how it stands."""

    path: str | None = None
    """Its file; absent for the recording in memory."""
    recording: bool
    """Whether events are being recorded."""
    events: int
    """Events it holds."""
    dropped: int
    """Events that made room for later ones in this session."""
    lost: int
    """Events that could not be written, or came faster than they could be."""
    max_events: int
    """How many it keeps."""
    last_error: str | None = None
    """Why events were last lost."""


class ReplayOptions(Record):
    """How to send recorded events again."""

    path: Annotated[str | None, Field(min_length=1)] = None
    """The file of a recording; the recording in memory when left out."""
    speed: Annotated[float | None, Field(gt=0.0, le=1000000.0)] = None
    """How fast: 1 keeps the time that lay between two events, 10 a tenth of it. Without pauses when left
    out.
    """
    max_gap_seconds: Annotated[float | None, Field(ge=0.0, le=31536000.0)] = None
    """Wait no longer than this between two events, for the nights in a recording."""
    skip: Annotated[int | None, Field(ge=0)] = None
    """Leave out this many of the first events: where an earlier replay was cancelled."""
    limit: Annotated[int | None, Field(ge=1)] = None
    """Send only this many."""
    wait_seconds: Annotated[float, Field(ge=0.0, le=31536000.0)] = 10.0
    """How long to wait for a subscriber whose queue is full and whose callback does not get on."""


class QueueOverflowed(Record):
    """A subscription's queue has become full."""

    subscription: str
    """Its handle."""
    pattern: str
    """Its pattern."""
    queue_size: int
    """How many events wait."""
    overflow: OverflowPolicy
    """What happens with more."""
    dropped: int
    """Events that it has lost so far, the first of this time included."""


class SubscriptionEnded(Record):
    """A subscription has ended by itself."""

    subscription: str
    """What its handle was: "subscription_1"."""
    pattern: str
    """Its pattern."""
    reason: EndReason
    """Why."""
    delivered: int
    """Events that its callback was given."""
    failed: int
    """Events at which its callback failed."""
    dropped: int
    """Events dropped because its queue was full."""
    last_error: str | None = None
    """What its callback last failed with."""


class RecordingFailed(Record):
    """Events could not be written to a recording's file."""

    path: str
    """The file."""
    reason: str
    """Why."""
    lost: int
    """Events of this recording that have been lost so far."""


EventHandler: TypeAlias = Callable[[Event], object]
"""Gets the events of a subscription, one at a time.

Called with (event).

Args:
    event: What happened.
"""
