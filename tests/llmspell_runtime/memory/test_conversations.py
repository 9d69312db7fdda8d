"""Conversations: the budget holds, turns stay whole, the system prompt never goes, and no failure loses a message."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError, CallbackFailed
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from llmspell import AsyncSession, Session
from llmspell.memory.errors import InvalidConversation, InvalidSpace, SummaryFailed
from llmspell.memory.sync import Conversation
from llmspell.memory.types import ConversationPolicy
from llmspell.provider.types import ScriptExpectation, ScriptStep
from llmspell.shared.types import Message, Role, ToolCall
from llmspell_runtime.memory.conversations.summarizing import transcript
from llmspell_runtime.memory.conversations.turns import SUMMARY_HEAD, estimated
from llmspell_runtime.provider.tokens import estimate

GRANTS: dict[str, Any] = {"fs.read": ["."], "fs.write": ["."], "llm": True}
SUMMARIZE = ConversationPolicy.SUMMARIZE


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.chdir(tmp_path)
    with Session(permissions=GRANTS) as session:
        yield session


def user(text: str) -> Message:
    return Message(role=Role.USER, content=text)


def assistant(text: str, *tools: str) -> Message:
    calls = [ToolCall(id=f"call_{name}", name=name, arguments={"a": 1}) for name in tools]
    return Message(role=Role.ASSISTANT, content=text, tool_calls=calls or None)


def result(name: str, text: str) -> Message:
    return Message(role=Role.TOOL, content=text, tool_call_id=f"call_{name}", name=name)


def system(text: str) -> Message:
    return Message(role=Role.SYSTEM, content=text)


def contents(messages: list[Message]) -> list[str]:
    return [message.content for message in messages]


# --- tokens -----------------------------------------------------------------------------------------


def test_the_estimate_is_what_the_interface_says() -> None:
    assert estimated(user("Well, the capital of Norway is Oslo.")) == 11 + 4
    pictures = Message(role=Role.USER, content="look", images=["https://example.com/a.png"] * 2)
    assert estimated(pictures) == 1 + 4 + 2000
    called = '[{"arguments":{"a":1},"id":"call_x","name":"x"}]'
    assert estimated(assistant("", "x")) == estimate("\n" + called) + 4


def test_a_provider_counts(session: Session) -> None:
    session.provider.create(type="scripted", name="p", script=[])
    conversation = session.memory.create_conversation(max_tokens=100, count_with="p")
    assert conversation.add_messages([user("one two three")]).tokens == estimate("one two three") + 4


def test_a_provider_that_cannot_count_is_not_waited_on() -> None:
    with Session(permissions={}) as session:  # without llm, count_tokens is refused
        session.provider.create(type="scripted", name="p", script=[])
        conversation = session.memory.create_conversation(max_tokens=100, count_with="p")
        assert conversation.add_messages([user("one two three")]).tokens == estimated(user("one two three"))


# --- dropping ---------------------------------------------------------------------------------------


def test_calls_and_results_go_together(session: Session) -> None:
    turn = [
        user("How warm?"),
        assistant("", "oslo", "rome"),
        result("oslo", "2"),
        result("rome", "20"),
        assistant("So."),
    ]
    conversation = session.memory.create_conversation(max_tokens=sum(map(estimated, turn)) + 10)
    conversation.add_messages([system("Be brief."), *turn])
    info = conversation.add_messages([user("Thanks.")])
    assert (info.messages, info.dropped) == (1, 5)
    assert contents(conversation.get_messages()) == ["Be brief.", "Thanks."]


def test_the_newest_turn_stays_even_over_the_budget(session: Session) -> None:
    conversation = session.memory.create_conversation(max_tokens=5)
    info = conversation.add_messages([user("old"), user("a long question that is over the budget by itself")])
    assert (info.messages, info.dropped) == (1, 1)
    assert info.tokens > info.max_tokens
    assert len(conversation.get_messages()) == 1


def test_a_result_follows_its_call(session: Session) -> None:
    conversation = session.memory.create_conversation(max_tokens=1000)
    for bad in (
        [result("x", "1")],
        [user("a"), result("x", "1")],
        [assistant("", "x"), user("a"), result("x", "1")],
    ):
        with pytest.raises(InvalidConversation, match="'call_x' does not follow"):
            conversation.add_messages(bad)
    assert conversation.get_info().messages == 0
    conversation.add_messages([user("a"), assistant("", "x", "y")])
    conversation.add_messages([result("x", "1")])
    assert conversation.add_messages([result("y", "1")]).messages == 4


# --- summarizing ------------------------------------------------------------------------------------


def test_a_summary_takes_the_place_of_the_oldest(session: Session) -> None:
    asked: list[tuple[list[str], int]] = []

    def write(messages: list[Message], max_tokens: int) -> str:
        asked.append((contents(messages), max_tokens))
        return f"summary {len(asked)}"

    conversation = session.memory.create_conversation(
        max_tokens=60, policy=SUMMARIZE, keep_tokens=20, summarize=write
    )
    trimmed: list[Any] = []
    session.event.subscribe("memory.trim", lambda event: trimmed.append(event.data))
    conversation.add_messages([system("Be brief.")])
    for number in range(12):
        info = conversation.add_messages([user(f"question number {number}")])
        assert info.tokens <= 60
    assert len(asked) > 1
    assert asked[0][0][0] == "question number 0"
    assert asked[1][0][0] == f"{SUMMARY_HEAD}summary 1", "the next summary begins with the last"
    shown = contents(conversation.get_messages())
    assert shown[:2] == ["Be brief.", f"{SUMMARY_HEAD}summary {len(asked)}"]
    assert shown[-1] == "question number 11"
    assert info.summarized + info.messages == 12
    assert sum(event["messages"] for event in trimmed) == info.summarized
    assert all(event["tokens"] < event["tokens_before"] for event in trimmed)


@pytest.mark.parametrize("keep_tokens", [0, 50, 100, 1000])
def test_turns_that_are_to_stay_stay_within_the_budget(session: Session, keep_tokens: int) -> None:
    def write(messages: list[Message], max_tokens: int) -> str:
        return "s" * (max_tokens * 3 - len(SUMMARY_HEAD) - 20)  # as long as it may be

    conversation = session.memory.create_conversation(
        max_tokens=200, policy=SUMMARIZE, keep_tokens=keep_tokens, summarize=write
    )
    conversation.add_messages([system("Be brief.")])
    for number in range(30):
        info = conversation.add_messages([user("word " * (number * 7 % 20))])
        assert info.last_error is None
        assert info.tokens <= 200
        assert conversation.get_messages() == conversation.get_messages(all=True), "nothing is hidden"
    assert info.summarized + info.messages == 30


@pytest.mark.parametrize("summary", ["", "   ", "word " * 500])
def test_a_useless_summary_loses_nothing(session: Session, summary: str) -> None:
    conversation = session.memory.create_conversation(
        max_tokens=40, policy=SUMMARIZE, summarize=lambda messages, max_tokens: summary
    )
    texts = [f"question number {number}" for number in range(10)]
    info = conversation.add_messages([user(text) for text in texts])
    assert info.last_error is not None and info.last_error.code == "memory.summary_failed"
    assert contents(conversation.get_messages(all=True)) == texts
    shown = conversation.get_messages()
    assert sum(map(estimated, shown)) <= 40 and contents(shown) == texts[-len(shown) :]
    with pytest.raises(SummaryFailed):
        conversation.compact()
    assert contents(conversation.get_messages(all=True)) == texts


def test_a_summarizer_that_fails_is_tried_again(session: Session) -> None:
    calls: list[int] = []

    def write(messages: list[Message], max_tokens: int) -> str:
        calls.append(len(messages))
        if len(calls) == 1:
            raise RuntimeError("not now")
        return "short"

    conversation = session.memory.create_conversation(max_tokens=40, policy=SUMMARIZE, summarize=write)
    failed: list[Any] = []
    session.event.subscribe("memory.summary_error", lambda event: failed.append(event.data))
    info = conversation.add_messages([user(f"question number {number}") for number in range(10)])
    assert info.last_error is not None and (info.last_error.code, info.messages) == (
        "runtime.callback_failed",
        10,
    )
    assert [(event["conversation"], event["error"]["code"]) for event in failed] == [
        ("conversation_1", "runtime.callback_failed")
    ]
    info = conversation.add_messages([user("and now")])
    assert info.last_error is None and info.summary == "short" and info.tokens <= 40


def test_compact_tells_why(session: Session) -> None:
    def fail(messages: list[Message], max_tokens: int) -> str:
        raise RuntimeError("no idea")

    conversation = session.memory.create_conversation(
        max_tokens=1000, policy=SUMMARIZE, keep_tokens=0, summarize=fail
    )
    conversation.add_messages([user("a"), user("b")])
    with pytest.raises(SummaryFailed, match="no idea") as caught:
        conversation.compact()
    assert isinstance(caught.value.cause, CallbackFailed)
    assert conversation.get_info().messages == 2


def test_a_provider_is_given_a_transcript(session: Session) -> None:
    expect = ScriptExpectation(system_prompt="In French.", last_message="tool: 22", messages=2)
    session.provider.create(type="scripted", name="p", script=[ScriptStep(text="Chaud.", expect=expect)])
    conversation = session.memory.create_conversation(
        max_tokens=1000, policy=SUMMARIZE, keep_tokens=0, provider="p", instruction="In French."
    )
    conversation.add_messages([user("How warm?"), assistant("", "x"), result("x", "22"), user("Thanks.")])
    assert conversation.compact().summary == "Chaud."
    picture = Message(role=Role.USER, content="Look.", images=["https://example.com/a.png"])
    assert transcript([picture, assistant("", "x")]) == (
        "user: Look. [a picture]\n\nassistant: [calls x with {'a': 1}]"
    )


def test_a_cancelled_summary_loses_nothing() -> None:
    async def main() -> None:
        begun = asyncio.Event()

        async def write(messages: list[Message], max_tokens: int) -> str:
            begun.set()
            await asyncio.Event().wait()
            return "never"

        async with AsyncSession() as session:
            conversation = await session.memory.create_conversation(
                max_tokens=20, policy=SUMMARIZE, summarize=write
            )
            adding = asyncio.create_task(
                conversation.add_messages([user(f"question number {number}") for number in range(5)])
            )
            await begun.wait()
            adding.cancel()
            with pytest.raises(asyncio.CancelledError):
                await adding
            assert (await conversation.get_info()).messages == 5

    asyncio.run(main())


@pytest.mark.parametrize(
    "options",
    [
        {"policy": SUMMARIZE},
        {"policy": SUMMARIZE, "provider": "p", "summarize": lambda messages, max_tokens: ""},
        {"provider": "p"},
        {"instruction": "x"},
        {"keep_tokens": 5},
        {"path": "x.db"},
        {"scope": "agent", "owner": "a"},
    ],
)
def test_what_makes_no_conversation(session: Session, options: dict[str, Any]) -> None:
    session.provider.create(type="scripted", name="p", script=[])
    with pytest.raises((InvalidConversation, InvalidSpace)):
        session.memory.create_conversation(max_tokens=100, **options)


# --- files ------------------------------------------------------------------------------------------


def test_a_conversation_survives_its_session(session: Session) -> None:
    options: dict[str, Any] = {"max_tokens": 60, "name": "chat", "policy": SUMMARIZE, "keep_tokens": 20}
    write = lambda messages, max_tokens: "short"  # noqa: E731
    first = session.memory.create_conversation(summarize=write, **options)
    first.add_messages([system("Be brief."), *(user(f"question number {number}") for number in range(9))])
    info, shown = first.get_info(), first.get_messages()
    with Session(permissions=GRANTS) as other:
        again = other.memory.create_conversation(summarize=write, **options)
        assert (again.get_info(), again.get_messages()) == (info, shown)
        again.add_messages([user("from the other")])
        assert contents(first.get_messages())[-1] == "from the other"
        first.clear_messages()
        assert again.get_messages() == []
    with Session(permissions={"fs.read": ["."]}) as reader:
        chat = reader.memory.create_conversation(max_tokens=10, name="chat")
        with pytest.raises(BridgeError, match=r"fs\.write"):
            chat.add_messages([user("no")])


def test_conversations_of_one_file_do_not_see_each_other(session: Session) -> None:
    places: list[dict[str, Any]] = [
        {"name": "a"}, {"name": "b"}, {"name": "a", "scope": "agent", "owner": "x"},
        {"name": "a", "scope": "agent", "owner": "y"}, {"name": "a", "path": "other.db"},
    ]  # fmt: skip
    made = [session.memory.create_conversation(max_tokens=100, **place) for place in places]
    for number, conversation in enumerate(made):
        conversation.add_messages([user(str(number))])
    assert [contents(one.get_messages()) for one in made] == [[str(number)] for number in range(5)]
    assert session.memory.list_conversations() == ["a", "b"]
    assert session.memory.delete_conversation("a") is True
    assert session.memory.delete_conversation("a") is False
    assert [len(one.get_messages()) for one in made] == [0, 1, 1, 1, 1]
    assert session.memory.list_keys(type="persistent") == []


# --- any sequence of additions ----------------------------------------------------------------------


class Machine(RuleBasedStateMachine):
    """Conversations in this process and in a file, under both policies, against a list of all that was said."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.session = Session(permissions={"fs.read": [self.folder.name], "fs.write": [self.folder.name]})
        self.fails = False
        self.said: list[str] = []
        self.calls = 0

    @initialize(budget=st.integers(20, 120), keep=st.integers(0, 60))
    def begin(self, budget: int, keep: int) -> None:
        self.budget = budget
        path = f"{self.folder.name}/chats.db"
        create = self.session.memory.create_conversation
        summarizing: dict[str, Any] = {"policy": SUMMARIZE, "summarize": self.write, "keep_tokens": keep}
        self.dropping: list[Conversation] = [
            create(max_tokens=budget), create(max_tokens=budget, name="drop", path=path)
        ]  # fmt: skip
        self.summing: list[Conversation] = [
            create(max_tokens=budget, **summarizing),
            create(max_tokens=budget, name="sum", path=path, **summarizing),
        ]
        for conversation in (*self.dropping, *self.summing):
            conversation.add_messages([system("P")])

    def teardown(self) -> None:
        self.session.close()
        self.folder.cleanup()

    def write(self, messages: list[Message], max_tokens: int) -> str:
        if self.fails:
            raise RuntimeError("not now")
        return "s"

    @rule(lengths=st.lists(st.integers(1, 12), min_size=1, max_size=4), tools=st.booleans())
    def add(self, lengths: list[int], tools: bool) -> None:
        messages = []
        for length in lengths:
            number = len(self.said) + len(messages)
            messages.append(user(f"{number} " + "word " * length))
            if tools:
                messages += [assistant(f"{number + 1}", "x"), result("x", f"{number + 2}")]
        self.said += contents(messages)
        for conversation in (*self.dropping, *self.summing):
            conversation.add_messages(messages)

    @rule(fails=st.booleans())
    def summarizer(self, fails: bool) -> None:
        self.fails = fails

    @invariant()
    def holds(self) -> None:
        if not hasattr(self, "dropping"):
            return
        one, other = self.dropping
        assert one.get_messages() == other.get_messages()
        for conversation in self.dropping:
            info, held = conversation.get_info(), contents(conversation.get_messages(all=True))
            assert held[0] == "P" and held[1:] == self.said[info.dropped :]
            assert info.tokens <= self.budget or info.turns == 1
        for conversation in self.summing:
            info, held = conversation.get_info(), contents(conversation.get_messages(all=True))
            head = ["P", f"{SUMMARY_HEAD}s"] if info.summarized else ["P"]
            assert held == [*head, *self.said[info.summarized :]] and info.dropped == 0
        for conversation in (*self.dropping, *self.summing):
            shown = conversation.get_messages()
            turns = [message for message in shown if message.role is Role.USER]
            assert sum(map(estimated, shown)) <= self.budget or len(turns) <= 1
            first = next((message for message in shown if message.role is not Role.SYSTEM), None)
            assert first is None or first.role is Role.USER, "no result stands without its call"


TestConversations = Machine.TestCase
TestConversations.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
