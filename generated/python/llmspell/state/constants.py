"""Constants of state."""

from __future__ import annotations

from typing import Final


class Limit:
    """What states are held to."""

    NAME_LENGTH: Final = 128
    """Characters of the name of a state or a snapshot."""

    VALUE_BYTES: Final = 16777216
    """Bytes of a state's value as JSON."""

    DEPTH: Final = 100
    """Lists and objects inside one another."""

    SNAPSHOTS: Final = 100
    """Snapshots of a state; the oldest one without a name makes room for the next."""

    EVENT_BYTES: Final = 2048
    """Bytes as JSON up to which an event carries an old or a new value."""

    LISTED: Final = 1000
    """Paths or conflicts that a result lists."""
