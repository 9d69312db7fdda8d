"""The runtime's own points: what hooks see of model calls, tools and runs, and what they can make of them."""

from __future__ import annotations

import asyncio
from typing import Any

import llmspell
import pytest
from bridge_runtime.errors import BridgeError
from llmspell.agent import ChunkKind, State
from llmspell.agent.aio import AsyncAgent
from llmspell.hook import Phase, Point, Priority, Type
from llmspell.hook.errors import Failed, Rejected, Replaced
from llmspell.hook.types import (
    AgentRunPayload,
    GeneratePayload,
    HookAnswer,
    HookCall,
    HookError,
    ToolCallPayload,
)
from llmspell.provider import Type as ProviderType
from llmspell.provider.types import ScriptedFailure, ScriptedToolCall, ScriptExpectation, ScriptStep
from llmspell.shared.types import Message, Role, Usage
from llmspell.tool import ExecutionMode
from llmspell.tool.errors import InvalidArguments

pytestmark = pytest.mark.anyio
HELLO = [Message(role=Role.USER, content="Hello")]
CITY = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}


def says(text: str, **expect: Any) -> ScriptStep:
    return ScriptStep(text=text, expect=ScriptExpectation(**expect))


async def script(session: llmspell.AsyncSession, *steps: ScriptStep) -> Any:
    return await session.provider.create(type=ProviderType.SCRIPTED, model="m", script=list(steps))


async def helper(session: llmspell.AsyncSession, *steps: ScriptStep, **config: Any) -> AsyncAgent:
    await script(session, *steps)
    return await session.agent.create(**{"name": "helper", "provider": "scripted", **config})


async def weather(session: llmspell.AsyncSession, handler: Any) -> None:
    await session.tool.register(name="weather", description="Weather.", parameters=CITY, handler=handler)


async def add(session: llmspell.AsyncSession, point: Point, type: Type, handler: Any, **more: Any) -> Any:
    return await session.hook.register(point=point, type=type, handler=handler, **more)


# --- generate


async def test_a_model_call_shows_what_is_asked_and_what_came(session: llmspell.AsyncSession) -> None:
    seen: list[HookCall] = []
    await add(session, Point.GENERATE, Type.AROUND, seen.append)
    provider = await script(session, says("Hi."))
    await provider.chat(HELLO, temperature=0.5, stop=["."])
    before, after = seen
    assert before.payload == GeneratePayload(
        provider="scripted", model="m", messages=HELLO, tools=[], streaming=False, temperature=0.5, stop=["."]
    )
    assert after.phase is Phase.AFTER and after.result["text"] == "Hi."


async def test_a_hook_changes_what_is_asked_and_what_came(session: llmspell.AsyncSession) -> None:
    def brief(call: HookCall) -> HookAnswer:
        asked = call.payload
        assert isinstance(asked, GeneratePayload)
        messages = [Message(role=Role.SYSTEM, content="Be brief."), *asked.messages]
        return HookAnswer(payload=asked.model_copy(update={"messages": messages, "model": "other"}))

    await add(session, Point.GENERATE, Type.PRE, brief)
    await add(
        session,
        Point.GENERATE,
        Type.POST,
        lambda call: HookAnswer(result={**call.result, "text": "Changed."}),
    )
    provider = await script(session, says("Hi.", system_prompt="Be brief.", model="other"))
    assert (await provider.chat(HELLO)).text == "Changed."


async def test_an_agents_model_calls_pass_too_and_say_whose_they_are(session: llmspell.AsyncSession) -> None:
    seen: list[str | None] = []

    def note(call: HookCall) -> None:
        assert isinstance(call.payload, GeneratePayload)
        seen.append(call.payload.agent)

    await add(session, Point.GENERATE, Type.PRE, note)
    agent = await helper(session, says("Hi."), says("Hello."))
    await agent.run("Hello")
    async with agent.stream("Again") as chunks:
        async for _ in chunks:
            pass
    assert seen == ["helper", "helper"]


