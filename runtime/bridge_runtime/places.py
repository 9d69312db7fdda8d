"""Where in a caller's value a validation error lies, followed through the types that were expected.

Pydantic's locations name the members of unions beside fields and indexes (``steps, 0, tool, id``), and an
error says of a field nobody knows no more than its name. The types tell both apart, and know the other fields.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from typing_extensions import is_typeddict


class Place:
    """A place in a value: the path that users read, and what is expected at it."""

    def __init__(self, location: Sequence[str | int], value: object, kind: Any) -> None:
        """``location`` as pydantic gives it; ``value`` was validated as ``kind``, or as what is not known: None."""
        self.path = ""
        """``config.tools[2].name``."""
        self.kind = _bare(kind)
        """The type that is expected there; None when the types do not tell."""
        self.parent: Any = None
        """The type of what holds it."""
        for index, step in enumerate(location):
            is_last = index == len(location) - 1
            if _is_union(self.kind):
                self.kind = _member(self.kind, step)
                continue
            found, entered = _entered(value, step)
            if self.kind is None and not found and not is_last:
                continue  # the mark of a union that the types do not show
            value = entered
            self.path += f"[{step}]" if isinstance(step, int) else f".{step}" if self.path else step
            self.parent, self.kind = self.kind, _inner(self.kind, step)

    @property
    def siblings(self) -> list[str]:
        """The names of the fields that are expected beside it, as JSON has them."""
        return list(_fields(self.parent))

    @property
    def tags(self) -> list[str]:
        """What tells apart the members of the union that is expected there."""
        return [tag for member in get_args(self.kind) for tag in _tags(_bare(member))]


def _bare(kind: Any) -> Any:
    """``kind`` without aliases, annotations and null."""
    while True:
        if hasattr(kind, "__value__"):
            kind = kind.__value__
        elif get_origin(kind) in (Annotated, NotRequired):
            kind = get_args(kind)[0]
        elif _is_union(kind) and len(members := _not_null(kind)) == 1:
            kind = members[0]
        else:
            return kind


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType)


def _not_null(union: Any) -> list[Any]:
    return [member for member in get_args(union) if member is not types.NoneType]


def _member(union: Any, mark: str | int) -> Any:
    """The member that pydantic calls ``mark``: by its tag, or by its name; None when it is neither."""
    for member in map(_bare, _not_null(union)):
        if mark in _tags(member) or mark == getattr(member, "__name__", None):
            return member
    return None


def _tags(member: Any) -> list[str]:
    if not (isinstance(member, type) and issubclass(member, BaseModel)):
        return []
    kinds = [_bare(field.annotation) for field in member.model_fields.values()]
    return [tag for kind in kinds if get_origin(kind) is Literal for tag in get_args(kind)]


def _fields(kind: Any) -> dict[str, Any]:
    """The fields of a record or of an argument list by their JSON names, with their types."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
    return get_type_hints(kind, include_extras=True) if is_typeddict(kind) else {}


def _inner(kind: Any, step: str | int) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (list, Sequence) and isinstance(step, int):
        return _bare(arguments[0])
    if origin in (dict, Mapping):
        return _bare(arguments[1])
    return _bare(_fields(kind).get(str(step)))


def _entered(value: object, step: str | int) -> tuple[bool, object]:
    if isinstance(value, Mapping) and step in value:
        return True, value[step]
    if isinstance(step, int) and isinstance(value, list | tuple) and -len(value) <= step < len(value):
        return True, value[step]
    if isinstance(value, BaseModel) and isinstance(step, str) and hasattr(value, step):
        return True, getattr(value, step)
    return False, None
