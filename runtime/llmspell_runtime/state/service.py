"""The state service: the bridge's functions over named states."""

from __future__ import annotations

import builtins
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import anyio.to_thread
from bridge_runtime.values import copied
from llmspell.shared.errors import InvalidSchema
from llmspell.state.constants import Limit
from llmspell.state.errors import (
    AlreadyExists,
    FileFailed,
    InvalidFile,
    InvalidPath,
    InvalidTransform,
    MergeRefused,
    PathNotFound,
    TooDeep,
    UnknownName,
)
from llmspell.state.service import StateService
from llmspell.state.types import (
    ChangeOptions,
    ChangeResult,
    GetOptions,
    LoadOptions,
    MergeConflict,
    MergeOptions,
    MergeResult,
    Operation,
    PersistOptions,
    SnapshotInfo,
    StateChange,
    StateConfig,
    StateInfo,
    Transform,
    TransformOptions,
    TransformResult,
)

from llmspell_runtime.files import FileFailure, read_file, write_file
from llmspell_runtime.state import exchange, transforms, tree
from llmspell_runtime.state.merging import Conflict, merged
from llmspell_runtime.state.paths import InvalidPathText, parse, pointer
from llmspell_runtime.state.resource import Change, Done, State
from llmspell_runtime.state.tree import MISSING, NothingThere
from llmspell_runtime.tool.redaction import redacted
from llmspell_runtime.tool.schemas import SchemaError, checker

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback
    from bridge_runtime.session import Session


