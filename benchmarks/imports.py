"""What `import llmspell` costs beside `import pydantic`, as whole processes."""

from __future__ import annotations

import sys

from benchmarks.measure import Row, compare_commands, row


def rows() -> list[Row]:
    """One row: importing the SDK against importing pydantic's base class."""
    value, floor = compare_commands(
        [sys.executable, "-c", "import llmspell; llmspell.Session"],
        [sys.executable, "-c", "from pydantic import BaseModel"],
    )
    return [row("import llmspell", value, floor, 1.5)]
