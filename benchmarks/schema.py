"""Validation beside the library alone: jsonschema, which decides here, and jsonschema-rs, which takes a quick look."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator
from llmspell import Session
from llmspell_runtime.schema.compiling import compile_alone

from benchmarks.measure import Row, compare_calls, row

PERSON: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 1},
        "age": {"type": "integer", "minimum": 0},
        "tags": {"type": "array", "items": {"type": "string"}},
        "role": {"enum": ["admin", "user"]},
        "weight": {"type": "number"},
        "fresh": {"type": "boolean"},
    },
    "required": ["name", "age"],
    "additionalProperties": False,
}
TREE: dict[str, Any] = {
    "type": "object",
    "properties": {"n": {"type": "integer"}, "kids": {"type": "array", "items": {"$ref": "#"}}},
}
GOOD: dict[str, Any] = {
    "name": "Ada", "age": 36, "tags": ["x", "y"], "role": "user", "weight": 1.5, "fresh": True,
}  # fmt: skip
BAD: dict[str, Any] = {"name": "", "age": -1, "tags": [1], "role": "guest", "more": 1}


def rows() -> list[Row]:
    """Prepared schemas: a plain one and one that refers to itself; and what it costs through a session."""
    return [
        _good("a record that fits, to jsonschema", PERSON, GOOD, 0.2),
        _good("a tree of 40 that fits, to jsonschema", TREE, _tree(3), 1.0),
        _quick(),
        _bad(),
        *_session(),
    ]


def _tree(levels: int) -> dict[str, Any]:
    return {"n": levels, "kids": [_tree(levels - 1) for _ in range(3)] if levels else []}


def _good(name: str, schema: dict[str, Any], value: Any, budget: float) -> Row:
    compiled, library = compile_alone(schema, formats=True), Draft202012Validator(schema)
    ours, floor = compare_calls(lambda: compiled.accepts(value), lambda: library.is_valid(value), calls=300)
    return row(name, ours, floor, budget)


def _quick() -> Row:
    compiled, library = compile_alone(PERSON, formats=True), jsonschema_rs.validator_for(PERSON)
    ours, floor = compare_calls(lambda: compiled.accepts(GOOD), lambda: library.is_valid(GOOD), calls=20_000)
    return row("a record that fits, to jsonschema-rs", ours, floor, 3.0)


def _bad() -> Row:
    compiled, library = compile_alone(PERSON, formats=True), Draft202012Validator(PERSON)
    ours, floor = compare_calls(
        lambda: compiled.issues(BAD), lambda: list(library.iter_errors(BAD)), calls=300
    )
    return row("five faults and their words, to jsonschema's errors", ours, floor, 3.0)


def _session() -> list[Row]:
    library = Draft202012Validator(PERSON)

    def alone() -> bool:
        return library.is_valid(GOOD)

    def every_time() -> None:
        Draft202012Validator.check_schema(PERSON)
        list(Draft202012Validator(PERSON).iter_errors(GOOD))

    with Session() as session:
        validator = session.schema.compile(PERSON)
        compiled, floor = compare_calls(lambda: validator.accepts(GOOD), alone, calls=300)
        inline, whole = compare_calls(lambda: session.schema.validate(PERSON, GOOD), every_time, calls=100)
    return [
        row("a validator's call in a session, to jsonschema", compiled, floor, 1.0),
        row("validate with an inline schema, to jsonschema with check_schema", inline, whole, 0.2),
    ]
