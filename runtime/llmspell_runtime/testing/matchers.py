"""Matchers: objects with one key that begins with ``$``, which stand in an expected value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from llmspell.testing.constants import Limit
from llmspell.testing.errors import InvalidMatcher

from llmspell_runtime.testing.comparison import (
    Effort,
    Expected,
    Fields,
    Items,
    Mismatch,
    Scalar,
    exactly,
    shown,
    surplus,
    too_deep,
)
from llmspell_runtime.testing.nesting import (
    AllOf,
    AnyOf,
    At,
    Contains,
    Each,
    JsonText,
    Length,
    Not,
    Unordered,
)
from llmspell_runtime.testing.patterns import InvalidPattern, Pattern
from llmspell_runtime.testing.places import ABSENT, below
from llmspell_runtime.testing.written import LATER, Written

TYPES: Final[dict[str, Callable[[Any], bool]]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: _is_number(value) and value == int(value),
    "number": lambda value: _is_number(value),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}

RELATIVE: Final = 1e-6
ABSOLUTE: Final = 1e-12


def expecting(value: Any, path: str = "", *, partial: bool = False) -> Expected:
    """The expected value that JSON describes; raises InvalidMatcher.

    ``path`` is where it stands, for the error; with ``partial`` its objects may have more fields.
    """
    try:
        return _expecting(value, path, partial, 0)
    except RecursionError:
        raise too_deep() from None


def _expecting(value: Any, path: str, partial: bool, depth: int) -> Expected:
    if depth > Limit.DEPTH:
        raise InvalidMatcher(path=path[:200], reason=f"is nested deeper than {Limit.DEPTH}")
    if value is LATER:
        return _Any(value)
    if isinstance(value, list | tuple):
        return Items(
            value, [_expecting(item, below(path, n), partial, depth + 1) for n, item in enumerate(value)]
        )
    if not isinstance(value, dict):
        return Scalar(value)
    special = sorted(key for key in value if key.startswith("$"))
    if not special:
        fields = {key: _expecting(item, below(path, key), partial, depth + 1) for key, item in value.items()}
        return Fields(value, fields, partial)
    name = special[0]
    if name not in _MATCHERS:
        reason = f"there is no matcher {name!r}; there are {', '.join(_MATCHERS)}, and $literal takes any key"
        raise InvalidMatcher(path=path, reason=reason)
    if len(value) > 1:
        raise InvalidMatcher(
            path=path, reason=f"{name} stands alone in its object; see $all_of, and $literal"
        )
    return _MATCHERS[name](Written(name, value, below(path, name), partial, depth + 1, _expecting))


class _Any(Expected):
    """Anything that is there."""

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if actual is ABSENT:
            yield self.other(actual, path, "anything")


class _Absent(Expected):
    """Nothing."""

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if actual is not ABSENT:
            yield surplus(actual, path)


class _Test(Expected):
    """What passes a test."""

    def __init__(self, source: Any, said: str, passes: Callable[[Any], bool]) -> None:
        super().__init__(source)
        self._said, self._passes = said, passes

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if actual is ABSENT or not self._passes(actual):
            yield self.other(actual, path, self._said)


def _flag(kind: type[Expected]) -> Make:
    def make(written: Written) -> Expected:
        if written.operand is not True:
            raise written.wrong("true")
        return kind(written.source)

    return make


def _of_type(written: Written) -> Expected:
    names = written.operand if isinstance(written.operand, list) else [written.operand]
    if names == [LATER]:
        return _Any(written.source)
    if not names or not all(isinstance(name, str) and name in TYPES for name in names):
        raise written.wrong(f"one of {', '.join(TYPES)}, or a list of them")
    said = f"a value of type {' or '.join(names)}"
    return _Test(written.source, said, lambda actual: any(TYPES[name](actual) for name in names))


def _regex(written: Written) -> Expected:
    operand = written.operand
    if operand is LATER:
        return _Any(written.source)
    given = operand if isinstance(operand, dict) else {"pattern": operand}
    flags = {name: given.get(name, False) for name in ("ignore_case", "full")}
    if (
        not isinstance(given.get("pattern"), str)
        or not given.keys() <= {"pattern", *flags}
        or not all(isinstance(flag, bool) for flag in flags.values())
    ):
        raise written.wrong('a pattern, or {"pattern": …, "ignore_case": true, "full": true}')
    try:
        pattern = Pattern(given["pattern"], **flags)
    except InvalidPattern as error:
        raise InvalidMatcher(
            path=written.path, reason=f"the pattern {shown(given['pattern'])}: {error}"
        ) from None
    said = f"a text {'that fits' if flags['full'] else 'in which'} {given['pattern'][:200]}"
    said = said if flags["full"] else f"{said} is found"
    return _Test(written.source, said, lambda actual: isinstance(actual, str) and pattern.fits(actual))


def _approximately(written: Written) -> Expected:
    operand = written.operand
    given = operand if isinstance(operand, dict) else {"value": operand}
    if LATER in given.values():
        return _Any(written.source)
    numbers = [given.get("value"), given.get("absolute", ABSOLUTE), given.get("relative", RELATIVE)]
    known = given.keys() <= {"value", "absolute", "relative"}
    if not known or not all(_is_number(number) for number in numbers) or min(numbers[1:]) < 0:
        raise written.wrong('a number, or {"value": 0.3, "absolute": 0.01, "relative": 0.001}')
    try:
        value, absolute, relative = map(float, numbers)
    except OverflowError:
        raise written.wrong("numbers that a double can hold") from None
    tolerance = max(absolute, relative * abs(value))

    def close(actual: Any) -> bool:
        try:
            return _is_number(actual) and abs(float(actual) - value) <= tolerance
        except OverflowError:
            return False

    return _Test(written.source, f"{shown(value)} ± {shown(tolerance)}", close)


def _ordered(words: str, holds: Callable[[Any, Any], bool]) -> Make:
    def make(written: Written) -> Expected:
        limit = written.operand
        if limit is LATER:
            return _Any(written.source)
        kind = str if isinstance(limit, str) else None
        if kind is None and not _is_number(limit):
            raise written.wrong("a number or a text")

        def passes(actual: Any) -> bool:
            comparable = isinstance(actual, str) if kind else _is_number(actual)
            return comparable and holds(actual, limit)

        return _Test(written.source, f"{words} {shown(limit)}", passes)

    return make


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


Make: TypeAlias = Callable[[Written], Expected]

_MATCHERS: Final[dict[str, Make]] = {
    "$any": _flag(_Any),
    "$absent": _flag(_Absent),
    "$type": _of_type,
    "$contains": Contains,
    "$partial": lambda written: written.inner(written.operand, partial=True),
    "$regex": _regex,
    "$approx": _approximately,
    "$gt": _ordered("more than", lambda actual, limit: actual > limit),
    "$gte": _ordered("at least", lambda actual, limit: actual >= limit),
    "$lt": _ordered("less than", lambda actual, limit: actual < limit),
    "$lte": _ordered("at most", lambda actual, limit: actual <= limit),
    "$length": Length,
    "$each": Each,
    "$unordered": Unordered,
    "$field": At,
    "$json": JsonText,
    "$all_of": AllOf,
    "$any_of": AnyOf,
    "$not": Not,
    "$literal": lambda written: exactly(written.operand),
}
