"""types.py of a module: records, enumerations, unions and aliases, by datamodel-code-generator in process.

It gets one JSON Schema per module. What it has no words for (callbacks, lists without repeats, constrained
items) is a reference to a placeholder, which is replaced by an annotation of ours in its output; so is every
import, because references to other modules stay imports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bridgegen.jsonschema import Schema, expression_schema
from bridgegen.model import (
    MISSING,
    Alias,
    AnyJson,
    CallbackOf,
    Doc,
    Enum,
    Field,
    Interface,
    ListOf,
    MapOf,
    Module,
    Name,
    NamedType,
    Nullable,
    Record,
    Ref,
    Scalar,
    TypeExpr,
    Union,
)
from bridgegen.targets.python import docstrings, names
from bridgegen.targets.python.annotations import Annotations, Place
from bridgegen.targets.python.imports import Imports

_PLACEHOLDERS = "placeholders"
_PLACEHOLDER = re.compile(r"\bPlaceholder\d+\b")
_TOKEN = re.compile(r"\bNamed\d+Type\b")
_WORD = re.compile(r"\b[A-Za-z_]\w*\b")
_IMPORT = re.compile(r"from (\S+) import (.+)|import (\S+)")
_MODEL_CONFIG = re.compile(r"    model_config = ConfigDict\(\n(?:        .*\n)*?    \)\n")
_TYPED_FORMATS = frozenset({"uri", "email", "byte"})
"""Formats whose Python type is ours, and not datamodel-code-generator's."""


def body(interface: Interface, module: Module, imports: Imports) -> str:
    """The definitions of ``module``, without imports; those they need are added to ``imports``."""
    schemas = _Schemas(interface, module, imports)
    definitions = {schemas.token(named.name): schemas.of(named) for named in module.types}
    if not definitions:
        return ""
    text = _generate(module, definitions, schemas.aliases())
    head, rest = _split(text)
    rest = _PLACEHOLDER.sub(lambda found: schemas.placeholders[found[0]], _MODEL_CONFIG.sub("", rest))
    rest = _TOKEN.sub(lambda found: schemas.names[found[0]], rest)
    head = [_TOKEN.sub(lambda found: schemas.names[found[0]], line) for line in head]
    _take_imports(interface, head, frozenset(_WORD.findall(rest)), imports)
    return "\n".join(_joined_docstrings(rest.strip("\n").split("\n"))) + "\n"


class _Schemas:
    """The schemas that datamodel-code-generator is given, with Python's names in them."""

    def __init__(self, interface: Interface, module: Module, imports: Imports) -> None:
        self._interface, self._module = interface, module
        self._annotations = Annotations(interface, imports, Place.MODEL, module=module.name)
        self.placeholders: dict[str, str] = {}
        self.names: dict[str, str] = {}
        """Token -> Python's name. The generator has its own ideas about names, so it is given tokens."""
        self._tokens: dict[Name, str] = {}

    def token(self, name: Name) -> str:
        """What the generator is told a type is called; replaced in its output."""
        if name not in self._tokens:
            token = self._tokens[name] = f"Named{len(self._tokens)}Type"
            self.names[token] = names.named(name, self._interface.type(name).doc)
        return self._tokens[name]

    def aliases(self) -> dict[str, str]:
        """Python's name of each field that does not keep its own."""
        return {
            f"{self.token(named.name)}.{field.name}": names.field(field)
            for named in self._module.types
            if isinstance(named, Record)
            for field in named.fields
            if names.field(field) != field.name
        }

    def of(self, named: NamedType) -> Schema:
        match named:
            case Record():
                schema = self._record(named)
            case Enum():
                schema = {
                    "type": "string",
                    "enum": [value.value for value in named.values],
                    "x-enum-varnames": [names.constant(value.name, value.doc) for value in named.values],
                }
                if any(value.doc.summary for value in named.values):
                    schema["x-enum-descriptions"] = [docstrings.text(value.doc) for value in named.values]
            case Union():
                schema = {
                    "oneOf": [{"$ref": self._locate(variant.record)} for variant in named.variants],
                    "discriminator": {
                        "propertyName": named.discriminator,
                        "mapping": {variant.tag: self._locate(variant.record) for variant in named.variants},
                    },
                }
            case Alias(type=MapOf(value=AnyJson())):  # else a class without fields, which takes nothing
                schema = {"$ref": self._placeholder(named.type)}
            case Alias():
                schema = self._expression(named.type)
        return self._described(schema, named.doc)

    def _record(self, record: Record) -> Schema:
        properties = {field.name: self._field(field) for field in record.fields}
        required = [field.name for field in record.fields if field.required]
        return {"type": "object", "properties": properties, "required": required}

    def _field(self, field: Field) -> Schema:
        doc = field.doc
        if field.default is not MISSING and not self._is_written(field):
            doc = replace(doc, description=f"{doc.description}\n\nDefault: {field.default!r}".strip())
        schema = self._described(self._expression(field.type), doc)
        if field.default is not MISSING and self._is_written(field):
            schema["default"] = field.default
        elif not field.required and isinstance(field.type, Nullable):
            schema["x-nullable"] = True
        return schema

    def _is_written(self, field: Field) -> bool:
        """Whether the default stands in the code; one of a record, a date or a filled list is only described."""
        expr = self._interface.underlying(field.type)
        if isinstance(expr, Nullable):
            expr = self._interface.underlying(expr.inner)
        if isinstance(expr, Scalar):
            return expr.const is MISSING and expr.format in ("", "uri", "email")
        if isinstance(expr, ListOf | MapOf):
            return not field.default
        if not isinstance(expr, Ref) or expr not in (field.type, getattr(field.type, "inner", None)):
            return False
        return isinstance(self._interface.type(expr.name), Enum)

    def _expression(self, expr: TypeExpr) -> Schema:
        if self._is_ours(expr):
            return {"$ref": self._placeholder(expr)}
        match expr:
            case ListOf():
                return {"type": "array", "items": self._expression(expr.item)} | dict(expr.constraints)
            case MapOf() if not isinstance(expr.value, AnyJson):
                values = self._expression(expr.value)
                return {"type": "object", "additionalProperties": values} | dict(expr.constraints)
            case Nullable() if isinstance(expr.inner, Ref) or self._is_ours(expr.inner):
                return {"anyOf": [self._expression(expr.inner), {"type": "null"}]}
            case Nullable():
                inner = self._expression(expr.inner)
                return inner | {"type": [inner["type"], "null"]} if "type" in inner else inner
        return expression_schema(expr, self._locate)

    def _is_ours(self, expr: TypeExpr) -> bool:
        match expr:
            case CallbackOf():
                return True
            case Scalar():
                return expr.format in _TYPED_FORMATS or isinstance(expr.const, float)
            case ListOf():
                return "uniqueItems" in expr.constraints or _is_constrained(expr.item)
            case MapOf():
                return _is_constrained(expr.value)
        return False

    def _placeholder(self, expr: TypeExpr) -> str:
        annotation = self._annotations.of(expr)
        name = next((name for name, text in self.placeholders.items() if text == annotation), None)
        if name is None:
            name = f"Placeholder{len(self.placeholders)}"
            self.placeholders[name] = annotation
        return f"{_PLACEHOLDERS}.json#/$defs/{name}"

    def _locate(self, name: Name) -> str:
        token = self.token(name)
        return (
            f"#/$defs/{token}" if name.module == self._module.name else f"{name.module}.json#/$defs/{token}"
        )

    def _described(self, schema: Schema, doc: Doc) -> Schema:
        text = docstrings.text(doc)
        return schema | {"description": text} if text else schema


