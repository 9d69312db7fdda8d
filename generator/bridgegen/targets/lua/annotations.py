"""Types and documentation as LuaLS annotations."""

from __future__ import annotations

from collections.abc import Iterator

from bridgegen.model import (
    MISSING,
    Alias,
    AnyJson,
    Callback,
    CallbackOf,
    Doc,
    Enum,
    Field,
    Function,
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
    Resource,
    Scalar,
    TypeExpr,
    Union,
)
from bridgegen.targets.lua import names
from bridgegen.targets.lua.literals import literal, text

_SCALARS = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean", "null": "nil"}


class Annotations:
    """Writes annotations of one interface's types."""

    def __init__(self, interface: Interface) -> None:
        self._interface = interface
        self._root = names.root(interface)

    def class_name(self, name: Name, doc: Doc) -> str:
        """``llmspell.desk.DeskConfig``: types live in the namespace of their module."""
        module = self._interface.module(name.module)
        return f"{self._root}.{names.module(module)}.{names.named(name, doc)}"

    def type(self, expr: TypeExpr, *, given: bool = False, top: bool = False) -> str:
        """The annotation of ``expr``; ``given`` where a caller writes the value, ``top`` for a whole result.

        A caller may write a handle as its id; null is nil where a value stands alone.
        """
        match expr:
            case Scalar(kind="string", const=str(value)):
                return text(value)
            case Scalar(kind=kind):
                return _SCALARS[kind]
            case AnyJson():
                return "any"
            case ListOf(item=item):
                return f"{self._grouped(item, given)}[]"
            case MapOf(value=value):
                return f"table<string, {self.type(value, given=given)}>"
            case Nullable(inner=inner):
                return f"{self._grouped(inner, given)}|{'nil' if top else 'bridge_runtime.Null'}"
            case HandleOf(resource=name):
                found = self._interface.resource(name)
                return self.class_name(name, found.doc) + ("|string" if given else "")
            case CallbackOf(callback=name):
                return self.class_name(name, self._interface.callback(name).doc)
            case Ref(name=name):
                return self.class_name(name, self._interface.type(name).doc)

    def _grouped(self, expr: TypeExpr, given: bool) -> str:
        written = self.type(expr, given=given)
        return f"({written})" if "|" in written else written

    def function_type(self, callback: Callback) -> str:
        """``fun(book: library.catalog.Book, position: integer): boolean``."""
        parameters = ", ".join(
            f"{names.safe(names.parameter(parameter))}{'' if parameter.required else '?'}: "
            + self.type(parameter.type, top=True)
            for parameter in callback.parameters
        )
        result = (
            f": {self.type(callback.result, given=True, top=True)}" if callback.result is not None else ""
        )
        return f"fun({parameters}){result}"

    def named_type(self, found: NamedType) -> tuple[str, ...]:
        """The comment lines that define a named type."""
        name = self.class_name(found.name, found.doc)
        head = list(documentation(found.doc))
        match found:
            case Record(fields=fields):
                return (*head, f"---@class {name}", *(self._field(field) for field in fields))
            case Enum(values=values):
                return (
                    *head,
                    f"---@alias {name}",
                    *(self._choice(value.value, value.doc) for value in values),
                )
            case Union(variants=variants):
                joined = "|".join(self.type(Ref(variant.record)) for variant in variants)
                return (*head, f"---@alias {name} {joined}")
            case Alias(type=expr):
                return (*head, f"---@alias {name} {self.type(expr)}")

    def _choice(self, value: str, doc: Doc) -> str:
        return f"---| {text(text(value)[1:-1])[1:-1] and text(value)}" + (
            f" # {one_line(doc)}" if one_line(doc) else ""
        )

    def _field(self, field: Field) -> str:
        name = field.name if names.is_identifier(field.name) else f"[{text(field.name)}]"
        optional = "" if field.required else "?"
        about = one_line(field.doc)
        if field.default is not MISSING:
            about = f"{about} Default: {_shown(field.default)}.".strip()
        return f"---@field {name}{optional} {self.type(field.type, given=True)} {about}".rstrip()

    def callback(self, callback: Callback) -> tuple[str, ...]:
        name = self.class_name(callback.name, callback.doc)
        return (*documentation(callback.doc), f"---@alias {name} {self.function_type(callback)}")

    def resource(self, resource: Resource) -> tuple[str, ...]:
        name = self.class_name(resource.name, resource.doc)
        base = f"{self._root}.Session" if resource.is_session else "bridge_runtime.Handle"
        return (*documentation(resource.doc), f"---@class {name}: {base}")

    def function(self, function: Function, parameters: tuple[str, ...]) -> Iterator[str]:
        """The comment lines above a function; ``parameters`` are its variables."""
        yield from documentation(function.doc)
        yield from _consequences(function)
        for parameter, variable in zip(function.parameters, parameters, strict=True):
            yield f"---@param {variable}{'' if parameter.required else '?'} {self._parameter(parameter)}".rstrip()
        if function.streams is not None:
            yield f"---@return bridge_runtime.Stream|fun(): {self.type(function.streams)}?"
        elif function.result is not None:
            yield f"---@return {self.type(function.result, top=True)}"
        if function.doc.deprecated:
            yield "---@deprecated"

    def _parameter(self, parameter: Parameter) -> str:
        about = one_line(parameter.doc)
        if parameter.default is not MISSING:
            about = f"{about} Default: {_shown(parameter.default)}.".strip()
        return f"{self.type(parameter.type, given=True)} {about}"


def _shown(value: object) -> str:
    """A default on one line, as a comment needs it."""
    return " ".join(line.strip() for line in literal(value).splitlines()).replace(", }", " }")


def _consequences(function: Function) -> Iterator[str]:
    notes = []
    if function.errors:
        notes.append(f"Raises {', '.join(f'`{code}`' for code in function.errors)}.")
    if function.permissions:
        notes.append(f"Needs {', '.join(f'`{name}`' for name in function.permissions)}.")
    if function.emits:
        notes.append(f"Emits {', '.join(f'`{name}`' for name in function.emits)}.")
    if notes:
        yield "---"
        yield f"---{' '.join(notes)}"


def one_line(doc: Doc) -> str:
    """Summary and description on one line."""
    joined = " ".join(f"{doc.summary} {doc.description}".split())
    return f"{joined} Deprecated: {doc.deprecated}".strip() if doc.deprecated else joined


def documentation(doc: Doc) -> Iterator[str]:
    """What is said of a construct, as the comment lines above it."""
    if doc.summary:
        yield f"---{' '.join(doc.summary.split())}"
    if doc.description:
        if doc.summary:
            yield "---"
        for line in doc.description.strip().splitlines():
            yield f"---{line}".rstrip()
    if doc.deprecated:
        yield "---"
        yield f"---Deprecated: {' '.join(doc.deprecated.split())}"
    if doc.stability != "stable":
        yield f"---Stability: {doc.stability}."
    if doc.since:
        yield f"---Since {doc.since}."
