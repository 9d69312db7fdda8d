"""The types of a module: records, enumerations, tagged unions and aliases."""

from __future__ import annotations

from dataclasses import replace

from bridgegen import casing
from bridgegen.load.reading import CASES, DOC_KEYS, Reader
from bridgegen.load.scope import Scope
from bridgegen.load.types import TypeReader
from bridgegen.model import (
    MISSING,
    Alias,
    Doc,
    Enum,
    EnumValue,
    Field,
    Name,
    NamedType,
    Position,
    Record,
    Ref,
    Union,
    Variant,
)
from bridgegen.tree import Items, Table


class NamedReader:
    """Lowers what stands under ``types``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._types = TypeReader(scope)

    def read(self, module: Reader) -> list[NamedType]:
        """Every named type of the module, in the order of the file."""
        found: list[NamedType | None] = []
        for local, position, reader in module.entries("types", "PascalCase", "type"):
            found.append(self._one(Name(self._scope.module, local), position, reader))
        return [named for named in found if named is not None]

    def _one(self, name: Name, position: Position, reader: Reader) -> NamedType | None:
        doc = reader.doc(summary_required=True)
        if "properties" in reader or "required" in reader:
            return self._record(name, position, reader, doc)
        if "enum" in reader:
            return self._enum(name, position, reader, doc)
        if "oneOf" in reader or "discriminator" in reader:
            return self._union(name, position, reader, doc)
        expr = self._types.read(reader.table, reader.what)
        return Alias(name, expr, doc, position)

    def _record(self, name: Name, position: Position, reader: Reader, doc: Doc) -> Record:
        reader.only({"type", "properties", "required", "additionalProperties", "examples"} | DOC_KEYS)
        if reader.text("type", "object") != "object":
            reader.error(
                "type-record", f"{reader.what} has properties, so its type is object", reader.table.at("type")
            )
        if "additionalProperties" in reader and reader.json("additionalProperties") is not False:
            message = f"{reader.what} is a record, and records are closed; add a field for the open part"
            reader.error("type-record", message, reader.table.at("additionalProperties"))
        self._types.sample(reader.table, Ref(name), reader.what)
        required = dict(reader.texts("required"))
        fields = tuple(self._fields(reader, required))
        for unknown in required.keys() - {field.name for field in fields}:
            reader.error(
                "type-required",
                f"{reader.what} requires {unknown!r}, which it has no property for",
                required[unknown],
            )
        return Record(name, fields, doc, position)

    def _fields(self, record: Reader, required: dict[str, Position]) -> list[Field]:
        found = []
        for local, position, reader in record.entries("properties", "snake_case", "field"):
            expr = self._types.read(reader.table, reader.what, callback=True, extra=frozenset({"writeOnly"}))
            default = reader.json("default") if "default" in reader else MISSING
            if local in required and default is not MISSING:
                message = f"{reader.what} is required, so its default never applies; drop one of the two"
                reader.error("type-default-required", message, reader.table.at("default"))
            secret, doc = reader.flag("writeOnly"), reader.doc()
            if secret:
                doc = replace(
                    doc, description=f"{doc.description} It is a secret, and shown nowhere.".strip()
                )
            found.append(Field(local, expr, local in required, default, doc, position, secret))
        return found

    def _enum(self, name: Name, position: Position, reader: Reader, doc: Doc) -> Enum:
        reader.only({"type", "enum", "examples"} | DOC_KEYS)
        if reader.text("type", "string") != "string":
            reader.error("type-enum", f"{reader.what} must be of type string", reader.table.at("type"))
        self._types.sample(reader.table, Ref(name), reader.what)
        values: list[EnumValue] = []
        for text, where in reader.texts("enum"):
            upper = casing.upper(text)
            if not CASES["UPPER_CASE"].fullmatch(upper) or not text.isprintable() or text != text.strip():
                message = f"the value {text!r} of {reader.what} makes no name; write it as constants, which are named"
                reader.error("type-enum", message, where)
            elif any(value.name == upper for value in values):
                message = f"the value {text!r} of {reader.what} is named {upper}, as another already is"
                reader.error("type-enum", message, where)
            else:
                number = self._scope.lock.number(f"values {name}", text)
                values.append(EnumValue(upper, text, number, Doc(), where))
        if reader.json("enum") == []:
            reader.error("type-enum", f"{reader.what} has no values", reader.table.at("enum"))
        return Enum(name, tuple(values), doc, position)

    def _union(self, name: Name, position: Position, reader: Reader, doc: Doc) -> Union:
        reader.only({"oneOf", "discriminator", "examples"} | DOC_KEYS)
        self._types.sample(reader.table, Ref(name), reader.what)
        reader.require("oneOf", "discriminator")
        table = reader.mapping("discriminator")
        key = ""
        if table is not None:
            discriminator = Reader(table, f"the discriminator of {reader.what}", self._scope.report)
            discriminator.only({"propertyName"})
            discriminator.require("propertyName")
            key = discriminator.text("propertyName")
        variants = []
        for item in reader.sequence("oneOf") or Items((), position):
            expr = self._types.read(item, f"a variant of {reader.what}")
            if isinstance(expr, Ref):
                variants.append(Variant("", expr.name))  # the tag is read off the record once all are lowered
            elif isinstance(item, Table) and "$ref" not in item.entries:
                message = f"a variant of {reader.what} must be the $ref of a record"
                self._scope.report.error("type-union", message, item.position)
        return Union(name, key, tuple(variants), doc, position)
