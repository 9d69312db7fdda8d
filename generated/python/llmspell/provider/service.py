"""What an implementation of provider provides."""

from __future__ import annotations

import builtins
from abc import abstractmethod
from collections.abc import AsyncIterator
from typing import Generic, TypeVar

from bridge_runtime.resources import Resource
from bridge_runtime.service import Service

from ..shared.types import Message
from .types import (
    ChatChunk,
    ChatOptions,
    ChatResult,
    DiscoveredProvider,
    EmbeddingResult,
    ModelInfo,
    ProviderChanges,
    ProviderConfig,
    ProviderInfo,
    TokenCount,
    Type,
)

ProviderT = TypeVar("ProviderT", bound=Resource)


class ProviderService(Service, Generic[ProviderT]):
    """Where the answers come from; connections to language models.

    A provider is a named connection to an endpoint that serves language models: OpenAI and every
    endpoint that speaks its protocol, Anthropic, Cohere, Ollama, any server on this machine, or a
    script.

    **Keys** are given in the configuration, or taken from the environment when the session may read that name
    (`env` grant: `OPENAI_API_KEY`, `ANTHROPIC_API_KEY`, `COHERE_API_KEY`, `OLLAMA_HOST`). A key never appears in an
    error, an event or an info.

    **Hosts.** The grant `llm` is enough to reach public hosts and this machine itself (Ollama at home). Private and
    link-local addresses are refused until the grant `net` names them. Redirects are not followed.

    **Failures** that a second try may cure are tried again by themselves, as their `recovery` says: 429 and 5xx up to
    `max_retries` times, no connection, a time-out and an unreadable answer once. The pause is what `Retry-After` says
    (more than a minute is not waited for), or grows from half a second to eight; a `provider.retry` event announces it.

    **Scripted** providers answer from steps written beforehand and say so. A call that has no step, and a step that no
    call reached when the provider goes, are errors.
    """

    @abstractmethod
    def create(self, config: ProviderConfig) -> ProviderT:
        """Make a provider.

        Nothing is sent yet. A type that needs a key takes it from `api_key`, or from its environment
        variable when the session's `env` grant names it; with a `base_url` of your own, no key is taken
        from the environment, and none is needed. `LOCAL` needs a `base_url`; `OLLAMA` looks at
        `OLLAMA_HOST` when it may, and else at port 11434 of this machine.

        Raises provider.name_taken, provider.invalid_config.
        """

    @abstractmethod
    async def destroy(self, provider: ProviderT) -> None:
        """Close a provider.

        Its connections are closed and its name is free again. Agents that use it fail from then on. A
        scripted provider whose script was not finished is closed too, and says so by an error.

        Raises provider.not_found, provider.script_unfinished.
        """

    @abstractmethod
    def configure(self, provider: ProviderT, changes: ProviderChanges) -> ProviderInfo:
        """Change a provider.

        Calls under way go on as they began. The status is INACTIVE until the next call.

        Raises provider.not_found, provider.invalid_config.
        """

    @abstractmethod
    def list(self) -> builtins.list[ProviderInfo]:
        """All providers of the session.

        In the order they were made, those that agents had made for them included.
        """

    @abstractmethod
    def get(self, name: str) -> ProviderT:
        """The provider of a name.

        Raises provider.not_found.
        """

    @abstractmethod
    def get_info(self, provider: ProviderT) -> ProviderInfo:
        """What a provider is and how it does.

        Raises provider.not_found.
        """

    @abstractmethod
    async def discover(self, types: builtins.list[Type] | None = None) -> builtins.list[DiscoveredProvider]:
        """Which providers this session could use, found by asking.

        Looks for each type: the providers the session has, keys in environment variables that the session
        may read, and Ollama on this machine. Each endpoint found is asked for its models once, for three
        seconds at most; without a key, nothing is sent. Never an error: what went wrong stands in
        `problem`.
        """

    @abstractmethod
    async def chat(
        self, provider: ProviderT, messages: builtins.list[Message], options: ChatOptions | None = None
    ) -> ChatResult:
        """Have a model answer a conversation.

        One call, without memory and without running tools; agents do both.

        Raises provider.not_found, provider.unsupported, provider.invalid_request, provider.authentication_failed, provider.model_not_found, provider.context_too_long, provider.rate_limited, provider.unavailable, provider.unreachable, provider.timed_out, provider.invalid_response, provider.script_exhausted, provider.script_mismatch, hook.rejected, hook.failed, hook.timed_out, hook.replaced, hook.rate_limited, hook.nested_too_deep.
        """

    @abstractmethod
    def stream(
        self, provider: ProviderT, messages: builtins.list[Message], options: ChatOptions | None = None
    ) -> AsyncIterator[ChatChunk]:
        """Have a model answer a conversation, piece by piece.

        The last chunk holds the whole reply, with usage. A stream left early closes the request. What fails
        before the first piece is tried again; what fails later is not.

        Raises provider.not_found, provider.unsupported, provider.invalid_request, provider.authentication_failed, provider.model_not_found, provider.context_too_long, provider.rate_limited, provider.unavailable, provider.unreachable, provider.timed_out, provider.invalid_response, provider.script_exhausted, provider.script_mismatch, hook.rejected, hook.failed, hook.timed_out, hook.replaced, hook.rate_limited, hook.nested_too_deep.
        """

    @abstractmethod
    async def embed(
        self, provider: ProviderT, texts: builtins.list[str], model: str | None = None
    ) -> EmbeddingResult:
        """Vectors for texts.

        For search by meaning. The model must be one for embeddings. Anthropic has none.

        Raises provider.not_found, provider.unsupported, provider.invalid_request, provider.authentication_failed, provider.model_not_found, provider.context_too_long, provider.rate_limited, provider.unavailable, provider.unreachable, provider.timed_out, provider.invalid_response, provider.script_exhausted, provider.script_mismatch.
        """

    @abstractmethod
    async def get_models(self, provider: ProviderT) -> builtins.list[ModelInfo]:
        """The models a provider serves.

        Asked of the endpoint each time. A scripted provider serves the model it was given, if any.

        Raises provider.not_found, provider.invalid_request, provider.authentication_failed, provider.rate_limited, provider.unavailable, provider.unreachable, provider.timed_out, provider.invalid_response.
        """

    @abstractmethod
    async def count_tokens(self, provider: ProviderT, text: str, model: str | None = None) -> TokenCount:
        """How many tokens a text has.

        Counted by the endpoint where it can (Anthropic, Cohere), else estimated, and the result says which.
        The estimate counts, for each run of letters or digits of ASCII, one token per four characters
        begun; one token per other ASCII sign that is not a blank; one per two UTF-8 bytes begun of each run
        of letters beyond ASCII. The count of a text is kept until the provider is configured anew.

        Raises provider.not_found, provider.invalid_request, provider.authentication_failed, provider.model_not_found, provider.rate_limited, provider.unavailable, provider.unreachable, provider.timed_out, provider.invalid_response.
        """
