"""Time and chance, in one place, so that a test can do without either."""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import anyio


@dataclass(frozen=True, slots=True)
class Clock:
    """What a provider knows of time."""

    now: Callable[[], float] = time.perf_counter
    """Seconds from some moment on."""
    sleep: Callable[[float], Awaitable[None]] = anyio.sleep
    chance: Callable[[], float] = random.random
    """A number from 0 to 1."""


SYSTEM = Clock()
