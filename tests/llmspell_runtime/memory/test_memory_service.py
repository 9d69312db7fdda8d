"""The memory service through sessions: scopes, limits, files, search."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from llmspell import Session
from llmspell.memory.constants import Limit
from llmspell.memory.errors import Full, InvalidFile, InvalidSpace, NotFound, TooLarge
from llmspell.memory.types import Scope, Type

SPACES: list[dict[str, Any]] = [
    {},
    {"type": "long_term"},
    {"type": "persistent", "scope": "session"},
    {"scope": "global"},
    {"type": "long_term", "scope": "global"},
    {"type": "persistent", "scope": "global"},
    {"scope": "agent", "owner": "a"},
    {"scope": "agent", "owner": "b"},
    {"scope": "agent", "owner": ""[:0] + "global"},
    {"type": "long_term", "scope": "agent", "owner": "a"},
    {"type": "persistent", "scope": "agent", "owner": "a"},
    {"type": "persistent", "path": "other.db"},
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def session(home: Path) -> Iterator[Session]:
    with Session(name="tests", permissions={"fs.read": ["."], "fs.write": ["."]}) as session:
        yield session


def test_no_space_sees_another(session: Session) -> None:
    for number, space in enumerate(SPACES):
        session.memory.store("key", number, **space)
    assert [session.memory.retrieve("key", **space) for space in SPACES] == list(range(len(SPACES)))
    for number, space in enumerate(SPACES):
        assert session.memory.clear(**space) == 1
        for later in SPACES[number + 1 :]:
            assert session.memory.list_keys(**later) == ["key"]


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(key=st.text(min_size=1, max_size=20), value=_JSON, space=st.sampled_from(SPACES[:3]))
def test_any_value_comes_back(session: Session, key: str, value: Any, space: dict[str, Any]) -> None:
    session.memory.store(key, value, **space)
    assert session.memory.retrieve(key, **space) == value
    assert session.memory.delete(key, **space) is True
    assert session.memory.delete(key, **space) is False


def test_values_cannot_be_changed_from_outside(session: Session) -> None:
    value = {"list": [1]}
    session.memory.store("key", value)
    value["list"].append(2)
    session.memory.retrieve("key")["list"].append(3)
    assert session.memory.retrieve("key") == {"list": [1]}


def test_a_stored_null_is_found(session: Session) -> None:
    session.memory.store("key", None)
    assert session.memory.retrieve("key") is None
    with pytest.raises(NotFound, match="short_term session memory"):
        session.memory.retrieve("other")


@pytest.mark.parametrize(
    "space",
    [
        {"scope": "agent"},
        {"owner": "a"},
        {"scope": "global", "owner": "a"},
        {"path": "x.db"},
        {"type": "long_term", "path": "x"},
    ],
)
def test_what_names_no_memory(session: Session, space: dict[str, Any]) -> None:
    with pytest.raises(InvalidSpace):
        session.memory.store("key", 1, **space)


def test_global_memory_is_shared_with_children_and_nobody_else(session: Session) -> None:
    child = session.session.open()
    grandchild = child.session.open()
    grandchild.memory.store("key", "below", scope=Scope.GLOBAL)
    grandchild.memory.store("key", "mine")
    assert session.memory.retrieve("key", scope=Scope.GLOBAL) == "below"
    with pytest.raises(NotFound):
        session.memory.retrieve("key")
    with pytest.raises(NotFound):
        child.memory.retrieve("key")
    with Session() as stranger, pytest.raises(NotFound):
        stranger.memory.retrieve("key", scope=Scope.GLOBAL)
    child.close()
    assert session.memory.retrieve("key", scope=Scope.GLOBAL) == "below"


def test_persistent_memory_outlives_the_session(home: Path) -> None:
    grants = {"fs.read": ["."], "fs.write": ["."]}
    with Session(permissions=grants) as session:
        session.memory.store("key", 1, type=Type.PERSISTENT, scope=Scope.AGENT, owner="helper")
        session.memory.store("key", 2, type=Type.PERSISTENT, scope=Scope.GLOBAL)
    with Session(permissions=grants) as session:
        assert session.memory.retrieve("key", type=Type.PERSISTENT, scope=Scope.AGENT, owner="helper") == 1
        assert session.memory.retrieve("key", type=Type.PERSISTENT, scope=Scope.GLOBAL) == 2
    with Session(permissions={"fs.read": ["."]}) as session:
        assert session.memory.retrieve("key", type=Type.PERSISTENT, scope=Scope.GLOBAL) == 2
        with pytest.raises(BridgeError, match=r"fs\.write"):
            session.memory.store("key", 3, type=Type.PERSISTENT, scope=Scope.GLOBAL)
    with Session() as session, pytest.raises(BridgeError, match=r"fs\.read"):
        session.memory.retrieve("key", type=Type.PERSISTENT, scope=Scope.GLOBAL)


def test_two_sessions_may_share_a_file(home: Path) -> None:
    grants = {"fs.read": ["."], "fs.write": ["."]}
    space: dict[str, Any] = {"type": "persistent", "scope": "global"}
    with Session(permissions=grants) as one, Session(permissions=grants) as other:
        assert other.memory.list_keys(**space) == []
        one.memory.store("key", 1, **space)
        assert other.memory.retrieve("key", **space) == 1
        other.memory.store("key", 2, **space)
        assert one.memory.retrieve("key", **space) == 2


@pytest.mark.parametrize("path", ["../x.db", "/tmp/elsewhere.db", "link/x.db"])
def test_persistent_memory_stays_in_its_folders(home: Path, path: str) -> None:
    (home / "home").mkdir()
    (home / "home" / "link").symlink_to("..")
    with Session(permissions={"fs.read": ["home"], "fs.write": ["home"]}) as session:
        with pytest.raises(BridgeError) as caught:
            session.memory.store(
                "key", 1, type=Type.PERSISTENT, path=f"home/{path}" if path[0] != "/" else path
            )
        assert caught.value.code == "runtime.permission_denied"


def test_a_file_that_is_no_memory(session: Session, home: Path) -> None:
    (home / "x.db").write_text("hello" * 300)
    with pytest.raises(InvalidFile, match=r"x\.db"):
        session.memory.store("key", 1, type=Type.PERSISTENT, path="x.db")
    with pytest.raises(InvalidFile):
        session.memory.retrieve("key", type=Type.PERSISTENT, path="x.db")


def test_limits(session: Session) -> None:
    with pytest.raises(TooLarge, match="1048576 are allowed"):
        session.memory.store("key", "x" * 1_048_575)
    with pytest.raises(BridgeError):
        session.memory.store("k" * 257, 1)
    for number in range(1001):
        session.memory.store(f"{number:04}", number)
    stats = session.memory.get_stats()
    assert (stats.entries, stats.evicted) == (1000, 1)
    assert session.memory.list_keys(limit=1) == ["0001"]


def test_long_term_memory_refuses_when_it_is_full(session: Session) -> None:
    for number in range(64):
        session.memory.store(str(number), "x" * 1_048_570, type=Type.LONG_TERM)
    with pytest.raises(Full, match="67108864 bytes"):
        session.memory.store("one more", "x" * 1000, type=Type.LONG_TERM)


def test_dropping_an_entry_is_an_event(session: Session) -> None:
    seen: list[Any] = []
    session.event.subscribe("memory.evict", lambda event: seen.append(event.data))
    for number in range(1001):
        session.memory.store(f"{number:04}", number, scope=Scope.AGENT, owner="a")
    assert seen == [{"key": "0000", "type": "short_term", "scope": "agent", "owner": "a", "reason": "full"}]


def test_what_is_persisted_can_be_loaded_elsewhere(session: Session, home: Path) -> None:
    session.memory.store("a", {"x": [1, None]}, tags=["t"], metadata={"m": 1})
    session.memory.store("b", "Grüße", ttl_seconds=1000)
    assert session.memory.persist("memory.json") == 2
    session.memory.store("a", "old", type=Type.LONG_TERM)
    session.memory.store("c", "stays", type=Type.LONG_TERM)
    assert session.memory.load("memory.json", type=Type.LONG_TERM) == 2
    assert session.memory.list_keys(type=Type.LONG_TERM) == ["a", "b", "c"]
    assert session.memory.retrieve("a", type=Type.LONG_TERM) == {"x": [1, None]}
    found = session.memory.search("grüsse", type=Type.LONG_TERM) or session.memory.search(
        "GRÜSSE", type=Type.LONG_TERM
    )
    assert [match.key for match in found] == ["b"]
    assert session.memory.list_keys(type=Type.LONG_TERM, tags=["t"]) == ["a"]


def test_what_has_expired_is_not_loaded(session: Session, home: Path) -> None:
    session.memory.store("a", 1, ttl_seconds=1000)
    session.memory.persist("memory.json")
    document = json.loads((home / "memory.json").read_text())
    document["entries"][0]["expires_at"] = 1.0
    (home / "memory.json").write_text(json.dumps(document))
    assert session.memory.load("memory.json", scope=Scope.GLOBAL) == 0


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"version": 2}, "version 2"),
        ({"format": "x"}, "format"),
        ({"entries": {}}, "not a list"),
        ({"entries": [{"key": "a", "value": 1}, {"key": ""}]}, "entry 1"),
        ({"entries": [{"key": "a", "value": 1, "more": 1}]}, "entry 0"),
        ({"entries": [{"key": "a", "value": 1, "tags": "t"}]}, "tags"),
        ({"entries": [{"key": "a", "value": 1, "expires_at": True}]}, "expires_at"),
    ],
)
def test_a_file_of_another_kind_is_refused_whole(
    session: Session, home: Path, change: Any, reason: str
) -> None:
    document = {"format": "llmspell.memory", "version": 1, "entries": [], **change}
    (home / "memory.json").write_text(json.dumps(document))
    with pytest.raises(InvalidFile, match=reason):
        session.memory.load("memory.json")
    assert session.memory.list_keys() == []


def test_files_stay_in_their_folders(session: Session) -> None:
    calls: list[Callable[[], int]] = [
        lambda: session.memory.persist("../x.json"),
        lambda: session.memory.load("/etc/passwd"),
    ]
    for call in calls:
        with pytest.raises(BridgeError) as caught:
            call()
        assert caught.value.code == "runtime.permission_denied"


def test_search(session: Session) -> None:
    session.memory.store("notes/rain", {"text": "It rains in Bergen", "year": 2024})
    session.memory.store("notes/sun", ["Sun", {"where": "Rome"}], tags=["Bergen?"])
    session.memory.store("x", None)
    assert [(m.key, m.score) for m in session.memory.search("bergen")] == [
        ("notes/rain", 1),
        ("notes/sun", 1),
    ]
    assert [(m.key, m.score) for m in session.memory.search("rain 2024 rome")] == [
        ("notes/rain", 0.6667),
        ("notes/sun", 0.3333),
    ]
    assert [(m.key, m.score) for m in session.memory.search("ber")] == [
        ("notes/rain", 0.5),
        ("notes/sun", 0.5),
    ]
    assert session.memory.search("?!") == []
    assert len(session.memory.search("bergen", limit=1)) == 1


@pytest.mark.parametrize(
    ("text", "query", "other"),
    [
        ("हिन्दी भाषा", "हिन्दी", "हाथी"),
        ("ฉันรักอาหารไทย", "อาหาร", "สวัสดีครับ"),
        ("東京タワーは高い", "東京", "京東"),
        ("مُحَمَّد يحب القهوة", "محمد", "مدينة"),
        ("שָׁלוֹם עולם", "שלום", "שמש"),
        ("서울은 아름답다", "서울", "울산"),
        ("pizza 🍕🎉", "🎉", "🎈"),
        ("👍🏽 agreed", "👍", "👎🏽"),
        ("Ёлка и Σίσυφος", "елка σισυφος", "ёж"),
    ],
)
def test_words_of_every_script_are_found(session: Session, text: str, query: str, other: str) -> None:
    session.memory.store("wanted", text)
    session.memory.store("other", other)
    assert [match.key for match in session.memory.search(query)] == ["wanted"]


def test_tags_and_metadata_count(session: Session) -> None:
    half = "ä" * (Limit.VALUE_BYTES // 4)
    session.memory.store("key", half, metadata={"for": half[:-8]})
    assert Limit.VALUE_BYTES - 16 < session.memory.get_stats().used_bytes <= Limit.VALUE_BYTES
    for options in ({"metadata": {"for": half}}, {"tags": [half]}):
        with pytest.raises(TooLarge):
            session.memory.store("key", half, **options)
