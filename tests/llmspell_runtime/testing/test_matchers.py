"""Matchers and assertions: what fits, where it does not, and what cannot be asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from hypothesis import given
from hypothesis import strategies as st
from llmspell import Session
from llmspell.testing.errors import AssertionFailed, InvalidMatcher
from llmspell.testing.types import AssertType

from tests.strategies.arguments import anything


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


def paths(session: Session, actual: Any, expected: Any) -> list[str]:
    return [difference.path for difference in session.testing.compare(actual, expected).differences]


@pytest.mark.parametrize(
    ("expected", "fitting", "other"),
    [
        ({"$any": True}, [None, 0, "", [], {}], []),
        ({"$type": "integer"}, [1, 1.0, -3], [1.5, True, "1", None]),
        ({"$type": "number"}, [1, 1.5], [True, "1"]),
        ({"$type": ["string", "null"]}, ["", None], [0, []]),
        ({"$type": "boolean"}, [True], [1, 0]),
        ({"$contains": "da"}, ["Ada", ["da"]], ["A", ["Ada"], {"da": 1}, 1]),
        ({"$contains": [1, 2]}, [[2, 3, 1]], [[1], [[1, 2]], "12"]),
        ({"$contains": {"a": 1}}, [{"a": 1, "b": 2}, [{"a": 1}]], [{"a": 2}, {}, [{"a": 1, "b": 2}]]),
        (
            {"$partial": {"a": {"b": 1}, "l": [{"x": 1}]}},
            [{"a": {"b": 1, "c": 2}, "l": [{"x": 1, "y": 2}], "d": 3}],
            [{"a": {"b": 1}}, {"a": {"b": 1}, "l": []}],
        ),
        ({"$regex": "^ab+$"}, ["abb"], ["a", "xabb", 1, None]),
        ({"$regex": {"pattern": "AB|c", "ignore_case": True, "full": True}}, ["ab", "C"], ["abc", "cc"]),
        ({"$approx": 0.3}, [0.1 + 0.2, 0.30000001], [0.31, "0.3", True]),
        ({"$approx": {"value": 100, "absolute": 1, "relative": 0}}, [99, 101], [98.9]),
        ({"$approx": {"value": 100, "absolute": 0, "relative": 0.1}}, [90, 110], [89]),
        ({"$gt": 3}, [3.5, 4], [3, "4", True]),
        ({"$lte": "b"}, ["a", "b"], ["c", 1]),
        ({"$length": 2}, ["ab", [1, 2], {"a": 1, "b": 2}], ["a", 2, None]),
        ({"$length": {"$gte": 1}}, ["ab", [1]], ["", {}]),
        ({"$each": {"$type": "string"}}, [[], ["a"]], [["a", 1], "a"]),
        ({"$unordered": [1, {"$gt": 0}]}, [[1, 5], [5, 1], [1, 1]], [[5, 5], [1], [1, 5, 6], "15"]),
        ({"$field": {"a.0.b": 1, "c": {"$absent": True}}}, [{"a": [{"b": 1}], "d": 2}], [{"a": []}, 1]),
        ({"$field": {"a.b": 1}}, [{"a.b": 1}, {"a": {"b": 1}}], [{"a": 1}]),
        ({"$json": {"a": [1]}}, ['{"a": [1.0]}'], ['{"a": [2]}', "{", {"a": [1]}]),
        ({"$all_of": [{"$gt": 1}, {"$lt": 3}]}, [2], [1, 3]),
        ({"$any_of": [1, {"$regex": "a"}]}, [1, "ba"], [2, "b"]),
        ({"$not": {"$contains": "x"}}, ["a"], ["x"]),
        ({"$literal": {"$any": True}}, [{"$any": True}], [{"$any": False}, 1]),
        ({"a": {"$absent": True}, "b": 1}, [{"b": 1}], [{"a": None, "b": 1}]),
        ([{"$any": True}, 2], [[None, 2]], [[2], [1, 3], [1, 2, 3]]),
    ],
)
def test_what_fits(session: Session, expected: Any, fitting: list[Any], other: list[Any]) -> None:
    for actual in fitting:
        assert session.testing.compare(actual, expected).matched, actual
        session.testing.assert_matches(actual, expected)
    for actual in other:
        assert not session.testing.compare(actual, expected).matched, actual
        with pytest.raises(AssertionFailed):
            session.testing.assert_matches(actual, expected)


@pytest.mark.parametrize(
    ("actual", "expected", "where"),
    [
        ({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}, ["/a/1/b"]),
        ({"a/b": 1, "c~d": 2}, {"a/b": 2, "c~d": 3}, ["/a~1b", "/c~0d"]),
        ([1, 2, 3], [1], ["/1", "/2"]),
        ([1], [1, 2, 3], ["/1", "/2"]),
        ({"b": 1, "c": 1}, {"a": 1, "b": 1}, ["/a", "/c"]),
        ([1, "a", None], {"$each": {"$type": "integer"}}, ["/1", "/2"]),
        ({"a": [{"n": 1}]}, {"$field": {"a.0.n": 2, "a.1": {"$any": True}}}, ["/a/0/n", "/a/1"]),
        ([3, 1], {"$unordered": [1, 2]}, ["", "/0"]),
    ],
)
def test_every_place_that_differs(session: Session, actual: Any, expected: Any, where: list[str]) -> None:
    assert paths(session, actual, expected) == where


def test_the_error_of_an_assertion(session: Session) -> None:
    with pytest.raises(AssertionFailed) as raised:
        session.testing.assert_equals({"n": [1, 2]}, {"n": [1, 3]}, "the numbers")
    error = raised.value
    assert error.message == "the numbers: /n/1: expected 3, given 2"
    assert (error.assertion, error.path, error.expected, error.actual) == ("equals", "/n/1", 3, 2)
    assert [dict(difference)["path"] for difference in error.fields["differences"]] == ["/n/1"]


def test_null_and_nothing_are_told_apart(session: Session) -> None:
    [null, nothing] = session.testing.compare({"a": None}, {"a": 1, "b": 1}).differences
    assert "actual" in null.model_fields_set and null.actual is None
    assert "actual" not in nothing.model_fields_set
    assert session.testing.compare(None, None).matched


def test_an_expected_value_of_assert_equals_has_no_matchers(session: Session) -> None:
    session.testing.assert_equals({"$any": True}, {"$any": True})
    with pytest.raises(AssertionFailed):
        session.testing.assert_equals(1, {"$any": True})


@pytest.mark.parametrize(
    ("expected", "where", "said"),
    [
        ({"$around": 1}, "", "there is no matcher '$around'"),
        ({"a": [{"$gt": 1, "$lt": 2}]}, "/a/0", "stands alone"),
        ({"$gt": 1, "x": 2}, "", "stands alone"),
        ({"a": {"$type": "integr"}}, "/a/$type", "integr"),
        ({"$regex": "("}, "/$regex", "unclosed group"),
        ({"$regex": "(?=a)"}, "/$regex", "look-around"),
        ({"$regex": {"pattern": "a)|(b", "full": True}}, "/$regex", "unopened group"),
        ({"$regex": {"pattern": "a", "flags": "i"}}, "/$regex", "ignore_case"),
        ({"$regex": "a{1000}{1000}"}, "/$regex", "size limit"),
        ({"$regex": "a" * 1001}, "/$regex", "1000 are allowed"),
        ({"$approx": "1"}, "/$approx", "a number"),
        ({"$approx": {"value": 1, "relative": -1}}, "/$approx", "a number"),
        ({"$any": 1}, "/$any", "takes true"),
        ({"$all_of": {"$any": True}}, "/$all_of", "takes a list"),
        ({"$unordered": [{"$x": 1}]}, "/$unordered/0", "no matcher"),
        ({"$field": ["a"]}, "/$field", "paths"),
        ({"$gt": None}, "/$gt", "a number or a text"),
    ],
)
def test_what_is_no_matcher(session: Session, expected: Any, where: str, said: str) -> None:
    with pytest.raises(InvalidMatcher) as raised:
        session.testing.assert_matches(1, expected)
    assert raised.value.path == where and said in raised.value.reason


def test_a_hostile_pattern_ends(session: Session) -> None:
    """As it would not with Python's ``re``."""
    for pattern in ("^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$"):
        assert not session.testing.compare("a" * 200_000 + "!", {"$regex": pattern}).matched


