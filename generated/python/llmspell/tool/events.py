"""Events of tool: subscribe with ``session.on``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bridge_runtime.clients import EventType

if TYPE_CHECKING:
    from .types import ToolCompleted, ToolFailed, ToolStarted

START: Final[EventType[ToolStarted]] = EventType("tool.start")
"""A tool has begun.

Emitted: After its arguments were found to fit, before its handler runs.
"""

COMPLETE: Final[EventType[ToolCompleted]] = EventType("tool.complete")
"""A tool has finished.

Emitted: When its value is there, before the caller has it.
"""

ERROR: Final[EventType[ToolFailed]] = EventType("tool.error")
"""A tool has ended in an error.

Emitted: When its handler failed, was refused a permission or reached a limit.
"""
