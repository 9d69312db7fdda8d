"""The model as the pages need it: every link, cell and sentence decided."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from bridgegen import json_text
from bridgegen.model import (
    MISSING,
    Alias,
    Enum,
    Error,
    Field,
    Function,
    Interface,
    Json,
    Module,
    Name,
    NamedType,
    Parameter,
    Union,
)
from bridgegen.targets.docs.calls import Call, shown_calls
from bridgegen.targets.docs.surfaces import Surface
from bridgegen.targets.docs.words import Words, about, cell, default, sentence, short
from bridgegen.targets.openapi.operations import shown

_WIDTH = 100
"""Of the JSON of an example; what is longer is broken into lines."""


@dataclass(frozen=True, slots=True)
class Row:
    """A parameter or a field."""

    name: str
    type: str
    needed: str
    about: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a function is called in one language."""

    language: str
    name: str


@dataclass(frozen=True, slots=True)
class FunctionPlan:
    name: str
    anchor: str
    about: str
    spellings: tuple[Spelling, ...]
    parameters: tuple[Row, ...]
    result: str
    errors: tuple[str, ...]
    facts: tuple[str, ...]
    calls: tuple[Call, ...]
    example: str
    """The first example in words: its arguments and outcome as JSON."""
    source: str


@dataclass(frozen=True, slots=True)
class TypePlan:
    name: str
    about: str
    kind: str
    """What stands before its table, or instead of one."""
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str


@dataclass(frozen=True, slots=True)
class ErrorPlan:
    code: str
    anchor: str
    about: str
    message: str
    fields: tuple[Row, ...]
    recovery: str
    http_status: int
    raised_by: str = ""


@dataclass(frozen=True, slots=True)
class EventPlan:
    type: str
    anchor: str
    about: str
    when: str
    payload: str
    emitted_by: str = ""


@dataclass(frozen=True, slots=True)
class ModulePlan:
    name: str
    about: str
    functions: tuple[FunctionPlan, ...]
    resources: tuple[TypePlan, ...]
    callbacks: tuple[TypePlan, ...]
    types: tuple[TypePlan, ...]
    errors: tuple[ErrorPlan, ...]
    events: tuple[EventPlan, ...]
    source: str


def module_plan(interface: Interface, module: Module, surfaces: tuple[Surface, ...]) -> ModulePlan:
    words = Words(interface, module.name)
    return ModulePlan(
        name=module.name,
        about=about(module.doc),
        functions=tuple(_function(interface, words, found, surfaces) for found in module.functions),
        resources=tuple(_resources(words, module)),
        callbacks=tuple(_callbacks(words, module)),
        types=tuple(_type(words, named) for named in module.types) + tuple(_groups(module)),
        errors=tuple(error_plan(words, error) for error in module.errors),
        events=events(words, module),
        source=f"{module.position.file}:{module.position.line}",
    )


def _source(found: Function | NamedType) -> str:
    return f"{found.position.file}:{found.position.line}"


def _row(words: Words, part: Parameter | Field) -> Row:
    if part.default is not MISSING:
        needed = f"{default(part.default)} when left out"
    else:
        needed = "required" if part.required else "optional"
    text = cell(
        short(part.doc),
        sentence(words.constraints(part.type)),
    )
    return Row(f"`{part.name}`", cell(words.type(part.type)), needed, text)


def _function(
    interface: Interface, words: Words, found: Function, surfaces: tuple[Surface, ...]
) -> FunctionPlan:
    spelled = {surface.target: surface.name for surface in surfaces}
    return FunctionPlan(
        name=found.name.local,
        anchor=words.places.of(found.name),
        about=about(found.doc),
        spellings=tuple(
            Spelling(surface.title, f"`{surface.function(found)}`")
            for surface in surfaces
            if surface.function(found)
        ),
        parameters=tuple(_row(words, parameter) for parameter in found.parameters),
        result=_result(words, found),
        errors=tuple(_error_line(interface, words, code) for code in found.errors),
        facts=tuple(_facts(words, found)),
        calls=tuple(shown_calls(interface, found, spelled)),
        example=_example(interface, found),
        source=_source(found),
    )


def _result(words: Words, found: Function) -> str:
    if found.streams is not None:
        return f"A stream of {words.type(found.streams)}."
    return f"{words.type(found.result)}." if found.result else "Nothing."


def _error_line(interface: Interface, words: Words, code: str) -> str:
    return f"[`{code}`](../errors.md#{words.places.error(code)}): {cell(interface.error(code).doc.summary)}"


