"""From interface.yaml to the output tree: load, check, render, format, write."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from bridgegen import targets
from bridgegen.diagnostics import Report
from bridgegen.load import Sources, load
from bridgegen.load.header import output_of


@dataclass(slots=True)
class Outcome:
    """What a run found and did; paths are relative to the output folder."""

    report: Report
    sources: Sources
    output: Path | None = None
    written: list[str] = field(default_factory=list)


def generate(interface_file: Path, wanted: list[str] | None = None) -> Outcome:
    """Renders the targets called ``wanted`` (all when None); writes nothing when anything is wrong."""
    interface, report, sources = load(interface_file)
    found = targets.find(wanted, report)
    outcome = Outcome(report, sources)
    if interface is None or report.has_errors:
        return outcome
    for target in found:
        report.extend(target.check(interface))
    if report.has_errors:
        return outcome
    files: dict[str, str] = {}
    for target in found:
        for unit in target.units(interface):
            for file in unit.render():
                files[f"{target.name}/{file.path}"] = file.text
    outcome.output = (interface_file.parent / output_of(interface_file)).resolve()
    for path, text in _formatted(files).items():
        place = outcome.output / path
        if not place.exists() or place.read_text() != text:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)
            outcome.written.append(path)
    return outcome


def _formatted(files: dict[str, str]) -> dict[str, str]:
    """The files, Python ones formatted by one run of ruff over all of them."""
    python = [path for path in files if path.endswith((".py", ".pyi"))]
    if not python:
        return files
    with tempfile.TemporaryDirectory(prefix="bridgegen-") as folder:
        for number, path in enumerate(python):
            Path(folder, f"{number}.py{'i' * path.endswith('.pyi')}").write_text(files[path])
        run = [
            sys.executable,
            "-m",
            "ruff",
            "format",
            "--isolated",
            "--no-cache",
            "-q",
            "--line-length",
            "110",
            folder,
        ]
        subprocess.run(run, check=True)
        for number, path in enumerate(python):
            files[path] = Path(folder, f"{number}.py{'i' * path.endswith('.pyi')}").read_text()
    return files
