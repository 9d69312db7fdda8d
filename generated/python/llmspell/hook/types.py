"""Types of hook."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Annotated, Any, Literal, TypeAlias

from bridge_runtime.formats import UNIQUE
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


class BuiltIn(StrEnum):
    """The ready-made hooks, which hook.install puts in place."""

    LOGGING = "logging"
    """Tells of each call when it has ended."""
    METRICS = "metrics"
    """Counts calls and errors, and measures how long they take."""
    RATE_LIMIT = "rate_limit"
    """Lets so many calls pass in a time."""
    CACHE = "cache"
    """Answers a call that was answered before."""
    RETRY = "retry"
    """Has a call that failed done again."""
    REDACTION = "redaction"
    """Takes secrets out of what passes."""


class LogLevel(StrEnum):
    """How loud a log entry is."""

    DEBUG = "debug"
    """Of interest when looking closely."""
    INFO = "info"
    """As it should be."""
    WARNING = "warning"
    """Worth a look."""
    ERROR = "error"
    """Something failed."""


class RedactionPart(StrEnum):
    """Where redaction looks."""

    PAYLOAD = "payload"
    """On the way in."""
    RESULT = "result"
    """On the way out."""
    ERROR = "error"
    """In errors: their messages and fields."""
    EVENT = "event"
    """In the events that the runtime emits, whatever their point; a program's own events are left alone."""


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


class LoggingHook(Record):
    """Tells of each call when it has ended: how it ended, and how long it took.

    As the event hook.log, and as a line of the Python logger `llmspell.hook`.
    """

    kind: Literal["logging"] = "logging"
    """Which hook this is."""
    points: (
        Annotated[
            list[Annotated[str, Field(max_length=64, min_length=1, pattern="^[A-Za-z_][A-Za-z0-9_.-]*$")]],
            Field(min_length=1),
            UNIQUE,
        ]
        | None
    ) = None
    """Where it stands; at all of Point when left out."""
    name: Annotated[str | None, Field(max_length=128, min_length=1)] = None
    """What errors and lists call it; its kind when left out."""
    priority: Priority = Priority.HIGH
    """How far out it lies."""
    only: Annotated[list[str], Field(min_length=1), UNIQUE] | None = None
    """The providers, tools, agents, steps or own points it is for, by name; all when left out."""
    level: LogLevel = LogLevel.INFO
    """Of a call that ended well; one that failed is a warning at least."""
    content: bool = False
    """Whether to tell payload and result too; texts under names like `password`, common keys and the
    session's own secrets are left out.
    """
    max_characters: Annotated[int, Field(ge=1, le=1000000)] = 500
    """Where payload and result are cut."""


class MetricsHook(Record):
    """Counts calls and errors, and measures how long they take; get_info gives the figures."""

    kind: Literal["metrics"] = "metrics"
    """Which hook this is."""
    points: (
        Annotated[
            list[Annotated[str, Field(max_length=64, min_length=1, pattern="^[A-Za-z_][A-Za-z0-9_.-]*$")]],
            Field(min_length=1),
            UNIQUE,
        ]
        | None
    ) = None
    """Where it stands; at all of Point when left out."""
    name: Annotated[str | None, Field(max_length=128, min_length=1)] = None
    """What errors and lists call it; its kind when left out."""
    priority: Priority = Priority.HIGH
    """How far out it lies, and so what it measures: the hooks further in are part of it."""
    only: Annotated[list[str], Field(min_length=1), UNIQUE] | None = None
    """The providers, tools, agents, steps or own points it is for, by name; all when left out."""
    window: Annotated[int, Field(ge=1, le=100000)] = 1024
    """How many of the newest durations of each series the percentiles are made of."""


class RateLimitHook(Record):
    """Lets so many calls pass in a time, and refuses the others, or has them wait.

    A bucket holds up to `burst` tokens and is filled evenly; a call takes one. It lies innermost, so
    that what a cache answers takes none, and each retry takes one.
    """

    kind: Literal["rate_limit"] = "rate_limit"
    """Which hook this is."""
    points: (
        Annotated[
            list[Annotated[str, Field(max_length=64, min_length=1, pattern="^[A-Za-z_][A-Za-z0-9_.-]*$")]],
            Field(min_length=1),
            UNIQUE,
        ]
        | None
    ) = None
    """Where it stands; at generate when left out."""
    name: Annotated[str | None, Field(max_length=128, min_length=1)] = None
    """What errors and lists call it; its kind when left out."""
    priority: Priority = Priority.LOWEST
    """How far out it lies."""
    only: Annotated[list[str], Field(min_length=1), UNIQUE] | None = None
    """The providers, tools, agents, steps or own points it is for, by name; all when left out."""
    calls: Annotated[int, Field(ge=1, le=1000000)]
    """How many calls pass."""
    per_seconds: Annotated[float, Field(gt=0.0, le=86400.0)]
    """In which time."""
    burst: Annotated[int | None, Field(ge=1, le=1000000)] = None
    """How many may pass at once after a rest; as many as `calls` when left out."""
    per: Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=8)] | None = None
    """JSON pointers into the payload; calls with different values there have buckets of their own:
    ["/provider", "/model"]. One bucket for all when left out.
    """
    max_wait_seconds: Annotated[float, Field(ge=0.0, le=3600.0)] = 0.0
    """How long a call may wait for its token before it is refused."""


