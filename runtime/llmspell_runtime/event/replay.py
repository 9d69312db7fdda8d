"""Sending recorded events again: which, how fast, and to whom."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from datetime import datetime

from llmspell.event.types import ReplayOptions

from llmspell_runtime.event.clock import Clock
from llmspell_runtime.event.occurrence import Occurrence
from llmspell_runtime.event.subscription import EventSubscription


async def replay(
    pages: AsyncIterator[list[Occurrence]],
    options: ReplayOptions,
    clock: Clock,
    send: Callable[[Occurrence], Awaitable[object]],
) -> int:
    """Give ``send`` the events of ``pages``, marked as replayed, when ``options`` say; gives how many it had."""
    pace = Pace(clock, options.speed, options.max_gap_seconds)
    to_skip, sent = options.skip or 0, 0
    async with aclosing(pages):  # type: ignore[type-var]
        async for page in pages:
            for occurrence in page[to_skip:]:
                if sent == options.limit:
                    return sent
                await pace.until(occurrence.timestamp)
                await send(occurrence.again())
                sent += 1
            to_skip = max(0, to_skip - len(page))
    return sent


class Pace:
    """Waits as long as lay between the events; what sending them takes is part of that."""

    def __init__(self, clock: Clock, speed: float | None, longest: float | None) -> None:
        self._clock, self._speed, self._longest = clock, speed, longest
        self._before: datetime | None = None
        self._due = 0.0

    async def until(self, timestamp: datetime) -> None:
        """Wait until the event that was emitted at ``timestamp`` is due; a moment in any case, for others to run."""
        wait = 0.0
        if self._speed is not None:
            wait = self._wait(timestamp, self._speed)
        await (self._clock.sleep(wait) if wait > 0 else asyncio.sleep(0))

    def _wait(self, timestamp: datetime, speed: float) -> float:
        now = self._clock.monotonic()
        before, self._before = self._before, timestamp
        if before is None:
            self._due = now
            return 0.0
        gap = max(0.0, (timestamp - before).total_seconds()) / speed
        self._due += gap if self._longest is None else min(gap, self._longest)
        return self._due - now


class Patience:
    """Waits for subscriptions that are full, but not for ever: one that is stuck holds nobody up again."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        """``seconds`` is how long a callback that does not get on is waited for."""
        self._clock, self._seconds = clock, seconds
        self._given_up: dict[EventSubscription, int] = {}
        """Those not waited for, with how far they were."""

    async def room(self, subscription: EventSubscription) -> None:
        """Return when the subscription has room for an event, or does not get on."""
        if self._given_up.pop(subscription, -1) == (delivered := subscription.delivered):
            self._given_up[subscription] = delivered
            return
        while subscription.is_full:
            if not await self._progress(subscription):
                self._given_up[subscription] = subscription.delivered
                return

    async def _progress(self, subscription: EventSubscription) -> bool:
        """Whether the subscription's callback has an event behind it before patience ends."""
        loop, moved = asyncio.get_running_loop(), asyncio.Event()

        def tell() -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(moved.set)

        subscription.when_done(tell)
        waiting = {
            asyncio.ensure_future(moved.wait()),
            asyncio.ensure_future(self._clock.sleep(self._seconds)),
        }
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waiting:
                task.cancel()
        return moved.is_set()
