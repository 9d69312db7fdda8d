"""The provider bridge: the providers of one session."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator
from contextlib import aclosing
from functools import partial
from itertools import count

from bridge_runtime.session import Session
from llmspell.provider.errors import InvalidConfig, NameTaken, NotFound, ScriptUnfinished
from llmspell.provider.service import ProviderService
from llmspell.provider.types import (
    ChatChunk,
    ChatOptions,
    ChatResult,
    ChunkKind,
    CountMethod,
    DiscoveredProvider,
    Embedding,
    EmbeddingResult,
    ModelInfo,
    ProviderChanges,
    ProviderConfig,
    ProviderInfo,
    Status,
    TokenCount,
    Type,
)
from llmspell.shared.types import Message

from llmspell_runtime.provider import discovery
from llmspell_runtime.provider.clock import SYSTEM, Clock
from llmspell_runtime.provider.connect import Connection, connect, refuse_network_fields
from llmspell_runtime.provider.exchange import Tries
from llmspell_runtime.provider.protocol import ModelCall
from llmspell_runtime.provider.replies import chat_result
from llmspell_runtime.provider.reporting import usage
from llmspell_runtime.provider.resource import Provider
from llmspell_runtime.provider.scripted import ScriptedBackend
from llmspell_runtime.provider.tokens import estimate


class Providers(ProviderService[Provider]):
    """Makes providers, finds them by name, and passes calls on to them."""

    def __init__(self, session: Session, clock: Clock = SYSTEM) -> None:
        super().__init__(session)
        self._clock = clock
        self._by_name: dict[str, Provider] = {}
        self._next_request = count(1).__next__

    # --- making and finding -------------------------------------------------------------------

    def create(self, config: ProviderConfig) -> Provider:
        name = config.name or config.type.value
        if name in self._by_name:
            raise NameTaken(name=name)
        provider = self.unlisted(config)
        if self._by_name.setdefault(name, provider) is not provider:  # another thread was faster
            raise NameTaken(name=name)
        return provider

    def unlisted(self, config: ProviderConfig) -> Provider:
        """A provider that nobody finds by its name. Raises InvalidConfig, PermissionDenied."""
        name = config.name or config.type.value
        backend, base_url, key = self._connect(name, config)
        return Provider(
            config,
            name,
            backend,
            base_url=base_url,
            key=key,
            session=self.session,
            clock=self._clock,
            next_number=self._next_request,
        )

    def resolve(self, name: str) -> Provider:
        """The provider of this name; or, when ``name`` is a type, one made with its defaults.

        Raises NotFound, InvalidConfig.
        """
        if name in self._by_name or name not in Type._value2member_map_:
            return self.get(name)
        made = self.create(ProviderConfig(type=Type(name)))
        self.session.handles.add("provider.Provider", made)
        return made

    async def destroy(self, provider: Provider) -> None:
        self._by_name.pop(provider.name, None)
        try:
            provider.leave()
        except ScriptUnfinished:
            self.session.handles.remove(provider)  # gone, although the call fails
            raise

    def configure(self, provider: Provider, changes: ProviderChanges) -> ProviderInfo:
        given = {name: getattr(changes, name) for name in changes.model_fields_set}
        script = given.pop("script", None)
        if script is not None and not isinstance(provider.backend, ScriptedBackend):
            kind = provider.config.type.value
            raise InvalidConfig(field="script", reason=f"only a scripted provider has one; this is {kind}")
        kept = {name: getattr(provider.config, name) for name in provider.config.model_fields_set}
        if "base_url" in given:  # secrets do not follow to another host
            kept.pop("api_key", None)
            kept.pop("headers", None)
        config = ProviderConfig(**{**kept, **given})
        if isinstance(provider.backend, ScriptedBackend):
            refuse_network_fields(config)
            if script is not None:
                provider.backend.extend(script)
            provider.backend.model = config.model or ""
        elif given.keys() & {"base_url", "api_key", "headers", "timeout_seconds"}:
            provider.reconnect(config, *self._connect(provider.name, config))
        provider.config = config
        provider.status = Status.INACTIVE
        provider.revision += 1  # what was learned of it was learned of another configuration
        return provider.info()

    def list(self) -> builtins.list[ProviderInfo]:
        return [provider.info() for provider in self._all()]

    def get(self, name: str) -> Provider:
        found = self._by_name.get(name)
        if found is None:
            raise NotFound(provider=name)
        return found

    def get_info(self, provider: Provider) -> ProviderInfo:
        return provider.info()

    async def discover(self, types: builtins.list[Type] | None = None) -> builtins.list[DiscoveredProvider]:
        return await discovery.discover(self, types or builtins.list(Type))

    # --- using --------------------------------------------------------------------------------

    async def chat(
        self, provider: Provider, messages: builtins.list[Message], options: ChatOptions | None = None
    ) -> ChatResult:
        return chat_result(provider.name, await provider.chat(ModelCall.from_options(messages, options)))

    async def stream(
        self, provider: Provider, messages: builtins.list[Message], options: ChatOptions | None = None
    ) -> AsyncIterator[ChatChunk]:
        async with aclosing(provider.stream(ModelCall.from_options(messages, options))) as pieces:
            async for piece in pieces:
                if isinstance(piece, str):
                    yield ChatChunk(kind=ChunkKind.TEXT, text=piece)
                    continue
                result = chat_result(provider.name, piece)
                for call in result.message.tool_calls or ():
                    yield ChatChunk(kind=ChunkKind.TOOL_CALL, tool_call=call)
                yield ChatChunk(kind=ChunkKind.FINISH, result=result)

    async def embed(
        self, provider: Provider, texts: builtins.list[str], model: str | None = None
    ) -> EmbeddingResult:
        found = await provider.embed(texts, model or "")
        return EmbeddingResult(
            embeddings=[Embedding(vector=vector) for vector in found.vectors],
            usage=usage(found.input_tokens, 0),
            model=found.model,
        )

    async def get_models(self, provider: Provider) -> builtins.list[ModelInfo]:
        return await Tries(provider).of(provider.backend.models)

    async def count_tokens(self, provider: Provider, text: str, model: str | None = None) -> TokenCount:
        chosen = model or provider.config.model
        counted = await Tries(provider).of(partial(provider.backend.count_tokens, text, chosen or ""))
        if counted is None:
            return TokenCount(tokens=estimate(text), method=CountMethod.ESTIMATE)
        return TokenCount(tokens=counted, method=CountMethod.PROVIDER, model=chosen)

    def _connect(self, name: str, config: ProviderConfig) -> Connection:
        return connect(self.session.permissions, self._clock, name, config)

    def _all(self) -> builtins.list[Provider]:
        """All providers, oldest first; a copy, for other threads may make some meanwhile."""
        return [*self._by_name.values()]

    @property
    def secrets(self) -> set[str]:
        """Every key and header's value that the session's providers were given."""
        return set().union(*(provider.secrets for provider in self._all()))

    def of_type(self, type: Type) -> builtins.list[Provider]:
        """The providers of one type, oldest first."""
        return [provider for provider in self._all() if provider.config.type is type]
