"""What every interface has without declaring it: the ``runtime`` errors, as data.

Numbers below 100 are theirs, and fixed: 0 to 9 are the statuses of a C call that is no error
(0 not initialized, 1 ok, 2 end of stream), errors start at 10.
"""

from __future__ import annotations

from bridgegen.model import (
    MISSING,
    Doc,
    Error,
    Field,
    ListOf,
    MapOf,
    Name,
    Position,
    Recovery,
    Scalar,
    TypeExpr,
)

MODULE = "runtime"
_NOWHERE = Position("<builtin>", 1, 1)

# number, name, message, fields (those with ? are optional), recovery, HTTP status, summary
_ERRORS: tuple[tuple[int, str, str, tuple[str, ...], Recovery, int, str], ...] = (
    (10, "internal", "internal error: {detail}", ("detail",), "none", 500, "The implementation failed in a way it does not declare."),
    (11, "invalid_argument", "{function}: {detail}", ("function", "detail", "problems?"), "none", 400, "An argument does not have the declared type."),
    (12, "unknown_function", "no function {function!r}", ("function",), "none", 404, "No function has this name."),
    (13, "invalid_handle", "no {resource} {handle!r}", ("resource", "handle"), "none", 404, "No live resource has this handle."),
    (14, "permission_denied", "{permission} is not granted: {detail}", ("permission", "detail", "what?", "grant?"), "none", 403, "The session was not granted what the call needs."),
    (15, "session_closed", "the session is closed", (), "none", 409, "The session was closed before or during the call."),
    (16, "cancelled", "the call was cancelled", (), "none", 499, "The caller cancelled the call."),
    (17, "timeout", "no answer within {seconds} s", ("seconds",), "retry_with_backoff", 504, "The call took longer than it may."),
    (18, "unsupported", "{detail}", ("detail",), "none", 501, "This surface or host cannot do that."),
    (19, "callback_failed", "a callback failed: {detail}", ("detail",), "none", 502, "A function that the caller passed in failed."),
    (20, "invalid_result", "{function} returned what it does not declare: {detail}", ("function", "detail", "problems?"), "none", 500, "The implementation's result does not have the declared type."),
    (21, "limit_exceeded", "the limit {limit} is exceeded: {detail}", ("limit", "detail"), "none", 429, "The session is over one of its limits."),
    (22, "broken_installation", "{detail}", ("detail",), "none", 500, "The installation is incomplete or does not fit its host."),
)  # fmt: skip


_TYPES: dict[str, TypeExpr] = {"seconds": Scalar("number"), "problems": ListOf(MapOf(Scalar("string")))}
_SUMMARIES = {
    "problems": "Every place that is wrong: its path, what was expected there, and what was given.",
    "what": "What exactly was asked for: a path, a host, a name.",
    "grant": "What the opener of the session could have granted.",
}


def _field(written: str) -> Field:
    name = written.removesuffix("?")
    doc = Doc(summary=_SUMMARIES.get(name, ""))
    return Field(name, _TYPES.get(name, Scalar("string")), name == written, MISSING, doc, _NOWHERE)


def errors() -> tuple[Error, ...]:
    """The built-in errors, by number."""
    return tuple(
        Error(
            name=Name(MODULE, name),
            number=number,
            message=message,
            fields=tuple(_field(field) for field in fields),
            recovery=recovery,
            http_status=status,
            doc=Doc(summary=summary),
            position=_NOWHERE,
        )
        for number, name, message, fields, recovery, status, summary in _ERRORS
    )
