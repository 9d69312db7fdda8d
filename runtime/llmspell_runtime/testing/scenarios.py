"""Running one scenario: in a session of its own, with its fixtures and doubles, to a report of every step."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import BridgeError, LimitExceeded, PermissionDenied
from bridge_runtime.session import Session
from llmspell.testing.constants import Limit
from llmspell.testing.errors import FixtureFailed
from llmspell.testing.types import (
    FixtureDefinition,
    Outcome,
    RunOptions,
    ScenarioDefinition,
    ScenarioInfo,
    ScenarioResult,
    StepResult,
)

from llmspell_runtime.testing.clock import Clock
from llmspell_runtime.testing.comparison import Mismatch
from llmspell_runtime.testing.doubles import Doubles
from llmspell_runtime.testing.fixtures import Active, Fixtures
from llmspell_runtime.testing.happenings import EventLog
from llmspell_runtime.testing.mocks import Mock
from llmspell_runtime.testing.names import Unfilled
from llmspell_runtime.testing.steps import Bench, Taken, events_and_mocks, title, told_plainly
from llmspell_runtime.testing.verification import unused_mismatch

if TYPE_CHECKING:
    from collections.abc import Awaitable

_log = logging.getLogger(__name__)

MAX_DEPTH = 8
"""How deep scenarios may run within scenarios."""


@dataclass(frozen=True)
class Scenario:
    """A scenario of a session."""

    name: str
    definition: ScenarioDefinition
    source: str = ""

    def info(self) -> ScenarioInfo:
        """The scenario as a list shows it."""
        definition = self.definition
        more = {"summary": definition.summary, "source": self.source or None}
        return ScenarioInfo(
            name=self.name, tags=list(definition.tags or ()), steps=len(definition.steps), **_given(more)
        )

    def result(self, outcome: Outcome, reason: str = "") -> ScenarioResult:
        """Its result before any step."""
        definition = self.definition
        more = {"summary": definition.summary, "source": self.source or None, "reason": reason or None}
        tags = list(definition.tags or ())
        return ScenarioResult(
            scenario=self.name, tags=tags, outcome=outcome, duration_ms=0, steps=[], **_given(more)
        )


def _given(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


@dataclass
class Surroundings:
    """What a scenario is run in: the session that runs it, and what a suite has set up for it."""

    session: Session
    clock: Clock
    doubles: Doubles
    fixture: Callable[[str], FixtureDefinition]
    """A fixture's definition by its name; raises NotFound."""
    shared: Callable[[str], Awaitable[Active | None]] | None = None
    """Sets up a fixture that lasts for the suite; None for one that does not."""


@dataclass
class _State:
    """What has come of a scenario so far."""

    result: ScenarioResult
    events: list[dict[str, Any]] = field(default_factory=list)

    def worse(self, outcome: Outcome, reason: str) -> None:
        """The scenario has not passed; the first reason stays."""
        if self.result.outcome is Outcome.PASSED:
            self.result.outcome, self.result.reason = outcome, reason


