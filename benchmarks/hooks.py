"""What hooks cost: nothing where there are none, and for each that there is, beside the call of its handler.

"Without the seam" is the same service with the question for hooks taken out.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any, cast

import llmspell
from bridge_runtime.session import Session
from llmspell.hook import Phase, Point, Priority, Type
from llmspell.hook.types import CustomPayload, HookCall, MetricsHook
from llmspell.tool.errors import NoHandler
from llmspell.tool.types import ExecuteOptions, ExecutionMode, Status, ToolResult
from llmspell_runtime.hook.handler import Handler
from llmspell_runtime.hook.points import TOOL_CALL, hooked
from llmspell_runtime.hook.resource import Hook
from llmspell_runtime.tool.execution import limits_of
from llmspell_runtime.tool.service import Tools

from benchmarks.measure import Row, compare_calls, row

ROUNDS, CALLS, HOOKS = 9, 2_000, 10
POINT = "bench"
Work = Callable[[], Awaitable[object]]


class WithoutTheSeam(Tools):
    """Runs tools as ``Tools`` did before it asked for hooks."""

    async def execute(
        self, name: str, arguments: dict[str, Any], options: ExecuteOptions | None = None
    ) -> ToolResult:
        tool = self._registry.find(name)
        self._require_fit(tool, arguments)
        if not tool.is_ready:
            raise NoHandler(tool=name)
        limits = limits_of(tool, options)
        execution = f"execution_{next(self._numbers)}"
        work = self._run(tool, arguments, limits, execution)
        if limits.mode != ExecutionMode.ASYNC:
            return await work
        self._background.start(execution, work)
        return ToolResult(tool=name, execution=execution, status=Status.RUNNING)


def rows() -> list[Row]:
    """A tool's call without hooks, the question for hooks, and the cost of a hook of one's own and of a ready-made one."""
    return [*asyncio.run(_calls()), _question()]


async def _calls() -> list[Row]:
    async with (
        llmspell.AsyncSession() as plain,
        llmspell.AsyncSession(services={"tool": WithoutTheSeam}) as bare,
        llmspell.AsyncSession() as elsewhere,
        llmspell.AsyncSession() as one,
        llmspell.AsyncSession() as many,
        llmspell.AsyncSession() as measured,
    ):
        for session in (plain, bare, elsewhere, measured):
            await session.tool.register(name="nothing", description="Does nothing.", handler=_nothing)
        await elsewhere.hook.register(point=Point.GENERATE, type=Type.PRE, handler=_nothing)
        await measured.hook.install(MetricsHook(points=[Point.TOOL_CALL]))
        await one.hook.register(point=POINT, type=Type.PRE, handler=_nothing, priority=Priority.HIGH)
        for session in (one, many):
            for _ in range(HOOKS if session is many else 0):
                await session.hook.register(point=POINT, type=Type.PRE, handler=_nothing)
        await many.hook.register(point=POINT, type=Type.PRE, handler=_nothing, priority=Priority.HIGH)

        without = await _compare(_tool(plain), _tool(bare))
        other = await _compare(_tool(elsewhere), _tool(bare))
        metrics = await _compare(_tool(measured), _tool(plain))
        with_many, with_one = await _compare(_passing(many), _passing(one))
        _, handler = await _compare(_passing(one), _handler(one))
    return [
        row("a tool's call without hooks (floor: without the seam)", *without, 1.05),
        row("the same with a hook at another point (floor: without the seam)", *other, 1.05),
        row("the same with a metrics hook (floor: without hooks)", *metrics, 2.0),
        row(
            "each hook (floor: its handler called within asyncio.timeout)",
            (with_many - with_one) / HOOKS,
            handler,
            2.0,
        ),
    ]


def _question() -> Row:
    """Whether there are hooks, asked of a session that has none while another has some."""
    with llmspell.Session() as session, llmspell.Session() as other:
        other.hook.register(point=Point.GENERATE, type=Type.PRE, handler=_nothing)
        core: Session = session.core

        def empty(session: Session, point: str) -> bool:
            return False

        asked = compare_calls(lambda: hooked(core, TOOL_CALL), lambda: empty(core, TOOL_CALL), calls=100_000)
    return row("asking for hooks (floor: an empty function)", *asked, 5.0)


def _tool(session: llmspell.AsyncSession) -> Work:
    execute = session.core.service("tool").execute  # type: ignore[attr-defined]
    return lambda: execute("nothing", {})


def _passing(session: llmspell.AsyncSession) -> Work:
    execute = session.core.service("hook").execute  # type: ignore[attr-defined]
    return lambda: execute(POINT, 1)


def _handler(session: llmspell.AsyncSession) -> Work:
    """The handler as a hook calls it, within a limit of time, with nothing to decide and nothing to count."""
    hook = cast(Hook, session.core.handles.of("hook.Hook")[0])
    assert isinstance(hook.behaviour, Handler)
    callback = hook.behaviour._callback

    async def call() -> None:
        told = HookCall(
            hook=hook.name,
            point=POINT,
            phase=Phase.BEFORE,
            payload=CustomPayload(name=POINT, value=1),
            context={},
            attempt=1,
            call="call_1",
            session="main",
        )
        async with asyncio.timeout(30):
            await callback(told)

    return call


async def _compare(value: Work, floor: Work) -> tuple[float, float]:
    """CPU seconds per call of both, interleaved, the best of each."""
    best = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        for index, work in enumerate((value, floor)):
            began = time.process_time()
            for _ in range(CALLS):
                await work()
            best[index] = min(best[index], (time.process_time() - began) / CALLS)
    return best[0], best[1]


async def _nothing(told: Any) -> None:
    return None


if __name__ == "__main__":
    for measured in rows():
        print(json.dumps(measured))
