"""Diagnostics for people and for machines: text, JSON, GitHub annotations, SARIF."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from bridgegen.diagnostics import Diagnostic
from bridgegen.model import Position

FORMATS = ("text", "json", "github", "sarif")


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file and place, each only once; those without a place come last."""

    def key(diagnostic: Diagnostic) -> tuple[bool, Position, str]:
        position = diagnostic.position
        return position is None, position or Position("", 0, 0), diagnostic.rule

    return sorted(dict.fromkeys(diagnostics), key=key)


def shown_path(file: str, project: Path) -> str:
    """A position's file as seen from the current folder, so that a click in a terminal opens it.

    ``project`` is the folder that position files are relative to: the one above the interface's own.
    """
    path = project / file
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if relative.startswith(f"..{os.sep}..{os.sep}..") else relative


def render(diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], project: Path, format: str) -> str:
    """Every diagnostic in ``format``, sorted; empty when there is none and the format is for reading."""
    found = ordered(diagnostics)
    if format == "json":
        from bridgegen.reporting.machine import as_json

        return as_json(found, project)
    if format == "sarif":
        from bridgegen.reporting.sarif import as_sarif

        return as_sarif(found, project)
    if format == "github":
        from bridgegen.reporting.machine import as_github

        return as_github(found, project)
    from bridgegen.reporting.text import as_text

    return as_text(found, sources, project)
