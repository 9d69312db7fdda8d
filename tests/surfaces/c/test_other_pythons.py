"""The generated bindings in a process of its own: of this Python, and of PyPy, which has another beside it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.surfaces.c.building import ROOT, Built

SCRIPT = Path(__file__).with_name("bindings.py")


def run(
    library: Built, interpreter: str, folder: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    path = f"{library.generated / 'cffi'}:{ROOT / 'runtime'}:{library.python_path}"
    shared = str(library.native / "lib" / "liblibrary.so")
    return library.run(
        interpreter, SCRIPT, cwd=folder, PYTHONPATH=path, LIBRARY_LIBRARY=shared, **environment
    )


def test_in_this_python(library: Built, tmp_path: Path) -> None:
    done = run(library, sys.executable, tmp_path)
    assert done.stdout == "CPython is well\n", done.stderr


def test_in_pypy(library: Built, tmp_path: Path) -> None:
    """PyPy has functions under the names of CPython's: the library says what to do, and then it works."""
    refused = run(library, "pypy3", tmp_path)
    assert "LibraryError" in refused.stderr and "pypy" in refused.stderr
    way_out = re.search(r"LD_PRELOAD=(\S+)", refused.stderr)
    assert way_out is not None, refused.stderr
    done = run(library, "pypy3", tmp_path, LD_PRELOAD=way_out[1])
    assert done.stdout == "PyPy is well\n", done.stderr


def test_without_the_library(library: Built, tmp_path: Path) -> None:
    done = library.run(
        sys.executable,
        SCRIPT,
        cwd=tmp_path,
        PYTHONPATH=f"{library.generated / 'cffi'}:{ROOT / 'runtime'}",
        LIBRARY_LIBRARY=str(tmp_path / "liblibrary.so"),
    )
    assert "set $LIBRARY_LIBRARY to the path of liblibrary.so" in done.stderr
