"""The file of a recording: one SQLite table of events, found by type, time and correlation id."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from llmspell.event.types import Type

from llmspell_runtime.event.criteria import Query, microseconds
from llmspell_runtime.event.occurrence import Occurrence
from llmspell_runtime.storage.sqlite import Database, Format

PAGE: Final = 500
"""Events that are read at a time."""

FORMAT: Final = Format(
    application_id=0x6C6C6D65,  # "llme"
    version=1,
    schema=(
        # Positions are never given twice: what is recorded during a replay is not taken for what was cleared meanwhile.
        "CREATE TABLE event (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, type TEXT NOT NULL,"
        " category TEXT NOT NULL, priority INTEGER NOT NULL, time INTEGER NOT NULL, source TEXT,"
        " correlation_id TEXT, data TEXT NOT NULL)",
        "CREATE INDEX event_by_type ON event (type)",
        "CREATE INDEX event_by_time ON event (time)",
        "CREATE INDEX event_by_correlation ON event (correlation_id)",
    ),
)
"""``time`` is in microseconds since 1970, ``priority`` 0 (low) to 3 (critical), ``data`` JSON."""

_COLUMNS: Final = "id, type, category, priority, time, source, correlation_id, data"
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class EventLog:
    """One open file. All methods may be called from any thread, and raise DatabaseFailed and NotOurs."""

    def __init__(self, path: Path | None, *, writable: bool) -> None:
        """Open the file at ``path``, or a log in memory for None."""
        self.path, self._writable = path, writable
        self._open()

    def _open(self) -> None:
        self._count = self._version = -1
        """How many events there were, and the state of the file as others left it, when they were last counted."""
        self._database = Database(self.path, FORMAT, writable=self._writable)
        self._file = _file_at(self.path)

    def follow(self) -> bool:
        """Open what lies at the path now, a new file when that is nothing; False when it is the same as before.

        SQLite itself goes on writing to a file that was deleted, whose events nobody finds again.
        """
        if _file_at(self.path) == self._file:
            return False
        self._database.close()
        self._open()
        return True

    def append(self, events: Iterable[Occurrence], max_events: int) -> int:
        """Write events in one transaction, and drop the oldest beyond ``max_events``; gives how many were dropped."""
        rows = [_row(event) for event in events]
        try:
            return self._append(rows, max_events)
        except BaseException:
            self._count = -1
            raise

    def _append(self, rows: list[tuple[object, ...]], max_events: int) -> int:
        database = self._database
        with database.transaction():
            count = self._counted() + len(rows)
            database.run_many(f"INSERT INTO event ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
            surplus = max(0, count - max_events)
            if surplus:
                database.run(
                    "DELETE FROM event WHERE position IN (SELECT position FROM event ORDER BY position LIMIT ?)",
                    (surplus,),
                )
            self._count = count - surplus
        return surplus

    def count(self) -> int:
        """How many events the file holds."""
        with self._database.snapshot():
            self._count = self._counted()
        return self._count

    def _counted(self) -> int:
        """The same, counted anew only when somebody else has written."""
        version = self._pragma("data_version")
        if self._count < 0 or version != self._version:
            self._version = version
            return int(self._one("SELECT count(*) FROM event"))
        return self._count

    def _pragma(self, name: str) -> int:
        return int(self._one(f"PRAGMA {name}"))

    def _one(self, statement: str) -> Any:
        rows = self._database.run(statement)
        return rows[0][0] if rows else 0

    def positions(self, query: Query, limit: int | None = None) -> array[int]:
        """Where the events lie that ``query`` admits before its test, oldest first; with ``limit`` the newest."""
        statement, values = _select(query, limit)
        found = array("q", (row[0] for row in self._database.run(statement, values)))
        found.reverse()
        return found

    def load(self, positions: Sequence[int]) -> list[tuple[int, Occurrence]]:
        """The events at ``positions``, a page at most, that are still there."""
        marks = ",".join("?" * len(positions))
        rows = self._database.run(
            f"SELECT position, {_COLUMNS} FROM event WHERE position IN ({marks}) ORDER BY position", positions
        )
        return [(row[0], _occurrence(row[1:])) for row in rows]

    def remove(self, positions: Sequence[int]) -> int:
        """Drop the events at ``positions``, in one transaction; gives how many were there."""
        removed = 0
        with self._database.transaction():
            for start in range(0, len(positions), PAGE):
                page = positions[start : start + PAGE]
                marks = ",".join("?" * len(page))
                self._database.run(f"DELETE FROM event WHERE position IN ({marks})", page)
                removed += int(self._one("SELECT changes()"))
            self._count = -1
        return removed

    def plan(self, query: Query) -> str:
        """How SQLite finds what ``query`` admits; see https://sqlite.org/eqp.html."""
        statement, values = _select(query, None)
        return "\n".join(str(row[3]) for row in self._database.run(f"EXPLAIN QUERY PLAN {statement}", values))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _file_at(path: Path | None) -> tuple[int, int] | None:
    """Which file it is that lies at a path, whatever it is called; None when there is none."""
    try:
        found = path.stat() if path is not None else None
    except OSError:
        found = None
    return None if found is None else (found.st_dev, found.st_ino)


def _select(query: Query, limit: int | None) -> tuple[str, list[object]]:
    # The plus keeps SQLite from walking the whole table, instead of a range, for the sake of the order.
    order = "+position" if query.is_range else "position"
    statement = f"SELECT position FROM event WHERE {query.condition} ORDER BY {order} DESC"
    return (statement, query.values) if limit is None else (f"{statement} LIMIT ?", [*query.values, limit])


def _row(event: Occurrence) -> tuple[object, ...]:
    return (
        event.id,
        event.type,
        event.category.value,
        event.rank,
        microseconds(event.timestamp),
        event.source,
        event.correlation_id,
        event.json.decode(),
    )


def _occurrence(row: Sequence[Any]) -> Occurrence:
    id, type, category, rank, time, source, correlation_id, json = row
    moment = _EPOCH + timedelta(microseconds=time)
    return Occurrence(id, type, Type(category), json.encode(), moment, rank, source, correlation_id)
