"""The functions behind the core of the C library, and what the generated glue imports."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from bridge_runtime.errors import BrokenInstallation
from bridge_runtime.native import END
from bridge_runtime.session import Session as Core

from ._errors import callback_failed, export
from ._sessions import ANNOUNCED, NUMBERS, SESSIONS, Announced, Session, add, new_session
from ._values import (
    END_STATUS,
    OK,
    PACKAGE,
    PREFIX,
    VERSION,
    Enumeration,
    cast,
    entries,
    ffi,
    handle_id,
    lib,
    new,
    new_json,
    new_text,
    read_json,
    string,
    text,
    typeof,
)

__all__ = [
    "END",
    "END_STATUS",
    "OK",
    "SESSIONS",
    "Enumeration",
    "callback_failed",
    "cast",
    "entries",
    "export",
    "ffi",
    "handle_id",
    "lib",
    "new",
    "new_json",
    "new_session",
    "new_text",
    "read_json",
    "string",
    "text",
    "typeof",
]

_interface: Any = None


def start() -> int:
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


def _object(pointer: Any, what: Any) -> Any:
    value = read_json(pointer) if pointer else {}
    if type(value) is not dict:
        raise ValueError(f"{what} must be a JSON object")
    return value


@export
def bridge_py_load(module: Any) -> int:
    import_module(f"{PREFIX}_glue.{text(module)}")
    return OK


@export
def bridge_py_open(options_json: Any, number: Any) -> int:
    number[0] = add(Session(Core(_interface, _object(options_json, "options"))))
    return OK


@export
def bridge_py_close(session: Any) -> int:
    closed = SESSIONS.pop(session, None)
    if closed is None:
        return OK
    try:
        closed.close()
    finally:
        for number, found in list(SESSIONS.items()):  # announced calls, and the sessions it opened
            if found.core.closed:
                SESSIONS.pop(number, None)
                found.let_go()
    return OK


@export
def bridge_py_session_of(session: Any, id: Any, number: Any) -> int:
    number[0] = SESSIONS[session].number_of(text(id))
    return OK


@export
def bridge_py_call(session: Any, function: Any, arguments_json: Any, result_json: Any) -> int:
    value = SESSIONS[session].call(text(function), _object(arguments_json, "arguments"))
    result_json[0] = new_json(value)
    return OK


@export
def bridge_py_callback_new(session: Any, function: Any, user_data: Any, release: Any, id: Any) -> int:
    id[0] = new_text(SESSIONS[session].json_callback(function, user_data, release))
    return OK


@export
def bridge_py_callback_free(session: Any, id: Any) -> int:
    SESSIONS[session].forget(text(id))
    return OK


@export
def bridge_py_stream_next(session: Any, stream: Any, item_json: Any) -> int:
    value = SESSIONS[session].next(text(stream))
    if value is END:
        return END_STATUS
    item_json[0] = new_json(value)
    return OK


@export
def bridge_py_stream_next_start(session: Any, stream: Any, ticket: Any) -> int:
    ticket[0] = SESSIONS[session].start_next(text(stream))
    return OK


@export
def bridge_py_stream_close(session: Any, stream: Any) -> int:
    SESSIONS[session].stream_close(text(stream))
    return OK


@export
def bridge_py_call_start(session: Any, function: Any, arguments_json: Any, ticket: Any) -> int:
    ticket[0] = SESSIONS[session].start(text(function), _object(arguments_json, "arguments"))
    return OK


@export
def bridge_py_call_wait(session: Any, ticket: Any, timeout_ms: Any, finished: Any, result_json: Any) -> int:
    seconds = None if timeout_ms < 0 else timeout_ms / 1000
    outcome = SESSIONS[session].wait(ticket or None, seconds)
    if outcome is None:
        return END_STATUS
    finished[0] = outcome.ticket
    if outcome.error is not None:
        raise outcome.error
    if outcome.value is END:
        return END_STATUS
    result_json[0] = new_json(outcome.value)
    return OK


@export
def bridge_py_call_cancel(session: Any, ticket: Any) -> int:
    if ticket & ANNOUNCED:
        announced = SESSIONS.get(-(ticket ^ ANNOUNCED))
        if announced is not None:
            announced.cancel()
    else:
        SESSIONS[session].cancel(ticket)
    return OK


@export
def bridge_py_cancellable(session: Any, number: Any, ticket: Any) -> int:
    found = SESSIONS[session]
    reserved = next(NUMBERS) + 1
    SESSIONS[-reserved] = Announced(found, -reserved)
    number[0] = -reserved
    ticket[0] = reserved | ANNOUNCED
    return OK


@export
def bridge_py_poll(session: Any, timeout_ms: Any) -> int:
    ran = SESSIONS[session].run_due(None if timeout_ms < 0 else timeout_ms / 1000)
    return OK if ran else END_STATUS
