"""Which events: criteria made once into a test, and into what a database can narrow down by its indices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final, TypeAlias

from bridge_runtime.events import matches
from llmspell.event.errors import InvalidExpression
from llmspell.event.types import EventCriteria

from llmspell_runtime.event.names import require_pattern
from llmspell_runtime.event.occurrence import PRIORITIES, Occurrence, rank

Test: TypeAlias = Callable[[Occurrence], bool]

_ABSENT: Final = object()


def live_test(criteria: EventCriteria | None) -> Test | None:
    """The same as ``criterion_of``, for events as they are emitted: without expressions that may take their time."""
    if criteria is not None and (source := criteria.expression) is not None:
        from llmspell_runtime.expressions.names import may_loop

        test = criterion_of(criteria)
        if may_loop(source):
            reason = (
                "it loops over a list, which those who emit events would wait for; use it with event.filter"
            )
            raise InvalidExpression(expression=source, reason=reason)
        return test
    return criterion_of(criteria)


def criterion_of(criteria: EventCriteria | None) -> Test | None:
    """The test that an event passes when it meets all of ``criteria``; None when every event does.

    Raises InvalidType for a bad pattern, InvalidExpression for a bad expression.
    """
    tests = [*_tests(criteria), *_tests_of_data(criteria)] if criteria is not None else []
    if len(tests) < 2:
        return tests[0] if tests else None
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
        tests.append(lambda event: event.rank >= least)
    if (since := criteria.since) is not None:
        tests.append(lambda event: event.timestamp >= since)
    if (until := criteria.until) is not None:
        tests.append(lambda event: event.timestamp < until)
    return tests


def _tests_of_data(criteria: EventCriteria) -> list[Test]:
    tests: list[Test] = []
    for path, value in (criteria.data or {}).items():
        tests.append(lambda event, path=path, value=value: same(field(event.data, path), value))  # type: ignore[misc]
    if criteria.expression is not None:
        tests.append(_expression(criteria.expression))
    return tests


def _expression(source: str) -> Test:
    from llmspell_runtime.expressions import ExpressionFailed, compile_expression
    from llmspell_runtime.expressions import InvalidExpression as NoExpression

    try:
        expression = compile_expression(source)
    except NoExpression as error:
        raise InvalidExpression(expression=source, reason=str(error)) from None
    unknown = sorted(expression.names.difference(_VARIABLES))
    if unknown:
        reason = f"an event has no {' and no '.join(unknown)}; it has {', '.join(_VARIABLES)}"
        raise InvalidExpression(expression=source, reason=reason)

    def test(event: Occurrence) -> bool:
        try:
            return expression.evaluate({name: of(event) for name, of in _VARIABLES.items()}) is True
        except ExpressionFailed:  # a field that this event does not have
            return False

    return test


_VARIABLES: Final[Mapping[str, Callable[[Occurrence], Any]]] = {
    "type": lambda event: event.type,
    "category": lambda event: event.category.value,
    "data": lambda event: event.data,
    "priority": lambda event: PRIORITIES[event.rank].value,
    "source": lambda event: event.source,
    "correlation_id": lambda event: event.correlation_id,
    "id": lambda event: event.id,
}
"""What an expression may speak of."""


def field(data: Any, path: str) -> Any:
    """The value at a dotted path; a key that itself has dots is found too."""
    if isinstance(data, dict):
        if path in data:
            return data[path]
        first, dot, rest = path.partition(".")
        return field(data.get(first, _ABSENT), rest) if dot else _ABSENT
    if isinstance(data, list):
        first, _, rest = path.partition(".")
        if first.isdecimal() and first.isascii() and int(first) < len(data):
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


# --- for a database


class Query:
    """Criteria as a condition in SQL, over the columns of a recording, and the test that remains.

    The condition admits at least every event that passes the test; where ``is_exact``, no other. It is looked up in an
    index of ranges where ``is_range``: what is found has then still to be put in order.
    """

    def __init__(self, criteria: EventCriteria | None) -> None:
        """Raises InvalidType and InvalidExpression."""
        self.test = criterion_of(criteria)
        self.may_wait = criteria is not None and criteria.expression is not None
        """Whether the test may take longer than an event loop has time for."""
        self.values: list[object] = []
        self.is_exact, self.is_range = True, False
        parts = self._conditions(criteria) if criteria is not None else []
        self.condition = " AND ".join(parts) or "1"

    def _conditions(self, criteria: EventCriteria) -> list[str]:
        parts = self._of_pattern(criteria.pattern) if criteria.pattern is not None else []
        for column, value in (
            ("category", criteria.category),
            ("source", criteria.source),
            ("correlation_id", criteria.correlation_id),
        ):
            if value is not None:
                parts.append(self._compare(f"{column} =", str(value)))
        if criteria.min_priority is not None:
            parts.append(self._compare("priority >=", rank(criteria.min_priority)))
        if criteria.since is not None:
            parts.append(self._compare("time >=", microseconds(criteria.since)))
        if criteria.until is not None:
            parts.append(self._compare("time <", microseconds(criteria.until)))
        if criteria.data or criteria.expression is not None:
            self.is_exact = False
        self.is_range = any(part.startswith(("type >", "time")) for part in parts)
        if criteria.correlation_id is not None:
            self.is_range = False
        return parts

    def _compare(self, left: str, value: object) -> str:
        self.values.append(value)
        return f"{left} ?"

    def _of_pattern(self, pattern: str) -> list[str]:
        """The words that a pattern begins with, as a range of types."""
        words: list[str] = []
        for word in pattern.split("."):
            if "*" in word:
                break
            words.append(word)
        start = ".".join(words)
        if start == pattern:
            return [self._compare("type =", pattern)]
        self.is_exact = pattern in ("*", "**")
        if not start:
            return []
        # "tool.**" admits "tool" too; what begins with "tool." lies between it and "tool/", "/" being next to ".".
        return [self._compare("type >=", start), self._compare("type <", f"{start}/")]


_EPOCH: Final = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def microseconds(moment: datetime) -> int:
    """A moment as microseconds since 1970 in UTC, exactly."""
    gap = moment - _EPOCH
    return (gap.days * 86_400 + gap.seconds) * 1_000_000 + gap.microseconds
