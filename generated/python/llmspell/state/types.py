"""Types of state."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from bridge_runtime.records import CallbackMark, Record
from pydantic import Field

from ..shared.types import JsonSchema, Timestamp


class Transform(StrEnum):
    """What `state.transform` does to a value."""

    FILTER = "filter"
    """Keeps or drops parts by path, or entries by an expression or a function."""
    FLATTEN = "flatten"
    """Makes one object of it, whose keys are dotted paths; empty objects and lists stay values."""
    UNFLATTEN = "unflatten"
    """The inverse of `flatten`."""
    SANITIZE = "sanitize"
    """Masks secrets: texts under telling names such as `password`, and keys and tokens within texts."""
    PRUNE = "prune"
    """Drops nulls, empty texts, empty objects and empty lists, from the inside out."""


class MergeStrategy(StrEnum):
    """What `state.merge` does where both values have something."""

    SHALLOW = "shallow"
    """A key of the other value replaces the state's as a whole."""
    DEEP = "deep"
    """Objects are merged key by key and lists joined, without items that are there already; of anything
    else the other value is taken.
    """
    OURS = "ours"
    """Objects are merged key by key; of anything else the state's value stays."""
    THEIRS = "theirs"
    """Objects are merged key by key; of anything else the other value is taken."""


class Operation(StrEnum):
    """What has changed a state."""

    SET = "set"
    """A value was put at a path."""
    DELETE = "delete"
    """What was at a path was taken away."""
    TRANSFORM = "transform"
    """It was transformed."""
    MERGE = "merge"
    """Another value was merged into it."""
    RESTORE = "restore"
    """It went back to a snapshot."""
    UPDATE = "update"
    """Several changes were made as one."""


class StateConfig(Record):
    """A state to make."""

    name: Annotated[str, Field(max_length=128, min_length=1)]
    """What it is found by; unique in the session."""
    value: Any = None
    """Its first value; an empty object when left out."""
    schema_: Annotated[JsonSchema | None, Field(alias="schema")] = None
    """JSON Schema 2020-12 that it always meets."""
    max_snapshots: Annotated[int, Field(ge=1, le=100)] = 100
    """Snapshots that it keeps."""


class StateInfo(Record):
    """A state without its value."""

    name: str
    """Its name."""
    revision: int
    """How often it has changed."""
    size_bytes: int
    """Bytes of its value as JSON."""
    has_schema: bool
    """Whether it must meet a JSON Schema."""
    snapshots: int
    """Snapshots that it keeps."""


class GetOptions(Record):
    """What to give when there is nothing."""

    fallback: Any = None
    """The value to give when nothing is at the path; without it, that is an error."""


class ChangeOptions(Record):
    """On which condition to change a state."""

    expected_revision: Annotated[int | None, Field(ge=0)] = None
    """The revision that it must have."""


class StateChange(Record):
    """One of several changes."""

    path: str
    """What to change."""
    value: Any = None
    """The value to put there; what is there is taken away when this is left out."""


class ChangeResult(Record):
    """What a change has come to."""

    revision: int
    """The revision from now on."""
    changed: bool
    """False when the state was like that already; its revision stays then."""


class TransformOptions(Record):
    """What to transform, and how."""

    path: str = ""
    """The part to transform; all of it when left out."""
    keep: list[str] | None = None
    """For `filter`: paths below that part to keep; everything else goes."""
    drop: list[str] | None = None
    """For `filter`: paths below that part to drop."""
    where: str | None = None
    """For `filter`: an expression in CEL over `key` and `value`; entries of the object or list for which
    it is false go.
    """
    predicate: Annotated[StatePredicate, CallbackMark("state.StatePredicate")] | None = None
    """For `filter`: entries for which it answers false go."""
    names: list[Annotated[str, Field(max_length=128, min_length=1)]] | None = None
    """For `sanitize`: patterns of more names whose values are masked, such as `*_id`; case does not
    matter.
    """
    texts: list[Annotated[str, Field(min_length=1)]] | None = None
    """For `sanitize`: texts to mask wherever they stand."""
    mask: str = "[redacted]"
    """For `sanitize`: what stands in place of a secret."""
    store: bool = True
    """Whether the state becomes like that; else only the result shows it."""
    expected_revision: Annotated[int | None, Field(ge=0)] = None
    """The revision that the state must have."""


class TransformResult(Record):
    """A transformed value."""

    value: Any
    """What the part at the path has become."""
    revision: int
    """The revision of the state from now on."""
    changed: bool
    """Whether the state has changed."""
    paths: list[str]
    """What `filter` and `prune` dropped or `sanitize` masked, as it stood before."""


class MergeOptions(Record):
    """How to merge."""

    strategy: MergeStrategy = MergeStrategy.DEEP
    """What happens where both have something."""
    path: str = ""
    """The part to merge into; all of it when left out."""
    refuse_conflicts: bool = False
    """Whether to leave the state as it is when there is a conflict."""
    expected_revision: Annotated[int | None, Field(ge=0)] = None
    """The revision that the state must have."""


class MergeConflict(Record):
    """A place where both values had something different."""

    path: str
    """Where."""
    ours: Any
    """What the state had."""
    theirs: Any
    """What the other value had."""
    taken: str
    """Which of them is there now: "ours" or "theirs"."""


class MergeResult(Record):
    """What a merge has come to."""

    revision: int
    """The revision from now on."""
    changed: bool
    """Whether the state has changed."""
    conflicts: list[MergeConflict]
    """Where both had something different."""


class SnapshotInfo(Record):
    """A snapshot without its value."""

    id: str
    """What restores it: "snapshot_1", counted from 1 in each state."""
    name: str | None = None
    """Its name; restores it too."""
    revision: int
    """The revision that it holds."""
    size_bytes: int
    """Bytes of its value as JSON."""
    taken_at: Timestamp
    """When it was taken."""


class PersistOptions(Record):
    """What to write."""

    snapshots: bool = True
    """Whether the snapshots are written too."""


class LoadOptions(Record):
    """How to take up a state."""

    name: Annotated[str | None, Field(max_length=128, min_length=1)] = None
    """Its name; the one it was written with when left out."""


class StateChanged(Record):
    """A state has changed."""

    name: str
    """The state."""
    operation: Operation
    """What changed it."""
    path: str
    """The part that changed."""
    revision: int
    """Its revision since then."""
    old: Any = None
    """What was there; absent when there was nothing, or too much for an event. Texts under telling names
    are "[redacted]".
    """
    new: Any = None
    """What is there now; absent and redacted like `old`."""
    snapshot: str | None = None
    """The snapshot that was restored."""


StatePredicate: TypeAlias = Callable[[Any, Any], bool | Awaitable[bool]]
"""Says which entries stay.

Called with (key, value).

Args:
    key: The key of an entry; its place, counted from 0, in a list.
    value: Its value.
"""
TransformOptions.model_rebuild()
