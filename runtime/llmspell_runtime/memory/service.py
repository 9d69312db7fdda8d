"""The memory service: the bridge's functions over spaces."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio.to_thread
from bridge_runtime.values import canonical_json
from llmspell.memory.constants import Limit
from llmspell.memory.errors import FileFailed, Full, InvalidFile, NotFound, TooLarge
from llmspell.memory.service import MemoryService
from llmspell.memory.types import (
    KeyFilter,
    MemoryMatch,
    MemorySpace,
    MemoryStats,
    SearchOptions,
    StoreOptions,
)

from llmspell_runtime.files import FileFailure, read_file, write_file
from llmspell_runtime.memory import exchange
from llmspell_runtime.memory.entries import Entry, Space, SpaceFull, SpaceName
from llmspell_runtime.memory.search import search
from llmspell_runtime.memory.spaces import DEFAULT_PATH, Place, Shared, Spaces
from llmspell_runtime.storage.sqlite import DatabaseFailed, NotOurs

if TYPE_CHECKING:
    from bridge_runtime.session import Session

MAX_FILE_BYTES = 256 * 1024 * 1024


class Memory(MemoryService):
    """The memory of one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shared = Shared()
        """What this session's whole family sees; only the first session's is used."""
        self._spaces = Spaces(session.options.name, session.permissions, self._family)

    def _family(self) -> Shared:
        root = self.session
        while root.parent is not None:
            root = root.parent
        service = self if root is self.session else root.service("memory")
        assert isinstance(service, Memory)
        return service._shared

    def _close(self) -> None:
        self._spaces.close()

    def _space(self, place: Place | None, *, writing: bool = False) -> Space:
        return self._spaces.find(place, self._dropped, writing=writing)

    def _dropped(self, name: SpaceName, entry: Entry, reason: str) -> None:
        data = {"key": entry.key, "type": name.type, "scope": name.scope, "reason": reason}
        if name.owner:
            data["owner"] = name.owner
        self.session.events.emit("memory.evict", data)

    def store(self, key: str, value: Any, options: StoreOptions | None = None) -> None:
        text = canonical_json(value)
        metadata = canonical_json(options.metadata or {}) if options else "{}"
        size = len(text.encode()) + len(metadata) - 2
        if size > Limit.VALUE_BYTES:
            raise TooLarge(key=key, bytes=size, limit=Limit.VALUE_BYTES)
        ttl = options.ttl_seconds if options else None
        tags = tuple(options.tags or ()) if options else ()
        space = self._space(options, writing=True)
        expires_at = None if ttl is None else space.clock() + ttl
        with _Failures(space, options):
            space.put([Entry(key, text, tags, metadata, expires_at)])

    def retrieve(self, key: str, space: MemorySpace | None = None) -> Any:
        found = self._space(space)
        with _Failures(found, space):
            entry = found.get(key)
        if entry is None:
            raise NotFound(key=key, space=str(found.name))
        return entry.value

    def delete(self, key: str, space: MemorySpace | None = None) -> bool:
        found = self._space(space, writing=True)
        with _Failures(found, space):
            return found.delete(key)

    def list_keys(self, filter: KeyFilter | None = None) -> list[str]:
        space = self._space(filter)
        prefix, tags = (filter.prefix or "", set(filter.tags or ())) if filter else ("", set[str]())
        with _Failures(space, filter):
            entries = space.entries()
        keys = [entry.key for entry in entries if entry.key.startswith(prefix) and tags <= set(entry.tags)]
        return keys[: filter.limit] if filter else keys

    def clear(self, space: MemorySpace | None = None) -> int:
        found = self._space(space, writing=True)
        with _Failures(found, space):
            return found.clear()

    def get_stats(self, space: MemorySpace | None = None) -> MemoryStats:
        found = self._space(space)
        with _Failures(found, space):
            entries, size = found.totals()
        counters = found.counters
        return MemoryStats(
            entries=entries,
            used_bytes=size,
            max_entries=found.bounds.entries,
            max_bytes=found.bounds.bytes,
            hits=counters.hits,
            misses=counters.misses,
            evicted=counters.evicted,
            expired=counters.expired,
        )

    async def persist(self, file: str, space: MemorySpace | None = None) -> int:
        path = self.session.permissions.require_path("fs.write", file)
        found = self._space(space)
        with _Failures(found, space):
            entries = list(found.entries())
        await anyio.to_thread.run_sync(_write, path, file, entries)
        return len(entries)

    async def load(self, file: str, space: MemorySpace | None = None) -> int:
        path = self.session.permissions.require_path("fs.read", file)
        found = self._space(space, writing=True)
        now = found.clock()
        entries = [e for e in await anyio.to_thread.run_sync(_read, path, file) if not e.is_over(now)]
        for entry in entries:
            if entry.size > Limit.VALUE_BYTES:
                raise TooLarge(key=entry.key, bytes=entry.size, limit=Limit.VALUE_BYTES)
        with _Failures(found, space):
            found.put(entries)
        return len(entries)

    def search(self, query: str, options: SearchOptions | None = None) -> list[MemoryMatch]:
        space = self._space(options)
        tags = set(options.tags or ()) if options else set[str]()
        with _Failures(space, options):
            entries = [entry for entry in space.entries() if tags <= set(entry.tags)]
        limit = (options.limit if options else None) or 10
        return [
            MemoryMatch(key=e.key, value=e.value, score=score, tags=list(e.tags), metadata=e.metadata_value)
            for e, score in search(entries, query, limit)
        ]


class _Failures:
    """Turns what goes wrong in a space into the bridge's errors."""

    def __init__(self, space: Space, place: Place | None) -> None:
        self._space, self._path = space, (place.path if place is not None else None) or DEFAULT_PATH

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        match error:
            case SpaceFull():
                raise Full(space=str(self._space.name), reason=str(error)) from None
            case DatabaseFailed():
                raise FileFailed(path=self._path, reason=str(error)) from None
            case NotOurs():
                raise InvalidFile(path=self._path, reason=str(error)) from None


def _write(path: Path, shown: str, entries: list[Entry]) -> None:
    try:
        write_file(path, exchange.write(entries))
    except FileFailure as error:
        raise FileFailed(path=shown, reason=str(error)) from None


def _read(path: Path, shown: str) -> list[Entry]:
    try:
        return exchange.read(read_file(path, MAX_FILE_BYTES))
    except FileFailure as error:
        raise FileFailed(path=shown, reason=str(error)) from None
    except exchange.NotMemory as error:
        raise InvalidFile(path=shown, reason=str(error)) from None
