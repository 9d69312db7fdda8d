"""Constants of memory."""

from __future__ import annotations

from typing import Final


class Limit:
    """What memory is held to."""

    KEY_LENGTH: Final = 256
    """Characters of a key."""

    VALUE_BYTES: Final = 1048576
    """Bytes of one value as JSON, with its tags and metadata."""

    SHORT_TERM_ENTRIES: Final = 1000
    """Entries of a short-term space."""

    LONG_TERM_ENTRIES: Final = 100000
    """Entries of a long-term or persistent space."""

    SPACE_BYTES: Final = 67108864
    """Bytes of all values of a space, with tags and metadata."""

    VECTOR_DIMENSIONS: Final = 8192
    """Numbers of a vector."""

    MESSAGE_TOKENS: Final = 4
    """Tokens of a message beyond those of its text, by the estimate."""

    IMAGE_TOKENS: Final = 1000
    """Tokens of a picture, by the estimate."""
