"""Errors of state, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError

from .types import MergeConflict, Transform


class NotFound(BridgeError):
    """No state has this handle."""

    code = "state.not_found"
    template = "no state {state!r}; make one with state.create, or find it by its name with state.open"
    http_status = 404
    field_names = ("state",)

    def __init__(
        self,
        message: str | None = None,
        *,
        state: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "state": state,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def state(self) -> str:
        return cast("str", self.fields["state"])


class UnknownName(BridgeError):
    """No state has this name."""

    code = "state.unknown_name"
    template = "no state is called {name!r}; make it with state.create, or see state.list"
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


class AlreadyExists(BridgeError):
    """A state has this name already."""

    code = "state.already_exists"
    template = "a state is called {name!r} already; open it with state.open, or choose another name"
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
        return cast("str", self.fields["name"])


class InvalidPath(BridgeError):
    """The path is not one."""

    code = "state.invalid_path"
    template = "not a path: {path!r}: {reason}"
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


class PathNotFound(BridgeError):
    """There is nothing at the path."""

    code = "state.path_not_found"
    template = "nothing is at {path!r} of the state {name!r}: {reason}"
    http_status = 404
    field_names = (
        "name",
        "path",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        name: str,
        path: str,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "name": name,
            "path": path,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def name(self) -> str:
        return cast("str", self.fields["name"])

    @property
    def path(self) -> str:
        return cast("str", self.fields["path"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class Conflict(BridgeError):
    """The state has changed since it was looked at."""

    code = "state.conflict"
    template = "the state {name!r} has revision {actual}, not {expected}; read it again and repeat the change"
    recovery = "retry_once"
    http_status = 409
    field_names = (
        "name",
        "expected",
        "actual",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        name: str,
        expected: int,
        actual: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "name": name,
            "expected": expected,
            "actual": actual,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def name(self) -> str:
        return cast("str", self.fields["name"])

    @property
    def expected(self) -> int:
        return cast("int", self.fields["expected"])

    @property
    def actual(self) -> int:
        return cast("int", self.fields["actual"])


class MergeRefused(BridgeError):
    """Both values have something different, and the merge was to be refused then."""

    code = "state.merge_refused"
    template = "the state {name!r} and the other value differ: {reason}"
    http_status = 409
    field_names = (
        "name",
        "reason",
        "conflicts",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        name: str,
        reason: str,
        conflicts: list[MergeConflict],
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "name": name,
            "reason": reason,
            "conflicts": conflicts,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def name(self) -> str:
        return cast("str", self.fields["name"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])

    @property
    def conflicts(self) -> list[MergeConflict]:
        return cast("list[MergeConflict]", self.fields["conflicts"])


class SchemaViolation(BridgeError):
    """The state would no longer meet its schema."""

    code = "state.schema_violation"
    template = "the state {name!r} would not meet its schema: {reason}"
    http_status = 422
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


class SnapshotNotFound(BridgeError):
    """The state has no such snapshot."""

    code = "state.snapshot_not_found"
    template = "the state {name!r} has no snapshot {snapshot!r}; see state.list_snapshots"
    http_status = 404
    field_names = (
        "name",
        "snapshot",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        name: str,
        snapshot: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "name": name,
            "snapshot": snapshot,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def name(self) -> str:
        return cast("str", self.fields["name"])

    @property
    def snapshot(self) -> str:
        return cast("str", self.fields["snapshot"])


class SnapshotExists(BridgeError):
    """A snapshot of the state has this name already."""

    code = "state.snapshot_exists"
    template = "a snapshot {snapshot!r} of the state {name!r} is there already; drop it with state.drop_snapshot, or choose another name"
    http_status = 409
    field_names = (
        "name",
        "snapshot",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        name: str,
        snapshot: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "name": name,
            "snapshot": snapshot,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def name(self) -> str:
        return cast("str", self.fields["name"])

    @property
    def snapshot(self) -> str:
        return cast("str", self.fields["snapshot"])


class TooManySnapshots(BridgeError):
    """All snapshots that a state may keep have names."""

    code = "state.too_many_snapshots"
    template = "the state {name!r} keeps {limit} snapshots with names; drop one with state.drop_snapshot"
    http_status = 409
    field_names = (
        "name",
        "limit",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        name: str,
        limit: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "name": name,
            "limit": limit,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def name(self) -> str:
        return cast("str", self.fields["name"])

    @property
    def limit(self) -> int:
        return cast("int", self.fields["limit"])


class TooLarge(BridgeError):
    """The value would be too large."""

    code = "state.too_large"
    template = "the value of the state {name!r} would have {bytes} bytes as JSON; {limit} are allowed"
    http_status = 413
    field_names = (
        "name",
        "bytes",
        "limit",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        name: str,
        bytes: int,
        limit: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "name": name,
            "bytes": bytes,
            "limit": limit,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def name(self) -> str:
        return cast("str", self.fields["name"])

    @property
    def bytes(self) -> int:
        return cast("int", self.fields["bytes"])

    @property
    def limit(self) -> int:
        return cast("int", self.fields["limit"])


class TooDeep(BridgeError):
    """The value would hold lists and objects too deeply inside one another."""

    code = "state.too_deep"
    template = "the value of the state {name!r} would be nested more than {limit} levels deep"
    http_status = 422
    field_names = (
        "name",
        "limit",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        name: str,
        limit: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "name": name,
            "limit": limit,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def name(self) -> str:
        return cast("str", self.fields["name"])

    @property
    def limit(self) -> int:
        return cast("int", self.fields["limit"])


class InvalidTransform(BridgeError):
    """The value cannot be transformed like that."""

    code = "state.invalid_transform"
    template = "cannot {transform} the value: {reason}"
    http_status = 422
    field_names = (
        "transform",
        "reason",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        transform: Transform,
        reason: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "transform": transform,
            "reason": reason,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def transform(self) -> Transform:
        return cast("Transform", self.fields["transform"])

    @property
    def reason(self) -> str:
        return cast("str", self.fields["reason"])


class FileFailed(BridgeError):
    """A file could not be read or written."""

    code = "state.file_failed"
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
    """The file does not hold a state of a version that is known here."""

    code = "state.invalid_file"
    template = "{path!r} does not hold a state: {reason}"
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
