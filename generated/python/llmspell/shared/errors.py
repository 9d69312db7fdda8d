"""Errors of shared, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError


class InvalidSchema(BridgeError):
    """A JSON Schema that was given is not one."""

    code = "shared.invalid_schema"
    template = "not a usable JSON Schema: {reason}; see https://json-schema.org/draft/2020-12"
    http_status = 422
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
        """What is wrong with it and where."""
        return cast("str", self.fields["reason"])
