"""Events of memory: subscribe with ``session.on``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bridge_runtime.clients import EventType

if TYPE_CHECKING:
    from .types import ConversationTrimmed, MemoryEvicted, SummaryMissed

EVICT: Final[EventType[MemoryEvicted]] = EventType("memory.evict")
"""Memory has dropped an entry by itself.

Emitted: When a full short-term memory makes room, or an entry is found to be past its time.
"""

TRIM: Final[EventType[ConversationTrimmed]] = EventType("memory.trim")
"""The oldest turns of a conversation have been dropped or summarized.

Emitted: When messages that are added, or memory.compact, take a conversation beyond its budget.
"""

SUMMARY_ERROR: Final[EventType[SummaryMissed]] = EventType("memory.summary_error")
"""A conversation could not be summarized.

Emitted: When its summarizer fails; the conversation holds all it held.
"""
