"""Errors of provider, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError


class NotFound(BridgeError):
    """No provider has this name or handle."""

    code = "provider.not_found"
    template = "no provider {provider!r}; make one with provider.create, or see provider.list"
    http_status = 404
    field_names = ("provider",)

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """What was asked for."""
        return cast("str", self.fields["provider"])


class NameTaken(BridgeError):
    """Another provider has this name."""

    code = "provider.name_taken"
    template = "there is already a provider named {name!r}; choose another name, or destroy that one"
    http_status = 409
    field_names = ("name",)

    def __init__(
        self,
        message: str | None = None,
        *,
        name: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "name": name,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def name(self) -> str:
        """The name."""
        return cast("str", self.fields["name"])


class InvalidConfig(BridgeError):
    """A provider cannot work with this configuration."""

    code = "provider.invalid_config"
    template = "{field} of a provider: {reason}"
    http_status = 422
    field_names = (
        "field",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        field: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "field": field,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def field(self) -> str:
        """The member of the configuration."""
        return cast("str", self.fields["field"])

    @property
    def reason(self) -> str:
        """What is wrong with it, and what is expected."""
        return cast("str", self.fields["reason"])


class Unsupported(BridgeError):
    """This provider cannot do what was asked."""

    code = "provider.unsupported"
    template = "provider {provider!r} cannot do {feature}: {reason}"
    recovery = "failover"
    http_status = 422
    field_names = (
        "provider",
        "feature",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        feature: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "feature": feature,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def feature(self) -> str:
        """What was asked."""
        return cast("str", self.fields["feature"])

    @property
    def reason(self) -> str:
        """Why not, and the way out."""
        return cast("str", self.fields["reason"])


class InvalidRequest(BridgeError):
    """The endpoint refuses this request."""

    code = "provider.invalid_request"
    template = "provider {provider!r} refuses the request ({status}): {detail}"
    http_status = 422
    field_names = (
        "provider",
        "status",
        "detail",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        status: int,
        detail: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "status": status,
            "detail": detail,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def status(self) -> int:
        """The HTTP status; 0 when nothing was sent."""
        return cast("int", self.fields["status"])

    @property
    def detail(self) -> str:
        """What the endpoint says."""
        return cast("str", self.fields["detail"])


class AuthenticationFailed(BridgeError):
    """The endpoint does not accept the key."""

    code = "provider.authentication_failed"
    template = "provider {provider!r} does not accept the key ({status}): {detail}; check api_key"
    recovery = "failover"
    http_status = 502
    field_names = (
        "provider",
        "status",
        "detail",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        status: int,
        detail: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "status": status,
            "detail": detail,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def status(self) -> int:
        """The HTTP status."""
        return cast("int", self.fields["status"])

    @property
    def detail(self) -> str:
        """What the endpoint says."""
        return cast("str", self.fields["detail"])


class ModelNotFound(BridgeError):
    """The endpoint does not serve this model."""

    code = "provider.model_not_found"
    template = "provider {provider!r} has no model {model!r}: {detail}; see provider.get_models"
    recovery = "failover"
    http_status = 404
    field_names = (
        "provider",
        "model",
        "detail",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        model: str,
        detail: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "model": model,
            "detail": detail,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def model(self) -> str:
        """The model asked for."""
        return cast("str", self.fields["model"])

    @property
    def detail(self) -> str:
        """What the endpoint says."""
        return cast("str", self.fields["detail"])


class ContextTooLong(BridgeError):
    """The conversation is longer than the model can read."""

    code = "provider.context_too_long"
    template = "too much for model {model!r} of provider {provider!r}: {detail}; shorten the conversation or set history_limit"
    http_status = 413
    field_names = (
        "provider",
        "model",
        "detail",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        model: str,
        detail: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "model": model,
            "detail": detail,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def model(self) -> str:
        """The model asked for."""
        return cast("str", self.fields["model"])

    @property
    def detail(self) -> str:
        """What the endpoint says."""
        return cast("str", self.fields["detail"])


class RateLimited(BridgeError):
    """The endpoint wants fewer requests."""

    code = "provider.rate_limited"
    template = "provider {provider!r} wants fewer requests: {detail}; tried {attempts} times"
    recovery = "retry_with_backoff"
    http_status = 429
    field_names = (
        "provider",
        "detail",
        "attempts",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        detail: str,
        attempts: int,
        retry_after_seconds: float | None = None,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "detail": detail,
            "attempts": attempts,
            "retry_after_seconds": retry_after_seconds,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def detail(self) -> str:
        """What the endpoint says."""
        return cast("str", self.fields["detail"])

    @property
    def attempts(self) -> int:
        """How often it was tried."""
        return cast("int", self.fields["attempts"])

    @property
    def retry_after_seconds(self) -> float | None:
        """When the endpoint wants to be asked again."""
        return cast("float | None", self.fields.get("retry_after_seconds"))


class Unavailable(BridgeError):
    """The endpoint failed."""

    code = "provider.unavailable"
    template = "provider {provider!r} failed ({status}): {detail}; tried {attempts} times"
    recovery = "retry_with_backoff"
    http_status = 502
    field_names = (
        "provider",
        "status",
        "detail",
        "attempts",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        status: int,
        detail: str,
        attempts: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "status": status,
            "detail": detail,
            "attempts": attempts,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def status(self) -> int:
        """The HTTP status."""
        return cast("int", self.fields["status"])

    @property
    def detail(self) -> str:
        """What the endpoint says."""
        return cast("str", self.fields["detail"])

    @property
    def attempts(self) -> int:
        """How often it was tried."""
        return cast("int", self.fields["attempts"])


class Unreachable(BridgeError):
    """The endpoint cannot be reached."""

    code = "provider.unreachable"
    template = (
        "provider {provider!r} cannot be reached at {url}: {detail}; is it running, and is base_url right?"
    )
    recovery = "retry_once"
    http_status = 502
    field_names = (
        "provider",
        "url",
        "detail",
        "attempts",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        url: str,
        detail: str,
        attempts: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "url": url,
            "detail": detail,
            "attempts": attempts,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def url(self) -> str:
        """The address, without secrets."""
        return cast("str", self.fields["url"])

    @property
    def detail(self) -> str:
        """What went wrong."""
        return cast("str", self.fields["detail"])

    @property
    def attempts(self) -> int:
        """How often it was tried."""
        return cast("int", self.fields["attempts"])


class TimedOut(BridgeError):
    """The endpoint took too long."""

    code = "provider.timed_out"
    template = "provider {provider!r} said nothing for {seconds:g} seconds; set timeout_seconds for more"
    recovery = "retry_once"
    http_status = 504
    field_names = (
        "provider",
        "seconds",
        "attempts",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        seconds: float,
        attempts: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "seconds": seconds,
            "attempts": attempts,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def seconds(self) -> float:
        """How long it was waited for."""
        return cast("float", self.fields["seconds"])

    @property
    def attempts(self) -> int:
        """How often it was tried."""
        return cast("int", self.fields["attempts"])


class InvalidResponse(BridgeError):
    """The endpoint answered something that its protocol does not allow."""

    code = "provider.invalid_response"
    template = "provider {provider!r} answered something unexpected: {detail}"
    recovery = "retry_once"
    http_status = 502
    field_names = (
        "provider",
        "detail",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        detail: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "detail": detail,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def detail(self) -> str:
        """What was unexpected."""
        return cast("str", self.fields["detail"])


class ScriptExhausted(BridgeError):
    """A scripted provider was called once more than it has steps."""

    code = "provider.script_exhausted"
    template = "the script of provider {provider!r} has {steps} steps, and this is one call more; add a step"
    http_status = 409
    field_names = (
        "provider",
        "steps",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        steps: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "steps": steps,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return cast("int", self.fields["steps"])


class ScriptMismatch(BridgeError):
    """A request is not what the script's step expects."""

    code = "provider.script_mismatch"
    template = "step {step} of provider {provider!r} expects {expectation} {expected}, and got {actual}"
    http_status = 409
    field_names = (
        "provider",
        "step",
        "expectation",
        "expected",
        "actual",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        step: int,
        expectation: str,
        expected: str,
        actual: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "step": step,
            "expectation": expectation,
            "expected": expected,
            "actual": actual,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def step(self) -> int:
        """The step; the first is 1."""
        return cast("int", self.fields["step"])

    @property
    def expectation(self) -> str:
        """Which expectation: last_message, tools and so on."""
        return cast("str", self.fields["expectation"])

    @property
    def expected(self) -> str:
        """What the step wants."""
        return cast("str", self.fields["expected"])

    @property
    def actual(self) -> str:
        """What the request holds."""
        return cast("str", self.fields["actual"])


class ScriptUnfinished(BridgeError):
    """A scripted provider goes, and some of its steps were never reached."""

    code = "provider.script_unfinished"
    template = "the script of provider {provider!r} has {steps} steps, and only {used} were reached; the provider is gone nevertheless"
    http_status = 409
    field_names = (
        "provider",
        "steps",
        "used",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        provider: str,
        steps: int,
        used: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "provider": provider,
            "steps": steps,
            "used": used,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def provider(self) -> str:
        """The provider's name."""
        return cast("str", self.fields["provider"])

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return cast("int", self.fields["steps"])

    @property
    def used(self) -> int:
        """How many were reached."""
        return cast("int", self.fields["used"])
