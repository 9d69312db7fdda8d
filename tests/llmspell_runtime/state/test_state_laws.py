"""Laws of states: what goes there and back, and how merges and transforms behave whatever the values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from llmspell import Session
from llmspell.state.errors import PathNotFound
from llmspell.state.types import MergeStrategy
from llmspell_runtime.state import paths, transforms, tree
from llmspell_runtime.state.merging import merged

KEYS = st.sampled_from(["a", "b", "", "-", "a.b", "[0]", "\\", "/x", "~1", "0", "é"]) | st.text(max_size=4)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
OBJECTS = st.dictionaries(KEYS, VALUES, max_size=4)
LAWFUL = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.chdir(tmp_path)
    with Session(permissions={"fs.read": ["."], "fs.write": ["."]}) as opened:
        yield opened


@LAWFUL
@given(OBJECTS, st.lists(st.tuples(KEYS, VALUES), max_size=4))
def test_restoring_a_snapshot_undoes_whatever_came_after(
    session: Session, value: dict[str, Any], changes: list[tuple[str, Any]]
) -> None:
    state = session.state.create(name="s", value=value)
    try:
        state.snapshot("here")
        for key, item in changes:
            state.set(paths.pointer([key]), item)
            state.merge({key: item})
        state.transform("prune")
        state.restore("here")
        assert tree.same(state.get(), value)
    finally:
        state.close()


@LAWFUL
@given(OBJECTS, st.lists(st.tuples(st.lists(KEYS, min_size=1, max_size=3), VALUES | st.none()), max_size=8))
def test_the_size_that_is_told_stays_that_of_the_value(
    session: Session, value: dict[str, Any], changes: list[tuple[list[str], Any]]
) -> None:
    state = session.state.create(name="s", value=value)
    try:
        for keys, item in changes:
            path = paths.pointer(keys)
            try:
                state.delete(path) if item is None else state.set(path, item)
            except PathNotFound:
                continue
            assert state.get_info().size_bytes == tree.size_of(state.get())
    finally:
        state.close()


@settings(LAWFUL, max_examples=60)
@given(VALUES, VALUES)
def test_what_is_persisted_is_loaded(session: Session, first: Any, second: Any) -> None:
    state = session.state.create(name="s", value=first)
    state.snapshot("first")
    state.set("", second)
    state.persist("s.json")
    loaded = session.state.load("s.json", name="t")
    try:
        assert tree.same(loaded.get(), second)
        assert loaded.get_info().revision == state.get_info().revision
        assert [each.taken_at for each in loaded.list_snapshots()] == [
            each.taken_at for each in state.list_snapshots()
        ]
        loaded.restore("first")
        assert tree.same(loaded.get(), first)
    finally:
        state.close()
        loaded.close()


@LAWFUL
@given(VALUES.filter(lambda value: isinstance(value, dict | list)))
def test_flattening_goes_back_and_its_keys_are_paths(value: Any) -> None:
    flat = transforms.flatten(value)
    assert tree.same(transforms.unflatten(flat), value)
    for key, item in flat.items() if isinstance(flat, dict) else ():
        if not key.startswith("/"):
            assert tree.resolved(value, paths.parse(key))[1] == item


@LAWFUL
@given(VALUES, st.data())
def test_a_path_that_is_told_leads_there(value: Any, data: st.DataObject) -> None:
    keys: list[str | int] = []
    inner = value
    while isinstance(inner, dict | list) and inner:
        key = data.draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner))))
        keys, inner = [*keys, key], inner[key]
    found, there = tree.resolved(value, paths.parse(paths.pointer(keys)))
    assert (list(found), there) == (keys, inner)
    if keys:
        again = tree.placed(value, paths.parse(paths.pointer(keys)), "new")
        assert (list(again[1]), again[2]) == (keys, inner)
        assert tree.same(tree.placed(again[0], paths.parse(paths.pointer(keys)), inner)[0], value)


@LAWFUL
@given(OBJECTS, OBJECTS, st.sampled_from(list(MergeStrategy)))
def test_merging_the_same_again_changes_nothing(ours: Any, theirs: Any, strategy: MergeStrategy) -> None:
    once, conflicts = merged(ours, theirs, strategy)
    twice, _ = merged(once, theirs, strategy)
    assert tree.same(once, twice)
    assert merged(ours, ours, strategy) == (ours, [])
    for conflict in conflicts:
        steps = paths.parse(paths.pointer(conflict.keys))
        assert tree.resolved(ours, steps)[1] == conflict.ours
        assert tree.resolved(theirs, steps)[1] == conflict.theirs
        taken = conflict.ours if conflict.taken == "ours" else conflict.theirs
        assert tree.resolved(once, steps)[1] == taken


@LAWFUL
@given(OBJECTS, OBJECTS)
def test_theirs_is_ours_seen_from_the_other_side(ours: Any, theirs: Any) -> None:
    assert tree.same(
        merged(ours, theirs, MergeStrategy.OURS)[0], merged(theirs, ours, MergeStrategy.THEIRS)[0]
    )
    assert tree.same(merged({}, theirs, MergeStrategy.OURS)[0], theirs)
    assert merged(ours, theirs, MergeStrategy.SHALLOW)[0].keys() == ours.keys() | theirs.keys()


@LAWFUL
@given(VALUES)
def test_pruning_and_sanitizing_twice_is_once(value: Any) -> None:
    pruned = transforms.prune(value).value
    assert transforms.prune(pruned) == (pruned, [])
    clean = transforms.sanitize(value, ["a*"], ["x"], "[redacted]").value
    assert transforms.sanitize(clean, ["a*"], [], "[redacted]") == (clean, [])


@LAWFUL
@given(OBJECTS, st.lists(KEYS, max_size=3))
def test_keeping_and_dropping_share_a_value_out(value: dict[str, Any], keys: list[str]) -> None:
    pointers = [paths.pointer([key]) for key in keys]
    kept = transforms.filtered(value, transforms.Criteria(pointers, None, None, None)).value
    rest = transforms.filtered(value, transforms.Criteria(None, pointers, None, None)).value
    assert kept.keys() | rest.keys() == value.keys()
    assert not kept.keys() & rest.keys()
    assert tree.same({**kept, **rest}, value)
