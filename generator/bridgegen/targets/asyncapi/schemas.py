"""The interface's types as AsyncAPI's Schema Objects, which speak draft 7 of JSON Schema."""

from __future__ import annotations

from bridgegen.jsonschema import Schema, expression_schema, type_schema
from bridgegen.model import Interface, Name, NamedType, TypeExpr, expressions, named_in
from bridgegen.targets.asyncapi import names


def expression(expr: TypeExpr) -> Schema:
    """The Schema Object of a type expression."""
    return _in_draft_7(expression_schema(expr, names.schema))


def reachable(interface: Interface, start: list[TypeExpr]) -> dict[str, Schema]:
    """The named types that ``start`` leads to, by their names."""
    found: dict[Name, NamedType] = {}
    waiting = [name for expr in start for name in named_in(expr)]
    while waiting:
        name = waiting.pop(0)
        named = interface.find_type(name)  # None for a callback, which travels as an id
        if named is not None and name not in found:
            found[name] = named
            waiting += [inner for expr in expressions(named) for inner in named_in(expr)]
    return {str(name): _in_draft_7(type_schema(named, names.schema)) for name, named in found.items()}


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