class CacheHook(Record):
    """Answers a call that was answered before with the same result.

    Two calls are the same when they come from the same session and their payloads have the same
    canonical JSON, but for what names one call (agent, execution, streaming, timeout). A reply that
    comes out of the cache has used no tokens, and says so. It can stand at generate, at tool_call for
    the `tools` that are named (others may do more than answer), and at own points.
    """

    kind: Literal["cache"] = "cache"
    """Which hook this is."""
    points: (
        Annotated[
            list[Annotated[str, Field(max_length=64, min_length=1, pattern="^[A-Za-z_][A-Za-z0-9_.-]*$")]],
            Field(min_length=1),
            UNIQUE,
        ]
        | None
    ) = None
    """Where it stands; at generate when left out."""
    name: Annotated[str | None, Field(max_length=128, min_length=1)] = None
    """What errors and lists call it; its kind when left out."""
    priority: Priority = Priority.NORMAL
    """How far out it lies."""
    only: Annotated[list[str], Field(min_length=1), UNIQUE] | None = None
    """The providers, tools, agents, steps or own points it is for, by name; all when left out."""
    tools: Annotated[list[str], Field(min_length=1), UNIQUE] | None = None
    """The tools that only answer, which are cached; needed at tool_call."""
    ttl_seconds: Annotated[float, Field(gt=0.0, le=31536000.0)] = 300.0
    """How long a result is kept."""
    max_entries: Annotated[int, Field(ge=1, le=1000000)] = 1000
    """How many are kept; the one that was used longest ago makes room."""


class RetryHook(Record):
    """Has a call that failed done again, after a pause that grows.

    The error's `recovery` decides: retry_once once, retry_with_backoff up to `max_retries` times,
    others never. What the error itself asks for (`retry_after_seconds`) is waited for, up to a minute.
    Providers try again by themselves as well; this comes on top.
    """

    kind: Literal["retry"] = "retry"
    """Which hook this is."""
    points: (
        Annotated[
            list[Annotated[str, Field(max_length=64, min_length=1, pattern="^[A-Za-z_][A-Za-z0-9_.-]*$")]],
            Field(min_length=1),
            UNIQUE,
        ]
        | None
    ) = None
    """Where it stands; at generate when left out."""
    name: Annotated[str | None, Field(max_length=128, min_length=1)] = None
    """What errors and lists call it; its kind when left out."""
    priority: Priority = Priority.LOW
    """How far out it lies."""
    only: Annotated[list[str], Field(min_length=1), UNIQUE] | None = None
    """The providers, tools, agents, steps or own points it is for, by name; all when left out."""
    max_retries: Annotated[int, Field(ge=1, le=99)] = 2
    """Tries after the first."""
    codes: Annotated[list[str], Field(min_length=1), UNIQUE] | None = None
    """The errors to try again after, and no others, whatever their recovery says:
    ["tool.execution_failed"].
    """
    first_pause_seconds: Annotated[float, Field(ge=0.0, le=3600.0)] = 0.5
    """The longest first pause; each further one is twice as long, and each is cut by up to a half by
    chance.
    """
    longest_pause_seconds: Annotated[float, Field(ge=0.0, le=3600.0)] = 8.0
    """Where pauses stop growing."""