class States(StateService[State]):
    """The states of one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._names: dict[str, State] = {}
        self._lock = threading.Lock()

    def create(self, config: StateConfig) -> State:
        given = config.value if "value" in config.model_fields_set else {}
        _require_depth(config.name, given)
        schema = config.schema_
        try:
            check = None if schema is None else checker(schema, any_value=True)
        except SchemaError as error:
            raise InvalidSchema(reason=str(error)) from None
        kept = None if schema is None else copied(dict(schema))
        state = State(
            config.name,
            copied(given),
            check=check,
            schema=kept,
            max_snapshots=config.max_snapshots,
            tell=self._tell,
        )
        return self._named(state)

    def _named(self, state: State) -> State:
        with self._lock:
            if state.name in self._names:
                raise AlreadyExists(name=state.name)
            self._names[state.name] = state
        return state

    def open(self, name: str) -> State:
        found = self._names.get(name)
        if found is None:
            raise UnknownName(name=name)
        return found

    def close(self, state: State) -> None:
        with self._lock:
            if self._names.get(state.name) is state:
                del self._names[state.name]

    def list(self) -> list[StateInfo]:
        with self._lock:
            states = sorted(self._names.items())
        return [state.info() for _, state in states]

    def get_info(self, state: State) -> StateInfo:
        return state.info()

    def get(self, state: State, path: str = "", options: GetOptions | None = None) -> Any:
        try:
            with _paths(state, path):
                return copied(tree.resolved(state.value, parse(path))[1])
        except PathNotFound:
            if options is None or "fallback" not in options.model_fields_set:
                raise
            return options.fallback

    def set(self, state: State, path: str, value: Any, options: ChangeOptions | None = None) -> ChangeResult:
        _require_depth(state.name, value)
        kept = copied(value)
        with _paths(state, path):
            steps = parse(path)
            return state.change(Operation.SET, lambda root: _set(root, steps, kept), _expected(options))

    def delete(self, state: State, path: str, options: ChangeOptions | None = None) -> ChangeResult:
        with _paths(state, path):
            steps = parse(path)
            return state.change(Operation.DELETE, lambda root: _deleted(root, steps), _expected(options))

    def update(
        self, state: State, changes: builtins.list[StateChange], options: ChangeOptions | None = None
    ) -> ChangeResult:
        steps = []
        for change in changes:
            value = change.value if "value" in change.model_fields_set else MISSING
            _require_depth(state.name, value)
            with _paths(state, change.path):
                steps.append((parse(change.path), copied(value)))

        def make(root: Any) -> Change:
            value = root
            for path, item in steps:
                done = _deleted(value, path) if item is MISSING else _set(value, path, item)
                value = value if done is None else done.value
            return Change(value, (), root, value)

        with _paths(state, ""):
            return state.change(Operation.UPDATE, make, _expected(options))

    def transform(
        self, state: State, transform: Transform, options: TransformOptions | None = None
    ) -> TransformResult:
        options = options or TransformOptions()
        result: transforms.Transformed | None = None
        with _paths(state, options.path), _transforming(transform):
            steps = parse(options.path)

            def make(root: Any) -> Change:
                nonlocal result
                keys, value = tree.resolved(root, steps)
                made = _transformed(value, transform, options)
                result = transforms.Transformed(made.value, [pointer(keys) + path for path in made.paths])
                if not options.store:
                    return Change(root, keys, value, value)
                return Change(tree.placed(root, steps, made.value)[0], keys, value, made.value)

            change = state.change_slowly(Operation.TRANSFORM, make, options.expected_revision)
        assert result is not None
        return TransformResult(
            value=copied(result.value),
            revision=change.revision,
            changed=change.changed,
            paths=sorted(result.paths)[: Limit.LISTED],
        )

    def merge(self, state: State, other: Any, options: MergeOptions | None = None) -> MergeResult:
        options = options or MergeOptions()
        _require_depth(state.name, other)
        theirs = copied(other)
        found: builtins.list[MergeConflict] = []
        with _paths(state, options.path):
            steps = parse(options.path)

            def make(root: Any) -> Change:
                keys, ours = tree.resolved(root, steps)
                value, conflicts = merged(ours, theirs, options.strategy)
                found.extend(_told(conflicts, keys))
                if found and options.refuse_conflicts:
                    where = ", ".join(f"at {each.path or 'the root'}" for each in found[:5])
                    raise MergeRefused(name=state.name, reason=where, conflicts=found)
                return Change(tree.placed(root, steps, value)[0], keys, ours, value)

            change = state.change(Operation.MERGE, make, options.expected_revision)
        return MergeResult(revision=change.revision, changed=change.changed, conflicts=found)

    def snapshot(self, state: State, name: str | None = None) -> SnapshotInfo:
        return state.snapshot(name).info()

    def restore(self, state: State, snapshot: str, options: ChangeOptions | None = None) -> ChangeResult:
        return state.restore(snapshot, _expected(options))

    def list_snapshots(self, state: State) -> builtins.list[SnapshotInfo]:
        return [snapshot.info() for snapshot in state.snapshots()]

    def drop_snapshot(self, state: State, snapshot: str) -> bool:
        return state.drop_snapshot(snapshot)

    async def persist(self, state: State, file: str, options: PersistOptions | None = None) -> int:
        path = self.session.permissions.require_path("fs.write", file)
        with_snapshots = options is None or options.snapshots
        return await anyio.to_thread.run_sync(_write, path, file, state, with_snapshots)

    async def load(self, file: str, options: LoadOptions | None = None) -> State:
        path = self.session.permissions.require_path("fs.read", file)
        state = await anyio.to_thread.run_sync(_read, path, file)
        state.name = (options.name if options else None) or state.name
        state.told_by(self._tell)
        return self._named(state)

    def _tell(self, name: str, done: Done) -> None:
        if not self.session.events.hears("state.change"):
            return
        change = done.change
        data: dict[str, Any] = {
            "name": name,
            "operation": done.operation,
            "path": pointer(change.keys),
            "revision": done.revision,
        }
        for label, value in (("old", change.old), ("new", change.new)):
            if value is not MISSING and tree.size_of(value) <= Limit.EVENT_BYTES:
                data[label] = _shown(value, change.keys)
        if change.snapshot is not None:
            data["snapshot"] = change.snapshot
        self.session.events.emit("state.change", data)


def _expected(options: ChangeOptions | None) -> int | None:
    return None if options is None else options.expected_revision


def _require_depth(name: str, value: Any) -> None:
    """Before anything goes through it by recursion."""
    if tree.depth_of(value, Limit.DEPTH) > Limit.DEPTH:
        raise TooDeep(name=name, limit=Limit.DEPTH)


@contextmanager
def _paths(state: State, path: str) -> Iterator[None]:
    """Turns what is wrong with paths into the bridge's errors."""
    try:
        yield
    except InvalidPathText as error:
        raise InvalidPath(path=path, reason=str(error)) from None
    except NothingThere as error:
        raise PathNotFound(name=state.name, path=error.path, reason=str(error)) from None


