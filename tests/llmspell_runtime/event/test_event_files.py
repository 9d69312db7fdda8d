"""Recordings in SQLite files: what survives, what is kept, how it is found, and what happens when the disk says no."""

from __future__ import annotations

import contextlib
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
from event_clock import HandClock
from hypothesis import given, settings
from hypothesis import strategies as st
from llmspell import AsyncSession, BridgeError, Session
from llmspell.event.constants import Limit
from llmspell.event.errors import FileFailed, InvalidFile
from llmspell.event.types import Event, EventCriteria, Priority, RecordingInfo, Type
from llmspell_runtime.event.criteria import Query, criterion_of
from llmspell_runtime.event.log import FORMAT, PAGE, EventLog
from llmspell_runtime.event.occurrence import Occurrence
from llmspell_runtime.event.service import Events
from llmspell_runtime.event.writer import Tally, Writer
from llmspell_runtime.storage.sqlite import Database, DatabaseFailed

GRANTS = {"fs.read": ["."], "fs.write": ["."]}
FILE = "events.db"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def opened(clock: HandClock | None = None, **permissions: Any) -> Session:
    clock = clock or HandClock()
    services = {"event": lambda core: Events(core, clock.clock())}
    return Session(permissions=permissions or GRANTS, services=services)


@pytest.fixture
def session() -> Iterator[Session]:
    with opened() as session:
        yield session


def info_of(session: Session) -> RecordingInfo:
    return session.event.list_recordings()[1]


# --- what survives


def test_a_later_session_finds_filters_and_clears_what_an_earlier_one_recorded() -> None:
    with opened() as session:
        session.event.record(path=FILE)
        session.event.emit("user.came", {"name": "Ada", "n": 1.5}, source="door", correlation_id="c")
        session.event.emit("user.left", {"name": "Ada"}, priority=Priority.LOW)
        before = session.event.filter(path=FILE)
        assert before[0].id == "event_1" and before[0].category == Type.USER
    with opened() as session:
        assert session.event.filter(path=FILE) == before
        assert session.event.filter(pattern="user.came", source="door", path=FILE) == before[:1]
        assert session.event.filter() == []
        assert session.event.clear(correlation_id="c", path=FILE) == 1
        session.event.record(path=FILE)
        session.event.emit("user.came", {})
        assert [event.type for event in session.event.filter(path=FILE)] == ["user.left", "user.came"]
    with opened() as session:
        assert session.event.clear(path=FILE) == 2
        assert session.event.filter(path=FILE) == []


def test_what_was_flushed_survives_a_killed_process(folder: Path) -> None:
    program = """
import os, signal
from llmspell import Session
session = Session(permissions={"fs.write": ["."]})
session.event.record(path="events.db")
for number in range(2500):
    session.event.emit("item", {"n": number})
session.event.flush("events.db")
os.kill(os.getpid(), signal.SIGKILL)
"""
    ended = subprocess.run([sys.executable, "-c", program], cwd=folder, timeout=300)
    assert ended.returncode == -signal.SIGKILL
    with opened() as session:
        assert [event.data["n"] for event in session.event.filter(path=FILE)] == list(range(2500))


def test_memory_and_files_are_recorded_to_independently(session: Session) -> None:
    session.event.record(criteria=EventCriteria(pattern="a"))
    session.event.record(path="one.db", criteria=EventCriteria(pattern="b"))
    session.event.record(path="two.db")
    for type in "abc":
        session.event.emit(type, {})
    session.event.record(False, path="one.db")
    session.event.emit("b", {})
    assert [event.type for event in session.event.filter()] == ["a"]
    assert [event.type for event in session.event.filter(path="one.db")] == ["b"]
    assert [event.type for event in session.event.filter(path="two.db")] == ["a", "b", "c", "b"]
    assert [(info.path, info.recording, info.events) for info in session.event.list_recordings()] == [
        (None, True, 1),
        ("one.db", False, 1),
        ("two.db", True, 4),
    ]


def test_recording_goes_on_after_it_was_stopped(session: Session) -> None:
    session.event.record(path=FILE)
    session.event.emit("a", {})
    assert session.event.record(False, path=FILE).recording is False
    session.event.emit("b", {})
    session.event.record(path=FILE)
    session.event.emit("c", {})
    assert [event.type for event in session.event.filter(path=FILE)] == ["a", "c"]


