"""Where an error says that a value is wrong: by the types, not by what the value happens to look like."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

import pytest
from bridge_runtime.errors import InvalidArgument
from bridge_runtime.problems import describe, problems_of
from bridge_runtime.records import Record
from pydantic import Field, TypeAdapter, ValidationError
from typing_extensions import TypeAliasType, TypedDict


class Leaf(Record):
    kind: Literal["leaf"]
    leaf: str | None = None
    colour: str | None = None
    sort_: Annotated[str | None, Field(alias="sort")] = None


class Branch(Record):
    kind: Literal["branch"]
    leaf: Leaf | None = None
    parts: list[Part] | None = None
    named: dict[str, Part] | None = None


Part = TypeAliasType("Part", Annotated[Leaf | Branch, Field(discriminator="kind")])
Branch.model_rebuild()


class Tree(Record):
    part: Part


class PlantArguments(TypedDict):
    tree: Tree
    where: NotRequired[str | list[int]]


def problem(**fields: Any) -> dict[str, str]:
    with pytest.raises(InvalidArgument) as caught:
        Tree(**fields)
    [found] = caught.value.fields["problems"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("part", "path"),
    [
        ({"kind": "leaf", "leaf": 1}, "part.leaf"),
        ({"kind": "leaf", "leaf": "x", "colour": 1}, "part.colour"),  # its tag is a field of it, too
        ({"kind": "leaf", "sort": 1}, "part.sort"),
        ({"kind": "branch", "leaf": {"kind": "leaf", "leaf": 1}}, "part.leaf.leaf"),
        ({"kind": "branch", "parts": [{"kind": "leaf"}, {"kind": "leaf", "leaf": 1}]}, "part.parts[1].leaf"),
        ({"kind": "branch", "named": {"leaf": {"kind": "leaf", "colour": 1}}}, "part.named.leaf.colour"),
        ({"kind": "branch", "parts": 1}, "part.parts"),
    ],
)
def test_tags_of_unions_are_no_part_of_a_path(part: Any, path: str) -> None:
    assert problem(part=part)["path"] == path


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"kind": "leaf", "color": "red"}, "no field 'color' (did you mean 'colour'?)"),
        ({"kind": "leaf", "Colour": "red"}, "no field 'Colour' (did you mean 'colour'?)"),
        ({"kind": "leaf", "size": 1}, "no field 'size' (there are kind, leaf, colour, sort)"),
        ({"leaf": "x"}, "an object with the field 'kind': 'leaf', 'branch'"),
    ],
)
def test_the_way_out(part: Any, expected: str) -> None:
    assert problem(part=part)["expected"] == expected


def test_a_union_without_tags_adds_nothing_to_a_path() -> None:
    given = {"tree": {"part": {"kind": "leaf"}}, "where": ["x"]}
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(PlantArguments).validate_python(given)
    paths = {found["path"] for found in problems_of(caught.value, given, PlantArguments)}
    assert paths == {"where", "where[0]"}


def test_without_types_the_value_tells() -> None:
    given = {"part": {"kind": "branch", "leaf": {"kind": "leaf", "leaf": 1}}}
    with pytest.raises(ValidationError) as caught:
        Tree.model_validate(given)
    [found] = problems_of(caught.value, given)
    assert found["path"] == "part.leaf.leaf"
    assert describe([found]) == "part.leaf.leaf: expected a string, given 1"


class Row(Record):
    cells: Annotated[list[int], Field(min_length=1)]
    name: Annotated[str, Field(min_length=1)]
    pair: Annotated[list[int], Field(min_length=2)]


def test_one_of_something_is_no_plural() -> None:
    with pytest.raises(InvalidArgument) as caught:
        Row(cells=[], name="", pair=[])
    expected = [found["expected"] for found in caught.value.fields["problems"]]
    assert expected == ["at least 1 item", "a string of at least 1 character", "at least 2 items"]
