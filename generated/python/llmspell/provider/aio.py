"""Where the answers come from; connections to language models. For asynchronous programs."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import Any

from bridge_runtime import clients
from bridge_runtime.values import UNSET, Unset

from ..shared.types import JsonSchema, Message, ToolSpec
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
    ScriptStep,
    TokenCount,
    Type,
)


class AsyncProvider(clients.AsyncResource):
    """A connection to an endpoint that serves language models.

    Its connections are kept open between calls. The session releases it at the latest when it closes.
    """

    async def destroy(self) -> None:
        """Close a provider.

        Its connections are closed and its name is free again. Agents that use it fail from then on. A
        scripted provider whose script was not finished is closed too, and says so by an error.

        Raises:
            NotFound: No provider has this name or handle.
            ScriptUnfinished: A scripted provider goes, and some of its steps were never reached.
        """
        await self.core.acall("provider.destroy", {"provider": self})

    async def configure(
        self,
        *,
        base_url: str | None = None,
        api_key: str | Unset | None = UNSET,
        model: str | Unset | None = UNSET,
        headers: dict[str, str] | None = None,
        timeout_seconds: float | None = None,
        max_retries: int | None = None,
        script: Sequence[ScriptStep | dict[str, Any]] | None = None,
    ) -> ProviderInfo:
        """Change a provider.

        Calls under way go on as they began. The status is INACTIVE until the next call.

        Args:
            base_url: Where the API begins; a key and headers given before are forgotten, for they belong to another host.
            api_key: What the endpoint knows its caller by; null forgets it. It is a secret, and shown nowhere.
            model: The model used by calls that name none; null for none.
            headers: Replaces all headers given before. It is a secret, and shown nowhere.
            timeout_seconds: The longest wait for the endpoint to say anything.
            max_retries: Tries after the first.
            script: Steps that a scripted provider answers after those it has.

        Returns:
            What a provider is and how it does.

        Raises:
            NotFound: No provider has this name or handle.
            InvalidConfig: A provider cannot work with this configuration.
        """
        changes = ProviderChanges(
            **clients.given(
                base_url=base_url,
                api_key=api_key,
                model=model,
                headers=headers,
                timeout_seconds=timeout_seconds,
                max_retries=max_retries,
                script=script,
            )
        )
        result: ProviderInfo = await self.core.acall(
            "provider.configure", {"provider": self, "changes": changes}
        )
        return result

    async def get_info(self) -> ProviderInfo:
        """What a provider is and how it does.

        Raises:
            NotFound: No provider has this name or handle.
        """
        result: ProviderInfo = await self.core.acall("provider.get_info", {"provider": self})
        return result

    async def chat(
        self,
        messages: Sequence[Message | dict[str, Any]],
        *,
        model: str | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        max_tokens: int | None = None,
        stop: list[str] | None = None,
        seed: int | None = None,
        tools: Sequence[ToolSpec | dict[str, Any]] | None = None,
        tool_choice: str | None = None,
        response_schema: JsonSchema | None = None,
        timeout_seconds: float | None = None,
        extra: dict[str, Any] | None = None,
    ) -> ChatResult:
        """Have a model answer a conversation.

        One call, without memory and without running tools; agents do both.

        Args:
            messages: The conversation, oldest first.
            model: The model; the provider's own when absent.
            temperature: How freely it chooses words.
            top_p: The share of likely words it chooses from.
            max_tokens: The longest reply.
            stop: Texts that end the reply.
            seed: For the same answer again, where the model can.
            tools: Tools it may ask for.
            tool_choice: auto (the default with tools), none, required, or the name of one tool.
            response_schema: The reply must be JSON of this schema; passed on where the endpoint can.
            timeout_seconds: The longest wait in this call.
            extra: Members to add to the request as they are, for what this interface does not name.

        Returns:
            A whole reply.

        Raises:
            NotFound: No provider has this name or handle.
            Unsupported: This provider cannot do what was asked.
            InvalidRequest: The endpoint refuses this request.
            AuthenticationFailed: The endpoint does not accept the key.
            ModelNotFound: The endpoint does not serve this model.
            ContextTooLong: The conversation is longer than the model can read.
            RateLimited: The endpoint wants fewer requests.
            Unavailable: The endpoint failed.
            Unreachable: The endpoint cannot be reached.
            TimedOut: The endpoint took too long.
            InvalidResponse: The endpoint answered something that its protocol does not allow.
            ScriptExhausted: A scripted provider was called once more than it has steps.
            ScriptMismatch: A request is not what the script's step expects.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
        """
        options = clients.optional(
            ChatOptions,
            model=model,
            temperature=temperature,
            top_p=top_p,
            max_tokens=max_tokens,
            stop=stop,
            seed=seed,
            tools=tools,
            tool_choice=tool_choice,
            response_schema=response_schema,
            timeout_seconds=timeout_seconds,
            extra=extra,
        )
        result: ChatResult = await self.core.acall(
            "provider.chat", {"provider": self, "messages": messages, "options": options}
        )
        return result

    def stream(
        self,
        messages: Sequence[Message | dict[str, Any]],
        *,
        model: str | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        max_tokens: int | None = None,
        stop: list[str] | None = None,
        seed: int | None = None,
        tools: Sequence[ToolSpec | dict[str, Any]] | None = None,
        tool_choice: str | None = None,
        response_schema: JsonSchema | None = None,
        timeout_seconds: float | None = None,
        extra: dict[str, Any] | None = None,
    ) -> clients.AsyncStream[ChatChunk]:
        """Have a model answer a conversation, piece by piece.

        The last chunk holds the whole reply, with usage. A stream left early closes the request. What fails
        before the first piece is tried again; what fails later is not.

        Args:
            messages: The conversation, oldest first.
            model: The model; the provider's own when absent.
            temperature: How freely it chooses words.
            top_p: The share of likely words it chooses from.
            max_tokens: The longest reply.
            stop: Texts that end the reply.
            seed: For the same answer again, where the model can.
            tools: Tools it may ask for.
            tool_choice: auto (the default with tools), none, required, or the name of one tool.
            response_schema: The reply must be JSON of this schema; passed on where the endpoint can.
            timeout_seconds: The longest wait in this call.
            extra: Members to add to the request as they are, for what this interface does not name.

        Yields:
            A piece of a reply as it arrives.

        Raises:
            NotFound: No provider has this name or handle.
            Unsupported: This provider cannot do what was asked.
            InvalidRequest: The endpoint refuses this request.
            AuthenticationFailed: The endpoint does not accept the key.
            ModelNotFound: The endpoint does not serve this model.
            ContextTooLong: The conversation is longer than the model can read.
            RateLimited: The endpoint wants fewer requests.
            Unavailable: The endpoint failed.
            Unreachable: The endpoint cannot be reached.
            TimedOut: The endpoint took too long.
            InvalidResponse: The endpoint answered something that its protocol does not allow.
            ScriptExhausted: A scripted provider was called once more than it has steps.
            ScriptMismatch: A request is not what the script's step expects.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
        """
        options = clients.optional(
            ChatOptions,
            model=model,
            temperature=temperature,
            top_p=top_p,
            max_tokens=max_tokens,
            stop=stop,
            seed=seed,
            tools=tools,
            tool_choice=tool_choice,
            response_schema=response_schema,
            timeout_seconds=timeout_seconds,
            extra=extra,
        )
        return clients.AsyncStream(
            self.core, "provider.stream", {"provider": self, "messages": messages, "options": options}
        )

    async def embed(self, texts: list[str], model: str | None = None) -> EmbeddingResult:
        """Vectors for texts.

        For search by meaning. The model must be one for embeddings. Anthropic has none.

        Args:
            texts: The texts.
            model: The model; the provider's own when absent.

        Returns:
            The vectors of several texts.

        Raises:
            NotFound: No provider has this name or handle.
            Unsupported: This provider cannot do what was asked.
            InvalidRequest: The endpoint refuses this request.
            AuthenticationFailed: The endpoint does not accept the key.
            ModelNotFound: The endpoint does not serve this model.
            ContextTooLong: The conversation is longer than the model can read.
            RateLimited: The endpoint wants fewer requests.
            Unavailable: The endpoint failed.
            Unreachable: The endpoint cannot be reached.
            TimedOut: The endpoint took too long.
            InvalidResponse: The endpoint answered something that its protocol does not allow.
            ScriptExhausted: A scripted provider was called once more than it has steps.
            ScriptMismatch: A request is not what the script's step expects.
        """
        result: EmbeddingResult = await self.core.acall(
            "provider.embed", {"provider": self, "texts": texts, "model": model}
        )
        return result

    async def get_models(self) -> list[ModelInfo]:
        """The models a provider serves.

        Asked of the endpoint each time. A scripted provider serves the model it was given, if any.

        Returns:
            A list. Each: A model that a provider serves.

        Raises:
            NotFound: No provider has this name or handle.
            InvalidRequest: The endpoint refuses this request.
            AuthenticationFailed: The endpoint does not accept the key.
            RateLimited: The endpoint wants fewer requests.
            Unavailable: The endpoint failed.
            Unreachable: The endpoint cannot be reached.
            TimedOut: The endpoint took too long.
            InvalidResponse: The endpoint answered something that its protocol does not allow.
        """
        result: list[ModelInfo] = await self.core.acall("provider.get_models", {"provider": self})
        return result

    async def count_tokens(self, text: str, model: str | None = None) -> TokenCount:
        """How many tokens a text has.

        Counted by the endpoint where it can (Anthropic, Cohere), else estimated, and the result says which.
        The estimate counts, for each run of letters or digits of ASCII, one token per four characters
        begun; one token per other ASCII sign that is not a blank; one per two UTF-8 bytes begun of each run
        of letters beyond ASCII. The count of a text is kept until the provider is configured anew.

        Args:
            text: The text.
            model: The model to count for; the provider's own when absent.

        Raises:
            NotFound: No provider has this name or handle.
            InvalidRequest: The endpoint refuses this request.
            AuthenticationFailed: The endpoint does not accept the key.
            ModelNotFound: The endpoint does not serve this model.
            RateLimited: The endpoint wants fewer requests.
            Unavailable: The endpoint failed.
            Unreachable: The endpoint cannot be reached.
            TimedOut: The endpoint took too long.
            InvalidResponse: The endpoint answered something that its protocol does not allow.
        """
        result: TokenCount = await self.core.acall(
            "provider.count_tokens", {"provider": self, "text": text, "model": model}
        )
        return result

    async def __aenter__(self) -> AsyncProvider:
        return self

    async def __aexit__(self, *error: object) -> None:
        if self.is_live:
            await self.destroy()


class AsyncProviderBridge(clients.AsyncBridge):
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

    async def create(
        self,
        *,
        type: Type | str,
        name: str | None = None,
        base_url: str | None = None,
        api_key: str | None = None,
        model: str | None = None,
        headers: dict[str, str] | None = None,
        timeout_seconds: float | None = None,
        max_retries: int | None = None,
        max_connections: int | None = None,
        script: Sequence[ScriptStep | dict[str, Any]] | None = None,
    ) -> AsyncProvider:
        """Make a provider.

        Nothing is sent yet. A type that needs a key takes it from `api_key`, or from its environment
        variable when the session's `env` grant names it; with a `base_url` of your own, no key is taken
        from the environment, and none is needed. `LOCAL` needs a `base_url`; `OLLAMA` looks at
        `OLLAMA_HOST` when it may, and else at port 11434 of this machine.

        Args:
            type: The protocol it speaks.
            name: How agents and `get` find it; the type when absent.
            base_url: Where the API begins, such as https://api.openai.com/v1; the type's own when absent.
            api_key: What the endpoint knows its caller by. It is a secret, and shown nowhere.
            model: The model used by calls that name none.
            headers: Sent with every request. It is a secret, and shown nowhere.
            timeout_seconds: The longest wait for the endpoint to say anything. Default: 60.
            max_retries: Tries after the first. Default: 2.
            max_connections: Connections open at once. Default: 100.
            script: What a scripted provider answers; for no other type.

        Returns:
            A connection to an endpoint that serves language models.

        Raises:
            NameTaken: Another provider has this name.
            InvalidConfig: A provider cannot work with this configuration.
        """
        config = ProviderConfig(
            **clients.given(
                type=type,
                name=name,
                base_url=base_url,
                api_key=api_key,
                model=model,
                headers=headers,
                timeout_seconds=timeout_seconds,
                max_retries=max_retries,
                max_connections=max_connections,
                script=script,
            )
        )
        result = await self.core.acall("provider.create", {"config": config})
        return AsyncProvider.of(self.core, result)

    async def destroy(self, provider: AsyncProvider | str) -> None:
        """Close a provider.

        Its connections are closed and its name is free again. Agents that use it fail from then on. A
        scripted provider whose script was not finished is closed too, and says so by an error.

        Args:
            provider: The provider.

        Raises:
            NotFound: No provider has this name or handle.
            ScriptUnfinished: A scripted provider goes, and some of its steps were never reached.
        """
        await self.core.acall("provider.destroy", {"provider": provider})

    async def configure(
        self,
        provider: AsyncProvider | str,
        *,
        base_url: str | None = None,
        api_key: str | Unset | None = UNSET,
        model: str | Unset | None = UNSET,
        headers: dict[str, str] | None = None,
        timeout_seconds: float | None = None,
        max_retries: int | None = None,
        script: Sequence[ScriptStep | dict[str, Any]] | None = None,
    ) -> ProviderInfo:
        """Change a provider.

        Calls under way go on as they began. The status is INACTIVE until the next call.

        Args:
            provider: The provider.
            base_url: Where the API begins; a key and headers given before are forgotten, for they belong to another host.
            api_key: What the endpoint knows its caller by; null forgets it. It is a secret, and shown nowhere.
            model: The model used by calls that name none; null for none.
            headers: Replaces all headers given before. It is a secret, and shown nowhere.
            timeout_seconds: The longest wait for the endpoint to say anything.
            max_retries: Tries after the first.
            script: Steps that a scripted provider answers after those it has.

        Returns:
            What a provider is and how it does.

        Raises:
            NotFound: No provider has this name or handle.
            InvalidConfig: A provider cannot work with this configuration.
        """
        changes = ProviderChanges(
            **clients.given(
                base_url=base_url,
                api_key=api_key,
                model=model,
                headers=headers,
                timeout_seconds=timeout_seconds,
                max_retries=max_retries,
                script=script,
            )
        )
        result: ProviderInfo = await self.core.acall(
            "provider.configure", {"provider": provider, "changes": changes}
        )
        return result

    async def list(self) -> builtins.list[ProviderInfo]:
        """All providers of the session.

        In the order they were made, those that agents had made for them included.

        Returns:
            A list. Each: What a provider is and how it does.
        """
        result: builtins.list[ProviderInfo] = await self.core.acall("provider.list", {})
        return result

    async def get(self, name: str) -> AsyncProvider:
        """The provider of a name.

        Args:
            name: The name it was made with.

        Returns:
            A connection to an endpoint that serves language models.

        Raises:
            NotFound: No provider has this name or handle.
        """
        result = await self.core.acall("provider.get", {"name": name})
        return AsyncProvider.of(self.core, result)

    async def get_info(self, provider: AsyncProvider | str) -> ProviderInfo:
        """What a provider is and how it does.

        Args:
            provider: The provider.

        Raises:
            NotFound: No provider has this name or handle.
        """
        result: ProviderInfo = await self.core.acall("provider.get_info", {"provider": provider})
        return result

    async def discover(self, types: Sequence[Type | str] | None = None) -> builtins.list[DiscoveredProvider]:
        """Which providers this session could use, found by asking.

        Looks for each type: the providers the session has, keys in environment variables that the session
        may read, and Ollama on this machine. Each endpoint found is asked for its models once, for three
        seconds at most; without a key, nothing is sent. Never an error: what went wrong stands in
        `problem`.

        Args:
            types: The types to look for; all when absent.

        Returns:
            A list. Each: A provider that this session could use.
        """
        result: builtins.list[DiscoveredProvider] = await self.core.acall(
            "provider.discover", {"types": types}
        )
        return result

    async def chat(
        self,
        provider: AsyncProvider | str,
        messages: Sequence[Message | dict[str, Any]],
        *,
        model: str | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        max_tokens: int | None = None,
        stop: builtins.list[str] | None = None,
        seed: int | None = None,
        tools: Sequence[ToolSpec | dict[str, Any]] | None = None,
        tool_choice: str | None = None,
        response_schema: JsonSchema | None = None,
        timeout_seconds: float | None = None,
        extra: dict[str, Any] | None = None,
    ) -> ChatResult:
        """Have a model answer a conversation.

        One call, without memory and without running tools; agents do both.

        Args:
            provider: The provider.
            messages: The conversation, oldest first.
            model: The model; the provider's own when absent.
            temperature: How freely it chooses words.
            top_p: The share of likely words it chooses from.
            max_tokens: The longest reply.
            stop: Texts that end the reply.
            seed: For the same answer again, where the model can.
            tools: Tools it may ask for.
            tool_choice: auto (the default with tools), none, required, or the name of one tool.
            response_schema: The reply must be JSON of this schema; passed on where the endpoint can.
            timeout_seconds: The longest wait in this call.
            extra: Members to add to the request as they are, for what this interface does not name.

        Returns:
            A whole reply.

        Raises:
            NotFound: No provider has this name or handle.
            Unsupported: This provider cannot do what was asked.
            InvalidRequest: The endpoint refuses this request.
            AuthenticationFailed: The endpoint does not accept the key.
            ModelNotFound: The endpoint does not serve this model.
            ContextTooLong: The conversation is longer than the model can read.
            RateLimited: The endpoint wants fewer requests.
            Unavailable: The endpoint failed.
            Unreachable: The endpoint cannot be reached.
            TimedOut: The endpoint took too long.
            InvalidResponse: The endpoint answered something that its protocol does not allow.
            ScriptExhausted: A scripted provider was called once more than it has steps.
            ScriptMismatch: A request is not what the script's step expects.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
        """
        options = clients.optional(
            ChatOptions,
            model=model,
            temperature=temperature,
            top_p=top_p,
            max_tokens=max_tokens,
            stop=stop,
            seed=seed,
            tools=tools,
            tool_choice=tool_choice,
            response_schema=response_schema,
            timeout_seconds=timeout_seconds,
            extra=extra,
        )
        result: ChatResult = await self.core.acall(
            "provider.chat", {"provider": provider, "messages": messages, "options": options}
        )
        return result

    def stream(
        self,
        provider: AsyncProvider | str,
        messages: Sequence[Message | dict[str, Any]],
        *,
        model: str | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        max_tokens: int | None = None,
        stop: builtins.list[str] | None = None,
        seed: int | None = None,
        tools: Sequence[ToolSpec | dict[str, Any]] | None = None,
        tool_choice: str | None = None,
        response_schema: JsonSchema | None = None,
        timeout_seconds: float | None = None,
        extra: dict[str, Any] | None = None,
    ) -> clients.AsyncStream[ChatChunk]:
        """Have a model answer a conversation, piece by piece.

        The last chunk holds the whole reply, with usage. A stream left early closes the request. What fails
        before the first piece is tried again; what fails later is not.

        Args:
            provider: The provider.
            messages: The conversation, oldest first.
            model: The model; the provider's own when absent.
            temperature: How freely it chooses words.
            top_p: The share of likely words it chooses from.
            max_tokens: The longest reply.
            stop: Texts that end the reply.
            seed: For the same answer again, where the model can.
            tools: Tools it may ask for.
            tool_choice: auto (the default with tools), none, required, or the name of one tool.
            response_schema: The reply must be JSON of this schema; passed on where the endpoint can.
            timeout_seconds: The longest wait in this call.
            extra: Members to add to the request as they are, for what this interface does not name.

        Yields:
            A piece of a reply as it arrives.

        Raises:
            NotFound: No provider has this name or handle.
            Unsupported: This provider cannot do what was asked.
            InvalidRequest: The endpoint refuses this request.
            AuthenticationFailed: The endpoint does not accept the key.
            ModelNotFound: The endpoint does not serve this model.
            ContextTooLong: The conversation is longer than the model can read.
            RateLimited: The endpoint wants fewer requests.
            Unavailable: The endpoint failed.
            Unreachable: The endpoint cannot be reached.
            TimedOut: The endpoint took too long.
            InvalidResponse: The endpoint answered something that its protocol does not allow.
            ScriptExhausted: A scripted provider was called once more than it has steps.
            ScriptMismatch: A request is not what the script's step expects.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
        """
        options = clients.optional(
            ChatOptions,
            model=model,
            temperature=temperature,
            top_p=top_p,
            max_tokens=max_tokens,
            stop=stop,
            seed=seed,
            tools=tools,
            tool_choice=tool_choice,
            response_schema=response_schema,
            timeout_seconds=timeout_seconds,
            extra=extra,
        )
        return clients.AsyncStream(
            self.core, "provider.stream", {"provider": provider, "messages": messages, "options": options}
        )

    async def embed(
        self, provider: AsyncProvider | str, texts: builtins.list[str], model: str | None = None
    ) -> EmbeddingResult:
        """Vectors for texts.

        For search by meaning. The model must be one for embeddings. Anthropic has none.

        Args:
            provider: The provider.
            texts: The texts.
            model: The model; the provider's own when absent.

        Returns:
            The vectors of several texts.

        Raises:
            NotFound: No provider has this name or handle.
            Unsupported: This provider cannot do what was asked.
            InvalidRequest: The endpoint refuses this request.
            AuthenticationFailed: The endpoint does not accept the key.
            ModelNotFound: The endpoint does not serve this model.
            ContextTooLong: The conversation is longer than the model can read.
            RateLimited: The endpoint wants fewer requests.
            Unavailable: The endpoint failed.
            Unreachable: The endpoint cannot be reached.
            TimedOut: The endpoint took too long.
            InvalidResponse: The endpoint answered something that its protocol does not allow.
            ScriptExhausted: A scripted provider was called once more than it has steps.
            ScriptMismatch: A request is not what the script's step expects.
        """
        result: EmbeddingResult = await self.core.acall(
            "provider.embed", {"provider": provider, "texts": texts, "model": model}
        )
        return result

    async def get_models(self, provider: AsyncProvider | str) -> builtins.list[ModelInfo]:
        """The models a provider serves.

        Asked of the endpoint each time. A scripted provider serves the model it was given, if any.

        Args:
            provider: The provider.

        Returns:
            A list. Each: A model that a provider serves.

        Raises:
            NotFound: No provider has this name or handle.
            InvalidRequest: The endpoint refuses this request.
            AuthenticationFailed: The endpoint does not accept the key.
            RateLimited: The endpoint wants fewer requests.
            Unavailable: The endpoint failed.
            Unreachable: The endpoint cannot be reached.
            TimedOut: The endpoint took too long.
            InvalidResponse: The endpoint answered something that its protocol does not allow.
        """
        result: builtins.list[ModelInfo] = await self.core.acall(
            "provider.get_models", {"provider": provider}
        )
        return result

    async def count_tokens(
        self, provider: AsyncProvider | str, text: str, model: str | None = None
    ) -> TokenCount:
        """How many tokens a text has.

        Counted by the endpoint where it can (Anthropic, Cohere), else estimated, and the result says which.
        The estimate counts, for each run of letters or digits of ASCII, one token per four characters
        begun; one token per other ASCII sign that is not a blank; one per two UTF-8 bytes begun of each run
        of letters beyond ASCII. The count of a text is kept until the provider is configured anew.

        Args:
            provider: The provider.
            text: The text.
            model: The model to count for; the provider's own when absent.

        Raises:
            NotFound: No provider has this name or handle.
            InvalidRequest: The endpoint refuses this request.
            AuthenticationFailed: The endpoint does not accept the key.
            ModelNotFound: The endpoint does not serve this model.
            RateLimited: The endpoint wants fewer requests.
            Unavailable: The endpoint failed.
            Unreachable: The endpoint cannot be reached.
            TimedOut: The endpoint took too long.
            InvalidResponse: The endpoint answered something that its protocol does not allow.
        """
        result: TokenCount = await self.core.acall(
            "provider.count_tokens", {"provider": provider, "text": text, "model": model}
        )
        return result
