"""A session's conversions: converters by name, and the cheapest way over them from one type to another."""

from __future__ import annotations

import heapq
import inspect
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, Final

from bridge_runtime.errors import BridgeError, CallbackFailed, Cancelled, SessionClosed
from bridge_runtime.values import InvalidJson
from llmspell.session.errors import (
    ConversionExists,
    ConversionFailed,
    ConversionNotFound,
    InvalidConversion,
    UnknownConversion,
)
from llmspell.session.types import ConversionInfo, ConversionPath

from llmspell_runtime.session.converters import BUILT_IN, Refused
from llmspell_runtime.session.type_names import WrongType, checked, is_own, problem_of

MAX_CONVERTERS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Converter:
    """One way from a type to another."""

    name: str
    source: str
    target: str
    cost: float
    convert: Callable[[Any], Any | Awaitable[Any]]
    built_in: bool = False

    def info(self) -> ConversionInfo:
        return ConversionInfo(
            name=self.name,
            source_type=self.source,
            target_type=self.target,
            cost=self.cost,
            built_in=self.built_in,
        )


class Conversions:
    """The converters of one session."""

    def __init__(self) -> None:
        self._converters = {
            _name(source, target): Converter(
                _name(source, target), source, target, cost, convert, built_in=True
            )
            for source, target, cost, convert in BUILT_IN
        }

    # --- the registry

    def add(
        self,
        source: str,
        target: str,
        convert: Callable[[Any], Awaitable[Any]],
        cost: float,
        name: str | None,
    ) -> str:
        """Register a converter; gives its name. Raises InvalidConversion and ConversionExists."""
        problem = problem_of(source) or problem_of(target)
        if source == target:
            problem = problem or "a type is itself already"
        if len(self._converters) >= MAX_CONVERTERS:
            problem = problem or f"{MAX_CONVERTERS} conversions are registered; remove some"
        if problem is not None:
            raise InvalidConversion(source=source, target=target, reason=problem)
        name = name or _name(source, target)
        if name in self._converters:
            raise ConversionExists(conversion=name)
        self._converters[name] = Converter(name, source, target, cost, convert)
        return name

    def remove(self, name: str) -> None:
        """Raises ConversionNotFound."""
        if self._converters.pop(name, None) is None:
            raise ConversionNotFound(conversion=name)

    def all(self, source: str | None, target: str | None) -> list[ConversionInfo]:
        """The converters from ``source`` and to ``target``, where these are given, in the order of their names."""
        return [
            found.info()
            for _, found in sorted(self._converters.items())
            if source in (None, found.source) and target in (None, found.target)
        ]

    # --- ways

    def path(self, source: str, target: str) -> list[Converter]:
        """The converters from ``source`` to ``target`` whose costs are least together; none for a type and itself.

        Of several as cheap, the way of fewer steps; of several as short, the one whose names come first. Raises
        UnknownConversion.
        """
        reached = self._search(source, target)
        if target in reached and not self._is_unknown(source):
            return reached[target]
        raise self._unknown(source, target, reached)

    def _search(self, source: str, target: str | None) -> dict[str, list[Converter]]:
        """The best way from ``source`` to each type, as far as ``target``, or to all.

        Dijkstra's algorithm. Costs are added as fractions: in floating point 0.1 + 0.2 would not be 0.2 + 0.1 + 0.
        """
        outgoing: dict[str, list[Converter]] = {}
        for converter in self._converters.values():
            outgoing.setdefault(converter.source, []).append(converter)
        found: dict[str, list[Converter]] = {}
        frontier: list[tuple[Fraction, int, tuple[str, ...], str]] = [(Fraction(0), 0, (), source)]
        while frontier:
            cost, steps, names, here = heapq.heappop(frontier)
            if here in found:
                continue
            found[here] = [self._converters[name] for name in names]
            if here == target:
                break
            for converter in outgoing.get(here, ()):
                if converter.target not in found:
                    way = (*names, converter.name)
                    heapq.heappush(
                        frontier, (cost + Fraction(converter.cost), steps + 1, way, converter.target)
                    )
        return found

    def describe(self, source: str, target: str) -> ConversionPath:
        """The way that ``convert`` takes; raises UnknownConversion."""
        path = self.path(source, target)
        return ConversionPath(
            source_type=source,
            target_type=target,
            cost=float(sum(Fraction(step.cost) for step in path)),
            steps=[step.info() for step in path],
        )

    async def convert(self, value: Any, source: str, target: str) -> Any:
        """``value``, which is a ``source``, as a ``target``; JSON in and out, checked at every step.

        Raises UnknownConversion when no way leads there, ConversionFailed when the value does not fit or a converter
        failed.
        """
        path = self.path(source, target)

        def failed(reason: str, step: Converter | None = None) -> ConversionFailed:
            name = step.name if step is not None and (len(path) > 1 or not step.built_in) else None
            reason = reason if name is None else f"in {name!r}: {reason}"
            return ConversionFailed(source=source, target=target, reason=reason, conversion=name)

        try:
            value = checked(value, source)
        except (WrongType, InvalidJson) as error:
            raise failed(str(error)) from None
        for step in path:
            try:
                found = step.convert(value)
                value = checked(await found if inspect.isawaitable(found) else found, step.target)
            except (Refused, WrongType, InvalidJson) as error:
                raise failed(str(error), step) from None
            except (Cancelled, SessionClosed):
                raise
            except BridgeError as error:
                told = error.fields.get("detail") if isinstance(error, CallbackFailed) else None
                raise failed(str(told or error), step) from error
        return value

    # --- what is not known

    def _is_unknown(self, name: str) -> bool:
        """Whether nothing is known of a type: no module has it, and no converter speaks of it."""
        return problem_of(name) is not None or (is_own(name) and name not in self._types())

    def _types(self) -> set[str]:
        return {name for found in self._converters.values() for name in (found.source, found.target)}

    def _unknown(self, source: str, target: str, reached: Iterable[str]) -> UnknownConversion:
        others = sorted(set(reached) - {source})
        hints = [self._hint(name) for name in dict.fromkeys((source, target))]
        return UnknownConversion(
            source=source, target=target, known=", ".join(others) or "nothing", hint="".join(hints)
        )

    def _hint(self, name: str) -> str:
        """What is wrong with a name, or which it may stand for; empty for one that is known."""
        problem = problem_of(name)
        if problem is not None:
            return f"; {problem}"
        similar = get_close_matches(name, self._types(), n=1) if self._is_unknown(name) else []
        return f"; {name!r} may be {similar[0]!r}" if similar else ""


def _name(source: str, target: str) -> str:
    return f"{source} to {target}"
