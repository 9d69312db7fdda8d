"""The words of entries and of queries, as the text index holds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, TypeAlias

MOST_TERMS: Final = 200
"""How many words and phrases of a query are looked for."""

Term: TypeAlias = tuple[str, ...]
"""A word, or the words of a phrase in their order."""

_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese, Japanese
)
"""Scripts that write no blanks between words: each of their signs is a word by itself."""
_PICTURES: Final = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001f3fa\U0001f400-\U0001faff"
"""Emoji and other symbols, without the modifiers of their colour."""
_OPTIONAL: Final = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]"
)
"""Accents, the points of Hebrew and the vowel signs of Arabic: the same word is written with them and without."""
_MARKS: Final = "".join(
    chr(code)
    for code in (*range(0x0300, 0x1D00), *range(0xA600, 0xAC00))
    if unicodedata.category(chr(code)).startswith("M")
)
"""Signs that belong to the letter before them, such as the vowels of Hindi."""
_WORD: Final = re.compile(
    rf"(?P<sign>(?=[{_UNSPACED}])\w[{_MARKS}]*)|[{_PICTURES}]|(?:[^\W{_UNSPACED}][{_MARKS}]*)+"
)
_PART: Final = re.compile(r'"([^"]*)"|[^"]+')


def words(text: str) -> list[str]:
    """The words of ``text``, without regard to case and accents."""
    return [match[0] for match in _WORD.finditer(_plain(text))]


def _plain(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFC", _OPTIONAL.sub("", unicodedata.normalize("NFKD", text)))
    return text.casefold()


def terms(query: str) -> list[Term]:
    """What a query looks for: its words, and its phrases in double quotes; each once, the first 200."""
    found: list[Term] = []
    for part in _PART.finditer(query):
        if part.group(1) is None:
            found += _apart(part.group())
        elif phrase := tuple(words(part.group(1))):
            found.append(phrase)
    return list(dict.fromkeys(found))[:MOST_TERMS]


def _apart(text: str) -> Iterator[Term]:
    """The words of ``text``; of signs side by side, every two that follow each other, for one alone says little."""
    run: list[str] = []
    end = -1
    for match in _WORD.finditer(_plain(text)):
        if match["sign"] is None or match.start() != end:
            yield from _pairs(run)
            run = []
        if match["sign"] is None:
            yield (match[0],)
        else:
            run.append(match[0])
        end = match.end()
    yield from _pairs(run)


def _pairs(run: list[str]) -> Iterator[Term]:
    return pairwise(run) if len(run) > 1 else iter([(sign,) for sign in run])


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
