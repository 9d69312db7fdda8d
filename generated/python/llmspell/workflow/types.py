"""Types of workflow."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from bridge_runtime.formats import UNIQUE
from bridge_runtime.records import Record
from pydantic import Field
from typing_extensions import TypeAliasType

from ..agent.types import AgentConfig
from ..shared.types import ErrorInfo


class Status(StrEnum):
    """How far a run has come."""

    PENDING = "pending"
    """Made and not begun."""
    RUNNING = "running"
    """Under way; also while it waits for a step to end, to be paused then."""
    PAUSED = "paused"
    """Stands between two steps, until it is resumed."""
    COMPLETED = "completed"
    """Ended well; its output is there."""
    FAILED = "failed"
    """Ended in an error."""
    CANCELLED = "cancelled"
    """Was ended from outside."""


class Pattern(StrEnum):
    """How a group's steps follow each other."""

    SEQUENTIAL = "sequential"
    """One after the other, as written; the output is that of the last."""
    PARALLEL = "parallel"
    """At the same time, each after those it depends on; the output is an object of theirs by id."""
    CONDITIONAL = "conditional"
    """One of two lists, as a condition says; the output is that of the last step that ran."""
    LOOP = "loop"
    """Again and again: for each item (the output is a list), or while or until a condition holds (the
    output is that of the last round).
    """
    MAP_REDUCE = "map_reduce"
    """For all items at the same time, then once for all results; the output is the reduced one, or the
    list of results.
    """
    PIPELINE = "pipeline"
    """One after the other, each with the output of the one before as its input; the output is that of the
    last.
    """


class Kind(StrEnum):
    """What a step does."""

    TOOL = "tool"
    """Runs a tool."""
    AGENT = "agent"
    """Asks an agent."""
    SCRIPT = "script"
    """Calls a handler of the program's own, registered with script.register_handler."""
    WORKFLOW = "workflow"
    """Runs another workflow."""
    TRANSFORM = "transform"
    """Computes a value."""
    WAIT = "wait"
    """Lets time pass."""
    EMIT = "emit"
    """Emits an event."""
    SEQUENTIAL = "sequential"
    """Holds steps that run one after the other."""
    PARALLEL = "parallel"
    """Holds steps that run at the same time."""
    CONDITIONAL = "conditional"
    """Holds steps of which a condition chooses."""
    LOOP = "loop"
    """Holds steps that run again and again."""
    MAP_REDUCE = "map_reduce"
    """Holds steps that run for all items at the same time."""
    PIPELINE = "pipeline"
    """Holds steps of which each gets the output of the one before."""


class StepStatus(StrEnum):
    """How a step ended."""

    COMPLETED = "completed"
    """It has an output."""
    FAILED = "failed"
    """It has an error, and no output."""
    SKIPPED = "skipped"
    """Its `when` was false, or in a `collect` group a step it depends on failed."""
    CANCELLED = "cancelled"
    """It was cut short, by a limit around it, a branch beside it that failed, or the end of its run; only
    events say so.
    """


class OnError(StrEnum):
    """What a run does about a step that failed for good."""

    FAIL = "fail"
    """The group that holds the step fails."""
    CONTINUE = "continue"
    """The run goes on; the step's status is failed and its output null."""


class ErrorMode(StrEnum):
    """What a group does when one of several branches fails."""

    FAIL_FAST = "fail_fast"
    """Cancels the other branches, and fails."""
    COLLECT = "collect"
    """Lets the others run to their end; a branch that failed gives null, and stands in `failures`."""


class Format(StrEnum):
    """How a definition is written down."""

    JSON = "json"
    """JSON text."""
    YAML = "yaml"
    """YAML 1.2 text, of which JSON is a part."""


