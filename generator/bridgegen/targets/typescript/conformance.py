"""The interface's examples as scripts: each runs in a session of its own and prints what it saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bridgegen.model import Example, Function, Interface, Json, Module, Name, Parameter, Step
from bridgegen.targets.typescript import comments, names
from bridgegen.targets.typescript.literals import literal
from bridgegen.targets.typescript.methods import merged_record, quoted
from bridgegen.targets.typescript.types import key

_INDENT = 2


@dataclass(frozen=True, slots=True)
class Program:
    """One example."""

    function: str
    name: str
    summary: str
    options: str
    """What the session is opened with."""
    given: tuple[str, ...]
    """The statements before the call that is shown."""
    shown: str
    """The expression of that call."""
    parameters: str
    """What the program's function takes: "session, show" or "session, show, recording"."""


def programs(interface: Interface, module: Module) -> tuple[Program, ...]:
    """Every example of a bridge, in order."""
    return tuple(
        _program(interface, function, example)
        for function in module.functions
        for example in function.examples
    )


def _program(interface: Interface, function: Function, example: Example) -> Program:
    writer = Writer(interface)
    given = tuple(writer.statement(step) for step in example.given)
    shown = writer.call(function, example.arguments)
    recording = ", recording" if "recording(" in "".join([*given, shown]) else ""
    permissions = {**interface.default_grants, **example.grants}
    return Program(
        function=str(function.name),
        name=example.name,
        summary=comments.inside(" ".join(example.summary.split())),
        options=literal({"permissions": permissions, "record_events": True}, indent=_INDENT),
        given=given,
        shown=shown,
        parameters=f"session, show{recording}",
    )


class Writer:
    """Writes the calls of one example; remembers what its variables are."""

    def __init__(self, interface: Interface, indent: int = _INDENT, watched: bool = True) -> None:
        """``watched``: what the example's functions are called with is kept, as a program needs and a reader does not."""
        self._interface = interface
        self._indent, self._watched = indent, watched
        self._variables: dict[str, str] = {}
        self._resources: dict[str, Name] = {}

    def statement(self, step: Step) -> str:
        function = self._interface.function(step.function)
        call = f"await {self.call(function, step.arguments)}"
        if function.streams is not None:
            call = f"{call}.toArray()"
        if not step.bind:
            return f"{call};"
        taken = {"session", "show", "recording", *self._variables.values()}
        self._variables[step.bind] = variable = names.variable(step.bind, taken)
        if function.constructs:
            self._resources[step.bind] = function.constructs
        return f"const {variable} = {call};"

    def call(self, function: Function, arguments: Mapping[str, Json]) -> str:
        parameters = list(function.parameters)
        receiver = (
            parameters[0]
            if parameters and self._is_receiver(function, arguments.get(parameters[0].name))
            else None
        )
        if receiver:
            parameters.remove(receiver)
            target = f"{self._value(arguments[receiver.name])}.{names.method(function)}"
        else:
            bridge = names.bridge(self._interface.module(function.name.module))
            target = f"session.{bridge}.{names.function(function)}"
        return f"{target}({', '.join(self._arguments(parameters, arguments))})"

    def _is_receiver(self, function: Function, value: Json) -> bool:
        """Whether the call reads as a method of the resource that a variable holds."""
        return (
            function.method_of is not None
            and isinstance(value, str)
            and self._resources.get(value.removeprefix("$")) == function.method_of
            and value.startswith("$")
        )

    def _arguments(self, parameters: list[Parameter], arguments: Mapping[str, Json]) -> list[str]:
        """Positional arguments, then one object with those that are given by name."""
        positional = [parameter for parameter in parameters if parameter.required]
        named = [
            parameter for parameter in parameters if not parameter.required and parameter.name in arguments
        ]
        written = [
            self._value(arguments[parameter.name]) if parameter.name in arguments else "undefined"
            for parameter in positional
        ]
        merged = merged_record(
            [parameter for parameter in parameters if not parameter.required], self._interface
        )
        options: dict[str, Json] = {}
        for parameter in named:
            value = arguments[parameter.name]
            options |= value if parameter is merged else {parameter.name: value}
        return [*written, self._value(options)] if options else written

    def _value(self, value: Json) -> str:
        return literal(value, lambda item: self._special(item), self._indent)

    def _special(self, value: Json) -> str | None:
        """The text of a variable, of a callback, or of a text that begins with a dollar."""
        if isinstance(value, dict) and list(value) == ["$callback"]:
            function = _function(value["$callback"], self._indent)
            return f"recording({function})" if self._watched else function
        if not isinstance(value, str) or not value.startswith("$"):
            return None
        if value.startswith("$$"):
            return quoted(value[1:])
        name, _, path = value[1:].partition(".")
        steps = "".join(
            f".{step}" if key(step) == step else f"[{key(step)}]" for step in path.split(".") if step
        )
        return self._variables[name] + steps


def _function(behaviour: Mapping[str, Any], indent: int) -> str:
    """A function that does what an example wants of a callback."""
    if "fails" in behaviour:
        inner, outer = " " * (indent + 4), " " * (indent + 2)
        return f"() => {{\n{inner}throw new Error({quoted(behaviour['fails']['message'])});\n{outer}}}"
    returned = behaviour.get("returns")
    text = literal(returned, indent=indent + 10)
    return f"() => ({text})" if isinstance(returned, dict) else f"() => {text}"