def test_two_sessions_record_to_one_file() -> None:
    with opened() as one, opened() as two:
        for session in (one, two):
            session.event.record(path=FILE, max_events=30)
        for number in range(40):
            (one, two)[number % 2].event.emit("item", {"n": number})
        one.event.flush()
        two.event.flush()
        found = [event.data["n"] for event in one.event.filter(path=FILE)]
        assert len(found) == 30
        assert info_of(one).events == info_of(two).events == 30
        assert info_of(one).dropped + info_of(two).dropped == 10
        for parity in (0, 1):  # each in its own order, and the newest of it
            own = [number for number in found if number % 2 == parity]
            assert own == sorted(own)


@pytest.mark.anyio
async def test_in_an_asynchronous_session() -> None:
    async with AsyncSession(permissions=GRANTS) as session:
        await session.event.record(path=FILE)
        for number in range(10):
            await session.event.emit("item", {"n": number})
        found = await session.event.filter(data={"n": 7}, path=FILE)
        assert [event.data for event in found] == [{"n": 7}]


# --- what is kept


def test_only_the_newest_are_kept_in_the_file_too() -> None:
    with opened() as session:
        session.event.record(path=FILE, max_events=10)
        for number in range(25):
            session.event.emit("item", {"n": number})
        assert [event.data["n"] for event in session.event.filter(path=FILE)] == list(range(15, 25))
        info = info_of(session)
        assert (info.events, info.dropped, info.lost) == (10, 15, 0)
    with opened() as session:
        info = session.event.record(path=FILE, max_events=4)
        assert (info.events, info.dropped) == (4, 6)
        session.event.emit("item", {"n": 25})
        assert [event.data["n"] for event in session.event.filter(path=FILE)] == [22, 23, 24, 25]


def test_the_newest_of_many_pages(session: Session) -> None:
    session.event.record(path=FILE)
    for number in range(PAGE * 2 + 10):
        session.event.emit("item", {"n": number, "odd": number % 2 == 1})
    found = session.event.filter(data={"odd": True}, limit=PAGE, path=FILE)
    assert [event.data["n"] for event in found] == list(range(11, PAGE * 2 + 10, 2))
    assert len(session.event.filter(data={"odd": True}, path=FILE)) == PAGE + 5
    assert session.event.clear(data={"odd": False}, path=FILE) == PAGE + 5


# --- how it is found


@pytest.mark.parametrize(
    ("criteria", "index"),
    [
        (EventCriteria(pattern="tool.start"), "event_by_type (type=?)"),
        (EventCriteria(pattern="tool.*"), "event_by_type (type>? AND type<?)"),
        (EventCriteria(pattern="tool.**", data={"n": 1}), "event_by_type (type>? AND type<?)"),
        (EventCriteria(correlation_id="c"), "event_by_correlation (correlation_id=?)"),
        (EventCriteria(since=datetime.now(UTC)), "event_by_time (time>?)"),
        (EventCriteria(until=datetime.now(UTC), category=Type.TOOL), "event_by_time (time<?)"),
        (
            EventCriteria(since=datetime.now(UTC), correlation_id="c"),
            "event_by_correlation (correlation_id=?)",
        ),
    ],
)
def test_indices_are_used(folder: Path, criteria: EventCriteria, index: str) -> None:
    log = EventLog(folder / FILE, writable=True)
    try:
        plan = log.plan(Query(criteria)).replace("COVERING ", "")
        assert f"SEARCH event USING INDEX {index}" in plan
        assert ("TEMP B-TREE" in plan) == (">" in index or "<" in index)  # only a range has to be sorted
    finally:
        log.close()


words = st.sampled_from(["a", "b", "a-b", "a_b", "ab"])
types = st.lists(words, min_size=1, max_size=3).map(".".join)
patterns = st.lists(words | st.sampled_from(["*", "**"]), min_size=1, max_size=3).map(".".join)
moments = st.integers(-3, 3).map(
    lambda n: datetime.fromisoformat("2026-01-01T00:00:00Z") + timedelta(microseconds=n)
)
texts = st.sampled_from(["x", "y"])
ranks = st.integers(0, 3)
events = st.builds(
    Occurrence,
    id=texts,
    type=types,
    category=st.sampled_from(Type),
    json=st.sampled_from([b'{"n":1}', b'{"n":true}', b"{}"]),
    timestamp=moments,
    rank=ranks,
    source=st.none() | texts,
    correlation_id=texts,
)
criteria = st.builds(
    EventCriteria,
    pattern=st.none() | patterns,
    category=st.none() | st.sampled_from(Type),
    source=st.none() | texts,
    correlation_id=st.none() | texts,
    min_priority=st.none() | st.sampled_from(Priority),
    data=st.none() | st.just({"n": 1}),
    since=st.none() | moments,
    until=st.none() | moments,
    expression=st.none()
    | st.sampled_from(["data.n == 1", "has(data.n)", "type.startsWith('a.')", "priority == 'high'"]),
)


