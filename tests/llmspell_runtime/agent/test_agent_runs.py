"""Runs: tools, streams, conversation, states, limits, failures, cancellation; on scripts and on a real server."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from typing import Any

import llmspell
import pytest
from llmspell.agent import ChunkKind, State, errors
from llmspell.agent.aio import AsyncAgent
from llmspell.provider import Type
from llmspell.provider import errors as provider_errors
from llmspell.provider.types import ScriptedFailure, ScriptedToolCall, ScriptExpectation, ScriptStep
from llmspell.shared.types import Role, Usage
from llmspell.tool import ExecutionMode
from llmspell_runtime.agent.conversation import Conversation
from llmspell_runtime.agent.loop import user_message
from model_endpoint import Endpoint, Pauses
from wire import lines, ollama, openai, openai_events

pytestmark = pytest.mark.anyio
CITY = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}


def says(text: str, **expect: Any) -> ScriptStep:
    return ScriptStep(text=text, expect=ScriptExpectation(**expect))


def calls(*names: str, **arguments: Any) -> ScriptStep:
    return ScriptStep(tool_calls=[ScriptedToolCall(name=name, arguments=arguments) for name in names])


async def make(session: llmspell.AsyncSession, *steps: ScriptStep, **config: Any) -> AsyncAgent:
    await session.provider.create(type=Type.SCRIPTED, script=list(steps))
    return await session.agent.create(**{"name": "helper", "provider": "scripted", **config})


async def tool(session: llmspell.AsyncSession, name: str, handler: Any) -> None:
    await session.tool.register(name=name, description=f"Does {name}.", parameters=CITY, handler=handler)


def recorded(session: llmspell.AsyncSession) -> list[str]:
    return [event["type"] for event in session.core.call("runtime.recorded_events", {})]


# --- tools ------------------------------------------------------------------------------------------


async def test_tool_calls_of_one_reply_run_at_the_same_time(session: llmspell.AsyncSession) -> None:
    """The first waits for the second: one after the other, this would never end."""
    second_began = asyncio.Event()

    async def first(arguments: dict[str, Any]) -> str:
        await second_began.wait()
        return "one"

    async def second(arguments: dict[str, Any]) -> dict[str, int]:
        second_began.set()
        return {"b": 2**70, "a": 1}

    await tool(session, "first", first)
    await tool(session, "second", second)
    agent = await make(
        session,
        calls("first", "second", city="Oslo"),
        says("Done.", last_message=f'{{"a":1,"b":{2**70}}}', messages=4),
        tools=["first", "second"],
    )
    result = await asyncio.wait_for(agent.run("Go."), 60)
    assert [(call.id, call.content) for call in result.tool_calls] == [
        ("call_1", "one"),
        ("call_2", f'{{"a":1,"b":{2**70}}}'),
    ]
    messages = await agent.get_messages()
    assert [message.role for message in messages] == [
        Role.USER,
        Role.ASSISTANT,
        Role.TOOL,
        Role.TOOL,
        Role.ASSISTANT,
    ]
    assert [message.tool_call_id for message in messages] == [None, None, "call_1", "call_2", None]


async def test_what_goes_wrong_with_a_tool_is_told_to_the_model(session: llmspell.AsyncSession) -> None:
    def broken(arguments: dict[str, Any]) -> None:
        raise RuntimeError("out of order")

    await tool(session, "broken", broken)
    agent = await make(
        session,
        calls("broken", "teleport", city="Oslo"),
        calls("broken", town="Oslo"),
        says("I give up."),
        tools=["broken"],
    )
    result = await agent.run("Go.")
    contents = [call.content for call in result.tool_calls]
    assert all(call.is_error for call in result.tool_calls)
    assert contents[0].startswith("Error: ") and "out of order" in contents[0]
    assert contents[1] == 'Error: there is no tool "teleport"; this agent has broken'
    assert 'the property "city" is missing' in contents[2]
    assert result.text == "I give up."


async def test_faulty_arguments_from_a_server_are_told_to_the_model(
    session: llmspell.AsyncSession, endpoint: Endpoint
) -> None:
    await tool(session, "weather", lambda arguments: "sunny")
    await session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
    agent = await session.agent.create(name="helper", provider="local", tools=["weather"])
    endpoint.answer(openai(None, ("a", "weather", '{"city": ')))
    endpoint.answer(openai(None, ("b", "weather", '{"city": "Oslo"}')))
    endpoint.answer(openai("Sunny."))
    result = await agent.run("Weather?")
    assert [call.is_error for call in result.tool_calls] == [True, False]
    assert "not JSON" in result.tool_calls[0].content
    last = endpoint.received[-1].body["messages"]
    assert [message["role"] for message in last] == ["user", "assistant", "tool", "assistant", "tool"]
    assert last[1]["tool_calls"][0]["function"]["arguments"] == "{}"
    assert result.usage.total_tokens == 30


async def test_a_tool_that_went_away(session: llmspell.AsyncSession) -> None:
    await tool(session, "weather", lambda arguments: "sunny")
    agent = await make(session, tools=["weather"])
    await session.tool.unregister("weather")
    with pytest.raises(errors.UnknownTool):
        await agent.run("Weather?")
    assert await agent.get_state() is State.IDLE


async def test_ollama_with_a_tool(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    await tool(session, "weather", lambda arguments: {"temperature": 22})
    await session.provider.create(type=Type.OLLAMA, base_url=endpoint.url)
    agent = await session.agent.create(name="helper", provider="ollama", model="llama3.2", tools=["weather"])
    endpoint.stream([lines(ollama("", ("weather", {"city": "Oslo"}), done=False), ollama())])
    endpoint.stream([lines(ollama("22 ", done=False)), lines(ollama("degrees."))])
    chunks = [chunk async for chunk in agent.stream("Weather?")]
    assert [chunk.kind for chunk in chunks] == [
        ChunkKind.TOOL_CALL,
        ChunkKind.TOOL_OUTCOME,
        ChunkKind.TEXT,
        ChunkKind.TEXT,
        ChunkKind.FINISH,
    ]
    assert chunks[-1].result is not None and chunks[-1].result.text == "22 degrees."
    assert endpoint.received[1].body["messages"][-1] == {
        "role": "tool",
        "content": '{"temperature":22}',
        "tool_name": "weather",
    }


# --- structured answers -----------------------------------------------------------------------------


@pytest.mark.parametrize("thought", ["", "<think>\nParis? {no}\n</think>\n\n", "Paris?\n</think>\n"])
@pytest.mark.parametrize("answer", ['```json\n{"city": "Oslo"}\n```', '{"city": "Oslo"}'])
async def test_a_value_in_a_code_fence_or_after_thoughts(
    session: llmspell.AsyncSession, thought: str, answer: str
) -> None:
    agent = await make(session, says(thought + answer))
    assert (await agent.run_structured("Capital?", CITY)).value == {"city": "Oslo"}


@pytest.mark.parametrize(("schema", "text", "value"), [({"type": "array"}, "[1]", [1]), ({}, "null", None)])
async def test_values_that_are_no_objects(
    session: llmspell.AsyncSession, schema: dict[str, Any], text: str, value: Any
) -> None:
    agent = await make(session, says(text))
    assert (await agent.run_structured("?", schema)).value == value


async def test_an_object_schema_takes_no_text(session: llmspell.AsyncSession) -> None:
    agent = await make(session, says('"Oslo"'), says('{"city": 7}'))
    with pytest.raises(errors.InvalidOutput) as failure:
        await agent.run_structured("Capital?", CITY, max_attempts=2)
    assert failure.value.attempts == 2 and "/city" in failure.value.reason
    assert await agent.get_state() is State.ERROR
    assert await agent.get_messages() == []


async def test_the_schema_goes_to_the_endpoint_or_into_the_prompt(
    session: llmspell.AsyncSession, endpoint: Endpoint
) -> None:
    await session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
    agent = await session.agent.create(name="helper", provider="local", system_prompt="Be brief.")
    endpoint.answer(openai('{"city": "Oslo"}'))
    await agent.run_structured("Capital?", CITY)
    assert endpoint.received[0].body["response_format"]["json_schema"]["schema"] == CITY
    assert endpoint.received[0].body["messages"][0]["content"] == "Be brief."
    await session.provider.create(type=Type.ANTHROPIC, base_url=endpoint.url, model="m")
    await agent.configure(provider="anthropic")
    endpoint.answer({"content": [{"type": "text", "text": '{"city": "Oslo"}'}], "stop_reason": "end_turn"})
    await agent.run_structured("Capital?", CITY)
    assert "JSON Schema" in endpoint.received[1].body["system"]


# --- conversation -----------------------------------------------------------------------------------


async def test_runs_that_fail_add_nothing(session: llmspell.AsyncSession) -> None:
    agent = await make(
        session,
        says("Hi."),
        ScriptStep(error=ScriptedFailure(http_status=400, message="No.")),
        says("Again.", messages=3),
    )
    await agent.run("Hello")
    with pytest.raises(provider_errors.InvalidRequest):
        await agent.run("Fail")
    assert await agent.get_state() is State.ERROR
    info = await agent.get_info()
    assert info.last_error is not None and info.last_error.code == "provider.invalid_request"
    assert info.messages == 2
    await agent.run("Once more")
    assert await agent.get_state() is State.COMPLETED
    assert (await agent.get_info()).last_error is None


async def test_one_trace_id_for_all_that_a_call_led_to(session: llmspell.AsyncSession) -> None:
    agent = await make(
        session,
        ScriptStep(error=ScriptedFailure(http_status=429, message="Slow down.")),
        ScriptStep(error=ScriptedFailure(http_status=400, message="No.")),
    )
    with pytest.raises(provider_errors.InvalidRequest) as failure:
        await agent.run("Hello")
    events = session.core.call("runtime.recorded_events", {})
    traces = {event["data"]["error"]["trace_id"] for event in events if "error" in event["data"]}
    assert traces == {failure.value.trace_id} != {""}
    assert [event["type"] for event in events] == [
        "agent.start",
        "provider.request",
        "provider.retry",
        "provider.error",
        "agent.error",
    ]
    info = await agent.get_info()
    assert info.last_error is not None and info.last_error.trace_id == failure.value.trace_id


async def test_reset(session: llmspell.AsyncSession) -> None:
    agent = await make(session, says("Hi."), says("Hi.", messages=1))
    await agent.run("Hello")
    await agent.reset()
    assert await agent.get_state() is State.IDLE
    await agent.run("Hello")


def roles(messages: Sequence[Any]) -> str:
    return "".join(message.role.value[0] for message in messages)


def test_a_window_never_begins_in_the_middle_of_a_tool_call() -> None:
    from llmspell.shared.types import Message

    def message(role: Role) -> Message:
        return Message(role=role, content="")

    names = {"u": Role.USER, "a": Role.ASSISTANT, "t": Role.TOOL}
    conversation = Conversation([message(names[letter]) for letter in "uattaua"])
    said = [user_message("now", None)]
    assert roles(conversation.window(said, "Be brief.", None)) == "suattauau"
    assert roles(conversation.window(said, None, 4)) == "uau"
    assert roles(conversation.window(said, None, 3)) == "uau"
    assert roles(conversation.window(said, None, 2)) == "u"
    assert roles(conversation.window(said, None, 8)) == "uattauau"


# --- limits, states, cancellation -------------------------------------------------------------------


async def test_options_of_one_run(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    await session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
    agent = await session.agent.create(name="helper", provider="local", temperature=1.0, max_tokens=50)
    endpoint.answer(openai("Hi."))
    await agent.run("Look.", temperature=0.0, images=["https://example.com/x.png"])
    endpoint.answer(openai("Hi."))
    await agent.run("Again.")
    first, second = (request.body for request in endpoint.received)
    assert (first["temperature"], first["max_tokens"]) == (0.0, 50)
    assert first["messages"][0]["content"][1]["image_url"]["url"] == "https://example.com/x.png"
    assert second["temperature"] == 1.0


async def test_the_step_limit_of_one_run(session: llmspell.AsyncSession) -> None:
    agent = await make(session, calls("teleport"))
    with pytest.raises(errors.StepLimit) as failure:
        await agent.run("Go.", max_steps=1)
    assert failure.value.limit == 1
    assert "tool.start" not in recorded(session)


async def test_an_agent_runs_once_at_a_time(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    await session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
    agent = await session.agent.create(name="helper", provider="local")
    other = await session.agent.create(name="other", provider="local")
    endpoint.stream([b"{"], hang=True)
    running = asyncio.create_task(agent.run("Hello"))
    await endpoint.reached.wait()
    assert await agent.get_state() is State.RUNNING
    for attempt in (agent.run("Me too"), agent.reset(), other.handoff(agent, "And me")):
        with pytest.raises(errors.Busy):
            await attempt
    assert (await agent.configure(system_prompt="Later.")).state is State.RUNNING
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await asyncio.wait_for(endpoint.left.wait(), 60)
    assert await agent.get_state() is State.READY
    assert await agent.get_messages() == []
    endpoint.answer(openai("Now."))
    assert (await agent.run("Hello")).text == "Now."
    assert await agent.get_state() is State.COMPLETED
    assert recorded(session).count("agent.error") == 1


async def test_cancelling_a_run_cancels_its_tools(session: llmspell.AsyncSession) -> None:
    began, ended = asyncio.Event(), asyncio.Event()

    async def slow(arguments: dict[str, Any]) -> None:
        began.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    await tool(session, "slow", slow)
    agent = await make(session, calls("slow", "slow", city="Oslo"), tools=["slow"])
    running = asyncio.create_task(agent.run("Go."))
    await began.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await asyncio.wait_for(ended.wait(), 60)
    assert await agent.get_state() is State.READY


async def test_leaving_a_stream_ends_the_run(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    await session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
    agent = await session.agent.create(name="helper", provider="local")
    endpoint.stream([openai_events({"content": "Once upon"}, finish=None, done=False)], hang=True)
    async with agent.stream("A story.") as story:
        async for chunk in story:
            assert chunk.text == "Once upon"
            break
    assert recorded(session) == ["agent.start", "provider.request", "provider.error", "agent.error"]
    await asyncio.wait_for(endpoint.left.wait(), 60)
    assert await agent.get_state() is State.READY
    assert await agent.get_messages() == []


@pytest.mark.parametrize("streaming", [False, True])
async def test_time_runs_out(session: llmspell.AsyncSession, endpoint: Endpoint, streaming: bool) -> None:
    await session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
    agent = await session.agent.create(name="helper", provider="local")
    endpoint.stream([b"data: "], hang=True)
    with pytest.raises(llmspell.BridgeError) as failure:
        if streaming:
            async for _ in agent.stream("Hello", timeout_seconds=0.2):
                pass
        else:
            await agent.run("Hello", timeout_seconds=0.2)
    assert failure.value.code == "runtime.timeout"
    assert await agent.get_state() is State.ERROR
    if endpoint.reached.is_set():  # on a busy machine the time may have run out on the way there
        await asyncio.wait_for(endpoint.left.wait(), 60)


async def test_a_second_try_shows_in_no_run(
    session: llmspell.AsyncSession, endpoint: Endpoint, pauses: Pauses
) -> None:
    await session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
    agent = await session.agent.create(name="helper", provider="local")
    endpoint.answer({}, 503)
    endpoint.stream([openai_events({"content": "Hi."})])
    assert [chunk.text async for chunk in agent.stream("Hello")] == ["Hi.", None]
    assert pauses.seconds == [0.5]


# --- several agents ---------------------------------------------------------------------------------


async def test_an_agent_as_a_tool(session: llmspell.AsyncSession) -> None:
    """Two questions to the expert in one reply: two runs at once, neither in the expert's conversation."""
    await session.provider.create(
        type=Type.SCRIPTED,
        name="desk",
        script=[
            ScriptStep(
                tool_calls=[
                    ScriptedToolCall(name="expert", arguments={"input": "Sirius?"}),
                    ScriptedToolCall(name="expert", arguments={"input": "Vega?"}),
                ]
            ),
            says("Both are stars."),
        ],
    )
    one = Usage(input_tokens=1, output_tokens=1, total_tokens=2)
    await session.provider.create(
        type=Type.SCRIPTED,
        name="sky",
        script=[ScriptStep(text="A star.", usage=one, expect=ScriptExpectation(messages=1))] * 2,
    )
    expert = await session.agent.create(name="expert", provider="sky", description="Knows the stars.")
    described = await expert.as_tool()
    assert (described.name, described.description) == ("expert", "Knows the stars.")
    desk = await session.agent.create(name="desk", provider="desk", tools=["expert"])
    result = await desk.run("What are Sirius and Vega?")
    assert [call.content for call in result.tool_calls] == ["A star.", "A star."]
    info = await expert.get_info()
    assert (info.state, info.messages, info.runs, info.usage.total_tokens) == (State.IDLE, 0, 2, 4)
    await expert.destroy()
    with pytest.raises(llmspell.BridgeError) as failure:
        await session.tool.execute("expert", {"input": "Still there?"})
    assert failure.value.cause is not None and failure.value.cause.code == "agent.not_found"


