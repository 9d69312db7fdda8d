"""Every function of the interface is there on every surface, and a real implementation is behind it."""

from __future__ import annotations

import ast
import inspect
import json
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import llmspell
import pytest
from bridge_runtime import spec
from bridge_runtime.conformance.surfaces import SURFACES
from bridge_runtime.session import Session
from llmspell._interface import INTERFACE

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated"
BRIDGES = [name for name in INTERFACE.modules if INTERFACE.bridge(name).functions]
FUNCTIONS = [function for name in BRIDGES for function in INTERFACE.bridge(name).functions.values()]
NAMES = [function.name for function in FUNCTIONS]
LOCK = (ROOT / "idl" / "abi.lock").read_text(encoding="utf-8")


def planned(target: str) -> dict[str, str]:
    """The frozen name of every function in one target."""
    section = LOCK.partition(f"[names {target}]")[2].partition("\n[")[0]
    return dict(re.findall(r"^function (\S+) = (\S+)$", section, re.MULTILINE))


# --- the surfaces


@pytest.mark.parametrize("facade", ["Session", "AsyncSession"])
def test_python_has_them_all(facade: str) -> None:
    made = getattr(llmspell, facade)()
    try:
        for name in NAMES:
            bridge, _, function = name.partition(".")
            assert callable(getattr(getattr(made, bridge), INTERFACE.function(name).method_name, None)), name
            assert function
    finally:
        made.core.close()


def test_the_c_library_exports_them_all(native: Path) -> None:
    told = subprocess.run(
        ["nm", "-D", "--defined-only", str(native / "lib" / "libllmspell.so")],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    exported = {line.split()[-1].partition("@")[0] for line in told.splitlines()}
    named = planned("c")
    streams = {function.name for function in FUNCTIONS if function.streams is not None}
    wanted = {f"{named[name]}_start" if name in streams else named[name] for name in NAMES}
    assert wanted <= exported, wanted - exported


@pytest.mark.parametrize("engine", ["host", "lua5.4", "luajit"])
def test_lua_has_them_all(engine: str, native: Path, tmp_path: Path) -> None:
    lines = [f"  [{json.dumps(name)}] = llmspell.{_lua(name)} or false," for name in NAMES]
    program = tmp_path / "names.lua"
    program.write_text(
        'local llmspell = require("llmspell")\nlocal functions = {\n'
        + "\n".join(lines)
        + "\n}\nfor name, value in pairs(functions) do print(name, type(value)) end\n"
    )
    command, environment = [engine], dict(os.environ)
    if engine == "host":
        command = [sys.executable, "-m", "bridge_runtime.conformance.host", "lua", "llmspell"]
    else:
        modules, version = native / "share" / "lua", {"lua5.4": "5.4", "luajit": "5.1"}[engine]
        environment |= {
            "LUA_PATH": f"{modules}/?.lua;{modules}/?/init.lua",
            "LUA_CPATH": f"{native}/lib/lua/{version}/?.so",
            "LLMSPELL_PYTHON": sys.executable,
        }
    seen = dict(line.split() for line in _output([*command, str(program)], environment))
    assert seen == dict.fromkeys(NAMES, "function")


def _lua(name: str) -> str:
    bridge, _, function = name.partition(".")
    return f'{bridge}["{function}"]'


def test_javascript_has_them_all(tmp_path: Path) -> None:
    named = {name: path.removeprefix("llmspell.") for name, path in planned("typescript").items()}
    lines = [f"  [{json.dumps(name)}, typeof llmspell.{named[name]}]," for name in NAMES]
    program = tmp_path / "names.js"
    program.write_text(
        'import * as all from "llmspell";\nconst llmspell = all.default ?? all;\nconst functions = [\n'
        + "\n".join(lines)
        + "\n];\nfor (const [name, type] of functions) console.log(name, type);\n"
    )
    command = [sys.executable, "-m", "bridge_runtime.conformance.host", "javascript", "llmspell"]
    seen = dict(line.split() for line in _output([*command, str(program)], dict(os.environ)))
    assert seen == dict.fromkeys(NAMES, "function")


def _output(command: list[str], environment: dict[str, str]) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.name)
def test_the_conformance_program_of_a_surface_calls_them_all(surface: Any) -> None:
    for bridge in BRIDGES:
        text = (GENERATED / surface.program.format(bridge=bridge)).read_text(encoding="utf-8")
        for name in INTERFACE.bridge(bridge).functions:
            assert f'"{bridge}.{name}"' in text, f"{bridge}.{name}"


def test_documents_describe_them_all() -> None:
    paths = json.loads((GENERATED / "openapi" / "openapi.json").read_text(encoding="utf-8"))["paths"]
    assert set(planned("openapi").values()) == set(paths)
    for bridge in BRIDGES:
        page = (GENERATED / "docs" / "modules" / f"{bridge}.md").read_text(encoding="utf-8")
        for name in INTERFACE.bridge(bridge).functions:
            assert f"{bridge}.{name}" in page, f"{bridge}.{name}"


# --- behind them


@pytest.fixture(scope="module")
def session() -> Any:
    session = Session(INTERFACE)
    yield session
    session.close()


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_an_implementation_does_the_work(function: spec.Function, session: Session) -> None:
    method = getattr(type(session.service(function.bridge)), function.method_name)
    assert not getattr(method, "__isabstractmethod__", False)
    assert method.__module__.startswith("llmspell_runtime."), method.__module__
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(method))).body
    assert isinstance(definition, ast.FunctionDef | ast.AsyncFunctionDef)
    if function.releases:  # its work is done by the waist, which closes what it was given
        return
    assert _does_something(definition), f"{function.name} answers with a fixed value"


def _does_something(definition: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether what a method gives depends on anything: what it was given, what its service knows, or what it asks."""
    body = list(ast.walk(ast.Module(definition.body, [])))
    used = {node.id for node in body if isinstance(node, ast.Name)}
    asks = any(isinstance(node, ast.Call) for node in body)
    arguments = definition.args
    given = {argument.arg for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]}
    raises_only = all(
        isinstance(node, ast.Raise) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        for node in definition.body
    )
    return (asks or bool(used & given)) and not raises_only
