"""Where the answers come from; connections to language models.

A provider is a named connection to an endpoint that serves language models: OpenAI and every
endpoint that speaks its protocol, Anthropic, Cohere, Ollama, any server on this machine, or a
script.

**Keys** are given in the configuration, or taken from the environment when the session may read that name
(`env` grant: `OPENAI_API_KEY`, `ANTHROPIC_API_KEY`, `COHERE_API_KEY`, `OLLAMA_HOST`). A key never appears in an
error, an event or an info.

**Hosts.** The grant `llm` is enough to reach public hosts and this machine itself (Ollama at home). Private and
link-local addresses are refused until the grant `net` names them. Redirects are not followed.

**Failures** that a second try may cure are tried again by themselves, as their `recovery` says: 429 and 5xx up to
`max_retries` times, no connection, a time-out and an unreadable answer once. The pause is what `Retry-After` says
(more than a minute is not waited for), or grows from half a second to eight; a `provider.retry` event announces it.

**Scripted** providers answer from steps written beforehand and say so. A call that has no step, and a step that no
call reached when the provider goes, are errors.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import events
    from .aio import AsyncProvider, AsyncProviderBridge
    from .errors import (
        AuthenticationFailed,
        ContextTooLong,
        InvalidConfig,
        InvalidRequest,
        InvalidResponse,
        ModelNotFound,
        NameTaken,
        NotFound,
        RateLimited,
        ScriptExhausted,
        ScriptMismatch,
        ScriptUnfinished,
        TimedOut,
        Unavailable,
        Unreachable,
        Unsupported,
    )
    from .service import ProviderService
    from .sync import Provider, ProviderBridge
    from .types import (
        Capability,
        ChatChunk,
        ChatOptions,
        ChatResult,
        ChunkKind,
        CountMethod,
        DiscoveredProvider,
        Embedding,
        EmbeddingResult,
        FinishReason,
        ModelInfo,
        ProviderChanges,
        ProviderConfig,
        ProviderFailed,
        ProviderInfo,
        ProviderRequested,
        ProviderResponded,
        ProviderRetried,
        ScriptedFailure,
        ScriptedToolCall,
        ScriptExpectation,
        ScriptStep,
        Status,
        TokenCount,
        Type,
    )

_HOMES: dict[str, str] = {
    "AsyncProvider": ".aio",
    "AsyncProviderBridge": ".aio",
    "AuthenticationFailed": ".errors",
    "ContextTooLong": ".errors",
    "InvalidConfig": ".errors",
    "InvalidRequest": ".errors",
    "InvalidResponse": ".errors",
    "ModelNotFound": ".errors",
    "NameTaken": ".errors",
    "NotFound": ".errors",
    "RateLimited": ".errors",
    "ScriptExhausted": ".errors",
    "ScriptMismatch": ".errors",
    "ScriptUnfinished": ".errors",
    "TimedOut": ".errors",
    "Unavailable": ".errors",
    "Unreachable": ".errors",
    "Unsupported": ".errors",
    "ProviderService": ".service",
    "Provider": ".sync",
    "ProviderBridge": ".sync",
    "Capability": ".types",
    "ChatChunk": ".types",
    "ChatOptions": ".types",
    "ChatResult": ".types",
    "ChunkKind": ".types",
    "CountMethod": ".types",
    "DiscoveredProvider": ".types",
    "Embedding": ".types",
    "EmbeddingResult": ".types",
    "FinishReason": ".types",
    "ModelInfo": ".types",
    "ProviderChanges": ".types",
    "ProviderConfig": ".types",
    "ProviderFailed": ".types",
    "ProviderInfo": ".types",
    "ProviderRequested": ".types",
    "ProviderResponded": ".types",
    "ProviderRetried": ".types",
    "ScriptExpectation": ".types",
    "ScriptStep": ".types",
    "ScriptedFailure": ".types",
    "ScriptedToolCall": ".types",
    "Status": ".types",
    "TokenCount": ".types",
    "Type": ".types",
}
_MODULES: frozenset[str] = frozenset(
    {
        "events",
    }
)

__all__ = [
    "AsyncProvider",
    "AsyncProviderBridge",
    "AuthenticationFailed",
    "Capability",
    "ChatChunk",
    "ChatOptions",
    "ChatResult",
    "ChunkKind",
    "ContextTooLong",
    "CountMethod",
    "DiscoveredProvider",
    "Embedding",
    "EmbeddingResult",
    "FinishReason",
    "InvalidConfig",
    "InvalidRequest",
    "InvalidResponse",
    "ModelInfo",
    "ModelNotFound",
    "NameTaken",
    "NotFound",
    "Provider",
    "ProviderBridge",
    "ProviderChanges",
    "ProviderConfig",
    "ProviderFailed",
    "ProviderInfo",
    "ProviderRequested",
    "ProviderResponded",
    "ProviderRetried",
    "ProviderService",
    "RateLimited",
    "ScriptExhausted",
    "ScriptExpectation",
    "ScriptMismatch",
    "ScriptStep",
    "ScriptUnfinished",
    "ScriptedFailure",
    "ScriptedToolCall",
    "Status",
    "TimedOut",
    "TokenCount",
    "Type",
    "Unavailable",
    "Unreachable",
    "Unsupported",
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
