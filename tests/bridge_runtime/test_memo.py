"""What ``memoize`` keeps: for whom, how long, how much, and what it never mixes up."""

from __future__ import annotations

import asyncio
import threading
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from bridge_runtime import spec
from bridge_runtime.memo import Memo, own
from bridge_runtime.session import Session
from hypothesis import given
from workshop import BENCH, INTERFACE, Bench, NoBox, Part, open_session

from tests.strategies.arguments import anything


def policy(policy: str = "lru", entries: int = 3, ttl: float | None = None) -> spec.Memoize:
    return spec.Memoize(ttl, entries, policy)


def memo_of(*names: str, clock: Any = None, **more: Any) -> Memo:
    parameters = tuple(spec.Parameter(name) for name in names)
    function = spec.Function("bench.find", dict, parameters, result=Any, memoize=policy(**more))
    return Memo(function, clock) if clock else Memo(function)


class Source:
    """Gives what it is asked for, and counts how often that is."""

    def __init__(self) -> None:
        self.asked: list[Any] = []

    def __call__(self, arguments: dict[str, Any]) -> Any:
        self.asked.append(arguments["key"])
        return [arguments["key"], len(self.asked)]


def asked_after(kind: str, keys: str) -> str:
    """The keys for which the source was asked, of the keys that were looked up in a memory of three."""
    source = Source()
    find = memo_of("key", policy=kind).around(source)
    for key in keys:
        assert find({"key": key})[0] == key
    return "".join(source.asked)


@pytest.mark.parametrize(
    ("kind", "keys", "asked"),
    [
        ("lru", "abcabc", "abc"),
        ("lru", "abcadab", "abcdb"),
        ("fifo", "abcadab", "abcdab"),
        ("lfu", "aabbcdcab", "abcdc"),
    ],
)
def test_what_makes_room(kind: str, keys: str, asked: str) -> None:
    assert asked_after(kind, keys) == asked


def test_time_to_live() -> None:
    now = 0.0
    source = Source()
    memo = memo_of("key", ttl=10.0, clock=lambda: now)
    find = memo.around(source)
    assert find({"key": "a"}) is find({"key": "a"})
    now = 9.9
    find({"key": "a"})
    now = 10.0
    assert find({"key": "a"}) == ["a", 2]
    figures = memo.figures()
    assert (figures.hits, figures.misses, figures.expired, figures.evicted, figures.entries) == (
        2,
        2,
        1,
        0,
        1,
    )
    assert memo.clear() == 1
    assert memo.figures().entries == 0


def test_evictions_are_counted() -> None:
    memo = memo_of("key", entries=2)
    find = memo.around(Source())
    for key in "abcab":
        find({"key": key})
    assert memo.figures().evicted == 3


def test_values_that_only_look_alike_are_kept_apart() -> None:
    source = Source()
    find = memo_of("key", entries=100).around(source)
    values: list[Any] = [1, 1.0, True, "1", [1], [[1]], {"1": 1}, None, "", [], {}, 0, False, -0.0, 0.0]
    values += [Part(name="x"), Part(name="x", note=None), Part(name="x", size=1), {"name": "x"}]
    for value in values * 2:
        find({"key": value})
    assert len(source.asked) == len(values)


def test_an_argument_that_is_not_given_is_not_null() -> None:
    asked: list[Any] = []
    find = memo_of("key").around(lambda arguments: asked.append(dict(arguments)))
    for arguments in ({}, {"key": None}, {}, {"key": None}):
        find(dict(arguments))
    assert asked == [{}, {"key": None}]


@given(anything, anything)
def test_a_result_is_found_for_equal_json_only(one: Any, other: Any) -> None:
    find = memo_of("key").around(lambda arguments: [arguments["key"]])
    first, second = find({"key": one}), find({"key": other})
    assert repr(first) == repr([one])
    assert first is find({"key": one})
    if first is second:
        assert sorted_repr(one) == sorted_repr(other)


def sorted_repr(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name!r}: {sorted_repr(value[name])}' for name in sorted(value))}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(sorted_repr, value))}]"
    return repr(value)


def test_what_cannot_be_compared_is_asked_for_each_time() -> None:
    source = Source()
    memo = memo_of("key")
    find = memo.around(source)
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    for value in (object(), deep):
        find({"key": value})
        find({"key": value})
    assert len(source.asked) == 4
    assert memo.figures().entries == 0


def test_errors_are_not_kept() -> None:
    calls = 0

    def fail(arguments: dict[str, Any]) -> Any:
        nonlocal calls
        calls += 1
        raise NoBox(box="a")

    find = memo_of("key").around(fail)
    for _ in range(2):
        with pytest.raises(NoBox):
            find({"key": 1})
    assert calls == 2


