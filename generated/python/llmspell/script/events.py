"""Events of script: subscribe with ``session.on``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bridge_runtime.clients import EventType

if TYPE_CHECKING:
    from .types import ScriptCompleted, ScriptEnded, ScriptStarted

START: Final[EventType[ScriptStarted]] = EventType("script.start")
"""A script has begun.

Emitted: Before its text is read.
"""

COMPLETE: Final[EventType[ScriptCompleted]] = EventType("script.complete")
"""A script has finished.

Emitted: When its value is there, before the caller has it.
"""

ERROR: Final[EventType[ScriptEnded]] = EventType("script.error")
"""A script has ended in an error.

Emitted: When it could not be read, failed, was cancelled or reached a limit.
"""
