"""A real HTTP server on 127.0.0.1 that answers as a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Self


@dataclass
class Pauses:
    """The pauses that were asked for; none of them was made."""

    seconds: list[float] = field(default_factory=list)

    async def sleep(self, seconds: float) -> None:
        self.seconds.append(seconds)


@dataclass(slots=True)
class Received:
    """One request."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any
    """Its JSON; None without a body."""


@dataclass(slots=True)
class Answer:
    """One response; with several ``parts`` they are sent as chunks, one after the other."""

    parts: Sequence[bytes]
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hang: bool = False
    """Never end: the client has to go away."""
    cut: bool = False
    """Close the connection in the middle of the response."""


class Endpoint:
    """Serves as long as its ``async with`` block lasts."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.connections = 0
        self.left = asyncio.Event()
        """Set when a client went away from an answer that hangs."""
        self.reached = asyncio.Event()
        """Set when a request has arrived and its answer has begun."""
        self._answers: list[Answer] = []
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    @property
    def serving(self) -> int:
        """How many clients are connected."""
        return len(self._tasks)

    def answer(self, body: Any, status: int = 200, **headers: str) -> None:
        """Answer the next request with JSON."""
        self._answers.append(Answer([json.dumps(body).encode()], status, headers))

    def answer_text(self, text: str, status: int = 200, **headers: str) -> None:
        self._answers.append(Answer([text.encode()], status, headers))

    def stream(self, parts: Iterable[bytes], *, hang: bool = False, cut: bool = False) -> None:
        """Answer the next request in pieces."""
        self._answers.append(Answer(list(parts), hang=hang, cut=cut))

    def forget(self) -> None:
        """Drop the answers that nobody has asked for."""
        self._answers.clear()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        method, path, _ = head[0].split(" ", 2)
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in head[1:] if line)}
        length = int(headers.get("content-length", 0))
        body = json.loads(await reader.readexactly(length)) if length else None
        self.received.append(Received(method, path, headers, body))
        answer = (
            self._answers.pop(0) if self._answers else Answer([b'{"error":"nothing left to answer"}'], 418)
        )
        return await self._send(answer, reader, writer)

    async def _send(self, answer: Answer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        lines = [f"HTTP/1.1 {answer.status} Whatever", "transfer-encoding: chunked"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in answer.headers.items()]
        writer.write("\r\n".join([*lines, "", ""]).encode())
        for part in answer.parts:
            writer.write(b"%x\r\n%s\r\n" % (len(part), part))
            await writer.drain()
        self.reached.set()
        if answer.hang:
            await reader.read()
            self.left.set()
            return False
        if answer.cut:
            return False
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        return True
