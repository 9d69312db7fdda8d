"""Runs that go on: from every border between two steps, in another session, and after a crash."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import llmspell
import pytest
from llmspell import BridgeError
from llmspell.workflow.types import RunResult, Status

EVERYTHING: dict[str, Any] = {
    "name": "everything",
    "steps": [
        {"id": "first", "kind": "script", "handler": "count", "input": "{{input}}"},
        {
            "id": "both",
            "kind": "parallel",
            "max_concurrency": 1,
            "steps": [
                {"id": "left", "kind": "script", "handler": "count", "input": "left"},
                {"id": "right", "kind": "script", "handler": "count", "input": "right"},
            ],
        },
        {"id": "maybe", "kind": "script", "handler": "count", "when": "first.output == 'no'"},
        {
            "id": "bad",
            "kind": "script",
            "handler": "broken",
            "fallback": [{"id": "instead", "kind": "script", "handler": "count", "input": "{{error.code}}"}],
        },
        {
            "id": "each",
            "kind": "loop",
            "for_each": "['a', 'b']",
            "steps": [
                {"id": "inside", "kind": "script", "handler": "count", "input": "{{item}}{{previous}}"}
            ],
        },
        {
            "id": "all",
            "kind": "map_reduce",
            "over": "[1, 2]",
            "max_concurrency": 1,
            "steps": [{"id": "mapped", "kind": "script", "handler": "count", "input": "{{item}}"}],
            "reduce": [{"id": "reduced", "kind": "transform", "value": "{{results}}"}],
        },
        {"id": "inner", "kind": "workflow", "workflow": "inner", "input": "{{all.output}}"},
    ],
    "output": [
        "{{first.output}}",
        "{{both.output}}",
        "{{bad.output}}",
        "{{each.output}}",
        "{{inner.output}}",
    ],
}
INNER = {
    "name": "inner",
    "steps": [{"id": "last", "kind": "script", "handler": "count", "input": "{{input}}"}],
}
GRANTS = {"fs.write": ["."], "fs.read": ["."]}


class Session(llmspell.Session):
    """A session with two handlers, one of which notes what it was called with."""

    def __init__(self) -> None:
        super().__init__(permissions=GRANTS)
        self.calls: list[Any] = []
        self.script.register_handler("count", self.count)
        self.script.register_handler("broken", self.fail)

    def count(self, value: Any) -> Any:
        self.calls.append(value)
        return value

    def fail(self, value: Any) -> None:
        self.calls.append("broken")
        raise ValueError("out of order")

    def flow(self) -> Any:
        self.workflow.create(**INNER)
        return self.workflow.create(**EVERYTHING)


def outcome(result: RunResult) -> Any:
    """What came of a run, but for times and handles."""
    shown = result.model_dump(mode="json", exclude_unset=True, exclude={"run", "duration_ms"})
    for step in shown["steps"]:
        del step["duration_ms"]
        for error in [step["error"]] if "error" in step else []:
            error.clear()
    return shown


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def undisturbed() -> tuple[Any, list[Any]]:
    """What comes of the workflow when nobody stops it, and the calls of its handlers."""
    with Session() as session:
        return outcome(session.flow().execute("go")), session.calls


def test_pausing_at_every_border_changes_nothing(undisturbed: tuple[Any, list[Any]]) -> None:
    with Session() as session:
        ids = [step.id for step in session.workflow.get_dependencies(session.flow()).steps]
        run = session.workflow.get("everything").start("go", pause_after=ids)
        borders = 0
        while (result := session.workflow.get_result(run)).status is Status.PAUSED:
            borders += 1
            session.workflow.resume(run)
        assert (outcome(result), session.calls) == undisturbed
        assert borders >= len(session.calls)


def test_a_run_moves_to_a_new_session_at_every_border(undisturbed: tuple[Any, list[Any]]) -> None:
    calls: list[Any] = []
    with Session() as session:
        ids = [step.id for step in session.workflow.get_dependencies(session.flow()).steps]
        run = session.workflow.get("everything").start("go", pause_after=ids)
        assert session.workflow.get_result(run).status is Status.PAUSED
        checkpoint = json.loads(json.dumps(session.workflow.get_checkpoint(run)))
        calls += session.calls
    while True:
        with Session() as session:
            run = session.workflow.restore(checkpoint, pause_after=ids)
            assert session.workflow.get_status(run) is Status.PAUSED
            session.workflow.resume(run)
            result = session.workflow.get_result(run)
            checkpoint = json.loads(json.dumps(session.workflow.get_checkpoint(run)))
            calls += session.calls
        if result.status is Status.COMPLETED:
            break
    assert (outcome(result), calls) == undisturbed


CHILD = """
import sys, os, signal
sys.path[:0] = {paths!r}
from {module} import Session
with Session() as session:
    fatal = int(sys.argv[1])
    def count(value):
        if len(session.calls) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        print(repr(value), flush=True)
        return Session.count(session, value)
    session.script.unregister_handler("count")
    session.script.register_handler("count", count)
    session.flow().execute("go", checkpoint_file="runs.db")
