"""Did you mean …? for names that are known to nobody."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_ELSEWHERE = {
    "nullable": 'what may be null has two types: type: [string, "null"], or anyOf: [<type>, {type: "null"}]',
    "allOf": "a record lists all its properties itself",
    "not": "a type says what is allowed",
    "str": "text is a string",
    "text": "text is a string",
    "int": "whole numbers are an integer",
    "int64": "an integer has 64 bits; leave the format out",
    "int32": "an integer has 64 bits; leave the format out, or give minimum and maximum",
    "float": "numbers with a fraction are a number",
    "double": "numbers with a fraction are a number, which is a double",
    "bool": "true and false are a boolean",
    "dict": "a map is an object with additionalProperties, a record an object with properties",
    "map": "a map is an object with additionalProperties",
    "list": "a list is an array",
    "any": "any value at all is {}",
    "enum": "an enumeration is a string with the key enum",
}
"""What other languages call something, and how it is written here."""


def elsewhere(given: str) -> str:
    """``; …`` when ``given`` is a word of other interface languages, else nothing."""
    return f"; {_ELSEWHERE[given]}" if given in _ELSEWHERE else ""


def suggestion(given: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'?`` when something known is close, else nothing."""
    close = difflib.get_close_matches(given, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
