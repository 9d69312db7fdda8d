"""The same Lua files in every engine: the suite, the examples, and JSON text against Python's."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.surfaces.lua.conftest import ROOT, STOCK, RunFile, environment

HERE = Path(__file__).parent

EXAMPLES = {
    "agent": "It is 22 degrees in Oslo.\n",
    "workflow": (
        "forecasts[0].one\tcompleted\nforecasts[1].one\tcompleted\nwet\tcompleted\nadvice\tcompleted\n"
        "Bergen\tPack an umbrella.\n"
    ),
    "events": "tool.start\tdouble\ntool.complete\tdouble\ndouble\t42\n",
    "recording": (
        "tool.start\ttrue\ntool.double.note\ttrue\ntool.complete\ttrue\n3 events of the call that doubled 21\n"
    ),
    "hooks": "Ask [redacted], password [redacted].\n1\t1\n42\n",
    "streaming": "One two three.\nleft after Four \n",
    "tasks": "The moon is a lamp.\nI have seen better lamps.\nmeanwhile\nOf electric sheep.\n",
    "notebook": (
        "text, umbrella: friday 1.00\ntext, bad weather: nothing\n"
        "vector, bad weather: friday 1.00, monday 0.71\n"
        "vector, something to eat: sunday 1.00\n"
        "hybrid, weather on the platform: friday 1.00\n"
        "false\tmemory.embedding_mismatch\tsubjects-1 with 2 dimensions\n4\n"
    ),
    "scripts": (
        "3 items\nsum 15\n"
        "script.failed\t3\tscript.handler_failed\tshop.unknown\n"
        "script.timed_out\n"
        "script.limit_exceeded\tmemory_bytes\n"
        "runtime.permission_denied\n"
        "unexpected symbol near '='\n"
        "too dear\n"
    ),
    "schemas": (
        "to_integer\t/items/0/count\t2\n"
        "default\t/express\tfalse\n"
        "/items/1/count\texpected at least 1, given 0\n"
        "true\t3\n"
        "expected an integer, given 1.5\n"
        "date\n"
    ),
    "errors": (
        "agent.not_found\tnone\n"
        "no agent 'no-such-agent'; make one with agent.create, or see agent.list\n"
        "false\ttool 'moody' failed: not today\n"
        "false\tmemory.store: value.items[2] is a function where the interface takes none\n"
        'true\ttrue\t{"list":[],"nothing":null,"object":{}}\n'
    ),
    "answers": (
        "extraction\tOslo\t3\n"
        "  took the fenced block and left out the 34 characters around it\n"
        "  `'city'` became `\"city\"`\n"
        "  removed `,`\n"
        '  `"3"` became `3`\n'
        "5\tBergen\nfalse\tstate.schema_violation\nfalse\tstate.conflict\t3\n3\tno stops\n"
    ),
    "testing": (
        "weather\tpassed\n1\tagent.create\tpassed\n2\tagent.run\tpassed\n3\tshout\tpassed\n"
        "false\ttesting.assertion_failed\n/parts/1: expected 3, given 2\n"
    ),
}

REMEMBERING = [
    "0 messages from earlier runs\nnote\tnoted\nI shall remember that.\n",
    '4 messages from earlier runs\nrecall\t["Ada drinks green tea."]\nGreen tea, as always?\n',
]
"""What the example prints the first and the second time."""


def test_suite(run_file: RunFile) -> None:
    done = run_file(HERE / "suite.lua")
    cases = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"case"')]
    assert [case for case in cases if not case["ok"]] == [], done.stderr
    assert done.returncode == 0 and cases[-1]["case"] == "all" and len(cases) > 35


@pytest.mark.parametrize("name", EXAMPLES)
def test_example(run_file: RunFile, name: str) -> None:
    done = run_file(ROOT / "examples" / "lua" / f"{name}.lua")
    assert (done.stdout, done.returncode) == (EXAMPLES[name], 0), done.stderr


def test_what_one_run_has_remembered_the_next_one_knows(run_file: RunFile) -> None:
    options = {"permissions": {"llm": True, "fs.read": ["."], "fs.write": ["."]}}
    runs = [run_file(ROOT / "examples" / "lua" / "remembering.lua", options=options) for _ in range(2)]
    assert [run.stdout for run in runs] == REMEMBERING, runs[0].stderr + runs[1].stderr


def test_a_chat_reads_its_input_and_ends_with_a_status(run_file: RunFile) -> None:
    chat = ROOT / "examples" / "lua" / "chat.lua"
    done = run_file(chat, given_input="Hi\nWhat time is it?\nAnd now?\nnot read\n")
    assert done.stdout == "Hello, Ada.\nIt is noon.\n"
    asked, failed = done.stderr.splitlines()[:2]
    assert asked == "(asks clock)" and "provider.script_exhausted" in failed
    assert done.returncode == 3


def test_every_example_is_tested() -> None:
    tested = {*EXAMPLES, "remembering", "chat"}
    assert {path.stem for path in (ROOT / "examples" / "lua").glob("*.lua")} == tested


def test_uncaught_error_says_where(run_file: RunFile, tmp_path: Path) -> None:
    script = tmp_path / "wrong.lua"
    script.write_text('local llmspell = require("llmspell")\nllmspell.agent.get_state("nobody")\n')
    done = run_file(script)
    assert done.returncode == 1
    assert "wrong.lua:2:" in done.stderr and "no agent 'nobody'" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("engine", STOCK)
def test_missing_native_module_is_explained(engine: str, native: Path, tmp_path: Path) -> None:
    script = tmp_path / "none.lua"
    script.write_text('print(require("llmspell").agent.list())')
    given = environment(engine, native) | {"LUA_CPATH": str(tmp_path / "?.so")}
    done = subprocess.run([engine, str(script)], env=given, capture_output=True, text=True)
    assert (
        done.returncode == 1 and "runtime.broken_installation" in done.stderr and "LUA_CPATH" in done.stderr
    )


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)

_ECHO = """
local json = require("bridge_runtime.json")
for line in io.lines() do local value, problem = json.decode(line) print(problem or json.encode(value)) end
"""
_REFUSE = """
local json = require("bridge_runtime.json")
for line in io.lines() do
  local value, problem = json.decode(line)
  print(value == nil and type(problem) == "string")
