"""Exceptions as errors of the calling C thread, and errors of C callbacks as exceptions."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from bridge_runtime.errors import BridgeError, CallbackFailed, Internal, InvalidArgument, InvalidResult
from bridge_runtime.values import InvalidJson, write_json
from bridge_runtime.values import read_json as parse_json

from ._values import PREFIX, HoldsNul, ffi, lib, string

FunctionT = TypeVar("FunctionT", bound=Callable[..., int])

_log = logging.getLogger(f"{PREFIX}.c")


def _encoded(value: Any) -> Any:
    return value.encode("utf-8", "backslashreplace").replace(b"\0", b"\\0")


def _refuse(error: Any) -> Any:
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


def _as_bridge_error(error: Any, function: Any) -> Any:
    """The error that C sees of any exception that leaves ``function``."""
    if isinstance(error, BridgeError):
        return error
    if isinstance(error, UnicodeDecodeError):
        return InvalidArgument(
            function=function,
            detail=f"a string is not UTF-8: {error.reason} at byte {error.start} of {error.object!r}",
        )
    if isinstance(error, HoldsNul):
        detail = f"a string holds a NUL, which C strings cannot; {PREFIX}_call() carries it"
        return InvalidResult(function=function, detail=detail)
    if isinstance(error, (InvalidJson, ValueError)):
        return InvalidArgument(function=function, detail=str(error))
    if isinstance(error, RuntimeError) and "null" in str(error).lower():
        return InvalidArgument(function=function, detail="something inside a list or a map is NULL")
    _log.error("%s failed", function, exc_info=error)
    return Internal(detail=f"{type(error).__name__} in {function}: {error}")


def _failed(kind: Any, error: Any, traceback: Any) -> Any:
    """What every function behind C does with an exception."""
    try:
        function = traceback.tb_frame.f_code.co_name.replace("_py_", "_").replace("bridge_", f"{PREFIX}_")
        return _refuse(_as_bridge_error(error, function))
    except BaseException as second:
        return _refuse(Internal(detail=f"{type(error).__name__}, and then {type(second).__name__}"))
    finally:
        _forget_frames(error)


def _forget_frames(error: Any) -> None:
    """An error may be kept as the session's last one: what the failed call held must not live on in it."""
    seen = set()
    links = [error]
    while links:
        link = links.pop()
        if link is not None and id(link) not in seen:
            seen.add(id(link))
            link.__traceback__ = None
            links += (link.__cause__, link.__context__)


def export(function: FunctionT) -> FunctionT:
    """Puts ``function`` behind the C function of its name."""
    exported: FunctionT = ffi.def_extern(onerror=_failed)(function)
    return exported


def callback_failed(status: Any) -> Any:
    """The exception for a C callback that did not return OK."""
    if lib.bridge_refused() == status:
        data = parse_json(string(lib.bridge_refused_json()))
        return BridgeError.from_json(data)
    return CallbackFailed(detail=f"it returned the status {status}")
