"""The conformance programs: every example of a bridge as the Lua that a reader would write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bridgegen.model import MISSING, Example, Function, HandleOf, Interface, Module, Parameter
from bridgegen.targets.lua import names
from bridgegen.targets.lua.literals import Special, key, literal, needs, text
from bridgegen.targets.lua.wire import Wire

_INDENT = "  "
_SCOPE = frozenset({"array", "example", "granted", "integer", "null", "run", "session"})


@dataclass(frozen=True, slots=True)
class ExamplePlan:
    function: str
    name: str
    summary: str
    options: str
    given: tuple[str, ...]
    """Statements before the call that is shown."""
    shown: str
    """The statement that makes it."""


@dataclass(frozen=True, slots=True)
class ProgramPlan:
    root: str
    module: str
    source: str
    examples: tuple[ExamplePlan, ...]
    granted: str
    """The options of a session with nothing but the default grants."""
    helpers: tuple[str, ...]
    """What of the root module the examples use: ``null``, ``array``, ``integer``."""


def program_plan(interface: Interface, module: Module) -> ProgramPlan:
    """The plan of one bridge's conformance program."""
    writer = _Writer(interface)
    examples = tuple(
        writer.example(function, example) for function in module.functions for example in function.examples
    )
    needed = {need for example in _all_examples(module) for value in _given(example) for need in needs(value)}
    helpers = tuple(sorted(needed))
    granted = literal(_options(interface, {}))
    return ProgramPlan(names.root(interface), module.name, module.position.file, examples, granted, helpers)


def _options(interface: Interface, grants: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"permissions": {**interface.default_grants, **grants}, "record_events": True}


class _Writer:
    def __init__(self, interface: Interface) -> None:
        self._interface = interface
        self._wire = Wire(interface)
        self._handles: set[str] = set()
        """The names that stand for a handle, whose methods read better than functions."""

    def example(self, function: Function, example: Example) -> ExamplePlan:
        """One example: its statements, indented as in the program."""
        variables: dict[str, str] = {}
        self._handles.clear()
        given = []
        for step in example.given:
            call = self._call(self._interface.function(step.function), step.arguments, variables)
            if step.bind and _mentions(step.bind, example):
                variable = names.safe(step.bind, _SCOPE | {names.root(self._interface)})
                variables[step.bind] = variable
                if isinstance(self._interface.function(step.function).result, HandleOf):
                    self._handles.add(step.bind)
                given.append(f"local {variable} = {call}")
            else:
                given.append(call)
        call = self._call(function, example.arguments, variables)
        shown = f"return example:items({call})" if function.streams is not None else f"return {call}"
        return ExamplePlan(
            function=text(str(function.name)),
            name=text(example.name),
            summary=" ".join(example.summary.split()),
            options=literal(_options(self._interface, example.grants)) if example.grants else "granted",
            given=tuple(given),
            shown=shown,
        )

    def _call(self, function: Function, arguments: Mapping[str, Any], variables: Mapping[str, str]) -> str:
        module = self._interface.module(function.name.module)
        special = self._special(variables)
        path = f"session.{names.module(module)}.{names.function(function)}"
        parameters = list(function.parameters)
        while parameters and parameters[-1].name not in arguments:
            parameters.pop()
        if owner := self._method_owner(function, arguments, variables):
            path = f"{owner}:{names.method(function)}"
            parameters = parameters[1:]
        if len(parameters) == 1 and parameters[0].spread:
            return path + literal(arguments[parameters[0].name], _INDENT, special)
        skipped = any(parameter.name not in arguments for parameter in parameters)
        if skipped and not self._wire.takes_table(parameters[0].type):
            return path + self._named(parameters, arguments, special)
        values = [
            literal(arguments[parameter.name], _INDENT, special) if parameter.name in arguments else "nil"
            for parameter in parameters
        ]
        return f"{path}({', '.join(values)})"

    def _method_owner(
        self, function: Function, arguments: Mapping[str, Any], variables: Mapping[str, str]
    ) -> str | None:
        """The variable of the handle whose method ``function`` is, if the first argument is one."""
        if function.method_of is None:
            return None
        first = arguments.get(function.parameters[0].name)
        if isinstance(first, str) and first.startswith("$") and first[1:] in self._handles:
            return variables[first[1:]]
        return None

    def _named(self, parameters: list[Parameter], arguments: Mapping[str, Any], special: Special) -> str:
        parts = [
            f"{key(names.parameter(parameter))} = {literal(arguments[parameter.name], _INDENT, special)}"
            for parameter in parameters
            if parameter.name in arguments
        ]
        return "{ " + ", ".join(parts) + " }"

    def _special(self, variables: Mapping[str, str]) -> Special:
        def special(value: Any) -> str | None:
            if isinstance(value, str) and value.startswith("$"):
                if value.startswith("$$"):
                    return text(value[1:])
                name, *fields = value[1:].split(".")
                return variables[name] + "".join(
                    f".{field}" if names.is_identifier(field) else f"[{text(field)}]" for field in fields
                )
            if isinstance(value, Mapping) and set(value) == {"$callback"}:
                return self._callback(value["$callback"], special)
            return None

        return special

    def _callback(self, callback: Mapping[str, Any], special: Special) -> str:
        if "fails" in callback:
            failure = callback["fails"]
            raised = (
                text(failure["message"]) + ", 0"
                if set(failure) == {"message"}
                else literal(failure, _INDENT, special)
            )
            body = f"error({raised})"
        else:
            returned = callback.get("returns", MISSING)
            body = "" if returned is MISSING else f"return {literal(returned, _INDENT, special)}"
        return f"example:watch(function() {body} end)" if body else "example:watch(function() end)"


def _all_examples(module: Module) -> list[Example]:
    return [example for function in module.functions for example in function.examples]


def _given(example: Example) -> list[Any]:
    """Every value that an example's calls are given."""
    return [
        value
        for calls in (*(step.arguments for step in example.given), example.arguments)
        for value in calls.values()
    ]


def _mentions(name: str, example: Example) -> bool:
    """Whether ``$name`` stands anywhere in the arguments of the example's calls."""
    return any(_refers(value, name) for value in _given(example))


def _refers(value: Any, name: str) -> bool:
    if isinstance(value, str):
        return value == f"${name}" or value.startswith(f"${name}.")
    if isinstance(value, Mapping):
        return any(_refers(item, name) for item in value.values())
    return isinstance(value, list | tuple) and any(_refers(item, name) for item in value)
