"""What the waist adds to validation and the call itself, and what its ways between threads cost beside bare ones."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import AsyncIterator, Callable
from typing import Annotated, Any

from bridge_runtime import spec
from bridge_runtime.callbacks import Callback
from bridge_runtime.records import CallbackMark, Record
from bridge_runtime.service import Service
from bridge_runtime.session import Session
from bridge_runtime.signatures import signature_of
from typing_extensions import TypedDict

from benchmarks.measure import Row, compare_calls, row

MICROSECOND = 1e-6


class Item(Record):
    """A flat record of six fields."""

    name: str
    kind: str
    count: int
    weight: float
    fresh: bool | None = None
    rank: int | None = None


class RankArguments(TypedDict):
    item: Item


class AskArguments(TypedDict):
    asker: Annotated[Any, CallbackMark("bench.Asker")]
    times: int


class CountArguments(TypedDict):
    to: int


class NoArguments(TypedDict):
    pass


class AskerArguments(TypedDict):
    n: int


class Bench(Service):
    """Does as little as can be."""

    def rank(self, item: Item) -> int:
        return item.count

    async def rest(self) -> int:
        return 1

    async def ask(self, asker: Callback[[int], int], times: int) -> int:
        for number in range(times):
            await asker(number)
        return times

    async def count(self, to: int) -> AsyncIterator[int]:
        for number in range(to):
            yield number


P = spec.Parameter
BRIDGE = spec.Bridge(
    "bench",
    functions={
        "rank": spec.Function("bench.rank", RankArguments, (P("item"),), result=int),
        "rest": spec.Function("bench.rest", NoArguments, result=int, is_async=True),
        "ask": spec.Function("bench.ask", AskArguments, (P("asker"), P("times")), result=int, is_async=True),
        "count": spec.Function("bench.count", CountArguments, (P("to"),), streams=int, is_async=True),
    },
    callbacks={"Asker": spec.Callback("bench.Asker", AskerArguments, (P("n"),), int)},
)
INTERFACE = spec.Interface("bench", "1", {"bench": BRIDGE})

ITEM = {"name": "bolt", "kind": "part", "count": 3, "weight": 1.5, "fresh": True, "rank": 7}


def rows() -> list[Row]:
    """The waist above its floor, an asynchronous call, a callback and a streamed item."""
    session = Session(INTERFACE, services={"bench": Bench})
    try:
        return [*_plain(session), _portal(session), *_between_threads(session)]
    finally:
        session.close()


def _plain(session: Session) -> list[Row]:
    signature = signature_of(BRIDGE.functions["rank"])
    validate, method = signature.arguments.validate, session.service("bench").rank  # type: ignore[attr-defined]
    assert signature.result is not None
    check = signature.result.validate
    given = {"item": ITEM}

    def floor() -> Any:
        return check(method(**validate(given)))

    found = []
    for name, call in (("typed", session.call), ("JSON", session.call_json)):
        value, bare = compare_calls(lambda call=call: call("bench.rank", given), floor, calls=20_000)  # type: ignore[misc]
        found.append(row(f"waist, {name} call of a plain function", value, bare, 1 + MICROSECOND / bare))
    return found


def _portal(session: Session) -> Row:
    loop = session.portal.loop

    async def rest() -> int:
        return 1

    value, floor = compare_calls(
        lambda: session.call("bench.rest", {}),
        lambda: asyncio.run_coroutine_threadsafe(rest(), loop).result(),
        calls=500,
    )
    return row("asynchronous call from a synchronous session, to run_coroutine_threadsafe", value, floor, 1.5)


def _between_threads(session: Session) -> list[Row]:
    """A callback and a streamed item, beside a bare way from the event loop to a thread and back."""
    times = 200
    hops, stop = _hopper(session.portal.loop)
    try:
        callback, floor = compare_calls(
            lambda: session.call("bench.ask", {"asker": lambda n: n, "times": times}),
            lambda: hops(times),
            calls=5,
        )
        item, bare = compare_calls(
            lambda: sum(session.call("bench.count", {"to": times})), lambda: hops(times), calls=5
        )
    finally:
        stop()
    there_and_back = "to a bare way between the loop and a thread"
    return [
        row(
            f"callback on the blocked caller's thread, {there_and_back}", callback / times, floor / times, 2.0
        ),
        row(f"streamed item in a synchronous session, {there_and_back}", item / times, bare / times, 0.5),
    ]


def _hopper(loop: asyncio.AbstractEventLoop) -> tuple[Callable[[int], Any], Callable[[], None]]:
    """What awaits a thread's answer on the loop so many times, and what ends that thread."""
    asked: queue.SimpleQueue[asyncio.Future[int] | None] = queue.SimpleQueue()

    def serve() -> None:
        while (future := asked.get()) is not None:
            loop.call_soon_threadsafe(future.set_result, 1)

    async def ask(times: int) -> None:
        for _ in range(times):
            future: asyncio.Future[int] = loop.create_future()
            asked.put(future)
            await future

    thread = threading.Thread(target=serve)
    thread.start()

    def stop() -> None:
        asked.put(None)
        thread.join()

    return lambda times: asyncio.run_coroutine_threadsafe(ask(times), loop).result(), stop
