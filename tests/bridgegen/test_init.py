"""``bridgegen init``: a stranger's project works from the first minute."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from bridgegen import scaffold
from jsonschema import Draft202012Validator

from tests.bridgegen.support import Command

GREETINGS = [
    "Hello, Ada!",
    "Hei, Grete!",
    "2 guests: Ada, Grete",
    "greeter.nobody: there is nobody called ' '; give a name",
]


def test_init_generate_and_run(tmp_path: Path, command: Command) -> None:
    made = command("init", "demo", cwd=tmp_path)
    assert made.returncode == 0 and "cd demo && bridgegen generate && python examples/greet.py" in made.stdout
    project = tmp_path / "demo"
    generated = command("generate", cwd=project)
    assert generated.returncode == 0, generated.stderr
    assert (project / "idl" / "abi.lock").exists()
    shown = subprocess.run([sys.executable, "examples/greet.py"], cwd=project, capture_output=True, text=True)
    assert shown.stdout.splitlines() == [
        "(greeter.greeted)",
        "Hello, Ada!",
        "(greeter.greeted)",
        "Hei, Grete!",
        "2 guests: Ada, Grete",
        "greeter.nobody: there is nobody called ' '; give a name",
    ], shown.stderr
    line = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    tested = subprocess.run(line, cwd=project, capture_output=True, text=True)
    assert tested.returncode == 0, tested.stdout
    assert command("generate", "--check", cwd=project).returncode == 0


def test_editors_find_the_schemas_of_the_language(tmp_path: Path, command: Command) -> None:
    project = tmp_path / "demo"
    scaffold.create(project)
    for module in sorted((project / "idl").glob("*.yaml")):
        first, text = module.read_text().split("\n", 1)
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found, first
        schema = json.loads((module.parent / found[1]).read_text())
        Draft202012Validator(schema).validate(yaml.safe_load(text))
    old = project / "idl" / ".schema" / "module.schema.json"
    old.write_text("{}")
    assert command("schema", cwd=project).stdout.splitlines()[0].strip() == "idl/.schema/module.schema.json"
    assert json.loads(old.read_text())["$schema"]
    assert len(command("schema", cwd=project).stdout.splitlines()) == 1  # nothing is written again
    refused = command("schema", cwd=tmp_path)
    assert refused.returncode == 2 and "there is no idl/interface.yaml" in refused.stderr


def test_every_language_and_the_proof(tmp_path: Path, command: Command) -> None:
    """What the project's README says about the other languages, and about conformance."""
    project = tmp_path / "greeter"  # as its module is called: no language may mix them up
    scaffold.create(project)
    assert command("generate", cwd=project).returncode == 0
    native = project / "build" / "native"
    environment = os.environ | {
        "PYTHONPATH": f"{project}:{project}/generated/python",
        "PKG_CONFIG_PATH": str(native / "lib/pkgconfig"),
        "LUA_PATH": f"{native}/share/lua/?.lua;{native}/share/lua/?/init.lua;;",
        "LUA_CPATH": f"{native}/lib/lua/5.4/?.so;;",
    }

    def run(*line: str) -> str:
        done = subprocess.run(line, cwd=project, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    python = sys.executable
    for script in ("examples/greet.lua", "examples/greet.js"):
        assert run(python, "-m", "bridge_runtime.hosts", "greeter", script).splitlines() == GREETINGS
    to = ["--generated", "generated", "--out", "build/native", "--lua"]
    run(python, "-m", "bridge_runtime.native_build", *to)
    flags = shlex.split(run("pkg-config", "--cflags", "--libs", "greeter"))
    strict = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic"]
    run("cc", *strict, "examples/greet.c", *flags, f"-Wl,-rpath,{native}/lib", "-o", "build/greet")
    assert run("build/greet").splitlines() == [GREETINGS[0], "1 guest: Ada", GREETINGS[3]]
    assert run("lua5.4", "examples/greet.lua").splitlines() == GREETINGS
    assert "40 passed, 0 failed" in run(python, "-m", "bridge_runtime.conformance")


def test_name_can_be_given(tmp_path: Path) -> None:
    scaffold.create(tmp_path / "Some Folder", "polite")
    assert "interface: polite" in (tmp_path / "Some Folder/idl/interface.yaml").read_text()
    assert (tmp_path / "Some Folder/polite_implementation/greeter/__init__.py").exists()


@pytest.mark.parametrize("name", ["1st", "class", "json", "Émile", "a b"])
def test_name_that_will_not_do_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(scaffold.Refused, match="choose a name with --name"):
        scaffold.create(tmp_path / "new", name)
    assert not (tmp_path / "new").exists()


def test_folder_with_something_in_it_is_left_alone(tmp_path: Path, command: Command) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    result = command("init", ".", "--name", "demo", cwd=tmp_path)
    assert result.returncode == 2 and "not empty" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
