"""What docs/testing.md shows, done as it is shown."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from bridge_runtime.hosts.javascript import JavaScriptHost
from bridge_runtime.hosts.lua import LuaHost
from jsonschema import Draft202012Validator
from llmspell import Session
from llmspell_runtime.yaml_text import read_yaml

ROOT = Path(__file__).resolve().parents[3]
BLOCKS = dict(re.findall(r"^```(\w+)\n(.*?)^```$", (ROOT / "docs" / "testing.md").read_text(), re.M | re.S))
COMMANDS = {
    "llmspell": [sys.executable, "-m", "llmspell_runtime"],
    "pytest": [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "llmspell_runtime.testing.pytest_plugin",
        "-p",
        "no:cacheprovider",
    ],
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "weather.scenario.yaml").write_text(BLOCKS["yaml"])
    return tmp_path


def run(line: str) -> str:
    name, *arguments = shlex.split(line)
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(
        [*COMMANDS[name], *arguments], env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_there_is_one_block_of_each_language() -> None:
    assert set(BLOCKS) == {"yaml", "sh", "lua", "js", "python"}


@pytest.mark.parametrize("line", BLOCKS["sh"].splitlines())
def test_commands(line: str) -> None:
    assert ("1 passed" if "quick" in line else "2 passed") in run(line)


def test_files_fit_their_published_schema() -> None:
    schema = json.loads((ROOT / "generated" / "jsonschema" / "llmspell.schema.json").read_text())
    validator = Draft202012Validator({**schema, "$ref": "#/$defs/testing.ScenarioFile"})
    shown = (ROOT / "examples" / "testing" / "weather.scenario.yaml").read_text()
    for text in (BLOCKS["yaml"], shown):
        assert list(validator.iter_errors(read_yaml(text))) == []
    assert not validator.is_valid({"scenarios": [{"steps": [{"cal": "tool.list"}]}]})


def test_python(folder: Path) -> None:
    (folder / "test_weather.py").write_text(BLOCKS["python"])
    assert "1 passed" in run("pytest test_weather.py --strict-markers")


def test_lua_and_javascript() -> None:
    with Session() as session, LuaHost(session) as host:
        host.run(BLOCKS["lua"])
    with Session() as session:
        JavaScriptHost(session.core).run(BLOCKS["js"])


def test_every_function_fixture_and_option_is_real() -> None:
    text = (ROOT / "docs" / "testing.md").read_text()
    plugin = (ROOT / "runtime" / "llmspell_runtime" / "testing" / "pytest_plugin.py").read_text()
    with Session() as session:
        for name in re.findall(r"`(testing\.[a-z_]+)`", text):
            bridge = session.core.interface.bridge("testing")
            local = name.partition(".")[2]
            assert local in bridge.functions or local in bridge.errors, name
    for name in re.findall(r"`(llmspell_\w+)`", text):
        assert f"def {name}(" in plugin or f'"{name}"' in plugin, name
