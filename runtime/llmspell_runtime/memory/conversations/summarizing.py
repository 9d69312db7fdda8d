"""Who sums up a part of a conversation: a provider, or a function of the caller's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from llmspell.memory.errors import InvalidConversation
from llmspell.memory.types import ConversationPolicy
from llmspell.shared.types import Message, Role

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback
    from bridge_runtime.session import Session
    from llmspell.memory.types import ConversationOptions

INSTRUCTION: Final = (
    "Sum up the conversation that you are given, for the assistant that goes on with it and will not see it. Keep names,"
    " numbers, decisions, open questions and what the user asked for. Write the summary alone."
)


class Summarizer(Protocol):
    """Writes the summary of ``messages``, of no more than ``tokens`` tokens."""

    async def __call__(self, messages: list[Message], tokens: int) -> str: ...


class ProviderSummarizer:
    """Asks a provider of the session; the conversation is given as a text, so that nobody goes on with it."""

    def __init__(self, session: Session, provider: Any, model: str | None, instruction: str) -> None:
        self._session, self._provider = session, provider
        self._model, self._instruction = model, instruction

    async def __call__(self, messages: list[Message], tokens: int) -> str:
        asked = [
            Message(role=Role.SYSTEM, content=self._instruction),
            Message(role=Role.USER, content=transcript(messages)),
        ]
        options: dict[str, Any] = {"max_tokens": tokens}
        if self._model is not None:
            options["model"] = self._model
        arguments = {"provider": self._provider, "messages": asked, "options": options}
        result = await self._session.acall("provider.chat", arguments)
        return str(result.text)


class CallbackSummarizer:
    """Asks a function of the caller's."""

    def __init__(self, callback: Callback[..., str]) -> None:
        self._callback = callback

    async def __call__(self, messages: list[Message], tokens: int) -> str:
        return await self._callback(messages, tokens)


def transcript(messages: Sequence[Message]) -> str:
    """Messages as a text that a model can read: one paragraph each, with who speaks."""
    parts = []
    for message in messages:
        calls = [
            f"[calls {call.name} with {call.to_json()['arguments']}]" for call in message.tool_calls or ()
        ]
        pictures = ["[a picture]"] * len(message.images or ())
        parts.append(f"{message.role.value}: " + " ".join(filter(None, [message.content, *calls, *pictures])))
    return "\n\n".join(parts)


def make_summarizer(session: Session, options: ConversationOptions) -> Summarizer | None:
    """Who writes the summaries that ``options`` ask for. Raises InvalidConversation, provider.not_found."""
    given = [name for name in ("summarize", "provider") if getattr(options, name) is not None]
    if options.policy is not ConversationPolicy.SUMMARIZE:
        given += [n for n in ("model", "instruction", "keep_tokens") if getattr(options, n) is not None]
        if given:
            raise InvalidConversation(
                reason=f"{given[0]} belongs to the policy summarize, which was not given"
            )
        return None
    if len(given) != 1:
        number = "both" if given else "neither"
        raise InvalidConversation(
            reason=f"summaries are written by a function (summarize) or a provider, and {number} was given"
        )
    if options.summarize is not None:
        return CallbackSummarizer(cast("Callback[..., str]", options.summarize))
    provider = session.call("provider.get", {"name": options.provider})
    return ProviderSummarizer(session, provider, options.model, options.instruction or INSTRUCTION)
