"""Constants of script."""

from __future__ import annotations

from typing import Final


class Limit:
    """What scripts are held to."""

    CONCURRENT: Final = 16
    """Scripts that run at once in a session and those within it; a script that runs a script counts twice."""

    MEMORY_BYTES: Final = 134217728
    """Memory of a script that sets no limit."""

    OUTPUT_BYTES: Final = 1048576
    """Bytes of output of a script that sets no limit."""

    SOURCE_LENGTH: Final = 1048576
    """Characters of a script."""

    TIMEOUT_SECONDS: Final = 60
    """Time of a script that sets no limit."""

    VALUE_BYTES: Final = 16777216
    """Bytes of a result, and of the arguments of a call, as JSON."""
