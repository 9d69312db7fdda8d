"""Work spread over the processors: the same results, in the same order, sooner."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Result = TypeVar("Result")

_tasks: Sequence[Callable[[], Any]] = ()
"""What the processes that are forked find in their memory; functions cannot be sent to them."""


def run_all(tasks: Sequence[Callable[[], Result]]) -> list[Result]:
    """What each of ``tasks`` gives, in their order.

    They run in forked processes where there are processors and this process has no threads (which a fork
    would lose), else one after the other. Results travel by pickle.
    """
    count = min(len(tasks), _processors())
    if count < 2:
        return [task() for task in tasks]
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    global _tasks
    _tasks = tasks
    try:
        with ProcessPoolExecutor(count, get_context("fork"), initializer=_quiet) as pool:
            return list(pool.map(_run, range(len(tasks))))
    finally:
        _tasks = ()


def _processors() -> int:
    if not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _quiet() -> None:
    """An interrupt is the parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _run(index: int) -> Any:
    return _tasks[index]()
