"""Where things stand in a schema: pointers, references and the schemas within a schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from referencing.jsonschema import DRAFT202012

_INDEX: Final = re.compile(r"0|[1-9][0-9]*")

MAPS: Final = frozenset({"$defs", "definitions", "dependentSchemas", "patternProperties", "properties"})
"""Keywords whose values are schemas by name."""
LISTS: Final = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
"""Keywords whose values are lists of schemas."""
SINGLES: Final = frozenset(
    {
        "additionalProperties", "contains", "contentSchema", "else", "if", "items", "not", "propertyNames", "then",
        "unevaluatedItems", "unevaluatedProperties",
    }
)  # fmt: skip
"""Keywords whose values are schemas."""


class NoSuchPlace(LookupError):
    """Nothing stands at a pointer; the message says how far it leads."""


def parts_of(pointer: str) -> list[str]:
    """The parts of a JSON pointer, with or without "#" before it. Raises NoSuchPlace when it is none."""
    text = pointer.removeprefix("#")
    if text and not text.startswith("/"):
        raise NoSuchPlace("a JSON pointer begins with '/', as in '/properties/name'")
    return [part.replace("~1", "/").replace("~0", "~") for part in text.split("/")[1:]]


def at(document: Any, pointer: str) -> Any:
    """What stands at ``pointer``. Raises NoSuchPlace."""
    found, passed = document, ""
    for part in parts_of(pointer):
        if isinstance(found, dict) and part in found:
            found = found[part]
        elif isinstance(found, list) and _INDEX.fullmatch(part) and len(part) < 10 and int(part) < len(found):
            found = found[int(part)]
        else:
            raise NoSuchPlace(
                f"there is no {part!r} at {passed!r}" if passed else f"there is no {part!r} in it"
            )
        passed += "/" + part.replace("~", "~0").replace("/", "~1")
    return found


def within(schema: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """``schema`` and every schema in it, with their places, from the outside in."""
    pending: list[tuple[tuple[str | int, ...], Any]] = [((), schema)]
    while pending:
        place, part = pending.pop()
        yield place, part
        if isinstance(part, dict):
            pending.extend(reversed([((*place, *steps), inner) for steps, inner in children(part)]))


def children(schema: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """The schemas directly in ``schema``, with the steps that lead to them."""
    for keyword, argument in schema.items():
        if keyword in SINGLES and isinstance(argument, dict | bool):
            yield (keyword,), argument
        elif keyword in LISTS and isinstance(argument, list):
            yield from (((keyword, index), part) for index, part in enumerate(argument))
        elif keyword in MAPS and isinstance(argument, dict):
            yield from (((keyword, name), part) for name, part in argument.items())


def resolver_at(registry: Any, schema: Any) -> Any:
    """What resolves the references of ``schema``, a whole one that ``registry`` knows the documents of."""
    return registry.resolver_with_root(DRAFT202012.create_resource(schema))
