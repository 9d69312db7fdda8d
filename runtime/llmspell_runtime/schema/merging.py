"""Several schemas as one: what all accept, what any accepts, what the last one says, or what they agree on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from bridge_runtime.values import canonical_json

from llmspell_runtime.schema.budget import spending
from llmspell_runtime.schema.bundling import Bundler, Definitions, same, whole
from llmspell_runtime.schema.compiling import CompiledSchema
from llmspell_runtime.schema.intersection import Conflicts, intersected
from llmspell_runtime.schema.places import MAPS, SINGLES, resolver_at

_OWN_NAMES: Final = ("$id", "$anchor")


class MergeConflict(ValueError):
    """The schemas contradict one another; ``conflicts`` says where and how."""

    def __init__(self, conflicts: Conflicts) -> None:
        super().__init__("; ".join(f"{place or 'the schemas'}: {message}" for place, message in conflicts))
        self.conflicts = conflicts


def merge(schemas: list[CompiledSchema], strategy: str) -> Any:
    """The schemas, one at least, merged. Raises MergeConflict and TooComplex."""
    if strategy in ("all", "any"):
        with spending():
            return _accepting(schemas, strategy)
    merged = schemas[0].schema
    conflicts: Conflicts = []
    for compiled in schemas[1:]:
        merged = _together(merged, compiled.schema, "", conflicts if strategy == "strict" else None)
    if conflicts:
        raise MergeConflict(conflicts)
    return merged


def _accepting(schemas: list[CompiledSchema], strategy: str) -> Any:
    """What all, or any, of the schemas accept; their definitions side by side."""
    definitions = Definitions()
    parts = [_bundled(compiled, definitions) for compiled in schemas]
    distinct = [
        part for index, part in enumerate(parts) if not any(same(part, other) for other in parts[:index])
    ]
    if strategy == "any":
        merged = True if True in distinct else _any([part for part in distinct if part is not False])
    else:
        # Found in an order of their own: which conflicts there are must not depend on the order that was given.
        _, conflicts = _all(sorted(distinct, key=canonical_json))
        if conflicts:
            raise MergeConflict(conflicts)
        merged, _ = _all(distinct)
    dialects = [c.schema["$schema"] for c in schemas if isinstance(c.schema, dict) and "$schema" in c.schema]
    if dialects and isinstance(merged, dict):
        merged = {"$schema": dialects[0], **merged}
    return whole(merged, definitions)


def _all(parts: list[Any]) -> tuple[Any, Conflicts]:
    conflicts: Conflicts = []
    merged = parts[0]
    for part in parts[1:]:
        merged = intersected(merged, part, "", conflicts)
    return merged, conflicts


def _any(parts: list[Any]) -> Any:
    if len(parts) < 2:
        return parts[0] if parts else False
    if all(set(part) == {"type"} for part in parts):
        kinds = [kind for part in parts for kind in _listed(part["type"])]
        return {"type": list(dict.fromkeys(kinds))}
    return {"anyOf": parts}


def _bundled(compiled: CompiledSchema, definitions: Definitions) -> Any:
    """A schema whose references all lead to ``definitions``, itself included: "#" will be another one's place."""
    resolver = resolver_at(compiled.validator._registry, compiled.schema)
    return Bundler(compiled.schema, definitions).copy(resolver, compiled.schema)


def _together(one: Any, other: Any, place: str, conflicts: Conflicts | None) -> Any:
    """Two schemas keyword by keyword: the second is right, or with ``conflicts`` they must agree."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        if conflicts is not None and not same(one, other):
            conflicts.append((place, "the schemas differ"))
        return other
    merged = dict(one)
    for keyword, argument in other.items():
        if not place and keyword in _OWN_NAMES and keyword in merged and not same(merged[keyword], argument):
            del merged[keyword]  # what was merged is neither of the two
            continue
        if keyword not in merged:
            merged[keyword] = argument
            continue
        mine, there = merged[keyword], f"{place}/{keyword}"
        if keyword in MAPS and isinstance(mine, dict) and isinstance(argument, dict):
            merged[keyword] = _maps(mine, argument, there, conflicts)
        elif keyword in SINGLES and isinstance(mine, dict) and isinstance(argument, dict):
            merged[keyword] = _together(mine, argument, there, conflicts)
        else:
            if conflicts is not None and not _agree(keyword, mine, argument):
                conflicts.append((there, "the schemas differ"))
            merged[keyword] = argument
    return merged


def _maps(
    one: dict[str, Any], other: dict[str, Any], place: str, conflicts: Conflicts | None
) -> dict[str, Any]:
    both = {
        name: _together(one[name], other[name], f"{place}/{name}", conflicts) for name in one if name in other
    }
    return {**one, **other, **both}


def _agree(keyword: str, one: Any, other: Any) -> bool:
    """Whether two arguments of a keyword say the same; the order of names and types says nothing."""
    if keyword in ("required", "type", "enum"):
        return {repr(item) for item in _listed(one)} == {repr(item) for item in _listed(other)}
    return same(one, other)


def _listed(argument: Any) -> Iterable[Any]:
    return argument if isinstance(argument, list) else [argument]
