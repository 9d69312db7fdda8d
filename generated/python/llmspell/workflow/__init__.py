"""Steps that agents, tools, handlers and other workflows do, in an order that is written down.

A workflow is a definition: a name, a pattern and steps. It is data, so it can be written in any
language, kept as JSON or YAML, checked before anything runs and run many times; a run is one
passage through it.

**Steps.** `tool`, `agent` and `script` steps do work; `workflow` runs another workflow, `transform` computes a value,
`wait` lets time pass and `emit` tells the session's subscribers. The patterns are steps too, and hold others:
`sequential`, `parallel`, `conditional`, `loop`, `map_reduce`, `pipeline`. Every step has an `id`, unique in its
definition.

**Templates.** Wherever a step takes JSON, a text may hold expressions in braces: `{{search.output.title}}`. A text that
is one template becomes the expression's value, with its type; in any other text values are written as they read, JSON
for what is no text. Expressions are CEL, in templates as in `when`, `condition`, `for_each` and `over`, which take them
without braces.

**Names in expressions.** `input` is the run's input, `run` its `id` and `workflow`; each step that has ended stands under
its id as `{status, output}`, with `error` when it failed and `failures` when a `collect` group has some. In loops and
maps there are `item` (or the step's `variable`) and `index`; in a `reduce`, `results`; in a `fallback`, `error`;
in a pipeline `previous`, the output of the step before, which in a loop is that of the round before. Steps within a
loop or a map are seen only there.

**Order.** A sequential group runs its steps as they are written, a pipeline too, handing each one's output to the next;
a parallel group runs them at the same time, but each after those it names in `after` or in its expressions.

**Failure.** A step that fails is tried again as its `retry` says, then its `fallback` steps run, then `on_error` decides
whether the run goes on or fails with `workflow.step_failed`. After every step the run is checkpointed: it can be
paused, kept as data, and go on later, in another session too, without repeating what is done.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import events
    from .aio import AsyncRun, AsyncWorkflow, AsyncWorkflowBridge
    from .constants import Limit
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
    from .sync import Run, Workflow, WorkflowBridge
    from .types import (
        AgentStep,
        ConditionalStep,
        DependencyGraph,
        EmitStep,
        ErrorMode,
        Format,
        Issue,
        IssueCode,
        Kind,
        LoopStep,
        MapReduceStep,
        NestedStep,
        OnError,
        ParallelStep,
        Pattern,
        PipelineStep,
        Retry,
        RunCompleted,
        RunFailed,
        RunInfo,
        RunMoved,
        RunOptions,
        RunResult,
        RunStarted,
        ScriptStep,
        SequentialStep,
        Status,
        Step,
        StepDependencies,
        StepEnded,
        StepOutcome,
        StepRetried,
        StepStarted,
        StepStatus,
        ToolStep,
        TransformStep,
        ValidationResult,
        WaitStep,
        WorkflowDefinition,
        WorkflowInfo,
    )

_HOMES: dict[str, str] = {
    "AsyncRun": ".aio",
    "AsyncWorkflow": ".aio",
    "AsyncWorkflowBridge": ".aio",
    "Limit": ".constants",
    "AlreadyExists": ".errors",
    "AmbiguousAgent": ".errors",
    "Cancelled": ".errors",
    "ExpressionFailed": ".errors",
    "FileFailed": ".errors",
    "InvalidCheckpoint": ".errors",
    "InvalidDefinition": ".errors",
    "InvalidDocument": ".errors",
    "InvalidFile": ".errors",
    "InvalidInput": ".errors",
    "InvalidOptions": ".errors",
    "InvalidValue": ".errors",
    "LimitReached": ".errors",
    "NestedTooDeep": ".errors",
    "NotFound": ".errors",
    "RunInUse": ".errors",
    "RunNotFound": ".errors",
    "StepFailed": ".errors",
    "StepTimedOut": ".errors",
    "TimedOut": ".errors",
    "WorkflowService": ".service",
    "Run": ".sync",
    "Workflow": ".sync",
    "WorkflowBridge": ".sync",
    "AgentStep": ".types",
    "ConditionalStep": ".types",
    "DependencyGraph": ".types",
    "EmitStep": ".types",
    "ErrorMode": ".types",
    "Format": ".types",
    "Issue": ".types",
    "IssueCode": ".types",
    "Kind": ".types",
    "LoopStep": ".types",
    "MapReduceStep": ".types",
    "NestedStep": ".types",
    "OnError": ".types",
    "ParallelStep": ".types",
    "Pattern": ".types",
    "PipelineStep": ".types",
    "Retry": ".types",
    "RunCompleted": ".types",
    "RunFailed": ".types",
    "RunInfo": ".types",
    "RunMoved": ".types",
    "RunOptions": ".types",
    "RunResult": ".types",
    "RunStarted": ".types",
    "ScriptStep": ".types",
    "SequentialStep": ".types",
    "Status": ".types",
    "Step": ".types",
    "StepDependencies": ".types",
    "StepEnded": ".types",
    "StepOutcome": ".types",
    "StepRetried": ".types",
    "StepStarted": ".types",
    "StepStatus": ".types",
    "ToolStep": ".types",
    "TransformStep": ".types",
    "ValidationResult": ".types",
    "WaitStep": ".types",
    "WorkflowDefinition": ".types",
    "WorkflowInfo": ".types",
}
_MODULES: frozenset[str] = frozenset(
    {
        "events",
    }
)

__all__ = [
    "AgentStep",
    "AlreadyExists",
    "AmbiguousAgent",
    "AsyncRun",
    "AsyncWorkflow",
    "AsyncWorkflowBridge",
    "Cancelled",
    "ConditionalStep",
    "DependencyGraph",
    "EmitStep",
    "ErrorMode",
    "ExpressionFailed",
    "FileFailed",
    "Format",
    "InvalidCheckpoint",
    "InvalidDefinition",
    "InvalidDocument",
    "InvalidFile",
    "InvalidInput",
    "InvalidOptions",
    "InvalidValue",
    "Issue",
    "IssueCode",
    "Kind",
    "Limit",
    "LimitReached",
    "LoopStep",
    "MapReduceStep",
    "NestedStep",
    "NestedTooDeep",
    "NotFound",
    "OnError",
    "ParallelStep",
    "Pattern",
    "PipelineStep",
    "Retry",
    "Run",
    "RunCompleted",
    "RunFailed",
    "RunInUse",
    "RunInfo",
    "RunMoved",
    "RunNotFound",
    "RunOptions",
    "RunResult",
    "RunStarted",
    "ScriptStep",
    "SequentialStep",
    "Status",
    "Step",
    "StepDependencies",
    "StepEnded",
    "StepFailed",
    "StepOutcome",
    "StepRetried",
    "StepStarted",
    "StepStatus",
    "StepTimedOut",
    "TimedOut",
    "ToolStep",
    "TransformStep",
    "ValidationResult",
    "WaitStep",
    "Workflow",
    "WorkflowBridge",
    "WorkflowDefinition",
    "WorkflowInfo",
    "WorkflowService",
    "events",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name], __name__), name)
    elif name in _MODULES:
        value = import_module(f".{name}", __name__)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