async def test_a_refused_model_call_fails_the_run_and_nothing_is_sent(session: llmspell.AsyncSession) -> None:
    await add(session, Point.GENERATE, Type.PRE, lambda call: HookAnswer(reject="too dear"), name="purse")
    agent = await helper(session)
    with pytest.raises(Rejected, match="'purse' refuses this generate: too dear"):
        await agent.run("Hello")
    assert await agent.get_state() is State.ERROR
    assert (await (await session.provider.get("scripted")).get_info()).requests == 0


async def test_a_result_that_is_no_reply_is_the_hooks_failure(session: llmspell.AsyncSession) -> None:
    await add(session, Point.GENERATE, Type.POST, lambda call: HookAnswer(result="Hi."))
    provider = await script(session, says("Hi."))
    with pytest.raises(Failed, match="its result is no ChatResult"):
        await provider.chat(HELLO)


async def test_an_error_hook_answers_for_a_provider_that_fails(session: llmspell.AsyncSession) -> None:
    def instead(call: HookCall) -> HookAnswer:
        assert call.error is not None
        text = f"Sorry: {call.error.code}"
        usage = Usage(input_tokens=0, output_tokens=0, total_tokens=0)
        message = Message(role=Role.ASSISTANT, content=text)
        result = {"text": text, "finish_reason": "stop", "model": "", "usage": usage.to_json()}
        return HookAnswer(result={**result, "message": message.to_json()})

    await add(session, Point.GENERATE, Type.ERROR, instead)
    agent = await helper(session, ScriptStep(error=ScriptedFailure(http_status=401, message="No.")))
    assert (await agent.run("Hello")).text == "Sorry: provider.authentication_failed"


async def test_arguments_that_a_model_wrote_badly_still_reach_it_as_an_error(
    session: llmspell.AsyncSession,
) -> None:
    """What is no JSON object cannot be shown to a hook, and must not turn into an empty one on its way."""
    from llmspell_runtime.provider.protocol import RequestedTool
    from llmspell_runtime.provider.scripted import ScriptedBackend

    await add(session, Point.GENERATE, Type.AROUND, lambda call: None)
    await weather(session, lambda arguments: 22)
    agent = await helper(
        session,
        ScriptStep(tool_calls=[ScriptedToolCall(name="weather", arguments={"city": "Oslo"})]),
        says("I see.", last_message="not JSON"),
        tools=["weather"],
    )
    provider = session.core.handles.of("provider.Provider")[0]
    backend: Any = provider.backend  # type: ignore[attr-defined]
    assert isinstance(backend, ScriptedBackend)
    chat, first = backend.chat, iter([True])

    async def spoiled(call: Any) -> Any:
        reply = await chat(call)
        if next(first, False):
            reply.tools = [RequestedTool("call_1", "weather", {}, "its arguments are not JSON")]
        return reply

    backend.chat = spoiled
    result = await agent.run("Weather?")
    assert result.tool_calls[0].is_error and result.text == "I see."


# --- streams


async def streamed(provider: Any) -> list[Any]:
    async with provider.stream(HELLO) as chunks:
        return [chunk.text or chunk.kind.value async for chunk in chunks]


PIECES = ScriptStep(chunks=["One", "Two", "Three"])


@pytest.mark.parametrize("type", [Type.PRE, Type.ERROR])
async def test_a_stream_flows_past_hooks_that_leave_its_result(
    session: llmspell.AsyncSession, type: Type
) -> None:
    await add(session, Point.GENERATE, type, lambda call: None)
    await add(session, Point.GENERATE, Type.AROUND, lambda call: None, observe=True)
    assert await streamed(await script(session, PIECES)) == ["One", "Two", "Three", "finish"]


