"""Running files of scenarios, each in a session of its own: what the command and the plugin of pytest share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from bridge_runtime.errors import BridgeError
from llmspell import Session
from llmspell.testing.types import Outcome, ScenarioFile, ScenarioResult, SuiteOptions, SuiteReport

from llmspell_runtime.files import FileFailure, read_file
from llmspell_runtime.testing import scenario_files
from llmspell_runtime.testing.suites import totals, worst

if TYPE_CHECKING:
    from llmspell_runtime.testing.service import Tests

SUFFIXES: Final = (".scenario.yaml", ".scenario.yml", ".scenario.json")
"""How files of scenarios end, by which folders are searched."""

MAX_BYTES: Final = 4 * 1024 * 1024


class Unusable(Exception):
    """A file cannot be read, or holds no scenarios; the message says why."""


def is_scenario_file(path: Path) -> bool:
    """Whether a file's name says that it holds scenarios."""
    return path.name.lower().endswith(SUFFIXES)


def find(paths: Iterable[Path]) -> list[Path]:
    """The files among ``paths`` as they are, and the files of scenarios in the folders; each once.

    Raises Unusable for a path where nothing is.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if is_scenario_file(file) and file.is_file())
            found.update(dict.fromkeys(sorted(inside)))
        elif path.exists():
            found[path] = None
        else:
            raise Unusable(f"there is no file or folder {path}")
    return list(found)


def read(path: Path) -> ScenarioFile:
    """What the file at ``path`` holds; raises Unusable."""
    try:
        return scenario_files.read(read_file(path.resolve(), MAX_BYTES), path.suffix)
    except (FileFailure, scenario_files.NotScenarios, BridgeError) as error:
        raise Unusable(str(error)) from None


def run(
    path: Path, file: ScenarioFile, options: SuiteOptions, permissions: Mapping[str, Any] | None
) -> SuiteReport:
    """Run scenarios of ``file``. Raises Unusable for definitions that make no sense, and what a session raises."""
    with Session(permissions=permissions) as session:
        add(session, path, file)
        return session.testing.run_suite(**dict(options))


def add(session: Session, path: Path, file: ScenarioFile) -> list[str]:
    """Add what ``file`` holds to ``session``; gives the scenarios' names. Raises Unusable."""
    service = cast("Tests", session.core.service("testing"))
    try:
        return service.add_file(file, str(path))
    except BridgeError as error:
        raise Unusable(error.message) from None


def not_run(path: Path, reason: str) -> SuiteReport:
    """The report of a file that could not be used."""
    result = ScenarioResult(
        scenario=str(path), source=str(path), outcome=Outcome.ERROR, reason=reason, duration_ms=0, steps=[]
    )
    return together(str(path), [result], datetime.now(UTC), 0)


def together(name: str, results: list[ScenarioResult], started: datetime, duration_ms: float) -> SuiteReport:
    """One report of scenarios that were run in several sessions."""
    return SuiteReport(
        name=name,
        outcome=worst(result.outcome for result in results),
        totals=totals(results),
        duration_ms=duration_ms,
        started_at=started,
        scenarios=results,
    )
