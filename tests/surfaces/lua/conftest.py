"""The engines that run the same Lua files: the host in this process' Python, lua5.4 and luajit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]

STOCK = {"lua5.4": "5.4", "luajit": "5.1"}
ENGINES = ("host", *STOCK)

RunFile = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(engine: str, native: Path) -> dict[str, str]:
    """What a stock engine needs to find the modules, and the library its Python."""
    modules = native / "share" / "lua"
    return {
        **os.environ,
        "LUA_PATH": f"{modules}/?.lua;{modules}/?/init.lua;;",
        "LUA_CPATH": f"{native}/lib/lua/{STOCK[engine]}/?.so;;",
        "LLMSPELL_PYTHON": sys.executable,
    }


@pytest.fixture(params=ENGINES)
def run_file(request: pytest.FixtureRequest, native: Path, tmp_path: Path) -> RunFile:
    """Runs a Lua file in one engine, in an empty folder; ``options`` are those of the host's session.

    ``given_input`` is what it finds at its standard input.
    """
    engine = request.param

    def run(
        path: Path, *arguments: str, options: dict[str, Any] | None = None, given_input: str = ""
    ) -> subprocess.CompletedProcess[str]:
        command = [engine, str(path), *arguments]
        given = dict(os.environ)
        if engine == "host":
            host = [sys.executable, "-m", "bridge_runtime.hosts.lua", "--options", json.dumps(options or {})]
            command = [*host, "llmspell", *command[1:]]
        else:
            given = environment(engine, native)
        return subprocess.run(
            command, cwd=tmp_path, env=given, input=given_input, capture_output=True, text=True, timeout=300
        )

    return run
