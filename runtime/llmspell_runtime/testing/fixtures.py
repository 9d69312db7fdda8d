"""Fixtures: set up in order, with those they need, and torn down in reverse, whatever has happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bridge_runtime.errors import BridgeError
from llmspell.testing.errors import FixtureFailed
from llmspell.testing.types import FixtureDefinition, MockDefinition, StepResult

from llmspell_runtime.testing.mocks import Mock
from llmspell_runtime.testing.steps import Bench, Taken

Find: TypeAlias = Callable[[str], FixtureDefinition]
"""A fixture's definition by its name; raises NotFound."""


@dataclass
class Active:
    """A fixture that is set up."""

    definition: FixtureDefinition
    names: dict[str, Any] = field(default_factory=dict)
    """Its values, and what its calls have bound."""
    mocks: list[Mock] = field(default_factory=list)
    failed: bool = False


class Fixtures:
    """The fixtures that are set up in one session."""

    def __init__(
        self,
        bench: Callable[[dict[str, Any]], Bench],
        find: Find,
        make_mock: Callable[[MockDefinition], Mock],
        remove_mock: Callable[[Mock], Any],
    ) -> None:
        """``bench`` makes a place to take steps, with names; ``remove_mock`` is awaited."""
        self._bench, self._find = bench, find
        self._make_mock, self._remove_mock = make_mock, remove_mock
        self._active: dict[str, Active] = {}
        self.steps: list[StepResult] = []
        """Every step that was taken, in order."""

    def __contains__(self, name: str) -> bool:
        return name in self._active

    async def set_up(self, name: str, chain: tuple[str, ...] = ()) -> Active:
        """Set up a fixture and those it needs; one that is set up already is left as it is.

        Raises NotFound and FixtureFailed; what was set up until then stays, to be torn down.
        """
        if name in self._active:
            return self._active[name]
        if name in chain:
            raise FixtureFailed(fixture=name, reason=f"it needs itself: {' → '.join((*chain, name))}")
        definition = self._find(name)
        names: dict[str, Any] = {}
        for needed in definition.needs or ():
            names |= (await self.set_up(needed, (*chain, name))).names
        active = self._active[name] = Active(definition, dict(definition.values or {}))
        try:
            for mock in definition.mocks or ():
                active.mocks.append(self._make_mock(mock))
            bench = self._bench({**names, **active.names})
            await self._take(bench, active)
        except BaseException:
            active.failed = True
            raise
        return active

    async def _take(self, bench: Bench, active: Active) -> None:
        known = set(bench.names) - set(active.names)
        for number, step in enumerate(active.definition.setup or (), 1):
            taken = Taken(bench, step, number, active.definition.name)
            self.steps.append(await taken.take())
            active.names = {
                name: bench.names[name] for name in bench.names if name not in known or name == step.as_
            }
            known -= {step.as_ or ""}
            if not taken.passed:
                raise FixtureFailed(fixture=active.definition.name, reason=taken.reason)

    async def tear_down(self, name: str | None = None) -> tuple[list[str], list[BridgeError]]:
        """Clear away one fixture and those that need it, or all, newest first; gives their names and what failed."""
        gone: list[str] = []
        failures: list[BridgeError] = []
        for other in reversed(list(self._active)):
            if name is None or other == name or self._needs(other, name):
                failures += await self._clear(self._active[other])
                del self._active[other]
                gone.append(other)
        return gone, failures

    def _needs(self, name: str, needed: str) -> bool:
        direct = self._active[name].definition.needs or ()
        return needed in direct or any(
            other in self._active and self._needs(other, needed) for other in direct
        )

    async def _clear(self, active: Active) -> list[BridgeError]:
        failures: list[BridgeError] = []
        fixture = active.definition.name
        names = [self._active[n].names for n in self._all_needed(fixture) if n in self._active]
        bench = self._bench(merged([*names, active.names]))
        for number, step in enumerate(active.definition.teardown or (), 1):
            taken = Taken(bench, step, number, fixture)
            self.steps.append(await taken.take())
            if not taken.passed:
                failures.append(FixtureFailed(fixture=fixture, reason=f"teardown, {taken.reason}"))
        for mock in reversed(active.mocks):
            try:
                await self._remove_mock(mock)
            except BridgeError as error:
                failures.append(FixtureFailed(fixture=fixture, reason=error.message, cause=error))
        return failures

    def _all_needed(self, name: str) -> Iterable[str]:
        for needed in self._active[name].definition.needs or ():
            if needed in self._active:
                yield from self._all_needed(needed)
                yield needed


def merged(several: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """One mapping of several; the later ones win."""
    return {name: value for names in several for name, value in names.items()}
