"""States through sessions: paths, changes, events, snapshots, files, and many threads at once."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from llmspell import Session
from llmspell.shared.errors import InvalidSchema
from llmspell.state.constants import Limit
from llmspell.state.errors import (
    AlreadyExists,
    Conflict,
    FileFailed,
    InvalidFile,
    InvalidPath,
    InvalidTransform,
    MergeRefused,
    NotFound,
    PathNotFound,
    SchemaViolation,
    SnapshotExists,
    SnapshotNotFound,
    TooDeep,
    TooLarge,
    TooManySnapshots,
    UnknownName,
)


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.chdir(tmp_path)
    with Session(permissions={"fs.read": ["."], "fs.write": ["."]}, record_events=True) as opened:
        yield opened


def events(session: Session) -> list[dict[str, Any]]:
    found = session.core.call_json("runtime.recorded_events", {})
    return [event["data"] for event in found if event["type"] == "state.change"]


ODD_KEYS = {"a.b": 1, "c[0]": 2, "d\\e": 3, "": 4, "-": 5, "/f~g": 6, "é\n": 7, "0": 8, " ": 9}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("a\\.b", 1),
        ("/a.b", 1),
        ("c\\[0]", 2),
        ("/c[0]", 2),
        ("d\\\\e", 3),
        ("/d\\e", 3),
        ("\\-", 4),
        ("/", 4),
        ("\\-", 4),
        ("-", 5),
        ("/-", 5),
        ("/~1f~0g", 6),
        ("é\n", 7),
        ("0", 8),
        (" ", 9),
    ],
)
def test_every_key_has_a_path(session: Session, path: str, value: int) -> None:
    state = session.state.create(name="odd", value=ODD_KEYS)
    assert state.get(path) == value
    state.set(path, {"new": True})
    state.delete(path)
    assert state.get() == {key: item for key, item in ODD_KEYS.items() if item != value}


@pytest.mark.parametrize(
    "path", ["a..b", ".a", "a.", "a[x]", "a[01]", "a[-1]", "a[0", "a]b[", "a\\x", "/~2", "/a~", "a[0]b"]
)
def test_what_is_no_path_is_told(session: Session, path: str) -> None:
    state = session.state.create(name="s")
    with pytest.raises(InvalidPath) as error:
        state.get(path)
    assert error.value.path == path


@pytest.mark.parametrize(
    ("path", "pointer", "reason"),
    [
        ("user.email", "/user/email", "the object has no key 'email'"),
        ("tags[2]", "/tags/2", "the list has 2 items"),
        ("tags[-]", "/tags/-", "the list has 2 items"),
        ("/tags/x", "/tags/x", "a list has places, not the key 'x'"),
        ("user[0]", "/user/0", "an object has no places"),
        ("user.name.first", "/user/name/first", "there is neither an object nor a list above it"),
        ("none.x", "/none/x", "there is null above it"),
    ],
)
def test_nothing_there_says_why(session: Session, path: str, pointer: str, reason: str) -> None:
    state = session.state.create(name="s", value={"user": {"name": "Ada"}, "tags": [1, 2], "none": None})
    with pytest.raises(PathNotFound) as error:
        state.get(path)
    assert (error.value.path, error.value.reason) == (pointer, reason)
    assert state.get(path, fallback=None) is None
    assert state.get("none", fallback=1) is None  # null is something


def test_a_set_value_and_a_given_one_are_nobody_elses(session: Session) -> None:
    mine = {"list": [1]}
    state = session.state.create(name="s", value=mine)
    mine["list"].append(2)
    given = state.get()
    given["list"].append(3)
    state.set("other", mine)
    mine["list"].clear()
    assert state.get() == {"list": [1], "other": {"list": [1, 2]}}


def test_an_object_is_made_at_the_end_of_a_list(session: Session) -> None:
    state = session.state.create(name="s", value={"items": [1]})
    assert state.set("/items/-/sku/id", "a1").changed
    state.set("items[-].sku", "b2")
    assert state.get("items") == [1, {"sku": {"id": "a1"}}, {"sku": "b2"}]
    assert [event["path"] for event in events(session)] == ["/items/1/sku/id", "/items/2/sku"]


def test_one_is_not_true(session: Session) -> None:
    state = session.state.create(name="s", value={"a": 1})
    assert not state.set("a", 1.0).changed
    assert state.set("a", True).changed
    assert state.get("a") is True


def test_names_are_unique_until_their_state_is_closed(session: Session) -> None:
    state = session.state.create(name="s", value=1)
    with pytest.raises(AlreadyExists):
        session.state.create(name="s")
    assert session.state.open("s").get() == 1
    state.close()
    with pytest.raises(UnknownName):
        session.state.open("s")
    with pytest.raises(NotFound):
        state.get()
    assert session.state.create(name="s").get() == {}


def test_a_schema_holds_through_every_kind_of_change(session: Session) -> None:
    schema = {
        "type": "object",
        "properties": {"n": {"type": "integer"}},
        "required": ["n"],
        "additionalProperties": False,
    }
    state = session.state.create(name="s", value={"n": 1}, schema=schema)
    for change in (
        lambda: state.set("n", "x"),
        lambda: state.set("m", 1),
        lambda: state.delete("n"),
        lambda: state.merge({"m": 1}),
        lambda: state.transform("filter", drop=["n"]),
        lambda: state.update([{"path": "n", "value": 2}, {"path": "m", "value": 2}]),
    ):
        with pytest.raises(SchemaViolation):
            change()
    assert (state.get(), state.get_info().revision, events(session)) == ({"n": 1}, 0, [])
    with pytest.raises(InvalidSchema):
        session.state.create(name="t", schema={"type": "objekt"})


def test_events_carry_what_is_small_and_no_secret(session: Session) -> None:
    state = session.state.create(name="s", value={"login": {}})
    state.set("login.token", "abc")
    state.set("big", "x" * Limit.EVENT_BYTES)
    state.set("login", {"password": "p", "user": "u"})
    state.delete("big")
    assert events(session) == [
        {"name": "s", "operation": "set", "path": "/login/token", "revision": 1, "new": "[redacted]"},
        {"name": "s", "operation": "set", "path": "/big", "revision": 2},
        {
            "name": "s",
            "operation": "set",
            "path": "/login",
            "revision": 3,
            "old": {"token": "[redacted]"},
            "new": {"password": "[redacted]", "user": "u"},
        },
        {"name": "s", "operation": "delete", "path": "/big", "revision": 4},
    ]


def test_who_hears_of_a_change_may_change_the_state_again(session: Session) -> None:
    state = session.state.create(name="s", value={"n": 0})
    revisions: list[int] = []

    def heard(event: Any) -> None:
        revisions.append(event.data["revision"] if isinstance(event.data, dict) else event.data.revision)
        if state.get("n") < 3:
            state.set("n", state.get("n") + 1)

    session.core.events.subscribe("state.change", heard)
    state.set("n", 1)
    assert (state.get("n"), revisions) == (3, [1, 2, 3])


def test_changes_from_many_threads_never_tear(session: Session) -> None:
    state = session.state.create(name="s", value={"a": 0, "b": 0, "log": []})
    threads, each = 8, 25
    torn: list[Any] = []
    failed: list[BaseException] = []
    done = threading.Event()

    def count(number: int) -> None:
        for turn in range(each):
            while True:
                info = state.get_info()
                now = state.get()
                try:
                    state.update(
                        [
                            {"path": "a", "value": now["a"] + 1},
                            {"path": "b", "value": now["b"] - 1},
                            {"path": "log[-]", "value": [number, turn]},
                        ],
                        expected_revision=info.revision,
                    )
                    break
                except Conflict:
                    continue

    def watch() -> None:
        while not done.is_set():
            value = state.get()
            if value["a"] + value["b"] or len(value["log"]) != value["a"]:
                torn.append(value)

    def run(work: Any, *arguments: Any) -> None:
        try:
            work(*arguments)
        except BaseException as error:
            failed.append(error)

    workers = [threading.Thread(target=run, args=(count, number)) for number in range(threads)]
    watcher = threading.Thread(target=run, args=(watch,))
    for thread in [watcher, *workers]:
        thread.start()
    for thread in workers:
        thread.join(60)
    done.set()
    watcher.join(60)
    value = state.get()
    assert (failed, torn) == ([], [])
    assert (value["a"], value["b"], state.get_info().revision) == (200, -200, 200)
    assert sorted(map(tuple, value["log"])) == [(n, t) for n in range(threads) for t in range(each)]
    assert [event["revision"] for event in events(session)] == list(range(1, 201))


def test_a_function_that_decides_may_change_the_state_meanwhile(session: Session) -> None:
    state = session.state.create(name="s", value={"a": 1, "b": 2})
    asked: list[Any] = []

    def decide(key: Any, value: Any) -> bool:
        asked.append(key)
        if len(asked) == 1:
            state.set("c", 3)
        return bool(value != 2)

    result = state.transform("filter", predicate=decide)
    assert (result.value, state.get(), result.revision) == ({"a": 1, "c": 3}, {"a": 1, "c": 3}, 2)

    def never_the_same(key: Any, value: Any) -> bool:
        asked.append(key)
        state.set("d", len(asked))
        return True

    with pytest.raises(Conflict):
        state.transform("filter", predicate=never_the_same)


def test_snapshots_are_bounded_and_named_ones_stay(session: Session) -> None:
    state = session.state.create(name="s", value=0, max_snapshots=3)
    assert state.snapshot("first").id == "snapshot_1"
    for number in range(1, 4):
        state.set("", number)
        state.snapshot()
    assert [each.id for each in state.list_snapshots()] == ["snapshot_1", "snapshot_3", "snapshot_4"]
    with pytest.raises(SnapshotExists):
        state.snapshot("first")
    with pytest.raises(SnapshotNotFound):
        state.restore("snapshot_2")
    assert state.restore("first").revision == 4
    assert not state.restore("snapshot_1").changed
    assert state.get() == 0
    state.snapshot("second")
    state.snapshot("third")
    with pytest.raises(TooManySnapshots):
        state.snapshot()
    assert state.drop_snapshot("second")
    assert not state.drop_snapshot("second")
    with pytest.raises(Conflict):
        state.restore("third", expected_revision=1)


def test_limits_are_the_declared_ones(session: Session) -> None:
    deep: Any = 0
    for _ in range(Limit.DEPTH):
        deep = [deep]
    state = session.state.create(name="s", value=deep)
    with pytest.raises(TooDeep):
        session.state.create(name="t", value=[deep])
    with pytest.raises(TooDeep):
        state.set("", [deep])
    state.set("", {})
    with pytest.raises(TooDeep):
        state.set("a", deep)
    with pytest.raises(TooDeep):
        state.merge({"a": deep})
    with pytest.raises(TooLarge):
        state.set("a", "x" * Limit.VALUE_BYTES)
    half = "x" * (Limit.VALUE_BYTES // 2)
    state.set("a", half)
    with pytest.raises(TooLarge):
        state.set("b", half)
    state.delete("a")
    state.set("b", half)
    assert state.get_info().size_bytes == len(half) + 8
    state.set("c.d.e", 1)
    text = json.dumps(state.get(), separators=(",", ":"))
    assert state.get_info().size_bytes == len(text)
    state.delete("c")
    assert state.get_info().size_bytes == len(half) + 8


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"version": 2}, "version 2; version 1 is known"),
        ({"version": True}, "version True"),
        ({"format": "llmspell.memory"}, "llmspell.state"),
        ({"extra": 1}, "no more than a schema"),
        ({"name": ""}, "1 to 128 characters"),
        ({"revision": -1}, "revision"),
        ({"revision": 1.5}, "revision"),
        ({"value": "x"}, "object"),
        ({"schema": {"type": "objekt"}}, "schema cannot be used"),
        ({"schema": 1}, "schema is not an object"),
        ({"max_snapshots": 0}, "max_snapshots"),
        ({"snapshots": [{}]}, "snapshot 0"),
        ({"snapshots": 1}, "snapshots are not a list"),
        ({"snapshots": [{"id": "a", "revision": 0, "taken_at": "soon", "value": 1}]}, "not a time"),
        (
            {"snapshots": [{"id": "a", "revision": 0, "taken_at": "2026-01-01T00:00:00Z", "value": 1}] * 2},
            "same id",
        ),
    ],
)
def test_a_file_that_is_not_known_here_is_refused(
    session: Session, change: dict[str, Any], reason: str
) -> None:
    state = session.state.create(name="s", value={"a": 1}, schema={"type": "object"})
    state.snapshot("x")
    state.persist("s.json")
    document = json.loads(Path("s.json").read_text())
    Path("s.json").write_text(json.dumps({**document, **change}))
    with pytest.raises(InvalidFile, match=reason):
        session.state.load("s.json", name="t")
    assert [each.name for each in session.state.list()] == ["s"]


def test_a_loaded_state_goes_on_where_it_was(session: Session) -> None:
    schema = {"type": "object"}
    state = session.state.create(name="s", value={"a": 1}, schema=schema, max_snapshots=2)
    state.snapshot("start")
    state.set("a", 2)
    state.persist("s.json")
    with pytest.raises(AlreadyExists):
        session.state.load("s.json")
    state.close()
    loaded = session.state.load("s.json")
    assert (loaded.get(), loaded.get_info().revision) == ({"a": 2}, 1)
    events(session)
    assert loaded.restore("start").revision == 2
    assert [event["revision"] for event in events(session)] == [2]
    assert loaded.snapshot().id == "snapshot_2"
    with pytest.raises(SchemaViolation):
        loaded.set("", 1)
    loaded.persist("bare.json", snapshots=False)
    assert session.state.load("bare.json", name="bare").list_snapshots() == []


def test_files_are_read_and_written_within_permissions(session: Session) -> None:
    state = session.state.create(name="s")
    with pytest.raises(BridgeError) as denied:
        state.persist("../s.json")
    assert denied.value.code == "runtime.permission_denied"
    Path("broken.json").write_text("{")
    with pytest.raises(InvalidFile):
        session.state.load("broken.json")
    Path("folder").mkdir()
    with pytest.raises(FileFailed):
        state.persist("folder")


@pytest.mark.parametrize(
    ("value", "transform", "options", "reason"),
    [
        (1, "flatten", {}, "neither an object nor a list"),
        (1, "filter", {"keep": ["a"]}, "neither an object nor a list"),
        ({"a": 1, "a.b": 2}, "unflatten", {}, "leads into a value"),
        ({"a[1]": 1}, "unflatten", {}, "places without items"),
        ({"a[0]": 1, "a.b": 1}, "unflatten", {}, "an object and a list"),
        ({"a..b": 1}, "unflatten", {}, "not a dotted path"),
        ({"a": 1}, "filter", {"where": "value.x"}, "has no value for the entry 'a'"),
        ({"a": 1}, "filter", {"where": "value"}, "not true or false"),
        ({"a": 1}, "filter", {"drop": [""]}, "the whole value"),
    ],
)
def test_what_cannot_be_transformed_is_told(
    session: Session, value: Any, transform: str, options: dict[str, Any], reason: str
) -> None:
    state = session.state.create(name="s", value=value)
    with pytest.raises(InvalidTransform, match=reason):
        state.transform(transform, **options)
    assert state.get_info().revision == 0


@pytest.mark.parametrize(
    ("options", "value", "paths"),
    [
        ({"keep": ["a.x", "l[1]"]}, {"a": {"x": 1}, "l": [6]}, ["/a/y", "/b", "/l/0", "/l/2"]),
        ({"keep": ["/a"], "drop": ["a.x"]}, {"a": {"y": [2]}}, ["/a/x", "/b", "/l"]),
        ({"keep": ["none", "a.none"]}, {}, ["/a", "/a/x", "/a/y", "/b", "/l"]),
        ({"drop": ["l[0]", "b"]}, {"a": {"x": 1, "y": [2]}, "l": [6, 7]}, ["/b", "/l/0"]),
        ({"keep": [""], "where": "key == 'b'"}, {"b": None}, ["/a", "/l"]),
        ({"path": "l", "where": "value > 5 && key < 2"}, [6], ["/l/0", "/l/2"]),
        ({"path": "a", "drop": ["y"]}, {"x": 1}, ["/a/y"]),
    ],
)
def test_filtering(session: Session, options: dict[str, Any], value: Any, paths: list[str]) -> None:
    state = session.state.create(name="s", value={"a": {"x": 1, "y": [2]}, "b": None, "l": [5, 6, 7]})
    result = state.transform("filter", **options)
    assert (result.value, result.paths) == (value, paths)
    assert state.get(options.get("path", "")) == value


def test_secrets_are_masked_wherever_they_stand(session: Session) -> None:
    secrets = {
        "password": "hunter2",
        "Credentials": {"user": "ada", "pin": [1234]},
        "note": "key sk-abcdefghijklmnop1234 and ghp_abcdefghijklmnopqrst, password=hunter2, ok",
        "url": "https://ada:s3cret@example.com/x",
        "pem": "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n",
        "jwt": "eyJhbGciOiJI.eyJzdWIiOiIx.c2ln",
        "customer_id": 17,
        "codename": "bluebird is here",
        "plain": ["nothing", None, True, 5],
    }
    state = session.state.create(name="s", value=secrets)
    options: dict[str, Any] = {"names": ["*_ID"], "texts": ["bluebird"], "mask": "***"}
    result = state.transform("sanitize", **options)
    assert result.value == {
        "password": "***",
        "Credentials": {"user": "***", "pin": ["***"]},
        "note": "key *** and ***, password=***, ok",
        "url": "https://***@example.com/x",
        "pem": "***\n",
        "jwt": "***",
        "customer_id": "***",
        "codename": "*** is here",
        "plain": ["nothing", None, True, 5],
    }
    again = state.transform("sanitize", **options)
    assert (again.changed, again.paths) == (False, [])


@pytest.mark.parametrize(
    "part",
    [
        "-eyJaaaaaaaa",
        "://a:",
        "bearer ",
        "sk-",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----a-",
    ],
)
def test_secrets_are_looked_for_in_time_that_grows_with_the_text(session: Session, part: str) -> None:
    """Looking on from each of them to the end would take hours; the time limit of the suite finds it."""
    state = session.state.create(name="s", value={"text": part * (2_000_000 // len(part))})
    assert state.transform("sanitize").revision >= 0


def test_a_refused_merge_changes_nothing(session: Session) -> None:
    state = session.state.create(name="s", value={"a": {"x": 1}, "l": [1]})
    with pytest.raises(MergeRefused) as refused:
        state.merge({"a": {"x": 2, "y": 3}, "l": 0}, refuse_conflicts=True)
    assert [each.path for each in refused.value.conflicts] == ["/a/x", "/l"]
    assert state.get_info().revision == 0
    assert state.merge({"y": 3}, path="a", refuse_conflicts=True).conflicts == []
    assert state.get("a") == {"x": 1, "y": 3}
    with pytest.raises(Conflict):
        state.merge({}, expected_revision=7)