class IssueCode(StrEnum):
    """What can be wrong with a definition."""

    DUPLICATE_ID = "duplicate_id"
    """Two steps have one id."""
    RESERVED_NAME = "reserved_name"
    """An id or a variable has a name that means something else: `input`, `item`, or a word of CEL."""
    CYCLE = "cycle"
    """Steps wait for each other, or workflows run each other."""
    UNKNOWN_STEP = "unknown_step"
    """`after` names a step that is not there, or not beside this one."""
    UNKNOWN_NAME = "unknown_name"
    """An expression uses a name that means nothing where it stands."""
    FORWARD_REFERENCE = "forward_reference"
    """A step uses one that runs after it."""
    UNKNOWN_TOOL = "unknown_tool"
    """The session has no such tool."""
    UNKNOWN_AGENT = "unknown_agent"
    """The session has no such agent, or several of that name."""
    UNKNOWN_PROVIDER = "unknown_provider"
    """The session has no such provider."""
    UNKNOWN_HANDLER = "unknown_handler"
    """No handler is registered under this name."""
    UNKNOWN_WORKFLOW = "unknown_workflow"
    """The session has no such workflow."""
    MISSING_INPUT = "missing_input"
    """What a tool, an agent or a workflow requires is not given, or an expression reads an input that the
    input schema does not have.
    """
    INVALID_EXPRESSION = "invalid_expression"
    """An expression is not CEL."""
    INVALID_TEMPLATE = "invalid_template"
    """Braces are not closed, or hold nothing."""
    INVALID_SCHEMA = "invalid_schema"
    """A schema is not a JSON Schema."""
    INVALID_FIELDS = "invalid_fields"
    """Fields that exclude, need or do not belong to each other."""
    LIMIT = "limit"
    """More steps, deeper ones or a longer definition than are allowed."""


class Retry(Record):
    """When and how often a step is tried again.

    An error's `recovery` is respected: `retry_once` gives one more attempt, `retry_with_backoff` as
    many as `attempts` says, `failover` and `none` no other. What a handler of the program's own raises
    says nothing of recovery, and is tried again.
    """

    attempts: Annotated[int, Field(ge=1, le=100)]
    """How often the step is tried at most, the first time included."""
    delay_seconds: Annotated[float, Field(ge=0.0, le=3600.0)] = 1.0
    """The pause before the second attempt."""
    factor: Annotated[float, Field(ge=1.0, le=10.0)] = 2.0
    """By what each further pause is longer."""
    max_delay_seconds: Annotated[float, Field(ge=0.0, le=3600.0)] = 60.0
    """The longest pause."""
    codes: list[str] | None = None
    """Codes of errors that are tried again whatever their recovery says: `tool.not_found`, all of a bridge
    with `tool.*`, or `*`.
    """


class WaitStep(Record):
    """Lets time pass; its output is null."""

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["wait"] = "wait"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    seconds: Annotated[float, Field(ge=0.0, le=86400.0)]
    """How long."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""


class ToolStep(Record):
    """Runs a tool; its output is the tool's value."""

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["tool"] = "tool"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    tool: Annotated[str, Field(min_length=1)]
    """The tool's name."""
    arguments: dict[str, Any] | None = None
    """Its arguments; in a pipeline, the previous output when left out, which must be an object."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""
    retry: Retry | None = None
    """Tries again; not at all when left out."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest time of one attempt, or of the whole group."""
    on_error: OnError = OnError.FAIL
    """What happens when it fails for good."""
    fallback: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that run when it has failed for good; the last one's output becomes its own."""


class AgentStep(Record):
    """Asks an agent; its output is the answer's text, or a value when a schema is given."""

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["agent"] = "agent"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    agent: Annotated[str | None, Field(min_length=1)] = None
    """The handle or the name of an agent of the session. Its conversation goes on; steps that ask one
    agent wait for each other.
    """
    config: AgentConfig | None = None
    """Instead of `agent`: one that is made for this step, and goes with it."""
    input: str | None = None
    """What it is asked; in a pipeline, the previous output when left out."""
    output_schema: dict[str, Any] | None = None
    """JSON Schema that its answer must fit, which is then the output."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""
    retry: Retry | None = None
    """Tries again; not at all when left out."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest time of one attempt, or of the whole group."""
    on_error: OnError = OnError.FAIL
    """What happens when it fails for good."""
    fallback: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that run when it has failed for good; the last one's output becomes its own."""


class ScriptStep(Record):
    """Calls a handler of the program's own; its output is what that returns."""

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["script"] = "script"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    handler: Annotated[str, Field(min_length=1)]
    """The name it was registered under with script.register_handler."""
    input: Any = None
    """What it is called with; when left out, the previous output in a pipeline, else null."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""
    retry: Retry | None = None
    """Tries again; not at all when left out."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest time of one attempt, or of the whole group."""
    on_error: OnError = OnError.FAIL
    """What happens when it fails for good."""
    fallback: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that run when it has failed for good; the last one's output becomes its own."""


class NestedStep(Record):
    """Runs another workflow; its output is that of the workflow."""

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["workflow"] = "workflow"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    workflow: Annotated[str | None, Field(min_length=1)] = None
    """The name of a workflow of the session."""
    definition: WorkflowDefinition | None = None
    """Instead of `workflow`: the definition itself."""
    input: Any = None
    """Its input; when left out, the previous output in a pipeline, else null."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest time of one attempt, or of the whole group."""
    on_error: OnError = OnError.FAIL
    """What happens when it fails for good."""
    fallback: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that run when it has failed for good; the last one's output becomes its own."""


