"""What runs inside a worker for expressions: ``{"source", "variables"}`` comes, ``{"value"}`` or ``{"failed"}`` goes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from bridge_runtime.values import InvalidJson, write_json

from llmspell_runtime.expressions.evaluation import ExpressionFailed, compiled, evaluate
from llmspell_runtime.expressions.values import MAX_SIZE
from llmspell_runtime.worker_child import serve

_program: Final = lru_cache(maxsize=64)(compiled)


def answer(request: Any) -> str:
    """The answer to one request."""
    try:
        text = write_json({"value": evaluate(_program(request["source"]), request["variables"])})
    except ExpressionFailed as error:
        return write_json({"failed": error.reason})
    except InvalidJson as error:
        return write_json({"failed": f"its value is not JSON: {error}"})
    if len(text.encode()) > MAX_SIZE:
        return write_json({"failed": f"its value has more than {MAX_SIZE} bytes as JSON"})
    return text


if __name__ == "__main__":
    serve(answer)
