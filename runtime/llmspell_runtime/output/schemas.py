"""What values of each format look like, as JSON Schema; and checking values against schemas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from llmspell.output.types import Format, FormatIssue
from llmspell.shared.errors import InvalidSchema

from llmspell_runtime.tool.schemas import Checker, SchemaError, checker

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final = {"type": "string"}
_BLOCKS: Final = {"type": "array", "items": {"$ref": "#/$defs/block"}}


def _block(kind: str, description: str, required: list[str], /, **properties: Any) -> dict[str, Any]:
    return {
        "description": description,
        "type": "object",
        "properties": {"type": {"const": kind}, **properties},
        "required": ["type", *required],
        "additionalProperties": False,
    }


_CELLS: Final = {"type": "array", "items": _TEXT, "minItems": 1}
_BLOCK_TYPES: Final = [
    _block("heading", "A heading.", ["level", "text"], level={"enum": [1, 2, 3, 4, 5, 6]}, text=_TEXT),
    _block("paragraph", "Lines of text.", ["text"], text={"type": "string", "minLength": 1}),
    _block(
        "list",
        "A list; each item is a list of blocks.",
        ["ordered", "items"],
        ordered={"type": "boolean"},
        start={
            "type": "integer",
            "minimum": 0,
            "maximum": 999999999,
            "description": "The first number; 1 when left out.",
        },
        items={"type": "array", "items": _BLOCKS, "minItems": 1},
    ),
    _block("quote", "A quotation.", ["blocks"], blocks=_BLOCKS),
    _block(
        "table",
        "A table.",
        ["header", "rows"],
        header=_CELLS,
        align={"type": "array", "items": {"enum": ["", "left", "center", "right"]}},
        rows={"type": "array", "items": _CELLS},
    ),
    _block("code", "A code block.", ["text"], language=_TEXT, text=_TEXT),
    _block("html", "A block of HTML.", ["text"], text={"type": "string", "minLength": 1}),
    _block("rule", "A line across.", []),
]
_ELEMENT: Final = {
    "description": "An element: its text; or attributes as @name with text beside them as #text, or child elements by "
    "name, or text and children in their order under #content.",
    "anyOf": [
        _TEXT,
        {
            "type": "object",
            "properties": {
                "#text": _TEXT,
                "#content": {"type": "array", "items": {"anyOf": [_TEXT, {"$ref": "#/$defs/one"}]}},
            },
            "patternProperties": {"^@": _TEXT},
            "additionalProperties": {
                "anyOf": [
                    {"$ref": "#/$defs/element"},
                    {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/element"}},
                ]
            },
        },
    ],
}
_ONE: Final = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": {"$ref": "#/$defs/element"},
}

SCHEMAS: Final[dict[Format, dict[str, Any]]] = {
    Format.JSON: {"$schema": _DIALECT, "title": "Any JSON value"},
    Format.YAML: {"$schema": _DIALECT, "title": "Any JSON value"},
    Format.XML: {
        "$schema": _DIALECT,
        "title": "An XML document: its root element by name",
        **_ONE,
        "$defs": {"element": _ELEMENT, "one": _ONE},
    },
    Format.MARKDOWN: {
        "$schema": _DIALECT,
        "title": "Blocks of Markdown",
        **_BLOCKS,
        "$defs": {"block": {"oneOf": _BLOCK_TYPES}},
    },
    Format.PLAIN: {"$schema": _DIALECT, "title": "Text", "type": "string"},
}


def prepared(schema: Mapping[str, Any] | None) -> Checker | None:
    """What checks values against a schema; raises InvalidSchema."""
    if schema is None:
        return None
    try:
        return checker(schema, any_value=True)
    except SchemaError as error:
        raise InvalidSchema(reason=str(error)) from None


def issues_of(check: Checker | None, value: Any) -> list[FormatIssue]:
    """In what ``value`` does not meet its schema."""
    if check is None:
        return []
    return [FormatIssue(message=issue.message, path=issue.path) for issue in check.issues(value)]


def told(issues: list[FormatIssue]) -> str:
    """Issues as one line; the first of many."""
    lines = [f"{issue.message} (at {issue.path})" if issue.path else issue.message for issue in issues[:5]]
    more = f"; and {len(issues) - 5} more" if len(issues) > 5 else ""
    return "; ".join(lines) + more


def block_problem(value: Any) -> tuple[str, str] | None:
    """Where and why ``value`` is not a list of blocks; None when it is one."""
    if not isinstance(value, list):
        return "", "it is not a list of blocks; output.get_schema tells what blocks are"
    at, blocks = "", value
    return _first_problem(blocks, at)


def _first_problem(blocks: list[Any], at: str) -> tuple[str, str] | None:
    by_type = {schema["properties"]["type"]["const"]: schema for schema in _BLOCK_TYPES}
    for number, block in enumerate(blocks):
        place = f"{at}/{number}"
        kind = block.get("type") if isinstance(block, dict) else None
        if not isinstance(kind, str) or kind not in by_type:
            return place, f"a block is an object whose 'type' is one of {', '.join(by_type)}"
        flat = {
            key: item for key, item in by_type[kind]["properties"].items() if key not in ("blocks", "items")
        }
        schema = {**by_type[kind], "properties": {**flat, "blocks": _LIST, "items": _LISTS}}
        if kind not in ("quote", "list"):
            schema["properties"] = flat
        found = checker(schema, any_value=True).issues(block)
        if found:
            return f"{place}{found[0].path}", found[0].message
        inner = [(f"{place}/blocks", block["blocks"])] if kind == "quote" else []
        if kind == "list":
            inner = [(f"{place}/items/{index}", item) for index, item in enumerate(block["items"])]
        for path, more in inner:
            problem = _first_problem(more, path)
            if problem is not None:
                return problem
    return None


_LIST: Final = {"type": "array"}
_LISTS: Final = {"type": "array", "items": {"type": "array"}, "minItems": 1}
