"""Assertions for tests written in Python: AssertionError, with every difference in words."""

from __future__ import annotations

from typing import Any

from bridge_runtime.records import Record
from bridge_runtime.values import jsonable
from llmspell.testing.types import AssertType

from llmspell_runtime.testing.assertions import expected_by
from llmspell_runtime.testing.comparison import compared, shown


def assert_matches(actual: Any, expected: Any, message: str = "") -> None:
    """Demand that ``actual`` fits ``expected``, in which matchers may stand; records count as their JSON.

    Raises AssertionError that names every place, and InvalidMatcher for what is no matcher.
    """
    __tracebackhide__ = True
    value = _json(actual)
    found = compared(expected_by(AssertType.MATCHES, _json(expected)), value)
    if found:
        lines = [f"{mismatch.path or '(the whole)'}: {mismatch.message}" for mismatch in found]
        head = f"{message}: " if message else ""
        count = f"{len(found)} differences" if len(found) > 1 else "1 difference"
        raise AssertionError("\n  ".join([f"{head}{count}", *lines, f"in {shown(value)}"]))


def _json(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_json()
    return jsonable(value)
