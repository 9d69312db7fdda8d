"""The memory service: the bridge's functions over spaces."""

from __future__ import annotations

from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import anyio.to_thread
from bridge_runtime.values import canonical_json
from llmspell.memory.constants import Limit
from llmspell.memory.errors import FileFailed, InvalidConversation, InvalidFile, NotFound, TooLarge
from llmspell.memory.service import MemoryService
from llmspell.memory.types import (
    ConversationInfo,
    ConversationOptions,
    Embedder,
    IndexOptions,
    IndexResult,
    KeyFilter,
    MemoryMatch,
    MemorySpace,
    MemoryStats,
    SearchMode,
    SearchOptions,
    StoreOptions,
    Type,
)
from llmspell.shared.types import Message

from llmspell_runtime.files import FileFailure, read_file, write_file
from llmspell_runtime.memory import exchange, meaning
from llmspell_runtime.memory.conversations.conversation import Conversation
from llmspell_runtime.memory.conversations.log import (
    DatabaseLog,
    InProcessLog,
    Log,
    delete_stored,
    stored_names,
)
from llmspell_runtime.memory.conversations.summarizing import make_summarizer
from llmspell_runtime.memory.criteria import Criteria
from llmspell_runtime.memory.database import Match
from llmspell_runtime.memory.embedders import Embedders, Identity
from llmspell_runtime.memory.embedding import make_embedder
from llmspell_runtime.memory.entries import Entry, Space, SpaceName
from llmspell_runtime.memory.spaces import Place, Shelf, Spaces
from llmspell_runtime.storage.sqlite import Database

if TYPE_CHECKING:
    from bridge_runtime.session import Session

DEFAULT_MATCHES: Final = 10
MAX_FILE_BYTES: Final = 256 * 1024 * 1024


