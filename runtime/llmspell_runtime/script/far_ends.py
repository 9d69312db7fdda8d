"""Where a script runs: in a child process that is killed, or on a thread of this process."""

from __future__ import annotations

import asyncio
import contextlib
import math
import subprocess
import threading
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Final, Protocol

import anyio
from bridge_runtime.hosts.remote import Message, closed, message_text
from bridge_runtime.hosts.serving import Misbehaved
from bridge_runtime.values import InvalidJson, read_json
from llmspell.script.constants import Limit
from llmspell.script.errors import SandboxUnavailable

from llmspell_runtime.child import NoInterpreter, environment, how_it_ended, kill_group, python_executable
from llmspell_runtime.script.child import LENGTH
from llmspell_runtime.script.running import Host, Printed, Task, remote_session, run

if TYPE_CHECKING:
    from anyio.abc import Process

OVERHEAD_BYTES: Final = 768 * 1024 * 1024
"""Address space of a process beside what its script may hold: the interpreter, its libraries, threads' stacks."""
COPIES: Final = 4
"""How often a value of a script may be there at once, on its way out: in the engine, as text, as bytes."""
OPEN_FILES: Final = 64
_KEPT_ERRORS: Final = 4096


class Ended(Exception):
    """The process ended, and had not said how its script ends; the message says how."""


class FarEnd(Protocol):
    """A script that runs somewhere, and the messages between it and here."""

    def messages(self) -> AsyncIterator[Message]:
        """What it sends; ends with how the script ends. Raises Ended and Misbehaved."""

    def send(self, message: Message) -> None:
        """Send it a message; on the loop."""

    async def end(self) -> None:
        """Make an end of it, however it stands."""


class ProcessEnd:
    """A script in a child process of its own."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._outgoing: asyncio.Queue[bytes] = asyncio.Queue()
        self._errors = bytearray()
        loop = asyncio.get_running_loop()
        self._tasks = [loop.create_task(self._write()), loop.create_task(self._collect_errors())]

    @classmethod
    async def start(cls, task: Task, timeout_seconds: float) -> ProcessEnd:
        """Start the process of ``task``; raises SandboxUnavailable."""
        try:
            process = await anyio.open_process(
                [python_executable(), "-I", "-m", "llmspell_runtime.script.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment(),
                start_new_session=True,
            )
        except (NoInterpreter, OSError) as error:
            raise SandboxUnavailable(reason=str(error)) from None
        found = cls(process)
        limits = {
            "memory_bytes": OVERHEAD_BYTES + COPIES * task.memory_bytes,
            "cpu_seconds": math.ceil(timeout_seconds) + 1,
            "open_files": OPEN_FILES,
        }
        found.send({"task": task.to_json(), "limits": limits})
        return found

    async def messages(self) -> AsyncIterator[Message]:
        while True:
            (length,) = LENGTH.unpack(await self._read(LENGTH.size))
            _require_size(length)
            yield _message(await self._read(length))

    async def _read(self, count: int) -> bytes:
        assert self._process.stdout is not None
        parts = bytearray()
        while len(parts) < count:
            try:
                parts += await self._process.stdout.receive(count - len(parts))
            except (anyio.EndOfStream, anyio.BrokenResourceError, anyio.ClosedResourceError):
                await self._process.wait()
                raise Ended(how_it_ended(self._process.returncode, bytes(self._errors))) from None
        return bytes(parts)

    def send(self, message: Message) -> None:
        text = message_text(message)
        self._outgoing.put_nowait(LENGTH.pack(len(text)) + text)

    async def _write(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(anyio.BrokenResourceError, anyio.ClosedResourceError):
            while True:
                await self._process.stdin.send(await self._outgoing.get())

    async def _collect_errors(self) -> None:
        assert self._process.stderr is not None
        async for part in self._process.stderr:
            self._errors += part
            del self._errors[:-_KEPT_ERRORS]

    async def end(self) -> None:
        kill_group(self._process.pid)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._process.aclose()


class ThreadEnd:
    """A script on a thread of this process; the thread outlives a script that cannot be stopped."""

    def __init__(self, task: Task) -> None:
        self._loop = asyncio.get_running_loop()
        self._incoming: asyncio.Queue[bytes] = asyncio.Queue()
        self._host: Host | None = None
        self._ended = False
        printed = Printed(self._take)
        self._remote = remote_session(task, printed.send)
        self._thread = threading.Thread(
            target=self._run, args=(task, printed), name=f"script {task.name}", daemon=True
        )
        self._thread.start()

    def _run(self, task: Task, printed: Printed) -> None:
        try:
            run(task, self._remote, printed, self._began)
        finally:
            self._remote.close()

    def _began(self, host: Host) -> None:
        self._host = host
        if self._ended:
            host.stop()

    def _take(self, message: Message) -> None:
        """A message of the script, from any of its threads; as text and back, so that nothing is shared."""
        if self._ended:
            return
        text = message_text(message)
        with contextlib.suppress(RuntimeError):  # the loop has ended, and nobody listens
            self._loop.call_soon_threadsafe(self._incoming.put_nowait, text)

    async def messages(self) -> AsyncIterator[Message]:
        while True:
            text = await self._incoming.get()
            _require_size(len(text))
            yield _message(text)

    def send(self, message: Message) -> None:
        self._remote.receive(read_json(message_text(message)))

    async def end(self) -> None:
        self._ended = True
        self._remote.end(closed())
        if self._host is not None:
            self._host.stop()


def _require_size(length: int) -> None:
    if length > Limit.VALUE_BYTES:
        reason = f"a value has {length} bytes as JSON; {Limit.VALUE_BYTES} are allowed"
        raise Misbehaved(reason, "value_bytes")


def _message(text: bytes) -> Message:
    try:
        message: Any = read_json(text)
    except InvalidJson as error:
        raise Misbehaved(str(error)) from None
    if not isinstance(message, dict):
        raise Misbehaved("a message was no object")
    return message