@settings(deadline=None)
@given(st.lists(events, max_size=8), criteria)
def test_a_file_finds_what_the_criteria_say(recorded: list[Occurrence], criteria: EventCriteria) -> None:
    log = EventLog(None, writable=True)
    try:
        log.append(recorded, 100)
        query, test = Query(criteria), criterion_of(criteria)
        expected = [event for event in recorded if test is None or test(event)]
        loaded = [event for _, event in log.load(log.positions(query))]
        assert [event for event in loaded if query.test is None or query.test(event)] == expected
        if query.is_exact:
            assert loaded == expected
            assert [event for _, event in log.load(log.positions(query, limit=2))] == expected[-2:]
    finally:
        log.close()


# --- what is refused


@pytest.mark.parametrize(
    "call",
    [
        lambda event: event.record(path="../events.db"),
        lambda event: event.record(False, path="../events.db"),
        lambda event: event.filter(path="../events.db"),
        lambda event: event.clear(path="../events.db"),
        lambda event: event.replay(path="../events.db"),
        lambda event: event.flush("../events.db"),
    ],
)
def test_files_only_within_the_permissions(session: Session, call: Any) -> None:
    with pytest.raises(BridgeError, match=r"is not among what was granted") as raised:
        call(session.event)
    assert raised.value.code == "runtime.permission_denied"
    with opened(llm=True) as poor, pytest.raises(BridgeError, match="permission"):
        call(poor.event)


