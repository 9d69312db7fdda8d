"""One module's header and source as data: what the templates of the C surface are filled with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bridgegen.model import (
    AnyJson,
    CallbackOf,
    Constant,
    ConstantGroup,
    Enum,
    Error,
    HandleOf,
    Interface,
    ListOf,
    MapOf,
    Module,
    Name,
    Nullable,
    Record,
    Ref,
    Scalar,
    TypeExpr,
    Union,
)
from bridgegen.targets.c.comments import brief, comment, doc_lines
from bridgegen.targets.c.functions import CCallback, CFunction, Functions
from bridgegen.targets.c.names import Names
from bridgegen.targets.c.records import (
    Container,
    Records,
    Struct,
    containers_of,
)
from bridgegen.targets.c.shapes import Shape, Shapes

_PLAIN: tuple[tuple[Callable[[TypeExpr], TypeExpr], TypeExpr], ...] = (
    *(
        (ListOf, item)
        for item in (Scalar("string"), Scalar("integer"), Scalar("number"), Scalar("boolean"), AnyJson())
    ),
    *((MapOf, item) for item in (Scalar("string"), Scalar("integer"), Scalar("number"), Scalar("boolean"))),
)

_MAY_CONTAIN = (ListOf, MapOf, Nullable)
"""Expressions that are a list or a map, or hold one; most of an interface's are not."""

NOTICE = "Made by bridgegen; change the interface, not this file."


@dataclass(frozen=True, slots=True)
class CEnum:
    c: str
    comment: str
    values: tuple[tuple[str, str, int], ...]
    """Enumerator, comment, number; the first is 0, not given."""
    wire: tuple[tuple[str, int], ...]
    """What travels as JSON, and its number."""


@dataclass(frozen=True, slots=True)
class CUnion:
    c: str
    comment: str
    kind: str
    variants: tuple[tuple[str, str, str, str], ...]
    """Enumerator, member, struct, tag."""


@dataclass(frozen=True, slots=True)
class Handle:
    c: str
    comment: str


@dataclass(frozen=True, slots=True)
class ModulePlan:
    """A module of the interface, as C needs it."""

    module: Module
    header: str
    guard: str
    includes: tuple[str, ...]
    enums: tuple[CEnum, ...]
    handles: tuple[Handle, ...]
    streams: tuple[str, ...]
    """The opaque types of its streams."""
    forward: tuple[str, ...]
    """The structs that are declared before anything refers to them."""
    containers: tuple[Container, ...]
    macros: tuple[tuple[str, str, str], ...]
    """Comment, name, value."""
    structs: tuple[Struct, ...]
    unions: tuple[CUnion, ...]
    callbacks: tuple[CCallback, ...]
    functions: tuple[CFunction, ...]

    @property
    def initialized(self) -> Iterator[str]:
        yield from (struct.c for struct in self.structs)
        yield from (union.c for union in self.unions)
        yield from (callback.c for callback in self.callbacks)


def planner_of(interface: Interface) -> Planner:
    """The planner of ``interface``, shared by all that plan it."""
    return interface.once("c planner", lambda: Planner(interface))


