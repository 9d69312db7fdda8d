"""Models that keep a conversation and use tools.

An agent has a provider, a system prompt, tools and a conversation. A run adds an input to the
conversation and calls the model until it answers without asking for a tool.

**Tools.** What the model asks for is run through the session's tools, several calls of one reply at the same time;
the results go back in the order they were asked for. An unknown tool, arguments that do not fit the schema and a tool
that fails are told to the model, which may do better; they do not end the run.

**Conversation.** A run that ends well adds its input, the calls, their results and the answer. A run that fails, is
cancelled, or whose stream is left early adds nothing. With `memory` it has a budget of tokens (see memory.create_conversation), to
which it is brought when a run begins, and may be kept in a file; what the run under way says is shown to the model whole.

**States.** `IDLE` when made or reset; `RUNNING` during a run; then `COMPLETED` or `ERROR`; `READY` after a change
(configure, a handoff received) and after a cancelled run. From all but `RUNNING` a run may start. An agent runs once
at a time: a second run meanwhile is refused with `agent.busy`. Calls through `as_tool` are runs of their own
beside that, each with its own conversation.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import events
    from .aio import AsyncAgent, AsyncAgentBridge
    from .constants import Limit
    from .errors import Busy, InvalidHandoff, InvalidOutput, NestedTooDeep, NotFound, StepLimit, UnknownTool
    from .service import AgentService
    from .sync import Agent, AgentBridge
    from .types import (
        AgentChanges,
        AgentCompleted,
        AgentConfig,
        AgentFailed,
        AgentHandedOff,
        AgentInfo,
        AgentMemory,
        AgentStarted,
        ChunkKind,
        RunChunk,
        RunOptions,
        RunResult,
        State,
        StructuredOptions,
        StructuredResult,
        ToolOutcome,
        ToolSettings,
    )

_HOMES: dict[str, str] = {
    "AsyncAgent": ".aio",
    "AsyncAgentBridge": ".aio",
    "Limit": ".constants",
    "Busy": ".errors",
    "InvalidHandoff": ".errors",
    "InvalidOutput": ".errors",
    "NestedTooDeep": ".errors",
    "NotFound": ".errors",
    "StepLimit": ".errors",
    "UnknownTool": ".errors",
    "AgentService": ".service",
    "Agent": ".sync",
    "AgentBridge": ".sync",
    "AgentChanges": ".types",
    "AgentCompleted": ".types",
    "AgentConfig": ".types",
    "AgentFailed": ".types",
    "AgentHandedOff": ".types",
    "AgentInfo": ".types",
    "AgentMemory": ".types",
    "AgentStarted": ".types",
    "ChunkKind": ".types",
    "RunChunk": ".types",
    "RunOptions": ".types",
    "RunResult": ".types",
    "State": ".types",
    "StructuredOptions": ".types",
    "StructuredResult": ".types",
    "ToolOutcome": ".types",
    "ToolSettings": ".types",
}
_MODULES: frozenset[str] = frozenset(
    {
        "events",
    }
)

__all__ = [
    "Agent",
    "AgentBridge",
    "AgentChanges",
    "AgentCompleted",
    "AgentConfig",
    "AgentFailed",
    "AgentHandedOff",
    "AgentInfo",
    "AgentMemory",
    "AgentService",
    "AgentStarted",
    "AsyncAgent",
    "AsyncAgentBridge",
    "Busy",
    "ChunkKind",
    "InvalidHandoff",
    "InvalidOutput",
    "Limit",
    "NestedTooDeep",
    "NotFound",
    "RunChunk",
    "RunOptions",
    "RunResult",
    "State",
    "StepLimit",
    "StructuredOptions",
    "StructuredResult",
    "ToolOutcome",
    "ToolSettings",
    "UnknownTool",
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
