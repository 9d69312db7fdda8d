"""When a failed call is tried again, and after which pause."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from llmspell_runtime.provider.failures import Failure

FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 8.0
LONGEST_WISH: Final = 60.0
"""An endpoint that asks for more than this is not waited for."""


def pause(failure: Failure, attempts: int, max_retries: int, chance: float) -> float | None:
    """Seconds to wait before the next try, or None when there is none.

    ``attempts`` is how often it was tried; ``chance``, from 0 to 1, keeps many callers from coming back at once.
    """
    allowed = {"retry_with_backoff": max_retries, "retry_once": min(1, max_retries)}.get(
        failure.kind.recovery, 0
    )
    if failure.final or attempts > allowed:
        return None
    if failure.retry_after is not None:
        return failure.retry_after if failure.retry_after <= LONGEST_WISH else None
    return growing(attempts, FIRST_PAUSE, LONGEST_PAUSE, chance)


def growing(attempts: int, first: float, longest: float, chance: float) -> float:
    """Seconds to wait after so many tries: ``first``, doubled each time up to ``longest``, less up to a half by chance."""
    whole: float = min(longest, first * 2.0 ** (attempts - 1))
    return whole * (0.5 + chance / 2)


def read_retry_after(text: str, now: datetime | None = None) -> float | None:
    """The seconds that a Retry-After header asks for; None when it says nothing that can be understood."""
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:
        pass
    else:
        return max(seconds, 0.0) if math.isfinite(seconds) else None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - (now or datetime.now(UTC))).total_seconds(), 0.0)
