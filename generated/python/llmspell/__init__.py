"""One runtime for LLM agents, and one interface to it from every language.

Agents, tools, providers, memory and events behind one waist. A spell written in Lua or JavaScript,
a Python program and a C host all call the same functions, with the same types, errors and events.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bridge_runtime.errors import BridgeError

    from . import (
        agent,
        event,
        hook,
        memory,
        output,
        provider,
        schema,
        script,
        session,
        shared,
        state,
        testing,
        tool,
        workflow,
    )
    from .session_ import AsyncSession, Session

__version__ = "0.1.0"

_HOMES: dict[str, str] = {
    "BridgeError": "bridge_runtime.errors",
    "Session": ".session_",
    "AsyncSession": ".session_",
}
_MODULES: frozenset[str] = frozenset(
    {
        "shared",
        "session",
        "provider",
        "agent",
        "tool",
        "event",
        "memory",
        "state",
        "schema",
        "output",
        "hook",
        "script",
        "workflow",
        "testing",
    }
)

__all__ = [
    "AsyncSession",
    "BridgeError",
    "Session",
    "agent",
    "event",
    "hook",
    "memory",
    "output",
    "provider",
    "schema",
    "script",
    "session",
    "shared",
    "state",
    "testing",
    "tool",
    "workflow",
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
