"""Errors of schema, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError

from .types import Contradiction, SchemaIssue


class InvalidSchema(BridgeError):
    """A schema that was given is not one, or one that cannot be used here."""

    code = "schema.invalid_schema"
    template = "not a usable JSON Schema: {reason}{place}"
    http_status = 400
    field_names = (
        "reason",
        "place",
        "issues",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        reason: str,
        place: str,
        issues: list[SchemaIssue],
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "reason": reason,
            "place": place,
            "issues": issues,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])

    @property
    def place(self) -> str:
        return cast("str", self.fields["place"])

    @property
    def issues(self) -> list[SchemaIssue]:
        return cast("list[SchemaIssue]", self.fields["issues"])


class UnresolvedReference(BridgeError):
    """A $ref leads to nothing that is known."""

    code = "schema.unresolved_reference"
    template = "nothing is known at the $ref {reference!r}: {reason}"
    http_status = 400
    field_names = (
        "reference",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        reference: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "reference": reference,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def reference(self) -> str:
        return cast("str", self.fields["reference"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class FetchFailed(BridgeError):
    """A document of another host could not be read, or is no schema."""

    code = "schema.fetch_failed"
    template = "{url!r}: {reason}"
    recovery = "retry_with_backoff"
    http_status = 502
    field_names = (
        "url",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        url: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "url": url,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def url(self) -> str:
        return cast("str", self.fields["url"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class TooComplex(BridgeError):
    """A check needs more steps, or goes deeper, than is allowed."""

    code = "schema.too_complex"
    template = "the check was stopped: {reason}; check parts of the value, or simplify the schema"
    http_status = 413
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


class PartNotFound(BridgeError):
    """A schema has no such part."""

    code = "schema.part_not_found"
    template = "the schema has no {part}: {reason}"
    http_status = 404
    field_names = (
        "part",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        part: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "part": part,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def part(self) -> str:
        return cast("str", self.fields["part"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class InvalidSamples(BridgeError):
    """No schema can be inferred from these samples."""

    code = "schema.invalid_samples"
    template = "cannot infer a schema: {reason}"
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


class InvalidField(BridgeError):
    """The description of a field makes no sense."""

    code = "schema.invalid_field"
    template = "field {field!r}: {reason}"
    http_status = 400
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
        return cast("str", self.fields["field"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class MergeConflict(BridgeError):
    """Schemas contradict one another."""

    code = "schema.merge_conflict"
    template = "the schemas contradict one another: {reason}; merge them with another strategy, or change one of them"
    http_status = 409
    field_names = (
        "reason",
        "conflicts",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        reason: str,
        conflicts: list[Contradiction],
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "reason": reason,
            "conflicts": conflicts,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])

    @property
    def conflicts(self) -> list[Contradiction]:
        return cast("list[Contradiction]", self.fields["conflicts"])


class NotFound(BridgeError):
    """The repository has no schema of this name, or not this version of it."""

    code = "schema.not_found"
    template = "no schema {name!r}; keep it with schema.put, or see schema.list"
    http_status = 404
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
        return cast("str", self.fields["name"])


class InvalidName(BridgeError):
    """A name that schemas cannot have."""

    code = "schema.invalid_name"
    template = "{name!r} is not a name for a schema: {reason}"
    http_status = 400
    field_names = (
        "name",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        name: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "name": name,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def name(self) -> str:
        return cast("str", self.fields["name"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class Full(BridgeError):
    """The repository holds as much as it may."""

    code = "schema.full"
    template = "the repository is full: {reason}; delete what is no longer needed"
    http_status = 507
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


class FileFailed(BridgeError):
    """A file or folder of a repository could not be read or written."""

    code = "schema.file_failed"
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
    """A file of a repository does not hold schemas of a version that is known here."""

    code = "schema.invalid_file"
    template = "{path!r} does not hold schemas: {reason}"
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


class ValidatorNotFound(BridgeError):
    """No validator has this handle."""

    code = "schema.validator_not_found"
    template = "no validator {validator!r}; make one with schema.compile"
    http_status = 404
    field_names = ("validator",)

    def __init__(
        self,
        message: str | None = None,
        *,
        validator: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "validator": validator,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def validator(self) -> str:
        return cast("str", self.fields["validator"])
