"""Keywords whose work in the library is not bounded, or whose answers need a place of their own.

Each has the library's signature: ``(validator, argument, instance, schema)``, yielding errors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

from bridge_runtime.values import InvalidJson, canonical_json
from jsonschema.exceptions import ValidationError

from llmspell_runtime.schema.budget import TooComplex, kept, spend
from llmspell_runtime.schema.patterns import matches
from llmspell_runtime.schema.referring import referred
from llmspell_runtime.schema.unevaluated import evaluated_items, evaluated_properties

Errors = Iterator[ValidationError]


def key_of(value: Any) -> object:
    """What two values have in common when, and only when, JSON Schema holds them to be equal."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return (type(value), value)
    if isinstance(value, int | float):
        return (int, value)
    try:
        text = canonical_json(value)
    except InvalidJson as error:
        raise TooComplex(str(error)) from None
    spend(len(text) // 16)
    return (dict, text)


def allowed_keys(values: list[Any]) -> frozenset[object]:
    """The keys of ``values``, the argument of an ``enum``."""
    return kept(values, lambda: frozenset(map(key_of, values)))


def pattern(validator: Any, argument: str, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, str) and not matches(argument, instance):
        yield ValidationError("pattern")


def pattern_properties(validator: Any, argument: Mapping[str, Any], instance: Any, schema: Any) -> Errors:
    if not isinstance(instance, dict):
        return
    for expression, subschema in argument.items():
        for name, value in instance.items():
            if matches(expression, name):
                yield from validator.descend(value, subschema, path=name, schema_path=expression)


def additional_properties(validator: Any, argument: Any, instance: Any, schema: Any) -> Errors:
    if not isinstance(instance, dict):
        return
    properties = schema.get("properties", ())
    patterns = schema.get("patternProperties", ())
    for name, value in instance.items():
        if name not in properties and not any(matches(expression, name) for expression in patterns):
            yield from validator.descend(value, argument, path=name)


def property_names(validator: Any, argument: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, dict):
        for name in instance:
            yield from validator.descend(name, argument)


def items(validator: Any, argument: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, list):
        for index in range(len(schema.get("prefixItems", ())), len(instance)):
            yield from validator.descend(instance[index], argument, path=index)


def unique_items(validator: Any, argument: bool, instance: Any, schema: Any) -> Errors:
    if argument and isinstance(instance, list):
        spend(len(instance) // 4)
        if len({key_of(item) for item in instance}) < len(instance):
            yield ValidationError("uniqueItems")


def enum(validator: Any, argument: list[Any], instance: Any, schema: Any) -> Errors:
    if key_of(instance) not in allowed_keys(argument):
        yield ValidationError("enum")


def const(validator: Any, argument: Any, instance: Any, schema: Any) -> Errors:
    if key_of(instance) != key_of(argument):
        yield ValidationError("const")


def required(validator: Any, argument: list[str], instance: Any, schema: Any) -> Errors:
    """An error for each name that is missing; the name is its text."""
    if isinstance(instance, dict):
        for name in argument:
            if name not in instance:
                yield ValidationError(name)


def dependent_required(
    validator: Any, argument: Mapping[str, list[str]], instance: Any, schema: Any
) -> Errors:
    if isinstance(instance, dict):
        spend(len(argument) // 8)
        for name, needed in argument.items():
            if name in instance:
                for error in required(validator, needed, instance, schema):
                    error.schema_path.append(name)
                    yield error


def multiple_of(validator: Any, argument: int | float, instance: Any, schema: Any) -> Errors:
    """As decimal numbers: 19.99 is a multiple of 0.01, which it is not among doubles."""
    if isinstance(instance, int | float) and not isinstance(instance, bool):
        both_whole = isinstance(instance, int) and isinstance(argument, int)
        if instance % argument if both_whole else _exact(instance) % _exact(argument):
            yield ValidationError("multipleOf")


def _exact(number: int | float) -> Fraction:
    return Fraction(number) if isinstance(number, int) else Fraction(repr(number))


def reference(validator: Any, argument: str, instance: Any, schema: Any) -> Errors:
    yield from referred(validator, argument).iter_errors(instance)


def unevaluated_properties(validator: Any, argument: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, dict):
        evaluated = evaluated_properties(validator, instance, schema, nested=False)
        for name, value in instance.items():
            if name not in evaluated:
                yield from validator.descend(value, argument, path=name)


def unevaluated_items(validator: Any, argument: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, list):
        evaluated = evaluated_items(validator, instance, schema, nested=False)
        for index, value in enumerate(instance):
            if index not in evaluated:
                yield from validator.descend(value, argument, path=index)


KEYWORDS: Final[dict[str, Callable[..., Errors]]] = {
    "$ref": reference,
    "$dynamicRef": reference,
    "additionalProperties": additional_properties,
    "const": const,
    "dependentRequired": dependent_required,
    "enum": enum,
    "items": items,
    "multipleOf": multiple_of,
    "pattern": pattern,
    "patternProperties": pattern_properties,
    "propertyNames": property_names,
    "required": required,
    "unevaluatedItems": unevaluated_items,
    "unevaluatedProperties": unevaluated_properties,
    "uniqueItems": unique_items,
}
