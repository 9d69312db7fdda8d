"""What memory costs beside its floor: storing beside a dictionary, searching 100,000 entries beside the bare SQLite queries."""

from __future__ import annotations

import random
from array import array
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import apsw
import sqlite_vec  # type: ignore[import-untyped]
from bridge_runtime.values import canonical_json
from llmspell import Session
from llmspell.memory.types import Type
from llmspell_runtime.memory.criteria import Criteria
from llmspell_runtime.memory.database import DatabaseSpace
from llmspell_runtime.memory.entries import Bounds, Entry, SpaceName
from llmspell_runtime.memory.format import FORMAT
from llmspell_runtime.memory.words import terms
from llmspell_runtime.storage.sqlite import Database

from benchmarks.measure import Row, compare_calls, row

ENTRIES = 100_000
DIMENSIONS = 384
VOCABULARY = 20_000
WORDS_EACH = 12


def rows() -> list[Row]:
    """Stores of one value, and searches of a space of 100,000 entries of twelve words and 384 dimensions."""
    with TemporaryDirectory() as folder:
        return [*_stores(Path(folder)), *_searches(Path(folder))]


def _stores(folder: Path) -> list[Row]:
    value = {"text": "Oslo, the capital of Norway", "year": 2026}
    held: dict[str, str] = {}
    grants = {"fs.read": [str(folder)], "fs.write": [str(folder)]}
    connection = _connection(folder / "floor.db")
    connection.execute("CREATE TABLE entry (key TEXT PRIMARY KEY, value TEXT)")

    def write() -> None:
        connection.execute("INSERT OR REPLACE INTO entry VALUES ('city', ?)", (canonical_json(value),))

    with Session(permissions=grants) as session:
        store = session.memory.store
        places: list[tuple[Type, dict[str, Any], Any, int, float]] = [
            (Type.SHORT_TERM, {}, lambda: held.__setitem__("city", canonical_json(value)), 5000, 8.0),
            (Type.PERSISTENT, {"path": str(folder / "memory.db")}, write, 300, 4.0),
        ]
        found = []
        for kind, space, floor, calls, budget in places:
            one, other = compare_calls(partial(store, "city", value, type=kind, **space), floor, calls=calls)
            beside = "a dictionary" if kind is Type.SHORT_TERM else "the bare statement"
            found.append(row(f"memory.store, {kind.value}, to {beside}", one, other, budget))
    connection.close()
    return found


def _searches(folder: Path) -> list[Row]:
    chance = random.Random(1)
    # Words as common as in a language: the n-th occurs a share of 1/n of the time.
    words = [f"word{number:05}" for number in range(VOCABULARY)]
    weights = [1 / (number + 10) for number in range(VOCABULARY)]
    texts = [" ".join(chance.choices(words, weights, k=WORDS_EACH)) for _ in range(ENTRIES)]
    vectors = [array("f", [chance.random() for _ in range(DIMENSIONS)]).tobytes() for _ in range(500)]
    database = Database(folder / "search.db", FORMAT, writable=True)
    space = DatabaseSpace(
        SpaceName("persistent", "global"), Bounds(ENTRIES, 2**40), lambda: 0.0, database, ("global", "")
    )
    space.put([Entry(f"key{number}", canonical_json(text)) for number, text in enumerate(texts)])
    pending = space.pending(ENTRIES)
    space.put_vectors("toy", DIMENSIONS, [(one, vectors[n % 500]) for n, one in enumerate(pending)])
    floor = _floor(folder / "bare.db", texts, vectors)
    everything = Criteria(0.0)
    found = []
    for name, query in (
        ("rare words", "word09000 word15000"),
        ("common words", "word00005 word00050 word00500"),
    ):
        match = " OR ".join(query.split())
        value, bare = compare_calls(
            partial(space.find, terms(query), everything, 10),
            partial(_ranked, floor, match),
            calls=10,
            rounds=3,
        )
        found.append(row(f"search of 100,000 entries by {name}, to bare FTS5", value, bare, 5.0))
    value, bare = compare_calls(
        lambda: space.nearest(vectors[7], everything, 10),
        lambda: floor.execute(
            "SELECT rowid FROM vector WHERE embedding MATCH ? AND k = 10", (vectors[7],)
        ).fetchall(),
        calls=3,
        rounds=3,
    )
    found.append(row("search of 100,000 entries by meaning, to bare sqlite-vec", value, bare, 1.5))
    database.close()
    floor.close()
    return found


def _floor(path: Path, texts: list[str], vectors: list[bytes]) -> apsw.Connection:
    """The same texts and vectors in tables of nobody else's, with SQLite's own ranking."""
    connection = _connection(path)
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    connection.execute(
        f"CREATE VIRTUAL TABLE vector USING vec0(embedding FLOAT[{DIMENSIONS}] distance_metric=cosine)"
    )
    with connection:
        connection.executemany("INSERT INTO words (text) VALUES (?)", [(text,) for text in texts])
        connection.executemany(
            "INSERT INTO vector (embedding) VALUES (?)", ((vectors[n % 500],) for n in range(len(texts)))
        )
    return connection


def _ranked(floor: apsw.Connection, match: str) -> object:
    query = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10"
    return floor.execute(query, (match,)).fetchall()


def _connection(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.enable_load_extension(True)
    connection.load_extension(sqlite_vec.loadable_path())
    return connection
