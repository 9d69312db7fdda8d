"""The example programs run, print what they promise, and pass the type checker as a user would have them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[3] / "examples" / "python"
LINES = {
    "agent_with_tool": ["It is 22 degrees in Oslo.", "1 tool call, 2 steps, completed"],
    "streaming": ["It  | is  | cold.", "It  | is  | warm."],
    "recording": [
        "replayed agent.start",
        "replayed provider.request",
        "replayed provider.response",
        "replayed agent.complete",
    ],
    "events": ["agent.start", "agent.complete", "['Bye.']"],
    "conversions": [
        "{'role': 'user', 'content': '3 pens'}",
        "12.0 ['shop.Line to shop.Order', 'shop.Order to text', 'text to shared.Message']",
        "as it stands: pens,3",
        "nothing converts 'shop.Ordr' to 'text'; from 'shop.Ordr' one reaches nothing; 'shop.Ordr' may be 'shop.Order'",
    ],
    "shared_state": [
        "20 sold",
        "the state 'tickets' would not meet its schema: expected at most 20, given 21 (at /sold)",
        "0 sold at the start; revision 21",
    ],
    "hooks": ["Ask [redacted], password [redacted].", "1 [1]", "42"],
    "errors": [
        "agent.not_found ->",
        "runtime.permission_denied -> fs.read",
        "provider.script_exhausted recovery: none",
    ],
}


@pytest.mark.parametrize("name", LINES)
def test_example_runs(name: str, tmp_path: Path) -> None:
    run = [sys.executable, str(EXAMPLES / f"{name}.py")]
    done = subprocess.run(run, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) == len(LINES[name])
    for line, beginning in zip(lines, LINES[name], strict=True):
        assert line.startswith(beginning)


def test_every_example_is_listed() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.py")} == set(LINES)


def test_examples_pass_mypy(tmp_path: Path) -> None:
    root = EXAMPLES.parents[1]
    path = os.pathsep.join(str(root / part) for part in ("runtime", "generated/python"))
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file",
        os.devnull,
        "--cache-dir",
        str(tmp_path),
    ]
    done = subprocess.run(
        [*command, str(EXAMPLES)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": path},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
