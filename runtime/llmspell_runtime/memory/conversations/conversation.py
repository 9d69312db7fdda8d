"""A conversation: messages under a budget of tokens, and what becomes of those beyond it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

import anyio
import anyio.to_thread
from bridge_runtime.errors import BridgeError, CallbackFailed
from bridge_runtime.resources import Resource
from llmspell.memory.errors import InvalidConversation, SummaryFailed
from llmspell.memory.types import ConversationInfo, ConversationPolicy
from llmspell.shared.types import Message, Role

from llmspell_runtime.memory.conversations.log import Log
from llmspell_runtime.memory.conversations.turns import (
    Kept,
    State,
    beyond_text,
    estimated,
    misplaced,
    newest,
    summary_message,
    text_of,
    total,
    turns,
)
from llmspell_runtime.provider.reporting import as_error, error_info

if TYPE_CHECKING:
    from bridge_runtime.session import Session
    from llmspell.memory.types import ConversationOptions

    from llmspell_runtime.memory.conversations.summarizing import Summarizer


class Conversation(Resource):
    """One conversation of a session."""

    def __init__(
        self,
        session: Session,
        options: ConversationOptions,
        log: Log,
        summarizer: Summarizer | None,
        counter: Any = None,
    ) -> None:
        """``counter`` is the provider that counts tokens; None for the estimate."""
        self.name = options.name
        self.max_tokens = options.max_tokens
        self.policy = options.policy or ConversationPolicy.DROP
        self._keep_tokens = self.max_tokens // 2 if options.keep_tokens is None else options.keep_tokens
        self._least_summary = max(self.max_tokens // 4, 1)
        """Tokens that a summary may always have."""
        self._session, self._log = session, log
        self._summarizer, self._counter = summarizer, counter
        self._last_error: BridgeError | None = None
        self._changing = anyio.Lock()

    # --- looking ------------------------------------------------------------------------------

    def messages(self) -> list[Message]:
        """All messages, without the system prompt and the summary."""
        return [kept.message for kept in self._log.state().messages]

    def everything(self) -> list[Message]:
        """The system prompt, the summary and all messages."""
        state = self._log.state()
        return [*state.head, *(kept.message for kept in state.messages)]

    def shown(self) -> list[Message]:
        """What a model is shown: the system prompt, the summary, and the newest turns that fit the budget."""
        head, kept = self.window()
        return [*head, *kept]

    def window(self, beside: Sequence[Message] | None = None) -> tuple[list[Message], list[Message]]:
        """What comes first of what a model is shown (prompt and summary), and the turns that follow.

        ``beside``, when given, is what the model is shown as well: its tokens are estimated, and count first.
        """
        state = self._log.state()
        room = self.max_tokens - state.head_tokens - sum(map(estimated, beside or ()))
        found = turns(state.messages)
        count = newest(found, room, least=1 if beside is None else 0)
        return state.head, [kept.message for turn in found[len(found) - count :] for kept in turn]

    def info(self) -> ConversationInfo:
        """What the conversation holds."""
        state = self._log.state()
        return ConversationInfo(
            name=self.name,
            messages=len(state.messages),
            turns=len(turns(state.messages)),
            tokens=state.tokens,
            max_tokens=self.max_tokens,
            policy=self.policy,
            dropped=state.dropped,
            summarized=state.summarized,
            summary=state.summary,
            last_error=None if self._last_error is None else error_info(self._last_error),
        )

    # --- changing -----------------------------------------------------------------------------

    async def add(self, messages: Sequence[Message]) -> None:
        """Keep ``messages``, all or none; the last system message among them becomes the system prompt.

        Raises InvalidConversation, and what the file raises.
        """
        kept = [Kept(message, await self._count(message)) for message in messages]
        prompts = [one for one in kept if one.message.role is Role.SYSTEM]
        rest = [one for one in kept if one.message.role is not Role.SYSTEM]
        async with self._changing:
            await anyio.to_thread.run_sync(self._keep, prompts[-1] if prompts else None, rest)

    def _keep(self, prompt: Kept | None, messages: Sequence[Kept]) -> None:
        if any(kept.message.role is Role.TOOL for kept in messages):
            there = self._log.state().messages
            before = there[-1].message if there else None
            if reason := misplaced(before, (kept.message for kept in messages)):
                raise InvalidConversation(reason=reason)
        self._log.add(prompt, messages)

    async def fit(self, beside: Sequence[Message] | None = None) -> None:
        """Bring the conversation within its budget, if it is not; a summary that fails is told of, and no more.

        ``beside``, when given, begins another turn, and so the last one need not stay. It makes turns a summary, which
        would not be shown beside it; but it makes none go for good, for the next turn may leave them room.
        """
        reserved = 0 if self._summarizer is None else sum(map(estimated, beside or ()))
        with suppress(SummaryFailed):
            await self._reduce(self.max_tokens - reserved, 1 if beside is None else 0)

    async def compact(self) -> None:
        """Bring it within its budget; with a summarizer, sum up all that is not to be kept. Raises SummaryFailed."""
        await self._reduce(self.max_tokens, at_once=self._summarizer is not None)

    def clear(self) -> int:
        """Forget everything; gives how many messages that was."""
        self._last_error = None
        return self._log.clear()

    async def _count(self, message: Message) -> int:
        if self._counter is None:
            return estimated(message)
        arguments = {"provider": self._counter, "text": text_of(message)}
        try:
            counted = await self._session.acall("provider.count_tokens", arguments)
        except BridgeError:  # a message is not lost because nobody can be asked for its length
            return estimated(message)
        return int(counted.tokens) + beyond_text(message)

    async def _reduce(self, budget: int, least: int = 1, *, at_once: bool = False) -> None:
        """Drop or sum up the oldest turns when there are more tokens than ``budget``, or ``at_once``.

        At least the ``least`` newest turns stay.
        """
        async with self._changing:
            state = await anyio.to_thread.run_sync(self._log.state)
            if state.tokens <= budget and not at_once:
                return
            found = turns(state.messages)
            kept = newest(found, self._room(state, budget), least=least)
            old = [message for turn in found[: len(found) - kept] for message in turn]
            if not old:
                return
            if self._summarizer is None:
                await anyio.to_thread.run_sync(self._log.drop, old[-1])
            elif not await self._sum_up(self._summarizer, state, old, budget):
                return
            self._tell_trimmed(state.tokens, len(old))

    def _room(self, state: State, budget: int) -> int:
        """Tokens of the turns that may stay: what is asked for, as far as the budget leaves it beside prompt and summary."""
        if self._summarizer is None:
            return budget - state.head_tokens
        summary = max(state.summary_tokens, self._least_summary)
        return min(self._keep_tokens, budget - (state.head_tokens - state.summary_tokens) - summary)

    async def _sum_up(self, summarizer: Summarizer, state: State, old: Sequence[Kept], budget: int) -> bool:
        """Put a summary in the place of the ``old`` messages; False when somebody else was faster."""
        earlier = [] if state.summary is None else [summary_message(state.summary)]
        prompt = state.head_tokens - state.summary_tokens
        room = budget - prompt - (total(state.messages) - total(old))
        limit = max(room, self._least_summary)
        try:
            summary = await summarizer([*earlier, *(kept.message for kept in old)], limit)
            tokens = await self._count(summary_message(summary))
            if not summary.strip():
                raise SummaryFailed(reason="the summary is empty")
            if tokens > limit:
                raise SummaryFailed(reason=f"the summary has {tokens} tokens; {limit} are allowed")
        except Exception as error:
            self._fail(as_error(error), len(old))
        self._last_error = None
        return await anyio.to_thread.run_sync(self._log.replace, state, old[-1], summary, tokens)

    def _fail(self, error: BridgeError, messages: int) -> NoReturn:
        self._last_error = error
        self._emit("memory.summary_error", messages=messages, error=error.to_json())
        if isinstance(error, SummaryFailed):
            raise error
        told = error.fields.get("detail") if isinstance(error, CallbackFailed) else None
        raise SummaryFailed(reason=str(told or error)) from error

    def _tell_trimmed(self, before: int, messages: int) -> None:
        if self._session.events.hears("memory.trim"):
            tokens = self._log.state().tokens
            self._emit(
                "memory.trim", policy=self.policy, messages=messages, tokens_before=before, tokens=tokens
            )

    def _emit(self, type: str, **data: object) -> None:
        named = {} if self.name is None else {"name": self.name}
        self._session.events.emit(type, {"conversation": self.handle, **named, **data})
