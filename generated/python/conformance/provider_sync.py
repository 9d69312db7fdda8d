"""Every example of provider, as synchronous Python; prints one line of JSON for each."""

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
def create_scripted(example: Example) -> None:
    """A provider for tests; the first is always provider_1."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.provider.create(type=Type.SCRIPTED, name="rehearsal", script=[]))


@program.example("provider.create", "ollama_by_default")
def create_ollama_by_default(example: Example) -> None:
    """Ollama on this machine needs no more than its type; nothing is sent until it is used."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.provider.create(type=Type.OLLAMA, model="llama3.2"))


@program.example("provider.create", "name_twice")
def create_name_twice(example: Example) -> None:
    """Names are unique in a session."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED, name="main", script=[])
        with example.shown(session):
            example.result(session.provider.create(type=Type.SCRIPTED, name="main", script=[]))


@program.example("provider.create", "missing_key")
def create_missing_key(example: Example) -> None:
    """A key is taken from the environment only when the session may read it."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.provider.create(type=Type.OPENAI))


@program.example("provider.create", "not_an_address")
def create_not_an_address(example: Example) -> None:
    """An address begins with http:// or https://."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.provider.create(type=Type.LOCAL, base_url="localhost:8080"))


@program.example("provider.create", "private_address")
def create_private_address(example: Example) -> None:
    """Addresses of a private network need a `net` grant that names them."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.provider.create(type=Type.LOCAL, base_url="http://192.168.1.20:8080/v1"))


@program.example("provider.destroy", "finished")
def destroy_finished(example: Example) -> None:
    """All steps were used."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(type=Type.SCRIPTED, script=[])
        with example.shown(session):
            provider.destroy()


@program.example("provider.destroy", "steps_left")
def destroy_steps_left(example: Example) -> None:
    """A step that nothing reached is an error."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(
            type=Type.SCRIPTED, name="rehearsal", script=[ScriptStep(text="Never said.")]
        )
        with example.shown(session):
            provider.destroy()


@program.example("provider.destroy", "twice")
def destroy_twice(example: Example) -> None:
    """Gone is gone."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(type=Type.SCRIPTED, script=[])
        provider.destroy()
        with example.shown(session):
            provider.destroy()


@program.example("provider.configure", "another_model")
def configure_another_model(example: Example) -> None:
    """What is not named stays as it was."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(type=Type.SCRIPTED, script=[])
        with example.shown(session):
            example.result(provider.configure(model="understudy"))


@program.example("provider.configure", "no_script_for_a_real_one")
def configure_no_script_for_a_real_one(example: Example) -> None:
    """Only scripted providers have scripts."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(type=Type.OLLAMA)
        with example.shown(session):
            example.result(provider.configure(script=[ScriptStep(text="Hello.")]))


@program.example("provider.list", "empty")
def list_empty(example: Example) -> None:
    """A new session has none."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.provider.list())


@program.example("provider.list", "one")
def list_one(example: Example) -> None:
    """Infos never show a key."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.OPENAI, name="main", api_key="sk-secret", model="gpt-5-mini")
        with example.shown(session):
            example.result(session.provider.list())


@program.example("provider.get", "by_name")
def get_by_name(example: Example) -> None:
    """The same handle that create gave."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED, name="main", script=[])
        with example.shown(session):
            example.result(session.provider.get("main"))


@program.example("provider.get", "unknown")
def get_unknown(example: Example) -> None:
    """Nothing of that name."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.provider.get("nobody"))


@program.example("provider.get_info", "after_a_call")
def get_info_after_a_call(example: Example) -> None:
    """A scripted provider says how far its script is."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(
            type=Type.SCRIPTED,
            script=[ScriptStep(text="Hi.", usage=Usage(input_tokens=3, output_tokens=2, total_tokens=5))],
        )
        provider.chat([Message(role=Role.USER, content="Hello")])
        with example.shown(session):
            example.result(provider.get_info())


@program.example("provider.discover", "scripted")
def discover_scripted(example: Example) -> None:
    """Scripts are always there."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.provider.discover(types=[Type.SCRIPTED]))


@program.example("provider.discover", "without_a_key")
def discover_without_a_key(example: Example) -> None:
    """It says what is missing, and sends nothing."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.provider.discover(types=[Type.ANTHROPIC]))


