"""The event service: the bridge's functions over the session's bus."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bridge_runtime.errors import InvalidArgument
from bridge_runtime.events import Event as BusEvent
from bridge_runtime.events import matches
from bridge_runtime.values import InvalidJson, read_json
from llmspell.event.constants import Limit
from llmspell.event.errors import DataTooLarge, FileFailed, ReservedType
from llmspell.event.service import EventService
from llmspell.event.types import (
    EmitOptions,
    EndReason,
    Event,
    EventCriteria,
    RecordingFailed,
    RecordingInfo,
    RecordOptions,
    ReplayOptions,
    SubscribeOptions,
    SubscriptionInfo,
)
from pydantic_core import to_json

from llmspell_runtime.event.clock import SYSTEM, Clock
from llmspell_runtime.event.criteria import Query, Test, live_test
from llmspell_runtime.event.file_recording import FileRecording, to_thread
from llmspell_runtime.event.names import require_pattern, require_type
from llmspell_runtime.event.occurrence import Emitted, Occurrence, Occurrences, event_id
from llmspell_runtime.event.recording import MemoryRecording, Recording
from llmspell_runtime.event.replay import Patience, replay
from llmspell_runtime.event.subscription import EventSubscription

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback
    from bridge_runtime.events import Subscription as BusSubscription
    from bridge_runtime.session import Session

_BEFORE_SUBSCRIBERS: Final = 1_000
"""Priority of the recorder on the bus: what a subscriber emits in answer is recorded after what it answers."""

_NOTHING_MORE: Final = EmitOptions()
_NOT_RECORDED_TO: Final = "this session does not record to it"


def _written(data: dict[str, Any]) -> bytes:
    """An event's data as the text of JSON; raises InvalidArgument for what could not be read again."""
    try:
        json = to_json(data)
        if b"Infinity" in json:  # which a host in this process may hand over
            read_json(json)
    except InvalidJson as error:
        raise InvalidArgument(function="event.emit", detail=f"data: {error}") from None
    except ValueError:
        raise InvalidArgument(function="event.emit", detail="data is nested too deeply") from None
    return json


