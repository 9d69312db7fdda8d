"""The event-loop thread of a synchronous session; started by its first asynchronous call."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Coroutine
from contextvars import Context, copy_context
from typing import Any
from weakref import WeakSet

from bridge_runtime.errors import Cancelled, LimitExceeded, SessionClosed, Unsupported
from bridge_runtime.pump import MOST_NESTED, Caller, Home, Pump

Work = Callable[[], Coroutine[Any, Any, Any]]


class Ticket:
    """One call on the portal's loop."""

    __slots__ = (
        "_portal",
        "_reason",
        "_task",
        "cancelling",
        "done",
        "error",
        "group",
        "notify",
        "started",
        "value",
    )

    def __init__(self, portal: Portal, notify: Callable[[Ticket], object], group: set[Ticket]) -> None:
        self._portal = portal
        self.group = group
        self._task: asyncio.Task[None] | None = None
        self._reason: type[Cancelled | SessionClosed] = Cancelled
        self.notify = notify
        """Called on the loop's thread when the call has ended."""
        self.started = False
        self.done = False
        self.cancelling = False
        self.value: Any = None
        self.error: BaseException | None = None

    def is_done(self) -> bool:
        return self.done

    def result(self) -> Any:
        """What the call returned, or raises what it failed with; only when it is done."""
        if self.error is not None:
            raise self.error
        return self.value

    def cancel(self, reason: type[Cancelled | SessionClosed] = Cancelled) -> None:
        """Ask the call to end; its error becomes the first ``reason``. Safe from any thread, and more than once."""
        if not self.cancelling:
            self._reason = reason
        self.cancelling = True
        self._portal.soon(self._cancel)

    def _cancel(self) -> None:
        if self.started:
            assert self._task is not None
            self._task.cancel()
        elif (
            self._task is not None
        ):  # its first step will see that it is cancelling; a task cancelled before has none
            return
        elif not self.done:  # interrupted before it was given to the loop
            self.error = self._reason()
            self._end()

    def _end(self) -> None:
        self.done = True
        self.group.discard(self)
        self._portal.open.discard(self)
        self.notify(self)

    def abandon(self) -> None:
        """The loop has ended before the call did."""
        if not self.done:
            self.error = SessionClosed()
            self._end()

    def begin(self, loop: asyncio.AbstractEventLoop, work: Work, context: Context) -> None:
        """Start the work; called on the loop."""
        if not self.done:
            self._task = loop.create_task(self.run(work), context=context)

    async def run(self, work: Work) -> None:
        self.started = True
        try:
            if self.cancelling:
                raise asyncio.CancelledError
            self.value = await work()
        except asyncio.CancelledError:
            self.error = self._reason()
        except BaseException as error:
            self.error = error
        finally:
            self._end()


