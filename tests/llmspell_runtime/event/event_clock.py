"""A clock that is moved by hand: time passes when somebody sleeps, and nobody does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from llmspell_runtime.event.clock import Clock


@dataclass(slots=True)
class HandClock:
    """Its time goes on by what is slept, and by ``moved``."""

    time: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)
    slept: list[float] = field(default_factory=list)

    def clock(self) -> Clock:
        return Clock(now=lambda: self.time, monotonic=lambda: self.time.timestamp(), sleep=self.sleep)

    def move(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.move(seconds)
