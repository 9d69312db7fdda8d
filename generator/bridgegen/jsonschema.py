"""From the model back to JSON Schema 2020-12, for documents and for datamodel-code-generator.

Handles, callbacks and streams travel as string ids; a schema says so in ``x-handle`` and ``x-callback``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from bridgegen.model import (
    MISSING,
    Alias,
    AnyJson,
    CallbackOf,
    Doc,
    Enum,
    Field,
    HandleOf,
    ListOf,
    MapOf,
    Name,
    NamedType,
    Nullable,
    Parameter,
    Record,
    Ref,
    Scalar,
    TypeExpr,
    Union,
)

Schema = dict[str, Any]
Locate = Callable[[Name], str]
"""Gives the ``$ref`` of a named type: ``#/$defs/desk.DeskConfig``."""


def in_defs(name: Name) -> str:
    """The usual place of a named type: under ``$defs`` by its qualified name."""
    return f"#/$defs/{name}"


def expression_schema(expr: TypeExpr, locate: Locate = in_defs) -> Schema:
    """The schema of a type expression; named types become references made by ``locate``."""
    match expr:
        case Scalar():
            schema: Schema = {"type": expr.kind}
            if expr.format:
                schema["format"] = expr.format
            if expr.const is not MISSING:
                schema["const"] = expr.const
            return schema | dict(expr.constraints)
        case AnyJson():
            return {}
        case ListOf():
            return {"type": "array", "items": expression_schema(expr.item, locate)} | dict(expr.constraints)
        case MapOf(value=AnyJson()):
            return {"type": "object"} | dict(expr.constraints)
        case MapOf():
            values = expression_schema(expr.value, locate)
            return {"type": "object", "additionalProperties": values} | dict(expr.constraints)
        case Ref():
            return {"$ref": locate(expr.name)}
        case HandleOf():
            return {"type": "string", "x-handle": str(expr.resource)}
        case CallbackOf():
            return {"type": "string", "x-callback": str(expr.callback)}
        case Nullable():
            return _nullable(expression_schema(expr.inner, locate))


def _nullable(inner: Schema) -> Schema:
    if not inner:
        return inner  # open JSON holds null already
    if "$ref" in inner or "const" in inner or not isinstance(inner.get("type"), str):
        return {"anyOf": [inner, {"type": "null"}]}
    return inner | {"type": [inner["type"], "null"]}


def documented(schema: Schema, doc: Doc) -> Schema:
    """``schema`` with the doc's text as JSON Schema annotations."""
    text = "\n\n".join(part for part in (doc.summary, doc.description) if part)
    if text:
        schema = schema | {"description": text}
    if doc.deprecated:
        schema = schema | {"deprecated": True}
    return schema


def properties_schema(parts: Iterable[Field | Parameter], locate: Locate = in_defs) -> Schema:
    """A closed object schema of fields, or of a function's parameters."""
    properties: Schema = {}
    required: list[str] = []
    for part in parts:
        schema = documented(expression_schema(part.type, locate), part.doc)
        if part.default is not MISSING:
            schema = schema | {"default": part.default}
        if isinstance(part, Field) and part.secret:
            schema = schema | {"writeOnly": True}
        properties[part.name] = schema
        if part.required:
            required.append(part.name)
    schema = {"type": "object", "properties": properties}
    if required:
        schema["required"] = required
    return schema | {"additionalProperties": False}


def type_schema(named: NamedType, locate: Locate = in_defs) -> Schema:
    """The schema of a named type's own definition."""
    match named:
        case Record():
            schema = properties_schema(named.fields, locate)
        case Enum():
            schema = {"type": "string", "enum": [value.value for value in named.values]}
        case Union():
            mapping = {variant.tag: locate(variant.record) for variant in named.variants}
            schema = {
                "oneOf": [{"$ref": locate(variant.record)} for variant in named.variants],
                "discriminator": {"propertyName": named.discriminator, "mapping": mapping},
            }
        case Alias():
            schema = expression_schema(named.type, locate)
    return documented(schema, named.doc)
