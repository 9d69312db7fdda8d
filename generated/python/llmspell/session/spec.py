"""The bridge session as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import CallbackMark, Handle
from pydantic import Field
from typing_extensions import TypedDict

from ..shared.types import ErrorInfo
from .errors import (
    ConversionExists,
    ConversionFailed,
    ConversionNotFound,
    InvalidConversion,
    NotFound,
    NotMemoized,
    PermissionExceeded,
    TooDeep,
    UnknownConversion,
)
from .service import SessionService
from .types import (
    BatchCall,
    BatchOptions,
    BatchOutcome,
    ConversionInfo,
    ConversionPath,
    SessionInfo,
    SessionMetrics,
    SessionOptions,
)


class OpenArguments(TypedDict):
    options: NotRequired[SessionOptions]


class CloseArguments(TypedDict):
    session: Annotated[Any, Handle("session.Session")]


class GetInfoArguments(TypedDict):
    session: NotRequired[Annotated[Any, Handle("session.Session")]]


class BatchArguments(TypedDict):
    calls: Annotated[list[BatchCall], Field(max_length=1000)]
    options: NotRequired[BatchOptions]


class GetMetricsArguments(TypedDict):
    pass


class ClearCacheArguments(TypedDict):
    function: NotRequired[str]


class ConvertArguments(TypedDict):
    value: Any
    source_type: str
    target_type: str


class RegisterConversionArguments(TypedDict):
    source_type: Annotated[str, Field(max_length=100, min_length=1)]
    target_type: Annotated[str, Field(max_length=100, min_length=1)]
    converter: Annotated[Any, CallbackMark("session.Converter")]
    cost: NotRequired[Annotated[float, Field(le=1000000, ge=0)]]
    name: NotRequired[Annotated[str, Field(max_length=250, min_length=1)]]


class UnregisterConversionArguments(TypedDict):
    name: str


class ListConversionsArguments(TypedDict):
    source_type: NotRequired[str]
    target_type: NotRequired[str]


class FindConversionArguments(TypedDict):
    source_type: str
    target_type: str


class GetLastErrorArguments(TypedDict):
    session: NotRequired[Annotated[Any, Handle("session.Session")]]


class ConverterArguments(TypedDict):
    value: Any


BRIDGE = spec.Bridge(
    name="session",
    functions={
        "open": spec.Function(
            name="session.open",
            arguments=OpenArguments,
            parameters=(spec.Parameter("options", required=False, spread=True),),
            result=Annotated[Any, Handle("session.Session")],
            errors=("session.permission_exceeded", "session.too_deep"),
            constructs="session.Session",
            batch=True,
            position="idl/session.yaml:195",
            signature="def open(self, options: SessionOptions | None = None) -> SessionT",
        ),
        "close": spec.Function(
            name="session.close",
            arguments=CloseArguments,
            parameters=(spec.Parameter("session"),),
            is_async=True,
            errors=("session.not_found", "provider.script_unfinished"),
            method_of="session.Session",
            releases="session.Session",
            batch=True,
            position="idl/session.yaml:214",
            signature="async def close(self, session: SessionT) -> None",
        ),
        "get_info": spec.Function(
            name="session.get_info",
            arguments=GetInfoArguments,
            parameters=(spec.Parameter("session", required=False),),
            result=SessionInfo,
            errors=("session.not_found",),
            batch=True,
            position="idl/session.yaml:226",
            signature="def get_info(self, session: SessionT | None = None) -> SessionInfo",
        ),
        "batch": spec.Function(
            name="session.batch",
            arguments=BatchArguments,
            parameters=(spec.Parameter("calls"), spec.Parameter("options", required=False, spread=True)),
            result=list[BatchOutcome],
            is_async=True,
            position="idl/session.yaml:247",
            signature="async def batch(self, calls: list[BatchCall], options: BatchOptions | None = None) -> list[BatchOutcome]",
        ),
        "get_metrics": spec.Function(
            name="session.get_metrics",
            arguments=GetMetricsArguments,
            parameters=(),
            result=SessionMetrics,
            batch=True,
            position="idl/session.yaml:298",
            signature="def get_metrics(self) -> SessionMetrics",
        ),
        "clear_cache": spec.Function(
            name="session.clear_cache",
            arguments=ClearCacheArguments,
            parameters=(spec.Parameter("function", required=False),),
            result=int,
            errors=("session.not_memoized",),
            batch=True,
            position="idl/session.yaml:320",
            signature="def clear_cache(self, function: str | None = None) -> int",
        ),
        "convert": spec.Function(
            name="session.convert",
            arguments=ConvertArguments,
            parameters=(
                spec.Parameter("value", nullable=True),
                spec.Parameter("source_type"),
                spec.Parameter("target_type"),
            ),
            result=Any,
            is_async=True,
            errors=("session.unknown_conversion", "session.conversion_failed"),
            batch=True,
            position="idl/session.yaml:340",
            signature="async def convert(self, value: Any, source_type: str, target_type: str) -> Any",
        ),
        "register_conversion": spec.Function(
            name="session.register_conversion",
            arguments=RegisterConversionArguments,
            parameters=(
                spec.Parameter("source_type"),
                spec.Parameter("target_type"),
                spec.Parameter("converter"),
                spec.Parameter("cost", required=False, default=1),
                spec.Parameter("name", required=False),
            ),
            result=str,
            errors=("session.invalid_conversion", "session.conversion_exists"),
            position="idl/session.yaml:400",
            signature="def register_conversion(self, source_type: str, target_type: str, converter: Callback[[Any], Any], cost: float = 1.0, name: str | None = None) -> str",
        ),
        "unregister_conversion": spec.Function(
            name="session.unregister_conversion",
            arguments=UnregisterConversionArguments,
            parameters=(spec.Parameter("name"),),
            errors=("session.conversion_not_found",),
            batch=True,
            position="idl/session.yaml:432",
            signature="def unregister_conversion(self, name: str) -> None",
        ),
        "list_conversions": spec.Function(
            name="session.list_conversions",
            arguments=ListConversionsArguments,
            parameters=(
                spec.Parameter("source_type", required=False),
                spec.Parameter("target_type", required=False),
            ),
            result=list[ConversionInfo],
            batch=True,
            position="idl/session.yaml:447",
            signature="def list_conversions(self, source_type: str | None = None, target_type: str | None = None) -> list[ConversionInfo]",
        ),
        "find_conversion": spec.Function(
            name="session.find_conversion",
            arguments=FindConversionArguments,
            parameters=(spec.Parameter("source_type"), spec.Parameter("target_type")),
            result=ConversionPath,
            errors=("session.unknown_conversion",),
            batch=True,
            position="idl/session.yaml:463",
            signature="def find_conversion(self, source_type: str, target_type: str) -> ConversionPath",
        ),
        "get_last_error": spec.Function(
            name="session.get_last_error",
            arguments=GetLastErrorArguments,
            parameters=(spec.Parameter("session", required=False),),
            result=ErrorInfo | None,
            errors=("session.not_found",),
            batch=True,
            position="idl/session.yaml:499",
            signature="def get_last_error(self, session: SessionT | None = None) -> ErrorInfo | None",
        ),
    },
    callbacks={
        "Converter": spec.Callback(
            name="session.Converter",
            arguments=ConverterArguments,
            parameters=(spec.Parameter("value", nullable=True),),
            result=Any,
        ),
    },
    resources={
        "Session": spec.Resource(
            name="session.Session",
            prefix="session",
            constructor="open",
            release="close",
            not_found="session.not_found",
            is_session=True,
        ),
    },
    errors={
        "not_found": spec.Error("session.not_found", NotFound),
        "permission_exceeded": spec.Error("session.permission_exceeded", PermissionExceeded),
        "too_deep": spec.Error("session.too_deep", TooDeep),
        "not_memoized": spec.Error("session.not_memoized", NotMemoized),
        "unknown_conversion": spec.Error("session.unknown_conversion", UnknownConversion),
        "conversion_failed": spec.Error("session.conversion_failed", ConversionFailed),
        "invalid_conversion": spec.Error("session.invalid_conversion", InvalidConversion),
        "conversion_exists": spec.Error("session.conversion_exists", ConversionExists),
        "conversion_not_found": spec.Error("session.conversion_not_found", ConversionNotFound),
    },
    service=SessionService,
    position="idl/session.yaml:2",
)
