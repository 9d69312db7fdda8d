"""The schema of what two schemas both accept, keyword by keyword."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, Final, TypeAlias

from llmspell_runtime.schema.bundling import same
from llmspell_runtime.schema.issues import pointer, show
from llmspell_runtime.schema.keywords import key_of
from llmspell_runtime.schema.patterns import matches

Conflicts: TypeAlias = list[tuple[str, str]]
"""Places and what the schemas say there."""

_OBJECT: Final = ("properties", "patternProperties", "additionalProperties")
_ARRAY: Final = ("prefixItems", "items")
_GROUPS: Final[tuple[tuple[str, ...], ...]] = (
    ("contains", "minContains", "maxContains"),
    ("if", "then", "else"),
)
"""Keywords that mean something together only."""
_HIGHER: Final = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
_LOWER: Final = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})
_RANGES: Final = (
    ("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties"),
)  # fmt: skip
_REMARKS: Final = frozenset(
    {
        "$comment", "$schema", "contentEncoding", "contentMediaType", "contentSchema", "default", "deprecated",
        "description", "examples", "readOnly", "title", "writeOnly",
    }
)  # fmt: skip
"""Keywords that refuse nothing: the first schema's stay."""


def intersected(one: Any, other: Any, place: str, conflicts: Conflicts) -> Any:
    """A schema that accepts what both accept; where nothing can be, that is added to ``conflicts``."""
    if one is True or other is False or same(one, other):
        return other
    if other is True or one is False:
        return one
    return _Intersection(one, other, place, conflicts).made()


class _Intersection:
    def __init__(self, one: dict[str, Any], other: dict[str, Any], place: str, conflicts: Conflicts) -> None:
        self._one, self._other = one, other
        self._place, self._conflicts = place, conflicts
        self._result: dict[str, Any] = {}
        self._apart: dict[str, Any] = {}
        """What the other schema says that cannot be said beside the first: it goes under ``allOf``."""

    def made(self) -> Any:
        one, other = self._one, self._other
        if any(
            keyword in schema
            for schema in (one, other)
            for keyword in ("unevaluatedProperties", "unevaluatedItems")
        ):
            return {"allOf": [one, other]}  # they look at everything beside them
        done = {*self._objects(), *self._arrays(), *self._groups()}
        for keyword in [*one, *(keyword for keyword in other if keyword not in one)]:
            if keyword in done or keyword == "allOf":
                continue
            if keyword in one and keyword in other and not same(one[keyword], other[keyword]):
                self._both(keyword, one[keyword], other[keyword])
            else:
                self._result[keyword] = one.get(keyword, other.get(keyword))
        self._check()
        together = [*one.get("allOf", []), *other.get("allOf", []), *([self._apart] if self._apart else [])]
        if together:
            self._result["allOf"] = together
        return self._result

    def _conflict(self, keyword: str, message: str) -> None:
        self._conflicts.append((self._place + pointer((keyword,)), message))

    def _inner(self, one: Any, other: Any, *steps: str | int) -> Any:
        return intersected(one, other, self._place + pointer(steps), self._conflicts)

    def _both(self, keyword: str, one: Any, other: Any) -> None:
        """A keyword that both schemas have, with arguments that differ."""
        if keyword in _REMARKS:
            self._result[keyword] = one
        elif keyword in _HIGHER:
            self._result[keyword] = max(one, other)
        elif keyword in _LOWER:
            self._result[keyword] = min(one, other)
        elif combine := _COMBINED.get(keyword):
            combine(self, keyword, one, other)
        else:
            self._result[keyword] = one
            self._apart[keyword] = other

    def _types(self, keyword: str, one: Any, other: Any) -> None:
        mine, theirs = _listed(one), _listed(other)
        kinds = [kind for kind in mine if kind in theirs or (kind == "integer" and "number" in theirs)]
        kinds += [kind for kind in theirs if kind not in kinds and kind == "integer" and "number" in mine]
        if not kinds:
            self._conflict(keyword, f"one allows {' or '.join(mine)}, another {' or '.join(theirs)}")
        self._result[keyword] = kinds[0] if len(kinds) == 1 else kinds or one

    def _values(self, keyword: str, one: list[Any], other: list[Any]) -> None:
        theirs = {key_of(item) for item in other}
        allowed = [item for item in one if key_of(item) in theirs]
        if not allowed:
            self._conflict(keyword, f"no value is in {show(one)} and in {show(other)}")
        self._result[keyword] = allowed or one

    def _one_value(self, keyword: str, one: Any, other: Any) -> None:
        if key_of(one) != key_of(other):
            self._conflict(keyword, f"one wants {show(one)}, another {show(other)}")
        self._result[keyword] = one

    def _names(self, keyword: str, one: list[str], other: list[str]) -> None:
        self._result[keyword] = list(dict.fromkeys([*one, *other]))

    def _names_by_name(self, keyword: str, one: dict[str, Any], other: dict[str, Any]) -> None:
        both = {name: list(dict.fromkeys([*one[name], *other[name]])) for name in one if name in other}
        self._result[keyword] = {**one, **other, **both}

    def _schemas_by_name(self, keyword: str, one: dict[str, Any], other: dict[str, Any]) -> None:
        both = {name: self._inner(one[name], other[name], keyword, name) for name in one if name in other}
        self._result[keyword] = {**one, **other, **both}

    def _schemas(self, keyword: str, one: Any, other: Any) -> None:
        self._result[keyword] = self._inner(one, other, keyword)

    def _either(self, keyword: str, one: bool, other: bool) -> None:
        self._result[keyword] = one or other

    def _multiples(self, keyword: str, one: int | float, other: int | float) -> None:
        first, second = Fraction(repr(one)), Fraction(repr(other))
        common = Fraction(
            math.lcm(first.numerator * second.denominator, second.numerator * first.denominator),
            first.denominator * second.denominator,
        )
        whole = int(common) if common.denominator == 1 else None
        if whole is None or whole >= 2**53:  # as a double it could be another number
            self._result[keyword], self._apart[keyword] = one, other
        else:
            self._result[keyword] = whole

    def _groups(self) -> list[str]:
        """Keywords that hang together: the other schema's stay together under ``allOf``."""
        done: list[str] = []
        for group in _GROUPS:
            mine = {keyword: self._one[keyword] for keyword in group if keyword in self._one}
            theirs = {keyword: self._other[keyword] for keyword in group if keyword in self._other}
            self._result.update(mine or theirs)
            if mine and theirs and not same(mine, theirs):
                self._apart.update(theirs)
            done += group
        return done

    def _objects(self) -> tuple[str, ...]:
        one, other = self._one, self._other
        closing = [schema for schema in (one, other) if schema.get("additionalProperties", True) is not True]
        if closing and any("patternProperties" in schema for schema in (one, other)):
            self._keep_apart(_OBJECT)
            return _OBJECT
        names = [*one.get("properties", {}), *other.get("properties", {})]
        if names:
            self._result["properties"] = {name: self._property(name) for name in dict.fromkeys(names)}
        patterns = (one.get("patternProperties", {}), other.get("patternProperties", {}))
        if any(patterns):
            self._schemas_by_name("patternProperties", *patterns)
        if closing:
            rest = (one.get("additionalProperties", True), other.get("additionalProperties", True))
            self._result["additionalProperties"] = self._inner(*rest, "additionalProperties")
        elif "additionalProperties" in one or "additionalProperties" in other:
            self._result["additionalProperties"] = True
        return _OBJECT

    def _property(self, name: str) -> Any:
        """What both schemas say of a property: where one does not name it, what it says of others."""
        said = [
            schema.get("properties", {}).get(name, schema.get("additionalProperties", True))
            for schema in (self._one, self._other)
        ]
        return self._inner(said[0], said[1], "properties", name)

    def _arrays(self) -> tuple[str, ...]:
        one, other = self._one, self._other
        firsts = (one.get("prefixItems", []), other.get("prefixItems", []))
        rests = (one.get("items", True), other.get("items", True))
        if any(firsts):
            self._result["prefixItems"] = [
                self._inner(
                    *(
                        first[index] if index < len(first) else rest
                        for first, rest in zip(firsts, rests, strict=True)
                    ),
                    "prefixItems",
                    index,
                )
                for index in range(max(map(len, firsts)))
            ]
        if "items" in one or "items" in other:
            self._result["items"] = self._inner(*rests, "items")
        return _ARRAY

    def _keep_apart(self, keywords: tuple[str, ...]) -> None:
        for keyword in keywords:
            if keyword in self._one:
                self._result[keyword] = self._one[keyword]
            if keyword in self._other:
                self._apart[keyword] = self._other[keyword]

    def _check(self) -> None:
        """Find keywords that leave nothing to accept, where each schema by itself leaves something."""
        known = {*_contradictions(self._one), *_contradictions(self._other)}
        for contradiction in _contradictions(self._result):
            if contradiction not in known:
                self._conflict(*contradiction)


