"""Types of testing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from bridge_runtime.records import CallbackMark, Record
from pydantic import Field

from ..provider.types import ScriptStep
from ..shared.types import ErrorInfo, Timestamp


class AssertType(StrEnum):
    """What an assertion asks."""

    EQUALS = "equals"
    """The same JSON; nothing in the expected value is a matcher."""
    CONTAINS = "contains"
    """A text holds a text, a list holds items, an object holds fields."""
    MATCHES = "matches"
    """The expected value fits; it may have matchers in it."""
    THROWS = "throws"
    """The call fails, with an error that fits."""


class MockType(StrEnum):
    """What a mock stands in for."""

    FUNCTION = "function"
    """A function that is passed as a callback."""
    OBJECT = "object"
    """A tool, registered under the mock's name."""
    SERVICE = "service"
    """A provider, made under the mock's name; it is a scripted one."""


class Outcome(StrEnum):
    """How a step or a scenario ended."""

    PASSED = "passed"
    """All was as expected."""
    FAILED = "failed"
    """Something was not as expected."""
    ERROR = "error"
    """It could not be tried: a call failed of which nothing was expected, or a fixture did."""
    SKIPPED = "skipped"
    """It did not run."""


class FixtureScope(StrEnum):
    """How long what a fixture has set up lasts."""

    SCENARIO = "scenario"
    """For one scenario; the next one gets its own."""
    SUITE = "suite"
    """For all scenarios of a suite."""


class EventOrder(StrEnum):
    """How the events of a step are held against the expected ones."""

    EXACT = "exact"
    """Exactly these, in this order."""
    ORDERED = "ordered"
    """These, in this order; others may come between."""
    ANY = "any"
    """These, in any order; others may come too."""


class ReportFormat(StrEnum):
    """How a report is written."""

    JSON = "json"
    """The report as it is."""
    JUNIT = "junit"
    """JUnit XML, which CI services read."""
    MARKDOWN = "markdown"
    """For people: a table, and what failed."""
    TAP = "tap"
    """Test Anything Protocol 14."""


class MockFailure(Record):
    """An error of this interface."""

    code: str = "runtime.callback_failed"
    """Its code: "tool.timed_out"."""
    message: str | None = None
    """What it says; made from the fields when left out."""
    fields: dict[str, Any] | None = None
    """Its fields."""


class MockResponse(Record):
    """An answer of a mock.

    One of `returns` and `fails`; null is returned when there is neither.
    """

    when: list[Any] | None = None
    """Only for calls with these arguments, with matchers: [{"city": "Oslo"}]."""
    returns: Any = None
    """What it returns."""
    fails: MockFailure | None = None
    """What it fails with."""
    delay_seconds: Annotated[float | None, Field(ge=0.0, le=3600.0)] = None
    """Time to pass before it answers."""
    times: Annotated[int, Field(ge=1)] = 1
    """How many calls it answers."""
    always: bool = False
    """Answer any number of calls."""


class MockDefinition(Record):
    """A double, and what it answers.

    A call gets the first response that is not used up and whose `when` fits its arguments. A mock
    without responses answers null, as often as it is asked; when it has some and none fits, its handler
    answers, and without one the call fails with `testing.unexpected_call`.
    """

    name: Annotated[str | None, Field(max_length=64, min_length=1, pattern="^[A-Za-z_][A-Za-z0-9_-]*$")] = (
        None
    )
    """Unique in the session; mock_1, mock_2 and so on when left out."""
    type: MockType
    """What it stands in for."""
    description: str | None = None
    """What a model reads about it; of an object."""
    parameters: dict[str, Any] | None = None
    """JSON Schema of its arguments; of an object."""
    responses: list[MockResponse] | None = None
    """What a function or an object answers."""
    handler: Annotated[MockHandler, CallbackMark("testing.MockHandler")] | None = None
    """Answers what no response fits, of a function or an object; so a mock can watch over a real function."""
    script: list[ScriptStep] | None = None
    """What a service answers."""
    model: Annotated[str | None, Field(min_length=1)] = None
    """The model that a service says it is."""
    strict: bool = False
    """Whether a response that is left over makes a scenario fail."""


class ErrorExpectation(Record):
    """An error; what is left out may be anything."""

    code: Any = None
    """Its code, or a matcher: "tool.not_found"."""
    message: Any = None
    """Its message, or a matcher."""
    fields: dict[str, Any] | None = None
    """Some of its fields, with matchers."""
    recovery: str | None = None
    """What may help."""
    cause: ErrorExpectation | None = None
    """The error that led to it."""


class Assertion(Record):
    """One thing to ask of a result."""

    type: AssertType = AssertType.MATCHES
    """How to compare."""
    path: str | None = None
    """Where to look: "message.content", "0.name"; the whole when left out."""
    expected: Any
    """What to find there; for `throws` fields of the error, such as {"code": "tool.not_found"}."""
    message: str | None = None
    """What to say when it does not hold."""


class EventExpectation(Record):
    """An event that is expected."""

    type: Annotated[str, Field(max_length=200, min_length=1)]
    """Its type, or a pattern: "tool.*"."""
    data: Any = None
    """Some fields of its data, with matchers."""
    times: Annotated[int | None, Field(ge=0)] = None
    """How often such an event comes in all; at least once when left out."""


class CallExpectation(Record):
    """What a mock should have been asked; all that is named must hold, and one call at least when nothing
    is.
    """

    times: Annotated[int | None, Field(ge=0)] = None
    """How many calls there were."""
    at_least: Annotated[int | None, Field(ge=0)] = None
    """How many calls there were at least."""
    at_most: Annotated[int | None, Field(ge=0)] = None
    """How many calls there were at most."""
    never: bool = False
    """That there was none."""
    called_with: list[Any] | None = None
    """The argument list of one of the calls, with matchers."""
    last_called_with: list[Any] | None = None
    """The argument list of the last call, with matchers."""
    calls: list[list[Any]] | None = None
    """The argument lists of all calls, in order, with matchers."""
    all_used: bool = False
    """That no response is left over."""


class StepExpectation(Record):
    """What a step is expected to give; all that is named must hold."""

    result: Any = None
    """What it returns, with matchers; the list of items of a function that streams."""
    error: ErrorExpectation | None = None
    """What it fails with."""
    assertions: list[Assertion] | None = None
    """More to ask of the result or the error."""
    events: list[EventExpectation] | None = None
    """What is emitted meanwhile."""
    event_order: EventOrder = EventOrder.ORDERED
    """How the events are compared."""
    mocks: dict[str, CallExpectation] | None = None
    """What mocks have been asked so far, by their names."""
    within_ms: Annotated[float | None, Field(gt=0.0)] = None
    """Longest time it may take."""
    eventually_seconds: Annotated[float | None, Field(gt=0.0, le=3600.0)] = None
    """How long to look again, when events or calls of mocks may come after the call has returned."""


class ScenarioStep(Record):
    """One call, and what is expected of it.

    Exactly one of `call` and `run`.
    """

    name: str | None = None
    """What to call it in the report."""
    call: str | None = None
    """The function of this interface, with its module: "tool.execute"."""
    run: Annotated[StepFunction, CallbackMark("testing.StepFunction")] | None = None
    """Instead of `call`: a function of the program's own."""
    with_: Annotated[dict[str, Any] | None, Field(alias="with")] = None
    """The arguments by name; for `run` its input."""
    as_: Annotated[
        Annotated[str | None, Field(min_length=1, pattern="^[A-Za-z_][A-Za-z0-9_]*$")], Field(alias="as")
    ] = None
    """A name for the result in later steps."""
    expect: StepExpectation | None = None
    """What is expected; that it does not fail when left out."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """Longest time of this step."""


class ScenarioExpectation(Record):
    """What is expected of a scenario as a whole, when its last step is done."""

    events: list[EventExpectation] | None = None
    """What was emitted."""
    event_order: EventOrder = EventOrder.ORDERED
    """How the events are compared."""
    mocks: dict[str, CallExpectation] | None = None
    """What mocks were asked, by their names."""


class ScenarioDefinition(Record):
    """A test - steps to take, and what is expected of them."""

    name: Annotated[str | None, Field(max_length=200, min_length=1)] = None
    """Unique in the session; scenario_1, scenario_2 and so on when left out."""
    summary: str | None = None
    """What it shows."""
    tags: list[str] | None = None
    """Words that suites choose it by."""
    skip: str | None = None
    """Why it is not to run now."""
    permissions: dict[str, Any] | None = None
    """What its session may do, as in session.open; all that this one may when left out."""
    fixtures: list[str] | None = None
    """Fixtures to set up before, in this order."""
    mocks: list[MockDefinition] | None = None
    """Doubles to make before the first step."""
    variables: dict[str, Any] | None = None
    """Values by the names that steps use them by."""
    steps: Annotated[list[ScenarioStep], Field(max_length=1000)]
    """What to do, in order."""
    expect: ScenarioExpectation | None = None
    """What is expected of it as a whole."""
    continue_on_failure: bool = False
    """Take the steps after one that failed too."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """Longest time of the whole; 60 when left out."""


class MockInfo(Record):
    """A mock and how it has done."""

    name: str
    """What it is called."""
    type: MockType
    """What it stands in for."""
    calls: int
    """Calls so far."""
    responses: int
    """Responses it was given."""
    unused: list[int]
    """The numbers of responses that are left over, from 1."""


class MockCall(Record):
    """One call of a mock."""

    number: Annotated[int, Field(ge=1)]
    """Which call it was."""
    arguments: list[Any]
    """Its arguments, in order; of a service the request."""
    response: Annotated[int | None, Field(ge=1)] = None
    """The number of the response that answered; absent when none did."""
    returned: Any = None
    """What it returned; absent when it failed."""
    error: ErrorInfo | None = None
    """What it failed with."""


class FixtureDefinition(Record):
    """Something that scenarios need, how to make it, and how to clear it away."""

    name: Annotated[str, Field(max_length=200, min_length=1)]
    """Unique in the session."""
    summary: str | None = None
    """What it prepares."""
    scope: FixtureScope = FixtureScope.SCENARIO
    """How long it lasts."""
    needs: list[str] | None = None
    """Other fixtures to set up before, in this order."""
    values: dict[str, Any] | None = None
    """Values by the names that steps use them by."""
    mocks: list[MockDefinition] | None = None
    """Doubles to make."""
    setup: Annotated[list[ScenarioStep] | None, Field(max_length=1000)] = None
    """Calls to make, in order; the names they bind are the fixture's."""
    teardown: Annotated[list[ScenarioStep] | None, Field(max_length=1000)] = None
    """Calls that clear it away; all are made, even after one has failed."""


