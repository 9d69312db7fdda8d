"""Plan of sync.py and aio.py: the classes of a bridge as its callers see them."""

from __future__ import annotations

from bridgegen.model import (
    Error,
    Function,
    HandleOf,
    Interface,
    ListOf,
    Module,
    Name,
    Nullable,
    Parameter,
    Record,
    Resource,
    TypeExpr,
)
from bridgegen.targets.python import docstrings, names
from bridgegen.targets.python.annotations import Annotations, Place
from bridgegen.targets.python.imports import Imports
from bridgegen.targets.python.plan import Argument, Class, Facade, Method, Signatures, written
from bridgegen.targets.python.values import Values


def facade(interface: Interface, module: Module, *, is_async: bool) -> Facade:
    """The synchronous or asynchronous facade of ``module``."""
    imports = Imports()
    writer = _Writer(interface, module, imports, is_async=is_async)
    resources = tuple(writer.resource(found) for found in module.resources if not found.is_session)
    bridge = writer.bridge()
    kind = "asynchronous" if is_async else "synchronous"
    return Facade(
        docstring=docstrings.literal([f"{module.doc.summary} For {kind} programs."], 0),
        imports=imports.lines(),
        resources=resources,
        bridge=bridge,
        is_async=is_async,
    )


def session_methods(interface: Interface, imports: Imports, *, is_async: bool) -> tuple[Method, ...]:
    """The methods of the one resource that is itself a session; the facade session has them."""
    for module in interface.modules:
        for resource in module.resources:
            if resource.is_session:
                writer = _Writer(interface, module, imports, is_async=is_async, in_session=True)
                return writer.resource(resource).methods
    return ()


