"""Runs every example of an interface on every surface: ``python -m bridge_runtime.conformance``."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from bridge_runtime.conformance.matrix import matrix
from bridge_runtime.conformance.surfaces import SURFACES, Project, run
from bridge_runtime.native_build import script


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the matrix and write it as JSON; exit status 1 when anything failed."""
    options = _options(arguments)
    try:
        document = json.loads((options.generated / "examples" / "examples.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        print(f"there is no {error.filename}; run `bridgegen generate` first", file=sys.stderr)
        return 2
    surfaces = [surface for surface in SURFACES if not options.surface or surface.name in options.surface]
    functions = {
        name: entry
        for name, entry in document["functions"].items()
        if not options.bridge or name.partition(".")[0] in options.bridge
    }
    bridges = list(dict.fromkeys(name.partition(".")[0] for name in functions))
    package = document["interface"].replace("-", "_")
    with tempfile.TemporaryDirectory(prefix="conformance-") as scratch:
        project = Project(
            package,
            options.generated.resolve(),
            options.native.resolve(),
            (options.c_support or script("c").parent / "conformance").resolve(),
            Path(scratch),
            Path.cwd(),
        )
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            outputs = list(
                pool.map(
                    lambda pair: run(pair[0], pair[1], project),
                    [(surface, bridge) for surface in surfaces for bridge in bridges],
                )
            )
    table = matrix(functions, [surface.name for surface in surfaces], outputs)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(
        json.dumps({"functions": table}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    failed = _print(table, [surface.name for surface in surfaces], functions)
    return 1 if failed else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bridge_runtime.conformance", description=__doc__)
    parser.add_argument("--generated", type=Path, default=Path("generated"), help="what the compiler wrote")
    parser.add_argument(
        "--native", type=Path, default=Path("build/native"), help="what the native build made"
    )
    parser.add_argument(
        "--c-support", type=Path, help="folder of example.h (default: the one this package brings)"
    )
    parser.add_argument("--out", type=Path, default=Path("build/conformance.json"))
    parser.add_argument("--surface", action="append", choices=[surface.name for surface in SURFACES])
    parser.add_argument("--bridge", action="append")
    return parser.parse_args(arguments)


def _print(
    table: Mapping[str, Mapping[str, str]], surfaces: Sequence[str], functions: Mapping[str, Any]
) -> int:
    """The matrix, then every failure; returns how many cells failed."""
    width = max(len(name) for name in table)
    print(" " * width, *surfaces, sep="  ")
    for function, row in table.items():
        marks = [
            {"passed": "ok", "failed": "FAILED", "unsupported": "-"}[_kind(row[name])] for name in surfaces
        ]
        print(
            f"{function:{width}}",
            *(f"{mark:{len(name)}}" for mark, name in zip(marks, surfaces, strict=True)),
            sep="  ",
        )
    failures: dict[str, list[str]] = {}
    for function, row in table.items():
        for surface, verdict in row.items():
            if _kind(verdict) == "failed":
                failures.setdefault(f"{surface} {verdict}", []).append(function)
    for verdict, where in failures.items():
        print(f"{', '.join(where)} on {verdict}")
    examples = sum(len(entry["examples"]) for entry in functions.values())
    failed = sum(len(where) for where in failures.values())
    passed = sum(_kind(verdict) == "passed" for row in table.values() for verdict in row.values())
    print(
        f"{len(table)} functions, {examples} examples, {len(surfaces)} surfaces: {passed} passed, {failed} failed"
    )
    return failed


def _kind(verdict: str) -> str:
    return verdict.partition(":")[0]


if __name__ == "__main__":
    sys.exit(main())
