"""Whether a step that failed is tried again, and after which pause."""

from __future__ import annotations

from bridge_runtime.errors import BridgeError, CallbackFailed

from llmspell_runtime.workflow.plan import Retrying


def pause_before_retry(retry: Retrying, attempt: int, error: BridgeError) -> float | None:
    """Seconds until the next attempt after ``attempt``, which failed with ``error``; None when there is none."""
    if attempt >= retry.attempts:
        return None
    if not any(_fits(error.code, pattern) for pattern in retry.codes):
        recovery = recovery_of(error)
        if recovery in ("none", "failover") or (recovery == "retry_once" and attempt > 1):
            return None
    pause: float = min(retry.delay * retry.factor ** (attempt - 1), retry.max_delay)
    return pause


def recovery_of(error: BridgeError) -> str:
    """What the error, or what led to it, says may help; "unknown" for what a handler of the program's own raised."""
    cause: BridgeError | None = error
    while cause is not None:
        if isinstance(cause, CallbackFailed):
            return "unknown"
        if cause.recovery != "none":
            return cause.recovery
        cause = cause.cause
    return "none"


def _fits(code: str, pattern: str) -> bool:
    return pattern in ("*", code) or (pattern.endswith(".*") and code.startswith(pattern[:-1]))
