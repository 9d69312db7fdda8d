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
    ReplayOptions,
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

        The callback gets the events one at a time and in order; what comes while it is busy waits in the
        subscription's queue. What it raises is counted in the subscription's information and stops nothing,
        unless `max_failures` says so. The subscription lasts until it is released, ends as its options say,
        or the session is closed.

        Subscriptions of higher priority are given an event before those of lower. Callbacks that run on
        different threads, or wait, may overlap all the same.

        Raises event.invalid_type, event.invalid_expression.
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
    async def filter(
        self, criteria: EventCriteria | None = None, limit: int | None = None, path: str | None = None
    ) -> list[Event]:
        """The recorded events that meet criteria, oldest first.

        In a file they are those of every session that recorded to it. Type, time and correlation id are
        looked up in indices.

        Raises event.invalid_type, event.invalid_expression, event.file_failed, event.invalid_file.
        """

    @abstractmethod
    async def record(self, enabled: bool = True, options: RecordOptions | None = None) -> RecordingInfo:
        """Start or stop recording events.

        Recorded events stay in memory until `event.clear` or the session's end, and in a file until
        `event.clear`. Recording again while recording changes the options and keeps the events. Memory and
        files are recorded to independently: stop each as you started it. A file needs the permission
        fs.write.

        Raises event.invalid_type, event.invalid_expression, event.file_failed, event.invalid_file.
        """

    @abstractmethod
    def list_recordings(self) -> list[RecordingInfo]:
        """The session's recordings, that in memory first.

        The one in memory is always there; files are, from their first `event.record` on.
        """

    @abstractmethod
    async def flush(self, path: str | None = None) -> None:
        """Wait until everything that was recorded is on the disk.

        What was emitted before the call survives a crash of the process and of the machine when it returns.
        It fails when events could not be written.

        Raises event.file_failed.
        """

    @abstractmethod
    async def replay(
        self,
        criteria: EventCriteria | None = None,
        callback: Callback[[Event], None] | None = None,
        options: ReplayOptions | None = None,
    ) -> int:
        """Send recorded events again, oldest first.

        Without a callback every subscriber whose pattern matches gets them; with one, only that callback
        does, one after the other, and the call returns when it has had them all. They keep their id,
        timestamp, data and correlation id, and are marked `replayed`. They are not recorded again. Events
        that are recorded meanwhile are not sent.

        For a subscriber whose queue is full the replay waits, so that nothing is dropped. One that has not taken an event for
        `wait_seconds` is not waited for until it does, and its overflow policy holds.

        A replay that is cancelled stops between two events; `skip` goes on from there.

        Raises event.invalid_type, event.invalid_expression, event.file_failed, event.invalid_file.
        """

    @abstractmethod
    async def clear(self, criteria: EventCriteria | None = None, path: str | None = None) -> int:
        """Drop recorded events.

        Raises event.invalid_type, event.invalid_expression, event.file_failed, event.invalid_file.
        """
