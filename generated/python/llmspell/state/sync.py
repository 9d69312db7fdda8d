"""Named, structured values that programs share, change and go back in. For synchronous programs."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import Any, Literal

from bridge_runtime import clients
from bridge_runtime.values import UNSET, Unset

from ..shared.types import JsonSchema
from .types import (
    ChangeOptions,
    ChangeResult,
    GetOptions,
    LoadOptions,
    MergeOptions,
    MergeResult,
    MergeStrategy,
    PersistOptions,
    SnapshotInfo,
    StateChange,
    StateConfig,
    StateInfo,
    StatePredicate,
    Transform,
    TransformOptions,
    TransformResult,
)


class State(clients.Resource):
    """A named value with revisions and snapshots."""

    def close(self) -> None:
        """Let go of a state; its value, its snapshots and its name are gone.

        Raises:
            NotFound: No state has this handle.
        """
        self.core.call("state.close", {"state": self})

    def get_info(self) -> StateInfo:
        """A state's name, revision and size.

        Returns:
            A state without its value.

        Raises:
            NotFound: No state has this handle.
        """
        result: StateInfo = self.core.call("state.get_info", {"state": self})
        return result

    def get(self, path: str = "", *, fallback: Any | Unset | None = UNSET) -> Any:
        """What is at a path.

        Args:
            path: Which part; the whole value when left out.
            fallback: The value to give when nothing is at the path; without it, that is an error.

        Raises:
            NotFound: No state has this handle.
            InvalidPath: The path is not one.
            PathNotFound: There is nothing at the path.
        """
        options = clients.optional(GetOptions, fallback=fallback)
        result: Any = self.core.call("state.get", {"state": self, "path": path, "options": options})
        return result

    def set(self, path: str, value: Any, *, expected_revision: int | None = None) -> ChangeResult:
        """Put a value at a path.

        Objects that are missing on the way are made. A place of a list must be there, or be the one after
        the last item (`-` or its number), which adds the value.

        Args:
            path: Where; empty for the whole value.
            value: Any JSON value.
            expected_revision: The revision that it must have.

        Returns:
            What a change has come to.

        Raises:
            NotFound: No state has this handle.
            InvalidPath: The path is not one.
            PathNotFound: There is nothing at the path.
            Conflict: The state has changed since it was looked at.
            SchemaViolation: The state would no longer meet its schema.
            TooLarge: The value would be too large.
            TooDeep: The value would hold lists and objects too deeply inside one another.
        """
        options = clients.optional(ChangeOptions, expected_revision=expected_revision)
        result: ChangeResult = self.core.call(
            "state.set", {"state": self, "path": path, "value": value, "options": options}
        )
        return result

    def delete(self, path: str, *, expected_revision: int | None = None) -> ChangeResult:
        """Take away what is at a path.

        The items behind one that is taken from a list move up. The whole value cannot be taken away;
        `state.set` replaces it.

        Args:
            path: What to take away.
            expected_revision: The revision that it must have.

        Returns:
            What a change has come to.

        Raises:
            NotFound: No state has this handle.
            InvalidPath: The path is not one.
            Conflict: The state has changed since it was looked at.
            SchemaViolation: The state would no longer meet its schema.
        """
        options = clients.optional(ChangeOptions, expected_revision=expected_revision)
        result: ChangeResult = self.core.call(
            "state.delete", {"state": self, "path": path, "options": options}
        )
        return result

    def update(
        self, changes: Sequence[StateChange | dict[str, Any]], *, expected_revision: int | None = None
    ) -> ChangeResult:
        """Make several changes as one; all of them or none.

        They are made in their order. There is one revision and one event for all of them.

        Args:
            changes: The changes.
            expected_revision: The revision that it must have.

        Returns:
            What a change has come to.

        Raises:
            NotFound: No state has this handle.
            InvalidPath: The path is not one.
            PathNotFound: There is nothing at the path.
            Conflict: The state has changed since it was looked at.
            SchemaViolation: The state would no longer meet its schema.
            TooLarge: The value would be too large.
            TooDeep: The value would hold lists and objects too deeply inside one another.
        """
        options = clients.optional(ChangeOptions, expected_revision=expected_revision)
        result: ChangeResult = self.core.call(
            "state.update", {"state": self, "changes": changes, "options": options}
        )
        return result

    def transform(
        self,
        transform: Transform | str,
        *,
        path: str | None = None,
        keep: list[str] | None = None,
        drop: list[str] | None = None,
        where: str | None = None,
        predicate: StatePredicate | None = None,
        names: list[str] | None = None,
        texts: list[str] | None = None,
        mask: str | None = None,
        store: bool | None = None,
        expected_revision: int | None = None,
    ) -> TransformResult:
        """Filter, flatten, sanitize or prune a state, or look at it like that.

        Args:
            transform: What to do.
            path: The part to transform; all of it when left out. Default: ''.
            keep: For `filter`: paths below that part to keep; everything else goes.
            drop: For `filter`: paths below that part to drop.
            where: For `filter`: an expression in CEL over `key` and `value`; entries of the object or list for which
                it is false go.
            predicate: For `filter`: entries for which it answers false go.
            names: For `sanitize`: patterns of more names whose values are masked, such as `*_id`; case does not
                matter.
            texts: For `sanitize`: texts to mask wherever they stand.
            mask: For `sanitize`: what stands in place of a secret. Default: '[redacted]'.
            store: Whether the state becomes like that; else only the result shows it. Default: True.
            expected_revision: The revision that the state must have.

        Returns:
            A transformed value.

        Raises:
            NotFound: No state has this handle.
            InvalidPath: The path is not one.
            PathNotFound: There is nothing at the path.
            Conflict: The state has changed since it was looked at.
            SchemaViolation: The state would no longer meet its schema.
            TooLarge: The value would be too large.
            TooDeep: The value would hold lists and objects too deeply inside one another.
            InvalidTransform: The value cannot be transformed like that.
        """
        options = clients.optional(
            TransformOptions,
            path=path,
            keep=keep,
            drop=drop,
            where=where,
            predicate=predicate,
            names=names,
            texts=texts,
            mask=mask,
            store=store,
            expected_revision=expected_revision,
        )
        result: TransformResult = self.core.call(
            "state.transform", {"state": self, "transform": transform, "options": options}
        )
        return result

    def merge(
        self,
        other: Any,
        *,
        strategy: MergeStrategy | Literal["shallow", "deep", "ours", "theirs"] | None = None,
        path: str | None = None,
        refuse_conflicts: bool | None = None,
        expected_revision: int | None = None,
    ) -> MergeResult:
        """Merge another value into a state.

        Every place where both have something different is reported, with what was taken.

        Args:
            other: The other value.
            strategy: What happens where both have something. Default: 'deep'.
            path: The part to merge into; all of it when left out. Default: ''.
            refuse_conflicts: Whether to leave the state as it is when there is a conflict. Default: False.
            expected_revision: The revision that the state must have.

        Returns:
            What a merge has come to.

        Raises:
            NotFound: No state has this handle.
            InvalidPath: The path is not one.
            PathNotFound: There is nothing at the path.
            Conflict: The state has changed since it was looked at.
            MergeRefused: Both values have something different, and the merge was to be refused then.
            SchemaViolation: The state would no longer meet its schema.
            TooLarge: The value would be too large.
            TooDeep: The value would hold lists and objects too deeply inside one another.
        """
        options = clients.optional(
            MergeOptions,
            strategy=strategy,
            path=path,
            refuse_conflicts=refuse_conflicts,
            expected_revision=expected_revision,
        )
        result: MergeResult = self.core.call(
            "state.merge", {"state": self, "other": other, "options": options}
        )
        return result

    def snapshot(self, name: str | None = None) -> SnapshotInfo:
        """Keep the value as it is now.

        It costs next to nothing, whatever the size of the value. When the state keeps as many as it may,
        the oldest without a name makes room.

        Args:
            name: A name for it; unique in the state.

        Returns:
            A snapshot without its value.

        Raises:
            NotFound: No state has this handle.
            SnapshotExists: A snapshot of the state has this name already.
            TooManySnapshots: All snapshots that a state may keep have names.
        """
        result: SnapshotInfo = self.core.call("state.snapshot", {"state": self, "name": name})
        return result

    def restore(self, snapshot: str, *, expected_revision: int | None = None) -> ChangeResult:
        """Go back to a snapshot.

        That is a change like any other, with a revision of its own; the snapshot stays.

        Args:
            snapshot: Its id or its name.
            expected_revision: The revision that it must have.

        Returns:
            What a change has come to.

        Raises:
            NotFound: No state has this handle.
            SnapshotNotFound: The state has no such snapshot.
            Conflict: The state has changed since it was looked at.
        """
        options = clients.optional(ChangeOptions, expected_revision=expected_revision)
        result: ChangeResult = self.core.call(
            "state.restore", {"state": self, "snapshot": snapshot, "options": options}
        )
        return result

    def list_snapshots(self) -> list[SnapshotInfo]:
        """The snapshots of a state, oldest first.

        Returns:
            A list. Each: A snapshot without its value.

        Raises:
            NotFound: No state has this handle.
        """
        result: list[SnapshotInfo] = self.core.call("state.list_snapshots", {"state": self})
        return result

    def drop_snapshot(self, snapshot: str) -> bool:
        """Let go of a snapshot.

        Args:
            snapshot: Its id or its name.

        Raises:
            NotFound: No state has this handle.
        """
        result: bool = self.core.call("state.drop_snapshot", {"state": self, "snapshot": snapshot})
        return result

    def persist(self, file: str, *, snapshots: bool | None = None) -> int:
        """Write a state to a file.

        The file is JSON with a format version. It is replaced as a whole, so that a reader never sees half
        of it.

        Args:
            file: The file.
            snapshots: Whether the snapshots are written too. Default: True.

        Raises:
            NotFound: No state has this handle.
            FileFailed: A file could not be read or written.
        """
        options = clients.optional(PersistOptions, snapshots=snapshots)
        result: int = self.core.call("state.persist", {"state": self, "file": file, "options": options})
        return result

    def __enter__(self) -> State:
        return self

    def __exit__(self, *error: object) -> None:
        if self.is_live:
            self.close()


class StateBridge(clients.Bridge):
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

    def create(
        self,
        *,
        name: str,
        value: Any | Unset | None = UNSET,
        schema: JsonSchema | None = None,
        max_snapshots: int | None = None,
    ) -> State:
        """Make a state.

        Args:
            name: What it is found by; unique in the session.
            value: Its first value; an empty object when left out.
            schema: JSON Schema 2020-12 that it always meets.
            max_snapshots: Snapshots that it keeps. Default: 100.

        Returns:
            A named value with revisions and snapshots.

        Raises:
            AlreadyExists: A state has this name already.
            SchemaViolation: The state would no longer meet its schema.
            TooLarge: The value would be too large.
            TooDeep: The value would hold lists and objects too deeply inside one another.
            shared.InvalidSchema: A JSON Schema that was given is not one.
        """
        config = StateConfig(
            **clients.given(name=name, value=value, schema_=schema, max_snapshots=max_snapshots)
        )
        result = self.core.call("state.create", {"config": config})
        return State.of(self.core, result)

    def open(self, name: str) -> State:
        """The state of a name.

        Args:
            name: Its name.

        Returns:
            A named value with revisions and snapshots.

        Raises:
            UnknownName: No state has this name.
        """
        result = self.core.call("state.open", {"name": name})
        return State.of(self.core, result)

    def close(self, state: State | str) -> None:
        """Let go of a state; its value, its snapshots and its name are gone.

        Args:
            state: The state.

        Raises:
            NotFound: No state has this handle.
        """
        self.core.call("state.close", {"state": state})

    def list(self) -> builtins.list[StateInfo]:
        """The session's states, in the order of their names.

        Returns:
            A list. Each: A state without its value.
        """
        result: builtins.list[StateInfo] = self.core.call("state.list", {})
        return result

    def get_info(self, state: State | str) -> StateInfo:
        """A state's name, revision and size.

        Args:
            state: The state.

        Returns:
            A state without its value.

        Raises:
            NotFound: No state has this handle.
        """
        result: StateInfo = self.core.call("state.get_info", {"state": state})
        return result

    def get(self, state: State | str, path: str = "", *, fallback: Any | Unset | None = UNSET) -> Any:
        """What is at a path.

        Args:
            state: The state.
            path: Which part; the whole value when left out.
            fallback: The value to give when nothing is at the path; without it, that is an error.

        Raises:
            NotFound: No state has this handle.
            InvalidPath: The path is not one.
            PathNotFound: There is nothing at the path.
        """
        options = clients.optional(GetOptions, fallback=fallback)
        result: Any = self.core.call("state.get", {"state": state, "path": path, "options": options})
        return result

    def set(
        self, state: State | str, path: str, value: Any, *, expected_revision: int | None = None
    ) -> ChangeResult:
        """Put a value at a path.

        Objects that are missing on the way are made. A place of a list must be there, or be the one after
        the last item (`-` or its number), which adds the value.

        Args:
            state: The state.
            path: Where; empty for the whole value.
            value: Any JSON value.
            expected_revision: The revision that it must have.

        Returns:
            What a change has come to.

        Raises:
            NotFound: No state has this handle.
            InvalidPath: The path is not one.
            PathNotFound: There is nothing at the path.
            Conflict: The state has changed since it was looked at.
            SchemaViolation: The state would no longer meet its schema.
            TooLarge: The value would be too large.
            TooDeep: The value would hold lists and objects too deeply inside one another.
        """
        options = clients.optional(ChangeOptions, expected_revision=expected_revision)
        result: ChangeResult = self.core.call(
            "state.set", {"state": state, "path": path, "value": value, "options": options}
        )
        return result

    def delete(self, state: State | str, path: str, *, expected_revision: int | None = None) -> ChangeResult:
        """Take away what is at a path.

        The items behind one that is taken from a list move up. The whole value cannot be taken away;
        `state.set` replaces it.

        Args:
            state: The state.
            path: What to take away.
            expected_revision: The revision that it must have.

        Returns:
            What a change has come to.

        Raises:
            NotFound: No state has this handle.
            InvalidPath: The path is not one.
            Conflict: The state has changed since it was looked at.
            SchemaViolation: The state would no longer meet its schema.
        """
        options = clients.optional(ChangeOptions, expected_revision=expected_revision)
        result: ChangeResult = self.core.call(
            "state.delete", {"state": state, "path": path, "options": options}
        )
        return result

    def update(
        self,
        state: State | str,
        changes: Sequence[StateChange | dict[str, Any]],
        *,
        expected_revision: int | None = None,
    ) -> ChangeResult:
        """Make several changes as one; all of them or none.

        They are made in their order. There is one revision and one event for all of them.

        Args:
            state: The state.
            changes: The changes.
            expected_revision: The revision that it must have.

        Returns:
            What a change has come to.

        Raises:
            NotFound: No state has this handle.
            InvalidPath: The path is not one.
            PathNotFound: There is nothing at the path.
            Conflict: The state has changed since it was looked at.
            SchemaViolation: The state would no longer meet its schema.
            TooLarge: The value would be too large.
            TooDeep: The value would hold lists and objects too deeply inside one another.
        """
        options = clients.optional(ChangeOptions, expected_revision=expected_revision)
        result: ChangeResult = self.core.call(
            "state.update", {"state": state, "changes": changes, "options": options}
        )
        return result

    def transform(
        self,
        state: State | str,
        transform: Transform | str,
        *,
        path: str | None = None,
        keep: builtins.list[str] | None = None,
        drop: builtins.list[str] | None = None,
        where: str | None = None,
        predicate: StatePredicate | None = None,
        names: builtins.list[str] | None = None,
        texts: builtins.list[str] | None = None,
        mask: str | None = None,
        store: bool | None = None,
        expected_revision: int | None = None,
    ) -> TransformResult:
        """Filter, flatten, sanitize or prune a state, or look at it like that.

        Args:
            state: The state.
            transform: What to do.
            path: The part to transform; all of it when left out. Default: ''.
            keep: For `filter`: paths below that part to keep; everything else goes.
            drop: For `filter`: paths below that part to drop.
            where: For `filter`: an expression in CEL over `key` and `value`; entries of the object or list for which
                it is false go.
            predicate: For `filter`: entries for which it answers false go.
            names: For `sanitize`: patterns of more names whose values are masked, such as `*_id`; case does not
                matter.
            texts: For `sanitize`: texts to mask wherever they stand.
            mask: For `sanitize`: what stands in place of a secret. Default: '[redacted]'.
            store: Whether the state becomes like that; else only the result shows it. Default: True.
            expected_revision: The revision that the state must have.

        Returns:
            A transformed value.

        Raises:
            NotFound: No state has this handle.
            InvalidPath: The path is not one.
            PathNotFound: There is nothing at the path.
            Conflict: The state has changed since it was looked at.
            SchemaViolation: The state would no longer meet its schema.
            TooLarge: The value would be too large.
            TooDeep: The value would hold lists and objects too deeply inside one another.
            InvalidTransform: The value cannot be transformed like that.
        """
        options = clients.optional(
            TransformOptions,
            path=path,
            keep=keep,
            drop=drop,
            where=where,
            predicate=predicate,
            names=names,
            texts=texts,
            mask=mask,
            store=store,
            expected_revision=expected_revision,
        )
        result: TransformResult = self.core.call(
            "state.transform", {"state": state, "transform": transform, "options": options}
        )
        return result

    def merge(
        self,
        state: State | str,
        other: Any,
        *,
        strategy: MergeStrategy | Literal["shallow", "deep", "ours", "theirs"] | None = None,
        path: str | None = None,
        refuse_conflicts: bool | None = None,
        expected_revision: int | None = None,
    ) -> MergeResult:
        """Merge another value into a state.

        Every place where both have something different is reported, with what was taken.

        Args:
            state: The state.
            other: The other value.
            strategy: What happens where both have something. Default: 'deep'.
            path: The part to merge into; all of it when left out. Default: ''.
            refuse_conflicts: Whether to leave the state as it is when there is a conflict. Default: False.
            expected_revision: The revision that the state must have.

        Returns:
            What a merge has come to.

        Raises:
            NotFound: No state has this handle.
            InvalidPath: The path is not one.
            PathNotFound: There is nothing at the path.
            Conflict: The state has changed since it was looked at.
            MergeRefused: Both values have something different, and the merge was to be refused then.
            SchemaViolation: The state would no longer meet its schema.
            TooLarge: The value would be too large.
            TooDeep: The value would hold lists and objects too deeply inside one another.
        """
        options = clients.optional(
            MergeOptions,
            strategy=strategy,
            path=path,
            refuse_conflicts=refuse_conflicts,
            expected_revision=expected_revision,
        )
        result: MergeResult = self.core.call(
            "state.merge", {"state": state, "other": other, "options": options}
        )
        return result

    def snapshot(self, state: State | str, name: str | None = None) -> SnapshotInfo:
        """Keep the value as it is now.

        It costs next to nothing, whatever the size of the value. When the state keeps as many as it may,
        the oldest without a name makes room.

        Args:
            state: The state.
            name: A name for it; unique in the state.

        Returns:
            A snapshot without its value.

        Raises:
            NotFound: No state has this handle.
            SnapshotExists: A snapshot of the state has this name already.
            TooManySnapshots: All snapshots that a state may keep have names.
        """
        result: SnapshotInfo = self.core.call("state.snapshot", {"state": state, "name": name})
        return result

    def restore(
        self, state: State | str, snapshot: str, *, expected_revision: int | None = None
    ) -> ChangeResult:
        """Go back to a snapshot.

        That is a change like any other, with a revision of its own; the snapshot stays.

        Args:
            state: The state.
            snapshot: Its id or its name.
            expected_revision: The revision that it must have.

        Returns:
            What a change has come to.

        Raises:
            NotFound: No state has this handle.
            SnapshotNotFound: The state has no such snapshot.
            Conflict: The state has changed since it was looked at.
        """
        options = clients.optional(ChangeOptions, expected_revision=expected_revision)
        result: ChangeResult = self.core.call(
            "state.restore", {"state": state, "snapshot": snapshot, "options": options}
        )
        return result

    def list_snapshots(self, state: State | str) -> builtins.list[SnapshotInfo]:
        """The snapshots of a state, oldest first.

        Args:
            state: The state.

        Returns:
            A list. Each: A snapshot without its value.

        Raises:
            NotFound: No state has this handle.
        """
        result: builtins.list[SnapshotInfo] = self.core.call("state.list_snapshots", {"state": state})
        return result

    def drop_snapshot(self, state: State | str, snapshot: str) -> bool:
        """Let go of a snapshot.

        Args:
            state: The state.
            snapshot: Its id or its name.

        Raises:
            NotFound: No state has this handle.
        """
        result: bool = self.core.call("state.drop_snapshot", {"state": state, "snapshot": snapshot})
        return result

    def persist(self, state: State | str, file: str, *, snapshots: bool | None = None) -> int:
        """Write a state to a file.

        The file is JSON with a format version. It is replaced as a whole, so that a reader never sees half
        of it.

        Args:
            state: The state.
            file: The file.
            snapshots: Whether the snapshots are written too. Default: True.

        Raises:
            NotFound: No state has this handle.
            FileFailed: A file could not be read or written.
        """
        options = clients.optional(PersistOptions, snapshots=snapshots)
        result: int = self.core.call("state.persist", {"state": state, "file": file, "options": options})
        return result

    def load(self, file: str, *, name: str | None = None) -> State:
        """Make a state of a file that state.persist wrote.

        It has the value, the revision, the schema and the snapshots that were written. A file of another
        format or version is refused.

        Args:
            file: The file.
            name: Its name; the one it was written with when left out.

        Returns:
            A named value with revisions and snapshots.

        Raises:
            AlreadyExists: A state has this name already.
            FileFailed: A file could not be read or written.
            InvalidFile: The file does not hold a state of a version that is known here.
        """
        options = clients.optional(LoadOptions, name=name)
        result = self.core.call("state.load", {"file": file, "options": options})
        return State.of(self.core, result)
