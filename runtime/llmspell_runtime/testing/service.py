"""The testing service: the bridge's functions over scenarios, doubles, fixtures and the counts of coverage."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import TYPE_CHECKING, Any

import anyio.to_thread
from bridge_runtime.errors import BridgeError, Cancelled, SessionClosed
from llmspell.shared.types import ErrorInfo
from llmspell.testing.constants import Limit
from llmspell.testing.errors import (
    AlreadyExists,
    CoverageOff,
    FileFailed,
    FixtureFailed,
    InvalidDefinition,
    InvalidFile,
)
from llmspell.testing.service import TestingService
from llmspell.testing.types import (
    AssertType,
    CallExpectation,
    Comparison,
    CoverageOptions,
    CoverageReport,
    ErrorExpectation,
    FixtureDefinition,
    FixtureInfo,
    FixtureScope,
    MockCall,
    MockDefinition,
    MockInfo,
    ReportFormat,
    RunOptions,
    ScenarioDefinition,
    ScenarioFile,
    ScenarioInfo,
    ScenarioResult,
    SuiteOptions,
    SuiteReport,
)

from llmspell_runtime.files import FileFailure, read_file
from llmspell_runtime.testing import coverage, reports, scenario_files
from llmspell_runtime.testing.assertions import error_mismatches, expected_by, require
from llmspell_runtime.testing.clock import SYSTEM, Clock
from llmspell_runtime.testing.comparison import Mismatch, compared, shown
from llmspell_runtime.testing.coverage import Counts, Coverage
from llmspell_runtime.testing.definitions import Definitions
from llmspell_runtime.testing.doubles import Doubles, not_found
from llmspell_runtime.testing.fixtures import Fixtures
from llmspell_runtime.testing.mocks import AnsweringMock
from llmspell_runtime.testing.scenarios import Scenario, ScenarioRun, Surroundings
from llmspell_runtime.testing.steps import Bench
from llmspell_runtime.testing.suites import SuiteRun, chosen
from llmspell_runtime.testing.verification import assertion_type, call_mismatches

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback
    from bridge_runtime.session import Session


class Tests(TestingService):
    """The tests of one session."""

    __test__ = False  # for pytest, which would take a class of this name for tests

    def __init__(self, session: Session, clock: Clock = SYSTEM) -> None:
        super().__init__(session)
        self._clock = clock
        self._scenarios: dict[str, Scenario] = {}
        self._definitions: dict[str, FixtureDefinition] = {}
        self._numbers = count(1)
        self._doubles = Doubles(session, clock)
        self._fixtures = Fixtures(self._bench, self._fixture, self._doubles.make, self._doubles.remove)
        self._coverage = Coverage(session)
        self._counts: Counts | None = None

    def _bench(self, names: dict[str, Any]) -> Bench:
        return Bench(self.session, self._clock, self._doubles.function, self._doubles.find, names)

    def _fixture(self, name: str) -> FixtureDefinition:
        if name not in self._definitions:
            raise not_found("fixture", name, self._definitions)
        return self._definitions[name]

    # --- scenarios

    def create_scenario(self, scenario: ScenarioDefinition) -> str:
        made = self.checked_scenario(scenario)
        self._scenarios[made.name] = made
        return made.name

    def checked_scenario(
        self, scenario: ScenarioDefinition, source: str = "", taken: Iterable[str] = ()
    ) -> Scenario:
        """A scenario that is not added yet. Raises AlreadyExists, InvalidDefinition, InvalidMatcher."""
        name = scenario.name or self._free_name()
        if name in self._scenarios or name in taken:
            raise AlreadyExists(kind="scenario", name=name)
        Definitions(self.session.interface, "scenario", name).scenario(scenario)
        return Scenario(name, scenario, source)

    def _free_name(self) -> str:
        return next(n for number in self._numbers if (n := f"scenario_{number}") not in self._scenarios)

    async def load_scenarios(self, path: str) -> list[str]:
        real = self.session.permissions.require_path("fs.read", path)
        try:
            data = await anyio.to_thread.run_sync(read_file, real, Limit.FILE_BYTES)
            found = await anyio.to_thread.run_sync(scenario_files.read, data, real.suffix)
        except FileFailure as error:
            raise FileFailed(path=path, reason=str(error)) from None
        except scenario_files.NotScenarios as error:
            raise InvalidFile(path=path, reason=str(error)) from None
        return self.add_file(found, path)

    def add_file(self, file: ScenarioFile, source: str) -> list[str]:
        """Add what a file holds, all or nothing; gives the names of its scenarios.

        Raises AlreadyExists, InvalidDefinition, InvalidMatcher.
        """
        scenarios: dict[str, Scenario] = {}
        fixtures: dict[str, FixtureDefinition] = {}
        for fixture in file.fixtures or ():
            self.check_fixture(fixture)
            if fixture.name in fixtures:
                raise AlreadyExists(kind="fixture", name=fixture.name)
            fixtures[fixture.name] = fixture
        for scenario in file.scenarios:
            made = self.checked_scenario(scenario, source, scenarios)
            scenarios[made.name] = made
        self._definitions |= fixtures
        self._scenarios |= scenarios
        return list(scenarios)

    def list_scenarios(self, tags: list[str] | None = None) -> list[ScenarioInfo]:
        options = SuiteOptions() if tags is None else SuiteOptions(tags=tags)
        return [scenario.info() for scenario in chosen(self._scenarios.values(), options)]

    async def run_scenario(self, scenario: str, options: RunOptions | None = None) -> ScenarioResult:
        return await ScenarioRun(self._surroundings(), self._scenario(scenario), options).run()

    def _scenario(self, name: str) -> Scenario:
        if name not in self._scenarios:
            raise not_found("scenario", name, self._scenarios)
        return self._scenarios[name]

    def _surroundings(self) -> Surroundings:
        return Surroundings(self.session, self._clock, self._doubles, self._fixture)

    async def run_suite(self, options: SuiteOptions | None = None) -> SuiteReport:
        options = options or SuiteOptions()
        names = options.scenarios
        given = list(self._scenarios.values()) if names is None else [self._scenario(name) for name in names]
        run = SuiteRun(self._surroundings(), chosen(given, options), options)
        if not options.coverage:
            return await run.run()
        counts = Counts()
        self._coverage.start(counts)
        try:
            found = await run.run()
        finally:
            self._coverage.stop(counts)
        found.coverage = coverage.report(self.session.interface, counts, recording=False)
        return found

    def format_report(self, report: SuiteReport, format: ReportFormat) -> str:
        return reports.write(report, format)

    # --- assertions

    def assert_equals(self, actual: Any, expected: Any, message: str | None = None) -> None:
        self._assert(AssertType.EQUALS, actual, expected, message)

    def assert_contains(self, actual: Any, expected: Any, message: str | None = None) -> None:
        self._assert(AssertType.CONTAINS, actual, expected, message)

    def assert_matches(self, actual: Any, expected: Any, message: str | None = None) -> None:
        self._assert(AssertType.MATCHES, actual, expected, message)

    def _assert(self, type: AssertType, actual: Any, expected: Any, message: str | None) -> None:
        require(type, compared(expected_by(type, expected), actual), message)

    async def assert_throws(
        self, action: Callback[[], Any], error: ErrorExpectation | None = None
    ) -> ErrorInfo:
        try:
            value = await action()
        except (Cancelled, SessionClosed):
            raise
        except BridgeError as raised:
            require(AssertType.THROWS, error_mismatches(error, raised))
            return ErrorInfo.model_validate(raised.to_json())
        wanted = error.to_json() if error is not None else {}
        said = f"the error {shown(wanted)}" if wanted else "an error"
        missing = Mismatch("", f"expected {said}, given the result {shown(value)}", wanted)
        require(AssertType.THROWS, [missing])
        raise AssertionError("a mismatch is an error")

    def compare(self, actual: Any, expected: Any, type: AssertType = AssertType.MATCHES) -> Comparison:
        found = compared(expected_by(type, expected), actual)
        return Comparison(matched=not found, differences=[mismatch.told() for mismatch in found])

    # --- mocks

    def create_mock(self, mock: MockDefinition) -> str:
        return self._doubles.make(mock).name

    async def call_mock(self, mock: str, arguments: list[Any] | None = None) -> Any:
        found = self._doubles.find(mock)
        if not isinstance(found, AnsweringMock):
            raise InvalidDefinition(
                kind="mock", name=mock, path="/type", reason="a service is asked through its provider"
            )
        value = found(*(arguments or ()))
        return await value if hasattr(value, "__await__") else value

    def get_mock_calls(self, mock: str) -> list[MockCall]:
        return list(self._doubles.find(mock).recorded)

    def list_mocks(self) -> list[MockInfo]:
        return [mock.info() for mock in self._doubles.all()]

    def verify_mock(self, mock: str, expectation: CallExpectation | None = None) -> None:
        found = call_mismatches(self._doubles.find(mock), expectation or CallExpectation())
        if found:
            require(assertion_type(found[0]), found, about=f"mock {mock}")

    def reset_mock(self, mock: str) -> None:
        self._doubles.find(mock).forget()

    async def remove_mock(self, mock: str) -> None:
        await self._doubles.remove(self._doubles.find(mock))

    # --- fixtures

    def create_fixture(self, fixture: FixtureDefinition) -> str:
        self.check_fixture(fixture)
        self._definitions[fixture.name] = fixture
        return fixture.name

    def check_fixture(self, fixture: FixtureDefinition) -> None:
        """Raises AlreadyExists, InvalidDefinition, InvalidMatcher."""
        if fixture.name in self._definitions:
            raise AlreadyExists(kind="fixture", name=fixture.name)
        Definitions(self.session.interface, "fixture", fixture.name).fixture(fixture)

    async def setup_fixture(self, fixture: str) -> dict[str, Any]:
        self._fixture(fixture)
        try:
            return dict((await self._fixtures.set_up(fixture)).names)
        except BaseException as error:
            await self._fixtures.tear_down(fixture)
            if isinstance(error, BridgeError) and not isinstance(error, FixtureFailed):
                raise FixtureFailed(fixture=fixture, reason=error.message, cause=error) from error
            raise

    async def teardown_fixture(self, fixture: str | None = None) -> list[str]:
        if fixture is not None:
            self._fixture(fixture)
        gone, failures = await self._fixtures.tear_down(fixture)
        if failures:
            raise failures[0]
        return gone

    def list_fixtures(self) -> list[FixtureInfo]:
        return [
            FixtureInfo(
                name=name,
                summary=definition.summary,
                scope=definition.scope or FixtureScope.SCENARIO,
                active=name in self._fixtures,
            )
            for name, definition in self._definitions.items()
        ]

    # --- coverage

    def start_coverage(self) -> None:
        self._counts = self._counts or Counts()
        self._coverage.start(self._counts)

    def stop_coverage(self) -> None:
        if self._counts is not None:
            self._coverage.stop(self._counts)

    def get_coverage(self, options: CoverageOptions | None = None) -> CoverageReport:
        if self._counts is None:
            raise CoverageOff()
        recording = self._coverage.counts_for(self._counts)
        only = options.bridges if options is not None else None
        return coverage.report(self.session.interface, self._counts, recording, only)

    def merge_coverage(self, reports: list[CoverageReport]) -> CoverageReport:
        return coverage.merged(self.session.interface, reports)

    async def reset(self) -> None:
        _, failures = await self._fixtures.tear_down()
        for mock in reversed(self._doubles.all()):
            await self._doubles.remove(mock)
        self._definitions.clear()
        self._scenarios.clear()
        self.stop_coverage()
        self._counts = None
        if failures:
            raise failures[0]
