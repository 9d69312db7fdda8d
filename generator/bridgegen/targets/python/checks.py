"""What the Python target refuses, each as a diagnostic at the YAML line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bridgegen.diagnostics import Diagnostic
from bridgegen.model import Function, Interface, Record, Ref
from bridgegen.targets.python import names


def check(interface: Interface) -> Sequence[Diagnostic]:
    """Every diagnostic of ``interface``, in the order of its modules."""
    return [
        diagnostic
        for module in interface.modules
        for function in module.functions
        for diagnostic in _spread(interface, function)
    ]


def _spread(interface: Interface, function: Function) -> Iterator[Diagnostic]:
    """A spread record's fields become parameters, beside the others: no two may have one name."""
    others = {names.parameter(parameter) for parameter in function.parameters if not parameter.spread}
    for parameter in function.parameters:
        record = interface.underlying(parameter.type) if parameter.spread else None
        found = interface.type(record.name) if isinstance(record, Ref) else None
        for field in found.fields if isinstance(found, Record) else ():
            if names.field(field) in others:
                message = (
                    f"the field {field.name!r} of {found.name if found else ''} is spread into {function.name}, which has a "
                    f"parameter {names.field(field)!r} already; rename the parameter, or drop `spread` from {parameter.name!r}"
                )
                yield Diagnostic("python-spread-name", message, function.position)
