"""What was said: the messages of an agent, and the part of them that a model is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bridge_runtime.values import canonical_json
from llmspell.shared.types import Message, Role


class Conversation:
    """Messages, oldest first, without the system prompt."""

    def __init__(self, messages: Sequence[Message] = ()) -> None:
        self._messages = list(messages)

    def __len__(self) -> int:
        return len(self._messages)

    @property
    def messages(self) -> list[Message]:
        """A list of its own of all messages."""
        return list(self._messages)

    async def prepare(self, said: Sequence[Message], system_prompt: str | None) -> None:
        """Make ready for a run that begins with ``said``."""

    async def add(self, messages: Sequence[Message]) -> None:
        """Add what a run said, once the run has ended well."""
        self._messages += messages

    def clear(self) -> None:
        """Forget everything."""
        self._messages = []

    def window(self, said: Sequence[Message], system_prompt: str | None, limit: int | None) -> list[Message]:
        """What a model is shown: the system prompt, and the newest ``limit`` messages of the conversation.

        ``said`` are the messages of the run under way, which are always shown whole. What is left of the conversation
        begins with a user's message: a tool's result without the call it answers means nothing to a model.
        """
        return [*prompt(system_prompt), *newest(self._messages, said, limit), *said]


def unknown_to(there: Sequence[Message], given: Sequence[Message]) -> list[Message]:
    """The turns of ``given`` that are not among those of ``there``: whoever has a turn twice is told it twice.

    A turn is a user's message and what follows it, so that no tool's result is parted from its call.
    """
    known = Counter(map(_text_of, _turns(there)))
    unknown: list[Message] = []
    for turn in _turns(given):
        text = _text_of(turn)
        if known[text] > 0:
            known[text] -= 1
        else:
            unknown += turn
    return unknown


def _turns(messages: Sequence[Message]) -> list[list[Message]]:
    turns: list[list[Message]] = []
    for message in messages:
        if message.role is Role.USER or not turns:
            turns.append([])
        turns[-1].append(message)
    return turns


def _text_of(turn: Sequence[Message]) -> str:
    return canonical_json([message.to_json() for message in turn], exact=True)


def prompt(text: str | None) -> list[Message]:
    """The system prompt as messages: one, or none."""
    return [Message(role=Role.SYSTEM, content=text)] if text else []


def newest(kept: list[Message], said: Sequence[Message], limit: int | None) -> list[Message]:
    """Of the messages before ``said`` the newest, so that there are ``limit`` of both; a user's comes first."""
    if limit is None:
        return kept
    start = max(len(kept) - max(limit - len(said), 0), 0)
    while start < len(kept) and kept[start].role is not Role.USER:
        start += 1
    return kept[start:]
