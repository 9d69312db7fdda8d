"""Diagnostics: what is wrong, where, and the way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bridgegen.model import Position


@dataclass(frozen=True, slots=True)
class Diagnostic:
    rule: str
    """Id of the rule, as ``bridgegen explain`` takes it: type-dangling-ref."""
    message: str
    """What was given, what was expected and the way out, in one or two sentences."""
    position: Position | None
    severity: str = "error"
    """"error" stops the run before anything is written; "warning" does not."""


class Report:
    """Collects diagnostics in the order they are found."""

    def __init__(self, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self._diagnostics = list(diagnostics)

    def error(self, rule: str, message: str, position: Position | None) -> None:
        self._diagnostics.append(Diagnostic(rule, message, position))

    def warning(self, rule: str, message: str, position: Position | None) -> None:
        self._diagnostics.append(Diagnostic(rule, message, position, "warning"))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._diagnostics.extend(diagnostics)

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.severity == "error" for diagnostic in self._diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._diagnostics)

    def __len__(self) -> int:
        return len(self._diagnostics)
