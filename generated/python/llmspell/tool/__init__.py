"""What a model may do besides talking, and the functions that do it.

A tool has a name, a description that a model reads, a JSON Schema of its arguments and a handler written in the
language of the program that registers it. `calculator`, `file_read`, `file_write`, `http_request` and
`system_info` are built in; each acts only within the session's permissions.

Arguments are checked against the schema before the handler runs, and every fault is reported at
once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import events
    from .aio import AsyncToolBridge
    from .constants import Limit
    from .errors import (
        AlreadyExists,
        BadExpression,
        ExecutionFailed,
        FileFailed,
        InvalidArguments,
        InvalidFile,
        InvalidResult,
        InvalidSchema,
        NoHandler,
        NotFound,
        NotSandboxable,
        RequestFailed,
        SandboxKilled,
        TimedOut,
        UnknownExecution,
    )
    from .service import ToolService
    from .sync import ToolBridge
    from .types import (
        ArgumentIssue,
        Category,
        ExecuteOptions,
        ExecutionMode,
        Status,
        ToolCompleted,
        ToolDefinition,
        ToolDescription,
        ToolFailed,
        ToolHandler,
        ToolInfo,
        ToolQuery,
        ToolResult,
        ToolStarted,
        ValidationResult,
    )

_HOMES: dict[str, str] = {
    "AsyncToolBridge": ".aio",
    "Limit": ".constants",
    "AlreadyExists": ".errors",
    "BadExpression": ".errors",
    "ExecutionFailed": ".errors",
    "FileFailed": ".errors",
    "InvalidArguments": ".errors",
    "InvalidFile": ".errors",
    "InvalidResult": ".errors",
    "InvalidSchema": ".errors",
    "NoHandler": ".errors",
    "NotFound": ".errors",
    "NotSandboxable": ".errors",
    "RequestFailed": ".errors",
    "SandboxKilled": ".errors",
    "TimedOut": ".errors",
    "UnknownExecution": ".errors",
    "ToolService": ".service",
    "ToolBridge": ".sync",
    "ArgumentIssue": ".types",
    "Category": ".types",
    "ExecuteOptions": ".types",
    "ExecutionMode": ".types",
    "Status": ".types",
    "ToolCompleted": ".types",
    "ToolDefinition": ".types",
    "ToolDescription": ".types",
    "ToolFailed": ".types",
    "ToolHandler": ".types",
    "ToolInfo": ".types",
    "ToolQuery": ".types",
    "ToolResult": ".types",
    "ToolStarted": ".types",
    "ValidationResult": ".types",
}
_MODULES: frozenset[str] = frozenset(
    {
        "events",
    }
)

__all__ = [
    "AlreadyExists",
    "ArgumentIssue",
    "AsyncToolBridge",
    "BadExpression",
    "Category",
    "ExecuteOptions",
    "ExecutionFailed",
    "ExecutionMode",
    "FileFailed",
    "InvalidArguments",
    "InvalidFile",
    "InvalidResult",
    "InvalidSchema",
    "Limit",
    "NoHandler",
    "NotFound",
    "NotSandboxable",
    "RequestFailed",
    "SandboxKilled",
    "Status",
    "TimedOut",
    "ToolBridge",
    "ToolCompleted",
    "ToolDefinition",
    "ToolDescription",
    "ToolFailed",
    "ToolHandler",
    "ToolInfo",
    "ToolQuery",
    "ToolResult",
    "ToolService",
    "ToolStarted",
    "UnknownExecution",
    "ValidationResult",
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
