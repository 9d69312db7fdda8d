"""Which arguments a surface with types of its own need not have validated: those its types already guarantee.

C's ``int64_t``, ``bool`` and enumerations, text that was decoded from UTF-8, and handles that are looked up leave
nothing for a validator to find, unless the interface declares a constraint. A ``double`` may be infinite, so it is
looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bridge_runtime.strictness import Resolve, Schema

if TYPE_CHECKING:
    from bridge_runtime.signatures import Incoming

Conversion = Callable[[Any], Any]
"""Makes of an argument what the service takes; None when it is not guaranteed after all."""

Guarantee = Callable[["Incoming"], Conversion | None]
"""Gives the conversion of one argument in one session; None when it is taken as it is."""

_AS_IT_IS = frozenset({"str", "int", "bool"})
_NO_CONSTRAINT = frozenset({"type", "strict", "metadata", "ref"})


def guarantees(fields: dict[str, Schema], resolve: Resolve) -> tuple[Guarantee, ...] | None:
    """Of each argument, in order; None when one is optional, or has anything that must be validated.

    ``fields`` are those of the arguments' schema, before it was made strict.
    """
    made = []
    for field in fields.values():
        guarantee = _guarantee(field["schema"], resolve) if field.get("required") else None
        if guarantee is None:
            return None
        made.append(guarantee)
    return tuple(made)


def _guarantee(schema: Schema, resolve: Resolve) -> Guarantee | None:
    if schema["type"] == "definition-ref":
        schema = resolve(schema)
    kind = schema["type"]
    if kind == "enum":
        members = {member.value: member for member in schema["members"]}
        return lambda _: members.get
    resource = (schema.get("metadata") or {}).get("bridge_handle")
    if resource is not None:
        return lambda incoming: lambda value: incoming.handle(resource, value)
    if not schema.keys() <= _NO_CONSTRAINT:
        return None
    if kind == "float":
        return lambda _: _finite
    return (lambda _: None) if kind in _AS_IT_IS else None


def _finite(value: float) -> float | None:
    return value if value - value == 0 else None
