"""Text that runs with a session's functions, and functions that are known by name.

`script.execute` runs a text in Lua or JavaScript, or evaluates an expression in CEL. The text sees the interface as
any program in its language does, within the permissions of the session, and gives back one JSON value. Unless the
caller trusts it, it runs in a process of its own, which is killed at its limits.

A handler is a function that the session knows by a name: steps of workflows, scripts and other
programs of the session call it, in whatever language it was written.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import events
    from .aio import AsyncScriptBridge
    from .constants import Limit
    from .errors import (
        EngineUnavailable,
        Failed,
        FileFailed,
        HandlerExists,
        HandlerFailed,
        HandlerNotFound,
        InvalidVariable,
        LimitExceeded,
        SandboxKilled,
        SandboxUnavailable,
        SyntaxError,
        TimedOut,
        UnknownSuffix,
    )
    from .service import ScriptService
    from .sync import ScriptBridge
    from .types import (
        Engine,
        EngineInfo,
        ExecuteOptions,
        ExecutionMode,
        HandlerInfo,
        ScriptCompleted,
        ScriptEnded,
        ScriptHandler,
        ScriptIssue,
        ScriptResult,
        ScriptStarted,
        ScriptValidation,
    )

_HOMES: dict[str, str] = {
    "AsyncScriptBridge": ".aio",
    "Limit": ".constants",
    "EngineUnavailable": ".errors",
    "Failed": ".errors",
    "FileFailed": ".errors",
    "HandlerExists": ".errors",
    "HandlerFailed": ".errors",
    "HandlerNotFound": ".errors",
    "InvalidVariable": ".errors",
    "LimitExceeded": ".errors",
    "SandboxKilled": ".errors",
    "SandboxUnavailable": ".errors",
    "SyntaxError": ".errors",
    "TimedOut": ".errors",
    "UnknownSuffix": ".errors",
    "ScriptService": ".service",
    "ScriptBridge": ".sync",
    "Engine": ".types",
    "EngineInfo": ".types",
    "ExecuteOptions": ".types",
    "ExecutionMode": ".types",
    "HandlerInfo": ".types",
    "ScriptCompleted": ".types",
    "ScriptEnded": ".types",
    "ScriptHandler": ".types",
    "ScriptIssue": ".types",
    "ScriptResult": ".types",
    "ScriptStarted": ".types",
    "ScriptValidation": ".types",
}
_MODULES: frozenset[str] = frozenset(
    {
        "events",
    }
)

__all__ = [
    "AsyncScriptBridge",
    "Engine",
    "EngineInfo",
    "EngineUnavailable",
    "ExecuteOptions",
    "ExecutionMode",
    "Failed",
    "FileFailed",
    "HandlerExists",
    "HandlerFailed",
    "HandlerInfo",
    "HandlerNotFound",
    "InvalidVariable",
    "Limit",
    "LimitExceeded",
    "SandboxKilled",
    "SandboxUnavailable",
    "ScriptBridge",
    "ScriptCompleted",
    "ScriptEnded",
    "ScriptHandler",
    "ScriptIssue",
    "ScriptResult",
    "ScriptService",
    "ScriptStarted",
    "ScriptValidation",
    "SyntaxError",
    "TimedOut",
    "UnknownSuffix",
    "events",
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
