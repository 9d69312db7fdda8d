"""The bridge memory as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import Handle
from pydantic import Field
from typing_extensions import TypedDict

from ..shared.types import Message
from .errors import (
    ConversationNotFound,
    EmbeddingFailed,
    EmbeddingMismatch,
    FileFailed,
    Full,
    InvalidConversation,
    InvalidEmbedder,
    InvalidFile,
    InvalidSpace,
    NoEmbedder,
    NotFound,
    SummaryFailed,
    TooLarge,
)
from .service import MemoryService
from .types import (
    ConversationInfo,
    ConversationOptions,
    ConversationTrimmed,
    Embedder,
    IndexOptions,
    IndexResult,
    KeyFilter,
    MemoryEvicted,
    MemoryMatch,
    MemorySpace,
    MemoryStats,
    SearchOptions,
    StoreOptions,
    SummaryMissed,
)


class StoreArguments(TypedDict):
    key: Annotated[str, Field(max_length=256, min_length=1)]
    value: Any
    options: NotRequired[StoreOptions]


class RetrieveArguments(TypedDict):
    key: Annotated[str, Field(max_length=256, min_length=1)]
    space: NotRequired[MemorySpace]


class DeleteArguments(TypedDict):
    key: Annotated[str, Field(max_length=256, min_length=1)]
    space: NotRequired[MemorySpace]


class ListKeysArguments(TypedDict):
    filter: NotRequired[KeyFilter]


class ClearArguments(TypedDict):
    space: NotRequired[MemorySpace]


class GetStatsArguments(TypedDict):
    space: NotRequired[MemorySpace]


class PersistArguments(TypedDict):
    file: Annotated[str, Field(min_length=1)]
    space: NotRequired[MemorySpace]


class LoadArguments(TypedDict):
    file: Annotated[str, Field(min_length=1)]
    space: NotRequired[MemorySpace]


class SearchArguments(TypedDict):
    query: Annotated[str, Field(max_length=1000, min_length=1)]
    options: NotRequired[SearchOptions]


class SetEmbedderArguments(TypedDict):
    embedder: Embedder
    space: NotRequired[MemorySpace]


class RemoveEmbedderArguments(TypedDict):
    space: NotRequired[MemorySpace]


class IndexArguments(TypedDict):
    options: NotRequired[IndexOptions]


class CreateConversationArguments(TypedDict):
    options: ConversationOptions


class CloseConversationArguments(TypedDict):
    conversation: Annotated[Any, Handle("memory.Conversation")]


class AddMessagesArguments(TypedDict):
    conversation: Annotated[Any, Handle("memory.Conversation")]
    messages: list[Message]


class GetMessagesArguments(TypedDict):
    conversation: Annotated[Any, Handle("memory.Conversation")]
    all: NotRequired[bool]


class GetInfoArguments(TypedDict):
    conversation: Annotated[Any, Handle("memory.Conversation")]


class CompactArguments(TypedDict):
    conversation: Annotated[Any, Handle("memory.Conversation")]


class ClearMessagesArguments(TypedDict):
    conversation: Annotated[Any, Handle("memory.Conversation")]


class ListConversationsArguments(TypedDict):
    space: NotRequired[MemorySpace]


class DeleteConversationArguments(TypedDict):
    name: Annotated[str, Field(max_length=256, min_length=1)]
    space: NotRequired[MemorySpace]


class EmbedTextsArguments(TypedDict):
    texts: list[str]


class SummarizeArguments(TypedDict):
    messages: list[Message]
    max_tokens: int


BRIDGE = spec.Bridge(
    name="memory",
    functions={
        "store": spec.Function(
            name="memory.store",
            arguments=StoreArguments,
            parameters=(
                spec.Parameter("key"),
                spec.Parameter("value", nullable=True),
                spec.Parameter("options", required=False, spread=True),
            ),
            errors=(
                "memory.invalid_space",
                "memory.too_large",
                "memory.full",
                "memory.file_failed",
                "memory.invalid_file",
            ),
            emits=("memory.evict",),
            batch=True,
            position="idl/memory.yaml:327",
            signature="def store(self, key: str, value: Any, options: StoreOptions | None = None) -> None",
        ),
        "retrieve": spec.Function(
            name="memory.retrieve",
            arguments=RetrieveArguments,
            parameters=(spec.Parameter("key"), spec.Parameter("space", required=False, spread=True)),
            result=Any,
            errors=("memory.not_found", "memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            emits=("memory.evict",),
            batch=True,
            position="idl/memory.yaml:358",
            signature="def retrieve(self, key: str, space: MemorySpace | None = None) -> Any",
        ),
        "delete": spec.Function(
            name="memory.delete",
            arguments=DeleteArguments,
            parameters=(spec.Parameter("key"), spec.Parameter("space", required=False, spread=True)),
            result=bool,
            errors=("memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            batch=True,
            position="idl/memory.yaml:388",
            signature="def delete(self, key: str, space: MemorySpace | None = None) -> bool",
        ),
        "list_keys": spec.Function(
            name="memory.list_keys",
            arguments=ListKeysArguments,
            parameters=(spec.Parameter("filter", required=False, spread=True),),
            result=list[str],
            errors=("memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            batch=True,
            position="idl/memory.yaml:403",
            signature="def list_keys(self, filter: KeyFilter | None = None) -> list[str]",
        ),
        "clear": spec.Function(
            name="memory.clear",
            arguments=ClearArguments,
            parameters=(spec.Parameter("space", required=False, spread=True),),
            result=int,
            errors=("memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            batch=True,
            position="idl/memory.yaml:424",
            signature="def clear(self, space: MemorySpace | None = None) -> int",
        ),
        "get_stats": spec.Function(
            name="memory.get_stats",
            arguments=GetStatsArguments,
            parameters=(spec.Parameter("space", required=False, spread=True),),
            result=MemoryStats,
            errors=("memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            batch=True,
            position="idl/memory.yaml:440",
            signature="def get_stats(self, space: MemorySpace | None = None) -> MemoryStats",
        ),
        "persist": spec.Function(
            name="memory.persist",
            arguments=PersistArguments,
            parameters=(spec.Parameter("file"), spec.Parameter("space", required=False, spread=True)),
            result=int,
            is_async=True,
            errors=("memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            permissions=("fs.write",),
            batch=True,
            position="idl/memory.yaml:457",
            signature="async def persist(self, file: str, space: MemorySpace | None = None) -> int",
        ),
        "load": spec.Function(
            name="memory.load",
            arguments=LoadArguments,
            parameters=(spec.Parameter("file"), spec.Parameter("space", required=False, spread=True)),
            result=int,
            is_async=True,
            errors=(
                "memory.invalid_space",
                "memory.full",
                "memory.too_large",
                "memory.file_failed",
                "memory.invalid_file",
            ),
            permissions=("fs.read",),
            emits=("memory.evict",),
            batch=True,
            position="idl/memory.yaml:477",
            signature="async def load(self, file: str, space: MemorySpace | None = None) -> int",
        ),
        "search": spec.Function(
            name="memory.search",
            arguments=SearchArguments,
            parameters=(spec.Parameter("query"), spec.Parameter("options", required=False, spread=True)),
            result=list[MemoryMatch],
            is_async=True,
            errors=(
                "memory.invalid_space",
                "memory.file_failed",
                "memory.invalid_file",
                "memory.no_embedder",
                "memory.embedding_mismatch",
                "memory.embedding_failed",
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
            emits=(
                "memory.evict",
                "provider.request",
                "provider.retry",
                "provider.response",
                "provider.error",
            ),
            batch=True,
            position="idl/memory.yaml:503",
            signature="async def search(self, query: str, options: SearchOptions | None = None) -> list[MemoryMatch]",
        ),
        "set_embedder": spec.Function(
            name="memory.set_embedder",
            arguments=SetEmbedderArguments,
            parameters=(spec.Parameter("embedder", spread=True), spec.Parameter("space", required=False)),
            errors=("memory.invalid_embedder", "memory.invalid_space", "provider.not_found"),
            position="idl/memory.yaml:577",
            signature="def set_embedder(self, embedder: Embedder, space: MemorySpace | None = None) -> None",
        ),
        "remove_embedder": spec.Function(
            name="memory.remove_embedder",
            arguments=RemoveEmbedderArguments,
            parameters=(spec.Parameter("space", required=False),),
            result=bool,
            errors=("memory.invalid_space",),
            batch=True,
            position="idl/memory.yaml:606",
            signature="def remove_embedder(self, space: MemorySpace | None = None) -> bool",
        ),
        "index": spec.Function(
            name="memory.index",
            arguments=IndexArguments,
            parameters=(spec.Parameter("options", required=False, spread=True),),
            result=IndexResult,
            is_async=True,
            errors=(
                "memory.invalid_space",
                "memory.file_failed",
                "memory.invalid_file",
                "memory.no_embedder",
                "memory.embedding_mismatch",
                "memory.embedding_failed",
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
            emits=(
                "memory.evict",
                "provider.request",
                "provider.retry",
                "provider.response",
                "provider.error",
            ),
            batch=True,
            position="idl/memory.yaml:621",
            signature="async def index(self, options: IndexOptions | None = None) -> IndexResult",
        ),
        "create_conversation": spec.Function(
            name="memory.create_conversation",
            arguments=CreateConversationArguments,
            parameters=(spec.Parameter("options", spread=True),),
            result=Annotated[Any, Handle("memory.Conversation")],
            errors=(
                "memory.invalid_conversation",
                "memory.invalid_space",
                "memory.file_failed",
                "memory.invalid_file",
                "provider.not_found",
            ),
            constructs="memory.Conversation",
            position="idl/memory.yaml:675",
            signature="def create_conversation(self, options: ConversationOptions) -> ConversationT",
        ),
        "close_conversation": spec.Function(
            name="memory.close_conversation",
            arguments=CloseConversationArguments,
            parameters=(spec.Parameter("conversation"),),
            errors=("memory.conversation_not_found",),
            method_of="memory.Conversation",
            releases="memory.Conversation",
            batch=True,
            position="idl/memory.yaml:700",
            signature="def close_conversation(self, conversation: ConversationT) -> None",
        ),
        "add_messages": spec.Function(
            name="memory.add_messages",
            arguments=AddMessagesArguments,
            parameters=(spec.Parameter("conversation"), spec.Parameter("messages")),
            result=ConversationInfo,
            is_async=True,
            errors=(
                "memory.conversation_not_found",
                "memory.invalid_conversation",
                "memory.file_failed",
                "memory.invalid_file",
            ),
            emits=(
                "memory.trim",
                "memory.summary_error",
                "provider.request",
                "provider.retry",
                "provider.response",
                "provider.error",
            ),
            method_of="memory.Conversation",
            batch=True,
            position="idl/memory.yaml:716",
            signature="async def add_messages(self, conversation: ConversationT, messages: list[Message]) -> ConversationInfo",
        ),
        "get_messages": spec.Function(
            name="memory.get_messages",
            arguments=GetMessagesArguments,
            parameters=(spec.Parameter("conversation"), spec.Parameter("all", required=False, default=False)),
            result=list[Message],
            errors=("memory.conversation_not_found", "memory.file_failed", "memory.invalid_file"),
            method_of="memory.Conversation",
            batch=True,
            position="idl/memory.yaml:776",
            signature="def get_messages(self, conversation: ConversationT, all: bool = False) -> list[Message]",
        ),
        "get_info": spec.Function(
            name="memory.get_info",
            arguments=GetInfoArguments,
            parameters=(spec.Parameter("conversation"),),
            result=ConversationInfo,
            errors=("memory.conversation_not_found", "memory.file_failed", "memory.invalid_file"),
            method_of="memory.Conversation",
            batch=True,
            position="idl/memory.yaml:816",
            signature="def get_info(self, conversation: ConversationT) -> ConversationInfo",
        ),
        "compact": spec.Function(
            name="memory.compact",
            arguments=CompactArguments,
            parameters=(spec.Parameter("conversation"),),
            result=ConversationInfo,
            is_async=True,
            errors=(
                "memory.conversation_not_found",
                "memory.summary_failed",
                "memory.file_failed",
                "memory.invalid_file",
            ),
            emits=(
                "memory.trim",
                "memory.summary_error",
                "provider.request",
                "provider.retry",
                "provider.response",
                "provider.error",
            ),
            method_of="memory.Conversation",
            batch=True,
            position="idl/memory.yaml:829",
            signature="async def compact(self, conversation: ConversationT) -> ConversationInfo",
        ),
        "clear_messages": spec.Function(
            name="memory.clear_messages",
            arguments=ClearMessagesArguments,
            parameters=(spec.Parameter("conversation"),),
            result=int,
            errors=("memory.conversation_not_found", "memory.file_failed", "memory.invalid_file"),
            method_of="memory.Conversation",
            batch=True,
            position="idl/memory.yaml:856",
            signature="def clear_messages(self, conversation: ConversationT) -> int",
        ),
        "list_conversations": spec.Function(
            name="memory.list_conversations",
            arguments=ListConversationsArguments,
            parameters=(spec.Parameter("space", required=False, spread=True),),
            result=list[str],
            errors=("memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            batch=True,
            position="idl/memory.yaml:870",
            signature="def list_conversations(self, space: MemorySpace | None = None) -> list[str]",
        ),
        "delete_conversation": spec.Function(
            name="memory.delete_conversation",
            arguments=DeleteConversationArguments,
            parameters=(spec.Parameter("name"), spec.Parameter("space", required=False, spread=True)),
            result=bool,
            errors=("memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            batch=True,
            position="idl/memory.yaml:887",
            signature="def delete_conversation(self, name: str, space: MemorySpace | None = None) -> bool",
        ),
    },
    callbacks={
        "EmbedTexts": spec.Callback(
            name="memory.EmbedTexts",
            arguments=EmbedTextsArguments,
            parameters=(spec.Parameter("texts"),),
            result=list[list[float]],
        ),
        "Summarize": spec.Callback(
            name="memory.Summarize",
            arguments=SummarizeArguments,
            parameters=(spec.Parameter("messages"), spec.Parameter("max_tokens")),
            result=str,
        ),
    },
    resources={
        "Conversation": spec.Resource(
            name="memory.Conversation",
            prefix="conversation",
            constructor="create_conversation",
            release="close_conversation",
            not_found="memory.conversation_not_found",
        ),
    },
    errors={
        "not_found": spec.Error("memory.not_found", NotFound),
        "invalid_space": spec.Error("memory.invalid_space", InvalidSpace),
        "too_large": spec.Error("memory.too_large", TooLarge),
        "full": spec.Error("memory.full", Full),
        "file_failed": spec.Error("memory.file_failed", FileFailed),
        "invalid_file": spec.Error("memory.invalid_file", InvalidFile),
        "invalid_embedder": spec.Error("memory.invalid_embedder", InvalidEmbedder),
        "no_embedder": spec.Error("memory.no_embedder", NoEmbedder),
        "embedding_mismatch": spec.Error("memory.embedding_mismatch", EmbeddingMismatch),
        "embedding_failed": spec.Error("memory.embedding_failed", EmbeddingFailed),
        "conversation_not_found": spec.Error("memory.conversation_not_found", ConversationNotFound),
        "invalid_conversation": spec.Error("memory.invalid_conversation", InvalidConversation),
        "summary_failed": spec.Error("memory.summary_failed", SummaryFailed),
    },
    events={
        "memory.evict": spec.Event("memory.evict", MemoryEvicted),
        "memory.trim": spec.Event("memory.trim", ConversationTrimmed),
        "memory.summary_error": spec.Event("memory.summary_error", SummaryMissed),
    },
    service=MemoryService,
    position="idl/memory.yaml:2",
)
