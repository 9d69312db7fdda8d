"""Python inside the C library: sessions by number, errors for the thread, callbacks that are C functions.

The generated glue stands on what this module exports. ``ffi``, ``lib`` and ``PREFIX`` are set before it runs.
"""

from __future__ import annotations

import sys
from importlib import import_module
from itertools import count
from typing import TYPE_CHECKING, Any

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
from bridge_runtime.pump import Home
from bridge_runtime.session import Session as Core
from bridge_runtime.streams import BlockingStream
from bridge_runtime.values import InvalidJson, write_json
from bridge_runtime.values import read_json as parse_json

if TYPE_CHECKING:
    ffi: Any
    lib: Any
    PREFIX: str

OK = 1
END_STATUS = 2
END = object()
"""What ``Session.next`` gives after the last item of a stream."""

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
            function=function, detail=f"a string is not UTF-8: {error.reason} at byte {error.start} of {error.object!r}"
        )
    if isinstance(error, _HoldsNul):
        detail = f"a string holds a NUL, which C strings cannot; {PREFIX}_call() carries it"
        return InvalidResult(function=function, detail=detail)
    if isinstance(error, (InvalidJson, ValueError)):
        return InvalidArgument(function=function, detail=str(error))
    if isinstance(error, RuntimeError) and "NULL" in str(error):
        return InvalidArgument(function=function, detail="a string inside a list or a map is NULL")
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


class Session:
    """One open session, as the functions behind C use it."""

    def __init__(self, core, home=None):
        self.core = core
        self.home = Home() if home is None else home
        self.entries = core.waist.json
        self.streams = {}
        self.children = {}
        self.releases = {}
        self._stream_numbers = count(1)

    def call(self, name, arguments):
        """The result of a call, as JSON values; the id of a stream."""
        home = self.home
        value = self.entries[name](arguments, home)
        if home.parked:
            home.run_parked()
        return value if type(value) is not BlockingStream else self._opened(value)

    def _opened(self, stream):
        id = f"stream_{next(self._stream_numbers)}"
        self.streams[id] = stream
        return id

    def _stream(self, id):
        found = self.streams.get(id)
        if found is None:
            raise InvalidHandle(resource="stream", handle=id)
        return found

    def next(self, id):
        """The next item of a stream; END after the last."""
        stream = self._stream(id)
        try:
            value = next(stream, END)
        except BaseException:
            self.streams.pop(id, None)
            raise
        return value

    def end(self, id):
        """Closes a stream; one that is gone already needs nothing."""
        stream = self.streams.pop(id, None)
        if stream is not None:
            stream.close()

    def callback(self, c, caller):
        """Registers a C callback; gives its id."""
        call, user_data, release = c.call, c.user_data, c.release

        def run(values):
            return caller(call, user_data, values, self)

        return self._register(run, user_data, release)

    def json_callback(self, function, user_data, release):
        """Registers a C callback that takes and gives JSON; gives its id."""

        def run(values):
            given = new_json(values)
            result = ffi.new("char **")
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
        id = self.core.add_callback(run, self.home)
        if release:
            self.releases[id] = (release, user_data)
        return id

    def forget(self, id):
        """Forgets a callback."""
        if not self.core.release_callback(id):
            raise InvalidHandle(resource="callback", handle=id)
        release, user_data = self.releases.pop(id, (None, None))
        if release:
            release(user_data)

    def close(self):
        self.core.close()
        releases, self.releases = self.releases, {}
        for release, user_data in releases.values():
            release(user_data)

    def number_of(self, handle):
        """The number of a session that this one opened; -1 when there is none of that handle."""
        for core in self.core.handles:
            if isinstance(core, Core) and core.handle == handle:
                break
        else:
            return -1
        for number, session in SESSIONS.items():
            if session.core is core:
                return number
        return _add(Session(core, self.home))


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
    found = SESSIONS[session]
    del SESSIONS[session]
    found.close()
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
    SESSIONS[session].end(text(stream))
    return OK
