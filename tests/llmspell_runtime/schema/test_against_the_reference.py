"""Our validator says what the libraries say: jsonschema, which it extends, and jsonschema-rs, which was written by others."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from llmspell_runtime.schema.compiling import compile_alone

from tests.llmspell_runtime.schema.schema_strategies import referring, schemas, values


@settings(max_examples=400, deadline=None)
@given(schemas | referring, values)
def test_the_same_verdict_as_the_reference(schema: Any, value: Any) -> None:
    ours = compile_alone(schema, formats=False)
    theirs = Draft202012Validator(schema)
    assert ours.accepts(value) == theirs.is_valid(value)
    assert bool(ours.issues(value)) != theirs.is_valid(value)


@settings(max_examples=400, deadline=None)
@given(schemas | referring, values)
def test_the_same_verdict_as_another_implementation(schema: Any, value: Any) -> None:
    theirs = jsonschema_rs.validator_for(schema, validate_formats=False)
    assert compile_alone(schema, formats=False).accepts(value) == theirs.is_valid(value)


@settings(max_examples=200, deadline=None)
@given(schemas, values)
def test_the_same_places_as_the_reference(schema: Any, value: Any) -> None:
    """Of errors that both place alike: where the library gathers several properties in one error, we give one each."""
    apart = {"additionalProperties", "unevaluatedProperties", "unevaluatedItems", "items", "false"}
    ours = {(i.path, i.keyword) for i in compile_alone(schema, formats=False).issues(value)}
    theirs = set()
    for error in Draft202012Validator(schema).iter_errors(value):
        path = "".join(f"/{part}" for part in error.absolute_path)
        theirs.add((path, str(error.validator)))
    gathered = (
        {keyword for _, keyword in theirs} & apart
        or {k for _, k in ours} & apart
        or "None" in {keyword for _, keyword in theirs}
    )
    if not gathered:
        assert ours == theirs


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ({"multipleOf": 0.01}, [19.99, 1, 1e300], [19.995]),
        ({"uniqueItems": True}, [[1, True, "1", [1], {"a": 1}]], [[1, 1.0], [{"a": 1}, {"a": 1.0}], [[True], [True]]]),
        ({"enum": [1, "a", None, {"a": [0]}]}, [1.0, "a", None, {"a": [0]}], [True, 0, {"a": [False]}, "A"]),
        ({"const": 0}, [0, 0.0], [False, "0", None]),
        ({"type": "integer"}, [1, 1.0, 10**30], [1.5, True, "1"]),
        ({"type": "number"}, [1, 1.5], [False]),
        ({"maxLength": 1}, ["😀"], ["ab"]),
        ({"$ref": "https://json-schema.org/draft/2020-12/schema"}, [{"type": "string"}], [{"type": 1}]),
        ({"$defs": {"a": {"$anchor": "here", "type": "string"}}, "$ref": "#here"}, ["x"], [1]),
        ({"$id": "https://e.com/a", "$defs": {"b": {"$id": "b", "type": "null"}}, "$ref": "b"}, [None], [1]),
        ({"$id": "https://e.com/a", "items": {"$ref": "https://e.com/a"}, "type": "array"}, [[[]]], [[1]]),
    ],
)  # fmt: skip
def test_what_equality_numbers_and_references_mean(schema: Any, good: list[Any], bad: list[Any]) -> None:
    compiled = compile_alone(schema, formats=True)
    assert [value for value in good if not compiled.accepts(value)] == []
    assert [value for value in bad if compiled.accepts(value)] == []


def test_dynamic_references_follow_the_outermost_schema() -> None:
    tree = {
        "$id": "https://e.com/strict",
        "$dynamicAnchor": "node",
        "$ref": "tree",
        "unevaluatedProperties": False,
        "$defs": {
            "tree": {
                "$id": "https://e.com/tree",
                "$dynamicAnchor": "node",
                "type": "object",
                "properties": {
                    "data": True,
                    "children": {"type": "array", "items": {"$dynamicRef": "#node"}},
                },
            }
        },
    }
    compiled = compile_alone(tree, formats=True)
    assert compiled.accepts({"children": [{"data": 1}]})
    assert [issue.path for issue in compiled.issues({"children": [{"daat": 1}]})] == ["/children/0/daat"]
