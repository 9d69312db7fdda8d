"""The provider bridge: the providers of one session."""

from __future__ import annotations

import builtins
import os
import re
from collections.abc import AsyncIterator
from functools import partial
from itertools import count
from typing import Final
from urllib.parse import SplitResult

import anyio
from bridge_runtime.errors import PermissionDenied
from bridge_runtime.permissions import Permissions
from bridge_runtime.session import Session
from llmspell.provider.errors import InvalidConfig, InvalidResponse, NameTaken, NotFound, ScriptUnfinished
from llmspell.provider.service import ProviderService
from llmspell.provider.types import (
    ChatChunk,
    ChatOptions,
    ChatResult,
    ChunkKind,
    CountMethod,
    DiscoveredProvider,
    ModelInfo,
    ProviderChanges,
    ProviderConfig,
    ProviderInfo,
    Status,
    TokenCount,
    Type,
)
from llmspell.shared.types import Message, Role, ToolCall

from llmspell_runtime.provider import addresses, discovery
from llmspell_runtime.provider.anthropic import Anthropic
from llmspell_runtime.provider.backend import Backend, HttpBackend
from llmspell_runtime.provider.clock import SYSTEM, Clock
from llmspell_runtime.provider.cohere import Cohere
from llmspell_runtime.provider.failures import Failure
from llmspell_runtime.provider.ollama import Ollama
from llmspell_runtime.provider.openai import OpenAI
from llmspell_runtime.provider.protocol import Dialect, ModelCall, Reply
from llmspell_runtime.provider.resource import Provider, usage
from llmspell_runtime.provider.scripted import ScriptedBackend
from llmspell_runtime.provider.tokens import estimate
from llmspell_runtime.provider.transport import HttpxTransport

KEY_VARIABLES: Final = {
    Type.OPENAI: "OPENAI_API_KEY",
    Type.ANTHROPIC: "ANTHROPIC_API_KEY",
    Type.COHERE: "COHERE_API_KEY",
}
OFFICIAL_OPENAI: Final = "api.openai.com"
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_RESERVED_HEADERS: Final = {"host", "content-length", "content-type", "transfer-encoding", "accept-encoding"}
_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f]|[^\x00-\xff]")


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
        provider = self._by_name[name] = self.unlisted(config)
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
            events=self.session.events,
            clock=self._clock,
            next_number=self._next_request,
        )

    def resolve(self, name: str) -> Provider:
        """The provider of this name; or, when ``name`` is a type, one made with its defaults.

        Raises NotFound, InvalidConfig.
        """
        found = self._by_name.get(name)
        if found is not None:
            return found
        if name not in Type._value2member_map_:
            raise NotFound(provider=name)
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
        if script is not None:
            if not isinstance(provider.backend, ScriptedBackend):
                kind = provider.config.type.value
                raise InvalidConfig(
                    field="script", reason=f"only a scripted provider has one; this is {kind}"
                )
        kept = {name: getattr(provider.config, name) for name in provider.config.model_fields_set}
        if "base_url" in given:  # secrets do not follow to another host
            kept.pop("api_key", None)
            kept.pop("headers", None)
        config = ProviderConfig(**{**kept, **given})
        if isinstance(provider.backend, ScriptedBackend):
            self._refuse_network_fields(config)
            if script is not None:
                provider.backend.extend(script)
            provider.backend.model = config.model or ""
        elif given.keys() & {"base_url", "api_key", "headers", "timeout_seconds"}:
            provider.backend, provider.base_url, provider.key = self._connect(provider.name, config)
        provider.config = config
        provider.status = Status.INACTIVE
        return provider.info()

    def list(self) -> builtins.list[ProviderInfo]:
        return [provider.info() for provider in self._by_name.values()]

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
        return chat_result(provider, await provider.chat(ModelCall.from_options(messages, options)))

    async def stream(
        self, provider: Provider, messages: builtins.list[Message], options: ChatOptions | None = None
    ) -> AsyncIterator[ChatChunk]:
        pieces = provider.stream(ModelCall.from_options(messages, options))
        try:
            async for piece in pieces:
                if isinstance(piece, str):
                    yield ChatChunk(kind=ChunkKind.TEXT, text=piece)
                    continue
                result = chat_result(provider, piece)
                for call in result.message.tool_calls or ():
                    yield ChatChunk(kind=ChunkKind.TOOL_CALL, tool_call=call)
                yield ChatChunk(kind=ChunkKind.FINISH, result=result)
        finally:
            await pieces.aclose()

    async def get_models(self, provider: Provider) -> builtins.list[ModelInfo]:
        try:
            return await provider.backend.models()
        except Failure as failure:
            raise failure.error(1) from failure

    async def count_tokens(self, provider: Provider, text: str, model: str | None = None) -> TokenCount:
        chosen = model or provider.config.model
        try:
            counted = await provider.backend.count_tokens(text, chosen or "")
        except Failure as failure:
            raise failure.error(1) from failure
        if counted is None:
            return TokenCount(tokens=estimate(text), method=CountMethod.ESTIMATE)
        return TokenCount(tokens=counted, method=CountMethod.PROVIDER, model=chosen)

    # --- connecting ---------------------------------------------------------------------------

    def _connect(self, name: str, config: ProviderConfig) -> tuple[Backend, str, str]:
        """The backend that ``config`` describes, its base URL and its key."""
        if config.type is Type.SCRIPTED:
            self._refuse_network_fields(config)
            return ScriptedBackend(name, config.model or "", config.script or [], self._clock), "", ""
        if config.script is not None:
            reason = f"only a scripted provider has one; this is {config.type.value}"
            raise InvalidConfig(field="script", reason=reason)
        base_url = config.base_url or self.default_address(config.type)
        if base_url is None:
            raise InvalidConfig(
                field="base_url", reason=f"needed by {config.type.value}, as in http://127.0.0.1:8080/v1"
            )
        url = addresses.parse(base_url)
        addresses.require(self.session.permissions, url)
        key = self.key(config)
        headers = _checked_headers(config)
        backend = HttpBackend(
            name,
            dialect(config.type, url),
            HttpxTransport(url, config.max_connections or 100),
            address=base_url,
            key=key,
            headers=headers,
            timeout=config.timeout_seconds or 60.0,
            guard=partial(require_resolved, self.session.permissions, url),
        )
        return backend, base_url, key

    def default_address(self, type: Type) -> str | None:
        """Where providers of this type are when nobody says; None when only the user can know."""
        if type is Type.OLLAMA and (host := self.variable("OLLAMA_HOST")):
            return addresses.from_ollama_host(host)
        return addresses.DEFAULTS.get(type)

    def key(self, config: ProviderConfig) -> str:
        """The key to use; empty when none is needed. Raises InvalidConfig when one is missing."""
        variable = KEY_VARIABLES.get(config.type)
        key = config.api_key or (self.variable(variable) if variable and config.base_url is None else "")
        if key and _UNWRITABLE.search(key):
            raise InvalidConfig(
                field="api_key", reason="it holds characters that no key has, such as a line's end"
            )
        if not key and variable and config.base_url is None:
            reason = (
                f'needed by {config.type.value}; give it, or grant env: ["{variable}"] and set that variable'
            )
            raise InvalidConfig(field="api_key", reason=reason)
        return key

    def variable(self, name: str) -> str:
        """An environment variable; empty when it is not set or the session may not read it."""
        try:
            self.session.permissions.require_name("env", name)
        except PermissionDenied:
            return ""
        return os.environ.get(name, "").strip()

    def of_type(self, type: Type) -> builtins.list[Provider]:
        """The providers of one type, oldest first."""
        return [provider for provider in self._by_name.values() if provider.config.type is type]

    def _refuse_network_fields(self, config: ProviderConfig) -> None:
        for field in ("base_url", "api_key", "headers"):
            if getattr(config, field) is not None:
                raise InvalidConfig(field=field, reason="a scripted provider sends nothing; leave it out")