end
"""
NOT_JSON = [
    *[
        "",
        "{",
        "[",
        "[1,]",
        '{"a":1,}',
        '{"a" 1}',
        "{a:1}",
        "01",
        "1.",
        ".5",
        "+1",
        "--1",
        "1e",
        "nul",
        "truee",
        "[1] 2",
        '"',
        '"\\x"',
        '"\\u12"',
        '"\\ud800"',
        '"\\ud800\\u0041"',
        '"\\udc00"',
        '"\t"',
        "'a'",
        "NaN",
        "Infinity",
        "",
    ][:-1],
    "[" * 300,
]
"""Texts that are not JSON; the first is empty."""


def _lua(engine: str, native: Path, script: str, lines: list[str]) -> list[str]:
    done = subprocess.run(
        [engine, "-e", script],
        input="\n".join(lines) + "\n",
        env=environment(engine, native),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.removesuffix("\n").split("\n")


def _alike(value: Any, engine: str) -> Any:
    """LuaJIT has one kind of number, so that 1.0 comes back as 1."""
    if isinstance(value, float) and engine == "luajit" and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if isinstance(value, list):
        return [_alike(item, engine) for item in value]
    if isinstance(value, dict):
        return {name: _alike(item, engine) for name, item in value.items()}
    return value


@pytest.mark.parametrize("engine", STOCK)
@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(values=st.lists(json_values, min_size=1, max_size=40), ascii_only=st.booleans())
def test_json_survives(engine: str, native: Path, values: list[Any], ascii_only: bool) -> None:
    lines = [json.dumps(value, ensure_ascii=ascii_only) for value in values]
    printed = [json.loads(line) for line in _lua(engine, native, _ECHO, lines)]
    assert [repr(value) for value in map(_sorted, printed)] == [
        repr(_sorted(_alike(value, engine))) for value in values
    ]


def _sorted(value: Any) -> Any:
    if isinstance(value, list):
        return [_sorted(item) for item in value]
    if isinstance(value, dict):
        return {name: _sorted(value[name]) for name in sorted(value)}
    return value


@pytest.mark.parametrize("engine", STOCK)
def test_what_is_not_json_is_refused(engine: str, native: Path) -> None:
    assert _lua(engine, native, _REFUSE, NOT_JSON) == ["true"] * len(NOT_JSON)
