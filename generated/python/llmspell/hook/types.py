"""Types of hook."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Annotated, Any, Literal, TypeAlias

from bridge_runtime.records import CallbackMark, Record
from pydantic import Field
from typing_extensions import TypeAliasType

from ..shared.types import ErrorInfo, JsonSchema, Message, ToolSpec
from ..tool.types import ExecutionMode


class Type(StrEnum):
    """On which part of its way a hook meets a call."""

    PRE = "pre"
    """On the way in."""
    POST = "post"
    """On the way out with a result."""
    AROUND = "around"
    """On the way in and out, with a result or an error."""
    ERROR = "error"
    """On the way out with an error."""


class Priority(StrEnum):
    """How far out a hook lies; of the same priority, what was registered first lies outside."""

    HIGHEST = "highest"
    """Outermost: first on the way in, last on the way out."""
    HIGH = "high"
    """Further out than most."""
    NORMAL = "normal"
    """What a hook has when nobody says otherwise."""
    LOW = "low"
    """Further in than most."""
    LOWEST = "lowest"
    """Innermost: last on the way in, first on the way out."""


class Point(StrEnum):
    """Where the runtime itself calls hooks."""

    GENERATE = "generate"
    """A model's reply: provider.chat, provider.stream and every model call of an agent."""
    TOOL_CALL = "tool_call"
    """A tool's run: tool.execute in every mode, agents' tool calls among them."""
    AGENT_RUN = "agent_run"
    """An agent's run: agent.run, run_structured, stream, handoff, and agents that run as tools."""
    WORKFLOW_STEP = "workflow_step"
    """A step of a workflow."""


class Phase(StrEnum):
    """Where a call is on its way when a handler sees it."""

    BEFORE = "before"
    """On the way in."""
    AFTER = "after"
    """On the way out with a result."""
    ERROR = "error"
    """On the way out with an error."""


class FailurePolicy(StrEnum):
    """What a hook's failure does to the call."""

    FAIL = "fail"
    """The call fails with hook.failed or hook.timed_out; the default, for a guard that fails must not let
    pass.
    """
    IGNORE = "ignore"
    """It is counted and told by hook.error; the call goes on as if the handler had returned nothing."""
    DISABLE = "disable"
    """As IGNORE, and the hook is disabled after `max_failures` failures in a row."""


class HookDefinition(Record):
    """A hook with a handler of the program's own."""

    point: Annotated[str, Field(max_length=64, min_length=1, pattern="^[A-Za-z_][A-Za-z0-9_.-]*$")]
    """Where it stands: a constant of Point, or a point that the program passes with `hook.execute`."""
    type: Type
    """On which part of its way it meets a call."""
    handler: Annotated[HookHandler, CallbackMark("hook.HookHandler")]
    """What it does."""
    name: Annotated[str | None, Field(max_length=128, min_length=1)] = None
    """What errors and lists call it; its handle when left out. Need not be unique."""
    priority: Priority = Priority.NORMAL
    """How far out it lies."""
    timeout_seconds: Annotated[float, Field(gt=0.0)] = 30.0
    """Longest time of one call of the handler. A handler that blocks its program keeps it beyond that; the
    call fails when it comes back.
    """
    on_failure: FailurePolicy = FailurePolicy.FAIL
    """What happens to the call when the handler fails."""
    max_failures: Annotated[int, Field(ge=1)] = 3
    """With policy DISABLE the failures in a row after which it is disabled."""
    max_retries: Annotated[int, Field(ge=0, le=99)] = 3
    """How often it may have one call done again; a wish beyond that is not heard."""
    observe: bool = False
    """It only looks: any answer but nothing is a failure, and streams are not held back for it."""
    enabled: bool = True
    """Whether it is called from the start."""


