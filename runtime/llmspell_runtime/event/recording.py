"""The session's recording: events in memory, the oldest making room for the newest."""

from __future__ import annotations

import threading
from collections import deque

from llmspell.event.types import Event, RecordingInfo

from llmspell_runtime.event.criteria import Test


class Recording:
    """What was recorded, and what is to be."""

    def __init__(self, max_events: int) -> None:
        self._events: deque[Event] = deque()
        self._max_events = max_events
        self._wanted: Test | None = None
        self._dropped = 0
        self._lock = threading.Lock()

    @property
    def is_on(self) -> bool:
        return self._wanted is not None

    def start(self, wanted: Test, max_events: int) -> None:
        """Keep the events that ``wanted`` accepts from now on, at most ``max_events`` of them."""
        with self._lock:
            self._wanted, self._max_events = wanted, max_events
            self._make_room()

    def stop(self) -> None:
        """Keep no more events; those that are here stay."""
        self._wanted = None

    def add(self, event: Event) -> None:
        """Keep ``event`` if it is wanted."""
        with self._lock:
            if self._wanted is not None and not event.replayed and self._wanted(event):
                self._events.append(event.model_copy(deep=True))  # its readers may change theirs
                self._make_room()

    def _make_room(self) -> None:
        while len(self._events) > self._max_events:
            self._events.popleft()
            self._dropped += 1

    def find(self, test: Test) -> list[Event]:
        """Copies of the events that pass ``test``, oldest first."""
        with self._lock:
            return [event.model_copy(deep=True) for event in self._events if test(event)]

    def remove(self, test: Test) -> int:
        """Drop the events that pass ``test``; gives how many."""
        with self._lock:
            kept = [event for event in self._events if not test(event)]
            removed = len(self._events) - len(kept)
            self._events = deque(kept)
            return removed

    def info(self) -> RecordingInfo:
        """How the recording stands."""
        with self._lock:
            return RecordingInfo(
                recording=self.is_on,
                events=len(self._events),
                dropped=self._dropped,
                max_events=self._max_events,
            )
