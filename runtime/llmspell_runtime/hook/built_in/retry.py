"""Retries: a call that failed is done again, when its error says that this may help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bridge_runtime.errors import BridgeError, Cancelled, SessionClosed
from llmspell.hook.constants import Limit
from llmspell.hook.types import Point, RetryHook

from llmspell_runtime.hook.built_in.base import ReadyMade
from llmspell_runtime.provider.reporting import traced
from llmspell_runtime.provider.retry import LONGEST_WISH, growing

if TYPE_CHECKING:
    from llmspell_runtime.hook.points import Passage, Work
    from llmspell_runtime.hook.resource import Hook
    from llmspell_runtime.provider.clock import Clock

NEVER: Final = (Cancelled, SessionClosed)


class Retry(ReadyMade):
    """Does again what lies further in."""

    default_points = (Point.GENERATE,)

    def __init__(self, options: RetryHook, clock: Clock) -> None:
        super().__init__(options)
        self._max_retries = options.max_retries
        self._codes = frozenset(options.codes or ())
        self._first, self._longest = options.first_pause_seconds, options.longest_pause_seconds
        self._clock = clock

    async def around(self, hook: Hook, passage: Passage, payload: Any, proceed: Work) -> Any:
        attempt = 1
        while True:
            try:
                return await proceed(payload)
            except NEVER:
                raise
            except BridgeError as error:
                wait = self._pause(error, attempt)
                if wait is None or passage.delivered or passage.attempts >= Limit.ATTEMPTS:
                    if attempt > 1:
                        self.counts["given_up"] += 1
                    raise
                self._announce(hook, passage, attempt, wait, error)
            self.counts["retries"] += 1
            attempt += 1
            passage.attempts += 1
            if wait:
                await self._clock.sleep(wait)

    def _pause(self, error: BridgeError, attempt: int) -> float | None:
        """Seconds until the next try; None when there is none."""
        if attempt > self._allowed(error):
            return None
        wish = error.fields.get("retry_after_seconds")
        if isinstance(wish, int | float):
            return wish if wish <= LONGEST_WISH else None
        return growing(attempt, self._first, self._longest, self._clock.chance())

    def _allowed(self, error: BridgeError) -> int:
        if self._codes:
            return self._max_retries if error.code in self._codes else 0
        return {"retry_with_backoff": self._max_retries, "retry_once": 1}.get(error.recovery, 0)

    def _announce(self, hook: Hook, passage: Passage, attempt: int, wait: float, error: BridgeError) -> None:
        if hook.events.hears("hook.retry"):
            about = {"hook": hook.name, "hook_id": hook.handle, "point": passage.point, "call": passage.id}
            told = traced(error).to_json()
            hook.events.emit("hook.retry", {**about, "attempt": attempt, "wait_seconds": wait, "error": told})
