"""Events of workflow: subscribe with ``session.on``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bridge_runtime.clients import EventType

if TYPE_CHECKING:
    from .types import RunCompleted, RunFailed, RunMoved, RunStarted, StepEnded, StepRetried, StepStarted

START: Final[EventType[RunStarted]] = EventType("workflow.start")
"""A run has begun.

Emitted: Before its first step.
"""

STEP_START: Final[EventType[StepStarted]] = EventType("workflow.step_start")
"""An attempt of a step has begun.

Emitted: Before what it does begins, each time it is tried.
"""

STEP: Final[EventType[StepEnded]] = EventType("workflow.step")
"""A step has ended.

Emitted: When its outcome is there, and kept; for steps that do work, and those of them that are skipped.
"""

RETRY: Final[EventType[StepRetried]] = EventType("workflow.retry")
"""An attempt of a step failed, and there will be another.

Emitted: Before the pause.
"""

COMPLETE: Final[EventType[RunCompleted]] = EventType("workflow.complete")
"""A run has ended well.

Emitted: When its output is there, before the caller has it.
"""

ERROR: Final[EventType[RunFailed]] = EventType("workflow.error")
"""A run has ended in an error.

Emitted: When a step failed for good and nothing caught it, or the run took too long.
"""

PAUSED: Final[EventType[RunMoved]] = EventType("workflow.paused")
"""A run stands between two steps.

Emitted: When the steps under way have ended.
"""

RESUMED: Final[EventType[RunMoved]] = EventType("workflow.resumed")
"""A paused run goes on.

Emitted: Before its next step.
"""

CANCELLED: Final[EventType[RunMoved]] = EventType("workflow.cancelled")
"""A run was cancelled.

Emitted: When the steps under way have ended.
"""
