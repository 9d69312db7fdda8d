"""Model to what the templates need: every name, import, annotation and docstring of a module decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bridgegen.model import (
    MISSING,
    AnyJson,
    Interface,
    Json,
    Nullable,
    Parameter,
    Record,
    Ref,
    TypeExpr,
)
from bridgegen.targets.python import docstrings, names
from bridgegen.targets.python.annotations import Annotations
from bridgegen.targets.python.imports import Imports
from bridgegen.targets.python.values import Values


@dataclass(frozen=True, slots=True)
class Method:
    """A function of a service or a facade, ready to be written."""

    name: str
    signature: str
    """All between the parentheses."""
    returns: str
    docstring: str
    is_async: bool = False
    body: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Class:
    """A class of a facade: the bridge itself, or one of its resources."""

    name: str
    docstring: str
    methods: tuple[Method, ...]
    release: str = ""
    """The method that a ``with`` block calls at its end; empty when none does."""


@dataclass(frozen=True, slots=True)
class Facade:
    """sync.py or aio.py of a bridge."""

    docstring: str
    imports: str
    resources: tuple[Class, ...]
    bridge: Class
    is_async: bool


@dataclass(frozen=True, slots=True)
class Service:
    """service.py of a bridge."""

    docstring: str
    imports: str
    variables: tuple[str, ...]
    """One type variable for each resource."""
    name: str
    class_docstring: str
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True)
class Argument:
    """A parameter as callers and services see it."""

    name: str
    wire: str
    annotation: str
    default: str
    """Source of the default; empty for a required one."""
    description: str
    is_nullable: bool


def is_nullable(interface: Interface, expr: TypeExpr) -> bool:
    """Whether null is a value of ``expr``, so that None cannot also mean "not given"."""
    found = interface.underlying(expr)
    return isinstance(found, Nullable | AnyJson) or getattr(found, "kind", "") == "null"


class Signatures:
    """Parameters of functions, as one kind of module writes them."""

    def __init__(
        self, interface: Interface, imports: Imports, annotations: Annotations, values: Values
    ) -> None:
        self._interface, self._imports = interface, imports
        self._annotations, self._values = annotations, values

    def argument(self, parameter: Parameter) -> Argument:
        return self._argument(
            names.parameter(parameter),
            parameter.name,
            parameter.type,
            parameter.required,
            parameter.default,
            _text(parameter),
        )

    def spread(self, parameter: Parameter) -> list[Argument]:
        """The fields of a spread record, as keyword arguments. A declared default never travels: it is described."""
        record = self.record(parameter)
        return [
            self._argument(
                names.argument(part),
                part.name,
                part.type,
                part.required,
                MISSING,
                self._field_text(part.doc, part.default),
            )
            for part in record.fields
        ]

    def record(self, parameter: Parameter) -> Record:
        assert isinstance(parameter.type, Ref)
        record = self._interface.type(parameter.type.name)
        assert isinstance(record, Record)
        return record

    def _field_text(self, doc: object, default: Json) -> str:
        text = docstrings.text(doc)  # type: ignore[arg-type]
        return text if default is MISSING else f"{text} Default: {default!r}.".strip()

    def _argument(
        self, name: str, wire: str, expr: TypeExpr, required: bool, default: Json, text: str
    ) -> Argument:
        annotation = self._annotations.of(expr)
        nullable = is_nullable(self._interface, expr)
        if required:
            return Argument(name, wire, annotation, "", text, nullable)
        if default is not MISSING and not isinstance(default, list | dict):
            return Argument(name, wire, annotation, self._values.of(default, expr), text, nullable)
        if default is not MISSING:
            text = f"{text} Default: {default!r}.".strip()
        if nullable:
            unset = self._imports.name("bridge_runtime.values", "UNSET")
            kind = self._imports.name("bridge_runtime.values", "Unset")
            annotation = f"{annotation.removesuffix(' | None')} | {kind} | None"
            return Argument(name, wire, annotation, unset, text, nullable)
        return Argument(name, wire, f"{annotation} | None", "None", text, nullable)


def _text(parameter: Parameter) -> str:
    return docstrings.text(parameter.doc)


def written(arguments: Iterable[Argument]) -> list[str]:
    """Parameters as source: ``days: int = 14``."""
    return [f"{a.name}: {a.annotation}" + (f" = {a.default}" if a.default else "") for a in arguments]
