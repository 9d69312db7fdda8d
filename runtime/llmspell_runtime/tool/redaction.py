"""What gives secrets away, by their names or by their looks; and the copy of a value without those that names tell."""

from __future__ import annotations

import re
from typing import Any, Final

REDACTED: Final = "[redacted]"

SECRET_NAME: Final = re.compile(
    r"passw(or)?d|passphrase|secret|token|api[-_ ]?key|authorization|cookie|credential|private[-_ ]?key",
    re.IGNORECASE,
)
_TOKEN: Final = "A-Za-z0-9_-"
SECRET_TEXT: Final = re.compile(
    "|".join(
        (
            rf"\b(?:sk|pk|rk)[-_][{_TOKEN}]{{16,}}",  # OpenAI, Anthropic, Stripe
            r"\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{22,})",
            r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
            rf"\bAIza[{_TOKEN}]{{35}}",
            r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}",
            # A JSON web token, looked for once in each run of its characters: its first part may be long.
            rf"(?<![{_TOKEN}])(?=(?:[{_TOKEN}]*-)?eyJ)[{_TOKEN}]{{11,}}+\.[{_TOKEN}]{{8,}}\.[{_TOKEN}]*",
            r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----"
            r"(?:(?:[^-]|-(?!----))*+-----END [A-Z ]{0,40}PRIVATE KEY-----|[A-Za-z0-9+/=\s]*+)",
            r"\b(?i:bearer|basic)[ \t]{1,5}[A-Za-z0-9._~+/=-]{12,}",
            r"(?<=://)[^\s/:@]{1,256}:[^\s/@]{1,256}(?=@)",
        )
    )
)
"""Keys in the forms that their makers give them, and passwords in URLs; found in time that grows with the text."""


def redacted(value: Any) -> Any:
    """A copy of a JSON value in which texts under telling names are replaced; unchanged parts are not copied."""
    if isinstance(value, dict):
        return {key: _under(key, item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [redacted(item) for item in value]
    return value


def _under(key: Any, value: Any) -> Any:
    is_telling = isinstance(value, str | list | tuple) and isinstance(key, str) and SECRET_NAME.search(key)
    return _hidden(value) if is_telling else redacted(value)


def _hidden(value: Any) -> Any:
    """What stands under a telling name: a text, or a list of some."""
    if isinstance(value, str):
        return REDACTED
    return [_hidden(item) for item in value] if isinstance(value, list | tuple) else redacted(value)
