"""On every surface, whatever is given to a function comes back as a result or as an error that it declares.

Stock Lua calls through libllmspell.so with JSON, as a C program's generic call does; typed C functions, to which most of
this cannot even be said, have a test of their own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime import spec
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from llmspell._interface import INTERFACE

from tests.strategies.arguments import anything, arguments_of
from tests.surfaces import attempts
from tests.surfaces.attempts import Attempt

ROOT = Path(__file__).parents[2]
NAMES = [
    "provider_1",
    "agent_1",
    "session_1",
    "script",
    "helper",
    "calculator",
    "note.txt",
    "key",
    "tool.*",
    "1 + 1",
]
OURS = {
    "runtime.internal",
    "runtime.invalid_result",
    "runtime.broken_installation",
    "runtime.unknown_function",
}
"""Errors for which no caller is to blame."""
TRIES = 6
"""Argument lists per function: each surface validates with the same waist, whose own test tries many more."""

Run = tuple[str, Callable[[Sequence[Attempt]], str], list[str]]
PYTHON = [sys.executable]
HOST = [sys.executable, "-m", "bridge_runtime.conformance.host"]
SURFACES: dict[str, Run] = {
    "python-sync": ("program.py", partial(attempts.python, asynchronous=False), PYTHON),
    "python-async": ("program.py", partial(attempts.python, asynchronous=True), PYTHON),
    "lua-host": ("program.lua", attempts.lua_program, [*HOST, "lua", "llmspell"]),
    "lua-5.4": ("program.lua", attempts.lua_program, ["lua5.4"]),
    "luajit": ("program.lua", attempts.lua_program, ["luajit"]),
    "javascript": ("program.js", attempts.javascript, [*HOST, "javascript", "llmspell"]),
}


def tries() -> list[Attempt]:
    """Arguments for every function: mostly of the right types, and now and then anything at all."""
    return [
        Attempt(function, arguments)
        for bridge in INTERFACE.modules
        for function in INTERFACE.bridge(bridge).functions.values()
        for arguments in some_arguments(function)
    ]


def some_arguments(function: spec.Function) -> list[dict[str, Any]]:
    names = [parameter.name for parameter in function.parameters] or ["none"]
    wrong = st.dictionaries(st.sampled_from(names), anything, max_size=3)
    found: list[dict[str, Any]] = []

    @settings(
        max_examples=TRIES,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(arguments_of(function, NAMES) | wrong)
    def collect(arguments: Any) -> None:
        if isinstance(arguments, dict):
            found.append(arguments)

    collect()
    return found


@pytest.mark.parametrize("surface", SURFACES)
def test_a_result_or_a_declared_error(surface: str, native: Path, tmp_path: Path) -> None:
    program, render, command = SURFACES[surface]
    tried = tries()
    source = tmp_path / program
    source.write_text(render(tried), encoding="utf-8")
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "note.txt").write_text("hello")
    done = subprocess.run(
        [*command, str(source)],
        cwd=folder,
        env=environment(command[0], native),
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    seen = dict(json.loads(line) for line in done.stdout.splitlines() if line.startswith("["))
    assert sorted(seen) == list(range(len(tried))), done.stderr[-2000:]
    for index, code in seen.items():
        function = tried[index].function
        allowed = code is None or code in function.errors or code.startswith(("runtime.", "python."))
        assert allowed and code not in OURS, f"{function.name} {json.dumps(tried[index].arguments)}: {code}"
    assert "Traceback" not in done.stderr


def environment(engine: str, native: Path) -> dict[str, str]:
    modules, version = native / "share" / "lua", {"lua5.4": "5.4", "luajit": "5.1"}.get(engine)
    given = {**os.environ, "LLMSPELL_PYTHON": sys.executable}
    if version is not None:
        given |= {
            "LUA_PATH": f"{modules}/?.lua;{modules}/?/init.lua",
            "LUA_CPATH": f"{native}/lib/lua/{version}/?.so",
        }
    return given