class ScenarioFile(Record):
    """A file of scenarios.

    A file that holds one scenario alone may be the scenario itself, with its `steps`.
    """

    version: int = 1
    """The version of this form of file."""
    tags: list[str] | None = None
    """Tags that all its scenarios have."""
    permissions: dict[str, Any] | None = None
    """What the sessions of those scenarios may do that do not say."""
    fixtures: list[FixtureDefinition] | None = None
    """Fixtures for its scenarios."""
    mocks: list[MockDefinition] | None = None
    """Doubles that each of its scenarios has, before its own."""
    scenarios: list[ScenarioDefinition]
    """The scenarios, in order."""


class ScenarioInfo(Record):
    """A scenario as a list shows it."""

    name: str
    """What it is called."""
    summary: str | None = None
    """What it shows."""
    tags: list[str]
    """Words that suites choose it by."""
    steps: int
    """How many steps it has."""
    source: str | None = None
    """The file it comes from."""


class FixtureInfo(Record):
    """A fixture as a list shows it."""

    name: str
    """What it is called."""
    summary: str | None = None
    """What it prepares."""
    scope: FixtureScope
    """How long it lasts."""
    active: bool
    """Whether it is set up in this session."""


class RunOptions(Record):
    """How to run a scenario this once."""

    variables: dict[str, Any] | None = None
    """Values beside and instead of the scenario's own."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """Instead of the scenario's own limit."""


class SuiteOptions(Record):
    """Which scenarios to run, and how."""

    name: str | None = None
    """What to call the suite in its report; "suite" when left out."""
    scenarios: list[str] | None = None
    """The scenarios, in this order; all, in the order they were made, when left out."""
    tags: list[str] | None = None
    """Only those with one of these tags."""
    exclude_tags: list[str] | None = None
    """None with one of these tags."""
    stop_on_failure: bool = False
    """Skip what has not begun when one has not passed."""
    concurrency: Annotated[int, Field(ge=1, le=16)] = 1
    """How many may run at once."""
    coverage: bool = False
    """Count what is covered and put it into the report."""


class Difference(Record):
    """Where a value is not what was expected."""

    path: str
    """JSON pointer into the value that was given: "/items/0/name"; empty for the whole."""
    message: str
    """What was expected there and what was given."""
    expected: Any = None
    """What was expected there; absent when nothing was."""
    actual: Any = None
    """What was given; absent when there was nothing."""


class Comparison(Record):
    """Whether a value fits, and where it does not."""

    matched: bool
    """True when there is no difference."""
    differences: list[Difference]
    """Where it does not fit, object fields in the order of their names."""


class StepResult(Record):
    """What came of one step."""

    number: Annotated[int, Field(ge=1)]
    """Which step it is; of a fixture's steps too."""
    name: str
    """Its name, or what it calls."""
    outcome: Outcome
    """How it ended."""
    fixture: str | None = None
    """The fixture it belongs to; absent for a step of the scenario."""
    arguments: dict[str, Any] | None = None
    """What was passed, names replaced by their values; secrets are "[redacted]"."""
    result: Any = None
    """What it returned; absent when it failed or did not run."""
    error: ErrorInfo | None = None
    """What it failed with."""
    differences: list[Difference] | None = None
    """Where it was not as expected."""
    events: list[str] | None = None
    """Types of the events that were emitted meanwhile, in order."""
    duration_ms: float
    """Milliseconds it took."""


