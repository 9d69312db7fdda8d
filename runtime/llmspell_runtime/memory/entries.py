"""What memory keeps: entries, the space they live in, and what every kind of space can do."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from llmspell_runtime.memory.criteria import Criteria
    from llmspell_runtime.memory.database import DatabaseSpace, Recorded

Clock: TypeAlias = Callable[[], float]
"""Seconds since 1970, as time.time gives them."""


class SpaceName(NamedTuple):
    """Which space: entries of one are never seen in another."""

    type: str
    scope: str
    owner: str = ""

    def __str__(self) -> str:
        of = f" of {self.owner!r}" if self.owner else ""
        return f"{self.type} {self.scope} memory{of}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One key with what it holds. The value is kept as JSON text: nobody can change it from outside."""

    key: str
    text: str
    tags: tuple[str, ...] = ()
    metadata: str = "{}"
    expires_at: float | None = None
    size: int = field(init=False)
    """Bytes of the value as JSON, of the tags, and of the metadata where there is some."""

    def __post_init__(self) -> None:
        kept = (self.text, *self.tags, self.metadata if self.metadata != "{}" else "")
        object.__setattr__(self, "size", sum(len(text.encode()) for text in kept))

    @property
    def value(self) -> Any:
        return json.loads(self.text)

    @property
    def metadata_value(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.metadata)
        return found

    def is_over(self, now: float) -> bool:
        return self.expires_at is not None and self.expires_at <= now


@dataclass(slots=True)
class Counters:
    """How a space has been used in this session."""

    hits: int = 0
    misses: int = 0
    evicted: int = 0
    expired: int = 0


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a space may hold."""

    entries: int
    bytes: int


class SpaceFull(Exception):
    """There is no room for an entry; the message says which bound is reached."""


class Space(ABC):
    """Entries by key. ``dropped`` is called with each entry that the space lets go of by itself, and why."""

    def __init__(self, name: SpaceName, bounds: Bounds, clock: Clock = time.time) -> None:
        self.name, self.bounds, self.clock = name, bounds, clock
        self.counters = Counters()
        self.dropped: Callable[[Entry, str], None] = lambda entry, reason: None

    @abstractmethod
    def put(self, entries: Sequence[Entry]) -> None:
        """Keep ``entries``, all or none; raises SpaceFull."""

    @abstractmethod
    def get(self, key: str) -> Entry | None:
        """The entry of ``key``, counted as a hit or a miss."""

    @abstractmethod
    def delete(self, key: str) -> bool:
        """Forget ``key``; False when there is none."""

    @abstractmethod
    def clear(self) -> int:
        """Forget everything; returns how many entries that was."""

    @abstractmethod
    def entries(self) -> Iterable[Entry]:
        """Every entry whose time is not over, in the order of the keys."""

    @abstractmethod
    def keys(self, criteria: Criteria, limit: int | None) -> list[str]:
        """The keys of the entries that ``criteria`` allow, in their order; at most ``limit``."""

    @abstractmethod
    def totals(self) -> tuple[int, int]:
        """How many entries there are, and the bytes of their values."""

    @abstractmethod
    def indexed(self) -> DatabaseSpace:
        """The same entries where they can be searched. Raises NeedsExtra."""

    @abstractmethod
    def recorded(self) -> Recorded | None:
        """What the vectors of the space are; None when it has none."""

    def close(self) -> None:  # noqa: B027 - a space in somebody else's database has nothing to close
        """Let go of what the space holds."""

    def _expire(self, entry: Entry) -> None:
        self.counters.expired += 1
        self.dropped(entry, "expired")

    def _room_for(self, entries: int, size: int) -> None:
        """Raise SpaceFull when a space that never evicts would hold more than it may."""
        if entries > self.bounds.entries:
            raise SpaceFull(f"it may hold {self.bounds.entries} entries")
        if size > self.bounds.bytes:
            raise SpaceFull(f"it may hold {self.bounds.bytes} bytes")
