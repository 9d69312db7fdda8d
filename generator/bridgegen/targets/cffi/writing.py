"""Python that fills C structs from JSON values: one function per record, union, list and map.

What is allocated is hung into its struct before it is filled, so that a failure half-way leaves nothing behind
that the struct's ``_free`` does not find.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from bridgegen.model import Record, Union
from bridgegen.targets.c.functions import Result
from bridgegen.targets.c.records import Member
from bridgegen.targets.c.shapes import Shape
from bridgegen.targets.cffi.reading import VARIANT, get
from bridgegen.targets.cffi.scope import Scope


def put(place: str, name: str, value: str) -> str:
    """Writing the member ``name`` of a struct, whatever Python thinks of the name."""
    return f'setattr({place}, "{name}", {value})' if keyword.iskeyword(name) else f"{place}.{name} = {value}"


def plain(shape: Shape, value: str, scope: Scope) -> str:
    """An expression for the C value of what is no struct."""
    match shape.kind:
        case "text" | "handle":
            made = f"new_text({value})"
            return f"cast({shape.c!r}, {made})" if shape.kind == "handle" else made
        case "json" | "constant":
            return f"new_json({value})"
        case "enum":
            return f"{scope.enum_numbers(shape)}[{value}]"
        case "session":
            return f"new_session(session, {value})"
    return value


def field(member: Member, scope: Scope) -> Iterator[str]:
    """Statements that put ``value`` into a member of ``c``."""
    shape, key = member.shape, repr(member.field.name)
    if shape.kind == "callback":
        return
    if shape.kind == "constant":
        if member.has:
            yield put("c", member.has, f"{key} in value")
        return
    required = member.field.required
    if member.has:
        yield f"if {key} in value:"
        yield f"    {put('c', member.has, 'True')}"
        if member.is_null:
            yield f"    if (v := value[{key}]) is None:"
            yield f"        {put('c', member.is_null, 'True')}"
            yield "    else:"
            yield f"        {put('c', member.name, 'v')}"
        else:
            yield f"    {put('c', member.name, f'value[{key}]')}"
    elif member.is_null and not required:
        yield f"if {key} in value:"
        yield f"    if (v := value[{key}]) is None:"
        yield f"        {put('c', member.is_null, 'True')}"
        yield "    else:"
        yield from (f"        {line}" for line in _assigned(shape, member.name, "v", scope))
    elif shape.nullable and member.is_null:
        yield f"if (v := value[{key}]) is None:"
        yield f"    {put('c', member.is_null, 'True')}"
        yield "else:"
        yield from (f"    {line}" for line in _assigned(shape, member.name, "v", scope))
    elif required and not shape.nullable:
        yield from _assigned(shape, member.name, f"value[{key}]", scope)
    elif shape.kind == "json":
        yield f"if {key} in value:"
        yield from (f"    {line}" for line in _assigned(shape, member.name, f"value[{key}]", scope))
    else:
        yield f"if (v := value.get({key})) is not None:"
        yield from (f"    {line}" for line in _assigned(shape, member.name, "v", scope))


def _assigned(shape: Shape, name: str, value: str, scope: Scope) -> Iterator[str]:
    if shape.kind in ("record", "union"):
        yield f"p = new({scope.pointer_type(shape)})"
        yield put("c", name, "p")
        yield f"{scope.writer(shape)}(p, {value})"
    elif shape.is_container:
        yield f"{scope.writer(shape)}({get('c', name)}, {value})"
    else:
        yield put("c", name, plain(shape, value, scope))


def record(record: Record, shape: Shape, members: list[Member], scope: Scope) -> Iterator[str]:
    """The function that fills a record's struct."""
    lines = [line for member in members for line in field(member, scope)]
    yield f"def {scope.local_writer(shape)}(c, value):"
    yield from (f"    {line}" for line in lines or ["pass"])


def union(
    union: Union, shape: Shape, variants: list[tuple[str, str, Shape, str]], scope: Scope
) -> Iterator[str]:
    """The function that fills a union's struct."""
    yield f"def {scope.local_writer(shape)}(c, value):"
    yield f"    tag = value[{union.discriminator!r}]"
    for (_, member, record, tag), variant in zip(variants, union.variants, strict=True):
        yield f"    if tag == {tag!r}:"
        yield f"        p = new({scope.pointer_type(record)})"
        yield f"        {put(VARIANT, member, 'p')}"
        yield f"        c.kind = {variant.number}"
        yield f"        {scope.writer(record)}(p, value)"


def container(shape: Shape, scope: Scope) -> Iterator[str]:
    """The function that fills a list's or a map's struct."""
    inner = shape.item
    assert inner is not None
    yield f"def {scope.local_writer(shape)}(c, value):"
    if shape.kind == "list":
        yield f"    items = new({scope.items_type(shape)}, len(value))"
        yield "    c.items = items"
        yield "    c.count = len(value)"
        yield "    for i, v in enumerate(value):"
        yield from (f"        {line}" for line in _item(inner, "items[i]", scope))
    else:
        yield f"    entries = new({scope.items_type(shape)}, len(value))"
        yield "    c.entries = entries"
        yield "    c.count = len(value)"
        yield "    for i, (k, v) in enumerate(value.items()):"
        yield "        entries[i].key = new_text(k)"
        yield from (f"        {line}" for line in _item(inner, "entries[i].value", scope))


def _item(shape: Shape, place: str, scope: Scope) -> Iterator[str]:
    """Statements that put ``v`` into ``place``, an item or an entry's value."""
    if shape.nullable:
        yield "if v is not None:"
        yield from (f"    {line}" for line in _item_given(shape, place, scope))
    else:
        yield from _item_given(shape, place, scope)


def _item_given(shape: Shape, place: str, scope: Scope) -> Iterator[str]:
    if shape.element_is_pointer:
        yield f"p = new({scope.pointer_type(shape)})"
        yield f"{place} = p"
        yield "p[0] = v" if shape.is_number else f"{scope.writer(shape)}(p, v)"
    elif shape.is_struct:
        yield f"{scope.writer(shape)}({place}, v)"
    else:
        yield f"{place} = {plain(shape, 'v', scope)}"


def result(result: Result, names: dict[str, str], scope: Scope) -> Iterator[str]:
    """Statements that put ``value`` where a function's result goes."""
    shape, place = result.shape, names[result.name]
    lines = (
        [f"{scope.writer(shape)}({place}, value)"]
        if shape.is_struct
        else [f"{place}[0] = {plain_result(shape, scope)}"]
    )
    if not shape.nullable:
        yield from lines
    elif result.is_null:
        yield "if value is None:"
        yield f"    {names[result.is_null]}[0] = True"
        yield "else:"
        yield from (f"    {line}" for line in lines)
    else:
        yield "if value is not None:"
        yield from (f"    {line}" for line in lines)


def plain_result(shape: Shape, scope: Scope) -> str:
    """A result that is no struct; a handle is given to C as the text of its id."""
    return "new_text(value)" if shape.kind == "handle" else plain(shape, "value", scope)
