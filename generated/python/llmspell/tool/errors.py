"""Errors of tool, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError

from .types import ArgumentIssue


class NotFound(BridgeError):
    """No tool has this name."""

    code = "tool.not_found"
    template = "no tool {tool!r}; register it with tool.register, or see tool.list"
    http_status = 404
    field_names = ("tool",)

    def __init__(
        self,
        message: str | None = None,
        *,
        tool: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "tool": tool,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def tool(self) -> str:
        return cast("str", self.fields["tool"])


class AlreadyExists(BridgeError):
    """A tool of this name is registered already."""

    code = "tool.already_exists"
    template = "a tool {tool!r} is registered already; choose another name, or remove it with tool.unregister"
    http_status = 409
    field_names = ("tool",)

    def __init__(
        self,
        message: str | None = None,
        *,
        tool: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "tool": tool,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def tool(self) -> str:
        return cast("str", self.fields["tool"])


class InvalidSchema(BridgeError):
    """The parameters are not a JSON Schema that tools can use."""

    code = "tool.invalid_schema"
    template = "the parameters of tool {tool!r} are not a usable JSON Schema: {reason}"
    http_status = 400
    field_names = (
        "tool",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        tool: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "tool": tool,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def tool(self) -> str:
        return cast("str", self.fields["tool"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class InvalidArguments(BridgeError):
    """The arguments do not fit the tool's schema."""

    code = "tool.invalid_arguments"
    template = "arguments of tool {tool!r}: {reason}"
    http_status = 400
    field_names = (
        "tool",
        "reason",
        "issues",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        tool: str,
        reason: str,
        issues: list[ArgumentIssue],
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "tool": tool,
            "reason": reason,
            "issues": issues,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def tool(self) -> str:
        return cast("str", self.fields["tool"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])

    @property
    def issues(self) -> list[ArgumentIssue]:
        return cast("list[ArgumentIssue]", self.fields["issues"])


class InvalidResult(BridgeError):
    """The handler returned what is not JSON, or too much of it."""

    code = "tool.invalid_result"
    template = "tool {tool!r} returned an unusable value: {reason}"
    http_status = 502
    field_names = (
        "tool",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        tool: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "tool": tool,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def tool(self) -> str:
        return cast("str", self.fields["tool"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class ExecutionFailed(BridgeError):
    """The handler failed."""

    code = "tool.execution_failed"
    template = "tool {tool!r} failed: {reason}"
    http_status = 502
    field_names = (
        "tool",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        tool: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "tool": tool,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def tool(self) -> str:
        return cast("str", self.fields["tool"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class TimedOut(BridgeError):
    """The tool took longer than its limit."""

    code = "tool.timed_out"
    template = "tool {tool!r} took longer than {seconds} s; set timeout_seconds if it needs more"
    recovery = "retry_once"
    http_status = 504
    field_names = (
        "tool",
        "seconds",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        tool: str,
        seconds: float,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "tool": tool,
            "seconds": seconds,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def tool(self) -> str:
        return cast("str", self.fields["tool"])

    @property
    def seconds(self) -> float:
        return cast("float", self.fields["seconds"])


class SandboxKilled(BridgeError):
    """A sandboxed execution reached a limit other than time, or died."""

    code = "tool.sandbox_killed"
    template = "the sandbox of tool {tool!r} was stopped: {reason}"
    http_status = 502
    field_names = (
        "tool",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        tool: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "tool": tool,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def tool(self) -> str:
        return cast("str", self.fields["tool"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class NotSandboxable(BridgeError):
    """The tool's handler cannot run in another process."""

    code = "tool.not_sandboxable"
    template = "tool {tool!r} cannot run sandboxed: {reason}; run it with mode 'direct'"
    http_status = 400
    field_names = (
        "tool",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        tool: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "tool": tool,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def tool(self) -> str:
        return cast("str", self.fields["tool"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class NoHandler(BridgeError):
    """The tool was loaded from a file and nobody has attached its handler."""

    code = "tool.no_handler"
    template = "tool {tool!r} was loaded without a handler; give it one with tool.attach"
    http_status = 409
    field_names = ("tool",)

    def __init__(
        self,
        message: str | None = None,
        *,
        tool: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "tool": tool,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def tool(self) -> str:
        return cast("str", self.fields["tool"])


class UnknownExecution(BridgeError):
    """No execution has this id, or its outcome was given out too long ago."""

    code = "tool.unknown_execution"
    template = "no execution {execution!r} to wait for; tool.execute with mode 'async' starts one"
    http_status = 404
    field_names = ("execution",)

    def __init__(
        self,
        message: str | None = None,
        *,
        execution: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "execution": execution,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def execution(self) -> str:
        return cast("str", self.fields["execution"])


class BadExpression(BridgeError):
    """The calculator cannot evaluate this."""

    code = "tool.bad_expression"
    template = "cannot calculate {expression!r}: {reason}"
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
    """A file could not be read or written."""

    code = "tool.file_failed"
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
    """The file does not hold tool definitions of a version that is known here."""

    code = "tool.invalid_file"
    template = "{path!r} does not hold tool definitions: {reason}"
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


class RequestFailed(BridgeError):
    """An HTTP request got no answer, or one that cannot be used."""

    code = "tool.request_failed"
    template = "{method} {url!r}: {reason}"
    recovery = "retry_with_backoff"
    http_status = 502
    field_names = (
        "method",
        "url",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        method: str,
        url: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "method": method,
            "url": url,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def method(self) -> str:
        return cast("str", self.fields["method"])

    @property
    def url(self) -> str:
        return cast("str", self.fields["url"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])
