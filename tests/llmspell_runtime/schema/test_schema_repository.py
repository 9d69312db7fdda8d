"""Schemas kept by name and version, in memory and in a folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from bridge_runtime.errors import BridgeError
from llmspell import Session
from llmspell.schema.types import FileFormat

HOSTILE_NAMES = [
    "", ".", "..", "../x", "a/b", "/etc/passwd", "a\\b", "a\0b", "a b", "a\n", "~", ".hidden", "a.", "-a", "é", "x" * 65,
    "a@b", "a@0", "a@1", "CON:", "$HOME", "a*", "a%2fb", "\u202e", "a\u0338",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "schemas"
    made.mkdir()
    return made


@pytest.fixture(params=["memory", "json", "yaml"])
def session(request: pytest.FixtureRequest, folder: Path) -> Iterator[Session]:
    with opened(folder) as session:
        if request.param != "memory":
            session.schema.open_repository(str(folder), format=FileFormat(request.param))
        yield session


def opened(folder: Path) -> Session:
    return Session(permissions={"fs.read": [str(folder)], "fs.write": [str(folder)]})


def refused(call: Any, *arguments: Any, **named: Any) -> BridgeError:
    with pytest.raises(BridgeError) as caught:
        call(*arguments, **named)
    return caught.value


def test_versions(session: Session) -> None:
    schema = session.schema
    assert [schema.put("port", {"maximum": n}).version for n in range(3)] == [1, 2, 3]
    schema.put("city", True, note="anything")
    assert [(entry.name, entry.latest, entry.versions) for entry in schema.list()] == [
        ("city", 1, [1]),
        ("port", 3, [1, 2, 3]),
    ]
    assert schema.get("city").note == "anything" and schema.get("city").content is True
    assert schema.get("port").content == {"maximum": 2}
    assert schema.get("port", 1).content == schema.get("port@1").content == {"maximum": 0}
    assert schema.delete("port", 3) == 1
    assert schema.put("port", {}).version == 4  # a number is given once
    assert schema.delete("port@2") == 1
    assert schema.list()[1].versions == [1, 4]
    assert schema.delete("port") == 2
    for missing in (
        lambda: schema.get("port"),
        lambda: schema.delete("port"),
        lambda: schema.get("city@2"),
        lambda: schema.delete("city", 9),
    ):
        assert refused(missing).code == "schema.not_found"


def test_schemas_are_found_by_name_and_refer_to_each_other(session: Session) -> None:
    schema = session.schema
    schema.put("city", {"type": "string"})
    schema.put(
        "town",
        {
            "$id": "https://example.com/town",
            "type": "object",
            "properties": {"name": {"$ref": "schema:city"}},
        },
    )
    home = {"$ref": "https://example.com/town", "properties": {"old": {"$ref": "schema:city@1"}}}
    assert [issue.path for issue in schema.validate(home, {"name": 1, "old": 2}).issues] == ["/name", "/old"]
    validator = schema.compile("town")
    schema.put("city", {"type": "integer"})
    assert schema.validate("town", {"name": 1}).valid and schema.validate("city@1", "Oslo").valid
    assert not validator.accepts({"name": 1})  # as it was when it was compiled
    schema.put("ring", {"properties": {"next": {"$ref": "schema:ring"}, "n": {"type": "integer"}}})
    assert [i.path for i in schema.validate("ring", {"next": {"next": {"n": "x"}}}).issues] == [
        "/next/next/n"
    ]
    schema.delete("city")
    assert refused(schema.validate, "town", {}).code == "schema.unresolved_reference"
    assert refused(schema.validate, {"$ref": "schema:../x"}, {}).code == "schema.unresolved_reference"


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_names_that_are_none(session: Session, folder: Path, name: str) -> None:
    assert refused(session.schema.put, name, True).code == "schema.invalid_name"
    for call in (session.schema.get, session.schema.delete, session.schema.get_info):
        assert refused(call, name).code in ("schema.invalid_name", "schema.not_found")
    assert not [path for path in folder.iterdir() if path.name != ".schemas.lock"]


def test_names_that_differ_in_case_only(session: Session) -> None:
    session.schema.put("City", True)
    assert "case" in refused(session.schema.put, "city", True).message
    assert refused(session.schema.get, "city").code == "schema.not_found"
    session.schema.delete("City")
    session.schema.put("city", True)


def test_what_is_no_schema_is_not_kept(session: Session) -> None:
    for bad in ({"type": "objekt"}, 3, "city", None, {"$schema": "http://json-schema.org/draft-07/schema#"}):
        assert refused(session.schema.put, "bad", bad).code == "schema.invalid_schema"
    assert session.schema.list() == []


def test_what_was_given_or_returned_can_be_changed(session: Session) -> None:
    given = {"properties": {"a": {"type": "string"}}}
    session.schema.put("a", given)
    given["properties"].clear()
    session.schema.get("a").content["properties"].clear()
    assert session.schema.get("a").content == {"properties": {"a": {"type": "string"}}}


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_files_outlive_sessions_and_are_read_in_both_formats(folder: Path, form: str) -> None:
    content = {"description": "yes: no\n- é\x85", "enum": ["on", "1", 1.5, None, "2026-11-21"]}
    with opened(folder) as session:
        assert session.schema.open_repository(str(folder), format=FileFormat(form)) == []
        session.schema.put("a", content, note="first")
    document: Any = (json.loads if form == "json" else yaml.safe_load)(
        (folder / f"a.{form}").read_text("utf-8")
    )
    assert (document["format"], document["version"], document["next_version"]) == ("llmspell.schemas", 1, 2)
    with opened(folder) as session:
        assert session.schema.open_repository(str(folder)) == ["a"]
        assert session.schema.get("a").content == content
        session.schema.put("a", True)
        assert [path.name for path in sorted(folder.iterdir())] == [".schemas.lock", f"a.{form}"]
        session.schema.close_repository()
        assert session.schema.list() == []


def shelf(**changes: Any) -> dict[str, Any]:
    version = {"version": 1, "created_at": "2026-11-21T08:00:00Z", "schema": True}
    return {
        "format": "llmspell.schemas",
        "version": 1,
        "name": "a",
        "next_version": 2,
        "versions": [version],
        **changes,
    }


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "\xff", json.dumps(shelf(version=2)), json.dumps(shelf(format="x")), json.dumps(shelf(name="b")),
        json.dumps(shelf(versions=[])), json.dumps(shelf(versions=[3])), json.dumps(shelf(next_version=1)),
        json.dumps(shelf(versions=[{**shelf()["versions"][0], "schema": 3}])),
        json.dumps(shelf(versions=[{**shelf()["versions"][0], "created_at": "soon"}])),
        json.dumps(shelf(versions=shelf()["versions"] * 2)), '{"format":' * 2000,
    ],
)  # fmt: skip
@pytest.mark.parametrize("extension", [".json", ".yaml"])
def test_files_that_hold_no_schemas(folder: Path, text: str, extension: str) -> None:
    file = folder / f"a{extension}"
    file.write_text(text, "latin-1")
    with opened(folder) as session:
        session.schema.open_repository(str(folder))
        for call in (
            lambda: session.schema.get("a"),
            lambda: session.schema.put("a", True),
            session.schema.list,
        ):
            assert refused(call).code == "schema.invalid_file"
    assert file.read_text("latin-1") == text  # nothing that we do not understand is written over


def test_a_file_of_aliases_is_refused(folder: Path) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join(f'*{a}' for _ in range(9))}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    (folder / "a.yaml").write_text(bomb)
    with opened(folder) as session:
        session.schema.open_repository(str(folder))
        assert refused(session.schema.get, "a").code == "schema.invalid_file"


def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text(json.dumps(shelf(name="a")))
    (folder / "a.json").symlink_to(secret)
    (folder / "b.json").mkdir()
    os.mkfifo(folder / "c.json")
    with opened(folder) as session:
        session.schema.open_repository(str(folder))
        for name in "abc":
            assert refused(session.schema.get, name).code == "schema.file_failed"
            assert refused(session.schema.put, name, True).code == "schema.file_failed"
    assert json.loads(secret.read_text()) == shelf(name="a")


def test_a_lock_that_is_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (folder / ".schemas.lock").symlink_to(tmp_path / "elsewhere")
    with opened(folder) as session:
        session.schema.open_repository(str(folder))
        assert refused(session.schema.put, "a", True).code == "schema.file_failed"
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_becomes_a_link(folder: Path, tmp_path: Path) -> None:
    with opened(folder) as session:
        session.schema.open_repository(str(folder))
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / "a.json").write_text(json.dumps(shelf()))
        folder.rmdir()
        folder.symlink_to(elsewhere)
        for call in (lambda: session.schema.get("a"), lambda: session.schema.put("b", True)):
            assert refused(call).code == "runtime.permission_denied"
    assert [path.name for path in elsewhere.iterdir()] == ["a.json"]


def test_permissions(folder: Path, tmp_path: Path) -> None:
    with opened(folder) as session:
        session.schema.open_repository(str(folder))
        session.schema.put("a", True)
    with Session(permissions={"fs.read": [str(folder)]}) as session:
        assert session.schema.open_repository(str(folder)) == ["a"]
        assert session.schema.get("a").content is True
        assert refused(session.schema.put, "a", True).code == "runtime.permission_denied"
        assert refused(session.schema.delete, "a").code == "runtime.permission_denied"
        assert (
            refused(session.schema.open_repository, str(folder / "new"), create=True).code
            == "runtime.permission_denied"
        )
        assert refused(session.schema.open_repository, str(tmp_path)).code == "runtime.permission_denied"
        assert session.schema.list()[0].name == "a"  # the one that was open still is
    with Session() as session:
        assert refused(session.schema.open_repository, str(folder)).code == "runtime.permission_denied"


WRITER = """
import sys
from llmspell import Session
folder, writer = sys.argv[1:]
with Session(permissions={"fs.read": [folder], "fs.write": [folder]}) as session:
    session.schema.open_repository(folder)
    for number in range(15):
        session.schema.put("shared", {"title": f"{writer}.{number}"})
