"""The words of entries and of queries, as the text index holds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

MOST_TERMS: Final = 200
"""How many words and phrases of a query are looked for."""

Term: TypeAlias = tuple[str, ...]
"""A word, or the words of a phrase in their order."""

_CJK: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD: Final = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")
"""Letters and digits in a row; of scripts that write no blanks between words, each sign by itself."""
_ACCENT: Final = re.compile("[\u0300-\u036f]")
_PART: Final = re.compile(r'"([^"]*)"|[^"]+')


def words(text: str) -> list[str]:
    """The words of ``text``, without regard to case and accents."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFKD", text)))
    return _WORD.findall(text.casefold())


def terms(query: str) -> list[Term]:
    """What a query looks for: its words, and its phrases in double quotes; each once, the first 200."""
    found: list[Term] = []
    for part in _PART.finditer(query):
        if part.group(1) is None:
            found += [(word,) for word in words(part.group())]
        elif phrase := tuple(words(part.group(1))):
            found.append(phrase)
    return list(dict.fromkeys(found))[:MOST_TERMS]


def texts(value: Any) -> Iterator[str]:
    """Every string and number inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
