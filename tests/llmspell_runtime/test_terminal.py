"""The command ``llmspell`` among other commands: a reader that goes away, and Ctrl-C."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "llmspell_runtime", "run"]

PRINTING = {
    "spell.lua": 'while true do print("one more line") end',
    "spell.js": 'import llmspell from "llmspell";\n'
    'for (;;) { console.log("one more line"); await llmspell.tool.list(); }',
}
LUA_CALL = """
local llmspell = require("llmspell")
local provider = llmspell.provider.create{ type = "scripted", script = { { text = "x", delay_seconds = 600 } } }
print("begun")
provider:chat({ { role = "user", content = "Hi" } })
"""
JAVASCRIPT_CALL = """
import llmspell from "llmspell";
const provider = await llmspell.provider.create({ type: "scripted", script: [{ text: "x", delay_seconds: 600 }] });
console.log("begun");
await provider.chat([{ role: "user", content: "Hi" }]);
"""
BUSY = {
    "loop.lua": 'print("begun")\nwhile true do end',
    "call.lua": LUA_CALL,
    "loop.js": 'import llmspell from "llmspell";\nconsole.log("begun");\nawait llmspell.tool.list();\nfor (;;);',
    "call.js": JAVASCRIPT_CALL,
}


def run(folder: Path, name: str, source: str) -> subprocess.Popen[bytes]:
    (folder / name).write_text(source)
    process = subprocess.Popen(
        [*COMMAND, name],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONUNBUFFERED": "1"},
    )
    return process


@pytest.mark.parametrize("name", PRINTING)
def test_a_spell_ends_with_its_reader(tmp_path: Path, name: str) -> None:
    """As ``llmspell run spell.lua | head -1`` does."""
    process = run(tmp_path, name, PRINTING[name])
    assert process.stdout is not None and process.stderr is not None
    assert process.stdout.readline() == b"one more line\n"
    process.stdout.close()
    assert process.wait(60) == -signal.SIGPIPE
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.parametrize("name", BUSY)
def test_an_interrupted_spell(tmp_path: Path, name: str) -> None:
    process = run(tmp_path, name, BUSY[name])
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=300)
    assert process.returncode == 130
    assert said.endswith(b"interrupted\n") and b"Traceback" not in said


def test_a_result_that_nobody_reads(tmp_path: Path) -> None:
    process = run(tmp_path, "spell.lua", "return { 1, 2, 3 }")
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.wait(60) == -signal.SIGPIPE
    assert process.stderr.read() == b""
    process.stderr.close()
