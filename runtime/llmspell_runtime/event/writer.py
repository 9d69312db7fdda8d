"""Writes a recording's file on a thread of its own, many events at a time, so that emitting does not wait for the disk."""

from __future__ import annotations

import logging
import queue
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

Failed: TypeAlias = Callable[[str], None]


class _Flush:
    """Asks for everything before it to be written."""

    def __init__(self, last: bool) -> None:
        self.last = last
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


@dataclass(slots=True)
class Tally:
    """What has become of the events of one recording."""

    dropped: int = 0
    """Events that made room for later ones."""
    lost: int = 0
    """Events that could not be written."""
    last_error: str = ""
    """Why."""


class Writer:
    """The events on their way to one file.

    What cannot be written stays, and is tried again with the next event or flush; only what comes when ``UNWRITTEN``
    events wait is lost. ``failed`` is told why, on whichever thread it happens, once until writing succeeds again.
    """

    def __init__(self, log: EventLog, max_events: int, tally: Tally, failed: Failed) -> None:
        self.max_events = max_events
        """How many events the file may hold."""
        self._log, self._tally, self._failed = log, tally, failed
        self._is_failing = False
        self._incoming: queue.SimpleQueue[Occurrence | _Flush] = queue.SimpleQueue()
        self._unwritten: list[Occurrence] = []
        self._thread = threading.Thread(target=self._run, name="llmspell-event-writer", daemon=True)
        self._thread.start()

    def add(self, occurrence: Occurrence) -> None:
        """Have an event written soon."""
        if self.unwritten < Limit.UNWRITTEN:
            self._incoming.put(occurrence)
        else:
            self._tally.lost += 1
            self._fail(
                self._tally.last_error if self._is_failing else "events come faster than they can be written"
            )

    @property
    def unwritten(self) -> int:
        """How many events wait to be written, more or less."""
        return self._incoming.qsize() + len(self._unwritten)

    def flush(self) -> None:
        """Wait until every event that was added is on the disk. Raises DatabaseFailed and NotOurs."""
        self._ask(last=False)

    def stop(self) -> None:
        """Write what there is, and no more. Raises DatabaseFailed and NotOurs; what was not written is then lost."""
        if self._thread.is_alive():
            try:
                self._ask(last=True)
            finally:
                self._thread.join()

    def _ask(self, *, last: bool) -> None:
        ask = _Flush(last)
        self._incoming.put(ask)
        ask.wait()

    def _run(self) -> None:
        while True:
            asked = self._gather()
            error = self._write()
            for ask in asked:
                ask.end(error)
            if any(ask.last for ask in asked):
                self._tally.lost += len(self._unwritten)
                self._unwritten.clear()
                return

    def _gather(self) -> list[_Flush]:
        """Wait for something to do, and take what has come meanwhile, up to a flush."""
        item = self._incoming.get()
        while True:
            if isinstance(item, _Flush):
                return [item]
            self._unwritten.append(item)
            if len(self._unwritten) >= BATCH:
                return []
            try:
                item = self._incoming.get_nowait()
            except queue.Empty:
                return []

    def _write(self) -> Exception | None:
        while self._unwritten:
            batch = self._unwritten[:BATCH]
            try:
                self._tally.dropped += self._log.append(batch, self.max_events)
            except (DatabaseFailed, NotOurs) as error:
                self._fail(str(error))
                return error
            del self._unwritten[: len(batch)]
            self._is_failing = False
        return None

    def _fail(self, reason: str) -> None:
        self._tally.last_error = reason
        if not self._is_failing:
            self._is_failing = True
            _log.warning("events are not recorded: %s", reason)
            self._failed(reason)
