"""Formats the Python files of a run: one call of ruff over all of them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bridgegen.diagnostics import Report

_SUFFIXES = (".py", ".pyi")


def format_python(files: dict[str, str], report: Report) -> None:
    """Replaces each Python text in ``files`` (path -> text) by its formatted form.

    A text that is no Python is reported: the target that made it is broken.
    """
    python = [path for path in files if path.endswith(_SUFFIXES)]
    if not python:
        return
    with tempfile.TemporaryDirectory(prefix="bridgegen-") as folder:
        for path in python:
            place = Path(folder, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(files[path], encoding="utf-8", newline="\n")
        result = subprocess.run(
            [*_ruff(), "format", "--isolated", "--no-cache", "--line-length", "110", "."],
            cwd=folder,
            capture_output=True,
            text=True,
        )
        if result.returncode:
            detail = " ".join(result.stderr.split()) or f"ruff ended with status {result.returncode}"
            message = f"a target wrote Python that cannot be formatted: {detail}"
            report.error("target-invalid-output", message, None)
            return
        for path in python:
            files[path] = Path(folder, path).read_text(encoding="utf-8")


def _ruff() -> list[str]:
    """The ruff that is installed beside us, found without starting a second Python where possible."""
    beside = Path(sys.executable).parent / "ruff"
    return [str(beside)] if beside.exists() else [sys.executable, "-m", "ruff"]