@contextmanager
def _transforming(transform: Transform) -> Iterator[None]:
    try:
        yield
    except transforms.NotTransformable as error:
        raise InvalidTransform(transform=transform, reason=str(error)) from None


def _set(root: Any, path: Any, value: Any) -> Change:
    return Change(*tree.placed(root, path, value), value)


def _deleted(root: Any, path: Any) -> Change | None:
    if not path:
        raise NothingThere("", "the whole value cannot be taken away; replace it with state.set")
    try:
        made, keys, old = tree.removed(root, path)
    except NothingThere:
        return None
    return Change(made, keys, old, MISSING)


def _transformed(value: Any, transform: Transform, options: TransformOptions) -> transforms.Transformed:
    match transform:
        case Transform.FILTER:
            ask = None if options.predicate is None else _asking(options)
            criteria = transforms.Criteria(options.keep, options.drop, options.where, ask)
            return transforms.filtered(value, criteria)
        case Transform.FLATTEN:
            return transforms.Transformed(transforms.flatten(value), [])
        case Transform.UNFLATTEN:
            return transforms.Transformed(transforms.unflatten(value), [])
        case Transform.SANITIZE:
            return transforms.sanitize(value, options.names or [], options.texts or [], options.mask)
        case _:
            return transforms.prune(value)


def _asking(options: TransformOptions) -> Callable[[str | int, Any], bool]:
    predicate = cast("Callback[[Any, Any], bool]", options.predicate)
    return lambda key, item: predicate.call(key, copied(item))


def _told(conflicts: builtins.list[Conflict], keys: tuple[str | int, ...]) -> builtins.list[MergeConflict]:
    made = [
        MergeConflict(
            path=pointer((*keys, *conflict.keys)),
            ours=copied(conflict.ours),
            theirs=copied(conflict.theirs),
            taken=conflict.taken,
        )
        for conflict in conflicts
    ]
    return sorted(made, key=lambda conflict: conflict.path)[: Limit.LISTED]


def _shown(value: Any, keys: tuple[str | int, ...]) -> Any:
    """A value as an event may carry it: without what telling names, its own among them, say is a secret."""
    for key in keys:
        value = redacted({key: value})[key]
    return copied(redacted(value))


def _write(path: Path, shown: str, state: State, with_snapshots: bool) -> int:
    data, revision = exchange.write(state, with_snapshots)
    if len(data) > exchange.MAX_FILE_BYTES:
        reason = f"it would have {len(data)} bytes; {exchange.MAX_FILE_BYTES} are allowed, so leave the snapshots out"
        raise FileFailed(path=shown, reason=reason)
    try:
        write_file(path, data)
    except FileFailure as error:
        raise FileFailed(path=shown, reason=str(error)) from None
    return revision


def _read(path: Path, shown: str) -> State:
    try:
        return exchange.read(read_file(path, exchange.MAX_FILE_BYTES))
    except FileFailure as error:
        raise FileFailed(path=shown, reason=str(error)) from None
    except exchange.NotState as error:
        raise InvalidFile(path=shown, reason=str(error)) from None
