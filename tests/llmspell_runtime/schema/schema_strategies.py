"""Random schemas of JSON Schema 2020-12, and values that have a chance to fit them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

names = st.sampled_from(["a", "b", "c", "ab"])
texts = st.sampled_from(["", "a", "ab", "b1", "1", "true", "null", "2026-11-21", "x@y.no", " a "])
numbers = st.integers(-3, 12) | st.sampled_from([0.5, 1.0, 1.5, -2.5, 1e3])
scalars = st.none() | st.booleans() | numbers | texts
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)
types = st.sampled_from(["object", "array", "string", "number", "integer", "boolean", "null"])

_flat: dict[str, st.SearchStrategy[Any]] = {
    "type": types | st.lists(types, min_size=1, max_size=3, unique=True),
    "enum": st.lists(values, min_size=1, max_size=3),
    "const": values,
    "minimum": st.integers(-2, 8),
    "maximum": st.integers(-2, 8),
    "exclusiveMinimum": st.integers(-2, 8),
    "exclusiveMaximum": st.integers(-2, 8),
    "multipleOf": st.sampled_from([1, 2, 0.5]),
    "minLength": st.integers(0, 3),
    "maxLength": st.integers(0, 3),
    "pattern": st.sampled_from(["^a", "b$", "[0-9]", "^(a|b)+$"]),
    "minItems": st.integers(0, 3),
    "maxItems": st.integers(0, 3),
    "uniqueItems": st.booleans(),
    "minProperties": st.integers(0, 3),
    "maxProperties": st.integers(0, 3),
    "required": st.lists(names, max_size=2, unique=True),
    "dependentRequired": st.dictionaries(names, st.lists(names, max_size=2, unique=True), max_size=2),
}


def _wider(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Schemas made of others."""
    some = st.lists(inner, min_size=1, max_size=3)
    by_name = st.dictionaries(names, inner, max_size=2)
    made: dict[str, st.SearchStrategy[Any]] = {
        **_flat,
        "properties": by_name,
        "patternProperties": st.dictionaries(st.sampled_from(["^a", "b"]), inner, max_size=1),
        "additionalProperties": inner,
        "propertyNames": inner,
        "dependentSchemas": by_name,
        "items": inner,
        "prefixItems": some,
        "contains": inner,
        "minContains": st.integers(0, 2),
        "maxContains": st.integers(0, 2),
        "allOf": some,
        "anyOf": some,
        "oneOf": some,
        "not": inner,
        "if": inner,
        "then": inner,
        "else": inner,
        "unevaluatedProperties": inner,
        "unevaluatedItems": inner,
    }
    return _some_of(made, 4)


def _some_of(keywords: dict[str, st.SearchStrategy[Any]], most: int) -> st.SearchStrategy[dict[str, Any]]:
    chosen = st.lists(st.sampled_from(sorted(keywords)), max_size=most, unique=True)
    return chosen.flatmap(lambda names: st.fixed_dictionaries({name: keywords[name] for name in names}))


schemas = st.recursive(st.booleans() | _some_of(_flat, 3), _wider, max_leaves=6)
"""Any schema without references."""

referring = st.tuples(schemas, schemas, schemas).map(
    lambda three: {
        "$defs": {"one": three[0], "two": {"properties": {"a": {"$ref": "#/$defs/two"}, "b": three[1]}}},
        "anyOf": [{"$ref": "#/$defs/one"}, {"$ref": "#/$defs/two"}],
        "allOf": [three[2]],
    }
)
"""Schemas with references, to themselves too."""
