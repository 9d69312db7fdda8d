"""Random interfaces: the Python they become imports, passes the type checker, and describes every function."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bridgegen.pipeline import generate
from hypothesis import HealthCheck, Phase, given, settings

from tests.interfaces import sdk
from tests.strategies.interfaces import Files, interfaces, write

_IMPORT_ALL = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for found in pkgutil.walk_packages(package.__path__, f"{name}."):
        module = importlib.import_module(found.name)
        for public in getattr(module, "__all__", ()):
            getattr(module, public)
    interface = importlib.import_module(f"{name}._interface").INTERFACE
    from bridge_runtime.signatures import FunctionSignature
    for bridge in interface.modules:
        for function in interface.bridge(bridge).functions.values():
            signature = FunctionSignature(function)
            signature.arguments, signature.result, function.streams is None or signature.item
"""


def test_output_imports_and_type_checks(tmp_path: Path) -> None:
    """Random interfaces, all in one run of the type checker."""
    roots: list[Path] = []

    @settings(max_examples=8, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(interfaces())
    def generate_one(files: Files) -> None:
        roots.append(_generate(files, tmp_path / f"random{len(roots)}", len(roots)))

    generate_one()
    packages = [f"random{number}" for number in range(len(roots))]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, roots))}
    imported = subprocess.run(
        [sys.executable, "-W", "error", "-c", _IMPORT_ALL, *packages],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert imported.returncode == 0, imported.stderr
    assert _mypy(roots, packages) == ""


def _generate(files: Files, folder: Path, number: int) -> Path:
    files["interface"]["interface"] = f"random{number}"
    outcome = generate(write(files, folder / "idl"), ["python"], use_cache=False)
    assert not outcome.report.has_errors, list(outcome.report)
    assert outcome.output is not None
    return outcome.output / "python"


def _mypy(roots: list[Path], packages: list[str]) -> str:
    """What mypy complains of; nothing when all is well."""
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--python-version",
        "3.11",
        "--config-file",
        os.devnull,
    ]
    command += ["--cache-dir", str(sdk.library().parent / "mypy")]
    for package in packages:
        command += ["-p", package]
    path = os.pathsep.join(map(str, [*roots, sdk.ROOT / "runtime"]))
    done = subprocess.run(
        command,
        env={**os.environ, "MYPYPATH": path},
        cwd=roots[0],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr
