"""The event service: the bridge's functions over the session's bus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bridge_runtime.events import Event as BusEvent
from bridge_runtime.values import canonical_json
from llmspell.event.constants import Limit
from llmspell.event.errors import DataTooLarge, ReservedType
from llmspell.event.service import EventService
from llmspell.event.types import (
    EmitOptions,
    Event,
    EventCriteria,
    Priority,
    RecordingInfo,
    RecordOptions,
    SubscribeOptions,
    SubscriptionInfo,
)

from llmspell_runtime.event.criteria import test_of
from llmspell_runtime.event.envelope import Emitted, Envelopes, Replayed, event_id
from llmspell_runtime.event.names import require_pattern, require_type
from llmspell_runtime.event.recording import Recording
from llmspell_runtime.event.subscription import EventSubscription

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback
    from bridge_runtime.events import Subscription as BusSubscription
    from bridge_runtime.session import Session


class Events(EventService[EventSubscription]):
    """The events of one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._envelopes = Envelopes()
        self._recording = Recording(Limit.RECORDED)
        self._recorder: BusSubscription | None = None

    def emit(self, type: str, data: dict[str, Any], options: EmitOptions | None = None) -> str:
        require_type(type)
        if self._is_reserved(type):
            raise ReservedType(type=type)
        emitted = Emitted(data)
        size = len(canonical_json(emitted).encode("utf-8"))
        if size > Limit.DATA_BYTES:
            raise DataTooLarge(type=type, bytes=size, limit=Limit.DATA_BYTES)
        if options is not None:
            emitted.priority = options.priority or Priority.NORMAL
            emitted.source, emitted.correlation_id = options.source, options.correlation_id
        return event_id(self.session.events.emit(type, emitted))

    def _is_reserved(self, type: str) -> bool:
        """Whether the interface declares events of this type: their data has a type that programs must be able to trust."""
        interface = self.session.interface
        module = type.partition(".")[0]
        return module in interface.modules and type in interface.bridge(module).events

    def subscribe(
        self, pattern: str, callback: Callback[[Event], None], options: SubscribeOptions | None = None
    ) -> EventSubscription:
        require_pattern(pattern)
        wanted = test_of(options.criteria if options else None)
        max_events = options.max_events if options else None
        subscription = EventSubscription(pattern, callback, wanted, max_events, self._release)
        subscription.listen(self.session.events, self._envelopes.of)
        return subscription

    def _release(self, subscription: EventSubscription) -> None:
        subscription.close()
        self.session.handles.remove(subscription)

    def unsubscribe(self, subscription: EventSubscription) -> None:
        subscription.close()

    def list_subscriptions(self) -> list[SubscriptionInfo]:
        live = self.session.handles.of("event.Subscription")
        return [subscription.info() for subscription in live if isinstance(subscription, EventSubscription)]

    def filter(self, criteria: EventCriteria | None = None, limit: int | None = None) -> list[Event]:
        found = self._recording.find(test_of(criteria))
        return found if limit is None else found[-limit:]

    def record(self, enabled: bool = True, options: RecordOptions | None = None) -> RecordingInfo:
        if enabled:
            wanted = test_of(options.criteria if options else None)
            self._recording.start(wanted, (options.max_events if options else None) or Limit.RECORDED)
            if self._recorder is None:
                self._recorder = self.session.events.subscribe("**", self._record)
        else:
            self._recording.stop()
            if self._recorder is not None:
                self._recorder.cancel()
                self._recorder = None
        return self._recording.info()

    def _record(self, event: BusEvent[Any]) -> None:
        self._recording.add(self._envelopes.of(event))

    async def replay(
        self, criteria: EventCriteria | None = None, callback: Callback[[Event], None] | None = None
    ) -> int:
        found = self._recording.find(test_of(criteria))
        for event in found:
            if callback is not None:
                await callback(event.model_copy(update={"replayed": True}))
                continue
            again = Replayed(event.data)
            again.event = event
            self.session.events.emit(event.type, again)
        return len(found)

    def clear(self, criteria: EventCriteria | None = None) -> int:
        return self._recording.remove(test_of(criteria))

    def _close(self) -> None:
        self.record(False)
