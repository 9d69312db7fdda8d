"""The ready-made hooks, by their options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from llmspell.hook.types import (
    CacheHook,
    LoggingHook,
    MetricsHook,
    RateLimitHook,
    RedactionHook,
    RetryHook,
)

from llmspell_runtime.hook.built_in.base import ReadyMade

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.provider.clock import Clock

BuiltInHook = LoggingHook | MetricsHook | RateLimitHook | CacheHook | RetryHook | RedactionHook


def make(session: Session, clock: Clock, options: BuiltInHook) -> ReadyMade:
    """The hook that ``options`` describe. Raises InvalidOptions."""
    match options:
        case LoggingHook():
            from llmspell_runtime.hook.built_in.logging import Logging

            return Logging(session, options)
        case MetricsHook():
            from llmspell_runtime.hook.built_in.metrics import Metrics

            return Metrics(options, clock.now)
        case RateLimitHook():
            from llmspell_runtime.hook.built_in.rate_limit import RateLimit

            return RateLimit(options, clock)
        case CacheHook():
            from llmspell_runtime.hook.built_in.cache import Cache

            return Cache(options, clock)
        case RetryHook():
            from llmspell_runtime.hook.built_in.retry import Retry

            return Retry(options, clock)
        case RedactionHook():
            from llmspell_runtime.hook.built_in.redaction import Redaction

            return Redaction(session, options)
