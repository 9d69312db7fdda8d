"""Plan of the conformance programs: every example of a bridge as the typed Python that a user would write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bridgegen.checks.values import Context, problems
from bridgegen.model import (
    AnyJson,
    Callback,
    CallbackOf,
    Example,
    Function,
    HandleOf,
    Interface,
    Json,
    Module,
    Name,
    Nullable,
    Parameter,
    Record,
    Ref,
    TypeExpr,
)
from bridgegen.targets.python import docstrings, names
from bridgegen.targets.python.annotations import Annotations, Place
from bridgegen.targets.python.imports import Imports
from bridgegen.targets.python.values import Values


@dataclass(frozen=True, slots=True)
class ExamplePlan:
    """One example as a function."""

    function: str
    example: str
    name: str
    docstring: str
    session: str
    """The expression that opens its session."""
    lines: tuple[str, ...]
    """The calls made before, and the callbacks."""
    shown: str
    """The statement that makes the call it is about."""


@dataclass(frozen=True, slots=True)
class Program:
    docstring: str
    imports: str
    examples: tuple[ExamplePlan, ...]
    is_async: bool


def program(interface: Interface, module: Module, *, is_async: bool) -> Program:
    """The synchronous or asynchronous program of ``module``."""
    imports = Imports()
    imports.name("bridge_runtime.conformance.program", "Example")
    imports.name("bridge_runtime.conformance.program", "Program")
    imports.module(names.package(interface))
    taken: set[str] = set()
    plans = []
    for function in module.functions:
        for example in function.examples:
            name = f"{names.function(function)}_{example.name}"
            while name in taken:
                name += "_"
            taken.add(name)
            plans.append(_Writer(interface, imports, is_async).plan(function, example, name))
    kind = "asynchronous" if is_async else "synchronous"
    text = f"Every example of {module.name}, as {kind} Python; prints one line of JSON for each."
    return Program(docstrings.literal([text], 0), imports.lines(), tuple(plans), is_async)


class _Writer:
    """Writes one example; ``$name`` is a variable of the function it becomes."""

    def __init__(self, interface: Interface, imports: Imports, is_async: bool) -> None:
        self._interface, self._imports, self._is_async = interface, imports, is_async
        self._variables: dict[str, tuple[str, TypeExpr]] = {}
        self._locals = {"session", "example", "program", names.package(interface)}
        self._lines: list[str] = []

    def plan(self, function: Function, example: Example, name: str) -> ExamplePlan:
        for step in example.given:
            called = self._interface.function(step.function)
            call = self._call(called, step.arguments)
            if called.streams is not None:
                call = f"[item {'async ' if self._is_async else ''}for item in {call}]"
            elif self._is_async:
                call = f"await {call}"
            if step.bind and _is_used(step.bind, example):
                variable = self._local(step.bind)
                self._variables[step.bind] = (variable, called.result or AnyJson())
                call = f"{variable} = {call}"
            self._lines.append(call)
        call = self._call(function, example.arguments)
        grants = {**self._interface.default_grants, **example.grants}
        kind = "AsyncSession" if self._is_async else "Session"
        return ExamplePlan(
            function=str(function.name),
            example=example.name,
            name=name,
            docstring=docstrings.literal([example.summary], 4) if example.summary else "",
            session=f"{names.package(self._interface)}.{kind}(permissions={grants!r}, record_events=True)",
            lines=tuple(self._lines),
            shown=self._shown(function, call),
        )

    def _shown(self, function: Function, call: str) -> str:
        if function.streams is not None:
            return f"await example.astream({call})" if self._is_async else f"example.stream({call})"
        call = f"await {call}" if self._is_async else call
        return call if function.result is None else f"example.result({call})"

    def _local(self, name: str) -> str:
        name = names.safe(name)
        while name in self._locals:
            name += "_"
        self._locals.add(name)
        return name

    def _call(self, function: Function, arguments: Mapping[str, Json]) -> str:
        """The call, without ``await``; what no typed call can say is passed to the session below."""
        if not self._fits(function, arguments):
            method = "acall" if self._is_async else "call"
            values = _Values(self, typed=False)
            pairs = ", ".join(
                f"{docstrings.quoted(key)}: {values.plain(value)}" for key, value in arguments.items()
            )
            call = f'session.core.{method}("{function.name}", {{{pairs}}})'
            return f"(await {call})" if self._is_async and function.streams is not None else call
        values = _Values(self, typed=True)
        target, parameters = self._target(function, arguments)
        given = []
        for parameter in parameters:
            if parameter.name not in arguments:
                continue
            value = arguments[parameter.name]
            if parameter.spread and isinstance(value, dict):
                given += [f"{key}={text}" for key, text in self._spread(parameter.type, value, values)]
                continue
            text = values.of(value, parameter.type, parameter.name)
            given.append(text if parameter.required else f"{names.parameter(parameter)}={text}")
        return f"{target}({', '.join(given)})"

    def _target(self, function: Function, arguments: Mapping[str, Json]) -> tuple[str, tuple[Parameter, ...]]:
        """What is called: a method of a bound resource where there is one, else the bridge's function."""
        first = function.parameters[0] if function.parameters else None
        if function.method_of and first and (bound := self.bound(arguments.get(first.name))):
            resource = self._interface.resource(function.method_of)
            if isinstance(bound[1], HandleOf) and not resource.is_session:
                return f"{bound[0]}.{names.method(function)}", function.parameters[1:]
        module = self._interface.module(function.name.module)
        return f"session.{names.module(module)}.{names.function(function)}", function.parameters

    def _spread(self, expr: TypeExpr, value: dict[str, Json], values: _Values) -> list[tuple[str, str]]:
        assert isinstance(expr, Ref)
        record = self._interface.type(expr.name)
        assert isinstance(record, Record)
        fields = {field.name: field for field in record.fields}
        return [
            (names.argument(fields[key]), values.of(item, fields[key].type, key))
            for key, item in value.items()
        ]

    def _fits(self, function: Function, arguments: Mapping[str, Json]) -> bool:
        """Whether the arguments have the declared types, so that a type checker would let them pass."""
        types = {parameter.name: parameter.type for parameter in function.parameters}
        required = {parameter.name for parameter in function.parameters if parameter.required}
        if not required <= arguments.keys() <= types.keys():
            return False
        context = Context(self._interface, {name: expr for name, (_, expr) in self._variables.items()})
        return not any(
            True for name, value in arguments.items() for _ in problems(value, types[name], context)
        )

    def bound(self, value: Json) -> tuple[str, TypeExpr] | None:
        """The expression and the type of ``$name`` or ``$name.field``; None for any other value."""
        if not isinstance(value, str) or not value.startswith("$") or value.startswith("$$"):
            return None
        name, *fields = value[1:].split(".")
        text, expr = self._variables[name]
        for field in fields:
            text, expr = self._attribute(text, expr, field)
        return text, expr

    def _attribute(self, text: str, expr: TypeExpr, name: str) -> tuple[str, TypeExpr]:
        found = self._interface.underlying(expr)
        record = self._interface.type(found.name) if isinstance(found, Ref) else None
        for field in record.fields if isinstance(record, Record) else ():
            if field.name == name:
                return f"{text}.{names.field(field)}", field.type
        return f"{text}[{docstrings.quoted(name)}]", AnyJson()

    def import_type(self, name: Name) -> str:
        module = self._interface.module(name.module)
        text = names.named(name, self._interface.type(name).doc)
        return self._imports.distinct(f"{names.package(self._interface)}.{names.module(module)}", text)

    def import_name(self, module: str, name: str) -> str:
        return self._imports.name(module, name)

    def callback(self, behaviour: Mapping[str, Json], name: Name, wanted: str, typed: bool) -> str:
        """Define the function that stands for a callback, and give its name."""
        declared = self._interface.callback(name)
        variable = self._local(wanted or "callback")
        self._lines += ["", f"def {variable}({self._signature(declared)}:"]
        taken = ", ".join(names.parameter(parameter) for parameter in declared.parameters)
        self._lines.append(f"    example.called({taken})")
        if "fails" in behaviour:
            message = behaviour["fails"]["message"]
            self._lines.append(f"    raise RuntimeError({docstrings.quoted(message)})")
        elif declared.result is not None:
            returned = _Values(self, typed=True).of(behaviour.get("returns"), declared.result)
            self._lines.append(f"    return {returned}")
        self._lines.append("")
        return variable

    def _signature(self, declared: Callback) -> str:
        annotations = Annotations(self._interface, self._imports, Place.OUTPUT, module="")
        annotations.named = self.import_type  # type: ignore[method-assign]
        given = []
        for parameter in declared.parameters:
            text = f"{names.parameter(parameter)}: {annotations.of(parameter.type)}"
            given.append(text if parameter.required else f"{text} | None = None")
        result = "None" if declared.result is None else annotations.of(declared.result)
        return f"{', '.join(given)}) -> {result}"


