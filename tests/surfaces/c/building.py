"""Builds the C libraries that the tests use, once for all processes of a run, and runs programs against them."""

from __future__ import annotations

import fcntl
import importlib.util
import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from bridgegen.pipeline import generate

ROOT = Path(__file__).resolve().parents[3]
PLACE = ROOT / "build" / "tests-c"
STRICT = ("-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-g")


def build_module() -> ModuleType:
    """runtime/c/build.py, which is run by its path and is in no package."""
    spec = importlib.util.spec_from_file_location("bridge_build", ROOT / "runtime" / "c" / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class Built:
    """One built library, and what a program needs to find its Python."""

    name: str
    generated: Path
    native: Path
    python_path: str

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": self.python_path,
            "PKG_CONFIG_PATH": str(self.native / "lib" / "pkgconfig"),
            f"{self.name.upper()}_PYTHON": sys.executable,
        }

    def compile(self, source: Path, program: Path) -> Path:
        """A user's program, compiled as strictly as C can be."""
        asked = ["pkg-config", "--cflags", "--libs", self.name]
        told = subprocess.run(asked, capture_output=True, text=True, check=True, env=self.environment)
        flags = shlex.split(told.stdout)
        done = subprocess.run(
            ["gcc", *STRICT, str(source), "-o", str(program), *flags, "-lpthread"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return program

    def run(
        self, *command: str | Path, cwd: Path, timeout: float = 120, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(part) for part in command],
            capture_output=True,
            text=True,
            check=False,
            cwd=cwd,
            env={**self.environment, **environment},
            timeout=timeout,
        )


def built(name: str, interface: Path, implementation: Path) -> Built:
    """The library of an interface, generated and built below build/; what did not change is not made again."""
    PLACE.mkdir(parents=True, exist_ok=True)
    with (PLACE / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        copy = PLACE / name / "idl"
        copy.mkdir(parents=True, exist_ok=True)
        for path in interface.parent.iterdir():
            if path.is_file():
                text = path.read_text()
                place = copy / path.name
                if not place.exists() or place.read_text() != text:
                    place.write_text(text)
        outcome = generate(copy / "interface.yaml", ["python", "c", "cffi", "examples"])
        assert not outcome.report.has_errors, list(outcome.report)
        assert outcome.output is not None
        build = build_module()
        library = build.find(outcome.output, PLACE / name / "native")
        build.build(library, quiet=True)
        build.build_conformance(library, quiet=True)
    return Built(name, outcome.output, PLACE / name / "native", python_path(outcome.output, implementation))


def python_path(generated: Path, implementation: Path) -> str:
    """Where a library's Python finds the generated package, and what is behind it."""
    return os.pathsep.join([str(generated / "python"), str(implementation)])
