"""Persistent memory survives its writer's death at any moment: what was acknowledged is there, and no half of anything."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from crash_writer import GRANTS, SPACES, operation
from llmspell import Session
from llmspell_runtime.memory.format import FORMAT
from llmspell_runtime.storage.sqlite import Database

DEATHS = 30


class Model:
    """What the file holds after so many operations."""

    def __init__(self) -> None:
        self.entries: list[dict[str, str]] = [{}, {}]
        self.said: list[str] = []

    def copy(self) -> Model:
        made = Model()
        made.entries, made.said = [dict(entries) for entries in self.entries], list(self.said)
        return made

    def do(self, number: int) -> None:
        kind, place, key, text = operation(number)
        if kind == "store":
            self.entries[place][key] = text
        elif kind == "delete":
            self.entries[place].pop(key, None)
        elif kind == "clear":
            self.entries[place].clear()
        elif kind == "say":
            self.said += [text, text]


@pytest.fixture
def kill_a_writer(tmp_path: Path) -> Iterator[Callable[[int, int], list[int]]]:
    """Begins a writer at an operation, and kills it after so many acknowledgements; gives the acknowledged ones."""
    program = Path(__file__).with_name("crash_writer.py")
    nursery = subprocess.Popen(
        [sys.executable, str(program)], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert nursery.stdin is not None and nursery.stdout is not None
    stdin, stdout = nursery.stdin, nursery.stdout
    pipe = tmp_path / "acknowledged"
    os.mkfifo(pipe)

    def kill(start: int, after: int) -> list[int]:
        print(start, pipe, file=stdin, flush=True)
        child = int(stdout.readline())
        with pipe.open() as acknowledged:
            found = [int(acknowledged.readline()) for _ in range(after)]
            os.kill(child, signal.SIGKILL)
            found += [int(line) for line in acknowledged]
        assert stdout.readline() == "dead\n"
        return found

    yield kill
    stdin.close()
    stdout.close()
    nursery.wait(60)


def check_indexes(path: Path) -> None:
    """Every index holds what the entries say, and nothing else."""
    database = Database(path, FORMAT, writable=True)
    database.load_vectors()
    assert database.run("PRAGMA integrity_check") == [("ok",)]
    assert database.run("PRAGMA foreign_key_check") == []
    database.run("INSERT INTO word (word) VALUES ('integrity-check')")
    assert database.run("SELECT id FROM entry ORDER BY id") == database.run(
        "SELECT rowid FROM word ORDER BY 1"
    )
    embedded = database.run("SELECT id FROM entry WHERE embedded ORDER BY id")
    if database.run("SELECT 1 FROM sqlite_master WHERE name = 'vector_2'"):
        assert database.run("SELECT entry FROM vector_2 ORDER BY entry") == embedded
    counted = "SELECT id, entries, bytes FROM space WHERE entries > 0"
    real = "SELECT space, count(*), sum(size) FROM entry GROUP BY space"
    assert database.run(counted) == database.run(real)
    database.close()


def held(session: Session) -> tuple[list[dict[str, str]], list[str]]:
    memory = session.memory
    entries = []
    for place in SPACES:
        space: dict[str, Any] = {"type": "persistent", **place}
        keys = memory.list_keys(**space)
        entries.append({key: memory.retrieve(key, **space)["text"] for key in keys})
        for key, text in entries[-1].items():
            word = text.split()[-1]
            assert [match.key for match in memory.search(f'"{word}"', prefix=key, **space)] == [key]
            assert memory.list_keys(tags=[text[:4]], prefix=key, **space) == [key]
    chat = memory.create_conversation(max_tokens=10_000_000, name="chat")
    return entries, [message.content for message in chat.get_messages()]


def test_what_was_acknowledged_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kill_a_writer: Callable[[int, int], list[int]]
) -> None:
    monkeypatch.chdir(tmp_path)
    chance = random.Random()
    model, start = Model(), 0
    for _ in range(DEATHS):
        done = kill_a_writer(start, chance.randrange(12))
        assert done == list(range(start, start + len(done)))
        for number in done:
            model.do(number)
        start += len(done)
        further = model.copy()
        further.do(start)  # written, and killed before it could say so
        with Session(permissions=GRANTS) as session:
            found = held(session)
        if found != (model.entries, model.said):
            assert found == (further.entries, further.said)
            model, start = further, start + 1
        check_indexes(tmp_path / "llmspell-memory.db")
    assert start > DEATHS
