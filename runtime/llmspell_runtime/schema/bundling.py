"""Parts of a schema that stand by themselves: what they refer to comes along under ``$defs``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from bridge_runtime.values import canonical_json

from llmspell_runtime.schema.issues import pointer
from llmspell_runtime.schema.places import LISTS, MAPS, SINGLES, within

_LEFT_BEHIND = ("$defs", "definitions", "$id", "$anchor", "$schema")


class Definitions:
    """What is collected under ``$defs``; the parts of several schemas may share one."""

    def __init__(self) -> None:
        self.schemas: dict[str, Any] = {}

    def free_name(self, wanted: str) -> str:
        """``wanted``, or with a number behind it when another definition has that name."""
        name, number = wanted, 2
        while name in self.schemas:
            name, number = f"{wanted}_{number}", number + 1
        return name


class Bundler:
    """Copies parts of one schema, so that their references lead to ``definitions``."""

    def __init__(self, root: Any, definitions: Definitions, *, itself: Any = None) -> None:
        """``itself`` is the part that will be the whole new schema, to which "#" refers."""
        self._names: dict[int, str] = {}
        self._definitions = definitions
        self._places = {id(part): place for place, part in within(root) if isinstance(part, dict)}
        self._itself = itself
        self._base = root.get("$id", "") if isinstance(root, dict) else ""

    def copy(self, resolver: Any, schema: Any) -> Any:
        """``schema``, whose references ``resolver`` knows, without definitions and names of its own."""
        if not isinstance(schema, dict):
            return schema
        found: dict[str, Any] = {}
        for keyword, argument in schema.items():
            if keyword in _LEFT_BEHIND:
                continue
            if keyword in ("$ref", "$dynamicRef") and isinstance(argument, str):
                found[keyword] = self._reference(resolver, keyword, argument)
            else:
                found[keyword] = self._argument(resolver, keyword, argument)
        return found

    def _argument(self, resolver: Any, keyword: str, argument: Any) -> Any:
        if keyword in SINGLES:
            return self._inner(resolver, argument)
        if keyword in LISTS and isinstance(argument, list):
            return [self._inner(resolver, part) for part in argument]
        if keyword in MAPS and isinstance(argument, dict):
            return {name: self._inner(resolver, part) for name, part in argument.items()}
        return argument

    def _inner(self, resolver: Any, schema: Any) -> Any:
        from referencing.jsonschema import DRAFT202012

        if not isinstance(schema, dict):
            return schema
        return self.copy(resolver.in_subresource(DRAFT202012.create_resource(schema)), schema)

    def _reference(self, resolver: Any, keyword: str, reference: str) -> str:
        resolved = resolver.lookup(reference)
        target = resolved.contents
        if isinstance(target, dict) and id(target) not in self._places:
            return reference if reference.startswith("#") else urljoin(self._base, reference)
        if target is self._itself:
            return reference if keyword == "$dynamicRef" else "#"
        name = self._name(resolved.resolver, target, reference)
        return reference if keyword == "$dynamicRef" else "#" + pointer(("$defs", name))

    def _name(self, resolver: Any, target: Any, reference: str) -> str:
        """The definition that ``target`` has become, or becomes now."""
        if isinstance(target, dict) and id(target) in self._names:
            return self._names[id(target)]
        place = self._places.get(id(target), ()) if isinstance(target, dict) else (reference,)
        wanted = str(place[-1]).rpartition("/")[2].lstrip("#") if place else "root"
        name = self._definitions.free_name(wanted or "root")
        self._names[id(target)] = name
        self._definitions.schemas[name] = True  # keeps the name while the definition is being copied
        self._definitions.schemas[name] = self.copy(resolver, target)
        return name


def whole(schema: Any, definitions: Definitions) -> Any:
    """``schema`` with ``definitions``, where there are any."""
    if not definitions.schemas or not isinstance(schema, dict):
        return schema
    return {**schema, "$defs": definitions.schemas}


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are equal."""
    return canonical_json(one) == canonical_json(other)


def steps(resolver: Any, schema: Any) -> Iterator[tuple[Any, Any]]:
    """The schemas that ``schema`` leads to directly: its parts, and what it refers to."""
    from referencing.jsonschema import DRAFT202012

    if not isinstance(schema, dict):
        return
    for keyword in ("$ref", "$dynamicRef"):
        if isinstance(schema.get(keyword), str):
            resolved = resolver.lookup(schema[keyword])
            yield resolved.resolver, resolved.contents
    for part in DRAFT202012.subresources_of(schema):
        yield resolver.in_subresource(DRAFT202012.create_resource(part)), part


def leads_back(resolver: Any, schema: Any) -> bool:
    """Whether a part of ``schema`` leads back to itself."""
    under_way: set[int] = {id(schema)}
    finished: set[int] = set()
    path = [(schema, steps(resolver, schema))]
    while path:
        current, further = path[-1]
        entry = next(further, None)
        if entry is None:
            under_way.discard(id(current))
            finished.add(id(current))
            path.pop()
        elif not isinstance(entry[1], dict) or id(entry[1]) in finished:
            continue
        elif id(entry[1]) in under_way:
            return True
        else:
            under_way.add(id(entry[1]))
            path.append((entry[1], steps(*entry)))
    return False