def nested(levels: int, inner: Any = 1) -> Any:
    value = inner
    for _ in range(levels):
        value = [value]
    return value


def test_hostile_values_are_bounded(session: Session) -> None:
    with pytest.raises(InvalidMatcher, match="deeper than 64"):
        session.testing.assert_matches(1, nested(100))
    ones = [1] * 1000
    with pytest.raises(BridgeError) as raised:
        session.testing.compare(ones, {"$unordered": ones})
    assert raised.value.code == "runtime.limit_exceeded"
    for call in (session.testing.assert_equals, session.testing.assert_contains):
        with pytest.raises(BridgeError) as raised:
            call(nested(900), nested(900, 2))
        assert raised.value.code in (
            "runtime.limit_exceeded",
            "runtime.invalid_argument",
            "testing.invalid_matcher",
        )
    assert len(session.testing.compare(list(range(500)), [0]).differences) == 100


def test_assert_throws(session: Session) -> None:
    def fail() -> Any:
        session.tool.get("pears")

    error = session.testing.assert_throws(fail, code="tool.not_found", fields={"tool": {"$regex": "^p"}})
    assert error.code == "tool.not_found"
    with pytest.raises(AssertionFailed) as raised:
        session.testing.assert_throws(fail, code={"$regex": r"^agent\."}, recovery="retry_once")
    assert [difference["path"] for difference in raised.value.fields["differences"]] == ["/code", "/recovery"]
    with pytest.raises(AssertionFailed, match="expected an error, given the result 42"):
        session.testing.assert_throws(lambda: 42)


@given(value=anything)
def test_a_value_is_itself(session: Session, value: Any) -> None:
    session.testing.assert_equals(value, value)
    assert session.testing.compare(value, {"$literal": value}).matched
    assert not session.testing.compare(value, {"$not": {"$literal": value}}).matched


@given(one=anything, other=anything)
def test_equality_is_symmetrical(session: Session, one: Any, other: Any) -> None:
    forth = session.testing.compare(one, other, AssertType.EQUALS)
    back = session.testing.compare(other, one, AssertType.EQUALS)
    assert forth.matched == back.matched
    assert forth.matched or {d.path for d in forth.differences} == {d.path for d in back.differences}


@given(items=st.lists(anything, max_size=6), random=st.randoms(use_true_random=False))
def test_any_order_fits_unordered(session: Session, items: list[Any], random: Any) -> None:
    shuffled = random.sample(items, len(items))
    assert session.testing.compare(shuffled, {"$unordered": [{"$literal": item} for item in items]}).matched
    assert not session.testing.compare(
        [*shuffled, 1], {"$unordered": [{"$literal": i} for i in items]}
    ).matched


@given(text=st.text(max_size=20), start=st.integers(0, 20), end=st.integers(0, 20))
def test_a_text_contains_its_parts(session: Session, text: str, start: int, end: int) -> None:
    session.testing.assert_contains(text, text[start:end])
