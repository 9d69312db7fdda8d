"""The TypeScript compiler and the target's files on disk, for tests."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from bridgegen.load import load
from bridgegen.model import Interface
from bridgegen.target import diagnostics
from bridgegen.targets.typescript import names
from bridgegen.targets.typescript.target import TARGET

ROOT = Path(__file__).resolve().parents[4]
LIBRARY = ROOT / "tests" / "interfaces" / "library" / "interface.yaml"

_OPTIONS = {
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "noPropertyAccessFromIndexSignature": True,
    "noUnusedLocals": True,
    "verbatimModuleSyntax": True,
    "noEmit": True,
    "target": "es2024",
    "lib": ["es2024"],
    "module": "nodenext",
    "moduleResolution": "nodenext",
    "types": [],
}


def interface_of(path: Path) -> Interface:
    """The interface at ``path``, which must be valid."""
    interface, report, _ = load(path)
    assert interface is not None, [found.message for found in report]
    return interface


def write_package(interface: Interface, folder: Path) -> Path:
    """The target's files below ``folder``; gives it."""
    assert not diagnostics(TARGET, interface)
    for unit in TARGET.units(interface):
        for file in unit.render():
            place = folder / file.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(file.text, encoding="utf-8")
    return folder


def compile_types(folder: Path, include: list[str], **options: object) -> list[str]:
    """The lines with which ``tsc --strict`` refuses what ``include`` names below ``folder``; none when it accepts."""
    tsc = ROOT / "node_modules" / ".bin" / "tsc"
    if not tsc.exists():
        pytest.fail("the TypeScript compiler is missing; run `npm ci` in the root of the checkout")
    config = {"compilerOptions": {**_OPTIONS, **options}, "include": include}
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "tsconfig.json").write_text(json.dumps(config), encoding="utf-8")
    done = subprocess.run(
        [tsc, "--pretty", "false", "-p", folder], capture_output=True, text=True, timeout=300
    )
    lines = [line for line in done.stdout.splitlines() if line.strip()]
    assert (done.returncode == 0) == (not lines), done.stdout + done.stderr
    return lines


def link_package(interface: Interface, folder: Path) -> Path:
    """Puts the package where programs below ``folder`` find it by name; gives its folder."""
    return write_package(interface, folder / "node_modules" / names.package(interface))


def copy_uses(folder: Path) -> None:
    shutil.copytree(Path(__file__).parent / "use", folder, dirs_exist_ok=True)
