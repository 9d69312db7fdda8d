"""Makes .venv with every locked dependency and the project itself, editable: ``python3 scripts/make_venv.py``.

A .venv that is there is used when it is whole, of this Python and where it was made; otherwise it is made anew. What cannot be done is
one line that says what to do.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / ".venv"
PYTHON = TARGET / "bin" / "python"
PLACE = TARGET / "place"
"""Holds where .venv was made: its programs do not run anywhere else."""
LOCK = ROOT / "requirements" / "dev.txt"
OLDEST = (3, 11)
VERSION = ".".join(map(str, sys.version_info[:2]))

UNREACHABLE = re.compile(
    "name resolution|NewConnectionError|NameResolutionError|ConnectTimeout|Network is unreachable|ProxyError|SSLError"
)


class Stop(Exception):
    """Why there is no .venv, and what to do."""


def check_python() -> None:
    """Raises Stop when this Python cannot run the project or be built into its C library."""
    if sys.version_info < OLDEST:
        raise Stop(f"Python 3.11 or newer is needed, this is {VERSION}; name one: make PYTHON=python3.12 …")
    folders = [sysconfig.get_config_var(name) for name in ("LIBDIR", "LIBPL")]
    is_there = any(list(Path(folder).glob(f"libpython{VERSION}*.so*")) for folder in folders if folder)
    if not is_there and not sysconfig.get_config_var("Py_ENABLE_SHARED"):
        raise Stop(
            f"{sys.executable} was built without a shared libpython, which libllmspell.so needs; "
            "choose another: make PYTHON=/usr/bin/python3 …"
        )


def is_whole() -> bool:
    """Whether .venv has a pip that runs, on this version of Python, and is where it was made."""
    if PLACE.exists() and PLACE.read_text("utf-8") != str(TARGET):
        return False
    program = "import pip, sys; print('.'.join(map(str, sys.version_info[:2])))"
    try:
        done = subprocess.run([str(PYTHON), "-I", "-c", program], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.strip() == VERSION


def create() -> None:
    """Makes .venv anew. Raises Stop."""
    if Path(sys.prefix).resolve() == TARGET.resolve():
        raise Stop(f"{TARGET} is broken, and active: run `deactivate` and try again")
    if TARGET.is_symlink() or (TARGET.exists() and not TARGET.is_dir()):
        raise Stop(f"{TARGET} is in the way: it is no folder; remove it and try again")
    if importlib.util.find_spec("ensurepip") is None:
        raise Stop(
            f"{sys.executable} cannot make virtual environments; install that part of it "
            f"(Debian, Ubuntu: apt-get install python{VERSION}-venv), or run "
            f"`virtualenv --python python{VERSION} .venv` and try again"
        )
    print(f"making .venv with Python {VERSION}: a minute, the first time", file=sys.stderr)
    try:
        venv.create(TARGET, with_pip=True, symlinks=True, clear=True)
    except subprocess.CalledProcessError as error:
        said = last_line((error.output or b"").decode("utf-8", "replace"))
        raise Stop(f"{sys.executable} cannot make {TARGET}: {said or error}") from error
    PLACE.write_text(str(TARGET), "utf-8")


def install(*arguments: str) -> None:
    """Has pip install into .venv what ``arguments`` say; its words go to .venv/pip.log. Raises Stop."""
    pip = [str(PYTHON), "-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    settings = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
    log = TARGET / "pip.log"
    with log.open("w", encoding="utf-8", errors="replace") as words:
        status = subprocess.run(
            [*pip, *arguments], stdout=words, stderr=subprocess.STDOUT, env=settings, cwd=ROOT, check=False
        ).returncode
    if status == 0:
        return
    said = log.read_text("utf-8", "replace")
    if UNREACHABLE.search(said):
        raise Stop(
            "pip cannot reach its package index: connect, or name another (PIP_INDEX_URL), or a folder of wheels "
            f"(PIP_NO_INDEX=1 PIP_FIND_LINKS=folder), and try again; what it said is in {log}"
        )
    raise Stop(f"pip failed: {last_line(said)}; all that it said is in {log}")


def last_line(text: str) -> str:
    """What went wrong, of a program's output: its last line that says error, else its last."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    return (errors or lines or [""])[-1]


def main() -> int:
    """Exit status 0 when .venv is ready."""
    try:
        check_python()
        if not is_whole():
            create()
        install("--require-hashes", "--requirement", str(LOCK))
        install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    except Stop as problem:
        print(f"error: {problem}", file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"error: {TARGET} cannot be made: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
