"""Streams: async iterators that are closed when they are left early, and their blocking form.

A blocking consumer is read ahead of. An implementation that is about to do what a consumer who leaves early must not
cause awaits ``reached`` first.
"""

from __future__ import annotations

import asyncio
import threading
import warnings
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextvars import ContextVar
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bridge_runtime.errors import Cancelled, SessionClosed, Unsupported
from bridge_runtime.pump import Caller, Home, Place, Pump, current

if TYPE_CHECKING:
    from bridge_runtime.portal import Portal, Ticket

ItemT = TypeVar("ItemT")

PREFETCH = 16
"""Items read ahead of a blocking consumer, so that most of them cost no change of thread."""

_ahead: ContextVar[_Reader | None] = ContextVar("bridge_ahead", default=None)
"""What reads the running stream ahead of its consumer."""


async def reached() -> None:
    """Wait, in a streaming function, until the consumer has taken every item so far and asks for another.

    Returns at once where nothing is read ahead. A consumer that leaves the stream cancels the wait.
    """
    reader = _ahead.get()
    if reader is not None:
        await reader.asked()


class Stream(Generic[ItemT]):
    """The items of one streaming call.

    ``async for`` gives them; ``aclose``, or ``async with``, ends the call early. A stream that is dropped
    unfinished warns, and is closed by its event loop.
    """

    __slots__ = (
        "__weakref__",
        "_caller",
        "_check",
        "_failed",
        "_loop",
        "_on_end",
        "_source",
        "finished",
        "reader",
    )

    def __init__(
        self,
        source: AsyncIterator[Any],
        check: Callable[[Any], ItemT],
        failed: Callable[[BaseException], BaseException],
        caller: Caller,
        on_end: Callable[[], None],
    ) -> None:
        self._source, self._check, self._failed, self._caller = source, check, failed, caller
        self._on_end = on_end
        self._loop: asyncio.AbstractEventLoop | None = None
        self.finished = False
        self.reader: _Reader | None = None
        """What reads it ahead of a blocking consumer."""

    def __aiter__(self) -> Stream[ItemT]:
        return self

    async def __anext__(self) -> ItemT:
        if self.finished:
            raise StopAsyncIteration
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
        token, outer = current.set(self._caller), _ahead.set(self.reader)
        try:
            return self._check(await self._source.__anext__())
        except StopAsyncIteration:
            self._end()
            raise
        except asyncio.CancelledError:
            await self.aclose()
            raise
        except Exception as error:
            await self.aclose()
            raise self._failed(error) from error.__cause__
        finally:
            current.reset(token)
            _ahead.reset(outer)

    async def aclose(self) -> None:
        """End the call; what the implementation holds for it is let go before this returns."""
        if self.finished:
            return
        self._end()
        close = getattr(self._source, "aclose", None)
        if close is not None:
            await close()

    def drop(self) -> None:
        """End a stream of which no item was ever asked for; nothing of it has run."""
        if not self.finished:
            self._end()

    def hand_over_end(self) -> Callable[[], None]:
        """What is to be called when the call is over; from now on by who asked for it."""
        on_end, self._on_end = self._on_end, _nothing
        return on_end

    def _end(self) -> None:
        self.finished = True
        self._on_end()

    async def __aenter__(self) -> Stream[ItemT]:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        if getattr(self, "finished", True) or self._loop is None:
            return
        warnings.warn(
            f"{self!r} was dropped before its end; close it, or use `async with`", ResourceWarning, 2
        )
        source, loop = self._source, self._loop
        close = getattr(source, "aclose", None)
        if close is not None and loop.is_running():
            loop.call_soon_threadsafe(lambda: loop.create_task(close()))


def _nothing() -> None:
    """Somebody else was told."""


class BlockingStream(Generic[ItemT]):
    """The items of one streaming call of a synchronous session.

    ``for`` gives them; ``close``, or ``with``, ends the call early. The session's loop reads a few items
    ahead. One thread at a time may wait for an item.
    """

    def __init__(
        self, portal: Portal, stream: Stream[ItemT], caller: Caller, home: Home | None = None
    ) -> None:
        self._reader = _Reader(portal, stream)
        self._caller, self._home = caller, home
        self._on_end = stream.hand_over_end()

    def __iter__(self) -> Iterator[ItemT]:
        return self

    def __next__(self) -> ItemT:
        try:
            return self._reader.next(self._caller, self._home)  # type: ignore[no-any-return]
        except BaseException:
            self._leave()
            raise

    async def anext(self) -> ItemT:
        """The next item, awaited on the session's own loop; raises StopAsyncIteration after the last.

        Cancelling the wait ends the call.
        """
        try:
            return await self._reader.anext(self._caller)  # type: ignore[no-any-return]
        except BaseException:
            self._reader.abandon()
            self._on_end()
            raise

    def close(self) -> None:
        """End the call, and wait until the implementation has let go of it."""
        self._reader.close(self._caller, self._home)
        self._leave()

    def _leave(self) -> None:
        """Run what the call posted last; nothing more of it will come to this thread."""
        if self._caller.parked:
            self._caller.run_parked()
        self._on_end()

    def end(self) -> None:
        """End the call from a thread that is not its caller's, and runs none of its functions."""
        self._reader.close(None, None)
        self._on_end()

    @property
    def finished(self) -> bool:
        return self._reader.finished

    def __enter__(self) -> BlockingStream[ItemT]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        reader = getattr(self, "_reader", None)
        if reader is not None and reader.abandon():
            warnings.warn(f"{self!r} was dropped before its end; close it, or use `with`", ResourceWarning, 2)
            self._on_end()


