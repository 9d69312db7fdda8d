"""Merging two values, and where they differ."""

from __future__ import annotations

from typing import Any, NamedTuple

from bridge_runtime.values import canonical_json
from llmspell.state.types import MergeStrategy

from llmspell_runtime.state.tree import same

OURS, THEIRS = "ours", "theirs"


class Conflict(NamedTuple):
    """A place where both values have something different."""

    keys: tuple[str, ...]
    ours: Any
    theirs: Any
    taken: str


def merged(ours: Any, theirs: Any, strategy: MergeStrategy) -> tuple[Any, list[Conflict]]:
    """Both values as one, and every place where they differ."""
    conflicts: list[Conflict] = []
    value = _merged(ours, theirs, strategy, (), conflicts)
    return value, conflicts


def _merged(
    ours: Any, theirs: Any, strategy: MergeStrategy, keys: tuple[str, ...], conflicts: list[Conflict]
) -> Any:
    if same(ours, theirs):
        return ours
    objects = isinstance(ours, dict) and isinstance(theirs, dict)
    if objects and (strategy is not MergeStrategy.SHALLOW or not keys):
        made = dict(ours)
        for key, item in theirs.items():
            made[key] = _merged(ours[key], item, strategy, (*keys, key), conflicts) if key in ours else item
        return made
    if strategy is MergeStrategy.DEEP and isinstance(ours, list) and isinstance(theirs, list):
        return _joined(ours, theirs)
    taken = OURS if strategy is MergeStrategy.OURS else THEIRS
    conflicts.append(Conflict(keys, ours, theirs, taken))
    return ours if taken == OURS else theirs


def _joined(ours: list[Any], theirs: list[Any]) -> list[Any]:
    """The items of both, each of theirs that is new once."""
    seen = {canonical_json(item) for item in ours}
    made = list(ours)
    for item in theirs:
        text = canonical_json(item)
        if text not in seen:
            seen.add(text)
            made.append(item)
    return made