class TransformStep(Record):
    """Computes its output from templates."""

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["transform"] = "transform"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    value: Any
    """The output: any JSON, with templates."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""
    on_error: OnError = OnError.FAIL
    """What happens when it fails for good."""
    fallback: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that run when it has failed for good; the last one's output becomes its own."""


class EmitStep(Record):
    """Emits an event; its output is null."""

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["emit"] = "emit"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    event: Annotated[str, Field(min_length=1)]
    """The event's type, outside the runtime's own."""
    data: dict[str, Any] | None = None
    """The event's payload, with templates."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""
    on_error: OnError = OnError.FAIL
    """What happens when it fails for good."""
    fallback: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that run when it has failed for good; the last one's output becomes its own."""


class SequentialStep(Record):
    """Runs its steps one after the other."""

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["sequential"] = "sequential"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    steps: Annotated[list[Step], Field(min_length=1)]
    """The steps."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest time of one attempt, or of the whole group."""
    on_error: OnError = OnError.FAIL
    """What happens when it fails for good."""
    fallback: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that run when it has failed for good; the last one's output becomes its own."""


class ParallelStep(Record):
    """Runs its steps at the same time, each after those it depends on."""

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["parallel"] = "parallel"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    steps: Annotated[list[Step], Field(min_length=1)]
    """The steps."""
    max_concurrency: Annotated[int, Field(ge=1, le=64)] = 8
    """How many run at the same time at most."""
    error_mode: ErrorMode = ErrorMode.FAIL_FAST
    """What happens when one of them fails."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest time of one attempt, or of the whole group."""
    on_error: OnError = OnError.FAIL
    """What happens when it fails for good."""
    fallback: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that run when it has failed for good; the last one's output becomes its own."""


class ConditionalStep(Record):
    """Runs its steps when a condition is true, and others when not."""

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["conditional"] = "conditional"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    condition: Annotated[str, Field(min_length=1)]
    """An expression that is true or false."""
    steps: Annotated[list[Step], Field(min_length=1)]
    """The steps."""
    otherwise: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps for when the condition is false; none when left out."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest time of one attempt, or of the whole group."""
    on_error: OnError = OnError.FAIL
    """What happens when it fails for good."""
    fallback: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that run when it has failed for good; the last one's output becomes its own."""


class LoopStep(Record):
    """Runs its steps again and again; exactly one of for_each, repeat_while and repeat_until says how
    long.
    """

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["loop"] = "loop"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    steps: Annotated[list[Step], Field(min_length=1)]
    """The steps."""
    for_each: Annotated[str | None, Field(min_length=1)] = None
    """An expression that is a list: one round for each item."""
    variable: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")] = "item"
    """What expressions call the item by."""
    repeat_while: Annotated[str | None, Field(min_length=1)] = None
    """An expression looked at before each round, which begins when it is true."""
    repeat_until: Annotated[str | None, Field(min_length=1)] = None
    """An expression looked at after each round, which was the last when it is true; it sees the round's
    steps.
    """
    max_iterations: Annotated[int, Field(ge=1, le=100000)] = 1000
    """The step fails rather than going round more often."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest time of one attempt, or of the whole group."""
    on_error: OnError = OnError.FAIL
    """What happens when it fails for good."""
    fallback: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that run when it has failed for good; the last one's output becomes its own."""


class MapReduceStep(Record):
    """Runs its steps for all items at the same time, then others once for all results."""

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["map_reduce"] = "map_reduce"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    over: Annotated[str, Field(min_length=1)]
    """An expression that is a list: the items."""
    variable: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")] = "item"
    """What expressions call the item by."""
    steps: Annotated[list[Step], Field(min_length=1)]
    """The steps."""
    reduce: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that see all `results`, in the order of the items."""
    max_concurrency: Annotated[int, Field(ge=1, le=64)] = 8
    """How many run at the same time at most."""
    error_mode: ErrorMode = ErrorMode.FAIL_FAST
    """What happens when one of them fails."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest time of one attempt, or of the whole group."""
    on_error: OnError = OnError.FAIL
    """What happens when it fails for good."""
    fallback: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that run when it has failed for good; the last one's output becomes its own."""


