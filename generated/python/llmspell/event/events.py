"""Events of event: subscribe with ``session.on``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bridge_runtime.clients import EventType

if TYPE_CHECKING:
    from .types import QueueOverflowed, RecordingFailed, SubscriptionEnded

OVERFLOW: Final[EventType[QueueOverflowed]] = EventType("event.overflow")
"""A subscription loses events.

Emitted: When the queue of a subscription is full and one event more comes; once, until the queue has been empty again.
"""

SUBSCRIPTION_ENDED: Final[EventType[SubscriptionEnded]] = EventType("event.subscription_ended")
"""A subscription has ended by itself.

Emitted: When it has had its `max_events`, has failed too often, or ends for its queue was full.
"""

RECORDING_FAILED: Final[EventType[RecordingFailed]] = EventType("event.recording_failed")
"""Events could not be written to the file of a recording.

Emitted: When writing fails, or events come faster than they can be written; once, until writing succeeds again.
"""
