"""Errors of hook, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError


class NotFound(BridgeError):
    """No hook has this handle."""

    code = "hook.not_found"
    template = "no hook {hook!r}; hook.register makes one, and hook.list shows them"
    http_status = 404
    field_names = ("hook",)

    def __init__(
        self,
        message: str | None = None,
        *,
        hook: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "hook": hook,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def hook(self) -> str:
        """What was asked for."""
        return cast("str", self.fields["hook"])


class Rejected(BridgeError):
    """A hook has refused the call, or its result."""

    code = "hook.rejected"
    template = "hook {hook!r} refuses this {point}: {reason}"
    http_status = 403
    field_names = (
        "hook",
        "point",
        "phase",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        hook: str,
        point: str,
        phase: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "hook": hook,
            "point": point,
            "phase": phase,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def hook(self) -> str:
        """The hook's name."""
        return cast("str", self.fields["hook"])

    @property
    def point(self) -> str:
        """Where it stands."""
        return cast("str", self.fields["point"])

    @property
    def phase(self) -> str:
        """before when it refused the call, after when its result."""
        return cast("str", self.fields["phase"])

    @property
    def reason(self) -> str:
        """Why, in the words of the hook."""
        return cast("str", self.fields["reason"])


class Failed(BridgeError):
    """A hook has failed, and its policy is to fail the call."""

    code = "hook.failed"
    template = "hook {hook!r} failed at {point}: {reason}; mend its handler, or give it another on_failure"
    http_status = 502
    field_names = (
        "hook",
        "point",
        "phase",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        hook: str,
        point: str,
        phase: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "hook": hook,
            "point": point,
            "phase": phase,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def hook(self) -> str:
        """The hook's name."""
        return cast("str", self.fields["hook"])

    @property
    def point(self) -> str:
        """Where it stands."""
        return cast("str", self.fields["point"])

    @property
    def phase(self) -> str:
        """Where the call was: before, after or error."""
        return cast("str", self.fields["phase"])

    @property
    def reason(self) -> str:
        """What went wrong."""
        return cast("str", self.fields["reason"])


class TimedOut(BridgeError):
    """A hook took longer than its limit, and its policy is to fail the call."""

    code = "hook.timed_out"
    template = "hook {hook!r} took longer than {seconds:g} s at {point}; set timeout_seconds if it needs more"
    http_status = 504
    field_names = (
        "hook",
        "point",
        "phase",
        "seconds",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        hook: str,
        point: str,
        phase: str,
        seconds: float,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "hook": hook,
            "point": point,
            "phase": phase,
            "seconds": seconds,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def hook(self) -> str:
        """The hook's name."""
        return cast("str", self.fields["hook"])

    @property
    def point(self) -> str:
        """Where it stands."""
        return cast("str", self.fields["point"])

    @property
    def phase(self) -> str:
        """Where the call was: before, after or error."""
        return cast("str", self.fields["phase"])

    @property
    def seconds(self) -> float:
        """Its limit."""
        return cast("float", self.fields["seconds"])


class Replaced(BridgeError):
    """A hook has put an error of its own in place of another, which is its cause."""

    code = "hook.replaced"
    template = "{reason} ({reason_code}, says hook {hook!r})"
    http_status = 502
    field_names = (
        "hook",
        "point",
        "reason_code",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        hook: str,
        point: str,
        reason_code: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "hook": hook,
            "point": point,
            "reason_code": reason_code,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def hook(self) -> str:
        """The hook's name."""
        return cast("str", self.fields["hook"])

    @property
    def point(self) -> str:
        """Where it stands."""
        return cast("str", self.fields["point"])

    @property
    def reason_code(self) -> str:
        """The hook's own code, such as "shop.closed"."""
        return cast("str", self.fields["reason_code"])

    @property
    def reason(self) -> str:
        """The hook's own words."""
        return cast("str", self.fields["reason"])


class RateLimited(BridgeError):
    """A rate-limiting hook lets no more calls pass for now."""

    code = "hook.rate_limited"
    template = (
        "hook {hook!r} lets {calls} {point} pass in {per_seconds:g} s; try again in {retry_after_seconds:g} s"
    )
    recovery = "retry_with_backoff"
    http_status = 429
    field_names = (
        "hook",
        "point",
        "calls",
        "per_seconds",
        "retry_after_seconds",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        hook: str,
        point: str,
        calls: int,
        per_seconds: float,
        retry_after_seconds: float,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "hook": hook,
            "point": point,
            "calls": calls,
            "per_seconds": per_seconds,
            "retry_after_seconds": retry_after_seconds,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def hook(self) -> str:
        """The hook's name."""
        return cast("str", self.fields["hook"])

    @property
    def point(self) -> str:
        """Where it stands."""
        return cast("str", self.fields["point"])

    @property
    def calls(self) -> int:
        """How many calls it lets pass."""
        return cast("int", self.fields["calls"])

    @property
    def per_seconds(self) -> float:
        """In which time."""
        return cast("float", self.fields["per_seconds"])

    @property
    def retry_after_seconds(self) -> float:
        """When the next may pass."""
        return cast("float", self.fields["retry_after_seconds"])


class NestedTooDeep(BridgeError):
    """A handler seems to call itself without end."""

    code = "hook.nested_too_deep"
    template = (
        "hook {hook!r} is under way {limit} times at once; its handler may be calling what it stands around"
    )
    http_status = 422
    field_names = (
        "hook",
        "limit",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        hook: str,
        limit: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "hook": hook,
            "limit": limit,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def hook(self) -> str:
        """The hook's name."""
        return cast("str", self.fields["hook"])

    @property
    def limit(self) -> int:
        """How often is allowed."""
        return cast("int", self.fields["limit"])


class InvalidOptions(BridgeError):
    """A ready-made hook cannot work with these options."""

    code = "hook.invalid_options"
    template = "{option} of a {built_in} hook: {reason}"
    http_status = 422
    field_names = (
        "built_in",
        "option",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        built_in: str,
        option: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "built_in": built_in,
            "option": option,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def built_in(self) -> str:
        """The kind of hook."""
        return cast("str", self.fields["built_in"])

    @property
    def option(self) -> str:
        """Which option."""
        return cast("str", self.fields["option"])

    @property
    def reason(self) -> str:
        """What is wrong with it, and what is expected."""
        return cast("str", self.fields["reason"])


class InvalidComposition(BridgeError):
    """These hooks cannot stand as one."""

    code = "hook.invalid_composition"
    template = "cannot compose: {reason}"
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
        """What is in the way, and the way out."""
        return cast("str", self.fields["reason"])


class InvalidPayload(BridgeError):
    """A payload is not what its point carries."""

    code = "hook.invalid_payload"
    template = "not a payload of {point!r}: {reason}"
    http_status = 422
    field_names = (
        "point",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        point: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "point": point,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def point(self) -> str:
        """The point."""
        return cast("str", self.fields["point"])

    @property
    def reason(self) -> str:
        """What is wrong with it, and what was expected."""
        return cast("str", self.fields["reason"])
