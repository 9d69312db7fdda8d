"""What ``llmspell test`` does: runs files of scenarios, tells of each, and writes a report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bridge_runtime.errors import BridgeError
from llmspell._interface import INTERFACE
from llmspell.testing.types import CoverageReport, Outcome, ReportFormat, ScenarioResult, SuiteOptions

from llmspell_runtime.files import FileFailure, write_file
from llmspell_runtime.testing import coverage, file_runs, reports
from llmspell_runtime.testing.clock import SYSTEM

FORMATS: Final = {
    ".xml": ReportFormat.JUNIT,
    ".json": ReportFormat.JSON,
    ".md": ReportFormat.MARKDOWN,
    ".tap": ReportFormat.TAP,
}
"""The format of a report, by how its file ends."""


class Misused(Exception):
    """The command line makes no sense; the message says why."""


@dataclass
class ToRun:
    """What to run, and what to do with the outcome."""

    paths: Sequence[Path]
    permissions: Mapping[str, Any]
    options: SuiteOptions = field(default_factory=SuiteOptions)
    reports: Sequence[Path] = ()
    threshold: float | None = None
    """The share of functions to be covered, in percent; None for no coverage."""


def run_files(run: ToRun, say: Callable[[str], object]) -> bool:
    """Run the files, say line by line what came of them, and write the reports; True when all is well. Raises Misused."""
    for path in run.reports:
        if path.suffix.lower() not in FORMATS:
            raise Misused(f"{path}: a report ends in {', '.join(FORMATS)}")
    try:
        files = file_runs.find(run.paths)
    except file_runs.Unusable as error:
        raise Misused(str(error)) from None
    if not files:
        raise Misused(f"no file here ends in {' or '.join(file_runs.SUFFIXES)}")
    counts, covering = coverage.Counts(), coverage.Coverage()
    if run.threshold is not None:
        covering.start(counts)
    began, started = SYSTEM.now(), datetime.now(UTC)
    results = _run_all(files, run, say)
    covering.stop(counts)
    whole = file_runs.together("llmspell test", results, started, SYSTEM.since(began))
    if run.threshold is not None:
        whole.coverage = coverage.report(INTERFACE, counts, recording=False)
    _summarise(whole.totals.to_json(), whole.duration_ms, say)
    for path in run.reports:
        _write(path, reports.write(whole, FORMATS[path.suffix.lower()]))
    good = whole.outcome in (Outcome.PASSED, Outcome.SKIPPED)
    return _covered(whole.coverage, run.threshold, say) and good


def _run_all(files: list[Path], run: ToRun, say: Callable[[str], object]) -> list[ScenarioResult]:
    results: list[ScenarioResult] = []
    for path in files:
        try:
            report = file_runs.run(path, file_runs.read(path), run.options, run.permissions)
        except file_runs.Unusable as error:
            report = file_runs.not_run(path, str(error))
        except BridgeError as error:  # its session did not end as it should
            report = file_runs.not_run(path, f"{error.code}: {error.message}")
        say(str(path))
        for result in report.scenarios:
            for line in _told(result):
                say(f"  {line}")
        if report.reason:
            say(f"  {reports.MARKS[report.outcome]} {report.reason}")
            report.scenarios.append(_besides(path, report.reason))
        results += report.scenarios
        if run.options.stop_on_failure and report.outcome in (Outcome.FAILED, Outcome.ERROR):
            break
    return results


def _besides(path: Path, reason: str) -> ScenarioResult:
    """What went wrong besides a file's scenarios, so that it counts."""
    return file_runs.not_run(path, reason).scenarios[0]


def _told(result: ScenarioResult) -> Iterable[str]:
    mark = reports.MARKS[result.outcome]
    if result.outcome is Outcome.PASSED:
        yield f"{mark} {result.scenario} ({result.duration_ms:.0f} ms)"
    elif result.outcome is Outcome.SKIPPED:
        yield f"{mark} {result.scenario}: {result.reason}"
    else:
        yield f"{mark} {result.scenario}"
        yield from (f"  {line}" for line in reports.explained(result).splitlines())


def _summarise(totals: Mapping[str, int], milliseconds: float, say: Callable[[str], object]) -> None:
    kinds = ("passed", "failed", "errors", "skipped")
    told = ", ".join(f"{totals[kind]} {kind}" for kind in kinds if totals[kind]) or "nothing to run"
    say(f"{told} in {milliseconds / 1000:.2f} s")


def _covered(found: CoverageReport | None, threshold: float | None, say: Callable[[str], object]) -> bool:
    if found is None or threshold is None:
        return True
    for line in reports.coverage_lines(found):
        say(line)
    enough = found.functions.percent >= threshold
    if not enough:
        say(f"coverage of functions: {found.functions.percent:g} % is less than {threshold:g} %")
    return enough


def _write(path: Path, text: str) -> None:
    try:
        write_file(path.absolute().parent.resolve() / path.name, text.encode("utf-8"))
    except FileFailure as error:
        raise Misused(f"{path}: {error}") from None


def main(run: ToRun) -> int:
    """The exit status of the command: 0, 1 when something has not passed, 2 when it was misused, 130 when interrupted."""
    try:
        return 0 if run_files(run, print) else 1
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    except Misused as error:
        print(f"llmspell: {error}", file=sys.stderr)
        return 2
