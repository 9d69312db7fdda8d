"""A provider: a backend with a name, a status and counters, whose calls are tried again and announced."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from bridge_runtime.errors import BridgeError
from bridge_runtime.resources import Resource
from llmspell.provider.types import ProviderConfig, ProviderInfo, Status

from llmspell_runtime.hook.points import GENERATE, hooked
from llmspell_runtime.provider.backend import Backend
from llmspell_runtime.provider.clock import Clock
from llmspell_runtime.provider.exchange import Exchange
from llmspell_runtime.provider.failures import Failure
from llmspell_runtime.provider.hooked import HookedCall
from llmspell_runtime.provider.protocol import ModelCall, Reply, Vectors
from llmspell_runtime.provider.reporting import error_info, usage
from llmspell_runtime.provider.scripted import ScriptedBackend

if TYPE_CHECKING:
    from bridge_runtime.session import Session


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
        session: Session,
        clock: Clock,
        next_number: Callable[[], int],
    ) -> None:
        """``next_number`` gives the numbers of the session's requests."""
        self.config = config
        self.name = name
        self.backend = backend
        self.base_url = base_url
        self.key = key
        self.secrets = _secrets(config, key)
        """Every key and header's value that it was ever given."""
        self.status = Status.INACTIVE
        self.requests = 0
        self.input_tokens = self.output_tokens = 0
        self.last_error: BridgeError | None = None
        self.session, self.events = session, session.events
        self.clock = clock
        self.next_number = next_number
        self.answered = False
        self.is_open = True
        self._retired: list[Backend] = []
        """Backends of earlier configurations; calls that began on them may still go on."""

    def __repr__(self) -> str:
        return f"<Provider {self.name} {self.config.type} {self.status}>"

    async def chat(self, call: ModelCall) -> Reply:
        """A whole reply, after as many tries as it takes, and what hooks make of it."""
        call.model = call.model or self.config.model or ""
        if hooked(self.session, GENERATE):
            return await HookedCall(self.session, self.name, call, streaming=False).reply(self._chat)
        return await self._chat(call)

    async def _chat(self, call: ModelCall) -> Reply:
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

    def stream(self, call: ModelCall) -> AsyncGenerator[str | Reply, None]:
        """Pieces of text, and last the whole reply; only what fails before the first piece is tried again."""
        call.model = call.model or self.config.model or ""
        if hooked(self.session, GENERATE):
            return HookedCall(self.session, self.name, call, streaming=True).pieces_of(self._stream)
        return self._stream(call)

    async def _stream(self, call: ModelCall) -> AsyncGenerator[str | Reply, None]:
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

    def reconnect(self, config: ProviderConfig, backend: Backend, base_url: str, key: str) -> None:
        """Use another backend from now on."""
        self._retired.append(self.backend)
        self.secrets |= _secrets(config, key)
        self.backend, self.base_url, self.key = backend, base_url, key

    def leave(self) -> None:
        """Mark it as gone. Raises ScriptUnfinished, once, for a script with steps left."""
        was_open, self.is_open = self.is_open, False
        if was_open and isinstance(self.backend, ScriptedBackend):
            self.backend.check_finished()

    async def aclose(self) -> None:
        for backend in (*self._retired, self.backend):
            await backend.aclose()
        self.leave()


def _secrets(config: ProviderConfig, key: str) -> set[str]:
    return {secret for secret in (key, *(config.headers or {}).values()) if secret}
