"""The open sessions by number, and calls that another thread can cancel."""

from __future__ import annotations

from itertools import count
from threading import Lock
from typing import Any

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
        """Registers a C callback with arguments of its own; gives its id."""
        call, user_data, release = c.call, c.user_data, c.release

        def run(values: Any) -> Any:
            self.ran += 1
            return caller(call, user_data, values, self)

        return self._register(run, user_data, release)

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

        return self._register(run, user_data, release)

    def _register(self, run: Any, user_data: Any, release: Any) -> Any:
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


class Announced:
    """A session for one call that another thread can cancel."""

    def __init__(self, session: Any, number: Any) -> None:
        self.core, self.typed_callback, self.ask = session.core, session.typed_callback, self.call
        self.trusted = self
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
        with self._lock:
            if self._is_cancelled:
                SESSIONS.pop(self._number, None)
                raise Cancelled()
            self._ticket = ticket = self._session.start(name, arguments)
        try:
            outcome = self._session.wait(ticket)
        finally:
            SESSIONS.pop(self._number, None)
        if outcome is None:
            raise SessionClosed()
        if outcome.error is not None:
            raise outcome.error
        return outcome.value

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
