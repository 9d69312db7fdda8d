"""What the compiler costs: nothing changed, one module changed, everything, and how that grows."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Row, row
from benchmarks.synthetic import write_interface

_BRIDGEGEN = [str(Path(sys.executable).with_name("bridgegen"))]
_SECOND = 1.0


def rows() -> list[Row]:
    """Whole-process times of ``bridgegen generate`` in fresh folders.

    The floors are: 0.35 s and 3.3 s (what the design allows), a full run of the same interface (for one
    changed module), and ten times the run of 10 % of the functions (for growth).
    """
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        fresh = {size: _fresh_run(root / str(size), size) for size in (10, 500, 1000, 5000)}
        unchanged = min(_run(root / "1000") for _ in range(5))
        changed = _changed_run(root / "5000")
    base = fresh[10]
    return [
        row("generate, nothing changed, 1,000 functions (floor: 0.35 s)", unchanged, 0.35 * _SECOND, 1.0),
        row("generate, one module of 5,000 functions changed (floor: full run)", changed, fresh[5000], 0.1),
        row(
            "generate, 1,000 functions, all targets (floor: TypeSpec's 3.3 s)",
            fresh[1000],
            3.3 * _SECOND,
            1.0,
        ),
        row(
            "generate, cost per function, 5,000 against 500",
            (fresh[5000] - base) / 4990,
            (fresh[500] - base) / 490,
            1.1,
        ),
    ]


def _fresh_run(folder: Path, functions: int) -> float:
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


def _run(folder: Path) -> float:
    started = time.perf_counter()
    subprocess.run(
        [*_BRIDGEGEN, "generate", "--interface", "idl/interface.yaml"],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - started


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    shutil.rmtree(folder, ignore_errors=True)
    print(f"{_fresh_run(folder, int(sys.argv[2])):.2f} s")