async def test_a_stream_is_held_back_for_a_hook_that_may_change_its_result(
    session: llmspell.AsyncSession,
) -> None:
    seen: list[str] = []

    def changed(call: HookCall) -> HookAnswer | None:
        seen.append(call.result["text"])
        if len(seen) > 1:
            return HookAnswer(result={**call.result, "text": "[redacted]"})
        return None

    await add(session, Point.GENERATE, Type.POST, changed)
    provider = await script(session, PIECES, PIECES)
    assert await streamed(provider) == ["OneTwoThree", "finish"]
    assert await streamed(provider) == ["[redacted]", "finish"]
    assert seen == ["OneTwoThree"] * 2


async def test_pieces_are_there_before_the_whole_is(session: llmspell.AsyncSession) -> None:
    """With hooks that leave the result, the first piece comes while the model still writes."""
    after: list[Phase] = []
    await add(session, Point.GENERATE, Type.AROUND, lambda call: after.append(call.phase), observe=True)
    provider = await script(session, PIECES)
    async with provider.stream(HELLO) as chunks:
        first = await anext(chunks)
        assert first.text == "One" and after == [Phase.BEFORE]
    assert after == [Phase.BEFORE]  # left early: nothing came out


async def test_an_answer_in_its_stead_is_streamed(session: llmspell.AsyncSession) -> None:
    provider = await script(session, says("Hi."))
    kept = (await provider.chat(HELLO)).to_json()
    await add(session, Point.GENERATE, Type.PRE, lambda call: HookAnswer(result=kept))
    assert await streamed(provider) == ["Hi.", "finish"]


async def test_what_fails_before_the_first_piece_can_be_done_again(session: llmspell.AsyncSession) -> None:
    hook = await add(session, Point.GENERATE, Type.ERROR, lambda call: HookAnswer(retry_after_seconds=0))
    provider = await script(
        session, ScriptStep(error=ScriptedFailure(http_status=401, message="No.")), PIECES
    )
    assert await streamed(provider) == ["One", "Two", "Three", "finish"]
    assert (await hook.get_info()).calls == 1


async def test_what_fails_after_a_piece_can_only_fail_otherwise(session: llmspell.AsyncSession) -> None:
    await add(session, Point.AGENT_RUN, Type.ERROR, lambda call: HookAnswer(retry_after_seconds=0))
    await add(
        session,
        Point.AGENT_RUN,
        Type.ERROR,
        lambda call: HookAnswer(error=HookError(code="mine", message="Broken off.")),
        priority=Priority.HIGH,
    )
    agent = await helper(
        session, ScriptStep(text="Let me see.", tool_calls=[ScriptedToolCall(name="nothing")]), max_steps=1
    )
    texts = []
    with pytest.raises(Replaced, match="Broken off"):
        async with agent.stream("Go.") as chunks:
            async for chunk in chunks:
                texts.append(chunk.text)
    assert texts == ["Let me see."]


def test_streams_of_a_blocking_session_pass_hooks_too() -> None:
    with llmspell.Session() as session:
        provider = session.provider.create(type=ProviderType.SCRIPTED, script=[PIECES, PIECES])
        hook = session.hook.register(point=Point.GENERATE, type=Type.PRE, handler=lambda call: None)
        assert [chunk.text for chunk in provider.stream(HELLO)] == ["One", "Two", "Three", None]
        session.hook.register(point=Point.GENERATE, type=Type.POST, handler=lambda call: None)
        assert [chunk.text for chunk in provider.stream(HELLO)] == ["OneTwoThree", None]
        assert hook.get_info().calls == 2


# --- tools


