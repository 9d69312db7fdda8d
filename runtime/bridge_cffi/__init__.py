"""A bridge's C library from Python: what the generated bindings stand on. Needs cffi and nothing else.

It loads the shared library, as any foreign process does, so it works where the SDK itself is not installed: in PyPy,
in another virtual environment, in a process that must not share its modules.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import cffi

OK, END = 1, 2

_CDEF = """
typedef struct {p}_session {p}_session;
typedef struct {p}_error {{
    int status; int32_t http_status;
    const char *code; const char *message; const char *recovery; const char *trace_id;
    const char *fields_json; const char *json;
}} {p}_error;
const char *{p}_version(void);
const {p}_error *{p}_last_error(const {p}_session *session);
int {p}_open(const char *options_json, {p}_session **session);
int {p}_close({p}_session *session);
void {p}_string_free(char *string);
char *{p}_string_copy(const char *string);
int {p}_session_from_id({p}_session *parent, const char *id, {p}_session **session);
int {p}_call({p}_session *session, const char *function, const char *arguments_json, char **result_json);
int {p}_call_start({p}_session *session, const char *function, const char *arguments_json, uint64_t *ticket);
int {p}_call_wait(
    {p}_session *session, uint64_t ticket, int64_t timeout_ms, uint64_t *finished, char **result_json);
int {p}_call_cancel({p}_session *session, uint64_t ticket);
int {p}_callback_new(
    {p}_session *session, int (*function)(void *, const char *, char **), void *user_data, void (*release)(void *),
    char **id);
int {p}_fail_json(const char *error_json);
int {p}_stream_next({p}_session *session, const char *stream, char **item_json);
int {p}_stream_close({p}_session *session, const char *stream);
int {p}_poll({p}_session *session, int64_t timeout_ms);
"""


class Absent:
    """The type of ``ABSENT``: an argument that is not given, where None would be null."""

    def __repr__(self) -> str:
        return "ABSENT"

    def __bool__(self) -> bool:
        return False


ABSENT = Absent()


class LibraryError(Exception):
    """A call failed; ``code`` is stable, ``data`` is all of the error as JSON."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(str(data.get("message", "")))
        self.data = dict(data)
        self.code = str(data.get("code", "runtime.internal"))
        self.message = str(data.get("message", ""))
        self.fields = dict(data.get("fields") or {})
        self.recovery = str(data.get("recovery", "none"))


class Library:
    """One loaded shared library.

    ``path`` is that of the library; without it ``$<NAME>_LIBRARY`` is used, and then the system's search path.
    """

    def __init__(self, prefix: str, path: str | os.PathLike[str] | None = None) -> None:
        self.prefix = prefix
        self.ffi = cffi.FFI()
        self.ffi.cdef(_CDEF.format(p=prefix))
        variable = f"{prefix.upper()}_LIBRARY"
        place = os.fspath(path or os.environ.get(variable) or f"lib{prefix}.so")
        try:
            self._lib = self.ffi.dlopen(place)
        except OSError as error:
            way_out = f"set ${variable} to the path of lib{prefix}.so"
            detail = f"{place!r} cannot be loaded ({error}); {way_out}"
            raise LibraryError({"code": "runtime.broken_installation", "message": detail}) from None

    @property
    def version(self) -> str:
        return self._text(self.function("version")())

    def function(self, name: str) -> Any:
        """A function of the library, by its name without the prefix."""
        return getattr(self._lib, f"{self.prefix}_{name}")

    def open(self, options: Mapping[str, Any] | None = None) -> Session:
        """A new session; raises LibraryError."""
        place = self.ffi.new(f"{self.prefix}_session **")
        self.check(self.function("open")(json.dumps(dict(options or {})).encode(), place))
        return Session(self, place[0])

    def check(self, status: int) -> int:
        """``status``, unless it is an error; then raises it."""
        if status in (OK, END):
            return status
        raise LibraryError(json.loads(self._text(self.function("last_error")(self.ffi.NULL).json)))

    def _text(self, pointer: Any) -> str:
        data = self.ffi.string(pointer)
        assert isinstance(data, bytes)
        return data.decode()

    def taken(self, place: Any) -> str:
        """The string at ``place``, which the library gave and which is freed here."""
        try:
            return self._text(place[0])
        finally:
            self.function("string_free")(place[0])


