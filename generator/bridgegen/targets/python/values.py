"""JSON values as Python expressions of a given type: defaults of parameters, arguments of examples."""

from __future__ import annotations

from collections.abc import Callable

from bridgegen.model import (
    Alias,
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
from bridgegen.targets.python import names
from bridgegen.targets.python.docstrings import quoted

_CONSTRUCTORS = {
    "date-time": ("datetime", "datetime", "fromisoformat"),
    "date": ("datetime", "date", "fromisoformat"),
    "time": ("datetime", "time", "fromisoformat"),
    "uuid": ("uuid", "UUID", ""),
    "byte": ("base64", "b64decode", ""),
}
"""Format -> the module and name to call, and its method, to make a value from its text."""


class Values:
    """Writes values for one generated module; ``name`` imports a name and gives it back.

    A value that does not have the declared type is written as plain JSON: the runtime refuses it with an
    error, which is what an example of a wrong call shows.
    """

    def __init__(
        self, interface: Interface, import_type: Callable[[Name], str], import_name: Callable[[str, str], str]
    ) -> None:
        self._interface = interface
        self._type, self._name = import_type, import_name

    def of(self, value: Json, expr: TypeExpr) -> str:
        """Source of ``value``, which has the type ``expr``."""
        match expr:
            case Nullable():
                return "None" if value is None else self.of(value, expr.inner)
            case Ref():
                return self._named(value, expr.name)
            case ListOf() if isinstance(value, list):
                return f"[{', '.join(self.of(item, expr.item) for item in value)}]"
            case MapOf() if isinstance(value, dict):
                return (
                    "{"
                    + ", ".join(f"{quoted(key)}: {self.of(item, expr.value)}" for key, item in value.items())
                    + "}"
                )
            case Scalar() if isinstance(value, str) and expr.format in _CONSTRUCTORS:
                return self._formatted(value, expr.format)
            case Scalar() if expr.kind == "number" and type(value) is int:
                return repr(float(value)) if abs(value) < 2**53 else repr(value)
            case HandleOf() | CallbackOf():
                return self.special(value, expr)
            case Scalar() if isinstance(value, str):
                return self.plain(value)
        return self.plain(value)

    def plain(self, value: Json) -> str:
        """Source of ``value`` as it is."""
        return quoted(value) if isinstance(value, str) else repr(value)

    def special(self, value: Json, expr: HandleOf | CallbackOf) -> str:
        """A handle or a callback; only examples have those."""
        return repr(value)

    def _formatted(self, value: str, form: str) -> str:
        module, name, method = _CONSTRUCTORS[form]
        made = self._name(module, name)
        return f"{made}.{method}({quoted(value)})" if method else f"{made}({quoted(value)})"

    def _named(self, value: Json, name: Name) -> str:
        match self._interface.type(name):
            case Alias(type=inner):
                return self.of(value, inner)
            case Enum() as enum:
                member = next((member for member in enum.values if member.value == value), None)
                if member is None:
                    return self.plain(value)
                return f"{self._type(name)}.{names.constant(member.name, member.doc)}"
            case Union() as union:
                tag = value.get(union.discriminator) if isinstance(value, dict) else None
                variant = next((variant for variant in union.variants if variant.tag == tag), None)
                return self.plain(value) if variant is None else self._named(value, variant.record)
            case Record() as record:
                return self._record(value, record) if isinstance(value, dict) else self.plain(value)

    def _record(self, value: dict[str, Json], record: Record) -> str:
        fields = {field.name: field for field in record.fields}
        required = {field.name for field in record.fields if field.required}
        if not required <= value.keys() <= fields.keys():
            return self.plain(value)
        given = []
        for key, item in value.items():
            expr = fields[key].type
            if isinstance(expr, Scalar) and expr.const == item and fields[key].required:
                continue  # a constant of the class
            given.append(f"{names.field(fields[key])}={self.of(item, expr)}")
        return f"{self._type(record.name)}({', '.join(given)})"
