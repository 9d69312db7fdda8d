"""The wheel at work, away from its checkout: every part runs, and an extra that is missing is named."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.packaging.installed import Installed

RUNTIME_ONLY = ("typer", "rich", "yaml", "jinja2", "datamodel_code_generator", "lupa", "quickjs", "cffi")
"""What only extras install, by the names that are imported."""

LUA = """
local llmspell = require("llmspell")
llmspell.tool.register{
  name = "double", description = "Twice a number.", parameters = {type = "object"},
  handler = function(given) return {twice = 2 * given.number} end,
}
print(llmspell.tool.execute("double", {number = 21}).value.twice)
"""

JAVASCRIPT = """
import llmspell from "llmspell";
await llmspell.tool.register({
  name: "double", description: "Twice a number.", parameters: {type: "object"},
  handler: ({number}) => ({twice: 2 * number}),
});
console.log((await llmspell.tool.execute("double", {number: 21})).value.twice);
"""

EVERY_PACKAGE = """
import bridge_runtime, bridgegen, json, llmspell, llmspell_runtime
from llmspell import Session
with Session() as session:
    found = session.tool.execute("calculator", arguments={"expression": "6 * 7"})
modules = (bridge_runtime, bridgegen, llmspell, llmspell_runtime)
print(json.dumps([found.value, *(module.__file__ for module in modules)]))
"""


@pytest.fixture
def spells(tmp_path: Path) -> Path:
    (tmp_path / "double.lua").write_text(LUA)
    (tmp_path / "double.js").write_text(JAVASCRIPT)
    return tmp_path


def without(folder: Path, *libraries: str) -> Path:
    """A folder that, first on the path, makes ``libraries`` look as if nobody had installed them."""
    for name in libraries:
        text = f"raise ModuleNotFoundError(\"No module named '{name}'\", name={name!r})\n"
        (folder / f"{name}.py").write_text(text)
    return folder


def test_python_needs_no_extra_and_nothing_of_the_checkout(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("-c", EVERY_PACKAGE, cwd=tmp_path, path=without(tmp_path, *RUNTIME_ONLY))
    assert done.returncode == 0, done.stderr
    value, *files = json.loads(done.stdout)
    assert value == {"result": 42}
    assert all(Path(file).is_relative_to(installed.folder) for file in files)


@pytest.mark.parametrize("spell", ["double.lua", "double.js"])
def test_spell_runs(spell: str, installed: Installed, spells: Path) -> None:
    done = installed.command("llmspell", "run", spell, cwd=spells)
    assert (done.returncode, done.stdout) == (0, "42\n"), done.stderr


def test_project_of_ones_own(installed: Installed, tmp_path: Path) -> None:
    made = installed.command("bridgegen", "init", "demo", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    project = tmp_path / "demo"
    generated = installed.command("bridgegen", "generate", cwd=project)
    assert generated.returncode == 0, generated.stderr
    ran = installed.run("examples/greet.py", cwd=project)
    assert ran.returncode == 0 and "Hello, Ada!" in ran.stdout.splitlines(), ran.stderr
    found_by = os.pathsep.join(map(str, (project / "generated" / "python", project)))
    for script in ("examples/greet.lua", "examples/greet.js"):
        told = installed.run("-m", "bridge_runtime.hosts", "demo", script, cwd=project, path=found_by)
        assert told.returncode == 0 and "Hello, Ada!" in told.stdout.splitlines(), told.stderr
    proof = ["-m", "bridge_runtime.conformance", "--surface", "lua-host", "--surface", "javascript"]
    proved = installed.run(*proof, cwd=project, path=found_by)
    assert proved.returncode == 0 and ", 0 failed" in proved.stdout, proved.stdout + proved.stderr


def test_library_for_other_languages(installed: Installed, spells: Path) -> None:
    assert shutil.which("lua5.4"), "lua5.4 is missing: sh scripts/system-packages.sh test"
    line = ["-m", "bridge_runtime.native_build", "llmspell", "--lua", "--out", "native"]
    built = installed.run(*line, cwd=spells)
    assert built.returncode == 0, built.stderr
    native = spells / "native"
    paths = {
        "LUA_PATH": f"{native}/share/lua/?.lua;{native}/share/lua/?/init.lua",
        "LUA_CPATH": f"{native}/lib/lua/5.4/?.so",
    }
    ran = subprocess.run(
        ["lua5.4", "double.lua"],
        cwd=spells,
        env={**installed.environment(), **paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (0, "42\n"), ran.stderr


@pytest.mark.parametrize(
    ("library", "extra", "command"),
    [
        ("typer", "cli", ["-m", "llmspell_runtime", "run", "double.lua"]),
        ("lupa", "lua", ["-m", "llmspell_runtime", "run", "double.lua"]),
        ("lupa", "lua", ["-m", "bridge_runtime.hosts.lua", "llmspell", "double.lua"]),
        ("quickjs", "javascript", ["-m", "llmspell_runtime", "run", "double.js"]),
        ("typer", "generate", ["-c", "from bridgegen.cli import main; main()", "check"]),
        ("yaml", "generate", ["-c", "from bridgegen.cli import main; main()", "generate"]),
        ("cffi", "native", ["-m", "bridge_runtime.native_build", "llmspell"]),
    ],
)
def test_missing_extra_is_named(
    library: str, extra: str, command: list[str], installed: Installed, spells: Path
) -> None:
    done = installed.run(*command, cwd=spells, path=without(spells, library))
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert f"extra '{extra}'" in line


def test_package_that_is_not_there_cannot_be_built(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("-m", "bridge_runtime.native_build", "nobody", cwd=tmp_path)
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert "there is no Python package 'nobody'" in done.stderr


def test_pytest_finds_the_plugin(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "one.scenario.json").write_text('{"name": "one", "steps": [{"call": "tool.list"}]}')
    (tmp_path / "test_one.py").write_text(
        "def test_one(llmspell_session): assert llmspell_session.tool.exists('calculator')\n"
    )
    ran = installed.run("-m", "pytest", "-p", "no:cacheprovider", "--llmspell-coverage", cwd=tmp_path)
    assert ran.returncode == 0 and "2 passed" in ran.stdout and "not called of tool" in ran.stdout, ran.stdout
    tested = installed.command("llmspell", "test", "one.scenario.json", cwd=tmp_path)
    assert tested.returncode == 0 and "1 passed" in tested.stdout


def test_scenarios_in_yaml_name_the_extra_they_need(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "one.scenario.yaml").write_text("steps: []")
    code = (
        "from pathlib import Path; from llmspell_runtime.testing import file_runs\n"
        "try: file_runs.read(Path('one.scenario.yaml'))\n"
        "except file_runs.Unusable as error: print(error)"
    )
    (tmp_path / "without").mkdir()
    ran = installed.run("-c", code, cwd=tmp_path, path=without(tmp_path / "without", "yaml"))
    assert "pip install 'llmspell[schema]'" in ran.stdout, ran.stderr
