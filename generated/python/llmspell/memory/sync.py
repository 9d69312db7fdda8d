"""JSON values that outlive a call, kept apart by type and scope. For synchronous programs."""

from __future__ import annotations

from typing import Any

from bridge_runtime import clients

from .types import KeyFilter, MemoryMatch, MemorySpace, MemoryStats, Scope, SearchOptions, StoreOptions, Type


class MemoryBridge(clients.Bridge):
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

    def store(
        self,
        key: str,
        value: Any,
        *,
        type: Type | None = None,
        scope: Scope | None = None,
        owner: str | None = None,
        path: str | None = None,
        ttl_seconds: float | None = None,
        tags: list[str] | None = None,
        metadata: dict[str, Any] | None = None,
    ) -> None:
        """Keep a value under a key.

        What the key held before is replaced, with its tags, metadata and time.

        Args:
            key: The key.
            value: Any JSON value.
            type: How long the memory lasts. Default: 'short_term'.
            scope: Who shares it. Default: 'session'.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.
            ttl_seconds: Forget the entry after this long.
            tags: Words to find it by.
            metadata: Anything else to be known about it.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            TooLarge: A value is too large.
            Full: The memory is full.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        options = clients.optional(
            StoreOptions,
            type=type,
            scope=scope,
            owner=owner,
            path=path,
            ttl_seconds=ttl_seconds,
            tags=tags,
            metadata=metadata,
        )
        self.core.call("memory.store", {"key": key, "value": value, "options": options})

    def retrieve(
        self,
        key: str,
        *,
        type: Type | None = None,
        scope: Scope | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> Any:
        """The value that a key holds.

        Args:
            key: The key.
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it. Default: 'session'.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            NotFound: The memory has no such key.
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: Any = self.core.call("memory.retrieve", {"key": key, "space": space})
        return result

    def delete(
        self,
        key: str,
        *,
        type: Type | None = None,
        scope: Scope | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> bool:
        """Forget a key.

        Args:
            key: The key.
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it. Default: 'session'.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: bool = self.core.call("memory.delete", {"key": key, "space": space})
        return result

    def list_keys(
        self,
        *,
        type: Type | None = None,
        scope: Scope | None = None,
        owner: str | None = None,
        path: str | None = None,
        prefix: str | None = None,
        tags: list[str] | None = None,
        limit: int | None = None,
    ) -> list[str]:
        """The keys of a memory, in their order.

        Args:
            type: How long the memory lasts. Default: 'short_term'.
            scope: Who shares it. Default: 'session'.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.
            prefix: What the keys begin with.
            tags: Only entries with all of these tags.
            limit: Longest list to return.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        filter = clients.optional(
            KeyFilter, type=type, scope=scope, owner=owner, path=path, prefix=prefix, tags=tags, limit=limit
        )
        result: list[str] = self.core.call("memory.list_keys", {"filter": filter})
        return result

    def clear(
        self,
        *,
        type: Type | None = None,
        scope: Scope | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> int:
        """Forget everything in a memory.

        Args:
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it. Default: 'session'.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: int = self.core.call("memory.clear", {"space": space})
        return result

    def get_stats(
        self,
        *,
        type: Type | None = None,
        scope: Scope | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> MemoryStats:
        """What a memory holds and how it has been used.

        Args:
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it. Default: 'session'.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: MemoryStats = self.core.call("memory.get_stats", {"space": space})
        return result

    def persist(
        self,
        file: str,
        *,
        type: Type | None = None,
        scope: Scope | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> int:
        """Write a memory's entries to a file.

        The file is JSON with a format version. It is replaced as a whole, so that a reader never sees half
        of it.

        Args:
            file: The file.
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it. Default: 'session'.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: int = self.core.call("memory.persist", {"file": file, "space": space})
        return result

    def load(
        self,
        file: str,
        *,
        type: Type | None = None,
        scope: Scope | None = None,
        owner: str | None = None,
        path: str | None = None,
    ) -> int:
        """Read entries that memory.persist wrote into a memory.

        They replace entries with the same key; the others stay. What has expired since is left out. When
        one entry cannot be read, none is.

        Args:
            file: The file.
            type: How long it lasts. Default: 'short_term'.
            scope: Who shares it. Default: 'session'.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            Full: The memory is full.
            TooLarge: A value is too large.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        space = clients.optional(MemorySpace, type=type, scope=scope, owner=owner, path=path)
        result: int = self.core.call("memory.load", {"file": file, "space": space})
        return result

    def search(
        self,
        query: str,
        *,
        type: Type | None = None,
        scope: Scope | None = None,
        owner: str | None = None,
        path: str | None = None,
        tags: list[str] | None = None,
        limit: int | None = None,
    ) -> list[MemoryMatch]:
        """Find entries by words, best match first.

        The words of the query are looked for in keys, tags and the text of values, without regard to case.
        The score is the share of the words that an entry has, and a word found only as part of another
        counts half; entries with the same score are in the order of their keys.

        Args:
            query: The words.
            type: How long the memory lasts. Default: 'short_term'.
            scope: Who shares it. Default: 'session'.
            owner: The agent or whatever else the memory belongs to; for the agent scope.
            path: The database file of persistent memory.
            tags: Only entries with all of these tags.
            limit: Longest list to return. Default: 10.

        Returns:
            A list. Each: An entry that a search has found.

        Raises:
            InvalidSpace: The type, scope, owner and path given do not name a memory.
            FileFailed: A memory file could not be read or written.
            InvalidFile: The file does not hold memory of a version that is known here.
        """
        options = clients.optional(
            SearchOptions, type=type, scope=scope, owner=owner, path=path, tags=tags, limit=limit
        )
        result: list[MemoryMatch] = self.core.call("memory.search", {"query": query, "options": options})
        return result
