"""Constants of testing."""

from __future__ import annotations

from typing import Final


class Limit:
    """What tests are held to."""

    STEPS: Final = 1000
    """Steps of one scenario or fixture."""

    CALLS: Final = 1000
    """Calls that a mock remembers; the oldest is forgotten first."""

    CONCURRENCY: Final = 16
    """Scenarios of a suite at once."""

    PATTERN_LENGTH: Final = 1000
    """Characters of a pattern."""

    COMPARISONS: Final = 200000
    """Values that one assertion compares."""

    DEPTH: Final = 64
    """How deep expected values and matchers may be nested."""

    TIMEOUT_SECONDS: Final = 60
    """Time of a scenario that sets no limit."""

    FILE_BYTES: Final = 4194304
    """Bytes of a scenario file."""