class Planner:
    """Plans the modules of one interface."""

    def __init__(self, interface: Interface) -> None:
        self.interface = interface
        self.names = Names(interface)
        self.shapes = Shapes(interface, self.names)
        self.records = Records(interface, self.names, self.shapes)
        self.functions = Functions(interface, self.names, self.shapes)
        self._plans: dict[str, ModulePlan] = {}

    def shared(self) -> Mapping[str, Any]:
        """What every template is given."""
        return {
            "p": self.names.prefix,
            "upper": self.names.upper,
            "interface": self.interface,
            "notice": NOTICE,
        }

    def statuses(self, errors: Iterable[Error]) -> list[dict[str, Any]]:
        """Each of ``errors`` with its status."""
        return [
            {
                "code": error.code,
                "summary": error.doc.summary,
                "status": self.names.status(error.code, error.doc),
                "number": error.number,
                "recovery": error.recovery,
                "http_status": error.http_status,
            }
            for error in errors
        ]

    def module(self, module: Module) -> ModulePlan:
        """The plan of a module, made once: headers, glue and checks all read it."""
        if module.name not in self._plans:
            self._plans[module.name] = self._plan(module)
        return self._plans[module.name]

    def _plan(self, module: Module) -> ModulePlan:
        records = [named for named in module.types if isinstance(named, Record)]
        unions = [self._union(named) for named in module.types if isinstance(named, Union)]
        callbacks = [self.functions.callback(callback) for callback in module.callbacks]
        functions = [self.functions.function(function) for function in module.functions]
        structs = [self.records.record(record) for record in records]
        return ModulePlan(
            module=module,
            header=self.names.header(module),
            guard=f"{self.names.upper}_{self.names.header(module).upper()}_H",
            includes=tuple(
                self.names.header(self.interface.module(name)) for name in self._mentioned(module)
            ),
            enums=tuple(self.enums(module)),
            handles=tuple(
                Handle(self.names.type(resource.name, resource.doc), comment(doc_lines(resource.doc)))
                for resource in module.resources
                if not resource.is_session
            ),
            streams=tuple(function.name for function in functions if function.streams),
            forward=(*(s.c for s in structs), *(u.c for u in unions), *(c.c for c in callbacks)),
            containers=tuple(made for made in self.containers(module) if made.c not in self.plain_names),
            macros=tuple(self.macros(module)),
            structs=tuple(structs),
            unions=tuple(unions),
            callbacks=tuple(callbacks),
            functions=tuple(functions),
        )

    @cached_property
    def plain_containers(self) -> list[Container]:
        """Lists and maps of strings, numbers, booleans and JSON, which every library has in its core."""
        return containers_of([self.shapes.of(kind(item)) for kind, item in _PLAIN])

    @cached_property
    def plain_names(self) -> frozenset[str]:
        """What C calls the plain containers."""
        return frozenset(container.c for container in self.plain_containers)

    def containers(self, module: Module) -> list[Container]:
        """Every list and map that the module speaks of, each once."""
        return containers_of(self.mentioned_shapes(module))

    def mentioned_shapes(self, module: Module) -> list[Shape]:
        """The shape of every type expression that is written in the module."""
        return [self.shapes.of(expr) for expr in module.expressions()]

    def _mentioned(self, module: Module) -> list[str]:
        """The other modules whose types stand in this one's declarations, in the interface's order."""
        found: set[str] = set()
        for expr in module.expressions():
            found.update(name.module for name in self._names_in(expr))
        found.discard(module.name)
        return [other.name for other in self.interface.modules if other.name in found]

    def _names_in(self, expr: TypeExpr) -> Iterator[Name]:
        match self.interface.underlying(expr):
            case Ref(name=name) | HandleOf(resource=name) | CallbackOf(callback=name):
                yield name
            case ListOf(item=inner) | MapOf(value=inner) | Nullable(inner=inner):
                yield from self._names_in(inner)

    def enums(self, module: Module) -> list[CEnum]:
        """The module's enumerations, and those of the tags of its unions."""
        return [self._enum(named) for named in module.types if isinstance(named, Enum)] + self._kinds(module)

    def _enum(self, named: Enum) -> CEnum:
        stem = self.names.stem(named.name, named.doc)
        values = [(self.names.constant(f"{stem}_UNSPECIFIED".upper()), comment(["Not given."], "    "), 0)]
        for value in named.values:
            about = comment([brief(value.doc) or f"`{value.value}`"], "    ")
            values.append((self.names.enumerator(stem, value.name, value.doc), about, value.number))
        if values[0][0] in {name for name, _, _ in values[1:]}:
            values[0] = (values[0][0] + "_", values[0][1], 0)
        wire = tuple((value.value, value.number) for value in named.values)
        return CEnum(self.names.joined(stem), comment(doc_lines(named.doc)), tuple(values), wire)

    def _kinds(self, module: Module) -> list[CEnum]:
        """The enumerations of the tags of the module's unions."""
        found = []
        for union in (named for named in module.types if isinstance(named, Union)):
            variants = self.records.variants(union)
            stem = self.names.stem(union.name, union.doc)
            values = [
                (self.names.constant(f"{stem}_UNSPECIFIED".upper()), comment(["Not given."], "    "), 0)
            ]
            for (enumerator, name, struct, tag), variant in zip(variants, union.variants, strict=True):
                about = comment([f"`{tag}`: `as.{name}`, a {struct}."], "    ")
                values.append((enumerator, about, variant.number))
            about = comment([f"Which of its variants a {self.names.joined(stem)} is."])
            wire = tuple((variant.tag, variant.number) for variant in union.variants)
            found.append(CEnum(self.records.kind_of(union), about, tuple(values), wire))
        return found

    def _union(self, union: Union) -> CUnion:
        c = self.names.type(union.name, union.doc)
        lines = doc_lines(union.doc)
        return CUnion(c, comment(lines), self.records.kind_of(union), tuple(self.records.variants(union)))

    def macros(self, module: Module) -> Iterator[tuple[str, str, str]]:
        """Comment, name and value of each constant and event of the module."""
        for group in module.constants:
            stem = self.names.stem(group.name, group.doc)
            for value in group.values:
                about = comment([f"{group.doc.summary.rstrip('.')}: {brief(value.doc) or value.name}"])
                yield about, self.names.enumerator(stem, value.name, value.doc), literal(group, value)
        for event in module.events:
            about = comment([event.doc.summary, *([event.when] if event.when else [])])
            yield about, self.names.event(event.name), json.dumps(event.name)


def literal(group: ConstantGroup, constant: Constant) -> str:
    """A number or boolean as C writes it."""
    if group.kind == "boolean":
        return "true" if constant.value else "false"
    if group.kind == "integer":
        return integer(int(constant.value))
    return repr(float(constant.value))


def integer(value: int) -> str:
    """An int64 literal; the smallest one has none of its own."""
    return (
        "INT64_MIN" if value == -(2**63) else f"INT64_C({value})" if value >= 0 else f"(-INT64_C({-value}))"
    )
