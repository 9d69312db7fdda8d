"""Examples: every call they make is one that the interface allows, and every value fits its type."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bridgegen import builtins
from bridgegen.checks.grants import grant_problem
from bridgegen.checks.values import Context, Path, Problem, problems
from bridgegen.diagnostics import Report
from bridgegen.model import (
    MISSING,
    AnyJson,
    CallbackOf,
    Example,
    Function,
    HandleOf,
    Interface,
    Json,
    ListOf,
    Nullable,
    Position,
    TypeExpr,
)
from bridgegen.suggest import suggestion

Locate = Callable[[Position, Path], Position]


def check_examples(interface: Interface, function: Function, locate: Locate, report: Report) -> None:
    """Reports everything in the examples of ``function`` that cannot run, or contradicts a type."""
    for example in function.examples:
        _Check(interface, function, example, locate, report).run()


class _Check:
    """One example being checked."""

    def __init__(
        self, interface: Interface, function: Function, example: Example, locate: Locate, report: Report
    ) -> None:
        self._interface, self._function, self._example = interface, function, example
        self._locate, self._report = locate, report
        self._variables: dict[str, TypeExpr] = {}
        self._what = f"example {example.name!r} of function {function.name.local}"

    def run(self) -> None:
        self._grants()
        self._given()
        error = self._example.error
        refused = error is not None and error["code"] == f"{builtins.MODULE}.invalid_argument"
        arguments = self._arguments(
            self._function, self._example.arguments, self._example.position, "arguments"
        )
        for problem in arguments:
            if not (refused and problem.is_constraint):
                self._say("example-argument", problem)
        self._outcome()
        self._events()
        self._calls()
        self._volatile()

    def _say(self, rule: str, problem: Problem, position: Position | None = None) -> None:
        where = "/".join(str(part) for part in problem.path)
        place = self._locate(position or self._example.position, problem.path)
        what = f"{self._what}, {where}" if where else self._what
        self._report.error(rule, f"{what}: {problem.text}", place)

    def _grants(self) -> None:
        permissions = {permission.name: permission for permission in self._interface.permissions}
        for name, value in self._example.grants.items():
            if name not in permissions:
                text = f"there is no permission {name!r}{suggestion(name, permissions)}"
                self._say("permission-unknown", Problem(("grants", name), text))
            elif text := grant_problem(permissions[name], value):
                self._say("permission-grant", Problem(("grants", name), text))

    def _given(self) -> None:
        for step in self._example.given:
            function = self._interface.function(step.function)
            for problem in self._arguments(function, step.arguments, step.position, "with"):
                self._say("example-argument", problem, step.position)
            if not step.bind:
                continue
            if step.bind in self._variables:
                text = f"the variable {step.bind!r} is bound already; choose another name"
                self._say("example-variable", Problem(("as",), text), step.position)
            if function.result is None:
                text = f"{function.name} returns nothing that {step.bind!r} could be bound to"
                self._say("example-variable", Problem(("as",), text), step.position)
            self._variables[step.bind] = function.result or AnyJson()

    def _arguments(
        self, function: Function, arguments: Mapping[str, Json], position: Position, under: str
    ) -> Iterator[Problem]:
        parameters = {parameter.name: parameter for parameter in function.parameters}
        context = Context(self._interface, self._variables)
        for name, value in arguments.items():
            if name in parameters:
                yield from problems(value, parameters[name].type, context, (under, name))
            else:
                hint = suggestion(name, parameters) or f"; it has {', '.join(parameters) or 'none'}"
                yield Problem((under, name), f"{function.name} has no parameter {name!r}{hint}")
        for name, parameter in parameters.items():
            if parameter.required and name not in arguments:
                yield Problem((under,), f"the argument {name!r}, which {function.name} requires, is missing")

    def _outcome(self) -> None:
        example, function = self._example, self._function
        if example.error is not None:
            self._error(example.error)
        if example.result is not MISSING:
            if function.streams is not None:
                self._say(
                    "example-outcome", Problem(("result",), "the function streams; write `stream: [items]`")
                )
            elif function.result is None and example.result is not None:
                self._say(
                    "example-outcome", Problem(("result",), "the function returns nothing; drop the result")
                )
            elif function.result is not None:
                self._values(("result",), example.result, function.result, "example-result")
        elif function.result is not None and example.error is None and example.stream is None:
            self._say("example-outcome", Problem((), "it must say how it ends: `result` or `error`"))
        if example.stream is not None:
            if function.streams is None:
                self._say(
                    "example-outcome", Problem(("stream",), "the function does not stream; write `result`")
                )
            else:
                self._values(("stream",), list(example.stream), ListOf(function.streams), "example-result")
        elif function.streams is not None and example.error is None and example.result is MISSING:
            self._say("example-outcome", Problem((), "it must say how it ends: `stream` or `error`"))

    def _values(self, path: Path, value: Json, expr: TypeExpr, rule: str) -> None:
        context = Context(self._interface, self._variables, self._ignored(path))
        for problem in problems(value, expr, context, path):
            self._say(rule, problem)

    def _ignored(self, path: Path) -> frozenset[Path]:
        """The volatile places as paths below the example; pointers start at the outcome."""
        found: set[Path] = set()
        for pointer in self._example.volatile:
            parts: Path = _parts(pointer)
            found.add(parts)
            found.add((*path, *parts))
        return frozenset(found)

    def _error(self, error: Mapping[str, Any]) -> None:
        function, code = self._function, error["code"]
        allowed = {
            *function.errors,
            *(self._interface.resource(name).not_found for name in _handles(function)),
        }
        if not code.startswith(f"{builtins.MODULE}.") and code not in allowed:
            hint = suggestion(code, allowed)
            text = f"the function does not declare the error {code!r}; add it to its `errors`{hint}"
            self._say("example-error-undeclared", Problem(("error", "code"), text))
        fields = {field.name: field for field in self._interface.error(code).fields}
        for name, value in error.get("fields", {}).items():
            if name in fields:
                self._values(("error", "fields", name), value, fields[name].type, "example-result")
            else:
                text = f"the error {code} has no field {name!r}{suggestion(name, fields)}"
                self._say("example-result", Problem(("error", "fields", name), text))

    def _events(self) -> None:
        for index, event in enumerate(self._example.events or ()):
            if event.data is not MISSING:
                declared = self._interface.event(event.type)
                expr = declared.payload if declared else AnyJson()
                self._values(("events", index, "data"), event.data, expr, "example-event")

    def _calls(self) -> None:
        direct = [
            parameter.type.callback
            for parameter in self._function.parameters
            if isinstance(parameter.type, CallbackOf)
        ]
        for index, arguments in enumerate(self._example.callbacks or ()):
            path: Path = ("calls", index)
            if not isinstance(arguments, list):
                self._say("example-calls", Problem(path, "each call is the list of its arguments: [[a, b]]"))
            elif len(direct) == 1:
                self._call(path, arguments, direct[0])

    def _call(self, path: Path, arguments: list[Json], name: Any) -> None:
        parameters = self._interface.callback(name).parameters
        required = sum(parameter.required for parameter in parameters)
        if not required <= len(arguments) <= len(parameters):
            text = f"{name} takes {len(parameters)} arguments, not {len(arguments)}"
            self._say("example-calls", Problem(path, text))
        for index, (value, parameter) in enumerate(zip(arguments, parameters, strict=False)):
            self._values((*path, index), value, parameter.type, "example-calls")

    def _volatile(self) -> None:
        example = self._example
        whole: dict[str, Json] = {
            "events": [{"data": event.data} for event in example.events or ()],
            "calls": list(example.callbacks or ()),
            "error": example.error,
        }
        outcomes = [whole, example.result, list(example.stream or ()), example.error]
        for index, pointer in enumerate(example.volatile):
            if pointer[:1] not in ("", "/") or not any(_resolves(pointer, outcome) for outcome in outcomes):
                text = f"{pointer!r} points at nothing in the outcome; a pointer is written /field/0/field"
                self._say("example-volatile", Problem(("volatile", index), text))


def _handles(function: Function) -> list[Any]:
    types = [parameter.type for parameter in function.parameters]
    flat = [expr.inner if isinstance(expr, Nullable) else expr for expr in types]
    flat = [expr.item if isinstance(expr, ListOf) else expr for expr in flat]
    return [expr.resource for expr in flat if isinstance(expr, HandleOf)]


def _parts(pointer: str) -> Path:
    raw = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    return tuple(int(part) if part.isdecimal() else part for part in raw)


def _resolves(pointer: str, value: Json) -> bool:
    for part in _parts(pointer):
        if isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif isinstance(value, dict) and str(part) in value:
            value = value[str(part)]
        else:
            return False
    return value is not MISSING
