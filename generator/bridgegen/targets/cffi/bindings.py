"""The package that loads the library from another Python: one class per bridge, over the generic call."""

from __future__ import annotations

import keyword
from collections.abc import Iterator
from dataclasses import dataclass

from bridgegen.casing import pascal, snake
from bridgegen.model import MISSING, Function, Module, Parameter

_PARAMETERS = frozenset({"self", "arguments"})
_ATTRIBUTES = frozenset({"close", "child", "core"})


@dataclass(frozen=True, slots=True)
class Method:
    name: str
    function: str
    parameters: tuple[str, ...]
    passed: tuple[tuple[str, str], ...]
    """Each parameter's name in JSON and in Python."""
    returns: str
    via: str
    docstring: str


def local(name: str, taken: frozenset[str] = _PARAMETERS) -> str:
    """A name that Python allows, and that the generated code does not need itself."""
    made = snake(name)
    return f"{made}_" if keyword.iskeyword(made) or made in taken else made


def attribute(module: Module) -> str:
    """The attribute of a session for a bridge, and its module's name."""
    return local(module.name, _ATTRIBUTES)


def class_name(module: Module) -> str:
    return f"{pascal(module.name)}Bridge"


def methods(module: Module) -> Iterator[Method]:
    """The methods of one bridge, in the interface's order."""
    for function in module.functions:
        ordered = sorted(function.parameters, key=lambda parameter: not _is_required(parameter))
        yield Method(
            name=local(function.doc.rename.get("python", function.name.local)),
            function=str(function.name),
            parameters=tuple(
                f"{local(parameter.name)}: Any" + ("" if _is_required(parameter) else " = ABSENT")
                for parameter in ordered
            ),
            passed=tuple((parameter.name, local(parameter.name)) for parameter in function.parameters),
            returns="Any" if function.streams is None else "Iterator[Any]",
            via="call" if function.streams is None else "stream",
            docstring=_docstring(function),
        )


def _is_required(parameter: Parameter) -> bool:
    return parameter.required and parameter.default is MISSING


def _docstring(function: Function) -> str:
    summary = " ".join(function.doc.summary.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"""{summary}"""'
