"""A conversation that memory keeps for an agent, under a budget of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from llmspell.agent.types import AgentConfig
from llmspell.shared.types import Message

from llmspell_runtime.agent.conversation import Conversation, newest, prompt

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.memory.conversations.conversation import Conversation as KeptConversation


class RememberedConversation(Conversation):
    """Messages that memory keeps. It is brought within its budget when a run begins, not while one waits to end."""

    def __init__(self, memory: KeptConversation, *, owned: bool) -> None:
        """``owned`` says that the conversation goes with the agent."""
        super().__init__()
        self.memory, self.owned = memory, owned

    def __len__(self) -> int:
        return len(self.memory.messages())

    @property
    def messages(self) -> list[Message]:
        return self.memory.messages()

    async def prepare(self, said: Sequence[Message], system_prompt: str | None) -> None:
        await self.memory.fit([*prompt(system_prompt), *said])

    async def add(self, messages: Sequence[Message]) -> None:
        await self.memory.add(messages)

    def clear(self) -> None:
        self.memory.clear()

    def window(self, said: Sequence[Message], system_prompt: str | None, limit: int | None) -> list[Message]:
        first = prompt(system_prompt)
        head, kept = self.memory.window([*first, *said])
        return [*first, *head, *newest(kept, said, limit), *said]


def make_conversation(session: Session, config: AgentConfig) -> Conversation:
    """The conversation of an agent. Raises what memory.create_conversation raises."""
    if config.memory is None:
        return Conversation()
    from llmspell.memory.types import ConversationOptions, Scope

    options: dict[str, Any] = {name: getattr(config.memory, name) for name in config.memory.model_fields_set}
    if options.get("scope") is Scope.AGENT:
        options.setdefault("owner", config.name)
    made = session.call("memory.create_conversation", {"options": ConversationOptions(**options)})
    return RememberedConversation(cast("KeptConversation", made), owned=True)