class ScenarioResult(Record):
    """What came of a scenario."""

    scenario: str
    """The scenario."""
    summary: str | None = None
    """What it shows."""
    tags: list[str] | None = None
    """Its tags."""
    source: str | None = None
    """The file it comes from."""
    outcome: Outcome
    """How it ended."""
    reason: str | None = None
    """Why it did not pass, in a line."""
    duration_ms: float
    """Milliseconds it took, fixtures included."""
    steps: list[StepResult]
    """Every step, those of fixtures too, in the order they were taken."""
    differences: list[Difference] | None = None
    """Where the whole was not as expected."""
    mocks: list[MockInfo] | None = None
    """Its doubles, and which of their responses are left over."""


class SuiteTotals(Record):
    """How many of a suite."""

    scenarios: int
    """Scenarios in all."""
    passed: int
    """Scenarios that passed."""
    failed: int
    """Scenarios that failed."""
    errors: int
    """Scenarios that could not be tried."""
    skipped: int
    """Scenarios that did not run."""
    steps: int
    """Steps that were taken."""


class CoverageCount(Record):
    """How much of something was covered."""

    covered: int
    """How many."""
    total: int
    """Of how many."""
    percent: float
    """The share in percent, to one digit; 100 of nothing."""


class CoverageDetail(Record):
    """What was covered of the functions, events or errors of a module."""

    covered: int
    """How many."""
    total: int
    """Of how many."""
    percent: float
    """The share in percent, to one digit; 100 of nothing."""
    counts: dict[str, int]
    """How often each of those that are covered."""
    missing: list[str]
    """Those that are not, in the order of the interface."""


class BridgeCoverage(Record):
    """What was covered of one module of the interface."""

    bridge: str
    """The module."""
    functions: CoverageDetail
    """Functions that were called."""
    events: CoverageDetail
    """Events that were emitted."""
    errors: CoverageDetail
    """Errors that a call has ended in."""


class CoverageReport(Record):
    """What was covered of the interface."""

    interface_version: str
    """The version of the interface that was counted."""
    recording: bool
    """Whether it is being counted still."""
    sessions: int
    """Sessions that were counted."""
    functions: CoverageCount
    """Functions that were called."""
    events: CoverageCount
    """Events that were emitted."""
    errors: CoverageCount
    """Errors that a call has ended in."""
    bridges: list[BridgeCoverage]
    """Each module that has something to cover, in the order of the interface."""


class SuiteReport(Record):
    """What came of a suite."""

    name: str
    """What the suite is called."""
    outcome: Outcome
    """The worst of its scenarios: error, failed, passed; skipped when none ran."""
    reason: str | None = None
    """What went wrong besides its scenarios: a fixture that lasted for all of them could not be cleared
    away.
    """
    totals: SuiteTotals
    """How many of each."""
    duration_ms: float
    """Milliseconds it took."""
    started_at: Timestamp | None = None
    """When it began."""
    scenarios: list[ScenarioResult]
    """Every scenario, in the order they were chosen."""
    fixtures: list[StepResult] | None = None
    """Steps of fixtures that lasted for the whole suite."""
    coverage: CoverageReport | None = None
    """What was covered."""


class CoverageOptions(Record):
    """What to report of the coverage."""

    bridges: list[str] | None = None
    """Only these modules of the interface; all when left out."""


class ScenarioStarted(Record):
    """A scenario has begun."""

    scenario: str
    """The scenario."""
    steps: int
    """How many steps it has."""


class StepCompleted(Record):
    """A step of a scenario is done."""

    scenario: str
    """The scenario."""
    number: int
    """Which step it is."""
    name: str
    """Its name, or what it calls."""
    outcome: Outcome
    """How it ended."""
    duration_ms: float
    """Milliseconds it took."""


class ScenarioCompleted(Record):
    """A scenario is done."""

    scenario: str
    """The scenario."""
    outcome: Outcome
    """How it ended."""
    reason: str | None = None
    """Why it did not pass, in a line."""
    duration_ms: float
    """Milliseconds it took."""


StepFunction: TypeAlias = Callable[[dict[str, Any]], Any | Awaitable[Any]]
"""Something of the program's own to be done as a step.

Called with (input).

Args:
    input: What the step passes as `with`, names replaced by their values.
"""

MockHandler: TypeAlias = Callable[[list[Any]], Any | Awaitable[Any]]
"""Answers a mock's calls.

Called with (arguments).

Args:
    arguments: The arguments, in order.
"""

Action: TypeAlias = Callable[[], Any | Awaitable[Any]]
"""Something that is expected to fail.

Called with ().
"""
MockDefinition.model_rebuild()
ErrorExpectation.model_rebuild()
StepExpectation.model_rebuild()
ScenarioStep.model_rebuild()
ScenarioDefinition.model_rebuild()
FixtureDefinition.model_rebuild()
ScenarioFile.model_rebuild()
