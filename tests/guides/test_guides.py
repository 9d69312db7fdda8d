"""Every program in README.md and in the guides of docs/ is run as it stands, and does what the page says of it."""

from __future__ import annotations

import ast
import inspect
import json
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.hosts.lua import LuaHost
from bridge_runtime.session import Session as CoreSession
from bridgegen.load import load
from bridgegen.target import diagnostics
from bridgegen.targets.asyncapi.target import TARGET as asyncapi
from bridgegen.targets.docs.places import anchors
from llmspell import Session
from llmspell._interface import INTERFACE
from llmspell.provider import Type
from llmspell_runtime.provider import addresses

from tests.guides import ollama

ROOT = Path(__file__).resolve().parents[2]
NATIVE = ROOT / "build" / "native"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)

RUN = {
    "README.md": "sh python lua js c sh python sh",
    "hooks.md": "lua",
    "interface-language.md": "yaml yaml yaml yaml yaml yaml yaml yaml",
    "lua.md": "lua",
    "memories.md": "lua lua",
    "outputs.md": "lua",
    "runtime.md": "python json",
    "schemas.md": "lua json",  # by test_schema_guide.py
    "scripts.md": "python",
    "states.md": "lua",
    "targets.md": "toml python jinja",  # by test_targets_found.py
    "testing.md": "yaml sh lua js python",  # by test_testing_guide.py
    "workflows.md": "yaml lua",
}
"""The languages of the blocks that the tests below run, page by page."""


def blocks(page: str, language: str) -> list[str]:
    """The blocks of a language on a page, in order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [body for found, body in _BLOCK.findall(text) if found == language]


def test_no_block_is_left_out() -> None:
    found = {
        path.name: " ".join(name for name, _ in _BLOCK.findall(path.read_text("utf-8")) if name)
        for path in PAGES
    }
    assert {page: languages for page, languages in found.items() if languages} == RUN


# --- README.md


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A user's folder, on a machine where Ollama answers at its usual place."""
    with ollama.serving(tmp_path):
        yield tmp_path


