"""Runs the same agent with the same tool from every surface and prints one table: ``python -m examples.demo``.

It answers from a script, unless OPENAI_API_KEY or OLLAMA_HOST says where a real model is.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).resolve().parent
NATIVE = HERE.parent.parent / "build" / "native"
GRANTS = ["--grant", "llm", "--grant", "env=OPENAI_API_KEY", "--grant", "env=OLLAMA_HOST"]


@dataclass(frozen=True)
class Surface:
    """A way in, and the command that runs the demo's agent through it."""

    name: str
    program: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)


def surfaces() -> list[Surface]:
    """Every surface, with its program's command; the C programs are compiled here, as a user would."""
    python = [sys.executable]
    spell = [sys.executable, "-m", "llmspell_runtime", "run", *GRANTS]
    return [
        Surface("Python", "agent_sync.py", python),
        Surface("Python, async", "agent_async.py", python),
        Surface("C", "agent.c", []),
        Surface("C, generic call", "agent_generic.c", []),
        Surface("Lua, spell host", "agent.lua", spell),
        Surface("Lua 5.4", "agent.lua", ["lua5.4"], _lua_paths("5.4")),
        Surface("LuaJIT", "agent.lua", ["luajit"], _lua_paths("5.1")),
        Surface("JavaScript", "agent.js", spell),
    ]


def _lua_paths(version: str) -> dict[str, str]:
    modules = NATIVE / "share" / "lua"
    return {
        "LUA_PATH": f"{modules}/?.lua;{modules}/?/init.lua",
        "LUA_CPATH": f"{NATIVE / 'lib' / 'lua' / version}/?.so",
    }


def model() -> list[str]:
    """The provider and, for a real one, the model: what every program takes as its arguments."""
    if os.environ.get("OPENAI_API_KEY"):
        return ["openai", os.environ.get("OPENAI_MODEL", "gpt-4o-mini")]
    if os.environ.get("OLLAMA_HOST"):
        return ["ollama", os.environ.get("OLLAMA_MODEL", "llama3.2")]
    return ["scripted"]


def compiled(program: Path) -> list[str]:
    """Compile a C program against the library in build/native."""
    binary = NATIVE.parent / "demo" / program.stem
    binary.parent.mkdir(parents=True, exist_ok=True)
    flags = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", f"-I{NATIVE / 'include'}"]
    link = [f"-L{NATIVE / 'lib'}", f"-Wl,-rpath,{NATIVE / 'lib'}", "-lllmspell"]
    subprocess.run(["cc", *flags, "-o", str(binary), str(program), *link], check=True)
    return [str(binary)]


def main() -> int:
    """Print the table; exit status 1 when a surface failed or the native library is not there."""
    if not (NATIVE / "lib" / "libllmspell.so").exists():
        print(
            f"error: {NATIVE} has no C library and no Lua modules; build them: make native", file=sys.stderr
        )
        return 1
    arguments = model()
    table = Table(title=f"one agent, one tool, every surface (provider: {' '.join(arguments)})")
    for column, justify in (
        ("surface", "left"),
        ("answer", "left"),
        ("tool calls", "right"),
        ("time", "right"),
    ):
        table.add_column(column, justify=justify)  # type: ignore[arg-type]
    failures = 0
    for surface in surfaces():
        program = HERE / surface.program
        command = [*surface.command, str(program)] if surface.command else compiled(program)
        started = time.perf_counter()
        done = subprocess.run(
            [*command, *arguments], env={**os.environ, **surface.environment}, capture_output=True, text=True
        )
        taken = time.perf_counter() - started
        calls, _, answer = done.stdout.strip().partition("\t")
        if done.returncode != 0:
            failures += 1
            calls, answer = "-", f"[red]failed:[/] {_reason(done)}"
        table.add_row(surface.name, answer, calls, f"{taken:.2f} s")
    Console().print(table)
    return 1 if failures else 0


def _reason(done: subprocess.CompletedProcess[str]) -> str:
    """What a failed program said: a Python traceback ends with it, everything else begins with it."""
    lines = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
    return lines[-1] if lines[0].startswith("Traceback") else lines[0]


if __name__ == "__main__":
    sys.exit(main())
