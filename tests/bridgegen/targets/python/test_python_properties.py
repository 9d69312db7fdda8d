"""Random interfaces: the Python they become imports, passes the type checker, and describes every function."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bridgegen.pipeline import generate
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

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


@settings(
    max_examples=1,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(st.lists(interfaces(), min_size=6, max_size=6))
def test_output_imports_and_type_checks(found: list[Files]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        roots = [
            _generate(files, Path(folder, f"random{number}"), number) for number, files in enumerate(found)
        ]
        packages = [f"random{number}" for number in range(len(found))]
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
