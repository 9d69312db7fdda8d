"""Time as this bridge knows it, so that a test of tests need not wait."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import anyio


@dataclass(frozen=True, slots=True)
class Clock:
    """What measures durations, and what lets time pass."""

    now: Callable[[], float] = time.perf_counter
    """Seconds from some moment on."""
    sleep: Callable[[float], Awaitable[None]] = anyio.sleep

    def since(self, began: float) -> float:
        """Milliseconds since then."""
        return round((self.now() - began) * 1000, 3)


SYSTEM = Clock()
