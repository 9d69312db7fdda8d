"""A server that answers as Ollama's chat does, for programs that find it where Ollama usually is."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PATCH = """\
from llmspell.provider import Type
from llmspell_runtime.provider import addresses
addresses.DEFAULTS[Type.OLLAMA] = {url!r}
"""


class Ollama(BaseHTTPRequestHandler):
    """Asks for the tool when one is offered and a city is named, tells what it gave, and greets otherwise."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        message = answer(asked)
        said = {"model": asked["model"], "created_at": "2026-01-01T00:00:00Z"}
        last = {
            "message": message,
            "done": True,
            "done_reason": "stop",
            "prompt_eval_count": 7,
            "eval_count": 3,
        }
        body = json.dumps(said | last).encode() + b"\n"
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing: the test's own output is what counts."""


def answer(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The message that answers a request."""
    last = asked["messages"][-1]
    if last["role"] == "tool":
        content = f"It is {json.loads(last['content'])['temperature']} degrees."
    elif asked.get("tools") and "Oslo" in last["content"]:
        name = asked["tools"][0]["function"]["name"]
        return {
            "role": "assistant",
            "content": "",
            "tool_calls": [{"function": {"name": name, "arguments": {"city": "Oslo"}}}],
        }
    else:
        content = f"You said: {last['content']}"
    return {"role": "assistant", "content": content}


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The server's address; ``folder`` gets a ``sitecustomize.py``, by which a Python process takes it for Ollama's usual one."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Ollama)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{server.server_port}"
    (folder / "sitecustomize.py").write_text(PATCH.format(url=url))
    try:
        yield url
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
