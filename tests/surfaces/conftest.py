"""The native tree that the tests of C and of stock Lua share with ``make native``."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NATIVE = ROOT / "build" / "native"


@pytest.fixture(scope="session")
def native() -> Path:
    """The native tree, made when it is not up to date; one process at a time."""
    NATIVE.mkdir(parents=True, exist_ok=True)
    with (NATIVE / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for script in ("runtime/c/build.py", "runtime/lua/build.py"):
            done = subprocess.run(
                [sys.executable, script, "--quiet"], cwd=ROOT, capture_output=True, text=True
            )
            assert done.returncode == 0, done.stderr
    return NATIVE
