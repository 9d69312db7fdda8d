"""Every example of agent, as synchronous Python; prints one line of JSON for each."""

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
def create_helper(example: Example) -> None:
    """A provider of that name is used."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED, name="rehearsal")
        with example.shown(session):
            example.result(
                session.agent.create(name="helper", provider="rehearsal", system_prompt="Be brief.")
            )


@program.example("agent.create", "provider_by_type")
def create_provider_by_type(example: Example) -> None:
    """A type alone makes a provider with defaults."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.agent.create(name="helper", provider="ollama", model="llama3.2"))


@program.example("agent.create", "no_provider")
def create_no_provider(example: Example) -> None:
    """Neither a name nor a type."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.agent.create(name="helper", provider="nobody"))


@program.example("agent.create", "with_a_budget")
def create_with_a_budget(example: Example) -> None:
    """The conversation is kept in a file, and its oldest turns are summarized when they outgrow the budget."""
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.provider.create(type=Type.SCRIPTED)
        with example.shown(session):
            example.result(
                session.agent.create(
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
def create_no_tool(example: Example) -> None:
    """Tools must exist."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        with example.shown(session):
            example.result(session.agent.create(name="helper", provider="scripted", tools=["weather"]))


@program.example("agent.destroy", "gone")
def destroy_gone(example: Example) -> None:
    """Its handle means nothing from then on."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            agent.destroy()


@program.example("agent.destroy", "unknown")
def destroy_unknown(example: Example) -> None:
    """An agent that never was."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.agent.destroy("no-such-agent")


@program.example("agent.run", "answer")
def run_answer(example: Example) -> None:
    """A question and its answer."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(
                    text="Oslo.",
                    expect=ScriptExpectation(system_prompt="Be brief.", last_message="Norway"),
                    usage=Usage(input_tokens=12, output_tokens=2, total_tokens=14),
                )
            ],
        )
        agent = session.agent.create(name="helper", provider="scripted", system_prompt="Be brief.")
        with example.shown(session):
            example.result(agent.run("What is the capital of Norway?"))


@program.example("agent.run", "tool")
def run_tool(example: Example) -> None:
    """The model asks for a tool, gets its result, and answers."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return {"temperature": 22}

        session.tool.register(
            name="weather",
            description="The weather in a city.",
            parameters={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
            handler=handler,
        )
        session.provider.create(
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
        agent = session.agent.create(name="helper", provider="scripted", tools=["weather"])
        with example.shown(session):
            example.result(agent.run("How is the weather in Oslo?"))


@program.example("agent.run", "within_a_budget")
def run_within_a_budget(example: Example) -> None:
    """The model is shown the turns that fit the budget, and a second question leaves room for no more than itself."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(text="red fruit", expect=ScriptExpectation(messages=1)),
                ScriptStep(text="blue ones", expect=ScriptExpectation(messages=1)),
            ],
        )
        agent = session.agent.create(name="helper", provider="scripted", memory=AgentMemory(max_tokens=16))
        agent.run("one apple")
        with example.shown(session):
            example.result(agent.run("two plums"))


@program.example("agent.run", "wrong_arguments")
def run_wrong_arguments(example: Example) -> None:
    """What is wrong with its arguments is told to the model, and the handler is not called."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return "never"

        session.tool.register(
            name="weather",
            description="The weather in a city.",
            parameters={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
            handler=handler,
        )
        session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(tool_calls=[ScriptedToolCall(name="weather", arguments={"town": "Oslo"})]),
                ScriptStep(
                    text="I cannot tell.",
                    expect=ScriptExpectation(last_message='the property "city" is missing'),
                ),
            ],
        )
        agent = session.agent.create(name="helper", provider="scripted", tools=["weather"])
        with example.shown(session):
            example.result(agent.run("How is the weather in Oslo?"))


@program.example("agent.run", "unknown_tool")
def run_unknown_tool(example: Example) -> None:
    """A tool that the agent does not have is told to the model as well."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(tool_calls=[ScriptedToolCall(name="teleport")]),
                ScriptStep(text="Then walk.", expect=ScriptExpectation(last_message="teleport")),
            ],
        )
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(agent.run("Take me to Oslo."))


@program.example("agent.run", "conversation")
def run_conversation(example: Example) -> None:
    """A second run sees the first."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(text="Nice to meet you, Ada."),
                ScriptStep(text="Ada.", expect=ScriptExpectation(messages=3, last_message="my name")),
            ],
        )
        agent = session.agent.create(name="helper", provider="scripted")
        agent.run("I am Ada.")
        with example.shown(session):
            example.result(agent.run("What is my name?"))


