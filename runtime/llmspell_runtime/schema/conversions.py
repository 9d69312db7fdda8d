"""Single values brought to a type or to one of the allowed values, where nobody can mistake what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

from bridge_runtime.values import INTEGER_MAX, INTEGER_MIN, InvalidJson, canonical_json, read_json

from llmspell_runtime.schema.budget import spend
from llmspell_runtime.schema.keywords import key_of

_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,400}(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,4})?", re.ASCII)
_WORDS: Final = {
    "true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False,
}  # fmt: skip
MAX_WORD: Final = 1000
"""Longer text is no number, word or allowed value."""


class Converted(NamedTuple):
    """A value after a rule of ``schema.Rule``."""

    value: Any
    rule: str


def is_of(value: Any, kind: str) -> bool:
    """Whether ``value`` is of the type ``kind`` of JSON Schema."""
    match kind:
        case "object":
            return isinstance(value, dict)
        case "array":
            return isinstance(value, list)
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "null":
            return value is None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return kind == "number" or isinstance(value, int) or value.is_integer()


def to_type(value: Any, kinds: Iterable[str]) -> Converted | None:
    """``value`` as the first of the types ``kinds`` that it can be read as, or None."""
    for kind in kinds:
        found = _CONVERSIONS[kind](value)
        if found is not None:
            return found
    return None


def to_allowed(value: Any, allowed: list[Any]) -> Converted | None:
    """The one of ``allowed`` that ``value`` means: without regard to type, spaces around it and case. None if unclear."""
    text = _text(value)
    if text is None:
        return None
    spend(len(allowed) // 4)
    for same in (str.strip, lambda item: item.strip().casefold()):
        found = [item for item in allowed if (other := _text(item)) is not None and same(other) == same(text)]
        if len({key_of(item) for item in found}) == 1:
            return Converted(found[0], "matched")
    return None


def _text(value: Any) -> str | None:
    if isinstance(value, str):
        return value if len(value) <= MAX_WORD else None
    return None if isinstance(value, dict | list) else canonical_json(value)


def _number(value: Any) -> int | float | None:
    """The number that text holds; a whole one as an int."""
    if isinstance(value, bool):
        return int(value)
    text = value.strip() if isinstance(value, str) and len(value) <= MAX_WORD else ""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    if found[1] is None and found[2] is None and INTEGER_MIN <= (whole := int(text)) <= INTEGER_MAX:
        return whole
    number = float(text)
    return number if number - number == 0 else None


def _to_integer(value: Any) -> Converted | None:
    number = _number(value)
    if isinstance(number, float):
        number = int(number) if number.is_integer() and abs(number) < 2**53 else None
    return None if number is None else Converted(number, "to_integer")


def _to_number(value: Any) -> Converted | None:
    number = _number(value)
    return None if number is None else Converted(number, "to_number")


def _to_boolean(value: Any) -> Converted | None:
    if isinstance(value, int | float) and value in (0, 1):
        return Converted(value == 1, "to_boolean")
    word = value.strip().casefold() if isinstance(value, str) and len(value) <= MAX_WORD else ""
    return Converted(_WORDS[word], "to_boolean") if word in _WORDS else None


def _to_null(value: Any) -> Converted | None:
    is_nothing = (
        isinstance(value, str) and len(value) <= MAX_WORD and value.strip().casefold() in ("", "null")
    )
    return Converted(None, "to_null") if is_nothing else None


def _to_string(value: Any) -> Converted | None:
    return Converted(canonical_json(value), "to_string") if isinstance(value, bool | int | float) else None


def _to_object(value: Any) -> Converted | None:
    return _parsed(value, "{", dict)


def _to_array(value: Any) -> Converted | None:
    if value is None:
        return None
    return _parsed(value, "[", list) or Converted([value], "wrapped")


def _parsed(value: Any, sign: str, kind: type) -> Converted | None:
    if not isinstance(value, str) or not value.lstrip().startswith(sign):
        return None
    spend(len(value) // 64)
    try:
        found = read_json(value)
    except InvalidJson:
        return None
    return Converted(found, "parsed") if isinstance(found, kind) else None


_CONVERSIONS: Final[dict[str, Callable[[Any], Converted | None]]] = {
    "integer": _to_integer,
    "number": _to_number,
    "boolean": _to_boolean,
    "null": _to_null,
    "string": _to_string,
    "object": _to_object,
    "array": _to_array,
}
