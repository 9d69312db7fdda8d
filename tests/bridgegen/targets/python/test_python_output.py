"""The Python that the library interface becomes: as it was last looked at, and clean by every tool."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.interfaces import sdk


def _files() -> list[str]:
    root = Path(__file__).parents[4] / "tests" / "interfaces"
    assert root.is_dir()
    return sorted(path.relative_to(sdk.library()).as_posix() for path in sdk.library().rglob("*.py"))


@pytest.mark.parametrize(
    "path",
    [
        "library/__init__.py",
        "library/_interface.py",
        "library/session_.py",
        "library/common/types.py",
        "library/catalog/constants.py",
        "library/catalog/events.py",
        "library/catalog/types.py",
        "library/catalog/sync.py",
        "library/lending/__init__.py",
        "library/lending/aio.py",
        "library/lending/errors.py",
        "library/lending/service.py",
        "library/lending/spec.py",
        "library/lending/sync.py",
        "library/lending/types.py",
        "conformance/lending_sync.py",
        "conformance/lending_async.py",
    ],
)
def test_output_is_what_it_was(path: str, snapshot: SnapshotAssertion) -> None:
    assert (sdk.library() / path).read_text() == snapshot


def test_every_file_of_a_module_is_there() -> None:
    lending = {
        path.removeprefix("library/lending/") for path in _files() if path.startswith("library/lending/")
    }
    assert lending == {
        "__init__.py", "aio.py", "errors.py", "events.py", "service.py", "spec.py", "sync.py", "types.py"
    }  # fmt: skip
    assert "library/branch/errors.py" not in _files(), "a bridge without errors has no errors.py"
    assert (sdk.library() / "library" / "py.typed").exists()


def test_no_path_or_time_gets_into_the_output() -> None:
    for path in sdk.library().rglob("*.py"):
        assert str(sdk.library().parent) not in path.read_text(), path


@pytest.mark.parametrize(
    "tool",
    [
        ("black", "--check", "--quiet", "--line-length", "110"),
        (
            "ruff",
            "check",
            "--quiet",
            "--no-cache",
            "--config",
            str(sdk.ROOT / "pyproject.toml"),
            "--ignore",
            "RUF012",
        ),
    ],
    ids=["black", "ruff"],
)
def test_output_passes_the_linters(tool: tuple[str, ...]) -> None:
    run = [sys.executable, "-m", *tool, str(sdk.library())]
    done = subprocess.run(run, capture_output=True, text=True, cwd=sdk.ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_output_and_its_implementation_pass_mypy() -> None:
    checked = sdk.mypy("-p", "library", "-p", "library_runtime")
    assert checked.returncode == 0, checked.stdout
    assert sdk.mypy(sdk.library() / "conformance").returncode == 0
