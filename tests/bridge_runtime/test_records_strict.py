"""Records are as strict as JSON, and keep absent and null apart."""

from __future__ import annotations

import timeit
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from bridge_runtime.errors import InvalidArgument
from bridge_runtime.formats import UNIQUE, Base64, Email, Uri
from bridge_runtime.records import Record
from bridge_runtime.values import UNSET, show
from pydantic import AwareDatetime, Field, TypeAdapter, ValidationError
from typing_extensions import TypeAliasType


class Color(StrEnum):
    RED = "red"


class Square(Record):
    kind: Literal["square"]
    side: int


class Circle(Record):
    kind: Literal["circle"]
    radius: float


class Thing(Record):
    text: str = "t"
    count: Annotated[int, Field(ge=1, le=10)] | None = None
    counts: list[int] | None = None
    ratio: float | None = None
    flag: bool | None = None
    color: Color | None = None
    when: AwareDatetime | None = None
    shape: Annotated[Square | Circle, Field(discriminator="kind")] | None = None
    note: Annotated[str | None, Field(json_schema_extra={"x-nullable": True})] = None
    anything: Any | None = None
    inner: Thing | None = None
    from_: Annotated[str | None, Field(alias="from")] = None
    link: Uri | None = None
    mail: Email | None = None
    data: Base64 | None = None
    tags: Annotated[list[str], UNIQUE] | None = None


def make(**fields: Any) -> Thing:
    """Through the constructor, with values that a type checker would refuse."""
    return Thing(**fields)


def read(**fields: Any) -> Thing:
    return Thing.model_validate(fields)


def nested(levels: int) -> Any:
    found: Any = 1
    for _ in range(levels):
        found = [found]
    return found