def _is_used(variable: str, example: Example) -> bool:
    """Whether any arguments of the example speak of ``$variable``."""
    return any(
        _mentions(value, variable)
        for arguments in (*(step.arguments for step in example.given), example.arguments)
        for value in arguments.values()
    )


def _mentions(value: Json, variable: str) -> bool:
    if isinstance(value, dict):
        return any(_mentions(item, variable) for item in value.values())
    if isinstance(value, list):
        return any(_mentions(item, variable) for item in value)
    return isinstance(value, str) and value[:1] == "$" and value[1:].partition(".")[0] == variable


class _Values(Values):
    """Values of an example: variables, callbacks and escaped dollars among them."""

    def __init__(self, writer: _Writer, *, typed: bool) -> None:
        super().__init__(writer._interface, writer.import_type, writer.import_name)
        self._writer, self._typed = writer, typed
        self._wanted = ""

    def of(self, value: Json, expr: TypeExpr, wanted: str = "") -> str:
        self._wanted = wanted or self._wanted
        if bound := self._writer.bound(value):
            return self._bound(*bound, expr)
        return super().of(value, expr)

    def _bound(self, text: str, found: TypeExpr, expr: TypeExpr) -> str:
        inner = expr.inner if isinstance(expr, Nullable) else expr
        if isinstance(found, HandleOf) and not isinstance(inner, HandleOf):
            return f"{text}.handle"
        return text

    def plain(self, value: Json) -> str:
        if bound := self._writer.bound(value):
            return self._bound(*bound, AnyJson())
        if isinstance(value, str):
            return docstrings.quoted(value[1:] if value.startswith("$$") else value)
        if isinstance(value, list):
            return f"[{', '.join(map(self.plain, value))}]"
        if isinstance(value, dict):
            return (
                "{"
                + ", ".join(f"{docstrings.quoted(key)}: {self.plain(item)}" for key, item in value.items())
                + "}"
            )
        return repr(value)

    def special(self, value: Json, expr: HandleOf | CallbackOf) -> str:
        if isinstance(expr, CallbackOf) and isinstance(value, dict) and "$callback" in value:
            return self._writer.callback(value["$callback"] or {}, expr.callback, self._wanted, self._typed)
        return self.plain(value)
