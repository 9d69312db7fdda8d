"""Errors of script, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError

from .types import Engine


class SyntaxError(BridgeError):
    """The text is no script of its language."""

    code = "script.syntax_error"
    template = "{script}: {reason}"
    http_status = 422
    field_names = (
        "script",
        "engine",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        script: str,
        engine: Engine,
        reason: str,
        line: int | None = None,
        column: int | None = None,
        excerpt: str | None = None,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "script": script,
            "engine": engine,
            "reason": reason,
            "line": line,
            "column": column,
            "excerpt": excerpt,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def script(self) -> str:
        return cast("str", self.fields["script"])

    @property
    def engine(self) -> Engine:
        return cast("Engine", self.fields["engine"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])

    @property
    def line(self) -> int | None:
        return cast("int | None", self.fields.get("line"))

    @property
    def column(self) -> int | None:
        return cast("int | None", self.fields.get("column"))

    @property
    def excerpt(self) -> str | None:
        return cast("str | None", self.fields.get("excerpt"))


class Failed(BridgeError):
    """The script ended in an error that it did not catch; one of a call is this one's cause."""

    code = "script.failed"
    template = "{script} failed: {reason}"
    http_status = 502
    field_names = (
        "script",
        "engine",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        script: str,
        engine: Engine,
        reason: str,
        error_code: str | None = None,
        line: int | None = None,
        stack: str | None = None,
        output: str | None = None,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "script": script,
            "engine": engine,
            "reason": reason,
            "error_code": error_code,
            "line": line,
            "stack": stack,
            "output": output,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def script(self) -> str:
        return cast("str", self.fields["script"])

    @property
    def engine(self) -> Engine:
        return cast("Engine", self.fields["engine"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])

    @property
    def error_code(self) -> str | None:
        """Code of the error that it did not catch."""
        return cast("str | None", self.fields.get("error_code"))

    @property
    def line(self) -> int | None:
        return cast("int | None", self.fields.get("line"))

    @property
    def stack(self) -> str | None:
        return cast("str | None", self.fields.get("stack"))

    @property
    def output(self) -> str | None:
        """The end of what it had printed."""
        return cast("str | None", self.fields.get("output"))


class TimedOut(BridgeError):
    """The script took longer than its limit."""

    code = "script.timed_out"
    template = "{script} took longer than {seconds} s; set timeout_seconds if it needs more"
    http_status = 504
    field_names = (
        "script",
        "engine",
        "seconds",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        script: str,
        engine: Engine,
        seconds: float,
        output: str | None = None,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "script": script,
            "engine": engine,
            "seconds": seconds,
            "output": output,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def script(self) -> str:
        return cast("str", self.fields["script"])

    @property
    def engine(self) -> Engine:
        return cast("Engine", self.fields["engine"])

    @property
    def seconds(self) -> float:
        return cast("float", self.fields["seconds"])

    @property
    def output(self) -> str | None:
        """The end of what it had printed."""
        return cast("str | None", self.fields.get("output"))


class LimitExceeded(BridgeError):
    """The script reached a limit other than time."""

    code = "script.limit_exceeded"
    template = "{script} reached the limit {limit}: {reason}"
    http_status = 429
    field_names = (
        "script",
        "engine",
        "limit",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        script: str,
        engine: Engine,
        limit: str,
        reason: str,
        output: str | None = None,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "script": script,
            "engine": engine,
            "limit": limit,
            "reason": reason,
            "output": output,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def script(self) -> str:
        return cast("str", self.fields["script"])

    @property
    def engine(self) -> Engine:
        return cast("Engine", self.fields["engine"])

    @property
    def limit(self) -> str:
        """memory_bytes, output_bytes, value_bytes, calls or concurrent."""
        return cast("str", self.fields["limit"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])

    @property
    def output(self) -> str | None:
        """The end of what it had printed."""
        return cast("str | None", self.fields.get("output"))


class InvalidVariable(BridgeError):
    """A name cannot be a variable of a script."""

    code = "script.invalid_variable"
    template = "{variable!r} cannot be a variable of a script: {reason}"
    http_status = 400
    field_names = (
        "variable",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        variable: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "variable": variable,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def variable(self) -> str:
        return cast("str", self.fields["variable"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class UnknownSuffix(BridgeError):
    """A file's name does not say what it is written in."""

    code = "script.unknown_suffix"
    template = "{path!r} is none of {known}; say its engine with `engine`"
    http_status = 400
    field_names = (
        "path",
        "known",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        path: str,
        known: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "path": path,
            "known": known,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def path(self) -> str:
        return cast("str", self.fields["path"])

    @property
    def known(self) -> str:
        return cast("str", self.fields["known"])


class FileFailed(BridgeError):
    """A file could not be read."""

    code = "script.file_failed"
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


class EngineUnavailable(BridgeError):
    """The engine is not installed."""

    code = "script.engine_unavailable"
    template = "the engine {engine} is not installed here; {install}"
    http_status = 501
    field_names = (
        "engine",
        "install",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        engine: Engine,
        install: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "engine": engine,
            "install": install,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def engine(self) -> Engine:
        return cast("Engine", self.fields["engine"])

    @property
    def install(self) -> str:
        return cast("str", self.fields["install"])


class SandboxUnavailable(BridgeError):
    """No process can be started for a sandboxed script."""

    code = "script.sandbox_unavailable"
    template = "no process can be started for a sandboxed script: {reason}; a script that you trust runs with mode 'direct'"
    http_status = 501
    field_names = ("reason",)

    def __init__(
        self,
        message: str | None = None,
        *,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class SandboxKilled(BridgeError):
    """The process of a sandboxed script ended before the script did."""

    code = "script.sandbox_killed"
    template = "the process of {script} was stopped: {reason}"
    http_status = 502
    field_names = (
        "script",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        script: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "script": script,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def script(self) -> str:
        return cast("str", self.fields["script"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class HandlerNotFound(BridgeError):
    """No handler has this name."""

    code = "script.handler_not_found"
    template = "no handler {handler!r}; register it with script.register_handler, or see script.list_handlers"
    http_status = 404
    field_names = ("handler",)

    def __init__(
        self,
        message: str | None = None,
        *,
        handler: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "handler": handler,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def handler(self) -> str:
        return cast("str", self.fields["handler"])


class HandlerExists(BridgeError):
    """A handler of this name is registered already."""

    code = "script.handler_exists"
    template = "a handler {handler!r} is registered already; choose another name, or remove it with script.unregister_handler"
    http_status = 409
    field_names = ("handler",)

    def __init__(
        self,
        message: str | None = None,
        *,
        handler: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "handler": handler,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def handler(self) -> str:
        return cast("str", self.fields["handler"])


class HandlerFailed(BridgeError):
    """A handler ended in an error, which is this one's cause."""

    code = "script.handler_failed"
    template = "handler {handler!r} failed: {reason}"
    http_status = 502
    field_names = (
        "handler",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        handler: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "handler": handler,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def handler(self) -> str:
        return cast("str", self.fields["handler"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])