class _Reader:
    """Reads a stream on the loop's thread into a short line; holds no reference to its consumer."""

    def __init__(self, portal: Portal, stream: Stream[Any]) -> None:
        self._portal, self._stream = portal, stream
        self.items: deque[Any] = deque()
        self.ended = False
        self._error: BaseException | None = None
        self._ticket: Ticket | None = None
        self._here = Place()
        """Where its consumer, and who closes it, wait."""
        self._asks = False
        """Whether the consumer has nothing left, and waits."""
        self._asked: asyncio.Event | None = None
        self._room: asyncio.Event | None = None
        self._news: asyncio.Event | None = None
        self._paused = False
        self._closed = False
        self._one = threading.Lock()

    def next(self, caller: Caller, home: Home | None) -> Any:
        with self._one:
            if not self.items and not self.ended:
                self._wait(caller, home)
            if self.items and not self._closed:
                return self._take()
        self._raise_error()
        raise StopIteration

    async def anext(self, caller: Caller) -> Any:
        while not self.items and not self.ended:
            self._start(caller)
            self._news = asyncio.Event()
            self._ask()
            await self._news.wait()
        if self.items and not self._closed:
            return self._take()
        self._raise_error()
        raise StopAsyncIteration

    @property
    def finished(self) -> bool:
        return self.ended and (self._closed or not self.items)

    def _take(self) -> Any:
        item = self.items.popleft()
        self._asks = False
        if self._paused and len(self.items) <= PREFETCH // 2 and self._room is not None:
            self._paused = False
            self._portal.soon(self._room.set)
        return item

    def _raise_error(self) -> None:
        error, self._error = self._error, None
        if error is not None and not self._closed:
            raise error

    def _start(self, caller: Caller) -> None:
        if self._ticket is None:
            token = current.set(caller)
            try:
                self._ticket = self._portal.start(self._read, self._end, set())
            finally:
                current.reset(token)

    def _wait(self, caller: Caller, home: Home | None) -> None:
        if self._portal.is_this_thread:
            raise Unsupported(
                detail="a blocking stream on the session's own event loop would wait for itself"
            )
        try:
            self._start(caller)
            self._ask()
            Pump.of_this_thread().wait(self._has_news, caller, home, self._here)
        except BaseException:
            self.close(caller, home)
            raise

    def _ask(self) -> None:
        self._asks = True
        if self._asked is not None:
            self._portal.soon(self._asked.set)

    async def asked(self) -> None:
        """Wait until the consumer has taken what was read, and waits for more."""
        while self.items or not self._asks:
            self._asked = asyncio.Event()
            if self.items or not self._asks:  # the consumer may have asked before it could see the event
                await self._asked.wait()
            self._asked = None

    def _wake(self) -> None:
        news = self._news
        if self._here.pumps:
            self._here.wake()
        if news is not None:
            news.set()

    def _has_news(self) -> bool:
        return bool(self.items) or self.ended

    async def _read(self) -> None:
        self._room = room = asyncio.Event()
        stream, items = self._stream, self.items
        stream.reader = self
        try:
            async for item in stream:
                items.append(item)
                self._wake()
                if len(items) >= PREFETCH:
                    room.clear()
                    self._paused = True
                    if len(items) >= PREFETCH:  # the consumer may have taken some before it saw the pause
                        await room.wait()
        finally:
            stream.reader = None
            await stream.aclose()

    def _end(self, ticket: Ticket) -> None:
        error = ticket.error
        if isinstance(error, Cancelled) and not self._closed:
            error = SessionClosed()
        self._error = error
        self.ended = True
        self._wake()

    def close(self, caller: Caller | None, home: Home | None) -> None:
        self._closed = True  # from now on no item is given; another thread may be taking one
        ticket = self._ticket
        if ticket is None:
            self.ended = True
            self._stream.drop()
            return
        if not self.ended:
            ticket.cancel()
            if self._portal.is_this_thread:
                return
            Pump.of_this_thread().wait(lambda: self.ended, caller, home, self._here)

    def abandon(self) -> bool:
        """Close without waiting; False when there was nothing left to close."""
        if self.ended or self._ticket is None:
            return False
        self._closed = True
        self._ticket.cancel()
        return True
