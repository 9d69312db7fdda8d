"""The bridge script as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import CallbackMark
from pydantic import Field
from typing_extensions import TypedDict

from .errors import HandlerExists, HandlerFailed, HandlerNotFound
from .service import ScriptService
from .types import HandlerInfo


class RegisterHandlerArguments(TypedDict):
    name: Annotated[str, Field(max_length=100, min_length=1)]
    handler: Annotated[Any, CallbackMark("script.ScriptHandler")]
    description: NotRequired[str]


class UnregisterHandlerArguments(TypedDict):
    name: str


class ListHandlersArguments(TypedDict):
    pass


class CallHandlerArguments(TypedDict):
    name: str
    input: NotRequired[Any]


class ScriptHandlerArguments(TypedDict):
    input: Any


BRIDGE = spec.Bridge(
    name="script",
    functions={
        "register_handler": spec.Function(
            name="script.register_handler",
            arguments=RegisterHandlerArguments,
            parameters=(
                spec.Parameter("name"),
                spec.Parameter("handler"),
                spec.Parameter("description", required=False),
            ),
            errors=("script.handler_exists",),
            position="idl/script.yaml:42",
            signature="def register_handler(self, name: str, handler: Callback[[Any], Any], description: str | None = None) -> None",
        ),
        "unregister_handler": spec.Function(
            name="script.unregister_handler",
            arguments=UnregisterHandlerArguments,
            parameters=(spec.Parameter("name"),),
            errors=("script.handler_not_found",),
            position="idl/script.yaml:60",
            signature="def unregister_handler(self, name: str) -> None",
        ),
        "list_handlers": spec.Function(
            name="script.list_handlers",
            arguments=ListHandlersArguments,
            parameters=(),
            result=list[HandlerInfo],
            position="idl/script.yaml:74",
            signature="def list_handlers(self) -> list[HandlerInfo]",
        ),
        "call_handler": spec.Function(
            name="script.call_handler",
            arguments=CallHandlerArguments,
            parameters=(spec.Parameter("name"), spec.Parameter("input", required=False, nullable=True)),
            result=Any,
            is_async=True,
            errors=("script.handler_not_found", "script.handler_failed"),
            position="idl/script.yaml:85",
            signature="async def call_handler(self, name: str, input: Any | Unset | None = UNSET) -> Any",
        ),
    },
    callbacks={
        "ScriptHandler": spec.Callback(
            name="script.ScriptHandler",
            arguments=ScriptHandlerArguments,
            parameters=(spec.Parameter("input", nullable=True),),
            result=Any,
        ),
    },
    errors={
        "handler_not_found": spec.Error("script.handler_not_found", HandlerNotFound),
        "handler_exists": spec.Error("script.handler_exists", HandlerExists),
        "handler_failed": spec.Error("script.handler_failed", HandlerFailed),
    },
    service=ScriptService,
    position="idl/script.yaml:2",
)
