"""How a type of the interface stands in C, wherever it stands: one Shape per type expression."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from bridgegen.model import (
    MISSING,
    AnyJson,
    CallbackOf,
    Enum,
    HandleOf,
    Interface,
    Json,
    ListOf,
    MapOf,
    Name,
    Nullable,
    Record,
    Ref,
    Scalar,
    TypeExpr,
    Union,
)
from bridgegen.targets.c.names import Names

Kind = Literal[
    "text",
    "integer",
    "number",
    "boolean",
    "enum",
    "record",
    "union",
    "list",
    "map",
    "json",
    "handle",
    "session",
    "callback",
    "constant",
]

_SCALARS: dict[str, tuple[Kind, str, str]] = {
    "string": ("text", "const char *", "string"),
    "integer": ("integer", "int64_t", "int64"),
    "number": ("number", "double", "double"),
    "boolean": ("boolean", "bool", "bool"),
}


def declare(c_type: str, name: str) -> str:
    """A declaration: ``const char *`` and ``name`` give ``const char *name``."""
    return f"{c_type}{name}" if c_type.endswith("*") else f"{c_type} {name}"


def pointer_to(c_type: str, constant: bool = True) -> str:
    """The type of a pointer to ``c_type``; ``constant`` when what it points to is only read."""
    if c_type.endswith("*"):
        return f"{c_type}const *" if constant else f"{c_type}*"
    bare = c_type.removeprefix("const ")
    return f"const {bare} *" if constant else f"{bare} *"


@dataclass(frozen=True, slots=True)
class Shape:
    kind: Kind
    c: str
    """The C type of one value: ``const char *``, ``int64_t``, ``library_desk_info``, ``library_string_list``."""
    stem: str
    """What names made from it are made of: ``string``, ``desk_info``."""
    nullable: bool = False
    name: Name | None = None
    """The named type, resource or callback it is."""
    item: Shape | None = None
    """Of a list its items, of a map its values."""
    const: Json = MISSING
    has_callback: bool = False
    is_constrained: bool = False
    """Whether the interface asks more of a scalar than its C type does: a format, a range, a length."""
    boxed: bool = False
    """Whether it stands behind a pointer as an element: a record in a map, whose struct may not be complete yet."""

    @property
    def is_number(self) -> bool:
        """Whether it has no value of its own that could mean "not given"."""
        return self.kind in ("integer", "number", "boolean")

    @property
    def is_struct(self) -> bool:
        return self.kind in ("record", "union", "list", "map", "callback")

    @property
    def is_container(self) -> bool:
        return self.kind in ("list", "map")

    @property
    def element(self) -> str:
        """The C type as an item of a list or a value of a map."""
        if self.boxed or (self.nullable and (self.is_number or self.kind in ("record", "union"))):
            return pointer_to(self.c)
        return self.c

    @property
    def element_is_pointer(self) -> bool:
        """Whether an element of it is a pointer to what is otherwise a value."""
        return self.element != self.c

    @property
    def element_stem(self) -> str:
        # Else a list of Desk would be called like the function `list` of a module desk.
        if self.kind == "handle":
            return f"{self.stem}_handle"
        return f"optional_{self.stem}" if self.element_is_pointer and self.nullable else self.stem

    @property
    def field(self) -> str:
        """The C type as a field of a struct."""
        return pointer_to(self.c) if self.kind in ("record", "union") else self.c

    @property
    def entry(self) -> str:
        """Of a map: the struct of one entry."""
        return f"{self.c.removesuffix('_map')}_entry"

    def parameter(self, required: bool) -> str:
        """The C type as a parameter."""
        if self.kind in ("handle", "session"):
            return pointer_to(self.c.removesuffix(" *"), constant=False)
        if self.is_struct or (self.is_number and (self.nullable or not required)):
            return pointer_to(self.c)
        return self.c

    @property
    def result(self) -> str:
        """The C type of the parameter that receives a result."""
        if self.kind in ("text", "json"):
            return "char **"
        return pointer_to(self.c, constant=False)

    @property
    def suffix(self) -> str:
        """What a member's name ends in beside its field's name."""
        return "_json" if self.kind == "json" else ""

    @property
    def has_null_flag_as_result(self) -> bool:
        return self.nullable and (self.is_number or self.is_struct)

    def containers(self) -> Iterator[Shape]:
        """The lists and maps in it, the innermost first."""
        if self.item is not None:
            yield from self.item.containers()
            yield replace(self, nullable=False)


class Shapes:
    """The shapes of one interface's types."""

    def __init__(self, interface: Interface, names: Names) -> None:
        self._interface, self._names = interface, names
        self._known: dict[Name, Shape] = {}

    @cached_property
    def _json(self) -> Shape:
        return Shape("json", "const char *", "json")

    def of(self, expr: TypeExpr) -> Shape:
        """The shape of ``expr``, aliases followed."""
        expr = self._interface.underlying(expr)
        match expr:
            case Scalar():
                return self._scalar(expr)
            case AnyJson():
                return self._json
            case MapOf(value=AnyJson()):
                return self._json
            case Nullable(inner=inner):
                return self._nullable(self.of(inner))
            case ListOf(item=item):
                return self._container("list", self.of(item))
            case MapOf(value=value):
                return self._container("map", self.of(value))
            case Ref(name=name):
                return self._named(name)
            case HandleOf(resource=name):
                return self._handle(name)
            case CallbackOf(callback=name):
                callback = self._interface.callback(name)
                stem = self._names.stem(name, callback.doc)
                return Shape("callback", self._names.joined(stem), stem, name=name, has_callback=True)
        raise AssertionError(f"a new type expression: {expr!r}")

    def _scalar(self, scalar: Scalar) -> Shape:
        if scalar.const is not MISSING:
            return Shape("constant", "const char *", "json", const=scalar.const)
        if scalar.kind == "null":
            return Shape("constant", "const char *", "json", const=None)
        kind, c, stem = _SCALARS[scalar.kind]
        return Shape(kind, c, stem, is_constrained=bool(scalar.format or scalar.constraints))

    def _nullable(self, inner: Shape) -> Shape:
        return self._json if inner.kind in ("constant", "json") else replace(inner, nullable=True)

    def _container(self, kind: Literal["list", "map"], item: Shape) -> Shape:
        if item.kind == "constant":
            item = self._json
        if kind == "map" and item.kind in ("record", "union"):
            item = replace(item, boxed=True)
        stem = f"{item.element_stem}_{kind}"
        return Shape(kind, self._names.joined(stem), stem, item=item, has_callback=item.has_callback)

    def _named(self, name: Name) -> Shape:
        if name not in self._known:
            named = self._interface.type(name)
            stem = self._names.stem(name, named.doc)
            kind: Kind = (
                "record" if isinstance(named, Record) else "union" if isinstance(named, Union) else "enum"
            )
            assert isinstance(named, Record | Union | Enum)
            facts = self._interface.facts.get(name)
            has_callback = facts is not None and facts.has_callback
            self._known[name] = Shape(
                kind, self._names.joined(stem), stem, name=name, has_callback=has_callback
            )
        return self._known[name]

    def _handle(self, name: Name) -> Shape:
        resource = self._interface.resource(name)
        if resource.is_session:
            return Shape("session", f"{self._names.joined('session')} *", "session", name=name)
        stem = self._names.stem(name, resource.doc)
        return Shape("handle", f"{self._names.joined(stem)} *", stem, name=name)