class GeneratePayload(Record):
    """What is asked of a model; the result is a provider.ChatResult."""

    point: Literal["generate"] = "generate"
    """Which payload this is."""
    provider: str
    """The provider's name; cannot be changed."""
    model: str
    """The model; empty when the provider chooses."""
    messages: Annotated[list[Message], Field(min_length=1)]
    """The conversation as the model will see it, oldest first."""
    tools: list[ToolSpec]
    """The tools it may ask for."""
    streaming: bool
    """Whether the caller reads the reply in pieces; cannot be changed."""
    agent: str | None = None
    """The name of the agent that asks; absent in calls of provider.chat and provider.stream. Cannot be
    changed.
    """
    tool_choice: str | None = None
    """auto, none, required, or the name of one tool."""
    temperature: Annotated[float | None, Field(ge=0.0, le=2.0)] = None
    """How freely it chooses words."""
    top_p: Annotated[float | None, Field(gt=0.0, le=1.0)] = None
    """The share of likely words it chooses from."""
    max_tokens: Annotated[int | None, Field(ge=1)] = None
    """The longest reply."""
    stop: Annotated[list[str] | None, Field(max_length=16)] = None
    """Texts that end the reply."""
    seed: int | None = None
    """For the same answer again."""
    response_schema: JsonSchema | None = None
    """The reply must be JSON of this schema."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest wait."""
    extra: dict[str, Any] | None = None
    """Members to add to the request as they are."""


class ToolCallPayload(Record):
    """A tool about to run; the result is the tool's value, any JSON.

    The arguments fit the tool's schema; when a hook changes them they are checked again.
    """

    point: Literal["tool_call"] = "tool_call"
    """Which payload this is."""
    tool: str
    """The tool; cannot be changed."""
    arguments: dict[str, Any]
    """Its arguments."""
    execution: str
    """Id of the execution, as events carry it. Cannot be changed."""
    mode: ExecutionMode
    """How it runs; cannot be changed."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """Longest time of the execution."""


class AgentRunPayload(Record):
    """A run about to begin; the result is an agent.RunResult, or with `schema` an agent.StructuredResult."""

    point: Literal["agent_run"] = "agent_run"
    """Which payload this is."""
    agent: str
    """The agent's name; cannot be changed."""
    agent_id: str
    """Its handle; cannot be changed."""
    input: str
    """What it is asked."""
    streaming: bool
    """Whether the caller reads the run in pieces; cannot be changed."""
    images: list[str] | None = None
    """Pictures beside the input, as https or data URLs."""
    temperature: Annotated[float | None, Field(ge=0.0, le=2.0)] = None
    """Instead of the agent's own."""
    max_tokens: Annotated[int | None, Field(ge=1)] = None
    """Instead of the agent's own."""
    max_steps: Annotated[int | None, Field(ge=1, le=1000)] = None
    """Instead of the agent's own."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """Instead of the agent's own."""
    schema_: Annotated[JsonSchema | None, Field(alias="schema")] = None
    """What a structured run must answer; absent in others. Cannot be changed."""
    max_attempts: Annotated[int | None, Field(ge=1, le=10)] = None
    """How often the model of a structured run may answer."""


class WorkflowStepPayload(Record):
    """A step of a workflow about to run; the result is what the step gives, any JSON."""

    point: Literal["workflow_step"] = "workflow_step"
    """Which payload this is."""
    workflow: str
    """The workflow's name; cannot be changed."""
    run: str | None = None
    """Which run of it, as events name it; cannot be changed."""
    step: str
    """The step; cannot be changed."""
    kind: str
    """What it does, as the definition says: agent, tool, script, workflow and so on. Cannot be changed."""
    input: Any
    """What it is given, templates filled in."""
    attempt: Annotated[int | None, Field(ge=1)] = None
    """Which try of the step this is; cannot be changed."""


class CustomPayload(Record):
    """What a program gave hook.execute; the result is what its work gives, any JSON."""

    point: Literal["custom"] = "custom"
    """Which payload this is."""
    name: str
    """The point; cannot be changed."""
    value: Any
    """What was given."""


HookPayload = TypeAliasType(
    "HookPayload",
    Annotated[
        GeneratePayload | ToolCallPayload | AgentRunPayload | WorkflowStepPayload | CustomPayload,
        Field(discriminator="point"),
    ],
)
"""What passes a point on the way in."""


