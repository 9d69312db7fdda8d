"""The agent loop: ask the model, run the tools it asks for, tell it their results, until it answers."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

import anyio
from bridge_runtime.errors import Timeout
from bridge_runtime.streams import reached
from llmspell.agent.errors import InvalidOutput, StepLimit
from llmspell.agent.types import ToolOutcome
from llmspell.shared.types import Message, Role

from llmspell_runtime.agent.conversation import Conversation
from llmspell_runtime.agent.structured import StructuredAnswer
from llmspell_runtime.agent.tools import Toolbox, result_message
from llmspell_runtime.provider.protocol import ModelCall, Reply, RequestedTool
from llmspell_runtime.provider.replies import reply_message
from llmspell_runtime.provider.resource import Provider

T = TypeVar("T")
Happening: TypeAlias = str | RequestedTool | ToolOutcome
"""More text of the reply, a tool that begins to run, and what came of it."""


@dataclass(slots=True)
class Run:
    """One run: what holds for it, and what it has come to so far."""

    agent: str
    provider: Provider
    toolbox: Toolbox
    conversation: Conversation
    said: list[Message]
    """What this run adds to the conversation, the input first."""
    system_prompt: str | None
    model: str
    max_steps: int
    history_limit: int | None = None
    temperature: float | None = None
    max_tokens: int | None = None
    timeout_seconds: float | None = None
    answer: StructuredAnswer | None = None
    deadline: float = float("inf")
    steps: int = 0
    outcomes: list[ToolOutcome] = field(default_factory=list)
    reply: Reply | None = None
    """The last reply of the model."""
    input_tokens: int = 0
    output_tokens: int = 0

    async def happenings(self, *, streaming: bool) -> AsyncGenerator[Happening, None]:
        """Run to the end, and say what happens; texts only when ``streaming``.

        Afterwards ``reply`` is the answer. Raises StepLimit, InvalidOutput, Timeout and what the provider raises.
        """
        if self.timeout_seconds is not None:
            self.deadline = anyio.current_time() + self.timeout_seconds
        while True:
            if streaming:
                async with aclosing(self._ask_streaming()) as texts:
                    async for text in texts:
                        yield text
            else:
                self._take(await self._in_time(self.provider.chat(self._call())))
            reply = self.reply
            assert reply is not None
            if not reply.tools:
                if self._accepts(reply):
                    return
            elif self.steps < self.max_steps:
                for call in reply.tools:
                    yield call
                if streaming:
                    await reached()
                for outcome in await self._in_time(self.toolbox.run(reply.tools)):
                    self.outcomes.append(outcome)
                    self.said.append(result_message(outcome))
                    yield outcome
            if self.steps >= self.max_steps:
                raise StepLimit(agent=self.agent, limit=self.max_steps)

    async def _ask_streaming(self) -> AsyncGenerator[str, None]:
        async with aclosing(self.provider.stream(self._call())) as pieces:
            while True:
                try:
                    piece = await self._in_time(anext(pieces))
                except StopAsyncIteration:
                    return
                if isinstance(piece, Reply):
                    self._take(piece)
                else:
                    yield piece

    def _call(self) -> ModelCall:
        """The next question to the model."""
        self.steps += 1
        prompt, schema = self.system_prompt, None
        if self.answer is not None:
            schema = self.answer.schema
            if not self.provider.backend.takes_schema:
                prompt = "\n\n".join(part for part in (prompt, self.answer.instruction) if part)
        return ModelCall(
            self.conversation.window(self.said, prompt, self.history_limit),
            model=self.model,
            tools=self.toolbox.specs,
            temperature=self.temperature,
            max_tokens=self.max_tokens,
            response_schema=schema,
            agent=self.agent,
        )

    def _take(self, reply: Reply) -> None:
        self.reply = reply
        self.input_tokens += reply.input_tokens
        self.output_tokens += reply.output_tokens
        self.said.append(reply_message(reply))

    def _accepts(self, reply: Reply) -> bool:
        """Whether the run may end with this reply; if not, the model is told why."""
        answer = self.answer
        if answer is None or answer.accept(reply.text):
            return True
        if answer.attempts >= answer.max_attempts:
            raise InvalidOutput(
                agent=self.agent, attempts=answer.attempts, reason=answer.problem, text=reply.text
            )
        self.said.append(Message(role=Role.USER, content=answer.complaint))
        return False

    async def _in_time(self, work: Awaitable[T]) -> T:
        """Wait for ``work``, but not beyond the deadline. Raises Timeout."""
        if self.timeout_seconds is None:
            return await work
        with anyio.CancelScope(deadline=self.deadline):
            return await work
        raise Timeout(seconds=self.timeout_seconds)


def user_message(text: str, images: Sequence[str] | None) -> Message:
    """An input as a turn of the conversation."""
    return Message(role=Role.USER, content=text, images=list(images) if images else None)
