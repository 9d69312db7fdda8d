"""A recording in a file: a log, and while it is on a writer of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from llmspell.event.constants import Limit
from llmspell.event.errors import FileFailed, InvalidFile
from llmspell.event.types import RecordingInfo

from llmspell_runtime.event.criteria import Query, Test
from llmspell_runtime.event.log import PAGE, EventLog
from llmspell_runtime.event.occurrence import Occurrence
from llmspell_runtime.event.recording import Recording
from llmspell_runtime.event.writer import Tally, Writer
from llmspell_runtime.storage.sqlite import DatabaseFailed, NotOurs

if TYPE_CHECKING:
    from array import array

to_thread = asyncio.to_thread


@contextmanager
def file_errors(path: str) -> Iterator[None]:
    """Raise what goes wrong with the file at ``path`` as the bridge's own errors."""
    try:
        yield
    except NotOurs as error:
        raise InvalidFile(path=path, reason=str(error)) from None
    except DatabaseFailed as error:
        raise FileFailed(path=path, reason=str(error)) from None


class FileRecording(Recording):
    """The events in one file; those of earlier sessions too. All its methods raise FileFailed and InvalidFile."""

    def __init__(self, path: str, real: Path, *, writable: bool, make: bool) -> None:
        """Open the file at ``real``, which the caller knows as ``path``; without ``make`` it must be there."""
        if not make and not real.exists():
            raise FileFailed(path=path, reason="no such file")
        self.path = path
        self._wanted: Test | None = None
        self._writer: Writer | None = None
        self._tally = Tally()
        self._max_events: int = Limit.RECORDED
        with file_errors(path):
            self._log = EventLog(real, writable=writable)

    def start(
        self, wanted: Test | None, max_events: int, failed: Callable[[FileRecording, str], None]
    ) -> None:
        """Keep the events that ``wanted`` accepts from now on, all for None, at most ``max_events`` of them.

        ``failed`` is told when events cannot be written.
        """
        with file_errors(self.path):
            if self._writer is None:
                self._writer = Writer(self._log, max_events, self._tally, partial(failed, self))
            self._writer.flush()
            self._tally.dropped += self._log.append((), max_events)
        self._writer.max_events = self._max_events = max_events
        self._wanted, self.is_on = wanted, True

    def stop(self) -> None:
        """Keep no more events, and wait until those that came are on the disk."""
        self.is_on = False
        writer, self._writer = self._writer, None
        if writer is not None:
            with file_errors(self.path):
                writer.stop()

    def flush(self) -> None:
        """Wait until the events that came are on the disk."""
        writer = self._writer
        if writer is not None:
            with file_errors(self.path):
                writer.flush()

    def add(self, occurrence: Occurrence) -> None:
        writer = self._writer
        if writer is not None and self.is_on and (self._wanted is None or self._wanted(occurrence)):
            writer.add(occurrence)

    # --- what it holds

    async def find(self, query: Query, limit: int | None) -> list[Occurrence]:
        return await to_thread(self._find, query, limit)

    def _find(self, query: Query, limit: int | None) -> list[Occurrence]:
        self.flush()
        found: list[Occurrence] = []
        with file_errors(self.path):
            positions = self._log.positions(query, limit if query.is_exact else None)
            for end in range(
                len(positions), 0, -PAGE
            ):  # the newest first: with a limit the oldest need not be read
                page = self._passing(positions[max(0, end - PAGE) : end], query)
                found += [event for _, event in reversed(page)]
                if limit is not None and len(found) >= limit:
                    break
        found.reverse()
        return found if limit is None else found[-limit:]

    def _passing(self, positions: array[int], query: Query) -> list[tuple[int, Occurrence]]:
        page = self._log.load(positions)
        test = query.test
        return page if test is None or query.is_exact else [row for row in page if test(row[1])]

    async def pages(self, query: Query) -> AsyncIterator[list[Occurrence]]:
        with file_errors(self.path):
            await to_thread(self.flush)
            positions = await to_thread(self._log.positions, query)
            for start in range(0, len(positions), PAGE):
                page = await to_thread(self._passing, positions[start : start + PAGE], query)
                yield [event for _, event in page]

    async def remove(self, query: Query) -> int:
        return await to_thread(self._remove, query)

    def _remove(self, query: Query) -> int:
        self.flush()
        with file_errors(self.path):
            positions = self._log.positions(query)
            if not query.is_exact:
                kept = positions[:0]
                for start in range(0, len(positions), PAGE):
                    kept.extend(at for at, _ in self._passing(positions[start : start + PAGE], query))
                positions = kept
            return self._log.remove(positions)

    def info(self) -> RecordingInfo:
        tally = self._tally
        with file_errors(self.path):
            return RecordingInfo(
                path=self.path,
                recording=self.is_on,
                events=self._log.count(),
                dropped=tally.dropped,
                lost=tally.lost,
                max_events=self._max_events,
                last_error=tally.last_error or None,
            )

    @property
    def lost(self) -> int:
        """Events that could not be written."""
        return self._tally.lost

    def close(self) -> None:
        """Write what there is, and let go of the file."""
        try:
            self.stop()
        finally:
            self._log.close()
