"""The bridge state as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import Handle
from pydantic import Field
from typing_extensions import TypedDict

from .errors import (
    AlreadyExists,
    Conflict,
    FileFailed,
    InvalidFile,
    InvalidPath,
    InvalidTransform,
    MergeRefused,
    NotFound,
    PathNotFound,
    SchemaViolation,
    SnapshotExists,
    SnapshotNotFound,
    TooDeep,
    TooLarge,
    TooManySnapshots,
    UnknownName,
)
from .service import StateService
from .types import (
    ChangeOptions,
    ChangeResult,
    GetOptions,
    LoadOptions,
    MergeOptions,
    MergeResult,
    PersistOptions,
    SnapshotInfo,
    StateChange,
    StateChanged,
    StateConfig,
    StateInfo,
    Transform,
    TransformOptions,
    TransformResult,
)


class CreateArguments(TypedDict):
    config: StateConfig


class OpenArguments(TypedDict):
    name: str


class CloseArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]


class ListArguments(TypedDict):
    pass


class GetInfoArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]


class GetArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]
    path: NotRequired[str]
    options: NotRequired[GetOptions]


class SetArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]
    path: str
    value: Any
    options: NotRequired[ChangeOptions]


class DeleteArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]
    path: Annotated[str, Field(min_length=1)]
    options: NotRequired[ChangeOptions]


class UpdateArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]
    changes: list[StateChange]
    options: NotRequired[ChangeOptions]


class TransformArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]
    transform: Transform
    options: NotRequired[TransformOptions]


class MergeArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]
    other: Any
    options: NotRequired[MergeOptions]


class SnapshotArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]
    name: NotRequired[Annotated[str, Field(max_length=128, min_length=1)]]


class RestoreArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]
    snapshot: str
    options: NotRequired[ChangeOptions]


class ListSnapshotsArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]


class DropSnapshotArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]
    snapshot: str


class PersistArguments(TypedDict):
    state: Annotated[Any, Handle("state.State")]
    file: Annotated[str, Field(min_length=1)]
    options: NotRequired[PersistOptions]


class LoadArguments(TypedDict):
    file: Annotated[str, Field(min_length=1)]
    options: NotRequired[LoadOptions]


class StatePredicateArguments(TypedDict):
    key: Any
    value: Any


BRIDGE = spec.Bridge(
    name="state",
    functions={
        "create": spec.Function(
            name="state.create",
            arguments=CreateArguments,
            parameters=(spec.Parameter("config", spread=True),),
            result=Annotated[Any, Handle("state.State")],
            errors=(
                "state.already_exists",
                "state.schema_violation",
                "state.too_large",
                "state.too_deep",
                "shared.invalid_schema",
            ),
            constructs="state.State",
            batch=True,
            position="idl/state.yaml:278",
            signature="def create(self, config: StateConfig) -> StateT",
        ),
        "open": spec.Function(
            name="state.open",
            arguments=OpenArguments,
            parameters=(spec.Parameter("name"),),
            result=Annotated[Any, Handle("state.State")],
            errors=("state.unknown_name",),
            batch=True,
            position="idl/state.yaml:298",
            signature="def open(self, name: str) -> StateT",
        ),
        "close": spec.Function(
            name="state.close",
            arguments=CloseArguments,
            parameters=(spec.Parameter("state"),),
            errors=("state.not_found",),
            method_of="state.State",
            releases="state.State",
            batch=True,
            position="idl/state.yaml:308",
            signature="def close(self, state: StateT) -> None",
        ),
        "list": spec.Function(
            name="state.list",
            arguments=ListArguments,
            parameters=(),
            result=list[StateInfo],
            batch=True,
            position="idl/state.yaml:317",
            signature="def list(self) -> builtins.list[StateInfo]",
        ),
        "get_info": spec.Function(
            name="state.get_info",
            arguments=GetInfoArguments,
            parameters=(spec.Parameter("state"),),
            result=StateInfo,
            errors=("state.not_found",),
            method_of="state.State",
            batch=True,
            position="idl/state.yaml:327",
            signature="def get_info(self, state: StateT) -> StateInfo",
        ),
        "get": spec.Function(
            name="state.get",
            arguments=GetArguments,
            parameters=(
                spec.Parameter("state"),
                spec.Parameter("path", required=False, default=""),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=Any,
            errors=("state.not_found", "state.invalid_path", "state.path_not_found"),
            method_of="state.State",
            batch=True,
            position="idl/state.yaml:341",
            signature='def get(self, state: StateT, path: str = "", options: GetOptions | None = None) -> Any',
        ),
        "set": spec.Function(
            name="state.set",
            arguments=SetArguments,
            parameters=(
                spec.Parameter("state"),
                spec.Parameter("path"),
                spec.Parameter("value", nullable=True),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=ChangeResult,
            errors=(
                "state.not_found",
                "state.invalid_path",
                "state.path_not_found",
                "state.conflict",
                "state.schema_violation",
                "state.too_large",
                "state.too_deep",
            ),
            emits=("state.change",),
            method_of="state.State",
            batch=True,
            position="idl/state.yaml:368",
            signature="def set(self, state: StateT, path: str, value: Any, options: ChangeOptions | None = None) -> ChangeResult",
        ),
        "delete": spec.Function(
            name="state.delete",
            arguments=DeleteArguments,
            parameters=(
                spec.Parameter("state"),
                spec.Parameter("path"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=ChangeResult,
            errors=("state.not_found", "state.invalid_path", "state.conflict", "state.schema_violation"),
            emits=("state.change",),
            method_of="state.State",
            batch=True,
            position="idl/state.yaml:421",
            signature="def delete(self, state: StateT, path: str, options: ChangeOptions | None = None) -> ChangeResult",
        ),
        "update": spec.Function(
            name="state.update",
            arguments=UpdateArguments,
            parameters=(
                spec.Parameter("state"),
                spec.Parameter("changes"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=ChangeResult,
            errors=(
                "state.not_found",
                "state.invalid_path",
                "state.path_not_found",
                "state.conflict",
                "state.schema_violation",
                "state.too_large",
                "state.too_deep",
            ),
            emits=("state.change",),
            method_of="state.State",
            batch=True,
            position="idl/state.yaml:439",
            signature="def update(self, state: StateT, changes: builtins.list[StateChange], options: ChangeOptions | None = None) -> ChangeResult",
        ),
        "transform": spec.Function(
            name="state.transform",
            arguments=TransformArguments,
            parameters=(
                spec.Parameter("state"),
                spec.Parameter("transform"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=TransformResult,
            errors=(
                "state.not_found",
                "state.invalid_path",
                "state.path_not_found",
                "state.conflict",
                "state.schema_violation",
                "state.too_large",
                "state.too_deep",
                "state.invalid_transform",
            ),
            emits=("state.change",),
            method_of="state.State",
            position="idl/state.yaml:462",
            signature="def transform(self, state: StateT, transform: Transform, options: TransformOptions | None = None) -> TransformResult",
        ),
        "merge": spec.Function(
            name="state.merge",
            arguments=MergeArguments,
            parameters=(
                spec.Parameter("state"),
                spec.Parameter("other", nullable=True),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=MergeResult,
            errors=(
                "state.not_found",
                "state.invalid_path",
                "state.path_not_found",
                "state.conflict",
                "state.merge_refused",
                "state.schema_violation",
                "state.too_large",
                "state.too_deep",
            ),
            emits=("state.change",),
            method_of="state.State",
            batch=True,
            position="idl/state.yaml:516",
            signature="def merge(self, state: StateT, other: Any, options: MergeOptions | None = None) -> MergeResult",
        ),
        "snapshot": spec.Function(
            name="state.snapshot",
            arguments=SnapshotArguments,
            parameters=(spec.Parameter("state"), spec.Parameter("name", required=False)),
            result=SnapshotInfo,
            errors=("state.not_found", "state.snapshot_exists", "state.too_many_snapshots"),
            method_of="state.State",
            batch=True,
            position="idl/state.yaml:541",
            signature="def snapshot(self, state: StateT, name: str | None = None) -> SnapshotInfo",
        ),
        "restore": spec.Function(
            name="state.restore",
            arguments=RestoreArguments,
            parameters=(
                spec.Parameter("state"),
                spec.Parameter("snapshot"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=ChangeResult,
            errors=("state.not_found", "state.snapshot_not_found", "state.conflict"),
            emits=("state.change",),
            method_of="state.State",
            batch=True,
            position="idl/state.yaml:565",
            signature="def restore(self, state: StateT, snapshot: str, options: ChangeOptions | None = None) -> ChangeResult",
        ),
        "list_snapshots": spec.Function(
            name="state.list_snapshots",
            arguments=ListSnapshotsArguments,
            parameters=(spec.Parameter("state"),),
            result=list[SnapshotInfo],
            errors=("state.not_found",),
            method_of="state.State",
            batch=True,
            position="idl/state.yaml:583",
            signature="def list_snapshots(self, state: StateT) -> builtins.list[SnapshotInfo]",
        ),
        "drop_snapshot": spec.Function(
            name="state.drop_snapshot",
            arguments=DropSnapshotArguments,
            parameters=(spec.Parameter("state"), spec.Parameter("snapshot")),
            result=bool,
            errors=("state.not_found",),
            method_of="state.State",
            batch=True,
            position="idl/state.yaml:596",
            signature="def drop_snapshot(self, state: StateT, snapshot: str) -> bool",
        ),
        "persist": spec.Function(
            name="state.persist",
            arguments=PersistArguments,
            parameters=(
                spec.Parameter("state"),
                spec.Parameter("file"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=int,
            is_async=True,
            errors=("state.not_found", "state.file_failed"),
            permissions=("fs.write",),
            method_of="state.State",
            batch=True,
            position="idl/state.yaml:607",
            signature="async def persist(self, state: StateT, file: str, options: PersistOptions | None = None) -> int",
        ),
        "load": spec.Function(
            name="state.load",
            arguments=LoadArguments,
            parameters=(spec.Parameter("file"), spec.Parameter("options", required=False, spread=True)),
            result=Annotated[Any, Handle("state.State")],
            is_async=True,
            errors=("state.already_exists", "state.file_failed", "state.invalid_file"),
            permissions=("fs.read",),
            batch=True,
            position="idl/state.yaml:626",
            signature="async def load(self, file: str, options: LoadOptions | None = None) -> StateT",
        ),
    },
    callbacks={
        "StatePredicate": spec.Callback(
            name="state.StatePredicate",
            arguments=StatePredicateArguments,
            parameters=(spec.Parameter("key", nullable=True), spec.Parameter("value", nullable=True)),
            result=bool,
        ),
    },
    resources={
        "State": spec.Resource(
            name="state.State",
            prefix="state",
            constructor="create",
            release="close",
            not_found="state.not_found",
        ),
    },
    errors={
        "not_found": spec.Error("state.not_found", NotFound),
        "unknown_name": spec.Error("state.unknown_name", UnknownName),
        "already_exists": spec.Error("state.already_exists", AlreadyExists),
        "invalid_path": spec.Error("state.invalid_path", InvalidPath),
        "path_not_found": spec.Error("state.path_not_found", PathNotFound),
        "conflict": spec.Error("state.conflict", Conflict),
        "merge_refused": spec.Error("state.merge_refused", MergeRefused),
        "schema_violation": spec.Error("state.schema_violation", SchemaViolation),
        "snapshot_not_found": spec.Error("state.snapshot_not_found", SnapshotNotFound),
        "snapshot_exists": spec.Error("state.snapshot_exists", SnapshotExists),
        "too_many_snapshots": spec.Error("state.too_many_snapshots", TooManySnapshots),
        "too_large": spec.Error("state.too_large", TooLarge),
        "too_deep": spec.Error("state.too_deep", TooDeep),
        "invalid_transform": spec.Error("state.invalid_transform", InvalidTransform),
        "file_failed": spec.Error("state.file_failed", FileFailed),
        "invalid_file": spec.Error("state.invalid_file", InvalidFile),
    },
    events={
        "state.change": spec.Event("state.change", StateChanged),
    },
    service=StateService,
    position="idl/state.yaml:2",
)
