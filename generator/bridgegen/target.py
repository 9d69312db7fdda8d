"""What a target is: a folder that turns the model into files, and says what it cannot express.

A target is a pure function. It never reads or writes the disk (templates apart), so that a failed
run writes nothing and a unit whose input did not change need not be rendered again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from bridgegen.diagnostics import Diagnostic
from bridgegen.model import Interface, Module


@dataclass(frozen=True, slots=True)
class File:
    """One output file; ``path`` is relative to the target's folder, with forward slashes."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest thing that is rendered, and skipped, as a whole."""

    name: str
    modules: tuple[str, ...] | None
    """The modules it depends on, with all that they and their examples use; None for the whole interface.

    interface.yaml's own content, numbers from abi.lock, facts about types, and the target's code and settings
    are always taken into account.
    """
    render: Callable[[], Sequence[File]]
    also: str = ""
    """What else it depends on: any text that is another when its files would be."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a target makes of one module: its names, its diagnostics, what it brings to a file about the whole."""

    name: str
    modules: tuple[str, ...] | None
    """The modules it depends on, as a unit does."""
    make: Callable[[], Any]
    """Gives plain values (texts, lists, mappings), which are remembered until the module changes."""


Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Joined(Generic[Given]):
    """Something about the whole interface that is joined from parts: one changed module makes one part anew."""

    name: str
    parts: Sequence[Part]
    join: Callable[[Sequence[Any]], Sequence[Given]]
    """Gives files, or diagnostics, from what the parts made, in their order. Of the interface it may read what
    interface.yaml says and no module: it is not called again when no part gives anything else than before."""

    def render(self) -> Sequence[Given]:
        """The same with every part made anew."""
        return self.join([part.make() for part in self.parts])


def each(modules: Iterable[Module], make: Callable[[Module], Any]) -> list[Part]:
    """A part for each of ``modules``, which has its name and depends on it and on what it uses."""
    return [Part(module.name, (module.name,), partial(make, module)) for module in modules]


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a surface does not carry, as data: the documents' support tables come from here."""

    title: str
    """How documents call the surface: "C", "Lua"."""
    unsupported: Mapping[str, str] = field(default_factory=dict)
    """Construct ("streams", "callbacks", "async", "unions", …) -> why not."""
    planned: str = ""
    """What is not there yet, when the surface is only described: documents say so instead of "yes"."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """What ``targets:`` in interface.yaml may say for it: name -> the regular expression that its value, a text, matches."""


class Target(Protocol):
    """One way out of the compiler."""

    name: str
    """Also its folder under ``templates/`` and under the output folder."""
    capabilities: Capabilities

    def names(self, interface: Interface) -> Sequence[Part]:
        """Every public name this target makes, a part for each module: entity (``function desk.run``) -> its name there.

        abi.lock freezes them; the pipeline reports two entities of one scope with one name.
        """

    def check(self, interface: Interface) -> Sequence[Part | Joined[Diagnostic]]:
        """What finds what this target cannot express: parts that give diagnostics; empty when it can express all."""

    def units(self, interface: Interface) -> Sequence[Unit | Joined[File]]:
        """What to render. Nothing is rendered before every target's check passed.

        This is asked in every run: a module whose types or functions are read here is read although it did not change.
        """


def diagnostics(target: Target, interface: Interface) -> list[Diagnostic]:
    """Everything that ``target`` cannot express of ``interface``, found anew: for tests of a target."""
    found: list[Diagnostic] = []
    for check in target.check(interface):
        found += check.render() if isinstance(check, Joined) else check.make()
    return found
