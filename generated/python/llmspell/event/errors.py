"""Errors of event, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError


class SubscriptionNotFound(BridgeError):
    """No subscription has this handle; it has ended, or never was."""

    code = "event.subscription_not_found"
    template = "no subscription {handle!r}; event.subscribe makes one"
    http_status = 404
    field_names = ("handle",)

    def __init__(
        self,
        message: str | None = None,
        *,
        handle: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "handle": handle,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def handle(self) -> str:
        return cast("str", self.fields["handle"])


class InvalidType(BridgeError):
    """An event's type or a pattern is not dotted words."""

    code = "event.invalid_type"
    template = "{type!r} is not {expected}"
    http_status = 400
    field_names = (
        "type",
        "expected",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        type: str,
        expected: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "type": type,
            "expected": expected,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def type(self) -> str:
        return cast("str", self.fields["type"])

    @property
    def expected(self) -> str:
        return cast("str", self.fields["expected"])


class ReservedType(BridgeError):
    """Only the runtime emits events of this type."""

    code = "event.reserved_type"
    template = "{type!r} is emitted by the runtime; choose another type, such as 'user.{type}'"
    http_status = 409
    field_names = ("type",)

    def __init__(
        self,
        message: str | None = None,
        *,
        type: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "type": type,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def type(self) -> str:
        return cast("str", self.fields["type"])


class DataTooLarge(BridgeError):
    """An event's data is too large."""

    code = "event.data_too_large"
    template = "the data of event {type!r} has {bytes} bytes as JSON; {limit} are allowed"
    http_status = 413
    field_names = (
        "type",
        "bytes",
        "limit",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        type: str,
        bytes: int,
        limit: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "type": type,
            "bytes": bytes,
            "limit": limit,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def type(self) -> str:
        return cast("str", self.fields["type"])

    @property
    def bytes(self) -> int:
        return cast("int", self.fields["bytes"])

    @property
    def limit(self) -> int:
        return cast("int", self.fields["limit"])


class InvalidExpression(BridgeError):
    """An expression in criteria is none."""

    code = "event.invalid_expression"
    template = "{expression!r} is not an expression: {reason}"
    http_status = 400
    field_names = (
        "expression",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        expression: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "expression": expression,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def expression(self) -> str:
        return cast("str", self.fields["expression"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class FileFailed(BridgeError):
    """The file of a recording could not be read or written."""

    code = "event.file_failed"
    template = "{path!r}: {reason}"
    http_status = 400
    field_names = (
        "path",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        path: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "path": path,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def path(self) -> str:
        return cast("str", self.fields["path"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class InvalidFile(BridgeError):
    """The file is not a recording of a version that is known here."""

    code = "event.invalid_file"
    template = "{path!r} is not a recording of events: {reason}"
    http_status = 400
    field_names = (
        "path",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        path: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "path": path,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def path(self) -> str:
        return cast("str", self.fields["path"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])
