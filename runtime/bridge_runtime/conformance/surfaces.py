"""The surfaces, as data: which program of a bridge each runs, and how."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bridge_runtime.conformance.matrix import Output, parse_lines

LIMIT_SECONDS = 120
"""How long one program may run: the examples take seconds, so a longer run hangs."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where an interface's surfaces are: what the compiler wrote, and what the native build made of it."""

    package: str
    generated: Path
    native: Path
    c_support: Path
    """Folder of ``example.h``, with which C programs print what they saw."""
    scratch: Path
    root: Path
    """Where the interface's own Python packages are, beside those that are installed."""

    @property
    def prefix(self) -> str:
        """What the C library's names begin with."""
        headers = sorted((self.generated / "c" / "include").glob("*.h"))
        return headers[0].stem if len(headers) == 1 else self.package


@dataclass(frozen=True, slots=True)
class Surface:
    """One way in. ``program`` names the file of a bridge below ``generated``; ``command`` runs it."""

    name: str
    program: str
    command: Callable[[Project, Path], list[str]]
    environment: Callable[[Project], Mapping[str, str]] = lambda project: {}


def _python(project: Project, program: Path) -> list[str]:
    return [sys.executable, str(program)]


def _lua_host(project: Project, program: Path) -> list[str]:
    return [sys.executable, "-m", "bridge_runtime.conformance.host", "lua", project.package, str(program)]


def _javascript_host(project: Project, program: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "bridge_runtime.conformance.host",
        "javascript",
        project.package,
        str(program),
    ]


def _compiled(project: Project, program: Path) -> list[str]:
    """Compile a C program as a user would, with every warning an error, and give the binary."""
    binary = project.scratch / program.stem
    library, prefix = project.native / "lib", project.prefix
    subprocess.run(
        [
            *("cc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-O1"),
            f"-I{project.native / 'include'}",
            f"-I{project.c_support}",
            f"-I{project.c_support.parent / 'include'}",
            f"-DBRIDGE_PREFIX={prefix}",
            f"-DBRIDGE_UPPER={prefix.upper()}",
            f"-DBRIDGE_HEADER=<{prefix}/core.h>",
            *("-o", str(binary), str(program), str(project.c_support / "example.c")),
            *(f"-L{library}", f"-Wl,-rpath,{library}", f"-l{prefix}"),
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    return [str(binary)]


def _stock_lua(engine: str) -> Callable[[Project, Path], list[str]]:
    return lambda project, program: [engine, str(program)]


def _lua_paths(version: str) -> Callable[[Project], Mapping[str, str]]:
    def environment(project: Project) -> Mapping[str, str]:
        modules = project.native / "share" / "lua"
        return {
            "LUA_PATH": f"{modules}/?.lua;{modules}/?/init.lua",
            "LUA_CPATH": f"{project.native / 'lib' / 'lua' / version}/?.so",
        }

    return environment


SURFACES = (
    Surface("python-sync", "python/conformance/{bridge}_sync.py", _python),
    Surface("python-async", "python/conformance/{bridge}_async.py", _python),
    Surface("c-typed", "c/conformance/{bridge}.c", _compiled),
    Surface("c-generic", "c/conformance/{bridge}_generic.c", _compiled),
    Surface("lua-host", "lua/conformance/{bridge}.lua", _lua_host),
    Surface("lua-5.4", "lua/conformance/{bridge}.lua", _stock_lua("lua5.4"), _lua_paths("5.4")),
    Surface("luajit", "lua/conformance/{bridge}.lua", _stock_lua("luajit"), _lua_paths("5.1")),
    Surface("javascript", "typescript/conformance/{bridge}.js", _javascript_host),
)


def run(surface: Surface, bridge: str, project: Project) -> Output:
    """Run one bridge's program on one surface, in a working directory of its own that is empty at first."""
    program = project.generated / surface.program.format(bridge=bridge)
    if not program.is_file():
        return Output(surface.name, bridge, (), f"there is no {program.name}; run `bridgegen generate`")
    try:
        command = surface.command(project, program)
    except FileNotFoundError as error:
        return Output(surface.name, bridge, (), f"{error.filename} is not installed")
    except subprocess.CalledProcessError as error:
        return Output(surface.name, bridge, (), f"does not compile: {_last_lines(error.stderr)}")
    environment = {**os.environ, "PYTHONPATH": _python_path(project), **surface.environment(project)}
    with tempfile.TemporaryDirectory(prefix="conformance-") as folder:
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=LIMIT_SECONDS,
            )
        except FileNotFoundError as error:
            return Output(surface.name, bridge, (), f"{error.filename} is not installed")
        except subprocess.TimeoutExpired as error:
            printed = (
                error.stdout.decode(errors="replace")
                if isinstance(error.stdout, bytes)
                else error.stdout or ""
            )
            return Output(
                surface.name, bridge, parse_lines(printed), f"still running after {LIMIT_SECONDS} s"
            )
    failure = "" if done.returncode == 0 else f"exit status {done.returncode}: {_last_lines(done.stderr)}"
    # Messages may name the working directory, which is another one for each program.
    return Output(surface.name, bridge, parse_lines(done.stdout.replace(folder, "<directory>")), failure)


def _python_path(project: Project) -> str:
    """Where a program finds the SDK and its implementation, whatever its working directory is."""
    given = [entry for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry]
    places = [project.generated / "python", project.root, *(Path(entry).absolute() for entry in given)]
    return os.pathsep.join(dict.fromkeys(map(str, places)))


def _last_lines(text: str, count: int = 3) -> str:
    return " | ".join(line.strip() for line in text.strip().splitlines()[-count:])
