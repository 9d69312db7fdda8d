"""What runs inside a sandboxed execution: one tool, once, under limits that the system holds it to.

Reads one JSON request from standard input and writes one JSON answer to where standard output was; anything that
the tool itself prints goes to standard error, so that it cannot pass for the answer.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import os
import sys
from importlib import import_module
from typing import Any

from llmspell_runtime.child import limit_self


def main() -> None:
    """Answer the one request: ``{"value": …}`` or ``{"error": {"code", "fields"}}``."""
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    request = json.load(sys.stdin)
    limit_self(request["limits"])
    try:
        result = {"value": asyncio.run(_run(request))}
        text = json.dumps(result, allow_nan=False)
    except MemoryError:
        text = json.dumps({"error": {"code": "memory", "fields": {}}})
    except BaseException as error:
        text = json.dumps({"error": _failure(request, error)})
    answer.write(text)
    answer.flush()


async def _run(request: dict[str, Any]) -> Any:
    arguments = request["arguments"]
    if "function" in request:
        sys.path[:] = request["path"]
        function = _function(request["function"])
        value = function(arguments)
        return await value if inspect.isawaitable(value) else value
    from llmspell_runtime.tool.built_in import BUILT_IN
    from llmspell_runtime.tool.grants import permissions

    return await BUILT_IN[request["tool"]].load()(arguments, permissions(request["permissions"]))


def _function(name: str) -> Any:
    module, _, path = name.partition(":")
    found: Any = import_module(module)
    for part in path.split("."):
        found = getattr(found, part)
    return found


def _failure(request: dict[str, Any], error: BaseException) -> dict[str, Any]:
    from llmspell_runtime.tool.built_in import failure

    if isinstance(error, Exception) and (known := failure(request["arguments"], error)):
        return {"code": known[0], "fields": known[1]}
    code = getattr(error, "code", None)
    to_json = getattr(error, "to_json", None)
    if isinstance(code, str) and callable(to_json):
        found: dict[str, Any] = to_json()
        return found
    return {"code": "tool.execution_failed", "fields": {"reason": str(error) or type(error).__name__}}


if __name__ == "__main__":
    main()
