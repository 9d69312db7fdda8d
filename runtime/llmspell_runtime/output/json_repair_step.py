"""Broken JSON, mended by json-repair; what that changed is found by comparing the words of both texts (json_words)."""

from __future__ import annotations

import math
import re
from typing import Any, Final, SupportsIndex, overload

from bridge_runtime.values import INTEGER_MAX, INTEGER_MIN
from llmspell.output.constants import Limit
from llmspell.output.errors import TooDeep

from llmspell_runtime.extras import needed
from llmspell_runtime.output import json_text
from llmspell_runtime.output.changes import Changes
from llmspell_runtime.output.faults import NotReadable, require_text, require_value, shown
from llmspell_runtime.output.json_words import tell, words_of

_STEPS: Final = 1_500_000
"""Characters that the mender may look at: ten times the largest text; most mistakes take one or two."""
_OPENER: Final = re.compile(r"[\[{]")
_CITATION: Final = re.compile(r"\[\d{1,3}\]")
_ASIDE: Final = re.compile(
    r"\[(?!(?:true|false|null)\b)[^\W\d][^\[\]{}\"]*\]|\{[^\W\d][^\[\]{}\":]*\}|\[\d{1,3}\]"
)
"""Words in brackets, as people write them: `[as of today]`, `the set {a, b}`, `[1]`."""
_CONSTANTS: Final = {
    "NaN": "null", "nan": "null", "undefined": "null",
    "Infinity": '"Infinity"', "+Infinity": '"Infinity"', "-Infinity": '"-Infinity"', "inf": '"Infinity"', "-inf": '"-Infinity"',
}  # fmt: skip
_STRAIGHT: Final = str.maketrans("\u201c\u201d\u2018\u2019", "\"\"''")


def repair(text: str, offset: int, changes: Changes) -> Any:
    """The value that broken JSON was meant to be; notes the changes, with ``offset`` as the text's own place.

    Several values one after the other, as in JSON lines, become a list. Raises NotReadable when no object or list
    begins in the text, TooLarge and TooDeep.
    """
    opener = _OPENER.search(text)
    if opener is None:
        raise NotReadable("no JSON object or list begins in it")
    require_text(text, Limit.REPAIR_CHARACTERS)
    found = _whole_values(text)
    if not found:
        _leave_out(text, 0, opener.start(), offset, changes)
        value = _plain(_mended(_with_constants(_with_quotes(text[opener.start() :]))))
        if not isinstance(value, dict | list):
            raise NotReadable("no JSON object or list can be made of it")
        require_value(value)
        tell(text[opener.start() :], offset + opener.start(), value, changes)
        return value
    at = 0
    for match in found:
        _leave_out(text, at, match.start, offset, changes)
        at = match.end
    _leave_out(text, at, len(text), offset, changes)
    if len(found) == 1:
        return found[0].value
    changes.add(f"put {len(found)} values into a list", offset + found[0].start)
    return [match.value for match in found]


def _whole_values(text: str) -> list[json_text.Match]:
    """The values of a text that is otherwise words; empty when some of it may be a broken value."""
    found = list(json_text.find(text))
    found = [match for match in found if not _CITATION.fullmatch(text, match.start, match.end)] or found
    at, around = 0, ""
    for match in found:
        around += _ASIDE.sub("", text[at : match.start])
        at = match.end
    return [] if re.search(r"[\[\]{}]", around + _ASIDE.sub("", text[at:])) else found


def _leave_out(text: str, start: int, end: int, offset: int, changes: Changes) -> None:
    words = text[start:end].strip().strip(",")
    if words:
        changes.add(f"left out {shown(words)}", offset + text.index(words[0], start))


def _with_quotes(text: str) -> str:
    """``text`` with straight quotes, where it has only those of printed text; each is one character like the other."""
    return text if '"' in text or "'" in text else text.translate(_STRAIGHT)


def _with_constants(text: str) -> str:
    """``text`` with the constants of other languages, where they are a value, as JSON has them."""
    if not any(constant in text for constant in _CONSTANTS):
        return text
    words = words_of(text)
    made, at = [], 0
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        if word.text in _CONSTANTS and before.text in (":", "[", ",") and after.text in (",", "]", "}"):
            made += [text[at : word.at], _CONSTANTS[word.text]]
            at = word.end
    return "".join(made) + text[at:]


def _mended(text: str) -> Any:
    parser = needed("json_repair.json_parser", "output").JSONParser
    try:
        return parser(_Counted(text), None, False).parse()
    except RecursionError:
        raise TooDeep(limit=Limit.DEPTH) from None
    except _TooLong:
        raise NotReadable("it has too many mistakes to be mended in good time") from None
    except Exception as error:  # whatever it stumbles over in a text of a stranger
        raise NotReadable(f"it cannot be mended: {error or type(error).__name__}") from None


class _TooLong(Exception):
    """The mender has looked at more characters than it may."""


class _Counted(str):
    """A text that counts how often somebody looks at it, so that no mistake makes reading it endless."""

    __slots__ = ("_left",)

    def __init__(self, _: str) -> None:
        self._left = _STEPS

    @overload
    def __getitem__(self, at: SupportsIndex) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> str: ...
    def __getitem__(self, at: Any) -> str:
        self._left -= 1
        if self._left < 0:
            raise _TooLong
        return str.__getitem__(self, at)


def _plain(value: Any) -> Any:
    """What the mender gave, as JSON: numbers that no type holds become text, as does what is no number."""
    if isinstance(value, dict):
        return {_whole_characters(str(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None if math.isnan(value) else str(value)
    if isinstance(value, int) and not INTEGER_MIN <= value <= INTEGER_MAX:
        return str(value)
    return _whole_characters(value) if isinstance(value, str) else value


def _whole_characters(text: str) -> str:
    """``text`` without halves of surrogate pairs; pairs become their characters."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
