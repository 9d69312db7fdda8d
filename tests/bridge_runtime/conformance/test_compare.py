"""What counts as the outcome an example promises, and what does not."""

from __future__ import annotations

from typing import Any

import pytest
from bridge_runtime.conformance.compare import difference, normalised


def outcome(value: Any, *, events: list[Any] | None = None, calls: list[Any] | None = None) -> dict[str, Any]:
    line: dict[str, Any] = {"function": "desk.lend", "example": "one", "outcome": value}
    return (
        line
        | ({"events": events} if events is not None else {})
        | ({"calls": calls} if calls is not None else {})
    )


def judge(seen: dict[str, Any], promised: dict[str, Any]) -> str | None:
    expected = {"volatile": [], **promised}
    return difference(normalised(seen, expected["volatile"]), expected)


@pytest.mark.parametrize(
    ("seen", "promised"),
    [
        ({"result": 22}, {"result": 22.0}),
        ({"result": {"b": 1, "a": [None]}}, {"result": {"a": [None], "b": 1}}),
        ({"result": None}, {"result": None}),
        ({"stream": [1, 2]}, {"stream": [1, 2]}),
        (
            {"error": {"code": "desk.closed", "message": "m", "trace_id": "t"}},
            {"error": {"code": "desk.closed"}},
        ),
        ({"stream": [], "error": {"code": "desk.closed"}}, {"error": {"code": "desk.closed"}}),
    ],
)
def test_what_is_alike(seen: Any, promised: Any) -> None:
    assert judge(outcome(seen), {"outcome": promised}) is None


@pytest.mark.parametrize(
    ("seen", "promised", "reason"),
    [
        ({"result": True}, {"result": 1}, "result: expected 1, got true"),
        ({"result": {}}, {"result": []}, "expected"),
        ({"result": {"a": None}}, {"result": {}}, "expected"),
        ({"stream": [1]}, {"stream": [1, 2]}, "stream"),
        ({"result": 1}, {"error": {"code": "desk.closed"}}, "expected the error desk.closed"),
        ({"error": {"code": "a.b"}}, {"error": {"code": "a.c"}}, "error code"),
        (
            {"error": {"code": "a.b", "fields": {"x": 1}}},
            {"error": {"code": "a.b", "fields": {"x": 2}}},
            "error fields",
        ),
        ({"error": {"code": "a.b"}}, {"result": 1}, "unexpected error"),
    ],
)
def test_what_differs(seen: Any, promised: Any, reason: str) -> None:
    found = judge(outcome(seen), {"outcome": promised})
    assert found is not None
    assert reason in found


def test_a_volatile_value_is_not_compared_but_must_be_there() -> None:
    promised = {"outcome": {"result": {"id": 1, "at": "now"}}, "volatile": ["/at"]}
    assert judge(outcome({"result": {"id": 1, "at": "later"}}), promised) is None
    assert judge(outcome({"result": {"id": 1}}), promised) is not None


def test_a_star_reaches_every_item() -> None:
    promised = {"outcome": {"stream": [{"at": 1}, {"at": 2}]}, "volatile": ["/*/at"]}
    assert judge(outcome({"stream": [{"at": 8}, {"at": 9}]}), promised) is None


def test_events_are_compared_in_order_and_with_data_when_it_is_given() -> None:
    seen = [{"type": "desk.open", "data": {"at": 3}}, {"type": "desk.close", "data": {}}]
    types = {"outcome": {"result": 1}, "events": [{"type": "desk.open"}, {"type": "desk.close"}]}
    assert judge(outcome({"result": 1}, events=seen), types) is None
    assert "events" in (judge(outcome({"result": 1}, events=seen[::-1]), types) or "")
    data = {
        "outcome": {"result": 1},
        "events": [{"type": "desk.open", "data": {"at": 4}}, {"type": "desk.close"}],
    }
    assert "desk.open" in (judge(outcome({"result": 1}, events=seen), data) or "")
    assert judge(outcome({"result": 1}, events=seen), {**data, "volatile": ["/events/0/data/at"]}) is None


def test_callback_calls_are_compared() -> None:
    promised = {"outcome": {"result": 1}, "calls": [[{"city": "Oslo"}]]}
    assert judge(outcome({"result": 1}, calls=[[{"city": "Oslo"}]]), promised) is None
    assert "callback calls" in (judge(outcome({"result": 1}, calls=[]), promised) or "")
