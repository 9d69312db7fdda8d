"""Errors of session, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError


class NotFound(BridgeError):
    """No session has this handle; it was closed, or never was."""

    code = "session.not_found"
    template = "no session {handle!r}; session.open makes one"
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


class PermissionExceeded(BridgeError):
    """A session was to get a permission that its parent does not have."""

    code = "session.permission_exceeded"
    template = "a session cannot get {permission!r} with {requested}: the session that opens it has {held}"
    http_status = 403
    field_names = (
        "permission",
        "requested",
        "held",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        permission: str,
        requested: str,
        held: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "permission": permission,
            "requested": requested,
            "held": held,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def permission(self) -> str:
        return cast("str", self.fields["permission"])

    @property
    def requested(self) -> str:
        return cast("str", self.fields["requested"])

    @property
    def held(self) -> str:
        return cast("str", self.fields["held"])


class TooDeep(BridgeError):
    """Sessions within sessions go too deep."""

    code = "session.too_deep"
    template = "a session {limit} levels deep cannot open another"
    http_status = 400
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


class NotMemoized(BridgeError):
    """The function keeps no results, or there is none of this name."""

    code = "session.not_memoized"
    template = "{function!r} keeps no results; those that do: {known}"
    http_status = 404
    field_names = (
        "function",
        "known",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        function: str,
        known: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "function": function,
            "known": known,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def function(self) -> str:
        return cast("str", self.fields["function"])

    @property
    def known(self) -> str:
        return cast("str", self.fields["known"])


class UnknownConversion(BridgeError):
    """Nothing converts between these types."""

    code = "session.unknown_conversion"
    template = "nothing converts {source!r} to {target!r}; from {source!r} one reaches {known}{hint}"
    http_status = 404
    field_names = (
        "source",
        "target",
        "known",
        "hint",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        source: str,
        target: str,
        known: str,
        hint: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "source": source,
            "target": target,
            "known": known,
            "hint": hint,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def source(self) -> str:
        return cast("str", self.fields["source"])

    @property
    def target(self) -> str:
        return cast("str", self.fields["target"])

    @property
    def known(self) -> str:
        """The types that can be reached from the first."""
        return cast("str", self.fields["known"])

    @property
    def hint(self) -> str:
        """Names that are nearly these, and what is wrong with these; may be empty."""
        return cast("str", self.fields["hint"])


class ConversionFailed(BridgeError):
    """The value is not of the type it is said to be, or cannot be converted."""

    code = "session.conversion_failed"
    template = "cannot convert this {source!r} to {target!r}: {reason}"
    http_status = 400
    field_names = (
        "source",
        "target",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        source: str,
        target: str,
        reason: str,
        conversion: str | None = None,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "source": source,
            "target": target,
            "reason": reason,
            "conversion": conversion,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def source(self) -> str:
        return cast("str", self.fields["source"])

    @property
    def target(self) -> str:
        return cast("str", self.fields["target"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])

    @property
    def conversion(self) -> str | None:
        """The conversion on the way that failed, when it was one of several or of the program's own."""
        return cast("str | None", self.fields.get("conversion"))


class InvalidConversion(BridgeError):
    """There can be no conversion between these types."""

    code = "session.invalid_conversion"
    template = "no conversion from {source!r} to {target!r} can be: {reason}"
    http_status = 400
    field_names = (
        "source",
        "target",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        source: str,
        target: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "source": source,
            "target": target,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def source(self) -> str:
        return cast("str", self.fields["source"])

    @property
    def target(self) -> str:
        return cast("str", self.fields["target"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class ConversionExists(BridgeError):
    """A conversion of this name is registered already."""

    code = "session.conversion_exists"
    template = "a conversion {conversion!r} is registered already; give this one a name of its own, or remove that one with session.unregister_conversion"
    http_status = 409
    field_names = ("conversion",)

    def __init__(
        self,
        message: str | None = None,
        *,
        conversion: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "conversion": conversion,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def conversion(self) -> str:
        return cast("str", self.fields["conversion"])


class ConversionNotFound(BridgeError):
    """No conversion has this name."""

    code = "session.conversion_not_found"
    template = "no conversion {conversion!r}; see session.list_conversions"
    http_status = 404
    field_names = ("conversion",)

    def __init__(
        self,
        message: str | None = None,
        *,
        conversion: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "conversion": conversion,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def conversion(self) -> str:
        return cast("str", self.fields["conversion"])
