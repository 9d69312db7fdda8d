"""Diagnostics as JSON and as annotations of a GitHub workflow."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bridgegen.diagnostics import Diagnostic
from bridgegen.reporting import shown_path


def as_objects(diagnostics: Sequence[Diagnostic], project: Path) -> list[dict[str, Any]]:
    """One plain object per diagnostic; ``file``, ``line`` and ``column`` are null without a place."""
    found = []
    for diagnostic in diagnostics:
        position = diagnostic.position
        found.append(
            {
                "rule": diagnostic.rule,
                "severity": diagnostic.severity,
                "message": diagnostic.message,
                "file": shown_path(position.file, project) if position else None,
                "line": position.line if position else None,
                "column": position.column if position else None,
            }
        )
    return found


def as_json(diagnostics: Sequence[Diagnostic], project: Path) -> str:
    return json.dumps({"diagnostics": as_objects(diagnostics, project)}, indent=2, ensure_ascii=False)


def as_github(diagnostics: Sequence[Diagnostic], project: Path) -> str:
    """Workflow commands; source: docs.github.com, "Workflow commands for GitHub Actions"."""
    lines = []
    for diagnostic in diagnostics:
        properties = {"title": diagnostic.rule}
        if position := diagnostic.position:
            place = {
                "file": shown_path(position.file, project),
                "line": position.line,
                "col": position.column,
            }
            properties = {**{key: str(value) for key, value in place.items()}, **properties}
        pairs = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        lines.append(f"::{diagnostic.severity} {pairs}::{_data(diagnostic.message)}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
