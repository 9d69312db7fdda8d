"""The bridge testing as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import CallbackMark
from pydantic import Field
from typing_extensions import TypedDict

from ..shared.types import ErrorInfo
from .errors import (
    AlreadyExists,
    AssertionFailed,
    CoverageOff,
    FileFailed,
    FixtureFailed,
    InvalidCoverage,
    InvalidDefinition,
    InvalidFile,
    InvalidMatcher,
    NotFound,
    UnexpectedCall,
)
from .service import TestingService
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
    ScenarioCompleted,
    ScenarioDefinition,
    ScenarioInfo,
    ScenarioResult,
    ScenarioStarted,
    StepCompleted,
    SuiteOptions,
    SuiteReport,
)


class CreateScenarioArguments(TypedDict):
    scenario: ScenarioDefinition


class LoadScenariosArguments(TypedDict):
    path: Annotated[str, Field(min_length=1)]


class ListScenariosArguments(TypedDict):
    tags: NotRequired[list[str]]


class RunScenarioArguments(TypedDict):
    scenario: str
    options: NotRequired[RunOptions]


class RunSuiteArguments(TypedDict):
    options: NotRequired[SuiteOptions]


class FormatReportArguments(TypedDict):
    report: SuiteReport
    format: ReportFormat


class AssertEqualsArguments(TypedDict):
    actual: Any
    expected: Any
    message: NotRequired[str]


class AssertContainsArguments(TypedDict):
    actual: Any
    expected: Any
    message: NotRequired[str]


class AssertMatchesArguments(TypedDict):
    actual: Any
    expected: Any
    message: NotRequired[str]


class AssertThrowsArguments(TypedDict):
    action: Annotated[Any, CallbackMark("testing.Action")]
    error: NotRequired[ErrorExpectation]


class CompareArguments(TypedDict):
    actual: Any
    expected: Any
    type: NotRequired[AssertType]


class CreateMockArguments(TypedDict):
    mock: MockDefinition


class CallMockArguments(TypedDict):
    mock: str
    arguments: NotRequired[list[Any]]


class GetMockCallsArguments(TypedDict):
    mock: str


class ListMocksArguments(TypedDict):
    pass


class VerifyMockArguments(TypedDict):
    mock: str
    expectation: NotRequired[CallExpectation]


class ResetMockArguments(TypedDict):
    mock: str


class RemoveMockArguments(TypedDict):
    mock: str


class CreateFixtureArguments(TypedDict):
    fixture: FixtureDefinition


class SetupFixtureArguments(TypedDict):
    fixture: str


class TeardownFixtureArguments(TypedDict):
    fixture: NotRequired[str]


class ListFixturesArguments(TypedDict):
    pass


class StartCoverageArguments(TypedDict):
    pass


class StopCoverageArguments(TypedDict):
    pass


class GetCoverageArguments(TypedDict):
    options: NotRequired[CoverageOptions]


class MergeCoverageArguments(TypedDict):
    reports: Annotated[list[CoverageReport], Field(min_length=1)]


class ResetArguments(TypedDict):
    pass


class StepFunctionArguments(TypedDict):
    input: dict[str, Any]


class MockHandlerArguments(TypedDict):
    arguments: list[Any]


class ActionArguments(TypedDict):
    pass


BRIDGE = spec.Bridge(
    name="testing",
    functions={
        "create_scenario": spec.Function(
            name="testing.create_scenario",
            arguments=CreateScenarioArguments,
            parameters=(spec.Parameter("scenario", spread=True),),
            result=str,
            errors=("testing.already_exists", "testing.invalid_definition", "testing.invalid_matcher"),
            position="idl/testing.yaml:520",
            signature="def create_scenario(self, scenario: ScenarioDefinition) -> str",
        ),
        "load_scenarios": spec.Function(
            name="testing.load_scenarios",
            arguments=LoadScenariosArguments,
            parameters=(spec.Parameter("path"),),
            result=list[str],
            is_async=True,
            errors=(
                "testing.already_exists",
                "testing.invalid_definition",
                "testing.invalid_matcher",
                "testing.file_failed",
                "testing.invalid_file",
            ),
            permissions=("fs.read",),
            batch=True,
            position="idl/testing.yaml:551",
            signature="async def load_scenarios(self, path: str) -> list[str]",
        ),
        "list_scenarios": spec.Function(
            name="testing.list_scenarios",
            arguments=ListScenariosArguments,
            parameters=(spec.Parameter("tags", required=False),),
            result=list[ScenarioInfo],
            batch=True,
            position="idl/testing.yaml:585",
            signature="def list_scenarios(self, tags: list[str] | None = None) -> list[ScenarioInfo]",
        ),
        "run_scenario": spec.Function(
            name="testing.run_scenario",
            arguments=RunScenarioArguments,
            parameters=(spec.Parameter("scenario"), spec.Parameter("options", required=False, spread=True)),
            result=ScenarioResult,
            is_async=True,
            errors=("testing.not_found",),
            emits=("testing.start", "testing.step", "testing.complete"),
            batch=True,
            position="idl/testing.yaml:599",
            signature="async def run_scenario(self, scenario: str, options: RunOptions | None = None) -> ScenarioResult",
        ),
        "run_suite": spec.Function(
            name="testing.run_suite",
            arguments=RunSuiteArguments,
            parameters=(spec.Parameter("options", required=False, spread=True),),
            result=SuiteReport,
            is_async=True,
            errors=("testing.not_found",),
            emits=("testing.start", "testing.step", "testing.complete"),
            batch=True,
            position="idl/testing.yaml:707",
            signature="async def run_suite(self, options: SuiteOptions | None = None) -> SuiteReport",
        ),
        "format_report": spec.Function(
            name="testing.format_report",
            arguments=FormatReportArguments,
            parameters=(spec.Parameter("report"), spec.Parameter("format")),
            result=str,
            batch=True,
            position="idl/testing.yaml:773",
            signature="def format_report(self, report: SuiteReport, format: ReportFormat) -> str",
        ),
        "assert_equals": spec.Function(
            name="testing.assert_equals",
            arguments=AssertEqualsArguments,
            parameters=(
                spec.Parameter("actual", nullable=True),
                spec.Parameter("expected", nullable=True),
                spec.Parameter("message", required=False),
            ),
            errors=("testing.assertion_failed",),
            batch=True,
            position="idl/testing.yaml:793",
            signature="def assert_equals(self, actual: Any, expected: Any, message: str | None = None) -> None",
        ),
        "assert_contains": spec.Function(
            name="testing.assert_contains",
            arguments=AssertContainsArguments,
            parameters=(
                spec.Parameter("actual", nullable=True),
                spec.Parameter("expected", nullable=True),
                spec.Parameter("message", required=False),
            ),
            errors=("testing.assertion_failed", "testing.invalid_matcher"),
            batch=True,
            position="idl/testing.yaml:813",
            signature="def assert_contains(self, actual: Any, expected: Any, message: str | None = None) -> None",
        ),
        "assert_matches": spec.Function(
            name="testing.assert_matches",
            arguments=AssertMatchesArguments,
            parameters=(
                spec.Parameter("actual", nullable=True),
                spec.Parameter("expected", nullable=True),
                spec.Parameter("message", required=False),
            ),
            errors=("testing.assertion_failed", "testing.invalid_matcher"),
            batch=True,
            position="idl/testing.yaml:828",
            signature="def assert_matches(self, actual: Any, expected: Any, message: str | None = None) -> None",
        ),
        "assert_throws": spec.Function(
            name="testing.assert_throws",
            arguments=AssertThrowsArguments,
            parameters=(spec.Parameter("action"), spec.Parameter("error", required=False, spread=True)),
            result=ErrorInfo,
            is_async=True,
            errors=("testing.assertion_failed", "testing.invalid_matcher"),
            position="idl/testing.yaml:856",
            signature="async def assert_throws(self, action: Callback[[], Any], error: ErrorExpectation | None = None) -> ErrorInfo",
        ),
        "compare": spec.Function(
            name="testing.compare",
            arguments=CompareArguments,
            parameters=(
                spec.Parameter("actual", nullable=True),
                spec.Parameter("expected", nullable=True),
                spec.Parameter("type", required=False, default="matches"),
            ),
            result=Comparison,
            errors=("testing.invalid_matcher",),
            batch=True,
            position="idl/testing.yaml:873",
            signature="def compare(self, actual: Any, expected: Any, type: AssertType = AssertType.MATCHES) -> Comparison",
        ),
        "create_mock": spec.Function(
            name="testing.create_mock",
            arguments=CreateMockArguments,
            parameters=(spec.Parameter("mock", spread=True),),
            result=str,
            errors=("testing.already_exists", "testing.invalid_definition", "testing.invalid_matcher"),
            position="idl/testing.yaml:894",
            signature="def create_mock(self, mock: MockDefinition) -> str",
        ),
        "call_mock": spec.Function(
            name="testing.call_mock",
            arguments=CallMockArguments,
            parameters=(spec.Parameter("mock"), spec.Parameter("arguments", required=False, default=[])),
            result=Any,
            is_async=True,
            errors=("testing.not_found", "testing.unexpected_call", "testing.invalid_definition"),
            batch=True,
            position="idl/testing.yaml:917",
            signature="async def call_mock(self, mock: str, arguments: list[Any] | None = None) -> Any",
        ),
        "get_mock_calls": spec.Function(
            name="testing.get_mock_calls",
            arguments=GetMockCallsArguments,
            parameters=(spec.Parameter("mock"),),
            result=list[MockCall],
            errors=("testing.not_found",),
            batch=True,
            position="idl/testing.yaml:953",
            signature="def get_mock_calls(self, mock: str) -> list[MockCall]",
        ),
        "list_mocks": spec.Function(
            name="testing.list_mocks",
            arguments=ListMocksArguments,
            parameters=(),
            result=list[MockInfo],
            batch=True,
            position="idl/testing.yaml:976",
            signature="def list_mocks(self) -> list[MockInfo]",
        ),
        "verify_mock": spec.Function(
            name="testing.verify_mock",
            arguments=VerifyMockArguments,
            parameters=(spec.Parameter("mock"), spec.Parameter("expectation", required=False, spread=True)),
            errors=("testing.not_found", "testing.assertion_failed", "testing.invalid_matcher"),
            batch=True,
            position="idl/testing.yaml:986",
            signature="def verify_mock(self, mock: str, expectation: CallExpectation | None = None) -> None",
        ),
        "reset_mock": spec.Function(
            name="testing.reset_mock",
            arguments=ResetMockArguments,
            parameters=(spec.Parameter("mock"),),
            errors=("testing.not_found",),
            batch=True,
            position="idl/testing.yaml:1018",
            signature="def reset_mock(self, mock: str) -> None",
        ),
        "remove_mock": spec.Function(
            name="testing.remove_mock",
            arguments=RemoveMockArguments,
            parameters=(spec.Parameter("mock"),),
            is_async=True,
            errors=("testing.not_found",),
            batch=True,
            position="idl/testing.yaml:1033",
            signature="async def remove_mock(self, mock: str) -> None",
        ),
        "create_fixture": spec.Function(
            name="testing.create_fixture",
            arguments=CreateFixtureArguments,
            parameters=(spec.Parameter("fixture", spread=True),),
            result=str,
            errors=("testing.already_exists", "testing.invalid_definition", "testing.invalid_matcher"),
            position="idl/testing.yaml:1046",
            signature="def create_fixture(self, fixture: FixtureDefinition) -> str",
        ),
        "setup_fixture": spec.Function(
            name="testing.setup_fixture",
            arguments=SetupFixtureArguments,
            parameters=(spec.Parameter("fixture"),),
            result=dict[str, Any],
            is_async=True,
            errors=("testing.not_found", "testing.fixture_failed"),
            batch=True,
            position="idl/testing.yaml:1069",
            signature="async def setup_fixture(self, fixture: str) -> dict[str, Any]",
        ),
        "teardown_fixture": spec.Function(
            name="testing.teardown_fixture",
            arguments=TeardownFixtureArguments,
            parameters=(spec.Parameter("fixture", required=False),),
            result=list[str],
            is_async=True,
            errors=("testing.not_found", "testing.fixture_failed"),
            batch=True,
            position="idl/testing.yaml:1090",
            signature="async def teardown_fixture(self, fixture: str | None = None) -> list[str]",
        ),
        "list_fixtures": spec.Function(
            name="testing.list_fixtures",
            arguments=ListFixturesArguments,
            parameters=(),
            result=list[FixtureInfo],
            batch=True,
            position="idl/testing.yaml:1109",
            signature="def list_fixtures(self) -> list[FixtureInfo]",
        ),
        "start_coverage": spec.Function(
            name="testing.start_coverage",
            arguments=StartCoverageArguments,
            parameters=(),
            batch=True,
            position="idl/testing.yaml:1119",
            signature="def start_coverage(self) -> None",
        ),
        "stop_coverage": spec.Function(
            name="testing.stop_coverage",
            arguments=StopCoverageArguments,
            parameters=(),
            batch=True,
            position="idl/testing.yaml:1127",
            signature="def stop_coverage(self) -> None",
        ),
        "get_coverage": spec.Function(
            name="testing.get_coverage",
            arguments=GetCoverageArguments,
            parameters=(spec.Parameter("options", required=False, spread=True),),
            result=CoverageReport,
            errors=("testing.coverage_off", "testing.invalid_coverage"),
            batch=True,
            position="idl/testing.yaml:1132",
            signature="def get_coverage(self, options: CoverageOptions | None = None) -> CoverageReport",
        ),
        "merge_coverage": spec.Function(
            name="testing.merge_coverage",
            arguments=MergeCoverageArguments,
            parameters=(spec.Parameter("reports"),),
            result=CoverageReport,
            errors=("testing.invalid_coverage",),
            batch=True,
            position="idl/testing.yaml:1166",
            signature="def merge_coverage(self, reports: list[CoverageReport]) -> CoverageReport",
        ),
        "reset": spec.Function(
            name="testing.reset",
            arguments=ResetArguments,
            parameters=(),
            is_async=True,
            errors=("testing.fixture_failed",),
            batch=True,
            position="idl/testing.yaml:1211",
            signature="async def reset(self) -> None",
        ),
    },
    callbacks={
        "StepFunction": spec.Callback(
            name="testing.StepFunction",
            arguments=StepFunctionArguments,
            parameters=(spec.Parameter("input"),),
            result=Any,
        ),
        "MockHandler": spec.Callback(
            name="testing.MockHandler",
            arguments=MockHandlerArguments,
            parameters=(spec.Parameter("arguments"),),
            result=Any,
        ),
        "Action": spec.Callback(name="testing.Action", arguments=ActionArguments, parameters=(), result=Any),
    },
    errors={
        "assertion_failed": spec.Error("testing.assertion_failed", AssertionFailed),
        "invalid_matcher": spec.Error("testing.invalid_matcher", InvalidMatcher),
        "invalid_definition": spec.Error("testing.invalid_definition", InvalidDefinition),
        "not_found": spec.Error("testing.not_found", NotFound),
        "already_exists": spec.Error("testing.already_exists", AlreadyExists),
        "unexpected_call": spec.Error("testing.unexpected_call", UnexpectedCall),
        "fixture_failed": spec.Error("testing.fixture_failed", FixtureFailed),
        "file_failed": spec.Error("testing.file_failed", FileFailed),
        "invalid_file": spec.Error("testing.invalid_file", InvalidFile),
        "coverage_off": spec.Error("testing.coverage_off", CoverageOff),
        "invalid_coverage": spec.Error("testing.invalid_coverage", InvalidCoverage),
    },
    events={
        "testing.start": spec.Event("testing.start", ScenarioStarted),
        "testing.step": spec.Event("testing.step", StepCompleted),
        "testing.complete": spec.Event("testing.complete", ScenarioCompleted),
    },
    service=TestingService,
    position="idl/testing.yaml:2",
)
