"""Programs in C and Lua over the built library, for the benchmarks that measure from there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NATIVE = ROOT / "build" / "native"
PLACE = ROOT / "build" / "bench-c"


def run_c(
    source: str, name: str, *, flags: Sequence[str] = (), libraries: Sequence[Path] = ()
) -> dict[str, float]:
    """Compiles ``source`` against llmspell.h and ``libraries``, runs it, and reads the JSON it prints."""
    PLACE.mkdir(parents=True, exist_ok=True)
    (PLACE / f"{name}.c").write_text(source)
    places = (
        NATIVE / "lib",
        *(library.parent for library in libraries),
        Path(sysconfig.get_config_var("LIBDIR")),
    )
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    command = ["gcc", "-O2", "-std=c11", *flags, f"{name}.c", "-o", name, f"-I{NATIVE / 'include'}"]
    command += [
        *(f"-L{place}" for place in places),
        *(f"-Wl,-rpath,{place}" for place in places),
        "-lllmspell",
    ]
    command += [*(f"-l{library.stem.removeprefix('lib')}" for library in libraries), f"-lpython{version}"]
    subprocess.run(command, cwd=PLACE, check=True)
    return _read([str(PLACE / name)], {})


def run_lua(source: str, interpreter: str, version: str) -> dict[str, float]:
    """Runs ``source`` in a stock Lua over the library, and reads the JSON it prints."""
    modules = NATIVE / "share" / "lua"
    paths = {
        "LUA_PATH": f"{modules}/?.lua;{modules}/?/init.lua",
        "LUA_CPATH": f"{NATIVE / 'lib' / 'lua' / version}/?.so",
    }
    return _read([interpreter, "-e", source], paths)


def _read(command: Sequence[str], more: dict[str, str]) -> dict[str, float]:
    environment = {**os.environ, "LLMSPELL_PYTHON": sys.executable, **more}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    found: dict[str, float] = json.loads(done.stdout)
    return found
