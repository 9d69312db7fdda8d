"""Compiles everything that the targets c and cffi write for an interface, with the tools a user has."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import cffi
from bridgegen.model import Interface
from bridgegen.target import diagnostics
from bridgegen.targets.c.target import TARGET as C
from bridgegen.targets.cffi.target import TARGET as CFFI

ROOT = Path(__file__).resolve().parents[4]
SUPPORT = ROOT / "runtime" / "c"
STRICT = ("-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic")


def files_of(interface: Interface) -> Mapping[str, str]:
    """All files of both targets by their path below the output folder; both must accept the interface."""
    made: dict[str, str] = {}
    for target in (C, CFFI):
        problems = diagnostics(target, interface)
        assert not problems, problems
        for unit in target.units(interface):
            made.update({f"{target.name}/{file.path}": file.text for file in unit.render()})
    return made


def write(files: Mapping[str, str], folder: Path) -> Path:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    return folder


def flags(folder: Path, prefix: str) -> list[str]:
    includes = [folder / "c" / "include", folder / "c" / "source"]
    includes += [SUPPORT / "include", SUPPORT / "source", SUPPORT / "conformance"]
    defines = [
        f"BRIDGE_PREFIX={prefix}",
        f"BRIDGE_UPPER={prefix.upper()}",
        f"BRIDGE_HEADER=<{prefix}/core.h>",
    ]
    return [*(f"-I{include}" for include in includes), *(f"-D{define}" for define in defines)]


def compile_all(folder: Path, prefix: str) -> str:
    """What the compilers and parsers say against the files of one interface; "" when nothing."""
    umbrella = folder / "umbrella.c"
    umbrella.write_text(f"#include <{prefix}.h>\n#include <{prefix}.h>\nint main(void) {{ return 0; }}\n")
    sources = [
        umbrella,
        *sorted((folder / "c").glob("source/*.c")),
        *sorted((folder / "c").glob("conformance/*.c")),
    ]
    said = run("gcc", *STRICT, "-fsyntax-only", *flags(folder, prefix), *sources)
    include = f"-I{folder / 'c' / 'include'}"
    said += run(
        "g++", "-Wall", "-Wextra", "-Werror", "-pedantic", "-fsyntax-only", "-x", "c++", include, umbrella
    )
    for path in sorted((folder / "cffi").rglob("*.py")):
        compile(path.read_text(), str(path), "exec")
    types, _, behind = (folder / "cffi" / "inside" / "cdef.h").read_text().partition('extern "Python+C" {')
    ffi = cffi.FFI()
    ffi.cdef(types)
    ffi.cdef(behind.rpartition("}")[0])
    return said


def run(*command: str | Path) -> str:
    """What a command says when it fails; "" when it does not."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr
