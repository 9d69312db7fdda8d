"""Persistent memory: one SQLite file, written at once, that other sessions and processes may share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from llmspell_runtime.memory.entries import Bounds, Clock, Entry, Space, SpaceName
from llmspell_runtime.storage.sqlite import Database, Format

FORMAT: Final = Format(
    application_id=0x6C6C6D73,  # "llms"
    version=1,
    schema=(
        """CREATE TABLE entry (
            scope TEXT NOT NULL, owner TEXT NOT NULL, key TEXT NOT NULL,
            value TEXT NOT NULL, tags TEXT NOT NULL, metadata TEXT NOT NULL,
            size INTEGER NOT NULL, expires_at REAL,
            PRIMARY KEY (scope, owner, key)
        ) WITHOUT ROWID""",
    ),
)
_COLUMNS: Final = "key, value, tags, metadata, expires_at"


class DatabaseSpace(Space):
    """The entries of one scope and owner in a database."""

    def __init__(self, name: SpaceName, bounds: Bounds, clock: Clock, database: Database) -> None:
        super().__init__(name, bounds, clock)
        self._database = database
        self._place = (name.scope, name.owner)

    def put(self, entries: Sequence[Entry]) -> None:
        with self._database.transaction():
            self._drop_expired()
            for entry in entries:
                row = (
                    entry.key,
                    entry.text,
                    json.dumps(entry.tags),
                    entry.metadata,
                    entry.expires_at,
                    entry.size,
                )
                self._database.run(
                    f"INSERT OR REPLACE INTO entry (scope, owner, {_COLUMNS}, size) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (*self._place, *row),
                )
            self._room_for(*self._count())

    def get(self, key: str) -> Entry | None:
        rows = self._database.run(
            f"SELECT {_COLUMNS} FROM entry WHERE scope = ? AND owner = ? AND key = ?", (*self._place, key)
        )
        entry = _entry(rows[0]) if rows else None
        if entry is None or entry.is_over(self.clock()):
            self.counters.misses += 1
            return None
        self.counters.hits += 1
        return entry

    def delete(self, key: str) -> bool:
        with self._database.transaction():
            self._drop_expired()
            where = "WHERE scope = ? AND owner = ? AND key = ?"
            found = bool(self._database.run(f"SELECT 1 FROM entry {where}", (*self._place, key)))
            self._database.run(f"DELETE FROM entry {where}", (*self._place, key))
        return found

    def clear(self) -> int:
        with self._database.transaction():
            self._drop_expired()
            count, _ = self._count()
            self._database.run("DELETE FROM entry WHERE scope = ? AND owner = ?", self._place)
        return count

    def entries(self) -> Iterable[Entry]:
        rows = self._database.run(
            f"SELECT {_COLUMNS} FROM entry WHERE scope = ? AND owner = ?"
            " AND (expires_at IS NULL OR expires_at > ?) ORDER BY key",
            (*self._place, self.clock()),
        )
        return [_entry(row) for row in rows]

    def totals(self) -> tuple[int, int]:
        return self._count()

    def _count(self) -> tuple[int, int]:
        rows = self._database.run(
            "SELECT count(*), coalesce(sum(size), 0) FROM entry WHERE scope = ? AND owner = ?"
            " AND (expires_at IS NULL OR expires_at > ?)",
            (*self._place, self.clock()),
        )
        return (rows[0][0], rows[0][1]) if rows else (0, 0)

    def _drop_expired(self) -> None:
        """Remove what is over; only within a writing transaction, for a reader may not write."""
        over = self._database.run(
            f"DELETE FROM entry WHERE scope = ? AND owner = ? AND expires_at <= ? RETURNING {_COLUMNS}",
            (*self._place, self.clock()),
        )
        for row in over:
            self._expire(_entry(row))


def _entry(row: tuple[Any, ...]) -> Entry:
    key, text, tags, metadata, expires_at = row
    return Entry(key, text, tuple(json.loads(tags)), metadata, expires_at)
