"""Argument schemas: JSON Schema 2020-12 that stands by itself, checked and prepared once per schema."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from bridge_runtime.values import read_json

from llmspell_runtime.schema.budget import TooComplex
from llmspell_runtime.schema.compiling import CompiledSchema, SchemaFault, compile_alone, schema_text

ANY_OBJECT: Final[dict[str, Any]] = {"type": "object"}
"""The schema of a tool that names no parameters."""

MAX_ISSUES: Final = 50
"""Faults listed at most; a caller mends them and asks again."""
_OTHERS: Final = ("array", "boolean", "integer", "null", "number", "string")


class SchemaError(ValueError):
    """The schema cannot be used; the message says why."""


class Issue(NamedTuple):
    """One fault: a JSON pointer into the arguments, and what is wrong there."""

    path: str
    message: str


class Checker:
    """Checks arguments against one schema."""

    def __init__(self, compiled: CompiledSchema | None) -> None:
        self._compiled = compiled

    def issues(self, arguments: Any) -> list[Issue]:
        """Every fault of ``arguments``, in the order of their paths; empty when they fit."""
        if self._compiled is None:
            return []
        try:
            found = self._compiled.issues(arguments, MAX_ISSUES)
        except TooComplex as error:
            return [Issue("", str(error))]
        return [Issue(issue.path, issue.message) for issue in found]


_ACCEPT_ALL: Final = Checker(None)


def checker(schema: Mapping[str, Any], *, any_value: bool = False) -> Checker:
    """The checker of ``schema``; equal schemas share one. Raises SchemaError.

    Arguments are objects, so that a schema of anything else is refused; not so with ``any_value``.
    """
    if schema == ANY_OBJECT and not any_value:
        return _ACCEPT_ALL
    try:
        return _prepared(schema_text(dict(schema)), any_value)
    except SchemaFault as error:
        raise SchemaError(str(error)) from None


@lru_cache(maxsize=512)
def _prepared(text: str, any_value: bool) -> Checker:
    from llmspell_runtime.schema.documents import Unresolved

    schema = read_json(text)
    if not any_value and schema.get("type") in _OTHERS:
        raise SchemaError(
            f"arguments are an object, and its type is {schema['type']!r}; write 'type': 'object'"
        )
    try:
        return Checker(compile_alone(schema, formats=False))
    except Unresolved as error:
        raise SchemaError(f"nothing stands at the $ref {error.reference!r}: {error}") from None