class Session:
    """One session; close it, or use ``with``. Values are JSON values; handles and streams are their ids."""

    def __init__(self, library: Library, pointer: Any) -> None:
        self.library = library
        self._pointer = pointer
        self._callbacks: dict[int, tuple[Callable[..., Any], Any, str]] = {}
        """By the function's ``id()``: the function, what C calls for it, and its id in the session."""

    def call(self, name: str, arguments: Mapping[str, Any] | None = None) -> Any:
        """The result of ``name``; functions among the arguments become callbacks. Raises LibraryError."""
        library = self.library
        place = library.ffi.new("char **")
        given = self._json({key: value for key, value in (arguments or {}).items() if value is not ABSENT})
        library.check(library.function("call")(self._open(), name.encode(), given, place))
        return json.loads(library.taken(place))

    def stream(self, name: str, arguments: Mapping[str, Any] | None = None) -> Iterator[Any]:
        """The items of a streaming function; leaving the loop early ends the stream."""
        return self._items(self.call(name, arguments))

    def _items(self, stream: str) -> Iterator[Any]:
        library, place = self.library, self.library.ffi.new("char **")
        try:
            while library.check(library.function("stream_next")(self._open(), stream.encode(), place)) == OK:
                yield json.loads(library.taken(place))
        finally:
            if self._pointer is not None:
                library.check(library.function("stream_close")(self._open(), stream.encode()))

    def child(self, handle: str) -> Session:
        """The session behind a handle that this one opened."""
        place = self.library.ffi.new(f"{self.library.prefix}_session **")
        self.library.check(self.library.function("session_from_id")(self._open(), handle.encode(), place))
        return Session(self.library, place[0])

    def callback(self, function: Callable[..., Any]) -> str:
        """Registers a Python function; gives the id to pass where a callback is wanted.

        The same function is registered once, and lives as long as the session.
        """
        library, ffi = self.library, self.library.ffi
        if id(function) in self._callbacks:
            return self._callbacks[id(function)][2]

        def run(user_data: Any, arguments_json: Any, result_json: Any) -> int:
            try:
                result = function(*json.loads(library._text(arguments_json)))
                result_json[0] = library.function("string_copy")(json.dumps(result).encode())
                return OK
            except LibraryError as error:
                return int(library.function("fail_json")(json.dumps(error.data).encode()))
            except Exception as error:
                detail = f"{type(error).__name__}: {error}"
                data = {"code": "runtime.callback_failed", "message": f"a callback failed: {detail}"}
                return int(
                    library.function("fail_json")(json.dumps({**data, "fields": {"detail": detail}}).encode())
                )

        made = ffi.callback("int(void *, const char *, char **)", run)
        place = ffi.new("char **")
        library.check(library.function("callback_new")(self._open(), made, ffi.NULL, ffi.NULL, place))
        registered = library.taken(place)
        self._callbacks[id(function)] = (function, made, registered)
        return registered

    def poll(self, seconds: float = 0) -> bool:
        """Runs the callbacks that are due, waiting for one at most so long; whether any ran."""
        return self.library.check(self.library.function("poll")(self._open(), int(seconds * 1000))) == OK

    def close(self) -> None:
        """Releases all that lives in the session; safe to call twice."""
        pointer, self._pointer = self._pointer, None
        if pointer is not None:
            self.library.check(self.library.function("close")(pointer))

    def _open(self) -> Any:
        if self._pointer is None:
            raise LibraryError({"code": "runtime.session_closed", "message": "the session is closed"})
        return self._pointer

    def _json(self, value: Any) -> bytes:
        return json.dumps(value, default=self._registered).encode()

    def _registered(self, value: Any) -> str:
        if callable(value):
            return self.callback(value)
        if isinstance(value, Path):
            return os.fspath(value)
        raise TypeError(f"{value!r} is neither JSON nor a function")

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Bridge:
    """Base of the generated bridges: the functions of one module, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
