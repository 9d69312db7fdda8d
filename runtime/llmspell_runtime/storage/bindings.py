"""The two bindings to SQLite behind one small face: apsw where it is installed, else Python's own.

One process uses one of them for all its files: two copies of SQLite on one file undo each other's locks
(https://sqlite.org/howtocorrupt.html, 2.2.1). Files are the same for both.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias

if TYPE_CHECKING:
    import apsw

BUSY_SECONDS: Final = 2.0
EXTRA: Final = "pip install 'llmspell[memory]'"

Row: TypeAlias = tuple[Any, ...]


class SqliteFailed(Exception):
    """A statement failed. ``code`` is SQLite's primary result code, as in https://sqlite.org/rescode.html."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class NeedsExtra(Exception):
    """What was asked for needs a library that is not installed; the message says how to get it."""


class Binding(Protocol):
    """An open connection in autocommit mode; not to be used by two threads at the same time."""

    def run(self, statement: str, values: Sequence[object]) -> list[Row]:
        """The rows of one statement. Raises SqliteFailed."""

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each of ``rows``. Raises SqliteFailed."""

    def load_vectors(self) -> None:
        """Make sqlite-vec's functions and tables known here, once or again. Raises NeedsExtra."""

    def close(self) -> None:
        """Let go of the file."""


def connect(path: Path | None, *, writable: bool) -> Binding:
    """Open ``path``, or a database in memory for None. A writable file is made when it is missing.

    Raises SqliteFailed.
    """
    name = ":memory:" if path is None else _uri(path, writable)
    return _apsw(name, writable) if has_apsw() else _Standard(name)


@functools.cache
def has_apsw() -> bool:
    """Whether apsw is installed, and so is used for everything."""
    return importlib.util.find_spec("apsw") is not None


def _uri(path: Path, writable: bool) -> str:
    if writable:
        return f"{path.as_uri()}?mode=rwc"
    # A file in write-ahead mode cannot be read where SQLite may make no lock file beside it, unless it is said
    # that nobody changes it; in such a folder nobody does.
    frozen = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return f"{path.as_uri()}?mode=ro{'&immutable=1' if frozen else ''}"


def _apsw(name: str, writable: bool) -> Binding:
    import apsw

    mode = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE if writable else apsw.SQLITE_OPEN_READONLY
    try:
        # The path is resolved; a symbolic link that has come to stand in it since is not followed.
        connection = apsw.Connection(name, mode | apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_NOFOLLOW)
    except apsw.Error as error:
        raise SqliteFailed(_code(error), str(error)) from None
    connection.set_busy_timeout(int(BUSY_SECONDS * 1000))
    return _Apsw(connection)


def _code(error: apsw.Error) -> int:
    return getattr(error, "result", 1) & 0xFF


class _Apsw:
    """SQLite as apsw carries it: of a known version, with everything."""

    def __init__(self, connection: apsw.Connection) -> None:
        import apsw

        self._connection, self._error = connection, apsw.Error

    def run(self, statement: str, values: Sequence[object]) -> list[Row]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except self._error as error:
            raise SqliteFailed(_code(error), str(error)) from None

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        try:
            self._connection.executemany(statement, rows).fetchall()
        except self._error as error:
            raise SqliteFailed(_code(error), str(error)) from None

    def load_vectors(self) -> None:
        try:
            import sqlite_vec  # type: ignore[import-untyped]
        except ImportError:
            raise NeedsExtra(f"vectors need sqlite-vec: {EXTRA}") from None
        self._connection.enable_load_extension(True)
        try:
            self._connection.load_extension(sqlite_vec.loadable_path())
        finally:
            self._connection.enable_load_extension(False)

    def close(self) -> None:
        self._connection.close()


class _Standard:
    """SQLite as Python was built with it: often without extensions, hardly ever without full-text search."""

    def __init__(self, name: str) -> None:
        try:
            self._connection = sqlite3.connect(
                name, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise _failed(error) from None

    def run(self, statement: str, values: Sequence[object]) -> list[Row]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise _failed(error) from None

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        try:
            self._connection.executemany(statement, rows)
        except sqlite3.Error as error:
            raise _failed(error) from None

    def load_vectors(self) -> None:
        raise NeedsExtra(f"vectors need apsw and sqlite-vec: {EXTRA}")

    def close(self) -> None:
        self._connection.close()


def _failed(error: sqlite3.Error) -> SqliteFailed:
    return SqliteFailed(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF, str(error))
