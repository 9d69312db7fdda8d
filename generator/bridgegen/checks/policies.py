"""What ``memoize`` and ``batch`` ask of a function: neither keeps a live thing, nor what belongs to one caller."""

from __future__ import annotations

from collections.abc import Iterator

from bridgegen.diagnostics import Report
from bridgegen.model import (
    CallbackOf,
    Function,
    HandleOf,
    Interface,
    ListOf,
    MapOf,
    Nullable,
    Ref,
    TypeExpr,
)


def check_policies(interface: Interface, function: Function, report: Report) -> None:
    """Reports a function that says ``memoize`` or ``batch`` and cannot mean it."""
    name = function.name.local
    if function.memoize is not None:
        for reason in _against_memoize(interface, function):
            report.error(
                "function-memoize", f"results of function {name} cannot be kept: {reason}", function.position
            )
    if function.batch:
        for reason in _against_batch(interface, function):
            report.error(
                "function-batch", f"function {name} cannot be part of a batch: {reason}", function.position
            )


def _against_memoize(interface: Interface, function: Function) -> Iterator[str]:
    yield from _against_batch(interface, function)
    if function.result is None:
        yield "it has none"
    elif _holds(interface, function.result, HandleOf):
        yield "its result is a live resource"
    if function.releases is not None:
        yield f"it releases a {function.releases.local}"


def _against_batch(interface: Interface, function: Function) -> Iterator[str]:
    if function.streams is not None:
        yield "it gives a stream"
    for parameter in function.parameters:
        if _holds(interface, parameter.type, CallbackOf):
            yield f"parameter {parameter.name!r} holds a function of the caller"
    if function.result is not None and _holds(interface, function.result, CallbackOf):
        yield "its result holds a function"


def _holds(interface: Interface, expr: TypeExpr, kind: type[HandleOf] | type[CallbackOf]) -> bool:
    match expr:
        case HandleOf() | CallbackOf():
            return isinstance(expr, kind)
        case Nullable(inner) | ListOf(inner) | MapOf(inner):
            return _holds(interface, inner, kind)
        case Ref(named):
            # A handle is a parameter or a result, never part of a named type.
            facts = interface.facts.get(named)
            return kind is CallbackOf and facts is not None and facts.has_callback
    return False
