"""The SDK of the library interface, generated once for all tests of a process."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

from bridgegen.pipeline import generate

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@lru_cache
def library() -> Path:
    """The folder that holds the generated package ``library`` and its conformance programs."""
    folder = Path(tempfile.mkdtemp(prefix="library-sdk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    interface = shutil.copytree(HERE / "library", folder / "library") / "interface.yaml"
    outcome = generate(interface, ["python", "examples"], use_cache=False)
    assert not list(outcome.report), list(outcome.report)
    assert outcome.output is not None
    return outcome.output / "python"


def path() -> str:
    """What ``sys.path`` needs to import the package and its implementation."""
    return os.pathsep.join([str(library()), str(HERE)])


def python(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the library SDK importable."""
    given = {**os.environ, "PYTHONPATH": path(), **environment}
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=given,
        check=False,
        timeout=300,
    )


def mypy(*targets: str | Path, cache: str = "") -> subprocess.CompletedProcess[str]:
    """``mypy --strict`` with the library SDK, its implementation and the runtime in sight."""
    folders = os.pathsep.join([str(library()), str(HERE), str(ROOT / "runtime")])
    command = ["-m", "mypy", "--strict", "--python-version", "3.11", "--config-file", os.devnull]
    command += ["--cache-dir", cache or str(library().parent / "mypy")]
    return python(*command, *map(str, targets), cwd=library().parent, MYPYPATH=folders, PYTHONPATH="")
