"""The open sessions by number, and calls that another thread can cancel."""

from __future__ import annotations

import sys
from itertools import count
from threading import Lock
from typing import Any
from weakref import WeakSet

from bridge_runtime.callbacks import Foreign
from bridge_runtime.errors import Cancelled, InvalidHandle, SessionClosed
from bridge_runtime.native import Native
from bridge_runtime.pump import Pump
from bridge_runtime.session import Session as Core

from ._errors import callback_failed
from ._values import OK, ffi, lib, new_json, read_json


class Sessions(dict[int, Any]):
    """The open sessions by number."""

    def __missing__(self, number: Any) -> Any:
        raise SessionClosed()


SESSIONS = Sessions()
NUMBERS = count(1)


class Session(Native):
    """One open session, as the functions behind C use it."""

    def __init__(self, core: Any, home: Any = None) -> None:
        super().__init__(core, home)
        self.entries = core.waist.json
        self.trusted = core.waist.trusted(self.home)
        self.releases: dict[str, tuple[Any, Any]] = {}
        self.held: WeakSet[Held] = WeakSet()
        self.ran = 0
        """How many callbacks have run."""

    def ask(self, name: Any, arguments: Any) -> Any:
        """The result of a function that is no stream, as JSON values: what typed functions spend their time in."""
        home = self.home
        value = self.entries[name](arguments, home)
        if home.parked:
            home.run_parked()
        return value

    def next(self, stream: Any) -> Any:
        """The next item of a stream; END after the last."""
        return self.stream_next(stream)

    def typed_callback(self, c: Any, caller: Any) -> Any:
        """A C callback that a callback gave back; it is the library's at once."""
        made = self.borrow(c, caller)
        made.take(self)
        return made

    def borrow(self, c: Any, caller: Any) -> Held:
        """A C callback with arguments of its own, which stays C's until it is taken."""
        call, user_data = c.call, c.user_data

        def run(values: Any) -> Any:
            self.ran += 1
            return caller(call, user_data, values, self)

        return Held(run, self.home, c.release, user_data)

    def taking(self) -> Taking:
        """This session, for one call that is given callbacks."""
        return Taking(self, self)

    def json_callback(self, function: Any, user_data: Any, release: Any) -> Any:
        """Registers a C callback that takes and gives JSON; gives its id."""

        def run(values: Any) -> Any:
            self.ran += 1
            given, result = new_json(values), ffi.new("char **")
            try:
                status = function(user_data, given, result)
                if status != OK:
                    raise callback_failed(status)
                return read_json(result[0]) if result[0] else None
            finally:
                lib.bridge_free(given)
                lib.bridge_free(result[0])

        id = self.callback(run)
        if release:
            self.releases[id] = (release, user_data)
        return id

    def forget(self, id: Any) -> None:
        """Forgets a callback."""
        if not self.release_callback(id):
            raise InvalidHandle(resource="callback", handle=id)
        release, user_data = self.releases.pop(id, (None, None))
        if release:
            release(user_data)

    def close(self) -> None:
        try:
            super().close()
        finally:
            self.let_go()

    def let_go(self) -> None:
        """Releases every callback that is left."""
        for held in list(self.held):
            held.let_go()
        releases, self.releases = self.releases, {}
        for release, user_data in releases.values():
            release(user_data)

    def run_due(self, timeout: Any) -> Any:
        """Runs the callbacks that are due, waiting for one when there is none; whether any ran."""
        before = self.ran
        if not self.poll() and timeout != 0:
            Pump.of_this_thread().wait(
                lambda: self.ran != before or self.core.closed, self.home, timeout=timeout
            )
        return self.ran != before

    def number_of(self, handle: Any) -> Any:
        """The number of a session that this one opened; -1 when there is none of that handle."""
        core = next(
            (found for found in self.core.handles if isinstance(found, Core) and found.handle == handle), None
        )
        if core is None:
            return -1
        known = (number for number, session in list(SESSIONS.items()) if session.core is core)
        return next(known, None) or add(Session(core, self.home))


class Held(Foreign):
    """A C callback in the arguments of a typed function, which C hears of when the last to hold it lets go."""

    __slots__ = ("_release", "_user_data", "is_taken")

    def __init__(self, run: Any, home: Any, release: Any, user_data: Any) -> None:
        super().__init__("", run, home)
        self._release, self._user_data, self.is_taken = release, user_data, False

    def take(self, session: Any) -> None:
        """Makes it the library's, which has to release it."""
        self.is_taken = True
        session.held.add(self)
        if session.core.closed:
            self.let_go()

    def let_go(self) -> None:
        """Gives it back to C, once; calling it fails from now on."""
        self.released = True
        release, self._release = self._release, None
        if self.is_taken and release and not sys.is_finalizing():
            release(self._user_data)

    __del__ = let_go


class Taking:
    """A session in one call that is given callbacks: they are the library's when it succeeds, and stay C's otherwise."""

    def __init__(self, session: Any, asked: Any) -> None:
        self._session, self._borrowed = session, list[Held]()
        self.ask, self.call, self.number_of = asked.ask, asked.call, session.number_of

    def typed_callback(self, c: Any, caller: Any) -> Held:
        made: Held = self._session.borrow(c, caller)
        self._borrowed.append(made)
        return made

    def __enter__(self) -> Taking:
        return self

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> None:
        for held in self._borrowed:
            if kind is None:
                held.take(self._session)
            else:
                held.let_go()


class Announced:
    """A session for one call that another thread can cancel."""

    def __init__(self, session: Any, number: Any) -> None:
        self.core, self.ask, self.trusted = session.core, self.call, self
        self._session, self._number = session, number
        self._lock = Lock()
        self._ticket = None
        self._is_cancelled = False

    def __getitem__(self, name: Any) -> Any:
        names = [parameter.name for parameter in self.core.interface.function(name).parameters]

        def call(*given: Any) -> Any:
            return self.call(name, {name: v for name, v in zip(names, given, strict=True) if v is not None})

        return call

    def call(self, name: Any, arguments: Any) -> Any:
        return self._outcome(lambda: self._session.start(name, arguments))

    def next(self, stream: Any) -> Any:
        return self._outcome(lambda: self._session.start_next(stream))

    def _outcome(self, start: Any) -> Any:
        try:
            with self._lock:
                if self._is_cancelled:
                    raise Cancelled()
            # Not under the lock: a plain function runs here, and its callbacks may cancel it.
            ticket = start()
            with self._lock:
                self._ticket = ticket
                if self._is_cancelled:
                    self._session.cancel(ticket)
            outcome = self._session.wait(ticket)
        finally:
            SESSIONS.pop(self._number, None)
        if outcome is None:
            raise SessionClosed()
        if outcome.error is not None:
            raise outcome.error
        return outcome.value

    def taking(self) -> Taking:
        return Taking(self._session, self)

    def let_go(self) -> None:
        """Its callbacks are those of its session."""

    def cancel(self) -> None:
        with self._lock:
            self._is_cancelled = True
            if self._ticket is not None:
                self._session.cancel(self._ticket)


ANNOUNCED = 1 << 62
"""Added to the number of an announced call to make its ticket, which no started call has."""


def add(session: Any) -> Any:
    number = next(NUMBERS)
    SESSIONS[number] = session
    return number


def new_session(session: Any, handle: Any) -> Any:
    """A C session for the handle of one that ``session`` opened."""
    made = lib.bridge_session_new(session.number_of(handle), handle.encode())
    if not made:
        raise MemoryError
    return made
