"""Search in all its modes, and the making of vectors that searching by meaning needs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Final, TypeVar
from weakref import WeakKeyDictionary

import anyio
import anyio.to_thread
from llmspell.memory.errors import EmbeddingMismatch

from llmspell_runtime.memory.criteria import Criteria
from llmspell_runtime.memory.database import Match, Pending, Recorded, VectorsDiffer
from llmspell_runtime.memory.embedding import Embedder
from llmspell_runtime.memory.entries import Space
from llmspell_runtime.memory.words import terms, texts

FUSION: Final = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)."""
LEAST_FUSED: Final = 50
"""How many of each list are fused at least, so that few wanted results do not make poor ones."""

T = TypeVar("T")
_indexing: WeakKeyDictionary[Space, anyio.Lock] = WeakKeyDictionary()
"""Who searches a space while it is being indexed waits, and does not embed the same texts once more."""


async def by_words(space: Space, query: str, criteria: Criteria, limit: int) -> list[Match]:
    """The best entries by their words."""
    return await _in_thread(lambda: space.indexed().find(terms(query), criteria, limit))


async def by_meaning(
    space: Space, query: str, criteria: Criteria, limit: int, embedder: Embedder
) -> list[Match]:
    """The closest entries by their vectors, after those that lack one got it.

    Raises EmbeddingMismatch, and what the embedder raises.
    """
    indexed = await _in_thread(space.indexed)
    _check(space, await _in_thread(indexed.recorded), embedder)
    if indexed.writable:
        await index(space, embedder)
    if await _in_thread(space.recorded) is None:
        return []
    [vector] = await embedder.vectors([query])
    try:
        return await _in_thread(lambda: space.indexed().nearest(vector, criteria, limit))
    except VectorsDiffer as error:
        raise _mismatch(space, error.recorded, embedder, vector) from None


async def by_both(
    space: Space, query: str, criteria: Criteria, limit: int, embedder: Embedder
) -> list[Match]:
    """The best entries of both searches. Raises as ``by_meaning`` does."""
    depth = max(limit, LEAST_FUSED)
    lists = [
        await by_meaning(space, query, criteria, depth, embedder),
        await by_words(space, query, criteria, depth),
    ]
    return fused(lists)[:limit]


def fused(lists: Sequence[Sequence[Match]]) -> list[Match]:
    """Lists of matches as one, by reciprocal rank fusion; the score is 1 for what is first in all of them."""
    scores: dict[str, float] = {}
    entries = {match.entry.key: match.entry for found in lists for match in found}
    for found in lists:
        for rank, match in enumerate(found, 1):
            scores[match.entry.key] = scores.get(match.entry.key, 0.0) + 1 / (FUSION + rank)
    highest = len(lists) / (FUSION + 1)
    matches = [Match(entries[key], round(score / highest, 4)) for key, score in scores.items()]
    return sorted(matches, key=lambda match: (-match.score, match.entry.key))


async def index(space: Space, embedder: Embedder, *, rebuild: bool = False) -> int:
    """Make the vectors that are missing, or all of them, batch by batch; gives how many were made.

    Raises EmbeddingMismatch, and what the embedder raises; what was made until then is kept.
    """
    async with _indexing.setdefault(space, anyio.Lock()):
        if not rebuild:
            _check(space, await _in_thread(space.recorded), embedder)
        made = 0
        while batch := await _in_thread(_batch, space, embedder.batch_size, rebuild):
            vectors = await embedder.vectors([_text(pending) for pending in batch])
            rows = list(zip(batch, vectors, strict=True))
            try:
                made += await _in_thread(_keep, space, embedder.model, rows, rebuild)
            except VectorsDiffer as error:
                raise _mismatch(space, error.recorded, embedder, vectors[0]) from None
            rebuild = False
        return made


# Both ask for the indexes anew: entries may have changed while the embedder was waited for.


def _batch(space: Space, size: int, everything: bool) -> list[Pending]:
    return space.indexed().pending(size, everything=everything)


def _keep(space: Space, model: str, rows: Sequence[tuple[Pending, bytes]], rebuild: bool) -> int:
    return space.indexed().put_vectors(model, len(rows[0][1]) // 4, rows, rebuild=rebuild)


def _text(pending: Pending) -> str:
    """What is embedded of an entry: the strings and numbers of its value, or else its key."""
    return "\n".join(text for text in texts(json.loads(pending.text)) if text.strip()) or pending.key


def _check(space: Space, recorded: Recorded | None, embedder: Embedder) -> None:
    if recorded is not None and recorded.model != embedder.model:
        raise _mismatch(space, recorded, embedder)


def _mismatch(
    space: Space, recorded: Recorded, embedder: Embedder, vector: bytes | None = None
) -> EmbeddingMismatch:
    given = embedder.model if vector is None else f"{embedder.model} with {len(vector) // 4} dimensions"
    there = f"{recorded.model} with {recorded.dimensions} dimensions"
    return EmbeddingMismatch(space=str(space.name), recorded=there, given=given)


async def _in_thread(work: Callable[..., T], *arguments: object) -> T:
    return await anyio.to_thread.run_sync(work, *arguments)
