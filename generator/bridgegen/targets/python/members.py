"""Plans of errors.py, events.py and constants.py, and of the callback types at the end of types.py."""

from __future__ import annotations

from dataclasses import dataclass

from bridgegen.model import ConstantGroup, Doc, Error, Event, Interface, Module
from bridgegen.targets.python import docstrings, names
from bridgegen.targets.python.annotations import Annotations, Place
from bridgegen.targets.python.imports import Imports
from bridgegen.targets.python.plan import Argument, written


@dataclass(frozen=True, slots=True)
class ErrorClass:
    name: str
    docstring: str
    code: str
    template: str
    recovery: str
    """Empty where it is that of every error: none."""
    http_status: int
    required: tuple[str, ...]
    """Names of the required fields, as they travel."""
    fields: tuple[Argument, ...]
    signature: str
    values: dict[str, str]
    """What gives each field, by its name."""


@dataclass(frozen=True, slots=True)
class Members:
    """One of the small modules of a bridge."""

    docstring: str
    imports: str
    items: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A named constant."""

    name: str
    source: str
    docstring: str


@dataclass(frozen=True, slots=True)
class Group:
    """A class of constants."""

    name: str
    docstring: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class EventType:
    """The constant of an event's type."""

    name: str
    type: str
    payload: str
    docstring: str


@dataclass(frozen=True, slots=True)
class CallbackType:
    name: str
    source: str
    docstring: str


def errors(interface: Interface, module: Module) -> Members:
    """errors.py: one class per error, with its fields as keyword arguments and attributes."""
    imports = Imports()
    imports.name("bridge_runtime.errors", "BridgeError")
    items = tuple(_error(interface, module, imports, error) for error in module.errors)
    return Members(
        docstrings.literal([f"Errors of {module.name}, by their codes."], 0), imports.lines(), items
    )


def _error(interface: Interface, module: Module, imports: Imports, error: Error) -> ErrorClass:
    annotations = Annotations(interface, imports, Place.OUTPUT, module=module.name)
    fields = []
    for part in error.fields:
        annotation = annotations.of(part.type)
        optional = "" if part.required else "None"
        if optional and not annotation.endswith("| None"):
            annotation = f"{annotation} | None"
        fields.append(
            Argument(
                names.error_field(part), part.name, annotation, optional, docstrings.text(part.doc), False
            )
        )
    signature = written(sorted(fields, key=lambda part: bool(part.default)))
    values = {field.name: _value(field) for field in fields}
    if any(value.startswith("cast(") for value in values.values()):
        imports.name("typing", "cast")
    return ErrorClass(
        name=names.error(error.name, error.doc),
        docstring=docstrings.literal(docstrings.paragraphs(error.doc), 4),
        code=error.code,
        template=error.message,
        recovery="" if error.recovery == "none" else error.recovery,
        http_status=error.http_status,
        required=tuple(part.name for part in error.fields if part.required),
        fields=tuple(fields),
        signature=", ".join(signature),
        values=values,
    )


def _value(field: Argument) -> str:
    """What gives an error's field its type; one that may be anything has none to give."""
    found = f'self.fields.get("{field.wire}")' if field.default else f'self.fields["{field.wire}"]'
    is_any = field.annotation in ("Any", "Any | None")
    return found if is_any else f"cast({docstrings.quoted(field.annotation)}, {found})"


def events(interface: Interface, module: Module) -> Members:
    """events.py: the types of events, with the payload each carries."""
    imports = Imports()
    imports.name("typing", "Final")
    imports.name("bridge_runtime.clients", "EventType")
    annotations = Annotations(interface, imports, Place.OUTPUT, module=module.name, typing_only=True)
    items = tuple(_event(event, annotations) for event in module.events)
    return Members(
        docstrings.literal([f"Events of {module.name}: subscribe with ``session.on``."], 0),
        imports.lines(),
        items,
    )


def _event(event: Event, annotations: Annotations) -> EventType:
    when = f"Emitted: {event.when}" if event.when else ""
    return EventType(
        name=names.event(event.name, event.doc),
        type=event.name,
        payload=annotations.of(event.payload),
        docstring=docstrings.literal([*docstrings.paragraphs(event.doc), when], 0),
    )


def constants(module: Module) -> Members:
    """constants.py: the groups of numbers and booleans; groups of text are enumerations in types.py."""
    imports = Imports()
    imports.name("typing", "Final")
    items = tuple(_group(group) for group in module.constants)
    return Members(docstrings.literal([f"Constants of {module.name}."], 0), imports.lines(), items)


def _group(group: ConstantGroup) -> Group:
    values = tuple(
        Value(names.constant(value.name, value.doc), _number(group, value.value), _one(value.doc, 4))
        for value in group.values
    )
    return Group(names.named(group.name, group.doc), _one(group.doc, 4), values)


def _number(group: ConstantGroup, value: object) -> str:
    return repr(float(value)) if group.kind == "number" and isinstance(value, int) else repr(value)


def _one(doc: Doc, indent: int) -> str:
    parts = docstrings.paragraphs(doc)
    return docstrings.literal(parts, indent) if parts else ""


def callbacks(interface: Interface, module: Module, imports: Imports) -> tuple[CallbackType, ...]:
    """The function types that callers pass in; plain functions and coroutine functions both fit."""
    plain = Annotations(interface, imports, Place.OUTPUT, module=module.name, in_types=True)
    found = []
    for callback in module.callbacks:
        given = ", ".join(plain.of(parameter.type) for parameter in callback.parameters)
        made = imports.name("collections.abc", "Callable")
        if callback.result is None:
            source = f"{made}[[{given}], object]"
        else:
            result = plain.of(callback.result)
            waiting = imports.name("collections.abc", "Awaitable")
            inner = result.removesuffix(" | None")
            last = " | None" if inner != result else ""
            source = f"{made}[[{given}], {inner} | {waiting}[{result}]{last}]"
        imports.name("typing", "TypeAlias")
        arguments = [(names.parameter(p), docstrings.text(p.doc)) for p in callback.parameters]
        signature = ", ".join(name for name, _ in arguments)
        parts = [*docstrings.paragraphs(callback.doc), f"Called with ({signature})."]
        parts += docstrings.section("Args", (entry for entry in arguments if entry[1]))
        found.append(
            CallbackType(names.named(callback.name, callback.doc), source, docstrings.literal(parts, 0))
        )
    return tuple(found)
