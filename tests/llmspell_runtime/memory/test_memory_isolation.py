"""Scopes never leak: random operations in many spaces of several sessions, against one dictionary per space."""

from __future__ import annotations

import math
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from llmspell import Session
from llmspell.memory.types import MemoryMatch

GRANTS: dict[str, Any] = {"fs.read": ["."], "fs.write": ["."]}
SESSIONS = ("first", "its child", "second", "unnamed")
SPACES: list[dict[str, Any]] = [
    {"type": kind, **scope, **path}
    for kind in ("short_term", "long_term", "persistent")
    for scope in (
        {"scope": "session"},
        {"scope": "global"},
        {"scope": "agent", "owner": "a"},
        {"scope": "agent", "owner": "A"},
        {"scope": "agent", "owner": "global"},
    )
    for path in (({}, {"path": "other.db"}) if kind == "persistent" else ({},))
]
KEYS = ("a", "a/1", "b", "rain")
WORDS = ("rain", "rains", "oslo", "Übung", "雨")

SESSION_NAMES = st.sampled_from(SESSIONS)
PLACES = st.integers(0, 11)
"""Among the few spaces of one run, so that they meet."""

Space = tuple[Any, ...]
Stored = dict[str, tuple[str, tuple[str, ...]]]
"""Key -> text and tags."""


def embed(texts: list[str]) -> list[list[float]]:
    return [[1.0, *(float(text.count(letter)) for letter in "ro")] for text in texts]


def cosine(one: str, other: str) -> float:
    a, b = embed([one, other])
    return sum(x * y for x, y in zip(a, b, strict=True)) / math.hypot(*a) / math.hypot(*b)


def by_words(stored: Stored, query: str) -> dict[str, float]:
    """What a search by words must find: the documented score, computed one entry at a time."""
    wanted = list(dict.fromkeys(fold(word) for word in query.split()))
    there = {
        key: [fold(word) for word in " ".join((key.replace("/", " "), *tags, text)).split()]
        for key, (text, tags) in stored.items()
    }
    begins = {word: [any(o.startswith(word) for o in words) for words in there.values()] for word in wanted}
    weights = {word: math.log(1 + len(there) / max(sum(begins[word]), 1)) for word in wanted}
    scores = {}
    for key, words in there.items():
        points = {w: 1.0 if w in words else 0.5 if any(o.startswith(w) for o in words) else 0 for w in wanted}
        scores[key] = sum(weights[w] * points[w] for w in wanted) / (sum(weights.values()) or 1)
    return {key: score for key, score in scores.items() if score}


def fold(word: str) -> str:
    return word.casefold().replace("ü", "u")


