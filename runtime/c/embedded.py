"""Python inside the C library: sessions by number, errors for the thread, callbacks that are C functions.

The generated glue stands on what this module exports. ``ffi``, ``lib`` and ``PREFIX`` are set before it runs.
"""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from itertools import count
from threading import Lock
from typing import Any

from bridge_runtime.errors import (
    BridgeError,
    BrokenInstallation,
    CallbackFailed,
    Internal,
    InvalidArgument,
    InvalidHandle,
    InvalidResult,
    SessionClosed,
)
from bridge_runtime.native import END, Native
from bridge_runtime.pump import Pump
from bridge_runtime.session import Session as Core
from bridge_runtime.streams import BlockingStream
from bridge_runtime.values import InvalidJson, write_json
from bridge_runtime.values import read_json as parse_json

_given = globals()
ffi: Any = _given["ffi"]
lib: Any = _given["lib"]
PREFIX: str = _given["STEM"]
"""What the C names begin with."""
PACKAGE: str = _given["PACKAGE"]
"""The generated Python package."""
VERSION: str = _given["VERSION"]
"""The version of the interface that the library was built from."""

_log = logging.getLogger(f"{PREFIX}.c")

OK = 1
END_STATUS = 2
cast = ffi.cast
typeof = ffi.typeof
_string = ffi.string
_sizeof = ffi.sizeof


def text(pointer):
    """The text of a C string that is not NULL."""
    return _string(pointer).decode()


def read_json(pointer):
    """The value of a C string that holds JSON."""
    return parse_json(_string(pointer))


class _HoldsNul(ValueError):
    pass


def new_text(value):
    """A copy of ``value`` that C frees."""
    data = value.encode()
    copy = lib.bridge_text(data, len(data))
    if not copy:
        if b"\0" in data:
            raise _HoldsNul
        raise MemoryError
    return copy


def new_json(value):
    return new_text(write_json(value))


def new(pointer_type, count=1):
    """Zeroed memory for ``count`` values, which C frees."""
    memory = lib.bridge_array(count, _sizeof(pointer_type.item))
    if not memory:
        raise MemoryError
    return cast(pointer_type, memory)


def handle_id(pointer):
    return cast("char *", pointer)


def entries(items, count):
    """The items of a C list; none when it is NULL."""
    return [items[i] for i in range(count)] if items else ()


class Enumeration(dict):
    """What travels as JSON for each number of a C enumeration."""

    def __init__(self, name, values):
        super().__init__(values)
        self.name = name

    def __missing__(self, number):
        known = ", ".join(map(str, self))
        raise ValueError(f"{number} is no {self.name}; it has {known}")


# --- errors -----------------------------------------------------------------------------------


def _encoded(value):
    return value.encode("utf-8", "backslashreplace").replace(b"\0", b"\\0")


def _refuse(error):
    """Sets the thread's error, and gives its status."""
    data = error.to_json()
    code = _encoded(data["code"])
    return lib.bridge_refuse(
        lib.bridge_status_of(code),
        data["http_status"],
        code,
        _encoded(data["message"]),
        _encoded(data["recovery"]),
        _encoded(data["trace_id"] or ""),
        _encoded(write_json(data["fields"])),
        _encoded(write_json(data)),
    )


def _as_bridge_error(error, function):
    """The error that C sees of any exception that leaves ``function``."""
    if isinstance(error, BridgeError):
        return error
    if isinstance(error, UnicodeDecodeError):
        return InvalidArgument(
            function=function,
            detail=f"a string is not UTF-8: {error.reason} at byte {error.start} of {error.object!r}",
        )
    if isinstance(error, _HoldsNul):
        detail = f"a string holds a NUL, which C strings cannot; {PREFIX}_call() carries it"
        return InvalidResult(function=function, detail=detail)
    if isinstance(error, (InvalidJson, ValueError)):
        return InvalidArgument(function=function, detail=str(error))
    if isinstance(error, RuntimeError) and "null" in str(error).lower():
        return InvalidArgument(function=function, detail="something inside a list or a map is NULL")
    _log.error("%s failed", function, exc_info=error)
    return Internal(detail=f"{type(error).__name__} in {function}: {error}")