class ScenarioRun:
    """One run of one scenario."""

    def __init__(self, around: Surroundings, scenario: Scenario, options: RunOptions | None = None) -> None:
        self._around, self._scenario, self._definition = around, scenario, scenario.definition
        self._options = options or RunOptions()
        self._state = _State(scenario.result(Outcome.PASSED))

    async def run(self) -> ScenarioResult:
        """Run it; raises nothing but what ends the session."""
        events, clock = self._around.session.events, self._around.clock
        result, began = self._state.result, clock.now()
        steps = len(self._definition.steps)
        if self._definition.skip is not None:
            return self._scenario.result(
                Outcome.SKIPPED, self._definition.skip or "it is marked to be skipped"
            )
        events.emit("testing.start", {"scenario": self._scenario.name, "steps": steps})
        try:
            session = self._open()
        except BridgeError as error:
            self._state.worse(Outcome.ERROR, error.message)
        else:
            await self._in_session(session)
        result.duration_ms = clock.since(began)
        data = {
            "scenario": self._scenario.name,
            "outcome": result.outcome,
            "duration_ms": result.duration_ms,
        }
        events.emit("testing.complete", data | ({"reason": result.reason} if result.reason else {}))
        return result

    def _open(self) -> Session:
        parent = self._around.session
        if parent.depth >= MAX_DEPTH:
            detail = f"a scenario {MAX_DEPTH} sessions deep cannot run; it may run itself"
            raise LimitExceeded(limit="depth", detail=detail)
        options: dict[str, Any] = {"name": self._scenario.name}
        if self._definition.permissions is not None:
            options["permissions"] = self._definition.permissions
        try:
            return Session(parent.interface, options, parent=parent)
        except PermissionDenied as error:
            error.message = (
                f"its permissions are more than those of the session that runs it: {error.message}"
            )
            raise

    async def _in_session(self, session: Session) -> None:
        """Everything that happens in the scenario's own session, and its end."""
        log = EventLog(session.events)
        limit = self._options.timeout_seconds or self._definition.timeout_seconds or Limit.TIMEOUT_SECONDS
        deadline = self._around.clock.now() + limit
        doubles = Doubles(session, self._around.clock)
        doubles.lender = self._around.doubles

        def bench(names: dict[str, Any], until: float | None = deadline) -> Bench:
            return Bench(session, self._around.clock, doubles.function, doubles.find, names, until)

        fixtures = Fixtures(bench, self._around.fixture, doubles.make, doubles.remove)
        try:
            names = await self._prepare(bench, fixtures, doubles)
            if names is not None:
                await self._steps(bench(names), log)
        finally:
            log.stop()
            await self._clear(fixtures, doubles, session)

    async def _prepare(
        self, bench: Callable[[dict[str, Any]], Bench], fixtures: Fixtures, doubles: Doubles
    ) -> dict[str, Any] | None:
        """Set up fixtures and doubles; gives the names for the steps, or None when that failed."""
        names: dict[str, Any] = {}
        try:
            for name in self._definition.fixtures or ():
                names |= (await self._fixture(name, fixtures, doubles)).names
            for mock in self._definition.mocks or ():
                doubles.make(mock)
        except BridgeError as error:
            self._state.result.steps += fixtures.steps
            self._state.result.steps += [self._skipped(n) for n in range(len(self._definition.steps))]
            self._state.worse(Outcome.ERROR, error.message)
            return None
        self._state.result.steps += fixtures.steps
        return {**names, **(self._definition.variables or {}), **(self._options.variables or {})}

    async def _fixture(self, name: str, fixtures: Fixtures, doubles: Doubles) -> Active:
        shared = await self._around.shared(name) if self._around.shared is not None else None
        if shared is None:
            return await fixtures.set_up(name)
        if shared.failed:
            raise FixtureFailed(fixture=name, reason="it could not be set up for the suite")
        for mock in shared.mocks:
            doubles.lend(mock)
        return shared

    def _skipped(self, index: int) -> StepResult:
        step = self._definition.steps[index]
        return StepResult(number=index + 1, name=title(step), outcome=Outcome.SKIPPED, duration_ms=0)

    async def _steps(self, bench: Bench, log: EventLog) -> None:
        state, going = self._state, True
        for index, step in enumerate(self._definition.steps):
            if not going:
                state.result.steps.append(self._skipped(index))
                continue
            taken = Taken(bench, step, index + 1)
            state.result.steps.append(await taken.take())
            self._tell(taken)
            if not taken.passed:
                state.worse(taken.result.outcome, taken.reason)
                going = bool(self._definition.continue_on_failure)
        if self._definition.expect is not None and going:
            self._whole(bench, log)

    def _tell(self, taken: Taken) -> None:
        result = taken.result
        data = {
            "scenario": self._scenario.name,
            "number": result.number,
            "name": result.name,
            "outcome": result.outcome,
            "duration_ms": result.duration_ms,
        }
        self._around.session.events.emit("testing.step", data)

    def _whole(self, bench: Bench, log: EventLog) -> None:
        """Judge the scenario as a whole."""
        expect = self._definition.expect
        assert expect is not None
        try:
            found = events_and_mocks(bench, expect.events, expect.event_order, expect.mocks, log.events)
        except (Unfilled, BridgeError) as error:
            self._state.worse(Outcome.ERROR, str(error))
            return
        self._failed(found)

    def _failed(self, found: list[Mismatch]) -> None:
        if found:
            told = [mismatch.told() for mismatch in found]
            self._state.result.differences = [*(self._state.result.differences or []), *told]
            self._state.worse(Outcome.FAILED, told_plainly(found))

    async def _clear(self, fixtures: Fixtures, doubles: Doubles, session: Session) -> None:
        """Clear everything away, and judge what is left."""
        mocks, wasted = doubles.all(), doubles.wasted()
        before = len(fixtures.steps)
        try:
            if not session.closed:
                _, failures = await fixtures.tear_down()
                self._state.result.steps += fixtures.steps[before:]
                for failure in failures:
                    self._state.worse(Outcome.ERROR, failure.message)
        finally:
            if mocks:
                self._state.result.mocks = [mock.info() for mock in mocks]
            await self._close(session)
        self._unused(wasted)

    async def _close(self, session: Session) -> None:
        try:
            await session.aclose()
        except BridgeError as error:
            self._failed([Mismatch("/session", f"it did not end as it should: {error.message}")])

    def _unused(self, wasted: list[Mock]) -> None:
        if self._state.result.outcome is Outcome.PASSED:
            for mock in wasted:
                self._failed([unused_mismatch(mock, f"/mocks/{mock.name}/unused")])
