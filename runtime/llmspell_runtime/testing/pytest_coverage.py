"""Coverage of the interface in a run of pytest, over all of its processes."""

from __future__ import annotations

from typing import Any, Final

import pytest
from llmspell._interface import INTERFACE
from llmspell.testing.types import CoverageReport

from llmspell_runtime.testing import coverage, reports

_KEY: Final = "llmspell_coverage"


class RunCoverage:
    """Counts in every session that this process opens; merges what the workers of xdist have counted."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._threshold: float = config.getoption("llmspell_coverage")
        self._counts = coverage.Counts()
        self._coverage = coverage.Coverage()
        self._coverage.start(self._counts)
        self._others: list[CoverageReport] = []

    def _found(self) -> CoverageReport:
        own = coverage.report(INTERFACE, self._counts, recording=False)
        return coverage.merged(INTERFACE, [own, *self._others])

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        """A worker of xdist has ended: take what it has counted."""
        given = getattr(node, "workeroutput", {}).get(_KEY)
        if given is not None:
            self._others.append(CoverageReport(**given))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hand the counts over, or hold them against the threshold."""
        self._coverage.stop(self._counts)
        output = getattr(self._config, "workeroutput", None)
        if output is not None:
            output[_KEY] = self._found().to_json()
        elif session.exitstatus == pytest.ExitCode.OK and self._found().functions.percent < self._threshold:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Show what was covered."""
        found = self._found()
        terminalreporter.section("coverage of the interface")
        for line in reports.coverage_lines(found):
            terminalreporter.write_line(line)
        percent = found.functions.percent
        if percent < self._threshold:
            text = f"coverage of functions: {percent:g} % is less than {self._threshold:g} %"
            terminalreporter.write_line(text, red=True)
