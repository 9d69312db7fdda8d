"""The events that wait for one subscription: so many at most, and a policy for one more."""

from __future__ import annotations

from collections import deque
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from bridge_runtime.pump import Caller
from llmspell.event.types import DeliveryOrder, OverflowPolicy

from llmspell_runtime.event.occurrence import PRIORITIES, Occurrence

if TYPE_CHECKING:
    _Line: TypeAlias = "deque[tuple[int, Occurrence, Caller | None]]"


class EventQueue:
    """A bounded queue with a line for each priority; what is in a line keeps its order.

    It belongs to one subscription, whose lock guards it.
    """

    def __init__(self, size: int, order: DeliveryOrder, overflow: OverflowPolicy) -> None:
        self.size, self.order, self.overflow = size, order, overflow
        self._lines: tuple[_Line, ...] = tuple(deque() for _ in PRIORITIES)
        self._numbers = count()
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def put(self, occurrence: Occurrence, caller: Caller | None) -> bool:
        """Add an event, with the root call it was emitted in; False when one was dropped, this or another."""
        had_room = self._length < self.size
        if not had_room and not self._make_room(occurrence.rank):
            return False
        self._lines[occurrence.rank].append((next(self._numbers), occurrence, caller))
        self._length += 1
        return had_room

    def _make_room(self, rank: int) -> bool:
        """Drop what the policy says for an event of ``rank``; False when it is that event itself."""
        if self.overflow is OverflowPolicy.DROP_OLDEST:
            self._drop(self._oldest())
            return True
        if self.overflow is OverflowPolicy.DROP_LOWEST:
            lowest = next(line for line in self._lines if line)
            if lowest[0][1].rank <= rank:
                self._drop(lowest)
                return True
        return False

    def _drop(self, line: _Line) -> None:
        line.popleft()
        self._length -= 1

    def _oldest(self) -> _Line:
        return min((line for line in self._lines if line), key=lambda line: line[0][0])

    def take(self) -> tuple[Occurrence, Caller | None] | None:
        """The event that is next, and the root call it was emitted in; None when none waits."""
        if not self._length:
            return None
        if self.order is DeliveryOrder.PRIORITY:
            line = next(line for line in reversed(self._lines) if line)
        else:
            line = self._oldest()
        _, occurrence, caller = line.popleft()
        self._length -= 1
        return occurrence, caller

    def clear(self) -> None:
        """Drop all that waits."""
        for line in self._lines:
            line.clear()
        self._length = 0
