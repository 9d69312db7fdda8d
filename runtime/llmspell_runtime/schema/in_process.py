"""A repository in memory, for the length of a session."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from llmspell_runtime.schema.shelves import MAX_NAMES, Full, Shelf, require_distinct


class InProcess:
    """Shelves by name."""

    def __init__(self) -> None:
        self._shelves: dict[str, Shelf] = {}
        self._lock = RLock()

    def names(self) -> list[str]:
        """Every name, in the order of the alphabet."""
        return sorted(self._shelves)

    def read(self, name: str) -> Shelf | None:
        """The shelf of a name, or None."""
        return self._shelves.get(name)

    @contextmanager
    def changing(self, name: str) -> Iterator[Shelf]:
        """A shelf to change. Raises Full and InvalidSchemaName for a new name."""
        with self._lock:
            kept = self._shelves.get(name)
            if kept is None:
                require_distinct(name, list(self._shelves))
            shelf = Shelf(name) if kept is None else Shelf(name, kept.next_number, list(kept.versions))
            yield shelf
            if kept is None and shelf.versions and len(self._shelves) >= MAX_NAMES:
                raise Full(f"it has {MAX_NAMES} names")
            if shelf.versions:
                self._shelves[name] = shelf
            else:
                self._shelves.pop(name, None)
