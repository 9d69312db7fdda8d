"""Short-term memory: a dictionary in this process, the least recently used first."""

from __future__ import annotations

import heapq
import sys
import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from llmspell_runtime.memory.criteria import Criteria
from llmspell_runtime.memory.database import DatabaseSpace, Recorded
from llmspell_runtime.memory.entries import Bounds, Clock, Entry, Space, SpaceFull, SpaceName
from llmspell_runtime.memory.format import FORMAT
from llmspell_runtime.storage.sqlite import Database

_UNBOUNDED = Bounds(sys.maxsize, sys.maxsize)


class InProcessSpace(Space):
    """Entries in a dictionary; a full space makes room by dropping those used least recently.

    Storing costs no more than that. The first search makes a database of the entries, and each later one brings it up to date.
    """

    def __init__(self, name: SpaceName, bounds: Bounds, clock: Clock) -> None:
        super().__init__(name, bounds, clock)
        self._database: Database | None = None
        self._changed: dict[str, None] = {}
        """Keys that the database does not know as they are; used once there is one."""
        self._entries: OrderedDict[str, Entry] = OrderedDict()
        self._bytes = 0
        self._deadlines: list[tuple[float, str]] = []
        self._lock = threading.RLock()

    def put(self, entries: Sequence[Entry]) -> None:
        with self._lock:
            self._drop_expired()
            if any(entry.size > self.bounds.bytes for entry in entries):
                raise SpaceFull(f"it may hold {self.bounds.bytes} bytes")
            for entry in entries:
                self._keep(entry)

    def _keep(self, entry: Entry) -> None:
        self._remove(entry.key)
        self._entries[entry.key] = entry
        self._bytes += entry.size
        if entry.expires_at is not None:
            heapq.heappush(self._deadlines, (entry.expires_at, entry.key))
        while len(self._entries) > self.bounds.entries or self._bytes > self.bounds.bytes:
            oldest = self._entries[next(iter(self._entries))]
            self._remove(oldest.key)
            self.counters.evicted += 1
            self.dropped(oldest, "full")

    def _remove(self, key: str) -> Entry | None:
        entry = self._entries.pop(key, None)
        if self._database is not None:
            self._changed[key] = None
        if entry is not None:
            self._bytes -= entry.size
        return entry

    def _drop_expired(self) -> None:
        now = self.clock()
        while self._deadlines and self._deadlines[0][0] <= now:
            _, key = heapq.heappop(self._deadlines)
            entry = self._entries.get(key)
            if entry is not None and entry.is_over(now):  # it may have been stored anew meanwhile
                self._remove(key)
                self._expire(entry)

    def get(self, key: str) -> Entry | None:
        with self._lock:
            self._drop_expired()
            entry = self._entries.get(key)
            if entry is None:
                self.counters.misses += 1
                return None
            self.counters.hits += 1
            self._entries.move_to_end(key)
            return entry

    def delete(self, key: str) -> bool:
        with self._lock:
            self._drop_expired()
            return self._remove(key) is not None

    def clear(self) -> int:
        with self._lock:
            self._drop_expired()
            count = len(self._entries)
            if self._database is not None:
                self._changed.update(dict.fromkeys(self._entries))
            self._entries.clear()
            self._deadlines.clear()
            self._bytes = 0
            return count

    def entries(self) -> Iterable[Entry]:
        with self._lock:
            self._drop_expired()
            return [self._entries[key] for key in sorted(self._entries)]

    def keys(self, criteria: Criteria, limit: int | None) -> list[str]:
        return [entry.key for entry in self.entries() if criteria.allow(entry)][:limit]

    def totals(self) -> tuple[int, int]:
        with self._lock:
            self._drop_expired()
            return len(self._entries), self._bytes

    def indexed(self) -> DatabaseSpace:
        with self._lock:
            if self._database is None:
                self._database = Database(None, FORMAT, writable=True)
                self._changed = dict.fromkeys(self._entries)
            space = DatabaseSpace(self.name, _UNBOUNDED, self.clock, self._database, ("", ""))
            with self._database.transaction():
                for key in self._changed.keys() - self._entries.keys():
                    space.delete(key)
                space.put([self._entries[key] for key in self._changed if key in self._entries])
            self._changed.clear()
            return space

    def recorded(self) -> Recorded | None:
        return None if self._database is None else self.indexed().recorded()

    def close(self) -> None:
        with self._lock:
            if self._database is not None:
                self._database.close()
