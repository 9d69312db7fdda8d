"""Many calls in one crossing: each is made, permitted and answered as if it were alone, in the order of the calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import anyio

from bridge_runtime.errors import BridgeError, Cancelled, SessionClosed, Unsupported
from bridge_runtime.pump import current

if TYPE_CHECKING:
    from bridge_runtime.session import Session


@dataclass(slots=True)
class Returned:
    """What a call of a batch gave, as JSON."""

    value: Any


Outcome: TypeAlias = Returned | BridgeError
"""What came of one call."""
Call: TypeAlias = tuple[str, dict[str, Any]]
"""The full name of a function and its arguments as JSON."""


@dataclass(frozen=True, slots=True)
class BatchFigures:
    """The batches of a session so far."""

    batches: int
    calls: int
    """Calls that were made; those left out after a failure do not count."""
    failed: int
    smallest: int
    """Calls of the smallest batch; 0 before the first."""
    largest: int


class Batches:
    """Runs the batches of one session, and counts them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, bool] = {}
        """Functions that have been part of a batch, and whether they may wait."""
        self._batches = self._calls = self._failed = self._smallest = self._largest = 0

    def figures(self) -> BatchFigures:
        """What has happened so far."""
        return BatchFigures(self._batches, self._calls, self._failed, self._smallest, self._largest)

    async def run(
        self, calls: Sequence[Call], *, stop_on_error: bool = False, concurrency: int = 1
    ) -> list[Outcome]:
        """Make ``calls``, so many at a time, and give their outcomes in the order of the calls.

        With ``stop_on_error`` none begins after one has failed; those have no outcome. A call that fails is an outcome;
        only cancellation and the session's end, which end the batch, are raised.
        """
        outcomes: list[Outcome | None] = [None] * len(calls)
        try:
            if concurrency == 1:
                await self._work(iter(enumerate(calls)), outcomes, stop_on_error)
            else:
                await self._together(calls, outcomes, stop_on_error, concurrency)
        finally:
            made = [outcome for outcome in outcomes if outcome is not None]
            self._count(len(calls), made)
        return made

    async def _together(
        self, calls: Sequence[Call], outcomes: list[Outcome | None], stop_on_error: bool, concurrency: int
    ) -> None:
        waiting = iter(enumerate(calls))
        try:
            async with anyio.create_task_group() as tasks:
                for _ in range(min(concurrency, len(calls))):
                    tasks.start_soon(self._work, waiting, outcomes, stop_on_error)
        except (
            BaseExceptionGroup
        ) as errors:  # what ends one of them, such as the session's end, ends them all
            raise errors.exceptions[0] from None

    async def _work(self, waiting: Any, outcomes: list[Outcome | None], stop_on_error: bool) -> None:
        """Make calls until none is waiting; with ``stop_on_error``, until one of anybody's has failed."""
        session, plain, waits = self._session, self._session.waist.json, self._known.get
        for number, (name, arguments) in waiting:
            try:
                if waits(name, True) and self._waits(name):
                    value = await session.acall_json(name, arguments)
                else:
                    value = plain[name](arguments)
                outcomes[number] = Returned(value)
            except (Cancelled, SessionClosed):
                raise
            except BridgeError as error:
                if not error.trace_id and (caller := current.get()) is not None:
                    error.trace_id = caller.trace_id
                outcomes[number] = error
                if stop_on_error:
                    for _ in waiting:  # nobody finds another
                        pass
                    return

    def _waits(self, name: str) -> bool:
        """Whether a call of the function may wait. Raises UnknownFunction and Unsupported."""
        found = self._known.get(name)
        if found is None:
            function = self._session.interface.function(name)
            if not function.batch:
                raise Unsupported(detail=f"{name} cannot be part of a batch; call it by itself")
            found = self._known[name] = function.is_async or bool(function.releases)
        return found

    def _count(self, size: int, made: Sequence[Outcome]) -> None:
        self._batches += 1
        self._calls += len(made)
        self._failed += sum(isinstance(outcome, BridgeError) for outcome in made)
        self._smallest = size if self._batches == 1 else min(self._smallest, size)
        self._largest = max(self._largest, size)
