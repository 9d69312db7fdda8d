"""The wheel of this checkout and what pip makes of it, built once for all processes of a test run."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Installed:
    """A folder that pip installed the wheel into, without its dependencies, which this environment has."""

    wheel: Path
    folder: Path

    def run(
        self, *command: str | Path, cwd: Path, path: Path | str | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a Python program that sees the folder instead of this checkout, and before both ``path``."""
        return subprocess.run(
            [sys.executable, *map(str, command)],
            cwd=cwd,
            env=self.environment(path),
            capture_output=True,
            text=True,
            check=False,
        )

    def command(self, name: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run one of the commands that the wheel brings, as its user does."""
        return self.run(self.folder / "bin" / name, *arguments, cwd=cwd)

    def environment(self, path: Path | str | None = None) -> dict[str, str]:
        folders = [*([path] if path else ()), self.folder]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LLMSPELL_")}
        return {**kept, "PYTHONPATH": os.pathsep.join(map(str, folders)), "PYTHONDONTWRITEBYTECODE": "1"}


def build(target: str, out: Path, source: Path = ROOT) -> Path:
    """Build the ``wheel`` or ``sdist`` of ``source`` with the hatchling that is here; gives its path."""
    line = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(out)]
    done = subprocess.run(line, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (made,) = out.glob("*.whl" if target == "wheel" else "*.tar.gz")
    return made


def install(place: Path) -> Installed:
    """Build and install into ``place``, or wait until another process has."""
    place.mkdir(exist_ok=True)
    out, folder, done = place / "dist", place / "a folder", place / "done"
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            wheel = build("wheel", out)
            pip = [
                sys.executable,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-index",
            ]
            line = [*pip, "--no-deps", "--no-compile", "--target", str(folder), str(wheel)]
            subprocess.run(line, check=True, capture_output=True)
            done.touch()
    (wheel,) = out.glob("*.whl")
    return Installed(wheel, folder)
