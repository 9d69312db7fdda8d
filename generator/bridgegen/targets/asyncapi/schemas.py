"""The interface's types as AsyncAPI's Schema Objects, which speak draft 7 of JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator

from bridgegen.jsonschema import Schema, expression_schema, type_schema
from bridgegen.model import (
    Alias,
    Interface,
    ListOf,
    MapOf,
    Name,
    NamedType,
    Nullable,
    Record,
    Ref,
    TypeExpr,
    Union,
)
from bridgegen.targets.asyncapi import names


def expression(expr: TypeExpr) -> Schema:
    """The Schema Object of a type expression."""
    return _in_draft_7(expression_schema(expr, names.schema))


def reachable(interface: Interface, start: list[TypeExpr]) -> dict[str, Schema]:
    """The named types that ``start`` leads to, by their names."""
    found: dict[Name, NamedType] = {}
    waiting = [name for expr in start for name in _named(expr)]
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = interface.type(name)
            waiting += _inside(found[name])
    return {str(name): _in_draft_7(type_schema(named, names.schema)) for name, named in found.items()}


def _named(expr: TypeExpr) -> Iterator[Name]:
    match expr:
        case Ref():
            yield expr.name
        case ListOf():
            yield from _named(expr.item)
        case MapOf():
            yield from _named(expr.value)
        case Nullable():
            yield from _named(expr.inner)


def _inside(named: NamedType) -> Iterator[Name]:
    match named:
        case Record():
            for field in named.fields:
                yield from _named(field.type)
        case Union():
            yield from (variant.record for variant in named.variants)
        case Alias():
            yield from _named(named.type)


def _in_draft_7(schema: Schema) -> Schema:
    """``schema`` without what means something else there.

    What stands beside ``$ref`` would be ignored; ``discriminator`` would ask that the tag's values are names of
    schemas, and is not needed: each variant of a union has its tag as a ``const``.
    """
    found = {key: _part(key, value) for key, value in schema.items() if key != "discriminator"}
    if "$ref" in found and len(found) > 1:
        return {"allOf": [{"$ref": found.pop("$ref")}], **found}
    return found


def _part(key: str, value: object) -> object:
    if key == "properties" and isinstance(value, dict):
        return {name: _in_draft_7(part) for name, part in value.items()}
    if key in ("items", "additionalProperties") and isinstance(value, dict):
        return _in_draft_7(value)
    if key in ("anyOf", "oneOf") and isinstance(value, list):
        return [_in_draft_7(option) for option in value]
    return value
