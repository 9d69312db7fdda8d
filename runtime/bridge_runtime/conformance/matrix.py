"""The matrix of functions and surfaces; only what ran can fill a cell with "passed"."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bridge_runtime.conformance.compare import difference, normalised
from bridge_runtime.values import canonical_json


@dataclass(frozen=True, slots=True)
class Output:
    """What one program of one surface printed: its JSON lines, and why it stopped short if it did."""

    surface: str
    bridge: str
    lines: tuple[Mapping[str, Any], ...]
    failure: str = ""


def parse_lines(text: str) -> tuple[Mapping[str, Any], ...]:
    """The example lines of a program's output; anything else it printed is passed over."""
    lines = []
    for line in text.splitlines():
        if line.startswith('{"'):
            try:
                value = json.loads(line)
            except ValueError:
                continue
            if isinstance(value, dict) and "function" in value and "example" in value:
                lines.append(value)
    return tuple(lines)


def matrix(
    functions: Mapping[str, Any], surfaces: Iterable[str], outputs: Iterable[Output]
) -> dict[str, dict[str, str]]:
    """Verdicts by function and surface: ``passed`` or ``failed: why``.

    ``functions`` is the ``functions`` object of examples.json. A function passes on a surface when each of
    its examples ran there, gave what it promises, and gave the same as on the first surface.
    """
    printed: dict[tuple[str, str, str], Mapping[str, Any]] = {}
    failures: dict[tuple[str, str], str] = {}
    for output in outputs:
        if output.failure:
            failures[output.surface, output.bridge] = output.failure
        for told in output.lines:
            printed[output.surface, told["function"], told["example"]] = told
    first: dict[tuple[str, str], tuple[str, str]] = {}
    table: dict[str, dict[str, str]] = {function: {} for function in functions}
    for surface in surfaces:
        for function, entry in functions.items():
            reasons = []
            for example, expected in entry["examples"].items():
                line = printed.get((surface, function, example))
                reason = _verdict(line, expected, surface, first, (function, example))
                if reason:
                    reasons.append(f"{example}: {reason}")
            stopped = failures.get((surface, function.partition(".")[0]), "")
            if stopped and not any((surface, function, example) in printed for example in entry["examples"]):
                reasons = [f"the program stopped: {stopped}"]
            elif reasons and stopped:
                reasons.append(f"the program stopped: {stopped}")
            table[function][surface] = f"failed: {'; '.join(reasons)}" if reasons else "passed"
    return table


def _verdict(
    line: Mapping[str, Any] | None,
    expected: Mapping[str, Any],
    surface: str,
    first: dict[tuple[str, str], tuple[str, str]],
    key: tuple[str, str],
) -> str | None:
    if line is None:
        return "did not run"
    if "failed" in line:
        return f"its preparation failed: {line['failed']}"
    seen = normalised(line, expected["volatile"])
    if reason := difference(seen, expected):
        return reason
    text = canonical_json(_compared(seen, expected))
    reference, reference_text = first.setdefault(key, (surface, text))
    if text != reference_text:
        return f"differs from {reference}: {text[:300]} instead of {reference_text[:300]}"
    return None


def _compared(seen: Mapping[str, Any], expected: Mapping[str, Any]) -> dict[str, Any]:
    """What must be alike on all surfaces: the outcome, and of calls and events what the example speaks of."""
    compared: dict[str, Any] = {"outcome": seen["outcome"]}
    if "calls" in expected:
        compared["calls"] = seen.get("calls")
    if "events" in expected:
        compared["events"] = [event["type"] for event in seen.get("events", [])]
    return compared
