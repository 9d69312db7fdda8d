"""Values of expressions: how large JSON is on its way in, and JSON for every kind of value on its way out."""

from __future__ import annotations

import base64
import math
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bridge_runtime.values import INTEGER_MAX, INTEGER_MIN

MAX_DEPTH: Final = 128
"""Lists and objects within one another; the library recurses over a value."""
MAX_SIZE: Final = 32 * 1024 * 1024
"""Values and characters of all variables, and of a result."""


class NotJson(ValueError):
    """A value that JSON has no form for; the message says which."""


def size_of(value: Any, name: str) -> int:
    """How many values and characters ``value`` holds. Raises ExpressionFailed for what is no JSON or too much of it."""
    from llmspell_runtime.expressions.evaluation import ExpressionFailed

    try:
        return _size(value, MAX_DEPTH, 0)
    except NotJson as error:
        raise ExpressionFailed(f"the variable {name!r} holds {error}") from None


def _size(value: Any, depth: int, size: int) -> int:
    """``size`` and what ``value`` adds to it."""
    size += 1
    if isinstance(value, str):
        size += _length(value)
    elif isinstance(value, bool) or value is None:
        pass
    elif isinstance(value, int):
        if not INTEGER_MIN <= value <= INTEGER_MAX:
            raise NotJson(f"the integer {value}, which has more than 64 bits")
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise NotJson(f"{value}, which is not JSON")
    elif not isinstance(value, dict | list | tuple):
        raise NotJson(f"a value of the type {type(value).__name__}, which is not JSON")
    elif not depth:
        raise NotJson(f"values nested more than {MAX_DEPTH} deep")
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise NotJson(f"the key {key!r}, which is not text")
            size = _size(item, depth - 1, size + _length(key))
    else:
        for item in value:
            size = _size(item, depth - 1, size)
    if size > MAX_SIZE:
        raise NotJson(f"more than {MAX_SIZE} values and characters")
    return size


def _length(text: str) -> int:
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            raise NotJson("text with half of a surrogate pair") from None
    return len(text)


def json_of(value: Any) -> Any:
    """``value`` of an expression as JSON, after CEL's own mapping to it. Raises NotJson."""
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int):
        if not INTEGER_MIN <= value <= INTEGER_MAX:
            raise NotJson(f"the integer {value} has more than 64 bits")
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise NotJson(f"{value} is no number of JSON")
        return value
    if isinstance(value, list | tuple):
        return [json_of(item) for item in value]
    if isinstance(value, dict):
        return {_key(key): json_of(item) for key, item in value.items()}
    return _special(value)


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise NotJson(f"an object has the key {key!r}, which is not text; write string(key)")
    return key


def _special(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, timedelta):
        return _seconds(value)
    if type(value).__name__ == "OptionalValue":
        return json_of(value.value()) if value.has_value() else None
    raise NotJson(f"a {type(value).__name__} has no form in JSON")


def _seconds(duration: timedelta) -> str:
    """A duration as protocol buffers write it in JSON: "90s", "-0.5s"."""
    microseconds = duration // timedelta(microseconds=1)
    sign, (whole, rest) = "-" if microseconds < 0 else "", divmod(abs(microseconds), 1_000_000)
    fraction = f".{rest:06d}".rstrip("0") if rest else ""
    return f"{sign}{whole}{fraction}s"
