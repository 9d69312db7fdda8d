"""What an event costs beside a bare loop over its receivers: nobody listening, one, ten and a hundred."""

from __future__ import annotations

from typing import Any

from bridge_runtime.events import EventBus

from benchmarks.measure import Row, compare_calls, row

PATTERNS = 1_000
BUDGETS = {1: 12.0, 10: 6.0, 100: 5.0}


def rows() -> list[Row]:
    """One row per number of subscribers, among a thousand patterns that do not match."""
    return [_unheard(), *(_heard(count, budget) for count, budget in BUDGETS.items())]


def _receive(event: Any) -> None:
    pass


def _unheard() -> Row:
    bus = EventBus()
    data = {"n": 1}
    value, floor = compare_calls(lambda: bus.emit("tool.start", data), lambda: _receive(data), calls=50_000)
    return row("event that nobody hears, to a call of nothing", value, floor, 4.0)


def _heard(count: int, budget: float) -> Row:
    bus = EventBus()
    for number in range(PATTERNS):
        bus.subscribe(f"other{number}.*", _receive)
    for _ in range(count):
        bus.subscribe("tool.*", _receive)
    receivers = [_receive] * count
    data = {"n": 1}

    def bare() -> None:
        for receiver in receivers:
            receiver(data)

    value, floor = compare_calls(lambda: bus.emit("tool.start", data), bare, calls=max(200, 20_000 // count))
    return row(f"event to {count} of {PATTERNS + count} subscribers, to a bare loop", value, floor, budget)
