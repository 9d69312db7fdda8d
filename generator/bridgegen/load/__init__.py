"""Files to the checked model: reads interface.yaml and its modules, and lowers them."""

from __future__ import annotations

from pathlib import Path

from bridgegen.diagnostics import Report
from bridgegen.load.project import Project, Sources, load_project
from bridgegen.load.remembered import Lost
from bridgegen.model import Interface

__all__ = ["Lost", "Project", "Sources", "load", "load_project"]


def load(path: Path | str) -> tuple[Interface | None, Report, Sources]:
    """Reads the interface whose interface.yaml is ``path``.

    Returns the model, or None when there are errors; what was found; and the text of every file read, by
    the name that positions give it. Nothing is written, and no cache is used.
    """
    project = load_project(path)
    return project.interface, project.report, project.sources
