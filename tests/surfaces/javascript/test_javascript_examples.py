"""The examples run as they are; the one in TypeScript is compiled first."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.hosts.javascript import JavaScriptHost
from bridge_runtime.session import Session
from llmspell._interface import INTERFACE

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples" / "javascript"


def run(script: Path, **options: Any) -> tuple[Any, list[str]]:
    """The default export of a script, and what it printed; ``options`` are the session's."""
    lines: list[str] = []
    session = Session(INTERFACE, options)
    try:
        host = JavaScriptHost(session, output=lambda _level, line: lines.append(line))
        return host.run_file(script), lines
    finally:
        session.close()


@pytest.mark.parametrize(
    ("name", "result", "printed"),
    [
        (
            "agent",
            {"text": "It is 22 degrees in Oslo.", "tools": ["weather"]},
            ["tool.start weather", "tool.complete weather", "It is 22 degrees in Oslo."],
        ),
        ("stream", "Clear and cold.", ["Clear and cold.", "More"]),
        ("errors", ["agent.not_found", "runtime.invalid_argument", "runtime.cancelled"], None),
        (
            "testing",
            None,
            [
                "passed 1 of 1",
                '<testsuites name="rehearsal" tests="1" failures="0" errors="0" skipped="0"',
                '{ "agent.create": 1, "agent.run": 1 }',
                "testing.assertion_failed /text",
            ],
        ),
        ("hooks", None, ["Ask [redacted], password [redacted].", "1 1", "42"]),
        (
            "workflow",
            {"missing": ["ink"], "note": 'To do: ["ink"]'},
            [
                "again: counts[0].count",
                "again: counts[1].count",
                'completed [ "ink" ] To do: ["ink"]',
                "counts[0].count completed",
                "counts[1].count completed",
                "missing completed",
                "order failed",
                "note completed",
            ],
        ),
        (
            "notebook",
            None,
            [
                "text, umbrella: friday 1.00",
                "vector, bad weather: friday 1.00, monday 0.71",
                "vector, something to eat: sunday 1.00",
                "hybrid, weather on the platform: friday 1.00",
                "55 tokens became 42",
                "system: Summary of the conversation so far:\n4 messages about the weather",
                "user: What became of my umbrella?",
                "assistant: It broke.",
            ],
        ),
        ("concurrent", ["Oslo is fine.", "Rome is fine.", "Lima is fine."], None),
    ],
)
def test_example(name: str, result: Any, printed: list[str] | None) -> None:
    found, lines = run(EXAMPLES / f"{name}.js")
    assert found == result
    assert printed is None or sorted(lines) == sorted(printed)
    assert lines


def test_what_one_run_has_remembered_the_next_one_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    permissions = {"llm": True, "fs.read": ["."], "fs.write": ["."]}
    printed = [run(EXAMPLES / "remembering.js", permissions=permissions)[1] for _ in range(2)]
    assert printed == [
        ["0 messages from earlier runs", "note noted", "I shall remember that."],
        ["4 messages from earlier runs", 'recall ["Ada drinks green tea."]', "Green tea, as always?"],
    ]


def test_every_example_is_tested() -> None:
    source = Path(__file__).read_text()
    assert [path.name for path in EXAMPLES.iterdir() if f'"{path.stem}' not in source] == []


def _compile(folder: Path, files: list[str], **more: object) -> subprocess.CompletedProcess[str]:
    package = ROOT / "generated" / "typescript"
    (folder / "node_modules").mkdir(exist_ok=True)
    (folder / "node_modules" / "llmspell").symlink_to(package)
    (folder / "package.json").write_text('{"type": "module"}')
    options = {
        "strict": True,
        "exactOptionalPropertyTypes": True,
        "target": "esnext",
        "lib": ["esnext"],
        "module": "nodenext",
        "types": [],
        "rootDir": ".",
        "outDir": "out",
        **more,
    }
    files = [*files, "node_modules/llmspell/runtime/globals.d.ts"]
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "files": files}))
    tsc = ROOT / "node_modules" / ".bin" / "tsc"
    return subprocess.run(
        [tsc, "--pretty", "false", "-p", folder], capture_output=True, text=True, timeout=300
    )


def test_typed_example(tmp_path: Path) -> None:
    (tmp_path / "typed.ts").write_text((EXAMPLES / "typed.ts").read_text())
    done = _compile(tmp_path, ["typed.ts"])
    assert done.returncode == 0, done.stdout
    found, _ = run(tmp_path / "out" / "typed.js")
    assert found == {"text": "It is 42.", "tools": ["42"], "state": "completed"}


QUIET = """
import llmspell, { hook } from "llmspell";

await hook.register({
  point: hook.Point.TOOL_CALL,
  type: hook.Type.PRE,
  handler: ({ payload }) => {
    if (payload.point === "tool_call" && payload.tool === "erase") return { reject: "not now" };
  },
});
await llmspell.tool.register({ name: "note", description: "Keeps a note.", handler: async () => {} });
await llmspell.tool.register({ name: "say", description: "Says so.", handler: ({ text }) => console.log(text) });
// @ts-expect-error a hook gives an answer or nothing
await hook.register({ point: hook.Point.TOOL_CALL, type: hook.Type.PRE, handler: () => 5 });
"""


def test_a_function_may_return_nothing_where_null_will_do(tmp_path: Path) -> None:
    (tmp_path / "quiet.ts").write_text(QUIET)
    done = _compile(tmp_path, ["quiet.ts"], noEmit=True)
    assert done.returncode == 0, done.stdout


def test_examples_in_javascript_are_well_typed(tmp_path: Path) -> None:
    """The declarations fit what scripts write without any annotation of theirs."""
    names = ["agent.js", "stream.js", "concurrent.js"]
    for name in names:
        (tmp_path / name).write_text((EXAMPLES / name).read_text())
    done = _compile(tmp_path, names, allowJs=True, checkJs=True, noEmit=True)
    assert done.returncode == 0, done.stdout
