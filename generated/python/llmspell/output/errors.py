"""Errors of output, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError

from .types import Format, FormatIssue, ParseAttempt


class ParseFailed(BridgeError):
    """No step that was allowed could read the text."""

    code = "output.parse_failed"
    template = "cannot read the text as {format}: {reason}"
    recovery = "retry_once"
    http_status = 422
    field_names = (
        "format",
        "reason",
        "attempts",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        format: Format,
        reason: str,
        attempts: list[ParseAttempt],
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "format": format,
            "reason": reason,
            "attempts": attempts,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def format(self) -> Format:
        return cast("Format", self.fields["format"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])

    @property
    def attempts(self) -> list[ParseAttempt]:
        return cast("list[ParseAttempt]", self.fields["attempts"])


class SchemaMismatch(BridgeError):
    """The text was read, and its value does not meet the schema."""

    code = "output.schema_mismatch"
    template = "the value does not meet the schema: {reason}"
    recovery = "retry_once"
    http_status = 422
    field_names = (
        "reason",
        "issues",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        reason: str,
        issues: list[FormatIssue],
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "reason": reason,
            "issues": issues,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])

    @property
    def issues(self) -> list[FormatIssue]:
        return cast("list[FormatIssue]", self.fields["issues"])


class TooLarge(BridgeError):
    """A text or a value is larger than is allowed."""

    code = "output.too_large"
    template = "{what} are more than the {limit} that are allowed; take a smaller part"
    http_status = 413
    field_names = (
        "what",
        "limit",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        what: str,
        limit: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "what": what,
            "limit": limit,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def what(self) -> str:
        return cast("str", self.fields["what"])

    @property
    def limit(self) -> int:
        return cast("int", self.fields["limit"])


class TooDeep(BridgeError):
    """A value holds lists or objects inside one another beyond what is allowed."""

    code = "output.too_deep"
    template = "nested more than {limit} levels deep"
    http_status = 422
    field_names = ("limit",)

    def __init__(
        self,
        message: str | None = None,
        *,
        limit: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "limit": limit,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def limit(self) -> int:
        return cast("int", self.fields["limit"])


class Unsafe(BridgeError):
    """The text uses what a reader of text from elsewhere must not follow."""

    code = "output.unsafe"
    template = "this {format} is not read: {reason}"
    http_status = 422
    field_names = (
        "format",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        format: Format,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "format": format,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def format(self) -> Format:
        return cast("Format", self.fields["format"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class NotRepresentable(BridgeError):
    """The format cannot hold this value."""

    code = "output.not_representable"
    template = "{format} cannot hold the value at {path!r}: {reason}"
    http_status = 422
    field_names = (
        "format",
        "path",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        format: Format,
        path: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "format": format,
            "path": path,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def format(self) -> Format:
        return cast("Format", self.fields["format"])

    @property
    def path(self) -> str:
        return cast("str", self.fields["path"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])
