"""Errors keep what they know across JSON, pickling and chains of causes."""

from __future__ import annotations

import pickle

import pytest
from bridge_runtime.errors import (
    RUNTIME_ERRORS,
    BridgeError,
    CallbackFailed,
    Internal,
    InvalidArgument,
    Timeout,
)
from bridgegen import builtins
from workshop import NoBox


def test_the_template_makes_the_message() -> None:
    error = NoBox(box="box_7")
    assert str(error) == "no box 'box_7'; make one with bench.open_box"
    assert error.fields == {"box": "box_7"}


def test_json_keeps_everything() -> None:
    error = NoBox(box="box_7")
    error.trace_id = "t1"
    error.__cause__ = ValueError("between")
    error.__cause__.__cause__ = Timeout(seconds=3.0)
    back = BridgeError.from_json(error.to_json(), {"bench.no_box": NoBox})
    assert type(back) is NoBox
    assert back.to_json() == error.to_json()
    assert isinstance(back.cause, Timeout)
    assert back.cause.recovery == "retry_with_backoff"


def test_an_unknown_code_is_carried() -> None:
    back = BridgeError.from_json(
        {"code": "other.thing", "message": "m", "recovery": "failover", "http_status": 418}
    )
    assert (back.code, back.message, back.recovery, back.http_status) == ("other.thing", "m", "failover", 418)


@pytest.mark.parametrize("data", [None, "text", 5, {}, {"code": 7}, {"fields": []}, {"cause": {"cause": {}}}])
def test_anything_becomes_an_error(data: object) -> None:
    assert isinstance(BridgeError.from_json(data).to_json()["code"], str)


def test_pickling() -> None:
    error = pickle.loads(pickle.dumps(NoBox(box="box_7")))
    assert type(error) is NoBox
    assert error.fields == {"box": "box_7"}


def test_a_circle_of_causes_ends() -> None:
    error = Internal(detail="a")
    plain = ValueError()
    error.__cause__, plain.__cause__ = plain, plain
    assert error.to_json()["cause"] is None


def test_fields_that_are_no_json_are_shown() -> None:
    error = BridgeError("m", fields={"what": object(), "number": float("nan")})
    assert isinstance(error.to_json()["fields"]["what"], str)


def test_the_built_in_errors_are_those_of_the_language() -> None:
    declared = {error.code: error for error in builtins.errors()}
    assert declared.keys() == RUNTIME_ERRORS.keys()
    for code, error in declared.items():
        ours = RUNTIME_ERRORS[code]
        assert (ours.template, ours.recovery, ours.http_status) == (
            error.message,
            error.recovery,
            error.http_status,
        )
        assert set(ours.field_names) == {field.name for field in error.fields}


def test_problems_travel() -> None:
    error = InvalidArgument(function="f", detail="d", problems=[{"path": "a", "expected": "b", "given": "c"}])
    assert BridgeError.from_json(error.to_json()).fields["problems"] == error.fields["problems"]
    assert str(CallbackFailed(detail="x")) == "a callback failed: x"
