"""A subscription: what it wants, what waits for it, and how its callback has done."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from bridge_runtime.errors import BridgeError
from bridge_runtime.pump import Caller, current
from bridge_runtime.resources import Resource
from llmspell.event.types import (
    EndReason,
    Event,
    OverflowPolicy,
    Priority,
    QueueOverflowed,
    SubscribeOptions,
    SubscriptionEnded,
    SubscriptionInfo,
)

from llmspell_runtime.event.criteria import Test
from llmspell_runtime.event.occurrence import Occurrence, rank
from llmspell_runtime.event.queue import EventQueue

_log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback
    from bridge_runtime.events import Event as BusEvent
    from bridge_runtime.events import EventBus
    from bridge_runtime.events import Subscription as BusSubscription


class Owner(Protocol):
    """Who is told what happens to a subscription; called on the thread that caused it, outside of its lock."""

    def overflowed(self, subscription: EventSubscription) -> None:
        """It begins to lose events."""

    def ended(self, subscription: EventSubscription, reason: EndReason) -> None:
        """It has ended by itself."""


class EventSubscription(Resource):
    """One callback's interest in some events.

    The callback has one event at a time; those that come meanwhile wait in a queue of the subscription's own, so that a
    slow callback delays nobody else.
    """

    def __init__(
        self,
        pattern: str,
        callback: Callback[[Event], None],
        wanted: Test | None,
        options: SubscribeOptions,
        owner: Owner,
    ) -> None:
        self.pattern, self.priority = pattern, options.priority
        self._callback, self._wanted, self._owner = callback, wanted, owner
        self._left, self._max_failures = options.max_events, options.max_failures
        self._queue = EventQueue(options.queue_size, options.order, options.overflow)
        self._lock = threading.Lock()
        self._on_bus: BusSubscription | None = None
        self._is_open, self._is_busy, self._is_overflowing = True, False, False
        self._reason: EndReason | None = None
        """Why no more events are heard; it has ended when those that wait have been given."""
        self._delivered = self._failed = self._dropped = self._failures_in_a_row = 0
        self._last_error = ""
        self._watchers: list[Callable[[], None]] = []

    def listen(self, bus: EventBus, look: Callable[[BusEvent[Any]], Occurrence]) -> None:
        """Begin to hear events."""

        def take(event: BusEvent[Any]) -> None:
            occurrence = look(event)
            if self._wanted is None or self._wanted(occurrence):
                self._take(occurrence, event.caller)

        self._on_bus = bus.subscribe(self.pattern, take, rank(self.priority) - rank(Priority.NORMAL))

    def _take(self, occurrence: Occurrence, caller: Caller | None) -> None:
        with self._lock:
            if not self._is_open or self._reason is not None:
                return
            if not self._is_busy:
                self._is_busy = True
                self._count_down()
                begins = False
            elif self._queue.put(occurrence, caller):
                return
            else:
                self._dropped += 1
                begins, self._is_overflowing = not self._is_overflowing, True
                if self._queue.overflow is OverflowPolicy.END:
                    self._reason = EndReason.OVERFLOW
                occurrence = None  # type: ignore[assignment]
        if self._reason is not None:
            self._stop_listening()
        if occurrence is not None:
            self._callback.post(occurrence.record(), done=self._done)
        elif begins:
            self._owner.overflowed(self)

    def _count_down(self) -> None:
        """One event less is to be given; more than that are not heard."""
        if self._left is not None:
            self._left -= 1
            if self._left == 0:
                self._reason = EndReason.COMPLETED
                self._queue.clear()

    def _done(self, error: BridgeError | None) -> None:
        """The callback has had its event."""
        with self._lock:
            self._delivered += 1
            self._note(error)
            is_news = error is not None and self._failures_in_a_row == 1
            waiting = self._queue.take()
            if waiting is None:
                self._is_busy = self._is_overflowing = False
            else:
                self._count_down()
            reason, has_ended = self._reason, waiting is None and self._reason is not None
            watchers, self._watchers = self._watchers, []
        if is_news:
            _log.warning("the callback of %s to %r failed: %s", self.handle, self.pattern, self._last_error)
        if reason is not None:
            self._stop_listening()
        if waiting is not None:
            self._give(*waiting)
        elif has_ended and reason is not None:
            self._owner.ended(self, reason)
        for watcher in watchers:
            watcher()

    def _note(self, error: BridgeError | None) -> None:
        if error is None:
            self._failures_in_a_row = 0
            return
        self._failed += 1
        self._failures_in_a_row += 1
        self._last_error = str(error.fields.get("detail") or error.message)
        if self._failures_in_a_row == self._max_failures:
            self._reason = EndReason.FAILURES
            self._queue.clear()

    def _give(self, occurrence: Occurrence, caller: Caller | None) -> None:
        """Give the callback an event that has waited, on behalf of the call in which it was emitted."""
        token = current.set(caller)
        try:
            self._callback.post(occurrence.record(), done=self._done)
        finally:
            current.reset(token)

    def _stop_listening(self) -> None:
        self._is_open = False
        # Each holds the other, and the callback would live on in them.
        on_bus, self._on_bus = self._on_bus, None
        if on_bus is not None:
            on_bus.cancel()

    def close(self) -> None:
        """Hear no more, and drop what the callback has not been given."""
        self._stop_listening()
        with self._lock:
            self._queue.clear()
        self._callback.forget()

    # --- for a replay, which waits for those that hear it

    @property
    def is_full(self) -> bool:
        """Whether an event that comes now makes another be dropped."""
        return self._is_open and len(self._queue) >= self._queue.size

    @property
    def delivered(self) -> int:
        """How many events its callback has behind it."""
        return self._delivered

    def when_done(self, watcher: Callable[[], None]) -> None:
        """Have ``watcher`` called once, when the callback has had its next event; on whichever thread that is."""
        with self._lock:
            if self._is_busy:
                self._watchers.append(watcher)
                return
        watcher()

    # --- how it stands

    def info(self) -> SubscriptionInfo:
        """What it is, and what it has seen."""
        queue = self._queue
        with self._lock:
            found = SubscriptionInfo(
                id=self.handle,
                pattern=self.pattern,
                priority=self.priority,
                order=queue.order,
                queue_size=queue.size,
                overflow=queue.overflow,
                waiting=len(queue) + self._callback.waiting,
                delivered=self._delivered,
                failed=self._failed,
                dropped=self._dropped,
            )
        return found.model_copy(update={"last_error": self._last_error}) if self._last_error else found

    def overflow(self) -> QueueOverflowed:
        """What is told when it begins to lose events."""
        return QueueOverflowed(
            subscription=self.handle,
            pattern=self.pattern,
            queue_size=self._queue.size,
            overflow=self._queue.overflow,
            dropped=self._dropped,
        )

    def end(self, reason: EndReason) -> SubscriptionEnded:
        """What is told when it has ended by itself."""
        return SubscriptionEnded(
            subscription=self.handle,
            pattern=self.pattern,
            reason=reason,
            delivered=self._delivered,
            failed=self._failed,
            dropped=self._dropped,
            last_error=self._last_error or None,
        )
