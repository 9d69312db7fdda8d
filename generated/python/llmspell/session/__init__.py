"""Sessions within sessions, many calls in one, and what went wrong last.

A session owns its agents, tools, memory, subscriptions and permissions, and shares none of them. A
session that is opened here is a child: it may do at most what its parent may, and closes with it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aio import AsyncSessionBridge
    from .constants import Limit
    from .errors import (
        ConversionExists,
        ConversionFailed,
        ConversionNotFound,
        InvalidConversion,
        NotFound,
        NotMemoized,
        PermissionExceeded,
        TooDeep,
        UnknownConversion,
    )
    from .service import SessionService
    from .sync import SessionBridge
    from .types import (
        BatchCall,
        BatchMetrics,
        BatchOptions,
        BatchOutcome,
        ConversionInfo,
        ConversionPath,
        Converter,
        EvictionPolicy,
        MemoizeMetrics,
        RecoveryStrategy,
        SessionInfo,
        SessionMetrics,
        SessionOptions,
    )

_HOMES: dict[str, str] = {
    "AsyncSessionBridge": ".aio",
    "Limit": ".constants",
    "ConversionExists": ".errors",
    "ConversionFailed": ".errors",
    "ConversionNotFound": ".errors",
    "InvalidConversion": ".errors",
    "NotFound": ".errors",
    "NotMemoized": ".errors",
    "PermissionExceeded": ".errors",
    "TooDeep": ".errors",
    "UnknownConversion": ".errors",
    "SessionService": ".service",
    "SessionBridge": ".sync",
    "BatchCall": ".types",
    "BatchMetrics": ".types",
    "BatchOptions": ".types",
    "BatchOutcome": ".types",
    "ConversionInfo": ".types",
    "ConversionPath": ".types",
    "Converter": ".types",
    "EvictionPolicy": ".types",
    "MemoizeMetrics": ".types",
    "RecoveryStrategy": ".types",
    "SessionInfo": ".types",
    "SessionMetrics": ".types",
    "SessionOptions": ".types",
}
_MODULES: frozenset[str] = frozenset({})

__all__ = [
    "AsyncSessionBridge",
    "BatchCall",
    "BatchMetrics",
    "BatchOptions",
    "BatchOutcome",
    "ConversionExists",
    "ConversionFailed",
    "ConversionInfo",
    "ConversionNotFound",
    "ConversionPath",
    "Converter",
    "EvictionPolicy",
    "InvalidConversion",
    "Limit",
    "MemoizeMetrics",
    "NotFound",
    "NotMemoized",
    "PermissionExceeded",
    "RecoveryStrategy",
    "SessionBridge",
    "SessionInfo",
    "SessionMetrics",
    "SessionOptions",
    "SessionService",
    "TooDeep",
    "UnknownConversion",
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
