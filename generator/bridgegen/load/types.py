"""Type expressions: a profile of JSON Schema, lowered to the model's types."""

from __future__ import annotations

import math
import re
from typing import Any

from bridgegen.checks.samples import Sample
from bridgegen.load.reading import DOC_KEYS, Reader, kind_of
from bridgegen.load.scope import Scope
from bridgegen.model import (
    MISSING,
    AnyJson,
    CallbackOf,
    HandleOf,
    Json,
    ListOf,
    MapOf,
    Name,
    Nullable,
    Position,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
)
from bridgegen.suggest import elsewhere, suggestion
from bridgegen.tree import Items, Leaf, Node, Table, plain

FORMATS = ("date-time", "date", "time", "duration", "uri", "uuid", "email", "byte")
_NUMERIC = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"})
CONSTRAINTS: dict[str, frozenset[str]] = {
    "string": frozenset({"minLength", "maxLength", "pattern"}),
    "integer": _NUMERIC,
    "number": _NUMERIC,
    "boolean": frozenset(),
    "null": frozenset(),
    "array": frozenset({"minItems", "maxItems", "uniqueItems"}),
    "object": frozenset({"minProperties", "maxProperties"}),
}
ANNOTATIONS = DOC_KEYS | {"default", "examples"}
_ELSEWHERE = {
    "properties": "a record",
    "required": "a record",
    "enum": "an enumeration",
    "oneOf": "a tagged union",
    "discriminator": "a tagged union",
}
_REFERENCE = re.compile(r"(?:(?P<file>[^#/]+)\.yaml)?#/(?P<section>\w+)/(?P<local>\w+)")


def _has_null(node: Table) -> bool:
    members = node.get("oneOf")
    return isinstance(members, Items) and any(plain(member) == {"type": "null"} for member in members)


