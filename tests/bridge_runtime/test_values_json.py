"""JSON means the same everywhere: canonical text, and what is refused."""

from __future__ import annotations

import json
import pickle

import pytest
from bridge_runtime.values import (
    UNSET,
    InvalidJson,
    Unset,
    canonical_json,
    jsonable,
    read_json,
    read_own_json,
    show,
    write_json,
)
from hypothesis import given
from hypothesis import strategies as st

numbers = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_writing_and_reading_gives_the_value_back(value: object) -> None:
    assert read_json(write_json(value)) == value


@given(values)
def test_canonical_text_is_a_fixed_point(value: object) -> None:
    text = canonical_json(value)
    assert canonical_json(read_json(text)) == text


@given(st.dictionaries(texts, numbers))
def test_canonical_text_does_not_depend_on_order(value: dict[str, object]) -> None:
    backwards = dict(reversed(list(value.items())))
    assert canonical_json(backwards) == canonical_json(value)


@given(values)
def test_jsonable_leaves_json_alone(value: object) -> None:
    assert jsonable(value) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (15.0, "15"),
        (0.5, "0.5"),
        (-0.0, "0"),
        (9007199254740993, "9007199254740993"),
        (10**20, canonical_json(1e20)),
        ({"b": [], "a": {}}, '{"a":{},"b":[]}'),
        ("Ærø\n$", '"Ærø\\n$"'),
        ([True, None], "[true,null]"),
    ],
)
def test_canonical_text(value: object, text: str) -> None:
    assert canonical_json(value) == text


def test_exact_canonical_text_keeps_every_digit() -> None:
    assert canonical_json({"b": 10**400 + 1, "a": 15.0}, exact=True) == f'{{"a":15,"b":{10**400 + 1}}}'


@pytest.mark.parametrize(
    "text", ["NaN", "[Infinity]", '"\\ud800"', '{"\\uDC00": 1}', "", "{'a': 1}", "[" * 100_000]
)
def test_what_is_not_json_is_refused(text: str) -> None:
    with pytest.raises(InvalidJson):
        read_json(text)


def test_the_place_of_a_mistake_is_named() -> None:
    with pytest.raises(InvalidJson, match="line 2, column 3"):
        read_json("{\n  oops}")
    with pytest.raises(InvalidJson, match="UTF-8"):
        read_json(b"\xff")


@pytest.mark.parametrize(
    "number", ["1e999", "-1E+309", "1.5e0999", "9" * 250 + "e80", "9" * 310 + ".0", "0.1e1000"]
)
def test_a_number_that_no_double_holds_is_refused(number: str) -> None:
    for text in (number, f'{{"a": [1, {number}]}}', f'["{{}}", {number}]'.encode()):
        with pytest.raises(InvalidJson, match="larger than any double"):
            read_json(text)


@pytest.mark.parametrize(
    "text", ["1e308", "-1.7e+308", "1e-999", '"1e999"', "9" * 400, '"é1e999"', "0.1e0000001"]
)
def test_what_looks_like_one_is_read(text: str) -> None:
    assert read_json(text) == json.loads(text) == read_own_json(text)


def test_a_whole_character_of_two_escapes_is_kept() -> None:
    assert read_json('"\\ud83d\\ude00"') == "😀"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object(), "\ud800", {1: 2}.keys()])
def test_what_json_does_not_have_is_not_written(value: object) -> None:
    with pytest.raises(InvalidJson):
        write_json(value)
    json.dumps(jsonable(value), allow_nan=False).encode()  # but can always be shown


def test_unset_is_one_false_thing() -> None:
    assert not UNSET
    assert repr(UNSET) == "UNSET"
    assert pickle.loads(pickle.dumps(UNSET)) is UNSET
    assert Unset.UNSET is UNSET


def test_long_values_are_cut() -> None:
    assert len(show("x" * 1000)) < 80
    assert "1002 characters" in show("x" * 1000)
