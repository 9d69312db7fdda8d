"""Runs a verb and tells what came of it; each gives the exit status."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bridgegen.pipeline import Outcome


def check(path: Path, format: str = "text") -> int:
    """``bridgegen check``: 0 when nothing is wrong with the interface at ``path``, else 1."""
    from bridgegen import pipeline

    outcome = pipeline.check(path)
    _report(outcome, path, format)
    if format == "text" and not len(outcome.report):
        print("nothing is wrong")
    return 1 if outcome.report.has_errors else 0


def generate(
    path: Path,
    wanted: list[str] | None = None,
    *,
    only_check: bool = False,
    use_cache: bool = True,
    format: str = "text",
) -> int:
    """``bridgegen generate``: 1 when there are errors or, with ``only_check``, when a file would change."""
    from bridgegen import pipeline

    outcome = pipeline.generate(path, wanted, only_check=only_check, use_cache=use_cache)
    if format == "json":
        _print_json(outcome, path)
    else:
        _report(outcome, path, format)
        if not outcome.report.has_errors and format == "text":
            _print_changes(outcome, only_check)
    return 1 if outcome.report.has_errors or (only_check and outcome.drift) else 0


def _shown(path: Path) -> str:
    from bridgegen.reporting import shown_path

    return shown_path(path.name, path.parent)


def _report(outcome: Outcome, path: Path, format: str) -> None:
    """Diagnostics for people go to standard error, those for machines to standard output."""
    from bridgegen import reporting

    project = path.resolve().parent.parent
    if format != "text":
        print(reporting.render(outcome.report, outcome.sources, project, format))
    elif len(outcome.report):
        from bridgegen.reporting.text import as_text

        found = reporting.ordered(outcome.report)
        print(as_text(found, outcome.sources, project, colour=_has_colour()), file=sys.stderr)


def _has_colour() -> bool:
    return sys.stderr.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _print_changes(outcome: Outcome, only_check: bool) -> None:
    assert outcome.output is not None
    where = _shown(outcome.output)
    if only_check:
        for path in outcome.drift:
            print(f"differs: {path}")
        print(
            f"{len(outcome.drift)} of the files in {where} differ; run `bridgegen generate`"
            if outcome.drift
            else f"{where} is up to date"
        )
        return
    removed = f", {len(outcome.removed)} removed" if outcome.removed else ""
    files = "file" if len(outcome.written) == 1 else "files"
    print(f"{len(outcome.written)} {files} written{removed}, {outcome.unchanged} unchanged in {where}")


def _print_json(outcome: Outcome, path: Path) -> None:
    import json

    from bridgegen.reporting import ordered
    from bridgegen.reporting.machine import as_objects

    result: dict[str, Any] = {
        "output": str(outcome.output) if outcome.output else None,
        "written": outcome.written,
        "removed": outcome.removed,
        "unchanged": outcome.unchanged,
        "drift": outcome.drift,
        "rendered": outcome.rendered,
        "diagnostics": as_objects(ordered(outcome.report), path.resolve().parent.parent),
    }
    print(json.dumps(result, indent=2, ensure_ascii=False))
