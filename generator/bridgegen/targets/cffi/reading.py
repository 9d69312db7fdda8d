"""Python that turns C structs into JSON values: one function per record, union, list and map."""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from bridgegen.model import Record, Union
from bridgegen.targets.c.functions import Argument
from bridgegen.targets.c.records import Member
from bridgegen.targets.c.shapes import Shape
from bridgegen.targets.cffi.scope import Scope

VARIANT = 'getattr(c, "as")'
"""The C union of a tagged union, whose name is a keyword in Python."""


def get(place: str, name: str) -> str:
    """Reading the member ``name`` of a struct, whatever Python thinks of the name."""
    return f'getattr({place}, "{name}")' if keyword.iskeyword(name) else f"{place}.{name}"


def element(shape: Shape, place: str, scope: Scope) -> str:
    """An expression for the value of ``place``: an item, an entry's value, or what a pointer that is not NULL shows."""
    match shape.kind:
        case "text":
            return f"string({place}).decode()"
        case "json" | "constant":
            return f"read_json({place})"
        case "integer" | "number" | "boolean":
            return place
        case "enum":
            return f"{scope.enum_names(shape)}[{place}]"
        case "handle":
            return f"text(handle_id({place}))"
        case "session":
            return f"text(lib.bridge_session_handle({place}))"
        case "record" | "union" | "list" | "map":
            session = ", session" if shape.has_callback else ""
            return f"{scope.reader(shape)}({place}{session})"
        case "callback":
            return f"session.typed_callback({place}, {scope.caller(shape)})"
    raise AssertionError(shape.kind)


def item(shape: Shape, place: str, scope: Scope) -> str:
    """An expression for an item of a list or a value of a map, which may be null."""
    if shape.element_is_pointer:
        inner = f"{place}[0]" if shape.is_number else element(shape, place, scope)
        return f"{inner} if {place} else None"
    value = element(shape, place, scope)
    if not shape.nullable:
        return value
    given = f"{place}.{'items' if shape.kind == 'list' else 'entries'}" if shape.is_container else place
    return f"{value} if {given} else None"


def field(member: Member, scope: Scope) -> Iterator[str]:
    """Statements that put a member of ``c`` into ``value``."""
    shape, key = member.shape, f"value[{member.field.name!r}]"
    if shape.kind == "constant":
        yield f"{key} = {shape.const!r}" if not member.has else f"if {get('c', member.has)}:"
        if member.has:
            yield f"    {key} = {shape.const!r}"
        return
    place = get("c", member.name)
    if shape.is_number:
        value = f"None if {get('c', member.is_null)} else {place}" if member.is_null else place
        if member.has:
            yield f"if {get('c', member.has)}:"
            yield f"    {key} = {value}"
        else:
            yield f"{key} = {value}"
        return
    yield from _given(
        shape, key, place, member.field.required, member.is_null and get("c", member.is_null), scope
    )


def argument(argument: Argument, names: dict[str, str], scope: Scope) -> Iterator[str]:
    """Statements that put a parameter into ``arguments``; ``names`` are the parameters' names in Python."""
    shape, key = argument.shape, f"arguments[{argument.parameter.name!r}]"
    required = argument.parameter.required
    if shape.kind == "constant":
        if argument.has:
            yield f"if {names[argument.has]}:"
        yield f"{'    ' if argument.has else ''}{key} = {shape.const!r}"
        return
    place = names[argument.name]
    is_null = names[argument.is_null] if argument.is_null else ""
    if shape.is_number and required and not shape.nullable:
        yield f"{key} = {place}"
    elif shape.is_number:
        yield from _either(f"{place}[0]", key, place, required and shape.nullable, is_null)
    elif shape.kind in ("handle", "session"):
        yield from _either(f"string({place}).decode()", key, place, required and shape.nullable, is_null)
    else:
        yield from _given(shape, key, place, required, is_null, scope, is_pointer=True)


def _given(
    shape: Shape, key: str, place: str, required: bool, is_null: str, scope: Scope, is_pointer: bool = False
) -> Iterator[str]:
    """Statements for what is given when it, or a pointer in it, is not NULL or 0."""
    if shape.is_container and not is_pointer:
        given = f"{place}.{'items' if shape.kind == 'list' else 'entries'}"
        if required and not shape.nullable:
            yield f"{key} = {element(shape, place, scope)}"
            return
        yield from _either(element(shape, place, scope), key, given, required and shape.nullable, is_null)
    elif shape.kind == "callback":
        given = f"{place} and {place}.call" if is_pointer else f"{place}.call"
        yield from _either(element(shape, place, scope), key, given, required and shape.nullable, is_null)
    else:
        yield from _either(
            element(shape, "p", scope), key, f"p := {place}", required and shape.nullable, is_null
        )


def _either(value: str, key: str, given: str, null: bool, is_null: str) -> Iterator[str]:
    if null:
        yield f"{key} = {value} if ({given}) else None"
        return
    yield f"if {given}:"
    yield f"    {key} = {value}"
    if is_null:
        yield f"elif {is_null}:"
        yield f"    {key} = None"


def record(record: Record, shape: Shape, members: list[Member], scope: Scope) -> Iterator[str]:
    """The function that reads a record's struct."""
    yield f"def {scope.local_reader(shape)}(c{', session' if shape.has_callback else ''}):"
    yield "    value = {}"
    for member in members:
        yield from (f"    {line}" for line in field(member, scope))
    yield "    return value"


def union(
    union: Union, shape: Shape, variants: list[tuple[str, str, Shape, str]], scope: Scope
) -> Iterator[str]:
    """The function that reads a union's struct; of each variant: enumerator, member, shape, tag."""
    yield f"def {scope.local_reader(shape)}(c{', session' if shape.has_callback else ''}):"
    yield f"    tag = {scope.local_kinds(shape)}[c.kind]"
    for _, member, variant, tag in variants:
        pointer = get(VARIANT, member)
        yield f"    if tag == {tag!r} and (p := {pointer}):"
        yield f"        return {element(variant, 'p', scope)}"
    yield f"    return {{{union.discriminator!r}: tag}}"


def container(shape: Shape, scope: Scope) -> Iterator[str]:
    """The function that reads a list's or a map's struct."""
    assert shape.item is not None
    session = ", session" if shape.has_callback else ""
    yield f"def {scope.local_reader(shape)}(c{session}):"
    if shape.kind == "list":
        value = item(shape.item, "p", scope)
        items = "entries(c.items, c.count)"
        yield f"    return list({items})" if value == "p" else f"    return [{value} for p in {items}]"
    else:
        value = item(shape.item, "e.value", scope)
        yield f"    return {{text(e.key): {value} for e in entries(c.entries, c.count)}}"
