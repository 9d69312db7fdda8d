"""Keeps secrets out of events: texts under names that speak of secrets are not shown."""

from __future__ import annotations

import re
from typing import Any, Final

REDACTED: Final = "[redacted]"

SECRET_NAME: Final = re.compile(
    r"passw(or)?d|passphrase|secret|token|api[-_ ]?key|authorization|cookie|credential|private[-_ ]?key",
    re.IGNORECASE,
)


def redacted(value: Any) -> Any:
    """A copy of a JSON value in which texts under telling names are replaced; unchanged parts are not copied."""
    if isinstance(value, dict):
        return {key: _under(key, item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [redacted(item) for item in value]
    return value


def _under(key: Any, value: Any) -> Any:
    if isinstance(value, str) and isinstance(key, str) and SECRET_NAME.search(key):
        return REDACTED
    return redacted(value)
