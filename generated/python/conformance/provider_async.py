"""Every example of provider, as asynchronous Python; prints one line of JSON for each."""

from __future__ import annotations

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.provider import (
    Embedding,
    ScriptedFailure,
    ScriptedToolCall,
    ScriptExpectation,
    ScriptStep,
    Type,
)
from llmspell.shared import Message, Role, ToolSpec, Usage

program = Program()


@program.example("provider.create", "scripted")
async def create_scripted(example: Example) -> None:
    """A provider for tests; the first is always provider_1."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.provider.create(type=Type.SCRIPTED, name="rehearsal", script=[]))


@program.example("provider.create", "ollama_by_default")
async def create_ollama_by_default(example: Example) -> None:
    """Ollama on this machine needs no more than its type; nothing is sent until it is used."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.provider.create(type=Type.OLLAMA, model="llama3.2"))


@program.example("provider.create", "name_twice")
async def create_name_twice(example: Example) -> None:
    """Names are unique in a session."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED, name="main", script=[])
        with example.shown(session):
            example.result(await session.provider.create(type=Type.SCRIPTED, name="main", script=[]))


@program.example("provider.create", "missing_key")
async def create_missing_key(example: Example) -> None:
    """A key is taken from the environment only when the session may read it."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.provider.create(type=Type.OPENAI))


@program.example("provider.create", "not_an_address")
async def create_not_an_address(example: Example) -> None:
    """An address begins with http:// or https://."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.provider.create(type=Type.LOCAL, base_url="localhost:8080"))


@program.example("provider.create", "private_address")
async def create_private_address(example: Example) -> None:
    """Addresses of a private network need a `net` grant that names them."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.provider.create(type=Type.LOCAL, base_url="http://192.168.1.20:8080/v1")
            )


@program.example("provider.destroy", "finished")
async def destroy_finished(example: Example) -> None:
    """All steps were used."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(type=Type.SCRIPTED, script=[])
        with example.shown(session):
            await provider.destroy()


@program.example("provider.destroy", "steps_left")
async def destroy_steps_left(example: Example) -> None:
    """A step that nothing reached is an error."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(
            type=Type.SCRIPTED, name="rehearsal", script=[ScriptStep(text="Never said.")]
        )
        with example.shown(session):
            await provider.destroy()


@program.example("provider.destroy", "twice")
async def destroy_twice(example: Example) -> None:
    """Gone is gone."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(type=Type.SCRIPTED, script=[])
        await provider.destroy()
        with example.shown(session):
            await provider.destroy()


@program.example("provider.configure", "another_model")
async def configure_another_model(example: Example) -> None:
    """What is not named stays as it was."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(type=Type.SCRIPTED, script=[])
        with example.shown(session):
            example.result(await provider.configure(model="understudy"))


@program.example("provider.configure", "no_script_for_a_real_one")
async def configure_no_script_for_a_real_one(example: Example) -> None:
    """Only scripted providers have scripts."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(type=Type.OLLAMA)
        with example.shown(session):
            example.result(await provider.configure(script=[ScriptStep(text="Hello.")]))


@program.example("provider.list", "empty")
async def list_empty(example: Example) -> None:
    """A new session has none."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.provider.list())


@program.example("provider.list", "one")
async def list_one(example: Example) -> None:
    """Infos never show a key."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.OPENAI, name="main", api_key="sk-secret", model="gpt-5-mini")
        with example.shown(session):
            example.result(await session.provider.list())


@program.example("provider.get", "by_name")
async def get_by_name(example: Example) -> None:
    """The same handle that create gave."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.provider.create(type=Type.SCRIPTED, name="main", script=[])
        with example.shown(session):
            example.result(await session.provider.get("main"))


@program.example("provider.get", "unknown")
async def get_unknown(example: Example) -> None:
    """Nothing of that name."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.provider.get("nobody"))


@program.example("provider.get_info", "after_a_call")
async def get_info_after_a_call(example: Example) -> None:
    """A scripted provider says how far its script is."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(
            type=Type.SCRIPTED,
            script=[ScriptStep(text="Hi.", usage=Usage(input_tokens=3, output_tokens=2, total_tokens=5))],
        )
        await provider.chat([Message(role=Role.USER, content="Hello")])
        with example.shown(session):
            example.result(await provider.get_info())


@program.example("provider.discover", "scripted")
async def discover_scripted(example: Example) -> None:
    """Scripts are always there."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.provider.discover(types=[Type.SCRIPTED]))


@program.example("provider.discover", "without_a_key")
async def discover_without_a_key(example: Example) -> None:
    """It says what is missing, and sends nothing."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.provider.discover(types=[Type.ANTHROPIC]))


