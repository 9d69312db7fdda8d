"""The trusted entries of the waist: no validator for what a host's own types guarantee, and nothing else skipped."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

import pytest
from bridge_runtime import spec
from bridge_runtime.errors import (
    Internal,
    InvalidArgument,
    InvalidResult,
    PermissionDenied,
    SessionClosed,
    UnknownFunction,
)
from bridge_runtime.native import Native
from bridge_runtime.pump import Home
from bridge_runtime.service import Service
from bridge_runtime.session import Session
from bridge_runtime.way import Entry, Proceed
from pydantic import Field
from typing_extensions import TypedDict
from workshop import Bench, NoBox, bench_of, open_session


class Colour(StrEnum):
    RED = "red"


class PaintArguments(TypedDict):
    wall: str
    colour: Colour
    layers: int
    thickness: float
    wet: bool


class ShortArguments(TypedDict):
    text: Annotated[str, Field(max_length=3)]


class DryArguments(TypedDict):
    wall: str


class Painter(Service):
    def paint(self, wall: str, colour: Colour, layers: int, thickness: float, wet: bool) -> str:
        assert isinstance(colour, Colour)
        return f"{wall} {colour.name} {layers} {thickness} {wet}"

    def short(self, text: str) -> str:
        return text

    def dry(self, wall: str) -> Any:
        return "perhaps" if wall == "north" else wall == "south"


def function(name: str, arguments: Any, *parameters: str, **more: Any) -> tuple[str, spec.Function]:
    return name, spec.Function(
        f"painter.{name}", arguments, tuple(spec.Parameter(p) for p in parameters), **more
    )


PAINTER = spec.Bridge(
    "painter",
    functions=dict(
        [
            function("paint", PaintArguments, "wall", "colour", "layers", "thickness", "wet", result=str),
            function("short", ShortArguments, "text", result=str),
            function("dry", DryArguments, "wall", result=bool),
        ]
    ),
    service=Painter,
)


@pytest.fixture
def painter() -> Iterator[Session]:
    opened = Session(spec.Interface("walls", "1.0.0", {"painter": PAINTER}), services={"painter": Painter})
    yield opened
    opened.close()


@pytest.fixture
def trusted(session: Session) -> dict[str, Entry]:
    return session.waist.trusted(Home())


def validators_run(session: Session, name: str) -> list[Any]:
    """What the validator of a function's arguments is given from now on."""
    seen: list[Any] = []
    arguments = session.waist._way(session.interface.function(name), json=True).arguments
    validate = arguments.validate

    def noted(given: Any, **more: Any) -> Any:
        seen.append(given)
        return validate(given, **more)

    arguments.validate = noted
    return seen


def test_types_are_enough(painter: Session) -> None:
    seen = validators_run(painter, "painter.paint")
    trusted = painter.waist.trusted(Home())
    assert trusted["painter.paint"]("north", "red", 2, 0.5, True) == "north RED 2 0.5 True"
    assert seen == []


@pytest.mark.parametrize(
    ("given", "path"),
    [
        (("north", "red", 2, float("inf"), True), "thickness"),
        (("north", "red", 2, float("nan"), True), "thickness"),
        ((None, "red", 2, 0.5, True), "wall"),
        (("north", "blue", 2, 0.5, True), "colour"),
    ],
)
def test_what_types_do_not_guarantee_is_refused(painter: Session, given: tuple[Any, ...], path: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        painter.waist.trusted(Home())["painter.paint"](*given)
    assert [problem["path"] for problem in caught.value.fields["problems"]] == [path]
    assert caught.value.trace_id


def test_constraints_are_never_skipped(painter: Session) -> None:
    short = painter.waist.trusted(Home())["painter.short"]
    assert short("abc") == "abc"
    with pytest.raises(InvalidArgument, match="at most 3"):
        short("abcd")


def test_results_are_checked(painter: Session) -> None:
    dry = painter.waist.trusted(Home())["painter.dry"]
    assert dry("south") is True and dry("west") is False
    with pytest.raises(InvalidResult) as caught:
        dry("north")
    assert caught.value.trace_id and painter.last_error is caught.value


def test_handles_are_looked_up(session: Session, trusted: dict[str, Entry]) -> None:
    assert trusted["bench.open_box"]("books") == "box_1"
    assert trusted["bench.put"]("box_1", "atlas") == 1
    assert trusted["bench.boxes"]() == ["box_1"]
    with pytest.raises(NoBox, match="box_9"):
        trusted["bench.put"]("box_9", "atlas")
    trusted["bench.close_box"]("box_1")
    assert bench_of(session).log == ["released books", "closed books"]


def test_every_function_has_an_entry(trusted: dict[str, Entry]) -> None:
    assert trusted["bench.nap"]() == "rested"
    assert trusted["bench.where"]("here") == "here"
    assert trusted["bench.add"](1, None) == 2
    with pytest.raises(UnknownFunction):
        trusted["bench.fly"]


def test_errors_and_traces(session: Session, trusted: dict[str, Entry]) -> None:
    with pytest.raises(NoBox) as declared:
        trusted["bench.fail"]("declared")
    with pytest.raises(Internal, match="KeyError in bench") as internal:
        trusted["bench.fail"]("otherwise")
    assert declared.value.trace_id and internal.value.trace_id
    assert session.last_error is internal.value


def test_permissions_and_stages_stay(session: Session, trusted: dict[str, Entry]) -> None:
    with pytest.raises(PermissionDenied):
        trusted["bench.secret"]()
    assert trusted["bench.put"](trusted["bench.open_box"]("books"), "atlas") == 1
    seen: list[tuple[str, dict[str, Any]]] = []

    def stage(_: Session, function: spec.Function, proceed: Proceed) -> Proceed:
        def noted(arguments: dict[str, Any]) -> Any:
            seen.append((function.name, arguments))
            return proceed(arguments)

        return noted

    session.waist.add_stage(stage)
    trusted["bench.open_box"]("maps")
    assert seen == [("bench.open_box", {"label": "maps"})]
    session.close()
    with pytest.raises(SessionClosed):
        trusted["bench.open_box"]("late")


def test_posted_calls_have_run_when_the_call_returns() -> None:
    native = Native(open_session())
    assert isinstance(native.core.service("bench"), Bench)
    heard: list[Any] = []

    def hear(arguments: list[Any]) -> str:
        heard.append(arguments)
        return "yes"

    id = native.callback(hear)
    native.call("bench.post", {"asker": id, "times": 1})
    bench = bench_of(native.core)
    trusted = native.core.waist.trusted(native.home)
    callback = native.core.incoming.callback("bench.Asker", id)
    setattr(bench, "say", lambda line: callback.post(line))  # noqa: B010
    native.core.waist.clear()
    trusted["bench.say"]("hello")
    assert heard == [["question 0"], ["hello"]]
    native.close()
