"""Types and patterns of events: what is one, and what the error says when something is not."""

from __future__ import annotations

import re
from typing import Final

from bridge_runtime.errors import InvalidArgument
from bridge_runtime.events import segments
from llmspell.event.errors import InvalidType

_TYPE: Final = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*")


def require_type(type: str) -> None:
    """Raises InvalidType unless ``type`` is dotted words."""
    if not _TYPE.fullmatch(type):
        raise InvalidType(
            type=type, expected="words of letters, digits, '_' and '-', joined by dots: 'user.signed_in'"
        )


def require_pattern(pattern: str) -> None:
    """Raises InvalidType unless ``pattern`` is dotted words, some of them ``*`` or ``**``."""
    try:
        parts = segments(pattern)
    except InvalidArgument:
        parts = []
    if not parts or not all(part in ("*", "**") or _TYPE.fullmatch(part) for part in parts):
        raise InvalidType(type=pattern, expected="words joined by dots, each a name, '*' or '**': 'tool.*'")
