"""The bridge provider as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import Handle
from pydantic import Field
from typing_extensions import TypedDict

from ..shared.types import Message
from .errors import (
    AuthenticationFailed,
    ContextTooLong,
    InvalidConfig,
    InvalidRequest,
    InvalidResponse,
    ModelNotFound,
    NameTaken,
    NotFound,
    RateLimited,
    ScriptExhausted,
    ScriptMismatch,
    ScriptUnfinished,
    TimedOut,
    Unavailable,
    Unreachable,
    Unsupported,
)
from .service import ProviderService
from .types import (
    ChatChunk,
    ChatOptions,
    ChatResult,
    DiscoveredProvider,
    EmbeddingResult,
    ModelInfo,
    ProviderChanges,
    ProviderConfig,
    ProviderFailed,
    ProviderInfo,
    ProviderRequested,
    ProviderResponded,
    ProviderRetried,
    TokenCount,
    Type,
)


class CreateArguments(TypedDict):
    config: ProviderConfig


class DestroyArguments(TypedDict):
    provider: Annotated[Any, Handle("provider.Provider")]


class ConfigureArguments(TypedDict):
    provider: Annotated[Any, Handle("provider.Provider")]
    changes: ProviderChanges


class ListArguments(TypedDict):
    pass


class GetArguments(TypedDict):
    name: str


class GetInfoArguments(TypedDict):
    provider: Annotated[Any, Handle("provider.Provider")]


class DiscoverArguments(TypedDict):
    types: NotRequired[list[Type]]


class ChatArguments(TypedDict):
    provider: Annotated[Any, Handle("provider.Provider")]
    messages: Annotated[list[Message], Field(min_length=1)]
    options: NotRequired[ChatOptions]


class StreamArguments(TypedDict):
    provider: Annotated[Any, Handle("provider.Provider")]
    messages: Annotated[list[Message], Field(min_length=1)]
    options: NotRequired[ChatOptions]


class EmbedArguments(TypedDict):
    provider: Annotated[Any, Handle("provider.Provider")]
    texts: Annotated[list[str], Field(min_length=1)]
    model: NotRequired[Annotated[str, Field(min_length=1)]]


class GetModelsArguments(TypedDict):
    provider: Annotated[Any, Handle("provider.Provider")]


class CountTokensArguments(TypedDict):
    provider: Annotated[Any, Handle("provider.Provider")]
    text: str
    model: NotRequired[Annotated[str, Field(min_length=1)]]


BRIDGE = spec.Bridge(
    name="provider",
    functions={
        "create": spec.Function(
            name="provider.create",
            arguments=CreateArguments,
            parameters=(spec.Parameter("config", spread=True),),
            result=Annotated[Any, Handle("provider.Provider")],
            errors=("provider.name_taken", "provider.invalid_config"),
            constructs="provider.Provider",
            batch=True,
            position="idl/provider.yaml:445",
            signature="def create(self, config: ProviderConfig) -> ProviderT",
        ),
        "destroy": spec.Function(
            name="provider.destroy",
            arguments=DestroyArguments,
            parameters=(spec.Parameter("provider"),),
            is_async=True,
            errors=("provider.not_found", "provider.script_unfinished"),
            method_of="provider.Provider",
            releases="provider.Provider",
            batch=True,
            position="idl/provider.yaml:484",
            signature="async def destroy(self, provider: ProviderT) -> None",
        ),
        "configure": spec.Function(
            name="provider.configure",
            arguments=ConfigureArguments,
            parameters=(spec.Parameter("provider"), spec.Parameter("changes", spread=True)),
            result=ProviderInfo,
            errors=("provider.not_found", "provider.invalid_config"),
            method_of="provider.Provider",
            batch=True,
            position="idl/provider.yaml:514",
            signature="def configure(self, provider: ProviderT, changes: ProviderChanges) -> ProviderInfo",
        ),
        "list": spec.Function(
            name="provider.list",
            arguments=ListArguments,
            parameters=(),
            result=list[ProviderInfo],
            batch=True,
            position="idl/provider.yaml:548",
            signature="def list(self) -> builtins.list[ProviderInfo]",
        ),
        "get": spec.Function(
            name="provider.get",
            arguments=GetArguments,
            parameters=(spec.Parameter("name"),),
            result=Annotated[Any, Handle("provider.Provider")],
            errors=("provider.not_found",),
            batch=True,
            position="idl/provider.yaml:575",
            signature="def get(self, name: str) -> ProviderT",
        ),
        "get_info": spec.Function(
            name="provider.get_info",
            arguments=GetInfoArguments,
            parameters=(spec.Parameter("provider"),),
            result=ProviderInfo,
            errors=("provider.not_found",),
            method_of="provider.Provider",
            batch=True,
            position="idl/provider.yaml:594",
            signature="def get_info(self, provider: ProviderT) -> ProviderInfo",
        ),
        "discover": spec.Function(
            name="provider.discover",
            arguments=DiscoverArguments,
            parameters=(spec.Parameter("types", required=False),),
            result=list[DiscoveredProvider],
            is_async=True,
            permissions=("llm",),
            batch=True,
            position="idl/provider.yaml:622",
            signature="async def discover(self, types: builtins.list[Type] | None = None) -> builtins.list[DiscoveredProvider]",
        ),
        "chat": spec.Function(
            name="provider.chat",
            arguments=ChatArguments,
            parameters=(
                spec.Parameter("provider"),
                spec.Parameter("messages"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=ChatResult,
            is_async=True,
            errors=(
                "provider.not_found",
                "provider.unsupported",
                "provider.invalid_request",
                "provider.authentication_failed",
                "provider.model_not_found",
                "provider.context_too_long",
                "provider.rate_limited",
                "provider.unavailable",
                "provider.unreachable",
                "provider.timed_out",
                "provider.invalid_response",
                "provider.script_exhausted",
                "provider.script_mismatch",
                "hook.rejected",
                "hook.failed",
                "hook.timed_out",
                "hook.replaced",
                "hook.rate_limited",
                "hook.nested_too_deep",
            ),
            permissions=("llm",),
            emits=(
                "provider.request",
                "provider.retry",
                "provider.response",
                "provider.error",
                "hook.reject",
                "hook.error",
                "hook.disable",
                "hook.log",
                "hook.retry",
            ),
            method_of="provider.Provider",
            batch=True,
            position="idl/provider.yaml:651",
            signature="async def chat(self, provider: ProviderT, messages: builtins.list[Message], options: ChatOptions | None = None) -> ChatResult",
        ),
        "stream": spec.Function(
            name="provider.stream",
            arguments=StreamArguments,
            parameters=(
                spec.Parameter("provider"),
                spec.Parameter("messages"),
                spec.Parameter("options", required=False, spread=True),
            ),
            streams=ChatChunk,
            is_async=True,
            errors=(
                "provider.not_found",
                "provider.unsupported",
                "provider.invalid_request",
                "provider.authentication_failed",
                "provider.model_not_found",
                "provider.context_too_long",
                "provider.rate_limited",
                "provider.unavailable",
                "provider.unreachable",
                "provider.timed_out",
                "provider.invalid_response",
                "provider.script_exhausted",
                "provider.script_mismatch",
                "hook.rejected",
                "hook.failed",
                "hook.timed_out",
                "hook.replaced",
                "hook.rate_limited",
                "hook.nested_too_deep",
            ),
            permissions=("llm",),
            emits=(
                "provider.request",
                "provider.retry",
                "provider.response",
                "provider.error",
                "hook.reject",
                "hook.error",
                "hook.disable",
                "hook.log",
                "hook.retry",
            ),
            method_of="provider.Provider",
            position="idl/provider.yaml:755",
            signature="def stream(self, provider: ProviderT, messages: builtins.list[Message], options: ChatOptions | None = None) -> AsyncIterator[ChatChunk]",
        ),
        "embed": spec.Function(
            name="provider.embed",
            arguments=EmbedArguments,
            parameters=(
                spec.Parameter("provider"),
                spec.Parameter("texts"),
                spec.Parameter("model", required=False),
            ),
            result=EmbeddingResult,
            is_async=True,
            errors=(
                "provider.not_found",
                "provider.unsupported",
                "provider.invalid_request",
                "provider.authentication_failed",
                "provider.model_not_found",
                "provider.context_too_long",
                "provider.rate_limited",
                "provider.unavailable",
                "provider.unreachable",
                "provider.timed_out",
                "provider.invalid_response",
                "provider.script_exhausted",
                "provider.script_mismatch",
            ),
            permissions=("llm",),
            emits=("provider.request", "provider.retry", "provider.response", "provider.error"),
            method_of="provider.Provider",
            batch=True,
            position="idl/provider.yaml:795",
            signature="async def embed(self, provider: ProviderT, texts: builtins.list[str], model: str | None = None) -> EmbeddingResult",
        ),
        "get_models": spec.Function(
            name="provider.get_models",
            arguments=GetModelsArguments,
            parameters=(spec.Parameter("provider"),),
            result=list[ModelInfo],
            is_async=True,
            errors=(
                "provider.not_found",
                "provider.invalid_request",
                "provider.authentication_failed",
                "provider.rate_limited",
                "provider.unavailable",
                "provider.unreachable",
                "provider.timed_out",
                "provider.invalid_response",
            ),
            permissions=("llm",),
            method_of="provider.Provider",
            batch=True,
            position="idl/provider.yaml:830",
            signature="async def get_models(self, provider: ProviderT) -> builtins.list[ModelInfo]",
        ),
        "count_tokens": spec.Function(
            name="provider.count_tokens",
            arguments=CountTokensArguments,
            parameters=(
                spec.Parameter("provider"),
                spec.Parameter("text"),
                spec.Parameter("model", required=False),
            ),
            result=TokenCount,
            is_async=True,
            errors=(
                "provider.not_found",
                "provider.invalid_request",
                "provider.authentication_failed",
                "provider.model_not_found",
                "provider.rate_limited",
                "provider.unavailable",
                "provider.unreachable",
                "provider.timed_out",
                "provider.invalid_response",
            ),
            permissions=("llm",),
            method_of="provider.Provider",
            memoize=spec.Memoize(None, 1024, "lru"),
            batch=True,
            position="idl/provider.yaml:848",
            signature="async def count_tokens(self, provider: ProviderT, text: str, model: str | None = None) -> TokenCount",
        ),
    },
    resources={
        "Provider": spec.Resource(
            name="provider.Provider",
            prefix="provider",
            constructor="create",
            release="destroy",
            not_found="provider.not_found",
        ),
    },
    errors={
        "not_found": spec.Error("provider.not_found", NotFound),
        "name_taken": spec.Error("provider.name_taken", NameTaken),
        "invalid_config": spec.Error("provider.invalid_config", InvalidConfig),
        "unsupported": spec.Error("provider.unsupported", Unsupported),
        "invalid_request": spec.Error("provider.invalid_request", InvalidRequest),
        "authentication_failed": spec.Error("provider.authentication_failed", AuthenticationFailed),
        "model_not_found": spec.Error("provider.model_not_found", ModelNotFound),
        "context_too_long": spec.Error("provider.context_too_long", ContextTooLong),
        "rate_limited": spec.Error("provider.rate_limited", RateLimited),
        "unavailable": spec.Error("provider.unavailable", Unavailable),
        "unreachable": spec.Error("provider.unreachable", Unreachable),
        "timed_out": spec.Error("provider.timed_out", TimedOut),
        "invalid_response": spec.Error("provider.invalid_response", InvalidResponse),
        "script_exhausted": spec.Error("provider.script_exhausted", ScriptExhausted),
        "script_mismatch": spec.Error("provider.script_mismatch", ScriptMismatch),
        "script_unfinished": spec.Error("provider.script_unfinished", ScriptUnfinished),
    },
    events={
        "provider.request": spec.Event("provider.request", ProviderRequested),
        "provider.retry": spec.Event("provider.retry", ProviderRetried),
        "provider.response": spec.Event("provider.response", ProviderResponded),
        "provider.error": spec.Event("provider.error", ProviderFailed),
    },
    service=ProviderService,
    position="idl/provider.yaml:2",
)
