"""What runs inside a worker: evaluates one expression after another, until its parent is gone.

A request and an answer are JSON after their length in four bytes: ``{"source", "variables"}``, and ``{"value"}`` or
``{"failed"}``. What needs too much memory ends the process, and the parent sees the end.
"""

from __future__ import annotations

import os
import struct
import sys
from functools import lru_cache
from typing import Any

from bridge_runtime.values import InvalidJson, read_json, write_json

from llmspell_runtime.child import limit_self
from llmspell_runtime.expressions.evaluation import ExpressionFailed, compiled, evaluate
from llmspell_runtime.expressions.values import MAX_SIZE

_LENGTH = struct.Struct("!I")


def main() -> None:
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb", buffering=0)
    limit_self({"memory_bytes": int(sys.argv[1]), "open_files": 16})
    program = lru_cache(maxsize=64)(compiled)
    _send(answers, {})
    while header := requests.read(_LENGTH.size):
        request = read_json(requests.read(*_LENGTH.unpack(header)))
        try:
            answer = {"value": evaluate(program(request["source"]), request["variables"])}
        except ExpressionFailed as error:
            answer = {"failed": error.reason}
        _send(answers, answer)


def _send(pipe: Any, answer: dict[str, Any]) -> None:
    try:
        text = write_json(answer).encode("utf-8")
    except InvalidJson as error:
        text = write_json({"failed": f"its value is not JSON: {error}"}).encode("utf-8")
    if len(text) > MAX_SIZE:
        text = write_json({"failed": f"its value has more than {MAX_SIZE} bytes as JSON"}).encode("utf-8")
    data = memoryview(_LENGTH.pack(len(text)) + text)
    while data:
        data = data[pipe.write(data) :]


if __name__ == "__main__":
    main()
