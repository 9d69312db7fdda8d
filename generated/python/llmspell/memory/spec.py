"""The bridge memory as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from pydantic import Field
from typing_extensions import TypedDict

from .errors import FileFailed, Full, InvalidFile, InvalidSpace, NotFound, TooLarge
from .service import MemoryService
from .types import (
    KeyFilter,
    MemoryEvicted,
    MemoryMatch,
    MemorySpace,
    MemoryStats,
    SearchOptions,
    StoreOptions,
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
            position="idl/memory.yaml:158",
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
            position="idl/memory.yaml:189",
            signature="def retrieve(self, key: str, space: MemorySpace | None = None) -> Any",
        ),
        "delete": spec.Function(
            name="memory.delete",
            arguments=DeleteArguments,
            parameters=(spec.Parameter("key"), spec.Parameter("space", required=False, spread=True)),
            result=bool,
            errors=("memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            batch=True,
            position="idl/memory.yaml:219",
            signature="def delete(self, key: str, space: MemorySpace | None = None) -> bool",
        ),
        "list_keys": spec.Function(
            name="memory.list_keys",
            arguments=ListKeysArguments,
            parameters=(spec.Parameter("filter", required=False, spread=True),),
            result=list[str],
            errors=("memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            batch=True,
            position="idl/memory.yaml:234",
            signature="def list_keys(self, filter: KeyFilter | None = None) -> list[str]",
        ),
        "clear": spec.Function(
            name="memory.clear",
            arguments=ClearArguments,
            parameters=(spec.Parameter("space", required=False, spread=True),),
            result=int,
            errors=("memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            batch=True,
            position="idl/memory.yaml:255",
            signature="def clear(self, space: MemorySpace | None = None) -> int",
        ),
        "get_stats": spec.Function(
            name="memory.get_stats",
            arguments=GetStatsArguments,
            parameters=(spec.Parameter("space", required=False, spread=True),),
            result=MemoryStats,
            errors=("memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            batch=True,
            position="idl/memory.yaml:271",
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
            position="idl/memory.yaml:288",
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
            position="idl/memory.yaml:308",
            signature="async def load(self, file: str, space: MemorySpace | None = None) -> int",
        ),
        "search": spec.Function(
            name="memory.search",
            arguments=SearchArguments,
            parameters=(spec.Parameter("query"), spec.Parameter("options", required=False, spread=True)),
            result=list[MemoryMatch],
            errors=("memory.invalid_space", "memory.file_failed", "memory.invalid_file"),
            batch=True,
            position="idl/memory.yaml:334",
            signature="def search(self, query: str, options: SearchOptions | None = None) -> list[MemoryMatch]",
        ),
    },
    errors={
        "not_found": spec.Error("memory.not_found", NotFound),
        "invalid_space": spec.Error("memory.invalid_space", InvalidSpace),
        "too_large": spec.Error("memory.too_large", TooLarge),
        "full": spec.Error("memory.full", Full),
        "file_failed": spec.Error("memory.file_failed", FileFailed),
        "invalid_file": spec.Error("memory.invalid_file", InvalidFile),
    },
    events={
        "memory.evict": spec.Event("memory.evict", MemoryEvicted),
    },
    service=MemoryService,
    position="idl/memory.yaml:2",
)