"""


@pytest.mark.parametrize("fatal", [0, 1, 4, 8])
def test_a_run_goes_on_after_its_process_was_killed(fatal: int, undisturbed: tuple[Any, list[Any]]) -> None:
    program = CHILD.format(paths=sys.path, module=__name__)
    killed = subprocess.run(
        [sys.executable, "-c", program, str(fatal)], capture_output=True, text=True, timeout=300, check=False
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert len(killed.stdout.splitlines()) == len(
        [call for call in undisturbed[1][:fatal] if call != "broken"]
    )
    with Session() as session:
        (run,) = session.workflow.recover("runs.db")
        assert session.calls == []
        assert session.workflow.recover("runs.db") == []
        session.workflow.resume(run)
        assert outcome(session.workflow.get_result(run)) == undisturbed[0]
        assert session.calls == undisturbed[1][fatal:]
        assert session.workflow.recover("runs.db") == []
    with Session() as session:
        assert session.workflow.recover("runs.db") == []


def test_many_runs_share_a_file_and_a_closed_session_leaves_them_there() -> None:
    with Session() as session:
        flow = session.flow()
        for number in range(3):
            run = flow.start(number, pause_after=["first"], checkpoint_file="runs.db")
            session.workflow.get_result(run)
        cancelled = flow.start("x", pause_after=["first"], checkpoint_file="runs.db")
        session.workflow.get_result(cancelled)
        session.workflow.cancel(cancelled)
        with Session() as other:
            assert other.workflow.recover("runs.db") == []
    with Session() as session:
        runs = session.workflow.recover("runs.db")
        for run in runs:
            session.workflow.resume(run)
        assert sorted(session.workflow.get_result(run).output[0] for run in runs) == [0, 1, 2]


def test_a_file_that_another_process_works_on_is_left_alone() -> None:
    with Session() as session:
        run = session.flow().start("go", pause_after=["first"], checkpoint_file="runs.db")
        session.workflow.get_result(run)
        program = "import sys; sys.path[:0] = {!r}\nfrom {} import Session\nwith Session() as s: print(s.workflow.recover('runs.db'))"
        asked = subprocess.run(
            [sys.executable, "-c", program.format(sys.path, __name__)],
            capture_output=True,
            text=True,
            timeout=300,
            check=True,
        )
        assert asked.stdout.strip() == "[]"


def test_a_run_is_live_once() -> None:
    with Session() as session:
        run = session.flow().start("go", pause_after=["first"])
        session.workflow.get_result(run)
        checkpoint = session.workflow.get_checkpoint(run)
        with pytest.raises(BridgeError) as twice:
            session.workflow.restore(checkpoint)
        assert twice.value.code == "workflow.run_in_use"


@pytest.mark.parametrize(
    "change",
    [
        {"format": "x"},
        {"version": 2},
        {"version": True},
        {"id": ""},
        {"id": 7},
        {"elapsed_seconds": -1},
        {"elapsed_seconds": True},
        {"timeout_seconds": 0},
        {"definition": None},
        {"definition": {"name": "x", "steps": []}},
        {"steps": {}},
        {"steps": [{"key": "a"}]},
        {
            "steps": [
                {
                    "key": "a",
                    "step": "a",
                    "kind": "script",
                    "status": "failed",
                    "attempts": 1,
                    "duration_ms": 1,
                }
            ]
        },
    ],
)
def test_what_is_no_checkpoint_is_refused(change: dict[str, Any]) -> None:
    with Session() as session:
        run = session.flow().start("go", pause_after=["first"])
        session.workflow.get_result(run)
        checkpoint = session.workflow.get_checkpoint(run)
        session.workflow.discard(run)
        with pytest.raises(BridgeError) as refused:
            session.workflow.restore({**checkpoint, **change})
        assert refused.value.code == "workflow.invalid_checkpoint"


def test_a_checkpoint_needs_what_its_definition_needs() -> None:
    with Session() as session:
        run = session.flow().start("go", pause_after=["first"])
        session.workflow.get_result(run)
        checkpoint = session.workflow.get_checkpoint(run)
    with llmspell.Session() as session, pytest.raises(BridgeError) as lacking:
        session.workflow.restore(checkpoint)
    assert lacking.value.code == "workflow.invalid_definition"


def test_files_are_written_where_the_session_may(folder: Path) -> None:
    (folder / "other.db").write_bytes(b"something else" * 100)
    with Session() as session:
        flow = session.flow()
        with pytest.raises(BridgeError) as denied:
            flow.execute("go", checkpoint_file="/etc/runs.db")
        assert denied.value.code == "runtime.permission_denied"
        with pytest.raises(BridgeError) as other:
            flow.execute("go", checkpoint_file="other.db")
        assert other.value.code == "workflow.invalid_file"
        assert session.workflow.list_runs() == []
        (folder / "folder").mkdir()
        with pytest.raises(BridgeError) as is_folder:
            session.workflow.recover("folder")
        assert is_folder.value.code == "workflow.file_failed"
