"""What the compiler's tests share: a cache of their own, small projects, and the command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bridgegen import scaffold

from tests.bridgegen.support import Command


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or leaves anything in the user's cache."""
    monkeypatch.setenv("BRIDGEGEN_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The folder of a fresh ``bridgegen init``."""
    scaffold.create(tmp_path / "demo")
    return tmp_path / "demo"


@pytest.fixture
def command() -> Command:
    """Runs ``bridgegen`` as a user does, in a process of its own."""

    def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-c", "from bridgegen.cli import main; main()", *arguments]
        return subprocess.run(line, cwd=cwd, capture_output=True, text=True)

    return run
