"""What a workflow costs per step beside calling the same handlers in a bare loop, in sequence and fanned out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, cast

from llmspell import AsyncSession
from llmspell.workflow.types import Pattern, ScriptStep, Step
from llmspell_runtime.script.service import Scripts

from benchmarks.measure import Row, row

STEPS = 100
ROUNDS = 20


def rows() -> list[Row]:
    """Two rows for steps one after the other, two for steps at the same time."""
    return asyncio.run(_measured())


async def _measured() -> list[Row]:
    async with AsyncSession() as session:
        await session.script.register_handler("work", _work)
        call = session.core.acall
        handler = cast(Scripts, session.core.service("script")).handlers.get("work")
        assert handler is not None
        steps = [_step(number) for number in range(STEPS)]
        sequential = await session.workflow.create(name="sequential", steps=steps)
        parallel = await session.workflow.create(
            name="parallel", pattern=Pattern.PARALLEL, max_concurrency=64, steps=steps
        )
        mapped = await session.workflow.create(
            name="mapped",
            pattern=Pattern.MAP_REDUCE,
            over="input",
            max_concurrency=64,
            steps=[_step(0, "item")],
        )
        items = list(range(STEPS))

        async def in_a_loop() -> None:
            for number in items:
                await call("script.call_handler", {"name": "work", "input": number})

        async def directly() -> None:
            for number in items:
                await handler(number)

        async def gathered() -> None:
            await asyncio.gather(
                *(call("script.call_handler", {"name": "work", "input": number}) for number in items)
            )

        return [
            await _compared(
                "workflow step, to its handler in a bare loop", sequential.execute, directly, 10.0
            ),
            await _compared("workflow step, to script.call_handler", sequential.execute, in_a_loop, 4.0),
            await _compared("parallel step of 100, to asyncio.gather", parallel.execute, gathered, 4.0),
            await _compared(
                "mapped item of 100, to asyncio.gather", lambda: mapped.execute(items), gathered, 4.0
            ),
        ]


async def _compared(
    name: str, value: Callable[[], Awaitable[object]], floor: Callable[[], Awaitable[object]], budget: float
) -> Row:
    """Seconds per step of both: interleaved rounds, the best of each."""
    best = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        for index, work in enumerate((value, floor)):
            started = time.perf_counter()
            await work()
            best[index] = min(best[index], (time.perf_counter() - started) / STEPS)
    return row(name, best[0], best[1], budget)


def _step(number: int, given: str = "input") -> Step:
    return ScriptStep(id=f"s{number}", handler="work", input=f"{{{{{given}}}}}")


async def _work(value: Any) -> Any:
    return value
