"""The README's first command, as far as it is ours: one agent from every surface, by script and by a real endpoint."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SURFACES = (
    "Python",
    "Python, async",
    "C",
    "C, generic call",
    "Lua, spell host",
    "Lua 5.4",
    "LuaJIT",
    "JavaScript",
)


def demo(**environment: str) -> list[list[str]]:
    """The table's rows, as the cells' texts."""
    clean = {
        name: value for name, value in os.environ.items() if name not in ("OPENAI_API_KEY", "OLLAMA_HOST")
    }
    ran = subprocess.run(
        [sys.executable, "-m", "examples.demo"],
        cwd=ROOT,
        env={**clean, "COLUMNS": "200", **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    lines = [line for line in ran.stdout.splitlines() if line.startswith("│")]
    return [[cell.strip() for cell in line.strip("│").split("│")] for line in lines]


def test_every_surface_gives_the_same_answer_from_a_script() -> None:
    rows = demo()
    assert [row[0] for row in rows] == list(SURFACES)
    assert {(row[1], row[2]) for row in rows} == {("It is 22 degrees in Oslo.", "1")}


class Ollama(BaseHTTPRequestHandler):
    """Ollama's chat, as far as one question with one tool goes."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if asked["messages"][-1]["role"] == "tool":
            told = json.loads(asked["messages"][-1]["content"])
            message = {
                "role": "assistant",
                "content": f"{told['temperature']} degrees, says {asked['model']}.",
            }
        else:
            call = {
                "function": {"name": asked["tools"][0]["function"]["name"], "arguments": {"city": "Oslo"}}
            }
            message = {"role": "assistant", "content": "", "tool_calls": [call]}
        body = json.dumps(
            {"model": asked["model"], "message": message, "done": True, "done_reason": "stop"}
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing: the test's own output is what counts."""


@pytest.fixture
def ollama() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Ollama)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_every_surface_asks_a_real_endpoint_when_there_is_one(ollama: str) -> None:
    rows = demo(OLLAMA_HOST=ollama, OLLAMA_MODEL="tiny")
    assert [row[0] for row in rows] == list(SURFACES)
    assert {(row[1], row[2]) for row in rows} == {("22 degrees, says tiny.", "1")}


def test_without_the_native_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("examples.demo.__main__.NATIVE", tmp_path)
    from examples.demo.__main__ import main

    assert main() == 1
    told = capsys.readouterr()
    assert told.out == "" and told.err.endswith("build them: make native\n")