def test_a_link_out_of_the_folder_is_not_followed(
    session: Session, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / FILE
    Path(FILE).symlink_to(outside)
    with pytest.raises(BridgeError, match="granted"):
        session.event.record(path=FILE)
    assert not outside.exists()


def test_reading_needs_no_right_to_write() -> None:
    with opened() as session:
        session.event.record(path=FILE)
        session.event.emit("a", {})
    with opened(**{"fs.read": ["."]}) as session:
        assert len(session.event.filter(path=FILE)) == 1
        assert session.event.replay(callback=lambda event: None, path=FILE) == 1
        for change in (lambda: session.event.clear(path=FILE), lambda: session.event.record(path=FILE)):
            with pytest.raises(BridgeError, match=r"fs\.write"):
                change()


def test_looking_leaves_nothing_beside_the_file(folder: Path) -> None:
    with opened() as session:
        session.event.record(path=FILE)
        session.event.emit("a", {})
    with opened(**{"fs.read": ["."]}) as session:
        assert len(session.event.filter(path=FILE)) == 1
    assert [file.name for file in folder.iterdir()] == [FILE]


def test_a_file_that_is_deleted_or_replaced_is_begun_anew(session: Session, folder: Path) -> None:
    session.event.record(path=FILE)
    session.event.emit("before", {})
    session.event.flush()
    for file in folder.iterdir():
        file.unlink()
    session.event.emit("after", {})
    assert [event.type for event in session.event.filter(path=FILE)] == ["after"]
    assert (info_of(session).events, info_of(session).lost) == (1, 0)
    (folder / FILE).rename(folder / "moved.db")
    session.event.record(path=FILE)
    session.event.emit("later", {})
    assert [event.type for event in session.event.filter(path=FILE)] == ["later"]
    assert [event.type for event in session.event.filter(path="moved.db")] == ["after"]


def test_another_file_in_its_place_is_not_written_to(folder: Path) -> None:
    session = opened()
    session.event.record(path=FILE)
    session.event.emit("before", {})
    session.event.flush()
    told: SimpleQueue[Event] = SimpleQueue()
    session.event.subscribe("event.recording_failed", told.put)
    (folder / "other.db").write_bytes(b"not a database, but something dear to somebody")
    (folder / "other.db").replace(folder / FILE)
    session.event.emit("after", {})
    with pytest.raises(InvalidFile, match="not an SQLite database"):
        session.event.flush()
    assert told.get(timeout=60).data["path"] == FILE  # by the writer's thread
    (folder / FILE).unlink()
    assert "after" in [event.type for event in session.event.filter(path=FILE)]
    session.close()


def test_files_that_are_not_there_or_something_else(session: Session, folder: Path) -> None:
    for call in (session.event.filter, session.event.clear, session.event.replay):
        with pytest.raises(FileFailed, match="no such file"):
            call(path="missing.db")
    with pytest.raises(FileFailed, match="does not record to it"):
        session.event.record(False, path="missing.db")
    assert list(folder.iterdir()) == []

    Path("note.txt").write_text("This is a note, and a rather long one, so that it can be no database.")
    other = sqlite3.connect("other.db")
    other.execute("CREATE TABLE mine (n)")
    other.commit()
    other.close()
    Path("folder.db").mkdir()
    for name, reason in (("note.txt", "not an SQLite database"), ("other.db", "another program")):
        for call in (session.event.filter, session.event.clear, session.event.record):
            with pytest.raises(InvalidFile, match=reason):
                call(path=name)
    with pytest.raises(FileFailed):
        session.event.record(path="folder.db")
    assert Path("note.txt").read_text().startswith("This is a note")


def test_a_version_that_is_not_known_is_refused(session: Session, folder: Path) -> None:
    Database(folder / FILE, FORMAT, writable=True).close()
    newer = sqlite3.connect(FILE)
    newer.execute("PRAGMA user_version = 7")
    newer.close()
    with pytest.raises(InvalidFile, match="version 7"):
        session.event.record(path=FILE)


# --- when the disk says no


class Stubborn(EventLog):
    """A log whose disk is full until it is told otherwise."""

    is_full = True

    def append(self, events: Any, max_events: int) -> int:
        if self.is_full:
            raise DatabaseFailed("database or disk is full")
        return super().append(events, max_events)


def occurrence(number: int) -> Occurrence:
    moment = datetime.fromisoformat("2026-01-01T00:00:00Z")
    return Occurrence(f"event_{number}", "item", Type.USER, b"{}", moment, 1, None, "c")


def test_what_cannot_be_written_waits_and_is_told_once() -> None:
    log, tally, told = Stubborn(None, writable=True), Tally(), []  # type: ignore[var-annotated]
    writer = Writer(log, 100_000, tally, told.append)
    for number in range(10):
        writer.add(occurrence(number))
        with pytest.raises(DatabaseFailed, match="disk is full"):
            writer.flush()
    assert told == ["database or disk is full"]
    assert (writer.unwritten, tally.lost) == (10, 0)
    log.is_full = False
    writer.flush()
    assert [event.id for _, event in log.load(log.positions(Query(None)))] == [
        f"event_{n}" for n in range(10)
    ]
    log.is_full = True
    writer.add(occurrence(10))
    with pytest.raises(DatabaseFailed):
        writer.stop()
    assert (tally.lost, len(told)) == (1, 2)
    log.close()


def test_what_comes_when_too_much_waits_is_lost_and_counted() -> None:
    log, tally, told = Stubborn(None, writable=True), Tally(), []  # type: ignore[var-annotated]
    writer = Writer(log, 100_000, tally, told.append)
    for number in range(Limit.UNWRITTEN + 5):
        writer.add(occurrence(number))
    with pytest.raises(DatabaseFailed):
        writer.flush()
    assert tally.lost == 5
    log.is_full = False
    writer.stop()
    assert log.count() == Limit.UNWRITTEN
    log.close()


def test_a_failing_file_is_told_by_an_event_and_by_flush_and_close(monkeypatch: pytest.MonkeyPatch) -> None:
    told: SimpleQueue[Event] = SimpleQueue()

    def refuse(log: EventLog, events: Any, max_events: int) -> int:
        raise DatabaseFailed("database or disk is full")

    session = opened()
    session.event.subscribe("event.recording_failed", told.put)
    session.event.record(path=FILE)
    monkeypatch.setattr(EventLog, "append", refuse)
    session.event.emit("item", {})
    with pytest.raises(FileFailed, match="disk is full"):
        session.event.flush()
    reason = "database or disk is full"
    assert told.get(timeout=60).data == {"path": FILE, "reason": reason, "lost": 0}  # by the writer's thread
    with pytest.raises(FileFailed, match="disk is full"):
        session.close()
    monkeypatch.undo()
    assert told.empty()


def test_a_locked_file_is_waited_for_and_nothing_is_lost(session: Session) -> None:
    session.event.record(path=FILE)
    other = sqlite3.connect(FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    session.event.emit("item", {})
    other.execute("COMMIT")
    other.close()
    session.event.flush()
    assert len(session.event.filter(path=FILE)) == 1


def test_nothing_stays_open(folder: Path) -> None:
    def descriptors() -> list[str]:
        found = []
        for link in Path("/proc/self/fd").iterdir():
            with contextlib.suppress(FileNotFoundError):  # the folder's own, while it was being read
                found.append(str(link.readlink()))
        return found

    with opened() as session:
        session.event.record(path=FILE)
        session.event.emit("item", {})
        session.event.filter(path=FILE)
    assert [path.name for path in folder.iterdir()] == [FILE]
    with opened() as session:
        session.event.filter(path=FILE)
        assert not [name for name in descriptors() if str(folder) in name]