class Events(EventService[EventSubscription]):
    """The events of one session."""

    def __init__(self, session: Session, clock: Clock = SYSTEM) -> None:
        super().__init__(session)
        self._clock = clock
        self._occurrences = Occurrences(clock.now)
        self._memory = MemoryRecording(Limit.RECORDED)
        self._files: dict[Path, FileRecording] = {}
        """Files that the session has recorded to, by their resolved paths."""
        self._files_lock = asyncio.Lock()
        self._recorders: dict[Recording, BusSubscription] = {}
        """What brings events to the recordings that are on."""

    # --- emitting

    def emit(self, type: str, data: dict[str, Any], options: EmitOptions | None = None) -> str:
        require_type(type)
        if self._is_reserved(type):
            raise ReservedType(type=type)
        json = _written(data)
        if len(json) > Limit.DATA_BYTES:
            raise DataTooLarge(type=type, bytes=len(json), limit=Limit.DATA_BYTES)
        options = options or _NOTHING_MORE
        about = Emitted(data, json, options.priority, options.source, options.correlation_id)
        return event_id(self.session.events.emit(type, data, about))

    def _is_reserved(self, type: str) -> bool:
        """Whether the interface declares events of this type: their data has a type that programs must be able to trust."""
        interface = self.session.interface
        module = type.partition(".")[0]
        return module in interface.modules and type in interface.bridge(module).events

    # --- subscriptions

    def subscribe(
        self, pattern: str, callback: Callback[[Event], None], options: SubscribeOptions | None = None
    ) -> EventSubscription:
        require_pattern(pattern)
        options = options or SubscribeOptions()
        subscription = EventSubscription(pattern, callback, live_test(options.criteria), options, self)
        subscription.listen(self.session.events, self._occurrences.of)
        return subscription

    def unsubscribe(self, subscription: EventSubscription) -> None:
        subscription.close()

    def list_subscriptions(self) -> list[SubscriptionInfo]:
        return [subscription.info() for subscription in self._subscriptions()]

    def _subscriptions(self) -> list[EventSubscription]:
        live = self.session.handles.of("event.Subscription")
        return [subscription for subscription in live if isinstance(subscription, EventSubscription)]

    def overflowed(self, subscription: EventSubscription) -> None:
        """A subscription begins to lose events."""
        self.session.events.emit("event.overflow", subscription.overflow())

    def ended(self, subscription: EventSubscription, reason: EndReason) -> None:
        """A subscription has ended by itself."""
        subscription.close()
        if self.session.handles.remove(subscription):
            self.session.events.emit("event.subscription_ended", subscription.end(reason))

    # --- recordings

    async def record(self, enabled: bool = True, options: RecordOptions | None = None) -> RecordingInfo:
        options = options or RecordOptions()
        wanted, most = live_test(options.criteria), options.max_events or Limit.RECORDED
        if options.path is not None:
            recording = await self._record_to(options.path, enabled, wanted, most)
            self._listen(recording, options.criteria)
            return await to_thread(recording.info)
        if enabled:
            self._memory.start(wanted, most)
        else:
            self._memory.stop()
        self._listen(self._memory, options.criteria)
        return self._memory.info()

    async def _record_to(self, path: str, enabled: bool, wanted: Test | None, most: int) -> FileRecording:
        real = self.session.permissions.require_path("fs.write", path)
        async with self._files_lock:
            recording = self._files.get(real)
            if recording is None:
                if not enabled:
                    raise FileFailed(path=path, reason=_NOT_RECORDED_TO)
                recording = await to_thread(FileRecording, path, real, writable=True, make=True)
                self._files[real] = recording
            if enabled:
                await to_thread(recording.start, wanted, most, self._not_recorded)
            else:
                await to_thread(recording.stop)
        return recording

    def _listen(self, recording: Recording, criteria: EventCriteria | None) -> None:
        """Hear what a recording that is on may want, and no more: the rest then still costs nothing."""
        before = self._recorders.pop(recording, None)
        if before is not None:
            before.cancel()
        if recording.is_on:
            pattern = (criteria.pattern if criteria is not None else None) or "**"

            def record(event: BusEvent[Any]) -> None:
                occurrence = self._occurrences.of(event)
                if not occurrence.replayed:
                    recording.add(occurrence)

            self._recorders[recording] = self.session.events.subscribe(pattern, record, _BEFORE_SUBSCRIBERS)

    def _not_recorded(self, recording: FileRecording, reason: str) -> None:
        told = RecordingFailed(path=recording.path, reason=reason, lost=recording.lost)
        self.session.events.emit("event.recording_failed", told)

    def list_recordings(self) -> list[RecordingInfo]:
        return [recording.info() for recording in (self._memory, *self._files.values())]

    async def flush(self, path: str | None = None) -> None:
        files = list(self._files.values())
        if path is not None:
            recording = self._files.get(self.session.permissions.require_path("fs.write", path))
            if recording is None:
                raise FileFailed(path=path, reason=_NOT_RECORDED_TO)
            files = [recording]
        for recording in files:
            await to_thread(recording.flush)

    # --- what was recorded

    @asynccontextmanager
    async def _opened(self, path: str | None, permission: str) -> AsyncIterator[Recording]:
        """The recording in memory, or that in a file; one that this session does not record to is closed again."""
        if path is None:
            yield self._memory
            return
        real = self.session.permissions.require_path(permission, path)
        known = self._files.get(real)
        if known is not None:
            yield known
            return
        recording = await to_thread(FileRecording, path, real, writable=permission == "fs.write", make=False)
        try:
            yield recording
        finally:
            await to_thread(recording.close)

    async def filter(
        self, criteria: EventCriteria | None = None, limit: int | None = None, path: str | None = None
    ) -> list[Event]:
        query = Query(criteria)
        async with self._opened(path, "fs.read") as recording:
            return [occurrence.record() for occurrence in await recording.find(query, limit)]

    async def replay(
        self,
        criteria: EventCriteria | None = None,
        callback: Callback[[Event], None] | None = None,
        options: ReplayOptions | None = None,
    ) -> int:
        query, options = Query(criteria), options or ReplayOptions()
        patience = Patience(self._clock, options.wait_seconds)

        async def give(occurrence: Occurrence) -> None:
            assert callback is not None
            await callback(occurrence.record())

        async def spread(occurrence: Occurrence) -> None:
            for subscription in self._subscriptions():
                if subscription.is_full and matches(subscription.pattern, occurrence.type):
                    await patience.room(subscription)
            self.session.events.emit(occurrence.type, occurrence.data, occurrence)

        async with self._opened(options.path, "fs.read") as recording:
            return await replay(
                recording.pages(query), options, self._clock, spread if callback is None else give
            )

    async def clear(self, criteria: EventCriteria | None = None, path: str | None = None) -> int:
        query = Query(criteria)
        async with self._opened(path, "fs.write") as recording:
            return await recording.remove(query)

    def _close(self) -> None:
        self._memory.stop()
        for recorder in self._recorders.values():
            recorder.cancel()
        files, self._files = list(self._files.values()), {}
        with ExitStack() as closing:  # all of them, whichever cannot write what is left
            for recording in files:
                closing.callback(recording.close)
