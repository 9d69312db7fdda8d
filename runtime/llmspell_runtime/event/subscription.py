"""A subscription: what it wants, what waits for it, and how its callback has done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import BridgeError
from bridge_runtime.resources import Resource
from llmspell.event.constants import Limit
from llmspell.event.types import Event, SubscriptionInfo

from llmspell_runtime.event.criteria import Test

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback
    from bridge_runtime.events import Event as BusEvent
    from bridge_runtime.events import EventBus
    from bridge_runtime.events import Subscription as BusSubscription


class EventSubscription(Resource):
    """One callback's interest in some events.

    Events wait in a queue of their own, so that a slow callback delays nobody; when the queue is full the oldest is
    dropped. ``ended`` is called once, when it has had all the events it asked for.
    """

    def __init__(
        self,
        pattern: str,
        callback: Callback[[Event], None],
        wanted: Test,
        max_events: int | None,
        ended: Callable[[EventSubscription], None],
    ) -> None:
        self.pattern = pattern
        self._callback, self._wanted, self._ended = callback, wanted, ended
        self._left = max_events
        self._on_bus: BusSubscription | None = None
        self._delivered = self._failed = self._dropped = 0
        self._last_error = ""

    def listen(self, bus: EventBus, envelope: Callable[[BusEvent[Any]], Event]) -> None:
        """Begin to hear events."""
        self._on_bus = bus.subscribe(self.pattern, lambda event: self._take(envelope(event)))

    def _take(self, event: Event) -> None:
        if self._left == 0 or not self._wanted(event):
            return
        if self._left is not None:
            self._left -= 1
        if not self._callback.post(event, limit=Limit.QUEUE, done=self._done):
            self._dropped += 1
        if self._left == 0:
            self._stop_listening()

    def _done(self, error: BridgeError | None) -> None:
        self._delivered += 1
        if error is not None:
            self._failed += 1
            self._last_error = str(error.fields.get("detail") or error.message)
        if self._left == 0 and not self._callback.waiting:
            self._ended(self)

    def _stop_listening(self) -> None:
        on_bus, self._on_bus = (
            self._on_bus,
            None,
        )  # each holds the other, and the callback would live on in them
        if on_bus is not None:
            on_bus.cancel()

    def close(self) -> None:
        """Hear no more, and drop what the callback has not been given."""
        self._stop_listening()
        self._callback.forget()

    def info(self) -> SubscriptionInfo:
        """What it has seen."""
        found = SubscriptionInfo(
            id=self.handle,
            pattern=self.pattern,
            delivered=self._delivered,
            failed=self._failed,
            dropped=self._dropped,
        )
        return found.model_copy(update={"last_error": self._last_error}) if self._last_error else found
