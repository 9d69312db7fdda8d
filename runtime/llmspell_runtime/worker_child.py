"""What every worker process does: answer one request after another, until its parent is gone."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from bridge_runtime.values import read_json

from llmspell_runtime.child import limit_self
from llmspell_runtime.workers import LENGTH


def serve(answer: Callable[[Any], str]) -> None:
    """Say that this process is there, then give for each request of JSON the text of JSON that ``answer`` makes of it.

    What needs more memory than the first argument of the command allows ends the process, and the parent sees the end.
    """
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb", buffering=0)
    limit_self({"memory_bytes": int(sys.argv[1]), "open_files": 16})
    _send(answers, "{}")
    while header := requests.read(LENGTH.size):
        _send(answers, answer(read_json(requests.read(*LENGTH.unpack(header)))))


def _send(pipe: Any, text: str) -> None:
    content = text.encode("utf-8")
    data = memoryview(LENGTH.pack(len(content)) + content)
    while data:
        data = data[pipe.write(data) :]