class RedactionHook(Record):
    """Takes secrets out of what passes.

    Texts, and lists of texts, under names like `password`, `token` or `authorization` are replaced as a
    whole; within other texts, the secrets that the session knows (keys and headers of its providers and
    its children's), those given here, keys in their common forms, and what the patterns match. It lies
    outermost, so that nothing further in can let one out.
    """

    kind: Literal["redaction"] = "redaction"
    """Which hook this is."""
    points: (
        Annotated[
            list[Annotated[str, Field(max_length=64, min_length=1, pattern="^[A-Za-z_][A-Za-z0-9_.-]*$")]],
            Field(min_length=1),
            UNIQUE,
        ]
        | None
    ) = None
    """Where it stands; at all of Point when left out."""
    name: Annotated[str | None, Field(max_length=128, min_length=1)] = None
    """What errors and lists call it; its kind when left out."""
    priority: Priority = Priority.HIGHEST
    """How far out it lies."""
    only: Annotated[list[str], Field(min_length=1), UNIQUE] | None = None
    """The providers, tools, agents, steps or own points it is for, by name; all when left out."""
    parts: Annotated[list[RedactionPart], Field(min_length=1), UNIQUE] | None = None
    """Where it looks; everywhere when left out. A tool that needs a secret in its arguments needs them
    without payload.
    """
    names: (
        Annotated[list[Annotated[str, Field(max_length=100, min_length=1)]], Field(max_length=100)] | None
    ) = None
    """More names whose texts are replaced; a part of a name is enough, and case does not matter."""
    patterns: (
        Annotated[list[Annotated[str, Field(max_length=500, min_length=1)]], Field(max_length=50)] | None
    ) = None
    """Regular expressions, as Python writes them, of what is replaced within texts. A call for which they
    take longer than two seconds fails with `hook.failed`.
    """
    secrets: Annotated[list[Annotated[str, Field(min_length=5)]], Field(max_length=1000)] | None = None
    """Texts that are replaced wherever they stand."""
    known_secrets: bool = True
    """Whether the keys and headers of providers are replaced."""
    common_keys: bool = True
    """Whether keys in their common forms are replaced: of OpenAI, Anthropic, GitHub, AWS, Google and
    Slack, JSON web tokens, private keys, bearer tokens, passwords in URLs.
    """
    replacement: Annotated[str, Field(max_length=100)] = "[redacted]"
    """What stands in their place."""


BuiltInHook = TypeAliasType(
    "BuiltInHook",
    Annotated[
        LoggingHook | MetricsHook | RateLimitHook | CacheHook | RetryHook | RedactionHook,
        Field(discriminator="kind"),
    ],
)
"""A ready-made hook and its options."""


class ComposeOptions(Record):
    """How several hooks stand as one."""

    name: Annotated[str | None, Field(max_length=128, min_length=1)] = None
    """What lists call it; its handle when left out."""
    priority: Priority = Priority.NORMAL
    """How far out it lies, and all its hooks with it."""


class MetricSeries(Record):
    """The figures of one subject at one point."""

    point: str
    """The point."""
    subject: str
    """The provider, tool, agent or step; an own point's name; "(others)" for what came after the limit of
    series.
    """
    calls: Annotated[int, Field(ge=0)]
    """Calls that have ended."""
    errors: Annotated[int, Field(ge=0)]
    """Those that ended in an error."""
    error_codes: dict[str, int] | None = None
    """How often each error came; absent when none did."""
    total_ms: float
    """Milliseconds of all calls together."""
    min_ms: float | None = None
    """The shortest of the window."""
    p50_ms: float | None = None
    """Half of the window took no longer."""
    p90_ms: float | None = None
    """Nine tenths of the window took no longer."""
    p99_ms: float | None = None
    """All but a hundredth of the window took no longer."""
    max_ms: float | None = None
    """The longest of the window."""


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
    built_in: BuiltIn | None = None
    """Which ready-made hook it is; absent for others."""
    members: list[str] | None = None
    """Handles of the hooks that hook.compose made it of, from the outside in; absent for others."""
    part_of: str | None = None
    """Handle of the hook that it is a member of; absent for others."""
    counts: dict[str, int] | None = None
    """What a ready-made hook has done: hits, misses and entries of a cache; passed, waited and refused of
    a rate limit; retries and given_up; redacted.
    """
    metrics: list[MetricSeries] | None = None
    """The figures of a metrics hook, by point and subject."""
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


class HookLogged(Record):
    """A call has met a logging hook."""

    hook: str
    """The hook's name."""
    hook_id: str
    """Its handle."""
    point: str
    """Where it stands."""
    subject: str
    """The provider, tool, agent or step; an own point's name."""
    call: str
    """The call."""
    session: str
    """The session that called."""
    level: LogLevel
    """How loud it is."""
    outcome: str
    """"ok", or the code of the error."""
    duration_ms: float
    """How long it took."""
    payload: str | None = None
    """The payload as JSON, cut and without secrets, when content was asked for."""
    result: str | None = None
    """The result as JSON, cut and without secrets, when content was asked for."""


class HookRetried(Record):
    """A retrying hook has a call done again."""

    hook: str
    """The hook's name."""
    hook_id: str
    """Its handle."""
    point: str
    """Where it stands."""
    call: str
    """The call."""
    attempt: int
    """The try that failed; the first is 1."""
    wait_seconds: float
    """The pause before the next."""
    error: ErrorInfo
    """How it failed."""


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
