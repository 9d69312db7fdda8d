"""JSON text, strictly: to a value, from a value, and all values within a text."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, NoReturn

from bridge_runtime.values import INTEGER_MAX, INTEGER_MIN
from llmspell.output.constants import Limit
from llmspell.output.errors import TooDeep

from llmspell_runtime.output.faults import NotReadable, require_value

BEGINS: Final = re.compile(
    r"\s*(?:\{\s*(?:[\"'\u201c\u201d\u2018\u2019}]|//|/\*|[A-Za-z_]\w*\s*:|$)"
    r"|\[\s*(?:[\[{\"'\u201c\u2018\]]|//|/\*|-?\d[\d.eE+-]*\s*(?:[,\n]|$)|(?:true|false|null|True|False|None)\b|$))"
)
"""Matches where a text begins as an object or a list of JSON does, mistakes of writing allowed for."""
_OPENER: Final = re.compile(r"\{(?=\s*[\"}])|\[(?=\s*(?:[\[{\"\]\-\d]|true|false|null))")
_WHITE: Final = re.compile(r"[ \t\r\n]*")
_STEPS_PER_CHARACTER: Final = 20
_COST_OF_DEPTH: Final = 2_000
"""Characters read at most before the reader gives up on what is nested too deeply."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_MAYBE_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")


class Match(NamedTuple):
    """A value in a text: from ``start`` up to, and not with, ``end``."""

    value: Any
    start: int
    end: int


def read(text: str) -> Any:
    """The value of a text that is one JSON value. Raises NotReadable, TooDeep and TooLarge."""
    try:
        value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise NotReadable(error.msg, error.lineno, error.colno) from None
    except RecursionError:
        raise TooDeep(limit=Limit.DEPTH) from None
    require_value(value)
    _require_characters(value, text, 0, len(text))
    return value


def _require_characters(value: Any, text: str, start: int, end: int) -> None:
    """Refuse what stands between ``start`` and ``end`` when an escape in it makes half of a character."""
    if _MAYBE_SURROGATE.search(text, start, end) and _SURROGATE.search(json.dumps(value, ensure_ascii=False)):
        raise NotReadable("a text holds half of a surrogate pair")


def write(value: Any, *, indent: int = 2, sort_keys: bool = False) -> str:
    """``value`` as JSON; on one line when ``indent`` is 0."""
    return json.dumps(
        shortened(value), ensure_ascii=False, allow_nan=False, indent=indent or None, sort_keys=sort_keys
    )


def find(text: str) -> Iterator[Match]:
    """Every object and list in ``text`` that is not inside another one; or all of it, when it is one value.

    What cannot be read is passed over. Broken text that would be read over and over is given up on.
    """
    whole = _whole(text)
    if whole is not None:
        yield whole
        return
    at, budget = 0, _STEPS_PER_CHARACTER * len(text) + _COST_OF_DEPTH
    while budget > 0 and (opener := _OPENER.search(text, at)):
        start = opener.start()
        try:
            value, end = _DECODER.raw_decode(text, start)
            require_value(value)
            _require_characters(value, text, start, end)
        except json.JSONDecodeError as error:
            budget -= error.pos - start + error.pos // 100 + 50  # the error counts the lines before it
        except RecursionError:
            budget -= _COST_OF_DEPTH
        except NotReadable:
            budget -= len(text) - start
        else:
            yield Match(value, start, end)
            at = end
            continue
        at = start + 1


def _whole(text: str) -> Match | None:
    start = _WHITE.match(text).end()  # type: ignore[union-attr]
    try:
        value, end = _DECODER.raw_decode(text, start)
        require_value(value)
        _require_characters(value, text, start, end)
    except (json.JSONDecodeError, RecursionError, NotReadable):
        return None
    if _WHITE.fullmatch(text, end) is None:
        return None
    return Match(value, start, end)


def shortened(value: Any) -> Any:
    """``value`` with whole numbers written as such: ``15``, never ``15.0``, whatever language it came from."""
    if isinstance(value, float) and value.is_integer() and INTEGER_MIN <= value <= INTEGER_MAX:
        return int(value)
    if isinstance(value, dict):
        return {key: shortened(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shortened(item) for item in value]
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise NotReadable(f"the key {twice!r} is given twice")
    return made


def _integer(digits: str) -> int:
    if len(digits) > 20 or not INTEGER_MIN <= (number := int(digits)) <= INTEGER_MAX:
        raise NotReadable(f"{digits[:40]} fits no type: integers have 64 bits; quote it")
    return number


def _number(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise NotReadable(f"{digits[:40]} fits no type: it is larger than any double")
    return number


def _constant(name: str) -> NoReturn:
    raise NotReadable(f"{name} is not JSON")


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_number, parse_constant=_constant
)