@program.example("agent.run", "too_many_steps")
def run_too_many_steps(example: Example) -> None:
    """A model that only asks for tools is stopped."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(tool_calls=[ScriptedToolCall(name="teleport")]),
                ScriptStep(tool_calls=[ScriptedToolCall(name="teleport")]),
            ],
        )
        agent = session.agent.create(name="helper", provider="scripted", max_steps=2)
        with example.shown(session):
            example.result(agent.run("Take me to Oslo."))


@program.example("agent.run", "provider_fails")
def run_provider_fails(example: Example) -> None:
    """The provider's error is the run's."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(
            type=Type.SCRIPTED,
            script=[ScriptStep(error=ScriptedFailure(http_status=401, message="Incorrect API key."))],
        )
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(agent.run("Hello"))


@program.example("agent.run", "unknown_agent")
def run_unknown_agent(example: Example) -> None:
    """Handles that mean nothing are told apart from other failures."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.agent.run("no-such-agent", "Hello"))


@program.example("agent.run_structured", "city")
def run_structured_city(example: Example) -> None:
    """A value instead of prose."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(
            type=Type.SCRIPTED, script=[ScriptStep(text='{"city": "Oslo", "population": 717710}')]
        )
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(
                agent.run_structured(
                    "What is the capital of Norway, and how many live there?",
                    {
                        "type": "object",
                        "properties": {"city": {"type": "string"}, "population": {"type": "integer"}},
                        "required": ["city", "population"],
                    },
                )
            )


@program.example("agent.run_structured", "asked_again")
def run_structured_asked_again(example: Example) -> None:
    """A bad answer is sent back with what is wrong with it."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(text='{"city": "Oslo"}'),
                ScriptStep(
                    text='{"city": "Oslo", "population": 717710}',
                    expect=ScriptExpectation(last_message='the property "population" is missing'),
                ),
            ],
        )
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(
                agent.run_structured(
                    "What is the capital of Norway, and how many live there?",
                    {
                        "type": "object",
                        "properties": {"city": {"type": "string"}, "population": {"type": "integer"}},
                        "required": ["city", "population"],
                    },
                )
            )


@program.example("agent.run_structured", "no_json")
def run_structured_no_json(example: Example) -> None:
    """A model that does not listen is an error in the end."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="Oslo.")])
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(
                agent.run_structured("What is the capital of Norway?", {"type": "object"}, max_attempts=1)
            )


@program.example("agent.run_structured", "bad_schema")
def run_structured_bad_schema(example: Example) -> None:
    """The schema itself is checked first."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(agent.run_structured("Hello", {"type": 7}))


@program.example("agent.stream", "tool_and_text")
def stream_tool_and_text(example: Example) -> None:
    """A tool call, its outcome, and the answer in two pieces."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return "sunny"

        session.tool.register(name="weather", description="The weather now.", handler=handler)
        session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(tool_calls=[ScriptedToolCall(name="weather")]),
                ScriptStep(chunks=["It is ", "sunny."]),
            ],
        )
        agent = session.agent.create(name="helper", provider="scripted", tools=["weather"])
        with example.shown(session):
            example.stream(agent.stream("How is the weather?"))


@program.example("agent.stream", "provider_fails")
def stream_provider_fails(example: Example) -> None:
    """A stream may fail like a run."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.stream(agent.stream("Hello"))


@program.example("agent.configure", "new_prompt")
def configure_new_prompt(example: Example) -> None:
    """What is not named stays as it was."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(agent.configure(system_prompt="Be kind.", max_steps=3))


@program.example("agent.configure", "null_takes_away")
def configure_null_takes_away(example: Example) -> None:
    """Null is not absence."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(
            name="helper", provider="scripted", system_prompt="Be brief.", model="rehearsal"
        )
        with example.shown(session):
            example.result(agent.configure(system_prompt=None))


@program.example("agent.configure", "no_tool")
def configure_no_tool(example: Example) -> None:
    """Tools must exist."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(agent.configure(tools=["weather"]))


