"""Search by words, by meaning and by both: what is found, when vectors are made, and what embedders may not do."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError, CallbackFailed, PermissionDenied
from hypothesis import given
from hypothesis import strategies as st
from llmspell import AsyncSession, Session
from llmspell.memory.errors import EmbeddingFailed, EmbeddingMismatch, InvalidEmbedder, NoEmbedder
from llmspell.provider.types import Embedding, ScriptStep
from llmspell_runtime.memory.criteria import Criteria, _after
from llmspell_runtime.memory.database import DatabaseSpace, Match
from llmspell_runtime.memory.entries import Bounds, Entry, SpaceName
from llmspell_runtime.memory.format import FORMAT
from llmspell_runtime.memory.words import terms, words
from llmspell_runtime.storage.sqlite import Database

MEANINGS = {
    "weather": [1, 0, 0.2],
    "It rains.": [1, 0, 0.1],
    "The sun shines.": [0.8, 0, 0.3],
    "Stocks fell.": [0, 1, 0],
}


class Embed:
    """An embedder that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, texts: list[str]) -> list[list[float]]:
        self.asked.append(texts)
        return [[float(number) for number in MEANINGS.get(text, [1, 1, 1])] for text in texts]


@pytest.fixture
def embed() -> Embed:
    return Embed()


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, embed: Embed) -> Iterator[Session]:
    monkeypatch.chdir(tmp_path)
    with Session(permissions={"fs.read": ["."], "fs.write": ["."], "llm": True}) as session:
        session.memory.set_embedder(embed=embed, model="toy")
        for key, text in zip("abc", [text for text in MEANINGS if "." in text], strict=True):
            session.memory.store(key, text, tags=["t"] if key < "c" else [])
        yield session


def keys_of(found: list[Match]) -> list[str]:
    return [match.entry.key for match in found]


def keys(found: list[Any]) -> list[str]:
    return [match.key for match in found]


def test_vectors_are_made_by_the_first_search_and_kept(session: Session, embed: Embed) -> None:
    assert keys(session.memory.search("weather", mode="vector")) == ["a", "b", "c"]
    assert embed.asked == [["It rains.", "The sun shines.", "Stocks fell."], ["weather"]]
    session.memory.search("weather", mode="vector")
    session.memory.store("b", "The sun shines.", tags=["u"], metadata={"more": 1})
    session.memory.search("weather", mode="vector")
    assert embed.asked[2:] == [["weather"], ["weather"]], "an entry with the same value keeps its vector"
    session.memory.store("b", "Stocks fell.")
    assert keys(session.memory.search("weather", mode="vector", min_score=0.5)) == ["a"]
    assert embed.asked[4:] == [["Stocks fell."], ["weather"]]


def test_filters_hold_within_the_search(session: Session) -> None:
    assert keys(session.memory.search("weather", mode="vector", limit=1, prefix="c")) == ["c"]
    assert keys(session.memory.search("weather", mode="vector", tags=["t"])) == ["a", "b"]
    assert keys(session.memory.search("stocks", mode="hybrid", tags=["t"])) == ["b", "a"]


def test_an_entry_whose_time_is_over_is_not_found() -> None:
    now = 1000.0
    database = Database(None, FORMAT, writable=True)
    name = SpaceName("long_term", "session")
    space = DatabaseSpace(name, Bounds(10, 1000), lambda: now, database, ("session", ""))
    space.put([Entry("d", '"rain"', expires_at=1001.0), Entry("e", '"rain"')])
    vector = array("f", [1, 2]).tobytes()
    assert space.put_vectors("toy", 2, [(pending, vector) for pending in space.pending(10)]) == 2
    assert keys_of(space.nearest(vector, Criteria(now), 10)) == ["d", "e"]
    now = 1001.0
    assert keys_of(space.nearest(vector, Criteria(now), 10)) == ["e"]
    assert keys_of(space.find([("rain",)], Criteria(now), 10)) == ["e"]
    space.put([Entry("f", "1")])
    assert database.run("SELECT entry FROM vector_2") == [(2,)]
    database.close()


def test_hybrid_is_the_fusion_of_both_lists(session: Session) -> None:
    found = session.memory.search("stocks weather", mode="hybrid")
    by_meaning = keys(session.memory.search("stocks weather", mode="vector"))
    scores = {key: 1 / (61 + rank) for rank, key in enumerate(by_meaning)}
    scores["c"] += 1 / 61
    assert {match.key: match.score for match in found} == {
        key: pytest.approx(score * 61 / 2, abs=1e-4) for key, score in scores.items()
    }


