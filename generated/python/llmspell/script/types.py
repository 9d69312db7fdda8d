"""Types of script."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from bridge_runtime.records import Record


class HandlerInfo(Record):
    """A registered handler."""

    name: str
    """What it is called by."""
    description: str | None = None
    """What it does; as it was registered."""


ScriptHandler: TypeAlias = Callable[[Any], Any | Awaitable[Any]]
"""Does the work of a handler.

Called with (input).

Args:
    input: Any JSON value.
"""