@program.example("provider.chat", "text")
async def chat_text(example: Example) -> None:
    """A question and its answer."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(
            type=Type.SCRIPTED,
            model="rehearsal",
            script=[ScriptStep(text="Oslo.", usage=Usage(input_tokens=9, output_tokens=2, total_tokens=11))],
        )
        with example.shown(session):
            example.result(
                await provider.chat([Message(role=Role.USER, content="What is the capital of Norway?")])
            )


@program.example("provider.chat", "tool_call")
async def chat_tool_call(example: Example) -> None:
    """The model asks for a tool; whoever called decides what to do."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(
                    tool_calls=[ScriptedToolCall(name="weather", arguments={"city": "Oslo"})],
                    expect=ScriptExpectation(tools=["weather"]),
                )
            ],
        )
        with example.shown(session):
            example.result(
                await provider.chat(
                    [Message(role=Role.USER, content="How is the weather in Oslo?")],
                    tools=[
                        ToolSpec(
                            name="weather",
                            description="The weather in a city.",
                            parameters={
                                "type": "object",
                                "properties": {"city": {"type": "string"}},
                                "required": ["city"],
                            },
                        )
                    ],
                )
            )


@program.example("provider.chat", "tried_again")
async def chat_tried_again(example: Example) -> None:
    """A 429 is tried again; nobody but a subscriber notices."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(error=ScriptedFailure(http_status=429, message="Slow down.")),
                ScriptStep(text="Here."),
            ],
        )
        with example.shown(session):
            example.result(await provider.chat([Message(role=Role.USER, content="Anyone?")]))


@program.example("provider.chat", "refused_key")
async def chat_refused_key(example: Example) -> None:
    """The endpoint's own words come along."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(
            type=Type.SCRIPTED,
            script=[ScriptStep(error=ScriptedFailure(http_status=401, message="Incorrect API key."))],
        )
        with example.shown(session):
            example.result(await provider.chat([Message(role=Role.USER, content="Hello")]))


@program.example("provider.chat", "not_scripted")
async def chat_not_scripted(example: Example) -> None:
    """A call that has no step is an error."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(type=Type.SCRIPTED, script=[])
        with example.shown(session):
            example.result(await provider.chat([Message(role=Role.USER, content="Hello")]))


@program.example("provider.chat", "another_question_expected")
async def chat_another_question_expected(example: Example) -> None:
    """A step may say what it expects."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(
            type=Type.SCRIPTED,
            script=[ScriptStep(text="Oslo.", expect=ScriptExpectation(last_message="Norway"))],
        )
        with example.shown(session):
            example.result(
                await provider.chat([Message(role=Role.USER, content="What is the capital of Peru?")])
            )


@program.example("provider.stream", "two_pieces")
async def stream_two_pieces(example: Example) -> None:
    """Text as it arrives, then the whole."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(
            type=Type.SCRIPTED, script=[ScriptStep(chunks=["Os", "lo."])]
        )
        with example.shown(session):
            await example.astream(
                provider.stream([Message(role=Role.USER, content="What is the capital of Norway?")])
            )


@program.example("provider.stream", "refused")
async def stream_refused(example: Example) -> None:
    """A stream may fail like a call."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(
            type=Type.SCRIPTED, script=[ScriptStep(error=ScriptedFailure(http_status=400, message="No."))]
        )
        with example.shown(session):
            await example.astream(provider.stream([Message(role=Role.USER, content="Hello")]))


@program.example("provider.embed", "two_texts")
async def embed_two_texts(example: Example) -> None:
    """One vector for each."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(
            type=Type.SCRIPTED,
            script=[ScriptStep(embeddings=[Embedding(vector=[0.5, -0.25]), Embedding(vector=[1.0, 0.0])])],
        )
        with example.shown(session):
            example.result(await provider.embed(["north", "south"], model="rehearsal"))


@program.example("provider.embed", "another_call_expected")
async def embed_another_call_expected(example: Example) -> None:
    """A step that answers a chat does not answer this."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="Hi.")])
        with example.shown(session):
            example.result(await provider.embed(["north"]))


@program.example("provider.get_models", "scripted")
async def get_models_scripted(example: Example) -> None:
    """Only what it was told."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(type=Type.SCRIPTED, model="rehearsal", script=[])
        with example.shown(session):
            example.result(await provider.get_models())


@program.example("provider.count_tokens", "estimate")
async def count_tokens_estimate(example: Example) -> None:
    """Six words of up to eight letters and two signs."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        provider = await session.provider.create(type=Type.SCRIPTED, script=[])
        with example.shown(session):
            example.result(await provider.count_tokens("Well, the capital of Norway is Oslo."))


if __name__ == "__main__":
    program.run()
