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


def purge(database: Database) -> None:
    """Write the index anew, without the words of entries that are gone; it marks them as such and no more until then."""
    database.run("INSERT INTO word (word) VALUES ('optimize')")


def find(
    database: Database, space: int, wanted: Sequence[Term], criteria: Criteria, limit: int
) -> list[tuple[int, float]]:
    """The ids and scores of at most ``limit`` entries that hold a term, best first, then by key.

    The score is the share of the terms that an entry has, each weighing ln(1 + entries / entries with it).
    """
    [(entries,)] = database.run("SELECT entries FROM space WHERE id = ?", (space,))
    over = count_over(database, space, criteria.now)
    if not wanted or entries == over:
        return []
    phrases = [f'"{" ".join(f"{space}.{word}" for word in term)}"' for term in wanted]
    # While no entry's time is over, the text index alone can count, which costs a tenth.
    alive, values = Criteria(criteria.now).where("entry", space) if over else ("TRUE", [])
    join = "JOIN entry ON entry.id = word.rowid" if over else ""
    weights = []
    for phrase in phrases:
        counted = f"SELECT count(*) FROM word {join} WHERE word MATCH ? AND {alive}"
        [(holding,)] = database.run(counted, (f"{phrase} *", *values))
        weights.append(log(1 + (entries - over) / max(holding, 1)))
    shares = [weight / sum(weights) for weight in weights]
    if criteria.narrow or over:
        where, more = criteria.where("entry", space)
        return _best(database, phrases, shares, where, more, limit)
    # Without a condition on entries, those that score less than the last one wanted need not be looked up.
    least = "hit.score >= coalesce((SELECT score FROM hit ORDER BY score DESC LIMIT 1 OFFSET ?), 0)"
    return _best(database, phrases, shares, least, [limit - 1], limit)


def count_over(database: Database, space: int, now: float) -> int:
    """How many entries of a space are past their time, and not removed yet."""
    rows = database.run("SELECT count(*) FROM entry WHERE space = ? AND expires_at <= ?", (space, now))
    return int(rows[0][0])


def _best(
    database: Database,
    phrases: Sequence[str],
    shares: Sequence[float],
    condition: str,
    condition_values: Sequence[Any],
    limit: int,
) -> list[tuple[int, float]]:
    hits: list[str] = []
    values: list[Any] = []
    for phrase, share in zip(phrases, shares, strict=True):
        # A word is also one that it begins itself, and so gets both parts of its share.
        for match, part in ((f"{phrase} *", _BEGINS), (phrase, 1 - _BEGINS)):
            hits.append("SELECT rowid AS id, ? AS share FROM word WHERE word MATCH ?")
            values += [share * part, match]
    rows = database.run(
        "WITH hit AS MATERIALIZED (SELECT id, round(sum(share), 4) AS score"
        f" FROM ({' UNION ALL '.join(hits)}) GROUP BY id)"
        f" SELECT hit.id, hit.score FROM hit JOIN entry ON entry.id = hit.id WHERE {condition}"
        " ORDER BY hit.score DESC, entry.key LIMIT ?",
        (*values, *condition_values, limit),
    )
    return [(id, score) for id, score in rows]
