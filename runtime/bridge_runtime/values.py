"""Values at the waist: "not given", and JSON that means the same in every language."""

from __future__ import annotations

import json
import math
import re
from enum import Enum
from typing import Any, Final, TypeAlias

from pydantic_core import from_json

Json: TypeAlias = Any
"""Any JSON value as Python's json module gives it."""

INTEGER_MIN: Final = -(2**63)
INTEGER_MAX: Final = 2**63 - 1


class Unset(Enum):
    """The type of ``UNSET``: an argument that was not given, where None would mean null."""

    UNSET = "UNSET"

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> bool:
        return False


UNSET: Final = Unset.UNSET


class InvalidJson(ValueError):
    """The text is not JSON, or the value cannot be written as JSON; the message says where and why."""


_SURROGATE = re.compile("[\ud800-\udfff]")
_MAYBE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_MARKS = bytes.maketrans(b"123456789E", b"000000000e")
_EXPONENT, _DIGITS = b"0e000", b"0" * 200
"""Of a text whose digits are all 0: a number can be larger than any double only where one of these stands."""


def read_json(text: str | bytes) -> Json:
    """The value of one JSON text.

    Raises InvalidJson for what JSON does not have (NaN, Infinity), for numbers that no double holds (1e999) and
    for text that is not Unicode (lone surrogates), which other languages' strings cannot hold.
    """
    try:
        value: Json = from_json(text, allow_inf_nan=False)  # which takes 1e999 all the same
        marks = (text if isinstance(text, bytes) else text.encode()).translate(_MARKS, b"+")
        if _EXPONENT not in marks and _DIGITS not in marks:
            return value
    except (ValueError, TypeError):
        pass
    return _read_slowly(text)


def read_own_json(text: str | bytes) -> Json:
    """The same of a text that was written here, from a value that JSON has: it holds no number that is too large."""
    try:
        value: Json = from_json(text, allow_inf_nan=False)
        return value
    except (ValueError, TypeError):
        return _read_slowly(text)


def _read_slowly(text: str | bytes) -> Json:
    """The same, for what the fast reader does not take or may have wrong: deep nesting, and mistakes, which this one explains."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        value = _DECODER.decode(text)
    except UnicodeDecodeError as error:
        raise InvalidJson(f"the JSON text is not UTF-8: {error.reason} at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise InvalidJson(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise InvalidJson("the JSON text is nested too deeply") from None
    except InvalidJson:
        raise
    except ValueError as error:  # an integer of thousands of digits
        raise InvalidJson(f"not JSON: {error}") from None
    if _SURROGATE.search(text) or (_MAYBE_SURROGATE.search(text) and has_surrogate(value)):
        raise InvalidJson("the JSON text holds half of a surrogate pair; write the whole character")
    return value


def _refuse_constant(name: str) -> Any:
    raise InvalidJson(f"{name} is not JSON; use null or a string")


def _read_number(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise InvalidJson(f"the number {show(digits)} is larger than any double; write it as a string")
    return number


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_read_number)
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_CANONICAL: Final = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True
)


def has_surrogate(value: Json) -> bool:
    """Whether a string of a JSON value holds half of a surrogate pair, which no other language's strings can."""
    if isinstance(value, str):
        return _SURROGATE.search(value) is not None
    if isinstance(value, list):
        return any(map(has_surrogate, value))
    if isinstance(value, dict):
        return any(has_surrogate(key) or has_surrogate(item) for key, item in value.items())
    return False


def write_json(value: Json) -> str:
    """``value`` as compact JSON text; raises InvalidJson when it is not a JSON value."""
    return _dump(value, _ENCODER)


def canonical_json(value: Json, *, exact: bool = False) -> str:
    """The one text of a value: sorted keys, no spaces, shortest numbers (``15``, never ``15.0``).

    Two surfaces agree on a value when their canonical texts are equal; integers beyond 64 bits, which some of them cannot
    hold, stand there as doubles, unless the text shall be ``exact``. Raises InvalidJson when it is not a JSON value.
    """
    try:
        return _dump(_shorten(value, exact), _CANONICAL)
    except RecursionError:
        raise InvalidJson("the value is nested too deeply, or holds itself") from None


def _dump(value: Json, encoder: json.JSONEncoder) -> str:
    try:
        text = encoder.encode(value)
    except (TypeError, ValueError) as error:
        raise InvalidJson(f"not a JSON value: {error}") from None
    except RecursionError:
        raise InvalidJson("the value is nested too deeply, or holds itself") from None
    if _SURROGATE.search(text):
        raise InvalidJson("not a JSON value: a string holds half of a surrogate pair")
    return text


def _shorten(value: Json, exact: bool) -> Json:
    if isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer() and INTEGER_MIN <= value <= INTEGER_MAX:
        return int(value)
    if isinstance(value, int) and not exact and not INTEGER_MIN <= value <= INTEGER_MAX:
        return _as_double(value)
    if isinstance(value, dict):
        return {key: _shorten(item, exact) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_shorten(item, exact) for item in value]
    return value


def _as_double(value: int) -> float:
    try:
        return float(value)
    except OverflowError:
        raise InvalidJson("not a JSON value: an integer is larger than any double") from None


def copied(value: Any) -> Any:
    """A copy of a JSON value, which its reader may change."""
    if isinstance(value, dict):
        return {name: copied(item) for name, item in value.items()}
    if isinstance(value, list):
        return [copied(item) for item in value]
    return value


def show(value: object, limit: int = 60) -> str:
    """``value`` as an error message shows it: its repr, cut when it is long."""
    try:
        text = repr(value)
    except Exception:
        text = f"<{type(value).__name__}>"
    if len(text) <= limit:
        return text
    return f"{text[: limit - 12]}… ({len(text)} characters)"


def jsonable(value: object) -> Json:
    """``value`` as JSON, whatever it is: what JSON does not have becomes its text. Never fails."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        text = value.value if isinstance(value, Enum) else value
        return _SURROGATE.sub("\ufffd", text)
    if isinstance(value, float):
        return value if value - value == 0 else str(value)
    if isinstance(value, dict):
        return {_SURROGATE.sub("\ufffd", str(key)): jsonable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [jsonable(item) for item in value]
    dump = getattr(value, "model_dump", None)
    if callable(dump):
        return jsonable(dump(mode="json", exclude_unset=True))
    return show(value) if not hasattr(value, "isoformat") else value.isoformat()
