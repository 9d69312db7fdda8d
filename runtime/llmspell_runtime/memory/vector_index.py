"""Finding entries by meaning: vectors in sqlite-vec's tables, one table for each number of dimensions.

A space's vectors are a partition of their table, so that a query reads those of one space and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from llmspell_runtime.memory.criteria import Criteria
from llmspell_runtime.memory.text_index import count_over
from llmspell_runtime.storage.sqlite import Database


def _table(database: Database, dimensions: int) -> str:
    """The name of a table; the extension that knows it is there afterwards. Raises NeedsExtra."""
    database.load_vectors()
    return f"vector_{dimensions}"


def add(database: Database, space: int, dimensions: int, rows: Iterable[tuple[int, bytes]]) -> None:
    """Keep the vectors of entries that have none, as 32-bit floats; within a transaction."""
    table = _table(database, dimensions)
    # Rows are kept in chunks per partition, written whole: small ones do for a small space, and search as fast.
    database.run(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING vec0(entry INTEGER PRIMARY KEY,"
        f" space INTEGER PARTITION KEY, embedding FLOAT[{dimensions}] distance_metric=cosine, chunk_size=64)"
    )
    database.run_many(
        f"INSERT INTO {table} (entry, space, embedding) VALUES (?, ?, ?)",
        ((id, space, vector) for id, vector in rows),
    )


def remove(database: Database, dimensions: int, ids: Sequence[int]) -> None:
    """Take vectors out of the index; within a transaction."""
    table = _table(database, dimensions)
    database.run_many(f"DELETE FROM {table} WHERE entry = ?", [(id,) for id in ids])


def find(
    database: Database, space: int, dimensions: int, vector: bytes, criteria: Criteria, limit: int
) -> list[tuple[int, float]]:
    """The ids of the ``limit`` nearest entries with the cosine of their angle to ``vector``, nearest first."""
    table = _table(database, dimensions)
    query = f"SELECT entry, distance FROM {table} WHERE embedding MATCH ? AND k = ? AND space = ?"
    values = [vector, limit, space]
    if criteria.narrow or count_over(database, space, criteria.now):
        where, more = criteria.where("entry", space)
        query += f" AND entry IN (SELECT id FROM entry WHERE {where})"
        values += more
    rows = database.run(query, values)
    return [(id, 1 - distance) for id, distance in rows]