class TypeReader:
    """Lowers type expressions of one module; an unusable one is reported and read as open JSON."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def read(
        self,
        node: Node,
        what: str,
        *,
        handle: bool = False,
        callback: bool = False,
        extra: frozenset[str] = frozenset(),
    ) -> TypeExpr:
        """The type that ``node`` writes; ``extra`` are keys that its place adds to those of a type."""
        expr = self._read(node, what, handle, callback, extra)
        if isinstance(node, Table):
            self.sample(node, expr, what)
        return expr

    def sample(self, node: Table, expr: TypeExpr, what: str) -> None:
        """Remembers the default and the examples beside a type, to be checked once all types are known."""
        if "default" in node.entries:
            value = node.entries["default"]
            sample = Sample(expr, plain(value), f"the default of {what}", "type-default", value.position)
            self._scope.samples.append(sample)
        examples = node.get("examples")
        if examples is not None and not isinstance(examples, Items):
            message = f"'examples' of {what} must be a list, not {kind_of(examples)}"
            self._scope.report.error("value-kind", message, examples.position)
        for value in examples if isinstance(examples, Items) else ():
            sample = Sample(expr, plain(value), f"an example of {what}", "type-example", value.position)
            self._scope.samples.append(sample)

    def _read(self, node: Node, what: str, handle: bool, callback: bool, extra: frozenset[str]) -> TypeExpr:
        if not isinstance(node, Table):
            message = f"{what} must be a type, a mapping such as {{type: string}}, not {kind_of(node)}"
            self._scope.report.error("value-kind", message, node.position)
            return AnyJson()
        reader = Reader(node, what, self._scope.report)
        if "$ref" in reader:
            reader.only({"$ref"} | ANNOTATIONS | extra)
            return self._reference(reader, handle, callback)
        if "anyOf" in reader:
            reader.only({"anyOf"} | ANNOTATIONS | extra)
            return self._any_of(reader, handle, callback)
        if "oneOf" in reader and "oneOf" not in extra and _has_null(node):
            message = (
                f'{what} may be null: write anyOf: [<type>, {{type: "null"}}]; oneOf is for tagged unions'
            )
            reader.error("type-inline", message, node.at("oneOf"))
            return AnyJson()
        for key, construct in _ELSEWHERE.items():
            if key in reader and key not in extra:
                message = f"{what} writes {construct} inline; name it under 'types' and refer to it with $ref"
                reader.error("type-inline", message, node.at(key))
                return AnyJson()
        return self._plain(reader, handle, extra)

    def _reference(self, reader: Reader, handle: bool, callback: bool) -> TypeExpr:
        text = reader.text("$ref")
        position = reader.table.entries["$ref"].position
        match = _REFERENCE.fullmatch(text)
        if not match:
            message = f"{text!r} is no reference; write '#/types/Name' or 'module.yaml#/types/Name'"
            reader.error("type-ref-form", message, position)
            return AnyJson()
        name = Name(match["file"] or self._scope.module, match["local"])
        target = self._declared(name, match["section"], text, position)
        if isinstance(target, HandleOf) and not handle:
            message = (
                f"{reader.what} holds a handle; a handle stands only as a parameter or a result of a function"
            )
            reader.error("type-handle-place", f"{message}, alone, nullable or in a list", position)
            return AnyJson()
        if isinstance(target, CallbackOf) and not callback:
            message = f"{reader.what} holds a callback; one stands only as a parameter of a function or a record field"
            reader.error("type-callback-place", message, position)
            return AnyJson()
        return target

    def _declared(self, name: Name, section: str, text: str, position: Position) -> TypeExpr:
        declared = self._scope.modules.get(name.module)
        if name.module in self._scope.unread:
            self._scope.is_blind = True
            return AnyJson()
        if declared is None:
            hint = suggestion(name.module, self._scope.modules)
            message = f"{text!r}: there is no module {name.module!r}{hint}"
        elif section == "constants" and declared.has(section, name.local):
            if name.local in declared.text_groups:
                self._scope.use(name.module)
                return Ref(name)
            message = f"{text!r} is not a group of strings; only such a group is a type"
        elif section in ("types", "resources", "callbacks") and declared.has(section, name.local):
            self._scope.use(name.module)
            if section == "types":
                return Ref(name)
            return HandleOf(name) if section == "resources" else CallbackOf(name)
        else:
            file = text.partition("#")[0]
            known = [
                f"{file}#/{kind}/{local}"
                for kind in ("types", "constants", "resources", "callbacks")
                for local in declared.sections[kind]
            ]
            hint = suggestion(text, known)
            message = (
                f"{text!r} refers to nothing; module {name.module!r} declares no {section}/{name.local}{hint}"
            )
        self._scope.report.error("type-dangling-ref", message, position)
        return AnyJson()

    def _any_of(self, reader: Reader, handle: bool, callback: bool) -> TypeExpr:
        members = reader.sequence("anyOf")
        nulls = [m for m in members or () if isinstance(m, Table) and plain(m) == {"type": "null"}]
        rest = [m for m in members or () if m not in nulls]
        if len(nulls) != 1 or len(rest) != 1:
            message = f'anyOf of {reader.what} must be [<type>, {{type: "null"}}]; for a choice, name a tagged union'
            reader.error("type-any-of", message, reader.table.at("anyOf"))
            return AnyJson()
        return _nullable(self.read(rest[0], reader.what, handle=handle, callback=callback))

    def _plain(self, reader: Reader, handle: bool, extra: frozenset[str]) -> TypeExpr:
        kind, nullable = self._kind(reader)
        if kind is None:
            return AnyJson()
        own = {"array": {"items"}, "object": {"additionalProperties"}, "any": set()}.get(
            kind, {"const", "format"}
        )
        reader.only({"type"} | own | CONSTRAINTS.get(kind, frozenset()) | ANNOTATIONS | extra)
        constraints = read_constraints(reader, CONSTRAINTS.get(kind, frozenset()))
        expr: TypeExpr
        if kind == "any":
            return AnyJson()
        if kind == "array":
            if not reader.require("items"):
                return ListOf(AnyJson(), constraints)
            expr = ListOf(
                self.read(reader.table.entries["items"], f"an item of {reader.what}", handle=handle),
                constraints,
            )
        elif kind == "object":
            values = reader.table.get("additionalProperties")
            if values is None or (isinstance(values, Leaf) and values.value is True):
                expr = MapOf(AnyJson(), constraints)
            else:
                expr = MapOf(self.read(values, f"a value of {reader.what}"), constraints)
        else:
            expr = self._scalar(reader, kind, constraints)  # type: ignore[arg-type]
        return _nullable(expr) if nullable else expr

    def _kind(self, reader: Reader) -> tuple[str | None, bool]:
        """The JSON type and whether null may stand there too; ``any`` for open JSON."""
        node = reader.table.get("type")
        if node is None:
            if "const" in reader:
                return _kind_of_const(reader.json("const")), False
            return "any", False
        listed = [node] if isinstance(node, Leaf) else list(node) if isinstance(node, Items) else []
        kinds = [item.value if isinstance(item, Leaf) else None for item in listed]
        others = [kind for kind in kinds if kind != "null"]
        fits = (len(kinds) == 1 or (len(kinds) == 2 and len(others) == 1)) and all(
            kind in CONSTRAINTS for kind in kinds
        )
        if not fits:
            given = repr(plain(node))
            word = str(others[0]) if len(others) == 1 else ""
            hint = elsewhere(word) or suggestion(word, CONSTRAINTS)
            message = f"{reader.what} has the type {given}; write one of {', '.join(CONSTRAINTS)}, or [<one>, \"null\"]{hint}"
            reader.error("type-unknown", message, node.position)
            return None, False
        return (others[0] if others else "null"), len(kinds) == 2

    def _scalar(self, reader: Reader, kind: ScalarKind, constraints: dict[str, Json]) -> Scalar:
        format_ = reader.text("format")
        if format_ and (kind != "string" or format_ not in FORMATS):
            hint = suggestion(format_, FORMATS) or f"; a string may be {', '.join(FORMATS)}"
            text = (
                f"there is no format {format_!r}{hint}"
                if kind == "string"
                else f"only a string has a format{elsewhere(format_)}"
            )
            reader.error("type-format", f"{reader.what}: {text}", reader.table.at("format"))
            format_ = ""
        const: Any = reader.json("const") if "const" in reader else MISSING
        if (
            const is not MISSING
            and _kind_of_const(const) != kind
            and not (kind == "number" and type(const) is int)
        ):
            message = f"the const {const!r} of {reader.what} is no {kind}"
            reader.error("type-const", message, reader.table.at("const"))
        return Scalar(kind, format_, const, constraints)


def read_constraints(reader: Reader, known: frozenset[str]) -> dict[str, Json]:
    """The keywords of ``known`` that the type gives; one that bounds nothing is reported and left out."""
    found = {}
    for key in sorted(known & reader.table.entries.keys()):
        value = reader.json(key)
        if expected := _constraint_problem(key, value):
            message = f"{key!r} of {reader.what} must be {expected}, not {value!r}"
            reader.error("type-constraint", message, reader.table.at(key))
        else:
            found[key] = value
    for low, high in (
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minimum", "maximum"),
        ("minProperties", "maxProperties"),
    ):
        if low in found and high in found and found[low] > found[high]:
            message = f"{low} of {reader.what} is above {high}, so that no value fits"
            reader.error("type-constraint", message, reader.table.at(low))
    return found


def _constraint_problem(key: str, value: Json) -> str:
    """What ``value`` should have been; empty when it is right."""
    number = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    if key == "pattern":
        try:
            re.compile(value)
        except (re.error, TypeError):
            return "a regular expression"
        return ""
    if key == "uniqueItems":
        return "" if isinstance(value, bool) else "true or false"
    if key == "multipleOf":
        return "" if number and value > 0 else "a number above 0"
    if key in _NUMERIC:
        return "" if number else "a number"
    return (
        ""
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0
        else "a whole number, 0 or more"
    )


def _nullable(expr: TypeExpr) -> TypeExpr:
    return expr if isinstance(expr, (Nullable, AnyJson)) else Nullable(expr)


def _kind_of_const(value: Json) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case _:
            return "any"
