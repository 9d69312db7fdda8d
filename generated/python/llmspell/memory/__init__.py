"""JSON values and conversations that outlive a call, found again by key, by words and by meaning.

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

**Persistent memory** lives in `llmspell-memory.db` in the working directory, or in the file that `path` names; reading
it asks for `fs.read` of that file, writing for both `fs.read` and `fs.write`. What is in the file is seen by every session
that opens it: the global scope by all of them, an agent's by the agent's name, a session's by the session's name. A session
that was opened without a name has no persistent session scope; for persistent memory the scope is global when none is given.
What has been stored survives a crash at any moment; beside the file stand two more (`-wal`, `-shm`) while it is open.
What has been deleted, or replaced, is overwritten on the disk by the time the session closes (unless it crashes, or others are
still writing; then when the next session that deletes something closes).

**Search** is by words (`text`), by meaning (`vector`), or both (`hybrid`). By meaning it needs an embedder
(`memory.set_embedder`), a provider or a function of yours that makes vectors of texts. Storing makes none: those that are
missing are made by the next search by meaning, or ahead of it by `memory.index`. Model and dimensions are kept with
the vectors, and vectors of another model are refused. Vectors need the extra `memory` (`pip install 'llmspell[memory]'`).

**Conversations** are messages under a budget of tokens: when they outgrow it, the oldest turns are dropped or replaced by a summary.
A turn begins with a user's message and stays whole, so that no tool's result is without its call.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import events
    from .aio import AsyncConversation, AsyncMemoryBridge
    from .constants import Limit
    from .errors import (
        ConversationNotFound,
        EmbeddingFailed,
        EmbeddingMismatch,
        FileFailed,
        Full,
        InvalidConversation,
        InvalidEmbedder,
        InvalidFile,
        InvalidSpace,
        NoEmbedder,
        NotFound,
        SummaryFailed,
        TooLarge,
    )
    from .service import MemoryService
    from .sync import Conversation, MemoryBridge
    from .types import (
        ConversationInfo,
        ConversationOptions,
        ConversationPolicy,
        ConversationTrimmed,
        Embedder,
        EmbedTexts,
        EvictionReason,
        IndexOptions,
        IndexResult,
        KeyFilter,
        MemoryEvicted,
        MemoryMatch,
        MemorySpace,
        MemoryStats,
        Scope,
        SearchMode,
        SearchOptions,
        StoreOptions,
        Summarize,
        SummaryMissed,
        Type,
    )

_HOMES: dict[str, str] = {
    "AsyncConversation": ".aio",
    "AsyncMemoryBridge": ".aio",
    "Limit": ".constants",
    "ConversationNotFound": ".errors",
    "EmbeddingFailed": ".errors",
    "EmbeddingMismatch": ".errors",
    "FileFailed": ".errors",
    "Full": ".errors",
    "InvalidConversation": ".errors",
    "InvalidEmbedder": ".errors",
    "InvalidFile": ".errors",
    "InvalidSpace": ".errors",
    "NoEmbedder": ".errors",
    "NotFound": ".errors",
    "SummaryFailed": ".errors",
    "TooLarge": ".errors",
    "MemoryService": ".service",
    "Conversation": ".sync",
    "MemoryBridge": ".sync",
    "ConversationInfo": ".types",
    "ConversationOptions": ".types",
    "ConversationPolicy": ".types",
    "ConversationTrimmed": ".types",
    "EmbedTexts": ".types",
    "Embedder": ".types",
    "EvictionReason": ".types",
    "IndexOptions": ".types",
    "IndexResult": ".types",
    "KeyFilter": ".types",
    "MemoryEvicted": ".types",
    "MemoryMatch": ".types",
    "MemorySpace": ".types",
    "MemoryStats": ".types",
    "Scope": ".types",
    "SearchMode": ".types",
    "SearchOptions": ".types",
    "StoreOptions": ".types",
    "Summarize": ".types",
    "SummaryMissed": ".types",
    "Type": ".types",
}
_MODULES: frozenset[str] = frozenset(
    {
        "events",
    }
)

__all__ = [
    "AsyncConversation",
    "AsyncMemoryBridge",
    "Conversation",
    "ConversationInfo",
    "ConversationNotFound",
    "ConversationOptions",
    "ConversationPolicy",
    "ConversationTrimmed",
    "EmbedTexts",
    "Embedder",
    "EmbeddingFailed",
    "EmbeddingMismatch",
    "EvictionReason",
    "FileFailed",
    "Full",
    "IndexOptions",
    "IndexResult",
    "InvalidConversation",
    "InvalidEmbedder",
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
    "NoEmbedder",
    "NotFound",
    "Scope",
    "SearchMode",
    "SearchOptions",
    "StoreOptions",
    "Summarize",
    "SummaryFailed",
    "SummaryMissed",
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