async def test_agents_that_call_each_other_in_a_circle(session: llmspell.AsyncSession) -> None:
    script = [calls("loop", input="again")] * 9 + [says("Enough.")] * 9
    await session.provider.create(type=Type.SCRIPTED, script=script)
    loop = await session.agent.create(name="loop", provider="scripted")
    await loop.as_tool()
    await loop.configure(tools=["loop"])
    result = await loop.run("Go round.")
    assert result.text == "Enough."
    assert (await loop.get_info()).runs == 9
    assert recorded(session).count("agent.complete") == 9


async def test_an_agent_as_a_tool_needs_the_grant_of_an_agent() -> None:
    async with llmspell.AsyncSession(permissions={}) as session:
        expert = await make(session, name="expert")
        await expert.as_tool()
        with pytest.raises(llmspell.BridgeError) as failure:
            await expert.run("Sirius?")
        assert failure.value.code == "runtime.permission_denied"
        with pytest.raises(llmspell.BridgeError) as failure:
            await session.tool.execute("expert", {"input": "Sirius?"})
        assert failure.value.cause is not None
        assert failure.value.cause.code == "runtime.permission_denied"
        assert failure.value.cause.fields["permission"] == "llm"


async def test_a_handoff_gives_a_copy(session: llmspell.AsyncSession) -> None:
    desk = await make(
        session, says("Wait."), says("On its way.", messages=4, system_prompt="deliveries"), name="desk"
    )
    courier = await session.agent.create(
        name="courier", provider="scripted", system_prompt="You know all deliveries."
    )
    await desk.run("I ordered a lamp.")
    result = await desk.handoff(courier, "Where is it?")
    assert result.text == "On its way."
    assert (await desk.get_info()).messages == 2
    assert (await courier.get_info()).messages == 4
    assert await desk.get_state() is State.COMPLETED
    with pytest.raises(errors.InvalidHandoff):
        await desk.handoff(desk, "And you?")


