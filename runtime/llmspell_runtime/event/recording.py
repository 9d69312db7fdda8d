"""A recording: what it keeps, and how its events are found again; here the one in memory."""

from __future__ import annotations

import asyncio
import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import AsyncIterator

from llmspell.event.constants import Limit
from llmspell.event.types import RecordingInfo

from llmspell_runtime.event.criteria import Query, Test
from llmspell_runtime.event.occurrence import Occurrence


class Recording(ABC):
    """Events that are kept, the oldest making room for the newest."""

    is_on = False
    """Whether it keeps the events that come."""

    @abstractmethod
    def add(self, occurrence: Occurrence) -> None:
        """Keep an event, if it is wanted; on the thread that emits it."""

    @abstractmethod
    async def find(self, query: Query, limit: int | None) -> list[Occurrence]:
        """The events that pass, oldest first; with ``limit`` the newest of them."""

    @abstractmethod
    def pages(self, query: Query) -> AsyncIterator[list[Occurrence]]:
        """The events that pass and are here now, oldest first, some at a time."""

    @abstractmethod
    async def remove(self, query: Query) -> int:
        """Drop the events that pass; gives how many."""

    @abstractmethod
    def info(self) -> RecordingInfo:
        """How it stands."""


class MemoryRecording(Recording):
    """What the session records in memory."""

    def __init__(self, max_events: int) -> None:
        self._events: deque[Occurrence] = deque()
        self._max_events = max_events
        self._wanted: Test | None = None
        self._bytes = self._dropped = 0
        self._lock = threading.Lock()

    def start(self, wanted: Test | None, max_events: int) -> None:
        """Keep the events that ``wanted`` accepts from now on, all for None, at most ``max_events`` of them."""
        with self._lock:
            self._wanted, self._max_events, self.is_on = wanted, max_events, True
            self._make_room()

    def stop(self) -> None:
        """Keep no more events; those that are here stay."""
        self.is_on = False

    def add(self, occurrence: Occurrence) -> None:
        with self._lock:
            if self.is_on and (self._wanted is None or self._wanted(occurrence)):
                self._events.append(occurrence)
                self._bytes += len(occurrence.json)
                self._make_room()

    def _make_room(self) -> None:
        while len(self._events) > self._max_events or self._bytes > Limit.RECORDED_BYTES:
            self._bytes -= len(self._events.popleft().json)
            self._dropped += 1

    async def find(self, query: Query, limit: int | None) -> list[Occurrence]:
        found = await self._matching(query)
        return found if limit is None else found[-limit:]

    async def pages(self, query: Query) -> AsyncIterator[list[Occurrence]]:
        yield await self._matching(query)

    async def _matching(self, query: Query) -> list[Occurrence]:
        with self._lock:
            events = list(self._events)
        if (test := query.test) is None:
            return events

        def passing() -> list[Occurrence]:
            return [event for event in events if test(event)]

        return await asyncio.to_thread(passing) if query.may_wait else passing()

    async def remove(self, query: Query) -> int:
        found = await self._matching(query)
        going = set(map(id, found))  # equal events are different ones
        with self._lock:
            kept = [event for event in self._events if id(event) not in going]
            removed = len(self._events) - len(kept)
            self._events = deque(kept)
            self._bytes = sum(len(event.json) for event in kept)
            return removed

    def info(self) -> RecordingInfo:
        with self._lock:
            return RecordingInfo(
                recording=self.is_on,
                events=len(self._events),
                dropped=self._dropped,
                lost=0,
                max_events=self._max_events,
            )
