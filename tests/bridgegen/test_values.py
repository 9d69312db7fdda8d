"""Values against types: our checker agrees with jsonschema, and names the place that is wrong."""

from __future__ import annotations

from typing import Any

import pytest
from bridgegen.checks.values import Context, has_format, problems
from bridgegen.model import (
    MISSING,
    AnyJson,
    Doc,
    Enum,
    EnumValue,
    Field,
    Interface,
    ListOf,
    MapOf,
    Module,
    Name,
    Nullable,
    Position,
    Record,
    Ref,
    Scalar,
    TypeExpr,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

HERE = Position("here.yaml", 1, 1)
COLOUR = Enum(Name("m", "Colour"), (EnumValue("RED", "red", 1, Doc(), HERE),), Doc(), HERE)
POINT = Record(
    Name("m", "Point"),
    (
        Field("x", Scalar("integer", constraints={"minimum": 0}), True, MISSING, Doc(), HERE),
        Field("next", Ref(Name("m", "Point")), False, MISSING, Doc(), HERE),
        Field("colour", Nullable(Ref(Name("m", "Colour"))), False, MISSING, Doc(), HERE),
    ),
    Doc(),
    HERE,
)
MODULE = Module(
    name="m",
    types=(COLOUR, POINT),
    constants=(),
    errors=(),
    callbacks=(),
    resources=(),
    functions=(),
    events=(),
    uses=(),
    digest="",
    doc=Doc(),
    position=HERE,
)
INTERFACE = Interface("demo", "1.0.0", (MODULE,), (), (), {}, "", {}, {}, Doc())
DEFS = {
    "Colour": {"type": "string", "enum": ["red"]},
    "Point": {
        "type": "object",
        "properties": {
            "x": {"type": "integer", "minimum": 0},
            "next": {"$ref": "#/$defs/Point"},
            "colour": {"anyOf": [{"$ref": "#/$defs/Colour"}, {"type": "null"}]},
        },
        "required": ["x"],
        "additionalProperties": False,
    },
}

SCALARS = st.one_of(
    st.builds(
        lambda low: Scalar("string", constraints={"minLength": low, "maxLength": low + 2}), st.integers(0, 3)
    ),
    st.builds(
        lambda text: Scalar("string", constraints={"pattern": text}), st.sampled_from(["^a", "b$", "[0-9]"])
    ),
    st.builds(
        lambda low: Scalar("integer", constraints={"minimum": low, "multipleOf": 2}), st.integers(-3, 3)
    ),
    st.builds(lambda high: Scalar("number", constraints={"exclusiveMaximum": high}), st.integers(-3, 3)),
    st.builds(lambda value: Scalar("string", const=value), st.sampled_from(["a", "b"])),
    st.sampled_from(
        [Scalar("boolean"), Scalar("null"), Scalar("string"), Scalar("integer"), Scalar("number")]
    ),
)
TYPES = st.recursive(
    SCALARS | st.just(AnyJson()) | st.sampled_from([Ref(COLOUR.name), Ref(POINT.name)]),
    lambda inner: st.one_of(
        st.builds(lambda item: ListOf(item, {"minItems": 1, "uniqueItems": True}), inner),
        st.builds(ListOf, inner),
        st.builds(MapOf, inner),
        st.builds(Nullable, inner),
    ),
    max_leaves=4,
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-4, 8),
    st.sampled_from([0.5, 2.0, -1.5]),
    st.sampled_from(["", "a", "ab", "red", "b9"]),
)
POINTS = st.fixed_dictionaries(
    {"x": st.integers(-1, 2)}, optional={"colour": st.sampled_from(["red", "blue", None]), "y": LEAVES}
)
VALUES = st.recursive(
    LEAVES | POINTS,
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["x", "next", "colour", "k"]), inner, max_size=3),
    max_leaves=6,
)


def schema(expr: TypeExpr) -> dict[str, Any]:
    """The JSON Schema of ``expr``, written independently of the compiler."""
    match expr:
        case Scalar(kind, _, const, constraints):
            return {"type": kind, **constraints, **({} if const is MISSING else {"const": const})}
        case ListOf(item, constraints):
            return {"type": "array", "items": schema(item), **constraints}
        case MapOf(value, constraints):
            return {"type": "object", "additionalProperties": schema(value), **constraints}
        case Nullable(inner):
            return {"anyOf": [schema(inner), {"type": "null"}]}
        case Ref(name):
            return {"$ref": f"#/$defs/{name.local}"}
        case _:
            return {}


@settings(max_examples=400, deadline=None)
@given(TYPES, VALUES)
def test_checker_agrees_with_jsonschema(expr: TypeExpr, value: Any) -> None:
    expected = Draft202012Validator({"$defs": DEFS, **schema(expr)}).is_valid(value)
    assert (not list(problems(value, expr, Context(INTERFACE)))) == expected


@settings(max_examples=200, deadline=None)
@given(TYPES, VALUES)
def test_every_problem_points_at_a_value(expr: TypeExpr, value: Any) -> None:
    for problem in problems(value, expr, Context(INTERFACE)):
        here = value
        for part in problem.path:
            here = here[part]


@pytest.mark.parametrize(
    ("format", "good", "bad"),
    [
        (
            "date-time",
            ["2026-01-31T12:00:00Z", "2026-01-31T12:00:00.5+02:00"],
            ["2026-01-31", "2026-01-31T12:00:00", "x"],
        ),
        ("date", ["2024-02-29"], ["2023-02-29", "20240229", "2024-2-9"]),
        ("time", ["12:30:00Z", "12:30:00"], ["25:00:00Z", "12"]),
        ("duration", ["PT1H30M", "P3D", "P2W", "PT0.5S"], ["P", "PT", "1H", "P1H"]),
        ("uri", ["https://example.com/a?b", "urn:isbn:1"], ["example.com", "a b:c", "http://a b"]),
        ("uuid", ["123e4567-e89b-12d3-a456-426614174000"], ["123e4567", "123e4567e89b12d3a456426614174000"]),
        ("email", ["ada@example.com"], ["ada", "@example.com", "a@b@c"]),
        ("byte", ["", "aGk=", "aGVsbG8="], ["aGk", "a===", "%%%%"]),
    ],
)
def test_formats(format: str, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not has_format(text, format)] == []
    assert [text for text in bad if has_format(text, format)] == []
