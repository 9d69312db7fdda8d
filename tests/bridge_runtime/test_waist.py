"""The waist: one composed way per function, validated once, with stages only where they are needed."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from bridge_runtime import spec
from bridge_runtime.errors import (
    BridgeError,
    CallbackFailed,
    Internal,
    InvalidArgument,
    InvalidResult,
    PermissionDenied,
    SessionClosed,
    Timeout,
    UnknownFunction,
)
from bridge_runtime.session import Session
from bridge_runtime.values import UNSET
from bridge_runtime.way import Proceed
from workshop import NoBox, Order, Part, bench_of, open_session


def test_typed_and_json_calls(session: Session) -> None:
    assert session.call("bench.add", {"a": 1}) == 2
    assert session.call("bench.add", {"a": 1, "b": None}) == 2
    assert session.call_json("bench.add", {"a": 1.0, "b": 2}) == 3
    assert session.call("bench.nap", {}) == session.call_json("bench.nap", {}) == "rested"
    assert session.call_json("bench.where", {"from": "here"}) == "here"
    assert session.call("bench.say", {"line": "x"}) is None


def test_absent_null_and_unset(session: Session) -> None:
    assert session.call_json("bench.echo", {"value": None, "label": None}) == {"value": None, "label": None}
    assert session.call("bench.echo", {"value": 1, "label": UNSET, "plain": None}) == {"value": 1}
    assert session.call("bench.echo", {"value": 1, "label": None, "plain": UNSET}) == {
        "value": 1,
        "label": None,
    }
    with pytest.raises(InvalidArgument, match="plain: expected a string, given null"):
        session.call_json("bench.echo", {"value": 1, "plain": None})


def test_the_callers_dict_is_left_alone(session: Session) -> None:
    arguments: dict[str, Any] = {"a": 1, "b": None}
    session.call("bench.add", arguments)
    assert arguments == {"a": 1, "b": None}
    place = {"from": "x"}
    session.call("bench.where", place)
    assert place == {"from": "x"}


@pytest.mark.parametrize(
    ("name", "arguments", "path", "expected"),
    [
        ("bench.add", {"a": "1"}, "a", "a 64-bit integer"),
        ("bench.add", {}, "a", "a value, for it is required"),
        ("bench.add", {"a": 1, "z": 2}, "z", "one of the parameters (a, b)"),
        ("bench.nap", {"z": 2}, "z", "no arguments"),
        ("bench.add", [1], "", "an object with the arguments by name"),
        ("bench.describe", {"part": {"name": "n", "size": 0}}, "part.size", "an integer, at least 1"),
        (
            "bench.order",
            {"order": {"parts": [{"name": "a"}, {}]}},
            "order.parts[1].name",
            "a value, for it is required",
        ),
        ("bench.put", {"box": 5, "item": "x"}, "box", "a handle of bench.Box"),
        ("bench.ask", {"asker": 5}, "asker", "a function, or the id of one this session knows"),
        ("bench.ask", {"asker": "callback_77"}, "asker", "a function, or the id of one this session knows"),
    ],
)
def test_wrong_arguments(session: Session, name: str, arguments: Any, path: str, expected: str) -> None:
    for call in (session.call, session.call_json):
        with pytest.raises(InvalidArgument) as caught:
            call(name, arguments)
        assert caught.value.fields["function"] == name
        assert {"path": path, "expected": expected} == {
            key: caught.value.fields["problems"][0][key] for key in ("path", "expected")
        }
        assert caught.value.__cause__ is None


def test_unknown_functions_get_a_hint(session: Session) -> None:
    for name, hint in (
        ("bench.ad", "did you mean bench.add"),
        ("shop.add", "it has bench"),
        ("", "it has bench"),
    ):
        with pytest.raises(UnknownFunction, match=hint):
            session.call_json(name, {})


def test_a_model_is_not_validated_again(session: Session) -> None:
    part = Part(name="bolt")
    assert session.call("bench.describe", {"part": part}) is part
    assert session.call_json("bench.describe", {"part": {"name": "bolt", "note": None}}) == {
        "name": "bolt",
        "note": None,
    }


def test_a_wrong_result_is_the_implementations_fault(session: Session) -> None:
    for call in (session.call, session.call_json):
        with pytest.raises(InvalidResult, match="expected a 64-bit integer, given 'wrong'"):
            call("bench.add", {"a": 666})
    bench = bench_of(session)
    bench.echo = lambda value, label=None, plain=None: {"value": object()}  # type: ignore[method-assign]
    session.waist.clear()
    with pytest.raises(InvalidResult, match="not a JSON value"):
        session.call_json("bench.echo", {"value": 1})


@pytest.mark.parametrize("name", ["bench.fail", "bench.fail_later"])
def test_undeclared_exceptions(session: Session, name: str, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Internal) as caught:
        session.call(name, {"how": "badly"})
    assert isinstance(caught.value.__cause__, KeyError)
    assert "KeyError" in caught.value.message
    assert "a secret in the text" not in str(caught.value.to_json())
    assert "a secret in the text" in caplog.text
    assert caught.value.trace_id in caplog.text


def test_declared_errors_come_as_themselves(session: Session, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("bench.fail", "bench.fail_later"):
        with pytest.raises(NoBox) as caught:
            session.call(name, {"how": "declared"})
        assert caught.value.trace_id
        assert session.last_error is caught.value
    assert not caplog.records


def test_nested_calls_share_the_trace(session: Session, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    with pytest.raises(NoBox) as caught:
        session.call("bench.nest", {"how": "badly"})
    chain = [caught.value, caught.value.cause]
    assert [error.trace_id for error in chain if error] == [caught.value.trace_id] * 2
    with pytest.raises(NoBox) as other:
        session.call("bench.nest", {"how": "badly"})
    assert other.value.trace_id != caught.value.trace_id


def test_permissions(session: Session) -> None:
    with pytest.raises(PermissionDenied) as caught:
        session.call("bench.secret", {})
    assert caught.value.fields["permission"] == "secrets"
    assert caught.value.fields["grant"] == '{"secrets": true}'
    allowed = open_session(permissions={"secrets": True})
    assert allowed.call("bench.secret", {}) == "the secret"
    allowed.close()


def test_stages_wrap_what_they_choose(session: Session) -> None:
    seen: list[Any] = []

    def stage(of: Session, function: spec.Function, proceed: Proceed) -> Proceed:
        if function.name not in ("bench.add", "bench.nap"):
            return proceed
        if function.is_async:

            async def later(arguments: dict[str, Any]) -> Any:
                value = await proceed(arguments)
                seen.append((function.name, value))
                return value.upper()

            return later

        def doubled(arguments: dict[str, Any]) -> Any:
            seen.append((function.name, arguments))
            return proceed(arguments) * 2

        return doubled

    assert session.call("bench.add", {"a": 1}) == 2
    session.waist.add_stage(stage)
    assert session.call("bench.add", {"a": 1}) == 4
    assert session.call_json("bench.nap", {}) == "RESTED"
    assert session.call("bench.echo", {"value": 1}) == {"value": 1}
    assert seen == [("bench.add", {"a": 1}), ("bench.nap", "rested")]


def test_without_stages_nothing_stands_in_between(session: Session) -> None:
    import sys

    frames: list[str] = []
    bench = bench_of(session)

    def where() -> None:
        frame = sys._getframe(1)
        while frame is not None and frame.f_back is not None:
            frame = frame.f_back
            frames.append(frame.f_code.co_name)
            if frame.f_code.co_name == test_without_stages_nothing_stands_in_between.__name__:
                return

    bench.say = lambda line: where()  # type: ignore[method-assign]
    session.waist.clear()
    session.call("bench.say", {"line": "x"})
    assert frames == ["call", "call", test_without_stages_nothing_stands_in_between.__name__]


def test_a_call_that_takes_too_long() -> None:
    session = open_session(limits={"call_seconds": 0.01})
    with pytest.raises(Timeout) as caught:
        session.call("bench.wait", {})
    assert caught.value.fields == {"seconds": 0.01}
    assert bench_of(session).log == ["waiting", "stopped waiting"]
    assert session.call("bench.nap", {}) == "rested"
    session.close()


def test_built_in_functions() -> None:
    session = open_session(record_events=True)
    session.call("bench.say", {"line": "x"})
    assert session.call_json("runtime.recorded_events", {}) == [{"type": "bench.said", "data": {"line": "x"}}]
    assert session.call("runtime.recorded_events", {}) == []
    assert session.call_json("runtime.describe", {})["version"] == "1.0.0"
    with pytest.raises(InvalidArgument):
        session.call_json("runtime.describe", {"x": 1})
    session.close()
    with pytest.raises(SessionClosed):
        session.call_json("runtime.describe", {})


def test_records_with_callbacks_are_bound_to_the_session(session: Session) -> None:
    order = Order(parts=[Part(name="a"), Part(name="b")], on_done=lambda question: f"done {question}")
    assert session.call("bench.order", {"order": order}) == "done a, b"
    assert session.call("bench.order", {"order": {"parts": [], "on_done": lambda question: "raw"}}) == "raw"


def test_errors_are_bridge_errors_whatever_is_given(session: Session) -> None:
    for arguments in ({"part": object()}, {"part": {1: 2}}, {1: 2}, None):
        with pytest.raises(BridgeError):
            session.call_json("bench.describe", arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [object(), {1, 2}, {1: 2}, float("nan"), [b"x"], {"a": [{"b": ...}]}])
def test_open_json_from_python_must_be_json(session: Session, value: object) -> None:
    with pytest.raises(InvalidArgument, match="value: expected a JSON value"):
        session.call("bench.echo", {"value": value})
    with pytest.raises(CallbackFailed, match="expected a string"):
        session.call("bench.ask", {"asker": lambda question: value})


@pytest.mark.parametrize("value", ["\ud800", {"a": ["\udfff!"]}, {"\ud800": 1}])
def test_half_a_character_is_no_json(session: Session, value: object) -> None:
    with pytest.raises(InvalidArgument, match="half of a surrogate pair"):
        session.call("bench.echo", {"value": value})
    assert session.call("bench.echo", {"value": {"é": "\U0001f600"}})["value"] == {"é": "\U0001f600"}


def test_open_json_from_python_is_made_plain(session: Session) -> None:
    value = {"tuple": (1, 2.5), "record": Part(name="bolt", note=None), "none": None, "empty": []}
    assert session.call("bench.echo", {"value": value}) == {
        "value": {"tuple": [1, 2.5], "record": {"name": "bolt", "note": None}, "none": None, "empty": []}
    }


def test_a_call_that_finds_no_function_has_a_trace_too(session: Session) -> None:
    with pytest.raises(UnknownFunction) as caught:
        session.call("bench.nope", {})
    assert caught.value.trace_id
    assert session.last_error is caught.value
