"""Asynchronous executions: tasks that outlive the call that started them, and their outcomes."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable
from typing import Final

from bridge_runtime.errors import BridgeError, Cancelled, Internal, Timeout
from bridge_runtime.pump import AsynchronousCaller, Caller, current
from llmspell.tool.errors import UnknownExecution
from llmspell.tool.types import ToolResult

KEPT: Final = 256


def _apart() -> Caller:
    """A root call of its own: the thread of the call that started the execution must not be held for its handler."""
    outer, apart = current.get(), AsynchronousCaller()
    if outer is not None:
        apart.trace_id = outer.trace_id
    return apart


class Background:
    """The executions under way, and the outcomes of the last ones that finished."""

    def __init__(self) -> None:
        self._running: dict[str, asyncio.Task[None]] = {}
        self._finished: OrderedDict[str, ToolResult | BridgeError] = OrderedDict()

    def start(self, execution: str, work: Awaitable[ToolResult]) -> None:
        """Run ``work`` as a task of its own."""
        task = asyncio.get_running_loop().create_task(self._run(execution, work))
        self._running[execution] = task

    async def _run(self, execution: str, work: Awaitable[ToolResult]) -> None:
        outcome: ToolResult | BridgeError = Cancelled()
        current.set(_apart())
        try:
            outcome = await work
        except BridgeError as error:
            outcome = error
        except Exception as error:
            outcome = Internal(detail=f"{type(error).__name__} in {execution}", cause=error)
        finally:
            self._running.pop(execution, None)
            self._finished[execution] = outcome
            while len(self._finished) > KEPT:
                self._finished.popitem(last=False)

    async def wait(self, execution: str, timeout_seconds: float | None) -> ToolResult:
        """The result of an execution, or its error; raises UnknownExecution, and Timeout when it takes too long."""
        task = self._running.get(execution)
        if task is not None:
            await asyncio.wait({task}, timeout=timeout_seconds)
            if not task.done():
                assert timeout_seconds is not None
                raise Timeout(seconds=timeout_seconds)
        outcome = self._finished.get(execution)
        if outcome is None:
            raise UnknownExecution(execution=execution)
        if isinstance(outcome, BridgeError):
            raise outcome
        return outcome

    async def cancel_all(self) -> None:
        """Cancel what runs, and wait until it has ended."""
        tasks = list(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
