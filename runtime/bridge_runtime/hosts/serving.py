"""The other end of ``remote``: does what a host that is elsewhere asks of a session.

The host may be one that is not trusted: whatever it sends is checked, is held to the session's permissions as any call
is, and is undone when the host has gone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from itertools import count
from typing import Any, Final, TypeAlias

from bridge_runtime.callbacks import Foreign
from bridge_runtime.errors import BridgeError, CallbackFailed, Internal, SessionClosed
from bridge_runtime.hosts.remote import Message, error_from
from bridge_runtime.pump import Home, Job, Pump
from bridge_runtime.session import Session
from bridge_runtime.streams import Stream

Work: TypeAlias = Callable[[], Coroutine[Any, Any, Message]]

MAX_CALLS: Final = 1000
"""What a host may have under way at once: calls, stream items and functions."""


class Misbehaved(Exception):
    """The host sent what makes no sense, or too much of it: the message says what, ``limit`` too much of what."""

    def __init__(self, message: str, limit: str = "calls") -> None:
        super().__init__(message)
        self.limit = limit


class Serving:
    """One host's calls into ``session``, all on the session's loop."""

    def __init__(self, session: Session, send: Callable[[Message], None], prefix: str) -> None:
        """``send`` takes messages for the host; the ids of its functions begin with ``prefix``."""
        self._session, self._send, self._prefix = session, send, prefix
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._streams: dict[str, Stream[Any]] = {}
        self._functions: dict[str, Session] = {}
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._numbers = count(1)
        self._home = _LoopHome(asyncio.get_running_loop())
        self._ended = False

    def receive(self, message: Message) -> None:
        """Do what ``message`` asks for; raises Misbehaved for one that makes no sense."""
        if self._ended:
            return
        try:
            match message["do"]:
                case "call":
                    self._start(message, lambda: self._call(message))
                case "describe":
                    self._start(message, lambda: self._describe(message["name"]))
                case "next":
                    self._start(message, lambda: self._next(message["stream"]))
                case "close_stream":
                    self._start(message, lambda: self._close(message["stream"]))
                case "cancel":
                    if (task := self._tasks.get(message["id"])) is not None:
                        task.cancel()
                case "function":
                    self._add(message["id"], message["session"])
                case "forget":
                    self._forget(message["id"])
                case "answer":
                    self._answered(message)
                case other:
                    raise Misbehaved(f"it asked for {other!r}")
        except (KeyError, TypeError, AttributeError) as error:
            raise Misbehaved(f"a message made no sense ({type(error).__name__})") from None

    async def aclose(self) -> None:
        """End what the host began, and forget its functions."""
        self._ended = True
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(
                    CallbackFailed(detail="the script that this function belongs to has ended")
                )
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for stream in list(self._streams.values()):
            await stream.aclose()
        for id in list(self._functions):
            self._forget(id)

    # --- calls

    def _start(self, message: Message, work: Work) -> None:
        number = message["id"]
        if type(number) is not int or number in self._tasks or len(self._tasks) >= MAX_CALLS:
            raise Misbehaved(f"it has {len(self._tasks)} calls under way, and began one more")
        self._tasks[number] = asyncio.get_running_loop().create_task(self._answer(number, work))

    async def _answer(self, number: int, work: Work) -> None:
        try:
            answer = await work()
        except BridgeError as error:
            answer = {"error": error.to_json()}
        except Exception as error:  # not of the function that was called, whose errors are all declared
            detail = f"the message made no sense ({type(error).__name__})"
            answer = {"error": Internal(detail=detail, cause=error).to_json()}
        finally:
            self._tasks.pop(number, None)
        if not self._ended:
            self._send({"to": number, **answer})

    async def _call(self, message: Message) -> Message:
        session, name = self._session_at(message["session"]), message["name"]
        busy = bool(self._answers)
        value = await session.acall_json(name, message["arguments"])
        if isinstance(value, Stream):
            id = f"stream_{next(self._numbers)}"
            self._streams[id] = value
            return {"stream": id}
        if not busy and not self._waits(session, name):
            await self._home.until(self._is_quiet)
        return {"value": value}

    async def _describe(self, name: str) -> Message:
        function = self._session.interface.function(name)
        return {"value": {"is_async": function.is_async, "streams": function.streams is not None}}

    def _waits(self, session: Session, name: str) -> bool:
        return not name.startswith("runtime.") and session.interface.function(name).is_async

    def _is_quiet(self) -> bool:
        """Whether what was posted to the host's functions has run: it has when a call that never waits returns."""
        functions = [session.foreign.get(id) for id, session in self._functions.items()]
        return not any(isinstance(function, Foreign) and function.lines for function in functions)

    async def _next(self, id: str) -> Message:
        stream = self._streams.get(id)
        if stream is None:
            return {"end": True}
        try:
            return {"value": await stream.__anext__()}
        except StopAsyncIteration:
            self._streams.pop(id, None)
            return {"end": True}
        except BaseException:
            self._streams.pop(id, None)
            raise

    async def _close(self, id: str) -> Message:
        stream = self._streams.pop(id, None)
        if stream is not None:
            await stream.aclose()
        return {"value": None}

    def _session_at(self, address: list[str]) -> Session:
        session = self._session
        for handle in address:
            session = session.inner(handle)
        return session

    # --- functions of the host

    def _add(self, id: str, address: list[str]) -> None:
        if not id.startswith(self._prefix) or len(self._functions) >= MAX_CALLS * 10:
            raise Misbehaved("it has too many functions, or one of somebody else's")
        try:
            session = self._session_at(address)
        except SessionClosed:  # the call that it is for will say so
            return
        session.foreign[id] = Foreign(id, lambda arguments: self._invoke(id, arguments), self._home)
        self._functions[id] = session

    def _forget(self, id: str) -> None:
        session = self._functions.pop(id, None)
        if session is not None:
            session.release_callback(id)

    def _invoke(self, id: str, arguments: list[Any]) -> asyncio.Future[Any]:
        if self._ended or len(self._answers) >= MAX_CALLS:
            raise CallbackFailed(detail=f"{id} belongs to a script that has ended or does not answer")
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        answer.add_done_callback(lambda _: self._answers.pop(number, None))
        self._send({"invoke": number, "function": id, "arguments": arguments})
        return answer

    def _answered(self, message: Message) -> None:
        answer = self._answers.get(message["id"])
        if answer is None or answer.done():
            return
        if "error" in message:
            answer.set_exception(error_from(self._session.interface, message["error"]))
        else:
            answer.set_result(message.get("value"))


class _LoopHome(Home):
    """The home of functions that are reached by messages: their jobs run on the loop, and wait there."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._news = asyncio.Event()
        self.pumps = (_LoopPump(self),)

    async def until(self, is_done: Callable[[], bool]) -> None:
        while not is_done():
            self._news.clear()
            await self._news.wait()

    def soon(self, function: Callable[..., object]) -> None:
        try:
            self._loop.call_soon_threadsafe(function)
        except RuntimeError:  # the loop has ended, and the host with it
            return

    def has_news(self) -> None:
        self._news.set()


class _LoopPump(Pump):
    """What jobs are handed to that run on a loop."""

    __slots__ = ("_at",)

    def __init__(self, at: _LoopHome) -> None:
        super().__init__()
        self._at = at

    def put(self, job: Job) -> None:
        self._at.soon(job)

    def wake(self) -> None:
        self._at.soon(self._at.has_news)