@pytest.mark.parametrize(
    ("field", "value", "expected", "given"),
    [
        ("text", 5, "a string", "5"),
        ("count", "5", "an integer, at least 1 and at most 10", "'5'"),
        ("count", True, "an integer, at least 1 and at most 10", "true"),
        ("count", 1.5, "an integer, at least 1 and at most 10", "1.5"),
        ("count", 11, "an integer, at least 1 and at most 10", "11"),
        ("counts", [1, 2**63], "a 64-bit integer", "9223372036854775808"),
        ("counts", [float("inf")], "a 64-bit integer", "inf"),
        ("ratio", "1.5", "a number", "'1.5'"),
        ("ratio", True, "a number", "true"),
        ("ratio", float("nan"), "a finite number", "nan"),
        ("flag", 1, "true or false", "1"),
        ("flag", "true", "true or false", "'true'"),
        ("color", "blue", "one of 'red'", "'blue'"),
        ("when", 5, "a date and time as RFC 3339 text", "5"),
        ("when", "soon", "a date and time as RFC 3339 text", "'soon'"),
        ("when", "2026-01-02T03:04:05", "a date and time with its offset from UTC", "'2026-01-02T03:04:05'"),
        ("shape", {"kind": "line"}, "'kind' to be one of 'square', 'circle'", "{'kind': 'line'}"),
        ("link", "example.com", "a URI with its scheme (https://example.com)", "'example.com'"),
        ("mail", "me@", "an e-mail address (name@example.com)", "'me@'"),
        ("data", "%%", "base64 text", "'%%'"),
        ("tags", ["a", "b", "a"], "a list without duplicates", "['a', 'b', 'a']"),
        ("anything", [float("nan")], "a JSON value", "[nan]"),
        ("anything", {"a": {1, 2}}, "a JSON value", "{'a': {1, 2}}"),
        ("anything", {1: 2}, "a JSON value", "{1: 2}"),
        ("anything", b"bytes", "a JSON value", "b'bytes'"),
        ("anything", "\ud800", "whole characters", "'\\ud800'"),
        ("anything", nested(201), "a JSON value that is nested at most 200 deep", show(nested(201))),
        ("other", 1, "no field 'other'", "a number"),
        ("api_key", "sk-123", "no field 'api_key'", "a string"),
    ],
)
def test_a_problem_names_its_place(field: str, value: Any, expected: str, given: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        Thing(**{field: value})
    (problem,) = caught.value.fields["problems"]
    assert problem["path"].startswith(field)
    assert problem["expected"].startswith(expected) and problem["given"] == given
    assert expected in str(caught.value)


def test_the_path_skips_the_tags_of_unions() -> None:
    with pytest.raises(InvalidArgument) as caught:
        make(inner={"shape": {"kind": "square", "side": "long"}})
    assert caught.value.fields["problems"][0]["path"] == "inner.shape.side"


def test_open_json_is_a_copy_in_which_records_are_objects() -> None:
    given = [nested(199), (1, Color.RED), Square(kind="square", side=2)]
    thing = make(anything=given)
    given.clear()
    assert thing.anything == [nested(199), [1, "red"], {"kind": "square", "side": 2}]
    assert thing.to_json() == {"anything": thing.anything}


def test_a_number_without_fraction_is_an_integer() -> None:
    assert read(count=5.0).count == 5
    assert type(read(count=5.0).count) is int
    assert read(counts=[-(2**63), 2**63 - 1]).counts == [-(2**63), 2**63 - 1]


@pytest.mark.parametrize(
    "field", ["count", "counts", "ratio", "flag", "color", "when", "shape", "inner", "from"]
)
def test_null_is_refused_where_absence_is_meant(field: str) -> None:
    with pytest.raises(ValidationError):
        Thing.model_validate({field: None})


def test_none_in_the_constructor_is_absence() -> None:
    thing = make(count=None, inner=None, from_=None, ratio=UNSET)
    assert thing.model_fields_set == set()
    assert thing.to_json() == {}


def test_null_and_absent_stay_apart_where_null_is_a_value() -> None:
    assert Thing(note=None).to_json() == {"note": None}
    assert read(note=None).to_json() == {"note": None}
    assert read().to_json() == {}
    assert read(anything=None).to_json() == {"anything": None}


def test_everything_comes_back_as_it_was() -> None:
    given = {
        "text": "Ærø",
        "count": 3,
        "color": "red",
        "when": "2026-01-02T03:04:05Z",
        "shape": {"kind": "circle", "radius": 1.5},
        "from": "me",
        "data": "AAE=",
        "tags": ["a"],
        "inner": {"inner": {"count": 1}},
    }
    thing = read(**given)
    assert thing.when == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert thing.data == b"\0\1"
    assert thing.from_ == "me"
    assert thing.to_json() == given


def test_a_whole_dump_does_not_warn(recwarn: pytest.WarningsRecorder) -> None:
    assert Thing().model_dump()["count"] is None
    assert not recwarn.list


def test_validation_does_not_go_through_python() -> None:
    class Flat(Record):
        a: str
        b: str
        c: int
        d: float
        e: bool | None = None
        f: int | None = None

    calls = 0

    def counted(self: Any, /, **fields: Any) -> None:
        nonlocal calls
        calls += 1

    validate = Flat.__pydantic_validator__.validate_python
    original = Record.__init__
    try:
        Record.__init__ = counted  # type: ignore[method-assign]
        assert validate({"a": "x", "b": "y", "c": 1, "d": 2.0}).c == 1
    finally:
        Record.__init__ = original  # type: ignore[method-assign]
    assert calls == 0
    assert timeit.timeit(lambda: validate({"a": "x", "b": "y", "c": 1, "d": 2.0}), number=1) < 1


class Leaf(Record):
    kind: Literal["leaf"] = "leaf"
    size: int


class Branch(Record):
    kind: Literal["branch"] = "branch"
    left: Tree | None = None
    right: Tree | None = None


Tree = TypeAliasType("Tree", Annotated[Leaf | Branch, Field(discriminator="kind")])


def test_a_union_may_hold_itself_through_its_records() -> None:
    found = TypeAdapter(Tree).validate_python({"kind": "branch", "left": {"kind": "leaf", "size": 1}})
    assert found == Branch(left=Leaf(size=1))
    assert found.to_json() == {"kind": "branch", "left": {"kind": "leaf", "size": 1}}
    with pytest.raises(ValidationError, match="left"):
        TypeAdapter(Tree).validate_python({"kind": "branch", "left": None})
    with pytest.raises(ValidationError, match="64-bit integer"):
        TypeAdapter(Tree).validate_python({"kind": "branch", "left": {"kind": "leaf", "size": "1"}})


class Login(Record):
    user: str
    password: Annotated[str | None, Field(min_length=8, repr=False)] = None
    keys: Annotated[list[str], Field(repr=False)]
    pin: Annotated[int | None, Field(json_schema_extra={"x-nullable": True}, repr=False)] = None


def test_a_secret_is_shown_nowhere() -> None:
    login = Login(user="ada", password="correct horse", keys=["k-secret"])
    assert repr(login) == "Login(user='ada')"
    assert login.to_json() == {"user": "ada", "password": "correct horse", "keys": ["k-secret"]}


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"password": "s3cret"}, "password: expected a string of at least 8 characters, given a string"),
        ({"password": ["s3cret"]}, "password: expected a string, given a list"),
        ({"keys": ["fine", {"s3cret": "s3cret"}]}, "keys: expected a string, given a list"),
        ({"pin": "s3cret"}, "pin: expected a 64-bit integer, given a string"),
    ],
)
def test_what_is_wrong_with_a_secret_is_said_without_it(wrong: dict[str, Any], problem: str) -> None:
    with pytest.raises(InvalidArgument, match=problem) as caught:
        Login(**{"user": "ada", "keys": [], **wrong})
    assert "s3cret" not in str(caught.value.to_json())
    with pytest.raises(ValidationError):
        TypeAdapter(Login).validate_python({"user": "ada", "keys": [], **wrong})


def test_an_absent_secret_stays_absent_and_a_nullable_one_keeps_its_null() -> None:
    login = Login(user="ada", password=None, keys=[], pin=None)
    assert login.to_json() == {"user": "ada", "keys": [], "pin": None}
    with pytest.raises(ValidationError):
        TypeAdapter(Login).validate_python({"user": "ada", "keys": [], "password": None})
