"""Conversions between named types of the interface: a small table, checked at both ends."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Any, Final, TypeAlias

from bridge_runtime.values import canonical_json
from llmspell.session.errors import ConversionFailed, UnknownConversion
from pydantic import TypeAdapter, ValidationError

Convert: TypeAlias = Callable[[Any], Any]

MESSAGE: Final = "shared.Message"
TEXT: Final = "text"


class Refused(ValueError):
    """This value of the right type cannot be converted; the message says why."""


def convert(value: Any, source: str, target: str) -> Any:
    """``value``, which is a ``source``, as a ``target``; JSON in and out.

    Raises UnknownConversion when nothing converts between the two, ConversionFailed when the value does not fit.
    """
    step = _TABLE.get((source, target))
    if step is None and (source != target or _adapter(source) is None):
        known = sorted(f"{one} to {other}" for one, other in _TABLE)
        raise UnknownConversion(source=source, target=target, known=", ".join(known))
    try:
        given = _checked(value, source)
        return given if step is None else _checked(step(given), target)
    except (ValidationError, Refused) as error:
        raise ConversionFailed(source=source, target=target, reason=_reason(error)) from None


def _checked(value: Any, name: str) -> Any:
    """``value`` as JSON of the type called ``name``."""
    adapter = _adapter(name)
    assert adapter is not None
    return adapter.dump_python(
        adapter.validate_json(canonical_json(value)), mode="json", exclude_unset=True, by_alias=True
    )


@lru_cache(maxsize=256)
def _adapter(name: str) -> TypeAdapter[Any] | None:
    """What checks the type called ``name``; None when the interface has none."""
    if name == TEXT:
        return TypeAdapter(str)
    module, _, local = name.partition(".")
    if not module.isidentifier() or not local.isidentifier() or not local[:1].isupper():
        return None
    try:
        found = getattr(import_module(f"llmspell.{module}.types"), local)
    except (ImportError, AttributeError):
        return None
    return TypeAdapter(found)


def _reason(error: ValidationError | Refused) -> str:
    if isinstance(error, Refused):
        return str(error)
    faults = error.errors(include_url=False, include_input=False)
    return "; ".join(f"{'.'.join(map(str, fault['loc'])) or 'value'}: {fault['msg']}" for fault in faults[:5])


def _text(value: Any) -> str:
    return value if isinstance(value, str) else canonical_json(value)


def _tool_result(result: Any) -> Any:
    if "value" not in result:
        raise Refused(f"the tool is still running; wait for {result['execution']} first")
    content = _text(result["value"])
    return {"role": "tool", "content": content, "tool_call_id": result["execution"], "name": result["tool"]}


def _tool_spec(tool: Any) -> Any:
    return {name: tool[name] for name in ("name", "description", "parameters")}


_TABLE: Final[dict[tuple[str, str], Convert]] = {
    ("tool.ToolResult", MESSAGE): _tool_result,
    ("tool.ToolDescription", "shared.ToolSpec"): _tool_spec,
    ("memory.MemoryMatch", MESSAGE): lambda match: {
        "role": "system",
        "content": f"{match['key']}: {_text(match['value'])}",
    },
    ("event.Event", MESSAGE): lambda event: {
        "role": "system",
        "content": f"{event['type']}: {canonical_json(event['data'])}",
    },
    ("shared.ErrorInfo", MESSAGE): lambda error: {
        "role": "system",
        "content": f"Error {error['code']}: {error['message']}",
    },
    (TEXT, MESSAGE): lambda text: {"role": "user", "content": text},
    (MESSAGE, TEXT): lambda message: message["content"],
}
