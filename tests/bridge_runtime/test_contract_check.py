"""An incomplete or differing implementation is refused at its first use, naming the function and its line."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import AsyncIterator
from typing import Any

import pytest
from bridge_runtime import contract, spec
from bridge_runtime.errors import BrokenInstallation
from bridge_runtime.service import Service
from bridge_runtime.session import Session
from typing_extensions import TypedDict
from workshop import BENCH, INTERFACE, Bench, open_session


class Nothing(TypedDict):
    pass


class Abstract(Service):
    @abstractmethod
    async def run(self, agent: str, options: Any = None) -> str: ...

    @abstractmethod
    def stop(self) -> None: ...

    @abstractmethod
    def items(self) -> AsyncIterator[int]: ...


P = spec.Parameter
SMALL = spec.Bridge(
    "small",
    functions={
        "run": spec.Function(
            "small.run", Nothing, (P("agent"), P("options", False)), is_async=True, position="s.yaml:3"
        ),
        "stop": spec.Function("small.stop", Nothing, position="s.yaml:9", signature="def stop(self) -> None"),
        "items": spec.Function("small.items", Nothing, streams=int, position="s.yaml:12"),
    },
    service=Abstract,
)
SMALL_INTERFACE = spec.Interface("small", "1", {"small": SMALL})


class Good(Abstract):
    async def run(self, agent: str, options: Any = None) -> str:
        return agent

    def stop(self) -> None:
        return None

    async def items(self) -> AsyncIterator[int]:
        yield 1


def refused(implementation: type[Service]) -> str:
    session = Session(SMALL_INTERFACE, services={"small": implementation})
    with pytest.raises(BrokenInstallation) as caught:
        session.call("small.stop", {})
    return str(caught.value)


def test_a_complete_one_is_accepted() -> None:
    session = Session(SMALL_INTERFACE, services={"small": Good})
    assert session.call("small.stop", {}) is None
    contract.check(BENCH, Bench(open_session()))


def test_every_missing_function_is_named_with_its_line() -> None:
    class Empty(Abstract):
        pass

    message = refused(Empty)
    name = f"{__name__}.{Empty.__qualname__}"
    assert (
        f"small.run (s.yaml:3) is not implemented by {name}: add 'async def run(self, agent, options=None)'"
        in message
    )
    assert f"small.stop (s.yaml:9) is not implemented by {name}: add 'def stop(self) -> None'" in message
    assert "small.items (s.yaml:12)" in message


def make(**methods: Any) -> type[Service]:
    return type("Changed", (Good,), methods)


async def a_coroutine(self: Any) -> None: ...
def plain(self: Any, agent: str, options: Any = None) -> None: ...
async def no_agent(self: Any, options: Any = None) -> None: ...
async def demanding(self: Any, agent: str, options: Any) -> None: ...
async def more(self: Any, agent: str, extra: int, options: Any = None) -> None: ...
async def positional(self: Any, agent: str, /, options: Any = None) -> None: ...
async def open_ended(self: Any, **anything: Any) -> None: ...
def generator(self: Any) -> Any:
    yield 1


@pytest.mark.parametrize(
    ("methods", "says"),
    [
        ({"stop": a_coroutine}, "small.stop (s.yaml:9) has another signature in"),
        ({"stop": generator}, "the function does not stream"),
        ({"run": plain}, "it is not 'async'"),
        ({"run": no_agent}, "the parameter 'agent' is missing"),
        ({"run": demanding}, "the parameter 'options' is optional"),
        ({"run": more}, "the parameter 'extra' is not in the interface"),
        ({"run": positional}, "cannot be given by its name"),
        ({"items": a_coroutine}, "an asynchronous generator does"),
        ({"run": 5}, "not a method"),
    ],
)
def test_a_differing_signature(methods: dict[str, Any], says: str) -> None:
    assert says in refused(make(**methods))


def test_a_method_that_takes_anything_is_accepted() -> None:
    contract.check(SMALL, make(run=open_ended)(Session(SMALL_INTERFACE)))


@pytest.mark.parametrize(
    ("implementation", "says"),
    [
        ("", "no implementation of bench"),
        ("no_such_package", "cannot be imported"),
        ("email", "cannot be imported"),
    ],
)
def test_an_implementation_that_is_not_there(implementation: str, says: str) -> None:
    interface = spec.Interface("workshop", "1", {"bench": BENCH}, implementation=implementation)
    with pytest.raises(BrokenInstallation, match=says):
        Session(interface).call("bench.add", {"a": 1})


def test_an_implementation_without_a_maker() -> None:
    interface = spec.Interface(
        "workshop", "1", {"charset": spec.Bridge("charset", BENCH.functions)}, implementation="email"
    )
    with pytest.raises(BrokenInstallation, match="make_service"):
        Session(interface).service("charset")


def test_the_workshop_is_an_interface() -> None:
    assert INTERFACE.function("bench.add").bridge == "bench"
    assert INTERFACE.error("bench.no_box") is not None
    assert INTERFACE.error("bench.nothing") is INTERFACE.error("shop.x") is None