class Portal:
    """An event loop on a thread of its own, and calls into it from any other thread."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._stopped = False
        self._attached = 0
        self.open: set[Ticket] = set()
        """Calls given to the loop that have not ended."""
        self.is_left_behind = False
        """Whether this is a copy, made by a fork, of a portal whose thread is in the other process."""

    def attach(self) -> None:
        """Use the running loop of this thread instead of one of its own."""
        self._loop = asyncio.get_running_loop()
        self._attached = threading.get_ident()

    @property
    def started(self) -> bool:
        return self._loop is not None

    @property
    def is_this_thread(self) -> bool:
        """Whether the calling thread is the loop's own, which must never block."""
        owner = self._attached if self._thread is None else self._thread.ident
        return owner == threading.get_ident() and self.started

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The running loop, started when it is not; raises SessionClosed after ``stop``."""
        return self._loop or self._start()

    def _start(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self.is_left_behind:
                raise Unsupported(
                    detail="this process is a fork of the one that opened the session, and has no thread of it; "
                    "open a session here"
                )
            if self._stopped:
                raise SessionClosed()
            if self._loop is not None:
                return self._loop
            ready = threading.Event()
            self._thread = threading.Thread(target=self._run, args=(ready,), name=self._name, daemon=True)
            self._thread.start()
            _portals.add(self)
            ready.wait()
            assert self._loop is not None
            return self._loop

    def _run(self, ready: threading.Event) -> None:
        async def serve() -> None:
            self._stop = asyncio.Event()
            self._loop = asyncio.get_running_loop()
            ready.set()
            await self._stop.wait()

        with asyncio.Runner() as runner:  # cancels what is left, and closes asynchronous generators
            runner.run(serve())
        for ticket in list(self.open):  # given to the loop while it ended
            ticket.abandon()

    def stop(self, *, wait: bool = True) -> None:
        """Cancel what runs and end the thread; waits for that except on the loop's own thread."""
        with self._lock:
            loop, stop, thread = self._loop, self._stop, self._thread
            self._loop, self._stopped = None, True
            if loop is None or stop is None or thread is None:
                return
        try:
            loop.call_soon_threadsafe(stop.set)
        except RuntimeError:  # closed already
            return
        if wait and thread is not threading.current_thread():
            thread.join()

    def leave_behind(self) -> None:
        """This process is a fork: the thread, and what waits for it, is the other one's."""
        self._lock = threading.Lock()
        self._loop, self._stopped, self.is_left_behind = None, True, True
        self.open.clear()

    def soon(self, function: Callable[..., object], *arguments: object) -> None:
        """Run a plain function on the loop; does nothing when the loop has ended."""
        loop = self._loop
        if loop is not None:
            try:
                loop.call_soon_threadsafe(function, *arguments)
            except RuntimeError:
                if not loop.is_closed():  # the end of the stack, which must not go unnoticed
                    raise

    def start(self, work: Work, notify: Callable[[Ticket], object], group: set[Ticket]) -> Ticket:
        """Begin ``work`` on the loop, in a copy of the caller's context; does not wait.

        The ticket is in ``group`` until the work has ended; ``notify`` is called with it on the loop's thread.
        """
        ticket = Ticket(self, notify, group)
        self._give(self.loop, ticket, work)
        return ticket

    def _give(self, loop: asyncio.AbstractEventLoop, ticket: Ticket, work: Work) -> None:
        with self._lock:
            if self._stopped:
                raise SessionClosed()
            self.open.add(ticket)
            ticket.group.add(ticket)
            loop.call_soon_threadsafe(ticket.begin, loop, work, copy_context())

    def call(
        self,
        work: Work,
        caller: Caller | None = None,
        home: Home | None = None,
        *,
        group: set[Ticket] | None = None,
    ) -> Any:
        """Run ``work`` on the loop and wait for it, running the caller's functions meanwhile.

        KeyboardInterrupt cancels the call, waits for it to end, and goes on. Raises what ``work`` raises,
        Unsupported on the loop's own thread, which would wait for itself, and LimitExceeded within too many calls.
        """
        if self.is_this_thread:
            raise Unsupported(
                detail="a blocking call on the session's own event loop would wait for itself; await it"
            )
        pump = Pump.of_this_thread()
        if pump.depth >= MOST_NESTED:
            raise LimitExceeded(
                limit="nested_calls",
                detail=f"{MOST_NESTED} calls wait for functions that call again; do these ever end?",
            )
        ticket = Ticket(self, lambda _: pump.wake(), set() if group is None else group)
        loop = self.loop
        try:
            self._give(loop, ticket, work)
            pump.wait(ticket.is_done, caller, home)
        except BaseException:
            if ticket not in self.open:
                raise
            ticket.cancel()
            pump.wait(ticket.is_done, caller, home)
            raise
        if caller is not None and caller.parked:  # what was posted just before the call ended
            caller.run_parked()
        return ticket.result()


_portals: WeakSet[Portal] = WeakSet()
"""Those that have started a thread."""


def _leave_behind() -> None:
    for portal in _portals:
        portal.leave_behind()


os.register_at_fork(after_in_child=_leave_behind)
