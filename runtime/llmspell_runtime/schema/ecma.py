"""Regular expressions of ECMA 262, written for a linear engine (Rust's ``regex``)."""

from __future__ import annotations

import re
from typing import Final

_SPACES: Final = r"\t-\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}"
_SETS: Final = {"d": "0-9", "w": "A-Za-z0-9_", "s": _SPACES}
_CONTROLS: Final = {"t": r"\t", "n": r"\n", "v": r"\x0b", "f": r"\x0c", "r": r"\r", "0": r"\x00"}
_ANY: Final = r"[^\n\r\x{2028}\x{2029}]"
_QUANTIFIER: Final = re.compile(r"\{[0-9]{1,6}(,[0-9]{0,6})?\}")
_GROUP: Final = re.compile(r"\?(:|P?<[A-Za-z_][A-Za-z0-9_]*>|[ims]{0,3}(-[ims]{1,3})?:)")
_HEX: Final = re.compile(r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}")
_LOW_HALF: Final = re.compile(r"\\u([dD][c-fC-F][0-9A-Fa-f]{2})")
_PROPERTY: Final = re.compile(r"[pP]\{[A-Za-z0-9_=]+\}")


class UnknownSyntax(ValueError):
    """The pattern is not a regular expression of ECMA 262; the message says what is wrong."""


class NeedsBacktracking(ValueError):
    """The pattern has look-around or back-references."""


def translated(pattern: str) -> str:
    """The same pattern for the linear engine. Raises UnknownSyntax and NeedsBacktracking."""
    return _Translation(pattern).whole()


class _Translation:
    """Reads a pattern from left to right, once."""

    def __init__(self, pattern: str) -> None:
        self._text = pattern
        self._at = 0
        self._backtracking = False

    def whole(self) -> str:
        parts = []
        while self._at < len(self._text):
            parts.append(self._part())
        if self._backtracking:
            raise NeedsBacktracking
        return "".join(parts)

    def _part(self) -> str:
        sign = self._text[self._at]
        self._at += 1
        match sign:
            case "\\":
                return self._escape()
            case "[":
                return self._class()
            case "(":
                return "(" + self._group()
            case ".":
                return _ANY
            case "{":
                found = _QUANTIFIER.match(self._text, self._at - 1)
                if found is None:
                    return r"\{"
                self._at = found.end()
                return found[0]
            case "}" | "]":
                return "\\" + sign
        return sign

    def _group(self) -> str:
        if not self._text.startswith("?", self._at):
            return ""
        if self._text.startswith(("?=", "?!", "?<=", "?<!"), self._at):
            self._backtracking = True
            self._at += 3 if self._text[self._at + 1] == "<" else 2
            return ""
        found = _GROUP.match(self._text, self._at)
        if found is None:
            raise UnknownSyntax(f"a group begins with '({self._text[self._at : self._at + 3]}'")
        self._at = found.end()
        return found[0]

    def _escape(self) -> str:
        """What an escape outside a class stands for."""
        sign = self._text[self._at : self._at + 1]
        if sign and sign in "123456789k":
            self._at += 1
            self._backtracking = True
            return ""
        if sign in ("b", "B"):
            self._at += 1
            return "\\" + sign
        if sign in ("A", "Z", "z"):  # other dialects' ends of the text
            self._at += 1
            return r"\A" if sign == "A" else r"\z"
        inside, is_set = self._escaped()
        return f"[{inside}]" if is_set else inside

    def _escaped(self) -> tuple[str, bool]:
        """The escape that begins here, for the inside of a class, and whether it stands for many characters."""
        sign = self._text[self._at : self._at + 1]
        if not sign:
            raise UnknownSyntax("it ends with a backslash")
        for form in (_HEX, _PROPERTY):
            if found := form.match(self._text, self._at):
                self._at = found.end()
                return (self._code(found), False) if form is _HEX else ("\\" + found[0], True)
        self._at += 1
        if sign in _SETS:
            return _SETS[sign], True
        if sign.lower() in _SETS:
            return f"[^{_SETS[sign.lower()]}]", True
        if sign in _CONTROLS:
            return _CONTROLS[sign], False
        if sign == "c" and (letter := self._text[self._at : self._at + 1]).isalpha() and letter.isascii():
            self._at += 1
            return rf"\x{ord(letter) % 32:02x}", False
        if sign.isascii() and sign.isalnum():
            raise UnknownSyntax(rf"the escape '\{sign}' means nothing")
        return "\\" + sign if sign.isascii() and sign.isprintable() and sign != " " else sign, False

    def _code(self, found: re.Match[str]) -> str:
        number = int(found[1] or found[2] or found[3], 16)
        low = _LOW_HALF.match(self._text, self._at)
        if 0xD800 <= number < 0xDC00 and low is not None:
            self._at = low.end()
            number = 0x10000 + ((number - 0xD800) << 10) + int(low[1], 16) - 0xDC00
        if 0xD800 <= number < 0xE000 or number > 0x10FFFF:
            raise UnknownSyntax(rf"'\{found[0]}' is not a character")
        return rf"\x{{{number:x}}}"

    def _class(self) -> str:
        negated = self._text.startswith("^", self._at)
        self._at += negated
        items: list[tuple[str, bool]] = []
        while not self._text.startswith("]", self._at):
            if self._at >= len(self._text):
                raise UnknownSyntax("a '[' is not closed")
            items.append(self._item())
        self._at += 1
        if not items:
            return r"[\s\S]" if negated else r"[^\s\S]"
        return f"[{'^' if negated else ''}{_ranges(items)}]"

    def _item(self) -> tuple[str, bool]:
        sign = self._text[self._at]
        self._at += 1
        if sign == "\\":
            if self._text.startswith("b", self._at):
                self._at += 1
                return r"\x08", False
            return self._escaped()
        if sign == "-":
            return "-", False
        return "\\" + sign if sign in "[&~^" else sign, False


def _ranges(items: list[tuple[str, bool]]) -> str:
    """The inside of a class: a dash between two characters makes a range, any other is itself."""
    parts = []
    at = 0
    while at < len(items):
        text, is_set = items[at]
        if at + 2 < len(items) and items[at + 1][0] == "-" and not is_set and not items[at + 2][1]:
            parts.append(f"{_plain(text)}-{_plain(items[at + 2][0])}")
            at += 3
        else:
            parts.append(_plain(text))
            at += 1
    return "".join(parts)


def _plain(text: str) -> str:
    return r"\-" if text == "-" else text
