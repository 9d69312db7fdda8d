"""The bridge workflow as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import Handle
from pydantic import Field
from typing_extensions import TypedDict

from .errors import (
    AlreadyExists,
    AmbiguousAgent,
    Cancelled,
    ExpressionFailed,
    FileFailed,
    InvalidCheckpoint,
    InvalidDefinition,
    InvalidDocument,
    InvalidFile,
    InvalidInput,
    InvalidOptions,
    InvalidValue,
    LimitReached,
    NestedTooDeep,
    NotFound,
    RunInUse,
    RunNotFound,
    StepFailed,
    StepTimedOut,
    TimedOut,
)
from .service import WorkflowService
from .types import (
    DependencyGraph,
    Format,
    Pattern,
    RunCompleted,
    RunFailed,
    RunInfo,
    RunMoved,
    RunOptions,
    RunResult,
    RunStarted,
    Status,
    StepEnded,
    StepRetried,
    StepStarted,
    ValidationResult,
    WorkflowDefinition,
    WorkflowInfo,
)


class CreateArguments(TypedDict):
    definition: WorkflowDefinition


class DestroyArguments(TypedDict):
    workflow: Annotated[Any, Handle("workflow.Workflow")]


class ExecuteArguments(TypedDict):
    workflow: Annotated[Any, Handle("workflow.Workflow")]
    input: NotRequired[Any]
    options: NotRequired[RunOptions]


class StartArguments(TypedDict):
    workflow: Annotated[Any, Handle("workflow.Workflow")]
    input: NotRequired[Any]
    options: NotRequired[RunOptions]


class PauseArguments(TypedDict):
    run: Annotated[Any, Handle("workflow.Run")]


class ResumeArguments(TypedDict):
    run: Annotated[Any, Handle("workflow.Run")]


class CancelArguments(TypedDict):
    run: Annotated[Any, Handle("workflow.Run")]


class GetStatusArguments(TypedDict):
    run: Annotated[Any, Handle("workflow.Run")]


class GetResultArguments(TypedDict):
    run: Annotated[Any, Handle("workflow.Run")]
    timeout_seconds: NotRequired[Annotated[float, Field(gt=0)]]


class DiscardArguments(TypedDict):
    run: Annotated[Any, Handle("workflow.Run")]


class ListArguments(TypedDict):
    pass


class GetArguments(TypedDict):
    name: str


class GetInfoArguments(TypedDict):
    workflow: Annotated[Any, Handle("workflow.Workflow")]


class GetDefinitionArguments(TypedDict):
    workflow: Annotated[Any, Handle("workflow.Workflow")]


class ValidateArguments(TypedDict):
    definition: WorkflowDefinition


class ListRunsArguments(TypedDict):
    workflow: NotRequired[Annotated[Any, Handle("workflow.Workflow")]]


class ComposeArguments(TypedDict):
    name: Annotated[str, Field(max_length=128, min_length=1)]
    workflows: Annotated[list[str], Field(min_length=1)]
    pattern: NotRequired[Pattern]


class GetDependenciesArguments(TypedDict):
    workflow: Annotated[Any, Handle("workflow.Workflow")]


class SerializeArguments(TypedDict):
    workflow: Annotated[Any, Handle("workflow.Workflow")]
    format: NotRequired[Format]


class DeserializeArguments(TypedDict):
    text: str
    format: NotRequired[Format]


class GetCheckpointArguments(TypedDict):
    run: Annotated[Any, Handle("workflow.Run")]


class RestoreArguments(TypedDict):
    checkpoint: dict[str, Any]
    options: NotRequired[RunOptions]


class RecoverArguments(TypedDict):
    path: Annotated[str, Field(min_length=1)]


BRIDGE = spec.Bridge(
    name="workflow",
    functions={
        "create": spec.Function(
            name="workflow.create",
            arguments=CreateArguments,
            parameters=(spec.Parameter("definition", spread=True),),
            result=Annotated[Any, Handle("workflow.Workflow")],
            errors=("workflow.already_exists", "workflow.invalid_definition"),
            constructs="workflow.Workflow",
            batch=True,
            position="idl/workflow.yaml:663",
            signature="def create(self, definition: WorkflowDefinition) -> WorkflowT",
        ),
        "destroy": spec.Function(
            name="workflow.destroy",
            arguments=DestroyArguments,
            parameters=(spec.Parameter("workflow"),),
            errors=("workflow.not_found",),
            method_of="workflow.Workflow",
            releases="workflow.Workflow",
            batch=True,
            position="idl/workflow.yaml:697",
            signature="def destroy(self, workflow: WorkflowT) -> None",
        ),
        "execute": spec.Function(
            name="workflow.execute",
            arguments=ExecuteArguments,
            parameters=(
                spec.Parameter("workflow"),
                spec.Parameter("input", required=False, nullable=True),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=RunResult,
            is_async=True,
            errors=(
                "workflow.not_found",
                "workflow.invalid_definition",
                "workflow.invalid_input",
                "workflow.invalid_options",
                "workflow.nested_too_deep",
                "workflow.step_failed",
                "workflow.timed_out",
                "workflow.cancelled",
                "workflow.file_failed",
                "workflow.invalid_file",
            ),
            emits=(
                "hook.reject",
                "hook.error",
                "hook.disable",
                "workflow.start",
                "workflow.step_start",
                "workflow.step",
                "workflow.retry",
                "workflow.complete",
                "workflow.error",
                "workflow.paused",
                "workflow.resumed",
                "workflow.cancelled",
                "tool.start",
                "tool.complete",
                "tool.error",
                "agent.start",
                "agent.complete",
                "agent.error",
                "provider.request",
                "provider.retry",
                "provider.response",
                "provider.error",
            ),
            method_of="workflow.Workflow",
            batch=True,
            position="idl/workflow.yaml:713",
            signature="async def execute(self, workflow: WorkflowT, input: Any | Unset | None = UNSET, options: RunOptions | None = None) -> RunResult",
        ),
        "start": spec.Function(
            name="workflow.start",
            arguments=StartArguments,
            parameters=(
                spec.Parameter("workflow"),
                spec.Parameter("input", required=False, nullable=True),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=Annotated[Any, Handle("workflow.Run")],
            is_async=True,
            errors=(
                "workflow.not_found",
                "workflow.invalid_definition",
                "workflow.invalid_input",
                "workflow.invalid_options",
                "workflow.nested_too_deep",
                "workflow.file_failed",
                "workflow.invalid_file",
            ),
            emits=(
                "hook.reject",
                "hook.error",
                "hook.disable",
                "workflow.start",
                "workflow.step_start",
                "workflow.step",
                "workflow.retry",
                "workflow.complete",
                "workflow.error",
                "workflow.paused",
                "workflow.resumed",
                "workflow.cancelled",
            ),
            method_of="workflow.Workflow",
            batch=True,
            position="idl/workflow.yaml:778",
            signature="async def start(self, workflow: WorkflowT, input: Any | Unset | None = UNSET, options: RunOptions | None = None) -> RunT",
        ),
        "pause": spec.Function(
            name="workflow.pause",
            arguments=PauseArguments,
            parameters=(spec.Parameter("run"),),
            is_async=True,
            errors=("workflow.run_not_found",),
            emits=("workflow.paused",),
            method_of="workflow.Run",
            batch=True,
            position="idl/workflow.yaml:800",
            signature="async def pause(self, run: RunT) -> None",
        ),
        "resume": spec.Function(
            name="workflow.resume",
            arguments=ResumeArguments,
            parameters=(spec.Parameter("run"),),
            is_async=True,
            errors=("workflow.run_not_found",),
            emits=("workflow.resumed",),
            method_of="workflow.Run",
            batch=True,
            position="idl/workflow.yaml:821",
            signature="async def resume(self, run: RunT) -> None",
        ),
        "cancel": spec.Function(
            name="workflow.cancel",
            arguments=CancelArguments,
            parameters=(spec.Parameter("run"),),
            is_async=True,
            errors=("workflow.run_not_found",),
            emits=("workflow.cancelled",),
            method_of="workflow.Run",
            batch=True,
            position="idl/workflow.yaml:841",
            signature="async def cancel(self, run: RunT) -> None",
        ),
        "get_status": spec.Function(
            name="workflow.get_status",
            arguments=GetStatusArguments,
            parameters=(spec.Parameter("run"),),
            result=Status,
            errors=("workflow.run_not_found",),
            method_of="workflow.Run",
            batch=True,
            position="idl/workflow.yaml:861",
            signature="def get_status(self, run: RunT) -> Status",
        ),
        "get_result": spec.Function(
            name="workflow.get_result",
            arguments=GetResultArguments,
            parameters=(spec.Parameter("run"), spec.Parameter("timeout_seconds", required=False)),
            result=RunResult,
            is_async=True,
            errors=(
                "workflow.run_not_found",
                "workflow.step_failed",
                "workflow.timed_out",
                "workflow.cancelled",
                "workflow.file_failed",
                "workflow.invalid_file",
            ),
            method_of="workflow.Run",
            batch=True,
            position="idl/workflow.yaml:883",
            signature="async def get_result(self, run: RunT, timeout_seconds: float | None = None) -> RunResult",
        ),
        "discard": spec.Function(
            name="workflow.discard",
            arguments=DiscardArguments,
            parameters=(spec.Parameter("run"),),
            errors=("workflow.run_not_found",),
            method_of="workflow.Run",
            releases="workflow.Run",
            batch=True,
            position="idl/workflow.yaml:921",
            signature="def discard(self, run: RunT) -> None",
        ),
        "list": spec.Function(
            name="workflow.list",
            arguments=ListArguments,
            parameters=(),
            result=list[WorkflowInfo],
            batch=True,
            position="idl/workflow.yaml:935",
            signature="def list(self) -> builtins.list[WorkflowInfo]",
        ),
        "get": spec.Function(
            name="workflow.get",
            arguments=GetArguments,
            parameters=(spec.Parameter("name"),),
            result=Annotated[Any, Handle("workflow.Workflow")],
            errors=("workflow.not_found",),
            batch=True,
            position="idl/workflow.yaml:950",
            signature="def get(self, name: str) -> WorkflowT",
        ),
        "get_info": spec.Function(
            name="workflow.get_info",
            arguments=GetInfoArguments,
            parameters=(spec.Parameter("workflow"),),
            result=WorkflowInfo,
            errors=("workflow.not_found",),
            method_of="workflow.Workflow",
            batch=True,
            position="idl/workflow.yaml:966",
            signature="def get_info(self, workflow: WorkflowT) -> WorkflowInfo",
        ),
        "get_definition": spec.Function(
            name="workflow.get_definition",
            arguments=GetDefinitionArguments,
            parameters=(spec.Parameter("workflow"),),
            result=WorkflowDefinition,
            errors=("workflow.not_found",),
            method_of="workflow.Workflow",
            batch=True,
            position="idl/workflow.yaml:982",
            signature="def get_definition(self, workflow: WorkflowT) -> WorkflowDefinition",
        ),
        "validate": spec.Function(
            name="workflow.validate",
            arguments=ValidateArguments,
            parameters=(spec.Parameter("definition", spread=True),),
            result=ValidationResult,
            batch=True,
            position="idl/workflow.yaml:1000",
            signature="def validate(self, definition: WorkflowDefinition) -> ValidationResult",
        ),
        "list_runs": spec.Function(
            name="workflow.list_runs",
            arguments=ListRunsArguments,
            parameters=(spec.Parameter("workflow", required=False),),
            result=list[RunInfo],
            errors=("workflow.not_found",),
            batch=True,
            position="idl/workflow.yaml:1039",
            signature="def list_runs(self, workflow: WorkflowT | None = None) -> builtins.list[RunInfo]",
        ),
        "compose": spec.Function(
            name="workflow.compose",
            arguments=ComposeArguments,
            parameters=(
                spec.Parameter("name"),
                spec.Parameter("workflows"),
                spec.Parameter("pattern", required=False, default="sequential"),
            ),
            result=Annotated[Any, Handle("workflow.Workflow")],
            errors=("workflow.not_found", "workflow.already_exists", "workflow.invalid_definition"),
            batch=True,
            position="idl/workflow.yaml:1054",
            signature="def compose(self, name: str, workflows: builtins.list[str], pattern: Pattern = Pattern.SEQUENTIAL) -> WorkflowT",
        ),
        "get_dependencies": spec.Function(
            name="workflow.get_dependencies",
            arguments=GetDependenciesArguments,
            parameters=(spec.Parameter("workflow"),),
            result=DependencyGraph,
            errors=("workflow.not_found",),
            method_of="workflow.Workflow",
            batch=True,
            position="idl/workflow.yaml:1078",
            signature="def get_dependencies(self, workflow: WorkflowT) -> DependencyGraph",
        ),
        "serialize": spec.Function(
            name="workflow.serialize",
            arguments=SerializeArguments,
            parameters=(spec.Parameter("workflow"), spec.Parameter("format", required=False, default="json")),
            result=str,
            errors=("workflow.not_found",),
            method_of="workflow.Workflow",
            batch=True,
            position="idl/workflow.yaml:1110",
            signature="def serialize(self, workflow: WorkflowT, format: Format = Format.JSON) -> str",
        ),
        "deserialize": spec.Function(
            name="workflow.deserialize",
            arguments=DeserializeArguments,
            parameters=(spec.Parameter("text"), spec.Parameter("format", required=False)),
            result=Annotated[Any, Handle("workflow.Workflow")],
            errors=("workflow.invalid_document", "workflow.already_exists", "workflow.invalid_definition"),
            batch=True,
            position="idl/workflow.yaml:1128",
            signature="def deserialize(self, text: str, format: Format | None = None) -> WorkflowT",
        ),
        "get_checkpoint": spec.Function(
            name="workflow.get_checkpoint",
            arguments=GetCheckpointArguments,
            parameters=(spec.Parameter("run"),),
            result=dict[str, Any],
            errors=("workflow.run_not_found",),
            method_of="workflow.Run",
            batch=True,
            position="idl/workflow.yaml:1155",
            signature="def get_checkpoint(self, run: RunT) -> dict[str, Any]",
        ),
        "restore": spec.Function(
            name="workflow.restore",
            arguments=RestoreArguments,
            parameters=(spec.Parameter("checkpoint"), spec.Parameter("options", required=False, spread=True)),
            result=Annotated[Any, Handle("workflow.Run")],
            is_async=True,
            errors=(
                "workflow.invalid_checkpoint",
                "workflow.invalid_definition",
                "workflow.invalid_options",
                "workflow.nested_too_deep",
                "workflow.run_in_use",
                "workflow.file_failed",
                "workflow.invalid_file",
            ),
            emits=("workflow.paused",),
            batch=True,
            position="idl/workflow.yaml:1182",
            signature="async def restore(self, checkpoint: dict[str, Any], options: RunOptions | None = None) -> RunT",
        ),
        "recover": spec.Function(
            name="workflow.recover",
            arguments=RecoverArguments,
            parameters=(spec.Parameter("path"),),
            result=list[Annotated[Any, Handle("workflow.Run")]],
            is_async=True,
            errors=(
                "workflow.invalid_checkpoint",
                "workflow.invalid_definition",
                "workflow.nested_too_deep",
                "workflow.run_in_use",
                "workflow.file_failed",
                "workflow.invalid_file",
            ),
            permissions=("fs.write",),
            emits=("workflow.paused",),
            batch=True,
            position="idl/workflow.yaml:1206",
            signature="async def recover(self, path: str) -> builtins.list[RunT]",
        ),
    },
    resources={
        "Workflow": spec.Resource(
            name="workflow.Workflow",
            prefix="workflow",
            constructor="create",
            release="destroy",
            not_found="workflow.not_found",
        ),
        "Run": spec.Resource(
            name="workflow.Run", prefix="run", release="discard", not_found="workflow.run_not_found"
        ),
    },
    errors={
        "not_found": spec.Error("workflow.not_found", NotFound),
        "run_not_found": spec.Error("workflow.run_not_found", RunNotFound),
        "already_exists": spec.Error("workflow.already_exists", AlreadyExists),
        "invalid_definition": spec.Error("workflow.invalid_definition", InvalidDefinition),
        "invalid_input": spec.Error("workflow.invalid_input", InvalidInput),
        "invalid_options": spec.Error("workflow.invalid_options", InvalidOptions),
        "step_failed": spec.Error("workflow.step_failed", StepFailed),
        "step_timed_out": spec.Error("workflow.step_timed_out", StepTimedOut),
        "timed_out": spec.Error("workflow.timed_out", TimedOut),
        "cancelled": spec.Error("workflow.cancelled", Cancelled),
        "expression_failed": spec.Error("workflow.expression_failed", ExpressionFailed),
        "invalid_value": spec.Error("workflow.invalid_value", InvalidValue),
        "ambiguous_agent": spec.Error("workflow.ambiguous_agent", AmbiguousAgent),
        "invalid_document": spec.Error("workflow.invalid_document", InvalidDocument),
        "invalid_checkpoint": spec.Error("workflow.invalid_checkpoint", InvalidCheckpoint),
        "run_in_use": spec.Error("workflow.run_in_use", RunInUse),
        "file_failed": spec.Error("workflow.file_failed", FileFailed),
        "invalid_file": spec.Error("workflow.invalid_file", InvalidFile),
        "nested_too_deep": spec.Error("workflow.nested_too_deep", NestedTooDeep),
        "limit_reached": spec.Error("workflow.limit_reached", LimitReached),
    },
    events={
        "workflow.start": spec.Event("workflow.start", RunStarted),
        "workflow.step_start": spec.Event("workflow.step_start", StepStarted),
        "workflow.step": spec.Event("workflow.step", StepEnded),
        "workflow.retry": spec.Event("workflow.retry", StepRetried),
        "workflow.complete": spec.Event("workflow.complete", RunCompleted),
        "workflow.error": spec.Event("workflow.error", RunFailed),
        "workflow.paused": spec.Event("workflow.paused", RunMoved),
        "workflow.resumed": spec.Event("workflow.resumed", RunMoved),
        "workflow.cancelled": spec.Event("workflow.cancelled", RunMoved),
    },
    service=WorkflowService,
    position="idl/workflow.yaml:2",
)