class PipelineStep(Record):
    """Runs its steps one after the other, each with the output of the one before as its input."""

    id: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """What expressions call it by; unique in the definition."""
    kind: Literal["pipeline"] = "pipeline"
    """Says that it is one."""
    description: str | None = None
    """What it is for."""
    steps: Annotated[list[Step], Field(min_length=1)]
    """The steps."""
    after: Annotated[list[str], UNIQUE] | None = None
    """Steps beside it that must have ended before it begins."""
    when: Annotated[str | None, Field(min_length=1)] = None
    """An expression; the step is skipped when it is false."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest time of one attempt, or of the whole group."""
    on_error: OnError = OnError.FAIL
    """What happens when it fails for good."""
    fallback: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that run when it has failed for good; the last one's output becomes its own."""


Step = TypeAliasType(
    "Step",
    Annotated[
        ToolStep
        | AgentStep
        | ScriptStep
        | NestedStep
        | TransformStep
        | WaitStep
        | EmitStep
        | SequentialStep
        | ParallelStep
        | ConditionalStep
        | LoopStep
        | MapReduceStep
        | PipelineStep,
        Field(discriminator="kind"),
    ],
)
"""One step of a workflow, by its kind."""


class WorkflowDefinition(Record):
    """A workflow, as it is written down.

    The fields after `steps` belong to one pattern each, as they do in the step of that kind.
    """

    name: Annotated[str, Field(max_length=128, min_length=1)]
    """What it is called; unique in the session."""
    description: str | None = None
    """What it is for."""
    pattern: Pattern = Pattern.SEQUENTIAL
    """How its steps follow each other."""
    input_schema: dict[str, Any] | None = None
    """JSON Schema that the input of a run must fit; any JSON is taken when it is left out."""
    steps: Annotated[list[Step], Field(min_length=1)]
    """The steps."""
    max_concurrency: Annotated[int, Field(ge=1, le=64)] = 8
    """How many run at the same time at most."""
    error_mode: ErrorMode = ErrorMode.FAIL_FAST
    """What happens when one of them fails."""
    condition: Annotated[str | None, Field(min_length=1)] = None
    """An expression that is true or false."""
    otherwise: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps for when the condition is false; none when left out."""
    for_each: Annotated[str | None, Field(min_length=1)] = None
    """An expression that is a list: one round for each item."""
    variable: Annotated[str, Field(max_length=64, pattern="^[A-Za-z_][A-Za-z0-9_]*$")] = "item"
    """What expressions call the item by."""
    repeat_while: Annotated[str | None, Field(min_length=1)] = None
    """An expression looked at before each round, which begins when it is true."""
    repeat_until: Annotated[str | None, Field(min_length=1)] = None
    """An expression looked at after each round, which was the last when it is true; it sees the round's
    steps.
    """
    max_iterations: Annotated[int, Field(ge=1, le=100000)] = 1000
    """The step fails rather than going round more often."""
    over: Annotated[str | None, Field(min_length=1)] = None
    """An expression that is a list: the items."""
    reduce: Annotated[list[Step] | None, Field(min_length=1)] = None
    """Steps that see all `results`, in the order of the items."""
    output: Any = None
    """The output: any JSON, with templates; that of the pattern when left out."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest time of a run, or of the step that runs it within another; pauses not counted."""


class WorkflowInfo(Record):
    """What is known of a workflow."""

    id: str
    """Its handle."""
    name: str
    """What it is called."""
    description: str | None = None
    """What it is for."""
    pattern: Pattern
    """How its steps follow each other."""
    steps: int
    """How many steps it has, those within steps included."""
    runs: int
    """Runs begun."""


class Issue(Record):
    """One fault of a definition."""

    path: str
    """JSON pointer to the faulty value: /steps/0/arguments/query."""
    code: IssueCode
    """What kind of fault it is."""
    message: str
    """What was given, what was expected, and the way out."""


class ValidationResult(Record):
    """Whether a definition can run in this session."""

    valid: bool
    """True when there is no fault."""
    issues: list[Issue]
    """Every fault, in the order of their paths."""


class RunOptions(Record):
    """How to run a workflow this once."""

    pause_after: Annotated[list[str], UNIQUE] | None = None
    """Ids of steps after which the run pauses."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """Instead of the workflow's own."""
    checkpoint_file: Annotated[str | None, Field(min_length=1)] = None
    """An SQLite file, under fs.write, that is told of every step before the next begins; workflow.recover
    goes on from it after a crash. Many runs may share one.
    """


