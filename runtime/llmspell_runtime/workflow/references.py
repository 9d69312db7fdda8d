"""Which names an expression may use where it stands, and which steps wait for which because of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter
from typing import Final

from llmspell.workflow.types import IssueCode

from llmspell_runtime.workflow.faults import Fault

EVERYWHERE: Final = frozenset({"input", "run"})
OURS: Final = EVERYWHERE | {"item", "index", "previous", "results", "error"}
"""Names with a meaning of their own in some place."""
OF_THE_LANGUAGE: Final = frozenset(
    [
        "as",
        "bool",
        "break",
        "bytes",
        "const",
        "continue",
        "double",
        "else",
        "false",
        "for",
        "function",
        "if",
        "import",
        "in",
        "int",
        "let",
        "list",
        "loop",
        "map",
        "namespace",
        "null",
        "optional",
        "package",
        "return",
        "string",
        "true",
        "type",
        "uint",
        "var",
        "void",
        "while",
    ]
)
"""Words that an expression cannot use as names, by CEL's grammar or because they stand for types."""


@dataclass(slots=True, eq=False)
class Ground:
    """A list of steps within a step: how they follow each other, and what is known only there."""

    owner: Spot | None
    what: str
    """How a message speaks of it: "the loop 'pages'"."""
    ordered: bool = True
    sealed: bool = False
    """Whether its steps are seen only within it."""
    names: frozenset[str] = frozenset()
    spots: list[Spot] = field(default_factory=list)
    after: dict[int, set[int]] = field(default_factory=dict)
    """In a list without order: the numbers of the steps that each one waits for."""

    def add(self, id: str) -> Spot:
        """The next step of the list."""
        spot = Spot(id, self, len(self.spots))
        self.spots.append(spot)
        return spot


@dataclass(slots=True, eq=False)
class Spot:
    """A step's place in a list; a number beyond the list's end stands for what comes after its steps."""

    id: str
    ground: Ground
    number: int

    def upward(self) -> Iterator[Spot]:
        """This spot, the one it lies within, and so on."""
        spot: Spot | None = self
        while spot is not None:
            yield spot
            spot = spot.ground.owner


@dataclass(frozen=True, slots=True)
class Use:
    """Names that an expression at ``path`` uses, seen from ``spot``."""

    names: frozenset[str]
    spot: Spot
    path: str


class References:
    """The steps of one definition, and what its expressions say of them."""

    def __init__(self) -> None:
        self.top = Ground(None, "the workflow")
        self.steps: dict[str, Spot] = {}
        self.uses: list[Use] = []
        self.named_after: list[tuple[Spot, str, str]] = []

    def uses_by_step(self) -> dict[str, frozenset[str]]:
        """For each step that sees others in its expressions: their ids."""
        found: dict[str, frozenset[str]] = {}
        for use in self.uses:
            spot = use.spot if use.spot.id else use.spot.ground.owner
            seen = use.names & self.steps.keys()
            if spot is not None and spot.id and seen:
                found[spot.id] = found.get(spot.id, frozenset()) | seen
        return found

    def resolve(self) -> list[Fault]:
        """Note in every list which step waits for which; gives what cannot be."""
        faults = [
            fault for use in self.uses for name in sorted(use.names) for fault in self._look_up(name, use)
        ]
        faults += [fault for spot, id, path in self.named_after for fault in self._wait(spot, id, path)]
        return faults

    def _look_up(self, name: str, use: Use) -> Iterator[Fault]:
        known = EVERYWHERE.union(*(spot.ground.names for spot in use.spot.upward()))
        if name in known:
            return
        target = self.steps.get(name)
        if target is None:
            near = get_close_matches(name, [*known, *self.steps], n=1)
            hint = (
                f"; did you mean {near[0]!r}?"
                if near
                else f"; there are {', '.join(sorted(known))} and the steps"
            )
            yield Fault(use.path, IssueCode.UNKNOWN_NAME, f"{name!r} means nothing here{hint}")
            return
        yield from self._relate(use.spot, target, use.path)

    def _relate(self, user: Spot, target: Spot, path: str) -> Iterator[Fault]:
        """``user`` needs what ``target`` gives: they meet in a list that both lie in."""
        above = {spot.ground: spot for spot in user.upward()}
        way = []
        for spot in target.upward():
            way.append(spot)
            if spot.ground in above:
                break
        theirs, ours = way[-1], above[way[-1].ground]
        if theirs is ours:
            if theirs is target:
                yield Fault(path, IssueCode.CYCLE, f"the step {target.id!r} would wait for itself")
            else:
                yield Fault(path, IssueCode.UNKNOWN_NAME, f"the step {target.id!r} is not seen from here")
            return
        for spot in way[:-1]:
            if spot.ground.sealed:
                message = (
                    f"the step {target.id!r} is seen only within {spot.ground.what}; use what that one gives"
                )
                yield Fault(path, IssueCode.UNKNOWN_NAME, message)
                return
        yield from _order(ours, theirs, path)

    def _wait(self, spot: Spot, id: str, path: str) -> Iterator[Fault]:
        target = next((one for one in spot.ground.spots if one.id == id), None)
        if target is spot:
            yield Fault(path, IssueCode.CYCLE, f"the step {id!r} would wait for itself")
        elif target is not None:
            yield from _order(spot, target, path)
        else:
            why = "is not beside this one, in the same list" if id in self.steps else "is not there"
            yield Fault(
                path, IssueCode.UNKNOWN_STEP, f"a step {id!r} {why}; `after` names steps beside this one"
            )


def _order(spot: Spot, target: Spot, path: str) -> Iterator[Fault]:
    """Let ``spot`` run after ``target``, which is in the same list."""
    if not spot.ground.ordered:
        spot.ground.after.setdefault(spot.number, set()).add(target.number)
    elif target.number > spot.number:
        message = f"the step {target.id!r} runs after this; move it up, or use the pattern parallel, which finds its own order"
        yield Fault(path, IssueCode.FORWARD_REFERENCE, message)


def order_of(ground: Ground) -> tuple[list[int], list[list[int]]]:
    """The numbers of a list's steps in an order that respects what waits for what, and the cycles that prevent it.

    Steps that do not wait for each other keep the order in which they are written. With cycles the order lacks them.
    """
    cycles: list[list[int]] = []
    left = {number: ground.after.get(number, set()) for number in range(len(ground.spots))}
    while True:
        sorter = TopologicalSorter({number: after & left.keys() for number, after in left.items()})
        try:
            sorter.prepare()
            break
        except CycleError as error:
            cycle = error.args[1][:0:-1]
            cycles.append(cycle)
            left = {number: after for number, after in left.items() if number not in cycle}
    order: list[int] = []
    while sorter.is_active():
        ready = sorter.get_ready()
        order += ready
        sorter.done(*ready)
    return order, cycles


def waiting_for_each_other(ground: Ground, cycles: Iterable[list[int]], place: str) -> Iterator[Fault]:
    """One fault for each cycle, at its first step."""
    for cycle in cycles:
        first = cycle.index(min(cycle))
        names = [ground.spots[number].id for number in (*cycle[first:], *cycle[:first])]
        chain = " waits for ".join(repr(name) for name in (*names, names[0]))
        yield Fault(f"{place}/{min(cycle)}", IssueCode.CYCLE, f"the step {chain}")
