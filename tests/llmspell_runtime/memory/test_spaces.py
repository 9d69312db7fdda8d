"""Spaces of both kinds against a plain dictionary, with a clock of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from llmspell_runtime.memory.criteria import Criteria
from llmspell_runtime.memory.database import DatabaseSpace
from llmspell_runtime.memory.entries import Bounds, Entry, Space, SpaceFull, SpaceName
from llmspell_runtime.memory.format import FORMAT
from llmspell_runtime.memory.in_process import InProcessSpace
from llmspell_runtime.memory.words import texts
from llmspell_runtime.storage import bindings
from llmspell_runtime.storage.sqlite import Database, DatabaseFailed, NotOurs

NAME = SpaceName("short_term", "session")
PLACE = ("session", "")
KEYS = st.sampled_from(["a", "b", "c", "d", "e"])
WIDE = Bounds(100, 1000)
VALUES = st.sampled_from(['"x"', "1", "null", '"yyyyyyyy"'])


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def in_process(clock: Clock, bounds: Bounds = WIDE) -> Space:
    return InProcessSpace(NAME, bounds, clock)


def in_file(path: Path) -> Callable[[Clock, Bounds], Space]:
    def make(clock: Clock, bounds: Bounds = WIDE) -> Space:
        return DatabaseSpace(NAME, bounds, clock, Database(path, FORMAT, writable=True), PLACE)

    return make


@pytest.fixture(params=["in_process", "in_file"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Clock, Bounds], Space]:
    return in_process if request.param == "in_process" else in_file(tmp_path / "memory.db")


class Machine(RuleBasedStateMachine):
    """The spaces do what a dictionary with deadlines does, whichever binding to SQLite there is."""

    apsw = True

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(bindings, "has_apsw", lambda: self.apsw)
        self.clock = Clock()
        self.folder = TemporaryDirectory()
        self.database = Database(Path(self.folder.name) / "memory.db", FORMAT, writable=True)
        self.spaces = [
            InProcessSpace(NAME, WIDE, self.clock),
            DatabaseSpace(NAME, WIDE, self.clock, self.database, PLACE),
        ]
        self.model: dict[str, Entry] = {}

    def teardown(self) -> None:
        self.database.close()
        self.spaces[0].close()
        self.folder.cleanup()
        self.patch.undo()

    @rule(
        key=KEYS,
        value=VALUES,
        tags=st.sampled_from([(), ("t",), ("t", "u"), ("u", "u")]),
        seconds=st.sampled_from([None, 1.0, 5.0]),
    )
    def put(self, key: str, value: str, tags: tuple[str, ...], seconds: float | None) -> None:
        entry = Entry(key, value, tags, "{}", None if seconds is None else self.clock.now + seconds)
        self.model[key] = entry
        for space in self.spaces:
            space.put([entry])

    @rule(seconds=st.sampled_from([0.5, 1.0, 3.0]))
    def wait(self, seconds: float) -> None:
        self.clock.now += seconds
        self.model = {key: entry for key, entry in self.model.items() if not entry.is_over(self.clock.now)}

    @rule(key=KEYS)
    def get(self, key: str) -> None:
        for space in self.spaces:
            assert space.get(key) == self.model.get(key)

    @rule(key=KEYS)
    def delete(self, key: str) -> None:
        expected = self.model.pop(key, None) is not None
        for space in self.spaces:
            assert space.delete(key) is expected

    @rule()
    def clear(self) -> None:
        for space in self.spaces:
            assert space.clear() == len(self.model)
        self.model.clear()

    @rule(
        word=st.sampled_from(["x", "1", "yy", "t", "a", "none"]),
        prefix=st.sampled_from(["", "a", "z"]),
        tags=st.sampled_from([(), ("t",), ("t", "u")]),
    )
    def find(self, word: str, prefix: str, tags: tuple[str, ...]) -> None:
        criteria = Criteria(self.clock.now, prefix, tags)
        expected = {
            entry.key
            for entry in self.model.values()
            if entry.key.startswith(prefix) and set(tags) <= set(entry.tags)
            and any(held.startswith(word) for held in (entry.key, *entry.tags, *texts(entry.value)))
        }  # fmt: skip
        one, other = (space.indexed().find([(word,)], criteria, 100) for space in self.spaces)
        assert one == other
        assert {match.entry.key for match in one} == expected
        for space in self.spaces:
            keys = [key for key, entry in sorted(self.model.items()) if criteria.allow(entry)]
            assert space.keys(criteria, None) == keys
            assert space.keys(criteria, 1) == keys[:1]

    @invariant()
    def same(self) -> None:
        expected = [self.model[key] for key in sorted(self.model)]
        for space in self.spaces:
            assert list(space.entries()) == expected
            assert space.totals() == (len(expected), sum(entry.size for entry in expected))


class StandardMachine(Machine):
    apsw = False


TestStandardSpaces = StandardMachine.TestCase
TestStandardSpaces.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
TestSpaces = Machine.TestCase
TestSpaces.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


def test_a_full_space_refuses_all_or_nothing(tmp_path: Path) -> None:
    space = in_file(tmp_path / "memory.db")(Clock(), Bounds(2, 1000))
    space.put([Entry("a", "1")])
    with pytest.raises(SpaceFull, match="2 entries"):
        space.put([Entry("b", "1"), Entry("c", "1")])
    assert [entry.key for entry in space.entries()] == ["a"]
    space.put([Entry("a", "2"), Entry("b", "1")])
    with pytest.raises(SpaceFull, match="1000 bytes"):
        space.put([Entry("a", '"' + "x" * 1000 + '"')])


def test_a_short_term_space_drops_what_was_used_least_recently() -> None:
    dropped: list[tuple[str, str]] = []
    space = in_process(Clock(), Bounds(2, 1000))
    space.dropped = lambda entry, reason: dropped.append((entry.key, reason))
    space.put([Entry("a", "1"), Entry("b", "1")])
    space.get("a")
    space.put([Entry("c", "1")])
    assert [entry.key for entry in space.entries()] == ["a", "c"]
    assert dropped == [("b", "full")]
    space.put([Entry("d", '"' + "x" * 998 + '"')])
    assert [entry.key for entry in space.entries()] == ["d"]
    with pytest.raises(SpaceFull):
        space.put([Entry("e", '"' + "x" * 1000 + '"')])


def test_expired_entries_are_told(make: Callable[[Clock, Bounds], Space]) -> None:
    clock, dropped = Clock(), list[str]()
    space = make(clock, Bounds(10, 1000))
    space.dropped = lambda entry, reason: dropped.append(f"{entry.key} {reason}")
    space.put([Entry("a", "1", expires_at=1001.0), Entry("b", "1", expires_at=1001.0)])
    space.put([Entry("b", "1", expires_at=1010.0)])
    clock.now = 1002.0
    assert space.get("a") is None
    space.put([Entry("c", "1")])
    assert dropped == ["a expired"]
    assert space.counters.expired == 1


def test_spaces_of_one_file_do_not_see_each_other(tmp_path: Path) -> None:
    database = Database(tmp_path / "memory.db", FORMAT, writable=True)
    names = [
        SpaceName("persistent", "agent", "a"),
        SpaceName("persistent", "agent", "b"),
        SpaceName("persistent", "global"),
    ]
    spaces = [
        DatabaseSpace(name, Bounds(10, 100), Clock(), database, (name.scope, name.owner)) for name in names
    ]
    for number, space in enumerate(spaces):
        space.put([Entry("key", str(number))])
    assert [space.get("key").value for space in spaces] == [0, 1, 2]  # type: ignore[union-attr]
    assert spaces[1].clear() == 1
    assert [space.totals()[0] for space in spaces] == [1, 0, 1]


@pytest.mark.parametrize(
    "content",
    [b"not a database at all, but long enough to be read as one" * 20, b"SQLite format 3\0" + b"\0" * 100],
)
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)
    for writable in (True, False):
        with pytest.raises((NotOurs, DatabaseFailed)):
            Database(path, FORMAT, writable=writable).run("SELECT * FROM entry")
    assert path.read_bytes() == content


def test_a_database_of_another_program_or_version(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    ours = Database(path, FORMAT, writable=True)
    ours.run("PRAGMA user_version = 99")
    ours.close()
    with pytest.raises(NotOurs, match="version 99"):
        Database(path, FORMAT, writable=True)
    ours = Database(tmp_path / "other.db", FORMAT, writable=True)
    ours.run("PRAGMA application_id = 7")
    ours.close()
    with pytest.raises(NotOurs, match="another program"):
        Database(tmp_path / "other.db", FORMAT, writable=False)


def test_reading_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    space = DatabaseSpace(NAME, Bounds(10, 100), Clock(), Database(path, FORMAT, writable=False), PLACE)
    assert list(space.entries()) == [] and space.totals() == (0, 0) and space.get("a") is None
    assert not path.exists()


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    Database(path, FORMAT, writable=True).close()
    space = DatabaseSpace(NAME, Bounds(10, 100), Clock(), Database(path, FORMAT, writable=False), PLACE)
    with pytest.raises(DatabaseFailed, match="readonly"):
        space.put([Entry("a", "1")])
