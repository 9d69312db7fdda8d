"""Values that are written beside a type."""

from __future__ import annotations

from dataclasses import dataclass

from bridgegen.model import Json, Position, TypeExpr


@dataclass(frozen=True, slots=True)
class Sample:
    """A value that was written for a type: a default, or one of its ``examples``."""

    type: TypeExpr
    value: Json
    what: str
    rule: str
    position: Position
    """Where the value stands."""
