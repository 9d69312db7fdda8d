"""What conversations are made of: messages with their tokens, and the turns that they form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bridge_runtime.values import canonical_json
from llmspell.memory.constants import Limit
from llmspell.shared.types import Message, Role

from llmspell_runtime.provider.tokens import estimate

SUMMARY_HEAD = "Summary of the conversation so far:\n"


@dataclass(frozen=True, slots=True)
class Kept:
    """A message of a conversation, and how many tokens it has. Ids grow."""

    message: Message
    tokens: int
    id: int = 0


@dataclass(slots=True)
class State:
    """What a conversation holds."""

    prompt: Kept | None = None
    summary: str | None = None
    summary_tokens: int = 0
    messages: list[Kept] = field(default_factory=list)
    dropped: int = 0
    summarized: int = 0

    @property
    def head_tokens(self) -> int:
        """Tokens of what comes before the turns."""
        return (self.prompt.tokens if self.prompt is not None else 0) + self.summary_tokens

    @property
    def tokens(self) -> int:
        return self.head_tokens + total(self.messages)

    @property
    def head(self) -> list[Message]:
        """The system prompt and the summary, as far as they are there."""
        found = [] if self.prompt is None else [self.prompt.message]
        return found if self.summary is None else [*found, summary_message(self.summary)]


def summary_message(summary: str) -> Message:
    """A summary as a model is shown it."""
    return Message(role=Role.SYSTEM, content=SUMMARY_HEAD + summary)


def text_of(message: Message) -> str:
    """What of a message is counted: its text, and its tool calls as JSON."""
    calls = [call.to_json() for call in message.tool_calls or ()]
    return f"{message.content}\n{canonical_json(calls)}" if calls else message.content


def beyond_text(message: Message) -> int:
    """The tokens of a message that are not in its text."""
    return Limit.MESSAGE_TOKENS + Limit.IMAGE_TOKENS * len(message.images or ())


def estimated(message: Message) -> int:
    """Tokens of a message, by the rule that memory.create_conversation documents."""
    return estimate(text_of(message)) + beyond_text(message)


def total(messages: Iterable[Kept]) -> int:
    """Tokens of several messages."""
    return sum(kept.tokens for kept in messages)


def turns(messages: Iterable[Kept]) -> list[list[Kept]]:
    """Messages as turns, each from one user's message to the next; so that calls and results stay together."""
    found: list[list[Kept]] = []
    for kept in messages:
        if kept.message.role is Role.USER or not found:
            found.append([])
        found[-1].append(kept)
    return found


def newest(found: Sequence[list[Kept]], tokens: int, *, least: int = 1) -> int:
    """How many of the newest turns have no more than ``tokens`` together; at least ``least``, if there are so many."""
    count = 0
    for turn in reversed(found):
        tokens -= total(turn)
        if tokens < 0 and count >= least:
            break
        count += 1
    return count


def misplaced(before: Message | None, messages: Iterable[Message]) -> str:
    """What is wrong with adding ``messages`` after ``before``: a tool's result without its call. Empty when nothing is."""
    for message in messages:
        if message.role is Role.TOOL and (
            before is None or not (before.tool_calls or before.role is Role.TOOL)
        ):
            return f"the result of tool call {message.tool_call_id!r} does not follow the message that calls the tool"
        if message.role is not Role.SYSTEM:
            before = message
    return ""
