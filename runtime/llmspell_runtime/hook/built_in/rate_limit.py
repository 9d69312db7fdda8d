"""Rate limits: a token bucket for each key."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from bridge_runtime.values import canonical_json
from llmspell.hook.constants import Limit
from llmspell.hook.errors import RateLimited
from llmspell.hook.types import Phase, Point, RateLimitHook

from llmspell_runtime.hook.built_in.base import ReadyMade

if TYPE_CHECKING:
    from llmspell_runtime.hook.points import Passage, Work
    from llmspell_runtime.hook.resource import Hook
    from llmspell_runtime.provider.clock import Clock

_ESCAPES: Final = (("~1", "/"), ("~0", "~"))


@dataclass(slots=True)
class Bucket:
    """Tokens at some moment; less than none when calls wait for theirs."""

    tokens: float
    at: float


class RateLimit(ReadyMade):
    """Lets a call pass when there is a token for it."""

    default_points = (Point.GENERATE,)

    def __init__(self, options: RateLimitHook, clock: Clock) -> None:
        super().__init__(options)
        from cachetools import LRUCache

        self._calls, self._per_seconds = options.calls, options.per_seconds
        self._rate = options.calls / options.per_seconds
        self._size = options.burst or options.calls
        self._max_wait = options.max_wait_seconds
        self._clock = clock
        self._buckets: LRUCache[str, Bucket] = LRUCache(Limit.BUCKETS)
        self._pointers = [self._read(pointer) for pointer in options.per or ()]

    def _read(self, pointer: str) -> list[str]:
        if pointer and not pointer.startswith("/"):
            reason = (
                f"{pointer!r} is no JSON pointer; write '/provider', or '/messages/0/content' to look deeper"
            )
            raise self.refused("per", reason)
        steps = pointer.split("/")[1:]
        for escape, sign in _ESCAPES:
            steps = [step.replace(escape, sign) for step in steps]
        return steps

    async def around(self, hook: Hook, passage: Passage, payload: Any, proceed: Work) -> Any:
        bucket = self._bucket(payload)
        wait = self._take(bucket)
        if wait > self._max_wait:
            bucket.tokens += 1
            self.counts["refused"] += 1
            raise self._refusal(hook, passage, wait)
        if wait:
            self.counts["waited"] += 1
            try:
                await self._clock.sleep(wait)
            except BaseException:
                bucket.tokens += 1
                raise
        self.counts["passed"] += 1
        return await proceed(payload)

    def _bucket(self, payload: Any) -> Bucket:
        key = canonical_json([_value(payload, steps) for steps in self._pointers], exact=True)
        found = self._buckets.get(key)
        if found is None:
            found = self._buckets[key] = Bucket(self._size, self._clock.now())
        return found

    def _take(self, bucket: Bucket) -> float:
        """Take a token; gives the seconds until it is there."""
        now = self._clock.now()
        bucket.tokens = min(self._size, bucket.tokens + (now - bucket.at) * self._rate) - 1
        bucket.at = now
        return max(-bucket.tokens / self._rate, 0.0)

    def _refusal(self, hook: Hook, passage: Passage, wait: float) -> RateLimited:
        error = RateLimited(
            hook=hook.name,
            point=passage.point,
            calls=self._calls,
            per_seconds=self._per_seconds,
            retry_after_seconds=rounded_up(wait),
        )
        where = {"hook": hook.name, "hook_id": hook.handle, "point": passage.point, "call": passage.id}
        hook.events.emit("hook.reject", {**where, "phase": Phase.BEFORE, "reason": error.message})
        return error


def rounded_up(seconds: float) -> float:
    """``seconds``, more than none, with three digits, so that who waits so long does not come too early."""
    unit = 10.0 ** (math.floor(math.log10(seconds)) - 2)
    return float(f"{math.ceil(seconds / unit) * unit:.6g}")


def _value(payload: Any, steps: list[str]) -> Any:
    """What a pointer leads to; None where it leads nowhere."""
    for step in steps:
        if isinstance(payload, dict):
            payload = payload.get(step)
        elif isinstance(payload, list) and step.isdecimal() and int(step) < len(payload):
            payload = payload[int(step)]
        else:
            return None
    return payload
