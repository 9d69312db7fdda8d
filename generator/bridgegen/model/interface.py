"""The interface as a whole: its modules, and where what they declare is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from bridgegen.model.members import Callback, ConstantGroup, Error, Event, Function, Permission, Resource
from bridgegen.model.types import Alias, Doc, Json, Name, NamedType, Position, Ref, TypeExpr, expressions

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the interface. A module with functions is a bridge."""

    name: str
    types: tuple[NamedType, ...]
    """In dependency order where there is one: a type comes after those it needs complete."""
    constants: tuple[ConstantGroup, ...]
    errors: tuple[Error, ...]
    callbacks: tuple[Callback, ...]
    resources: tuple[Resource, ...]
    functions: tuple[Function, ...]
    events: tuple[Event, ...]
    uses: tuple[str, ...]
    """Names of the other modules it refers to, sorted; transitive."""
    digest: str
    """Changes when the text of this module or of one it uses does."""
    doc: Doc
    position: Position

    @property
    def is_bridge(self) -> bool:
        return bool(self.functions)

    @property
    def has_session(self) -> bool:
        """Whether one of its resources is itself a session."""
        return any(resource.is_session for resource in self.resources)

    def expressions(self) -> Iterator[TypeExpr]:
        """Every type expression of its types, callbacks and functions."""
        for named in self.types:
            yield from expressions(named)
        for callback in self.callbacks:
            yield from callback.expressions()
        for function in self.functions:
            yield from (parameter.type for parameter in function.parameters)
            yield from (expr for expr in (function.result, function.streams) if expr is not None)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a target may ask about a type, computed once and transitively."""

    has_callback: bool
    is_recursive: bool
    is_input: bool
    """Reachable from a parameter, or from a callback's result."""
    is_output: bool
    """Reachable from a result, a stream, an event, an error or a callback's parameter."""


@dataclass(frozen=True, slots=True)
class Interface:
    name: str
    version: str
    modules: tuple[Module, ...]
    builtin_errors: tuple[Error, ...]
    """The ``runtime.*`` errors that every interface has; numbers below 100."""
    permissions: tuple[Permission, ...]
    default_grants: Mapping[str, Json]
    implementation: str
    """Python package that holds the services; empty when the interface has none."""
    options: Mapping[str, Mapping[str, Json]]
    """Target name -> that target's own settings from interface.yaml."""
    facts: Mapping[tuple[str, str], Facts]
    """By the type's ``Name``."""
    doc: Doc
    error_codes: tuple[str, ...] = ()
    """Of every error, in order; here, so that a list of them needs no module."""
    event_types: tuple[str, ...] = ()
    """Of every event."""
    option_places: Mapping[tuple[str, str], Position] = field(default_factory=dict, repr=False)
    """Where each setting of each target stands."""
    _once: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    """What ``once`` keeps, and the tables of ``_find``."""

    @property
    def bridges(self) -> tuple[Module, ...]:
        return tuple(module for module in self.modules if module.is_bridge)

    @property
    def outline(self) -> str:
        """What each module is called, and says of itself, as one text.

        For ``Unit.also`` of files that say no more of a module; anything else would read all modules in each run.
        """
        heads = [(module.name, module.is_bridge, module.doc) for module in self.modules]
        return self.once("outline", lambda: repr(heads))

    def module(self, name: str) -> Module:
        return self.once("modules", lambda: {module.name: module for module in self.modules})[name]

    # Each is looked for in its own module only: asking must not read modules that nobody asked for.

    def type(self, name: Name) -> NamedType:
        found = self._find("types", name.module, name.local)
        if isinstance(found, ConstantGroup):
            raise KeyError(f"{name} is a group of {found.kind} constants, not a type")
        return cast("NamedType", found)

    def find_type(self, name: Name) -> NamedType | None:
        """The type called ``name``, or None when there is none."""
        try:
            return self.type(name)
        except KeyError:
            return None

    def resource(self, name: Name) -> Resource:
        return cast("Resource", self._find("resources", name.module, name.local))

    def callback(self, name: Name) -> Callback:
        return cast("Callback", self._find("callbacks", name.module, name.local))

    def function(self, name: Name) -> Function:
        return cast("Function", self._find("functions", name.module, name.local))

    def error(self, code: str) -> Error:
        module, _, local = code.partition(".")
        return cast("Error", self._find("errors", module, local))

    def event(self, event_type: str) -> Event | None:
        """The event of that type; None for one that a caller made up, and nobody declares."""
        module, _, local = event_type.partition(".")
        try:
            return cast("Event", self._find("events", module, local))
        except KeyError:
            return None

    def _find(self, section: str, module: str, local: str) -> Any:
        """``local`` among what a module declares; KeyError when it is not there."""
        table = self._once.get((section, module))
        if table is None:
            table = self._once[section, module] = self._table(section, module)
        return table[local]

    def _table(self, section: str, module: str) -> dict[str, Any]:
        if section == "errors" and self.builtin_errors and module == self.builtin_errors[0].name.module:
            return {error.name.local: error for error in self.builtin_errors}
        declared = self.module(module)
        if section == "events":
            return {event.name.partition(".")[2]: event for event in declared.events}
        found = [*declared.types, *declared.constants] if section == "types" else getattr(declared, section)
        return {entry.name.local: entry for entry in found}

    def once(self, key: str, make: Callable[[], Found]) -> Found:
        """What ``make`` gives, made when ``key`` is first asked for.

        For what many units share: computed in each of them, it would cost the square of the interface's size.
        """
        if key not in self._once:
            self._once[key] = make()
        found: Found = self._once[key]
        return found

    def errors(self) -> Iterator[Error]:
        yield from self.builtin_errors
        for module in self.modules:
            yield from module.errors

    def underlying(self, expr: TypeExpr) -> TypeExpr:
        """``expr`` with aliases followed, until it is no longer a reference to one."""
        while isinstance(expr, Ref) and isinstance(found := self.type(expr.name), Alias):
            expr = found.type
        return expr
