"""Types of memory."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from bridge_runtime.records import CallbackMark, Record
from pydantic import Field

from ..shared.types import ErrorInfo, Message


class Type(StrEnum):
    """How long memory lasts."""

    SHORT_TERM = "short_term"
    """Recent things; old ones make room for new ones."""
    LONG_TERM = "long_term"
    """As long as the session."""
    PERSISTENT = "persistent"
    """In a file, beyond the session."""


class Scope(StrEnum):
    """Who shares memory."""

    GLOBAL = "global"
    """A session and all those below and above it."""
    AGENT = "agent"
    """One owner within the session."""
    SESSION = "session"
    """One session."""


class SearchMode(StrEnum):
    """How entries are found."""

    TEXT = "text"
    """By the words they hold."""
    VECTOR = "vector"
    """By meaning; the closest vectors."""
    HYBRID = "hybrid"
    """By both, the ranks of the two fused."""


class ConversationPolicy(StrEnum):
    """What becomes of the oldest turns of a conversation that outgrows its budget."""

    DROP = "drop"
    """They go."""
    SUMMARIZE = "summarize"
    """A summary takes their place."""


class EvictionReason(StrEnum):
    """Why an entry is gone."""

    FULL = "full"
    """A newer entry needed its room."""
    EXPIRED = "expired"
    """Its time was over."""


class MemorySpace(Record):
    """Which memory."""

    type: Type = Type.SHORT_TERM
    """How long it lasts."""
    scope: Scope | None = None
    """Who shares it; session when absent, and global for persistent memory."""
    owner: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """The agent or whatever else the memory belongs to; for the agent scope."""
    path: Annotated[str | None, Field(min_length=1)] = None
    """The database file of persistent memory."""


class StoreOptions(Record):
    """Where and how to keep a value."""

    type: Type = Type.SHORT_TERM
    """How long the memory lasts."""
    scope: Scope | None = None
    """Who shares it; session when absent, and global for persistent memory."""
    owner: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """The agent or whatever else the memory belongs to; for the agent scope."""
    path: Annotated[str | None, Field(min_length=1)] = None
    """The database file of persistent memory."""
    ttl_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """Forget the entry after this long."""
    tags: list[str] | None = None
    """Words to find it by."""
    metadata: dict[str, Any] | None = None
    """Anything else to be known about it."""


class KeyFilter(Record):
    """Which keys of which memory."""

    type: Type = Type.SHORT_TERM
    """How long the memory lasts."""
    scope: Scope | None = None
    """Who shares it; session when absent, and global for persistent memory."""
    owner: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """The agent or whatever else the memory belongs to; for the agent scope."""
    path: Annotated[str | None, Field(min_length=1)] = None
    """The database file of persistent memory."""
    prefix: str | None = None
    """What the keys begin with."""
    tags: list[str] | None = None
    """Only entries with all of these tags."""
    limit: Annotated[int | None, Field(ge=1)] = None
    """Longest list to return."""


class SearchOptions(Record):
    """Where to search, how, and for how many."""

    type: Type = Type.SHORT_TERM
    """How long the memory lasts."""
    scope: Scope | None = None
    """Who shares it; session when absent, and global for persistent memory."""
    owner: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """The agent or whatever else the memory belongs to; for the agent scope."""
    path: Annotated[str | None, Field(min_length=1)] = None
    """The database file of persistent memory."""
    mode: SearchMode = SearchMode.TEXT
    """How entries are found."""
    prefix: str | None = None
    """Only entries whose keys begin with this."""
    tags: list[str] | None = None
    """Only entries with all of these tags."""
    min_score: float | None = None
    """Leave out what matches less well."""
    limit: Annotated[int, Field(ge=1, le=1000)] = 10
    """Longest list to return."""


class MemoryMatch(Record):
    """An entry that a search has found."""

    key: str
    """Its key."""
    value: Any
    """Its value."""
    score: float
    """How well it matches, as the mode of the search defines it; 1 is best."""
    tags: list[str]
    """Its tags."""
    metadata: dict[str, Any]
    """Its metadata."""


class Embedder(Record):
    """What makes vectors of texts; a provider, or a function."""

    provider: Annotated[str | None, Field(min_length=1)] = None
    """The name of a provider that embeds; needs the permission llm."""
    embed: Annotated[EmbedTexts, CallbackMark("memory.EmbedTexts")] | None = None
    """A function that embeds, instead of a provider."""
    model: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """The model, which is kept with its vectors. For a provider, its own when absent; a function has to
    say it.
    """
    batch_size: Annotated[int, Field(ge=1, le=2048)] = 64
    """The most texts of one call."""


class IndexOptions(Record):
    """Which memory to make vectors for."""

    type: Type = Type.SHORT_TERM
    """How long the memory lasts."""
    scope: Scope | None = None
    """Who shares it; session when absent, and global for persistent memory."""
    owner: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """The agent or whatever else the memory belongs to; for the agent scope."""
    path: Annotated[str | None, Field(min_length=1)] = None
    """The database file of persistent memory."""
    rebuild: bool = False
    """Make all vectors anew, of another model as well."""


class IndexResult(Record):
    """What became of an index."""

    embedded: Annotated[int, Field(ge=0)]
    """Vectors made by this call."""
    vectors: Annotated[int, Field(ge=0)]
    """Entries that have a vector now."""
    model: str | None = None
    """The model of the vectors; absent when there are none."""
    dimensions: int | None = None
    """The numbers of each; absent when there are none."""


class ConversationOptions(Record):
    """How much a conversation keeps, and where."""

    max_tokens: Annotated[int, Field(ge=1)]
    """The budget: the most tokens a model is shown, system prompt and summary included."""
    policy: ConversationPolicy = ConversationPolicy.DROP
    """What becomes of turns beyond it."""
    keep_tokens: Annotated[int | None, Field(ge=0)] = None
    """How many tokens of the newest turns stay as they are when the rest is summarized; half of max_tokens
    when absent. No more than the budget leaves beside the system prompt and a quarter for the summary.
    """
    summarize: Annotated[Summarize, CallbackMark("memory.Summarize")] | None = None
    """A function that writes summaries."""
    provider: Annotated[str | None, Field(min_length=1)] = None
    """The name of a provider that writes summaries, instead of a function; needs the permission llm."""
    model: Annotated[str | None, Field(min_length=1)] = None
    """The model that writes them; the provider's own when absent."""
    instruction: Annotated[str | None, Field(min_length=1)] = None
    """What that model is told to write; a brief of its own when absent."""
    count_with: Annotated[str | None, Field(min_length=1)] = None
    """The name of a provider that counts the tokens of messages as they are added (provider.count_tokens;
    needs the permission llm); estimated when absent.
    """
    name: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """Keep it in persistent memory under this name; without one it lives as long as its handle."""
    scope: Scope | None = None
    """Who shares a conversation with a name; global when absent."""
    owner: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """The agent or whatever else it belongs to; for the agent scope."""
    path: Annotated[str | None, Field(min_length=1)] = None
    """The database file."""


