"""Constants of agent."""

from __future__ import annotations

from typing import Final


class Limit:
    """What runs are held to."""

    DEFAULT_STEPS: Final = 10
    """Model calls of a run when the agent does not say."""

    NESTING: Final = 8
    """How deep agents may call agents as tools."""
