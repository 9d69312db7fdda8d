"""Types of memory."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from bridge_runtime.records import Record
from pydantic import Field


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
    scope: Scope = Scope.SESSION
    """Who shares it."""
    owner: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """The agent or whatever else the memory belongs to; for the agent scope."""
    path: Annotated[str | None, Field(min_length=1)] = None
    """The database file of persistent memory."""


class StoreOptions(Record):
    """Where and how to keep a value."""

    type: Type = Type.SHORT_TERM
    """How long the memory lasts."""
    scope: Scope = Scope.SESSION
    """Who shares it."""
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
    scope: Scope = Scope.SESSION
    """Who shares it."""
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
    """Where to search, and for how many."""

    type: Type = Type.SHORT_TERM
    """How long the memory lasts."""
    scope: Scope = Scope.SESSION
    """Who shares it."""
    owner: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """The agent or whatever else the memory belongs to; for the agent scope."""
    path: Annotated[str | None, Field(min_length=1)] = None
    """The database file of persistent memory."""
    tags: list[str] | None = None
    """Only entries with all of these tags."""
    limit: Annotated[int, Field(ge=1, le=1000)] = 10
    """Longest list to return."""


class MemoryMatch(Record):
    """An entry that a search has found."""

    key: str
    """Its key."""
    value: Any
    """Its value."""
    score: float
    """How well it matches; 1 when all words of the query are found."""
    tags: list[str]
    """Its tags."""
    metadata: dict[str, Any]
    """Its metadata."""


class MemoryStats(Record):
    """What a memory holds and how it has been used."""

    entries: int
    """Entries it holds."""
    used_bytes: int
    """Bytes of their values as JSON."""
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
