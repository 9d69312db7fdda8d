"""Holds generated Lua to the tools a Lua programmer uses."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import bridgegen
from bridgegen.load import load
from bridgegen.target import diagnostics
from bridgegen.targets.lua.target import TARGET

RUNTIME = Path(bridgegen.__file__).parents[2] / "runtime" / "lua"


def render(interface_file: Path, folder: Path) -> list[Path]:
    """Everything the Lua target makes of an interface, written below ``folder``."""
    interface, report, _ = load(interface_file)
    assert interface is not None and not report.has_errors, list(report)
    assert not diagnostics(TARGET, interface)
    written = []
    for unit in TARGET.units(interface):
        for file in unit.render():
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text)
            written.append(path)
    return written


def problems(paths: Iterable[Path]) -> str:
    """What Lua 5.4, LuaJIT and luacheck have against these files; empty when nothing."""
    found = [str(path) for path in paths]
    said = [_output("luac5.4", "-p", path) for path in found]  # one at a time: luac 5.4.4 crashes on several
    said += [_output("luajit", "-bl", path, "/dev/null") for path in found]
    lua = [path for path in found if path.endswith(".lua")]
    said.append(_output("luacheck", "--std", "max", "--no-max-line-length", "--no-color", "--quiet", *lua))
    return "".join(said)


def _output(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr
