"""Named, structured values that programs share, change and go back in.

A state is one JSON value with a name, a revision that grows by one with every change, an optional
JSON Schema that it always meets, and snapshots. The programs of a session find it by its name with
`state.open`. A change happens as a whole or not at all, whatever number of threads changes a state
at once; a call with `expected_revision` is refused with `state.conflict` when somebody else was
faster.

A path says which part of the value is meant. Empty, it is the whole. One that begins with `/` is a JSON pointer (RFC 6901):
`/tags/0`, with `~1` for `/` and `~0` for `~`. Any other is dotted: `user.tags[0]`, keys joined by dots and places of a
list in brackets, with `\\.`, `\\[` and `\\\\` for these characters in a key and `\\-` for an empty key. `-` (`tags[-]`,
`/tags/-`) is the place after the last item of a list. Paths in results, errors and events are JSON pointers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import events
    from .aio import AsyncState, AsyncStateBridge
    from .constants import Limit
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
    from .sync import State, StateBridge
    from .types import (
        ChangeOptions,
        ChangeResult,
        GetOptions,
        LoadOptions,
        MergeConflict,
        MergeOptions,
        MergeResult,
        MergeStrategy,
        Operation,
        PersistOptions,
        SnapshotInfo,
        StateChange,
        StateChanged,
        StateConfig,
        StateInfo,
        StatePredicate,
        Transform,
        TransformOptions,
        TransformResult,
    )

_HOMES: dict[str, str] = {
    "AsyncState": ".aio",
    "AsyncStateBridge": ".aio",
    "Limit": ".constants",
    "AlreadyExists": ".errors",
    "Conflict": ".errors",
    "FileFailed": ".errors",
    "InvalidFile": ".errors",
    "InvalidPath": ".errors",
    "InvalidTransform": ".errors",
    "MergeRefused": ".errors",
    "NotFound": ".errors",
    "PathNotFound": ".errors",
    "SchemaViolation": ".errors",
    "SnapshotExists": ".errors",
    "SnapshotNotFound": ".errors",
    "TooDeep": ".errors",
    "TooLarge": ".errors",
    "TooManySnapshots": ".errors",
    "UnknownName": ".errors",
    "StateService": ".service",
    "State": ".sync",
    "StateBridge": ".sync",
    "ChangeOptions": ".types",
    "ChangeResult": ".types",
    "GetOptions": ".types",
    "LoadOptions": ".types",
    "MergeConflict": ".types",
    "MergeOptions": ".types",
    "MergeResult": ".types",
    "MergeStrategy": ".types",
    "Operation": ".types",
    "PersistOptions": ".types",
    "SnapshotInfo": ".types",
    "StateChange": ".types",
    "StateChanged": ".types",
    "StateConfig": ".types",
    "StateInfo": ".types",
    "StatePredicate": ".types",
    "Transform": ".types",
    "TransformOptions": ".types",
    "TransformResult": ".types",
}
_MODULES: frozenset[str] = frozenset(
    {
        "events",
    }
)

__all__ = [
    "AlreadyExists",
    "AsyncState",
    "AsyncStateBridge",
    "ChangeOptions",
    "ChangeResult",
    "Conflict",
    "FileFailed",
    "GetOptions",
    "InvalidFile",
    "InvalidPath",
    "InvalidTransform",
    "Limit",
    "LoadOptions",
    "MergeConflict",
    "MergeOptions",
    "MergeRefused",
    "MergeResult",
    "MergeStrategy",
    "NotFound",
    "Operation",
    "PathNotFound",
    "PersistOptions",
    "SchemaViolation",
    "SnapshotExists",
    "SnapshotInfo",
    "SnapshotNotFound",
    "State",
    "StateBridge",
    "StateChange",
    "StateChanged",
    "StateConfig",
    "StateInfo",
    "StatePredicate",
    "StateService",
    "TooDeep",
    "TooLarge",
    "TooManySnapshots",
    "Transform",
    "TransformOptions",
    "TransformResult",
    "UnknownName",
    "events",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name], __name__), name)
    elif name in _MODULES:
        value = import_module(f".{name}", __name__)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