"""


def test_writers_in_several_processes_and_threads_lose_no_version(folder: Path) -> None:
    processes = [subprocess.Popen([sys.executable, "-c", WRITER, str(folder), f"p{n}"]) for n in range(2)]

    def write(writer: str, session: Session) -> None:
        for number in range(15):
            session.schema.put("shared", {"title": f"{writer}.{number}"})

    with opened(folder) as session:
        session.schema.open_repository(str(folder))
        threads = [threading.Thread(target=write, args=(f"t{n}", session)) for n in range(3)]
        together(threads)
        assert [process.wait(120) for process in processes] == [0, 0]
        (entry,) = session.schema.list()
        assert entry.versions == list(range(1, 76))
        titles = [session.schema.get("shared", number).content["title"] for number in entry.versions]
    assert len(set(titles)) == 75
    for writer in ("p0", "p1", "t0", "t1", "t2"):  # each one's in its own order
        assert [title for title in titles if title.startswith(f"{writer}.")] == [
            f"{writer}.{n}" for n in range(15)
        ]


def together(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_writers_in_memory_lose_no_version() -> None:
    with Session() as session:
        put: Callable[..., Any] = session.schema.put
        together(
            [threading.Thread(target=lambda: [put("shared", True) for _ in range(50)]) for _ in range(4)]
        )
        assert session.schema.list()[0].versions == list(range(1, 201))


def test_sessions_share_nothing() -> None:
    with Session() as one, Session() as other:
        one.schema.put("a", True)
        assert other.schema.list() == []
