"""Runs from outside: retries, limits, pausing, cancelling, and many at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import llmspell
import pytest
from bridge_runtime.errors import BridgeError
from bridge_runtime.session import Session
from llmspell.workflow.types import Status
from llmspell_runtime.workflow.service import Workflows

pytestmark = pytest.mark.anyio


class Sleeps:
    """A clock that notes how long it was to wait, and does not."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await asyncio.sleep(0)


@pytest.fixture
def sleeps() -> Sleeps:
    return Sleeps()


@pytest.fixture
async def session(sleeps: Sleeps) -> AsyncIterator[llmspell.AsyncSession]:
    def workflows(core: Session) -> Workflows:
        return Workflows(core, sleeps)

    async with llmspell.AsyncSession(services={"workflow": workflows}, record_events=True) as opened:
        yield opened


async def flow(session: llmspell.AsyncSession, *steps: dict[str, Any], **more: Any) -> Any:
    return await session.workflow.create(**{"name": "flow", "steps": list(steps), **more})


async def events(session: llmspell.AsyncSession) -> list[str]:
    return [event["type"] for event in await session.core.acall("runtime.recorded_events", {})]


def failing(error: BridgeError | Exception, times: int) -> Any:
    """A handler that raises ``error`` so often, and then counts its calls."""
    calls = 0

    async def handler(input: Any) -> int:
        nonlocal calls
        calls += 1
        if calls <= times:
            raise error
        return calls

    return handler


class Forever:
    """A handler that never returns; ``entered`` when it is called, ``ended`` when it is cancelled."""

    def __init__(self) -> None:
        self.entered, self.ended = asyncio.Event(), asyncio.Event()

    async def handler(self, input: Any) -> None:
        self.entered.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.ended.set()


def recovering(recovery: Any) -> BridgeError:
    error = BridgeError("no luck")
    error.code, error.recovery = "test.failed", recovery
    return error


@pytest.mark.parametrize(
    ("error", "codes", "attempts"),
    [
        (ValueError("of the handler's own"), [], 4),
        (recovering("retry_with_backoff"), [], 4),
        (recovering("retry_once"), [], 2),
        (recovering("none"), [], 1),
        (recovering("failover"), [], 1),
        (recovering("none"), ["script.*"], 4),
        (recovering("none"), ["*"], 4),
        (recovering("none"), ["tool.*"], 1),
    ],
)
async def test_an_error_says_whether_it_is_tried_again(
    session: llmspell.AsyncSession, sleeps: Sleeps, error: Exception, codes: list[str], attempts: int
) -> None:
    await session.script.register_handler("work", failing(error, 10))
    retry = {"attempts": 4, "delay_seconds": 2, "factor": 3, "max_delay_seconds": 10, "codes": codes}
    run = await flow(session, {"id": "a", "kind": "script", "handler": "work", "retry": retry})
    with pytest.raises(BridgeError, match="failed at step 'a'") as failed:
        await run.execute()
    assert failed.value.code == "workflow.step_failed"
    assert sleeps.seconds == [2, 6, 10][: attempts - 1]
    assert (await events(session)).count("workflow.retry") == attempts - 1


async def test_a_step_that_takes_too_long_is_cancelled(session: llmspell.AsyncSession) -> None:
    ended: list[str] = []

    async def forever(input: Any) -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise

    await session.script.register_handler("forever", forever)
    run = await flow(
        session,
        {"id": "a", "kind": "script", "handler": "forever", "timeout_seconds": 0.01, "on_error": "continue"},
        {
            "id": "group",
            "kind": "sequential",
            "timeout_seconds": 0.01,
            "on_error": "continue",
            "steps": [{"id": "b", "kind": "script", "handler": "forever"}],
        },
        output=["{{a.error.code}}", "{{group.error.code}}"],
    )
    result = await run.execute()
    assert result.output == ["workflow.step_timed_out"] * 2
    assert ended == ["cancelled"] * 2
    with pytest.raises(BridgeError) as late:
        await (await flow(session, {"id": "b", "kind": "script", "handler": "forever"}, name="late")).execute(
            timeout_seconds=0.01
        )
    assert late.value.code == "workflow.timed_out"
    assert ended == ["cancelled"] * 3


