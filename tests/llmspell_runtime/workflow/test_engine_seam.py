"""The engine by itself: text and a function in, what came of it out; no session, no tool, no handler."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError, CallbackFailed
from llmspell.workflow.types import Status
from llmspell_runtime.workflow.engine import Ending, Order, Outcome, StepCall
from llmspell_runtime.workflow.in_process import InProcessEngine

pytestmark = pytest.mark.anyio

DEFINITION: dict[str, Any] = {
    "name": "orders",
    "steps": [
        {
            "id": "each",
            "kind": "map_reduce",
            "over": "input",
            "max_concurrency": 2,
            "steps": [
                {"id": "look_up", "kind": "tool", "tool": "shop", "arguments": {"id": "{{item}}"}},
                {
                    "id": "charge",
                    "kind": "tool",
                    "tool": "bank",
                    "retry": {"attempts": 2, "delay_seconds": 0},
                },
            ],
        },
        {
            "id": "rounds",
            "kind": "loop",
            "repeat_until": "index == 1",
            "steps": [{"id": "tell", "kind": "script", "handler": "any", "input": "{{size(each.output)}}"}],
        },
        {
            "id": "inner",
            "kind": "workflow",
            "definition": {"name": "inner", "steps": [{"id": "tell", "kind": "script", "handler": "any"}]},
        },
    ],
    "output": ["{{each.output}}", "{{rounds.output}}"],
}


class Recorder:
    """An observer that notes what it is told, and an executor that fails every first charge."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.calls: list[StepCall] = []

    async def __call__(self, call: StepCall) -> Any:
        self.calls.append(call)
        await asyncio.sleep(0)
        if call.step == "charge" and call.attempt == 1:
            raise CallbackFailed(detail="no answer")
        return {"did": call.key, "with": call.input}

    def started(self, run: str, input: Any) -> None:
        self.told.append("started")

    def step_started(self, call: StepCall) -> None:
        self.told.append(f"{call.key} begins")

    def step_retried(self, call: StepCall, delay: float, error: BridgeError) -> None:
        self.told.append(f"{call.key} again")

    def step_ended(self, run: str, outcome: Outcome) -> None:
        self.told.append(f"{outcome.key} {outcome.status.value}")

    def paused(self, run: str) -> None:
        self.told.append("paused")

    def resumed(self, run: str) -> None:
        self.told.append("resumed")

    def ended(self, run: str, ending: Ending) -> None:
        self.told.append(ending.status.value)


async def result(recorder: Recorder, order: Order) -> Ending:
    engine = InProcessEngine(recorder, recorder)
    await engine.start(order)
    ending = await engine.result(order.run)
    assert engine.status(order.run) is ending.status
    await engine.forget(order.run)
    return ending


async def test_keys_follow_from_the_definition_alone() -> None:
    recorder = Recorder()
    ending = await result(recorder, Order("r", json.dumps(DEFINITION), ["a", "b", "c"]))
    assert ending.status is Status.COMPLETED
    assert sorted(outcome.key for outcome in ending.outcomes) == [
        "each[0].charge",
        "each[0].look_up",
        "each[1].charge",
        "each[1].look_up",
        "each[2].charge",
        "each[2].look_up",
        "inner/tell",
        "rounds[0].tell",
        "rounds[1].tell",
    ]
    keys = [call.idempotency_key for call in recorder.calls]
    assert len(set(keys)) == len(keys) == 12
    assert {"r/each[2].charge#1", "r/each[2].charge#2", "r/inner/tell#1"} <= set(keys)


async def test_going_on_from_any_part_of_what_is_done_comes_to_the_same() -> None:
    whole = await result(Recorder(), Order("r", json.dumps(DEFINITION), ["a", "b", "c"]))
    for left_out in range(len(whole.outcomes)):
        known = tuple(outcome for number, outcome in enumerate(whole.outcomes) if number != left_out)
        recorder = Recorder()
        again = await result(recorder, Order("r", json.dumps(DEFINITION), ["a", "b", "c"], known))
        assert again.output == whole.output
        assert {call.key for call in recorder.calls} == {whole.outcomes[left_out].key}
    for length in range(len(whole.outcomes)):
        recorder = Recorder()
        order = Order("r", json.dumps(DEFINITION), ["a", "b", "c"], tuple(whole.outcomes[:length]))
        assert (await result(recorder, order)).output == whole.output
        assert {call.key for call in recorder.calls} == {one.key for one in whole.outcomes[length:]}


async def test_an_observer_is_told_in_order() -> None:
    recorder = Recorder()
    await result(recorder, Order("r", json.dumps(DEFINITION), ["a"]))
    assert recorder.told == [
        "started",
        "each[0].look_up begins",
        "each[0].look_up completed",
        "each[0].charge begins",
        "each[0].charge again",
        "each[0].charge begins",
        "each[0].charge completed",
        "rounds[0].tell begins",
        "rounds[0].tell completed",
        "rounds[1].tell begins",
        "rounds[1].tell completed",
        "inner/tell begins",
        "inner/tell completed",
        "completed",
    ]


class Full:
    """A keeper whose disk is full after some steps."""

    def __init__(self, room: int) -> None:
        self.room = room

    async def step_ended(self, run: str, outcome: Outcome, elapsed: float) -> None:
        self.room -= 1
        if self.room < 0:
            raise BridgeError("no room left", fields={})

    async def ended(self, run: str, ending: Ending) -> None:
        """There is room for that."""


async def test_a_run_that_cannot_be_kept_fails() -> None:
    recorder = Recorder()
    engine = InProcessEngine(recorder, recorder, Full(2))
    await engine.start(Order("r", json.dumps(DEFINITION), ["a", "b"]))
    ending = await engine.result("r")
    assert (ending.status, str(ending.error)) == (Status.FAILED, "no room left")
    assert len(ending.outcomes) == 2
    await engine.forget("r")
