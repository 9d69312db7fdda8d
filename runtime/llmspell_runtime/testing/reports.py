"""A suite's report as text: JSON, JUnit XML, Markdown, TAP."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Final
from xml.etree import ElementTree

from llmspell.testing.types import (
    CoverageReport,
    Outcome,
    ReportFormat,
    ScenarioResult,
    StepResult,
    SuiteReport,
)

from llmspell_runtime.testing.comparison import shown

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

MARKS: Final = {
    Outcome.PASSED: "✓",
    Outcome.FAILED: "✗",
    Outcome.ERROR: "!",
    Outcome.SKIPPED: "-",
}


def write(report: SuiteReport, format: ReportFormat) -> str:
    """``report`` in ``format``."""
    return _WRITERS[format](report)


def explained(result: ScenarioResult) -> str:
    """Why a scenario has not passed, for people: the reason, the steps, and every difference."""
    return "\n".join(_explanation(result))


def _explanation(result: ScenarioResult) -> Iterator[str]:
    yield result.reason or result.outcome.value
    for step in result.steps:
        of = f" (fixture {step.fixture})" if step.fixture else ""
        yield f"  {MARKS[step.outcome]} {step.number}. {step.name}{of}"
        if step.outcome in (Outcome.FAILED, Outcome.ERROR):
            yield from (f"      {line}" for line in _of_step(step))
    for difference in result.differences or ():
        yield f"  {difference.path}: {difference.message}"
    for mock in result.mocks or ():
        if mock.unused:
            yield f"  mock {mock.name}: responses left over: {', '.join(map(str, mock.unused))}"


def _of_step(step: StepResult) -> Iterator[str]:
    if "arguments" in step.model_fields_set:
        yield f"with: {shown(step.arguments)}"
    if step.error is not None:
        yield f"error {step.error.code}: {step.error.message}"
    elif "result" in step.model_fields_set:
        yield f"gave: {shown(step.result)}"
    for difference in step.differences or ():
        yield f"{difference.path}: {difference.message}" if difference.path else difference.message
    if step.events:
        yield f"events: {', '.join(step.events[:50])}"


def coverage_lines(coverage: CoverageReport) -> Iterator[str]:
    """Coverage as a table of text: a line per module, and what is missing."""
    rows: list[tuple[str, Any]] = [(bridge.bridge, bridge) for bridge in coverage.bridges]
    width = max(len(name) for name, _ in [*rows, ("bridge", None)])
    yield f"{'bridge':{width}}  functions     events     errors"
    for name, row in [*rows, ("all", coverage)]:
        counts = (
            f"{c.covered}/{c.total}" if c.total else "-" for c in (row.functions, row.events, row.errors)
        )
        yield f"{name:{width}}  {'  '.join(f'{text:>9}' for text in counts)}"
    for bridge in coverage.bridges:
        if bridge.functions.covered and bridge.functions.missing:
            yield f"not called of {bridge.bridge}: {', '.join(_local(n) for n in bridge.functions.missing)}"


def _local(name: str) -> str:
    return name.partition(".")[2]


def _json(report: SuiteReport) -> str:
    return json.dumps(report.to_json(), ensure_ascii=False, indent=2) + "\n"


def _junit(report: SuiteReport) -> str:
    totals = report.totals
    numbers = {
        "name": _xml(report.name),
        "tests": str(totals.scenarios),
        "failures": str(totals.failed),
        "errors": str(totals.errors),
        "skipped": str(totals.skipped),
        "time": _seconds(report.duration_ms),
    }
    root = ElementTree.Element("testsuites", numbers)
    suite = ElementTree.SubElement(root, "testsuite", numbers)
    if report.started_at is not None:
        suite.set("timestamp", report.started_at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    for result in report.scenarios:
        _junit_case(suite, report.name, result)
    if report.reason:
        ElementTree.SubElement(suite, "system-err").text = _xml(report.reason)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _junit_case(suite: ElementTree.Element, name: str, result: ScenarioResult) -> None:
    case = ElementTree.SubElement(
        suite,
        "testcase",
        {
            "name": _xml(result.scenario),
            "classname": _xml(result.source or name),
            "time": _seconds(result.duration_ms),
        },
    )
    kind = {Outcome.FAILED: "failure", Outcome.ERROR: "error", Outcome.SKIPPED: "skipped"}.get(result.outcome)
    if kind is not None:
        told = ElementTree.SubElement(case, kind, {"message": _xml(result.reason or kind)})
        if kind != "skipped":
            told.set("type", _kind_of_failure(result))
            told.text = _xml(explained(result))


def _kind_of_failure(result: ScenarioResult) -> str:
    """The code of the error that ended it, if one did."""
    for step in result.steps:
        if step.outcome is Outcome.ERROR and step.error is not None:
            return _xml(step.error.code)
    return "testing.assertion_failed" if result.outcome is Outcome.FAILED else "error"


def _markdown(report: SuiteReport) -> str:
    totals = report.totals
    lines = [
        f"# {_line(report.name)}: {report.outcome.value}",
        "",
        f"{totals.scenarios} scenarios: {totals.passed} passed, {totals.failed} failed, {totals.errors} errors, "
        f"{totals.skipped} skipped; {totals.steps} steps in {_seconds(report.duration_ms)} s.",
        *(["", f"**{_line(report.reason)}**"] if report.reason else []),
        "",
        "| | scenario | steps | ms | |",
        "| --- | --- | --- | --- | --- |",
    ]
    for result in report.scenarios:
        cells = [
            MARKS[result.outcome],
            _cell(result.scenario),
            str(len(result.steps)),
            f"{result.duration_ms:g}",
            _cell(result.reason or result.summary or ""),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    for result in report.scenarios:
        if result.outcome in (Outcome.FAILED, Outcome.ERROR):
            fence = _fence(text := explained(result))
            lines += ["", f"## {_line(result.scenario)}", "", f"{fence}text", text, fence]
    if report.coverage is not None:
        lines += ["", "## Coverage", "", *_coverage_table(report)]
    return "\n".join(lines) + "\n"


def _coverage_table(report: SuiteReport) -> Iterator[str]:
    assert report.coverage is not None
    yield "| bridge | functions | events | errors |"
    yield "| --- | --- | --- | --- |"
    rows: list[tuple[str, Any]] = [(bridge.bridge, bridge) for bridge in report.coverage.bridges]
    for name, row in [*rows, ("all", report.coverage)]:
        counts = (f"{c.covered} of {c.total}" for c in (row.functions, row.events, row.errors))
        yield f"| {name} | {' | '.join(counts)} |"


def _tap(report: SuiteReport) -> str:
    lines = ["TAP version 14", f"1..{len(report.scenarios)}"]
    for number, result in enumerate(report.scenarios, 1):
        good = result.outcome in (Outcome.PASSED, Outcome.SKIPPED)
        name = _line(result.scenario).replace("\\", "\\\\").replace("#", "\\#")
        directive = f"time={result.duration_ms:g}ms"
        if result.outcome is Outcome.SKIPPED:
            directive = f"SKIP {_line(result.reason or '')}".rstrip()
        lines.append(f"{'ok' if good else 'not ok'} {number} - {name} # {directive}")
        if not good:
            block = {"outcome": result.outcome.value, "message": result.reason or ""}
            lines += [
                "  ---",
                *(f"  {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in block.items()),
            ]
            lines += ["  details: |", *(f"    {line}" for line in explained(result).splitlines()), "  ..."]
    if report.reason:
        lines.append(f"Bail out! {_line(report.reason)}")
    return "\n".join(lines) + "\n"


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.3f}"


def _xml(text: str) -> str:
    """``text`` without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def _line(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return _line(text).replace("\\", "\\\\").replace("|", "\\|")


def _fence(text: str) -> str:
    """A fence that no run of backticks in ``text`` ends."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(3, longest + 1)


_WRITERS: Final[dict[ReportFormat, Callable[[SuiteReport], str]]] = {
    ReportFormat.JSON: _json,
    ReportFormat.JUNIT: _junit,
    ReportFormat.MARKDOWN: _markdown,
    ReportFormat.TAP: _tap,
}
