"""Matchers: objects with one key that begins with ``$``, which stand in an expected value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from bridge_runtime.values import InvalidJson, read_json
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
from llmspell_runtime.testing.patterns import InvalidPattern, Pattern
from llmspell_runtime.testing.places import ABSENT, below, look, pointer

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


class Later:
    """The type of ``LATER``: a value that is known only when a scenario runs."""


LATER: Final = Later()


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
    return _MATCHERS[name](_Written(name, value, below(path, name), partial, depth + 1))


class _Written:
    """A matcher as it was written."""

    def __init__(self, name: str, source: Any, path: str, partial: bool, depth: int) -> None:
        self.name, self.source, self.path, self.partial, self.depth = name, source, path, partial, depth
        self.operand = source[name]

    def wrong(self, expected: str) -> InvalidMatcher:
        reason = f"{self.name} takes {expected}, not {shown(self.operand)}"
        return InvalidMatcher(path=self.path, reason=reason)

    def inner(self, value: Any, part: str | int | None = None, partial: bool | None = None) -> Expected:
        path = self.path if part is None else below(self.path, part)
        return _expecting(value, path, self.partial if partial is None else partial, self.depth)

    def several(self) -> list[Expected]:
        if self.operand is LATER:
            return []
        if not isinstance(self.operand, list):
            raise self.wrong("a list")
        return [self.inner(item, number) for number, item in enumerate(self.operand)]


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


class _Contains(Expected):
    """A text with a text in it, a list with items, an object with fields."""

    def __init__(self, written: _Written) -> None:
        super().__init__(written.source)
        self._operand = operand = written.operand
        self._inner = written.inner(operand)
        self._wanted = written.several() if isinstance(operand, list) else [self._inner]
        self._fields = Fields(operand, self._inner.fields, True) if isinstance(self._inner, Fields) else None

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if isinstance(actual, list):
            for wanted in self._wanted:
                if not any(wanted.fits(item, effort) for item in actual):
                    said = f"expected an item that fits {shown(wanted.source)}, given {shown(actual)}"
                    yield Mismatch(path, said, wanted.source, actual)
        elif isinstance(actual, dict) and self._fields is not None:
            yield from self._fields.mismatches(actual, path, effort)
        elif isinstance(actual, str) and isinstance(self._operand, str):
            if self._operand not in actual:
                yield self.other(actual, path, f"a text with {shown(self._operand)} in it")
        else:
            yield self.other(actual, path, f"something that contains {shown(self._operand)}")


class _Length(Expected):
    """A text, list or object of a length."""

    def __init__(self, written: _Written) -> None:
        super().__init__(written.source)
        self._length = written.inner(written.operand)

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if not isinstance(actual, str | list | dict):
            yield self.other(actual, path, "a text, list or object")
        elif not self._length.fits(len(actual), effort):
            wanted = f"the length {shown(self._length.source)}"
            yield Mismatch(path, f"expected {wanted}, given {len(actual)}", self.source, actual)


class _Each(Expected):
    """A list whose items all fit."""

    def __init__(self, written: _Written) -> None:
        super().__init__(written.source)
        self._item = written.inner(written.operand)

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if not isinstance(actual, list):
            yield self.other(actual, path, "a list")
            return
        for number, item in enumerate(actual):
            yield from self._item.mismatches(item, below(path, number), effort)


class _Unordered(Expected):
    """A list with these items in any order."""

    def __init__(self, written: _Written) -> None:
        super().__init__(written.source)
        self._items = written.several()

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if not isinstance(actual, list):
            yield self.other(actual, path, "a list")
            return
        pairs = _pairs([[n for n, item in enumerate(actual) if e.fits(item, effort)] for e in self._items])
        taken = set(pairs.values())
        for number, expected in enumerate(self._items):
            if number not in pairs:
                message = f"expected an item that fits {shown(expected.source)}, given {shown(actual)}"
                yield Mismatch(path, message, expected.source, actual)
        yield from (surplus(item, below(path, n)) for n, item in enumerate(actual) if n not in taken)


def _pairs(choices: list[list[int]]) -> dict[int, int]:
    """As many of the first as can be paired, each with another one of its choices (Kuhn's algorithm)."""
    owner: dict[int, int] = {}

    def place(one: int, seen: set[int]) -> bool:
        for choice in choices[one]:
            if choice not in seen:
                seen.add(choice)
                if choice not in owner or place(owner[choice], seen):
                    owner[choice] = one
                    return True
        return False

    for one in range(len(choices)):
        place(one, set())
    return {one: choice for choice, one in owner.items()}


class _At(Expected):
    """A value that has others inside, at dotted paths."""

    def __init__(self, written: _Written) -> None:
        super().__init__(written.source)
        given: Any = {} if written.operand is LATER else written.operand
        if not isinstance(given, dict):
            raise written.wrong('an object of paths: {"items.0.name": "Ada"}')
        self._inside = {path: written.inner(value, path) for path, value in given.items()}

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        for where, expected in sorted(self._inside.items()):
            effort.spend()
            found = look(actual, where) if actual is not ABSENT else ABSENT
            yield from expected.mismatches(found, path + pointer(where), effort)


class _JsonText(Expected):
    """A text that is JSON."""

    def __init__(self, written: _Written) -> None:
        super().__init__(written.source)
        self._value = written.inner(written.operand)

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        try:
            value = read_json(actual) if isinstance(actual, str) else ABSENT
        except InvalidJson:
            value = ABSENT
        if value is ABSENT:
            yield self.other(actual, path, "a text that is JSON")
        else:
            yield from self._value.mismatches(value, path, effort)


class _AllOf(Expected):
    """What fits all of them."""

    def __init__(self, written: _Written) -> None:
        super().__init__(written.source)
        self._all = written.several()

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        for expected in self._all:
            yield from expected.mismatches(actual, path, effort)


class _AnyOf(Expected):
    """What fits at least one of them."""

    def __init__(self, written: _Written) -> None:
        super().__init__(written.source)
        self._any = written.several()

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if not any(expected.fits(actual, effort) for expected in self._any):
            choices = " or ".join(shown(expected.source) for expected in self._any[:10])
            yield self.other(actual, path, choices or "one of no choices")


class _Not(Expected):
    """What does not fit."""

    def __init__(self, written: _Written) -> None:
        super().__init__(written.source)
        self._not = written.inner(written.operand)

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if self._not.fits(actual, effort):
            yield self.other(actual, path, f"anything but {shown(self._not.source)}")


def _flag(kind: type[Expected]) -> Make:
    def make(written: _Written) -> Expected:
        if written.operand is not True:
            raise written.wrong("true")
        return kind(written.source)

    return make


def _of_type(written: _Written) -> Expected:
    names = written.operand if isinstance(written.operand, list) else [written.operand]
    if names == [LATER]:
        return _Any(written.source)
    if not names or not all(isinstance(name, str) and name in TYPES for name in names):
        raise written.wrong(f"one of {', '.join(TYPES)}, or a list of them")
    said = f"a value of type {' or '.join(names)}"
    return _Test(written.source, said, lambda actual: any(TYPES[name](actual) for name in names))


def _regex(written: _Written) -> Expected:
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


def _approximately(written: _Written) -> Expected:
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
    def make(written: _Written) -> Expected:
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


Make: TypeAlias = Callable[[_Written], Expected]

_MATCHERS: Final[dict[str, Make]] = {
    "$any": _flag(_Any),
    "$absent": _flag(_Absent),
    "$type": _of_type,
    "$contains": _Contains,
    "$partial": lambda written: written.inner(written.operand, partial=True),
    "$regex": _regex,
    "$approx": _approximately,
    "$gt": _ordered("more than", lambda actual, limit: actual > limit),
    "$gte": _ordered("at least", lambda actual, limit: actual >= limit),
    "$lt": _ordered("less than", lambda actual, limit: actual < limit),
    "$lte": _ordered("at most", lambda actual, limit: actual <= limit),
    "$length": _Length,
    "$each": _Each,
    "$unordered": _Unordered,
    "$field": _At,
    "$json": _JsonText,
    "$all_of": _AllOf,
    "$any_of": _AnyOf,
    "$not": _Not,
    "$literal": lambda written: exactly(written.operand),
}
