"""Finding entries by words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from llmspell_runtime.memory.entries import Entry

_WORD: Final = re.compile(r"\w+")


class Match(NamedTuple):
    """An entry and how well it matches: 1 when all words of the query are found."""

    entry: Entry
    score: float


def search(entries: Iterable[Entry], query: str, limit: int) -> list[Match]:
    """The entries that hold a word of ``query``, best first, then in the order of their keys.

    A word that stands in an entry counts whole, one that is only part of a word there counts half. Case is ignored.
    """
    wanted = list(dict.fromkeys(words(query)))
    if not wanted:
        return []
    found = []
    for entry in entries:
        there = set(words(" ".join((entry.key, *entry.tags, *texts(entry.value)))))
        points = sum(_points(word, there) for word in wanted)
        if points:
            found.append(Match(entry, round(points / len(wanted), 4)))
    return sorted(found, key=lambda match: (-match.score, match.entry.key))[:limit]


def _points(word: str, there: set[str]) -> float:
    if word in there:
        return 1.0
    return 0.5 if any(word in other for other in there) else 0.0


def words(text: str) -> list[str]:
    """The words of ``text``, without regard to case."""
    return _WORD.findall(text.casefold())


def texts(value: Any) -> Iterator[str]:
    """Every string and number inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