_COMBINED: Final[dict[str, Callable[[_Intersection, str, Any, Any], None]]] = {
    "const": _Intersection._one_value,
    "dependentRequired": _Intersection._names_by_name,
    "dependentSchemas": _Intersection._schemas_by_name,
    "enum": _Intersection._values,
    "multipleOf": _Intersection._multiples,
    "propertyNames": _Intersection._schemas,
    "required": _Intersection._names,
    "type": _Intersection._types,
    "uniqueItems": _Intersection._either,
}


def _listed(argument: Any) -> list[Any]:
    return argument if isinstance(argument, list) else [argument]


def _contradictions(schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Keywords of ``schema`` that together accept nothing, and why."""
    for lowest, highest in _RANGES:
        if lowest in schema and highest in schema and schema[lowest] > schema[highest]:
            yield lowest, f"at least {show(schema[lowest])} and at most {show(schema[highest])}"
    allowed = schema.get("enum", [])
    if "const" in schema and allowed and key_of(schema["const"]) not in {key_of(item) for item in allowed}:
        yield "const", f"{show(schema['const'])} is not in the other's {show(allowed)}"
    for name in schema.get("required", ()):
        if _refuses(schema, name):
            yield "required", f"one wants the property {show(name)}, another refuses it"


def _refuses(schema: dict[str, Any], name: str) -> bool:
    if name in schema.get("properties", {}):
        return schema["properties"][name] is False
    return schema.get("additionalProperties", True) is False and not any(
        matches(pattern, name) for pattern in schema.get("patternProperties", {})
    )
