"""What the Python target refuses, each as a diagnostic at the YAML line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bridgegen.diagnostics import Diagnostic
from bridgegen.model import Function, Interface, Module, Record, Ref, TypeExpr, expressions, named_in
from bridgegen.targets.python import names


def check(interface: Interface, module: Module) -> Sequence[Diagnostic]:
    """Every diagnostic of ``module``."""
    spreads = (diagnostic for function in module.functions for diagnostic in _spread(interface, function))
    return [*_circles(interface, module), *spreads]


def _circles(interface: Interface, module: Module) -> Iterator[Diagnostic]:
    """Types of two modules that need each other would be two Python modules that import each other.

    Of the modules in a circle, the one that interface.yaml names first reports it.
    """
    circle = _circle(interface, module)
    first = next((other.name for other in interface.modules if other.name in circle), "")
    if first == module.name:
        message = (
            f"the types of {' → '.join([*circle, circle[0]])} need each other, and Python modules cannot import "
            "each other in a circle; move the types that both need into a module of their own"
        )
        yield Diagnostic("python-import-circle", message, module.position)


def _needed_modules(interface: Interface, module: str) -> list[str]:
    """The other modules whose types this one's types and callbacks speak of."""
    return interface.once(f"python needs {module}", lambda: _find_needed(interface.module(module)))


def _find_needed(module: Module) -> list[str]:
    found: dict[str, None] = {}
    used: list[TypeExpr] = [expr for named in module.types for expr in expressions(named)]
    for callback in module.callbacks:
        used += callback.expressions()
    for expr in used:
        found.update(dict.fromkeys(name.module for name in named_in(expr)))
    return [name for name in found if name != module.name]


def _circle(interface: Interface, module: Module) -> list[str]:
    """The shortest way from ``module`` back to itself; empty when there is none."""
    ways = [[module.name]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for name in _needed_modules(interface, way[-1]):
            if name == module.name:
                return way
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


def _spread(interface: Interface, function: Function) -> Iterator[Diagnostic]:
    """A spread record's fields become parameters, beside the others: no two may have one name."""
    others = {names.parameter(parameter) for parameter in function.parameters if not parameter.spread}
    for parameter in function.parameters:
        record = interface.underlying(parameter.type) if parameter.spread else None
        found = interface.type(record.name) if isinstance(record, Ref) else None
        for field in found.fields if isinstance(found, Record) else ():
            if names.argument(field) in others:
                message = (
                    f"the field {field.name!r} of {found.name if found else ''} is spread into {function.name}, which has a "
                    f"parameter {names.argument(field)!r} already; rename the parameter, or drop `spread` from {parameter.name!r}"
                )
                yield Diagnostic("python-spread-name", message, function.position)
