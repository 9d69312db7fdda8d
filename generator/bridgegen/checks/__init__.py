"""What is checked once every type is known: written values, spreads, and what a function says of its calls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bridgegen.checks.examples import check_examples
from bridgegen.checks.policies import check_policies
from bridgegen.checks.samples import Sample
from bridgegen.checks.values import Context, Path, problems
from bridgegen.diagnostics import Report
from bridgegen.model import Function, Interface, Module, Position, Record, Ref

Locate = Callable[[Position, Path], Position]
"""Where the value at a path below a written value stands."""


def check_module(
    interface: Interface, module: Module, samples: Sequence[Sample], locate: Locate, report: Report
) -> None:
    """Reports every default, sample and example of ``module`` that contradicts its type."""
    context = Context(interface)
    for sample in samples:
        for problem in problems(sample.value, sample.type, context):
            message = f"{sample.what}: {problem.text}"
            report.error(sample.rule, message, locate(sample.position, problem.path))
    for function in module.functions:
        _check_spread(interface, function, report)
        check_policies(interface, function, report)
        check_examples(interface, function, locate, report)


def _check_spread(interface: Interface, function: Function, report: Report) -> None:
    for parameter in function.parameters:
        if not parameter.spread or not isinstance(parameter.type, Ref):
            continue
        if not isinstance(interface.type(parameter.type.name), Record):
            message = f"parameter {parameter.name!r} of function {function.name.local} has spread, so it must be a record"
            report.error("function-spread", message, parameter.position)
