"""Broken XML, mended: one pass over tags and text, which writes anew only what was wrong."""

from __future__ import annotations

import html
import re
from typing import Final

from llmspell.output.constants import Limit
from llmspell.output.errors import TooDeep, Unsafe
from llmspell.output.types import Format

from llmspell_runtime.output.changes import Changes
from llmspell_runtime.output.faults import NotReadable, require_text, shown

ROOT: Final = "root"
"""What several elements without a common one are put into."""
_PIECE: Final = re.compile(
    r"(?P<comment><!--)|(?P<cdata><!\[CDATA\[)|<\?[^<>]*>|(?P<doctype><!DOCTYPE[^<>\[]*(?P<subset>\[)?>?)"
    r"|</(?P<end>[A-Za-z_:][\w:.\-]*)\s*>"
    r"|<(?P<begin>[A-Za-z_:][\w:.\-]*)(?P<rest>(?:\s(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*|\s[^<>]*)?/?)>"
)
"""Every part excludes the next `<`, so that searching costs no more than reading."""
_ATTRIBUTE: Final = re.compile(
    r"""(?P<name>[A-Za-z_:][\w:.\-]*)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"'<>]+))?"""
)
_AMPERSAND: Final = re.compile(
    r"&(?:(?P<known>amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);|(?P<html>[A-Za-z][A-Za-z0-9]*;)?)"
)
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def repair(text: str, offset: int, changes: Changes) -> str:
    """XML that can be read, from ``text``; notes the changes, with ``offset`` as the text's own place.

    Raises NotReadable when no element begins in it, and TooLarge.
    """
    require_text(text, Limit.REPAIR_CHARACTERS)
    return _Mender(text, offset, changes).mended()


class _Mender:
    def __init__(self, text: str, offset: int, changes: Changes) -> None:
        self._text, self._offset, self._changes = text, offset, changes
        self._open: list[str] = []
        self._made: list[str] = []
        self._roots: list[int] = []
        """Where in ``_made`` each outermost element begins."""

    def mended(self) -> str:
        at = 0
        while piece := _PIECE.search(self._text, at):
            self._words(at, piece.start())
            at = self._piece(piece)
        self._words(at, len(self._text))
        while self._open:
            self._close(len(self._text.rstrip()))
        if not self._roots:
            raise NotReadable("no XML element begins in it")
        if len(self._roots) > 1:
            self._note(f"put {len(self._roots)} elements into one, `<{ROOT}>`", 0)
            return f"<{ROOT}>{''.join(self._made)}</{ROOT}>"
        return "".join(self._made)

    def _note(self, message: str, at: int) -> None:
        self._changes.add(message, self._offset + at)

    def _piece(self, piece: re.Match[str]) -> int:
        """Take one tag, comment or section; returns where what follows it begins."""
        at = piece.start()
        if piece["end"]:
            self._end(piece["end"], at)
        elif piece["begin"]:
            self._begin(piece, at)
        elif piece["comment"]:
            return self._end_of("-->", piece.end(), "a comment")
        elif piece["cdata"]:
            end = self._end_of("]]>", piece.end(), "a CDATA section")
            if self._open:
                inside = self._text[piece.end() : end].removesuffix("]]>")
                self._made.append(f"<![CDATA[{_FORBIDDEN.sub('', inside)}]]>")
            return end
        elif piece["subset"]:
            raise Unsafe(format=Format.XML, reason="it declares entities or elements of its own")
        elif piece["doctype"]:
            self._note(f"left out {shown(piece[0])}", at)
        return piece.end()

    def _end_of(self, mark: str, start: int, what: str) -> int:
        found = self._text.find(mark, start)
        if found >= 0:
            return found + len(mark)
        self._note(f"added `{mark}`, the end of {what}", len(self._text))
        return len(self._text)

    def _begin(self, piece: re.Match[str], at: int) -> None:
        name = piece["begin"]
        if len(self._open) >= Limit.DEPTH:
            raise TooDeep(limit=Limit.DEPTH)
        if not self._open:
            self._roots.append(len(self._made))
        rest = piece["rest"].rstrip()
        empty = "/" if rest.endswith("/") else ""
        self._made.append(f"<{name}{self._attributes(rest.removesuffix('/'), at)}{empty}>")
        if not empty:
            self._open.append(name)

    def _attributes(self, rest: str, at: int) -> str:
        made: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(rest):
            name, given = match["name"], match["value"]
            if name in made:
                self._note(f"left out {shown(match[0])}, an attribute given twice", at)
                continue
            quoted = given is not None and given[0] in "\"'"
            value = (given[1:-1] if quoted else given) if given is not None else name
            made[name] = f'"{self._escaped(value, at).replace(chr(34), "&quot;")}"'
            if not quoted:
                self._note(f"{shown(match[0])} became {shown(f'{name}={made[name]}')}", at)
        return "".join(f" {name}={value}" for name, value in made.items())

    def _end(self, name: str, at: int) -> None:
        if name not in self._open:
            self._note(f"removed `</{name}>`, which ends nothing", at)
            return
        while self._open[-1] != name:
            self._close(at)
        self._open.pop()
        self._made.append(f"</{name}>")

    def _close(self, at: int) -> None:
        name = self._open.pop()
        self._made.append(f"</{name}>")
        self._note(f"added `</{name}>`", at)

    def _words(self, start: int, end: int) -> None:
        """The text between two tags; outside of all elements it is left out."""
        words = self._text[start:end]
        if self._open:
            self._made.append(self._escaped(words, start))
        elif words.strip():
            skipped = len(words) - len(words.lstrip())
            self._note(f"left out {shown(words.strip())} outside of the elements", start + skipped)

    def _escaped(self, words: str, start: int) -> str:
        """``words`` with what only XML's own marks may be, written as text."""

        def ampersand(match: re.Match[str]) -> str:
            if match["known"] and _is_character(match["known"]):
                return match[0]
            character = html.unescape(match[0]) if match["html"] else "&"
            written = "&amp;" + match[0][1:] if character == match[0] or not match["html"] else character
            self._note(f"{shown(match[0])} became {shown(written)}", start + match.start())
            return written

        mended = _AMPERSAND.sub(ampersand, words)
        for found in re.finditer(r"<", words):
            self._note("`<` became `&lt;`", start + found.start())
        for found in _FORBIDDEN.finditer(words):
            self._note(f"removed the character U+{ord(found[0]):04X}", start + found.start())
        return _FORBIDDEN.sub("", mended.replace("<", "&lt;")).replace("]]>", "]]&gt;")


def _is_character(known: str) -> bool:
    """Whether a reference that XML knows is to a character that it has."""
    if not known.startswith("#"):
        return True
    digits = known[1:]
    number = int(digits[1:8], 16) if digits.startswith("x") else int(digits[:8])
    return (
        number in (9, 10, 13)
        or 0x20 <= number <= 0xD7FF
        or 0xE000 <= number <= 0xFFFD
        or 0x10000 <= number <= 0x10FFFF
    )
