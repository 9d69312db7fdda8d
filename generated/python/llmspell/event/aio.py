"""What happens in a session, told to whoever wants to know. For asynchronous programs."""

from __future__ import annotations

from typing import Any

from bridge_runtime import clients

from ..shared.types import Timestamp
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


class AsyncSubscription(clients.AsyncResource):
    """A callback's interest in some events."""

    async def unsubscribe(self) -> None:
        """End a subscription.

        Events that its callback has not been given yet are dropped.

        Raises:
            SubscriptionNotFound: No subscription has this handle; it has ended, or never was.
        """
        await self.core.acall("event.unsubscribe", {"subscription": self})

    async def __aenter__(self) -> AsyncSubscription:
        return self

    async def __aexit__(self, *error: object) -> None:
        if self.is_live:
            await self.unsubscribe()


class AsyncEventBridge(clients.AsyncBridge):
    """What happens in a session, told to whoever wants to know.

    Every event has a dotted type (`tool.start`) and data. The runtime emits the events that each bridge
    documents; a program emits its own. Subscribers get them one by one, in order; one that is slow or
    fails delays and harms nobody else.

    In a pattern `*` stands for one segment of a type and `**` for any number of them: `tool.*` matches
    `tool.start`, `**` matches all.
    """

    async def emit(
        self,
        type: str,
        data: dict[str, Any],
        *,
        priority: Priority | None = None,
        source: str | None = None,
        correlation_id: str | None = None,
    ) -> str:
        """Tell the subscribers that something happened.

        Returns when every subscriber's queue has the event, without waiting for their callbacks.

        Args:
            type: What happened, as dotted words: "user.signed_in".
            data: What is to be known about it.
            priority: How much it matters. Default: 'normal'.
            source: Who emits it.
            correlation_id: What it belongs to.

        Raises:
            InvalidType: An event's type or a pattern is not dotted words.
            ReservedType: Only the runtime emits events of this type.
            DataTooLarge: An event's data is too large.
        """
        options = clients.optional(
            EmitOptions, priority=priority, source=source, correlation_id=correlation_id
        )
        result: str = await self.core.acall("event.emit", {"type": type, "data": data, "options": options})
        return result

    async def subscribe(
        self,
        pattern: str,
        callback: EventHandler,
        *,
        criteria: EventCriteria | None = None,
        max_events: int | None = None,
    ) -> AsyncSubscription:
        """Have a callback called for every event whose type matches a pattern.

        The callback gets the events one at a time and in order. What it raises is counted in the
        subscription's information and stops nothing. The subscription lasts until it is released or the
        session is closed.

        Args:
            pattern: `*` is one segment, `**` any number: "tool.*".
            callback: Gets the events.
            criteria: What an event must meet besides the pattern.
            max_events: End the subscription after this many events.

        Returns:
            A callback's interest in some events.

        Raises:
            InvalidType: An event's type or a pattern is not dotted words.
        """
        options = clients.optional(SubscribeOptions, criteria=criteria, max_events=max_events)
        result = await self.core.acall(
            "event.subscribe", {"pattern": pattern, "callback": callback, "options": options}
        )
        return AsyncSubscription.of(self.core, result)

    async def unsubscribe(self, subscription: AsyncSubscription | str) -> None:
        """End a subscription.

        Events that its callback has not been given yet are dropped.

        Args:
            subscription: The subscription.

        Raises:
            SubscriptionNotFound: No subscription has this handle; it has ended, or never was.
        """
        await self.core.acall("event.unsubscribe", {"subscription": subscription})

    async def list_subscriptions(self) -> list[SubscriptionInfo]:
        """The session's subscriptions, oldest first.

        Returns:
            A list. Each: A subscription and what it has seen.
        """
        result: list[SubscriptionInfo] = await self.core.acall("event.list_subscriptions", {})
        return result

    async def filter(
        self,
        limit: int | None = None,
        *,
        pattern: str | None = None,
        category: Type | None = None,
        source: str | None = None,
        correlation_id: str | None = None,
        min_priority: Priority | None = None,
        data: dict[str, Any] | None = None,
        since: Timestamp | None = None,
        until: Timestamp | None = None,
    ) -> list[Event]:
        """The recorded events that meet criteria, oldest first.

        Args:
            limit: Only this many, the newest ones.
            pattern: Pattern of the type: "tool.*".
            category: Where it comes from.
            source: Who emitted it.
            correlation_id: What it belongs to.
            min_priority: How much it matters at least.
            data: Fields of its data and their values; a dotted name looks deeper: {"error.code": "tool.not_found"}.
            since: Emitted at this time or later.
            until: Emitted before this time.

        Returns:
            A list. Each: Something that happened.

        Raises:
            InvalidType: An event's type or a pattern is not dotted words.
        """
        criteria = clients.optional(
            EventCriteria,
            pattern=pattern,
            category=category,
            source=source,
            correlation_id=correlation_id,
            min_priority=min_priority,
            data=data,
            since=since,
            until=until,
        )
        result: list[Event] = await self.core.acall("event.filter", {"criteria": criteria, "limit": limit})
        return result

    async def record(
        self, enabled: bool = True, *, criteria: EventCriteria | None = None, max_events: int | None = None
    ) -> RecordingInfo:
        """Start or stop recording events.

        Recorded events stay in memory until `event.clear` or the session's end. Recording again while
        recording changes the options and keeps the events.

        Args:
            enabled: False to stop.
            criteria: Which events; all when left out.
            max_events: How many to keep; 10000 when left out.

        Returns:
            The session's recording.

        Raises:
            InvalidType: An event's type or a pattern is not dotted words.
        """
        options = clients.optional(RecordOptions, criteria=criteria, max_events=max_events)
        result: RecordingInfo = await self.core.acall(
            "event.record", {"enabled": enabled, "options": options}
        )
        return result

    async def replay(
        self, criteria: EventCriteria | None = None, callback: EventHandler | None = None
    ) -> int:
        """Send recorded events again, oldest first.

        Without a callback every subscriber whose pattern matches gets them; with one, only that callback
        does, and the call returns when it has had them all. They keep their id, timestamp and data, and are
        marked `replayed`. They are not recorded again.

        Args:
            criteria: Which events; all when left out.
            callback: Gets them instead of the subscribers.

        Raises:
            InvalidType: An event's type or a pattern is not dotted words.
        """
        result: int = await self.core.acall("event.replay", {"criteria": criteria, "callback": callback})
        return result

    async def clear(
        self,
        *,
        pattern: str | None = None,
        category: Type | None = None,
        source: str | None = None,
        correlation_id: str | None = None,
        min_priority: Priority | None = None,
        data: dict[str, Any] | None = None,
        since: Timestamp | None = None,
        until: Timestamp | None = None,
    ) -> int:
        """Drop recorded events.

        Args:
            pattern: Pattern of the type: "tool.*".
            category: Where it comes from.
            source: Who emitted it.
            correlation_id: What it belongs to.
            min_priority: How much it matters at least.
            data: Fields of its data and their values; a dotted name looks deeper: {"error.code": "tool.not_found"}.
            since: Emitted at this time or later.
            until: Emitted before this time.

        Raises:
            InvalidType: An event's type or a pattern is not dotted words.
        """
        criteria = clients.optional(
            EventCriteria,
            pattern=pattern,
            category=category,
            source=source,
            correlation_id=correlation_id,
            min_priority=min_priority,
            data=data,
            since=since,
            until=until,
        )
        result: int = await self.core.acall("event.clear", {"criteria": criteria})
        return result
