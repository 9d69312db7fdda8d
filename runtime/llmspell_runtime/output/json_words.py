"""The words of JSON, right or broken, and how two texts differ in them."""

from __future__ import annotations

import json
import re
from typing import Any, Final, NamedTuple

from llmspell_runtime.output import json_text
from llmspell_runtime.output.changes import Changes
from llmspell_runtime.output.faults import shown

_WORD: Final = re.compile(
    r"""(?P<text>"(?:[^"\\]|\\.)*+"?)|(?P<mark>[\[\]{},:])"""
    r"""|(?P<odd>'(?:[^'\\\n]|\\.){0,500}+'|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?)|(?P<bare>[^\s\[\]{},:"']+|')""",
    re.DOTALL,
)
"""What never ends goes on to the end of the text, so that it is looked for once."""
_AHEAD: Final = 32
"""How many words further on two texts may agree again."""


class Word(NamedTuple):
    """A word of JSON, or one that was meant to be: its meaning, its text and where it stands."""

    meaning: Any
    is_legal: bool
    text: str
    at: int

    @property
    def end(self) -> int:
        return self.at + len(self.text)


def words_of(text: str) -> list[Word]:
    """The words of a text that is JSON, or was meant to be."""
    words: list[Word] = []
    known: dict[str, tuple[Any, bool]] = {}  # texts say the same words over and over
    for match in _WORD.finditer(text):
        word = match[0]
        meaning = known.get(word)
        if meaning is None:
            meaning = known[word] = _meaning(match.lastgroup or "", word)
        words.append(Word(*meaning, word, match.start()))
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
    old, new = words_of(text), words_of(json_text.write(value, indent=0))
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


def _agreement(old: list[Word], i: int, new: list[Word], j: int) -> tuple[int, int]:
    """How many words of each have to be passed over until both go on with the same two; the fewest."""
    for total in range(1, 2 * _AHEAD):
        for skip_old in range(max(0, total - _AHEAD), min(total, _AHEAD) + 1):
            a, b = i + skip_old, j + total - skip_old
            if _agree(old, a, new, b):
                return skip_old, total - skip_old
    return len(old) - i, len(new) - j


def _agree(old: list[Word], a: int, new: list[Word], b: int) -> bool:
    if a >= len(old) or b >= len(new):
        return a == len(old) and b == len(new)
    if old[a].meaning != new[b].meaning:
        return False
    return a + 1 >= len(old) or b + 1 >= len(new) or old[a + 1].meaning == new[b + 1].meaning


def _written(words: list[Word]) -> str:
    told = " ".join(shown(word.text) for word in words[:8])
    return f"{told} …" if len(words) > 8 else told
