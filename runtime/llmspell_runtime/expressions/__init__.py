"""Expressions in CEL, the Common Expression Language: JSON values in, one JSON value out, and nothing else.

No expression reads a file, calls a function of ours or changes a value; how long its text is, how deep and large its
variables are, how long it computes and how much memory it takes have limits.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import anyio.to_thread

from llmspell_runtime.expressions.evaluation import (
    ExpressionFailed,
    ExpressionTimeout,
    ExpressionTooLarge,
    InvalidExpression,
    compiled,
    evaluate,
)
from llmspell_runtime.expressions.names import free_names, may_loop
from llmspell_runtime.expressions.values import size_of

__all__ = [
    "MAX_SOURCE",
    "Expression",
    "ExpressionFailed",
    "ExpressionTimeout",
    "ExpressionTooLarge",
    "InvalidExpression",
    "compile_expression",
]

MAX_SOURCE: Final = 4096
"""Characters of an expression; the library recurses over it, and this many are safe on every thread."""
SECONDS: Final = 2.0
"""How long an evaluation that says nothing may take."""

_QUICK: Final = 16 * 1024 * 1024
"""Length of the text times the size of its variables: below it a loop-free expression is evaluated here."""


class Expression:
    """One expression that was found to be well formed; evaluated as often as you like, on any thread."""

    __slots__ = ("_loops", "_program", "names", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._program = compiled(source)
        self._loops = may_loop(source)
        self.names: frozenset[str] = free_names(source, self._program.variables())
        """The variables that it speaks of, without those that its own loops make."""

    def __repr__(self) -> str:
        return f"Expression({self.source!r})"

    def evaluate(self, variables: Mapping[str, Any], *, seconds: float = SECONDS) -> Any:
        """The value, as JSON, for these variables, each of them JSON.

        Timestamps and durations come out as text ("2024-01-01T00:00:00Z", "90s"), bytes as base64, an absent optional
        as None. Blocks for ``seconds`` at most. Raises ExpressionFailed when a variable is missing or is not JSON,
        when an operation makes no sense for its operands, and at a limit.
        """
        used = self._used(variables)
        if self._is_quick(used):
            return evaluate(self._program, used)
        from llmspell_runtime.expressions.workers import evaluate_elsewhere

        return evaluate_elsewhere(self.source, used, seconds)

    async def value(self, variables: Mapping[str, Any], *, seconds: float = SECONDS) -> Any:
        """The same for coroutines: others run meanwhile, and cancelling it ends the evaluation."""
        used = self._used(variables)
        if self._is_quick(used):
            return evaluate(self._program, used)
        from llmspell_runtime.expressions.workers import evaluate_elsewhere

        stopped = threading.Event()
        try:
            work = partial(evaluate_elsewhere, self.source, used, seconds, stopped)
            return await anyio.to_thread.run_sync(work, abandon_on_cancel=True)
        finally:
            stopped.set()

    def _used(self, variables: Mapping[str, Any]) -> dict[str, Any]:
        return {name: variables[name] for name in self._program.variables() if name in variables}

    def _is_quick(self, used: Mapping[str, Any]) -> bool:
        """Whether neither time nor memory can be wasted. Raises ExpressionFailed for what is no JSON, or too much."""
        size = sum(size_of(value, name) for name, value in used.items())
        return not self._loops and size * len(self.source) <= _QUICK


def compile_expression(source: str) -> Expression:
    """The expression that ``source`` holds.

    Raises InvalidExpression for text that is none, and BrokenInstallation without the library.
    """
    if len(source) > MAX_SOURCE:
        raise InvalidExpression(f"it has {len(source)} characters; {MAX_SOURCE} are allowed")
    return Expression(source)
