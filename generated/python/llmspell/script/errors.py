"""Errors of script, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError


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
