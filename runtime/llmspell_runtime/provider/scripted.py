"""A provider that answers from steps written beforehand, and is strict about it.

For tests and rehearsals: no model is behind it, and it never pretends that one is. A call that has no step and a
step that no call reached are errors.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Any, Final

from bridge_runtime.values import canonical_json
from llmspell.provider.errors import InvalidConfig, ScriptExhausted, ScriptMismatch, ScriptUnfinished
from llmspell.provider.types import Capability, FinishReason, ModelInfo, ScriptExpectation, ScriptStep
from llmspell.shared.types import Role

from llmspell_runtime.provider.clock import Clock
from llmspell_runtime.provider.failures import of_status
from llmspell_runtime.provider.protocol import ModelCall, Reply, RequestedTool, Vectors, next_tool_number

ANSWERS: Final = ("text", "chunks", "embeddings", "error")
"""What a step answers with; one of them."""


class ScriptedBackend:
    """Answers each call, and each further try of a call, with the next step."""

    capabilities = (
        Capability.STREAMING,
        Capability.FUNCTION_CALLING,
        Capability.VISION,
        Capability.EMBEDDINGS,
    )
    takes_schema = True

    def __init__(self, provider: str, model: str, steps: Sequence[ScriptStep], clock: Clock) -> None:
        self._provider = provider
        self.model = model
        self._steps: list[ScriptStep] = []
        self.used = 0
        self.heard: Callable[[dict[str, Any], int | None], None] | None = None
        """Is told each request as JSON, with the number of the step that answers it or None."""
        self.lenient = False
        """Whether steps may be left when the provider goes."""
        self._clock = clock
        self.extend(steps)

    @property
    def steps(self) -> int:
        return len(self._steps)

    def extend(self, steps: Sequence[ScriptStep]) -> None:
        """Add steps at the end. Raises InvalidConfig, and adds none, when one makes no sense."""
        for number, step in enumerate(steps, self.steps + 1):
            answers = [name for name in ANSWERS if getattr(step, name) is not None]
            if step.tool_calls and (step.error is not None or step.embeddings is not None):
                answers.append("tool_calls")
            if len(answers) > 1:
                reason = f"step {number} has {' and '.join(answers)}; it can have one of them"
                raise InvalidConfig(field="script", reason=reason)
            if not answers and not step.tool_calls:
                reason = f"step {number} answers nothing; give text, chunks, tool_calls, embeddings or error"
                raise InvalidConfig(field="script", reason=reason)
        self._steps += steps

    def check_finished(self) -> None:
        """Raise ScriptUnfinished when steps are left, unless it is lenient."""
        if self.used < self.steps and not self.lenient:
            raise ScriptUnfinished(provider=self._provider, steps=self.steps, used=self.used)

    async def chat(self, call: ModelCall) -> Reply:
        return self._reply(await self._next(call), call)

    async def stream(self, call: ModelCall) -> AsyncGenerator[str | Reply, None]:
        step = await self._next(call)
        for piece in step.chunks or ([step.text] if step.text else []):
            yield piece
        yield self._reply(step, call)

    async def embed(self, texts: Sequence[str], model: str) -> Vectors:
        self._hear({"model": model, "texts": list(texts)})
        step = self._take("embed")
        await self._perform(step, model)
        vectors = [embedding.vector for embedding in step.embeddings or ()]
        if len(vectors) != len(texts):
            raise self._mismatch(self.used, "texts", len(vectors), len(texts))
        return Vectors(vectors, step.usage.input_tokens if step.usage else 0, model)

    async def models(self) -> list[ModelInfo]:
        return [ModelInfo(id=self.model, owner="script")] if self.model else []

    async def count_tokens(self, text: str, model: str) -> int | None:
        return None

    async def aclose(self) -> None:
        """Nothing is open."""

    async def _next(self, call: ModelCall) -> ScriptStep:
        """The step that answers ``call``."""
        if self.heard is not None:
            messages = [message.to_json() for message in call.messages]
            self._hear(
                {"model": call.model, "messages": messages, "tools": [tool.name for tool in call.tools]}
            )
        step = self._take("chat")
        if step.expect is not None:
            self._check(step.expect, self.used, call)
        await self._perform(step, call.model)
        return step

    def _hear(self, request: dict[str, Any]) -> None:
        if self.heard is not None:
            self.heard(request, self.used + 1 if self.used < self.steps else None)

    def _take(self, call: str) -> ScriptStep:
        """The next step, which must answer this kind of call: chat or embed."""
        if self.used >= self.steps:
            raise ScriptExhausted(provider=self._provider, steps=self.steps)
        step = self._steps[self.used]
        self.used += 1
        expected = "embed" if step.embeddings is not None else "chat"
        if step.error is None and expected != call:
            raise self._mismatch(self.used, "call", expected, call)
        return step

    async def _perform(self, step: ScriptStep, model: str) -> None:
        """Take the time that a step wants, and fail when it does."""
        if step.delay_seconds:
            await self._clock.sleep(step.delay_seconds)
        if step.error is not None:
            body = {"error": {"message": step.error.message}}
            failure = of_status(self._provider, model, step.error.http_status, body)
            failure.retry_after = step.error.retry_after_seconds or 0.0
            raise failure

    def _mismatch(self, number: int, expectation: str, expected: Any, actual: Any) -> ScriptMismatch:
        return ScriptMismatch(
            provider=self._provider,
            step=number,
            expectation=expectation,
            expected=expected if isinstance(expected, str) else canonical_json(expected),
            actual=actual if isinstance(actual, str) else canonical_json(actual),
        )

    def _check(self, expect: ScriptExpectation, number: int, call: ModelCall) -> None:
        last = call.messages[-1].content if call.messages else ""
        if expect.last_message is not None and expect.last_message not in last:
            raise self._mismatch(number, "last_message", expect.last_message, last)
        system = "\n\n".join(message.content for message in call.messages if message.role is Role.SYSTEM)
        if expect.system_prompt is not None and expect.system_prompt not in system:
            raise self._mismatch(number, "system_prompt", expect.system_prompt, system)
        if expect.messages is not None and expect.messages != len(call.messages):
            raise self._mismatch(number, "messages", expect.messages, len(call.messages))
        tools = [tool.name for tool in call.tools]
        if expect.tools is not None and expect.tools != tools:
            raise self._mismatch(number, "tools", expect.tools, tools)
        if expect.model is not None and expect.model != call.model:
            raise self._mismatch(number, "model", expect.model, call.model)

    def _reply(self, step: ScriptStep, call: ModelCall) -> Reply:
        first = next_tool_number(call.messages)
        tools = [
            RequestedTool(tool.id or f"call_{number}", tool.name, dict(tool.arguments or {}))
            for number, tool in enumerate(step.tool_calls or (), first)
        ]
        usual = FinishReason.TOOL_CALLS if tools else FinishReason.STOP
        return Reply(
            text="".join(step.chunks) if step.chunks else step.text or "",
            tools=tools,
            finish_reason=step.finish_reason or usual,
            input_tokens=step.usage.input_tokens if step.usage else 0,
            output_tokens=step.usage.output_tokens if step.usage else 0,
            model=call.model,
        )
