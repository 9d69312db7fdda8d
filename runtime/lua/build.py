"""Builds the Lua side of an interface beside its C library: `python runtime/lua/build.py --help`.

Into the tree that the C library's build made it puts lib/lua/5.4 and lib/lua/5.1 (the native module, for Lua 5.4 and
for LuaJIT), share/lua (the Lua modules, for both) and rock/ (everything that `luarocks make` needs).
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
INCLUDE = HERE.parent / "c" / "include"
WARNINGS = ("-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic")

ENGINES = {"5.4": "lua5.4", "5.1": "luajit"}
"""Lua version, as module folders name it -> pkg-config name of the engine's headers."""

PACKAGES = {"5.4": "liblua5.4-dev", "5.1": "libluajit-5.1-dev"}


class BuildError(Exception):
    """What is missing or wrong, and the way out."""


@dataclass(frozen=True)
class Module:
    """What is built, from where and to where."""

    name: str
    prefix: str
    """What the C library's names begin with."""
    generated: Path
    out: Path


def find(generated: Path, out: Path) -> Module:
    """The Lua module that ``generated`` describes; raises BuildError when something is missing."""
    found = sorted((generated / "lua").glob("*.rockspec"))
    if len(found) != 1:
        raise BuildError(
            f"{generated}/lua has {len(found)} rockspecs, expected one; run `bridgegen generate` first"
        )
    name = found[0].name.rsplit("-", 2)[0]
    headers = sorted((generated / "c" / "include").glob("*.h"))
    prefix = headers[0].stem if headers else name
    if not (out / "lib" / f"lib{prefix}.so").exists():
        raise BuildError(
            f"{out}/lib has no lib{prefix}.so; build the C library first: python runtime/c/build.py"
        )
    return Module(name, prefix, generated, out)


def build(module: Module, quiet: bool = False) -> None:
    """Makes everything that is not up to date. Raises BuildError."""
    _install_sources(module)
    for version, engine in ENGINES.items():
        _compile(module, version, engine, quiet)


def _install_sources(module: Module) -> None:
    """Copies the Lua modules for programs, and all sources for luarocks."""
    lua = module.generated / "lua"
    share, rock = module.out / "share" / "lua", module.out / "rock"
    for target in (share, rock):
        _mirror(HERE / "bridge_runtime", target / "bridge_runtime")
        _mirror(lua / module.name, target / module.name)
        _copy(lua / f"{module.name}.lua", target / f"{module.name}.lua")
    for source in (HERE / "native.c", INCLUDE / "bridge.h", *lua.glob("*.rockspec")):
        _copy(source, rock / source.name)


def _mirror(source: Path, target: Path) -> None:
    wanted = {path.name for path in source.glob("*.lua")}
    for path in target.glob("*.lua") if target.is_dir() else ():
        if path.name not in wanted:
            path.unlink()
    for name in wanted:
        _copy(source / name, target / name)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists() or target.read_bytes() != source.read_bytes():
        shutil.copyfile(source, target)


def _compile(module: Module, version: str, engine: str, quiet: bool) -> None:
    folder = module.out / "lib" / "lua" / version / module.name
    made, used = folder / "native.so", folder / "native.flags"
    command = [
        *("gcc", "-shared", "-fPIC", "-O2", "-g", "-fvisibility=hidden", *WARNINGS),
        f"-DBRIDGE_PREFIX={module.prefix}",
        f"-DBRIDGE_UPPER={module.prefix.upper()}",
        f"-DBRIDGE_HEADER=<{module.prefix}/core.h>",
        f"-DBRIDGE_MODULE={module.name}",
        *(f"-I{INCLUDE}", f"-I{module.out / 'include'}"),
        *_headers(version, engine),
        str(HERE / "native.c"),
        *(f"-L{module.out / 'lib'}", f"-l{module.prefix}", "-Wl,-rpath,$ORIGIN/../../.."),
    ]
    sources = [HERE / "native.c", INCLUDE / "bridge.h", module.out / "include" / module.prefix / "core.h"]
    newest = max(path.stat().st_mtime_ns for path in sources)
    line = " ".join(command)
    if made.exists() and made.stat().st_mtime_ns > newest and used.exists() and used.read_text() == line:
        return
    folder.mkdir(parents=True, exist_ok=True)
    new = made.with_suffix(".new")
    _run([*command, "-o", str(new)], quiet)
    new.replace(made)  # a running process keeps the file it has mapped
    used.write_text(line)


def _headers(version: str, engine: str) -> list[str]:
    try:
        done = subprocess.run(["pkg-config", "--cflags", engine], capture_output=True, text=True)
    except FileNotFoundError:
        raise BuildError("pkg-config is missing; on Debian and Ubuntu: apt-get install pkg-config") from None
    if done.returncode != 0:
        raise BuildError(
            f"the headers of {engine} are missing; on Debian and Ubuntu: apt-get install {PACKAGES[version]}"
        )
    return done.stdout.split()


def _run(command: Sequence[str], quiet: bool) -> None:
    if not quiet:
        print(f"  gcc {Path(command[-1]).parent.parent.name}/{Path(command[-1]).name}", file=sys.stderr)
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        raise BuildError(
            f"{command[0]} is missing; on Debian and Ubuntu: apt-get install build-essential"
        ) from None
    if done.returncode != 0:
        raise BuildError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Build the Lua modules of a generated interface.")
    parser.add_argument(
        "--generated", type=Path, default=Path("generated"), help="where bridgegen wrote (default: generated)"
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("build/native"),
        help="the C library's tree, which is added to (default: build/native)",
    )
    parser.add_argument("--quiet", action="store_true", help="say nothing while it goes well")
    options = parser.parse_args(arguments)
    try:
        build(find(options.generated.resolve(), options.out.resolve()), options.quiet)
    except BuildError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
