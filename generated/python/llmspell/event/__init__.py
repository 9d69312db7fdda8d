"""What happens in a session, told to whoever wants to know.

Every event has a dotted type (`tool.start`) and data. The runtime emits the events that each bridge
documents; a program emits its own. Subscribers get them one by one, in order; one that is slow or
fails delays and harms nobody else.

In a pattern `*` stands for one segment of a type and `**` for any number of them: `tool.*` matches
`tool.start`, `**` matches all.

All events of one call share a `correlation_id`, those of the calls nested in it too: what an
agent's run, its model calls and its tools emitted is found by one `event.filter`.

A subscription has a queue of its own. What comes while its callback is busy waits there, and when the queue is full its
`overflow` policy says what is dropped; that is counted, and told by `event.overflow`.

A recording is kept in memory, or in an SQLite file that later sessions can filter and replay. A
file is written by a thread of its own, so that `event.emit` does not wait for the disk: a crash of
the process or of the machine loses what was emitted in the last moments (some milliseconds), and
nothing that is in the file already. `event.flush` waits until everything is there; stopping the
recording and closing the session do so too.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import events
    from .aio import AsyncEventBridge, AsyncSubscription
    from .constants import Limit
    from .errors import (
        DataTooLarge,
        FileFailed,
        InvalidExpression,
        InvalidFile,
        InvalidType,
        ReservedType,
        SubscriptionNotFound,
    )
    from .service import EventService
    from .sync import EventBridge, Subscription
    from .types import (
        DeliveryOrder,
        EmitOptions,
        EndReason,
        Event,
        EventCriteria,
        EventHandler,
        OverflowPolicy,
        Priority,
        QueueOverflowed,
        RecordingFailed,
        RecordingInfo,
        RecordOptions,
        ReplayOptions,
        SubscribeOptions,
        SubscriptionEnded,
        SubscriptionInfo,
        Type,
    )

_HOMES: dict[str, str] = {
    "AsyncEventBridge": ".aio",
    "AsyncSubscription": ".aio",
    "Limit": ".constants",
    "DataTooLarge": ".errors",
    "FileFailed": ".errors",
    "InvalidExpression": ".errors",
    "InvalidFile": ".errors",
    "InvalidType": ".errors",
    "ReservedType": ".errors",
    "SubscriptionNotFound": ".errors",
    "EventService": ".service",
    "EventBridge": ".sync",
    "Subscription": ".sync",
    "DeliveryOrder": ".types",
    "EmitOptions": ".types",
    "EndReason": ".types",
    "Event": ".types",
    "EventCriteria": ".types",
    "EventHandler": ".types",
    "OverflowPolicy": ".types",
    "Priority": ".types",
    "QueueOverflowed": ".types",
    "RecordOptions": ".types",
    "RecordingFailed": ".types",
    "RecordingInfo": ".types",
    "ReplayOptions": ".types",
    "SubscribeOptions": ".types",
    "SubscriptionEnded": ".types",
    "SubscriptionInfo": ".types",
    "Type": ".types",
}
_MODULES: frozenset[str] = frozenset(
    {
        "events",
    }
)

__all__ = [
    "AsyncEventBridge",
    "AsyncSubscription",
    "DataTooLarge",
    "DeliveryOrder",
    "EmitOptions",
    "EndReason",
    "Event",
    "EventBridge",
    "EventCriteria",
    "EventHandler",
    "EventService",
    "FileFailed",
    "InvalidExpression",
    "InvalidFile",
    "InvalidType",
    "Limit",
    "OverflowPolicy",
    "Priority",
    "QueueOverflowed",
    "RecordOptions",
    "RecordingFailed",
    "RecordingInfo",
    "ReplayOptions",
    "ReservedType",
    "SubscribeOptions",
    "Subscription",
    "SubscriptionEnded",
    "SubscriptionInfo",
    "SubscriptionNotFound",
    "Type",
    "events",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name], __name__), name)
    elif name in _MODULES:
        value = import_module(f".{name}", __name__)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
