"""Tests of what is built on this interface; scenarios, doubles, assertions, and what they have covered. For asynchronous programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from bridge_runtime import clients
from bridge_runtime.values import UNSET, Unset

from ..provider.types import ScriptStep
from ..shared.types import ErrorInfo
from .types import (
    Action,
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
    MockHandler,
    MockInfo,
    MockResponse,
    MockType,
    ReportFormat,
    RunOptions,
    ScenarioDefinition,
    ScenarioExpectation,
    ScenarioInfo,
    ScenarioResult,
    ScenarioStep,
    SuiteOptions,
    SuiteReport,
)


class AsyncTestingBridge(clients.AsyncBridge):
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

    async def create_scenario(
        self,
        *,
        name: str | None = None,
        summary: str | None = None,
        tags: list[str] | None = None,
        skip: str | None = None,
        permissions: dict[str, Any] | None = None,
        fixtures: list[str] | None = None,
        mocks: Sequence[MockDefinition | dict[str, Any]] | None = None,
        variables: dict[str, Any] | None = None,
        steps: Sequence[ScenarioStep | dict[str, Any]],
        expect: ScenarioExpectation | dict[str, Any] | None = None,
        continue_on_failure: bool | None = None,
        timeout_seconds: float | None = None,
    ) -> str:
        """Add a scenario to the session.

        Its functions, patterns and matchers are checked at once, so that a slip of the pen is found here
        and not when it runs. A name that is taken is refused.

        Args:
            name: Unique in the session; scenario_1, scenario_2 and so on when left out.
            summary: What it shows.
            tags: Words that suites choose it by.
            skip: Why it is not to run now.
            permissions: What its session may do, as in session.open; all that this one may when left out.
            fixtures: Fixtures to set up before, in this order.
            mocks: Doubles to make before the first step.
            variables: Values by the names that steps use them by.
            steps: What to do, in order.
            expect: What is expected of it as a whole.
            continue_on_failure: Take the steps after one that failed too. Default: False.
            timeout_seconds: Longest time of the whole; 60 when left out.

        Raises:
            AlreadyExists: Something of this kind has this name already.
            InvalidDefinition: A scenario, fixture or mock makes no sense.
            InvalidMatcher: What stands in an expected value is no matcher, or asks for too much.
        """
        scenario = ScenarioDefinition(
            **clients.given(
                name=name,
                summary=summary,
                tags=tags,
                skip=skip,
                permissions=permissions,
                fixtures=fixtures,
                mocks=mocks,
                variables=variables,
                steps=steps,
                expect=expect,
                continue_on_failure=continue_on_failure,
                timeout_seconds=timeout_seconds,
            )
        )
        result: str = await self.core.acall("testing.create_scenario", {"scenario": scenario})
        return result

    async def load_scenarios(self, path: str) -> list[str]:
        """Add the scenarios and fixtures of a file.

        The file is JSON or YAML (`.yaml`, `.yml`; needs the extra `llmspell[schema]`). It holds one scenario, or `scenarios`, `fixtures` and
        `mocks`, with `tags` and `permissions` for them all. When one of them cannot be added, none is.

        Args:
            path: The file.

        Raises:
            AlreadyExists: Something of this kind has this name already.
            InvalidDefinition: A scenario, fixture or mock makes no sense.
            InvalidMatcher: What stands in an expected value is no matcher, or asks for too much.
            FileFailed: A file could not be read.
            InvalidFile: The file does not hold scenarios.
        """
        result: list[str] = await self.core.acall("testing.load_scenarios", {"path": path})
        return result

    async def list_scenarios(self, tags: list[str] | None = None) -> list[ScenarioInfo]:
        """The session's scenarios, in the order they were made.

        Args:
            tags: Only those with one of these tags.

        Returns:
            A list. Each: A scenario as a list shows it.
        """
        result: list[ScenarioInfo] = await self.core.acall("testing.list_scenarios", {"tags": tags})
        return result

    async def run_scenario(
        self, scenario: str, *, variables: dict[str, Any] | None = None, timeout_seconds: float | None = None
    ) -> ScenarioResult:
        """Run a scenario in a session of its own.

        Fixtures are set up, mocks made and the steps taken in order, until one does not pass. Then
        everything is cleared away in reverse order, whatever has happened. That a scenario does not pass is
        no error of this call: its outcome says so.

        The scenario's session has this session's permissions, or fewer; it shares nothing else with it but
        mocks that are functions.

        Args:
            scenario: The scenario's name.
            variables: Values beside and instead of the scenario's own.
            timeout_seconds: Instead of the scenario's own limit.

        Returns:
            What came of a scenario.

        Raises:
            NotFound: Nothing of this kind has this name.
        """
        options = clients.optional(RunOptions, variables=variables, timeout_seconds=timeout_seconds)
        result: ScenarioResult = await self.core.acall(
            "testing.run_scenario", {"scenario": scenario, "options": options}
        )
        return result

    async def run_suite(
        self,
        *,
        name: str | None = None,
        scenarios: list[str] | None = None,
        tags: list[str] | None = None,
        exclude_tags: list[str] | None = None,
        stop_on_failure: bool | None = None,
        concurrency: int | None = None,
        coverage: bool | None = None,
    ) -> SuiteReport:
        """Run scenarios, and report on them all.

        Args:
            name: What to call the suite in its report; "suite" when left out.
            scenarios: The scenarios, in this order; all, in the order they were made, when left out.
            tags: Only those with one of these tags.
            exclude_tags: None with one of these tags.
            stop_on_failure: Skip what has not begun when one has not passed. Default: False.
            concurrency: How many may run at once. Default: 1.
            coverage: Count what is covered and put it into the report. Default: False.

        Returns:
            What came of a suite.

        Raises:
            NotFound: Nothing of this kind has this name.
        """
        options = clients.optional(
            SuiteOptions,
            name=name,
            scenarios=scenarios,
            tags=tags,
            exclude_tags=exclude_tags,
            stop_on_failure=stop_on_failure,
            concurrency=concurrency,
            coverage=coverage,
        )
        result: SuiteReport = await self.core.acall("testing.run_suite", {"options": options})
        return result

    async def format_report(
        self,
        report: SuiteReport | dict[str, Any],
        format: ReportFormat | Literal["json", "junit", "markdown", "tap"],
    ) -> str:
        """Write a suite's report as text.

        Args:
            report: What testing.run_suite returned.
            format: How to write it.
        """
        result: str = await self.core.acall("testing.format_report", {"report": report, "format": format})
        return result

    async def assert_equals(self, actual: Any, expected: Any, message: str | None = None) -> None:
        """Demand that a value is the same JSON as another.

        Nothing in the expected value is a matcher; for those there is testing.assert_matches.

        Args:
            actual: What there is.
            expected: What should be.
            message: What to say when it is not.

        Raises:
            AssertionFailed: A value is not what was expected.
        """
        await self.core.acall(
            "testing.assert_equals", {"actual": actual, "expected": expected, "message": message}
        )

    async def assert_contains(self, actual: Any, expected: Any, message: str | None = None) -> None:
        """Demand that a text holds a text, a list holds items, or an object holds fields.

        Args:
            actual: What there is.
            expected: What should be in it; it may have matchers in it.
            message: What to say when it is not.

        Raises:
            AssertionFailed: A value is not what was expected.
            InvalidMatcher: What stands in an expected value is no matcher, or asks for too much.
        """
        await self.core.acall(
            "testing.assert_contains", {"actual": actual, "expected": expected, "message": message}
        )

    async def assert_matches(self, actual: Any, expected: Any, message: str | None = None) -> None:
        """Demand that a value fits an expected one with matchers in it.

        Args:
            actual: What there is.
            expected: What should be, with matchers.
            message: What to say when it is not.

        Raises:
            AssertionFailed: A value is not what was expected.
            InvalidMatcher: What stands in an expected value is no matcher, or asks for too much.
        """
        await self.core.acall(
            "testing.assert_matches", {"actual": actual, "expected": expected, "message": message}
        )

    async def assert_throws(
        self,
        action: Action,
        *,
        code: Any | Unset | None = UNSET,
        message: Any | Unset | None = UNSET,
        fields: dict[str, Any] | None = None,
        recovery: str | None = None,
        cause: ErrorExpectation | dict[str, Any] | None = None,
    ) -> ErrorInfo:
        """Demand that something fails.

        Args:
            action: What should fail.
            code: Its code, or a matcher: "tool.not_found".
            message: Its message, or a matcher.
            fields: Some of its fields, with matchers.
            recovery: What may help.
            cause: The error that led to it.

        Returns:
            An error as data, as it stands in events and results.

        Raises:
            AssertionFailed: A value is not what was expected.
            InvalidMatcher: What stands in an expected value is no matcher, or asks for too much.
        """
        error = clients.optional(
            ErrorExpectation, code=code, message=message, fields=fields, recovery=recovery, cause=cause
        )
        result: ErrorInfo = await self.core.acall("testing.assert_throws", {"action": action, "error": error})
        return result

    async def compare(
        self,
        actual: Any,
        expected: Any,
        type: AssertType | Literal["equals", "contains", "matches", "throws"] = AssertType.MATCHES,
    ) -> Comparison:
        """Hold a value against an expected one, without an error when it does not fit.

        Args:
            actual: What there is.
            expected: What should be.
            type: How to compare: equals, contains or matches.

        Returns:
            Whether a value fits, and where it does not.

        Raises:
            InvalidMatcher: What stands in an expected value is no matcher, or asks for too much.
        """
        result: Comparison = await self.core.acall(
            "testing.compare", {"actual": actual, "expected": expected, "type": type}
        )
        return result

    async def create_mock(
        self,
        *,
        name: str | None = None,
        type: MockType | Literal["function", "object", "service"],
        description: str | None = None,
        parameters: dict[str, Any] | None = None,
        responses: Sequence[MockResponse | dict[str, Any]] | None = None,
        handler: MockHandler | None = None,
        script: Sequence[ScriptStep | dict[str, Any]] | None = None,
        model: str | None = None,
        strict: bool | None = None,
    ) -> str:
        """Make a double of a function, a tool or a provider.

        Args:
            name: Unique in the session; mock_1, mock_2 and so on when left out.
            type: What it stands in for.
            description: What a model reads about it; of an object.
            parameters: JSON Schema of its arguments; of an object.
            responses: What a function or an object answers.
            handler: Answers what no response fits, of a function or an object; so a mock can watch over a real function.
            script: What a service answers.
            model: The model that a service says it is.
            strict: Whether a response that is left over makes a scenario fail. Default: False.

        Raises:
            AlreadyExists: Something of this kind has this name already.
            InvalidDefinition: A scenario, fixture or mock makes no sense.
            InvalidMatcher: What stands in an expected value is no matcher, or asks for too much.
        """
        mock = MockDefinition(
            **clients.given(
                name=name,
                type=type,
                description=description,
                parameters=parameters,
                responses=responses,
                handler=handler,
                script=script,
                model=model,
                strict=strict,
            )
        )
        result: str = await self.core.acall("testing.create_mock", {"mock": mock})
        return result

    async def call_mock(self, mock: str, arguments: list[Any] | None = None) -> Any:
        """Ask a mock that is a function or an object.

        For a function of the program's own that passes on what it is asked.

        Args:
            mock: The mock.
            arguments: The arguments, in order. Default: [].

        Raises:
            NotFound: Nothing of this kind has this name.
            UnexpectedCall: A mock was asked what it has no response for.
            InvalidDefinition: A scenario, fixture or mock makes no sense.
        """
        result: Any = await self.core.acall("testing.call_mock", {"mock": mock, "arguments": arguments})
        return result

    async def get_mock_calls(self, mock: str) -> list[MockCall]:
        """What a mock has been asked, oldest first.

        The last 1000 calls. Of a service each call has one argument: what was asked, with `model`,
        `messages` and `tools`.

        Args:
            mock: The mock.

        Returns:
            A list. Each: One call of a mock.

        Raises:
            NotFound: Nothing of this kind has this name.
        """
        result: list[MockCall] = await self.core.acall("testing.get_mock_calls", {"mock": mock})
        return result

    async def list_mocks(self) -> list[MockInfo]:
        """The session's mocks, in the order they were made.

        Returns:
            A list. Each: A mock and how it has done.
        """
        result: list[MockInfo] = await self.core.acall("testing.list_mocks", {})
        return result

    async def verify_mock(
        self,
        mock: str,
        *,
        times: int | None = None,
        at_least: int | None = None,
        at_most: int | None = None,
        never: bool | None = None,
        called_with: list[Any] | None = None,
        last_called_with: list[Any] | None = None,
        calls: list[list[Any]] | None = None,
        all_used: bool | None = None,
    ) -> None:
        """Demand that a mock was asked what it should have been.

        Args:
            mock: The mock.
            times: How many calls there were.
            at_least: How many calls there were at least.
            at_most: How many calls there were at most.
            never: That there was none. Default: False.
            called_with: The argument list of one of the calls, with matchers.
            last_called_with: The argument list of the last call, with matchers.
            calls: The argument lists of all calls, in order, with matchers.
            all_used: That no response is left over. Default: False.

        Raises:
            NotFound: Nothing of this kind has this name.
            AssertionFailed: A value is not what was expected.
            InvalidMatcher: What stands in an expected value is no matcher, or asks for too much.
        """
        expectation = clients.optional(
            CallExpectation,
            times=times,
            at_least=at_least,
            at_most=at_most,
            never=never,
            called_with=called_with,
            last_called_with=last_called_with,
            calls=calls,
            all_used=all_used,
        )
        await self.core.acall("testing.verify_mock", {"mock": mock, "expectation": expectation})

    async def reset_mock(self, mock: str) -> None:
        """Make a mock forget its calls and begin with its first response again.

        The script of a service begins again too.

        Args:
            mock: The mock.

        Raises:
            NotFound: Nothing of this kind has this name.
        """
        await self.core.acall("testing.reset_mock", {"mock": mock})

    async def remove_mock(self, mock: str) -> None:
        """Take a mock away, and its tool or provider.

        Args:
            mock: The mock.

        Raises:
            NotFound: Nothing of this kind has this name.
        """
        await self.core.acall("testing.remove_mock", {"mock": mock})

    async def create_fixture(
        self,
        *,
        name: str,
        summary: str | None = None,
        scope: FixtureScope | Literal["scenario", "suite"] | None = None,
        needs: list[str] | None = None,
        values: dict[str, Any] | None = None,
        mocks: Sequence[MockDefinition | dict[str, Any]] | None = None,
        setup: Sequence[ScenarioStep | dict[str, Any]] | None = None,
        teardown: Sequence[ScenarioStep | dict[str, Any]] | None = None,
    ) -> str:
        """Say how to prepare what scenarios need.

        Nothing is done before a scenario names it, or testing.setup_fixture does.

        Args:
            name: Unique in the session.
            summary: What it prepares.
            scope: How long it lasts. Default: 'scenario'.
            needs: Other fixtures to set up before, in this order.
            values: Values by the names that steps use them by.
            mocks: Doubles to make.
            setup: Calls to make, in order; the names they bind are the fixture's.
            teardown: Calls that clear it away; all are made, even after one has failed.

        Raises:
            AlreadyExists: Something of this kind has this name already.
            InvalidDefinition: A scenario, fixture or mock makes no sense.
            InvalidMatcher: What stands in an expected value is no matcher, or asks for too much.
        """
        fixture = FixtureDefinition(
            **clients.given(
                name=name,
                summary=summary,
                scope=scope,
                needs=needs,
                values=values,
                mocks=mocks,
                setup=setup,
                teardown=teardown,
            )
        )
        result: str = await self.core.acall("testing.create_fixture", {"fixture": fixture})
        return result

    async def setup_fixture(self, fixture: str) -> dict[str, Any]:
        """Prepare a fixture, and those it needs, in this session.

        Its mocks are made and its calls are made here, until testing.teardown_fixture clears them away. A
        fixture that is set up already gives its values again. When something fails, what was set up is
        cleared away at once.

        Args:
            fixture: The fixture.

        Raises:
            NotFound: Nothing of this kind has this name.
            FixtureFailed: A fixture could not be set up, or not be cleared away.
        """
        result: dict[str, Any] = await self.core.acall("testing.setup_fixture", {"fixture": fixture})
        return result

    async def teardown_fixture(self, fixture: str | None = None) -> list[str]:
        """Clear away what fixtures have set up in this session, the newest first.

        A fixture takes those with it that need it. All is tried, and then the first thing that failed is
        raised.

        Args:
            fixture: The fixture; all when left out.

        Raises:
            NotFound: Nothing of this kind has this name.
            FixtureFailed: A fixture could not be set up, or not be cleared away.
        """
        result: list[str] = await self.core.acall("testing.teardown_fixture", {"fixture": fixture})
        return result

    async def list_fixtures(self) -> list[FixtureInfo]:
        """The session's fixtures, in the order they were made.

        Returns:
            A list. Each: A fixture as a list shows it.
        """
        result: list[FixtureInfo] = await self.core.acall("testing.list_fixtures", {})
        return result

    async def start_coverage(self) -> None:
        """Count from now on which functions are called, which events are emitted and which errors occur.

        In this session, in those opened within it already and in those to come. What was counted before is
        kept; it is dropped by testing.reset.
        """
        await self.core.acall("testing.start_coverage", {})

    async def stop_coverage(self) -> None:
        """Count no more; what was counted stays."""
        await self.core.acall("testing.stop_coverage", {})

    async def get_coverage(self, *, bridges: list[str] | None = None) -> CoverageReport:
        """What was covered so far.

        Args:
            bridges: Only these modules of the interface; all when left out.

        Returns:
            What was covered of the interface.

        Raises:
            CoverageOff: Coverage has never been counted in this session.
            InvalidCoverage: What was to be reported or merged is not coverage of this interface.
        """
        options = clients.optional(CoverageOptions, bridges=bridges)
        result: CoverageReport = await self.core.acall("testing.get_coverage", {"options": options})
        return result

    async def merge_coverage(self, reports: Sequence[CoverageReport | dict[str, Any]]) -> CoverageReport:
        """Several reports of coverage as one, of several sessions or programs.

        Args:
            reports: The reports.

        Returns:
            What was covered of the interface.

        Raises:
            InvalidCoverage: What was to be reported or merged is not coverage of this interface.
        """
        result: CoverageReport = await self.core.acall("testing.merge_coverage", {"reports": reports})
        return result

    async def reset(self) -> None:
        """Clear away all that this bridge holds.

        Fixtures are torn down, then mocks, fixtures, scenarios and the coverage are dropped.

        Raises:
            FixtureFailed: A fixture could not be set up, or not be cleared away.
        """
        await self.core.acall("testing.reset", {})