class _Writer:
    """Writes the methods of one facade module."""

    def __init__(
        self,
        interface: Interface,
        module: Module,
        imports: Imports,
        *,
        is_async: bool,
        in_session: bool = False,
    ) -> None:
        self._interface, self._module, self._imports = interface, module, imports
        self._is_async, self._in_session = is_async, in_session

    def bridge(self) -> Class:
        """The class of ``session.<bridge>``: every function."""
        functions = self._module.functions
        hidden = frozenset(names.function(function) for function in functions)
        self._imports.name("bridge_runtime", "clients")
        return Class(
            name=names.facade(self._module, is_async=self._is_async),
            docstring=docstrings.literal(docstrings.paragraphs(self._module.doc), 4),
            methods=tuple(self._method(function, hidden, None) for function in functions),
        )

    def resource(self, resource: Resource) -> Class:
        """The class of a resource: the functions that take its handle first."""
        functions = [self._interface.function(Name(self._module.name, local)) for local in resource.methods]
        if self._in_session:
            functions = [function for function in functions if function.releases is None]
        hidden = frozenset(names.method(function) for function in functions)
        release = next(
            (names.method(function) for function in functions if function.releases == resource.name), ""
        )
        return Class(
            name=names.resource(resource, is_async=self._is_async),
            docstring=docstrings.literal(docstrings.paragraphs(resource.doc), 4),
            methods=tuple(self._method(function, hidden, resource) for function in functions),
            release=release,
        )

    def _annotations(self, place: Place, hidden: frozenset[str]) -> Annotations:
        return Annotations(
            self._interface,
            self._imports,
            place,
            module="" if self._in_session else self._module.name,
            asynchronous=self._is_async,
            hidden=hidden,
        )

    def _method(self, function: Function, hidden: frozenset[str], owner: Resource | None) -> Method:
        inward = self._annotations(Place.INPUT, hidden)
        outward = self._annotations(Place.OUTPUT, hidden)
        values = Values(self._interface, inward.named, self._imports.name)
        signatures = Signatures(self._interface, self._imports, inward, values)
        parameters = function.parameters[1:] if owner else function.parameters
        given = [f'"{function.parameters[0].name}": self'] if owner else []
        arguments: list[Argument] = []
        spread: list[Argument] = []
        body: list[str] = []
        for parameter in parameters:
            if parameter.spread:
                spread = signatures.spread(parameter)
                record = signatures.record(parameter)
                variable, body = self._collect(parameter, record, spread, inward)
                given.append(f'"{parameter.name}": {variable}')
            else:
                argument = signatures.argument(parameter)
                arguments.append(argument)
                given.append(f'"{parameter.name}": {argument.name}')
        source = ["self", *written(arguments), *(["*", *written(spread)] if spread else [])]
        taken = frozenset(argument.name for argument in (*arguments, *spread))
        local = names.safe("stream" if function.streams is not None else "result", taken)
        returns, call = self._call(function, "{" + ", ".join(given) + "}", outward, local)
        return Method(
            name=names.method(function) if owner else names.function(function),
            signature=", ".join(source),
            returns=returns,
            docstring=self._docstring(function, [*arguments, *spread]),
            is_async=self._is_async and function.streams is None,
            body=(*body, *call),
        )

    def _collect(
        self, parameter: Parameter, record: Record, spread: list[Argument], annotations: Annotations
    ) -> tuple[str, list[str]]:
        """The variable that holds the record of the keyword arguments, and the statements that make it."""
        taken = frozenset(argument.name for argument in spread)
        made = annotations.named(record.name)
        variable = names.safe(names.parameter(parameter), taken)
        pairs = ", ".join(
            f"{names.field(field)}={argument.name}"
            for field, argument in zip(record.fields, spread, strict=True)
        )
        if parameter.required:
            return variable, [f"{variable} = {made}(**clients.given({pairs}))"]
        return variable, [f"{variable} = clients.optional({made}, {pairs})"]

    def _call(
        self, function: Function, given: str, outward: Annotations, local: str
    ) -> tuple[str, list[str]]:
        """What the method returns, and the statements that make the call."""
        name = f'"{function.name}"'
        if function.streams is not None:
            return self._stream(name, given, outward.of(function.streams), local)
        call = (
            f"await self.core.acall({name}, {given})"
            if self._is_async
            else f"self.core.call({name}, {given})"
        )
        if function.result is None:
            return "None", [call]
        returns = outward.of(function.result)
        handle = _handle_in(function.result)
        if handle is None:
            return returns, [f"{local}: {returns} = {call}", f"return {local}"]
        return returns, [
            *self._client_import(handle),
            f"{local} = {call}",
            f"return {self._wrap(local, function.result)}",
        ]

    def _stream(self, name: str, given: str, item: str, local: str) -> tuple[str, list[str]]:
        if self._is_async:
            return f"clients.AsyncStream[{item}]", [f"return clients.AsyncStream(self.core, {name}, {given})"]
        returns = f"clients.Stream[{item}]"
        return returns, [f"{local}: {returns} = self.core.call({name}, {given})", f"return {local}"]

    def _wrap(self, value: str, expr: TypeExpr) -> str:
        """``value`` with its live objects as objects of the facade."""
        match expr:
            case HandleOf():
                resource = self._interface.resource(expr.resource)
                made = names.resource(resource, is_async=self._is_async)
                return f"{made}.of({value})" if resource.is_session else f"{made}.of(self.core, {value})"
            case Nullable():
                return f"None if {value} is None else {self._wrap(value, expr.inner)}"
            case ListOf():
                return f"[{self._wrap('item', expr.item)} for item in {value}]"
        return value

    def _client_import(self, name: Name) -> list[str]:
        """The import, inside the method, of another module's class: two modules may need each other's."""
        resource = self._interface.resource(name)
        if name.module == self._module.name and not resource.is_session:
            return []
        home = (
            "..session_"
            if resource.is_session
            else self._annotations(Place.OUTPUT, frozenset()).home(
                name.module, "aio" if self._is_async else "sync"
            )
        )
        return [f"from {home} import {names.resource(resource, is_async=self._is_async)}", ""]

    def _docstring(self, function: Function, arguments: list[Argument]) -> str:
        result = function.streams or function.result
        described = "" if result is None else docstrings.result(self._interface, result)
        if described == function.doc.summary:
            described = ""
        failures = [
            (self._error_name(error), error.doc.summary)
            for error in map(self._interface.error, function.errors)
        ]
        title = "Yields" if function.streams is not None else "Returns"
        parts = [
            *docstrings.paragraphs(function.doc),
            *docstrings.section("Args", ((a.name, a.description) for a in arguments if a.description)),
            *([f"{title}:\n    {described}"] if described else []),
            *docstrings.section("Raises", failures),
        ]
        return docstrings.literal(parts, 8)

    def _error_name(self, error: Error) -> str:
        """The class of an error, as a reader of this bridge would write it."""
        name = names.error(error.name, error.doc)
        if error.name.module == self._module.name:
            return name
        home = (
            ""
            if error in self._interface.builtin_errors
            else names.module(self._interface.module(error.name.module))
        )
        return f"{home}.{name}".lstrip(".")


def _handle_in(expr: TypeExpr) -> Name | None:
    """The resource whose handle ``expr`` is, or holds."""
    match expr:
        case HandleOf():
            return expr.resource
        case Nullable():
            return _handle_in(expr.inner)
        case ListOf():
            return _handle_in(expr.item)
    return None
