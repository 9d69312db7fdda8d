"""Constants of session."""

from __future__ import annotations

from typing import Final


class Limit:
    """What sessions are held to."""

    BATCH_CALLS: Final = 1000
    """Calls of one batch."""

    DEPTH: Final = 8
    """Sessions within sessions."""
