"""Events of state: subscribe with ``session.on``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bridge_runtime.clients import EventType

if TYPE_CHECKING:
    from .types import StateChanged

CHANGE: Final[EventType[StateChanged]] = EventType("state.change")
"""A state has changed.

Emitted: After the change, in the order of the revisions.
"""
