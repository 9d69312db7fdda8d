"""Persistent memory: one SQLite file, written at once, that other sessions and processes may share."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from llmspell_runtime.memory.entries import Bounds, Clock, Entry, Space, SpaceName

APPLICATION_ID: Final = 0x6C6C6D73
"""Marks our files among all SQLite files: "llms"."""
VERSION: Final = 1
BUSY_SECONDS: Final = 2.0

_SCHEMA: Final = """
CREATE TABLE entry (
    scope TEXT NOT NULL, owner TEXT NOT NULL, key TEXT NOT NULL,
    value TEXT NOT NULL, tags TEXT NOT NULL, metadata TEXT NOT NULL,
    size INTEGER NOT NULL, expires_at REAL,
    PRIMARY KEY (scope, owner, key)
) WITHOUT ROWID;
"""
_COLUMNS: Final = "key, value, tags, metadata, expires_at"


class NotMemory(Exception):
    """The file is something else, or of a version that is not known here; the message says which."""


class DatabaseFailed(Exception):
    """The file could not be read or written; the message says why."""


class Database:
    """One open file. A writable one is made when it is missing; one that is only read is then empty."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        if not writable and not path.exists():
            return
        try:
            self._connection = _connect(path, writable)
            self._check(writable)
        except BaseException:
            self.close()
            raise

    def _check(self, writable: bool) -> None:
        """Take a file that is ours and of our version, or make a fresh one ours."""
        application, version = self._pragma("application_id"), self._pragma("user_version")
        if (application, version) == (APPLICATION_ID, VERSION):
            return
        if application == APPLICATION_ID:
            raise NotMemory(f"it has version {version}; version {VERSION} is known here")
        if not self._is_blank() or application or version:
            raise NotMemory("it is a database of another program")
        if not writable:
            self.close()  # an empty file holds nothing
            return
        with self.transaction():
            if self._is_blank():  # still: another process may have been faster
                self.run(_SCHEMA)
                self.run(f"PRAGMA application_id = {APPLICATION_ID}")
                self.run(f"PRAGMA user_version = {VERSION}")

    def _pragma(self, name: str) -> int:
        found: int = self.run(f"PRAGMA {name}")[0][0]
        return found

    def _is_blank(self) -> bool:
        return not self.run("SELECT 1 FROM sqlite_master LIMIT 1")

    def run(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of one statement; none when there is no file. Raises NotMemory and DatabaseFailed."""
        with self._lock:
            if self._connection is None:
                return []
            try:
                return self._connection.execute(statement, values).fetchall()
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
                    raise NotMemory("it is not an SQLite database, or a damaged one") from None
                raise DatabaseFailed(str(error)) from None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside happens, or nothing; one thread at a time."""
        with self._lock:
            self.run("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.run("ROLLBACK")
                raise
            self.run("COMMIT")

    @property
    def is_open(self) -> bool:
        """False when there is no file to read."""
        return self._connection is not None

    def close(self) -> None:
        """Close the file; what comes after finds nothing."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


def _connect(path: Path, writable: bool) -> sqlite3.Connection:
    mode = "rwc" if writable else "ro"
    try:
        return sqlite3.connect(
            f"{path.as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
    except sqlite3.Error as error:
        raise DatabaseFailed(str(error)) from None


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
