"""The conversions that every session knows, between types of the interface."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from bridge_runtime.values import InvalidJson, canonical_json, read_json

from llmspell_runtime.session.type_names import TEXT

Convert: TypeAlias = Callable[[Any], Any]

MESSAGE: Final = "shared.Message"
JSON: Final = "shared.Json"

WIDENING: Final = 1.0
"""Cost of what only calls a value by a wider type."""
USUAL: Final = 10.0
"""Cost of the others: more than a program's own, which costs 1 when it does not say."""
LOSING: Final = 20.0
"""Cost of what leaves text without its structure, or guesses at a structure."""


class Refused(ValueError):
    """This value of the right type cannot be converted; the message says why."""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else canonical_json(value)


def _system(text: str) -> dict[str, Any]:
    return {"role": "system", "content": text}


def _assistant(result: Any) -> Any:
    return {"role": "assistant", "content": result["text"]}


def _finished(result: Any) -> Any:
    if "value" not in result:
        raise Refused(f"the tool is still running; wait for {result['execution']} first")
    return result["value"]


def _tool_message(result: Any) -> Any:
    content = _text(_finished(result))
    return {"role": "tool", "content": content, "tool_call_id": result["execution"], "name": result["tool"]}


def _tool_outcome(outcome: Any) -> Any:
    return {
        "role": "tool",
        "content": outcome["content"],
        "tool_call_id": outcome["id"],
        "name": outcome["name"],
    }


def _tool_spec(tool: Any) -> Any:
    return {name: tool[name] for name in ("name", "description", "parameters")}


def _workflow_output(result: Any) -> Any:
    if "output" not in result:
        raise Refused(f"it has no output; its status is {result['status']!r}")
    return result["output"]


def _coerced(result: Any) -> Any:
    if not result["valid"]:
        raise Refused("the value does not meet its schema, even after coercion")
    return result["value"]


def _parsed(text: Any) -> Any:
    try:
        return read_json(text)
    except InvalidJson as error:
        raise Refused(str(error)) from None


def _issues(result: Any) -> Any:
    """What a check has found, a line for each fault: for a model that is to do better."""
    return "\n".join(map(_issue, result["issues"])) or "There is nothing wrong."


def _issue(issue: Any) -> str:
    place = issue.get("path") or ", ".join(
        f"{name} {issue[name]}" for name in ("line", "column") if issue.get(name)
    )
    return f"{place}: {issue['message']}" if place else str(issue["message"])


def _stored_schema(stored: Any) -> Any:
    if not isinstance(stored["content"], dict):
        raise Refused(f"it is {canonical_json(stored['content'])}, and not an object")
    return stored["content"]


def _hook_error(error: Any) -> Any:
    return {"code": error["code"], "message": error["message"]}


def _the(field: str) -> Convert:
    return lambda value: value[field]


def _same(value: Any) -> Any:
    return value


BUILT_IN: Final[tuple[tuple[str, str, float, Convert], ...]] = (
    (TEXT, MESSAGE, USUAL, lambda text: {"role": "user", "content": text}),
    (MESSAGE, TEXT, USUAL, _the("content")),
    (TEXT, JSON, LOSING, _parsed),
    (JSON, TEXT, LOSING, _text),
    ("shared.JsonSchema", "shared.JsonObject", WIDENING, _same),
    ("shared.JsonObject", JSON, WIDENING, _same),
    ("shared.ToolSpec", "shared.JsonSchema", USUAL, _the("parameters")),
    ("shared.ErrorInfo", MESSAGE, USUAL, lambda error: _system(f"Error {error['code']}: {error['message']}")),
    ("agent.RunResult", MESSAGE, USUAL, _assistant),
    ("agent.StructuredResult", MESSAGE, USUAL, _assistant),
    ("agent.StructuredResult", JSON, USUAL, _the("value")),
    ("agent.ToolOutcome", MESSAGE, USUAL, _tool_outcome),
    ("provider.ChatResult", MESSAGE, USUAL, _the("message")),
    ("tool.ToolResult", MESSAGE, USUAL, _tool_message),
    ("tool.ToolResult", JSON, USUAL, _finished),
    ("tool.ToolDescription", "shared.ToolSpec", USUAL, _tool_spec),
    ("memory.MemoryMatch", MESSAGE, USUAL, lambda match: _system(f"{match['key']}: {_text(match['value'])}")),
    ("memory.MemoryMatch", JSON, USUAL, _the("value")),
    (
        "event.Event",
        MESSAGE,
        USUAL,
        lambda event: _system(f"{event['type']}: {canonical_json(event['data'])}"),
    ),
    ("event.Event", "shared.JsonObject", USUAL, _the("data")),
    ("script.ScriptResult", JSON, USUAL, _the("value")),
    ("workflow.RunResult", JSON, USUAL, _workflow_output),
    ("workflow.StepOutcome", JSON, USUAL, _workflow_output),
    ("output.ParsedOutput", JSON, USUAL, _the("value")),
    ("schema.CoerceResult", JSON, USUAL, _coerced),
    ("schema.StoredSchema", "shared.JsonSchema", USUAL, _stored_schema),
    ("shared.ErrorInfo", "hook.HookError", USUAL, _hook_error),
    ("hook.HookError", MESSAGE, USUAL, lambda error: _system(f"Error {error['code']}: {error['message']}")),
    *(
        (checked, TEXT, USUAL, _issues)
        for checked in (
            "schema.ValidationResult",
            "tool.ValidationResult",
            "workflow.ValidationResult",
            "output.FormatValidation",
            "script.ScriptValidation",
        )
    ),
)
"""Source, target, cost and function of each."""
