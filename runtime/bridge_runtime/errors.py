"""Errors that keep their code, fields, recovery, cause and trace id across every surface."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, TypeAlias, cast

Recovery: TypeAlias = Literal["retry_once", "retry_with_backoff", "failover", "none"]


class _Placeholders(dict[str, Any]):
    """Fills an optional field that was not given with nothing."""

    def __missing__(self, key: str) -> str:
        return ""


class BridgeError(Exception):
    """Base of every error that crosses a surface.

    A generated subclass sets ``code``, ``template``, ``recovery``, ``http_status`` and ``field_names``;
    without ``message`` the text is made from the template and the fields.
    """

    code: str = "runtime.internal"
    template: ClassVar[str] = ""
    recovery: Recovery = "none"
    http_status: int = 500
    field_names: ClassVar[tuple[str, ...]] = ()
    """Names of its fields, in their order; in a generated class of those that are required."""

    message: str
    fields: Mapping[str, Any]
    trace_id: str
    """Shared by all errors of one root call; empty until the error leaves the waist."""

    def __init__(
        self,
        message: str | None = None,
        *,
        fields: Mapping[str, Any] | None = None,
        cause: BaseException | None = None,
        trace_id: str = "",
    ) -> None:
        given = {name: value for name, value in (fields or {}).items() if value is not None}
        self.fields = given
        self.message = self.template.format_map(_Placeholders(given)) if message is None else message
        self.trace_id = trace_id
        super().__init__(self.message)
        if cause is not None:
            self.__cause__ = cause

    def __str__(self) -> str:
        return self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code!r}, {self.message!r})"

    @property
    def cause(self) -> BridgeError | None:
        """The next bridge error in the chain of causes, if there is one."""
        seen: BaseException | None = self.__cause__
        for _ in range(32):
            if seen is None or isinstance(seen, BridgeError):
                return seen
            seen = seen.__cause__
        return None

    def to_json(self) -> dict[str, Any]:
        """The error as the JSON object that every surface understands."""
        from bridge_runtime.values import jsonable

        cause = self.cause
        return {
            "code": self.code,
            "message": self.message,
            "fields": {name: jsonable(value) for name, value in self.fields.items()},
            "recovery": self.recovery,
            "http_status": self.http_status,
            "trace_id": self.trace_id,
            "cause": None if cause is None else cause.to_json(),
        }

    @staticmethod
    def from_json(data: Any, classes: Mapping[str, type[BridgeError]] | None = None) -> BridgeError:
        """The error that ``data`` describes; never fails, for foreign code may have made ``data``.

        ``classes`` gives the class of each code of an interface; a code without one gives a BridgeError
        that carries it.
        """
        if not isinstance(data, Mapping):
            return CallbackFailed(detail=str(data))
        code = data.get("code")
        code = code if isinstance(code, str) and code else "runtime.callback_failed"
        found = (classes or {}).get(code) or RUNTIME_ERRORS.get(code) or BridgeError
        error = found.__new__(found)
        fields = data.get("fields")
        cause = data.get("cause")
        BridgeError.__init__(
            error,
            str(data.get("message") or code),
            fields=fields if isinstance(fields, Mapping) else None,
            cause=BridgeError.from_json(cause, classes) if isinstance(cause, Mapping) else None,
            trace_id=str(data.get("trace_id") or ""),
        )
        error.code = code
        if data.get("recovery") in ("retry_once", "retry_with_backoff", "failover", "none"):
            error.recovery = cast(Recovery, data["recovery"])
        if isinstance(data.get("http_status"), int):
            error.http_status = data["http_status"]
        return error

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.to_json())


def _rebuild(found: type[BridgeError], data: dict[str, Any]) -> BridgeError:
    return BridgeError.from_json(data, {data["code"]: found})


class Internal(BridgeError):
    """The implementation failed in a way it does not declare; the log has the details."""

    code = "runtime.internal"
    template = "internal error: {detail}"
    field_names = ("detail",)

    def __init__(
        self, message: str | None = None, *, detail: str, cause: BaseException | None = None
    ) -> None:
        super().__init__(message, fields={"detail": detail}, cause=cause)


class InvalidArgument(BridgeError):
    """An argument does not have the declared type.

    ``problems`` lists every place that is wrong as ``{"path", "expected", "given"}``.
    """

    code = "runtime.invalid_argument"
    template = "{function}: {detail}"
    http_status = 400
    field_names = ("function", "detail", "problems")

    def __init__(
        self,
        message: str | None = None,
        *,
        function: str,
        detail: str,
        problems: list[dict[str, str]] | None = None,
    ) -> None:
        super().__init__(message, fields={"function": function, "detail": detail, "problems": problems or []})


class UnknownFunction(BridgeError):
    """No function has this name."""

    code = "runtime.unknown_function"
    template = "no function {function!r}"
    http_status = 404
    field_names = ("function",)

    def __init__(self, message: str | None = None, *, function: str) -> None:
        super().__init__(message, fields={"function": function})


class InvalidHandle(BridgeError):
    """No live resource has this handle."""

    code = "runtime.invalid_handle"
    template = "no {resource} {handle!r}"
    http_status = 404
    field_names = ("resource", "handle")

    def __init__(self, message: str | None = None, *, resource: str, handle: str) -> None:
        super().__init__(message, fields={"resource": resource, "handle": handle})


class PermissionDenied(BridgeError):
    """The session was not granted what the call needs; ``grant`` is what its opener could have written."""

    code = "runtime.permission_denied"
    template = "{permission} is not granted: {detail}"
    http_status = 403
    field_names = ("permission", "detail", "what", "grant")

    def __init__(
        self, message: str | None = None, *, permission: str, detail: str, what: str = "", grant: str = ""
    ) -> None:
        super().__init__(
            message, fields={"permission": permission, "detail": detail, "what": what, "grant": grant}
        )


class SessionClosed(BridgeError):
    """The session was closed before or during the call."""

    code = "runtime.session_closed"
    template = "the session is closed"
    http_status = 409

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message)


class Cancelled(BridgeError):
    """The caller cancelled the call."""

    code = "runtime.cancelled"
    template = "the call was cancelled"
    http_status = 499

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message)


class Timeout(BridgeError):
    """The call took longer than it may."""

    code = "runtime.timeout"
    template = "no answer within {seconds} s"
    recovery = "retry_with_backoff"
    http_status = 504
    field_names = ("seconds",)

    def __init__(
        self, message: str | None = None, *, seconds: float, cause: BaseException | None = None
    ) -> None:
        super().__init__(message, fields={"seconds": seconds}, cause=cause)


class Unsupported(BridgeError):
    """This surface or host cannot do that."""

    code = "runtime.unsupported"
    template = "{detail}"
    http_status = 501
    field_names = ("detail",)

    def __init__(self, message: str | None = None, *, detail: str) -> None:
        super().__init__(message, fields={"detail": detail})


class CallbackFailed(BridgeError):
    """A function that the caller passed in failed."""

    code = "runtime.callback_failed"
    template = "a callback failed: {detail}"
    http_status = 502
    field_names = ("detail",)

    def __init__(
        self, message: str | None = None, *, detail: str, cause: BaseException | None = None
    ) -> None:
        super().__init__(message, fields={"detail": detail}, cause=cause)


class InvalidResult(BridgeError):
    """The implementation's result does not have the declared type."""

    code = "runtime.invalid_result"
    template = "{function} returned what it does not declare: {detail}"
    field_names = ("function", "detail", "problems")

    def __init__(
        self,
        message: str | None = None,
        *,
        function: str,
        detail: str,
        problems: list[dict[str, str]] | None = None,
    ) -> None:
        super().__init__(message, fields={"function": function, "detail": detail, "problems": problems or []})


class LimitExceeded(BridgeError):
    """The session is over one of its limits."""

    code = "runtime.limit_exceeded"
    template = "the limit {limit} is exceeded: {detail}"
    http_status = 429
    field_names = ("limit", "detail")

    def __init__(self, message: str | None = None, *, limit: str, detail: str) -> None:
        super().__init__(message, fields={"limit": limit, "detail": detail})


class BrokenInstallation(BridgeError):
    """The installation is incomplete or does not fit its host."""

    code = "runtime.broken_installation"
    template = "{detail}"
    field_names = ("detail",)

    def __init__(
        self, message: str | None = None, *, detail: str, cause: BaseException | None = None
    ) -> None:
        super().__init__(message, fields={"detail": detail}, cause=cause)


RUNTIME_ERRORS: dict[str, type[BridgeError]] = {
    error.code: error
    for error in (
        Internal,
        InvalidArgument,
        UnknownFunction,
        InvalidHandle,
        PermissionDenied,
        SessionClosed,
        Cancelled,
        Timeout,
        Unsupported,
        CallbackFailed,
        InvalidResult,
        LimitExceeded,
        BrokenInstallation,
    )
}
"""Every built-in error by its code."""