def test_batches(session: Session, embed: Embed) -> None:
    session.memory.set_embedder(embed=embed, model="toy", batch_size=2)
    assert session.memory.index().embedded == 3
    assert [len(texts) for texts in embed.asked] == [2, 1]


def test_a_failing_embedder_keeps_what_was_made(session: Session) -> None:
    calls: list[list[str]] = []

    def once(texts: list[str]) -> list[list[float]]:
        calls.append(texts)
        if len(calls) == 2:
            raise RuntimeError("no more today")
        return [[1.0] for _ in texts]

    session.memory.set_embedder(embed=once, model="toy", batch_size=1)
    with pytest.raises(CallbackFailed, match="no more today"):
        session.memory.index()
    assert session.memory.get_stats().vectors == 1
    assert session.memory.index().embedded == 2
    assert calls == [["It rains."], ["The sun shines."], ["The sun shines."], ["Stocks fell."]]


def test_vectors_of_another_model_are_refused_until_they_are_made_anew(session: Session) -> None:
    session.memory.index()
    session.memory.set_embedder(embed=lambda texts: [[1.0, 2.0] for _ in texts], model="better")
    for call in (session.memory.index, lambda: session.memory.search("x", mode="vector")):
        with pytest.raises(EmbeddingMismatch, match="toy with 3 dimensions, and the embedder gives better"):
            call()
    assert session.memory.get_stats().model == "toy"
    result = session.memory.index(rebuild=True)
    assert (result.embedded, result.vectors, result.model, result.dimensions) == (3, 3, "better", 2)
    assert len(session.memory.search("x", mode="vector")) == 3


def test_a_rebuild_that_fails_at_once_changes_nothing(session: Session) -> None:
    session.memory.index()

    def fail(texts: list[str]) -> list[list[float]]:
        raise RuntimeError("not today")

    session.memory.set_embedder(embed=fail, model="better")
    with pytest.raises(CallbackFailed):
        session.memory.index(rebuild=True)
    stats = session.memory.get_stats()
    assert (stats.vectors, stats.model, stats.dimensions) == (3, "toy", 3)


def test_a_model_that_changes_its_length_is_refused(session: Session) -> None:
    session.memory.index()
    session.memory.set_embedder(embed=lambda texts: [[1.0, 2.0] for _ in texts], model="toy")
    with pytest.raises(EmbeddingMismatch, match="gives toy with 2 dimensions"):
        session.memory.search("x", mode="vector")
    session.memory.store("d", "more")
    with pytest.raises(EmbeddingMismatch, match="gives toy with 2 dimensions"):
        session.memory.index()


def test_a_memory_without_entries_may_have_any_model(session: Session) -> None:
    session.memory.index()
    session.memory.clear()
    session.memory.set_embedder(embed=lambda texts: [[1.0, 2.0] for _ in texts], model="better")
    session.memory.store("a", "again")
    assert session.memory.index().dimensions == 2


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ([[1.0]], "1 vectors for 3 texts"),
        ([[1.0], [1.0, 2.0], [1.0]], "vectors of 1 and of 2 dimensions"),
        ([[1.0], [], [1.0]], "vector 2 has 0 dimensions"),
        ([[1.0], [1e300], [1.0]], "vector 2 holds a number that is too large"),
        ([[1.0, 1.0], [0.0, 0.0], [1.0, 1.0]], "vector 2 has only zeros"),
        ([[1.0] * 8193] * 3, "vector 1 has 8193 dimensions; 1 to 8192"),
    ],
)
def test_what_is_no_vector(session: Session, answer: list[list[float]], reason: str) -> None:
    session.memory.set_embedder(embed=lambda texts: answer, model="toy")
    with pytest.raises(EmbeddingFailed, match=reason):
        session.memory.index()
    assert session.memory.get_stats().vectors == 0


def test_what_is_no_embedder(session: Session) -> None:
    given: list[dict[str, Any]] = [{}, {"embed": Embed()}, {"embed": Embed(), "provider": "p", "model": "m"}]
    for options in given:
        with pytest.raises(InvalidEmbedder):
            session.memory.set_embedder(**options)
    session.provider.create(type="scripted", name="nameless", script=[])
    with pytest.raises(InvalidEmbedder, match="has no model of its own"):
        session.memory.set_embedder(provider="nameless")
    with pytest.raises(BridgeError, match="no provider"):
        session.memory.set_embedder(provider="nobody")


