"""What happens in a session, told to whoever wants to know.

Every event has a dotted type (`tool.start`) and data. The runtime emits the events that each bridge
documents; a program emits its own. Subscribers get them one by one, in order; one that is slow or
fails delays and harms nobody else.

In a pattern `*` stands for one segment of a type and `**` for any number of them: `tool.*` matches
`tool.start`, `**` matches all.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aio import AsyncEventBridge, AsyncSubscription
    from .constants import Limit
    from .errors import DataTooLarge, InvalidType, ReservedType, SubscriptionNotFound
    from .service import EventService
    from .sync import EventBridge, Subscription
    from .types import (
        EmitOptions,
        Event,
        EventCriteria,
        EventHandler,
        Priority,
        RecordingInfo,
        RecordOptions,
        SubscribeOptions,
        SubscriptionInfo,
        Type,
    )

_HOMES: dict[str, str] = {
    "AsyncEventBridge": ".aio",
    "AsyncSubscription": ".aio",
    "Limit": ".constants",
    "DataTooLarge": ".errors",
    "InvalidType": ".errors",
    "ReservedType": ".errors",
    "SubscriptionNotFound": ".errors",
    "EventService": ".service",
    "EventBridge": ".sync",
    "Subscription": ".sync",
    "EmitOptions": ".types",
    "Event": ".types",
    "EventCriteria": ".types",
    "EventHandler": ".types",
    "Priority": ".types",
    "RecordOptions": ".types",
    "RecordingInfo": ".types",
    "SubscribeOptions": ".types",
    "SubscriptionInfo": ".types",
    "Type": ".types",
}
_MODULES: frozenset[str] = frozenset({})

__all__ = [
    "AsyncEventBridge",
    "AsyncSubscription",
    "DataTooLarge",
    "EmitOptions",
    "Event",
    "EventBridge",
    "EventCriteria",
    "EventHandler",
    "EventService",
    "InvalidType",
    "Limit",
    "Priority",
    "RecordOptions",
    "RecordingInfo",
    "ReservedType",
    "SubscribeOptions",
    "Subscription",
    "SubscriptionInfo",
    "SubscriptionNotFound",
    "Type",
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