async def test_a_tools_arguments_and_value_pass(session: llmspell.AsyncSession) -> None:
    seen: list[Any] = []

    def both(call: HookCall) -> HookAnswer:
        asked = call.payload
        assert isinstance(asked, ToolCallPayload)
        seen.append((call.phase, asked.tool, asked.arguments, asked.execution, asked.mode, call.result))
        if call.phase is Phase.BEFORE:
            return HookAnswer(payload=asked.model_copy(update={"arguments": {"city": "Bergen"}}))
        return HookAnswer(result={"value": call.result})

    await add(session, Point.TOOL_CALL, Type.AROUND, both)
    await weather(session, lambda arguments: f"Rain in {arguments['city']}")
    result = await session.tool.execute("weather", {"city": "Oslo"})
    assert result.value == {"value": "Rain in Bergen"} and result.execution == "execution_1"
    assert seen == [
        (Phase.BEFORE, "weather", {"city": "Oslo"}, "execution_1", ExecutionMode.DIRECT, None),
        (Phase.AFTER, "weather", {"city": "Bergen"}, "execution_1", ExecutionMode.DIRECT, "Rain in Bergen"),
    ]


async def test_arguments_that_a_hook_changed_are_checked_again(session: llmspell.AsyncSession) -> None:
    def spoil(call: HookCall) -> HookAnswer:
        assert isinstance(call.payload, ToolCallPayload)
        return HookAnswer(payload=call.payload.model_copy(update={"arguments": {}}))

    await add(session, Point.TOOL_CALL, Type.PRE, spoil)
    await weather(session, lambda arguments: 22)
    with pytest.raises(InvalidArguments):
        await session.tool.execute("weather", {"city": "Oslo"})


@pytest.mark.parametrize("mode", list(ExecutionMode))
async def test_every_mode_passes(session: llmspell.AsyncSession, mode: ExecutionMode) -> None:
    await add(session, Point.TOOL_CALL, Type.POST, lambda call: HookAnswer(result=call.result["result"] + 1))
    started = await session.tool.execute("calculator", {"expression": "1 + 1"}, mode=mode)
    result = await session.tool.wait(started.execution) if mode is ExecutionMode.ASYNC else started
    assert result.value == 3


async def test_an_execution_of_its_own_is_refused_where_it_is_waited_for(
    session: llmspell.AsyncSession,
) -> None:
    await add(session, Point.TOOL_CALL, Type.PRE, lambda call: HookAnswer(reject="no"))
    started = await session.tool.execute("calculator", {"expression": "1"}, mode=ExecutionMode.ASYNC)
    with pytest.raises(Rejected):
        await session.tool.wait(started.execution)


async def test_a_tool_that_is_refused_does_not_run_and_the_model_is_told(
    session: llmspell.AsyncSession,
) -> None:
    ran: list[Any] = []
    await add(session, Point.TOOL_CALL, Type.PRE, lambda call: HookAnswer(reject="not today"))
    await weather(session, ran.append)
    agent = await helper(
        session,
        ScriptStep(tool_calls=[ScriptedToolCall(name="weather", arguments={"city": "Oslo"})]),
        says("A pity.", last_message="not today"),
        tools=["weather"],
    )
    result = await agent.run("Weather?")
    assert result.text == "A pity." and result.tool_calls[0].is_error and ran == []
    types = [event["type"] for event in session.core.call("runtime.recorded_events", {})]
    assert "hook.reject" in types and "tool.start" not in types


# --- runs


async def test_a_runs_input_and_result_pass(session: llmspell.AsyncSession) -> None:
    seen: list[Any] = []

    def both(call: HookCall) -> HookAnswer:
        asked = call.payload
        assert isinstance(asked, AgentRunPayload)
        seen.append(asked.to_json())
        if call.phase is Phase.BEFORE:
            return HookAnswer(payload=asked.model_copy(update={"input": "Changed", "max_steps": 1}))
        return HookAnswer(result={**call.result, "text": call.result["text"].upper()})

    await add(session, Point.AGENT_RUN, Type.AROUND, both)
    agent = await helper(session, says("Hi.", last_message="Changed"))
    assert (await agent.run("Hello", max_steps=5)).text == "HI."
    asked = {"point": "agent_run", "agent": "helper", "agent_id": "agent_1", "streaming": False}
    assert seen == [
        {**asked, "input": "Hello", "max_steps": 5},
        {**asked, "input": "Changed", "max_steps": 1},
    ]


