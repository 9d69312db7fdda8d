"""The other targets, asked what they call things and what they do not carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bridgegen import targets
from bridgegen.diagnostics import Report
from bridgegen.model import Function, Interface

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
    """One language: its title, its names by entity, and what it does not carry."""

    target: str
    title: str
    names: Mapping[str, str]
    unsupported: Mapping[str, str]

    def function(self, found: Function) -> str:
        """What a reader of the language writes for a function; empty when it has none."""
        name = self.names.get(f"function {found.name}", "")
        if self.target == "python":
            return f"session.{name.partition('.Session.')[2]}" if ".Session." in name else name
        return f"POST {name}" if self.target == "openapi" and name else name


def surfaces(interface: Interface) -> tuple[Surface, ...]:
    """The surfaces that are there, in the order in which pages show them."""
    return tuple(
        Surface(
            target.name, target.capabilities.title, target.names(interface), target.capabilities.unsupported
        )
        for name in _SHOWN
        for target in targets.find([name], Report())
    )


def support(found: tuple[Surface, ...]) -> tuple[tuple[str, ...], ...]:
    """The support table: a construct, then "yes" or why not for each surface."""
    named = {construct for surface in found for construct in surface.unsupported}
    constructs = [*_CONSTRUCTS, *sorted(named - set(_CONSTRUCTS))]
    return tuple(
        (construct, *(surface.unsupported.get(construct, "yes") for surface in found))
        for construct in constructs
    )
