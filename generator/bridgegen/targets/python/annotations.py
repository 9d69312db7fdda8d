"""Type expressions as Python annotations, as each kind of generated module writes them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from bridgegen.model import (
    MISSING,
    AnyJson,
    CallbackOf,
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
from bridgegen.model import Enum as EnumType
from bridgegen.targets.python import names
from bridgegen.targets.python.docstrings import quoted
from bridgegen.targets.python.imports import Imports


class Place(Enum):
    """Where an annotation stands: it decides what handles and callbacks are, and whether constraints show."""

    WIRE = auto()
    """In spec.py, where validators are made from it."""
    MODEL = auto()
    """In a record or an alias of types.py."""
    INPUT = auto()
    """A parameter of a facade; plain texts and objects may stand for enumerations and records."""
    OUTPUT = auto()
    """A result of a facade."""
    SERVICE = auto()
    """A parameter or result of a service."""


_SPELT_OUT = 45
"""Characters of values that a signature names one by one; more of them would hide the other parameters."""

_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}

_FORMATS = {
    "date-time": ("pydantic", "AwareDatetime", "datetime", "datetime"),
    "date": ("datetime", "date", "datetime", "date"),
    "time": ("datetime", "time", "datetime", "time"),
    "duration": ("datetime", "timedelta", "datetime", "timedelta"),
    "uuid": ("uuid", "UUID", "uuid", "UUID"),
    "uri": ("bridge_runtime.formats", "Uri", "", "str"),
    "email": ("bridge_runtime.formats", "Email", "", "str"),
    "byte": ("bridge_runtime.formats", "Base64", "", "bytes"),
}
"""Format -> where validators take its type from, and what a reader of a signature sees."""

_CONSTRAINTS = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
    "minimum": "ge",
    "maximum": "le",
    "exclusiveMinimum": "gt",
    "exclusiveMaximum": "lt",
    "multipleOf": "multiple_of",
    "minItems": "min_length",
    "maxItems": "max_length",
    "minProperties": "min_length",
    "maxProperties": "max_length",
}


class Annotations:
    """Writes annotations for one generated module, and collects the imports they need.

    ``module`` is the bridge it belongs to, empty at the root of the package.
    ``hidden`` are names that the enclosing class gives to its own methods: a type of that name is written so
    that it is still found.
    """

    def __init__(
        self,
        interface: Interface,
        imports: Imports,
        place: Place,
        *,
        module: str,
        asynchronous: bool = False,
        typing_only: bool = False,
        in_types: bool = False,
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        self._interface = interface
        self._imports = imports
        self._place = place
        self._module = module
        self._asynchronous = asynchronous
        self._typing_only = typing_only
        self._in_types = in_types or place is Place.MODEL
        self._hidden = hidden

    def of(self, expr: TypeExpr) -> str:
        """The annotation of ``expr``."""
        match expr:
            case Scalar():
                return self._scalar(expr)
            case AnyJson():
                return self._import("typing", "Any")
            case ListOf():
                return self._list(expr)
            case MapOf():
                made = self._builtin("dict")
                if self._plain_form(expr.value):  # a dict of records is no dict of records or plain objects
                    made = self._import("collections.abc", "Mapping")
                text = f"{made}[{self._builtin('str')}, {self.of(expr.value)}]"
                return self._constrained(text, expr.constraints)
            case Ref():
                plain = self._plain_form(expr)
                return f"{self.named(expr.name)} | {plain}" if plain else self.named(expr.name)
            case HandleOf():
                return self._handle(expr.resource)
            case CallbackOf():
                return self._callback(expr.callback)
            case Nullable():
                inner = self.of(expr.inner)
                return inner if isinstance(expr.inner, AnyJson) else f"{inner} | None"

    @property
    def _validates(self) -> bool:
        return self._place in (Place.WIRE, Place.MODEL)

    def _plain_form(self, expr: TypeExpr) -> str:
        """What a caller may write in place of a member of an enumeration, or of a record; empty where there is nothing."""
        if self._place is not Place.INPUT or not isinstance(expr, Ref):
            return ""
        match self._interface.type(expr.name):
            case EnumType(values=values):
                listed = ", ".join(quoted(value.value) for value in values)
                if len(listed) <= _SPELT_OUT:
                    return f"{self._import('typing', 'Literal')}[{listed}]"
                return self._builtin("str")
            case Record() | Union():
                return f"{self._builtin('dict')}[{self._builtin('str')}, {self._import('typing', 'Any')}]"
        return ""

    def _import(self, module: str, name: str) -> str:
        if name not in self._hidden:
            return self._imports.name(
                module, name, typing_only=self._typing_only and not module.startswith("typing")
            )
        self._imports.name(module, f"{name} as {name}_")
        return f"{name}_"

    def _builtin(self, name: str) -> str:
        return f"{self._imports.module('builtins')}.{name}" if name in self._hidden else name

    def _scalar(self, expr: Scalar) -> str:
        if expr.const is not MISSING:
            return self._const(expr.const)
        if expr.format in _FORMATS:
            checked_from, checked, plain_from, plain = _FORMATS[expr.format]
            if self._validates:
                text = self._import(checked_from, checked)
            else:
                text = self._import(plain_from, plain) if plain_from else self._builtin(plain)
        else:
            text = self._builtin(_SCALARS[expr.kind])
        return self._constrained(text, expr.constraints)

    def _const(self, value: Json) -> str:
        if value is None:
            return "None"
        if isinstance(value, float):
            field = self._imports.name("pydantic", "Field")
            text = f"{self._import('typing', 'Annotated')}[float, {field}(ge={value!r}, le={value!r})]"
            return text if self._validates else self._builtin("float")
        return f"{self._import('typing', 'Literal')}[{value!r}]"

    def _list(self, expr: ListOf) -> str:
        if self._place is Place.INPUT and (isinstance(expr.item, HandleOf) or self._plain_form(expr.item)):
            return f"{self._import('collections.abc', 'Sequence')}[{self.of(expr.item)}]"
        return self._constrained(f"{self._builtin('list')}[{self.of(expr.item)}]", expr.constraints)

    def _constrained(self, text: str, constraints: Mapping[str, Json]) -> str:
        if not self._validates or not constraints:
            return text
        marks = []
        arguments = [
            f"{_CONSTRAINTS[key]}={value!r}" for key, value in constraints.items() if key in _CONSTRAINTS
        ]
        if arguments:
            marks.append(f"{self._import('pydantic', 'Field')}({', '.join(arguments)})")
        if constraints.get("uniqueItems"):
            marks.append(self._import("bridge_runtime.formats", "UNIQUE"))
        return f"{self._import('typing', 'Annotated')}[{', '.join([text, *marks])}]" if marks else text

    def home(self, module: str, part: str) -> str:
        """Where the generated ``part`` ("types", "sync", …) of a module is imported from."""
        if module == self._module:
            return f".{part}"
        dots = "." if self._module == "" else ".."
        return f"{dots}{names.module(self._interface.module(module))}.{part}"

    def named(self, name: Name) -> str:
        """A named type, imported from where it is generated."""
        text = names.named(name, self._interface.type(name).doc)
        if self._in_types and name.module == self._module:
            return text
        return self._import(self.home(name.module, "types"), text)

    def _handle(self, name: Name) -> str:
        resource = self._interface.resource(name)
        match self._place:
            case Place.WIRE | Place.MODEL:
                mark = self._import("bridge_runtime.records", "Handle")
                return f'{self._import("typing", "Annotated")}[{self._import("typing", "Any")}, {mark}("{name}")]'
            case Place.SERVICE:
                return names.resource_variable(resource)
        text = self.client_class(name)
        return f"{text} | {self._builtin('str')}" if self._place is Place.INPUT else text

    def client_class(self, name: Name) -> str:
        """The class of a facade that stands for the resource ``name``."""
        resource = self._interface.resource(name)
        text = names.resource(resource, is_async=self._asynchronous)
        if resource.is_session:
            return text if self._module == "" else self._imports.name("..session_", text, typing_only=True)
        if name.module == self._module:
            return text
        part = "aio" if self._asynchronous else "sync"
        return self._imports.name(self.home(name.module, part), text, typing_only=True)

    def _callback(self, name: Name) -> str:
        callback = self._interface.callback(name)
        alias = names.named(name, callback.doc)
        match self._place:
            case Place.SERVICE:
                made = self._import("bridge_runtime.callbacks", "Callback")
                given = ", ".join(self.of(parameter.type) for parameter in callback.parameters)
                result = "None" if callback.result is None else self.of(callback.result)
                return f"{made}[[{given}], {result}]"
            case Place.WIRE | Place.MODEL:
                mark = self._import("bridge_runtime.records", "CallbackMark")
                if self._place is Place.WIRE:
                    inner = self._import("typing", "Any")
                elif name.module == self._module:
                    inner = alias
                else:
                    inner = self._import(self.home(name.module, "types"), alias)
                return f'{self._import("typing", "Annotated")}[{inner}, {mark}("{name}")]'
        return self._import(self.home(name.module, "types"), alias)
