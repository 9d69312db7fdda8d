"""What belongs together shares a correlation id: everything that one call emitted, however deep, and nothing else."""

from __future__ import annotations

import asyncio
from typing import Any

import llmspell
import pytest
from bridge_runtime.hosts.lua import LuaHost
from bridge_runtime.session import Session as Core
from llmspell import AsyncSession, Session
from llmspell._interface import INTERFACE
from llmspell.event.types import Event
from llmspell.provider import ScriptStep, Type
from llmspell.provider.types import ScriptedToolCall

RUN = ["agent.start", "provider.request", "provider.response", "tool.start", "note.taken", "tool.complete"]
RUN += ["provider.request", "provider.response", "agent.complete"]
SCRIPT = [ScriptStep(tool_calls=[ScriptedToolCall(name="note", arguments={})]), ScriptStep(text="Done.")]
SCHEMA = {"type": "object"}


def types(events: list[Event]) -> list[str]:
    return [event.type for event in events]


def furnish(session: Session, runs: int) -> Any:
    """An agent whose run calls a tool that emits an event of its own."""

    def note(arguments: dict[str, Any]) -> None:
        session.event.emit("note.taken", {})

    session.provider.create(type=Type.SCRIPTED, script=SCRIPT * runs)
    session.tool.register(name="note", description="Takes a note.", parameters=SCHEMA, handler=note)
    return session.agent.create(name="helper", provider="scripted", tools=["note"])


def test_one_filter_finds_all_of_a_run() -> None:
    with Session() as session:
        agent = furnish(session, runs=2)
        session.event.record()
        agent.run("First")
        agent.run("Second")
        session.event.emit("note.taken", {})
        events = session.event.filter()
        first, second, alone = (
            events[0].correlation_id,
            events[len(RUN)].correlation_id,
            events[-1].correlation_id,
        )
        assert len({first, second, alone}) == 3
        assert types(session.event.filter(correlation_id=first)) == RUN
        assert types(session.event.filter(correlation_id=second)) == RUN
        assert types(session.event.filter(correlation_id=alone)) == ["note.taken"]


def test_it_is_the_trace_id_of_the_errors_of_the_call() -> None:
    with Session() as session:
        session.event.record()
        with pytest.raises(llmspell.BridgeError) as raised:
            session.tool.execute("calculator", {"expression": "1/0"})
        assert {event.correlation_id for event in session.event.filter()} == {raised.value.trace_id}


def test_a_stream_is_one_call() -> None:
    with Session() as session:
        agent = furnish(session, runs=1)
        session.event.record()
        with agent.stream("Hi") as chunks:
            for _ in chunks:
                session.event.emit("chunk.read", {})  # a call of its own
        own = session.event.filter(pattern="agent.start")[0].correlation_id
        assert types(session.event.filter(correlation_id=own)) == RUN


def test_what_a_subscriber_does_belongs_to_what_it_heard() -> None:
    with Session() as session:

        def answer(event: Event) -> None:
            session.event.emit("answer", {"to": event.id})

        session.event.record()
        session.event.subscribe("question", answer)
        session.event.subscribe("go", lambda event: [session.event.emit("question", {}) for _ in range(3)])
        ids = [session.event.emit("question", {}) for _ in range(2)]
        session.event.emit("go", {})
        questions = session.event.filter(pattern="question")
        assert [event.id for event in questions[:2]] == ids
        for question in questions:
            answers = session.event.filter(pattern="answer", data={"to": question.id})
            assert [event.correlation_id for event in answers] == [question.correlation_id]
        assert len({event.correlation_id for event in questions}) == 3


def test_ones_own_id_wins() -> None:
    with Session() as session:
        session.event.record()
        session.event.emit("note", {}, correlation_id="mine")
        session.event.emit("note", {})
        assert [event.correlation_id == "mine" for event in session.event.filter()] == [True, False]


@pytest.mark.anyio
async def test_runs_at_the_same_time_are_told_apart() -> None:
    async with AsyncSession() as session:
        both_wait = asyncio.Barrier(2)

        async def meet(arguments: dict[str, Any]) -> None:
            await both_wait.wait()
            await session.event.emit("note.taken", {})

        await session.provider.create(type=Type.SCRIPTED, name="one", script=SCRIPT)
        await session.provider.create(type=Type.SCRIPTED, name="two", script=SCRIPT)
        await session.tool.register(name="note", description="Takes a note.", parameters=SCHEMA, handler=meet)
        agents = [
            await session.agent.create(name=name, provider=name, tools=["note"]) for name in ("one", "two")
        ]
        await session.event.record()
        await asyncio.gather(*(agent.run("Hi") for agent in agents))
        ids = {event.correlation_id for event in await session.event.filter()}
        assert len(ids) == 2
        for id in ids:
            assert types(await session.event.filter(correlation_id=id)) == RUN


def test_calls_of_a_script() -> None:
    core = Core(INTERFACE)
    with LuaHost(core) as host:
        found = host.run("""
            local llmspell = require("llmspell")
            local event = llmspell.event
            llmspell.tool.register{name = "note", description = "Takes a note.", parameters = {type = "object"},
              handler = function() event.emit("note.taken", {}) return {} end}
            event.record{}
            llmspell.tool.execute{name = "note", arguments = {}}
            event.emit("note.taken", {})
            local events = event.filter{}
            local mine = event.filter{correlation_id = events[1].correlation_id}
            return {all = #events, mine = {mine[1].type, mine[2].type, mine[3].type}, last = events[4].correlation_id}
        """)
    core.close()
    assert (found["all"], found["mine"]) == (4, ["tool.start", "note.taken", "tool.complete"])
    assert len(found["last"]) == 16
