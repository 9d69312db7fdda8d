"""Running many scenarios: chosen, some at once, with the fixtures that last for them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

import anyio
from bridge_runtime.errors import BridgeError
from bridge_runtime.session import Session
from llmspell.testing.errors import FixtureFailed
from llmspell.testing.types import (
    FixtureDefinition,
    FixtureScope,
    Outcome,
    ScenarioResult,
    SuiteOptions,
    SuiteReport,
    SuiteTotals,
)

from llmspell_runtime.testing.clock import Clock
from llmspell_runtime.testing.doubles import Doubles
from llmspell_runtime.testing.fixtures import Active, Fixtures
from llmspell_runtime.testing.scenarios import Scenario, ScenarioRun, Surroundings
from llmspell_runtime.testing.steps import Bench
from llmspell_runtime.testing.verification import unused_mismatch


class SharedFixtures:
    """Fixtures that are set up once for a suite, in a session of their own, when the first scenario wants them."""

    def __init__(
        self,
        session: Session,
        clock: Clock,
        doubles: Doubles,
        find: Callable[[str], FixtureDefinition],
    ) -> None:
        self._parent, self._find, self._clock = session, find, clock
        self._lender = doubles
        self._session: Session | None = None
        self._fixtures: Fixtures | None = None
        self._doubles: Doubles | None = None
        self._lock = anyio.Lock()
        self._failed: dict[str, Active] = {}

    async def get(self, name: str) -> Active | None:
        """The fixture, set up; None for one that each scenario has for itself. Raises NotFound and FixtureFailed."""
        definition = self._find(name)
        if definition.scope is not FixtureScope.SUITE:
            return None
        async with self._lock:
            if name in self._failed:
                return self._failed[name]
            try:
                return await self._ready().set_up(name)
            except BridgeError:
                self._failed[name] = Active(definition, failed=True)
                raise

    def _ready(self) -> Fixtures:
        if self._fixtures is None:
            session = self._session = Session(self._parent.interface, {"name": "suite"}, parent=self._parent)
            doubles = self._doubles = Doubles(session, self._clock)
            doubles.lender = self._lender

            def bench(names: dict[str, Any]) -> Bench:
                return Bench(session, self._clock, doubles.function, doubles.find, names)

            self._fixtures = Fixtures(bench, self._find, doubles.make, doubles.remove)
        return self._fixtures

    async def clear(self) -> tuple[list[Any], list[BridgeError]]:
        """Tear all down; gives the steps that were taken, and what failed on the way down."""
        if self._fixtures is None or self._session is None:
            return [], []
        failures: list[BridgeError] = []
        wasted = self._doubles.wasted() if self._doubles is not None else []
        try:
            _, failures = await self._fixtures.tear_down()
            failures += [
                FixtureFailed(fixture=f"mock {mock.name}", reason=unused_mismatch(mock).message)
                for mock in wasted
            ]
        finally:
            try:
                await self._session.aclose()
            except BridgeError as error:
                failures.append(error)
        return self._fixtures.steps, failures


class SuiteRun:
    """One run of some scenarios."""

    def __init__(self, around: Surroundings, scenarios: list[Scenario], options: SuiteOptions) -> None:
        self._around, self._scenarios, self._options = around, scenarios, options
        self._results: list[ScenarioResult | None] = [None] * len(scenarios)
        self._stopped = False

    async def run(self) -> SuiteReport:
        """Run them all; raises nothing but what ends the session."""
        around, clock = self._around, self._around.clock
        began, started = clock.now(), datetime.now(UTC)
        shared = SharedFixtures(around.session, clock, around.doubles, around.fixture)
        around.shared = shared.get
        try:
            await self._all()
        finally:
            steps, failures = await shared.clear()
        results = [result for result in self._results if result is not None]
        outcome = worst(result.outcome for result in results)
        more: dict[str, Any] = {"fixtures": steps} if steps else {}
        if failures:
            more["reason"] = failures[0].message
        return SuiteReport(
            name=self._options.name or "suite",
            outcome=Outcome.ERROR if failures else outcome,
            totals=totals(results),
            duration_ms=clock.since(began),
            started_at=started,
            scenarios=results,
            **more,
        )

    async def _all(self) -> None:
        waiting = iter(enumerate(self._scenarios))

        async def work() -> None:
            for number, scenario in waiting:
                self._results[number] = result = await self._one(scenario)
                if result.outcome in (Outcome.FAILED, Outcome.ERROR) and self._options.stop_on_failure:
                    self._stopped = True

        at_once = min(self._options.concurrency or 1, len(self._scenarios))
        if at_once <= 1:
            return await work()
        try:
            async with anyio.create_task_group() as tasks:
                for _ in range(at_once):
                    tasks.start_soon(work)
        except BaseExceptionGroup as errors:  # what ends one, such as the session's end, ends them all
            raise errors.exceptions[0] from None

    async def _one(self, scenario: Scenario) -> ScenarioResult:
        if self._stopped:
            return scenario.result(Outcome.SKIPPED, "another scenario has not passed")
        return await ScenarioRun(self._around, scenario).run()


def chosen(scenarios: Iterable[Scenario], options: SuiteOptions) -> list[Scenario]:
    """Those that have one of the wanted tags and none of the unwanted."""
    wanted, unwanted = options.tags, set(options.exclude_tags or ())
    found = []
    for scenario in scenarios:
        tags = set(scenario.definition.tags or ())
        if not tags & unwanted and (wanted is None or tags & set(wanted)):
            found.append(scenario)
    return found


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The worst of several: error, failed, passed; skipped when nothing ran."""
    found = set(outcomes)
    order = (Outcome.ERROR, Outcome.FAILED, Outcome.PASSED)
    return next((outcome for outcome in order if outcome in found), Outcome.SKIPPED)


def totals(results: list[ScenarioResult]) -> SuiteTotals:
    """How many of each outcome."""
    counted = Counter(result.outcome for result in results)
    steps = (step for result in results for step in result.steps)
    return SuiteTotals(
        scenarios=len(results),
        passed=counted[Outcome.PASSED],
        failed=counted[Outcome.FAILED],
        errors=counted[Outcome.ERROR],
        skipped=counted[Outcome.SKIPPED],
        steps=sum(step.outcome is not Outcome.SKIPPED for step in steps),
    )
