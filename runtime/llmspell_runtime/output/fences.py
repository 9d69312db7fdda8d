"""Fenced code blocks, found line by line in any text, closed or not."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from llmspell.output.types import Format

from llmspell_runtime.output.json_text import BEGINS

_FENCE: Final = re.compile(r"[ \t>]*(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>(?:[^\s`][^\n`]*)?)$")

_TRIED: Final = 50

NAMES: Final[dict[str, Format]] = {
    **dict.fromkeys(["json", "json5", "jsonc", "jsonl"], Format.JSON),
    **dict.fromkeys(["yaml", "yml"], Format.YAML),
    **dict.fromkeys(["xml", "html", "svg", "xhtml"], Format.XML),
    **dict.fromkeys(["markdown", "md"], Format.MARKDOWN),
    **dict.fromkeys(["text", "txt", "plain"], Format.PLAIN),
}
"""What stands after a fence, and the format it names."""
_NEARLY_JSON: Final = frozenset({"javascript", "js", "python", "py", ""})
"""Languages in which a block may be a value of JSON, or nearly one, and is code otherwise; and none at all."""
_ASSIGNED: Final = re.compile(
    r"\s*(?:(?:const|let|var)\s{1,20}\w{1,80}\s{0,20}=|export\s{1,20}default\b|\w{1,80}\s{0,20}=(?!=))"
)


class Fence(NamedTuple):
    """A fenced block: its language in small letters, its text, and where that text stands."""

    language: str
    text: str
    start: int
    end: int
    closed: bool

    @property
    def format(self) -> Format | None:
        """The format its language names, or that of nearly JSON."""
        if self.language in _NEARLY_JSON:
            value = _ASSIGNED.match(self.text) if self.language else None
            return Format.JSON if BEGINS.match(self.text, value.end() if value else 0) else None
        return NAMES.get(self.language)


def find_fences(text: str, start: int = 0) -> list[Fence]:
    """The fenced blocks of ``text`` from ``start`` on, in order; the last may lack its end."""
    found: list[Fence] = []
    mark = language = ""
    begin = at = start
    for line in text[start:].splitlines(keepends=True):
        match = _FENCE.match(line.rstrip("\r\n")) if "``" in line or "~~" in line else None
        end = at + len(line)
        if match is None:
            pass
        elif not mark:
            words = match["info"].split()
            mark, language, begin = match["fence"], words[0].lower() if words else "", end
        elif match["fence"][0] == mark[0] and len(match["fence"]) >= len(mark) and not match["info"].strip():
            found.append(Fence(language, text[begin:at], begin, at, True))
            mark = ""
        at = end
    if mark:
        found.append(Fence(language, text[begin:], begin, len(text), False))
    return found


def fences_for(text: str, format: Format, start: int = 0) -> list[Fence]:
    """The blocks that may hold ``format``: those that say so first, those that look so, those that say nothing."""
    found = find_fences(text, start)
    named = [fence for fence in found if NAMES.get(fence.language) is format]
    alike = [fence for fence in found if fence.format is format and fence not in named]
    others = [fence for fence in found if not fence.language and fence not in alike]
    return [*named, *alike, *others][:_TRIED]
