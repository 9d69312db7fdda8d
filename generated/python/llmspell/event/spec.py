"""The bridge event as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import CallbackMark, Handle
from pydantic import Field
from typing_extensions import TypedDict

from .errors import DataTooLarge, InvalidType, ReservedType, SubscriptionNotFound
from .service import EventService
from .types import (
    EmitOptions,
    Event,
    EventCriteria,
    RecordingInfo,
    RecordOptions,
    SubscribeOptions,
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


class RecordArguments(TypedDict):
    enabled: NotRequired[bool]
    options: NotRequired[RecordOptions]


class ReplayArguments(TypedDict):
    criteria: NotRequired[EventCriteria]
    callback: NotRequired[Annotated[Any, CallbackMark("event.EventHandler")]]


class ClearArguments(TypedDict):
    criteria: NotRequired[EventCriteria]


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
            position="idl/event.yaml:139",
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
            errors=("event.invalid_type",),
            constructs="event.Subscription",
            position="idl/event.yaml:174",
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
            position="idl/event.yaml:200",
            signature="def unsubscribe(self, subscription: SubscriptionT) -> None",
        ),
        "list_subscriptions": spec.Function(
            name="event.list_subscriptions",
            arguments=ListSubscriptionsArguments,
            parameters=(),
            result=list[SubscriptionInfo],
            batch=True,
            position="idl/event.yaml:213",
            signature="def list_subscriptions(self) -> list[SubscriptionInfo]",
        ),
        "filter": spec.Function(
            name="event.filter",
            arguments=FilterArguments,
            parameters=(
                spec.Parameter("criteria", required=False, spread=True),
                spec.Parameter("limit", required=False),
            ),
            result=list[Event],
            errors=("event.invalid_type",),
            batch=True,
            position="idl/event.yaml:227",
            signature="def filter(self, criteria: EventCriteria | None = None, limit: int | None = None) -> list[Event]",
        ),
        "record": spec.Function(
            name="event.record",
            arguments=RecordArguments,
            parameters=(
                spec.Parameter("enabled", required=False, default=True),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=RecordingInfo,
            errors=("event.invalid_type",),
            batch=True,
            position="idl/event.yaml:253",
            signature="def record(self, enabled: bool = True, options: RecordOptions | None = None) -> RecordingInfo",
        ),
        "replay": spec.Function(
            name="event.replay",
            arguments=ReplayArguments,
            parameters=(
                spec.Parameter("criteria", required=False),
                spec.Parameter("callback", required=False),
            ),
            result=int,
            is_async=True,
            errors=("event.invalid_type",),
            position="idl/event.yaml:274",
            signature="async def replay(self, criteria: EventCriteria | None = None, callback: Callback[[Event], None] | None = None) -> int",
        ),
        "clear": spec.Function(
            name="event.clear",
            arguments=ClearArguments,
            parameters=(spec.Parameter("criteria", required=False, spread=True),),
            result=int,
            errors=("event.invalid_type",),
            batch=True,
            position="idl/event.yaml:297",
            signature="def clear(self, criteria: EventCriteria | None = None) -> int",
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
    },
    service=EventService,
    position="idl/event.yaml:2",
)
