"""The bridge hook as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import CallbackMark, Handle
from pydantic import Field
from typing_extensions import TypedDict

from .errors import (
    Failed,
    InvalidComposition,
    InvalidOptions,
    InvalidPayload,
    NestedTooDeep,
    NotFound,
    RateLimited,
    Rejected,
    Replaced,
    TimedOut,
)
from .service import HookService
from .types import (
    BuiltInHook,
    ComposeOptions,
    HookAnswer,
    HookCall,
    HookDefinition,
    HookDisabled,
    HookFailure,
    HookFilter,
    HookInfo,
    HookLogged,
    HookRejected,
    HookRetried,
)


class RegisterArguments(TypedDict):
    definition: HookDefinition


class InstallArguments(TypedDict):
    built_in: BuiltInHook


class ComposeArguments(TypedDict):
    hooks: list[Annotated[Any, Handle("hook.Hook")]]
    options: NotRequired[ComposeOptions]


class UnregisterArguments(TypedDict):
    hook: Annotated[Any, Handle("hook.Hook")]


class ExecuteArguments(TypedDict):
    point: Annotated[str, Field(max_length=64, min_length=1, pattern="^[A-Za-z_][A-Za-z0-9_.-]*$")]
    payload: Any
    work: NotRequired[Annotated[Any, CallbackMark("hook.HookWork")]]


class ListArguments(TypedDict):
    filter: NotRequired[HookFilter]


class EnableArguments(TypedDict):
    hook: Annotated[Any, Handle("hook.Hook")]


class DisableArguments(TypedDict):
    hook: Annotated[Any, Handle("hook.Hook")]


class GetInfoArguments(TypedDict):
    hook: Annotated[Any, Handle("hook.Hook")]


class HookHandlerArguments(TypedDict):
    call: HookCall


class HookWorkArguments(TypedDict):
    payload: Any


BRIDGE = spec.Bridge(
    name="hook",
    functions={
        "register": spec.Function(
            name="hook.register",
            arguments=RegisterArguments,
            parameters=(spec.Parameter("definition", spread=True),),
            result=Annotated[Any, Handle("hook.Hook")],
            constructs="hook.Hook",
            position="idl/hook.yaml:566",
            signature="def register(self, definition: HookDefinition) -> HookT",
        ),
        "install": spec.Function(
            name="hook.install",
            arguments=InstallArguments,
            parameters=(spec.Parameter("built_in"),),
            result=Annotated[Any, Handle("hook.Hook")],
            errors=("hook.invalid_options",),
            batch=True,
            position="idl/hook.yaml:583",
            signature="def install(self, built_in: BuiltInHook) -> HookT",
        ),
        "compose": spec.Function(
            name="hook.compose",
            arguments=ComposeArguments,
            parameters=(spec.Parameter("hooks"), spec.Parameter("options", required=False, spread=True)),
            result=Annotated[Any, Handle("hook.Hook")],
            errors=("hook.not_found", "hook.invalid_composition"),
            batch=True,
            position="idl/hook.yaml:614",
            signature="def compose(self, hooks: builtins.list[HookT], options: ComposeOptions | None = None) -> HookT",
        ),
        "unregister": spec.Function(
            name="hook.unregister",
            arguments=UnregisterArguments,
            parameters=(spec.Parameter("hook"),),
            errors=("hook.not_found",),
            method_of="hook.Hook",
            releases="hook.Hook",
            batch=True,
            position="idl/hook.yaml:641",
            signature="def unregister(self, hook: HookT) -> None",
        ),
        "execute": spec.Function(
            name="hook.execute",
            arguments=ExecuteArguments,
            parameters=(
                spec.Parameter("point"),
                spec.Parameter("payload", nullable=True),
                spec.Parameter("work", required=False),
            ),
            result=Any,
            is_async=True,
            errors=(
                "hook.rejected",
                "hook.failed",
                "hook.timed_out",
                "hook.replaced",
                "hook.rate_limited",
                "hook.nested_too_deep",
                "hook.invalid_payload",
            ),
            emits=("hook.reject", "hook.error", "hook.disable", "hook.log", "hook.retry"),
            position="idl/hook.yaml:657",
            signature="async def execute(self, point: str, payload: Any, work: Callback[[Any], Any] | None = None) -> Any",
        ),
        "list": spec.Function(
            name="hook.list",
            arguments=ListArguments,
            parameters=(spec.Parameter("filter", required=False, spread=True),),
            result=list[HookInfo],
            batch=True,
            position="idl/hook.yaml:758",
            signature="def list(self, filter: HookFilter | None = None) -> builtins.list[HookInfo]",
        ),
        "enable": spec.Function(
            name="hook.enable",
            arguments=EnableArguments,
            parameters=(spec.Parameter("hook"),),
            errors=("hook.not_found",),
            method_of="hook.Hook",
            batch=True,
            position="idl/hook.yaml:778",
            signature="def enable(self, hook: HookT) -> None",
        ),
        "disable": spec.Function(
            name="hook.disable",
            arguments=DisableArguments,
            parameters=(spec.Parameter("hook"),),
            errors=("hook.not_found",),
            method_of="hook.Hook",
            batch=True,
            position="idl/hook.yaml:794",
            signature="def disable(self, hook: HookT) -> None",
        ),
        "get_info": spec.Function(
            name="hook.get_info",
            arguments=GetInfoArguments,
            parameters=(spec.Parameter("hook"),),
            result=HookInfo,
            errors=("hook.not_found",),
            method_of="hook.Hook",
            batch=True,
            position="idl/hook.yaml:810",
            signature="def get_info(self, hook: HookT) -> HookInfo",
        ),
    },
    callbacks={
        "HookHandler": spec.Callback(
            name="hook.HookHandler",
            arguments=HookHandlerArguments,
            parameters=(spec.Parameter("call"),),
            result=HookAnswer | None,
        ),
        "HookWork": spec.Callback(
            name="hook.HookWork",
            arguments=HookWorkArguments,
            parameters=(spec.Parameter("payload", nullable=True),),
            result=Any,
        ),
    },
    resources={
        "Hook": spec.Resource(
            name="hook.Hook",
            prefix="hook",
            constructor="register",
            release="unregister",
            not_found="hook.not_found",
        ),
    },
    errors={
        "not_found": spec.Error("hook.not_found", NotFound),
        "rejected": spec.Error("hook.rejected", Rejected),
        "failed": spec.Error("hook.failed", Failed),
        "timed_out": spec.Error("hook.timed_out", TimedOut),
        "replaced": spec.Error("hook.replaced", Replaced),
        "rate_limited": spec.Error("hook.rate_limited", RateLimited),
        "nested_too_deep": spec.Error("hook.nested_too_deep", NestedTooDeep),
        "invalid_options": spec.Error("hook.invalid_options", InvalidOptions),
        "invalid_composition": spec.Error("hook.invalid_composition", InvalidComposition),
        "invalid_payload": spec.Error("hook.invalid_payload", InvalidPayload),
    },
    events={
        "hook.reject": spec.Event("hook.reject", HookRejected),
        "hook.error": spec.Event("hook.error", HookFailure),
        "hook.disable": spec.Event("hook.disable", HookDisabled),
        "hook.log": spec.Event("hook.log", HookLogged),
        "hook.retry": spec.Event("hook.retry", HookRetried),
    },
    service=HookService,
    position="idl/hook.yaml:2",
)
