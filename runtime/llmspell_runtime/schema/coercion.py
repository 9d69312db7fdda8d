"""Values brought closer to a schema: each change by a rule, each change told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from llmspell_runtime.schema.budget import current, spend, spending, weight
from llmspell_runtime.schema.compiling import CompiledSchema
from llmspell_runtime.schema.conversions import is_of, to_allowed, to_type
from llmspell_runtime.schema.issues import NOTHING, pointer
from llmspell_runtime.schema.keywords import key_of
from llmspell_runtime.schema.patterns import matches
from llmspell_runtime.schema.referring import referred

Place: TypeAlias = tuple[str | int, ...]
Part: TypeAlias = tuple[Any, Any]
"""A schema, and before it the validator that knows its place."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: where, by which rule, from what to what."""

    place: Place
    rule: str
    before: Any
    after: Any

    def to_json(self) -> dict[str, Any]:
        """The change as the interface has it; values are copies, for later changes happen inside them."""
        found = {"path": pointer(self.place), "rule": self.rule}
        for name, value in (("before", self.before), ("after", self.after)):
            if value is not NOTHING:
                found[name] = value
        return found


@dataclass(slots=True)
class Coercion:
    """How far to go, and what was done."""

    fill_defaults: bool = True
    drop_unknown: bool = False
    changes: list[Change] = field(default_factory=list)

    def of(self, compiled: CompiledSchema, value: Any) -> Any:
        """``value`` brought closer to ``compiled``; the one given is left alone. Raises TooComplex."""
        with spending():
            return self._place((compiled.validator, compiled.schema), value, (), frozenset())

    def _place(self, part: Part, value: Any, place: Place, known: frozenset[str]) -> Any:
        """``value`` at ``place``, closer to a schema. ``known`` are properties that other schemas there describe."""
        budget = current()
        budget.enter()
        try:
            return self._mended(part, value, place, known)
        finally:
            budget.depth -= 1

    def _mended(self, part: Part, value: Any, place: Place, known: frozenset[str]) -> Any:
        parts = _together(part)
        for _, schema in parts:
            value = self._converted(schema, value, place)
        if isinstance(value, dict):
            value = self._properties(parts, dict(value), place)
        elif isinstance(value, list):
            value = self._items(parts, list(value), place)
        chosen: list[Part] = []
        for branch in self._branches(parts, value):
            value = self._branch(branch, value, place, known | _described(parts, value), chosen)
        if self.drop_unknown and isinstance(value, dict):
            value = self._without_unknown(parts + chosen, value, place, known)
        return value

    def _change(self, place: Place, rule: str, before: Any, after: Any) -> Any:
        self.changes.append(Change(place, rule, _copied(before), _copied(after)))
        return after

    def _converted(self, schema: Any, value: Any, place: Place) -> Any:
        """``value`` as the type, or the allowed value, that ``schema`` wants."""
        if not isinstance(schema, dict):
            return value
        kinds = schema.get("type", [])
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if kinds and not any(is_of(value, kind) for kind in kinds):
            if isinstance(value, list) and len(value) == 1:
                value = self._unwrapped(kinds, value, place)
            elif found := to_type(value, kinds):
                value = self._change(place, found.rule, value, found.value)
        allowed = [schema["const"]] if "const" in schema else schema.get("enum", [])
        if allowed and key_of(value) not in {key_of(item) for item in allowed}:
            found = to_allowed(value, allowed)
            if found is not None and (not kinds or any(is_of(found.value, kind) for kind in kinds)):
                value = self._change(place, found.rule, value, found.value)
        return value

    def _unwrapped(self, kinds: list[str], value: list[Any], place: Place) -> Any:
        """The only item of a list, where it is, or can become, one of ``kinds``."""
        inner = value[0]
        if any(is_of(inner, kind) for kind in kinds):
            return self._change(place, "unwrapped", value, inner)
        found = None if isinstance(inner, list) else to_type(inner, kinds)
        if found is None:
            return value
        self._change(place, "unwrapped", value, inner)
        return self._change(place, found.rule, inner, found.value)

    def _properties(self, parts: list[Part], value: dict[str, Any], place: Place) -> dict[str, Any]:
        for name in sorted(value):
            for part in _of_property(parts, name):
                value[name] = self._place(part, value[name], (*place, name), frozenset())
        if self.fill_defaults:
            for validator, schema in parts:
                for name, inner in sorted(schema.get("properties", {}).items()):
                    if name not in value:
                        self._fill((validator.within(inner), inner), value, place, name)
        return value

    def _fill(self, part: Part, value: dict[str, Any], place: Place, name: str) -> None:
        """Give ``value`` its default for ``name``, where the schema names one that fits."""
        for _, schema in _together(part):
            if "default" in schema and part[0].is_valid(schema["default"]):
                filled = _copied(schema["default"])
                self._change((*place, name), "default", NOTHING, filled)
                value[name] = self._place(part, filled, (*place, name), frozenset())
                return

    def _items(self, parts: list[Part], value: list[Any], place: Place) -> list[Any]:
        for validator, schema in parts:
            first = schema.get("prefixItems", [])
            for index, item in enumerate(value):
                inner = first[index] if index < len(first) else schema.get("items")
                if isinstance(inner, dict):
                    value[index] = self._place(
                        (validator.within(inner), inner), item, (*place, index), frozenset()
                    )
        return value

    def _branches(self, parts: list[Part], value: Any) -> Iterator[list[Part]]:
        """Alternatives, one list of schemas for each choice; a condition is a choice of one, made here."""
        for validator, schema in parts:
            for keyword in ("anyOf", "oneOf"):
                if keyword in schema:
                    yield [(validator.within(inner), inner) for inner in schema[keyword]]
            if "if" in schema:
                met = validator.within(schema["if"]).is_valid(value)
                inner = schema.get("then" if met else "else", True)
                yield [(validator.within(inner), inner)]
            for name, inner in schema.get("dependentSchemas", {}).items():
                if isinstance(value, dict) and name in value:
                    yield [(validator.within(inner), inner)]

    def _branch(
        self, branches: list[Part], value: Any, place: Place, known: frozenset[str], chosen: list[Part]
    ) -> Any:
        """``value`` closer to the alternative that it fits, or that the fewest changes bring it to; else as it is."""
        for part in branches:
            if part[0].is_valid(value) or len(branches) == 1:
                chosen.extend(_together(part))
                return self._place(part, value, place, known)
        best: tuple[int, Any, list[Change], Part] | None = None
        for part in branches:
            trial = Coercion(self.fill_defaults, self.drop_unknown)
            found = trial._place(part, value, place, known)
            if part[0].is_valid(found) and (best is None or len(trial.changes) < best[0]):
                best = (len(trial.changes), found, trial.changes, part)
        if best is None:
            return value
        self.changes += best[2]
        chosen.extend(_together(best[3]))
        return best[1]

    def _without_unknown(
        self, parts: list[Part], value: dict[str, Any], place: Place, known: frozenset[str]
    ) -> dict[str, Any]:
        kept = known | _described(parts, value)
        for name in sorted(value.keys() - kept):
            self._change((*place, name), "dropped", value[name], NOTHING)
        return {name: item for name, item in value.items() if name in kept}