class Machine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.home = Path.cwd()
        self.folder = TemporaryDirectory()
        os.chdir(self.folder.name)
        first = Session(name="first", permissions=GRANTS)
        self.sessions: dict[str, Session] = {
            "first": first,
            "its child": first.session.open(),
            "second": Session(name="second", permissions=GRANTS),
            "unnamed": Session(permissions=GRANTS),
        }
        for session in self.sessions.values():
            session.memory.set_embedder(embed=embed, model="letters")
        self.model: dict[Space, Stored] = {}
        self.spaces = SPACES

    @initialize(
        spaces=st.lists(st.sampled_from(SPACES), min_size=2, max_size=4),
        texts=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), min_size=4, max_size=4),
    )
    def fill(self, spaces: list[dict[str, Any]], texts: list[list[str]]) -> None:
        """Every space begins with an entry of the same key, and another text in each session."""
        self.spaces = spaces
        for place in range(len(spaces)):
            for who, words in zip(SESSIONS, texts, strict=True):
                self.store(who, place, KEYS[place], words, [])

    def teardown(self) -> None:
        for name in ("second", "unnamed", "first"):
            self.sessions[name].close()
        os.chdir(self.home)
        self.folder.cleanup()

    def stored(self, who: str, space: dict[str, Any]) -> Stored:
        """The dictionary of a space: which one says who shares it."""
        kind, scope, owner = space["type"], space["scope"], space.get("owner")
        if kind == "persistent":
            name: Space = (kind, space.get("path"), scope, owner, who if scope == "session" else None)
        elif scope == "global":
            name = (kind, scope, "first" if who == "its child" else who)
        else:
            name = (kind, scope, owner, who)
        return self.model.setdefault(name, {})

    def has(self, who: str, space: dict[str, Any]) -> bool:
        """Whether there is such a space: a persistent session's needs a name."""
        nameless = who in ("unnamed", "its child")
        return not (nameless and space["type"] == "persistent" and space["scope"] == "session")

    @rule(
        who=SESSION_NAMES,
        place=PLACES,
        key=st.sampled_from(KEYS),
        words=st.lists(st.sampled_from(WORDS), max_size=3),
        tags=st.lists(st.sampled_from(("t", "rain")), max_size=2, unique=True),
    )
    def store(self, who: str, place: int, key: str, words: list[str], tags: list[str]) -> None:
        space = self.spaces[place % len(self.spaces)]
        if self.has(who, space):
            self.sessions[who].memory.store(key, {"text": " ".join(words)}, tags=tags, **space)
            self.stored(who, space)[key] = (" ".join(words), tuple(tags))

    @rule(who=SESSION_NAMES, place=PLACES, key=st.sampled_from(KEYS))
    def delete(self, who: str, place: int, key: str) -> None:
        space = self.spaces[place % len(self.spaces)]
        if self.has(who, space):
            found = self.stored(who, space).pop(key, None) is not None
            assert self.sessions[who].memory.delete(key, **space) is found

    @rule(who=SESSION_NAMES, place=PLACES)
    def clear(self, who: str, place: int) -> None:
        space = self.spaces[place % len(self.spaces)]
        if self.has(who, space):
            stored = self.stored(who, space)
            assert self.sessions[who].memory.clear(**space) == len(stored)
            stored.clear()

    @rule(who=SESSION_NAMES, place=PLACES, prefix=st.sampled_from(("", "a", "a/")))
    def list_keys(self, who: str, place: int, prefix: str) -> None:
        space = self.spaces[place % len(self.spaces)]
        if self.has(who, space):
            stored = self.stored(who, space)
            memory = self.sessions[who].memory
            keys = sorted(key for key in stored if key.startswith(prefix))
            assert memory.list_keys(prefix=prefix, **space) == keys
            tagged = [key for key in keys if "rain" in stored[key][1]]
            assert memory.list_keys(prefix=prefix, tags=["rain"], **space) == tagged
            assert memory.get_stats(**space).entries == len(stored)
            for key in KEYS:
                assert key not in keys or memory.retrieve(key, **space) == {"text": stored[key][0]}

    @rule(
        who=SESSION_NAMES,
        place=PLACES,
        query=st.lists(st.sampled_from((*WORDS, "ra", "a", "missing")), min_size=1, max_size=3),
    )
    def search_words(self, who: str, place: int, query: list[str]) -> None:
        space = self.spaces[place % len(self.spaces)]
        if self.has(who, space):
            text = " ".join(query)
            found = self.sessions[who].memory.search(text, limit=1000, **space)
            self.same(found, by_words(self.stored(who, space), text))

    @rule(who=SESSION_NAMES, place=PLACES, query=st.sampled_from(WORDS))
    def search_vectors(self, who: str, place: int, query: str) -> None:
        space = self.spaces[place % len(self.spaces)]
        if self.has(who, space):
            stored = self.stored(who, space)
            memory = self.sessions[who].memory
            found = memory.search(query, mode="vector", limit=1000, **space)
            self.same(found, {key: cosine(text or key, query) for key, (text, _) in stored.items()})
            tagged = memory.search(query, mode="vector", tags=["t"], prefix="a", **space)
            allowed = {key for key, (_, tags) in stored.items() if "t" in tags and key.startswith("a")}
            assert {match.key for match in tagged} == allowed
            assert memory.get_stats(**space).vectors == len(stored)

    @rule(who=SESSION_NAMES, place=PLACES, query=st.sampled_from(WORDS))
    def search_both(self, who: str, place: int, query: str) -> None:
        space = self.spaces[place % len(self.spaces)]
        if self.has(who, space):
            found = self.sessions[who].memory.search(query, mode="hybrid", limit=1000, **space)
            assert {match.key for match in found} == set(self.stored(who, space))
            assert all(0 < match.score <= 1 for match in found)

    def same(self, found: list[MemoryMatch], expected: dict[str, float]) -> None:
        assert {match.key for match in found} == set(expected)
        assert all(abs(match.score - expected[match.key]) < 2e-4 for match in found)
        assert found == sorted(found, key=lambda match: (-match.score, match.key))


TestIsolation = Machine.TestCase
TestIsolation.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
