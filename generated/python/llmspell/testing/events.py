"""Events of testing: subscribe with ``session.on``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bridge_runtime.clients import EventType

if TYPE_CHECKING:
    from .types import ScenarioCompleted, ScenarioStarted, StepCompleted

START: Final[EventType[ScenarioStarted]] = EventType("testing.start")
"""A scenario begins.

Emitted: Before its fixtures are set up.
"""

STEP: Final[EventType[StepCompleted]] = EventType("testing.step")
"""A step of a scenario is done.

Emitted: After its expectations were checked.
"""

COMPLETE: Final[EventType[ScenarioCompleted]] = EventType("testing.complete")
"""A scenario is done.

Emitted: After all was cleared away.
"""
