"""How a session is opened: its permissions, limits and habits, read from what its opener gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bridge_runtime import spec
from bridge_runtime.errors import InvalidArgument
from bridge_runtime.values import show

if TYPE_CHECKING:
    from bridge_runtime.session import Session


@dataclass(frozen=True, slots=True)
class Limits:
    """What a session may use at most; None is no limit."""

    call_seconds: float | None = None
    """Longest time of one asynchronous call."""
    handles: int | None = None
    """Live resources at a time."""


@dataclass(frozen=True, slots=True)
class SessionOptions:
    """How a session was opened."""

    permissions: Mapping[str, Any] = field(default_factory=dict)
    record_events: bool = False
    limits: Limits = field(default_factory=Limits)
    name: str = ""


def read_options(
    interface: spec.Interface, options: Mapping[str, Any] | None, parent: Session | None
) -> SessionOptions:
    """The options of a session; raises InvalidArgument for what makes no sense."""
    given: Any = {} if options is None else options
    if not isinstance(given, Mapping):
        raise _bad_option("", "an object with options", given)
    known = SessionOptions.__dataclass_fields__
    for name in given:
        if name not in known:
            raise _bad_option(str(name), f"one of the options {', '.join(known)}", name)
    permissions = given.get("permissions")
    if permissions is None:
        permissions = interface.default_grants if parent is None else parent.permissions.to_json()
    elif not isinstance(permissions, Mapping):
        raise _bad_option("permissions", "an object: permission to true or a list", permissions)
    record = given.get("record_events", False)
    if not isinstance(record, bool):
        raise _bad_option("record_events", "true or false", record)
    name = given.get("name", "")
    if not isinstance(name, str):
        raise _bad_option("name", "a string", name)
    return SessionOptions(dict(permissions), record, _read_limits(given.get("limits")), name)


def _read_limits(given: Any) -> Limits:
    if given is None:
        return Limits()
    if isinstance(given, Limits):
        return given
    if not isinstance(given, Mapping):
        raise _bad_option("limits", "an object with limits", given)
    for name, value in given.items():
        if name not in Limits.__dataclass_fields__:
            raise _bad_option(
                f"limits.{name}", f"one of the limits {', '.join(Limits.__dataclass_fields__)}", name
            )
        kind: Any = int if name == "handles" else int | float
        if value is not None and (isinstance(value, bool) or not isinstance(value, kind) or value <= 0):
            raise _bad_option(f"limits.{name}", "a number above zero", value)
    return Limits(**given)


def _bad_option(path: str, expected: str, given: object) -> InvalidArgument:
    shown = show(given)
    problems = [{"path": path, "expected": expected, "given": shown}]
    return InvalidArgument(
        function="session options",
        detail=f"{path or 'options'}: expected {expected}, given {shown}",
        problems=problems,
    )