class RunInfo(Record):
    """What is known of a run."""

    run: str
    """Its handle: "run_1"."""
    id: str
    """Its id, unique everywhere; expressions see it as `run.id`."""
    workflow: str
    """The workflow's name."""
    status: Status
    """How far it has come."""
    steps: int
    """How many steps have ended."""
    duration_ms: float
    """How long it has taken, pauses not counted."""
    error: ErrorInfo | None = None
    """How it failed."""


class StepDependencies(Record):
    """What one step depends on."""

    id: str
    """The step."""
    kind: Kind
    """What it does."""
    within: str | None = None
    """The step that holds it; absent for those of the workflow itself."""
    after: list[str]
    """Steps beside it that end before it begins."""
    uses: list[str]
    """Steps whose outcome its expressions see."""


class DependencyGraph(Record):
    """Which steps of a workflow depend on which."""

    order: list[str]
    """All steps, each after those that it depends on, and after the one that holds it."""
    steps: list[StepDependencies]
    """The same steps in the order of the definition."""


class StepOutcome(Record):
    """What came of one step."""

    key: str
    """Where it stands in the run: `search`, `cities[2].weather` in a loop or a map, `report/search` in a
    workflow of the step `report`.
    """
    step: str
    """Its id."""
    kind: Kind
    """What it does."""
    status: StepStatus
    """How it ended."""
    attempts: int
    """How often it was tried; 0 when it was skipped."""
    output: Any = None
    """What it gave; absent when it failed or was skipped."""
    error: ErrorInfo | None = None
    """How it failed."""
    duration_ms: float
    """How long it took."""


class RunResult(Record):
    """What came of a run so far."""

    run: str
    """The handle of the run, as events carry it: "run_1"."""
    workflow: str
    """The workflow's name."""
    status: Status
    """`completed`, or `paused`: then resume it, and ask again."""
    output: Any = None
    """What it gave; absent while it is paused."""
    steps: list[StepOutcome]
    """The steps that did work, in the order they ended; groups are not among them."""
    duration_ms: float
    """How long it has taken."""


class RunStarted(Record):
    """A run begins."""

    run: str
    """The handle of the run."""
    workflow: str
    """The workflow's name."""
    input: Any
    """Its input; values under names like `password` are replaced by "[redacted]", as in all that follows."""


class StepStarted(Record):
    """An attempt of a step begins."""

    run: str
    """The handle of the run."""
    workflow: str
    """The workflow's name."""
    step: str
    """The step's id."""
    key: str
    """Where it stands in the run."""
    kind: Kind
    """What it does."""
    attempt: int
    """Counted from 1."""


class StepEnded(Record):
    """A step has ended."""

    run: str
    """The handle of the run."""
    workflow: str
    """The workflow's name."""
    step: str
    """The step's id."""
    key: str
    """Where it stands in the run."""
    kind: Kind
    """What it does."""
    status: StepStatus
    """How it ended."""
    attempts: int
    """How often it was tried."""
    output: Any = None
    """What it gave."""
    error: ErrorInfo | None = None
    """How it failed."""
    duration_ms: float
    """How long it took, all attempts together."""


class StepRetried(Record):
    """An attempt failed, and there will be another."""

    run: str
    """The handle of the run."""
    workflow: str
    """The workflow's name."""
    step: str
    """The step's id."""
    key: str
    """Where it stands in the run."""
    attempt: int
    """The attempt that failed."""
    delay_seconds: float
    """How long the pause is."""
    error: ErrorInfo
    """How it failed."""


class RunCompleted(Record):
    """A run has ended well."""

    run: str
    """The handle of the run."""
    workflow: str
    """The workflow's name."""
    output: Any
    """What it gave."""
    steps: int
    """How many steps did work."""
    duration_ms: float
    """How long it took."""


class RunFailed(Record):
    """A run has ended in an error."""

    run: str
    """The handle of the run."""
    workflow: str
    """The workflow's name."""
    steps: int
    """How many steps did work."""
    duration_ms: float
    """How long it took."""
    error: ErrorInfo
    """How it failed."""


class RunMoved(Record):
    """A run was paused, resumed or cancelled."""

    run: str
    """The handle of the run."""
    workflow: str
    """The workflow's name."""


ToolStep.model_rebuild()
AgentStep.model_rebuild()
ScriptStep.model_rebuild()
NestedStep.model_rebuild()
TransformStep.model_rebuild()
EmitStep.model_rebuild()
SequentialStep.model_rebuild()
ParallelStep.model_rebuild()
ConditionalStep.model_rebuild()
LoopStep.model_rebuild()
MapReduceStep.model_rebuild()
PipelineStep.model_rebuild()
WorkflowDefinition.model_rebuild()
