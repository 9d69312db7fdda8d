"""Agents whose conversation memory keeps: under a budget, in a file, with summaries, shared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from llmspell import Session
from llmspell.agent.types import AgentMemory, State
from llmspell.provider.types import ScriptExpectation, ScriptStep
from llmspell.shared.types import Message

GRANTS: dict[str, Any] = {"llm": True, "fs.read": ["."], "fs.write": ["."]}


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.chdir(tmp_path)
    with Session(permissions=GRANTS) as session:
        yield session


def answers(session: Session, *steps: ScriptStep, name: str = "script") -> None:
    session.provider.create(type="scripted", name=name, script=list(steps))


def seen(messages: int, text: str) -> ScriptStep:
    return ScriptStep(text=text, expect=ScriptExpectation(messages=messages))


def contents(messages: list[Message]) -> list[str]:
    return [message.content for message in messages]


def test_old_turns_go_when_the_next_run_begins(session: Session) -> None:
    answers(session, seen(2, "red fruit"), seen(4, "blue ones"), seen(4, "green too"), seen(4, "yellow"))
    memory = AgentMemory(max_tokens=36)
    agent = session.agent.create(name="a", provider="script", system_prompt="Be brief.", memory=memory)
    trimmed: list[Any] = []
    session.event.subscribe("memory.trim", lambda event: trimmed.append(event.data))
    for fruit in ("one apple", "two plums", "and pears"):
        agent.run(fruit)
    assert len(agent.get_messages()) == 6 and trimmed == []  # shown no more, but not lost yet
    agent.run("bananas")
    assert contents(agent.get_messages()) == [
        "two plums",
        "blue ones",
        "and pears",
        "green too",
        "bananas",
        "yellow",
    ]
    assert [(event["policy"], event["messages"]) for event in trimmed] == [("drop", 2)]
    info = agent.get_info()
    assert info.memory is not None
    assert (info.messages, info.memory.turns, info.memory.dropped, info.memory.max_tokens) == (6, 3, 2, 36)


def test_a_run_under_way_is_shown_whole(session: Session) -> None:
    session.tool.register(name="long", description="Says much.", handler=lambda arguments: "word " * 100)
    answers(
        session,
        ScriptStep(tool_calls=[{"name": "long"}]),  # type: ignore[list-item]
        ScriptStep(text="done", expect=ScriptExpectation(messages=3)),
    )
    agent = session.agent.create(
        name="a", provider="script", tools=["long"], memory=AgentMemory(max_tokens=20)
    )
    assert agent.run("go").text == "done"
    assert len(agent.get_messages()) == 4


def test_a_provider_sums_up_the_old_turns(session: Session) -> None:
    answers(
        session,
        ScriptStep(text="a red fruit"),
        ScriptStep(
            text="blue", expect=ScriptExpectation(system_prompt="They spoke of an apple.", messages=3)
        ),
    )
    answers(session, ScriptStep(text="They spoke of an apple."), name="writer")
    memory = AgentMemory(max_tokens=40, policy="summarize", provider="writer", keep_tokens=0)
    agent = session.agent.create(name="a", provider="script", system_prompt="Be brief.", memory=memory)
    agent.run(
        "one apple, which is quite a long thing to say about it, with all these words in it and more of them"
    )
    assert agent.run("plums?").text == "blue"


def test_a_summary_that_fails_loses_nothing(session: Session) -> None:
    answers(session, *(ScriptStep(text=f"answer {number}") for number in range(3)))
    answers(session, name="writer")
    memory = AgentMemory(max_tokens=25, policy="summarize", provider="writer")
    agent = session.agent.create(name="a", provider="script", memory=memory)
    failed: list[Any] = []
    session.event.subscribe("memory.summary_error", lambda event: failed.append(event.data["error"]["code"]))
    for number in range(3):
        assert agent.run(f"question {number}").text == f"answer {number}"
    assert len(agent.get_messages()) == 6
    assert failed == ["provider.script_exhausted"]


def test_a_conversation_in_a_file_is_gone_on_with(session: Session, tmp_path: Path) -> None:
    memory = AgentMemory(max_tokens=1000, name="chat", scope="agent")
    answers(session, ScriptStep(text="Hello Ada."))
    session.agent.create(name="helper", provider="script", memory=memory).run("I am Ada.")
    with Session(permissions=GRANTS) as other:
        answers(other, seen(3, "Ada."))
        agent = other.agent.create(name="helper", provider="script", memory=memory)
        assert agent.run("Who am I?").text == "Ada."
        assert other.memory.list_conversations(scope="agent", owner="helper") == ["chat"]
        stranger = other.agent.create(name="critic", provider="script", memory=memory)
        assert stranger.get_messages() == []
        agent.reset()
        assert agent.get_messages() == [] and agent.get_state() is State.IDLE


def test_agents_share_a_conversation(session: Session) -> None:
    answers(session, seen(1, "red"), seen(3, "blue"))
    conversation = session.memory.create_conversation(
        max_tokens=1000, policy="summarize", summarize=lambda messages, tokens: "nothing"
    )
    one, other = (session.agent.create(name=name, provider="script") for name in ("one", "other"))
    one.use_conversation(conversation)
    other.use_conversation(conversation)
    one.run("apple?")
    other.run("plum?")
    assert (
        contents(one.get_messages())
        == contents(conversation.get_messages())
        == ["apple?", "red", "plum?", "blue"]
    )
    one.destroy()
    assert conversation.get_info().messages == 4


def test_a_conversation_goes_with_its_agent(session: Session) -> None:
    answers(session)
    agent = session.agent.create(name="a", provider="script", memory=AgentMemory(max_tokens=10))
    assert session.session.get_info().resources["memory.Conversation"] == 1
    agent.destroy()
    assert "memory.Conversation" not in session.session.get_info().resources


def test_what_makes_no_memory_makes_no_agent(session: Session) -> None:
    answers(session)
    for memory, code in (
        (AgentMemory(max_tokens=10, policy="summarize"), "memory.invalid_conversation"),
        (AgentMemory(max_tokens=10, path="x.db"), "memory.invalid_conversation"),
        (AgentMemory(max_tokens=10, name="x", path="../x.db"), "runtime.permission_denied"),
        (AgentMemory(max_tokens=10, name="x", scope="session"), "memory.invalid_space"),
    ):
        with pytest.raises(BridgeError) as caught:
            session.agent.create(name="a", provider="script", memory=memory)
        assert caught.value.code == code
    assert session.agent.list() == []
