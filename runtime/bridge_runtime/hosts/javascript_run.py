"""One run of a script: answers what the script asks for until nothing is left of it."""

from __future__ import annotations

import asyncio
import heapq
import threading
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator
from concurrent.futures import Future
from itertools import count
from typing import TYPE_CHECKING, Any

from bridge_runtime.callbacks import Foreign
from bridge_runtime.errors import BridgeError, Internal, LimitExceeded, Unsupported
from bridge_runtime.hosts.quickjs_engine import Engine, Place, Request, ScriptFailed
from bridge_runtime.portal import Ticket
from bridge_runtime.pump import Caller, Home, Pump, current
from bridge_runtime.streams import Stream

if TYPE_CHECKING:
    from bridge_runtime.hosts.javascript import JavaScriptHost
    from bridge_runtime.session import Session

_runs = count(1)


class Run:
    """The engine of one script, and the calls, streams, timers and callbacks between it and its sessions."""

    def __init__(self, host: JavaScriptHost, source: str, name: str) -> None:
        self._host = host
        self._engine = Engine(host.package, name, host.turn_seconds, host.memory_bytes, host.folder)
        self._source = source
        self._roots: dict[int, Session] = {0: host.session}
        self._opened = count(1)
        self._deliveries: deque[Request] = deque()
        """What is to be handed to the script; filled by the loop's thread too."""
        self._tickets: dict[int, tuple[Ticket, Caller]] = {}
        self._streams: dict[str, tuple[Stream[Any], Session]] = {}
        self._timers: list[tuple[float, int, bool]] = []
        self._stopped_timers: set[int] = set()
        self._functions: dict[str, Session] = {}
        self._answers: dict[int, Future[Any]] = {}
        self._numbers = count(1)
        self._home = Home()
        self._pump = Pump.of_this_thread()
        self._thread = threading.get_ident()
        self._at_once = False
        """True during a call that never waits: then a function of the script has to answer within it."""
        self._done = False
        self._result: Any = None
        self._failure: BridgeError | None = None

    # --- the loop

    def finish(self) -> Any:
        """Run to the end; the default export."""
        try:
            for name, value in self._host.globals.items():
                self._engine.define(name, value)
            prefix = f"{self._host.session.callback_prefix}javascript_{next(_runs)}_"
            self._engine.start(self._source, prefix)
            self._handle(self._engine.turn([]))
            while self._failure is None and (self._engine.is_busy or self._goes_on()):
                if not self._engine.is_busy:
                    self._wait()
                if self._host.stopped:
                    raise LimitExceeded(limit="seconds", detail=f"{self._engine.script} was stopped")
                self._handle(self._engine.turn(self._taken()))
            if self._failure is None:
                self._handle(self._engine.turn([["end"]]))
        finally:
            self._end()
        if self._failure is not None:
            raise self._failure
        return self._result

    def _goes_on(self) -> bool:
        if self._failure is not None:
            return False
        if self._deliveries or self._tickets or self._answers or self._is_posted_to():
            return True
        return not self._done or self._held_by_timer()

    def _is_posted_to(self) -> bool:
        """Whether events are still on their way to a function of the script."""
        functions = [session.foreign.get(id) for id, session in self._functions.items()]
        return any(isinstance(function, Foreign) and function.lines for function in functions)

    def _taken(self) -> list[Request]:
        """What is to be handed over now; a call that has ended is turned into its value or error."""
        taken: list[Request] = []
        while self._deliveries:
            delivery = self._deliveries.popleft()
            taken.append(self._settled(*delivery[1:]) if delivery[0] == "settled" else delivery)
        return taken

    def _settled(self, number: int, ticket: Ticket) -> Request:
        _, caller = self._tickets.pop(number)
        caller.end()
        if ticket.error is None:
            return ["value", number, ticket.value]
        error = ticket.error
        if not isinstance(error, BridgeError):
            error = Internal(detail=f"{type(error).__name__}; the log has the details", cause=error)
        return ["error", number, error.to_json()]

    def _held_by_timer(self) -> bool:
        return any(holds and number not in self._stopped_timers for _, number, holds in self._timers)

    def _wait(self) -> None:
        """Until there is something to deliver; runs the callbacks that come meanwhile."""
        self._ring()
        idle = not (self._tickets or self._timers)
        if self._deliveries:
            return
        if idle and not self._functions:
            raise self._stuck(
                "it awaits what nothing will settle: no call, no timer and no callback of it is left"
            )
        limit = self._host.idle_seconds if idle else self._until_timer()
        callers = [caller for _, caller in self._tickets.values()]
        self._pump.wait(self._has_come, self._home, *callers, timeout=limit)
        self._ring()
        if idle and not self._deliveries and self._goes_on() and not self._host.stopped:
            raise self._stuck(
                f"for {limit} s it has waited for nothing but its callbacks, and none was called"
            )

    def _has_come(self) -> bool:
        """Whether there is something to deliver, or nothing left that could come: what was under way may end so."""
        return self._host.stopped or bool(self._deliveries) or not self._goes_on()

    def wake(self) -> None:
        """Look again whether what is waited for has come; from any thread."""
        self._home.wake()

    def _stuck(self, detail: str) -> ScriptFailed:
        return ScriptFailed(self._engine.script, Place(), f"the script does not end: {detail}")

    def _until_timer(self) -> float | None:
        return max(0.0, self._timers[0][0] - time.monotonic()) if self._timers else None

    def _ring(self) -> None:
        """Deliver the timers whose time has come."""
        now = time.monotonic()
        while self._timers and self._timers[0][0] <= now:
            _, number, _ = heapq.heappop(self._timers)
            if number in self._stopped_timers:
                self._stopped_timers.discard(number)
            else:
                self._deliveries.append(["timer", number])

    def _end(self) -> None:
        """Cancel and close what the script leaves behind; its functions can no longer be called."""
        for ticket, _ in self._tickets.values():
            ticket.cancel()
        callers = [caller for _, caller in self._tickets.values()]
        for answer in self._answers.values():
            answer.cancel()
        self._pump.wait(lambda: not any(not ticket.done for ticket, _ in self._tickets.values()), *callers)
        for id, (stream, _) in list(self._streams.items()):
            self._session_of(id).portal.call(stream.aclose)
        for id, session in self._functions.items():
            session.release_callback(id)
        for number, session in self._roots.items():
            if number:
                session.close()

    # --- what the script asks for

    def _handle(self, requests: list[Request]) -> None:
        """Do what is asked for. A request that makes no sense comes from a script that tampered with the language."""
        for kind, *details in requests:
            handler = getattr(self, f"_on_{kind}", None)
            try:
                if handler is None:
                    raise TypeError(kind)
                handler(*details)
            except (TypeError, LookupError, AttributeError) as error:
                detail = f"the script broke the objects that its own calls need ({type(error).__name__})"
                self._failure = self._failure or ScriptFailed(self._engine.script, Place(), detail)

    def _on_log(self, level: str, line: str) -> None:
        self._host.output(level, line)

    def _on_done(self, result: Any) -> None:
        self._done, self._result = True, result

    def _on_uncaught(self, description: dict[str, Any]) -> None:
        error = description.get("error")
        cause = None if error is None else self._error_of(error)
        self._failure = self._failure or self._engine.uncaught(description, cause)

    def _on_timer(self, number: int, milliseconds: float, holds: bool) -> None:
        self._stopped_timers.discard(number)
        heapq.heappush(self._timers, (time.monotonic() + milliseconds / 1000, number, holds))

    def _on_stop_timer(self, number: int) -> None:
        if any(known == number for _, known, _ in self._timers):
            self._stopped_timers.add(number)

    def _on_call(
        self, number: int, address: list[Any], name: str, arguments: dict[str, Any], functions: list[str]
    ) -> None:
        try:
            session = self._session(address)
            for id in functions:
                session.foreign[id] = Foreign(id, self._function(id), self._home)
                self._functions[id] = session
            if session.asynchronous or self._waits(session, name):
                self._start(number, session, lambda: self._called(session, name, arguments))
            else:
                self._deliveries.append(["value", number, self._call_at_once(session, name, arguments)])
        except BridgeError as error:
            self._deliveries.append(["error", number, error.to_json()])

    def _call_at_once(self, session: Session, name: str, arguments: dict[str, Any]) -> Any:
        outer, self._at_once = self._at_once, True
        try:
            return session.call_json(name, arguments, home=self._home)
        finally:
            self._at_once = outer

    def _waits(self, session: Session, name: str) -> bool:
        if name.startswith("runtime."):
            return False
        function = session.interface.function(name)
        return function.is_async or function.streams is not None

    async def _called(self, session: Session, name: str, arguments: dict[str, Any]) -> Any:
        value = await session.acall_json(name, arguments)
        if isinstance(value, Stream):
            id = f"stream_{next(self._numbers)}"
            self._streams[id] = value, session
            return id
        return value

    def _on_cancel(self, number: int) -> None:
        if found := self._tickets.get(number):
            found[0].cancel()

    def _on_next(self, number: int, address: list[Any], stream: str) -> None:
        self._start(number, self._session_of(stream), lambda: self._next(stream))

    async def _next(self, id: str) -> dict[str, Any]:
        found = self._streams.get(id)
        if found is None:
            return {"done": True}
        try:
            return {"value": await found[0].__anext__()}
        except BaseException as error:
            self._streams.pop(id, None)
            if isinstance(error, StopAsyncIteration):
                return {"done": True}
            raise

    def _on_close_stream(self, number: int, address: list[Any], stream: str) -> None:
        self._start(number, self._session_of(stream), lambda: self._close(stream))

    async def _close(self, id: str) -> None:
        found = self._streams.pop(id, None)
        if found is not None:
            await found[0].aclose()

    def _session_of(self, stream: str) -> Session:
        """The session whose loop a stream belongs to; any, when it has ended."""
        found = self._streams.get(stream)
        return self._host.session if found is None or found[1].closed else found[1]

    def _on_open(self, number: int, options: dict[str, Any]) -> None:
        try:
            if self._host.open_session is None:
                raise Unsupported(
                    detail="this host gives a script one session; it may open others within that one"
                )
            key = next(self._opened)
            self._roots[key] = self._host.open_session(options)
            self._deliveries.append(["value", number, [key]])
        except BridgeError as error:
            self._deliveries.append(["error", number, error.to_json()])

    def _on_close(self, number: int, address: list[Any]) -> None:
        try:
            session = self._session(address)
            if session is self._host.session:
                raise Unsupported(detail="the session that a script runs in is closed by whoever opened it")
            session.close()
            self._deliveries.append(["value", number, None])
        except BridgeError as error:
            self._deliveries.append(["error", number, error.to_json()])

    def _session(self, address: list[Any]) -> Session:
        """The session at an address: the number of a root, then the handles of sessions within."""
        session = self._roots[address[0]]
        for handle in address[1:]:
            session = session.inner(handle)
        return session

    # --- functions of the script

    def _function(self, id: str) -> Callable[[list[Any]], Any]:
        """What stands for a function of the script at the sessions."""

        def invoke(values: list[Any]) -> Any:
            if threading.get_ident() != self._thread:
                raise Unsupported(
                    detail=f"{self._engine.script} runs on another thread, where its functions must be called"
                )
            number = next(self._numbers)
            answer = self._answers[number] = Future[Any]()
            self._deliveries.append(["invoke", number, id, values])
            return self._answer_at_once(answer) if self._at_once else _Answer(answer)

        return invoke

    def _answer_at_once(self, answer: Future[Any]) -> Any:
        outer, self._at_once = self._at_once, False
        try:
            while not answer.done():
                due = self._due_at_once()
                if not due and not self._engine.is_busy:
                    raise Unsupported(
                        detail="a function given to a call that never waits cannot wait for anything itself"
                    )
                self._handle(self._engine.turn(due))
        finally:
            self._at_once = outer
        return answer.result()

    def _due_at_once(self) -> list[Request]:
        """Deliveries but for what the script waits for: a function that waits fails, however quickly that comes."""
        due: list[Request] = []
        for _ in range(len(self._deliveries)):  # another thread may add some at the end meanwhile
            delivery = self._deliveries.popleft()
            (self._deliveries if delivery[0] in ("settled", "timer") else due).append(delivery)
        return due

    def _on_answer(self, number: int, outcome: dict[str, Any]) -> None:
        answer = self._answers.pop(number)
        if not answer.set_running_or_notify_cancel():
            return
        if "error" in outcome:
            answer.set_exception(self._error_of(outcome["error"]))
        else:
            answer.set_result(outcome.get("value"))

    def _error_of(self, data: Any) -> BridgeError:
        """The error that the script threw, of the interface's own class."""
        code = data.get("code") if isinstance(data, dict) else None
        found = self._host.session.interface.error(code) if isinstance(code, str) else None
        return BridgeError.from_json(
            data, {code: found} if found is not None and isinstance(code, str) else None
        )

    # --- work on the sessions' loop

    def _start(self, number: int, session: Session, work: Callable[[], Coroutine[Any, Any, Any]]) -> None:
        """Begin work on the session's loop, and deliver what comes of it as the answer to request ``number``."""
        caller = Caller()
        token = current.set(caller)
        try:
            ticket = session.portal.start(work, lambda ticket: self._ended(number, ticket), session.tickets)
            self._tickets[number] = ticket, caller
        finally:
            current.reset(token)

    def _ended(self, number: int, ticket: Ticket) -> None:
        """Called on the loop's thread."""
        self._deliveries.append(["settled", number, ticket])
        self._pump.wake()


class _Answer(Awaitable[Any]):
    """What a JavaScript function will give."""

    def __init__(self, future: Future[Any]) -> None:
        self._future = future

    def __await__(self) -> Generator[Any, None, Any]:
        return asyncio.wrap_future(self._future).__await__()
