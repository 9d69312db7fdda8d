"""Checkpoints in SQLite files: a row for every run, and one for every step that has ended."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import anyio.to_thread
from llmspell.workflow.errors import FileFailed, InvalidFile
from llmspell.workflow.types import Status

from llmspell_runtime.storage.sqlite import Database, DatabaseFailed, Format, NotOurs
from llmspell_runtime.workflow.checkpoints import written
from llmspell_runtime.workflow.engine import Ending, Order, Outcome
from llmspell_runtime.workflow.reporting import as_json

_FORMAT: Final = Format(
    application_id=0x6C6C7772,  # "llwr"
    version=1,
    schema=(
        """
        CREATE TABLE run (
            id TEXT PRIMARY KEY, workflow TEXT NOT NULL, document TEXT NOT NULL,
            status TEXT NOT NULL, elapsed REAL NOT NULL, owner TEXT NOT NULL, ending TEXT
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE step (
            run TEXT NOT NULL REFERENCES run (id), number INTEGER NOT NULL, outcome TEXT NOT NULL,
            PRIMARY KEY (run, number)
        ) WITHOUT ROWID
        """,
    ),
)
_live: set[str] = set()
"""Ids of the runs that this process keeps in files."""


class CheckpointFile:
    """One file. Its methods may be called from any thread, and wait for the disk."""

    def __init__(self, path: Path, given: str) -> None:
        """``given`` is the path as the caller wrote it, for messages. Raises FileFailed and InvalidFile."""
        self._given = given
        self._database: Database | None = None
        self._do(lambda: setattr(self, "_database", Database(path, _FORMAT, writable=True)))

    def begin(self, order: Order) -> None:
        """A run begins, or goes on."""
        document = json.dumps(written(order), ensure_ascii=False)
        name = json.loads(order.definition)["name"]
        row = (order.run, name, document, Status.RUNNING, order.elapsed, _this_process())

        def write() -> None:
            database = self._there
            with database.transaction():
                database.run("INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?, ?, ?, NULL)", row)
                database.run("DELETE FROM step WHERE run = ?", (order.run,))
                steps = [(order.run, n, _text(outcome)) for n, outcome in enumerate(order.outcomes)]
                database.run_many("INSERT INTO step VALUES (?, ?, ?)", steps)

        self._do(write)
        _live.add(order.run)

    def add(self, run: str, outcome: Outcome, elapsed: float) -> None:
        """A step of a run has ended."""

        def write() -> None:
            database = self._there
            with database.transaction():
                last = "(SELECT coalesce(max(number), -1) FROM step WHERE run = ?)"
                database.run(f"INSERT INTO step VALUES (?, {last} + 1, ?)", (run, run, _text(outcome)))
                database.run("UPDATE run SET elapsed = ? WHERE id = ?", (elapsed, run))

        self._do(write)

    def end(self, run: str, ending: Ending) -> None:
        """A run has ended: how is kept, its steps are not."""
        error = None if ending.error is None else ending.error.to_json()
        told = json.dumps({"output": ending.output, "error": error}, ensure_ascii=False)

        def write() -> None:
            database = self._there
            with database.transaction():
                database.run("DELETE FROM step WHERE run = ?", (run,))
                row = (ending.status, ending.elapsed, told, run)
                database.run(
                    "UPDATE run SET status = ?, elapsed = ?, owner = '', ending = ? WHERE id = ?", row
                )

        self._do(write)
        _live.discard(run)

    def leave(self, run: str) -> None:
        """A run goes on elsewhere, if at all."""
        _live.discard(run)
        self._do(lambda: self._there.run("UPDATE run SET owner = '' WHERE id = ? AND ending IS NULL", (run,)))

    def unfinished(self) -> list[dict[str, Any]]:
        """The checkpoints of the runs that have not ended and that nobody runs."""

        def read() -> list[dict[str, Any]]:
            database = self._there
            with database.snapshot():
                rows = database.run(
                    "SELECT id, document, elapsed, owner FROM run WHERE ending IS NULL ORDER BY id"
                )
                return [
                    {**json.loads(document), "elapsed_seconds": elapsed, "steps": self._steps(id)}
                    for id, document, elapsed, owner in rows
                    if id not in _live and not _is_alive(owner)
                ]

        found: list[dict[str, Any]] = self._do(read)
        return found

    def _steps(self, run: str) -> list[Any]:
        rows = self._there.run("SELECT outcome FROM step WHERE run = ? ORDER BY number", (run,))
        return [json.loads(outcome) for (outcome,) in rows]

    @property
    def _there(self) -> Database:
        assert self._database is not None
        return self._database

    def _do(self, work: Callable[[], Any]) -> Any:
        try:
            return work()
        except NotOurs as error:
            raise InvalidFile(path=self._given, reason=str(error)) from None
        except DatabaseFailed as error:
            raise FileFailed(path=self._given, reason=str(error)) from None

    def close(self) -> None:
        if self._database is not None:
            self._database.close()


class Checkpoints:
    """The keeper of a session: tells each run's file, where it has one, of what it comes to."""

    def __init__(self) -> None:
        self._open: dict[Path, CheckpointFile] = {}
        self._files: dict[str, CheckpointFile] = {}

    async def file(self, path: Path, given: str) -> CheckpointFile:
        """The file at a path that the session may write. Raises FileFailed and InvalidFile."""
        found = self._open.get(path)
        if found is None:
            found = await anyio.to_thread.run_sync(CheckpointFile, path, given)
            found = self._open.setdefault(path, found)
        return found

    async def keep(self, order: Order, file: CheckpointFile) -> None:
        """Let ``file`` be told of a run from now on."""
        await anyio.to_thread.run_sync(file.begin, order)
        self._files[order.run] = file

    async def step_ended(self, run: str, outcome: Outcome, elapsed: float) -> None:
        file = self._files.get(run)
        if file is not None:
            await anyio.to_thread.run_sync(file.add, run, outcome, elapsed)

    async def ended(self, run: str, ending: Ending) -> None:
        file = self._files.pop(run, None)
        if file is not None:
            await anyio.to_thread.run_sync(file.end, run, ending)

    async def leave(self, run: str) -> None:
        """A run is let go of before its end."""
        file = self._files.pop(run, None)
        if file is not None:
            await anyio.to_thread.run_sync(file.leave, run)

    def close(self) -> None:
        for file in self._open.values():
            file.close()
        self._open.clear()


def _text(outcome: Outcome) -> str:
    return json.dumps(as_json(outcome), ensure_ascii=False)


def _this_process() -> str:
    return f"{socket.gethostname()} {os.getpid()} {_started(os.getpid())}"


def _is_alive(owner: str) -> bool:
    """Whether another process of this machine runs what it owns; one of another machine is taken for gone."""
    host, _, rest = owner.partition(" ")
    process, _, started = rest.partition(" ")
    if host != socket.gethostname() or not process.isdigit() or int(process) == os.getpid():
        return False
    return bool(started) and _started(int(process)) == started


def _started(process: int) -> str:
    """When a process began, in the system's own ticks: another one of the same number began at another time."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        try:
            os.kill(process, 0)
        except OSError:
            return ""
        return "-"
    fields = stat.rpartition(")")[2].split()
    return "" if fields[0] in ("Z", "X") else fields[19]
