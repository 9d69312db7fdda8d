"""What the Lua host's scripts can do to sessions: functions over scalars that never raise."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import Any

from bridge_runtime.errors import BridgeError, Cancelled, Internal, InvalidHandle, PermissionDenied, SessionClosed
from bridge_runtime.hosts.lua_tokens import Token, read_arguments, read_value, write_value
from bridge_runtime.portal import Ticket
from bridge_runtime.pump import Home, Pump
from bridge_runtime.session import Session
from bridge_runtime.streams import BlockingStream

_log = logging.getLogger(__name__)

Tokens = tuple[Token, ...]

ROOT = 1
"""The number of the host's own session."""


class _Started:
    """The calls under way in one session, and those that ended and were not waited for yet."""

    def __init__(self) -> None:
        self.tickets: dict[int, Ticket] = {}
        self.ended: deque[int] = deque()


class Calls:
    """The functions of the native layer for one Lua state, over numbered sessions."""

    def __init__(self, session: Session, open_session: Callable[[Mapping[str, Any]], Session] | None) -> None:
        self._sessions: dict[int, Session] = {ROOT: session}
        self._given = {ROOT}
        self._open_session = open_session
        self._numbers = count(ROOT + 1)
        self._home = Home()
        self._streams: dict[str, BlockingStream[Any]] = {}
        self._handlers: dict[str, int] = {}
        self._started: dict[int, _Started] = {}
        self._interrupt: BaseException | None = None
        self.run_handler: Callable[..., tuple[Any, ...]] = _no_handlers

    def functions(self) -> dict[str, Callable[..., Any]]:
        """The functions by the names that the Lua side gives them; plain ones, as lupa wants them."""
        return {
            "open": self._plain(self._open),
            "close": self._plain(self._close),
            "child": self._plain(self._child),
            "call": self._make_call(),
            "start": self._plain(self._start),
            "wait": self._plain(self._wait),
            "cancel": self._plain(self._cancel),
            "callback": self._plain(self._callback),
            "release_callback": self._plain(self._release_callback),
            "stream_next": self._plain(self._stream_next),
            "stream_close": self._plain(self._stream_close),
            "poll": self._plain(self._poll),
        }

    @contextmanager
    def inside(self) -> Iterator[None]:
        """A script runs: an interrupt that Lua swallowed meanwhile is raised at its end."""
        try:
            yield
        finally:
            interrupt, self._interrupt = self._interrupt, None
            if interrupt is not None:
                raise interrupt

    def guard(self, work: Callable[[], object]) -> None:
        """Do something for a script; what it raises is kept for the script's end."""
        try:
            work()
        except Exception as error:
            _log.warning("a script's output was lost: %s", error, exc_info=error)
        except BaseException as error:
            self._interrupt = error

    def close(self) -> None:
        """Close the sessions that scripts opened, and forget their handlers and streams."""
        for stream in list(self._streams.values()):
            stream.close()
        self._streams.clear()
        for number, session in list(self._sessions.items()):
            for id in list(self._handlers):
                session.release_callback(id)
            if number not in self._given:
                session.close()
        self._handlers.clear()

    def _plain(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def plain(*tokens: Token) -> Any:
            if self._interrupt is not None:
                return self._failed(Cancelled())
            try:
                return method(*tokens)
            except BaseException as error:
                return self._failed(error)

        return plain

    def _make_call(self) -> Callable[..., Tokens]:
        """``call``, the one that is called most: a function with everything it needs at hand."""
        sessions, home = self._sessions, self._home
        written = self._written

        def call(number: int, name: str, *tokens: Token) -> Tokens:
            if self._interrupt is not None:
                return self._failed(Cancelled())
            try:
                session = sessions.get(number)
                if session is None:
                    raise SessionClosed()
                return written(session.call_json(name, read_arguments(tokens), home=home))
            except BaseException as error:
                return self._failed(error)

        return call

    def _session(self, number: int) -> Session:
        session = self._sessions.get(number)
        if session is None:
            raise SessionClosed()
        return session

    def _failed(self, error: BaseException) -> Tokens:
        if isinstance(error, BridgeError):
            failure = error
        elif isinstance(error, Exception):
            _log.error("a call from Lua failed: %s", error, exc_info=error)
            failure = Internal(detail=f"{type(error).__name__}: {error}", cause=error)
        else:
            self._interrupt, failure = error, Cancelled()
        try:
            return write_value(failure.to_json(), False)
        except ValueError as unwritable:
            return write_value(Internal(detail=str(unwritable)).to_json(), False)

    def _written(self, value: Any) -> Tokens:
        if isinstance(value, BlockingStream):
            id = f"stream_{next(self._numbers)}"
            self._streams[id] = value
            return (True, id)
        return write_value(value, True)

    # --- sessions

    def _open(self, _: int, __: str, *tokens: Token) -> Tokens:
        if self._open_session is None:
            raise PermissionDenied(
                permission="open",
                detail="this host opens no further sessions for scripts; open a child of the session instead",
            )
        return (True, self._add(self._open_session(read_arguments(tokens))))

    def _add(self, session: Session) -> int:
        number = next(self._numbers)
        self._sessions[number] = session
        return number

    def _close(self, number: int) -> Tokens:
        session = self._sessions.pop(number, None)
        self._started.pop(number, None)
        if session is not None and number not in self._given:
            session.close()
        return (True, True)

    def _child(self, number: int, handle: str) -> Tokens:
        for resource in self._session(number).handles:
            if isinstance(resource, Session) and resource.handle == handle:
                child = self._add(resource)
                self._given.add(child)
                return (True, child)
        raise InvalidHandle(resource="session", handle=handle)

    # --- calls that do not block

    def _start(self, number: int, name: str, *tokens: Token) -> Tokens:
        session, arguments = self._session(number), read_arguments(tokens)
        started = self._started.setdefault(number, _Started())
        id = next(self._numbers)

        def ended(_: Ticket) -> None:
            started.ended.append(id)
            self._home.wake()

        started.tickets[id] = session.portal.start(
            lambda: session.acall_json(name, arguments), ended, session._tickets
        )
        return (True, id)

    def _wait(self, number: int, ticket: int | None, timeout: float | None) -> Tokens:
        started = self._started.get(number)
        if started is None:
            return (None,)

        def has_ended() -> bool:
            return bool(started.ended) if ticket is None else ticket in started.ended

        if not Pump.of_this_thread().wait(has_ended, self._home, timeout=timeout):
            return (None,)
        if ticket is None:
            ticket = started.ended[0]
        started.ended.remove(ticket)
        call = started.tickets.pop(ticket)
        try:
            return (ticket, *self._written(call.result()))
        except BaseException as error:
            return (ticket, *self._failed(error))

    def _cancel(self, number: int, ticket: int) -> None:
        started = self._started.get(number)
        if started is not None and ticket in started.tickets:
            started.tickets[ticket].cancel()

    def _poll(self, number: int) -> Tokens:
        self._session(number)
        return (True, self._home.run_parked() > 0)

    # --- callbacks and streams

    def _callback(self, number: int, handler: int) -> Tokens:
        def function(arguments: list[Any]) -> Any:
            ok, *tokens = self.run_handler(handler, *write_value(arguments))
            value = read_value(tuple(tokens))
            if not ok:
                raise BridgeError.from_json(value)
            return value

        id = self._session(number).add_callback(function, self._home)
        self._handlers[id] = handler
        return (True, id)

    def _release_callback(self, number: int, id: str) -> int | None:
        self._session(number).release_callback(id)
        return self._handlers.pop(id, None)

    def _stream_next(self, number: int, id: str) -> Tokens:
        stream = self._streams.get(id)
        if stream is None:
            return (True, True)
        try:
            return write_value(next(stream), True, False)
        except StopIteration:
            del self._streams[id]
            return (True, True)
        except BaseException as error:
            self._streams.pop(id, None)
            failure = self._failed(error)
            return (False, False, *failure[1:])

    def _stream_close(self, number: int, id: str) -> None:
        stream = self._streams.pop(id, None)
        if stream is not None:
            stream.close()


def _no_handlers(*_: object) -> tuple[Any, ...]:
    raise Internal(detail="the Lua host is not ready")
