"""The bridge script as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import CallbackMark
from pydantic import Field
from typing_extensions import TypedDict

from .errors import (
    EngineUnavailable,
    Failed,
    FileFailed,
    HandlerExists,
    HandlerFailed,
    HandlerNotFound,
    InvalidVariable,
    LimitExceeded,
    SandboxKilled,
    SandboxUnavailable,
    SyntaxError,
    TimedOut,
    UnknownSuffix,
)
from .service import ScriptService
from .types import (
    Engine,
    EngineInfo,
    ExecuteOptions,
    HandlerInfo,
    ScriptCompleted,
    ScriptEnded,
    ScriptResult,
    ScriptStarted,
    ScriptValidation,
)


class ExecuteArguments(TypedDict):
    engine: Engine
    source: Annotated[str, Field(max_length=1048576)]
    options: NotRequired[ExecuteOptions]


class ExecuteFileArguments(TypedDict):
    path: Annotated[str, Field(min_length=1)]
    engine: NotRequired[Engine]
    options: NotRequired[ExecuteOptions]


class ValidateArguments(TypedDict):
    engine: Engine
    source: Annotated[str, Field(max_length=1048576)]


class ListEnginesArguments(TypedDict):
    pass


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
    input: Any


class ScriptHandlerArguments(TypedDict):
    input: Any


BRIDGE = spec.Bridge(
    name="script",
    functions={
        "execute": spec.Function(
            name="script.execute",
            arguments=ExecuteArguments,
            parameters=(
                spec.Parameter("engine"),
                spec.Parameter("source"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=ScriptResult,
            is_async=True,
            errors=(
                "script.syntax_error",
                "script.failed",
                "script.timed_out",
                "script.limit_exceeded",
                "script.invalid_variable",
                "script.engine_unavailable",
                "script.sandbox_unavailable",
                "script.sandbox_killed",
                "session.permission_exceeded",
                "session.too_deep",
            ),
            emits=("script.start", "script.complete", "script.error"),
            batch=True,
            position="idl/script.yaml:228",
            signature="async def execute(self, engine: Engine, source: str, options: ExecuteOptions | None = None) -> ScriptResult",
        ),
        "execute_file": spec.Function(
            name="script.execute_file",
            arguments=ExecuteFileArguments,
            parameters=(
                spec.Parameter("path"),
                spec.Parameter("engine", required=False),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=ScriptResult,
            is_async=True,
            errors=(
                "script.syntax_error",
                "script.failed",
                "script.timed_out",
                "script.limit_exceeded",
                "script.invalid_variable",
                "script.engine_unavailable",
                "script.sandbox_unavailable",
                "script.sandbox_killed",
                "session.permission_exceeded",
                "session.too_deep",
                "script.unknown_suffix",
                "script.file_failed",
            ),
            permissions=("fs.read",),
            emits=("script.start", "script.complete", "script.error"),
            batch=True,
            position="idl/script.yaml:330",
            signature="async def execute_file(self, path: str, engine: Engine | None = None, options: ExecuteOptions | None = None) -> ScriptResult",
        ),
        "validate": spec.Function(
            name="script.validate",
            arguments=ValidateArguments,
            parameters=(spec.Parameter("engine"), spec.Parameter("source")),
            result=ScriptValidation,
            is_async=True,
            errors=("script.engine_unavailable",),
            batch=True,
            position="idl/script.yaml:370",
            signature="async def validate(self, engine: Engine, source: str) -> ScriptValidation",
        ),
        "list_engines": spec.Function(
            name="script.list_engines",
            arguments=ListEnginesArguments,
            parameters=(),
            result=list[EngineInfo],
            batch=True,
            position="idl/script.yaml:394",
            signature="def list_engines(self) -> list[EngineInfo]",
        ),
        "register_handler": spec.Function(
            name="script.register_handler",
            arguments=RegisterHandlerArguments,
            parameters=(
                spec.Parameter("name"),
                spec.Parameter("handler"),
                spec.Parameter("description", required=False),
            ),
            errors=("script.handler_exists",),
            position="idl/script.yaml:406",
            signature="def register_handler(self, name: str, handler: Callback[[Any], Any], description: str | None = None) -> None",
        ),
        "unregister_handler": spec.Function(
            name="script.unregister_handler",
            arguments=UnregisterHandlerArguments,
            parameters=(spec.Parameter("name"),),
            errors=("script.handler_not_found",),
            batch=True,
            position="idl/script.yaml:424",
            signature="def unregister_handler(self, name: str) -> None",
        ),
        "list_handlers": spec.Function(
            name="script.list_handlers",
            arguments=ListHandlersArguments,
            parameters=(),
            result=list[HandlerInfo],
            batch=True,
            position="idl/script.yaml:439",
            signature="def list_handlers(self) -> list[HandlerInfo]",
        ),
        "call_handler": spec.Function(
            name="script.call_handler",
            arguments=CallHandlerArguments,
            parameters=(spec.Parameter("name"), spec.Parameter("input", nullable=True)),
            result=Any,
            is_async=True,
            errors=("script.handler_not_found", "script.handler_failed"),
            batch=True,
            position="idl/script.yaml:451",
            signature="async def call_handler(self, name: str, input: Any) -> Any",
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
        "syntax_error": spec.Error("script.syntax_error", SyntaxError),
        "failed": spec.Error("script.failed", Failed),
        "timed_out": spec.Error("script.timed_out", TimedOut),
        "limit_exceeded": spec.Error("script.limit_exceeded", LimitExceeded),
        "invalid_variable": spec.Error("script.invalid_variable", InvalidVariable),
        "unknown_suffix": spec.Error("script.unknown_suffix", UnknownSuffix),
        "file_failed": spec.Error("script.file_failed", FileFailed),
        "engine_unavailable": spec.Error("script.engine_unavailable", EngineUnavailable),
        "sandbox_unavailable": spec.Error("script.sandbox_unavailable", SandboxUnavailable),
        "sandbox_killed": spec.Error("script.sandbox_killed", SandboxKilled),
        "handler_not_found": spec.Error("script.handler_not_found", HandlerNotFound),
        "handler_exists": spec.Error("script.handler_exists", HandlerExists),
        "handler_failed": spec.Error("script.handler_failed", HandlerFailed),
    },
    events={
        "script.start": spec.Event("script.start", ScriptStarted),
        "script.complete": spec.Event("script.complete", ScriptCompleted),
        "script.error": spec.Event("script.error", ScriptEnded),
    },
    service=ScriptService,
    position="idl/script.yaml:2",
)
