"""Every example of agent, as asynchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from typing import Any

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.agent import AgentMemory
from llmspell.memory import ConversationPolicy, Scope
from llmspell.provider import ScriptedFailure, ScriptedToolCall, ScriptExpectation, ScriptStep, Type
from llmspell.shared import Usage

program = Program()


@program.example("agent.create", "helper")
async def create_helper(example: Example) -> None:
    """A provider of that name is used."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED, name="rehearsal")
        with example.shown(session):
            example.result(
                await session.agent.create(name="helper", provider="rehearsal", system_prompt="Be brief.")
            )


@program.example("agent.create", "provider_by_type")
async def create_provider_by_type(example: Example) -> None:
    """A type alone makes a provider with defaults."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.agent.create(name="helper", provider="ollama", model="llama3.2"))


@program.example("agent.create", "no_provider")
async def create_no_provider(example: Example) -> None:
    """Neither a name nor a type."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.agent.create(name="helper", provider="nobody"))


@program.example("agent.create", "with_a_budget")
async def create_with_a_budget(example: Example) -> None:
    """The conversation is kept in a file, and its oldest turns are summarized when they outgrow the budget."""
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.provider.create(type=Type.SCRIPTED)
        with example.shown(session):
            example.result(
                await session.agent.create(
                    name="helper",
                    provider="scripted",
                    memory=AgentMemory(
                        max_tokens=4000,
                        policy=ConversationPolicy.SUMMARIZE,
                        provider="scripted",
                        name="chat",
                        scope=Scope.AGENT,
                    ),
                )
            )


@program.example("agent.create", "no_tool")
async def create_no_tool(example: Example) -> None:
    """Tools must exist."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        with example.shown(session):
            example.result(await session.agent.create(name="helper", provider="scripted", tools=["weather"]))


@program.example("agent.destroy", "gone")
async def destroy_gone(example: Example) -> None:
    """Its handle means nothing from then on."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            await agent.destroy()


@program.example("agent.destroy", "unknown")
async def destroy_unknown(example: Example) -> None:
    """An agent that never was."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.agent.destroy("no-such-agent")


@program.example("agent.run", "answer")
async def run_answer(example: Example) -> None:
    """A question and its answer."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(
                    text="Oslo.",
                    expect=ScriptExpectation(system_prompt="Be brief.", last_message="Norway"),
                    usage=Usage(input_tokens=12, output_tokens=2, total_tokens=14),
                )
            ],
        )
        agent = await session.agent.create(name="helper", provider="scripted", system_prompt="Be brief.")
        with example.shown(session):
            example.result(await agent.run("What is the capital of Norway?"))


@program.example("agent.run", "tool")
async def run_tool(example: Example) -> None:
    """The model asks for a tool, gets its result, and answers."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return {"temperature": 22}

        await session.tool.register(
            name="weather",
            description="The weather in a city.",
            parameters={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
            handler=handler,
        )
        await session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(
                    tool_calls=[ScriptedToolCall(name="weather", arguments={"city": "Oslo"})],
                    usage=Usage(input_tokens=20, output_tokens=8, total_tokens=28),
                    expect=ScriptExpectation(tools=["weather"]),
                ),
                ScriptStep(
                    text="It is 22 degrees in Oslo.",
                    usage=Usage(input_tokens=32, output_tokens=9, total_tokens=41),
                    expect=ScriptExpectation(last_message='{"temperature":22}'),
                ),
            ],
        )
        agent = await session.agent.create(name="helper", provider="scripted", tools=["weather"])
        with example.shown(session):
            example.result(await agent.run("How is the weather in Oslo?"))


@program.example("agent.run", "within_a_budget")
async def run_within_a_budget(example: Example) -> None:
    """The model is shown the turns that fit the budget, and a second question leaves room for no more than itself."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(text="red fruit", expect=ScriptExpectation(messages=1)),
                ScriptStep(text="blue ones", expect=ScriptExpectation(messages=1)),
            ],
        )
        agent = await session.agent.create(
            name="helper", provider="scripted", memory=AgentMemory(max_tokens=16)
        )
        await agent.run("one apple")
        with example.shown(session):
            example.result(await agent.run("two plums"))