async def test_a_conversation_may_go_to_and_fro(session: llmspell.AsyncSession) -> None:
    """Each is told only what it has not heard: else every round would double the conversation."""
    await tool(session, "look", lambda arguments: "On the shelf.")
    desk = await make(
        session,
        calls("look", city="Oslo"),
        says("It is here."),
        ScriptStep(error=ScriptedFailure(http_status=400, message="No.")),
        *(says(f"Round {number}.") for number in range(6)),
        name="desk",
        tools=["look"],
    )
    courier = await session.agent.create(name="courier", provider="scripted")
    await desk.run("Where is my lamp?")
    with pytest.raises(provider_errors.InvalidRequest):
        await desk.handoff(courier, "Bring it.")
    for _ in range(3):
        await desk.handoff(courier, "Bring it.")
        await courier.handoff(desk, "Take it.")
    said = [message.content for message in await desk.get_messages()]
    assert said[:4] == ["Where is my lamp?", "", "On the shelf.", "It is here."]
    assert said[4:] == [
        word for n in (0, 2, 4) for word in ("Bring it.", f"Round {n}.", "Take it.", f"Round {n + 1}.")
    ]
    assert [message.content for message in await courier.get_messages()] == said[:-2]


async def test_a_provider_that_went_away(session: llmspell.AsyncSession) -> None:
    agent = await make(session)
    await (await session.provider.get("scripted")).destroy()
    with pytest.raises(provider_errors.NotFound):
        await agent.run("Hello")
    await session.provider.create(type=Type.SCRIPTED, script=[says("Hi.")])
    assert (await agent.run("Hello")).text == "Hi."


