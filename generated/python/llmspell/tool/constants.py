"""Constants of tool."""

from __future__ import annotations

from typing import Final


class Limit:
    """What tools are held to."""

    NAME_LENGTH: Final = 64
    """Characters of a tool's name."""

    RESULT_BYTES: Final = 4194304
    """Bytes of a tool's value as JSON."""

    SANDBOX_MEMORY_BYTES: Final = 536870912
    """Memory of a sandboxed execution that sets no limit."""

    TIMEOUT_SECONDS: Final = 60
    """Time of an execution when neither the tool nor the call sets a limit."""
