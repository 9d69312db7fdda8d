"""The other targets, asked what they call things and what they do not carry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from bridgegen import targets
from bridgegen.diagnostics import Report
from bridgegen.model import Function, Interface
from bridgegen.naming import name_of
from bridgegen.targets.c.plan import planner_of

_SHOWN = ("python", "lua", "c", "typescript", "openapi")
_CONSTRUCTS = (
    "functions",
    "async",
    "streams",
    "callbacks",
    "resources",
    "errors",
    "events",
    "unions",
    "sessions",
)


@dataclass(frozen=True, slots=True)
class Surface:
    """One language: its title, what it calls things, and what it does not carry."""

    interface: Interface
    target: str
    title: str
    name: Callable[[str, str], str]
    """What it calls an entity; the second text when it has no name for it."""
    unsupported: Mapping[str, str]
    planned: str

    def function(self, found: Function) -> str:
        """How a reader of the language writes a function with its parameters; empty when it has none.

        A question mark marks what may be left out. HTTP's parameters are in the OpenAPI document.
        """
        name = self.name(f"function {found.name}", "")
        if not name or self.target == "c":
            return self._in_c(found) if name else ""
        if self.target == "openapi":
            return f"POST {name}"
        if self.target == "python":
            name = f"session.{name.partition('.Session.')[2]}"
        return f"{name}({', '.join(self._parameters(found))})"

    def _in_c(self, found: Function) -> str:
        """With the names of the header, where pointers that may be NULL are marked."""
        made = planner_of(self.interface).functions.function(found)
        given: list[str] = []
        for argument in made.arguments:
            mark = "" if argument.parameter.required else "?"
            given += [f"{part}{mark}" for part in (argument.name, argument.has, argument.is_null) if part]
        if made.streams:
            return f"{made.name}_start({', '.join(['session', *given, '&stream'])})"
        results = [f"&{name}" for name in made.result.passed] if made.result else []
        return f"{made.name}({', '.join(['session', *given, *results])})"

    def _parameters(self, found: Function) -> list[str]:
        spelled = {p.name: self.name(f"parameter {found.name}.{p.name}", p.name) for p in found.parameters}
        if self.target == "python":  # a spread record is given as its fields, by name
            spelled |= {p.name: f".**{p.name}" for p in found.parameters if p.spread}
        required = [spelled[p.name].rpartition(".")[2] for p in found.parameters if p.required]
        optional = [p for p in found.parameters if not p.required]
        if self.target != "typescript":
            return [*required, *(f"{spelled[p.name].rpartition('.')[2]}?" for p in optional)]
        keys = ["…" if p.spread else p.name for p in optional]
        return [*required, f"{{ {', '.join(keys)} }}?"] if keys else required


def surfaces(interface: Interface) -> tuple[Surface, ...]:
    """The surfaces that are there, in the order in which pages show them."""
    return interface.once("docs surfaces", lambda: tuple(_surfaces(interface)))


def _surfaces(interface: Interface) -> Iterator[Surface]:
    for target in targets.find(list(_SHOWN), Report()):
        about = target.capabilities
        title = f"{about.title} (planned)" if about.planned else about.title
        yield Surface(
            interface,
            target.name,
            title,
            partial(name_of, target, interface),
            about.unsupported,
            about.planned,
        )


def support(found: tuple[Surface, ...]) -> tuple[tuple[str, ...], ...]:
    """The support table: a construct, then "yes", "planned" or why not for each surface."""
    named = {construct for surface in found for construct in surface.unsupported}
    constructs = [*_CONSTRUCTS, *sorted(named - set(_CONSTRUCTS))]
    return tuple(
        (
            construct,
            *(
                surface.unsupported.get(construct, "planned" if surface.planned else "yes")
                for surface in found
            ),
        )
        for construct in constructs
    )