def dialect(type: Type, url: SplitResult) -> Dialect:
    """The wire format of a type."""
    match type:
        case Type.ANTHROPIC:
            return Anthropic()
        case Type.COHERE:
            return Cohere()
        case Type.OLLAMA:
            return Ollama()
    return OpenAI(completion_tokens=url.hostname == OFFICIAL_OPENAI)


async def require_resolved(permissions: Permissions, url: SplitResult) -> None:
    """Raise PermissionDenied when a public name leads to an address that ``net`` would have to name."""
    host = url.hostname or ""
    if addresses.is_loopback(host) or addresses.is_guarded(host):
        return  # looked at when the provider was made
    try:
        found = await anyio.getaddrinfo(host, url.port or 443)
    except OSError:
        return  # the request will say so, with its address
    for _, _, _, _, address in found:
        permissions.require_address("net", host, str(address[0]))


def chat_result(provider: Provider, reply: Reply) -> ChatResult:
    """A reply as the interface shows it. Raises InvalidResponse for arguments that are no JSON object."""
    for tool in reply.tools:
        if tool.problem:
            raise InvalidResponse(
                provider=provider.name, detail=f"of the call of {tool.name!r}, {tool.problem}"
            )
    return ChatResult(
        text=reply.text,
        message=reply_message(reply),
        finish_reason=reply.finish_reason,
        usage=usage(reply.input_tokens, reply.output_tokens),
        model=reply.model,
    )


def reply_message(reply: Reply) -> Message:
    """A reply as a turn of the conversation."""
    if not reply.tools:
        return Message(role=Role.ASSISTANT, content=reply.text)
    calls = [ToolCall(id=tool.id, name=tool.name, arguments=tool.arguments) for tool in reply.tools]
    return Message(role=Role.ASSISTANT, content=reply.text, tool_calls=calls)


def _checked_headers(config: ProviderConfig) -> dict[str, str]:
    for name, value in (config.headers or {}).items():
        if not _HEADER_NAME.fullmatch(name) or name.lower() in _RESERVED_HEADERS:
            raise InvalidConfig(
                field="headers", reason=f"{name!r} cannot be set; it is not a name, or is made here"
            )
        if _UNWRITABLE.search(value):
            raise InvalidConfig(field="headers", reason=f"the value of {name!r} holds what no header can")
    return dict(config.headers or {})
