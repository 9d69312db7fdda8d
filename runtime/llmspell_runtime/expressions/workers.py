"""Expressions that loop are evaluated in worker processes: a few characters of those can compute for days."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any, Final

from bridge_runtime.values import InvalidJson

from llmspell_runtime.expressions.evaluation import ExpressionFailed, ExpressionTimeout, ExpressionTooLarge
from llmspell_runtime.workers import NoWorker, WorkerDied, WorkerLate, Workers

WORKERS: Final = Workers("llmspell_runtime.expressions.worker_child")


def evaluate_elsewhere(
    source: str, variables: Mapping[str, Any], seconds: float, stopped: threading.Event | None = None
) -> Any:
    """The value of the expression ``source`` as JSON, from a worker; raises ExpressionFailed.

    Ends soon after ``stopped`` is set, wherever it is: then nobody waits for the value.
    """
    try:
        answer = WORKERS.ask({"source": source, "variables": variables}, seconds, stopped)
    except NoWorker as error:
        raise ExpressionFailed(f"expressions with loops need a process of their own: {error}") from None
    except WorkerLate as error:
        raise ExpressionTimeout(str(error)) from None
    except WorkerDied as error:
        raise ExpressionTooLarge(str(error)) from None
    except InvalidJson as error:
        raise ExpressionFailed(f"its value cannot be read: {error}") from None
    if "failed" in answer:
        raise ExpressionFailed(answer["failed"])
    return answer["value"]
