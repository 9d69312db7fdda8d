"""Builds the C library of an SDK, and its Lua modules: ``python -m bridge_runtime.native_build llmspell --out native``.

Works from an installed package, whose generated C lies inside it, and from a checkout.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from bridge_runtime.errors import BrokenInstallation

_HERE = Path(__file__).resolve().parent


def script(surface: str) -> Path:
    """The build script of ``c`` or ``lua``: inside this package, or beside it in a checkout.

    Raises BrokenInstallation, naming the places it looked in, when there is none.
    """
    return _first([_HERE / surface, _HERE.parent / surface], "build.py", f"the sources of the {surface} side")


def generated_folder(package: str) -> Path:
    """What the compiler wrote for an SDK: inside its Python package, or around it in a checkout.

    Raises BrokenInstallation when ``package`` cannot be imported, or its C is not there.
    """
    spec = find_spec(package) if package.isidentifier() else None
    if spec is None or spec.origin is None:
        raise BrokenInstallation(detail=f"there is no Python package {package!r} to build the library of")
    folder = Path(spec.origin).resolve().parent
    return _first([folder / "_generated", folder.parents[1]], "c", f"the generated C of {package}").parent


def _first(folders: Sequence[Path], name: str, what: str) -> Path:
    for folder in folders:
        if (folder / name).exists():
            return folder / name
    raise BrokenInstallation(detail=f"{what} is missing; looked in {' and '.join(map(str, folders))}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the C library of an SDK (needs gcc and this package's extra 'native'), and its Lua modules."""
    parser = argparse.ArgumentParser(prog="python -m bridge_runtime.native_build", description=main.__doc__)
    of = parser.add_mutually_exclusive_group(required=True)
    of.add_argument("package", nargs="?", help="the SDK's Python package, wherever it is installed")
    of.add_argument("--generated", type=Path, help="or the folder that `bridgegen generate` wrote")
    parser.add_argument("--out", type=Path, default=Path("native"), help="the tree to make (default: native)")
    parser.add_argument("--lua", action="store_true", help="the modules for lua5.4 and luajit too")
    given = parser.parse_args(arguments)
    try:
        generated = given.generated or generated_folder(given.package)
        scripts = [script("c"), *([script("lua")] if given.lua else ())]
    except BrokenInstallation as error:
        print(f"error: {error.fields['detail']}", file=sys.stderr)
        return 1
    for build in scripts:
        line = [sys.executable, str(build), "--quiet", "--generated", str(generated), "--out", str(given.out)]
        if subprocess.run(line, check=False).returncode != 0:
            return 1
    print(given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
