"""Cache: a call that was answered before is answered again without being done."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from bridge_runtime.values import canonical_json, copied
from llmspell.hook.types import CacheHook, Point

from llmspell_runtime.hook.built_in.base import ReadyMade

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.hook.points import Passage, Work
    from llmspell_runtime.hook.resource import Hook
    from llmspell_runtime.provider.clock import Clock

NOT_ASKED: Final = {"agent", "execution", "mode", "streaming", "timeout_seconds"}
"""What of the payloads of the runtime's own points says who asks, and how, but not what."""

UNFIT: Final = (Point.AGENT_RUN, Point.WORKFLOW_STEP)
NO_TOKENS: Final = {"input_tokens": 0, "output_tokens": 0, "total_tokens": 0}


class Cache(ReadyMade):
    """Keeps results by what was asked."""

    default_points = (Point.GENERATE,)

    def __init__(self, options: CacheHook, clock: Clock) -> None:
        super().__init__(options)
        from cachetools import TTLCache

        for point in UNFIT:
            if point in self.points:
                reason = f"it cannot stand at {point}, where a result is not all that comes of a call"
                raise self.refused("points", reason)
        if Point.TOOL_CALL in self.points and not options.tools:
            reason = "at tool_call, name those that only answer; others do something, and must run"
            raise self.refused("tools", reason)
        self._tools = frozenset(options.tools or ())
        self._lock = Lock()
        self._kept: TTLCache[str, tuple[Any], float] = TTLCache(
            options.max_entries, options.ttl_seconds, clock.now
        )

    async def around(self, hook: Hook, passage: Passage, payload: Any, proceed: Work) -> Any:
        if passage.point == Point.TOOL_CALL and payload["tool"] not in self._tools:
            return await proceed(payload)
        key = self._key(passage, payload)
        with self._lock:
            kept = self._kept.get(key)
        if kept is None:
            self.counts["misses"] += 1
            result = await proceed(payload)
            with self._lock:
                self._kept[key] = (copied(result),)
            return result
        self.counts["hits"] += 1
        result = copied(kept[0])
        return {**result, "usage": dict(NO_TOKENS)} if passage.point == Point.GENERATE else result

    def _key(self, passage: Passage, payload: Any) -> str:
        asked = payload
        if passage.point in (Point.GENERATE, Point.TOOL_CALL):
            asked = {name: value for name, value in payload.items() if name not in NOT_ASKED}
        return canonical_json([_path(passage.session), passage.point, asked], exact=True)

    def report(self) -> dict[str, Any]:
        with self._lock:
            self._kept.expire()
            self.counts["entries"] = len(self._kept)
        return super().report()


def _path(session: Session) -> str:
    """Where a session stands among its parents' children: what one was told is not told to another."""
    return "" if session.parent is None else f"{_path(session.parent)}/{session.handle}"