async def test_the_clock_stands_still_while_a_run_is_paused(
    session: llmspell.AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = await flow(
        session,
        {"id": "a", "kind": "transform", "value": 1},
        {"id": "b", "kind": "transform", "value": 2},
        timeout_seconds=600,
    )
    loop = asyncio.get_running_loop()
    now = loop.time
    started = await run.start(pause_after=["a"])
    assert (await session.workflow.get_result(started)).status is Status.PAUSED
    monkeypatch.setattr(loop, "time", lambda: now() + 3600)
    await session.workflow.resume(started)
    assert (await session.workflow.get_result(started)).output == 2


async def test_pausing_waits_for_the_steps_under_way(session: llmspell.AsyncSession) -> None:
    entered, may_end = asyncio.Event(), asyncio.Event()

    async def slow(input: Any) -> str:
        entered.set()
        await may_end.wait()
        return "done"

    await session.script.register_handler("slow", slow)
    run = await flow(
        session,
        {"id": "a", "kind": "script", "handler": "slow"},
        {"id": "b", "kind": "transform", "value": 2},
    )
    started = await run.start()
    await entered.wait()
    await session.workflow.pause(started)
    assert await session.workflow.get_status(started) is Status.RUNNING
    may_end.set()
    paused = await session.workflow.get_result(started)
    assert (paused.status, [step.key for step in paused.steps]) == (Status.PAUSED, ["a"])
    await session.workflow.resume(started)
    assert (await session.workflow.get_result(started)).output == 2
    assert [type for type in await events(session) if type.count("step") == 0] == [
        "workflow.start",
        "workflow.paused",
        "workflow.resumed",
        "workflow.complete",
    ]


async def test_cancelling_reaches_the_step_under_way(session: llmspell.AsyncSession) -> None:
    forever = Forever()
    await session.script.register_handler("forever", forever.handler)
    run = await flow(session, {"id": "a", "kind": "script", "handler": "forever"})
    started = await run.start()
    await forever.entered.wait()
    await session.workflow.cancel(started)
    assert forever.ended.is_set()
    assert await session.workflow.get_status(started) is Status.CANCELLED
    with pytest.raises(BridgeError) as cancelled:
        await session.workflow.get_result(started)
    assert cancelled.value.code == "workflow.cancelled"
    assert (await events(session))[-1] == "workflow.cancelled"


async def test_cancelling_the_call_cancels_the_run(session: llmspell.AsyncSession) -> None:
    forever = Forever()
    await session.script.register_handler("forever", forever.handler)
    run = await flow(session, {"id": "a", "kind": "script", "handler": "forever"})
    call = asyncio.create_task(run.execute())
    await forever.entered.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert forever.ended.is_set()
    assert await session.workflow.list_runs() == []
    assert (await events(session))[-1] == "workflow.cancelled"


async def test_a_step_may_cancel_or_pause_its_own_run(session: llmspell.AsyncSession) -> None:
    async def pause(run: str) -> None:
        await session.workflow.pause(run)

    async def cancel(run: str) -> None:
        await session.workflow.cancel(run)

    await session.script.register_handler("pause", pause)
    await session.script.register_handler("cancel", cancel)
    for number, (handler, status) in enumerate([("pause", Status.PAUSED), ("cancel", Status.CANCELLED)], 1):
        run = await flow(
            session,
            {"id": "a", "kind": "script", "handler": handler, "input": f"run_{number}"},
            {"id": "b", "kind": "transform", "value": 1},
            name=handler,
        )
        started = await run.start()
        if status is Status.PAUSED:
            assert (await session.workflow.get_result(started)).status is status
        else:
            with pytest.raises(BridgeError, match="was cancelled"):
                await session.workflow.get_result(started)


async def test_two_runs_of_one_workflow_know_nothing_of_each_other(session: llmspell.AsyncSession) -> None:
    run = await flow(
        session,
        {"id": "a", "kind": "wait", "seconds": 1},
        {"id": "b", "kind": "transform", "value": "{{input}}"},
        {"id": "c", "kind": "wait", "seconds": 1},
        {"id": "d", "kind": "transform", "value": "{{b.output}}"},
    )
    results = await asyncio.gather(*(run.execute(number) for number in range(20)))
    assert [result.output for result in results] == list(range(20))
    assert (await session.workflow.get_info(run)).runs == 20


async def test_a_bound_holds(session: llmspell.AsyncSession) -> None:
    under_way = most = 0

    async def work(input: Any) -> None:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        under_way -= 1

    await session.script.register_handler("work", work)
    steps = [{"id": f"s{number}", "kind": "script", "handler": "work"} for number in range(20)]
    await (await flow(session, *steps, pattern="parallel", max_concurrency=3)).execute()
    assert most == 3
    most = 0
    mapped = {"pattern": "map_reduce", "over": "input", "max_concurrency": 5, "name": "mapped"}
    await (await flow(session, steps[0], **mapped)).execute(list(range(50)))
    assert most == 5


async def test_steps_that_ask_one_agent_wait_for_each_other(session: llmspell.AsyncSession) -> None:
    script = [{"text": "one"}, {"text": "two"}]
    await session.provider.create(type="scripted", name="stage", script=script)
    await session.agent.create(name="helper", provider="stage")
    ask = {"kind": "agent", "agent": "helper", "input": "{{input}}"}
    run = await flow(session, {"id": "a", **ask}, {"id": "b", **ask}, pattern="parallel")
    assert (await run.execute("count")).output == {"a": "one", "b": "two"}


async def test_an_agent_of_a_steps_own_goes_with_it(session: llmspell.AsyncSession) -> None:
    await session.provider.create(type="scripted", name="stage", script=[{"text": '{"n": 3}'}])
    schema = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
    config = {"name": "passing", "provider": "stage"}
    step = {"id": "a", "kind": "agent", "config": config, "input": "count", "output_schema": schema}
    assert (await (await flow(session, step)).execute()).output == {"n": 3}
    assert await session.agent.list() == []


async def test_events_are_emitted(session: llmspell.AsyncSession) -> None:
    step = {"id": "a", "kind": "emit", "event": "user.told", "data": {"who": "{{input}}"}}
    await (await flow(session, step)).execute("Ada")
    found = await session.core.acall("runtime.recorded_events", {})
    assert {"type": "user.told", "data": {"who": "Ada"}} in found


async def test_hooks_see_and_change_what_steps_work_on(session: llmspell.AsyncSession) -> None:
    async def pre(call: Any) -> Any:
        return {"payload": {**call.payload.model_dump(mode="json"), "input": call.payload.input + 1}}

    await session.hook.register(name="more", point="workflow_step", type="pre", handler=pre)
    await session.script.register_handler("double", lambda value: value * 2)
    run = await flow(session, {"id": "a", "kind": "script", "handler": "double", "input": "{{input}}"})
    assert (await run.execute(1)).output == 4


async def test_what_a_workflow_names_is_looked_up_when_it_runs(session: llmspell.AsyncSession) -> None:
    part = {"id": "a", "kind": "transform", "value": "old"}
    inner = await flow(session, part, name="inner")
    outer = await flow(session, {"id": "run_it", "kind": "workflow", "workflow": "inner"}, name="outer")
    assert (await outer.execute()).output == "old"
    await session.workflow.destroy(inner)
    with pytest.raises(BridgeError) as gone:
        await outer.execute()
    assert gone.value.code == "workflow.invalid_definition"
    circle = {"id": "run_it", "kind": "workflow", "workflow": "outer"}
    with pytest.raises(BridgeError, match="without end"):
        await flow(session, circle, name="inner")


async def test_limits_are_kept(session: llmspell.AsyncSession) -> None:
    deep: dict[str, Any] = {"id": "bottom", "kind": "transform", "value": 1}
    for level in range(20):
        deep = {"id": f"level{level}", "kind": "sequential", "steps": [deep]}
    with pytest.raises(BridgeError, match="deep"):
        await flow(session, deep)
    many = [{"id": f"s{number}", "kind": "wait", "seconds": 0} for number in range(1001)]
    with pytest.raises(BridgeError, match="more than 1000 steps"):
        await flow(session, *many)
    for level in range(8):  # each runs the one before ten times
        steps = [
            (
                {"id": f"s{n}", "kind": "workflow", "workflow": f"level{level - 1}"}
                if level
                else {"id": f"s{n}", "kind": "wait", "seconds": 0}
            )
            for n in range(10)
        ]
        try:
            await flow(session, *steps, name=f"level{level}")
        except BridgeError as error:
            assert level == 2 and "limit" in [issue.code.value for issue in error.fields["issues"]]
            break
    else:
        pytest.fail("an explosion of steps was let in")
    big = await flow(session, {"id": "a", "kind": "transform", "value": "{{input + input}}"}, name="big")
    with pytest.raises(BridgeError, match="bytes"):
        await big.execute("x" * 3_000_000)


async def test_a_step_that_is_cut_short_says_so(session: llmspell.AsyncSession) -> None:
    forever = Forever()
    await session.script.register_handler("forever", forever.handler)
    run = await flow(session, {"id": "a", "kind": "script", "handler": "forever"})
    started = await run.start()
    await forever.entered.wait()
    await session.workflow.cancel(started)
    found = await session.core.acall("runtime.recorded_events", {})
    (ended,) = [event["data"] for event in found if event["type"] == "workflow.step"]
    assert (ended["key"], ended["status"], ended["attempts"]) == ("a", "cancelled", 1)


async def test_steps_that_wait_for_nothing_let_others_run(session: llmspell.AsyncSession) -> None:
    step = {"id": "a", "kind": "transform", "value": "{{index}}"}
    endless = {"pattern": "loop", "repeat_while": "true", "max_iterations": 100_000}
    started = await (await flow(session, step, **endless)).start()
    await session.workflow.pause(started)
    paused = await session.workflow.get_result(started)
    assert paused.status is Status.PAUSED and len(paused.steps) < 100
    await session.workflow.cancel(started)


async def test_a_pause_is_of_this_workflows_own_steps(session: llmspell.AsyncSession) -> None:
    inner = {"name": "inner", "steps": [{"id": "a", "kind": "transform", "value": 1}]}
    run = await flow(
        session,
        {"id": "nested", "kind": "workflow", "definition": inner},
        {"id": "a", "kind": "transform", "value": 2},
    )
    started = await run.start(pause_after=["a"])
    assert len((await session.workflow.get_result(started)).steps) == 2


async def test_a_nested_workflow_has_its_own_limit(session: llmspell.AsyncSession) -> None:
    ended: list[str] = []

    async def forever(name: str) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(name)

    await session.script.register_handler("forever", forever)
    inner = {
        "name": "inner",
        "timeout_seconds": 0.02,
        "steps": [{"id": "a", "kind": "script", "handler": "forever"}],
    }
    run = await flow(
        session,
        {"id": "within", "kind": "workflow", "definition": inner, "fallback": [
            {"id": "instead", "kind": "transform", "value": "{{error.code}} {{error.fields.workflow}}"},
        ]},
    )  # fmt: skip
    result = await run.execute()
    assert result.output == "workflow.timed_out inner"
    assert ended == [None]
    assert [step.key for step in result.steps] == ["instead"]


async def test_a_handler_cannot_run_its_own_workflow_without_end(session: llmspell.AsyncSession) -> None:
    depths: list[int] = []

    async def again(depth: int) -> Any:
        depths.append(depth)
        return (await run.execute(depth + 1)).output

    await session.script.register_handler("again", again)
    run = await flow(session, {"id": "a", "kind": "script", "handler": "again", "input": "{{input}}"})
    with pytest.raises(BridgeError) as endless:
        await run.execute(1)
    cause: BridgeError | None = endless.value
    codes = []
    while cause is not None:
        codes.append(cause.code)
        cause = cause.cause
    assert codes[-1] == "workflow.nested_too_deep"
    assert depths == list(range(1, 17))
    assert await session.workflow.list_runs() == []


async def test_nor_go_on_from_its_own_checkpoint_without_end(session: llmspell.AsyncSession) -> None:
    runs: list[Any] = []

    async def again(_: Any) -> Any:
        checkpoint = await session.workflow.get_checkpoint(runs[-1])
        runs.append(await session.workflow.restore({**checkpoint, "id": f"again_{len(runs)}"}))
        await session.workflow.resume(runs[-1])
        return (await session.workflow.get_result(runs[-1])).output

    await session.script.register_handler("again", again)
    run = await flow(session, {"id": "a", "kind": "script", "handler": "again"})
    runs.append(await run.start())
    with pytest.raises(BridgeError) as endless:
        await session.workflow.get_result(runs[0])
    cause: BridgeError | None = endless.value
    while cause is not None and cause.code != "workflow.nested_too_deep":
        cause = cause.cause
    assert cause is not None
    assert len(runs) == 16


async def test_what_goes_in_and_comes_out_can_be_changed(session: llmspell.AsyncSession) -> None:
    kept: list[Any] = []

    async def keep(value: Any) -> Any:
        kept.append(value)
        return value

    async def spoil(value: Any) -> None:
        value["list"].append("spoilt")
        for one in kept:
            one["list"].append("spoilt")

    await session.script.register_handler("keep", keep)
    await session.script.register_handler("spoil", spoil)
    run = await flow(
        session,
        {"id": "a", "kind": "script", "handler": "keep", "input": "{{input}}"},
        {"id": "b", "kind": "script", "handler": "spoil", "input": "{{a.output}}"},
        {"id": "c", "kind": "script", "handler": "spoil", "input": {"list": []}},
        output=["{{input}}", "{{a.output}}"],
    )
    input = {"list": [1]}
    started = await run.start(input)
    input["list"].append("spoilt")
    result = await session.workflow.get_result(started)
    assert result.output == [{"list": [1]}] * 2
    result.output.clear()
    result.steps[0].output.clear()
    again = await session.workflow.get_result(started)
    assert again.output == [{"list": [1]}] * 2 and again.steps[0].output == {"list": [1]}
    definition = await session.workflow.get_definition(run)
    definition.steps[2].input["list"].append("spoilt")
    assert (await session.workflow.get_definition(run)).steps[2].input == {"list": []}


@pytest.mark.parametrize(
    ("pattern", "output"),
    [
        ("sequential", 11),
        ("pipeline", 21),
        ("parallel", {"double_it": 20, "_input": 11, "double_it_2": 20}),
    ],
)
async def test_workflows_are_composed(session: llmspell.AsyncSession, pattern: Any, output: Any) -> None:
    for name, value in {"double it": "{{input * 2}}", "input": "{{input + 1}}"}.items():
        await flow(session, {"id": "a", "kind": "transform", "value": value}, name=name)
    parts = ["double it", "input"] if pattern != "parallel" else ["double it", "input", "double it"]
    both = await session.workflow.compose("both", parts, pattern)
    for info in await session.workflow.list():
        if info.name != "both":
            await session.workflow.destroy(info.id)
    assert (await both.execute(10)).output == output
    again = await session.workflow.serialize(both)
    await session.workflow.destroy(both)
    assert (await (await session.workflow.deserialize(again)).execute(10)).output == output


async def test_what_is_composed_must_be_there(session: llmspell.AsyncSession) -> None:
    with pytest.raises(BridgeError) as missing:
        await session.workflow.compose("both", ["nobody"])
    assert missing.value.code == "workflow.not_found"
