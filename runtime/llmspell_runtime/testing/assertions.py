"""Assertions: what is expected of a value or an error, and the error of one that does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bridge_runtime.errors import BridgeError
from llmspell.testing.errors import AssertionFailed
from llmspell.testing.types import Assertion, AssertType, ErrorExpectation

from llmspell_runtime.testing.comparison import Expected, Mismatch, compared, exactly, shown
from llmspell_runtime.testing.matchers import expecting
from llmspell_runtime.testing.places import ABSENT, look, pointer


def expected_by(type: AssertType, value: Any, path: str = "") -> Expected:
    """What an assertion of this type expects; raises InvalidMatcher."""
    match type:
        case AssertType.EQUALS:
            return exactly(value)
        case AssertType.CONTAINS:
            return expecting({"$contains": value}, path)
        case AssertType.THROWS:
            return expecting(value, path, partial=True)
    return expecting(value, path)


def require(
    type: AssertType, mismatches: Sequence[Mismatch], message: str | None = None, about: str = ""
) -> None:
    """Raise AssertionFailed when there is a mismatch; ``message`` and ``about`` begin what it says."""
    if not mismatches:
        return
    first = mismatches[0]
    parts = [part for part in (message, about, told(mismatches)) if part]
    values = {"expected": first.expected, "actual": first.actual}
    raise AssertionFailed(
        assertion=type.value,
        path=first.path,
        difference=": ".join(parts),
        differences=[mismatch.told().to_json() for mismatch in mismatches],  # type: ignore[misc]
        **{name: value for name, value in values.items() if value is not ABSENT},
    )


def told(mismatches: Sequence[Mismatch]) -> str:
    """The first mismatch in a line, and how many there are besides."""
    first, more = mismatches[0], len(mismatches) - 1
    line = f"{first.path}: {first.message}" if first.path else first.message
    return f"{line} (and {more} more)" if more else line


def error_expected(expected: Any, path: str = "") -> Expected:
    """The expectation that the JSON of an ErrorExpectation stands for; raises InvalidMatcher."""
    return expecting(expected, path, partial=True)


def error_mismatches(expected: ErrorExpectation | None, error: BridgeError, path: str = "") -> list[Mismatch]:
    """Where ``error`` is not the expected one; raises InvalidMatcher."""
    return compared(error_expected(expected.to_json()), error.to_json(), path) if expected is not None else []


def assertion_mismatches(assertions: Iterable[Assertion], value: Any, error: Any) -> list[Mismatch]:
    """Where assertions on a result, or on the JSON of an error, do not hold; ABSENT for the one there is not."""
    found: list[Mismatch] = []
    for number, assertion in enumerate(assertions):
        path = assertion.path or ""
        of_error = assertion.type is AssertType.THROWS or value is ABSENT
        expected = expected_by(assertion.type, assertion.expected, f"/assertions/{number}/expected")
        whole = error if of_error else value
        actual = look(whole, path) if whole is not ABSENT else ABSENT
        if of_error and whole is ABSENT:
            faults = [Mismatch("", f"expected an error, given the result {shown(value)}", assertion.expected)]
        else:
            faults = compared(expected, actual, ("/error" if of_error else "") + pointer(path))
        if assertion.message:
            faults = [
                Mismatch(fault.path, f"{assertion.message}: {fault.message}", fault.expected, fault.actual)
                for fault in faults
            ]
        found += faults
    return found
