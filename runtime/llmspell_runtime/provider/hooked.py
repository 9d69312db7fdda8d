"""A model call that passes the hooks at ``generate``: as that point's payload and result, and back."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from llmspell.shared.types import Message, ToolSpec

from llmspell_runtime.hook.pieces import stream_through
from llmspell_runtime.hook.points import GENERATE, through
from llmspell_runtime.provider.protocol import ModelCall, Reply
from llmspell_runtime.provider.replies import reply_of, shown

if TYPE_CHECKING:
    from bridge_runtime.session import Session

OPTIONS: Final = (
    "tool_choice",
    "temperature",
    "top_p",
    "max_tokens",
    "stop",
    "seed",
    "response_schema",
    "timeout_seconds",
    "extra",
)


class HookedCall:
    """One model call of a session that has hooks."""

    def __init__(self, session: Session, provider: str, call: ModelCall, *, streaming: bool) -> None:
        self._session, self._call = session, call
        self._payload: dict[str, Any] = {
            "provider": provider,
            "model": call.model,
            "messages": [message.to_json() for message in call.messages],
            "tools": [tool.to_json() for tool in call.tools],
            "streaming": streaming,
        }
        if call.agent:
            self._payload["agent"] = call.agent
        for name in OPTIONS:
            value = getattr(call, name)
            if value is not None:
                self._payload[name] = value
        self._came: tuple[Any, Reply] | None = None
        """The last reply of the model, and what hooks were shown of it."""

    async def reply(self, ask: Callable[[ModelCall], Awaitable[Reply]]) -> Reply:
        """The reply that ``ask`` gives, or what hooks make of it."""

        async def work(payload: Any) -> Any:
            return self.result(await ask(self._as_changed(payload)))

        return self._reply(await through(self._session, GENERATE, self._payload, work))

    def pieces_of(
        self, ask: Callable[[ModelCall], AsyncGenerator[str | Reply, None]]
    ) -> AsyncGenerator[str | Reply, None]:
        """The pieces of text that ``ask`` gives, and last the whole reply, or what hooks make of them."""
        self._ask = ask
        return stream_through(self._session, GENERATE, self._payload, self)

    def open(self, payload: Any) -> AsyncGenerator[str | Reply, None]:
        return self._ask(self._as_changed(payload))

    def result(self, piece: str | Reply) -> Any | None:
        if isinstance(piece, str):
            return None
        result = shown(piece).to_json()
        self._came = result, piece
        return result

    def pieces(self, result: Any) -> Iterable[str | Reply]:
        reply = self._reply(result)
        return [reply.text, reply] if reply.text else [reply]

    def _as_changed(self, payload: Any) -> ModelCall:
        """The call that hooks have let pass."""
        if payload is self._payload:
            return self._call
        return ModelCall(
            [Message.model_validate(message) for message in payload["messages"]],
            model=payload["model"],
            tools=[ToolSpec.model_validate(tool) for tool in payload["tools"]],
            agent=self._call.agent,
            **{name: payload.get(name) for name in OPTIONS},
        )

    def _reply(self, result: Any) -> Reply:
        """The reply that a result stands for; the model's own when no hook has changed it."""
        if self._came is not None and self._came[0] is result:
            return self._came[1]
        return reply_of(result)
