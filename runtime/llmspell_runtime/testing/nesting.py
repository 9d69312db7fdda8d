"""Matchers that have other expected values inside: of what a value holds, and of several at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bridge_runtime.values import InvalidJson, read_json

from llmspell_runtime.testing.comparison import Effort, Expected, Fields, Mismatch, shown, surplus
from llmspell_runtime.testing.places import ABSENT, below, look, pointer
from llmspell_runtime.testing.written import LATER, Written


class Contains(Expected):
    """A text with a text in it, a list with items, an object with fields."""

    def __init__(self, written: Written) -> None:
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


class Length(Expected):
    """A text, list or object of a length."""

    def __init__(self, written: Written) -> None:
        super().__init__(written.source)
        self._length = written.inner(written.operand)

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if not isinstance(actual, str | list | dict):
            yield self.other(actual, path, "a text, list or object")
        elif not self._length.fits(len(actual), effort):
            wanted = f"the length {shown(self._length.source)}"
            yield Mismatch(path, f"expected {wanted}, given {len(actual)}", self.source, actual)


class Each(Expected):
    """A list whose items all fit."""

    def __init__(self, written: Written) -> None:
        super().__init__(written.source)
        self._item = written.inner(written.operand)

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if not isinstance(actual, list):
            yield self.other(actual, path, "a list")
            return
        for number, item in enumerate(actual):
            yield from self._item.mismatches(item, below(path, number), effort)


class Unordered(Expected):
    """A list with these items in any order."""

    def __init__(self, written: Written) -> None:
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


class At(Expected):
    """A value that has others inside, at dotted paths."""

    def __init__(self, written: Written) -> None:
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


class JsonText(Expected):
    """A text that is JSON."""

    def __init__(self, written: Written) -> None:
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


class AllOf(Expected):
    """What fits all of them."""

    def __init__(self, written: Written) -> None:
        super().__init__(written.source)
        self._all = written.several()

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        for expected in self._all:
            yield from expected.mismatches(actual, path, effort)


class AnyOf(Expected):
    """What fits at least one of them."""

    def __init__(self, written: Written) -> None:
        super().__init__(written.source)
        self._any = written.several()

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if not any(expected.fits(actual, effort) for expected in self._any):
            choices = " or ".join(shown(expected.source) for expected in self._any[:10])
            yield self.other(actual, path, choices or "one of no choices")


class Not(Expected):
    """What does not fit."""

    def __init__(self, written: Written) -> None:
        super().__init__(written.source)
        self._not = written.inner(written.operand)

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if self._not.fits(actual, effort):
            yield self.other(actual, path, f"anything but {shown(self._not.source)}")
