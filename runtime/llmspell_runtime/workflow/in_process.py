"""The engine of one session: runs are tasks of its event loop, and end with it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import lru_cache

from bridge_runtime.errors import BridgeError, Cancelled, Internal, SessionClosed
from llmspell.workflow.errors import StepFailed
from llmspell.workflow.errors import TimedOut as RunTimedOut
from llmspell.workflow.types import Status

from llmspell_runtime.workflow.compiler import compile_definition
from llmspell_runtime.workflow.control import Control, TimedOut
from llmspell_runtime.workflow.engine import Ending, Engine, Keeper, Observer, Order, StepExecutor
from llmspell_runtime.workflow.interpreter import Interpreter
from llmspell_runtime.workflow.leaves import Leaves, StepFailure
from llmspell_runtime.workflow.plan import Plan

Sleep = Callable[[float], Awaitable[None]]


@lru_cache(maxsize=128)
def plan_of(definition: str) -> Plan:
    """The plan of a definition without faults, given as JSON; made once."""
    plan, faults = compile_definition(json.loads(definition))
    assert not faults, faults
    return plan


class InProcessEngine(Engine):
    """Runs definitions as tasks of the running loop."""

    def __init__(
        self,
        execute: StepExecutor,
        observer: Observer,
        keeper: Keeper | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._execute, self._observer, self._keeper, self._sleep = execute, observer, keeper, sleep
        self._runs: dict[str, _Execution] = {}

    async def start(self, order: Order) -> None:
        execution = _Execution(order, self._execute, self._observer, self._keeper, self._sleep)
        self._runs[order.run] = execution
        execution.begin()

    async def pause(self, run: str) -> None:
        self._runs[run].pause()

    async def resume(self, run: str) -> None:
        self._runs[run].resume()

    async def cancel(self, run: str) -> None:
        await self._runs[run].cancel()

    def status(self, run: str) -> Status:
        return self._runs[run].status

    def so_far(self, run: str) -> Ending:
        return self._runs[run].so_far()

    async def result(self, run: str) -> Ending:
        execution = self._runs[run]
        while execution.status in (Status.PENDING, Status.RUNNING):
            await execution.settled.wait()
        return execution.so_far()

    async def forget(self, run: str) -> None:
        execution = self._runs.pop(run, None)
        if execution is not None:
            await execution.abandon()


class _Execution:
    """One run: its task, its status, and what it has come to."""

    def __init__(
        self, order: Order, execute: StepExecutor, observer: Observer, keeper: Keeper | None, sleep: Sleep
    ) -> None:
        self._order, self._observer, self._keeper = order, observer, keeper
        self._plan = plan_of(order.definition)
        self._control = Control(self._paused, order.elapsed)
        self._leaves = Leaves(order.run, self._plan.name, self._control, execute, observer, keeper, sleep)
        self._leaves.know(order.outcomes)
        self._task: asyncio.Task[None] | None = None
        self._cancelling = self._abandoned = False
        self._ending: Ending | None = None
        self.status = Status.PENDING
        self.settled = asyncio.Event()

    def begin(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._run())

    def so_far(self) -> Ending:
        if self._ending is not None:
            return self._ending
        return Ending(self.status, elapsed=self._control.elapsed, outcomes=self._leaves.outcomes)

    def pause(self) -> None:
        if self._ending is None:
            self._control.close()

    def resume(self) -> None:
        if self._ending is not None or self._control.is_open:
            return
        was_paused = self.status == Status.PAUSED
        if was_paused:
            self.status = Status.RUNNING
            self.settled.clear()
        self._control.open()
        if was_paused:
            self._observer.resumed(self._order.run)

    async def cancel(self) -> None:
        self._cancelling = True
        await self._stop()

    async def abandon(self) -> None:
        self._abandoned = True
        await self._stop()

    async def _stop(self) -> None:
        task = self._task
        if task is not None and not task.done():
            task.cancel()
            await asyncio.wait({task})
            if self._ending is None:  # it had not begun
                await self._end(Ending(Status.CANCELLED, error=Cancelled()))

    def _paused(self) -> None:
        self.status = Status.PAUSED
        self._observer.paused(self._order.run)
        self.settled.set()

    async def _run(self) -> None:
        ending = Ending(Status.CANCELLED, error=Cancelled())
        try:
            self.status = Status.RUNNING
            if self._order.paused:
                self._control.close()
            else:
                self._observer.started(self._order.run, self._order.input)
            ending = await self._walk()
        except asyncio.CancelledError:
            if not (self._cancelling or self._abandoned):
                raise
        finally:
            await self._end(ending)

    async def _walk(self) -> Ending:
        """Go through the plan; gives the end of the run, its failure too."""
        order, plan = self._order, self._plan
        interpreter = Interpreter(self._leaves, self._control, order.pause_after, order.run)
        try:
            left = None if order.timeout is None else max(0.0, order.timeout - order.elapsed)
            async with self._control.limit(left):
                output = await interpreter.whole(plan, order.input)
                await self._control.border()
        except TimedOut:
            assert order.timeout is not None
            return Ending(Status.FAILED, error=RunTimedOut(workflow=plan.name, seconds=order.timeout))
        except StepFailure as failure:
            return Ending(Status.FAILED, error=_failed(plan.name, failure))
        except SessionClosed as error:
            self._abandoned = True
            return Ending(Status.CANCELLED, error=error)
        except BridgeError as error:  # of keeping what a step came to
            return Ending(Status.FAILED, error=error)
        except Exception as error:
            detail = f"{type(error).__name__} in workflow {plan.name!r}"
            return Ending(Status.FAILED, error=Internal(detail=detail, cause=error))
        return Ending(Status.COMPLETED, output=output)

    async def _end(self, ending: Ending) -> None:
        ending.elapsed, ending.outcomes = self._control.elapsed, self._leaves.outcomes
        try:
            if self._keeper is not None and not self._abandoned:
                await self._keeper.ended(self._order.run, ending)
        except BridgeError as error:
            ending.status, ending.error, ending.output = Status.FAILED, error, None
        finally:
            self._ending, self.status = ending, ending.status
            if not self._abandoned:
                self._observer.ended(self._order.run, ending)
            self.settled.set()


def _failed(workflow: str, failure: StepFailure) -> BridgeError:
    """The failure of a run; what may help is what may help its step."""
    error = StepFailed(workflow=workflow, step=failure.key, reason=str(failure.error))
    error.__cause__ = failure.error
    error.recovery = failure.error.recovery
    return error
