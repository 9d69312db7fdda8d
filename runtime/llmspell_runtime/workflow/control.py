"""Pausing a run between its steps, and the clock that stands still meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager


class TimedOut(Exception):
    """What was to end in time did not, and was cancelled; ``seconds`` were allowed."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"{seconds:g} s")


class Control:
    """The gate before every step of one run; lives on the run's event loop."""

    def __init__(self, paused: Callable[[], None], elapsed: float = 0.0) -> None:
        """``paused`` is called when no step is under way any more; ``elapsed`` seconds have passed before."""
        self._gate = asyncio.Event()
        self._gate.set()
        self._paused = paused
        self._active = self._holding = 0
        self._loop = asyncio.get_running_loop()
        self._elapsed = elapsed
        self._since: float | None = self._loop.time()
        self._timeouts: dict[asyncio.Timeout, float] = {}
        """Limits that run, each with the seconds that are left while the clock stands still."""

    @property
    def elapsed(self) -> float:
        """Seconds so far, pauses not counted."""
        return self._elapsed + (0.0 if self._since is None else self._loop.time() - self._since)

    @property
    def is_open(self) -> bool:
        return self._gate.is_set()

    def close(self) -> None:
        """Let no further step begin."""
        self._gate.clear()
        self._loop.call_soon(self._settle)

    def open(self) -> None:
        """Let steps begin again."""
        if self._since is None:
            self._since = self._loop.time()
            for timeout, left in self._timeouts.items():
                if not timeout.expired():
                    timeout.reschedule(self._since + left)
        self._gate.set()

    async def border(self) -> None:
        """Wait here, between two steps, while the run is paused."""
        if self._gate.is_set():
            return
        self._holding += 1
        try:
            while not self._gate.is_set():
                self._settle()
                await self._gate.wait()
        finally:
            self._holding -= 1

    def begin(self) -> None:
        """A step is under way."""
        self._active += 1

    def end(self) -> None:
        """A step has ended, and been kept."""
        self._active -= 1
        if not self._gate.is_set():
            self._loop.call_soon(self._settle)

    def _settle(self) -> None:
        if self._gate.is_set() or self._active or not self._holding or self._since is None:
            return
        now = self._loop.time()
        self._elapsed, self._since = self.elapsed, None
        for timeout in self._timeouts:
            when = timeout.when()
            if when is not None and not timeout.expired():
                self._timeouts[timeout] = max(0.0, when - now)
                timeout.reschedule(None)
        self._paused()

    @asynccontextmanager
    async def limit(self, seconds: float | None) -> AsyncIterator[None]:
        """Cancel what takes longer than ``seconds``, pauses not counted; raises TimedOut then. None is no limit."""
        if seconds is None:
            yield
            return
        try:
            async with asyncio.timeout(seconds) as timeout:
                self._timeouts[timeout] = seconds
                if self._since is None:
                    timeout.reschedule(None)
                try:
                    yield
                finally:
                    del self._timeouts[timeout]
        except TimeoutError:
            if not timeout.expired():
                raise
            raise TimedOut(seconds) from None
