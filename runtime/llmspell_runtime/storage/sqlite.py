"""An SQLite file of ours: marked with whose it is and its version, safe among threads and processes."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from llmspell_runtime.storage.bindings import (
    BUSY_SECONDS,
    EXTRA,
    Binding,
    NeedsExtra,
    Row,
    SqliteFailed,
    connect,
)

__all__ = ["Database", "DatabaseFailed", "Format", "NeedsExtra", "NotOurs", "Row"]

_NOT_A_DATABASE: Final = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class NotOurs(Exception):
    """The file is something else, or of a version that is not known here; the message says which."""


class DatabaseFailed(Exception):
    """The file could not be read or written; the message says why."""


@dataclass(frozen=True, slots=True)
class Format:
    """What a kind of file looks like: how it is marked, what makes a new one, and what renews an old one."""

    application_id: int
    """Marks the kind among all SQLite files; see https://sqlite.org/pragma.html#pragma_application_id."""
    version: int
    schema: Sequence[str]
    """Statements that make a new file of this version."""
    migrations: Mapping[int, Callable[[Database], None]] = field(default_factory=dict)
    """What makes a file of version n one of version n + 1, called within a transaction."""


class Database:
    """One open file, or a database in memory. It may be used from any thread, one at a time.

    A writable file is made when it is missing; one that is only read is then empty (``is_open`` is False).
    A file of an older version is brought to the newest when it is opened for writing, in one transaction.

    What is committed survives a crash of the process and of the machine: the file is written ahead
    (https://sqlite.org/wal.html) and synchronized at every commit. Readers do not wait for a writer. What is deleted is
    overwritten. Who last closes it leaves one plain file, which can be read without making others beside it.
    """

    def __init__(self, path: Path | None, format: Format, *, writable: bool) -> None:
        """Open ``path``, or a database in memory for None.

        Raises NotOurs, DatabaseFailed, and NeedsExtra when Python's own SQLite has no full-text search.
        """
        self.writable = writable
        self._format = format
        self._lock = threading.RLock()
        self._binding: Binding | None = None
        self._in_transaction = False
        if path is not None and not writable and not path.exists():
            return
        try:
            self._binding = connect(path, writable=writable)
            self._take()
        except SqliteFailed as error:
            raise _told(error) from None
        except BaseException:
            self.close()
            raise

    def _take(self) -> None:
        """Accept a file that is ours, or can be made so."""
        self.run("PRAGMA synchronous = FULL")
        self.run("PRAGMA secure_delete = ON")
        with self.snapshot():
            is_ours = self._is_ours()
        if not self.writable:
            if not is_ours:
                self.close()  # an empty file holds nothing
            return
        if not is_ours:
            self._renew()
        if self.run("PRAGMA journal_mode") == [("delete",)]:
            with suppress(DatabaseFailed):  # somebody else is at it; whoever opens the file next tries again
                self.run("PRAGMA journal_mode = WAL")

    def _renew(self) -> None:
        """Bring an older file to our version, or make a fresh one ours."""
        with self.transaction():
            if self._is_ours():  # another process was faster
                return
            version = self._pragma("user_version")
            if version:
                for number in range(version, self._format.version):
                    self._format.migrations[number](self)
            else:
                for statement in self._format.schema:
                    self.run(statement)
            self.run(f"PRAGMA application_id = {self._format.application_id}")
            self.run(f"PRAGMA user_version = {self._format.version}")

    def _is_ours(self) -> bool:
        """Whether the file is of our newest version; False when it can be made so. Raises NotOurs."""
        application, version = self._pragma("application_id"), self._pragma("user_version")
        newest = self._format.version
        if (application, version) == (self._format.application_id, newest):
            return True
        if application != self._format.application_id:
            if application or version or self.run("SELECT 1 FROM sqlite_master LIMIT 1"):
                raise NotOurs("it is a database of another program")
            return False
        if version not in self._format.migrations:
            raise NotOurs(f"it has version {version}; version {newest} is known here")
        if not self.writable:
            raise NotOurs(
                f"it has version {version}, and becomes version {newest} when a session that may write it"
                " (fs.write) first opens it"
            )
        return False

    def _pragma(self, name: str) -> int:
        found: int = self.run(f"PRAGMA {name}")[0][0]
        return found

    def run(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """The rows of one statement; none when there is no file. Raises NotOurs, DatabaseFailed."""
        with self._lock:
            if self._binding is None:
                return []
            try:
                return self._binding.run(statement, values)
            except SqliteFailed as error:
                raise _told(error) from None

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each of ``rows``, best within a transaction. Raises NotOurs, DatabaseFailed."""
        with self._lock:
            if self._binding is not None:
                try:
                    self._binding.run_many(statement, rows)
                except SqliteFailed as error:
                    raise _told(error) from None

    def load_vectors(self) -> None:
        """Make sqlite-vec known to this connection. Raises NeedsExtra."""
        with self._lock:
            if self._binding is not None:
                self._binding.load_vectors()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is written, or nothing; one thread at a time. Within another one, a part of it."""
        with self._within("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything inside reads the same state, whatever others write meanwhile."""
        with self._within("BEGIN"):
            yield

    @contextmanager
    def _within(self, begin: str) -> Iterator[None]:
        with self._lock:
            if self._in_transaction or self._binding is None:
                yield
                return
            self.run(begin)
            self._in_transaction = True
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                with suppress(DatabaseFailed):  # a full disk has rolled it back already
                    self.run("ROLLBACK")
                raise
            finally:
                self._in_transaction = False

    @property
    def is_open(self) -> bool:
        """False when there is no file to read."""
        return self._binding is not None

    def close(self) -> None:
        """Close the file; what comes after finds nothing."""
        with self._lock:
            if self._binding is not None:
                if self.writable:
                    with suppress(SqliteFailed):  # somebody else is at it, who will do so
                        self._binding.run("PRAGMA journal_mode = DELETE", ())
                self._binding.close()
                self._binding = None


def _told(error: SqliteFailed) -> Exception:
    """What SQLite says, as what a caller can act on."""
    if error.code in _NOT_A_DATABASE:
        return NotOurs("it is not an SQLite database, or a damaged one")
    if error.code in _BUSY:
        return DatabaseFailed(
            f"somebody else has been writing to it for more than {BUSY_SECONDS:g} seconds; try again"
        )
    if "no such module: fts5" in str(error):
        return NeedsExtra(f"this Python's SQLite has no full-text search: {EXTRA}")
    return DatabaseFailed(str(error))
