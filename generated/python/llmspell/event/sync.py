"""What happens in a session, told to whoever wants to know. For synchronous programs."""

from __future__ import annotations

from typing import Any, Literal

from bridge_runtime import clients

from ..shared.types import Timestamp
from .types import (
    DeliveryOrder,
    EmitOptions,
    Event,
    EventCriteria,
    EventHandler,
    OverflowPolicy,
    Priority,
    RecordingInfo,
    RecordOptions,
    ReplayOptions,
    SubscribeOptions,
    SubscriptionInfo,
    Type,
)


class Subscription(clients.Resource):
    """A callback's interest in some events."""

    def unsubscribe(self) -> None:
        """End a subscription.

        Events that its callback has not been given yet are dropped.

        Raises:
            SubscriptionNotFound: No subscription has this handle; it has ended, or never was.
        """
        self.core.call("event.unsubscribe", {"subscription": self})

    def __enter__(self) -> Subscription:
        return self

    def __exit__(self, *error: object) -> None:
        if self.is_live:
            self.unsubscribe()


class EventBridge(clients.Bridge):
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

    def emit(
        self,
        type: str,
        data: dict[str, Any],
        *,
        priority: Priority | Literal["low", "normal", "high", "critical"] | None = None,
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
            correlation_id: What it belongs to; the trace id of the call that emits it when left out.

        Raises:
            InvalidType: An event's type or a pattern is not dotted words.
            ReservedType: Only the runtime emits events of this type.
            DataTooLarge: An event's data is too large.
        """
        options = clients.optional(
            EmitOptions, priority=priority, source=source, correlation_id=correlation_id
        )
        result: str = self.core.call("event.emit", {"type": type, "data": data, "options": options})
        return result

    def subscribe(
        self,
        pattern: str,
        callback: EventHandler,
        *,
        criteria: EventCriteria | dict[str, Any] | None = None,
        max_events: int | None = None,
        max_failures: int | None = None,
        priority: Priority | Literal["low", "normal", "high", "critical"] | None = None,
        order: DeliveryOrder | Literal["emission", "priority"] | None = None,
        queue_size: int | None = None,
        overflow: OverflowPolicy | str | None = None,
    ) -> Subscription:
        """Have a callback called for every event whose type matches a pattern.

        The callback gets the events one at a time and in order; what comes while it is busy waits in the
        subscription's queue. What it raises is counted in the subscription's information and stops nothing,
        unless `max_failures` says so. The subscription lasts until it is released, ends as its options say,
        or the session is closed.

        Subscriptions of higher priority are given an event before those of lower. Callbacks that run on
        different threads, or wait, may overlap all the same.

        Args:
            pattern: `*` is one segment, `**` any number: "tool.*".
            callback: Gets the events.
            criteria: What an event must meet besides the pattern.
            max_events: End the subscription when its callback has been given this many events.
            max_failures: End the subscription when its callback has failed this many times in a row; when left out, failures
                are counted and nothing more.
            priority: Subscriptions of higher priority are given an event first, those of equal priority as they were
                made. Default: 'normal'.
            order: Which of the events that wait is given next. Default: 'emission'.
            queue_size: How many events may wait. Default: 1000.
            overflow: What happens when more come. Default: 'drop_oldest'.

        Returns:
            A callback's interest in some events.

        Raises:
            InvalidType: An event's type or a pattern is not dotted words.
            InvalidExpression: An expression in criteria is none.
        """
        options = clients.optional(
            SubscribeOptions,
            criteria=criteria,
            max_events=max_events,
            max_failures=max_failures,
            priority=priority,
            order=order,
            queue_size=queue_size,
            overflow=overflow,
        )
        result = self.core.call(
            "event.subscribe", {"pattern": pattern, "callback": callback, "options": options}
        )
        return Subscription.of(self.core, result)

    def unsubscribe(self, subscription: Subscription | str) -> None:
        """End a subscription.

        Events that its callback has not been given yet are dropped.

        Args:
            subscription: The subscription.

        Raises:
            SubscriptionNotFound: No subscription has this handle; it has ended, or never was.
        """
        self.core.call("event.unsubscribe", {"subscription": subscription})

    def list_subscriptions(self) -> list[SubscriptionInfo]:
        """The session's subscriptions, oldest first.

        Returns:
            A list. Each: A subscription and what it has seen.
        """
        result: list[SubscriptionInfo] = self.core.call("event.list_subscriptions", {})
        return result

    def filter(
        self,
        limit: int | None = None,
        path: str | None = None,
        *,
        pattern: str | None = None,
        category: Type | str | None = None,
        source: str | None = None,
        correlation_id: str | None = None,
        min_priority: Priority | Literal["low", "normal", "high", "critical"] | None = None,
        data: dict[str, Any] | None = None,
        since: Timestamp | None = None,
        until: Timestamp | None = None,
        expression: str | None = None,
    ) -> list[Event]:
        """The recorded events that meet criteria, oldest first.

        In a file they are those of every session that recorded to it. Type, time and correlation id are
        looked up in indices.

        Args:
            limit: Only this many, the newest ones.
            path: The file of a recording, which needs the permission fs.read; the recording in memory when left out.
            pattern: Pattern of the type: "tool.*".
            category: Where it comes from.
            source: Who emitted it.
            correlation_id: What it belongs to: what the emitter gave, or the trace id of a call.
            min_priority: How much it matters at least.
            data: Fields of its data and their values; a dotted name looks deeper: {"error.code": "tool.not_found"}.
            since: Emitted at this time or later.
            until: Emitted before this time.
            expression: An expression in CEL that must be true, over `type`, `category`, `data`, `priority`, `source`,
                `correlation_id` and `id`: "data.bytes > 1000 && priority != 'low'". An event for which it has no
                value, such as for want of a field, does not meet it. Those of subscriptions and recordings are
                evaluated where events are emitted, and may not loop over lists (`exists`, `all`, `map`, `filter`).

        Returns:
            A list. Each: Something that happened.

        Raises:
            InvalidType: An event's type or a pattern is not dotted words.
            InvalidExpression: An expression in criteria is none.
            FileFailed: The file of a recording could not be read or written.
            InvalidFile: The file is not a recording of a version that is known here.
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
            expression=expression,
        )
        result: list[Event] = self.core.call(
            "event.filter", {"criteria": criteria, "limit": limit, "path": path}
        )
        return result

    def record(
        self,
        enabled: bool = True,
        *,
        criteria: EventCriteria | dict[str, Any] | None = None,
        max_events: int | None = None,
        path: str | None = None,
    ) -> RecordingInfo:
        """Start or stop recording events.

        Recorded events stay in memory until `event.clear` or the session's end, and in a file until
        `event.clear`. Recording again while recording changes the options and keeps the events. Memory and
        files are recorded to independently: stop each as you started it. A file needs the permission
        fs.write.

        Args:
            enabled: False to stop.
            criteria: Which events; all when left out.
            max_events: How many to keep, in a file those of earlier sessions included; 10000 when left out.
            path: The SQLite file to record to, beside what is recorded in memory or to other files; it is made when
                it is missing. Left out: in memory.

        Returns:
            A recording, and how it stands.

        Raises:
            InvalidType: An event's type or a pattern is not dotted words.
            InvalidExpression: An expression in criteria is none.
            FileFailed: The file of a recording could not be read or written.
            InvalidFile: The file is not a recording of a version that is known here.
        """
        options = clients.optional(RecordOptions, criteria=criteria, max_events=max_events, path=path)
        result: RecordingInfo = self.core.call("event.record", {"enabled": enabled, "options": options})
        return result

    def list_recordings(self) -> list[RecordingInfo]:
        """The session's recordings, that in memory first.

        The one in memory is always there; files are, from their first `event.record` on.

        Returns:
            A list. Each: A recording, and how it stands.
        """
        result: list[RecordingInfo] = self.core.call("event.list_recordings", {})
        return result

    def flush(self, path: str | None = None) -> None:
        """Wait until everything that was recorded is on the disk.

        What was emitted before the call survives a crash of the process and of the machine when it returns.
        It fails when events could not be written.

        Args:
            path: The file of a recording; all of the session when left out.

        Raises:
            FileFailed: The file of a recording could not be read or written.
        """
        self.core.call("event.flush", {"path": path})

    def replay(
        self,
        criteria: EventCriteria | dict[str, Any] | None = None,
        callback: EventHandler | None = None,
        *,
        path: str | None = None,
        speed: float | None = None,
        max_gap_seconds: float | None = None,
        skip: int | None = None,
        limit: int | None = None,
        wait_seconds: float | None = None,
    ) -> int:
        """Send recorded events again, oldest first.

        Without a callback every subscriber whose pattern matches gets them; with one, only that callback
        does, one after the other, and the call returns when it has had them all. They keep their id,
        timestamp, data and correlation id, and are marked `replayed`. They are not recorded again. Events
        that are recorded meanwhile are not sent.

        For a subscriber whose queue is full the replay waits, so that nothing is dropped. One that has not taken an event for
        `wait_seconds` is not waited for until it does, and its overflow policy holds.

        A replay that is cancelled stops between two events; `skip` goes on from there.

        Args:
            criteria: Which events, such as those of a range of time; all when left out.
            callback: Gets them instead of the subscribers.
            path: The file of a recording; the recording in memory when left out.
            speed: How fast: 1 keeps the time that lay between two events, 10 a tenth of it. Without pauses when left
                out.
            max_gap_seconds: Wait no longer than this between two events, for the nights in a recording.
            skip: Leave out this many of the first events: where an earlier replay was cancelled.
            limit: Send only this many.
            wait_seconds: How long to wait for a subscriber whose queue is full and whose callback does not get on. Default: 10.

        Raises:
            InvalidType: An event's type or a pattern is not dotted words.
            InvalidExpression: An expression in criteria is none.
            FileFailed: The file of a recording could not be read or written.
            InvalidFile: The file is not a recording of a version that is known here.
        """
        options = clients.optional(
            ReplayOptions,
            path=path,
            speed=speed,
            max_gap_seconds=max_gap_seconds,
            skip=skip,
            limit=limit,
            wait_seconds=wait_seconds,
        )
        result: int = self.core.call(
            "event.replay", {"criteria": criteria, "callback": callback, "options": options}
        )
        return result

    def clear(
        self,
        path: str | None = None,
        *,
        pattern: str | None = None,
        category: Type | str | None = None,
        source: str | None = None,
        correlation_id: str | None = None,
        min_priority: Priority | Literal["low", "normal", "high", "critical"] | None = None,
        data: dict[str, Any] | None = None,
        since: Timestamp | None = None,
        until: Timestamp | None = None,
        expression: str | None = None,
    ) -> int:
        """Drop recorded events.

        Args:
            path: The file of a recording, which needs the permission fs.write; the recording in memory when left out.
            pattern: Pattern of the type: "tool.*".
            category: Where it comes from.
            source: Who emitted it.
            correlation_id: What it belongs to: what the emitter gave, or the trace id of a call.
            min_priority: How much it matters at least.
            data: Fields of its data and their values; a dotted name looks deeper: {"error.code": "tool.not_found"}.
            since: Emitted at this time or later.
            until: Emitted before this time.
            expression: An expression in CEL that must be true, over `type`, `category`, `data`, `priority`, `source`,
                `correlation_id` and `id`: "data.bytes > 1000 && priority != 'low'". An event for which it has no
                value, such as for want of a field, does not meet it. Those of subscriptions and recordings are
                evaluated where events are emitted, and may not loop over lists (`exists`, `all`, `map`, `filter`).

        Raises:
            InvalidType: An event's type or a pattern is not dotted words.
            InvalidExpression: An expression in criteria is none.
            FileFailed: The file of a recording could not be read or written.
            InvalidFile: The file is not a recording of a version that is known here.
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
            expression=expression,
        )
        result: int = self.core.call("event.clear", {"criteria": criteria, "path": path})
        return result
