"""Types of session."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from bridge_runtime.records import Record
from pydantic import Field

from ..shared.types import ErrorInfo


class RecoveryStrategy(StrEnum):
    """What may help after an error."""

    RETRY_ONCE = "retry_once"
    """The same call, once more."""
    RETRY_WITH_BACKOFF = "retry_with_backoff"
    """The same call, after growing pauses."""
    FAILOVER = "failover"
    """The same call to another provider, tool or machine."""
    NONE = "none"
    """Nothing; the call has to change."""


class EvictionPolicy(StrEnum):
    """Which kept result makes room for a new one."""

    LRU = "lru"
    """The one that was asked for longest ago."""
    LFU = "lfu"
    """The one that was asked for least often."""
    FIFO = "fifo"
    """The one that was kept first."""


class SessionOptions(Record):
    """What a session may do."""

    name: Annotated[str | None, Field(max_length=100, min_length=1)] = None
    """What to call it; its handle when left out."""
    permissions: dict[str, Any] | None = None
    """Each permission with true or a list: {"fs.read": ["data"], "llm": true}. All that the parent has
    when left out; never more.
    """


class SessionInfo(Record):
    """What is known of a session."""

    name: str
    """What it is called."""
    parent: str | None = None
    """The name of the session that opened it; absent for the first one."""
    permissions: dict[str, Any]
    """What it may do: each permission with true or a list."""
    resources: dict[str, int]
    """How many live resources it holds, by kind: {"agent.Agent": 2}."""
    children: int
    """Open sessions that it has opened."""


class BatchCall(Record):
    """One call of a batch."""

    function: str
    """Its full name: "tool.execute"."""
    arguments: dict[str, Any] | None = None
    """Its arguments by name; handles as their ids."""


class BatchOptions(Record):
    """How to run a batch."""

    stop_on_error: bool = False
    """Leave out the calls after the first that fails."""
    concurrency: Annotated[int, Field(ge=1, le=64)] = 1
    """How many calls may be under way at once."""


class BatchOutcome(Record):
    """What came of one call of a batch."""

    ok: bool
    """True when it returned."""
    result: Any = None
    """What it returned; absent when it failed."""
    error: ErrorInfo | None = None
    """What it failed with; absent when it returned."""


class MemoizeMetrics(Record):
    """How keeping the results of one function has paid."""

    hits: int
    """Calls that were given a kept result."""
    misses: int
    """Calls that had to be made."""
    evicted: int
    """Results that made room for others."""
    expired: int
    """Results whose time was over when they were asked for."""
    entries: int
    """Results that are kept now."""
    max_entries: int
    """Results that are kept at most."""
    policy: EvictionPolicy
    """Which result makes room."""
    ttl_seconds: float | None = None
    """How long a result is kept; absent when it has no end."""


class BatchMetrics(Record):
    """How many calls came in batches."""

    batches: int
    """Batches that were run."""
    calls: int
    """Calls made by them."""
    failed: int
    """Calls of these that failed."""
    smallest: int
    """Size of the smallest batch; 0 before the first."""
    largest: int
    """Size of the largest batch."""
    mean_size: float
    """Calls made by a batch on the average."""


class SessionMetrics(Record):
    """What a session has saved."""

    memoized: dict[str, MemoizeMetrics]
    """By the full names of the functions that keep results and have been called."""
    batches: BatchMetrics
    """Of `session.batch`."""


class ConversionInfo(Record):
    """One way from a type to another."""

    name: str
    """What it is called."""
    source_type: str
    """From."""
    target_type: str
    """To."""
    cost: float
    """What taking it costs."""
    built_in: bool
    """True for one that every session knows."""


class ConversionPath(Record):
    """The way from a type to another."""

    source_type: str
    """From."""
    target_type: str
    """To."""
    cost: float
    """What all of its steps cost."""
    steps: list[ConversionInfo]
    """The conversions in order; none for a type and itself."""


Converter: TypeAlias = Callable[[Any], Any | Awaitable[Any]]
"""Turns a value of one type into another.

Called with (value).

Args:
    value: The value.
"""
