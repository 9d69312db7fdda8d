"""Which properties and items other keywords have looked at: what ``unevaluatedProperties`` and ``unevaluatedItems`` leave alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from llmspell_runtime.schema.budget import spend, weight
from llmspell_runtime.schema.patterns import matches
from llmspell_runtime.schema.referring import referred


def evaluated_properties(
    validator: Any, instance: Mapping[str, Any], schema: Any, *, nested: bool
) -> set[str]:
    """Names in ``instance`` that ``schema`` says something about; with ``nested``, as part of another schema."""
    spend(weight(schema))
    if not isinstance(schema, dict):
        return set()
    if "additionalProperties" in schema or (nested and "unevaluatedProperties" in schema):
        return set(instance)
    found = {name for name in schema.get("properties", ()) if name in instance}
    for pattern in schema.get("patternProperties", ()):
        found.update(name for name in instance if matches(pattern, name))
    for inner, subschema in _applied(validator, instance, schema):
        found |= evaluated_properties(inner, instance, subschema, nested=True)
    return found


def evaluated_items(validator: Any, instance: Sequence[Any], schema: Any, *, nested: bool) -> set[int]:
    """Indexes of ``instance`` that ``schema`` says something about; with ``nested``, as part of another schema."""
    spend(weight(schema))
    if not isinstance(schema, dict):
        return set()
    if "items" in schema or (nested and "unevaluatedItems" in schema):
        return set(range(len(instance)))
    found = set(range(min(len(schema.get("prefixItems", ())), len(instance))))
    if "contains" in schema:
        containing = validator.evolve(schema=schema["contains"])
        found.update(index for index, item in enumerate(instance) if containing.is_valid(item))
    for inner, subschema in _applied(validator, instance, schema):
        found |= evaluated_items(inner, instance, subschema, nested=True)
    return found


def _applied(validator: Any, instance: Any, schema: Mapping[str, Any]) -> Iterator[tuple[Any, Any]]:
    """The schemas within ``schema`` that hold for ``instance`` itself, with the validators that know their place."""
    for keyword in ("$ref", "$dynamicRef"):
        if keyword in schema:
            there = referred(validator, schema[keyword])
            yield there, there.schema
    candidates = [*schema.get("allOf", ()), *schema.get("anyOf", ()), *schema.get("oneOf", ())]
    if isinstance(instance, dict):
        candidates += [part for name, part in schema.get("dependentSchemas", {}).items() if name in instance]
    if "if" in schema:
        met = validator.within(schema["if"]).is_valid(instance)
        candidates += [schema["if"], schema.get("then", True)] if met else [schema.get("else", True)]
    for candidate in candidates:
        inner = validator.within(candidate)
        if inner.is_valid(instance):
            yield inner, candidate
