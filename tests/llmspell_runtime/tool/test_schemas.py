"""Argument schemas: what is accepted as one, and the faults they find."""

from __future__ import annotations

from typing import Any

import pytest
from llmspell_runtime.tool.schemas import Issue, SchemaError, checker

CITY = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "a/b~": {"type": "integer"}},
    "required": ["city"],
}


def test_every_fault_is_found_in_the_order_of_the_paths() -> None:
    schema = {**CITY, "additionalProperties": False}
    assert checker(schema).issues({"a/b~": "x", "more": 1}) == [
        Issue("", 'the property "city" is missing'),
        Issue("/a~1b~0", 'expected an integer, given "x"'),
        Issue("/more", 'the property "more" is not allowed'),
    ]
    assert checker(schema).issues({"city": "Oslo"}) == []


def test_a_schema_is_prepared_once() -> None:
    assert checker(dict(CITY)) is checker({**CITY})


def test_references_stay_inside() -> None:
    tree = {
        "type": "object",
        "properties": {"next": {"$ref": "#/$defs/node"}},
        "$defs": {
            "node": {
                "type": "object",
                "properties": {"next": {"$ref": "#/$defs/node"}, "n": {"type": "integer"}},
            }
        },
    }
    assert checker(tree).issues({"next": {"next": {"n": "x"}}}) == [
        Issue("/next/next/n", 'expected an integer, given "x"')
    ]
    for reference in ("https://example.com/schema.json", "#/$defs/missing", "other.json"):
        with pytest.raises(SchemaError, match=r"stays in its schema|no such place"):
            checker({"type": "object", "properties": {"x": {"$ref": reference}}})


def test_a_property_may_be_called_ref() -> None:
    assert checker({"type": "object", "properties": {"$ref": {"type": "string"}}}).issues({"$ref": "x"}) == []


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ({"type": "objekt"}, 'given "objekt"'),
        ({"type": "string"}, "arguments are an object"),
        ({"properties": []}, "expected an object"),
        ({"properties": {"a": {"pattern": "("}}}, "regex"),
        ({"$schema": "http://json-schema.org/draft-07/schema#"}, "draft 2020-12"),
        ({"$schema": 3}, r"expected a string, given 3 \(at /\$schema\)"),
        ({"enum": [float("nan")]}, "JSON"),
    ],
)
def test_refusals(schema: dict[str, Any], reason: str) -> None:
    with pytest.raises(SchemaError, match=reason):
        checker(schema)


def test_a_schema_without_end_is_a_fault_and_no_crash() -> None:
    assert "without end" in checker({"$ref": "#"}).issues({"a": 1})[0].message
