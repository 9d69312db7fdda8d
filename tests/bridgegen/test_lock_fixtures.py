"""Two versions of an interface and what the lock says of the step between them: ``before``, ``after``, ``verdict``.

A verdict holds the diagnostics of ``after.yaml`` (``line:column rule message``), or, when there are none, the
lines of abi.lock that were added (``+``) and changed (``-`` and ``+``). To add a case, add a folder of three files.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path

import pytest
from bridgegen import lock, naming
from bridgegen.load import Project, load_project
from bridgegen.model import Interface
from bridgegen.reporting import ordered

FIXTURES = Path(__file__).parent / "lock_fixtures"
HEADER = "interface: fixture\nversion: 1.0.0\nsummary: Holds one module.\nmodules: [shop]\n"


def names(interface: Interface) -> Mapping[str, str]:
    """A small stand-in for the target ``lua``: functions and types, named as C would."""
    found = {}
    for module in interface.modules:
        for function in module.functions:
            local = function.doc.rename.get("lua", function.name.local)
            found[f"function {function.name}"] = f"{module.name}_{local}"
        for named in module.types:
            local = named.doc.rename.get("lua", named.name.local)
            found[f"type {named.name}"] = f"{module.name}_{local.lower()}"
    return found


def load_and_freeze(folder: Path, text: str) -> tuple[Project, str]:
    """Loads a version, freezes the names of the small target, and gives abi.lock as it would be written."""
    folder.joinpath("interface.yaml").write_text(HEADER)
    folder.joinpath("shop.yaml").write_text(text)
    project = load_project(folder / "interface.yaml")
    if project.interface is not None:
        places = naming.positions(project.interface)
        project.lock.freeze_names("lua", names(project.interface), places.get, project.report)
    return project, lock.render(project.lock)


@pytest.mark.parametrize("case", sorted(FIXTURES.iterdir()), ids=lambda path: path.name)
def test_step_gives_the_verdict_beside_it(case: Path, tmp_path: Path) -> None:
    assert verdict(case, tmp_path) == case.joinpath("verdict").read_text(encoding="utf-8")


def verdict(case: Path, folder: Path) -> str:
    """What the lock says of the step from before to after."""
    project, before = load_and_freeze(folder, case.joinpath("before.yaml").read_text(encoding="utf-8"))
    assert not len(project.report), list(project.report)
    folder.joinpath(lock.FILE).write_text(before)
    project, after = load_and_freeze(folder, case.joinpath("after.yaml").read_text(encoding="utf-8"))
    if len(project.report):
        lines = []
        for diagnostic in ordered(project.report):
            assert diagnostic.position is not None
            place = f"{diagnostic.position.line}:{diagnostic.position.column}"
            lines.append(f"{place} {diagnostic.rule} {diagnostic.message}")
    else:
        compared = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
        lines = [line for line in compared if not line.startswith(("---", "+++", "@@"))] or [
            "nothing changes"
        ]
    return "".join(f"{line}\n" for line in lines)