def test_a_provider_embeds(session: Session) -> None:
    steps = [[[1.0, 0.0], [0.6, 0.8], [0.0, 1.0]], [[1.0, 0.0]]]
    script = [ScriptStep(embeddings=[Embedding(vector=vector) for vector in vectors]) for vectors in steps]
    session.provider.create(type="scripted", name="p", model="m", script=script)
    session.memory.set_embedder(provider="p")
    found = session.memory.search("weather", mode="vector")
    assert [(match.key, match.score) for match in found] == [("a", 1), ("b", 0.6), ("c", 0)]
    assert session.memory.get_stats().model == "m"


def test_a_provider_needs_its_permission(tmp_path: Path) -> None:
    with Session(permissions={}) as session:
        session.provider.create(type="scripted", name="p", model="m", script=[])
        session.memory.set_embedder(provider="p")
        session.memory.store("a", "text")
        with pytest.raises(PermissionDenied, match="llm"):
            session.memory.search("x", mode="vector")
        assert keys(session.memory.search("text")) == ["a"]


def test_a_memory_may_have_an_embedder_of_its_own(session: Session, embed: Embed) -> None:
    own = Embed()
    space: dict[str, Any] = {"type": "long_term", "scope": "agent", "owner": "helper"}
    session.memory.set_embedder(embed=own, model="toy", space=space)
    session.memory.store("a", "It rains.", **space)
    session.memory.search("weather", mode="vector", **space)
    assert (len(own.asked), embed.asked) == (2, [])
    assert session.memory.remove_embedder(space=space) is True
    assert session.memory.remove_embedder(space=space) is False
    assert session.memory.remove_embedder() is True
    with pytest.raises(NoEmbedder, match="long_term agent memory of 'helper' has no embedder"):
        session.memory.search("weather", mode="vector", **space)


def test_who_searches_at_the_same_time_embeds_once() -> None:
    asked: list[list[str]] = []

    async def embed(texts: list[str]) -> list[list[float]]:
        asked.append(texts)
        await asyncio.sleep(0)
        return [[1.0, 2.0] for _ in texts]

    async def main() -> None:
        async with AsyncSession() as session:
            await session.memory.set_embedder(embed=embed, model="toy")
            await session.memory.store("a", "text")
            searches = (session.memory.search(f"query {n}", mode="vector") for n in range(5))
            assert [keys(found) for found in await asyncio.gather(*searches)] == [["a"]] * 5

    asyncio.run(main())
    assert sorted(asked) == sorted([["text"], *([f"query {n}"] for n in range(5))])


def test_an_entry_that_changes_while_it_is_embedded_gets_no_old_vector() -> None:
    async def main() -> None:
        async with AsyncSession() as session:

            async def embed(texts: list[str]) -> list[list[float]]:
                if texts == ["old"]:
                    await session.memory.store("a", "new")
                return [[1.0, float(text == "new")] for text in texts]

            await session.memory.set_embedder(embed=embed, model="toy")
            await session.memory.store("a", "old")
            [match] = await session.memory.search("new", mode="vector")
            assert (match.value, match.score) == ("new", 1)

    asyncio.run(main())


def test_scripts_without_blanks_and_accents(session: Session) -> None:
    session.memory.store("x", "東京は雨です", type="long_term")
    session.memory.store("y", "Übermut in Zürich", type="long_term")
    assert keys(session.memory.search("東京", type="long_term")) == ["x"]
    assert keys(session.memory.search("ubermut ZURICH", type="long_term")) == ["y"]
    assert keys(session.memory.search('"in zürich"', type="long_term")) == ["y"]
    assert keys(session.memory.search('"zürich in"', type="long_term")) == []


@given(st.text(max_size=60))
def test_any_text_is_a_query(text: str) -> None:
    with Session() as session:
        session.memory.store("key", text)
        found = session.memory.search(text or "x")
        assert keys(found) == (["key"] if words(text) and terms(text) else [])


@given(st.text(max_size=5), st.lists(st.text(max_size=8), max_size=5))
def test_a_prefix_as_a_range_is_the_prefix(prefix: str, names: list[str]) -> None:
    end = _after(prefix)
    for name in names:
        within = name >= prefix and (not end or name < end)
        assert within == name.startswith(prefix) or (not end and prefix)
    assert Criteria(0.0, prefix).narrow == bool(prefix)
