"""Steps that do work: attempts, pauses between them, limits, and what each one came to."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from typing import Any

from bridge_runtime.errors import BridgeError, Internal, SessionClosed
from bridge_runtime.values import copied
from llmspell.workflow.constants import Limit
from llmspell.workflow.errors import LimitReached, StepTimedOut
from llmspell.workflow.types import StepStatus

from llmspell_runtime.workflow.control import Control, TimedOut
from llmspell_runtime.workflow.engine import Keeper, Observer, Outcome, StepCall, StepExecutor
from llmspell_runtime.workflow.plan import Leaf, Node
from llmspell_runtime.workflow.retries import pause_before_retry
from llmspell_runtime.workflow.values import checked_output


class StepFailure(Exception):
    """A step has failed for good; ``key`` says where it stands in the run."""

    def __init__(self, key: str, step: str, error: BridgeError) -> None:
        self.key, self.step, self.error = key, step, error
        super().__init__(f"{key}: {error}")


class Leaves:
    """The steps of one run that do work, each done once."""

    def __init__(
        self,
        run: str,
        workflow: str,
        control: Control,
        execute: StepExecutor,
        observer: Observer,
        keeper: Keeper | None,
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._run, self._workflow, self._control = run, workflow, control
        self._execute, self._observer, self._keeper, self._sleep = execute, observer, keeper, sleep
        self._outcomes: dict[str, Outcome] = {}
        self.count = 0
        """Steps that ended here, and not in an earlier session."""

    def know(self, outcomes: Iterable[Outcome]) -> None:
        """Take over what an earlier session came to."""
        self._outcomes.update({outcome.key: outcome for outcome in outcomes})

    def known(self, key: str) -> Outcome | None:
        return self._outcomes.get(key)

    @property
    def outcomes(self) -> list[Outcome]:
        """What has ended so far, in that order."""
        return list(self._outcomes.values())

    async def skip(self, node: Node, prefix: str) -> None:
        """A step is not to run; groups leave no trace of that."""
        key = prefix + node.id
        if isinstance(node, Leaf) and key not in self._outcomes:
            await self._keep(Outcome(key, node.id, node.kind, StepStatus.SKIPPED))

    async def run(self, node: Leaf, key: str, given: Callable[[], Awaitable[Any]]) -> Outcome:
        """What comes of a step, its failure too; it is kept before this returns."""
        await self._control.border()
        began = time.perf_counter()
        outcome = Outcome(key, node.id, node.kind, StepStatus.FAILED)
        if len(self._outcomes) >= Limit.EXECUTED_STEPS:
            reason = f"the run has executed {Limit.EXECUTED_STEPS} steps; split it into several"
            raise StepFailure(key, node.id, LimitReached(step=key, reason=reason))
        while True:
            self._control.begin()
            try:
                pause = await self._attempt(node, outcome, given)
                if pause is None:
                    outcome.duration_ms = _milliseconds_since(began)
                    await self._keep(outcome)
                    return outcome
            except asyncio.CancelledError:
                if outcome.status != StepStatus.COMPLETED:
                    self._cancelled(outcome, began)
                raise
            finally:
                self._control.end()
            await self._sleep(pause)
            await self._control.border()

    def _cancelled(self, outcome: Outcome, began: float) -> None:
        """Tell of an attempt that was cut short. It is not kept: a run that goes on begins it again."""
        told = replace(
            outcome, status=StepStatus.CANCELLED, error=None, duration_ms=_milliseconds_since(began)
        )
        self._observer.step_ended(self._run, told)

    async def _attempt(
        self, node: Leaf, outcome: Outcome, given: Callable[[], Awaitable[Any]]
    ) -> float | None:
        """Try once; gives the pause before the next attempt, or None when ``outcome`` is final."""
        outcome.attempts += 1
        call = StepCall(
            self._run, self._workflow, outcome.key, node.id, node.kind, node.step, None, outcome.attempts
        )
        try:
            call.input = await given()
            self._observer.step_started(call)
            outcome.output = copied(checked_output(outcome.key, await self._in_time(node, call)))
        except SessionClosed:
            raise
        except BridgeError as error:
            return self._failed(node, outcome, call, error)
        except StepFailure as failure:  # of an expression: it will have no value the next time either
            outcome.error = failure.error
            return None
        except Exception as error:
            return self._failed(node, outcome, call, Internal(detail=type(error).__name__, cause=error))
        outcome.status, outcome.error = StepStatus.COMPLETED, None
        return None

    def _failed(self, node: Leaf, outcome: Outcome, call: StepCall, error: BridgeError) -> float | None:
        outcome.error = error
        pause = pause_before_retry(node.retry, outcome.attempts, error)
        if pause is not None:
            self._observer.step_retried(call, pause, error)
        return pause

    async def _in_time(self, node: Leaf, call: StepCall) -> Any:
        if node.timeout is None:
            return await self._execute(call)
        try:
            async with self._control.limit(node.timeout):
                return await self._execute(call)
        except TimedOut as late:
            raise StepTimedOut(step=call.key, seconds=late.seconds) from None

    async def _keep(self, outcome: Outcome) -> None:
        if self._keeper is not None:
            await self._keeper.step_ended(self._run, outcome, self._control.elapsed)
        self._outcomes[outcome.key] = outcome
        self.count += 1
        self._observer.step_ended(self._run, outcome)
        if self.count % 16 == 0:  # steps that wait for nothing must not keep others from running
            await asyncio.sleep(0)


def _milliseconds_since(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 3)
