"""Every fixture gives exactly the diagnostics beside it: ``case.yaml`` and ``case.errors``.

A case of many files is a folder with an ``interface.yaml`` and an ``errors`` file. A line of the expectation
is ``file:line:column rule message``. To add a case, add the two files; there is no Python to write.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bridgegen import rules, targets
from bridgegen.diagnostics import Diagnostic
from bridgegen.load import load
from bridgegen.reporting import ordered

FIXTURES = Path(__file__).parent / "fixtures"
CASES = sorted(
    [*FIXTURES.glob("*.yaml"), *(path for path in FIXTURES.iterdir() if path.is_dir())],
    key=lambda path: path.stem,
)
HEADER = """\
interface: fixture
version: 1.0.0
summary: Holds one module.
modules: [{module}]
permissions: {{llm: {{summary: Call a model.}}, fs.read: {{summary: Read., takes: paths}}}}
"""


def found_in(case: Path, folder: Path) -> list[str]:
    """One line per diagnostic of the interface that ``case`` is or belongs to."""
    interface = case / "interface.yaml"
    if case.is_file():
        folder = folder / "idl"
        folder.mkdir()
        shutil.copy(case, folder)
        interface = folder / "interface.yaml"
        interface.write_text(HEADER.format(module=case.stem))
    model, report, _ = load(interface)
    assert (model is None) == report.has_errors
    return [_line(diagnostic) for diagnostic in ordered(report)]


def expectation(case: Path) -> list[str]:
    """The lines of the file beside the case."""
    beside = case / "errors" if case.is_dir() else case.with_suffix(".errors")
    return beside.read_text(encoding="utf-8").splitlines()


def _line(diagnostic: Diagnostic) -> str:
    position = diagnostic.position
    where = f"{position.file.rpartition('/')[2]}:{position.line}:{position.column}" if position else "-"
    return f"{where} {diagnostic.rule} {diagnostic.message}"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_fixture_gives_the_diagnostics_beside_it(case: Path, tmp_path: Path) -> None:
    assert found_in(case, tmp_path) == expectation(case)


def test_every_rule_of_the_language_has_a_fixture() -> None:
    """A rule that no fixture breaks is a rule nobody has seen; those of running and writing are tested apart."""
    shown = {line.split()[1] for case in CASES for line in expectation(case)}
    elsewhere = {"output", "target", "file", "name", *targets.BUILTIN}
    missing = {rule.name for rule in rules.every() if rule.category not in elsewhere} - shown
    # These compare two versions of an interface: see lock_fixtures.
    assert missing == {"lock-name-changed", "lock-name-reused"}
