"""Finding entries by words: SQLite's full-text index, weighed by how rare a word is in its space.

Every word in the index carries the number of its space ("12.rain"), so that no query reaches, and no weight depends on, what
is in another space. SQLite's own ranking (bm25) counts over the whole table, and would tell one space of the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import Any, Final

from llmspell_runtime.memory.criteria import Criteria
from llmspell_runtime.memory.entries import Entry
from llmspell_runtime.memory.words import Term, texts, words
from llmspell_runtime.storage.sqlite import Database

# What is beyond ASCII belongs to words; we have cut the text into words ourselves, alike for every SQLite.
TABLE: Final = "CREATE VIRTUAL TABLE word USING fts5(text, tokenize = \"ascii tokenchars '._'\")"
_BEGINS: Final = 0.5
"""What a word counts that only begins one of the entry's."""


def add(database: Database, space: int, id: int, entry: Entry) -> None:
    """Index the key, the tags and the text of an entry; within a transaction."""
    found = words(" ".join((entry.key, *entry.tags, *texts(entry.value))))
    text = " ".join(f"{space}.{word}" for word in found)
    database.run("INSERT INTO word (rowid, text) VALUES (?, ?)", (id, text))


def remove(database: Database, id: int) -> None:
    """Take an entry's words out of the index; within a transaction."""
    database.run("DELETE FROM word WHERE rowid = ?", (id,))


def find(
    database: Database, space: int, wanted: Sequence[Term], criteria: Criteria, limit: int
) -> list[tuple[int, float]]:
    """The ids and scores of at most ``limit`` entries that hold a term, best first, then by key.

    The score is the share of the terms that an entry has, each weighing ln(1 + entries / entries with it).
    """
    alive, values = Criteria(criteria.now).where("entry", space)
    [(entries,)] = database.run(f"SELECT count(*) FROM entry WHERE {alive}", values)
    if not wanted or not entries:
        return []
    phrases = [f'"{" ".join(f"{space}.{word}" for word in term)}"' for term in wanted]
    weights = []
    for phrase in phrases:
        [(holding,)] = database.run(
            f"SELECT count(*) FROM word JOIN entry ON entry.id = word.rowid WHERE word MATCH ? AND {alive}",
            (f"{phrase} *", *values),
        )
        weights.append(log(1 + entries / max(holding, 1)))
    return _best(database, space, phrases, [weight / sum(weights) for weight in weights], criteria, limit)


def _best(
    database: Database,
    space: int,
    phrases: Sequence[str],
    shares: Sequence[float],
    criteria: Criteria,
    limit: int,
) -> list[tuple[int, float]]:
    hits: list[str] = []
    values: list[Any] = []
    for phrase, share in zip(phrases, shares, strict=True):
        # A word is also one that it begins itself, and so gets both parts of its share.
        for match, part in ((f"{phrase} *", _BEGINS), (phrase, 1 - _BEGINS)):
            hits.append("SELECT rowid AS id, ? AS share FROM word WHERE word MATCH ?")
            values += [share * part, match]
    where, more = criteria.where("entry", space)
    rows = database.run(
        f"SELECT entry.id, round(hit.score, 4) FROM"
        f" (SELECT id, sum(share) AS score FROM ({' UNION ALL '.join(hits)}) GROUP BY id) AS hit"
        f" JOIN entry ON entry.id = hit.id WHERE {where} ORDER BY 2 DESC, entry.key LIMIT ?",
        (*values, *more, limit),
    )
    return [(id, score) for id, score in rows]