def _facts(words: Words, found: Function) -> Iterable[str]:
    if found.is_async:
        yield "It may wait."
    if found.permissions:
        yield f"Needs {' and '.join(f'`{permission}`' for permission in found.permissions)}."
    if found.emits:
        yield f"Emits {', '.join(f'[`{event}`](../events.md#{words.places.event(event)})' for event in found.emits)}."
    if found.memoize:
        seconds = f" for {found.memoize.ttl_seconds:g} s" if found.memoize.ttl_seconds else ""
        yield f"Results are kept{seconds}, at most {found.memoize.max_entries} ({found.memoize.policy.upper()})."
    if found.batch:
        yield "Can be part of a batch."


def _example(interface: Interface, found: Function) -> str:
    """The arguments and outcome of the first example, as JSON."""
    if not found.examples:
        return ""
    example = found.examples[0]
    outcome: dict[str, Json] = {"arguments": shown(interface, example, dict(example.arguments))}
    if example.stream is not None:
        outcome["stream"] = list(example.stream)
    if example.error is not None:
        outcome["error"] = dict(example.error)
    elif example.result is not MISSING:
        outcome["result"] = example.result
    return json_text.readable(outcome, _WIDTH)


def _resources(words: Words, module: Module) -> Iterable[TypePlan]:
    for resource in module.resources:
        parts = [f"made by `{resource.constructor}`"] if resource.constructor else []
        parts += [f"released by `{resource.release}`"] if resource.release else []
        parts += ["itself a session"] if resource.is_session else []
        methods = ", ".join(
            f"[`{name}`](#{words.places.of(Name(module.name, name))})" for name in resource.methods
        )
        kind = f"A resource{', ' if parts else ''}{', '.join(parts)}." + (
            f" Methods: {methods}." if methods else ""
        )
        position = f"{resource.position.file}:{resource.position.line}"
        yield TypePlan(resource.name.local, about(resource.doc), kind, (), (), position)


def _callbacks(words: Words, module: Module) -> Iterable[TypePlan]:
    for callback in module.callbacks:
        gives = f"Gives {words.type(callback.result)}." if callback.result else "Gives nothing."
        rows = tuple(_cells(_row(words, parameter)) for parameter in callback.parameters)
        position = f"{callback.position.file}:{callback.position.line}"
        yield TypePlan(
            callback.name.local,
            about(callback.doc),
            f"A function that you pass in. {gives}",
            _PARTS,
            rows,
            position,
        )


_PARTS = ("name", "type", "", "about")
_VALUES = ("constant", "value", "about")


def _cells(row: Row) -> tuple[str, ...]:
    return (row.name, row.type, row.needed, row.about)


def _type(words: Words, named: NamedType) -> TypePlan:
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    match named:
        case Enum():
            kind, header = "One of:", _VALUES
            rows = tuple((f"`{value.name}`", f"`{value.value}`", short(value.doc)) for value in named.values)
        case Union():
            variants = ", ".join(
                f"{words.link(variant.record)} (`{variant.tag}`)" for variant in named.variants
            )
            kind = f"Told apart by `{named.discriminator}`: {variants}."
        case Alias():
            constraints = words.constraints(named.type)
            kind = sentence("; ".join(filter(None, (words.type(named.type), constraints))))
        case _:
            kind, header = "A record:", _PARTS
            rows = tuple(_cells(_row(words, field)) for field in named.fields)
            kind = kind if rows else "A record without fields."
    return TypePlan(named.name.local, about(named.doc), kind, header if rows else (), rows, _source(named))


def _groups(module: Module) -> Iterable[TypePlan]:
    for group in module.constants:
        rows = tuple(
            (f"`{value.name}`", f"`{json.dumps(value.value)}`", short(value.doc)) for value in group.values
        )
        position = f"{group.position.file}:{group.position.line}"
        yield TypePlan(
            group.name.local, about(group.doc), f"Constants ({group.kind}):", _VALUES, rows, position
        )


def error_plan(words: Words, error: Error) -> ErrorPlan:
    """An error; who raises it is known to the pages of the whole only."""
    return ErrorPlan(
        code=error.code,
        anchor=words.places.error(error.code),
        about=about(error.doc),
        message=error.message,
        fields=tuple(_row(words, field) for field in error.fields),
        recovery=error.recovery,
        http_status=error.http_status,
    )


def events(words: Words, module: Module) -> tuple[EventPlan, ...]:
    """The module's events; who emits them is known to the pages of the whole only."""
    return tuple(
        EventPlan(
            type=event.name,
            anchor=words.places.event(event.name),
            about=about(event.doc),
            when=event.when,
            payload=words.type(event.payload),
        )
        for event in module.events
    )
