"""TypeScript types, and the shapes that say where handles and functions stand in a value."""

from __future__ import annotations

import json

from bridgegen.model import (
    MISSING,
    Alias,
    AnyJson,
    CallbackOf,
    Enum,
    Field,
    HandleOf,
    Interface,
    ListOf,
    MapOf,
    Name,
    NamedType,
    Nullable,
    Parameter,
    Record,
    Ref,
    Scalar,
    TypeExpr,
    Union,
)
from bridgegen.targets.typescript import names

_SCALARS = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


class Types:
    """Writes types as the module called ``module`` has to."""

    def __init__(self, interface: Interface, module: str) -> None:
        self._interface = interface
        self._module = module

    def _qualified(self, name: Name, local: str) -> str:
        return local if name.module == self._module else f"{names.import_name(name.module)}.{local}"

    def named(self, name: Name) -> str:
        return self._qualified(name, names.type_name(self._interface.type(name)))

    def resource(self, name: Name) -> str:
        return self._qualified(name, names.type_name(self._interface.resource(name)))

    def type(self, expr: TypeExpr, *, taken: bool = False) -> str:
        """The type of a value; ``taken`` is for what a function takes, which is never changed by it."""
        match expr:
            case Scalar():
                literal = None if expr.const is MISSING else json.dumps(expr.const, ensure_ascii=False)
                return literal or _SCALARS[expr.kind]
            case AnyJson():
                return "$.Json"
            case ListOf():
                item = self.type(expr.item, taken=taken)
                item = (
                    f"({item})"
                    if item.startswith("readonly ") or any(sign in item for sign in "|&=")
                    else item
                )
                return f"{'readonly ' if taken else ''}{item}[]"
            case MapOf(value=AnyJson()):
                return "$.JsonObject"
            case MapOf():
                return (
                    f"{{ {'readonly ' if taken else ''}[key: string]: {self.type(expr.value, taken=taken)} }}"
                )
            case Ref():
                return self.named(expr.name)
            case HandleOf():
                resource = self.resource(expr.resource)
                return f"{resource} | $.Handle<{json.dumps(str(expr.resource))}>" if taken else resource
            case CallbackOf():
                callback = self._interface.callback(expr.callback)
                return self._qualified(expr.callback, names.type_name(callback))
            case Nullable():
                return f"{self.type(expr.inner, taken=taken)} | null"

    def shape(self, expr: TypeExpr | None) -> str | None:
        """The expression for the shape of a value; None when it is plain JSON."""
        match expr:
            case HandleOf():
                return f"handle(() => {self.resource(expr.resource)})"
            case CallbackOf():
                return self._qualified(expr.callback, names.shape(self._interface.callback(expr.callback)))
            case ListOf():
                item = self.shape(expr.item)
                return item and f"list({item})"
            case MapOf():
                value = self.shape(expr.value)
                return value and f"map({value})"
            case Nullable():
                return self.shape(expr.inner)
            case Ref() if self._holds_callback(expr.name):
                return self._qualified(expr.name, names.shape(self._interface.type(expr.name)))
        return None

    def takes_null(self, expr: TypeExpr) -> bool:
        """Whether null is a value of the type."""
        if isinstance(expr, Ref):
            named = self._interface.type(expr.name)
            return isinstance(named, Alias) and self.takes_null(named.type)
        return isinstance(expr, Nullable | AnyJson)

    def _holds_callback(self, name: Name) -> bool:
        facts = self._interface.facts.get(name)
        return facts is not None and facts.has_callback

    def own_shape(self, named: NamedType) -> str | None:
        """What the shape constant of a named type is; None when it is plain JSON."""
        if isinstance(named, Enum) or not self._holds_callback(named.name):
            return None
        match named:
            case Record():
                return self.record_shape(named.fields)
            case Union():
                records = {variant.tag: self.shape(Ref(variant.record)) for variant in named.variants}
                entries = ", ".join(f"{json.dumps(tag)}: {shape}" for tag, shape in records.items() if shape)
                return f"union({json.dumps(named.discriminator)}, () => ({{ {entries} }}))"
            case Alias():
                return self.shape(named.type)

    def record_shape(self, parts: tuple[Field | Parameter, ...]) -> str | None:
        """The shape of an object with these parts, such as the arguments of a function."""
        shapes = {
            part.name: self.shape(part.type) for part in parts if not isinstance(_bare(part.type), HandleOf)
        }
        entries = ", ".join(f"{key(name)}: {shape}" for name, shape in shapes.items() if shape)
        return f"record(() => ({{ {entries} }}))" if entries else None


def _bare(expr: TypeExpr) -> TypeExpr:
    """``expr`` without what may stand around a handle."""
    while isinstance(expr, Nullable | ListOf):
        expr = expr.inner if isinstance(expr, Nullable) else expr.item
    return expr


def key(name: str) -> str:
    """``name`` as the key of an object literal."""
    if name == "__proto__":
        return '["__proto__"]'
    return name if name.isidentifier() and name.isascii() else json.dumps(name, ensure_ascii=False)
