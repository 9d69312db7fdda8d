"""The bridge event as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import CallbackMark, Handle
from pydantic import Field
from typing_extensions import TypedDict

from .errors import (
    DataTooLarge,
    FileFailed,
    InvalidExpression,
    InvalidFile,
    InvalidType,
    ReservedType,
    SubscriptionNotFound,
)
from .service import EventService
from .types import (
    EmitOptions,
    Event,
    EventCriteria,
    QueueOverflowed,
    RecordingFailed,
    RecordingInfo,
    RecordOptions,
    ReplayOptions,
    SubscribeOptions,
    SubscriptionEnded,
    SubscriptionInfo,
)


class EmitArguments(TypedDict):
    type: Annotated[str, Field(max_length=200, min_length=1)]
    data: dict[str, Any]
    options: NotRequired[EmitOptions]


class SubscribeArguments(TypedDict):
    pattern: Annotated[str, Field(max_length=200, min_length=1)]
    callback: Annotated[Any, CallbackMark("event.EventHandler")]
    options: NotRequired[SubscribeOptions]


class UnsubscribeArguments(TypedDict):
    subscription: Annotated[Any, Handle("event.Subscription")]


class ListSubscriptionsArguments(TypedDict):
    pass


class FilterArguments(TypedDict):
    criteria: NotRequired[EventCriteria]
    limit: NotRequired[Annotated[int, Field(ge=1)]]
    path: NotRequired[Annotated[str, Field(min_length=1)]]


class RecordArguments(TypedDict):
    enabled: NotRequired[bool]
    options: NotRequired[RecordOptions]


class ListRecordingsArguments(TypedDict):
    pass


class FlushArguments(TypedDict):
    path: NotRequired[Annotated[str, Field(min_length=1)]]


class ReplayArguments(TypedDict):
    criteria: NotRequired[EventCriteria]
    callback: NotRequired[Annotated[Any, CallbackMark("event.EventHandler")]]
    options: NotRequired[ReplayOptions]


class ClearArguments(TypedDict):
    criteria: NotRequired[EventCriteria]
    path: NotRequired[Annotated[str, Field(min_length=1)]]


class EventHandlerArguments(TypedDict):
    event: Event


BRIDGE = spec.Bridge(
    name="event",
    functions={
        "emit": spec.Function(
            name="event.emit",
            arguments=EmitArguments,
            parameters=(
                spec.Parameter("type"),
                spec.Parameter("data"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=str,
            errors=("event.invalid_type", "event.reserved_type", "event.data_too_large"),
            batch=True,
            position="idl/event.yaml:254",
            signature="def emit(self, type: str, data: dict[str, Any], options: EmitOptions | None = None) -> str",
        ),
        "subscribe": spec.Function(
            name="event.subscribe",
            arguments=SubscribeArguments,
            parameters=(
                spec.Parameter("pattern"),
                spec.Parameter("callback"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=Annotated[Any, Handle("event.Subscription")],
            errors=("event.invalid_type", "event.invalid_expression"),
            constructs="event.Subscription",
            position="idl/event.yaml:289",
            signature="def subscribe(self, pattern: str, callback: Callback[[Event], None], options: SubscribeOptions | None = None) -> SubscriptionT",
        ),
        "unsubscribe": spec.Function(
            name="event.unsubscribe",
            arguments=UnsubscribeArguments,
            parameters=(spec.Parameter("subscription"),),
            errors=("event.subscription_not_found",),
            method_of="event.Subscription",
            releases="event.Subscription",
            batch=True,
            position="idl/event.yaml:335",
            signature="def unsubscribe(self, subscription: SubscriptionT) -> None",
        ),
        "list_subscriptions": spec.Function(
            name="event.list_subscriptions",
            arguments=ListSubscriptionsArguments,
            parameters=(),
            result=list[SubscriptionInfo],
            batch=True,
            position="idl/event.yaml:348",
            signature="def list_subscriptions(self) -> list[SubscriptionInfo]",
        ),
        "filter": spec.Function(
            name="event.filter",
            arguments=FilterArguments,
            parameters=(
                spec.Parameter("criteria", required=False, spread=True),
                spec.Parameter("limit", required=False),
                spec.Parameter("path", required=False),
            ),
            result=list[Event],
            is_async=True,
            errors=(
                "event.invalid_type",
                "event.invalid_expression",
                "event.file_failed",
                "event.invalid_file",
            ),
            batch=True,
            position="idl/event.yaml:362",
            signature="async def filter(self, criteria: EventCriteria | None = None, limit: int | None = None, path: str | None = None) -> list[Event]",
        ),
        "record": spec.Function(
            name="event.record",
            arguments=RecordArguments,
            parameters=(
                spec.Parameter("enabled", required=False, default=True),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=RecordingInfo,
            is_async=True,
            errors=(
                "event.invalid_type",
                "event.invalid_expression",
                "event.file_failed",
                "event.invalid_file",
            ),
            batch=True,
            position="idl/event.yaml:414",
            signature="async def record(self, enabled: bool = True, options: RecordOptions | None = None) -> RecordingInfo",
        ),
        "list_recordings": spec.Function(
            name="event.list_recordings",
            arguments=ListRecordingsArguments,
            parameters=(),
            result=list[RecordingInfo],
            batch=True,
            position="idl/event.yaml:452",
            signature="def list_recordings(self) -> list[RecordingInfo]",
        ),
        "flush": spec.Function(
            name="event.flush",
            arguments=FlushArguments,
            parameters=(spec.Parameter("path", required=False),),
            is_async=True,
            errors=("event.file_failed",),
            batch=True,
            position="idl/event.yaml:466",
            signature="async def flush(self, path: str | None = None) -> None",
        ),
        "replay": spec.Function(
            name="event.replay",
            arguments=ReplayArguments,
            parameters=(
                spec.Parameter("criteria", required=False),
                spec.Parameter("callback", required=False),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=int,
            is_async=True,
            errors=(
                "event.invalid_type",
                "event.invalid_expression",
                "event.file_failed",
                "event.invalid_file",
            ),
            position="idl/event.yaml:489",
            signature="async def replay(self, criteria: EventCriteria | None = None, callback: Callback[[Event], None] | None = None, options: ReplayOptions | None = None) -> int",
        ),
        "clear": spec.Function(
            name="event.clear",
            arguments=ClearArguments,
            parameters=(
                spec.Parameter("criteria", required=False, spread=True),
                spec.Parameter("path", required=False),
            ),
            result=int,
            is_async=True,
            errors=(
                "event.invalid_type",
                "event.invalid_expression",
                "event.file_failed",
                "event.invalid_file",
            ),
            batch=True,
            position="idl/event.yaml:529",
            signature="async def clear(self, criteria: EventCriteria | None = None, path: str | None = None) -> int",
        ),
    },
    callbacks={
        "EventHandler": spec.Callback(
            name="event.EventHandler", arguments=EventHandlerArguments, parameters=(spec.Parameter("event"),)
        ),
    },
    resources={
        "Subscription": spec.Resource(
            name="event.Subscription",
            prefix="subscription",
            constructor="subscribe",
            release="unsubscribe",
            not_found="event.subscription_not_found",
        ),
    },
    errors={
        "subscription_not_found": spec.Error("event.subscription_not_found", SubscriptionNotFound),
        "invalid_type": spec.Error("event.invalid_type", InvalidType),
        "reserved_type": spec.Error("event.reserved_type", ReservedType),
        "data_too_large": spec.Error("event.data_too_large", DataTooLarge),
        "invalid_expression": spec.Error("event.invalid_expression", InvalidExpression),
        "file_failed": spec.Error("event.file_failed", FileFailed),
        "invalid_file": spec.Error("event.invalid_file", InvalidFile),
    },
    events={
        "event.overflow": spec.Event("event.overflow", QueueOverflowed),
        "event.subscription_ended": spec.Event("event.subscription_ended", SubscriptionEnded),
        "event.recording_failed": spec.Event("event.recording_failed", RecordingFailed),
    },
    service=EventService,
    position="idl/event.yaml:2",
)
