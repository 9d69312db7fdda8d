"""Holds what a conformance program printed against what the interface's example promises."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping, Sequence
from typing import Any

from bridge_runtime.values import canonical_json

VOLATILE = "<volatile>"
_ERROR_KEYS_ALIKE = ("code", "message", "fields", "recovery", "http_status")
"""What of an error must be the same on every surface; the trace id and the cause differ from run to run."""


def normalised(line: Mapping[str, Any], volatile: Sequence[str]) -> dict[str, Any]:
    """What a program printed for one example, with the values that may differ between runs blanked.

    ``volatile`` holds JSON pointers: ``/events/…`` and ``/calls/…`` into those lists, else into the result or stream.
    """
    outcome = copy.deepcopy(dict(line["outcome"]))
    seen: dict[str, Any] = {"outcome": outcome}
    for key in ("events", "calls"):
        if key in line:
            seen[key] = copy.deepcopy(line[key])
    if isinstance(outcome.get("error"), dict):
        outcome["error"] = {key: outcome["error"].get(key) for key in _ERROR_KEYS_ALIKE}
        if outcome.get("stream") == []:
            del outcome["stream"]  # a stream that failed before its first item gave none
    body = "stream" if "stream" in outcome else "result"
    for pointer in volatile:
        steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
        if not steps:
            outcome[body] = VOLATILE
        elif steps[0] in ("events", "calls") and len(steps) > 1:
            _blank(seen.get(steps[0]), steps[1:])
        else:
            _blank(outcome.get(body), steps)
    return seen


def _blank(value: Any, steps: Sequence[str]) -> None:
    """Replace the value at ``steps`` below ``value``; ``*`` stands for every item; absent stays absent."""
    head, rest = steps[0], steps[1:]
    if isinstance(value, list):
        indexes = range(len(value)) if head == "*" else [int(head)] if head.isdecimal() else []
        keys: list[Any] = [index for index in indexes if index < len(value)]
    elif isinstance(value, dict):
        keys = list(value) if head == "*" else [head] if head in value else []
    else:
        return
    for key in keys:
        if rest:
            _blank(value[key], rest)
        else:
            value[key] = VOLATILE


def difference(seen: Mapping[str, Any], expected: Mapping[str, Any]) -> str | None:
    """Why ``seen`` (normalised) is not what the example promises, or None when it is."""
    wanted = normalised(expected, expected["volatile"])
    outcome, promised = seen["outcome"], wanted["outcome"]
    if "error" in promised:
        error, promise = outcome.get("error"), expected["outcome"]["error"]
        if error is None:
            return f"expected the error {promise['code']}, got {_short(outcome)}"
        for key in promise:
            if canonical_json(error.get(key)) != canonical_json(promise[key]):
                return f"error {key}: expected {_short(promise[key])}, got {_short(error.get(key))}"
    elif "error" in outcome:
        return f"unexpected error {_short(outcome['error'])}"
    for key in ("result", "stream"):
        if key in promised and canonical_json(outcome.get(key)) != canonical_json(promised[key]):
            return f"{key}: expected {_short(promised[key])}, got {_short(outcome.get(key))}"
    return _difference_in_events(seen, wanted) or _difference_in_calls(seen, wanted)


def _difference_in_events(seen: Mapping[str, Any], wanted: Mapping[str, Any]) -> str | None:
    if "events" not in wanted:
        return None
    given = [event["type"] for event in seen.get("events", [])]
    promised = [event["type"] for event in wanted["events"]]
    if given != promised:
        return f"events: expected {promised}, got {given}"
    for event, promise in zip(seen["events"], wanted["events"], strict=True):
        if "data" in promise and canonical_json(event.get("data")) != canonical_json(promise["data"]):
            return f"event {promise['type']}: expected {_short(promise['data'])}, got {_short(event.get('data'))}"
    return None


def _difference_in_calls(seen: Mapping[str, Any], wanted: Mapping[str, Any]) -> str | None:
    if "calls" in wanted and canonical_json(seen.get("calls")) != canonical_json(wanted["calls"]):
        return f"callback calls: expected {_short(wanted['calls'])}, got {_short(seen.get('calls'))}"
    return None


def _short(value: Any, limit: int = 300) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= limit else text[:limit] + "…"