async def test_a_provider_by_its_type(session: llmspell.AsyncSession) -> None:
    """Made once, on demand, with a handle like any other."""
    for _ in range(2):
        await session.agent.create(name="helper", provider="ollama", model="llama3.2")
    assert [(info.id, info.name) for info in await session.provider.list()] == [("provider_1", "ollama")]
    with pytest.raises(provider_errors.InvalidConfig):
        await session.agent.create(name="helper", provider="openai")


async def test_a_tool_that_runs_as_a_task_of_its_own(session: llmspell.AsyncSession) -> None:
    async def weather(arguments: dict[str, Any]) -> str:
        return "sunny"

    await session.tool.register(
        name="weather", description="The weather.", handler=weather, mode=ExecutionMode.ASYNC
    )
    agent = await make(session, calls("weather"), says("Fine.", last_message="sunny"), tools=["weather"])
    assert (await agent.run("Weather?")).tool_calls[0].content == "sunny"


async def test_closing_a_session_ends_its_runs(endpoint: Endpoint) -> None:
    session = llmspell.AsyncSession()
    await session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
    agent = await session.agent.create(name="helper", provider="local")
    endpoint.stream([b"{"], hang=True)
    running = asyncio.create_task(agent.run("Hello"))
    await endpoint.reached.wait()
    await session.aclose()
    with pytest.raises(llmspell.BridgeError) as failure:
        await running
    assert failure.value.code == "runtime.session_closed"
    await asyncio.wait_for(endpoint.left.wait(), 60)


