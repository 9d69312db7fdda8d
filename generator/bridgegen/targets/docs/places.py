"""Where things are: the page of a module, and the anchors that GitHub gives to headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bridgegen import casing
from bridgegen.model import Interface, Module, Name


def page(module: Module | str) -> str:
    """The file of a module's page; none can be that of another page."""
    return f"modules/{casing.kebab(module if isinstance(module, str) else module.name)}.md"


def anchor(heading: str) -> str:
    """Where a heading is that no other of its page reads like."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def anchors(headings: Iterable[str]) -> list[str]:
    """Where each heading of a page is; one that reads like an earlier one gets a number."""
    found: dict[str, None] = {}
    for heading in headings:
        base = made = anchor(heading)
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
        return self._listed("Errors", self._interface.error_codes)[code]

    def event(self, type: str) -> str:
        """Of an event, on the page of all events."""
        return self._listed("Events", self._interface.event_types)[type]

    @property
    def unusual(self) -> list[tuple[str, str]]:
        """Errors and events whose anchor is another because of what stands before them, maybe in another module."""
        pages = (
            self._listed("Errors", self._interface.error_codes),
            self._listed("Events", self._interface.event_types),
        )
        return [(name, made) for page in pages for name, made in page.items() if made != anchor(name)]

    def _listed(self, title: str, names: Sequence[str]) -> dict[str, str]:
        return self._interface.once(
            f"docs anchors of {title}",
            lambda: dict(zip(names, anchors([title, *names])[1:], strict=True)),
        )


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
