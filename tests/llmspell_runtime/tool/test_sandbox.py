"""Sandboxed executions: real child processes, killed at their limits."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from llmspell import Session
from llmspell.tool.errors import ExecutionFailed, NotSandboxable, SandboxKilled, TimedOut

from tests.llmspell_runtime.tool import sandboxed_functions as functions


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


def run(session: Session, function: Any, arguments: dict[str, Any] | None = None, **options: Any) -> Any:
    if not session.tool.exists("it"):
        session.tool.register(name="it", description="Under test.", handler=function)
    return session.tool.execute(
        "it", arguments or {}, **{"mode": "sandboxed", "timeout_seconds": 60, **options}
    ).value


def test_a_function_runs_elsewhere(session: Session) -> None:
    assert run(session, functions.add, {"a": 1, "b": 2}) == 3


def test_a_coroutine_function_too(session: Session) -> None:
    assert run(session, functions.add_later, {"a": 1, "b": 2}) == 3


def test_a_failure_is_told(session: Session) -> None:
    with pytest.raises(ExecutionFailed, match="failed: out of order"):
        run(session, functions.fail)


@pytest.mark.parametrize("function", [functions.sleep, functions.spin])
def test_it_is_killed_at_its_time_limit(session: Session, function: Any) -> None:
    with pytest.raises(TimedOut):
        run(session, function, timeout_seconds=0.8)


def test_it_is_stopped_at_its_memory_limit(session: Session) -> None:
    with pytest.raises(SandboxKilled, match="memory"):
        run(session, functions.eat, memory_bytes=300 * 1024**2)


def test_dying_is_told(session: Session) -> None:
    with pytest.raises(SandboxKilled, match="status 7 and no answer: no more"):
        run(session, functions.die)


def test_no_secret_of_the_environment_reaches_it(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    assert "OPENAI_API_KEY" not in run(session, functions.environment)


def test_its_own_children_end_with_it(session: Session, tmp_path: Path) -> None:
    file, seconds = tmp_path / "group", 0.8
    file.touch()
    while not file.read_text():  # a busy machine needs longer to come to it
        seconds *= 2
        with pytest.raises(TimedOut):
            run(session, functions.child, {"file": str(file)}, timeout_seconds=seconds)
    group = int(file.read_text())
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        if not _alive(group):
            return
    pytest.fail("a process of the sandbox is still there")


def _alive(group: int) -> bool:
    """Whether a process of the group is more than a zombie that waits for its parent."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            return True
    return False


def test_what_is_no_json_is_refused(session: Session) -> None:
    with pytest.raises(ExecutionFailed, match="not JSON"):
        run(session, functions.strange)


def test_a_local_function_cannot_leave(session: Session) -> None:
    with pytest.raises(NotSandboxable):
        run(session, lambda arguments: None)
    assert not session.tool.get_info("it").sandboxable


def test_built_in_tools_keep_their_permissions(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("hello")
    with Session(permissions={"fs.read": [str(tmp_path)]}) as session:
        options: Any = {"mode": "sandboxed"}
        value: Any = session.tool.execute("file_read", {"path": str(tmp_path / "note.txt")}, **options).value
        assert value["text"] == "hello"
        with pytest.raises(Exception, match=r"fs\.read") as caught:
            session.tool.execute("file_read", {"path": "/etc/passwd"}, **options)
        assert caught.value.code == "runtime.permission_denied"  # type: ignore[attr-defined]
        with pytest.raises(Exception, match="no such file") as caught:
            session.tool.execute("file_read", {"path": str(tmp_path / "none")}, **options)
        assert caught.value.code == "tool.file_failed"  # type: ignore[attr-defined]
