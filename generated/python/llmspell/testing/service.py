"""What an implementation of testing provides."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from bridge_runtime.callbacks import Callback
from bridge_runtime.service import Service

from ..shared.types import ErrorInfo
from .types import (
    AssertType,
    CallExpectation,
    Comparison,
    CoverageOptions,
    CoverageReport,
    ErrorExpectation,
    FixtureDefinition,
    FixtureInfo,
    MockCall,
    MockDefinition,
    MockInfo,
    ReportFormat,
    RunOptions,
    ScenarioDefinition,
    ScenarioInfo,
    ScenarioResult,
    SuiteOptions,
    SuiteReport,
)


class TestingService(Service):
    """Tests of what is built on this interface; scenarios, doubles, assertions, and what they have
    covered.

    A **scenario** is a list of steps, each a call of a function of this interface or of a function of
    the program's own, and what it is expected to give. It runs in a session of its own, so that nothing
    is left behind, and ends in a report step by step. A **fixture** prepares what scenarios need, and
    clears it away. A **suite** runs many scenarios; its report can be had as JSON, JUnit XML, Markdown
    and TAP.

    **Mocks** are doubles, and say so: a function, a tool or a provider that answers what the test has written, and keeps
    what it was asked. Nothing pretends that a model is behind it.

    **Matchers** stand where an expected value stands, at any depth. A matcher is an object with one key that begins with `$`:

    | matcher | fits |
    | --- | --- |
    | `{$any: true}` | any value that is there, null too |
    | `{$absent: true}` | a field that is not there |
    | `{$type: integer}` | a value of a JSON type: string, number, integer, boolean, null, array, object; or of one of a list of them |
    | `{$contains: x}` | a text that holds the text x; a list in which an item fits x (each item of x, when x is a list); an object whose fields fit those of x |
    | `{$partial: {…}}` | an object that has these fields; so do objects inside them, at any depth |
    | `{$regex: '^ab+'}` | a text in which the pattern is found; `{$regex: {pattern: …, ignore_case: true, full: true}}` |
    | `{$approx: 0.3}` | a number close to it, relatively 1e-6; `{$approx: {value: 0.3, absolute: 0.01, relative: 0}}` |
    | `{$gt: 3}` `{$gte: 3}` `{$lt: 3}` `{$lte: 3}` | a number, or a text, on that side |
    | `{$length: 3}` | a text, list or object of that length; the length may be a matcher |
    | `{$each: x}` | a list each of whose items fits x |
    | `{$unordered: […]}` | a list with these items in any order |
    | `{$field: {a.b.0: x}}` | a value that has x at this path |
    | `{$json: x}` | a text that is JSON, whose value fits x |
    | `{$all_of: […]}` `{$any_of: […]}` `{$not: x}` | all of them, at least one, not this |
    | `{$literal: x}` | exactly x, with keys that begin with `$` |

    Patterns are those of Rust's regex: no look-around and no back-references, so that no pattern and no
    text takes long. Numbers are equal when they mean the same: 1 is 1.0, and true is not 1.

    **Names.** `as` gives the result of a step a name. `$name`, and `$name.field.0` of what is inside, stand for it in the steps after;
    `$$` begins a literal dollar. Where a callback is expected a step writes `{$mock: name}` for a mock that is a function,
    or `{$callback: {returns: <json>}}`.

    **Coverage** of functions, events and errors is counted from `testing.start_coverage` on, in this session and in those opened
    within it, whichever surface the calls come from. A session that does not count pays nothing.
    """

    @abstractmethod
    def create_scenario(self, scenario: ScenarioDefinition) -> str:
        """Add a scenario to the session.

        Its functions, patterns and matchers are checked at once, so that a slip of the pen is found here
        and not when it runs. A name that is taken is refused.

        Raises testing.already_exists, testing.invalid_definition, testing.invalid_matcher.
        """

    @abstractmethod
    async def load_scenarios(self, path: str) -> list[str]:
        """Add the scenarios and fixtures of a file.

        The file is JSON or YAML (`.yaml`, `.yml`; needs the extra `llmspell[schema]`). It holds one scenario, or `scenarios`, `fixtures` and
        `mocks`, with `tags` and `permissions` for them all. When one of them cannot be added, none is.

        Raises testing.already_exists, testing.invalid_definition, testing.invalid_matcher, testing.file_failed, testing.invalid_file.
        """

    @abstractmethod
    def list_scenarios(self, tags: list[str] | None = None) -> list[ScenarioInfo]:
        """The session's scenarios, in the order they were made."""

    @abstractmethod
    async def run_scenario(self, scenario: str, options: RunOptions | None = None) -> ScenarioResult:
        """Run a scenario in a session of its own.

        Fixtures are set up, mocks made and the steps taken in order, until one does not pass. Then
        everything is cleared away in reverse order, whatever has happened. That a scenario does not pass is
        no error of this call: its outcome says so.

        The scenario's session has this session's permissions, or fewer; it shares nothing else with it but
        mocks that are functions.

        Raises testing.not_found.
        """

    @abstractmethod
    async def run_suite(self, options: SuiteOptions | None = None) -> SuiteReport:
        """Run scenarios, and report on them all.

        Raises testing.not_found.
        """

    @abstractmethod
    def format_report(self, report: SuiteReport, format: ReportFormat) -> str:
        """Write a suite's report as text."""

    @abstractmethod
    def assert_equals(self, actual: Any, expected: Any, message: str | None = None) -> None:
        """Demand that a value is the same JSON as another.

        Nothing in the expected value is a matcher; for those there is testing.assert_matches.

        Raises testing.assertion_failed.
        """

    @abstractmethod
    def assert_contains(self, actual: Any, expected: Any, message: str | None = None) -> None:
        """Demand that a text holds a text, a list holds items, or an object holds fields.

        Raises testing.assertion_failed, testing.invalid_matcher.
        """

    @abstractmethod
    def assert_matches(self, actual: Any, expected: Any, message: str | None = None) -> None:
        """Demand that a value fits an expected one with matchers in it.

        Raises testing.assertion_failed, testing.invalid_matcher.
        """

    @abstractmethod
    async def assert_throws(
        self, action: Callback[[], Any], error: ErrorExpectation | None = None
    ) -> ErrorInfo:
        """Demand that something fails.

        Raises testing.assertion_failed, testing.invalid_matcher.
        """

    @abstractmethod
    def compare(self, actual: Any, expected: Any, type: AssertType = AssertType.MATCHES) -> Comparison:
        """Hold a value against an expected one, without an error when it does not fit.

        Raises testing.invalid_matcher.
        """

    @abstractmethod
    def create_mock(self, mock: MockDefinition) -> str:
        """Make a double of a function, a tool or a provider.

        Raises testing.already_exists, testing.invalid_definition, testing.invalid_matcher.
        """

    @abstractmethod
    async def call_mock(self, mock: str, arguments: list[Any] | None = None) -> Any:
        """Ask a mock that is a function or an object.

        For a function of the program's own that passes on what it is asked.

        Raises testing.not_found, testing.unexpected_call, testing.invalid_definition.
        """

    @abstractmethod
    def get_mock_calls(self, mock: str) -> list[MockCall]:
        """What a mock has been asked, oldest first.

        The last 1000 calls. Of a service each call has one argument: what was asked, with `model`,
        `messages` and `tools`.

        Raises testing.not_found.
        """

    @abstractmethod
    def list_mocks(self) -> list[MockInfo]:
        """The session's mocks, in the order they were made."""

    @abstractmethod
    def verify_mock(self, mock: str, expectation: CallExpectation | None = None) -> None:
        """Demand that a mock was asked what it should have been.

        Raises testing.not_found, testing.assertion_failed, testing.invalid_matcher.
        """

    @abstractmethod
    def reset_mock(self, mock: str) -> None:
        """Make a mock forget its calls and begin with its first response again.

        The script of a service begins again too.

        Raises testing.not_found.
        """

    @abstractmethod
    async def remove_mock(self, mock: str) -> None:
        """Take a mock away, and its tool or provider.

        Raises testing.not_found.
        """

    @abstractmethod
    def create_fixture(self, fixture: FixtureDefinition) -> str:
        """Say how to prepare what scenarios need.

        Nothing is done before a scenario names it, or testing.setup_fixture does.

        Raises testing.already_exists, testing.invalid_definition, testing.invalid_matcher.
        """

    @abstractmethod
    async def setup_fixture(self, fixture: str) -> dict[str, Any]:
        """Prepare a fixture, and those it needs, in this session.

        Its mocks are made and its calls are made here, until testing.teardown_fixture clears them away. A
        fixture that is set up already gives its values again. When something fails, what was set up is
        cleared away at once.

        Raises testing.not_found, testing.fixture_failed.
        """

    @abstractmethod
    async def teardown_fixture(self, fixture: str | None = None) -> list[str]:
        """Clear away what fixtures have set up in this session, the newest first.

        A fixture takes those with it that need it. All is tried, and then the first thing that failed is
        raised.

        Raises testing.not_found, testing.fixture_failed.
        """

    @abstractmethod
    def list_fixtures(self) -> list[FixtureInfo]:
        """The session's fixtures, in the order they were made."""

    @abstractmethod
    def start_coverage(self) -> None:
        """Count from now on which functions are called, which events are emitted and which errors occur.

        In this session, in those opened within it already and in those to come. What was counted before is
        kept; it is dropped by testing.reset.
        """

    @abstractmethod
    def stop_coverage(self) -> None:
        """Count no more; what was counted stays."""

    @abstractmethod
    def get_coverage(self, options: CoverageOptions | None = None) -> CoverageReport:
        """What was covered so far.

        Raises testing.coverage_off, testing.invalid_coverage.
        """

    @abstractmethod
    def merge_coverage(self, reports: list[CoverageReport]) -> CoverageReport:
        """Several reports of coverage as one, of several sessions or programs.

        Raises testing.invalid_coverage.
        """

    @abstractmethod
    async def reset(self) -> None:
        """Clear away all that this bridge holds.

        Fixtures are torn down, then mocks, fixtures, scenarios and the coverage are dropped.

        Raises testing.fixture_failed.
        """
