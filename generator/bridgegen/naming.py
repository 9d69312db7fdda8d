"""Where the entities that targets name stand, and which two of them got one name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bridgegen.cache import digest
from bridgegen.diagnostics import Report
from bridgegen.lock import Lock
from bridgegen.model import Interface, Module, Position
from bridgegen.parts import Parts
from bridgegen.target import Part, Target


@dataclass(frozen=True, slots=True)
class _Condensed:
    """What is remembered of a part's names: enough to see that nothing is wrong with them."""

    digest: str
    outermost: tuple[str, ...]
    """Those in the scope that all parts share."""
    is_clean: bool
    """No two of the part are in one scope and equal."""


def names_of(target: Target, interface: Interface, part: str) -> Mapping[str, str]:
    """The names of one part of ``target``, which is mostly a module; made once."""
    found = _parts(target, interface).get(part)
    return interface.once(f"names {target.name} {part}", found.make) if found else {}


def name_of(target: Target, interface: Interface, entity: str, otherwise: str) -> str:
    """What ``target`` calls ``entity`` (``function desk.run``), or ``otherwise`` when it has no name for it."""
    module = entity.partition(" ")[2].partition(".")[0]
    return names_of(target, interface, module).get(entity, otherwise)


def _parts(target: Target, interface: Interface) -> Mapping[str, Part]:
    return interface.once(
        f"names {target.name}", lambda: {part.name: part for part in target.names(interface)}
    )


def check(
    target: Target, interface: Interface, parts: Parts, numbers: Lock, frozen: str, report: Report
) -> str:
    """Reports names that collide, and those that contradict abi.lock, to which new ones are added.

    ``frozen`` is what this gave for the target when abi.lock was last written; returned is what it gives now. While
    it is the same, so are the names and what abi.lock says of them, and none is looked at.
    """
    condensed: list[_Condensed] = _made(target, interface, parts, "condensed", _condense)
    outermost = [name for one in condensed for name in one.outermost]
    collide = len(set(outermost)) < len(outermost) or not all(one.is_clean for one in condensed)
    whole = digest(*(one.digest for one in condensed))
    if collide or frozen != digest(whole, numbers.text(f"names {target.name}")):
        names: dict[str, str] = {}
        for found in _made(target, interface, parts, "names", dict):
            names |= found
        place = partial(_place, interface)
        check_names(target.name, names, place, report)
        numbers.freeze_names(target.name, names, place, report)
    return digest(whole, numbers.text(f"names {target.name}"))


def _made(
    target: Target, interface: Interface, parts: Parts, purpose: str, make: Callable[[Mapping[str, str]], Any]
) -> list[Any]:
    """What ``make`` gives for the names of each part; remembered, so that no module is read for it."""

    def of_part(part: str) -> Any:
        return make(names_of(target, interface, part))

    listed = _parts(target, interface).values()
    return parts.values(target, purpose, [replace(part, make=partial(of_part, part.name)) for part in listed])


def _condense(names: Mapping[str, str]) -> _Condensed:
    scoped = [(scope(entity), name) for entity, name in names.items()]
    return _Condensed(
        digest(repr(dict(names))),
        tuple(name for where, name in scoped if not where),
        len(set(scoped)) == len(scoped),
    )


def _place(interface: Interface, entity: str) -> Position | None:
    """Where an entity stands, which is asked only when something is wrong with it."""
    return interface.once("positions", lambda: positions(interface)).get(entity)


def positions(interface: Interface) -> dict[str, Position]:
    """Every entity as ``Target.names`` writes it (``function desk.run``), and its place in the YAML."""
    found: dict[str, Position] = {}
    for module in interface.modules:
        found.update(_of_module(module))
    for permission in interface.permissions:
        found[f"permission {permission.name}"] = permission.position
    return found


def _of_module(module: Module) -> Iterator[tuple[str, Position]]:
    yield f"module {module.name}", module.position
    for named in module.types:
        yield f"type {named.name}", named.position
        for field in getattr(named, "fields", ()):
            yield f"field {named.name}.{field.name}", field.position
        for value in getattr(named, "values", ()):
            yield f"value {named.name}.{value.value}", value.position
            yield f"value {named.name}.{value.name}", value.position
    for group in module.constants:
        yield f"constants {group.name}", group.position
        for constant in group.values:
            yield f"constant {group.name}.{constant.name}", constant.position
    for resource in module.resources:
        yield f"resource {resource.name}", resource.position
        for method in resource.methods:
            function = next(function for function in module.functions if function.name.local == method)
            yield f"method {resource.name}.{method}", function.position
    for callback in module.callbacks:
        yield f"callback {callback.name}", callback.position
        for parameter in callback.parameters:
            yield f"parameter {callback.name}.{parameter.name}", parameter.position
    for error in module.errors:
        yield f"error {error.code}", error.position
        for field in error.fields:
            yield f"field {error.code}.{field.name}", field.position
    for function in module.functions:
        yield f"function {function.name}", function.position
        for parameter in function.parameters:
            yield f"parameter {function.name}.{parameter.name}", parameter.position
    for event in module.events:
        yield f"event {event.name}", event.position


def scope(entity: str) -> str:
    """The entity whose members must differ from each other; empty for what stands at the top."""
    start = entity.find(" ") + 1
    end = entity.find(".", entity.find(".", start) + 1)
    return entity[start:end] if end > 0 else ""


def check_names(
    target: str, names: Mapping[str, str], place: Callable[[str], Position | None], report: Report
) -> None:
    """Reports every entity that gets the name, in one scope of one target, that another has."""
    seen: dict[tuple[str, str], str] = {}
    for entity, name in names.items():
        where = (scope(entity), name)
        other = seen.setdefault(where, entity)
        if other == entity:
            continue
        first = place(other)
        line = f" ({first.file}:{first.line})" if first else ""
        message = (
            f"{entity} and {other}{line} are both called {name!r} in {target}; "
            f"rename one of them there: rename: {{{target}: another_name}}"
        )
        report.error("name-collision", message, place(entity))
