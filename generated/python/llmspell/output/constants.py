"""Constants of output."""

from __future__ import annotations

from typing import Final


class Limit:
    """What texts and values are held to."""

    TEXT_CHARACTERS: Final = 1048576
    """Characters of a text."""

    MARKDOWN_CHARACTERS: Final = 262144
    """Characters of a Markdown text."""

    REPAIR_CHARACTERS: Final = 131072
    """Characters of a text that is to be mended."""

    DEPTH: Final = 100
    """Lists, objects, elements or blocks inside one another."""

    VALUES: Final = 100000
    """Values, elements or blocks in a text."""

    CHANGES: Final = 100
    """Changes that are listed one by one."""
