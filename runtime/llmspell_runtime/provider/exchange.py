"""One call to a provider: its tries, its events, and what it does to the provider's status."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from bridge_runtime.errors import BridgeError, Cancelled
from llmspell.provider.types import Status

from llmspell_runtime.provider.failures import Failure
from llmspell_runtime.provider.protocol import Reply
from llmspell_runtime.provider.reporting import as_error, traced, usage
from llmspell_runtime.provider.retry import pause

if TYPE_CHECKING:
    from llmspell_runtime.provider.resource import Provider

T = TypeVar("T")


class Tries:
    """The tries of one call."""

    def __init__(
        self, provider: Provider, announce: Callable[[float, BridgeError], None] | None = None
    ) -> None:
        """``announce`` is told of each pause, and of the error that leads to it."""
        self._provider = provider
        self._announce = announce
        self.attempts = 1

    async def of(self, work: Callable[[], Awaitable[T]]) -> T:
        """What ``work`` gives at its first try, or a later one. Raises the error of the last."""
        while True:
            try:
                return await work()
            except Failure as failure:
                await self.again(failure)

    async def again(self, failure: Failure) -> None:
        """Wait before the next try, or raise the failure's error when there is none."""
        provider = self._provider
        max_retries = 2 if provider.config.max_retries is None else provider.config.max_retries
        wait = pause(failure, self.attempts, max_retries, provider.clock.chance())
        error = failure.error(self.attempts)
        if wait is None:
            raise error from failure.__cause__
        if self._announce is not None:
            self._announce(wait, traced(error))
        self.attempts += 1
        if wait:
            await provider.clock.sleep(wait)


class Exchange:
    """The books of one call: its tries, its events, and what it does to the provider's status."""

    def __init__(
        self, provider: Provider, model: str, messages: int, tools: int = 0, *, streaming: bool = False
    ) -> None:
        self._provider = provider
        self._model = model
        self._open = True
        self.tries = Tries(provider, self._retrying)
        self._id = f"request_{provider.next_number()}"
        self._began = provider.clock.now()
        provider.requests += 1
        if not provider.answered:
            provider.status = Status.INITIALIZING
        if provider.events.hears("provider.request"):
            self._emit(
                "provider.request",
                model=model,
                messages=messages,
                tools=tools,
                streaming=streaming,
            )

    async def tried(self, work: Callable[[], Awaitable[T]]) -> T:
        """What ``work`` gives at its first try, or a later one. Raises the error of the last."""
        try:
            return await self.tries.of(work)
        except BaseException as error:
            self.failed(error)
            raise

    def _retrying(self, wait: float, error: BridgeError) -> None:
        if self._provider.events.hears("provider.retry"):
            attempt = self.tries.attempts
            self._emit("provider.retry", attempt=attempt, wait_seconds=wait, error=error.to_json())

    def answered(self, reply: Reply) -> None:
        """The reply is there."""
        self._open = False
        provider = self._provider
        provider.answered = True
        provider.status = Status.ACTIVE
        provider.last_error = None
        provider.input_tokens += reply.input_tokens
        provider.output_tokens += reply.output_tokens
        reply.model = reply.model or self._model
        if provider.events.hears("provider.response"):
            self._emit(
                "provider.response",
                model=reply.model,
                finish_reason=reply.finish_reason,
                usage=usage(reply.input_tokens, reply.output_tokens).to_json(),
                attempts=self.tries.attempts,
                duration_ms=self._milliseconds(),
            )

    def failed(self, cause: BaseException) -> None:
        """No reply will come: the last try failed, or the caller went away. Counts once."""
        if not self._open:
            return
        self._open = False
        error = as_error(cause)
        provider = self._provider
        if isinstance(error, Cancelled):
            provider.status = Status.ACTIVE if provider.answered else Status.INACTIVE
        else:
            provider.status, provider.last_error = Status.ERROR, error
        if provider.events.hears("provider.error"):
            self._emit(
                "provider.error",
                attempts=self.tries.attempts,
                duration_ms=self._milliseconds(),
                error=error.to_json(),
            )

    def _milliseconds(self) -> float:
        return round((self._provider.clock.now() - self._began) * 1000, 3)

    def _emit(self, type: str, **data: object) -> None:
        provider = self._provider
        head = {"request_id": self._id, "provider": provider.name, "provider_id": provider.handle}
        provider.events.emit(type, head | data)
