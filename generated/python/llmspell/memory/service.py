"""What an implementation of memory provides."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from bridge_runtime.service import Service

from .types import KeyFilter, MemoryMatch, MemorySpace, MemoryStats, SearchOptions, StoreOptions


class MemoryService(Service):
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

    @abstractmethod
    def store(self, key: str, value: Any, options: StoreOptions | None = None) -> None:
        """Keep a value under a key.

        What the key held before is replaced, with its tags, metadata and time.

        Raises memory.invalid_space, memory.too_large, memory.full, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def retrieve(self, key: str, space: MemorySpace | None = None) -> Any:
        """The value that a key holds.

        Raises memory.not_found, memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def delete(self, key: str, space: MemorySpace | None = None) -> bool:
        """Forget a key.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def list_keys(self, filter: KeyFilter | None = None) -> list[str]:
        """The keys of a memory, in their order.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def clear(self, space: MemorySpace | None = None) -> int:
        """Forget everything in a memory.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def get_stats(self, space: MemorySpace | None = None) -> MemoryStats:
        """What a memory holds and how it has been used.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    async def persist(self, file: str, space: MemorySpace | None = None) -> int:
        """Write a memory's entries to a file.

        The file is JSON with a format version. It is replaced as a whole, so that a reader never sees half
        of it.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    async def load(self, file: str, space: MemorySpace | None = None) -> int:
        """Read entries that memory.persist wrote into a memory.

        They replace entries with the same key; the others stay. What has expired since is left out. When
        one entry cannot be read, none is.

        Raises memory.invalid_space, memory.full, memory.too_large, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def search(self, query: str, options: SearchOptions | None = None) -> list[MemoryMatch]:
        """Find entries by words, best match first.

        The words of the query are looked for in keys, tags and the text of values, without regard to case.
        The score is the share of the words that an entry has, and a word found only as part of another
        counts half; entries with the same score are in the order of their keys.

        Raises memory.invalid_space, memory.file_failed, memory.invalid_file.
        """
