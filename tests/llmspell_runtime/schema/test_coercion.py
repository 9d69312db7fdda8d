"""Values brought closer to schemas: what is changed, what is told, and what is left alone."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from llmspell_runtime.schema.budget import TooComplex
from llmspell_runtime.schema.coercion import NOTHING, Coercion
from llmspell_runtime.schema.compiling import compile_alone

from tests.llmspell_runtime.schema.schema_strategies import referring, schemas, values


def coerced(schema: Any, value: Any, **how: bool) -> tuple[Any, Coercion]:
    coercion = Coercion(**how)
    return coercion.of(compile_alone(schema, formats=True), value), coercion


def rules(coercion: Coercion) -> list[str]:
    return [change.rule for change in coercion.changes]


@pytest.mark.parametrize(
    ("kind", "given", "becomes", "rule"),
    [
        ("integer", "42", 42, "to_integer"),
        ("integer", " -7 ", -7, "to_integer"),
        ("integer", "4.0", 4, "to_integer"),
        ("integer", "1e3", 1000, "to_integer"),
        ("integer", True, 1, "to_integer"),
        ("number", "1.5", 1.5, "to_number"),
        ("number", "12", 12, "to_number"),
        ("boolean", "true", True, "to_boolean"),
        ("boolean", "No", False, "to_boolean"),
        ("boolean", 1, True, "to_boolean"),
        ("boolean", 0.0, False, "to_boolean"),
        ("null", "", None, "to_null"),
        ("null", "NULL", None, "to_null"),
        ("string", 42, "42", "to_string"),
        ("string", 1.0, "1", "to_string"),
        ("string", True, "true", "to_string"),
        ("array", "x", ["x"], "wrapped"),
        ("array", {"a": 1}, [{"a": 1}], "wrapped"),
        ("array", "[1, 2]", [1, 2], "parsed"),
        ("object", '{"a": 1}', {"a": 1}, "parsed"),
        ("string", ["x"], "x", "unwrapped"),
    ],
)
def test_types(kind: str, given: Any, becomes: Any, rule: str) -> None:
    value, coercion = coerced({"type": kind}, given)
    assert value == becomes and type(value) is type(becomes)
    assert rules(coercion) == [rule]
    assert coercion.changes[0].before == given and coercion.changes[0].after == becomes


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("integer", "42x"), ("integer", "1.5"), ("integer", 1.5), ("integer", "9" * 30), ("integer", "١٢"), ("integer", ""),
        ("integer", "0x10"), ("integer", "1e999"), ("number", "nan"), ("number", "inf"), ("number", "1,5"), ("boolean", "maybe"),
        ("boolean", 2), ("null", "none"), ("null", 0), ("string", None), ("string", {"a": 1}), ("string", ["a", "b"]),
        ("array", None), ("object", "[1]"), ("object", "{"), ("object", [{}, {}]), ("integer", ["x"]), ("number", "1" * 2000),
    ],
)  # fmt: skip
def test_what_could_be_mistaken_is_left_alone(kind: str, given: Any) -> None:
    value, coercion = coerced({"type": kind}, given)
    assert value == given
    assert coercion.changes == []


def test_the_first_type_that_a_value_can_be_read_as() -> None:
    assert coerced({"type": ["integer", "boolean", "null"]}, "true")[0] is True
    assert coerced({"type": ["integer", "null"]}, "")[0] is None
    assert coerced({"type": ["integer", "string"]}, "42")[0] == "42"


def test_allowed_values_are_matched_by_what_they_mean() -> None:
    assert coerced({"enum": ["red", "green"]}, " RED")[0] == "red"
    assert coerced({"enum": [1, 2]}, "2")[0] == 2
    assert coerced({"enum": ["1", "2"]}, 2)[0] == "2"
    assert coerced({"const": None}, "null")[0] is None
    assert coerced({"enum": ["a", "A"]}, " A ")[0] == "A"
    assert coerced({"enum": ["ab", "AB"]}, "Ab")[0] == "Ab"  # nobody knows which
    assert coerced({"type": "integer", "enum": [1, 2]}, "1")[0] == 1


def test_through_everything_that_holds_values() -> None:
    schema = {
        "$defs": {"n": {"type": "integer"}, "tree": {"properties": {"v": {"$ref": "#/$defs/n"}, "kids": {"type": "array", "items": {"$ref": "#/$defs/tree"}}}}},
        "allOf": [{"properties": {"a": {"$ref": "#/$defs/n"}}}, {"required": ["a"]}],
        "properties": {"pair": {"prefixItems": [{"type": "string"}, {"type": "boolean"}], "items": {"type": "null"}}, "tree": {"$ref": "#/$defs/tree"}},
        "patternProperties": {"^x": {"type": "number"}},
        "additionalProperties": {"type": "array"},
        "if": {"properties": {"kind": {"const": "big"}}, "required": ["kind"]},
        "then": {"properties": {"size": {"type": "integer"}}},
        "dependentSchemas": {"a": {"properties": {"b": {"type": "boolean"}}}},
    }  # fmt: skip
    given = {
        "a": "1", "pair": [1, "yes", ""], "tree": {"v": "2", "kids": [{"v": "3"}]}, "x1": "1.5", "other": 7,
        "kind": "big", "size": "9", "b": "on",
    }  # fmt: skip
    value, coercion = coerced({**schema, "properties": {**schema["properties"], "a": {}, "kind": {}, "size": {}, "b": {}}}, given)  # type: ignore[dict-item]
    assert value == {
        "a": 1, "pair": ["1", True, None], "tree": {"v": 2, "kids": [{"v": 3}]}, "x1": 1.5, "other": [7],
        "kind": "big", "size": 9, "b": True,
    }  # fmt: skip
    assert len(coercion.changes) == 10
    assert given["a"] == "1" and given["tree"] == {"v": "2", "kids": [{"v": "3"}]}


def test_of_alternatives_the_one_that_needs_the_fewest_changes() -> None:
    shapes = {
        "oneOf": [
            {"properties": {"kind": {"const": "circle"}, "r": {"type": "number"}}, "required": ["kind", "r"]},
            {"properties": {"kind": {"const": "box"}, "w": {"type": "number"}, "h": {"type": "number"}}, "required": ["kind", "w", "h"]},
        ]
    }  # fmt: skip
    assert coerced(shapes, {"kind": "BOX", "w": "1", "h": 2})[0] == {"kind": "box", "w": 1, "h": 2}
    untouched, coercion = coerced(shapes, {"kind": "cone", "r": "1"})
    assert untouched == {"kind": "cone", "r": "1"} and coercion.changes == []
    assert (
        coerced({"anyOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "integer"}]}, "5")[0]
        == 5
    )
    assert coerced({"anyOf": [{"type": "integer"}, {"type": "null"}]}, "")[0] is None


def test_defaults() -> None:
    schema = {
        "properties": {
            "a": {"type": "integer", "default": 1},
            "b": {"$ref": "#/$defs/b"},
            "c": {"type": "object", "default": {}, "properties": {"d": {"default": [1]}}},
            "wrong": {"type": "integer", "default": "x"},
        },
        "$defs": {"b": {"default": None}},
    }
    value, coercion = coerced(schema, {})
    assert value == {"a": 1, "b": None, "c": {"d": [1]}}
    assert [(change.place, change.before is NOTHING) for change in coercion.changes] == [
        (("a",), True),
        (("b",), True),
        (("c",), True),
        (("c", "d"), True),
    ]
    value["c"]["d"].append(2)
    assert schema["properties"]["c"]["properties"]["d"]["default"] == [1]  # type: ignore[index]
    assert coerced(schema, {}, fill_defaults=False)[0] == {}
    with pytest.raises(TooComplex):
        coerced({"type": "object", "properties": {"next": {"$ref": "#", "default": {}}}}, {})


def test_unknown_properties_go_when_asked() -> None:
    schema = {
        "allOf": [{"properties": {"a": {}}}, {"$ref": "#/$defs/b"}],
        "patternProperties": {"^x": {}},
        "properties": {"inner": {"properties": {"y": {}}, "additionalProperties": False}, "open": {"additionalProperties": {"type": "integer"}}},
        "anyOf": [{"properties": {"kind": {"const": 1}, "c": {}}}, {"properties": {"kind": {"const": 2}, "d": {}}}],
        "$defs": {"b": {"properties": {"b": {}}}},
        "unevaluatedProperties": False,
    }  # fmt: skip
    given = {
        "a": 1,
        "b": 1,
        "x1": 1,
        "kind": 2,
        "c": 1,
        "d": 1,
        "inner": {"y": 1, "z": 1},
        "open": {"k": "1"},
        "more": 1,
    }
    value, coercion = coerced(schema, given, drop_unknown=True)
    assert value == {"a": 1, "b": 1, "x1": 1, "kind": 2, "d": 1, "inner": {"y": 1}, "open": {"k": 1}}
    assert [change.place for change in coercion.changes if change.rule == "dropped"] == [
        ("inner", "z"),
        ("c",),
        ("more",),
    ]
    assert coerced(schema, given)[0]["more"] == 1


@settings(max_examples=300, deadline=None)
@given(schemas | referring, values)
def test_a_value_that_fits_stays_as_it_is(schema: Any, value: Any) -> None:
    compiled = compile_alone(schema, formats=True)
    before = copy.deepcopy(value)
    result, coercion = coerced(schema, value)
    assert value == before
    if compiled.accepts(value):
        assert result == value and coercion.changes == []


@settings(max_examples=300, deadline=None)
@given(schemas | referring, values)
def test_the_changes_lead_from_the_value_given_to_the_value_returned(schema: Any, value: Any) -> None:
    result, coercion = coerced(schema, value, drop_unknown=True)
    assert replayed(value, coercion) == result
    assert all(
        change.before != change.after or type(change.before) is not type(change.after)
        for change in coercion.changes
    )


def replayed(value: Any, coercion: Coercion) -> Any:
    """``value`` after every change, made one after the other."""
    holder: Any = {"": copy.deepcopy(value)}
    for change in coercion.changes:
        place = ("", *change.place)
        inner = holder
        for step in place[:-1]:
            inner = inner[step]
        if change.before is not NOTHING:
            assert inner[place[-1]] == change.before
        if change.after is NOTHING:
            del inner[place[-1]]
        else:
            inner[place[-1]] = copy.deepcopy(change.after)
    return holder[""]
