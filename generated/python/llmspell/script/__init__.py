"""Text that runs with a session's functions, and functions that are known by name.

A handler is a function of the calling program that the session knows by a name: steps of workflows,
scripts and other programs of the session call it, in whatever language it was written.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aio import AsyncScriptBridge
    from .errors import HandlerExists, HandlerFailed, HandlerNotFound
    from .service import ScriptService
    from .sync import ScriptBridge
    from .types import HandlerInfo, ScriptHandler

_HOMES: dict[str, str] = {
    "AsyncScriptBridge": ".aio",
    "HandlerExists": ".errors",
    "HandlerFailed": ".errors",
    "HandlerNotFound": ".errors",
    "ScriptService": ".service",
    "ScriptBridge": ".sync",
    "HandlerInfo": ".types",
    "ScriptHandler": ".types",
}
_MODULES: frozenset[str] = frozenset({})

__all__ = [
    "AsyncScriptBridge",
    "HandlerExists",
    "HandlerFailed",
    "HandlerInfo",
    "HandlerNotFound",
    "ScriptBridge",
    "ScriptHandler",
    "ScriptService",
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
