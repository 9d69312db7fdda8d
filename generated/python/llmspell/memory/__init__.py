"""JSON values that outlive a call, kept apart by type and scope.

A space is a type and a scope, and for the agent scope an owner; keys of one space are never seen in
another.

| type | kept | when it is full |
| --- | --- | --- |
| `short_term` | until the session closes, or the entry's time is over | the entry used least recently makes room |
| `long_term` | until the session closes; `persist` writes it to a file | storing is refused |
| `persistent` | in a database file, written at once | storing is refused |

| scope | seen by |
| --- | --- |
| `session` | this session |
| `agent` | this session, under one owner's name |
| `global` | this session, the one that opened it and those it opens |

Persistent memory lives in `llmspell-memory.db` in the working directory, or in the file that `path`
names; reading it asks for `fs.read` of that file, writing for both `fs.read` and `fs.write`. An
agent's entries in it are found by the agent's name, a session's by the session's name.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import events
    from .aio import AsyncMemoryBridge
    from .constants import Limit
    from .errors import FileFailed, Full, InvalidFile, InvalidSpace, NotFound, TooLarge
    from .service import MemoryService
    from .sync import MemoryBridge
    from .types import (
        EvictionReason,
        KeyFilter,
        MemoryEvicted,
        MemoryMatch,
        MemorySpace,
        MemoryStats,
        Scope,
        SearchOptions,
        StoreOptions,
        Type,
    )

_HOMES: dict[str, str] = {
    "AsyncMemoryBridge": ".aio",
    "Limit": ".constants",
    "FileFailed": ".errors",
    "Full": ".errors",
    "InvalidFile": ".errors",
    "InvalidSpace": ".errors",
    "NotFound": ".errors",
    "TooLarge": ".errors",
    "MemoryService": ".service",
    "MemoryBridge": ".sync",
    "EvictionReason": ".types",
    "KeyFilter": ".types",
    "MemoryEvicted": ".types",
    "MemoryMatch": ".types",
    "MemorySpace": ".types",
    "MemoryStats": ".types",
    "Scope": ".types",
    "SearchOptions": ".types",
    "StoreOptions": ".types",
    "Type": ".types",
}
_MODULES: frozenset[str] = frozenset(
    {
        "events",
    }
)

__all__ = [
    "AsyncMemoryBridge",
    "EvictionReason",
    "FileFailed",
    "Full",
    "InvalidFile",
    "InvalidSpace",
    "KeyFilter",
    "Limit",
    "MemoryBridge",
    "MemoryEvicted",
    "MemoryMatch",
    "MemoryService",
    "MemorySpace",
    "MemoryStats",
    "NotFound",
    "Scope",
    "SearchOptions",
    "StoreOptions",
    "TooLarge",
    "Type",
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
