"""Short-term and long-term memory: a dictionary in this process."""

from __future__ import annotations

import heapq
import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from llmspell_runtime.memory.entries import Bounds, Clock, Entry, Space, SpaceFull, SpaceName


class InProcessSpace(Space):
    """Entries in a dictionary, the least recently used first.

    With ``evicts`` a full space makes room by dropping those; without, it refuses to store.
    """

    def __init__(self, name: SpaceName, bounds: Bounds, clock: Clock, *, evicts: bool) -> None:
        super().__init__(name, bounds, clock)
        self._evicts = evicts
        self._entries: OrderedDict[str, Entry] = OrderedDict()
        self._bytes = 0
        self._deadlines: list[tuple[float, str]] = []
        self._lock = threading.RLock()

    def put(self, entries: Sequence[Entry]) -> None:
        with self._lock:
            self._drop_expired()
            if not self._evicts:
                self._check_room({entry.key: entry for entry in entries})
            elif any(entry.size > self.bounds.bytes for entry in entries):
                raise SpaceFull(f"it may hold {self.bounds.bytes} bytes")
            for entry in entries:
                self._keep(entry)

    def _check_room(self, added: dict[str, Entry]) -> None:
        replaced = [self._entries[key] for key in added if key in self._entries]
        count = len(self._entries) + len(added) - len(replaced)
        size = self._bytes + sum(e.size for e in added.values()) - sum(e.size for e in replaced)
        self._room_for(count, size)

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
            self._entries.clear()
            self._deadlines.clear()
            self._bytes = 0
            return count

    def entries(self) -> Iterable[Entry]:
        with self._lock:
            self._drop_expired()
            return [self._entries[key] for key in sorted(self._entries)]

    def totals(self) -> tuple[int, int]:
        with self._lock:
            self._drop_expired()
            return len(self._entries), self._bytes
