"""Schemas inferred, described, merged and taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from hypothesis import given, settings
from hypothesis import strategies as st
from llmspell import Session
from llmspell.schema.types import MergeStrategy
from llmspell_runtime.schema.compiling import compile_alone
from llmspell_runtime.schema.generation import infer
from llmspell_runtime.schema.merging import MergeConflict, merge

from tests.llmspell_runtime.schema.schema_strategies import referring, schemas, values

looks = st.sampled_from(
    ["2026-11-21", "2026-11-21T08:00:00Z", "2026-13-01", "08:00:00Z", "a@b.no", "https://e.com/", "127.0.0.1", "::1", "a:b", ""]
)  # fmt: skip
samples = st.lists(values | looks | st.lists(looks, max_size=2) | st.dictionaries(st.text(max_size=3), looks | values, max_size=3), min_size=1, max_size=5)  # fmt: skip


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


def refused(call: Any, *arguments: Any, **named: Any) -> BridgeError:
    with pytest.raises(BridgeError) as caught:
        call(*arguments, **named)
    return caught.value


@settings(max_examples=300, deadline=None)
@given(samples, st.booleans(), st.booleans(), st.booleans())
def test_an_inferred_schema_accepts_its_samples(
    given: list[Any], formats: bool, required: bool, closed: bool
) -> None:
    schema = infer(given, formats=formats, required=required, closed=closed)
    compiled = compile_alone(schema, formats=True)
    for sample in given:
        assert compiled.issues(sample) == []


def test_formats_are_those_of_every_sample(session: Session) -> None:
    def found(*texts: str) -> Any:
        return session.schema.generate(list(texts)).get("format")

    assert found("2026-11-21", "2024-02-29") == "date"
    assert found("2026-11-21", "2026-02-30") is None
    assert found("2026-11-21T08:00:00Z") == "date-time"
    assert found("f81d4fae-7dec-11d0-a765-00a0c91e6bf6") == "uuid"
    assert found("ada@example.com") == "email"
    assert found("https://example.com/", "ftp://example.com") == "uri"
    assert found("hello", "2026-11-21") is None
    assert session.schema.generate(["2026-11-21"], formats=False).get("format") is None


def test_inference_has_its_limits(session: Session) -> None:
    deep: Any = 1
    for _ in range(80):
        deep = [deep]
    assert refused(session.schema.generate, [deep]).code == "schema.invalid_samples"
    wide = {f"property number {number}": number for number in range(20_000)}
    assert refused(session.schema.generate, [wide]).code == "schema.invalid_samples"


def test_descriptions(session: Session) -> None:
    made = session.schema.create(
        fields={
            "when": "date-time?",
            "any": "any?",
            "grid": "number[][]",
            "friend": {"type": "object?", "nullable": True},
            "level": {"type": "integer", "nullable": True, "enum": [1, 2]},
            "n": {
                "items": {"type": "integer", "exclusive_minimum": 0},
                "min_items": 1,
                "unique": True,
                "optional": True,
            },
        },
        closed=False,
    )
    assert made == {
        "type": "object",
        "properties": {
            "when": {"type": "string", "format": "date-time"},
            "any": {},
            "grid": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}},
            "friend": {"type": ["object", "null"]},
            "level": {"type": ["integer", "null"], "enum": [1, 2, None]},
            "n": {
                "type": "array",
                "items": {"type": "integer", "exclusiveMinimum": 0},
                "minItems": 1,
                "uniqueItems": True,
            },
        },
        "required": ["grid", "level"],
    }
    session.schema.put("city", {"type": "string"})
    home = session.schema.create(fields={"home": "schema:city", "past": "schema:city[]?"})
    assert home["properties"]["home"] == {"$ref": "schema:city"}
    assert [i.path for i in session.schema.validate(home, {"home": 1, "past": ["Oslo", 2]}).issues] == [
        "/home",
        "/past/1",
    ]


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("strnig", "did you mean 'string'"),
        ("", "a type like"),
        (3, "a short text or an object"),
        ({"mimimum": 1}, "did you mean 'minimum'"),
        ({"type": 3}, "'type' is a text"),
        ({"type": "string", "items": "string"}, "of type 'array'"),
        ({"fields": "string"}, "'fields' are an object"),
        ({"optional": 1}, "true or false"),
        ({"fields": {"b": "x"}}, "there is no type 'x'"),
        ("string" + "[]" * 100, "a type like"),
    ],
)
def test_descriptions_that_make_no_sense(session: Session, field: Any, reason: str) -> None:
    error = refused(session.schema.create, fields={"a": field})
    assert error.code == "schema.invalid_field" and reason in error.message
    assert error.fields["field"].startswith("a")


def test_constraints_that_are_no_schema(session: Session) -> None:
    assert (
        refused(session.schema.create, fields={"a": {"type": "string", "min_length": -1}}).code
        == "schema.invalid_schema"
    )
    assert (
        refused(session.schema.create, fields={"a": {"type": "string", "pattern": "("}}).code
        == "schema.invalid_schema"
    )
    assert refused(session.schema.create, fields={"a": "schema:nobody"}).code == "schema.unresolved_reference"


def merged(strategy: str, *given: Any) -> Any:
    return merge([compile_alone(schema, formats=False) for schema in given], strategy)


@settings(max_examples=300, deadline=None)
@given(st.lists(schemas | referring, min_size=1, max_size=3), st.lists(values, min_size=1, max_size=4))
def test_any_accepts_what_one_accepts(given: list[Any], candidates: list[Any]) -> None:
    result = compile_alone(merged("any", *given), formats=False)
    backwards = compile_alone(merged("any", *reversed(given)), formats=False)
    for value in candidates:
        wanted = any(compile_alone(schema, formats=False).accepts(value) for schema in given)
        assert result.accepts(value) == backwards.accepts(value) == wanted


@settings(max_examples=500, deadline=None)
@given(st.lists(schemas | referring, min_size=2, max_size=3), st.lists(values, min_size=1, max_size=4))
def test_all_accepts_what_each_accepts(given: list[Any], candidates: list[Any]) -> None:
    try:
        schema = merged("all", *given)
    except MergeConflict:
        with pytest.raises(MergeConflict):
            merged("all", *reversed(given))
        return
    result = compile_alone(schema, formats=False)
    backwards = compile_alone(merged("all", *reversed(given)), formats=False)
    for value in candidates:
        wanted = all(compile_alone(schema, formats=False).accepts(value) for schema in given)
        assert result.accepts(value) == backwards.accepts(value) == wanted


@settings(max_examples=200, deadline=None)
@given(schemas, schemas)
def test_strict_does_not_mind_the_order(one: Any, other: Any) -> None:
    try:
        forwards = merged("strict", one, other)
    except MergeConflict:
        with pytest.raises(MergeConflict):
            merged("strict", other, one)
        return
    assert forwards == merged("strict", other, one) or sorted(map(str, forwards)) == sorted(
        map(str, merged("strict", other, one))
    )


def test_all_merges_keyword_by_keyword(session: Session) -> None:
    one = {
        "title": "One",
        "type": ["integer", "string"],
        "minimum": 1,
        "maximum": 9,
        "enum": [1, 2, 3, "x"],
        "multipleOf": 2,
    }
    other = {
        "title": "Other",
        "type": ["number", "string"],
        "minimum": 2,
        "enum": [3, 2, "y"],
        "multipleOf": 3,
    }
    assert session.schema.merge([one, other]) == {
        "title": "One", "type": ["integer", "string"], "minimum": 2, "maximum": 9, "enum": [2, 3], "multipleOf": 6,
    }  # fmt: skip
    closed = {"properties": {"a": {"type": "integer"}}, "additionalProperties": {"type": "string"}}
    opened = {"properties": {"b": {"minLength": 2}}, "required": ["b"]}
    assert session.schema.merge([closed, opened]) == {
        "properties": {"a": {"type": "integer"}, "b": {"type": "string", "minLength": 2}},
        "additionalProperties": {"type": "string"},
        "required": ["b"],
    }


def test_conflicts_come_all_at_once(session: Session) -> None:
    one = {"properties": {"a": {"const": 1}, "b": {"minimum": 5}}, "required": ["c"]}
    other = {"properties": {"a": {"const": 2}, "b": {"maximum": 4}}, "additionalProperties": False}
    error = refused(session.schema.merge, [one, other])
    assert error.code == "schema.merge_conflict"
    assert [conflict.path for conflict in error.fields["conflicts"]] == [
        "/properties/a/const",
        "/properties/b/minimum",
        "/required",
    ]
    strict = refused(session.schema.merge, [one, other], strategy=MergeStrategy.STRICT)
    assert [conflict.path for conflict in strict.fields["conflicts"]] == ["/properties/a/const"]


def test_definitions_of_merged_schemas_do_not_meet(session: Session) -> None:
    one = {"properties": {"a": {"$ref": "#/$defs/x"}}, "$defs": {"x": {"type": "string"}}}
    other = {
        "properties": {"b": {"$ref": "#/$defs/x"}, "next": {"$ref": "#"}},
        "$defs": {"x": {"type": "integer"}},
    }
    result = session.schema.merge([one, other])
    assert session.schema.validate(result, {"a": "s", "b": 1, "next": {"a": 3, "b": 1}}).valid
    assert [
        i.path for i in session.schema.validate(result, {"a": 1, "b": "s", "next": {"b": "s"}}).issues
    ] == ["/a", "/b", "/next/b"]


def test_override(session: Session) -> None:
    base = {
        "properties": {"a": {"type": "string", "maxLength": 5}, "b": {}},
        "required": ["a"],
        "$id": "https://e.com/a",
    }
    patch = {"properties": {"a": {"maxLength": 9}, "c": False}, "required": [], "$id": "https://e.com/b"}
    assert session.schema.merge([base, patch], strategy=MergeStrategy.OVERRIDE) == {
        "properties": {"a": {"type": "string", "maxLength": 9}, "b": {}, "c": False},
        "required": [],
    }
    assert base["properties"]["a"] == {"type": "string", "maxLength": 5}  # type: ignore[index]


def test_extracted_parts_stand_by_themselves(session: Session) -> None:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
            "root": {"$ref": "#"},
            "list": {"type": "array", "items": {"allOf": [{"$ref": "#/$defs/node"}]}},
            "twin": {"$ref": "#/properties/list"},
            "named": {"$ref": "#here"},
        },
        "$defs": {
            "node": {"properties": {"kids": {"type": "array", "items": {"$ref": "#/$defs/node"}}, "leaf": {"$ref": "#/$defs/leaf"}}},
            "leaf": {"$anchor": "here", "type": "integer"},
            "unused": {"type": "null"},
        },
    }  # fmt: skip
    draft = {"$schema": schema["$schema"]}
    leaf = {"type": "integer"}
    assert session.schema.extract(schema, definition="node") == {
        **draft,
        "properties": {"kids": {"type": "array", "items": {"$ref": "#"}}, "leaf": {"$ref": "#/$defs/leaf"}},
        "$defs": {"leaf": leaf},
    }
    assert session.schema.extract(schema, property="list[].kids[].leaf") == {
        **draft,
        "$ref": "#/$defs/leaf",
        "$defs": {"leaf": leaf},
    }
    assert session.schema.extract(schema, pointer="/properties/named") == {
        **draft,
        "$ref": "#/$defs/leaf",
        "$defs": {"leaf": leaf},
    }
    twin = session.schema.extract(schema, pointer="#/properties/twin")
    assert session.schema.validate(twin, [{"leaf": "x"}]).issues[0].path == "/0/leaf"
    root = session.schema.extract(schema, property="root")
    for value, valid in (
        ({"list": [{"kids": [{"leaf": 1}]}]}, True),
        ({"root": {"list": [{"leaf": None}]}}, False),
    ):
        assert (
            session.schema.validate(root, value).valid
            is session.schema.validate(schema, value).valid
            is valid
        )


def test_parts_that_are_not_there(session: Session) -> None:
    schema = {"properties": {"a": {"type": "array", "items": {"enum": [{"type": "string"}]}}, "": True}}
    for part in (
        {"pointer": "properties"}, {"pointer": "/properties"}, {"pointer": "/properties/a/items/enum/0"}, {"pointer": "/x"},
        {"property": "b"}, {"property": "a.b"}, {"property": "a[][]"}, {"property": "a..b"}, {"property": "a[0]"},
        {"definition": "a"}, {}, {"pointer": "", "property": "a"},
    ):  # fmt: skip
        assert refused(session.schema.extract, schema, **part).code == "schema.part_not_found", part
    assert session.schema.extract(schema, pointer="/properties/") is True
    assert session.schema.extract(True, pointer="") is True


@settings(max_examples=200, deadline=None)
@given(referring, values)
def test_the_whole_extracted_means_the_same(schema: Any, value: Any) -> None:
    with Session() as session:
        part = session.schema.extract(schema, pointer="")
    assert compile_alone(part, formats=False).accepts(value) == compile_alone(schema, formats=False).accepts(
        value
    )


def test_information(session: Session) -> None:
    info = session.schema.get_info(
        {
            "title": "T",
            "$id": "https://e.com/t",
            "type": ["object", "null"],
            "properties": {
                "items": {"items": {"format": "date"}},
                "x": {"anyOf": [True, {"$ref": "#/$defs/d"}]},
            },
            "$defs": {"d": {"format": "email"}},
        }
    )
    assert (info.title, info.id, info.types) == ("T", "https://e.com/t", ["object", "null"])
    assert (info.depth, info.subschemas, info.recursive) == (3, 7, False)
    assert info.formats == ["date", "email"] and info.references == ["#/$defs/d"]
    assert session.schema.get_info(False).types == []
