"""A tiny interface for the tests, written by hand as the generator would write it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.callbacks import Callback
from bridge_runtime.errors import BridgeError
from bridge_runtime.records import CallbackMark, Handle, Record
from bridge_runtime.resources import Resource
from bridge_runtime.service import Service
from bridge_runtime.session import Session
from bridge_runtime.values import UNSET, Unset
from pydantic import Field
from typing_extensions import TypedDict


class Part(Record):
    name: str
    size: Annotated[int, Field(ge=1)] | None = None
    note: Annotated[str | None, Field(json_schema_extra={"x-nullable": True})] = None


class Order(Record):
    parts: list[Part]
    on_done: Annotated[Any, CallbackMark("bench.Asker")] | None = None


class NoBox(BridgeError):
    code = "bench.no_box"
    template = "no box {box!r}; make one with bench.open_box"
    recovery = "none"
    http_status = 404
    field_names = ("box",)

    def __init__(self, *, box: str) -> None:
        super().__init__(fields={"box": box})


class AddArguments(TypedDict):
    a: int
    b: NotRequired[int]


class EchoArguments(TypedDict):
    value: Any
    label: NotRequired[str | None]
    plain: NotRequired[str]


class DescribeArguments(TypedDict):
    part: Part


FromArguments = TypedDict("FromArguments", {"from": str})


class NoArguments(TypedDict):
    pass


class OpenArguments(TypedDict):
    label: str


class BoxArguments(TypedDict):
    box: Annotated[Any, Handle("bench.Box")]


class PutArguments(TypedDict):
    box: Annotated[Any, Handle("bench.Box")]
    item: str


class AskArguments(TypedDict):
    asker: Annotated[Any, CallbackMark("bench.Asker")]
    times: NotRequired[int]


class OrderArguments(TypedDict):
    order: Order


class CountArguments(TypedDict):
    to: int
    fails_at: NotRequired[int]


class LineArguments(TypedDict):
    line: str


class FailArguments(TypedDict):
    how: str


class OptionsArguments(TypedDict):
    options: NotRequired[dict[str, Any]]


class RoomArguments(TypedDict):
    room: Annotated[Any, Handle("bench.Room")]


class AskerArguments(TypedDict):
    question: str


P = spec.Parameter


def _function(
    name: str, arguments: Any, *parameters: spec.Parameter, **more: Any
) -> tuple[str, spec.Function]:
    line = 10 + len(name)
    return name, spec.Function(f"bench.{name}", arguments, parameters, position=f"bench.yaml:{line}", **more)


class BenchService(Service):
    """The abstract service; tests need only that it is the base that the contract knows."""


FUNCTIONS = dict(
    [
        _function("add", AddArguments, P("a"), P("b", False, default=1), result=int),
        _function(
            "echo",
            EchoArguments,
            P("value"),
            P("label", False, True),
            P("plain", False),
            result=dict[str, Any],
        ),
        _function("describe", DescribeArguments, P("part"), result=Part),
        _function("where", FromArguments, P("from", python="from_"), result=str),
        _function(
            "open_box",
            OpenArguments,
            P("label"),
            result=Annotated[Any, Handle("bench.Box")],
            constructs="bench.Box",
        ),
        _function("close_box", BoxArguments, P("box"), method_of="bench.Box", releases="bench.Box"),
        _function("put", PutArguments, P("box"), P("item"), result=int, method_of="bench.Box"),
        _function("boxes", NoArguments, result=list[Annotated[Any, Handle("bench.Box")]]),
        _function(
            "ask", AskArguments, P("asker"), P("times", False, default=1), result=list[str], is_async=True
        ),
        _function("ask_now", AskArguments, P("asker"), P("times", False, default=1), result=list[str]),
        _function("post", AskArguments, P("asker"), P("times", False, default=1)),
        _function("order", OrderArguments, P("order"), result=str, is_async=True),
        _function("count", CountArguments, P("to"), P("fails_at", False), streams=int, is_async=True),
        _function("interview", AskArguments, P("asker"), P("times", False, default=1), streams=str),
        _function("say", LineArguments, P("line")),
        _function("wait", NoArguments, result=str, is_async=True),
        _function("nap", NoArguments, result=str, is_async=True),
        _function("fail", FailArguments, P("how"), result=int),
        _function("fail_later", FailArguments, P("how"), result=int, is_async=True),
        _function("nest", FailArguments, P("how"), result=str, is_async=True),
        _function("secret", NoArguments, result=str, permissions=("secrets",)),
        _function(
            "open_room", OptionsArguments, P("options", False), result=Annotated[Any, Handle("bench.Room")]
        ),
        _function("close_room", RoomArguments, P("room"), releases="bench.Room", is_async=True),
        _function("room_name", RoomArguments, P("room"), result=str),
    ]
)

BENCH = spec.Bridge(
    "bench",
    functions=FUNCTIONS,
    callbacks={"Asker": spec.Callback("bench.Asker", AskerArguments, (P("question"),), str)},
    resources={
        "Box": spec.Resource("bench.Box", "box", "open_box", "close_box", "bench.no_box"),
        "Room": spec.Resource("bench.Room", "room", "open_room", "close_room", is_session=True),
    },
    errors={"no_box": spec.Error("bench.no_box", NoBox)},
    events={"bench.said": spec.Event("bench.said", dict[str, Any])},
    service=BenchService,
)

PERMISSIONS = {
    "secrets": spec.Permission("secrets"),
    "fs.read": spec.Permission("fs.read", takes="paths"),
    "net": spec.Permission("net", takes="hosts"),
    "env": spec.Permission("env", takes="names"),
}

INTERFACE = spec.Interface(
    "workshop", "1.0.0", {"bench": BENCH}, permissions=PERMISSIONS, default_grants={"env": ["HOME"]}
)


class Box(Resource):
    def __init__(self, label: str, log: list[str]) -> None:
        self.label, self.log, self.items = label, log, list[str]()

    def close(self) -> None:
        self.log.append(f"closed {self.label}")


class SlowBox(Box):
    async def aclose(self) -> None:
        await asyncio.sleep(0)
        self.log.append(f"aclosed {self.label}")


class Bench(BenchService):
    """The implementation; ``log`` holds what tests look at."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.log: list[str] = []
        self.kept: list[Callback[[str], str]] = []
        self.released = asyncio.Event()

    def add(self, a: int, b: int = 1) -> Any:
        return "wrong" if a == 666 else a + b

    def echo(self, value: Any, label: str | Unset | None = UNSET, plain: str | None = None) -> dict[str, Any]:
        found = {"value": value}
        if label is not UNSET:
            found["label"] = label
        if plain is not None:
            found["plain"] = plain
        return found

    def describe(self, part: Part) -> Part:
        return part

    def where(self, from_: str) -> str:
        return from_

    def open_box(self, label: str) -> Box:
        return (SlowBox if label.startswith("slow") else Box)(label, self.log)

    def close_box(self, box: Box) -> None:
        self.log.append(f"released {box.label}")

    def put(self, box: Box, item: str) -> int:
        box.items.append(item)
        return len(box.items)

    def boxes(self) -> list[Resource]:
        return self.session.handles.of("bench.Box")

    async def ask(self, asker: Callback[[str], str], times: int = 1) -> list[str]:
        return [await asker(f"question {number}") for number in range(times)]

    def ask_now(self, asker: Callback[[str], str], times: int = 1) -> list[str]:
        return [asker.call(f"question {number}") for number in range(times)]

    def post(self, asker: Callback[[str], str], times: int = 1) -> None:
        for number in range(times):
            asker.post(f"question {number}")

    async def order(self, order: Order) -> str:
        assert order.on_done is not None
        return str(await order.on_done(", ".join(part.name for part in order.parts)))

    async def count(self, to: int, fails_at: int | None = None) -> AsyncIterator[int]:
        try:
            for number in range(to):
                if number == fails_at:
                    raise ValueError("counted too far")
                yield number
        finally:
            await asyncio.sleep(0)
            self.log.append("count ended")

    async def interview(self, asker: Callback[[str], str], times: int = 1) -> AsyncIterator[str]:
        for number in range(times):
            yield await asker(f"question {number}")

    def say(self, line: str) -> None:
        self.session.events.emit("bench.said", {"line": line})

    async def wait(self) -> str:
        self.log.append("waiting")
        try:
            await asyncio.Event().wait()
        finally:
            self.log.append("stopped waiting")
        return "never"

    async def nap(self) -> str:
        await asyncio.sleep(0)
        return "rested"

    def fail(self, how: str) -> int:
        if how == "declared":
            raise NoBox(box="box_0")
        raise KeyError("a secret in the text")

    async def fail_later(self, how: str) -> int:
        return self.fail(how)

    async def nest(self, how: str) -> str:
        swallowed = ""
        try:
            await self.session.acall("bench.fail_later", {"how": how})
        except BridgeError as error:
            swallowed = error.trace_id
        try:
            self.session.call("bench.fail", {"how": how})
        except BridgeError as error:
            assert error.trace_id == swallowed
            raise NoBox(box="outer") from error
        return "unreachable"

    def secret(self) -> str:
        return "the secret"

    def open_room(self, options: dict[str, Any] | None = None) -> Session:
        return Session(self.session.interface, options, parent=self.session)

    async def close_room(self, room: Session) -> None:
        self.log.append("closing room")

    def room_name(self, room: Session) -> str:
        return room.options.name


def open_session(**options: Any) -> Session:
    """A synchronous session of the workshop."""
    asynchronous = options.pop("asynchronous", False)
    return Session(INTERFACE, options, services={"bench": Bench}, asynchronous=asynchronous)


def bench_of(session: Session) -> Bench:
    service = session.service("bench")
    assert isinstance(service, Bench)
    return service
