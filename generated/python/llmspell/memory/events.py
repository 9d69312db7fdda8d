"""Events of memory: subscribe with ``session.on``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bridge_runtime.clients import EventType

if TYPE_CHECKING:
    from .types import MemoryEvicted

EVICT: Final[EventType[MemoryEvicted]] = EventType("memory.evict")
"""Memory has dropped an entry by itself.

Emitted: When a full short-term memory makes room, or an entry is found to be past its time.
"""
