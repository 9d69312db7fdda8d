"""What a Lua program gives up reaches the implementation, in every engine: cancelled tasks, streams left early."""

from __future__ import annotations

from pathlib import Path

from tests.surfaces.holding import PATIENCE, Holding
from tests.surfaces.lua.conftest import RunFile

HERE = Path(__file__).parent


def test_a_cancelled_task_closes_its_request(run_file: RunFile) -> None:
    with Holding() as endpoint:
        done = run_file(HERE / "cancelling.lua", endpoint.url)
    assert done.stdout.splitlines() == [
        "reached",
        "true",
        "false\truntime.cancelled",
        "left\tready\t0",
    ], done.stderr


def test_a_cancelled_workflow_closes_the_request_of_its_step(run_file: RunFile) -> None:
    with Holding() as endpoint:
        done = run_file(HERE / "cancelling_workflow.lua", endpoint.url)
    assert done.stdout.splitlines() == ["reached", "true", "false\truntime.cancelled", "left\t0"], done.stderr


def test_a_stream_left_early_adds_nothing(run_file: RunFile) -> None:
    done = run_file(HERE / "left_early.lua")
    assert done.stdout.splitlines() == [
        "text",
        "ready\t0\t0",
        "tool_call",
        "ready\t0\t0",
        "completed\t2\t0",
    ], done.stderr


def test_closing_a_session_tells_what_did_not_end(run_file: RunFile) -> None:
    with Holding() as endpoint:
        done = run_file(HERE / "closing.lua", endpoint.url)
        assert endpoint.left.wait(PATIENCE)
    assert done.stdout.splitlines() == [
        "false\tprovider.script_unfinished\tleft\ttrue",
        "false\truntime.session_closed",
        "in the handler\tprovider.script_unfinished",
        "false\truntime.session_closed",
        "true",
        "reached",
        "true",
        "false\truntime.session_closed",
    ], done.stderr
