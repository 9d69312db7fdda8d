"""The bridge session as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import Handle
from pydantic import Field
from typing_extensions import TypedDict

from ..shared.types import ErrorInfo
from .errors import ConversionFailed, NotFound, NotMemoized, PermissionExceeded, TooDeep, UnknownConversion
from .service import SessionService
from .types import BatchCall, BatchOptions, BatchOutcome, SessionInfo, SessionMetrics, SessionOptions


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


class GetLastErrorArguments(TypedDict):
    session: NotRequired[Annotated[Any, Handle("session.Session")]]


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
            position="idl/session.yaml:146",
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
            position="idl/session.yaml:165",
            signature="async def close(self, session: SessionT) -> None",
        ),
        "get_info": spec.Function(
            name="session.get_info",
            arguments=GetInfoArguments,
            parameters=(spec.Parameter("session", required=False),),
            result=SessionInfo,
            errors=("session.not_found",),
            batch=True,
            position="idl/session.yaml:177",
            signature="def get_info(self, session: SessionT | None = None) -> SessionInfo",
        ),
        "batch": spec.Function(
            name="session.batch",
            arguments=BatchArguments,
            parameters=(spec.Parameter("calls"), spec.Parameter("options", required=False, spread=True)),
            result=list[BatchOutcome],
            is_async=True,
            position="idl/session.yaml:198",
            signature="async def batch(self, calls: list[BatchCall], options: BatchOptions | None = None) -> list[BatchOutcome]",
        ),
        "get_metrics": spec.Function(
            name="session.get_metrics",
            arguments=GetMetricsArguments,
            parameters=(),
            result=SessionMetrics,
            batch=True,
            position="idl/session.yaml:249",
            signature="def get_metrics(self) -> SessionMetrics",
        ),
        "clear_cache": spec.Function(
            name="session.clear_cache",
            arguments=ClearCacheArguments,
            parameters=(spec.Parameter("function", required=False),),
            result=int,
            errors=("session.not_memoized",),
            batch=True,
            position="idl/session.yaml:271",
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
            errors=("session.unknown_conversion", "session.conversion_failed"),
            batch=True,
            position="idl/session.yaml:291",
            signature="def convert(self, value: Any, source_type: str, target_type: str) -> Any",
        ),
        "get_last_error": spec.Function(
            name="session.get_last_error",
            arguments=GetLastErrorArguments,
            parameters=(spec.Parameter("session", required=False),),
            result=ErrorInfo | None,
            errors=("session.not_found",),
            batch=True,
            position="idl/session.yaml:320",
            signature="def get_last_error(self, session: SessionT | None = None) -> ErrorInfo | None",
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
    },
    service=SessionService,
    position="idl/session.yaml:2",
)
