"""Broken JSON, mended by json-repair; what that changed is found by comparing the words of both texts."""

from __future__ import annotations

import json
import math
import re
from typing import Any, Final, NamedTuple, SupportsIndex, overload

from bridge_runtime.values import INTEGER_MAX, INTEGER_MIN
from llmspell.output.constants import Limit
from llmspell.output.errors import TooDeep

from llmspell_runtime.extras import needed
from llmspell_runtime.output import json_text
from llmspell_runtime.output.changes import Changes
from llmspell_runtime.output.faults import NotReadable, require_text, require_value, shown

_STEPS: Final = 1_500_000
"""Characters that the mender may look at: ten times the largest text; most mistakes take one or two."""
_OPENER: Final = re.compile(r"[\[{]")
_WORD: Final = re.compile(
    r"""(?P<text>"(?:[^"\\]|\\.)*+"?)|(?P<mark>[\[\]{},:])"""
    r"""|(?P<odd>'(?:[^'\\\n]|\\.){0,500}+'|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?)|(?P<bare>[^\s\[\]{},:"']+|')""",
    re.DOTALL,
)
"""What never ends goes on to the end of the text, so that it is looked for once."""
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
_AHEAD: Final = 32
"""How many words further on two texts may agree again."""


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
    words = _words(text)
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


class _Word(NamedTuple):
    """A word of JSON, or one that was meant to be: its meaning, its text and where it stands."""

    meaning: Any
    is_legal: bool
    text: str
    at: int

    @property
    def end(self) -> int:
        return self.at + len(self.text)


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    known: dict[str, tuple[Any, bool]] = {}  # texts say the same words over and over
    for match in _WORD.finditer(text):
        word = match[0]
        meaning = known.get(word)
        if meaning is None:
            meaning = known[word] = _meaning(match.lastgroup or "", word)
        words.append(_Word(*meaning, word, match.start()))
    return words


def _meaning(kind: str, word: str) -> tuple[Any, bool]:
    """What a word means, and whether JSON has it; None when it means nothing."""
    if kind == "mark":
        return word, True
    if word[0] in _BEGINNINGS:
        try:
            value = json.loads(word)
            return (_kind(value), value), True
        except ValueError:
            pass
    if word in _NAMES:
        return (_kind(_NAMES[word]), _NAMES[word]), False
    if kind == "odd":
        return (("str", word[1:-1]), False) if word.startswith("'") else (None, False)
    return ("str", word.strip('"')), False


def _kind(value: Any) -> str:
    """Tells 1 from true; 1 and 1.0 are the same number."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return "number" if is_number else type(value).__name__


_BEGINNINGS: Final = frozenset('"-0123456789tfnNI')
"""What the words of JSON begin with, and the numbers that Python reads besides."""
_NAMES: Final = {"True": True, "False": False, "None": None}
"""Words of Python that a model writes for those of JSON."""


def tell(text: str, offset: int, value: Any, changes: Changes) -> None:
    """Note how ``text``, at ``offset``, differs from the JSON of ``value``."""
    old, new = _words(text), _words(json_text.write(value, indent=0))
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i].meaning == new[j].meaning:
            if not old[i].is_legal:
                changes.add(f"{shown(old[i].text)} became {shown(new[j].text)}", offset + old[i].at)
            i, j = i + 1, j + 1
            continue
        skip_old, skip_new = _agreement(old, i, new, j)
        written = _written(new[j : j + skip_new])
        if not skip_old:
            changes.add(f"added {written}", offset + (old[i - 1].end if i else 0))
        else:
            was = shown(text[old[i].at : old[i + skip_old - 1].end])
            changes.add(f"{was} became {written}" if written else f"removed {was}", offset + old[i].at)
        i, j = i + skip_old, j + skip_new
        if changes.is_full:
            changes.add("the rest")
            return


def _agreement(old: list[_Word], i: int, new: list[_Word], j: int) -> tuple[int, int]:
    """How many words of each have to be passed over until both go on with the same two; the fewest."""
    for total in range(1, 2 * _AHEAD):
        for skip_old in range(max(0, total - _AHEAD), min(total, _AHEAD) + 1):
            a, b = i + skip_old, j + total - skip_old
            if _agree(old, a, new, b):
                return skip_old, total - skip_old
    return len(old) - i, len(new) - j


def _agree(old: list[_Word], a: int, new: list[_Word], b: int) -> bool:
    if a >= len(old) or b >= len(new):
        return a == len(old) and b == len(new)
    if old[a].meaning != new[b].meaning:
        return False
    return a + 1 >= len(old) or b + 1 >= len(new) or old[a + 1].meaning == new[b + 1].meaning


def _written(words: list[_Word]) -> str:
    told = " ".join(shown(word.text) for word in words[:8])
    return f"{told} …" if len(words) > 8 else told
