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

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import events
    from .aio import AsyncTestingBridge
    from .constants import Limit
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
    from .sync import TestingBridge
    from .types import (
        Action,
        Assertion,
        AssertType,
        BridgeCoverage,
        CallExpectation,
        Comparison,
        CoverageCount,
        CoverageDetail,
        CoverageOptions,
        CoverageReport,
        Difference,
        ErrorExpectation,
        EventExpectation,
        EventOrder,
        FixtureDefinition,
        FixtureInfo,
        FixtureScope,
        MockCall,
        MockDefinition,
        MockFailure,
        MockHandler,
        MockInfo,
        MockResponse,
        MockType,
        Outcome,
        ReportFormat,
        RunOptions,
        ScenarioCompleted,
        ScenarioDefinition,
        ScenarioExpectation,
        ScenarioFile,
        ScenarioInfo,
        ScenarioResult,
        ScenarioStarted,
        ScenarioStep,
        StepCompleted,
        StepExpectation,
        StepFunction,
        StepResult,
        SuiteOptions,
        SuiteReport,
        SuiteTotals,
    )

_HOMES: dict[str, str] = {
    "AsyncTestingBridge": ".aio",
    "Limit": ".constants",
    "AlreadyExists": ".errors",
    "AssertionFailed": ".errors",
    "CoverageOff": ".errors",
    "FileFailed": ".errors",
    "FixtureFailed": ".errors",
    "InvalidCoverage": ".errors",
    "InvalidDefinition": ".errors",
    "InvalidFile": ".errors",
    "InvalidMatcher": ".errors",
    "NotFound": ".errors",
    "UnexpectedCall": ".errors",
    "TestingService": ".service",
    "TestingBridge": ".sync",
    "Action": ".types",
    "AssertType": ".types",
    "Assertion": ".types",
    "BridgeCoverage": ".types",
    "CallExpectation": ".types",
    "Comparison": ".types",
    "CoverageCount": ".types",
    "CoverageDetail": ".types",
    "CoverageOptions": ".types",
    "CoverageReport": ".types",
    "Difference": ".types",
    "ErrorExpectation": ".types",
    "EventExpectation": ".types",
    "EventOrder": ".types",
    "FixtureDefinition": ".types",
    "FixtureInfo": ".types",
    "FixtureScope": ".types",
    "MockCall": ".types",
    "MockDefinition": ".types",
    "MockFailure": ".types",
    "MockHandler": ".types",
    "MockInfo": ".types",
    "MockResponse": ".types",
    "MockType": ".types",
    "Outcome": ".types",
    "ReportFormat": ".types",
    "RunOptions": ".types",
    "ScenarioCompleted": ".types",
    "ScenarioDefinition": ".types",
    "ScenarioExpectation": ".types",
    "ScenarioFile": ".types",
    "ScenarioInfo": ".types",
    "ScenarioResult": ".types",
    "ScenarioStarted": ".types",
    "ScenarioStep": ".types",
    "StepCompleted": ".types",
    "StepExpectation": ".types",
    "StepFunction": ".types",
    "StepResult": ".types",
    "SuiteOptions": ".types",
    "SuiteReport": ".types",
    "SuiteTotals": ".types",
}
_MODULES: frozenset[str] = frozenset(
    {
        "events",
    }
)

__all__ = [
    "Action",
    "AlreadyExists",
    "AssertType",
    "Assertion",
    "AssertionFailed",
    "AsyncTestingBridge",
    "BridgeCoverage",
    "CallExpectation",
    "Comparison",
    "CoverageCount",
    "CoverageDetail",
    "CoverageOff",
    "CoverageOptions",
    "CoverageReport",
    "Difference",
    "ErrorExpectation",
    "EventExpectation",
    "EventOrder",
    "FileFailed",
    "FixtureDefinition",
    "FixtureFailed",
    "FixtureInfo",
    "FixtureScope",
    "InvalidCoverage",
    "InvalidDefinition",
    "InvalidFile",
    "InvalidMatcher",
    "Limit",
    "MockCall",
    "MockDefinition",
    "MockFailure",
    "MockHandler",
    "MockInfo",
    "MockResponse",
    "MockType",
    "NotFound",
    "Outcome",
    "ReportFormat",
    "RunOptions",
    "ScenarioCompleted",
    "ScenarioDefinition",
    "ScenarioExpectation",
    "ScenarioFile",
    "ScenarioInfo",
    "ScenarioResult",
    "ScenarioStarted",
    "ScenarioStep",
    "StepCompleted",
    "StepExpectation",
    "StepFunction",
    "StepResult",
    "SuiteOptions",
    "SuiteReport",
    "SuiteTotals",
    "TestingBridge",
    "TestingService",
    "UnexpectedCall",
    "events",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name], __name__), name)
    elif name in _MODULES:
        value = import_module(f".{name}", __name__)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
