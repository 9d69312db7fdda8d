"""Functions and ready-made helpers that take part in what the session does.

A hook stands at a *point*: around a model's reply (`generate`), a tool's run (`tool_call`), an agent's run
(`agent_run`), a workflow's step (`workflow_step`), or a point that a program names itself and passes with
`hook.execute`. It sees the point's payload on the way in and the result or the error on the way out, and may change
them, refuse the call, or answer in its stead.

**Order.** The hooks of a point lie around the call like the skins of an onion: highest priority outermost, then in the
order they were registered. On the way in they are called from the outside in, on the way out from the inside
out, so that of two POST hooks the one with the higher priority has the last word. Who refuses or answers turns the
call round: what lies further in is not called, what lies further out sees the error or the result on its way out.

**Types.** PRE is called on the way in, POST on the way out with a result, ERROR on the way out with an error, and
AROUND in all three: first with phase `before`, then with `after` or `error`. What it gives as `context` in `before`
it is given again, so that it needs no memory of its own. A call that is cancelled, or whose session closes, passes all hooks
without a word.

**Answers.** A handler that returns nothing lets the call go on unchanged. Else it returns what should change:
`payload` (before), `result` (before: instead of the call; after, error: instead of what came out), `reject` with
a reason (before, after), `error` (error), or `retry_after_seconds` to have what lies further in done again (after, error).
A payload is given back whole; what names the call (provider, tool, agent, execution, run) cannot be changed.

**Failures.** A handler that fails, takes too long or returns what its phase does not allow has failed. Its policy says
what then: FAIL, the default, fails the call; IGNORE goes on as if it had returned nothing; DISABLE does so too, and switches the hook off
after some failures in a row. Each is counted and told by `hook.error`.

**Calls from within.** What a handler calls passes all hooks but the one whose handler it is, so that it does not call itself.

**Streams.** A hook that could change the result of a stream (POST and AROUND, unless they only `observe`, and redaction) has to see it whole: the pieces
are held back until the hooks have let the result pass, and then made from it. All others leave the stream flowing; once a piece
was delivered, an ERROR hook can replace the error, and neither give a result nor retry.

**Trust.** A handler sees all that passes: prompts, arguments, results, and the secrets in them. Hooks also stand around the calls of child
sessions, outside of the child's own; a child can neither see nor remove them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import events
    from .aio import AsyncHook, AsyncHookBridge
    from .constants import Limit
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
    from .sync import Hook, HookBridge
    from .types import (
        AgentRunPayload,
        BuiltIn,
        BuiltInHook,
        CacheHook,
        ComposeOptions,
        CustomPayload,
        FailurePolicy,
        GeneratePayload,
        HookAnswer,
        HookCall,
        HookDefinition,
        HookDisabled,
        HookError,
        HookFailure,
        HookFilter,
        HookHandler,
        HookInfo,
        HookLogged,
        HookPayload,
        HookRejected,
        HookRetried,
        HookWork,
        LoggingHook,
        LogLevel,
        MetricSeries,
        MetricsHook,
        Phase,
        Point,
        Priority,
        RateLimitHook,
        RedactionHook,
        RedactionPart,
        RetryHook,
        ToolCallPayload,
        Type,
        WorkflowStepPayload,
    )

_HOMES: dict[str, str] = {
    "AsyncHook": ".aio",
    "AsyncHookBridge": ".aio",
    "Limit": ".constants",
    "Failed": ".errors",
    "InvalidComposition": ".errors",
    "InvalidOptions": ".errors",
    "InvalidPayload": ".errors",
    "NestedTooDeep": ".errors",
    "NotFound": ".errors",
    "RateLimited": ".errors",
    "Rejected": ".errors",
    "Replaced": ".errors",
    "TimedOut": ".errors",
    "HookService": ".service",
    "Hook": ".sync",
    "HookBridge": ".sync",
    "AgentRunPayload": ".types",
    "BuiltIn": ".types",
    "BuiltInHook": ".types",
    "CacheHook": ".types",
    "ComposeOptions": ".types",
    "CustomPayload": ".types",
    "FailurePolicy": ".types",
    "GeneratePayload": ".types",
    "HookAnswer": ".types",
    "HookCall": ".types",
    "HookDefinition": ".types",
    "HookDisabled": ".types",
    "HookError": ".types",
    "HookFailure": ".types",
    "HookFilter": ".types",
    "HookHandler": ".types",
    "HookInfo": ".types",
    "HookLogged": ".types",
    "HookPayload": ".types",
    "HookRejected": ".types",
    "HookRetried": ".types",
    "HookWork": ".types",
    "LogLevel": ".types",
    "LoggingHook": ".types",
    "MetricSeries": ".types",
    "MetricsHook": ".types",
    "Phase": ".types",
    "Point": ".types",
    "Priority": ".types",
    "RateLimitHook": ".types",
    "RedactionHook": ".types",
    "RedactionPart": ".types",
    "RetryHook": ".types",
    "ToolCallPayload": ".types",
    "Type": ".types",
    "WorkflowStepPayload": ".types",
}
_MODULES: frozenset[str] = frozenset(
    {
        "events",
    }
)

__all__ = [
    "AgentRunPayload",
    "AsyncHook",
    "AsyncHookBridge",
    "BuiltIn",
    "BuiltInHook",
    "CacheHook",
    "ComposeOptions",
    "CustomPayload",
    "Failed",
    "FailurePolicy",
    "GeneratePayload",
    "Hook",
    "HookAnswer",
    "HookBridge",
    "HookCall",
    "HookDefinition",
    "HookDisabled",
    "HookError",
    "HookFailure",
    "HookFilter",
    "HookHandler",
    "HookInfo",
    "HookLogged",
    "HookPayload",
    "HookRejected",
    "HookRetried",
    "HookService",
    "HookWork",
    "InvalidComposition",
    "InvalidOptions",
    "InvalidPayload",
    "Limit",
    "LogLevel",
    "LoggingHook",
    "MetricSeries",
    "MetricsHook",
    "NestedTooDeep",
    "NotFound",
    "Phase",
    "Point",
    "Priority",
    "RateLimitHook",
    "RateLimited",
    "RedactionHook",
    "RedactionPart",
    "Rejected",
    "Replaced",
    "RetryHook",
    "TimedOut",
    "ToolCallPayload",
    "Type",
    "WorkflowStepPayload",
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
