"""What a function in an example is called with: found by going through the value and its type together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bridgegen.model import (
    CallbackOf,
    Interface,
    Json,
    ListOf,
    MapOf,
    Nullable,
    Record,
    Ref,
    TypeExpr,
    Union,
)


@dataclass(frozen=True, slots=True)
class Signature:
    """A function that stands in an example: its parameters, and what it does."""

    parameters: tuple[str, ...]
    behaviour: Mapping[str, Json]


def resolved(interface: Interface, expr: TypeExpr, value: Json) -> Json:
    """``value``, of type ``expr``, with each of its functions as a ``Signature``."""
    expr = interface.underlying(expr)
    match expr:
        case Nullable():
            return resolved(interface, expr.inner, value)
        case CallbackOf() if isinstance(value, Mapping):
            names = tuple(parameter.name for parameter in interface.callback(expr.callback).parameters)
            return Signature(names, value["$callback"] or {})
        case ListOf() if isinstance(value, list | tuple):
            return [resolved(interface, expr.item, item) for item in value]
        case MapOf() if isinstance(value, Mapping):
            return {key: resolved(interface, expr.value, item) for key, item in value.items()}
        case Ref() if isinstance(value, Mapping):
            return _fields(interface, expr, value)
    return value


def _fields(interface: Interface, expr: Ref, value: Mapping[str, Json]) -> Json:
    named = interface.type(expr.name)
    if isinstance(named, Union):
        tag = value.get(named.discriminator)
        chosen = next((variant.record for variant in named.variants if variant.tag == tag), None)
        return _fields(interface, Ref(chosen), value) if chosen else value
    if not isinstance(named, Record):
        return value
    types = {field.name: field.type for field in named.fields}
    return {
        key: resolved(interface, types[key], item) if key in types else item for key, item in value.items()
    }