@program.example("agent.use_conversation", "shared")
def use_conversation_shared(example: Example) -> None:
    """Two agents go on with the same conversation."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="red fruit")])
        conversation = session.memory.create_conversation(max_tokens=1000)
        helper = session.agent.create(name="helper", provider="scripted")
        critic = session.agent.create(name="critic", provider="scripted")
        helper.use_conversation(conversation)
        helper.run("one apple")
        with example.shown(session):
            critic.use_conversation(conversation)


@program.example("agent.use_conversation", "unknown")
def use_conversation_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            agent.use_conversation("no-such-conversation")


@program.example("agent.get_state", "idle")
def get_state_idle(example: Example) -> None:
    """Made, and has not run."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(agent.get_state())


@program.example("agent.get_state", "completed")
def get_state_completed(example: Example) -> None:
    """The last run ended well."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="Hi.")])
        agent = session.agent.create(name="helper", provider="scripted")
        agent.run("Hello")
        with example.shown(session):
            example.result(agent.get_state())


@program.example("agent.get_state", "unknown")
def get_state_unknown(example: Example) -> None:
    """No such agent."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.agent.get_state("no-such-agent"))


@program.example("agent.get_info", "after_a_run")
def get_info_after_a_run(example: Example) -> None:
    """A question and an answer are two messages."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(
            type=Type.SCRIPTED,
            script=[ScriptStep(text="Hi.", usage=Usage(input_tokens=3, output_tokens=2, total_tokens=5))],
        )
        agent = session.agent.create(name="helper", provider="scripted", description="Helps.")
        agent.run("Hello")
        with example.shown(session):
            example.result(agent.get_info())


@program.example("agent.get_messages", "new")
def get_messages_new(example: Example) -> None:
    """Nothing was said yet."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(agent.get_messages())


@program.example("agent.get_messages", "after_a_run")
def get_messages_after_a_run(example: Example) -> None:
    """What was asked and what was answered."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="Hi.")])
        agent = session.agent.create(name="helper", provider="scripted")
        agent.run("Hello")
        with example.shown(session):
            example.result(agent.get_messages())


@program.example("agent.list", "empty")
def list_empty(example: Example) -> None:
    """A new session has none."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.agent.list())


@program.example("agent.list", "one")
def list_one(example: Example) -> None:
    """The id is the handle."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(session.agent.list())


@program.example("agent.reset", "forget")
def reset_forget(example: Example) -> None:
    """The next run starts anew."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="Hi.")])
        agent = session.agent.create(name="helper", provider="scripted")
        agent.run("Hello")
        with example.shown(session):
            agent.reset()


@program.example("agent.reset", "unknown")
def reset_unknown(example: Example) -> None:
    """No such agent."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.agent.reset("no-such-agent")


@program.example("agent.handoff", "to_a_specialist")
def handoff_to_a_specialist(example: Example) -> None:
    """The second agent knows what the first was told."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(
            type=Type.SCRIPTED,
            script=[
                ScriptStep(text="I shall ask a colleague."),
                ScriptStep(
                    text="Your order is on its way.",
                    expect=ScriptExpectation(messages=4, system_prompt="deliveries", last_message="Where"),
                ),
            ],
        )
        desk = session.agent.create(name="desk", provider="scripted")
        courier = session.agent.create(
            name="courier", provider="scripted", system_prompt="You know all deliveries."
        )
        desk.run("I ordered a lamp.")
        with example.shown(session):
            example.result(desk.handoff(courier, "Where is it?"))


@program.example("agent.handoff", "to_itself")
def handoff_to_itself(example: Example) -> None:
    """A handoff needs two agents."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(agent.handoff(agent, "Hello"))


@program.example("agent.as_tool", "expert")
def as_tool_expert(example: Example) -> None:
    """The description is what other models read."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(name="Night sky", provider="scripted", description="Knows the stars.")
        with example.shown(session):
            example.result(agent.as_tool())


@program.example("agent.as_tool", "taken")
def as_tool_taken(example: Example) -> None:
    """Tools have names of their own."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=Type.SCRIPTED)
        agent = session.agent.create(name="helper", provider="scripted")
        with example.shown(session):
            example.result(agent.as_tool(name="calculator"))


if __name__ == "__main__":
    program.run()
