"""SQLite files of ours, with both bindings: marks, versions, transactions, other writers."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from llmspell_runtime.storage import bindings
from llmspell_runtime.storage.sqlite import Database, DatabaseFailed, Format, NeedsExtra, NotOurs

SCHEMA = ("CREATE TABLE note (text TEXT NOT NULL, length INTEGER)",)
FIRST = Format(0x6C6C7401, 1, ("CREATE TABLE note (text TEXT NOT NULL)",))


def measure(database: Database) -> None:
    database.run("ALTER TABLE note ADD COLUMN length INTEGER")
    database.run("UPDATE note SET length = length(text)")


SECOND = Format(0x6C6C7401, 2, SCHEMA, {1: measure})


@pytest.fixture(params=["apsw", "standard"], autouse=True)
def binding(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both bindings do the same; no test is for one alone."""
    monkeypatch.setattr(bindings, "has_apsw", lambda: request.param == "apsw")
    return str(request.param)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database(path, SECOND, writable=True)
    yield database
    database.close()


def notes(database: Database) -> list[str]:
    return [text for (text,) in database.run("SELECT text FROM note ORDER BY text")]


def test_what_is_written_is_read_by_others(database: Database, path: Path) -> None:
    reader = Database(path, SECOND, writable=False)
    assert notes(reader) == []
    database.run_many("INSERT INTO note (text) VALUES (?)", [("a",), ("b",)])
    assert notes(reader) == ["a", "b"]
    with pytest.raises(DatabaseFailed, match="readonly"):
        reader.run("DELETE FROM note")
    reader.close()


def test_a_database_in_memory_is_its_own() -> None:
    one, other = (Database(None, SECOND, writable=True) for _ in range(2))
    one.run("INSERT INTO note (text) VALUES ('a')")
    assert (notes(one), notes(other)) == (["a"], [])
    one.close()
    other.close()


def test_reading_makes_no_file(path: Path) -> None:
    database = Database(path, SECOND, writable=False)
    assert not database.is_open and database.run("SELECT 1") == []
    assert not path.exists()


def test_a_transaction_happens_whole_or_not_at_all(database: Database) -> None:
    with pytest.raises(ValueError), database.transaction():
        database.run("INSERT INTO note (text) VALUES ('a')")
        with database.transaction():
            database.run("INSERT INTO note (text) VALUES ('b')")
        raise ValueError
    assert notes(database) == []
    with database.transaction():
        database.run("INSERT INTO note (text) VALUES ('a')")
    assert notes(database) == ["a"]


def test_a_snapshot_does_not_see_what_others_write(database: Database, path: Path) -> None:
    reader = Database(path, SECOND, writable=False)
    with reader.snapshot():
        assert notes(reader) == []
        database.run("INSERT INTO note (text) VALUES ('a')")
        assert notes(reader) == []
    assert notes(reader) == ["a"]
    reader.close()


def test_an_old_file_is_renewed_when_it_may_be_written(path: Path) -> None:
    old = Database(path, FIRST, writable=True)
    old.run("INSERT INTO note (text) VALUES ('four')")
    old.close()
    with pytest.raises(NotOurs, match=r"version 1, and becomes version 2 when .*fs\.write"):
        Database(path, SECOND, writable=False)
    new = Database(path, SECOND, writable=True)
    assert new.run("SELECT text, length FROM note") == [("four", 4)]
    new.close()
    with pytest.raises(NotOurs, match="version 2; version 1 is known here"):
        Database(path, FIRST, writable=True)


def test_a_renewal_that_fails_changes_nothing(path: Path) -> None:
    old = Database(path, FIRST, writable=True)
    old.run("INSERT INTO note (text) VALUES ('four')")
    old.close()

    def fail(database: Database) -> None:
        measure(database)
        database.run("SELECT * FROM nothing")

    with pytest.raises(DatabaseFailed, match="nothing"):
        Database(path, Format(FIRST.application_id, 2, SCHEMA, {1: fail}), writable=True)
    again = Database(path, FIRST, writable=True)
    assert again.run("SELECT * FROM note") == [("four",)]
    again.close()


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough" * 40, b"SQLite format 3\0" + b"\0" * 100]
)
def test_a_file_that_is_no_database(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for writable in (True, False):
        with pytest.raises(NotOurs):
            Database(path, SECOND, writable=writable)
    assert path.read_bytes() == content


def test_a_database_of_another_program(path: Path) -> None:
    other = Database(path, Format(7, 1, ("CREATE TABLE other (x)",)), writable=True)
    other.close()
    before = path.read_bytes()
    for writable in (True, False):
        with pytest.raises(NotOurs, match="another program"):
            Database(path, SECOND, writable=writable)
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DatabaseFailed, match="unable to open"):
        Database(tmp_path / "missing" / "x.db", SECOND, writable=True)


def test_another_writer_is_waited_for(
    database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bindings, "BUSY_SECONDS", 0.05)
    other = Database(path, SECOND, writable=True)
    with database.transaction():
        database.run("INSERT INTO note (text) VALUES ('a')")
        with pytest.raises(DatabaseFailed, match="writing to it for more than"):
            other.run("INSERT INTO note (text) VALUES ('b')")
        assert notes(other) == []
    other.run("INSERT INTO note (text) VALUES ('b')")
    assert notes(database) == ["a", "b"]
    other.close()


def test_threads_take_turns(database: Database) -> None:
    def write(name: str) -> None:
        for number in range(20):
            with database.transaction():
                [(count,)] = database.run("SELECT count(*) FROM note")
                database.run("INSERT INTO note VALUES (?, ?)", (f"{name}{number}", count))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert database.run("SELECT length FROM note ORDER BY length") == [(number,) for number in range(80)]


def test_processes_may_make_the_file_together(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from llmspell_runtime.storage import bindings\n"
        "from llmspell_runtime.storage.sqlite import Database, Format\n"
        "bindings.BUSY_SECONDS = 60\n"
        f"format = Format({FIRST.application_id}, 1, {FIRST.schema!r})\n"
        "sys.stdin.read()\n"
        "database = Database(Path(sys.argv[1]), format, writable=True)\n"
        "database.run('INSERT INTO note VALUES (?)', (sys.argv[2],))\n"
    )
    command = [sys.executable, "-c", program, str(path)]
    children = [subprocess.Popen([*command, str(number)], stdin=subprocess.PIPE) for number in range(4)]
    for child in children:
        assert child.stdin is not None
        child.stdin.close()
    assert [child.wait(60) for child in children] == [0, 0, 0, 0]
    database = Database(path, FIRST, writable=False)
    assert notes(database) == ["0", "1", "2", "3"]
    database.close()


def test_vectors_need_the_extra(database: Database, binding: str) -> None:
    if binding == "apsw":
        database.load_vectors()
        assert database.run("SELECT vec_length('[1, 2, 3]')") == [(3,)]
    else:
        with pytest.raises(NeedsExtra, match=r"pip install 'llmspell\[memory\]'"):
            database.load_vectors()
