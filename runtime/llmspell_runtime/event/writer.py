"""Writes a recording's file on a thread of its own, many events at a time, so that emitting does not wait for the disk."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from llmspell.event.constants import Limit

from llmspell_runtime.event.log import EventLog
from llmspell_runtime.event.occurrence import Occurrence
from llmspell_runtime.storage.sqlite import DatabaseFailed, NotOurs

_log = logging.getLogger(__name__)

BATCH: Final = 1_000
"""Events written in one transaction."""

GATHER_SECONDS: Final = 0.01
"""How long the first of some events waits for others, so that the disk is not asked to synchronize for each."""

Failed: TypeAlias = Callable[[str], None]


@dataclass(slots=True)
class Tally:
    """What has become of the events of one recording."""

    dropped: int = 0
    """Events that made room for later ones."""
    lost: int = 0
    """Events that could not be written."""
    last_error: str = ""
    """Why."""


class _Flush:
    """Somebody waits for what has come so far to be written."""

    def __init__(self) -> None:
        self._done = threading.Event()
        self._error: Exception | None = None

    def end(self, error: Exception | None) -> None:
        self._error = error
        self._done.set()

    def wait(self) -> None:
        """Raises DatabaseFailed and NotOurs when it could not be written."""
        self._done.wait()
        if self._error is not None:
            raise self._error


class Writer:
    """The events on their way to one file.

    What cannot be written stays, and is tried again with the next event or flush; only what comes when ``UNWRITTEN``
    events, or as many bytes of data, wait is lost. ``failed`` is told why, on whichever thread it happens, once until
    writing succeeds again.
    """

    def __init__(self, log: EventLog, max_events: int, tally: Tally, failed: Failed) -> None:
        self.max_events = max_events
        """How many events the file may hold."""
        self._log, self._tally, self._failed = log, tally, failed
        self._changed = threading.Condition()
        self._unwritten: list[Occurrence] = []
        self._bytes = 0
        self._flushes: list[_Flush] = []
        self._is_idle = self._has_news = self._is_stopping = self._is_failing = False
        self._thread = threading.Thread(target=self._run, name="llmspell-event-writer", daemon=True)
        self._thread.start()

    def add(self, occurrence: Occurrence) -> None:
        """Have an event written soon."""
        size = len(occurrence.json)
        with self._changed:
            has_room = len(self._unwritten) < Limit.UNWRITTEN and self._bytes + size <= Limit.UNWRITTEN_BYTES
            if has_room:
                self._unwritten.append(occurrence)
                self._bytes += size
            else:
                self._tally.lost += 1
            self._has_news = True
            if self._is_idle:
                self._changed.notify()
        if not has_room:
            self._fail(
                self._tally.last_error if self._is_failing else "events come faster than they can be written"
            )

    @property
    def unwritten(self) -> int:
        """How many events wait to be written."""
        return len(self._unwritten)

    def flush(self) -> None:
        """Wait until every event that was added is on the disk. Raises DatabaseFailed and NotOurs."""
        flush = _Flush()
        with self._changed:
            self._flushes.append(flush)
            self._changed.notify()
        flush.wait()

    def stop(self) -> None:
        """Write what there is, and no more. Raises DatabaseFailed and NotOurs; what was not written is then lost."""
        self._is_stopping = True
        try:
            self.flush()
        finally:
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._is_idle = True
                self._changed.wait_for(lambda: self._has_news or self._flushes)
                self._is_idle = self._has_news = False
                self._changed.wait_for(lambda: self._flushes, GATHER_SECONDS)
                flushes, self._flushes = self._flushes, []
                count = len(self._unwritten)
            error = self._write(count)
            is_last = self._is_stopping and bool(flushes)
            if is_last:
                self._tally.lost += len(self._unwritten)
            for flush in flushes:
                flush.end(error)
            if is_last:
                return

    def _write(self, count: int) -> Exception | None:
        """Write the ``count`` events that have waited longest; gives what it failed with."""
        try:
            if self._log.follow():
                _log.warning("%s was deleted or replaced; events go to what is there now", self._log.path)
            while count > 0:
                count -= self._write_batch(min(count, BATCH))
        except (DatabaseFailed, NotOurs) as error:
            self._fail(str(error))
            return error
        return None

    def _write_batch(self, count: int) -> int:
        batch = self._unwritten[:count]
        self._tally.dropped += self._log.append(batch, self.max_events)
        with self._changed:
            del self._unwritten[: len(batch)]
            self._bytes -= sum(len(event.json) for event in batch)
        self._is_failing = False
        return len(batch)

    def _fail(self, reason: str) -> None:
        self._tally.last_error = reason
        if not self._is_failing:
            self._is_failing = True
            _log.warning("events are not recorded: %s", reason)
            self._failed(reason)