class ConversationInfo(Record):
    """What a conversation holds."""

    name: str | None = None
    """What it is kept under; absent when it is in no file."""
    messages: Annotated[int, Field(ge=0)]
    """Messages it holds, without the system prompt and the summary."""
    turns: Annotated[int, Field(ge=0)]
    """Turns they make."""
    tokens: Annotated[int, Field(ge=0)]
    """Tokens of all it holds, the system prompt and the summary included."""
    max_tokens: int
    """Its budget."""
    policy: ConversationPolicy
    """What becomes of turns beyond it."""
    dropped: Annotated[int, Field(ge=0)]
    """Messages that have been dropped."""
    summarized: Annotated[int, Field(ge=0)]
    """Messages that the summary stands for."""
    summary: str | None = None
    """The summary; absent when there is none."""
    last_error: ErrorInfo | None = None
    """How the last attempt to summarize failed; absent when it did not."""


class ConversationTrimmed(Record):
    """The oldest turns of a conversation have been dropped or summarized."""

    conversation: str
    """Its handle."""
    name: str | None = None
    """What it is kept under; absent when it is in no file."""
    policy: ConversationPolicy
    """What became of them."""
    messages: int
    """How many messages that was."""
    tokens_before: int
    """Tokens before."""
    tokens: int
    """Tokens since."""


class SummaryMissed(Record):
    """A conversation could not be summarized; it holds all it held."""

    conversation: str
    """Its handle."""
    name: str | None = None
    """What it is kept under; absent when it is in no file."""
    messages: int
    """How many messages were to be summarized."""
    error: ErrorInfo
    """Why."""


class MemoryStats(Record):
    """What a memory holds and how it has been used."""

    entries: int
    """Entries it holds."""
    used_bytes: int
    """Bytes of their values as JSON, with tags and metadata."""
    max_entries: int
    """Entries it may hold."""
    max_bytes: int
    """Bytes it may hold."""
    hits: int
    """Values that were asked for and found."""
    misses: int
    """Values that were asked for and not found."""
    evicted: int
    """Entries that made room for others."""
    expired: int
    """Entries whose time was over."""
    vectors: int
    """Entries that have a vector."""
    model: str | None = None
    """The model of the vectors; absent when there are none."""
    dimensions: int | None = None
    """The numbers of each vector; absent when there are none."""


class MemoryEvicted(Record):
    """An entry that memory has dropped by itself."""

    key: str
    """Its key."""
    type: Type
    """How long its memory lasts."""
    scope: Scope
    """Who shares its memory."""
    owner: str | None = None
    """Whom its memory belongs to."""
    reason: EvictionReason
    """Why it is gone."""


EmbedTexts: TypeAlias = Callable[[list[str]], list[list[float]] | Awaitable[list[list[float]]]]
"""Makes a vector of each text.

Called with (texts).

Args:
    texts: The texts.
"""

Summarize: TypeAlias = Callable[[list[Message], int], str | Awaitable[str]]
"""Writes the summary of a part of a conversation.

Called with (messages, max_tokens).

Args:
    messages: What to sum up, oldest first; an earlier summary comes first, as a system message.
    max_tokens: How long it may be.
"""
Embedder.model_rebuild()
ConversationOptions.model_rebuild()
