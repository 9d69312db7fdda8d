"""Metrics: calls, errors and durations, by point and subject."""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from llmspell.hook.constants import Limit
from llmspell.hook.types import MetricSeries, MetricsHook

from llmspell_runtime.hook.built_in.base import ReadyMade, code_of, subject_of

if TYPE_CHECKING:
    from llmspell_runtime.hook.points import Passage, Work
    from llmspell_runtime.hook.resource import Hook

OTHERS: Final = "(others)"


class Metrics(ReadyMade):
    """Measures what lies further in."""

    def __init__(self, options: MetricsHook, now: Callable[[], float] = perf_counter) -> None:
        super().__init__(options)
        self._window = options.window
        self._now = now
        self._series: dict[tuple[str, str], Series] = {}

    async def around(self, hook: Hook, passage: Passage, payload: Any, proceed: Work) -> Any:
        series = self._series_of(passage.point, subject_of(passage.point, payload))
        began = self._now()
        try:
            result = await proceed(payload)
        except BaseException as error:
            series.errors[code_of(error)] += 1
            raise
        finally:
            series.add((self._now() - began) * 1000)
        return result

    def _series_of(self, point: str, subject: str) -> Series:
        found = self._series.get((point, subject))
        if found is None:
            if len(self._series) >= Limit.SERIES:
                subject = OTHERS
            found = self._series.setdefault((point, subject), Series(point, subject, self._window))
        return found

    def report(self) -> dict[str, Any]:
        series = sorted(self._series.items())
        return {**super().report(), "metrics": [series.figures() for _, series in series]}


class Series:
    """The figures of one subject at one point."""

    def __init__(self, point: str, subject: str, window: int) -> None:
        self.point, self.subject = point, subject
        self.calls = 0
        self.total_ms = 0.0
        self.errors: Counter[str] = Counter()
        self._newest: deque[float] = deque(maxlen=window)

    def add(self, milliseconds: float) -> None:
        """Count a call that has ended."""
        self.calls += 1
        self.total_ms += milliseconds
        self._newest.append(milliseconds)

    def figures(self) -> MetricSeries:
        """What was measured so far."""
        ranked = sorted(self._newest)
        durations = {}
        if ranked:
            durations = {
                "min_ms": ranked[0],
                "p50_ms": percentile(ranked, 0.5),
                "p90_ms": percentile(ranked, 0.9),
                "p99_ms": percentile(ranked, 0.99),
                "max_ms": ranked[-1],
            }
        return MetricSeries(
            point=self.point,
            subject=self.subject,
            calls=self.calls,
            errors=self.errors.total(),
            error_codes=dict(sorted(self.errors.items())) or None,
            total_ms=round(self.total_ms, 3),
            **{name: round(value, 3) for name, value in durations.items()},
        )


def percentile(ranked: Sequence[float], share: float) -> float:
    """The smallest value that ``share`` of all are not above (the nearest-rank method); ``ranked`` is sorted, not empty."""
    return ranked[max(math.ceil(share * len(ranked)), 1) - 1]
