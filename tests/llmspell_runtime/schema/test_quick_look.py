"""The quick look says yes where the reference does, to plain schemas, and is not asked about others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llmspell_runtime.schema import compiling
from llmspell_runtime.schema.budget import spending
from llmspell_runtime.schema.compiling import compile_alone
from llmspell_runtime.schema.formats import NAMES
from llmspell_runtime.schema.quick import quick_look, quick_look_at_schemas

from tests.llmspell_runtime.schema.schema_strategies import schemas, values

looks = st.sampled_from(
    ["2026-11-21", "08:00:00Z", "a@b.no", "http://é.no/", "127.0.0.1", "::1", "P1D", "{x}", "(", "/a~"]
)
KEYWORDS = [
    "type",
    "properties",
    "pattern",
    "patternProperties",
    "items",
    "anyOf",
    "minimum",
    "required",
    "enum",
    "$ref",
    "$id",
    "$defs",
    "not",
]


def reference(schema: Any, value: Any, formats: bool) -> bool:
    with spending():
        return bool(compile_alone(schema, formats=formats).validator.is_valid(value))


@settings(max_examples=500, deadline=None)
@given(schemas, values)
def test_it_agrees_with_the_reference(schema: Any, value: Any) -> None:
    look = quick_look(schema, formats=True)
    if look is not None:
        assert look(value) == reference(schema, value, True)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(NAMES - {"regex"})), looks | values, st.booleans())
def test_formats_are_ours(name: str, value: Any, formats: bool) -> None:
    schema = {"anyOf": [{"format": name}, {"items": {"format": name}, "type": "array"}]}
    look = quick_look(schema, formats=formats)
    assert look is not None
    assert look(value) == reference(schema, value, formats)


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        -0.0,
        10**30,
        1e300,
        True,
        None,
        "",
        "\0",
        "😀",
        [[1], [1.0]],
        {"a": {"b": []}},
        0.1 + 0.2,
        2**53 + 1,
        5e-324,
    ],
)
@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer"}, {"multipleOf": 0.1}, {"multipleOf": 7}, {"maximum": 2**53}, {"exclusiveMinimum": 0}, {"const": 1},
        {"const": 0}, {"enum": [None, "", 1e300]}, {"uniqueItems": True}, {"maxLength": 1}, {"minProperties": 1}, {"not": {"type": "number"}},
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/a", "$defs": {"a": {"minimum": 1}}},
    ],
)  # fmt: skip
def test_it_agrees_about_odd_values(schema: Any, value: Any) -> None:
    look = quick_look(schema, formats=True)
    assert look is not None
    assert look(value) == reference(schema, value, True)


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"properties": {"a": {"$ref": "#/$defs/a"}}, "$defs": {"a": {"items": {"$ref": "#/$defs/a"}}}},
        {"$defs": {**{f"a{n}": {"allOf": [{"$ref": f"#/$defs/a{n + 1}"}] * 2} for n in range(40)}, "a40": True}, "$ref": "#/$defs/a0"},
        {"pattern": "(a+)+$"},
        {"items": {"format": "regex"}},
        {"items": {"patternProperties": {"a": True}}},
        {"unevaluatedItems": False},
        {"enum": list(range(1000))},
        {"$ref": "#/properties/a", "properties": {"a": True}},
        {"$ref": "https://json-schema.org/draft/2020-12/schema"},
    ],
)  # fmt: skip
def test_it_is_not_asked_about_schemas_without_a_bound(schema: Any) -> None:
    assert quick_look(schema, formats=True) is None


@settings(max_examples=500, deadline=None)
@given(
    schemas
    | st.recursive(values, lambda inner: st.dictionaries(st.sampled_from(KEYWORDS), inner, max_size=3))
)
def test_it_agrees_about_what_a_schema_is(value: Any) -> None:
    look = quick_look_at_schemas()
    assert look is not None
    with spending():
        assert look(value) == compiling._meta().validator.is_valid(value)


def test_large_schemas_are_found_to_be_schemas_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    large = {"properties": {f"{number:x}": {} for number in range(9_000)}}
    monkeypatch.setattr(compiling._meta(), "_quick_look", None)
    compiling.require_schema(large)


def test_what_it_does_not_take_the_reference_judges() -> None:
    compiled = compile_alone({"type": "string", "maxLength": 1}, formats=True)
    assert compiled.accepts("\ud800")
    assert not compiled.accepts("\ud800x")