@program.example("provider.chat", "text")
def chat_text(example: Example) -> None:
    """A question and its answer."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(
            type=Type.SCRIPTED,
            model="rehearsal",
            script=[ScriptStep(text="Oslo.", usage=Usage(input_tokens=9, output_tokens=2, total_tokens=11))],
        )
        with example.shown(session):
            example.result(provider.chat([Message(role=Role.USER, content="What is the capital of Norway?")]))


@program.example("provider.chat", "tool_call")
def chat_tool_call(example: Example) -> None:
    """The model asks for a tool; whoever called decides what to do."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(
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
                provider.chat(
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
def chat_tried_again(example: Example) -> None:
    """A 429 is tried again; nobody but a subscriber notices."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(error=ScriptedFailure(http_status=429, message="Slow down.")),
                ScriptStep(text="Here."),
            ],
        )
        with example.shown(session):
            example.result(provider.chat([Message(role=Role.USER, content="Anyone?")]))


@program.example("provider.chat", "refused_key")
def chat_refused_key(example: Example) -> None:
    """The endpoint's own words come along."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(
            type=Type.SCRIPTED,
            script=[ScriptStep(error=ScriptedFailure(http_status=401, message="Incorrect API key."))],
        )
        with example.shown(session):
            example.result(provider.chat([Message(role=Role.USER, content="Hello")]))


@program.example("provider.chat", "not_scripted")
def chat_not_scripted(example: Example) -> None:
    """A call that has no step is an error."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(type=Type.SCRIPTED, script=[])
        with example.shown(session):
            example.result(provider.chat([Message(role=Role.USER, content="Hello")]))


@program.example("provider.chat", "another_question_expected")
def chat_another_question_expected(example: Example) -> None:
    """A step may say what it expects."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(
            type=Type.SCRIPTED,
            script=[ScriptStep(text="Oslo.", expect=ScriptExpectation(last_message="Norway"))],
        )
        with example.shown(session):
            example.result(provider.chat([Message(role=Role.USER, content="What is the capital of Peru?")]))


@program.example("provider.stream", "two_pieces")
def stream_two_pieces(example: Example) -> None:
    """Text as it arrives, then the whole."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(chunks=["Os", "lo."])])
        with example.shown(session):
            example.stream(
                provider.stream([Message(role=Role.USER, content="What is the capital of Norway?")])
            )


@program.example("provider.stream", "refused")
def stream_refused(example: Example) -> None:
    """A stream may fail like a call."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(
            type=Type.SCRIPTED, script=[ScriptStep(error=ScriptedFailure(http_status=400, message="No."))]
        )
        with example.shown(session):
            example.stream(provider.stream([Message(role=Role.USER, content="Hello")]))


@program.example("provider.embed", "two_texts")
def embed_two_texts(example: Example) -> None:
    """One vector for each."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(
            type=Type.SCRIPTED,
            script=[ScriptStep(embeddings=[Embedding(vector=[0.5, -0.25]), Embedding(vector=[1.0, 0.0])])],
        )
        with example.shown(session):
            example.result(provider.embed(["north", "south"], model="rehearsal"))


@program.example("provider.embed", "another_call_expected")
def embed_another_call_expected(example: Example) -> None:
    """A step that answers a chat does not answer this."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="Hi.")])
        with example.shown(session):
            example.result(provider.embed(["north"]))


@program.example("provider.get_models", "scripted")
def get_models_scripted(example: Example) -> None:
    """Only what it was told."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(type=Type.SCRIPTED, model="rehearsal", script=[])
        with example.shown(session):
            example.result(provider.get_models())


@program.example("provider.count_tokens", "estimate")
def count_tokens_estimate(example: Example) -> None:
    """Six words of up to eight letters and two signs."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(type=Type.SCRIPTED, script=[])
        with example.shown(session):
            example.result(provider.count_tokens("Well, the capital of Norway is Oslo."))


if __name__ == "__main__":
    program.run()