def _failed(kind, error, traceback):
    """What every function behind C does with an exception."""
    try:
        function = traceback.tb_frame.f_code.co_name.replace("_py_", "_").replace("bridge_", f"{PREFIX}_")
        return _refuse(_as_bridge_error(error, function))
    except BaseException as second:
        return _refuse(Internal(detail=f"{type(error).__name__}, and then {type(second).__name__}"))


export = ffi.def_extern(onerror=_failed)


def callback_failed(status):
    """The exception for a C callback that did not return OK."""
    if lib.bridge_refused() == status:
        data = parse_json(_string(lib.bridge_refused_json()))
        return BridgeError.from_json(data)
    return CallbackFailed(detail=f"it returned the status {status}")


# --- sessions ---------------------------------------------------------------------------------


class Sessions(dict):
    """The open sessions by number."""

    def __missing__(self, number):
        raise SessionClosed()


SESSIONS = Sessions()
_interface: Any = None
_numbers = count(1)


class Session(Native):
    """One open session, as the functions behind C use it."""

    def __init__(self, core, home=None):
        super().__init__(core, home)
        self.entries = core.waist.json
        self.releases = {}
        self.ran = 0
        """How many callbacks have run."""

    def call(self, name, arguments):
        """The result of a call, as JSON values; the id of a stream. What typed functions spend their time in."""
        if name.startswith("runtime."):
            return super().call(name, arguments)
        home = self.home
        value = self.entries[name](arguments, home)
        if home.parked:
            home.run_parked()
        return self._add_stream(value) if type(value) is BlockingStream else value

    def next(self, stream):
        """The next item of a stream; END after the last."""
        return self.stream_next(stream)

    def callback(self, c, caller):
        """Registers a C callback with arguments of its own; gives its id."""
        call, user_data, release = c.call, c.user_data, c.release

        def run(values):
            self.ran += 1
            return caller(call, user_data, values, self)

        return self._register(run, user_data, release)

    def json_callback(self, function, user_data, release):
        """Registers a C callback that takes and gives JSON; gives its id."""

        def run(values):
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

    def _register(self, run, user_data, release):
        id = super().callback(run)
        if release:
            self.releases[id] = (release, user_data)
        return id

    def forget(self, id):
        """Forgets a callback."""
        if not self.release_callback(id):
            raise InvalidHandle(resource="callback", handle=id)
        release, user_data = self.releases.pop(id, (None, None))
        if release:
            release(user_data)

    def close(self):
        super().close()
        releases, self.releases = self.releases, {}
        for release, user_data in releases.values():
            release(user_data)

    def run_due(self, timeout):
        """Runs the callbacks that are due, waiting for one when there is none; whether any ran."""
        before = self.ran
        if not self.poll() and timeout != 0:
            Pump.of_this_thread().wait(
                lambda: self.ran != before or self.core.closed, self.home, timeout=timeout
            )
        return self.ran != before

    def number_of(self, handle):
        """The number of a session that this one opened; -1 when there is none of that handle."""
        core = next(
            (found for found in self.core.handles if isinstance(found, Core) and found.handle == handle), None
        )
        if core is None:
            return -1
        known = (number for number, session in list(SESSIONS.items()) if session.core is core)
        return next(known, None) or _add(Session(core, self.home))


class Announced:
    """A session for one call that another thread can cancel."""

    def __init__(self, session, number):
        self.core, self.callback = session.core, session.callback
        self._session, self._number = session, number
        self._lock = Lock()
        self._ticket = None
        self._is_cancelled = False

    def call(self, name, arguments):
        with self._lock:
            self._ticket = ticket = self._session.start(name, arguments)
            if self._is_cancelled:
                self._session.cancel(ticket)
        try:
            outcome = self._session.wait(ticket)
        finally:
            SESSIONS.pop(self._number, None)
        if outcome is None:
            raise SessionClosed()
        if outcome.error is not None:
            raise outcome.error
        return outcome.value

    def cancel(self):
        with self._lock:
            self._is_cancelled = True
            if self._ticket is not None:
                self._session.cancel(self._ticket)


