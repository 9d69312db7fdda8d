"""How everything here is timed: repeated, interleaved with its floor, minimum of several rounds."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Sequence
from typing import TypedDict


class Row(TypedDict):
    """One measured figure. ``ratio`` is value over floor; ``budget`` is the largest ratio allowed.

    Where less is worse (a throughput), ``value`` and ``floor`` are given as seconds per item,
    so that a ratio above the budget is always too slow.
    """

    name: str
    value: float
    floor: float
    ratio: float
    budget: float
    ok: bool


def row(name: str, value: float, floor: float, budget: float) -> Row:
    """A row from two times in seconds and the largest ratio allowed."""
    ratio = value / floor
    return Row(name=name, value=value, floor=floor, ratio=round(ratio, 3), budget=budget, ok=ratio <= budget)


def compare_calls(
    value: Callable[[], object], floor: Callable[[], object], *, calls: int, rounds: int = 7
) -> tuple[float, float]:
    """Seconds per call of ``value`` and of ``floor``: interleaved rounds, the best of each.

    The best round is the one the rest of the machine disturbed least.
    """
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for index, function in enumerate((value, floor)):
            started = time.perf_counter()
            for _ in range(calls):
                function()
            best[index] = min(best[index], (time.perf_counter() - started) / calls)
    return best[0], best[1]


def compare_commands(value: Sequence[str], floor: Sequence[str], *, rounds: int = 9) -> tuple[float, float]:
    """Seconds per whole process of two commands, interleaved, the best of each."""
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for index, command in enumerate((value, floor)):
            started = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            best[index] = min(best[index], time.perf_counter() - started)
    return best[0], best[1]