def _is_constrained(expr: TypeExpr) -> bool:
    """Whether datamodel-code-generator would make a type of its own for this item."""
    if isinstance(expr, Nullable):
        return _is_constrained(expr.inner)
    return bool(getattr(expr, "constraints", None))


def _generate(module: Module, definitions: Schema, aliases: dict[str, str]) -> str:
    """Run datamodel-code-generator; imported here because importing it takes half a second."""
    from datamodel_code_generator import GenerateConfig, generate
    from datamodel_code_generator.enums import DataModelType, InputFileType
    from datamodel_code_generator.format import PythonVersion

    external = {f"{other}.json": f"modules.{other}" for other in module.uses}
    config = GenerateConfig(
        input_file_type=InputFileType.JsonSchema,
        input_filename=f"{module.name}.json",
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        base_class="bridge_runtime.records.Record",
        external_ref_mapping={**external, f"{_PLACEHOLDERS}.json": _PLACEHOLDERS},
        aliases=aliases,
        field_extra_keys={"x-nullable"},
        formatters=[],
        skip_root_model=True,
        strict_nullable=True,
        set_default_enum_member=True,
        use_annotated=True,
        field_constraints=True,
        use_attribute_docstrings=True,
        use_double_quotes=True,
        use_field_description=True,
        use_one_literal_as_default=True,
        use_schema_description=True,
        use_specialized_enum=True,
        use_standard_collections=True,
        use_single_line_docstring=True,
        use_subclass_enum=True,
        use_type_alias=True,
        use_union_operator=True,
    )
    text = generate({"$defs": definitions}, config=config)
    assert isinstance(text, str)
    return f"{text}\n"


def _split(text: str) -> tuple[list[str], str]:
    """The import lines, and all that follows them."""
    lines = text.split("\n")
    end = 0
    while end < len(lines) and (not lines[end] or lines[end].startswith(("#", "from ", "import "))):
        end += 1
    return lines[:end], "\n".join(lines[end:])


def _joined_docstrings(lines: list[str]) -> Iterator[str]:
    """The lines, with the first of each long docstring beside its quotes, where the other modules have it."""
    inside = False
    opened = ""
    for line in lines:
        if opened:
            yield opened + line.strip()
            opened = ""
        elif line.strip() == '"""':
            inside = not inside
            if inside:
                opened = line
            else:
                yield line
        else:
            yield line


def _take_imports(interface: Interface, head: list[str], used: frozenset[str], imports: Imports) -> None:
    """Keep the imports of names that are still used; some spoke of a placeholder only."""
    for module, listed in _imported(head):
        if module.startswith("modules."):
            module = f"..{names.module(interface.module(module.removeprefix('modules.')))}.types"
        for name in listed:
            if name in used:
                imports.name(module, name)


def _imported(head: list[str]) -> Iterator[tuple[str, list[str]]]:
    for line in head:
        if (found := _IMPORT.fullmatch(line)) and found[1] not in (None, "__future__", _PLACEHOLDERS):
            yield found[1], [name.strip() for name in found[2].split(",") if name.strip() != "ConfigDict"]