class Memory(MemoryService[Conversation]):
    """The memory of one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shared = Shelf()
        """What this session's whole family sees; only the first session's is used."""
        self._spaces = Spaces(session.options.name, session.permissions, self._family)
        self._embedders = Embedders()

    def _family(self) -> Shelf:
        root = self.session
        while root.parent is not None:
            root = root.parent
        service = self if root is self.session else root.service("memory")
        assert isinstance(service, Memory)
        return service._shared

    def _close(self) -> None:
        self._spaces.close()
        self._shared.close()

    def _space(self, place: Place | None, *, writing: bool = False) -> Space:
        with self._spaces.failures(place):
            return self._spaces.find(place, self._dropped, writing=writing)

    def _dropped(self, name: SpaceName, entry: Entry, reason: str) -> None:
        data = {"key": entry.key, "type": name.type, "scope": name.scope, "reason": reason}
        if name.owner:
            data["owner"] = name.owner
        self.session.events.emit("memory.evict", data)

    def store(self, key: str, value: Any, options: StoreOptions | None = None) -> None:
        given = options or StoreOptions()
        space = self._space(options, writing=True)
        expires_at = None if given.ttl_seconds is None else space.clock() + given.ttl_seconds
        metadata = canonical_json(given.metadata or {})
        entry = Entry(key, canonical_json(value), tuple(given.tags or ()), metadata, expires_at)
        _require_size(entry)
        with self._spaces.failures(options):
            space.put([entry])

    def retrieve(self, key: str, space: MemorySpace | None = None) -> Any:
        found = self._space(space)
        with self._spaces.failures(space):
            entry = found.get(key)
        if entry is None:
            raise NotFound(key=key, space=str(found.name))
        return entry.value

    def delete(self, key: str, space: MemorySpace | None = None) -> bool:
        found = self._space(space, writing=True)
        with self._spaces.failures(space):
            return found.delete(key)

    def list_keys(self, filter: KeyFilter | None = None) -> list[str]:
        space = self._space(filter)
        filter = filter or KeyFilter()
        criteria = Criteria(space.clock(), filter.prefix or "", tuple(filter.tags or ()))
        with self._spaces.failures(filter):
            return space.keys(criteria, filter.limit)

    def clear(self, space: MemorySpace | None = None) -> int:
        found = self._space(space, writing=True)
        with self._spaces.failures(space):
            return found.clear()

    def get_stats(self, space: MemorySpace | None = None) -> MemoryStats:
        found = self._space(space)
        with self._spaces.failures(space):
            entries, size = found.totals()
            recorded = found.recorded()
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
            vectors=recorded.vectors if recorded else 0,
            model=recorded.model if recorded else None,
            dimensions=recorded.dimensions if recorded else None,
        )

    async def persist(self, file: str, space: MemorySpace | None = None) -> int:
        path = self.session.permissions.require_path("fs.write", file)
        found = self._space(space)
        with self._spaces.failures(space):
            entries = list(found.entries())
        await anyio.to_thread.run_sync(_write, path, file, entries)
        return len(entries)

    async def load(self, file: str, space: MemorySpace | None = None) -> int:
        path = self.session.permissions.require_path("fs.read", file)
        found = self._space(space, writing=True)
        now = found.clock()
        entries = [e for e in await anyio.to_thread.run_sync(_read, path, file) if not e.is_over(now)]
        for entry in entries:
            _require_size(entry)
        with self._spaces.failures(space):
            found.put(entries)
        return len(entries)

    async def search(self, query: str, options: SearchOptions | None = None) -> list[MemoryMatch]:
        options = options or SearchOptions()
        space = self._space(options)
        criteria = Criteria(space.clock(), options.prefix or "", tuple(options.tags or ()))
        limit = options.limit or DEFAULT_MATCHES
        mode = options.mode or SearchMode.TEXT
        with self._spaces.failures(options):
            if mode is SearchMode.TEXT:
                found = await meaning.by_words(space, query, criteria, limit)
            else:
                by = meaning.by_meaning if mode is SearchMode.VECTOR else meaning.by_both
                found = await by(
                    space, query, criteria, limit, self._embedders.find(self._spaces.identity(options))
                )
        least = -inf if options.min_score is None else options.min_score
        return [_match(match) for match in found if match.score >= least]

    def set_embedder(self, embedder: Embedder, space: MemorySpace | None = None) -> None:
        self._embedders.set(make_embedder(self.session, embedder), self._identity(space))

    def remove_embedder(self, space: MemorySpace | None = None) -> bool:
        return self._embedders.remove(self._identity(space))

    def _identity(self, space: MemorySpace | None) -> Identity | None:
        return None if space is None else self._spaces.identity(space)

    async def index(self, options: IndexOptions | None = None) -> IndexResult:
        options = options or IndexOptions()
        space = self._space(options, writing=True)
        embedder = self._embedders.find(self._spaces.identity(options))
        with self._spaces.failures(options):
            made = await meaning.index(space, embedder, rebuild=bool(options.rebuild))
            recorded = space.recorded()
        if recorded is None:
            return IndexResult(embedded=made, vectors=0)
        return IndexResult(
            embedded=made, vectors=recorded.vectors, model=recorded.model, dimensions=recorded.dimensions
        )

    # --- conversations ------------------------------------------------------------------------

    def create_conversation(self, options: ConversationOptions) -> Conversation:
        summarizer = make_summarizer(self.session, options)
        counter = None
        if options.count_with is not None:
            counter = self.session.call("provider.get", {"name": options.count_with})
        return Conversation(self.session, options, self._log(options), summarizer, counter)

    def _log(self, options: ConversationOptions) -> Log:
        place = _kept_at(options)
        if options.name is None:
            if place != _kept_at(None):
                raise InvalidConversation(reason="scope, owner and path belong to a conversation with a name")
            return InProcessLog()
        stored = self._spaces.stored(self._spaces.name(place))
        self._spaces.database(place, writing=False)  # what is wrong with it is said now

        def open(writing: bool) -> Database:
            return self._spaces.database(place, writing=writing)

        return DatabaseLog(open, stored, options.name, self._spaces.failures(place))

    def close_conversation(self, conversation: Conversation) -> None:
        """Nothing of its own: a conversation in a file stays there, and one without goes with its handle."""

    async def add_messages(self, conversation: Conversation, messages: list[Message]) -> ConversationInfo:
        await conversation.add(messages)
        await conversation.fit()
        return conversation.info()

    def get_messages(self, conversation: Conversation, all: bool = False) -> list[Message]:
        return conversation.everything() if all else conversation.shown()

    def get_info(self, conversation: Conversation) -> ConversationInfo:
        return conversation.info()

    async def compact(self, conversation: Conversation) -> ConversationInfo:
        await conversation.compact()
        return conversation.info()

    def clear_messages(self, conversation: Conversation) -> int:
        return conversation.clear()

    def list_conversations(self, space: MemorySpace | None = None) -> list[str]:
        place = _kept_at(space)
        stored = self._spaces.stored(self._spaces.name(place))
        with self._spaces.failures(place):
            return stored_names(self._spaces.database(place, writing=False), stored)

    def delete_conversation(self, name: str, space: MemorySpace | None = None) -> bool:
        place = _kept_at(space)
        stored = self._spaces.stored(self._spaces.name(place))
        with self._spaces.failures(place):
            return delete_stored(self._spaces.database(place, writing=True), stored, name)


def _kept_at(place: ConversationOptions | MemorySpace | None) -> MemorySpace:
    """Where a conversation with a name is kept: always in persistent memory."""
    if place is None:
        return MemorySpace(type=Type.PERSISTENT)
    return MemorySpace(type=Type.PERSISTENT, scope=place.scope, owner=place.owner, path=place.path)


def _require_size(entry: Entry) -> None:
    if entry.size > Limit.VALUE_BYTES:
        raise TooLarge(key=entry.key, bytes=entry.size, limit=Limit.VALUE_BYTES)


def _match(match: Match) -> MemoryMatch:
    entry = match.entry
    return MemoryMatch(
        key=entry.key,
        value=entry.value,
        score=match.score,
        tags=list(entry.tags),
        metadata=entry.metadata_value,
    )


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