def test_a_synchronous_program() -> None:
    """The same from plain Python, with a plain function as the tool's handler."""
    with llmspell.Session() as session:
        session.tool.register(
            name="weather",
            description="The weather.",
            parameters=CITY,
            handler=lambda arguments: arguments["city"],
        )
        session.provider.create(type=Type.SCRIPTED, script=[calls("weather", city="Oslo"), says("Fine.")])
        agent = session.agent.create(name="helper", provider="scripted", tools=["weather"])
        kinds = [chunk.kind for chunk in agent.stream("Weather?")]
        assert kinds == [ChunkKind.TOOL_CALL, ChunkKind.TOOL_OUTCOME, ChunkKind.TEXT, ChunkKind.FINISH]
        assert [info.id for info in session.agent.list()] == [agent.handle]


def test_many_threads() -> None:
    """Every thread makes its own provider and agent, and all run at once; names are given once."""
    with llmspell.Session() as session:
        taken: list[int] = []
        texts: list[str] = []

        def work(number: int) -> None:
            try:
                session.provider.create(type=Type.SCRIPTED, name="one of a kind")
            except provider_errors.NameTaken:
                taken.append(number)
            session.provider.create(
                type=Type.SCRIPTED, name=f"p{number}", script=[says(f"I am {number}.")] * 5
            )
            agent = session.agent.create(name=f"a{number}", provider=f"p{number}")
            for _ in range(5):
                texts.append(agent.run("Who?").text)
                agent.reset()
                session.agent.list()
                session.provider.list()

        threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        assert len(taken) == 15
        assert sorted(texts) == sorted(f"I am {number}." for number in range(16) for _ in range(5))
