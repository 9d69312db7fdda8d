"""Names of types: those of the interface, whose values are checked, and those that a program makes up."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

from bridge_runtime.records import holds_callback
from bridge_runtime.values import canonical_json
from llmspell._interface import INTERFACE
from pydantic import TypeAdapter, ValidationError

TEXT: Final = "text"
"""The one name of a type that needs no module: any string."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*")
_LENGTH: Final = 100


class WrongType(ValueError):
    """A value is not of the type that it is said to be; the message says what is wrong with it."""


def problem_of(name: str) -> str | None:
    """Why ``name`` names no type; None when it does.

    ``text`` and ``module.Type`` of the interface name its types. Any other name of words joined by dots is a
    program's own, unless it begins with a module of the interface: then it is a slip of the pen.
    """
    if not _NAME.fullmatch(name) or len(name) > _LENGTH:
        return f"{name!r} is no name of a type: words of letters, digits and underscores, joined by dots"
    module = name.partition(".")[0]
    if name == TEXT or module not in INTERFACE.modules or _adapter(name) is not None:
        return None
    names = names_of(module)
    if name in names:
        return f"{name!r} holds functions, which cannot be converted"
    similar = get_close_matches(name, names, n=1, cutoff=0.7)
    return f"the module {module} has no type {name!r}{f'; it has {similar[0]!r}' if similar else ''}"


def is_own(name: str) -> bool:
    """Whether ``name`` is one that a program made up, and whose values may be any JSON."""
    return name != TEXT and name.partition(".")[0] not in INTERFACE.modules


def checked(value: Any, name: str) -> Any:
    """``value`` as JSON of the type called ``name``; raises WrongType."""
    adapter = _adapter(name)
    if adapter is None:
        return value
    try:
        typed = adapter.validate_json(canonical_json(value))
    except ValidationError as error:
        raise WrongType(_reason(error)) from None
    return adapter.dump_python(typed, mode="json", exclude_unset=True, by_alias=True)


def names_of(module: str) -> list[str]:
    """The types of one module of the interface, by their full names."""
    types = import_module(f"llmspell.{module}.types")
    return [
        f"{module}.{name}"
        for name in dir(types)
        if name[:1].isupper() and getattr(getattr(types, name), "__module__", "") == types.__name__
    ]


@lru_cache(maxsize=512)
def _adapter(name: str) -> TypeAdapter[Any] | None:
    """What checks the type called ``name``; None when the interface has none, or it holds functions."""
    if name == TEXT:
        return TypeAdapter(str)
    module, _, local = name.partition(".")
    if module not in INTERFACE.modules or name not in names_of(module):
        return None
    adapter: TypeAdapter[Any] = TypeAdapter(getattr(import_module(f"llmspell.{module}.types"), local))
    schema: Any = adapter.core_schema
    definitions = {found["ref"]: found for found in schema.get("definitions", ())}
    if holds_callback(schema, lambda reference: definitions.get(reference["schema_ref"], {}), set()):
        return None
    return adapter


def _reason(error: ValidationError) -> str:
    faults = error.errors(include_url=False, include_input=False)
    return "; ".join(f"{'.'.join(map(str, fault['loc'])) or 'value'}: {fault['msg']}" for fault in faults[:5])
