"""What several bridges speak of; messages, tool calls, token usage and errors.

A module without functions. The other modules refer to these types, so that a message made for a
provider can be given to an agent, and an error looks the same in a result, an event and an
exception.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .errors import InvalidSchema
    from .types import (
        ErrorInfo,
        Json,
        JsonObject,
        JsonSchema,
        Message,
        Role,
        Timestamp,
        ToolCall,
        ToolSpec,
        Usage,
    )

_HOMES: dict[str, str] = {
    "InvalidSchema": ".errors",
    "ErrorInfo": ".types",
    "Json": ".types",
    "JsonObject": ".types",
    "JsonSchema": ".types",
    "Message": ".types",
    "Role": ".types",
    "Timestamp": ".types",
    "ToolCall": ".types",
    "ToolSpec": ".types",
    "Usage": ".types",
}
_MODULES: frozenset[str] = frozenset({})

__all__ = [
    "ErrorInfo",
    "InvalidSchema",
    "Json",
    "JsonObject",
    "JsonSchema",
    "Message",
    "Role",
    "Timestamp",
    "ToolCall",
    "ToolSpec",
    "Usage",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name], __name__), name)
    elif name in _MODULES:
        value = import_module(f".{name}", __name__)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
