"""Many calls in one crossing: order, errors by themselves, what may be part of one, and the figures."""

from __future__ import annotations

import asyncio
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from bridge_runtime import spec
from bridge_runtime.batches import Outcome, Returned
from bridge_runtime.errors import SessionClosed
from bridge_runtime.session import Session
from workshop import BENCH, INTERFACE, Bench

BATCHABLE = ("add", "nap", "fail", "fail_later", "open_box", "close_box", "put", "wait")


class SlowAdd(Bench):
    """Counts how many of its naps are under way."""

    running = most = 0

    async def nap(self) -> str:
        self.running += 1
        self.most = max(self.most, self.running)
        await asyncio.sleep(0)
        self.running -= 1
        return await super().nap()


def open_batching() -> Session:
    functions = {
        **BENCH.functions,
        **{name: replace(BENCH.functions[name], batch=True) for name in BATCHABLE},
    }
    bridge = replace(BENCH, functions=functions)
    interface = spec.Interface("workshop", "1", {"bench": bridge}, permissions=INTERFACE.permissions)
    return Session(interface, services={"bench": SlowAdd})


def run(session: Session, *calls: Any, **options: Any) -> list[Outcome]:
    return session.run(lambda: session.batches.run(calls, **options))  # type: ignore[no-any-return]


def add(a: int) -> Any:
    return ("bench.add", {"a": a})


def shown(outcomes: list[Outcome]) -> list[Any]:
    return [outcome.value if isinstance(outcome, Returned) else outcome.code for outcome in outcomes]


@pytest.mark.parametrize("concurrency", [1, 2, 50])
def test_outcomes_stand_where_their_calls_do(concurrency: int) -> None:
    with closing(open_batching()) as session:
        calls = [add(n) if n % 3 else ("bench.fail_later", {"how": "declared"}) for n in range(20)]
        expected = [n + 1 if n % 3 else "bench.no_box" for n in range(20)]
        assert shown(run(session, *calls, concurrency=concurrency)) == expected


def test_no_more_run_at_once_than_asked_for() -> None:
    with closing(open_batching()) as session:
        service: Any = session.service("bench")
        run(session, *[("bench.nap", {})] * 20, concurrency=3)
        assert service.most == 3
        run(session, *[("bench.nap", {})] * 20)
        assert service.most == 3


@pytest.mark.parametrize("concurrency", [1, 3])
def test_nothing_begins_after_a_failure_when_asked_for(concurrency: int) -> None:
    with closing(open_batching()) as session:
        calls = [add(1), ("bench.fail", {"how": "declared"}), *[add(2)] * 10]
        made = shown(run(session, *calls, stop_on_error=True, concurrency=concurrency))
        assert made[:2] == [2, "bench.no_box"] and len(made) < 12
        assert shown(run(session, *calls, concurrency=concurrency)) == [2, "bench.no_box", *[3] * 10]


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (("bench.say", {"line": "x"}), "runtime.unsupported"),
        (("bench.count", {"to": 3}), "runtime.unsupported"),
        (("bench.nope", {}), "runtime.unknown_function"),
        (add("x"), "runtime.invalid_argument"),  # type: ignore[arg-type]
        (("bench.fail", {"how": "else"}), "runtime.internal"),
        (("bench.put", {"box": "box_9", "item": "x"}), "bench.no_box"),
    ],
)
def test_what_goes_wrong_is_that_call_s_outcome(call: Any, code: str) -> None:
    with closing(open_batching()) as session:
        assert shown(run(session, call, add(1))) == [code, 2]


def test_a_release_is_awaited() -> None:
    with closing(open_batching()) as session:
        log = session.service("bench").log  # type: ignore[attr-defined]
        outcomes = run(
            session, ("bench.open_box", {"label": "slow"}), ("bench.close_box", {"box": "box_1"}), add(1)
        )
        assert shown(outcomes) == ["box_1", None, 2]
        assert log == ["released slow", "aclosed slow", "closed slow"]


def test_figures() -> None:
    with closing(open_batching()) as session:
        assert session.batches.figures().smallest == 0
        run(session, add(1), add("x"))  # type: ignore[arg-type]
        run(session, *[add(1)] * 5)
        run(session, add("x"), *[add(1)] * 8, stop_on_error=True)  # type: ignore[arg-type]
        figures = session.batches.figures()
        assert (figures.batches, figures.calls, figures.failed) == (3, 8, 2)
        assert (figures.smallest, figures.largest) == (2, 9)


def test_the_session_s_end_ends_a_batch() -> None:
    session = open_batching()
    ended: list[str] = []

    async def main() -> None:
        try:
            await session.batches.run([("bench.wait", {}), add(1)], concurrency=2)
        except SessionClosed as error:
            ended.append(error.code)
            raise

    ticket = session.portal.start(main, lambda ticket: None, session.tickets)
    service: Any = session.service("bench")
    while "waiting" not in service.log:
        session.run(lambda: asyncio.sleep(0))
    session.close()
    assert ticket.is_done and ended == ["runtime.session_closed"]
    assert service.log == ["waiting", "stopped waiting"]
