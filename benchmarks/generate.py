"""What the compiler costs: nothing changed, one module changed, everything, and how that grows."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import typespec
from benchmarks.measure import Row, row
from benchmarks.synthetic import write_interface

_BRIDGEGEN = [str(Path(sys.executable).with_name("bridgegen"))]
_TYPESPEC_ELSEWHERE = 3.3
"""Seconds that TypeSpec needed on two quiet cores; the floor only where it cannot be measured."""


def rows() -> list[Row]:
    """Times of ``bridgegen generate``, whole processes in fresh folders.

    The floors are: 0.35 s, which the design allows; a full run of the same interface (for one changed module);
    TypeSpec beside us in the same run; and the cost of a function in an interface of 500 (for growth, in
    processor time: a busy machine would tell more of its other work than of ours).
    """
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        _fresh_run(root / "first", 10)  # what is compiled and cached once in a machine's life
        ours, peer, about = _beside_typespec(root)
        small, few = (_processor(_fresh_run, root / str(size), size) for size in (10, 500))
        started = time.perf_counter()
        many = _processor(_fresh_run, root / "5000", 5000)
        full = time.perf_counter() - started
        unchanged = min(_run(root / "1000") for _ in range(5))
        changed = _changed_run(root / "5000")
    return [
        row("generate, nothing changed, 1,000 functions (floor: 0.35 s)", unchanged, 0.35, 1.0),
        row("generate, one module of 5,000 functions changed (floor: full run)", changed, full, 0.1),
        row(f"generate, 1,000 functions, all targets (floor: {about})", ours, peer, 1.0),
        row(
            "generate, processor time per function, 5,000 against 500",
            (many - small) / 4990,
            (few - small) / 490,
            1.1,
        ),
    ]


def _beside_typespec(root: Path, rounds: int = 3) -> tuple[float, float, str]:
    """Full runs of 1,000 functions, ours and TypeSpec's in turn, the best of each; and what the floor is."""
    try:
        typespec.install()
    except typespec.Unavailable as reason:
        print(reason, file=sys.stderr)
        ours = min(_fresh_run(root / "1000", 1000) for _ in range(rounds))
        return ours, _TYPESPEC_ELSEWHERE, "TypeSpec's 3.3 s elsewhere; not measured here"
    pairs = [(_fresh_run(root / "1000", 1000), typespec.seconds(1000)) for _ in range(rounds)]
    return min(ours for ours, _ in pairs), min(peer for _, peer in pairs), "TypeSpec emitting OpenAPI alone"


def _processor(run: Callable[[Path, int], float], folder: Path, functions: int) -> float:
    """Processor seconds of a run, its own processes included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(folder, functions)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _fresh_run(folder: Path, functions: int) -> float:
    for made in (folder, _cache(folder)):
        shutil.rmtree(made, ignore_errors=True)
    write_interface(folder, functions)
    return _run(folder)


def _changed_run(folder: Path) -> float:
    module = folder / "idl" / "bridge7.yaml"
    text = module.read_text()
    times = []
    for note in ("first", "second", "third"):
        module.write_text(text.replace("Do thing 3.", f"Do thing 3, {note}."))
        times.append(_run(folder))
    return min(times)


def _cache(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}-cache")


def _run(folder: Path) -> float:
    """One run as a user has it: with compiled modules, and a cache of its own."""
    environment = {**os.environ, "BRIDGEGEN_CACHE": str(_cache(folder))}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    subprocess.run(
        [*_BRIDGEGEN, "generate", "--interface", "idl/interface.yaml"],
        cwd=folder,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - started


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    print(f"{_fresh_run(folder, int(sys.argv[2])):.2f} s")