class HookCall(Record):
    """What a handler is told."""

    hook: str
    """The name of its hook."""
    point: str
    """Where it stands."""
    phase: Phase
    """Where the call is on its way."""
    payload: HookPayload
    """What the call was given, as the hooks further out have left it; on the way out as this hook has let
    it pass.
    """
    result: Any = None
    """What came out; in phase after."""
    error: ErrorInfo | None = None
    """How it failed; in phase error."""
    context: dict[str, Any]
    """What the handler gave as context in phase before; else empty."""
    attempt: Annotated[int, Field(ge=1)]
    """How often what lies further in was done for this hook; 1 on the way in."""
    call: str
    """The same for all hooks that one call meets: "call_1"."""
    session: str
    """The session that calls: its name or handle, "main" for the first one."""


class HookError(Record):
    """An error in the words of a hook."""

    code: Annotated[str, Field(min_length=1)]
    """A code of the program's own, such as "shop.closed"."""
    message: Annotated[str, Field(min_length=1)]
    """What happened, and the way out."""


class HookAnswer(Record):
    """What a handler wants changed; nothing is changed by what is absent."""

    payload: HookPayload | None = None
    """Go on with this payload, which is whole; in phase before."""
    result: Any = None
    """Before: give this, and do not call what lies further in. After and error: give this in place of what
    came out.
    """
    reject: Annotated[str | None, Field(min_length=1)] = None
    """Refuse the call, or its result, for this reason; in phases before and after."""
    error: HookError | None = None
    """Fail with this in place of the error; in phase error."""
    retry_after_seconds: Annotated[float | None, Field(ge=0.0, le=3600.0)] = None
    """Wait that long, and do again what lies further in; in phases after and error."""
    context: dict[str, Any] | None = None
    """Given back to an AROUND hook on the way out; in phase before."""


class HookFilter(Record):
    """Which hooks to list."""

    point: str | None = None
    """Only those that stand at this point."""
    enabled: bool | None = None
    """Only those that are enabled, or those that are not."""


class HookInfo(Record):
    """A hook and what it has done."""

    id: str
    """Its handle: "hook_1"."""
    name: str
    """What errors and lists call it."""
    type: Type
    """On which part of its way it meets a call."""
    points: list[str]
    """Where it stands."""
    priority: Priority
    """How far out it lies."""
    enabled: bool
    """Whether it is called."""
    on_failure: FailurePolicy
    """What happens to a call when it fails."""
    observe: bool
    """Whether it only looks."""
    calls: int
    """Calls that have met it."""
    failures: int
    """How often it failed."""
    disabled_by_failures: bool | None = None
    """True when its failures switched it off; absent otherwise."""
    last_error: ErrorInfo | None = None
    """How it last failed; absent when it never did."""


class HookRejected(Record):
    """A hook has refused."""

    hook: str
    """The hook's name."""
    hook_id: str
    """Its handle."""
    point: str
    """Where it stands."""
    phase: Phase
    """before when it refused the call, after when its result."""
    call: str
    """The call."""
    reason: str
    """Why."""


class HookFailure(Record):
    """A hook has failed."""

    hook: str
    """The hook's name."""
    hook_id: str
    """Its handle."""
    point: str
    """Where it stands."""
    phase: Phase
    """Where the call was."""
    call: str
    """The call."""
    policy: FailurePolicy
    """What this does to the call."""
    error: ErrorInfo
    """What went wrong, as a call of policy FAIL is told."""


class HookDisabled(Record):
    """A hook was switched off."""

    hook: str
    """The hook's name."""
    hook_id: str
    """Its handle."""
    failures: int
    """How often it failed in a row."""


HookHandler: TypeAlias = Callable[[HookCall], HookAnswer | Awaitable[HookAnswer | None] | None]
"""What a hook does.

Called with (call).

Args:
    call: What passes.
"""

HookWork: TypeAlias = Callable[[Any], Any | Awaitable[Any]]
"""What lies inside the hooks of a program's own point.

Called with (payload).

Args:
    payload: What hook.execute was given, as the hooks have left it.
"""
HookDefinition.model_rebuild()