@program.example("agent.run", "wrong_arguments")
async def run_wrong_arguments(example: Example) -> None:
    """What is wrong with its arguments is told to the model, and the handler is not called."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return "never"

        await session.tool.register(
            name="weather",
            description="The weather in a city.",
            parameters={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
            handler=handler,
        )
        await session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(tool_calls=[ScriptedToolCall(name="weather", arguments={"town": "Oslo"})]),
                ScriptStep(
                    text="I cannot tell.",
                    expect=ScriptExpectation(last_message='the property "city" is missing'),
                ),
            ],
        )
        agent = await session.agent.create(name="helper", provider="scripted", tools=["weather"])
        with example.shown(session):
            example.result(await agent.run("How is the weather in Oslo?"))


@program.example("agent.run", "unknown_tool")
async def run_unknown_tool(example: Example) -> None:
    """A tool that the agent does not have is told to the model as well."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(tool_calls=[ScriptedToolCall(name="teleport")]),
                ScriptStep(text="Then walk.", expect=ScriptExpectation(last_message="teleport")),
            ],
        )
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(await agent.run("Take me to Oslo."))


@program.example("agent.run", "conversation")
async def run_conversation(example: Example) -> None:
    """A second run sees the first."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(text="Nice to meet you, Ada."),
                ScriptStep(text="Ada.", expect=ScriptExpectation(messages=3, last_message="my name")),
            ],
        )
        agent = await session.agent.create(name="helper", provider="scripted")
        await agent.run("I am Ada.")
        with example.shown(session):
            example.result(await agent.run("What is my name?"))


@program.example("agent.run", "too_many_steps")
async def run_too_many_steps(example: Example) -> None:
    """A model that only asks for tools is stopped."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(tool_calls=[ScriptedToolCall(name="teleport")]),
                ScriptStep(tool_calls=[ScriptedToolCall(name="teleport")]),
            ],
        )
        agent = await session.agent.create(name="helper", provider="scripted", max_steps=2)
        with example.shown(session):
            example.result(await agent.run("Take me to Oslo."))


@program.example("agent.run", "provider_fails")
async def run_provider_fails(example: Example) -> None:
    """The provider's error is the run's."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(
            type=Type.SCRIPTED,
            script=[ScriptStep(error=ScriptedFailure(http_status=401, message="Incorrect API key."))],
        )
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(await agent.run("Hello"))


@program.example("agent.run", "unknown_agent")
async def run_unknown_agent(example: Example) -> None:
    """Handles that mean nothing are told apart from other failures."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.agent.run("no-such-agent", "Hello"))


@program.example("agent.run_structured", "city")
async def run_structured_city(example: Example) -> None:
    """A value instead of prose."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(
            type=Type.SCRIPTED, script=[ScriptStep(text='{"city": "Oslo", "population": 717710}')]
        )
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(
                await agent.run_structured(
                    "What is the capital of Norway, and how many live there?",
                    {
                        "type": "object",
                        "properties": {"city": {"type": "string"}, "population": {"type": "integer"}},
                        "required": ["city", "population"],
                    },
                )
            )


@program.example("agent.run_structured", "asked_again")
async def run_structured_asked_again(example: Example) -> None:
    """A bad answer is sent back with what is wrong with it."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(text='{"city": "Oslo"}'),
                ScriptStep(
                    text='{"city": "Oslo", "population": 717710}',
                    expect=ScriptExpectation(last_message='the property "population" is missing'),
                ),
            ],
        )
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(
                await agent.run_structured(
                    "What is the capital of Norway, and how many live there?",
                    {
                        "type": "object",
                        "properties": {"city": {"type": "string"}, "population": {"type": "integer"}},
                        "required": ["city", "population"],
                    },
                )
            )


@program.example("agent.run_structured", "no_json")
async def run_structured_no_json(example: Example) -> None:
    """A model that does not listen is an error in the end."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="Oslo.")])
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(
                await agent.run_structured(
                    "What is the capital of Norway?", {"type": "object"}, max_attempts=1
                )
            )


@program.example("agent.run_structured", "bad_schema")
async def run_structured_bad_schema(example: Example) -> None:
    """The schema itself is checked first."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(await agent.run_structured("Hello", {"type": 7}))


@program.example("agent.stream", "tool_and_text")
async def stream_tool_and_text(example: Example) -> None:
    """A tool call, its outcome, and the answer in two pieces."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return "sunny"

        await session.tool.register(name="weather", description="The weather now.", handler=handler)
        await session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(tool_calls=[ScriptedToolCall(name="weather")]),
                ScriptStep(chunks=["It is ", "sunny."]),
            ],
        )
        agent = await session.agent.create(name="helper", provider="scripted", tools=["weather"])
        with example.shown(session):
            await example.astream(agent.stream("How is the weather?"))


@program.example("agent.stream", "provider_fails")
async def stream_provider_fails(example: Example) -> None:
    """A stream may fail like a run."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            await example.astream(agent.stream("Hello"))