def _copied(value: Any) -> Any:
    """A copy of a JSON value, for as many steps as it has parts: a small schema can ask for many copies of a large value."""
    if isinstance(value, dict):
        spend(1 + len(value))
        return {name: _copied(item) for name, item in value.items()}
    if isinstance(value, list):
        spend(1 + len(value))
        return [_copied(item) for item in value]
    return value


def _together(part: Part) -> list[Part]:
    """The schemas that hold wherever ``part`` does: itself, what it refers to and its ``allOf``."""
    found: list[Part] = []
    pending, seen = [part], set[int]()
    while pending:
        validator, schema = pending.pop()
        spend(weight(schema))
        if not isinstance(schema, dict) or id(schema) in seen:
            continue
        seen.add(id(schema))
        found.append((validator, schema))
        for keyword in ("$ref", "$dynamicRef"):
            if keyword in schema:
                there = referred(validator, schema[keyword])
                pending.append((there, there.schema))
        pending.extend((validator.within(inner), inner) for inner in reversed(schema.get("allOf", [])))
    return found


def _of_property(parts: list[Part], name: str) -> Iterator[Part]:
    """The schemas that ``parts`` have for the value of a property."""
    for validator, schema in parts:
        found = [schema["properties"][name]] if name in schema.get("properties", {}) else []
        found += [
            inner for pattern, inner in schema.get("patternProperties", {}).items() if matches(pattern, name)
        ]
        if not found and "additionalProperties" in schema:
            found = [schema["additionalProperties"]]
        for inner in found:
            if isinstance(inner, dict):
                yield validator.within(inner), inner


def _described(parts: list[Part], value: Any) -> frozenset[str]:
    """The properties of ``value`` that ``parts`` describe, other than by forbidding them."""
    if not isinstance(value, dict):
        return frozenset()
    found: set[str] = set()
    for _, schema in parts:
        others = (schema.get("additionalProperties", False), schema.get("unevaluatedProperties", False))
        if any(other is not False for other in others):
            return frozenset(value)
        found.update(name for name in schema.get("properties", {}) if name in value)
        for pattern in schema.get("patternProperties", {}):
            found.update(name for name in value if matches(pattern, name))
    return frozenset(found)
