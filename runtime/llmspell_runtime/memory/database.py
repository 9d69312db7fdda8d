"""Long-term and persistent memory: the entries of one space in an SQLite database, with their indexes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, Final, NamedTuple

from llmspell_runtime.memory import text_index, vector_index
from llmspell_runtime.memory.criteria import Criteria
from llmspell_runtime.memory.entries import Bounds, Clock, Entry, Space, SpaceName
from llmspell_runtime.memory.format import describe, insert, made_space_id, space_id
from llmspell_runtime.memory.words import Term
from llmspell_runtime.storage.sqlite import Database, DatabaseFailed, Row

_COLUMNS: Final = "entry.key, entry.value, entry.tags, entry.metadata, entry.expires_at"


class Match(NamedTuple):
    """An entry that was found, and how well it matches."""

    entry: Entry
    score: float


class Recorded(NamedTuple):
    """What the vectors of a space are: how many, of which model, and how many numbers each has."""

    vectors: int
    model: str
    dimensions: int


class Pending(NamedTuple):
    """An entry without a vector; ``text`` is its value as JSON."""

    id: int
    key: str
    text: str


class VectorsDiffer(Exception):
    """The vectors of the space are of another model or length than those to be kept."""

    def __init__(self, recorded: Recorded) -> None:
        super().__init__(f"{recorded.model} with {recorded.dimensions} dimensions")
        self.recorded = recorded


class DatabaseSpace(Space):
    """The entries of one scope and owner in a database. Several may be the same space, in other processes too."""

    def __init__(
        self, name: SpaceName, bounds: Bounds, clock: Clock, database: Database, place: tuple[str, str]
    ) -> None:
        """``place`` is the scope and the owner under which the database keeps the space."""
        super().__init__(name, bounds, clock)
        self._database = database
        self._place = place
        self._has_old_words = False

    @property
    def writable(self) -> bool:
        """Whether vectors can be kept here, beside entries."""
        return self._database.writable

    def indexed(self) -> DatabaseSpace:
        return self

    # --- entries by key -----------------------------------------------------------------------

    def put(self, entries: Sequence[Entry]) -> None:
        with self._database.transaction():
            space = made_space_id(self._database, *self._place)
            over = self._drop_expired(space)
            for entry in entries:
                self._put(space, entry)
            [held] = self._database.run("SELECT entries, bytes FROM space WHERE id = ?", (space,))
            self._room_for(*held)
        self._tell_expired(over)

    def _put(self, space: int, entry: Entry) -> None:
        """Replace or add one entry. A vector stays when the value that it is of does."""
        rows = self._database.run(
            "SELECT id, value, tags, embedded FROM entry WHERE space = ? AND key = ?", (space, entry.key)
        )
        if not rows:
            insert(self._database, space, entry)
            return
        [(id, text, tags, embedded)] = rows
        if embedded and text != entry.text:
            self._remove_vectors(space, [id])
            embedded = False
        given = (entry.text, json.dumps(entry.tags), entry.metadata, entry.size, entry.expires_at, embedded)
        self._database.run(
            "UPDATE entry SET value = ?, tags = ?, metadata = ?, size = ?, expires_at = ?, embedded = ?"
            " WHERE id = ?",
            (*given, id),
        )
        if (text, tags) != given[:2]:
            self._database.run("DELETE FROM tag WHERE entry = ?", (id,))
            text_index.remove(self._database, id)
            self._has_old_words = True
            describe(self._database, space, id, entry)

    def get(self, key: str) -> Entry | None:
        rows = self._database.run(
            f"SELECT {_COLUMNS} FROM entry JOIN space ON space.id = entry.space"
            " WHERE space.scope = ? AND space.owner = ? AND entry.key = ?",
            (*self._place, key),
        )
        entry = _entry(rows[0]) if rows else None
        if entry is None or entry.is_over(self.clock()):
            self.counters.misses += 1
            return None
        self.counters.hits += 1
        return entry

    def delete(self, key: str) -> bool:
        return self._delete_where("key = ?", (key,)) > 0

    def clear(self) -> int:
        return self._delete_where("TRUE", ())

    def _delete_where(self, condition: str, values: Sequence[object]) -> int:
        with self._database.transaction():
            space = space_id(self._database, *self._place)
            if space is None:
                return 0
            over = self._drop_expired(space)
            gone = self._delete(space, condition, values)
        self._tell_expired(over)
        return gone

    def _delete(self, space: int, condition: str, values: Sequence[object]) -> int:
        where, given = f"WHERE space = ? AND {condition}", (space, *values)
        embedded = self._database.run(f"SELECT id FROM entry {where} AND embedded", given)
        if embedded:
            self._remove_vectors(space, [id for (id,) in embedded])
        self._database.run(f"DELETE FROM entry {where}", given)
        [(count,)] = self._database.run("SELECT changes()")
        self._has_old_words |= count > 0
        return int(count)

    def _drop_expired(self, space: int) -> list[Entry]:
        """Remove what is over; only within a writing transaction, for a reader may not write."""
        condition, now = "expires_at <= ?", self.clock()
        rows = self._database.run(
            f"SELECT {_COLUMNS} FROM entry WHERE space = ? AND {condition}", (space, now)
        )
        if rows:
            self._delete(space, condition, (now,))
        return [_entry(row) for row in rows]

    def _tell_expired(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._expire(entry)

    def entries(self) -> Iterable[Entry]:
        space = space_id(self._database, *self._place)
        if space is None:
            return []
        where, values = Criteria(self.clock()).where("entry", space)
        rows = self._database.run(f"SELECT {_COLUMNS} FROM entry WHERE {where} ORDER BY key", values)
        return [_entry(row) for row in rows]

    def keys(self, criteria: Criteria, limit: int | None) -> list[str]:
        space = space_id(self._database, *self._place)
        if space is None:
            return []
        where, values = criteria.where("entry", space)
        rows = self._database.run(
            f"SELECT key FROM entry WHERE {where} ORDER BY key LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        return [key for (key,) in rows]

    def totals(self) -> tuple[int, int]:
        with self._database.snapshot():
            rows = self._database.run(
                "SELECT id, entries, bytes FROM space WHERE scope = ? AND owner = ?", self._place
            )
            if not rows:
                return 0, 0
            [(space, entries, size)] = rows
            [(over, over_size)] = self._database.run(
                "SELECT count(*), coalesce(sum(size), 0) FROM entry WHERE space = ? AND expires_at <= ?",
                (space, self.clock()),
            )
        return entries - over, size - over_size

    def purge(self) -> None:
        """Take what has been deleted out of the text index for good, unless somebody else is writing to the file."""
        if self._has_old_words:
            with suppress(DatabaseFailed):
                text_index.purge(self._database)

    # --- entries by words and by meaning ------------------------------------------------------

    def find(self, terms: Sequence[Term], criteria: Criteria, limit: int) -> list[Match]:
        """At most ``limit`` entries that hold one of ``terms``, best first."""
        with self._database.snapshot():
            space = space_id(self._database, *self._place)
            if space is None:
                return []
            return self._matches(text_index.find(self._database, space, terms, criteria, limit))

    def nearest(self, vector: bytes, criteria: Criteria, limit: int) -> list[Match]:
        """At most ``limit`` entries, those whose vectors are closest to ``vector`` (32-bit floats), closest first.

        Raises VectorsDiffer when it has another length than they have.
        """
        with self._database.snapshot():
            recorded = self.recorded()
            if recorded is None:
                return []
            if recorded.dimensions * 4 != len(vector):
                raise VectorsDiffer(recorded)
            space = space_id(self._database, *self._place)
            assert space is not None
            found = vector_index.find(self._database, space, recorded.dimensions, vector, criteria, limit)
            matches = self._matches([(id, round(score, 4)) for id, score in found])
        return sorted(matches, key=lambda match: (-match.score, match.entry.key))

    def _matches(self, found: Sequence[tuple[int, float]]) -> list[Match]:
        matches = []
        for id, score in found:
            [row] = self._database.run(f"SELECT {_COLUMNS} FROM entry WHERE id = ?", (id,))
            matches.append(Match(_entry(row), score))
        return matches

    def recorded(self) -> Recorded | None:
        """What the vectors of this space are; None when it has none."""
        rows = self._database.run(
            "SELECT model, dimensions, (SELECT count(*) FROM entry WHERE space = space.id AND embedded)"
            " FROM space WHERE scope = ? AND owner = ? AND dimensions IS NOT NULL",
            self._place,
        )
        return Recorded(rows[0][2], rows[0][0], rows[0][1]) if rows and rows[0][2] else None

    def pending(self, limit: int, *, everything: bool = False) -> list[Pending]:
        """At most ``limit`` entries that have no vector, or with ``everything`` may have one; the oldest first."""
        space = space_id(self._database, *self._place)
        if space is None:
            return []
        where, values = Criteria(self.clock()).where("entry", space)
        rows = self._database.run(
            f"SELECT id, key, value FROM entry WHERE {where} AND embedded <= ? ORDER BY id LIMIT ?",
            (*values, everything, limit),
        )
        return [Pending(*row) for row in rows]

    def put_vectors(
        self, model: str, dimensions: int, rows: Sequence[tuple[Pending, bytes]], *, rebuild: bool = False
    ) -> int:
        """Keep the vectors of entries that are still what they were, and returns of how many.

        With ``rebuild`` all other vectors are taken away; otherwise raises VectorsDiffer when those that are
        there are of another model or length.
        """
        with self._database.transaction():
            space, recorded = space_id(self._database, *self._place), self.recorded()
            if space is None:  # forgotten meanwhile
                return 0
            if rebuild:
                self._drop_vectors(space)
            elif recorded is not None and (recorded.model, recorded.dimensions) != (model, dimensions):
                raise VectorsDiffer(recorded)
            self._database.run(
                "UPDATE space SET model = ?, dimensions = ? WHERE id = ?", (model, dimensions, space)
            )
            kept = [(pending.id, vector) for pending, vector in rows if self._is_pending(pending)]
            vector_index.add(self._database, space, dimensions, kept)
            self._database.run_many("UPDATE entry SET embedded = 1 WHERE id = ?", [(id,) for id, _ in kept])
        return len(kept)

    def _is_pending(self, pending: Pending) -> bool:
        return bool(
            self._database.run(
                "SELECT 1 FROM entry WHERE id = ? AND value = ? AND embedded = 0", (pending.id, pending.text)
            )
        )

    def _drop_vectors(self, space: int) -> None:
        ids = self._database.run("SELECT id FROM entry WHERE space = ? AND embedded", (space,))
        if ids:
            self._remove_vectors(space, [id for (id,) in ids])
            self._database.run("UPDATE entry SET embedded = 0 WHERE space = ? AND embedded", (space,))

    def _remove_vectors(self, space: int, ids: Sequence[int]) -> None:
        [(dimensions,)] = self._database.run("SELECT dimensions FROM space WHERE id = ?", (space,))
        vector_index.remove(self._database, dimensions, ids)


def _entry(row: Row | Sequence[Any]) -> Entry:
    key, text, tags, metadata, expires_at = row
    return Entry(key, text, tuple(json.loads(tags)), metadata, expires_at)
