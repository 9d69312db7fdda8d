"""Sessions that come and go leave nothing behind: no thread, file descriptor, task or object."""

from __future__ import annotations

import asyncio
import gc
import threading
import warnings
import weakref
from collections.abc import Iterator
from pathlib import Path

import llmspell
import pytest
from bridge_runtime.session import Session as Core
from llmspell.provider import ScriptStep, Type
from model_endpoint import Endpoint

ROUNDS = 20
AT_ONCE = 50


@pytest.fixture(autouse=True)
def strict() -> Iterator[None]:
    """Whatever was not closed or not awaited is an error, wherever it was dropped."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
        gc.collect()
    assert [str(warning.message) for warning in caught] == []


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def visit() -> weakref.ref[Core]:
    """One session with a bit of everything that needs closing."""
    with llmspell.Session() as session:
        script = [ScriptStep(text="One."), ScriptStep(text="Two.")]
        session.provider.create(type=Type.SCRIPTED, name="script", script=script)
        agent = session.agent.create(name="helper", provider="script")
        heard: list[str] = []
        session.event.subscribe("agent.*", lambda event: heard.append(event.type))
        assert agent.run("Hi").text == "One."
        with agent.stream("Hi") as stream:
            next(stream)
        assert heard == ["agent.start", "agent.complete", "agent.start", "agent.error"]
        session.memory.store("key", [1])
        with session.session.open(name="inner") as inner:
            inner.tool.execute("calculator", {"expression": "1 + 1"})
        return weakref.ref(session.core)


def test_synchronous_sessions() -> None:
    visit()
    threads, open_before = threading.active_count(), descriptors()
    gone = [visit() for _ in range(ROUNDS)]
    gc.collect()
    assert threading.active_count() == threads
    assert descriptors() == open_before
    assert [core() for core in gone] == [None] * ROUNDS


def test_asynchronous_sessions_with_many_agents_at_once() -> None:
    async def one(url: str) -> weakref.ref[Core]:
        async with llmspell.AsyncSession() as session:
            await session.provider.create(type=Type.LOCAL, base_url=url, model="m")
            agents = [await session.agent.create(name=f"a{n}", provider="local") for n in range(AT_ONCE)]
            async with asyncio.TaskGroup() as tasks:
                runs = [tasks.create_task(agent.run("Hi")) for agent in agents]
            assert [run.result().text for run in runs] == ["Hi."] * AT_ONCE
            return weakref.ref(session.core)

    async def main() -> None:
        async with Endpoint() as endpoint:
            reply = {
                "choices": [{"message": {"role": "assistant", "content": "Hi."}, "finish_reason": "stop"}]
            }

            async def visit() -> weakref.ref[Core]:
                for _ in range(AT_ONCE):
                    endpoint.answer(reply)
                gone = await one(endpoint.url)
                while endpoint.serving:  # the endpoint sees that its clients went away
                    await asyncio.sleep(0)
                return gone

            await visit()
            tasks, threads, open_before = len(asyncio.all_tasks()), threading.active_count(), descriptors()
            gone = [await visit() for _ in range(3)]
            gc.collect()
            assert [core() for core in gone] == [None] * 3
            assert len(asyncio.all_tasks()) == tasks
            assert threading.active_count() == threads
            assert descriptors() == open_before

    asyncio.run(main())


def test_what_is_cancelled_is_let_go() -> None:
    async def main() -> None:
        async with Endpoint() as endpoint, llmspell.AsyncSession() as session:
            await session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
            agent = await session.agent.create(name="helper", provider="local")
            tasks = len(asyncio.all_tasks())
            for _ in range(ROUNDS):
                endpoint.stream([b" "], hang=True)
                endpoint.reached.clear()
                run = asyncio.ensure_future(agent.run("Hi"))
                await endpoint.reached.wait()
                run.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await run
                while endpoint.serving:
                    await asyncio.sleep(0)
            assert len(asyncio.all_tasks()) == tasks

    asyncio.run(main())
