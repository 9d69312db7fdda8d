"""The time of events, in one place, so that a test can do without."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import anyio


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """What the event service knows of time."""

    now: Callable[[], datetime] = _now
    """The time of day, in UTC; what events are stamped with."""
    monotonic: Callable[[], float] = time.monotonic
    """Seconds from some moment on, which never go back; what a replay is paced by."""
    sleep: Callable[[float], Awaitable[None]] = anyio.sleep


SYSTEM = Clock()
