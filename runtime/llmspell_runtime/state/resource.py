"""One state: its value, its revision and its snapshots, changed as a whole or not at all."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from bridge_runtime.resources import Resource
from llmspell.state.constants import Limit
from llmspell.state.errors import (
    Conflict,
    SchemaViolation,
    SnapshotExists,
    SnapshotNotFound,
    TooDeep,
    TooLarge,
    TooManySnapshots,
)
from llmspell.state.types import ChangeResult, Operation, SnapshotInfo, StateInfo

from llmspell_runtime.state.tree import MISSING, depth_of, same, size_of
from llmspell_runtime.tool.schemas import Checker

MAX_TRIES = 16
"""How often a change that takes its time is begun anew because another one was faster."""


class Snapshot(NamedTuple):
    """A value that is kept; it shares with the state what is still the same."""

    id: str
    name: str | None
    revision: int
    value: Any
    bytes: int
    taken_at: datetime

    def info(self) -> SnapshotInfo:
        named: dict[str, Any] = {} if self.name is None else {"name": self.name}
        return SnapshotInfo(
            id=self.id, revision=self.revision, size_bytes=self.bytes, taken_at=self.taken_at, **named
        )


class Change(NamedTuple):
    """A new value of a state, and which part of it is new."""

    value: Any
    keys: tuple[str | int, ...]
    old: Any
    """What was there; MISSING when nothing was."""
    new: Any
    snapshot: str | None = None

    @property
    def is_none(self) -> bool:
        """Whether the part is what it was."""
        return self.old is not MISSING and self.new is not MISSING and same(self.old, self.new)


class Done(NamedTuple):
    """A change that was made, for those who want to know."""

    operation: Operation
    revision: int
    change: Change


def _named(key: str | int) -> int:
    """Bytes of the key and its colon before a member of an object; items of a list have none."""
    return size_of(key) + 1 if isinstance(key, str) else 0


class State(Resource):
    """A named value. Its values are never changed, only replaced, so that who reads one never sees half a change."""

    def __init__(
        self,
        name: str,
        value: Any,
        *,
        check: Checker | None = None,
        schema: dict[str, Any] | None = None,
        max_snapshots: int = Limit.SNAPSHOTS,
        tell: Callable[[str, Done], None] = lambda name, done: None,
    ) -> None:
        """Raises TooDeep, TooLarge and SchemaViolation for the first value."""
        self.name, self.schema, self.max_snapshots = name, schema, max_snapshots
        self._check, self._tell = check, tell
        self._lock = threading.Lock()
        self.revision = 0
        self.value = value
        self._bytes = self._accepted(value, None)
        self._snapshots: dict[str, Snapshot] = {}
        self._taken = 0
        self._untold: deque[Done] = deque()
        self._telling = threading.Lock()

    def info(self) -> StateInfo:
        with self._lock:
            return StateInfo(
                name=self.name,
                revision=self.revision,
                size_bytes=self._bytes,
                has_schema=self._check is not None,
                snapshots=len(self._snapshots),
            )

    def change(
        self, operation: Operation, make: Callable[[Any], Change | None], expected: int | None = None
    ) -> ChangeResult:
        """Replace the value by what ``make`` gives for it; None is no change. ``make`` only computes.

        Raises Conflict when the revision is not ``expected``, what ``make`` raises, and what the first value may raise.
        """
        with self._lock:
            self._require_revision(expected)
            result = self._commit(operation, make(self.value))
        self._tell_all()
        return result

    def change_slowly(
        self, operation: Operation, make: Callable[[Any], Change | None], expected: int | None = None
    ) -> ChangeResult:
        """The same for a ``make`` that calls functions of others, which may look at this state themselves.

        Nobody waits for it; when somebody else changes the value meanwhile, it begins anew, a bounded number of times.
        """
        for _ in range(MAX_TRIES):
            with self._lock:
                self._require_revision(expected)
                before, revision = self.value, self.revision
            change = make(before)
            with self._lock:
                if self.revision == revision:
                    result = self._commit(operation, change)
                    break
        else:
            raise Conflict(name=self.name, expected=revision, actual=self.revision)
        self._tell_all()
        return result

    def _require_revision(self, expected: int | None) -> None:
        if expected is not None and expected != self.revision:
            raise Conflict(name=self.name, expected=expected, actual=self.revision)

    def _commit(self, operation: Operation, change: Change | None) -> ChangeResult:
        if change is None or change.is_none:
            return ChangeResult(revision=self.revision, changed=False)
        size = self._accepted(change.value, change)
        self.value, self._bytes = change.value, size
        self.revision += 1
        self._untold.append(Done(operation, self.revision, change))
        return ChangeResult(revision=self.revision, changed=True)

    def _accepted(self, value: Any, change: Change | None) -> int:
        """The size of a value that the state may have; raises TooDeep, TooLarge and SchemaViolation."""
        if change is None or not change.keys:
            if depth_of(value, Limit.DEPTH) > Limit.DEPTH:
                raise TooDeep(name=self.name, limit=Limit.DEPTH)
            size = size_of(value)
        else:
            size = self._size_after(change)
        if size > Limit.VALUE_BYTES:
            raise TooLarge(name=self.name, bytes=size, limit=Limit.VALUE_BYTES)
        issues = self._check.issues(value) if self._check is not None else []
        if issues:
            told = [f"{issue.message} (at {issue.path})" if issue.path else issue.message for issue in issues]
            raise SchemaViolation(name=self.name, reason="; ".join(told[:5]))
        return size

    def _size_after(self, change: Change) -> int:
        """The size after a change, from that of its part alone."""
        if change.new is not MISSING:
            depth = len(change.keys) + depth_of(change.new, Limit.DEPTH)
            if depth > Limit.DEPTH:
                raise TooDeep(name=self.name, limit=Limit.DEPTH)
        new = 0 if change.new is MISSING else size_of(change.new)
        old = 0 if change.old is MISSING else size_of(change.old)
        if change.old is MISSING:
            new += self._keys_added(change.keys)
        elif change.new is MISSING:
            around = self._inside(change.keys[:-1])[0]
            old += _named(change.keys[-1]) + (len(around) > 1)  # a comma
        return self._bytes + new - old

    def _keys_added(self, keys: tuple[str | int, ...]) -> int:
        """Bytes of the keys that a new value needs, and of the objects that are made for it on the way."""
        around, known = self._inside(keys[:-1])
        comma, braces = (1 if around else 0), 2 * (len(keys) - known - 1)
        return sum(map(_named, keys[known:])) + comma + braces

    def _inside(self, keys: tuple[str | int, ...]) -> tuple[Any, int]:
        """The innermost object or list on the way along ``keys``, and how many of them lead there."""
        value = self.value
        for known, key in enumerate(keys):
            if key not in value if isinstance(value, dict) else key == len(value):
                return value, known
            value = value[key]
        return value, len(keys)

    def _tell_all(self) -> None:
        """Tell of changes in their order, outside of the lock: who hears of one may change the state again.

        While one thread tells, the others leave their changes to it.
        """
        while self._untold and self._telling.acquire(blocking=False):
            try:
                while self._untold:
                    self._tell(self.name, self._untold.popleft())
            finally:
                self._telling.release()

    def snapshot(self, name: str | None) -> Snapshot:
        """Keep the value; the oldest snapshot without a name makes room. Raises SnapshotExists and TooManySnapshots."""
        with self._lock:
            if name is not None and self._find(name) is not None:
                raise SnapshotExists(name=self.name, snapshot=name)
            if len(self._snapshots) >= self.max_snapshots:
                oldest = next((each for each in self._snapshots.values() if each.name is None), None)
                if oldest is None:
                    raise TooManySnapshots(name=self.name, limit=self.max_snapshots)
                del self._snapshots[oldest.id]
            self._taken += 1
            made = Snapshot(
                f"snapshot_{self._taken}", name, self.revision, self.value, self._bytes, datetime.now(UTC)
            )
            self._snapshots[made.id] = made
            return made

    def snapshots(self) -> list[Snapshot]:
        """The snapshots, oldest first."""
        with self._lock:
            return list(self._snapshots.values())

    def drop_snapshot(self, name: str) -> bool:
        """Let go of the snapshot of that id or name; False when there is none."""
        with self._lock:
            found = self._find(name)
            return found is not None and self._snapshots.pop(found.id, None) is not None

    def restore(self, name: str, expected: int | None) -> ChangeResult:
        """Go back to a snapshot. Raises SnapshotNotFound and Conflict."""
        with self._lock:
            found = self._find(name)
        if found is None:
            raise SnapshotNotFound(name=self.name, snapshot=name)
        kept = found
        return self.change(
            Operation.RESTORE, lambda value: Change(kept.value, (), value, kept.value, kept.id), expected
        )

    def _find(self, name: str) -> Snapshot | None:
        named = (each for each in self._snapshots.values() if each.name == name)
        return next(named, None) or self._snapshots.get(name)

    def written(self) -> tuple[Any, int, list[Snapshot], int]:
        """Value, revision, snapshots and how many there have been, all of one moment."""
        with self._lock:
            return self.value, self.revision, list(self._snapshots.values()), self._taken

    def told_by(self, tell: Callable[[str, Done], None]) -> None:
        """Tell of later changes through ``tell``."""
        self._tell = tell

    def take_up(self, revision: int, snapshots: list[Snapshot], taken: int) -> None:
        """Continue where a state that was written ended."""
        self.revision, self._taken = revision, taken
        self._snapshots = {each.id: each for each in snapshots}
