"""Schemas of the document: the interface's own, without what cannot cross HTTP, and that of an error."""

from __future__ import annotations

from typing import Any

from bridgegen.model import Name

ERROR: dict[str, Any] = {
    "type": "object",
    "description": "What a failed call answers with.",
    "required": ["code", "message", "fields", "recovery", "http_status", "trace_id", "cause"],
    "properties": {
        "code": {"type": "string", "description": "Stable and dotted."},
        "message": {"type": "string", "description": "What went wrong, and the way out."},
        "fields": {"type": "object", "description": "The values that the message speaks of."},
        "recovery": {
            "enum": ["retry_once", "retry_with_backoff", "failover", "none"],
            "description": "What may help.",
        },
        "http_status": {"type": "integer"},
        "trace_id": {"type": "string", "description": "Finds the error again in logs and events."},
        "cause": {"anyOf": [{"$ref": "#/components/schemas/Error"}, {"type": "null"}]},
    },
}


def in_components(name: Name) -> str:
    """Where the document keeps a named type."""
    return f"#/components/schemas/{name}"


def without_callbacks(schema: dict[str, Any]) -> dict[str, Any]:
    """``schema`` without properties that hold a function of the caller."""
    properties = schema.get("properties")
    if not properties:
        return schema
    kept = {name: part for name, part in properties.items() if not is_callback(part)}
    found = schema | {"properties": kept}
    if "required" in schema:
        found["required"] = [name for name in schema["required"] if name in kept]
        if not found["required"]:
            del found["required"]
    return found


def is_callback(schema: dict[str, Any]) -> bool:
    """Whether a schema is that of a function of the caller."""
    return "x-callback" in schema or any("x-callback" in option for option in schema.get("anyOf", ()))