_ANNOUNCED = 1 << 62
"""Added to the number of an announced call to make its ticket, which no started call has."""


def _add(session):
    number = next(_numbers)
    SESSIONS[number] = session
    return number


def new_session(session, handle):
    """A C session for the handle of one that ``session`` opened."""
    made = lib.bridge_session_new(session.number_of(handle), handle.encode())
    if not made:
        raise MemoryError
    return made


def start():
    """Finds the SDK; called once. Raises what is wrong with it."""
    global _interface
    try:
        _interface = import_module(f"{PACKAGE}._interface").INTERFACE
    except ImportError as error:
        raise BrokenInstallation(
            detail=f"the Python environment {sys.prefix} has no usable package {PACKAGE!r} ({error}); install it there"
        ) from error
    if _interface.version != VERSION:
        raise BrokenInstallation(
            detail=f"the library is of version {VERSION}, and the package {PACKAGE} of {_interface.version}; build it again"
        )
    return OK


# --- the functions behind the core -------------------------------------------------------------


def _object(pointer, what):
    value = read_json(pointer) if pointer else {}
    if type(value) is not dict:
        raise ValueError(f"{what} must be a JSON object")
    return value


@export
def bridge_py_load(module):
    import_module(f"{PREFIX}_glue.{text(module)}")
    return OK


@export
def bridge_py_open(options_json, number):
    number[0] = _add(Session(Core(_interface, _object(options_json, "options"))))
    return OK


@export
def bridge_py_close(session):
    closed = SESSIONS.pop(session, None)
    if closed is not None:
        for number in [
            number for number, found in list(SESSIONS.items()) if number < 0 and found.core is closed.core
        ]:
            SESSIONS.pop(number, None)
        closed.close()
    return OK


@export
def bridge_py_session_of(session, id, number):
    number[0] = SESSIONS[session].number_of(text(id))
    return OK


@export
def bridge_py_call(session, function, arguments_json, result_json):
    value = SESSIONS[session].call(text(function), _object(arguments_json, "arguments"))
    result_json[0] = new_json(value)
    return OK


@export
def bridge_py_callback_new(session, function, user_data, release, id):
    id[0] = new_text(SESSIONS[session].json_callback(function, user_data, release))
    return OK


@export
def bridge_py_callback_free(session, id):
    SESSIONS[session].forget(text(id))
    return OK


@export
def bridge_py_stream_next(session, stream, item_json):
    value = SESSIONS[session].next(text(stream))
    if value is END:
        return END_STATUS
    item_json[0] = new_json(value)
    return OK


@export
def bridge_py_stream_close(session, stream):
    SESSIONS[session].stream_close(text(stream))
    return OK


@export
def bridge_py_call_start(session, function, arguments_json, ticket):
    ticket[0] = SESSIONS[session].start(text(function), _object(arguments_json, "arguments"))
    return OK


@export
def bridge_py_call_wait(session, ticket, timeout_ms, finished, result_json):
    seconds = None if timeout_ms < 0 else timeout_ms / 1000
    outcome = SESSIONS[session].wait(ticket or None, seconds)
    if outcome is None:
        return END_STATUS
    finished[0] = outcome.ticket
    if outcome.error is not None:
        raise outcome.error
    result_json[0] = new_json(outcome.value)
    return OK


@export
def bridge_py_call_cancel(session, ticket):
    if ticket & _ANNOUNCED:
        announced = SESSIONS.get(-(ticket ^ _ANNOUNCED))
        if announced is not None:
            announced.cancel()
    else:
        SESSIONS[session].cancel(ticket)
    return OK


@export
def bridge_py_cancellable(session, number, ticket):
    found = SESSIONS[session]
    reserved = next(_numbers) + 1
    SESSIONS[-reserved] = Announced(found, -reserved)
    number[0] = -reserved
    ticket[0] = reserved | _ANNOUNCED
    return OK


@export
def bridge_py_poll(session, timeout_ms):
    ran = SESSIONS[session].run_due(None if timeout_ms < 0 else timeout_ms / 1000)
    return OK if ran else END_STATUS
