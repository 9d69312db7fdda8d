"""The pages about the interface as a whole, joined from what each module brings to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bridgegen.model import Function, Interface, Module
from bridgegen.targets.docs.places import page
from bridgegen.targets.docs.plan import ErrorPlan, EventPlan, error_plan, events
from bridgegen.targets.docs.surfaces import support, surfaces
from bridgegen.targets.docs.words import Words, about, cell


@dataclass(frozen=True, slots=True)
class Entry:
    """What the pages of the whole say of one module."""

    name: str
    page: str
    summary: str
    about: str
    """The summary as one cell of a table."""
    functions: tuple[str, ...]
    errors: tuple[ErrorPlan, ...]
    events: tuple[EventPlan, ...]
    raises: tuple[tuple[str, str], ...]
    """Each code, and a link to a function that raises it."""
    emits: tuple[tuple[str, str], ...]


def entry(interface: Interface, module: Module) -> Entry:
    """The entry of a module."""
    words = Words(interface, "")
    return Entry(
        name=module.name,
        page=page(module),
        summary=module.doc.summary,
        about=cell(module.doc.summary),
        functions=tuple(function.name.local for function in module.functions),
        errors=tuple(error_plan(words, error) for error in module.errors),
        events=events(words, module),
        raises=_mentions(words, module, lambda function: function.errors),
        emits=_mentions(words, module, lambda function: function.emits),
    )


def context(interface: Interface, entries: Sequence[Entry]) -> Mapping[str, Any]:
    """What the templates of the whole are filled with."""
    words, found = Words(interface, ""), surfaces(interface)
    raisers = _joined(pair for one in entries for pair in one.raises)
    emitters = _joined(pair for one in entries for pair in one.emits)
    builtin = [error_plan(words, error) for error in interface.builtin_errors]
    errors = [*builtin, *(error for one in entries for error in one.errors)]
    return {
        "name": interface.name,
        "version": interface.version,
        "summary": interface.doc.summary,
        "about": about(interface.doc),
        "description": interface.doc.description.strip(),
        "modules": entries,
        "permissions": interface.permissions,
        "default_grants": sorted(interface.default_grants),
        "surfaces": [surface.title for surface in found],
        "planned": [f"{surface.title}: {surface.planned}." for surface in found if surface.planned],
        "support": support(found),
        "machines": [
            ("OpenAPI 3.1", "../openapi/openapi.json"),
            ("AsyncAPI 3.0 of the events", "../asyncapi/asyncapi.json"),
            ("JSON Schema", f"../jsonschema/{interface.name}.schema.json"),
        ],
        "errors": [replace(error, raised_by=raisers.get(error.code, "")) for error in errors],
        "events": [
            replace(event, emitted_by=emitters.get(event.type, "")) for one in entries for event in one.events
        ],
    }


def _mentions(
    words: Words, module: Module, mentioned: Callable[[Function], Iterable[str]]
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, words.link(function.name, str(function.name)))
        for function in module.functions
        for name in dict.fromkeys(mentioned(function))
    )


def _joined(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The links to all functions that mention a name, by name."""
    found: dict[str, list[str]] = {}
    for name, link in pairs:
        found.setdefault(name, []).append(link)
    return {name: ", ".join(links) for name, links in found.items()}
