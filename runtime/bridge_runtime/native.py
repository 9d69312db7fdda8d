"""The JSON side of a session for foreign hosts: calls, tickets, callbacks and streams by their ids."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from bridge_runtime.errors import BridgeError, Internal, InvalidArgument, SessionClosed
from bridge_runtime.portal import Ticket
from bridge_runtime.pump import Home, Pump
from bridge_runtime.streams import BlockingStream
from bridge_runtime.values import Json, show

if TYPE_CHECKING:
    from bridge_runtime import spec
    from bridge_runtime.session import Session


class Outcome(NamedTuple):
    """How a started call ended: with ``value``, or with ``error`` when that is not None."""

    ticket: int
    value: Json
    error: BridgeError | None


class End:
    """The type of ``END``, what a stream gives after its last item."""

    def __repr__(self) -> str:
        return "END"


END = End()


class Native:
    """One session as a foreign host uses it.

    Everything is plain JSON values: handles, callbacks and streams are string ids. The host's functions run
    only on threads that are inside ``call``, ``wait``, ``stream_next`` or ``poll``. All methods raise
    BridgeError and nothing else. Safe from several threads at once.
    """

    def __init__(self, core: Session, home: Home | None = None) -> None:
        self.core = core
        self.home = Home() if home is None else home
        self._numbers = count(1)
        self._lock = threading.Lock()
        self._started: dict[int, Ticket | Outcome] = {}
        self._finished: deque[int] = deque()
        self._streams: dict[str, BlockingStream[Json]] = {}

    @classmethod
    def open(cls, interface: spec.Interface, options: Mapping[str, Any] | None = None) -> Native:
        """A new session of ``interface``; raises InvalidArgument for bad options."""
        from bridge_runtime.session import Session

        return cls(Session(interface, options))

    def child(self, resource: str, handle: str) -> Native:
        """The session behind a handle: ``child("session.Session", "session_1")``. It shares this one's host."""
        return Native(self.core.child(resource, handle), self.home)

    def close(self) -> None:
        """Close the session; safe to call twice. Raises what did not end as it should, after all is released."""
        try:
            self.core.close()
        finally:
            self._streams.clear()
            self.home.wake()

    # --- calls

    def call(self, name: str, arguments: dict[str, Json]) -> Json:
        """Call a function and wait for its result, running callbacks meanwhile. A stream is its id."""
        value = self.core.call_json(name, arguments, home=self.home)
        return self._add_stream(value) if isinstance(value, BlockingStream) else value

    def start(self, name: str, arguments: dict[str, Json]) -> int:
        """Begin a call and give its ticket; whatever goes wrong is told by ``wait``."""
        try:
            function = self.core.interface.function(name) if not name.startswith("runtime.") else None
        except BridgeError as error:
            return self._ended(None, error)
        if function is not None and function.is_async and function.streams is None:
            return self._start(lambda: self.core.acall_json(name, arguments))
        try:  # a function that never waits has ended before anyone could ask
            return self._ended(self.call(name, arguments), None)
        except BridgeError as error:
            return self._ended(None, error)

    def start_next(self, stream: str) -> int:
        """Begin to wait for a stream's next item and give the ticket; the value is ``END`` after the last one.

        Cancelling the wait ends the stream.
        """
        found = self._streams.get(stream)
        if found is None:
            return self._ended(END, None)

        async def step() -> Any:
            try:
                return await found.anext()
            except StopAsyncIteration:
                self._streams.pop(stream, None)
                return END

        return self._start(step)

    def wait(self, ticket: int | None = None, timeout: float | None = None) -> Outcome | None:
        """Wait until that call, or any, has ended, running callbacks meanwhile; each outcome is given once.

        None when ``timeout`` seconds went by, or when no call is under way. Raises InvalidArgument for a
        ticket that was never given or whose outcome was fetched.
        """
        pump = Pump.of_this_thread()
        while True:
            if ticket is None:
                with self._lock:
                    if not self._started:
                        return None
                done: Callable[[], bool] = self._any_finished
            else:
                done = self._check(ticket)
            if not pump.wait(done, self.home, timeout=timeout):
                return None
            outcome = self._take(ticket)
            if outcome is not None:
                return outcome

    def cancel(self, ticket: int) -> None:
        """Cancel a started call; its outcome is Cancelled unless it has ended. Unknown tickets are ignored."""
        found = self._started.get(ticket)
        if isinstance(found, Ticket):
            found.cancel()

    def poll(self) -> int:
        """Run the callbacks that are due; gives how many ran."""
        return self.home.run_parked()

    def _start(self, work: Callable[[], Any]) -> int:
        number = next(self._numbers)
        if self.core.closed:
            return self._ended(None, SessionClosed())
        with self._lock:  # so that the ticket is known before it can end
            self._started[number] = self.core.portal.start(
                work, lambda _: self._notify(number), self.core.tickets
            )
        return number

    def _ended(self, value: Json, error: BridgeError | None) -> int:
        number = next(self._numbers)
        with self._lock:
            self._started[number] = Outcome(number, value, error)
            self._finished.append(number)
        return number

    def _notify(self, number: int) -> None:
        with self._lock:
            self._finished.append(number)
        self.home.wake()

    def _any_finished(self) -> bool:
        return bool(self._finished) or not self._started

    def _check(self, number: int) -> Callable[[], bool]:
        found = self._started.get(number)
        if found is None:
            expected = "the ticket of a call that was not waited for yet"
            raise InvalidArgument(
                function="wait",
                detail=f"expected {expected}, given {show(number)}",
                problems=[{"path": "ticket", "expected": expected, "given": show(number)}],
            )
        return lambda: number in self._finished or number not in self._started

    def _take(self, number: int | None) -> Outcome | None:
        with self._lock:
            if number is None:
                if not self._finished:
                    return None
                number = self._finished.popleft()
            elif number in self._finished:
                self._finished.remove(number)
            else:
                return None
            found = self._started.pop(number)
        if isinstance(found, Outcome):
            return found
        error = found.error
        if error is None:
            return Outcome(number, found.value, None)
        if not isinstance(error, BridgeError):
            error = Internal(detail=f"{type(error).__name__}; the log has the details", cause=error)
        return Outcome(number, None, error)

    # --- callbacks and streams

    def callback(self, function: Callable[[list[Json]], Json]) -> str:
        """Register one of the host's functions; gives the id to pass where a callback is expected.

        ``function`` takes the list of arguments and gives the result; it raises BridgeError to fail.
        """
        return self.core.add_callback(function, self.home)

    def release_callback(self, id: str) -> bool:
        """Forget one of the host's functions; False for an unknown id."""
        return self.core.release_callback(id)

    def _add_stream(self, stream: BlockingStream[Json]) -> str:
        id = f"stream_{next(self._numbers)}"
        self._streams[id] = stream
        return id

    def stream_next(self, id: str) -> Json | End:
        """The next item of a stream, or ``END``; runs callbacks meanwhile. An ended stream stays ended."""
        stream = self._streams.get(id)
        if stream is None:
            if self.core.closed:
                raise SessionClosed()
            return END
        try:
            return next(stream)
        except StopIteration:
            self._streams.pop(id, None)
            return END
        except BaseException:
            self._streams.pop(id, None)
            raise

    def stream_close(self, id: str) -> None:
        """End a stream early; nothing happens when it has ended."""
        stream = self._streams.pop(id, None)
        if stream is not None:
            stream.close()
