"""Where the entities that targets name stand, and which two of them got one name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bridgegen.diagnostics import Report
from bridgegen.model import Interface, Module, Position
from bridgegen.target import Target


def names_of(target: Target, interface: Interface) -> Mapping[str, str]:
    """The names that ``target`` makes, asked of it once."""
    return interface.once(f"names {target.name}", lambda: target.names(interface))


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
    target: str, names: Mapping[str, str], places: Mapping[str, Position], report: Report
) -> None:
    """Reports every entity that gets the name, in one scope of one target, that another has."""
    seen: dict[tuple[str, str], str] = {}
    for entity, name in names.items():
        where = (scope(entity), name)
        other = seen.setdefault(where, entity)
        if other == entity:
            continue
        first = places.get(other)
        line = f" ({first.file}:{first.line})" if first else ""
        message = (
            f"{entity} and {other}{line} are both called {name!r} in {target}; "
            f"rename one of them there: rename: {{{target}: another_name}}"
        )
        report.error("name-collision", message, places.get(entity))
