"""Where things are: the page of a module, and the anchors that GitHub gives to headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bridgegen import casing
from bridgegen.model import Interface, Module, Name


def page(module: Module | str) -> str:
    """The file of a module's page; none can be that of another page."""
    return f"modules/{casing.kebab(module if isinstance(module, str) else module.name)}.md"


def anchors(headings: Iterable[str]) -> list[str]:
    """Where each heading of a page is; one that reads like an earlier one gets a number."""
    found: dict[str, None] = {}
    for heading in headings:
        base = made = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        number = 0
        while made in found:
            number += 1
            made = f"{base}-{number}"
        found[made] = None
    return list(found)


class Places:
    """The anchors of one interface's pages."""

    def __init__(self, interface: Interface) -> None:
        self._interface = interface

    def of(self, name: Name) -> str:
        """Of a function, a resource, a callback, a type or a group of constants, on its module's page."""
        module = self._interface.module(name.module)
        return self._interface.once(f"docs anchors of {module.name}", lambda: _of_module(module))[name.local]

    def error(self, code: str) -> str:
        """Of an error, on the page of all errors."""
        return self._interface.once(
            "docs anchors of errors",
            lambda: _listed("Errors", [error.code for error in self._interface.errors()]),
        )[code]

    def event(self, type: str) -> str:
        """Of an event, on the page of all events."""
        return self._interface.once(
            "docs anchors of events",
            lambda: _listed(
                "Events", [event.name for module in self._interface.modules for event in module.events]
            ),
        )[type]


def _listed(title: str, names: Sequence[str]) -> dict[str, str]:
    return dict(zip(names, anchors([title, *names])[1:], strict=True))


def _of_module(module: Module) -> dict[str, str]:
    """By local name; the headings stand in the order of the template."""
    sections = (
        ("Functions", module.functions),
        ("Resources", module.resources),
        ("Callbacks", module.callbacks),
        ("Types and constants", (*module.types, *module.constants)),
    )
    headings, named = [module.name], [""]
    for section, found in sections:
        if found:
            headings += [section, *(thing.name.local for thing in found)]
            named += ["", *(thing.name.local for thing in found)]
    return {local: made for local, made in zip(named, anchors(headings), strict=True) if local}
