"""A provider: a backend with a name, a status, counters, events and second tries."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from bridge_runtime.errors import BridgeError, Cancelled, Internal
from bridge_runtime.pump import current
from bridge_runtime.resources import Resource
from llmspell.provider.types import ProviderConfig, ProviderInfo, Status
from llmspell.shared.types import ErrorInfo, Usage

from llmspell_runtime.provider.backend import Backend
from llmspell_runtime.provider.clock import Clock
from llmspell_runtime.provider.failures import Failure
from llmspell_runtime.provider.protocol import ModelCall, Reply, Vectors
from llmspell_runtime.provider.retry import pause
from llmspell_runtime.provider.scripted import ScriptedBackend

if TYPE_CHECKING:
    from bridge_runtime.events import EventBus

T = TypeVar("T")


class Provider(Resource):
    """One provider of a session."""

    def __init__(
        self,
        config: ProviderConfig,
        name: str,
        backend: Backend,
        *,
        base_url: str,
        key: str,
        events: EventBus,
        clock: Clock,
        next_number: Callable[[], int],
    ) -> None:
        """``next_number`` gives the numbers of the session's requests."""
        self.config = config
        self.name = name
        self.backend = backend
        self.base_url = base_url
        self.key = key
        self.status = Status.INACTIVE
        self.requests = 0
        self.input_tokens = self.output_tokens = 0
        self.last_error: BridgeError | None = None
        self.events = events
        self.clock = clock
        self.next_number = next_number
        self.answered = False
        self.is_open = True

    def __repr__(self) -> str:
        return f"<Provider {self.name} {self.config.type} {self.status}>"

    async def chat(self, call: ModelCall) -> Reply:
        """A whole reply, after as many tries as it takes."""
        call.model = call.model or self.config.model or ""
        exchange = Exchange(self, call.model, len(call.messages), len(call.tools))
        reply = await exchange.tried(partial(self.backend.chat, call))
        exchange.answered(reply)
        return reply

    async def embed(self, texts: Sequence[str], model: str) -> Vectors:
        """The embeddings of ``texts``, after as many tries as it takes."""
        model = model or self.config.model or ""
        exchange = Exchange(self, model, len(texts))
        found = await exchange.tried(partial(self.backend.embed, texts, model))
        found.model = found.model or model
        exchange.answered(Reply("", input_tokens=found.input_tokens, model=found.model))
        return found

    async def stream(self, call: ModelCall) -> AsyncGenerator[str | Reply, None]:
        """Pieces of text, and last the whole reply; only what fails before the first piece is tried again."""
        call.model = call.model or self.config.model or ""
        exchange = Exchange(self, call.model, len(call.messages), len(call.tools), streaming=True)
        backend = self.backend
        begun = False
        try:
            while True:
                pieces = backend.stream(call)
                try:
                    async for piece in pieces:
                        begun = True
                        if isinstance(piece, Reply):
                            exchange.answered(piece)
                        yield piece
                    return
                except Failure as failure:
                    if begun:
                        raise failure.error(exchange.tries.attempts) from failure
                    await exchange.tries.again(failure)
                finally:
                    await pieces.aclose()
        except BaseException as error:
            exchange.failed(error)
            raise

    def info(self) -> ProviderInfo:
        """What this provider is; without its secrets."""
        scripted = self.backend if isinstance(self.backend, ScriptedBackend) else None
        return ProviderInfo(
            id=self.handle,
            name=self.name,
            type=self.config.type,
            status=self.status,
            capabilities=list(self.backend.capabilities),
            base_url=self.base_url or None,
            model=self.config.model,
            has_api_key=bool(self.key),
            requests=self.requests,
            usage=usage(self.input_tokens, self.output_tokens),
            script_steps=None if scripted is None else scripted.steps,
            script_used=None if scripted is None else scripted.used,
            last_error=None if self.last_error is None else error_info(self.last_error),
        )

    def leave(self) -> None:
        """Mark it as gone. Raises ScriptUnfinished, once, for a script with steps left."""
        was_open, self.is_open = self.is_open, False
        if was_open and isinstance(self.backend, ScriptedBackend):
            self.backend.check_finished()

    async def aclose(self) -> None:
        await self.backend.aclose()
        self.leave()


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


def usage(input_tokens: int, output_tokens: int) -> Usage:
    """Tokens as the interface shows them."""
    return Usage(
        input_tokens=input_tokens, output_tokens=output_tokens, total_tokens=input_tokens + output_tokens
    )


def as_error(cause: BaseException) -> BridgeError:
    """``cause`` as an error of the interface; what is no Exception ends a call from outside."""
    if isinstance(cause, BridgeError):
        return traced(cause)
    if isinstance(cause, Exception):
        return traced(Internal(detail=type(cause).__name__, cause=cause))
    return traced(Cancelled())


def traced(error: BridgeError) -> BridgeError:
    """``error`` with the trace id of the call that leads to it, which its caller will see on it as well."""
    caller = current.get()
    if caller is not None and not error.trace_id:
        error.trace_id = caller.trace_id
    return error


def error_info(error: BridgeError) -> ErrorInfo:
    """An error as data."""
    return ErrorInfo.model_validate(error.to_json())
