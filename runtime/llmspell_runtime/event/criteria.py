"""Which events: criteria made once into a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from bridge_runtime.events import matches
from llmspell.event.types import Event, EventCriteria

from llmspell_runtime.event.envelope import rank
from llmspell_runtime.event.names import require_pattern

Test: TypeAlias = Callable[[Event], bool]

_ABSENT: Final = object()


def test_of(criteria: EventCriteria | None) -> Test:
    """The test that an event passes when it meets all of ``criteria``; raises InvalidType for a bad pattern."""
    tests = list(_tests(criteria)) if criteria is not None else []
    if len(tests) == 1:
        return tests[0]
    return lambda event: all(test(event) for test in tests)


def _tests(criteria: EventCriteria) -> list[Test]:
    tests: list[Test] = []
    if (pattern := criteria.pattern) is not None:
        require_pattern(pattern)
        tests.append(lambda event: matches(pattern, event.type))
    if (category := criteria.category) is not None:
        tests.append(lambda event: event.category == category)
    if (source := criteria.source) is not None:
        tests.append(lambda event: event.source == source)
    if (correlation := criteria.correlation_id) is not None:
        tests.append(lambda event: event.correlation_id == correlation)
    if (priority := criteria.min_priority) is not None:
        least = rank(priority)
        tests.append(lambda event: rank(event.priority) >= least)
    if (since := criteria.since) is not None:
        tests.append(lambda event: event.timestamp >= since)
    if (until := criteria.until) is not None:
        tests.append(lambda event: event.timestamp < until)
    for path, value in (criteria.data or {}).items():
        tests.append(lambda event, path=path, value=value: same(field(event.data, path), value))  # type: ignore[misc]
    return tests


def field(data: Any, path: str) -> Any:
    """The value at a dotted path; a key that itself has dots is found too."""
    if isinstance(data, dict):
        if path in data:
            return data[path]
        first, dot, rest = path.partition(".")
        return field(data.get(first, _ABSENT), rest) if dot else _ABSENT
    if isinstance(data, list):
        first, _, rest = path.partition(".")
        if first.isdecimal() and int(first) < len(data):
            return field(data[int(first)], rest) if rest else data[int(first)]
    return _ABSENT


def same(one: Any, other: Any) -> bool:
    """Equality of JSON: true is not 1, and 1 is 1.0."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)
