"""Errors of testing, by their codes."""

from __future__ import annotations

from typing import Any, cast

from bridge_runtime.errors import BridgeError

from .types import Difference


class AssertionFailed(BridgeError):
    """A value is not what was expected."""

    code = "testing.assertion_failed"
    template = "{difference}"
    http_status = 422
    field_names = (
        "assertion",
        "path",
        "difference",
        "differences",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        assertion: str,
        path: str,
        difference: str,
        differences: list[Difference],
        expected: Any | None = None,
        actual: Any | None = None,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "assertion": assertion,
            "path": path,
            "difference": difference,
            "expected": expected,
            "actual": actual,
            "differences": differences,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def assertion(self) -> str:
        return cast("str", self.fields["assertion"])

    @property
    def path(self) -> str:
        return cast("str", self.fields["path"])

    @property
    def difference(self) -> str:
        return cast("str", self.fields["difference"])

    @property
    def expected(self) -> Any | None:
        return self.fields.get("expected")

    @property
    def actual(self) -> Any | None:
        return self.fields.get("actual")

    @property
    def differences(self) -> list[Difference]:
        return cast("list[Difference]", self.fields["differences"])


class InvalidMatcher(BridgeError):
    """What stands in an expected value is no matcher, or asks for too much."""

    code = "testing.invalid_matcher"
    template = "the expected value at {path!r}: {reason}"
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


class InvalidDefinition(BridgeError):
    """A scenario, fixture or mock makes no sense."""

    code = "testing.invalid_definition"
    template = "{kind} {name!r}, at {path!r}: {reason}"
    http_status = 400
    field_names = (
        "kind",
        "name",
        "path",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        kind: str,
        name: str,
        path: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "kind": kind,
            "name": name,
            "path": path,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def kind(self) -> str:
        return cast("str", self.fields["kind"])

    @property
    def name(self) -> str:
        return cast("str", self.fields["name"])

    @property
    def path(self) -> str:
        return cast("str", self.fields["path"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class NotFound(BridgeError):
    """Nothing of this kind has this name."""

    code = "testing.not_found"
    template = "no {kind} {name!r}; there {known}"
    http_status = 404
    field_names = (
        "kind",
        "name",
        "known",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        kind: str,
        name: str,
        known: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "kind": kind,
            "name": name,
            "known": known,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def kind(self) -> str:
        return cast("str", self.fields["kind"])

    @property
    def name(self) -> str:
        return cast("str", self.fields["name"])

    @property
    def known(self) -> str:
        return cast("str", self.fields["known"])


class AlreadyExists(BridgeError):
    """Something of this kind has this name already."""

    code = "testing.already_exists"
    template = "there is a {kind} {name!r} already; choose another name, or clear all with testing.reset"
    http_status = 409
    field_names = (
        "kind",
        "name",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        kind: str,
        name: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "kind": kind,
            "name": name,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def kind(self) -> str:
        return cast("str", self.fields["kind"])

    @property
    def name(self) -> str:
        return cast("str", self.fields["name"])


class UnexpectedCall(BridgeError):
    """A mock was asked what it has no response for."""

    code = "testing.unexpected_call"
    template = "mock {mock!r}, call {number} with {arguments}: {reason}"
    http_status = 422
    field_names = (
        "mock",
        "number",
        "arguments",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        mock: str,
        number: int,
        arguments: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "mock": mock,
            "number": number,
            "arguments": arguments,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def mock(self) -> str:
        return cast("str", self.fields["mock"])

    @property
    def number(self) -> int:
        return cast("int", self.fields["number"])

    @property
    def arguments(self) -> str:
        return cast("str", self.fields["arguments"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class FixtureFailed(BridgeError):
    """A fixture could not be set up, or not be cleared away."""

    code = "testing.fixture_failed"
    template = "fixture {fixture!r}: {reason}"
    http_status = 422
    field_names = (
        "fixture",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        fixture: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "fixture": fixture,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def fixture(self) -> str:
        return cast("str", self.fields["fixture"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class FileFailed(BridgeError):
    """A file could not be read."""

    code = "testing.file_failed"
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
    """The file does not hold scenarios."""

    code = "testing.invalid_file"
    template = "{path!r} does not hold scenarios: {reason}"
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


class CoverageOff(BridgeError):
    """Coverage has never been counted in this session."""

    code = "testing.coverage_off"
    template = (
        "coverage has not been counted; begin with testing.start_coverage, or run a suite with coverage: true"
    )
    http_status = 409

    def __init__(
        self,
        message: str | None = None,
        *,
        cause: BaseException | None = None,
    ) -> None:
        super().__init__(message, cause=cause)


class InvalidCoverage(BridgeError):
    """What was to be reported or merged is not coverage of this interface."""

    code = "testing.invalid_coverage"
    template = "{reason}"
    http_status = 400
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
