"""What an implementation of state provides."""

from __future__ import annotations

import builtins
from abc import abstractmethod
from typing import Any, Generic, TypeVar

from bridge_runtime.resources import Resource
from bridge_runtime.service import Service

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
    StateConfig,
    StateInfo,
    Transform,
    TransformOptions,
    TransformResult,
)

StateT = TypeVar("StateT", bound=Resource)


class StateService(Service, Generic[StateT]):
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

    @abstractmethod
    def create(self, config: StateConfig) -> StateT:
        """Make a state.

        Raises state.already_exists, state.schema_violation, state.too_large, state.too_deep, shared.invalid_schema.
        """

    @abstractmethod
    def open(self, name: str) -> StateT:
        """The state of a name.

        Raises state.unknown_name.
        """

    @abstractmethod
    def close(self, state: StateT) -> None:
        """Let go of a state; its value, its snapshots and its name are gone.

        Raises state.not_found.
        """

    @abstractmethod
    def list(self) -> builtins.list[StateInfo]:
        """The session's states, in the order of their names."""

    @abstractmethod
    def get_info(self, state: StateT) -> StateInfo:
        """A state's name, revision and size.

        Raises state.not_found.
        """

    @abstractmethod
    def get(self, state: StateT, path: str = "", options: GetOptions | None = None) -> Any:
        """What is at a path.

        Raises state.not_found, state.invalid_path, state.path_not_found.
        """

    @abstractmethod
    def set(self, state: StateT, path: str, value: Any, options: ChangeOptions | None = None) -> ChangeResult:
        """Put a value at a path.

        Objects that are missing on the way are made. A place of a list must be there, or be the one after
        the last item (`-` or its number), which adds the value.

        Raises state.not_found, state.invalid_path, state.path_not_found, state.conflict, state.schema_violation, state.too_large, state.too_deep.
        """

    @abstractmethod
    def delete(self, state: StateT, path: str, options: ChangeOptions | None = None) -> ChangeResult:
        """Take away what is at a path.

        The items behind one that is taken from a list move up. The whole value cannot be taken away;
        `state.set` replaces it.

        Raises state.not_found, state.invalid_path, state.conflict, state.schema_violation.
        """

    @abstractmethod
    def update(
        self, state: StateT, changes: builtins.list[StateChange], options: ChangeOptions | None = None
    ) -> ChangeResult:
        """Make several changes as one; all of them or none.

        They are made in their order. There is one revision and one event for all of them.

        Raises state.not_found, state.invalid_path, state.path_not_found, state.conflict, state.schema_violation, state.too_large, state.too_deep.
        """

    @abstractmethod
    def transform(
        self, state: StateT, transform: Transform, options: TransformOptions | None = None
    ) -> TransformResult:
        """Filter, flatten, sanitize or prune a state, or look at it like that.

        Raises state.not_found, state.invalid_path, state.path_not_found, state.conflict, state.schema_violation, state.too_large, state.too_deep, state.invalid_transform.
        """

    @abstractmethod
    def merge(self, state: StateT, other: Any, options: MergeOptions | None = None) -> MergeResult:
        """Merge another value into a state.

        Every place where both have something different is reported, with what was taken.

        Raises state.not_found, state.invalid_path, state.path_not_found, state.conflict, state.merge_refused, state.schema_violation, state.too_large, state.too_deep.
        """

    @abstractmethod
    def snapshot(self, state: StateT, name: str | None = None) -> SnapshotInfo:
        """Keep the value as it is now.

        It costs next to nothing, whatever the size of the value. When the state keeps as many as it may,
        the oldest without a name makes room.

        Raises state.not_found, state.snapshot_exists, state.too_many_snapshots.
        """

    @abstractmethod
    def restore(self, state: StateT, snapshot: str, options: ChangeOptions | None = None) -> ChangeResult:
        """Go back to a snapshot.

        That is a change like any other, with a revision of its own; the snapshot stays.

        Raises state.not_found, state.snapshot_not_found, state.conflict.
        """

    @abstractmethod
    def list_snapshots(self, state: StateT) -> builtins.list[SnapshotInfo]:
        """The snapshots of a state, oldest first.

        Raises state.not_found.
        """

    @abstractmethod
    def drop_snapshot(self, state: StateT, snapshot: str) -> bool:
        """Let go of a snapshot.

        Raises state.not_found.
        """

    @abstractmethod
    async def persist(self, state: StateT, file: str, options: PersistOptions | None = None) -> int:
        """Write a state to a file.

        The file is JSON with a format version. It is replaced as a whole, so that a reader never sees half
        of it.

        Raises state.not_found, state.file_failed.
        """

    @abstractmethod
    async def load(self, file: str, options: LoadOptions | None = None) -> StateT:
        """Make a state of a file that state.persist wrote.

        It has the value, the revision, the schema and the snapshots that were written. A file of another
        format or version is refused.

        Raises state.already_exists, state.file_failed, state.invalid_file.
        """
