"""Memory files: those of version 1 become those of today, and what is not known is refused; with and without the extra."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError, Unsupported
from llmspell import Session
from llmspell.memory.errors import FileFailed, InvalidFile, InvalidSpace, NotFound
from llmspell_runtime.memory.format import FORMAT
from llmspell_runtime.storage import bindings
from llmspell_runtime.storage.sqlite import Database, DatabaseFailed, Format

GRANTS: dict[str, Any] = {"fs.read": ["."], "fs.write": ["."]}
VERSION_1 = (
    """CREATE TABLE entry (
    scope TEXT NOT NULL, owner TEXT NOT NULL, key TEXT NOT NULL,
    value TEXT NOT NULL, tags TEXT NOT NULL, metadata TEXT NOT NULL,
    size INTEGER NOT NULL, expires_at REAL,
    PRIMARY KEY (scope, owner, key)
) WITHOUT ROWID""",
    f"PRAGMA application_id = {FORMAT.application_id}",
    "PRAGMA user_version = 1",
)
OLD = [
    ("global", "", "city", '"Oslo, where it rains"', '["north"]', '{"visits":2}', 22, None),
    ("session", "", "unnamed", '"kept by a session without a name"', "[]", "{}", 34, None),
    ("session", "", "city", '"kept beside"', "[]", "{}", 13, None),
    ("session", "named", "mine", "[1,null]", "[]", "{}", 8, 1.0),
    ("agent", "helper", "mine", '"of the helper"', "[]", "{}", 15, None),
]


@pytest.fixture(params=["apsw", "standard"], autouse=True)
def binding(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(bindings, "has_apsw", lambda: request.param == "apsw")
    return str(request.param)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def session(home: Path) -> Iterator[Session]:
    with Session(permissions=GRANTS) as session:
        yield session


@pytest.fixture
def old(home: Path) -> Path:
    """A file as version 1 of the format made it."""
    path = home / "llmspell-memory.db"
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in VERSION_1:
        connection.execute(statement)
    connection.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)", OLD)
    connection.close()
    return path


def test_an_old_file_is_brought_to_today(session: Session, old: Path) -> None:
    memory = session.memory
    assert memory.retrieve("city", type="persistent") == "Oslo, where it rains"
    assert memory.retrieve("unnamed", type="persistent") == "kept by a session without a name"
    assert memory.retrieve("mine", type="persistent", scope="agent", owner="helper") == "of the helper"
    assert memory.list_keys(type="persistent") == ["city", "unnamed"]
    [match] = memory.search("rains", type="persistent", tags=["north"])
    assert (match.key, match.score, match.metadata) == ("city", 1, {"visits": 2})
    stats = memory.get_stats(type="persistent")
    assert (stats.entries, stats.used_bytes) == (2, 56 + len('north{"visits":2}'))
    with Session(name="named", permissions=GRANTS) as named, pytest.raises(NotFound):
        named.memory.retrieve("mine", type="persistent", scope="session")  # its time was over


def test_words_of_a_file_that_cut_them_otherwise_are_found(session: Session, home: Path) -> None:
    path = home / "llmspell-memory.db"
    session.memory.store("thai", "ฉันรักอาหารไทย", type="persistent")
    session.memory.store("rome", "la dolce vita", type="persistent")
    session.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE word SET text = '1.thai 1.ฉ 1.นร' WHERE rowid = 1")  # as version 2 had it
    connection.execute("PRAGMA user_version = 2")
    connection.commit()
    connection.close()
    with Session(permissions=GRANTS) as later:
        assert [match.key for match in later.memory.search("อาหาร", type="persistent")] == ["thai"]
        assert [match.key for match in later.memory.search("vita", type="persistent")] == ["rome"]


def test_who_may_only_read_is_told_of_an_old_file(old: Path) -> None:
    before = old.read_bytes()
    with Session(permissions={"fs.read": ["."]}) as reader, pytest.raises(InvalidFile, match=r"fs\.write"):
        reader.memory.retrieve("city", type="persistent")
    assert old.read_bytes() == before


def test_an_old_file_that_cannot_be_renewed_stays_as_it_was(
    session: Session, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(database: Database) -> None:
        FORMAT.migrations[1](database)
        database.run("INSERT INTO nothing VALUES (1)")

    broken = Format(FORMAT.application_id, FORMAT.version, FORMAT.schema, {1: fail})
    with pytest.raises(DatabaseFailed):
        Database(old, broken, writable=True)
    assert session.memory.retrieve("city", type="persistent") == "Oslo, where it rains"


@pytest.mark.parametrize("delete", ["delete", "clear", "replace"])
def test_what_is_deleted_is_not_in_the_file(session: Session, home: Path, delete: str) -> None:
    memory = session.memory
    for number in range(20):
        memory.store(f"key{number}", f"something else {number}", type="persistent", scope="agent", owner="a")
    memory.store("key", "hunter2", type="persistent", tags=["tag4hunter"], metadata={"for": "meta4hunter"})
    conversation = memory.create_conversation(max_tokens=100, name="talk")
    memory.add_messages(conversation, [{"role": "user", "content": "I said hunter2."}])
    if delete == "replace":
        memory.store("key", "nothing", type="persistent")
    elif delete == "clear":
        memory.clear(type="persistent")
    else:
        memory.delete("key", type="persistent")
    memory.delete_conversation("talk")
    session.close()
    assert [path.name for path in home.iterdir()] == ["llmspell-memory.db"]
    assert b"hunter" not in (home / "llmspell-memory.db").read_bytes()
    assert b"something else 7" in (home / "llmspell-memory.db").read_bytes()


def test_a_file_of_the_future_is_refused(session: Session, home: Path) -> None:
    session.memory.store("key", 1, type="persistent", path="x.db")
    connection = sqlite3.connect(home / "x.db")
    connection.execute(f"PRAGMA user_version = {FORMAT.version + 1}")
    connection.close()
    with (
        Session(permissions=GRANTS) as other,
        pytest.raises(InvalidFile, match=f"version {FORMAT.version + 1}; version {FORMAT.version} is known"),
    ):
        other.memory.retrieve("key", type="persistent", path="x.db")


def test_a_session_without_a_name_has_no_persistent_memory_of_its_own(session: Session) -> None:
    for call in (session.memory.list_keys, session.memory.clear, session.memory.list_conversations):
        with pytest.raises(InvalidSpace, match="open the session with a name"):
            call(type="persistent", scope="session")
    child = session.session.open()
    with pytest.raises(InvalidSpace):
        child.memory.store("key", 1, type="persistent", scope="session")
    with session.session.open(name="named") as named:
        named.memory.store("key", 1, type="persistent", scope="session")
    with Session(name="named", permissions=GRANTS) as again:
        assert again.memory.retrieve("key", type="persistent", scope="session") == 1


def test_files_are_the_same_for_both_bindings(
    session: Session, home: Path, binding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.memory.store("city", "Oslo", type="persistent")
    session.close()
    monkeypatch.setattr(bindings, "has_apsw", lambda: binding != "apsw")
    with Session(permissions=GRANTS) as other:
        assert [match.key for match in other.memory.search("oslo", type="persistent")] == ["city"]
        other.memory.store("city", "Rome", type="persistent")
        assert other.memory.search("oslo", type="persistent") == []


def test_vectors_need_the_extra(session: Session, binding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    session.memory.set_embedder(embed=lambda texts: [[1.0] for _ in texts], model="toy")
    session.memory.store("city", "Oslo", type="persistent")
    if binding == "standard":
        with pytest.raises(Unsupported, match=r"pip install 'llmspell\[memory\]'"):
            session.memory.search("oslo", mode="vector", type="persistent")
        return
    assert session.memory.index(type="persistent").vectors == 1
    session.close()
    monkeypatch.setattr(bindings, "has_apsw", lambda: False)
    with Session(
        permissions=GRANTS
    ) as other:  # where the extra is missing, what needs it is refused, and no more
        assert other.memory.retrieve("city", type="persistent") == "Oslo"
        other.memory.store("town", "Bergen", type="persistent")
        with pytest.raises(Unsupported, match=r"pip install 'llmspell\[memory\]'"):
            other.memory.store("city", "Rome", type="persistent")
        assert other.memory.retrieve("city", type="persistent") == "Oslo"


def test_a_reader_makes_no_vectors(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bindings, "has_apsw", lambda: True)
    session.memory.set_embedder(embed=lambda texts: [[1.0, len(text)] for text in texts], model="toy")
    session.memory.store("a", "one", type="persistent")
    session.memory.index(type="persistent")
    session.memory.store("b", "two", type="persistent")
    with Session(permissions={"fs.read": ["."]}) as reader:
        reader.memory.set_embedder(embed=lambda texts: [[1.0, len(text)] for text in texts], model="toy")
        assert [m.key for m in reader.memory.search("one", mode="vector", type="persistent")] == ["a"]
        with pytest.raises(BridgeError, match=r"fs\.write"):
            reader.memory.index(type="persistent")


def test_a_damaged_file_is_said_to_be_one(session: Session, home: Path) -> None:
    session.memory.store("key", "x" * 100_000, type="persistent", path="x.db")
    session.close()
    data = bytearray((home / "x.db").read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    (home / "x.db").write_bytes(data)
    with Session(permissions=GRANTS) as other:
        with pytest.raises((InvalidFile, FileFailed)):
            other.memory.retrieve("key", type="persistent", path="x.db")
        with pytest.raises((InvalidFile, FileFailed)):
            other.memory.store("key", 1, type="persistent", path="x.db")
