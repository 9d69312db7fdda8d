"""file_read and file_write: within their folders, whole, and whatever tricks a path plays."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from llmspell import Session
from llmspell_runtime import files


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one folder that is permitted; a secret lies beside it."""
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "home-not").mkdir()
    (tmp_path / "home-not" / "secret.txt").write_text("secret")
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def session(home: Path) -> Iterator[Session]:
    with Session(permissions={"fs.read": ["."], "fs.write": ["."]}) as session:
        yield session


def read(session: Session, path: object, **arguments: Any) -> Any:
    return session.tool.execute("file_read", {"path": str(path), **arguments}).value


def write(session: Session, path: object, **arguments: Any) -> Any:
    return session.tool.execute("file_write", {"path": str(path), **arguments}).value


def code_of(caught: pytest.ExceptionInfo[BridgeError]) -> str:
    return caught.value.code


def test_text_and_bytes_come_back(session: Session) -> None:
    assert write(session, "a.txt", text="Grüße\n") == {"path": "a.txt", "bytes": 8, "created": True}
    assert read(session, "a.txt") == {"path": "a.txt", "bytes": 8, "text": "Grüße\n"}
    assert write(session, "a.txt", base64=base64.b64encode(b"\xff\0").decode())["created"] is False
    assert base64.b64decode(read(session, "a.txt", encoding="base64")["base64"]) == b"\xff\0"
    with pytest.raises(BridgeError, match="not UTF-8 text"):
        read(session, "a.txt")


def test_modes(session: Session, home: Path) -> None:
    write(session, "a.txt", text="one", mode="create")
    with pytest.raises(BridgeError, match="is there already"):
        write(session, "a.txt", text="two", mode="create")
    write(session, "a.txt", text=" two", mode="append")
    write(session, "b.txt", text="new", mode="append")
    assert (home / "a.txt").read_text() == "one two"
    assert (home / "b.txt").read_text() == "new"


def test_a_replaced_file_keeps_its_permission_bits(session: Session, home: Path) -> None:
    (home / "run.sh").write_text("old")
    (home / "run.sh").chmod(0o750)
    write(session, "run.sh", text="new")
    assert (home / "run.sh").stat().st_mode & 0o777 == 0o750
    assert sorted(path.name for path in home.iterdir()) == ["run.sh"]


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "/etc/passwd",
        "./x/../../secret.txt",
        "../home-not/secret.txt",
        "link",
        "folder/secret.txt",
        "chain",
        "/proc/self/root/etc/passwd",
        "/proc/self/environ",
        "//etc/passwd",
    ],
)
def test_nothing_outside_is_reached(session: Session, home: Path, path: str) -> None:
    (home / "link").symlink_to("../secret.txt")
    (home / "folder").symlink_to("..")
    (home / "chain").symlink_to("link")
    (home / "x").mkdir()
    calls: list[Callable[[], Any]] = [lambda: read(session, path), lambda: write(session, path, text="mine")]
    for call in calls:
        with pytest.raises(BridgeError) as caught:
            call()
        assert code_of(caught) == "runtime.permission_denied"
    assert (home.parent / "secret.txt").read_text() == "secret"


def test_a_link_inside_is_followed(session: Session, home: Path) -> None:
    (home / "real.txt").write_text("here")
    (home / "link").symlink_to("real.txt")
    assert read(session, "link")["text"] == "here"
    write(session, "link", text="there")
    assert (home / "link").is_symlink()
    assert (home / "real.txt").read_text() == "there"


def test_a_link_put_in_the_way_after_the_check_is_not_followed(home: Path) -> None:
    outside = home.parent
    permitted = home / "sub" / "secret.txt"  # what require_path returned, before the folder was exchanged
    (home / "sub").symlink_to(outside)
    for call in (
        lambda: files.read_file(permitted, 100),
        lambda: files.write_file(permitted, b"mine"),
        lambda: files.append_file(permitted, b"mine"),
    ):
        with pytest.raises(files.FileFailure):
            call()
    assert (outside / "secret.txt").read_text() == "secret"


@pytest.mark.parametrize("path", ["a\0b", "", "x" * 5000])
def test_a_path_that_is_none(session: Session, path: str) -> None:
    with pytest.raises(BridgeError):
        read(session, path)


def test_what_is_no_regular_file_is_refused_at_once(session: Session, home: Path) -> None:
    os.mkfifo(home / "pipe")
    (home / "folder").mkdir()
    for path, reason in (("pipe", "not a regular file"), ("folder", "is a folder"), ("none", "no such file")):
        with pytest.raises(BridgeError, match=reason) as caught:
            read(session, path)
        assert code_of(caught) == "tool.file_failed"
    with pytest.raises(BridgeError, match="not a regular file"):
        write(session, "pipe", text="x")
    with pytest.raises(BridgeError, match="its folder: no such file"):
        write(session, "no/such/folder", text="x")


def test_size_limits(session: Session, home: Path) -> None:
    (home / "big").write_bytes(b"x" * 1001)
    with pytest.raises(BridgeError, match="more than 1000 bytes"):
        read(session, "big", max_bytes=1000)
    with pytest.raises(BridgeError, match="may be written at once"):
        write(session, "huge", text="x" * (4 * 1024 * 1024 + 1))
    assert not (home / "huge").exists()


@pytest.mark.parametrize("what", [{}, {"text": "a", "base64": "YQ=="}, {"base64": "not base64!"}])
def test_what_to_write_must_be_clear(session: Session, what: dict[str, str]) -> None:
    with pytest.raises(BridgeError) as caught:
        write(session, "a.txt", **what)
    assert code_of(caught) == "tool.file_failed"


def test_reading_does_not_permit_writing(home: Path) -> None:
    (home / "a.txt").write_text("here")
    with Session(permissions={"fs.read": ["."]}) as session:
        assert read(session, "a.txt")["text"] == "here"
        with pytest.raises(BridgeError) as caught:
            write(session, "a.txt", text="x")
        assert code_of(caught) == "runtime.permission_denied"


_PARTS = st.lists(
    st.sampled_from(["..", ".", "a", "sub", "out", "", "secret.txt", "home", "~"]), min_size=1, max_size=7
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(parts=_PARTS, absolute=st.booleans())
def test_no_path_reads_outside(session: Session, home: Path, parts: list[str], absolute: bool) -> None:
    if not (home / "sub").exists():
        (home / "sub").mkdir()
        (home / "sub" / "out").symlink_to("../..")
        (home / "a").write_text("inside")
    path = f"{home}/{'/'.join(parts)}" if absolute else "/".join(parts)
    try:
        found = read(session, path)
    except BridgeError as error:
        assert error.code in {"runtime.permission_denied", "tool.file_failed", "tool.invalid_arguments"}
    else:
        assert found["text"] == "inside"
