"""Plan of spec.py: a bridge as data for the runtime, with the argument types its validators are made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bridgegen import casing
from bridgegen.model import MISSING, Callback, Event, Function, Interface, Module, Name, Parameter, Resource
from bridgegen.targets.python import names, services
from bridgegen.targets.python.annotations import Annotations, Place
from bridgegen.targets.python.docstrings import quoted
from bridgegen.targets.python.imports import Imports
from bridgegen.targets.python.plan import is_nullable


@dataclass(frozen=True, slots=True)
class Arguments:
    """The TypedDict of a function's or a callback's arguments."""

    name: str
    entries: tuple[tuple[str, str], ...]
    """Key and annotation."""
    is_plain: bool
    """Whether every key may be written as an attribute of a class."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a mapping of the bridge: its key, and the call that makes its value."""

    key: str
    call: str


@dataclass(frozen=True, slots=True)
class Spec:
    """spec.py of one module."""

    name: str
    position: str
    imports: str
    service: str
    arguments: tuple[Arguments, ...]
    functions: tuple[Entry, ...]
    callbacks: tuple[Entry, ...]
    resources: tuple[Entry, ...]
    errors: tuple[Entry, ...]
    events: tuple[Entry, ...]


def spec(interface: Interface, module: Module) -> Spec:
    """The specification of ``module``."""
    return _Writer(interface, module).spec()


class _Writer:
    def __init__(self, interface: Interface, module: Module) -> None:
        self._interface, self._module = interface, module
        self._imports = Imports()
        self._annotations = Annotations(interface, self._imports, Place.WIRE, module=module.name)

    def spec(self) -> Spec:
        module = self._module
        self._imports.name("bridge_runtime", "spec")
        called: list[Function | Callback] = [*module.functions, *module.callbacks]
        errors = tuple(
            self._error(error.name, names.error(error.name, error.doc), error.code) for error in module.errors
        )
        service = self._imports.name(".service", names.service(module)) if module.is_bridge else ""
        found = Spec(
            name=module.name,
            position=_at(module),
            imports="",
            service=service,
            arguments=tuple(self._arguments(one.name, one.parameters) for one in called),
            functions=tuple(self._function(function) for function in module.functions),
            callbacks=tuple(self._callback(callback) for callback in module.callbacks),
            resources=tuple(self._resource(resource) for resource in module.resources),
            errors=errors,
            events=tuple(self._event(event) for event in module.events),
        )
        return _with_imports(found, self._imports)

    def _arguments(self, name: Name, parameters: Sequence[Parameter]) -> Arguments:
        self._imports.name("typing_extensions", "TypedDict")
        entries = []
        for parameter in parameters:
            annotation = self._annotations.of(parameter.type)
            if not parameter.required:
                annotation = f"{self._imports.name('typing', 'NotRequired')}[{annotation}]"
            entries.append((parameter.name, annotation))
        is_plain = all(names.safe(key) == key for key, _ in entries)
        return Arguments(names.arguments(name), tuple(entries), is_plain)

    def _function(self, function: Function) -> Entry:
        given: dict[str, str] = {
            "name": quoted(str(function.name)),
            "arguments": names.arguments(function.name),
            "parameters": self._parameters(function.parameters),
        }
        if function.result is not None:
            given["result"] = self._annotations.of(function.result)
            if given["result"] == "None":
                given["result"] = "type(None)"
        if function.streams is not None:
            given["streams"] = self._annotations.of(function.streams)
        if function.is_async:
            given["is_async"] = "True"
        if names.service_method(function) != function.name.local:
            given["method"] = quoted(names.service_method(function))
        for key in ("errors", "permissions", "emits"):
            if listed := getattr(function, key):
                given[key] = _tuple(quoted(item) for item in listed)
        for key in ("method_of", "constructs", "releases"):
            if name := getattr(function, key):
                given[key] = quoted(str(name))
        if function.memoize:
            keep = function.memoize
            given["memoize"] = (
                f"spec.Memoize({keep.ttl_seconds!r}, {keep.max_entries!r}, {quoted(keep.policy)})"
            )
        if function.batch:
            given["batch"] = "True"
        given["position"] = quoted(_at(function))
        given["signature"] = quoted(services.declaration(self._interface, self._module, function))
        return Entry(function.name.local, _call("Function", given))

    def _parameters(self, parameters: Sequence[Parameter]) -> str:
        return _tuple(self._parameter(parameter) for parameter in parameters)

    def _parameter(self, parameter: Parameter) -> str:
        given = [quoted(parameter.name)]
        if not parameter.required:
            given.append("required=False")
        if is_nullable(self._interface, parameter.type):
            given.append("nullable=True")
        if parameter.default is not MISSING:
            given.append(f"default={parameter.default!r}")
        if parameter.spread:
            given.append("spread=True")
        if names.parameter(parameter) != parameter.name:
            given.append(f"python={quoted(names.parameter(parameter))}")
        return f"spec.Parameter({', '.join(given)})"

    def _callback(self, callback: Callback) -> Entry:
        given = {
            "name": quoted(str(callback.name)),
            "arguments": names.arguments(callback.name),
            "parameters": self._parameters(callback.parameters),
        }
        if callback.result is not None:
            given["result"] = self._annotations.of(callback.result)
        return Entry(callback.name.local, _call("Callback", given))

    def _resource(self, resource: Resource) -> Entry:
        given = {"name": quoted(str(resource.name)), "prefix": quoted(casing.snake(resource.name.local))}
        for key in ("constructor", "release"):
            if local := getattr(resource, key):
                given[key] = quoted(local)
        given["not_found"] = quoted(resource.not_found)
        if resource.is_session:
            given["is_session"] = "True"
        return Entry(resource.name.local, _call("Resource", given))

    def _error(self, name: Name, exception: str, code: str) -> Entry:
        self._imports.name(".errors", exception)
        return Entry(name.local, f"spec.Error({quoted(code)}, {exception})")

    def _event(self, event: Event) -> Entry:
        return Entry(event.name, f"spec.Event({quoted(event.name)}, {self._annotations.of(event.payload)})")


def _with_imports(found: Spec, imports: Imports) -> Spec:
    return replace(found, imports=imports.lines())


def _at(found: Module | Function) -> str:
    return f"{found.position.file}:{found.position.line}"


def _tuple(items: Iterable[str]) -> str:
    listed = list(items)
    return f"({', '.join(listed)}{',' if len(listed) == 1 else ''})"


def _call(name: str, given: Mapping[str, str]) -> str:
    return f"spec.{name}({', '.join(f'{key}={value}' for key, value in given.items())})"
