"""What a schema says, without checking anything against it."""

from __future__ import annotations

from typing import Any

from llmspell_runtime.schema.documents import DIALECT
from llmspell_runtime.schema.places import SINGLES, within


def describe(schema: Any, *, recursive: bool) -> dict[str, Any]:
    """The facts about a valid ``schema``, as the interface's ``SchemaInfo`` has them."""
    parts = list(within(schema))
    schemas = [part for _, part in parts if isinstance(part, dict)]
    top = schema if isinstance(schema, dict) else {}
    kinds = top.get("type", [])
    found: dict[str, Any] = {
        "types": [kinds] if isinstance(kinds, str) else kinds,
        "dialect": str(top.get("$schema", DIALECT)).rstrip("#"),
        "properties": list(top.get("properties", {})),
        "required": list(top.get("required", [])),
        "definitions": list(top.get("$defs", {})),
        "references": _every(schemas, "$ref"),
        "formats": _every(schemas, "format"),
        "keywords": sorted({keyword for part in schemas for keyword in part}),
        "depth": 1 + max(_levels(place) for place, _ in parts),
        "subschemas": len(parts),
        "recursive": recursive,
    }
    for name, keyword in (("title", "title"), ("description", "description"), ("id", "$id")):
        if isinstance(top.get(keyword), str):
            found[name] = top[keyword]
    return found


def _every(schemas: list[dict[str, Any]], keyword: str) -> list[str]:
    return sorted({part[keyword] for part in schemas if isinstance(part.get(keyword), str)})


def _levels(place: tuple[str | int, ...]) -> int:
    """How many schemas a place is within; a keyword with schemas by name or in a list takes two steps for one."""
    levels, index = 0, 0
    while index < len(place):
        index += 1 if place[index] in SINGLES else 2
        levels += 1
    return levels
