"""The command ``llmspell``: spells in both languages, permissions, errors and exit statuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from llmspell_runtime.cli import app
from typer.testing import CliRunner, Result

LUA = """#!/usr/bin/env llmspell
local llmspell = require("llmspell")
llmspell.tool.register{
  name = "weather", description = "Current weather.",
  handler = function(args) return { temperature = 22, city = args.city } end,
}
llmspell.event.subscribe("tool.*", function(event) print(event.type, event.data.name) end)
print(arg[0], #arg, arg[1])
return llmspell.tool.execute("weather", { city = arg[1] }).value
"""

JAVASCRIPT = """import llmspell from "llmspell";

await llmspell.tool.register({
  name: "weather", description: "Current weather.", handler: (args) => ({ temperature: 22, city: args.city }),
});
await llmspell.event.subscribe("tool.*", (event) => console.log(event.type, event.data.name));
export default (await llmspell.tool.execute("weather", { city: args[0] })).value;
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spell.lua").write_text(LUA)
    (tmp_path / "spell.js").write_text(JAVASCRIPT)
    (tmp_path / "note.txt").write_text("hello")
    return tmp_path


def llmspell(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_a_lua_spell_with_arguments() -> None:
    done = llmspell("run", "spell.lua", 'Ös"lo\n')
    assert done.exit_code == 0, done.stderr
    head, _, value = done.stdout.partition("{")
    assert head.splitlines()[0] == 'spell.lua\t1\tÖs"lo'
    assert "tool.start\tweather" in head and "tool.complete\tweather" in head
    assert json.loads("{" + value) == {"temperature": 22, "city": 'Ös"lo\n'}


def test_a_javascript_spell_with_arguments() -> None:
    done = llmspell("run", "spell.js", 'Ös"lo')
    assert done.exit_code == 0, done.stderr
    head, _, value = done.stdout.partition("{")
    assert head.splitlines() == ["tool.start weather", "tool.complete weather"]
    assert json.loads("{" + value) == {"temperature": 22, "city": 'Ös"lo'}


@pytest.mark.parametrize(
    ("name", "source"),
    [
        (
            "read.lua",
            'return require("llmspell").tool.execute("file_read", { path = "note.txt" }).value.text',
        ),
        (
            "read.js",
            'import llmspell from "llmspell";\n'
            'export default (await llmspell.tool.execute("file_read", { path: "note.txt" })).value.text;',
        ),
    ],
)
def test_a_spell_has_the_permissions_it_was_given(home: Path, name: str, source: str) -> None:
    (home / name).write_text(source)
    refused = llmspell("run", name)
    assert refused.exit_code == 1
    assert "error runtime.permission_denied: " in refused.stderr
    assert f"to permit it: --grant fs.read={home}/note.txt" in refused.stderr
    assert "Traceback" not in refused.stderr
    for grant in ("fs.read=.", f"fs.read={home}/note.txt", "fs.read"):
        permitted = llmspell("run", name, "--grant", grant)
        assert (permitted.exit_code, permitted.stdout) == (0, '"hello"\n')


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        ("x.lua", 'error("out of order")', "x.lua:1: out of order"),
        ("x.lua", "return +", "x.lua:1"),
        ("x.lua", '\n\nrequire("llmspell").tool.get("nope")', "error tool.not_found: "),
        ("x.js", 'throw new Error("out of order")', "out of order"),
        ("x.js", "const = 1", "x.js"),
        (
            "x.js",
            'import llmspell from "llmspell";\nawait llmspell.tool.get("nope");',
            "error tool.not_found: ",
        ),
    ],
)
def test_what_a_spell_does_not_catch(home: Path, name: str, source: str, said: str) -> None:
    (home / name).write_text(source)
    done = llmspell("run", name)
    assert done.exit_code == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "none.lua"], "there is no file none.lua"),
        (["run", "."], "cannot be read: Is a directory"),
        (["run", "note.txt"], "neither .lua nor .js"),
        (["run", "spell.ts"], "compile it to JavaScript"),
        (["run", "binary.lua"], "is not UTF-8 text (byte 0)"),
        (["run", "spell.lua", "--grant", "disk"], "there is no permission 'disk'; there are llm"),
        (["run", "spell.lua", "--grant", "llm=all"], "llm takes no value"),
        (["run", "spell.lua", "--grant", "net="], "give one of its hosts"),
        (["call", "tool.list", "{"], "the arguments are not JSON"),
        (["call", "tool.list", "[]"], "a JSON object"),
        (["run"], "SPELL"),
        (["fly"], "fly"),
    ],
)
def test_command_lines_that_make_no_sense(home: Path, arguments: list[str], said: str) -> None:
    (home / "spell.ts").write_text("")
    (home / "binary.lua").write_bytes(b"\xff\xfe")
    done = llmspell(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_one_call() -> None:
    done = llmspell("call", "tool.execute", '{"name": "calculator", "arguments": {"expression": "6 * 7"}}')
    assert done.exit_code == 0
    assert json.loads(done.stdout)["value"] == {"result": 42}
    assert json.loads(llmspell("call", "session.get_last_error").stdout) is None


def test_errors_as_json() -> None:
    done = llmspell("call", "tool.get", '{"name": "nope"}', "--json")
    assert done.exit_code == 1
    assert json.loads(done.stderr)["code"] == "tool.not_found"
    assert llmspell("call", "tool.nope").stderr.startswith("error runtime.unknown_function: ")


def test_grants_add_up() -> None:
    done = llmspell("call", "session.get_info", "-g", "net=a.org", "-g", "net=*.b.org", "-g", "process")
    assert json.loads(done.stdout)["permissions"] == {
        "llm": True,
        "net": ["a.org", "*.b.org"],
        "process": True,
    }
    assert json.loads(llmspell("call", "session.get_info", "--no-default-grants").stdout)["permissions"] == {}


def test_as_a_module() -> None:
    command = [sys.executable, "-m", "llmspell_runtime", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stdout) == (0, "llmspell 0.1.0\n")
