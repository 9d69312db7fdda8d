"""What the document calls things, and where it keeps them."""

from __future__ import annotations

from bridgegen.model import Event, Name

CORRELATION = "correlation"
"""The one correlation id that all messages share."""


def address(event: Event) -> str:
    """The channel's address, and its name: the type, which is what a subscriber asks for."""
    return event.name


def operation(type: str) -> str:
    """What the document calls the sending of an event."""
    return f"send.{type}"


def message(type: str) -> str:
    """Where the message of an event is."""
    return f"#/components/messages/{type}"


def schema(name: Name) -> str:
    """Where the schema of a named type is."""
    return f"#/components/schemas/{name}"


def tag(module: str) -> str:
    """Where the tag of a module is."""
    return f"#/components/tags/{module}"
