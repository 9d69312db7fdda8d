"""What an implementation of event provides."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, Generic, TypeVar

from bridge_runtime.callbacks import Callback
from bridge_runtime.resources import Resource
from bridge_runtime.service import Service

from .types import (
    EmitOptions,
    Event,
    EventCriteria,
    RecordingInfo,
    RecordOptions,
    SubscribeOptions,
    SubscriptionInfo,
)

SubscriptionT = TypeVar("SubscriptionT", bound=Resource)


class EventService(Service, Generic[SubscriptionT]):
    """What happens in a session, told to whoever wants to know.

    Every event has a dotted type (`tool.start`) and data. The runtime emits the events that each bridge
    documents; a program emits its own. Subscribers get them one by one, in order; one that is slow or
    fails delays and harms nobody else.

    In a pattern `*` stands for one segment of a type and `**` for any number of them: `tool.*` matches
    `tool.start`, `**` matches all.
    """

    @abstractmethod
    def emit(self, type: str, data: dict[str, Any], options: EmitOptions | None = None) -> str:
        """Tell the subscribers that something happened.

        Returns when every subscriber's queue has the event, without waiting for their callbacks.

        Raises event.invalid_type, event.reserved_type, event.data_too_large.
        """

    @abstractmethod
    def subscribe(
        self, pattern: str, callback: Callback[[Event], None], options: SubscribeOptions | None = None
    ) -> SubscriptionT:
        """Have a callback called for every event whose type matches a pattern.

        The callback gets the events one at a time and in order. What it raises is counted in the
        subscription's information and stops nothing. The subscription lasts until it is released or the
        session is closed.

        Raises event.invalid_type.
        """

    @abstractmethod
    def unsubscribe(self, subscription: SubscriptionT) -> None:
        """End a subscription.

        Events that its callback has not been given yet are dropped.

        Raises event.subscription_not_found.
        """

    @abstractmethod
    def list_subscriptions(self) -> list[SubscriptionInfo]:
        """The session's subscriptions, oldest first."""

    @abstractmethod
    def filter(self, criteria: EventCriteria | None = None, limit: int | None = None) -> list[Event]:
        """The recorded events that meet criteria, oldest first.

        Raises event.invalid_type.
        """

    @abstractmethod
    def record(self, enabled: bool = True, options: RecordOptions | None = None) -> RecordingInfo:
        """Start or stop recording events.

        Recorded events stay in memory until `event.clear` or the session's end. Recording again while
        recording changes the options and keeps the events.

        Raises event.invalid_type.
        """

    @abstractmethod
    async def replay(
        self, criteria: EventCriteria | None = None, callback: Callback[[Event], None] | None = None
    ) -> int:
        """Send recorded events again, oldest first.

        Without a callback every subscriber whose pattern matches gets them; with one, only that callback
        does, and the call returns when it has had them all. They keep their id, timestamp and data, and are
        marked `replayed`. They are not recorded again.

        Raises event.invalid_type.
        """

    @abstractmethod
    def clear(self, criteria: EventCriteria | None = None) -> int:
        """Drop recorded events.

        Raises event.invalid_type.
        """
