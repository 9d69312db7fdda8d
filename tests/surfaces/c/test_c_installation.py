"""Which Python the library runs on, and what it says when that one does not fit: an error, never a zero or a hang."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.surfaces.c.building import Built

HERE = Path(__file__).parent
BROKEN = "22 22 runtime.broken_installation "
OURS = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture(scope="module")
def opening(library: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library.compile(HERE / "opening.c", tmp_path_factory.mktemp("c") / "opening")


def said(library: Built, program: Path, **environment: str) -> str:
    """What the program prints; it must end by itself and print nothing else."""
    done = library.run(program, cwd=program.parent, timeout=300, **environment)
    assert done.returncode == 0 and done.stderr == "", done.stderr
    return done.stdout


def test_it_opens(library: Built, opening: Path) -> None:
    assert said(library, opening).startswith("1 1 ")


def test_no_interpreter_there(library: Built, opening: Path, tmp_path: Path) -> None:
    text = said(library, opening, LIBRARY_PYTHON=str(tmp_path / "none"))
    assert text.startswith(BROKEN) and f"$LIBRARY_PYTHON is {tmp_path}/none" in text


def test_environment_of_another_python(library: Built, opening: Path, tmp_path: Path) -> None:
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text("#!/bin/sh\n")
    python.chmod(0o755)
    (tmp_path / "lib" / "python3.9").mkdir(parents=True)
    text = said(library, opening, LIBRARY_PYTHON=str(tmp_path))
    assert text.startswith(BROKEN) and f"is not Python {OURS}" in text


def test_environment_without_cffi(library: Built, opening: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "bare", with_pip=False, symlinks=True)
    text = said(library, opening, LIBRARY_PYTHON=str(tmp_path / "bare"))
    assert text.startswith(BROKEN) and "lacks cffi" in text and str(tmp_path / "bare") in text


def test_environment_without_the_runtime(library: Built, opening: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "bare", with_pip=False, symlinks=True)
    (packages,) = (tmp_path / "bare" / "lib").glob("python*/site-packages")
    for name in ("cffi", "_cffi_backend"):
        origin = importlib.util.find_spec(name)
        assert origin is not None and origin.origin is not None
        found = Path(origin.origin)
        found = found.parent if found.name == "__init__.py" else found
        (packages / found.name).symlink_to(found)
    text = said(library, opening, LIBRARY_PYTHON=str(tmp_path / "bare"), PYTHONPATH="")
    assert text.startswith(BROKEN) and text.endswith("; install the package library there\n")


def test_no_package(library: Built, opening: Path) -> None:
    text = said(library, opening, PYTHONPATH="")
    assert text.startswith(BROKEN) and "no usable package 'library'" in text and sys.prefix in text


def test_broken_package(library: Built, opening: Path, tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "__init__.py").write_text("")
    (tmp_path / "library" / "_interface.py").write_text("1 +\n")
    text = said(library, opening, PYTHONPATH=str(tmp_path))
    assert text.startswith(BROKEN) and "SyntaxError" in text


def test_package_of_another_version(library: Built, opening: Path, tmp_path: Path) -> None:
    package = shutil.copytree(library.generated / "python" / "library", tmp_path / "library")
    interface = package / "_interface.py"
    interface.write_text(interface.read_text().replace("1.2.0", "9.9.9"))
    text = said(library, opening, PYTHONPATH=f"{tmp_path}{os.pathsep}{library.python_path}")
    assert text.startswith(BROKEN) and "1.2.0" in text and "9.9.9" in text


def test_host_of_another_python(library: Built, opening: Path, tmp_path: Path) -> None:
    """A host whose Python has another minor version is what the library's symbols are bound to: it must look first."""
    source = tmp_path / "host.c"
    source.write_text('const char *Py_GetVersion(void) { return "3.9.18 (main)"; }\n')
    subprocess.run(["gcc", "-shared", "-fPIC", str(source), "-o", str(tmp_path / "host.so")], check=True)
    text = said(library, opening, LD_PRELOAD=str(tmp_path / "host.so"))
    assert (
        text.startswith(BROKEN) and f"runs Python 3.9.18, and the library was built for Python {OURS}" in text
    )


def test_inside_a_python_host(library: Built, tmp_path: Path) -> None:
    """In a Python of its own version the library uses the host's interpreter, and gives the GIL back."""
    script = tmp_path / "host.py"
    script.write_text(
        "import ctypes, sys\n"
        "library = ctypes.CDLL(sys.argv[1])\n"
        "session, result = ctypes.c_void_p(), ctypes.c_char_p()\n"
        "assert library.library_open(None, ctypes.byref(session)) == 1\n"
        "assert library.library_call(session, b'lending.members', None, ctypes.byref(result)) == 1\n"
        "assert result.value == b'[]' and 'library_glue._core' in sys.modules\n"
        "assert library.library_close(session) == 1\n"
    )
    shared = library.native / "lib" / "liblibrary.so"
    done = library.run(sys.executable, script, shared, cwd=tmp_path, timeout=300)
    assert done.returncode == 0, done.stderr


def test_beside_the_library(library: Built, opening: Path, tmp_path: Path) -> None:
    """Without a hint, the virtual environment in a folder above the library is taken."""
    native = shutil.copytree(library.native / "lib", tmp_path / "app" / "lib", symlinks=True)
    venv.create(tmp_path / "app" / ".venv", with_pip=False, symlinks=True)
    text = said(library, opening, LIBRARY_PYTHON="", LD_PRELOAD=str(native / "liblibrary.so"))
    assert text.startswith(BROKEN) and f"{tmp_path}/app/.venv lacks cffi" in text


def test_only_what_changed_is_made_again(library: Built) -> None:
    shared = (library.native / "lib" / "liblibrary.so").resolve()
    before = shared.stat().st_mtime_ns
    from tests.surfaces.c.building import build_module

    build = build_module()
    build.build(build.find(library.generated, library.native), quiet=True)
    assert shared.stat().st_mtime_ns == before


def test_public_symbols_only(library: Built) -> None:
    asked = ["nm", "-D", "--defined-only", str(library.native / "lib" / "liblibrary.so")]
    listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    names = {line.split()[-1].partition("@")[0] for line in listed.splitlines()}
    assert {"library_open", "library_catalog_add"} <= names
    assert {name for name in names if not name.startswith(("library_", "LIBRARY_"))} == set()
    assert not any(name.startswith("library_py_") for name in names)