@program.example("agent.configure", "new_prompt")
async def configure_new_prompt(example: Example) -> None:
    """What is not named stays as it was."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(await agent.configure(system_prompt="Be kind.", max_steps=3))


@program.example("agent.configure", "null_takes_away")
async def configure_null_takes_away(example: Example) -> None:
    """Null is not absence."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        agent = await session.agent.create(
            name="helper", provider="scripted", system_prompt="Be brief.", model="rehearsal"
        )
        with example.shown(session):
            example.result(await agent.configure(system_prompt=None))


@program.example("agent.configure", "no_tool")
async def configure_no_tool(example: Example) -> None:
    """Tools must exist."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(await agent.configure(tools=["weather"]))


@program.example("agent.use_conversation", "shared")
async def use_conversation_shared(example: Example) -> None:
    """Two agents go on with the same conversation."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="red fruit")])
        conversation = await session.memory.create_conversation(max_tokens=1000)
        helper = await session.agent.create(name="helper", provider="scripted")
        critic = await session.agent.create(name="critic", provider="scripted")
        await helper.use_conversation(conversation)
        await helper.run("one apple")
        with example.shown(session):
            await critic.use_conversation(conversation)


@program.example("agent.use_conversation", "unknown")
async def use_conversation_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            await agent.use_conversation("no-such-conversation")


@program.example("agent.get_state", "idle")
async def get_state_idle(example: Example) -> None:
    """Made, and has not run."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(await agent.get_state())


@program.example("agent.get_state", "completed")
async def get_state_completed(example: Example) -> None:
    """The last run ended well."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="Hi.")])
        agent = await session.agent.create(name="helper", provider="scripted")
        await agent.run("Hello")
        with example.shown(session):
            example.result(await agent.get_state())


@program.example("agent.get_state", "unknown")
async def get_state_unknown(example: Example) -> None:
    """No such agent."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.agent.get_state("no-such-agent"))


@program.example("agent.get_info", "after_a_run")
async def get_info_after_a_run(example: Example) -> None:
    """A question and an answer are two messages."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(
            type=Type.SCRIPTED,
            script=[ScriptStep(text="Hi.", usage=Usage(input_tokens=3, output_tokens=2, total_tokens=5))],
        )
        agent = await session.agent.create(name="helper", provider="scripted", description="Helps.")
        await agent.run("Hello")
        with example.shown(session):
            example.result(await agent.get_info())


@program.example("agent.get_messages", "new")
async def get_messages_new(example: Example) -> None:
    """Nothing was said yet."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(await agent.get_messages())


@program.example("agent.get_messages", "after_a_run")
async def get_messages_after_a_run(example: Example) -> None:
    """What was asked and what was answered."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="Hi.")])
        agent = await session.agent.create(name="helper", provider="scripted")
        await agent.run("Hello")
        with example.shown(session):
            example.result(await agent.get_messages())


@program.example("agent.list", "empty")
async def list_empty(example: Example) -> None:
    """A new session has none."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.agent.list())


@program.example("agent.list", "one")
async def list_one(example: Example) -> None:
    """The id is the handle."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(await session.agent.list())


@program.example("agent.reset", "forget")
async def reset_forget(example: Example) -> None:
    """The next run starts anew."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="Hi.")])
        agent = await session.agent.create(name="helper", provider="scripted")
        await agent.run("Hello")
        with example.shown(session):
            await agent.reset()


@program.example("agent.reset", "unknown")
async def reset_unknown(example: Example) -> None:
    """No such agent."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.agent.reset("no-such-agent")


@program.example("agent.handoff", "to_a_specialist")
async def handoff_to_a_specialist(example: Example) -> None:
    """The second agent knows what the first was told."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(text="I shall ask a colleague."),
                ScriptStep(
                    text="Your order is on its way.",
                    expect=ScriptExpectation(messages=4, system_prompt="deliveries", last_message="Where"),
                ),
            ],
        )
        desk = await session.agent.create(name="desk", provider="scripted")
        courier = await session.agent.create(
            name="courier", provider="scripted", system_prompt="You know all deliveries."
        )
        await desk.run("I ordered a lamp.")
        with example.shown(session):
            example.result(await desk.handoff(courier, "Where is it?"))


@program.example("agent.handoff", "to_itself")
async def handoff_to_itself(example: Example) -> None:
    """A handoff needs two agents."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(await agent.handoff(agent, "Hello"))


@program.example("agent.as_tool", "expert")
async def as_tool_expert(example: Example) -> None:
    """The description is what other models read."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        agent = await session.agent.create(
            name="Night sky", provider="scripted", description="Knows the stars."
        )
        with example.shown(session):
            example.result(await agent.as_tool())


@program.example("agent.as_tool", "taken")
async def as_tool_taken(example: Example) -> None:
    """Tools have names of their own."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED)
        agent = await session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(await agent.as_tool(name="calculator"))


if __name__ == "__main__":
    program.run()
