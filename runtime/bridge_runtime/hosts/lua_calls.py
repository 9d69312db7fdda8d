"""What the Lua host's scripts can do to sessions: functions over scalars that never raise."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import count
from types import FrameType
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import BridgeError, Cancelled, Internal, PermissionDenied, SessionClosed
from bridge_runtime.hosts.lua_tokens import Token, read_arguments, read_value, write_value
from bridge_runtime.native import END, Native
from bridge_runtime.streams import BlockingStream

if TYPE_CHECKING:
    from bridge_runtime.session import Session

_log = logging.getLogger(__name__)

Tokens = tuple[Token, ...]
Opener = Callable[[Mapping[str, Any]], "Session"]
"""Makes a session with the options given."""

ROOT = 1
"""The number of the host's own session."""


@contextmanager
def _interrupts_noted(note: Callable[[], None]) -> Iterator[None]:
    """Have ``note`` called for every Ctrl-C, besides what Python does for it.

    Python raises KeyboardInterrupt wherever it is, also at the border to Lua, where no ``except`` of ours stands and
    Lua makes an error like any other of it. Only the main thread has signals, and only Python's own handler is added to.
    """
    ours = threading.current_thread() is threading.main_thread()
    if not ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return

    def interrupted(number: int, frame: FrameType | None) -> None:
        note()
        signal.default_int_handler(number, frame)

    signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


class Calls:
    """The functions of the native layer for one Lua state, over numbered sessions."""

    def __init__(self, session: Session, opener: Opener | None) -> None:
        root = Native(session)
        self._sessions: dict[int, Native] = {ROOT: root}
        self._home = root.home
        self._opened: set[int] = set()
        self._opener = opener
        self._numbers = count(ROOT + 1)
        self._handlers: dict[str, tuple[Native, int]] = {}
        self._interrupt: BaseException | None = None
        self.run_handler: Callable[..., tuple[Any, ...]] = _no_handlers

    def functions(self) -> dict[str, Callable[..., Any]]:
        """The functions by the names that the Lua side gives them; plain ones, as lupa wants them."""
        return {
            "call": self._make_call(),
            "open": self._plain(self._open),
            "close": self._plain(self._close),
            "child": self._plain(self._child),
            "start": self._plain(self._start),
            "start_next": self._plain(self._start_next),
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
            with _interrupts_noted(self._note):
                yield
        finally:
            interrupt, self._interrupt = self._interrupt, None
            if interrupt is not None:
                raise interrupt

    def _note(self) -> None:
        self._interrupt = KeyboardInterrupt()

    def exit(self, status: int) -> None:
        """End the process with ``status`` at the script's end; until then every call of the script is refused."""
        self._interrupt = SystemExit(status)

    def guard(self, work: Callable[[], object]) -> None:
        """Do something for a script; an interrupt meanwhile is kept for the script's end."""
        try:
            work()
        except Exception as error:
            _log.warning("what a script printed was lost: %s", error, exc_info=error)
        except BaseException as error:
            self._interrupt = error

    def close(self) -> None:
        """Close the sessions that scripts opened, and forget their handlers."""
        for id, (native, _) in self._handlers.items():
            native.release_callback(id)
        self._handlers.clear()
        with ExitStack() as closing:
            for number in self._opened:
                closing.callback(self._sessions.pop(number).close)
            self._opened.clear()

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
        """``call``, the function that is called most: what is usual is written out, and goes no further way."""
        sessions, home = self._sessions, self._home

        def call(number: int, name: str, key: Any = None, value: Token = None, *more: Token) -> Tokens:
            if self._interrupt is not None:
                return self._failed(Cancelled())
            try:
                if key is not None and value is not None and not more:
                    arguments = {key: value}
                elif key is None and value is None:
                    arguments = {}
                else:
                    arguments = read_arguments((key, value, *more))
                native = sessions[number]
                result = native.core.call_json(name, arguments, home=home)
                if type(result) is bool:
                    return (True, result)
                if type(result) is BlockingStream:
                    return (True, native._add_stream(result))
                return write_value(result, True)
            except BaseException as error:
                return self._failed(SessionClosed() if number not in sessions else error)

        return call

    def _native(self, number: int) -> Native:
        native = self._sessions.get(number)
        if native is None:
            raise SessionClosed()
        return native

    def _failed(self, error: BaseException) -> Tokens:
        """``false`` and the error; an interrupt is kept, for Lua's pcall would swallow it."""
        if isinstance(error, BridgeError):
            failure = error
        elif isinstance(error, Exception):
            _log.error("a call from Lua failed: %s", error, exc_info=error)
            failure = Internal(detail=f"{type(error).__name__}; the log has the details", cause=error)
        else:
            self._interrupt, failure = error, Cancelled()
        try:
            return write_value(failure.to_json(), False)
        except ValueError as unwritable:
            return write_value(Internal(detail=str(unwritable)).to_json(), False)

    # --- sessions

    def _open(self, _: int, __: str, *tokens: Token) -> Tokens:
        if self._opener is None:
            raise PermissionDenied(
                permission="open",
                detail="scripts of this host get no further sessions; open one within the session",
            )
        number = self._add(Native(self._opener(read_arguments(tokens)), self._home))
        self._opened.add(number)
        return (True, number)

    def _add(self, native: Native) -> int:
        number = next(self._numbers)
        self._sessions[number] = native
        return number

    def _close(self, number: int) -> Tokens:
        native = self._sessions.pop(number, None)
        if native is not None and number in self._opened:
            self._opened.discard(number)
            native.close()
        return (True, True)

    def _child(self, number: int, handle: str, resource: str) -> Tokens:
        return (True, self._add(self._native(number).child(resource, handle)))

    # --- calls that do not block

    def _start(self, number: int, name: str, *tokens: Token) -> Tokens:
        return (True, self._native(number).start(name, read_arguments(tokens)))

    def _start_next(self, number: int, stream: str) -> Tokens:
        return (True, self._native(number).start_next(stream))

    def _wait(self, number: int, ticket: int | None, timeout: float | None) -> Tokens:
        outcome = self._native(number).wait(ticket, timeout)
        if outcome is None:
            return (None,)
        if outcome.error is not None:
            return (outcome.ticket, False, *self._failed(outcome.error))
        if outcome.value is END:
            return (outcome.ticket, True, True)
        return write_value(outcome.value, outcome.ticket, False, True)

    def _cancel(self, number: int, ticket: int) -> None:
        self._native(number).cancel(ticket)

    def _poll(self, number: int) -> Tokens:
        return (True, self._native(number).poll())

    # --- callbacks and streams

    def _callback(self, number: int, handler: int) -> Tokens:
        def function(arguments: list[Any]) -> Any:
            ok, *tokens = self.run_handler(handler, *write_value(arguments))
            value = read_value(tuple(tokens))
            if not ok:
                raise BridgeError.from_json(value)
            return value

        native = self._native(number)
        id = native.callback(function)
        self._handlers[id] = (native, handler)
        return (True, id)

    def _release_callback(self, number: int, id: str) -> int | None:
        self._native(number).release_callback(id)
        released = self._handlers.pop(id, None)
        return None if released is None else released[1]

    def _stream_next(self, number: int, id: str) -> Tokens:
        try:
            item = self._native(number).stream_next(id)
        except BaseException as error:
            return (False, *self._failed(error))
        if item is END:
            return (True,)
        return write_value(item, False, True)

    def _stream_close(self, number: int, id: str) -> None:
        self._native(number).stream_close(id)


def _no_handlers(*_: object) -> tuple[Any, ...]:
    raise Internal(detail="the Lua host is not ready")