def test_equal_calls_under_way_together_become_one() -> None:
    async def main() -> None:
        gate, calls = asyncio.Event(), 0

        async def ask(arguments: dict[str, Any]) -> int:
            nonlocal calls
            calls += 1
            await gate.wait()
            return calls

        memo = memo_of("key")
        find = memo.around_async(ask)
        waiting = [asyncio.create_task(find({"key": key})) for key in (1, 1, 2, 1)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        await asyncio.sleep(0)
        gate.set()
        found = await asyncio.gather(*waiting, return_exceptions=True)
        assert isinstance(found[0], asyncio.CancelledError)
        assert found[1] == found[3]  # the one that was cancelled did not take them along
        assert memo.figures().hits == 1

    asyncio.run(main())


def test_those_who_waited_for_a_failure_do_not_queue_up() -> None:
    async def main() -> None:
        running = most = 0

        async def fail(arguments: dict[str, Any]) -> int:
            nonlocal running, most
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1
            raise NoBox(box="a")

        find = memo_of("key").around_async(fail)
        found = await asyncio.gather(*[find({"key": 1}) for _ in range(5)], return_exceptions=True)
        assert all(isinstance(error, NoBox) for error in found)
        assert most == 4  # the first alone, then the others together

    asyncio.run(main())


def test_what_was_asked_for_before_all_was_forgotten_is_not_kept() -> None:
    answers = iter(["old", "new", "older", "newer"])
    memo = memo_of("key")

    def ask(arguments: dict[str, Any]) -> str:
        answer = next(answers)
        if answer == "old":
            memo.clear()  # it has changed meanwhile
        return answer

    find = memo.around(ask)
    assert [find({"key": 1}) for _ in range(3)] == ["old", "new", "new"]

    async def main() -> None:
        gate = asyncio.Event()

        async def wait(arguments: dict[str, Any]) -> str:
            answer = next(answers)
            await gate.wait()
            return answer

        look = memo.around_async(wait)
        early = [asyncio.create_task(look({"key": 2})) for _ in range(2)]
        await asyncio.sleep(0)
        memo.clear()
        gate.set()
        assert await asyncio.gather(*early, look({"key": 2})) == ["older", "newer", "newer"]

    asyncio.run(main())


def test_many_threads_share_one_memory() -> None:
    memo = memo_of("key", entries=5)
    find = memo.around(lambda arguments: arguments["key"])
    wrong: list[int] = []

    def work() -> None:
        for number in range(2000):
            if find({"key": number % 9}) != number % 9:
                wrong.append(number)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    figures = memo.figures()
    assert not wrong and figures.entries == 5
    assert figures.hits + figures.misses == 8000


def test_a_copy_is_its_owners_alone() -> None:
    part = Part(name="x", size=2)
    value = {"list": [1, [2]], "part": part}
    copied = own(value)
    assert copied == value
    copied["list"][1].append(3)
    copied["part"].size = 7
    assert value == {"list": [1, [2]], "part": Part(name="x", size=2)}
    assert own(part).model_fields_set == {"name", "size"}


# --- through the waist


def memoized(*names: str) -> spec.Interface:
    """The workshop, with these functions keeping their results."""
    kept = {name: replace(BENCH.functions[name], memoize=policy()) for name in names}
    bridge = replace(BENCH, functions={**BENCH.functions, **kept})
    return spec.Interface("workshop", "1", {"bench": bridge}, permissions=INTERFACE.permissions)


class Counting(Bench):
    """A bench that counts what it is asked."""

    asked = 0

    def echo(self, *arguments: Any, **named: Any) -> dict[str, Any]:
        self.asked += 1
        return super().echo(*arguments, **named)

    async def nap(self) -> str:
        self.asked += 1
        return await super().nap()


def test_one_memory_for_every_kind_of_call() -> None:
    session = Session(memoized("echo", "nap"), services={"bench": Counting})
    service: Any = session.service("bench")
    with closing(session):
        first = session.call("bench.echo", {"value": [1]})
        first["value"].append(2)  # which is the caller's own
        for _ in range(2):
            session.call_json("bench.echo", {"value": [1]})["value"].append(2)
        assert session.call_json("bench.echo", {"value": [1]}) == {"value": [1]}
        assert session.call("bench.echo", {"value": [1]}) == {"value": [1]}
        assert service.asked == 1
        assert session.call("bench.nap", {}) == session.call_json("bench.nap", {}) == "rested"
        assert service.asked == 2
        assert session.forget("bench.echo") == 1 and session.forget("bench.nope") == 0
        session.call("bench.echo", {"value": [1]})
        assert service.asked == 3
        assert session.forget() == 2


def test_what_is_learned_of_a_resource_holds_for_its_revision() -> None:
    session = Session(memoized("put"), services={"bench": Bench})
    with closing(session):
        box = session.call("bench.open_box", {"label": "x"})
        assert [session.call("bench.put", {"box": box, "item": "a"}) for _ in range(2)] == [1, 1]
        other = session.call_json("bench.open_box", {"label": "x"})
        assert session.call_json("bench.put", {"box": other, "item": "a"}) == 1
        box.revision += 1
        assert session.call("bench.put", {"box": box, "item": "a"}) == 2


def test_a_stage_stands_around_kept_results() -> None:
    session = Session(memoized("secret"), services={"bench": Bench})
    with closing(session), pytest.raises(Exception, match="secrets"):
        session.call("bench.secret", {})
    seen: list[str] = []

    def stage(session: Session, function: spec.Function, proceed: Any) -> Any:
        def call(arguments: dict[str, Any]) -> Any:
            seen.append(function.name)
            return proceed(arguments)

        return call

    session = Session(memoized("where"), services={"bench": Bench})
    session.waist.add_stage(stage)
    with closing(session):
        assert [session.call("bench.where", {"from": "x"}) for _ in range(2)] == ["x", "x"]
    assert seen == ["bench.where"] * 2


def test_nothing_is_kept_where_nothing_is_declared() -> None:
    session = open_session()
    session.call("bench.add", {"a": 1})
    assert session.waist.memos == {}
    session.close()
