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
    ("name", "source", "frames"),
    [
        (
            "own.lua",
            "local function inner(x)\n  local y = x.a.b\n  return y\nend\ninner{}",
            ["own.lua:2: in local 'inner'", "own.lua:5: in main chunk"],
        ),
        (
            "call.lua",
            'local function inner()\n  local x = require("llmspell").tool.get("nope")\n  return x\nend\ninner()',
            ["call.lua:2: in local 'inner'", "call.lua:5: in main chunk"],
        ),
        (
            "own.js",
            "function inner(x) {\n  return x.a.b;\n}\ninner({});",
            ["at inner (own.js:2:", "at <anonymous> (own.js:4:"],
        ),
        (
            "call.js",
            'import llmspell from "llmspell";\nasync function inner() {\n  await llmspell.tool.get("nope");\n}\n'
            "async function outer() {\n  await 0;\n  await inner();\n}\nawait outer();",
            ["at inner (call.js:3:", "at outer (call.js:7:"],
        ),
    ],
)
def test_what_a_spell_does_not_catch_says_how_it_got_there(
    home: Path, name: str, source: str, frames: list[str]
) -> None:
    (home / name).write_text(source)
    lines = [line.strip() for line in llmspell("run", name).stderr.splitlines()]
    shown = [line for line in lines[1:] if name in line and not line.startswith(f"{name}:3")]
    assert len(shown) >= len(frames), lines
    assert all(line.startswith(frame) for line, frame in zip(shown, frames, strict=False)), lines
    assert not any("bridge_runtime" in line or "environment.lua" in line for line in lines)


PROGRAM = """
local name, number = io.read("l", "n")
io.stderr:write("asked ", name, "\\n")
io.read("L")
for line in io.lines() do
  print(name, number, line)
  if line == "stop" then break end
end
print(io.stdin:read(3), io.read("a"), io.read("l"))
print(pcall(io.lines, "/etc/passwd"))
os.exit(tonumber(arg[1]))
"""


def test_a_lua_spell_is_a_program_with_input_and_a_status(home: Path) -> None:
    (home / "program.lua").write_text(PROGRAM)
    command = [sys.executable, "-m", "llmspell_runtime", "run", "program.lua", "7"]
    given = b"Ada\n12 \nfirst\nstop\nxyz\nrest"
    done = subprocess.run(command, cwd=home, input=given, capture_output=True, timeout=60)
    assert done.stdout.decode().splitlines() == [
        "Ada\t12\tfirst",
        "Ada\t12\tstop",
        "xyz\t",
        "rest\tnil",
        "false\tio.lines reads standard input only; a file is read by a tool, under the session's permissions",
    ]
    assert (done.returncode, done.stderr.decode()) == (7, "asked Ada\n")


@pytest.mark.parametrize(
    ("given", "status"), [("", 0), ("true", 0), ("false", 1), ("3", 3), ("pcall(os.exit, 4)", 4)]
)
def test_the_status_that_a_lua_spell_ends_with(home: Path, given: str, status: int) -> None:
    (home / "exit.lua").write_text(given if "(" in given else f"os.exit({given})")
    assert llmspell("run", "exit.lua").exit_code == status


def test_standard_modules_are_required_as_in_any_lua(home: Path) -> None:
    (home / "required.lua").write_text('return require("string") == string and require("os").time() > 0')
    assert llmspell("run", "required.lua").stdout == "true\n"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("hog.lua", "local t = {} while true do t[#t + 1] = ('x'):rep(100000) .. #t end"),
        ("hog.js", "const a = []; while (true) a.push('x'.repeat(100000) + a.length);"),
    ],
)
def test_memory_is_limited(home: Path, name: str, source: str) -> None:
    (home / name).write_text(source)
    done = llmspell("run", name, "--memory", "32")
    assert done.exit_code == 1
    assert "error runtime.limit_exceeded: the limit memory_bytes is exceeded" in done.stderr
    assert "to give it more: --memory" in done.stderr


def test_a_grant_is_quoted_for_the_shell(home: Path) -> None:
    (home / "read.lua").write_text('require("llmspell").tool.execute("file_read", { path = "my notes.txt" })')
    (home / "my notes.txt").write_text("hello")
    assert f"to permit it: --grant fs.read='{home}/my notes.txt'" in llmspell("run", "read.lua").stderr


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
