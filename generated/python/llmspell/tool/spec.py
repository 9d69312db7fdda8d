"""The bridge tool as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import CallbackMark
from pydantic import Field
from typing_extensions import TypedDict

from .errors import (
    AlreadyExists,
    BadExpression,
    ExecutionFailed,
    FileFailed,
    InvalidArguments,
    InvalidFile,
    InvalidResult,
    InvalidSchema,
    NoHandler,
    NotFound,
    NotSandboxable,
    RequestFailed,
    SandboxKilled,
    TimedOut,
    UnknownExecution,
)
from .service import ToolService
from .types import (
    Category,
    ExecuteOptions,
    ToolCompleted,
    ToolDefinition,
    ToolDescription,
    ToolFailed,
    ToolInfo,
    ToolQuery,
    ToolResult,
    ToolStarted,
    ValidationResult,
)


class RegisterArguments(TypedDict):
    definition: ToolDefinition


class UnregisterArguments(TypedDict):
    name: str


class ExecuteArguments(TypedDict):
    name: str
    arguments: dict[str, Any]
    options: NotRequired[ExecuteOptions]


class WaitArguments(TypedDict):
    execution: str
    timeout_seconds: NotRequired[Annotated[float, Field(gt=0)]]


class DiscoverArguments(TypedDict):
    query: NotRequired[ToolQuery]


class ListArguments(TypedDict):
    category: NotRequired[Category]


class GetArguments(TypedDict):
    name: str


class ExistsArguments(TypedDict):
    name: str


class ValidateArguments(TypedDict):
    name: str
    arguments: dict[str, Any]


class GetSchemaArguments(TypedDict):
    name: str


class GetInfoArguments(TypedDict):
    name: str


class AttachArguments(TypedDict):
    name: str
    handler: Annotated[Any, CallbackMark("tool.ToolHandler")]


class SaveArguments(TypedDict):
    path: Annotated[str, Field(min_length=1)]
    names: NotRequired[list[str]]


class LoadArguments(TypedDict):
    path: Annotated[str, Field(min_length=1)]


class ToolHandlerArguments(TypedDict):
    arguments: dict[str, Any]


BRIDGE = spec.Bridge(
    name="tool",
    functions={
        "register": spec.Function(
            name="tool.register",
            arguments=RegisterArguments,
            parameters=(spec.Parameter("definition", spread=True),),
            errors=("tool.already_exists", "tool.invalid_schema"),
            position="idl/tool.yaml:248",
            signature="def register(self, definition: ToolDefinition) -> None",
        ),
        "unregister": spec.Function(
            name="tool.unregister",
            arguments=UnregisterArguments,
            parameters=(spec.Parameter("name"),),
            errors=("tool.not_found",),
            batch=True,
            position="idl/tool.yaml:276",
            signature="def unregister(self, name: str) -> None",
        ),
        "execute": spec.Function(
            name="tool.execute",
            arguments=ExecuteArguments,
            parameters=(
                spec.Parameter("name"),
                spec.Parameter("arguments"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=ToolResult,
            is_async=True,
            errors=(
                "tool.not_found",
                "tool.invalid_arguments",
                "tool.invalid_result",
                "tool.execution_failed",
                "tool.timed_out",
                "tool.sandbox_killed",
                "tool.not_sandboxable",
                "tool.no_handler",
                "tool.bad_expression",
                "tool.file_failed",
                "tool.request_failed",
                "hook.rejected",
                "hook.failed",
                "hook.timed_out",
                "hook.replaced",
                "hook.rate_limited",
                "hook.nested_too_deep",
            ),
            emits=(
                "tool.start",
                "tool.complete",
                "tool.error",
                "hook.reject",
                "hook.error",
                "hook.disable",
                "hook.log",
                "hook.retry",
            ),
            batch=True,
            position="idl/tool.yaml:292",
            signature="async def execute(self, name: str, arguments: dict[str, Any], options: ExecuteOptions | None = None) -> ToolResult",
        ),
        "wait": spec.Function(
            name="tool.wait",
            arguments=WaitArguments,
            parameters=(spec.Parameter("execution"), spec.Parameter("timeout_seconds", required=False)),
            result=ToolResult,
            is_async=True,
            errors=(
                "tool.unknown_execution",
                "tool.invalid_arguments",
                "tool.invalid_result",
                "tool.execution_failed",
                "tool.timed_out",
                "tool.sandbox_killed",
                "tool.not_sandboxable",
                "tool.bad_expression",
                "tool.file_failed",
                "tool.request_failed",
                "hook.rejected",
                "hook.failed",
                "hook.timed_out",
                "hook.replaced",
                "hook.rate_limited",
                "hook.nested_too_deep",
            ),
            batch=True,
            position="idl/tool.yaml:373",
            signature="async def wait(self, execution: str, timeout_seconds: float | None = None) -> ToolResult",
        ),
        "discover": spec.Function(
            name="tool.discover",
            arguments=DiscoverArguments,
            parameters=(spec.Parameter("query", required=False, spread=True),),
            result=list[ToolDescription],
            batch=True,
            position="idl/tool.yaml:399",
            signature="def discover(self, query: ToolQuery | None = None) -> builtins.list[ToolDescription]",
        ),
        "list": spec.Function(
            name="tool.list",
            arguments=ListArguments,
            parameters=(spec.Parameter("category", required=False),),
            result=list[ToolDescription],
            batch=True,
            position="idl/tool.yaml:419",
            signature="def list(self, category: Category | None = None) -> builtins.list[ToolDescription]",
        ),
        "get": spec.Function(
            name="tool.get",
            arguments=GetArguments,
            parameters=(spec.Parameter("name"),),
            result=ToolDescription,
            errors=("tool.not_found",),
            batch=True,
            position="idl/tool.yaml:436",
            signature="def get(self, name: str) -> ToolDescription",
        ),
        "exists": spec.Function(
            name="tool.exists",
            arguments=ExistsArguments,
            parameters=(spec.Parameter("name"),),
            result=bool,
            batch=True,
            position="idl/tool.yaml:452",
            signature="def exists(self, name: str) -> bool",
        ),
        "validate": spec.Function(
            name="tool.validate",
            arguments=ValidateArguments,
            parameters=(spec.Parameter("name"), spec.Parameter("arguments")),
            result=ValidationResult,
            errors=("tool.not_found",),
            batch=True,
            position="idl/tool.yaml:461",
            signature="def validate(self, name: str, arguments: dict[str, Any]) -> ValidationResult",
        ),
        "get_schema": spec.Function(
            name="tool.get_schema",
            arguments=GetSchemaArguments,
            parameters=(spec.Parameter("name"),),
            result=dict[str, Any],
            errors=("tool.not_found",),
            batch=True,
            position="idl/tool.yaml:481",
            signature="def get_schema(self, name: str) -> dict[str, Any]",
        ),
        "get_info": spec.Function(
            name="tool.get_info",
            arguments=GetInfoArguments,
            parameters=(spec.Parameter("name"),),
            result=ToolInfo,
            errors=("tool.not_found",),
            batch=True,
            position="idl/tool.yaml:497",
            signature="def get_info(self, name: str) -> ToolInfo",
        ),
        "attach": spec.Function(
            name="tool.attach",
            arguments=AttachArguments,
            parameters=(spec.Parameter("name"), spec.Parameter("handler")),
            errors=("tool.not_found",),
            position="idl/tool.yaml:517",
            signature="def attach(self, name: str, handler: Callback[[dict[str, Any]], Any]) -> None",
        ),
        "save": spec.Function(
            name="tool.save",
            arguments=SaveArguments,
            parameters=(spec.Parameter("path"), spec.Parameter("names", required=False)),
            result=int,
            is_async=True,
            errors=("tool.not_found", "tool.file_failed"),
            permissions=("fs.write",),
            batch=True,
            position="idl/tool.yaml:533",
            signature="async def save(self, path: str, names: builtins.list[str] | None = None) -> int",
        ),
        "load": spec.Function(
            name="tool.load",
            arguments=LoadArguments,
            parameters=(spec.Parameter("path"),),
            result=list[str],
            is_async=True,
            errors=("tool.already_exists", "tool.invalid_schema", "tool.file_failed", "tool.invalid_file"),
            permissions=("fs.read",),
            batch=True,
            position="idl/tool.yaml:554",
            signature="async def load(self, path: str) -> builtins.list[str]",
        ),
    },
    callbacks={
        "ToolHandler": spec.Callback(
            name="tool.ToolHandler",
            arguments=ToolHandlerArguments,
            parameters=(spec.Parameter("arguments"),),
            result=Any,
        ),
    },
    errors={
        "not_found": spec.Error("tool.not_found", NotFound),
        "already_exists": spec.Error("tool.already_exists", AlreadyExists),
        "invalid_schema": spec.Error("tool.invalid_schema", InvalidSchema),
        "invalid_arguments": spec.Error("tool.invalid_arguments", InvalidArguments),
        "invalid_result": spec.Error("tool.invalid_result", InvalidResult),
        "execution_failed": spec.Error("tool.execution_failed", ExecutionFailed),
        "timed_out": spec.Error("tool.timed_out", TimedOut),
        "sandbox_killed": spec.Error("tool.sandbox_killed", SandboxKilled),
        "not_sandboxable": spec.Error("tool.not_sandboxable", NotSandboxable),
        "no_handler": spec.Error("tool.no_handler", NoHandler),
        "unknown_execution": spec.Error("tool.unknown_execution", UnknownExecution),
        "bad_expression": spec.Error("tool.bad_expression", BadExpression),
        "file_failed": spec.Error("tool.file_failed", FileFailed),
        "invalid_file": spec.Error("tool.invalid_file", InvalidFile),
        "request_failed": spec.Error("tool.request_failed", RequestFailed),
    },
    events={
        "tool.start": spec.Event("tool.start", ToolStarted),
        "tool.complete": spec.Event("tool.complete", ToolCompleted),
        "tool.error": spec.Event("tool.error", ToolFailed),
    },
    service=ToolService,
    position="idl/tool.yaml:2",
)
