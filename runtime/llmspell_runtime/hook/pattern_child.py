"""What runs inside a worker for redaction: ``{"patterns", "replacement", "texts"}`` comes, the redacted texts go."""

from __future__ import annotations

from typing import Any

from bridge_runtime.values import write_json

from llmspell_runtime.hook.own_patterns import compiled, without
from llmspell_runtime.worker_child import serve


def answer(request: Any) -> str:
    """The answer to one request."""
    patterns = [compiled(source) for source in request["patterns"]]
    return write_json([without(text, patterns, request["replacement"]) for text in request["texts"]])


if __name__ == "__main__":
    serve(answer)
