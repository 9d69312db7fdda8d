"""Events of agent: subscribe with ``session.on``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bridge_runtime.clients import EventType

if TYPE_CHECKING:
    from .types import AgentCompleted, AgentFailed, AgentHandedOff, AgentStarted

START: Final[EventType[AgentStarted]] = EventType("agent.start")
"""A run begins.

Emitted: Before the first model call of a run.
"""

COMPLETE: Final[EventType[AgentCompleted]] = EventType("agent.complete")
"""A run has ended well.

Emitted: When the answer is there and the conversation holds it.
"""

ERROR: Final[EventType[AgentFailed]] = EventType("agent.error")
"""A run has failed, or was cancelled.

Emitted: When a run ends without an answer; a cancelled one with runtime.cancelled.
"""

HANDOFF: Final[EventType[AgentHandedOff]] = EventType("agent.handoff")
"""An agent gave its conversation to another.

Emitted: Before the target's run begins.
"""
