"""Constants of hook."""

from __future__ import annotations

from typing import Final


class Limit:
    """What hooks are held to."""

    TIMEOUT_SECONDS: Final = 30
    """Time of a handler when its hook sets no limit."""

    MAX_FAILURES: Final = 3
    """Failures in a row that disable a hook of policy DISABLE when it does not say."""

    MAX_RETRIES: Final = 3
    """How often a hook may have one call done again when it does not say."""

    ATTEMPTS: Final = 100
    """How often one call is done at most, whatever all its hooks together ask for."""

    SERIES: Final = 1000
    """Series of one metrics hook; what else comes is counted together."""

    BUCKETS: Final = 10000
    """Buckets of one rate limit; the one that was used longest ago makes room."""

    NESTING: Final = 256
    """How often one handler may be under way at the same time."""
