"""A part of a schema as a schema of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from llmspell_runtime.schema.budget import spend, spending, weight
from llmspell_runtime.schema.bundling import Bundler, Definitions, whole
from llmspell_runtime.schema.compiling import CompiledSchema
from llmspell_runtime.schema.patterns import matches
from llmspell_runtime.schema.places import NoSuchPlace, at, parts_of, resolver_at, within

_STEP: Final = re.compile(r"(?P<name>[^.\[\]]*)(?P<items>(\[\])*)")


def extract(compiled: CompiledSchema, found: tuple[Any, Any]) -> Any:
    """The schema ``found``, with what resolves its references, in ``compiled``, with all that it refers to there."""
    resolver, schema = found
    definitions = Definitions()
    bundler = Bundler(compiled.schema, definitions, itself=schema)
    part = whole(bundler.copy(resolver, schema), definitions)
    root = compiled.schema
    if isinstance(part, dict) and isinstance(root, dict) and "$schema" in root:
        return {"$schema": root["$schema"], **part}
    return part


def by_pointer(compiled: CompiledSchema, pointer: str) -> tuple[Any, Any]:
    """The schema at a JSON pointer, and what resolves its references. Raises NoSuchPlace."""
    wanted = tuple(parts_of(pointer))
    at(compiled.schema, pointer)
    for place, schema in within(compiled.schema):
        if tuple(map(str, place)) == wanted:
            return _resolver_along(compiled, place), schema
    raise NoSuchPlace("what stands there is not a schema")


def by_property(compiled: CompiledSchema, path: str) -> tuple[Any, Any]:
    """The schema of the property that ``path`` names: "orders[].address.city". Raises NoSuchPlace and TooComplex."""
    found = (resolver_at(compiled.validator._registry, compiled.schema), compiled.schema)
    passed = ""
    with spending():
        for step in path.split("."):
            read = _STEP.fullmatch(step)
            if read is None or not step:
                raise NoSuchPlace(f"{step!r} is not the name of a property; for such a name give a pointer")
            names = [read["name"]] if read["name"] else []
            for name in [*names, *["[]"] * (len(read["items"]) // 2)]:
                inner = next(_lookup(*found, name, set()), None)
                if inner is None:
                    where = f"in {passed!r}" if passed else "at its top"
                    raise NoSuchPlace(
                        f"there are no items {where}" if name == "[]" else f"there is no {name!r} {where}"
                    )
                passed += name if name == "[]" or not passed else f".{name}"
                found = inner
    return found


def _lookup(resolver: Any, schema: Any, name: str, seen: set[int]) -> Iterator[tuple[Any, Any]]:
    """The schemas of a property (or "[]", the items) in ``schema`` and in what holds beside it, nearest first."""
    spend(weight(schema))
    if not isinstance(schema, dict) or id(schema) in seen:
        return
    seen.add(id(schema))
    for part in _direct(schema, name):
        yield _inside(resolver, part), part
    for keyword in ("$ref", "$dynamicRef"):
        if keyword in schema:
            resolved = resolver.lookup(schema[keyword])
            yield from _lookup(resolved.resolver, resolved.contents, name, seen)
    beside = [part for keyword in ("allOf", "anyOf", "oneOf") for part in schema.get(keyword, [])]
    beside += [schema[keyword] for keyword in ("if", "then", "else") if keyword in schema]
    for part in beside:
        yield from _lookup(_inside(resolver, part), part, name, seen)


def _direct(schema: dict[str, Any], name: str) -> Iterator[Any]:
    if name == "[]":
        if "items" in schema:
            yield schema["items"]
        return
    if name in schema.get("properties", {}):
        yield schema["properties"][name]
    for pattern, part in schema.get("patternProperties", {}).items():
        if matches(pattern, name):
            yield part
    if isinstance(schema.get("additionalProperties"), dict):
        yield schema["additionalProperties"]


def _inside(resolver: Any, schema: Any) -> Any:
    from referencing.jsonschema import DRAFT202012

    return (
        resolver.in_subresource(DRAFT202012.create_resource(schema)) if isinstance(schema, dict) else resolver
    )


def _resolver_along(compiled: CompiledSchema, place: tuple[str | int, ...]) -> Any:
    """What resolves the references at ``place``: each ``$id`` on the way there counts."""
    resolver = resolver_at(compiled.validator._registry, compiled.schema)
    found = compiled.schema
    schemas = {id(part) for _, part in within(compiled.schema) if isinstance(part, dict)}
    for step in place:
        found = found[step]
        if id(found) in schemas:
            resolver = _inside(resolver, found)
    return resolver