async def test_a_structured_run_passes_with_its_schema_and_value(session: llmspell.AsyncSession) -> None:
    schema = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
    values: list[Any] = [{"n": 8}, {"n": "eight"}]

    def change(call: HookCall) -> HookAnswer:
        assert isinstance(call.payload, AgentRunPayload) and call.payload.schema_ == schema
        return HookAnswer(result={**call.result, "value": values.pop(0)})

    await add(session, Point.AGENT_RUN, Type.POST, change)
    agent = await helper(session, says('{"n": 7}'), says('{"n": 7}'))
    assert (await agent.run_structured("How many?", schema)).value == {"n": 8}
    with pytest.raises(Failed, match="its result's value does not fit the schema"):
        await agent.run_structured("How many?", schema)


async def test_a_streamed_run_that_may_be_changed_comes_as_what_hooks_made_of_it(
    session: llmspell.AsyncSession,
) -> None:
    await add(
        session, Point.AGENT_RUN, Type.POST, lambda call: HookAnswer(result={**call.result, "text": "Fine."})
    )
    await weather(session, lambda arguments: 22)
    agent = await helper(
        session,
        ScriptStep(tool_calls=[ScriptedToolCall(name="weather", arguments={"city": "Oslo"})]),
        ScriptStep(chunks=["It ", "is 22."]),
        tools=["weather"],
    )
    async with agent.stream("Weather?") as chunks:
        found = [chunk async for chunk in chunks]
    assert [chunk.kind for chunk in found] == [
        ChunkKind.TOOL_CALL,
        ChunkKind.TOOL_OUTCOME,
        ChunkKind.TEXT,
        ChunkKind.FINISH,
    ]
    assert found[2].text == "Fine." and found[3].result is not None and found[3].result.text == "Fine."


async def test_a_hook_may_have_a_whole_run_done_again(session: llmspell.AsyncSession) -> None:
    def better(call: HookCall) -> HookAnswer | None:
        return HookAnswer(retry_after_seconds=0) if "?" in call.result["text"] else None

    await add(session, Point.AGENT_RUN, Type.POST, better)
    agent = await helper(session, says("What?"), says("Oslo."))
    result = await agent.run("Capital of Norway?")
    assert (result.text, result.run_id) == ("Oslo.", "run_2")


async def test_a_hook_may_run_an_agent_within_the_run_of_another(session: llmspell.AsyncSession) -> None:
    """A guard that asks a model itself: its own question does not meet it, the hooks of others do."""
    seen: list[str] = []
    agent = await helper(session, says("Harmless."), says("Hi."))
    judge = await session.agent.create(name="judge", provider="scripted")

    async def guard(call: HookCall) -> HookAnswer | None:
        verdict = await judge.run("Is this harmless?")
        return None if verdict.text == "Harmless." else HookAnswer(reject=verdict.text)

    def note(call: HookCall) -> None:
        assert isinstance(call.payload, AgentRunPayload)
        seen.append(call.payload.agent)

    await add(session, Point.AGENT_RUN, Type.PRE, guard)
    await add(session, Point.AGENT_RUN, Type.PRE, note)
    assert (await asyncio.wait_for(agent.run("Hello"), 60)).text == "Hi."
    assert seen == ["judge", "helper"]


async def test_a_childs_runs_pass_its_parents_hooks(session: llmspell.AsyncSession) -> None:
    await add(session, Point.GENERATE, Type.PRE, lambda call: HookAnswer(reject="no models"))
    child = await session.session.open()
    agent = await helper(child)
    with pytest.raises(BridgeError) as caught:
        await agent.run("Hello")
    assert caught.value.code == "hook.rejected"