def run(folder: Path, *command: str, **environment: str) -> list[str]:
    """What a command prints; it must end well."""
    python_path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    given = {**os.environ, "PYTHONPATH": python_path, "LLMSPELL_PYTHON": sys.executable, **environment}
    done = subprocess.run(
        command, cwd=folder, env=given, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def test_python(folder: Path) -> None:
    program, session = blocks("README.md", "python")
    (folder / "weather.py").write_text(program)
    assert run(folder, sys.executable, "weather.py") == ["It is 22 degrees.", "You said: And tomorrow?"]
    (scripted,) = re.findall(r"^`(session\.provider\.create\(.*\))`$", (ROOT / "README.md").read_text(), re.M)
    (folder / "scripted.py").write_text(program.replace("    agent =", f"    {scripted}\n    agent ="))
    assert run(folder, sys.executable, "scripted.py") == ["It is 22 degrees.", "Rain."]
    opened = eval(session, {"Session": Session})
    assert isinstance(opened, Session)
    opened.close()


LUA = [
    "tool.start\tweather",
    "tool.complete\tweather",
    "It is 22 degrees.",
    "You said: And tomorrow?false\tagent.not_found",
]


def test_lua(folder: Path) -> None:
    (program,) = blocks("README.md", "lua")
    (folder / "weather.lua").write_text(program)
    modules = {"LUA_PATH": f"{NATIVE}/share/lua/?.lua;{NATIVE}/share/lua/?/init.lua;;"}
    assert run(folder, sys.executable, "-m", "llmspell_runtime", "run", "weather.lua") == LUA
    for engine, version in (("lua5.4", "5.4"), ("luajit", "5.1")):
        assert (
            run(folder, engine, "weather.lua", **modules, LUA_CPATH=f"{NATIVE}/lib/lua/{version}/?.so;;")
            == LUA
        )


def test_javascript(folder: Path) -> None:
    (program,) = blocks("README.md", "js")
    (folder / "weather.js").write_text(program)
    ran = run(folder, sys.executable, "-m", "llmspell_runtime", "run", "weather.js")
    assert ran == ["It is 22 degrees.", "You said: And tomorrow?", ""]  # the last chunk has no text


def test_c(folder: Path) -> None:
    (program,) = blocks("README.md", "c")
    (folder / "app.c").write_text(program)
    (commands,) = (block for block in blocks("README.md", "sh") if "cc app.c" in block)
    script = commands.replace("$PWD/build/native", str(NATIVE))
    assert script != commands
    assert run(folder, "sh", "-euc", script) == ["You said: Hello!"]


def test_the_makefile_has_what_is_named() -> None:
    makefile = (ROOT / "Makefile").read_text()
    named = re.findall(r"(?:`|^)make ([a-z]+)\b", "".join(path.read_text() for path in PAGES), re.M)
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    assert "demo" in named and set(named) <= targets


def test_an_interface_of_ones_own(tmp_path: Path) -> None:
    (commands,) = (block for block in blocks("README.md", "sh") if "bridgegen init" in block)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    assert run(tmp_path, "sh", "-euc", commands, PATH=path, BRIDGEGEN_CACHE=str(tmp_path / "cache"))


# --- docs/*.md: programs

GIVEN = {
    "docs/hooks.md": 'local llmspell = require("llmspell")\n',
    "docs/memories.md": """\
local llmspell = require("llmspell")
local agent = llmspell.agent.create{ name = "helper", provider = "ollama", model = "llama3.2" }
""",
    "docs/outputs.md": """\
local llmspell = require("llmspell")
local answer, schema = "```json\\n{\\"city\\": \\"Oslo\\"}\\n```", { type = "object", required = { "city" } }
local function use(value) print("used", value.city) end
local function review(value, changes) print("reviewed", value, changes) end
""",
    "docs/states.md": 'local llmspell = require("llmspell")\n',
    "docs/workflows.md": """\
local llmspell = require("llmspell")
llmspell.tool.register{
  name = "web_search", description = "Pages about a topic.", parameters = { type = "object" },
  handler = function(asked) return { hits = { { url = "u1", text = "About " .. asked.query }, { url = "u2", text = "More" } } } end,
}
llmspell.agent.create{ name = "writer", provider = "ollama", model = "llama3.2" }
""",
}
"""What a page's reader has already: what its program speaks of and does not make."""
PRINTED = {
    "docs/lua.md": "You said: What's the weather in Oslo?",
    "docs/hooks.md": "",
    "docs/memories.md": "Oslo, the capital of Norway\ncity/oslo\t1.0",
    "docs/outputs.md": "used\tOslo",
    "docs/states.md": "",
    "docs/workflows.md": 'You said: Write about fjords from ["You said: Summarise About fjords","You said: Summarise More"]',
}


GRANTS = {"llm": True, "fs.read": ["."], "fs.write": ["."]}


@pytest.mark.parametrize("page", PRINTED)
def test_lua_of_a_guide(
    page: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    program = "".join(blocks(page, "lua"))
    definitions = "".join(f"local text = [==[\n{text}]==]\n" for text in blocks(page, "yaml"))
    with (
        ollama.serving(tmp_path) as url,
        Session(permissions=GRANTS, name="guide") as session,
        LuaHost(session) as host,
    ):
        monkeypatch.setitem(addresses.DEFAULTS, Type.OLLAMA, url)
        host.run(GIVEN.get(page, "") + definitions + program)
    assert capfd.readouterr().out.rstrip("\n") == PRINTED[page]


def test_python_of_the_scripts_guide() -> None:
    (program,) = blocks("docs/scripts.md", "python")
    call, _, shown = program.rstrip().rpartition("\n")
    values, _, expected = shown.partition("#")
    with Session() as session:
        names: dict[str, Any] = {"session": session}
        exec(call, names)
        assert eval(values, names) == eval(expected)


# --- links


@pytest.mark.parametrize(
    "path", [*PAGES, *sorted((ROOT / "docs" / "decisions").glob("*.md"))], ids=lambda path: path.name
)
def test_links_lead_somewhere(path: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", _BLOCK.sub("", path.read_text("utf-8"))):
        if link.startswith("https://"):
            continue
        file, _, place = link.partition("#")
        target = path.parent / file if file else path
        assert target.exists(), link
        if place:
            headings = re.findall(r"^#+ (.*)$", _BLOCK.sub("", target.read_text("utf-8")), re.M)
            assert place in anchors(headings), link


# --- docs/*.md: forms


def test_the_session_of_the_runtime_guide_is_the_real_one() -> None:
    (text,) = blocks("docs/runtime.md", "python")
    methods = dict(re.findall(r"def (\w+)\((.*?)\) ->", text, re.S))
    assert len(methods) >= 8
    for name, parameters in methods.items():
        (function,) = ast.parse(f"def f({parameters}): ...").body
        assert isinstance(function, ast.FunctionDef)
        real = inspect.signature(getattr(CoreSession, name)).parameters
        shown = [argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)]
        assert shown == list(real)[: len(shown)], name
        left_out = list(real.values())[len(shown) :]
        assert all(parameter.default is not parameter.empty for parameter in left_out), name
    for name in re.findall(r"^    (\w+): ", text, re.M):
        with closing(CoreSession(INTERFACE)) as session:
            assert hasattr(session, name)


def test_the_json_of_a_conformance_program_is_json() -> None:
    (text,) = blocks("docs/runtime.md", "json")
    assert list(json.loads(text)) == ["function", "example", "outcome", "events", "calls"]


SHARED = """\
bridge: shared
summary: What the guide's module refers to.
types:
  Notice:
    summary: An event as subscribers get it.
    type: object
    required: [type, data]
    properties: {type: {type: string}, data: {type: object}, member: {type: string}}
errors:
  timed_out: {summary: It took too long., message: too long}
"""
TYPES = """\
bridge: desk
summary: What the guide's blocks are pieces of.
types:
  Loan:
    summary: A book that somebody has.
    type: object
    required: [id, state]
    properties: {id: {type: integer}, state: {$ref: '#/constants/State'}}
  LendOptions:
    summary: How a book is lent.
    type: object
    properties: {days: {type: integer, default: 30}}
"""
FUNCTIONS = """\
  join:
    summary: Become a member.
    parameters: {name: {type: string}}
    result: {$ref: '#/resources/Member'}
    examples: [{name: ada, arguments: {name: Ada}, result: member_1}]
  leave:
    summary: Stop being one.
    parameters: {member: {$ref: '#/resources/Member'}}
    examples: [{name: ada, given: [{call: desk.join, with: {name: Ada}, as: ada}], arguments: {member: $ada}}]
  remind:
    summary: Be asked for books.
    parameters: {reminder: {$ref: '#/callbacks/Reminder'}}
    examples: [{name: once, arguments: {reminder: {$callback: {returns: true}}}}]
"""


def test_the_language_guide_describes_an_interface(tmp_path: Path) -> None:
    """Its blocks, put together, are one that the compiler takes."""
    header, module, *pieces = blocks("docs/interface-language.md", "yaml")
    (example,) = (piece for piece in pieces if piece.startswith("examples:"))
    pieces.remove(example)
    text = TYPES
    for piece in pieces:
        if piece.startswith("functions:"):
            assert "    examples: […]\n" in piece
            piece = piece.replace("    examples: […]\n", textwrap.indent(example, "    ")) + FUNCTIONS
        text += piece
    (tmp_path / "interface.yaml").write_text(header)
    (tmp_path / "shared.yaml").write_text(SHARED)
    (tmp_path / "desk.yaml").write_text(text)
    interface, report, _ = load(tmp_path / "interface.yaml")
    assert interface is not None, [f"{found.position} {found.message}" for found in report]
    assert [*report, *diagnostics(asyncapi, interface)] == []
    sections = re.findall(r"^(\w+): \{…\}$", module, re.M)
    assert sections == [
        name for name in re.findall(r"^(\w+):", text, re.M) if name not in ("bridge", "summary")
    ]
