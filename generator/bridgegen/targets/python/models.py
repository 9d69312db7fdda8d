"""types.py of a module: records, enumerations, unions and aliases, by datamodel-code-generator in process.

The generator costs a third of a millisecond a field, whatever the field, so it writes each *shape* of field once
(``{type: integer, minimum: 0}``, optional) and the records of all modules share what it wrote. References are
tokens in the schemas it gets, and names in the text it gives; what it has no words for (callbacks, lists without
repeats, constrained items) is a token, too, that stands for an annotation of ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bridgegen.jsonschema import Schema, expression_schema
from bridgegen.model import (
    MISSING,
    Alias,
    AnyJson,
    CallbackOf,
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
    Variant,
    expressions,
    named_in,
)
from bridgegen.targets.python import docstrings, names
from bridgegen.targets.python.annotations import Annotations, Place
from bridgegen.targets.python.imports import Imports
from bridgegen.targets.python.plan import is_nullable
from bridgegen.targets.python.values import Values

_TOKEN = re.compile(r"\bToken\d+Type\b")
_STUB = re.compile(r"\bStub\d+Type\b")
_WORD = re.compile(r"\b[A-Za-z_]\w*\b")
_IMPORT = re.compile(r"from (\S+) import (.+)")
_ALIAS = re.compile(r"\w+ = TypeAliasType\(\"\w+\", (.*)\)$", re.MULTILINE)
_BLOCK = re.compile(r"^(?=class \w+\(|\w+ = TypeAliasType\()", re.MULTILINE)
_SHAPE = re.compile(r"^    (shape\d+): (.*)$", re.MULTILINE)
_CONSTRAINED = re.compile(r"Annotated\[(.*), Field\((.*)\)\]")
_TYPED_FORMATS = frozenset({"uri", "email", "byte"})
"""Formats whose Python type is ours, and not datamodel-code-generator's."""

_shapes: dict[str, str] = {}
"""Shape of a field, as JSON, -> what follows its name in a class, with tokens for what it refers to."""
_origins: dict[str, str] = {}
"""Name that the generator imports -> the module it comes from."""


def body(interface: Interface, module: Module, imports: Imports) -> str:
    """The definitions of ``module``, without imports; those they need are added to ``imports``."""
    return _Writer(interface, module, imports).body() if module.types else ""


def incomplete(interface: Interface, module: Module) -> list[str]:
    """Python names of the records that speak, however far away, of a type that is defined below them."""
    local = {named.name: named for named in module.types}
    defined: set[Name] = set()
    waiting: dict[Name, str] = {}
    for named in module.types:
        needed = {name for name in _needed(named) if name in local}
        has_callback = interface.facts[named.name].has_callback
        if (
            has_callback
            or not needed <= defined | {named.name}
            or not needed.isdisjoint(waiting)
            or _is_recursive(named)
        ):
            waiting[named.name] = names.named(named.name, named.doc)
        defined.add(named.name)
    return [text for name, text in waiting.items() if isinstance(local[name], Record)]


def _needed(named: NamedType) -> Iterator[Name]:
    for expr in expressions(named):
        yield from named_in(expr)


def _is_recursive(named: NamedType) -> bool:
    return named.name in {*_needed(named)}


@dataclass(slots=True)
class _Tokens:
    """What stands for a reference or an annotation of ours in one schema: tokens, numbered from 0."""

    texts: dict[str, str]
    """Token -> the text it stands for."""

    def of(self, text: str) -> str:
        """The ``$ref`` that stands for ``text``."""
        token = next((token for token, known in self.texts.items() if known == text), "")
        if not token:
            token = f"Token{len(self.texts)}Type"
            self.texts[token] = text
        return f"tokens.json#/$defs/{token}"

    def fill(self, text: str) -> str:
        return _TOKEN.sub(lambda found: self.texts[found[0]], text)


class _Writer:
    """Writes the types of one module."""

    def __init__(self, interface: Interface, module: Module, imports: Imports) -> None:
        self._interface, self._module, self._imports = interface, module, imports
        self._annotations = Annotations(interface, imports, Place.MODEL, module=module.name)
        self._values = Values(interface, self._annotations.named, imports.name)
        self._tokens = _Tokens({})
        self._stubs: dict[str, tuple[Schema, str]] = {}
        self._fields: dict[tuple[Name, str], tuple[str, _Tokens]] = {}

    def body(self) -> str:
        blocks = self._generate()
        defined: set[str] = set()
        written = []
        for named in self._module.types:
            name = names.named(named.name, named.doc)
            if isinstance(named, Record):
                written.append(self._record(named, name))
            else:
                written.append(self._quoted(blocks[name], name, defined))
            defined.add(name)
        text = "\n\n\n".join(written) + "\n"
        for word in {*_WORD.findall(text)} & _origins.keys():
            self._imports.name(_origins[word], word)
        return text

    def _generate(self) -> dict[str, str]:
        """Have the generator write what it has not yet: types that are no records, and new shapes of fields."""
        others = {
            f"Definition{n}Type": named
            for n, named in enumerate(self._module.types)
            if not isinstance(named, Record)
        }
        definitions = {key: self._definition(named) for key, named in others.items()}
        definitions |= {stub: schema for stub, (schema, _) in self._stubs.items()}
        fresh: dict[str, str] = {}
        for record in self._module.types:
            for field in record.fields if isinstance(record, Record) else ():
                tokens = _Tokens({})
                shape = json.dumps(self._shape(field, tokens), sort_keys=True)
                self._fields[record.name, field.name] = (shape, tokens)
                if shape not in _shapes:
                    fresh.setdefault(shape, f"shape{len(fresh)}")
        if fresh:
            definitions["ShapesType"] = _carrier(fresh)
        if not definitions:
            return {}
        blocks = _run(self._module.name, definitions)
        if fresh:
            lines: dict[str, str] = dict(_SHAPE.findall(blocks["ShapesType"]))
            # Open JSON has null already.
            texts = {name: line.replace("Any | None = None", "Any = None") for name, line in lines.items()}
            _shapes.update({shape: texts[name] for shape, name in fresh.items()})
        found = {}
        for key, named in others.items():
            name = names.named(named.name, named.doc)
            block = _STUB.sub(lambda stub: self._stubs[stub[0]][1], blocks[key])
            found[name] = self._tokens.fill(re.sub(rf"\b{key}\b", name, block))
        return found

    def _quoted(self, block: str, name: str, defined: set[str]) -> str:
        """An alias that speaks of types below it becomes text, which is read when it is first needed."""
        found = _ALIAS.match(block)
        local = {names.named(named.name, named.doc) for named in self._module.types}
        if found is None or not ({*_WORD.findall(found[1])} & local) - defined:
            return block
        return block.replace(found[1], docstrings.quoted(found[1]), 1)

    def _record(self, record: Record, name: str) -> str:
        lines = [f"class {name}({self._imports.name('bridge_runtime.records', 'Record')}):"]
        described = docstrings.paragraphs(record.doc)
        lines += [f"    {docstrings.literal(described, 4)}", ""] if described else []
        for field in record.fields:
            lines.append(f"    {names.field(field)}: {self._field(record, field)}")
            text = self._field_text(field)
            lines += [f"    {docstrings.literal(text, 4)}"] if text else []
        return "\n".join(lines if len(lines) > 1 else [*lines, "    pass"])

    def _field(self, record: Record, field: Field) -> str:
        """What follows a field's name: its annotation, and its default."""
        shape, tokens = self._fields[record.name, field.name]
        text = tokens.fill(_shapes[shape])
        annotation = text.removesuffix(" = None")
        default = text[len(annotation) :]
        if self._has_value(field):
            value = field.type.const if isinstance(field.type, Scalar) and field.required else field.default
            default = f" = {self._values.of(value, field.type)}"
        if names.field(field) != field.name:
            mark = f"{self._imports.name('pydantic', 'Field')}(alias={docstrings.quoted(field.name)})"
            annotation = f"{self._imports.name('typing', 'Annotated')}[{annotation}, {mark}]"
        return f"{self._hidden(annotation) if field.secret else annotation}{default}"

    def _hidden(self, annotation: str) -> str:
        """The annotation of a secret, which no repr shows."""
        if found := _CONSTRAINED.fullmatch(annotation):
            return f"Annotated[{found[1]}, Field({found[2]}, repr=False)]"
        mark = f"{self._imports.name('pydantic', 'Field')}(repr=False)"
        return f"{self._imports.name('typing', 'Annotated')}[{annotation}, {mark}]"

    def _has_value(self, field: Field) -> bool:
        """Whether a default stands in the code: a constant's, or a plain one; others are only described."""
        if field.required:
            return isinstance(field.type, Scalar) and isinstance(field.type.const, str | int)
        if field.default is MISSING or field.default is None:
            return False
        found = self._interface.underlying(field.type)
        inner = self._interface.underlying(found.inner) if isinstance(found, Nullable) else found
        if isinstance(inner, Scalar):
            return inner.const is MISSING and inner.format in ("", "uri", "email")
        if isinstance(inner, ListOf | MapOf):
            return not field.default
        return isinstance(inner, Ref) and isinstance(self._interface.type(inner.name), Enum)

    def _field_text(self, field: Field) -> list[str]:
        found = docstrings.paragraphs(field.doc)
        if field.default is not MISSING and field.default is not None and not self._has_value(field):
            found.append(f"Default: {field.default!r}")
        return found

    def _shape(self, field: Field, tokens: _Tokens) -> tuple[Schema, bool]:
        """The schema of a field without what is its own: its name, its text and its default."""
        schema = self._expression(field.type, tokens)
        required = field.required or self._has_value(field)
        if not required and is_nullable(self._interface, field.type) and not isinstance(field.type, AnyJson):
            schema = schema | {"x-nullable": True}
        return schema, required

    def _definition(self, named: NamedType) -> Schema:
        match named:
            case Enum():
                schema: Schema = {
                    "type": "string",
                    "enum": [value.value for value in named.values],
                    "x-enum-varnames": [names.constant(value.name, value.doc) for value in named.values],
                }
                if any(value.doc.summary for value in named.values):
                    schema["x-enum-descriptions"] = [docstrings.text(value.doc) for value in named.values]
            case Union():
                refs = {variant.tag: self._stub(variant, named.discriminator) for variant in named.variants}
                schema = {
                    "oneOf": [{"$ref": ref} for ref in refs.values()],
                    "discriminator": {"propertyName": named.discriminator, "mapping": refs},
                }
            case _:
                assert isinstance(named, Alias)
                schema = self._expression(named.type, self._tokens)
        text = docstrings.text(named.doc)
        return schema | {"description": text} if text else schema

    def _stub(self, variant: Variant, discriminator: str) -> str:
        """The reference of a variant: the generator must see its tag, and nothing else of it."""
        stub = f"Stub{len(self._stubs)}Type"
        tag = {"type": "string", "const": variant.tag}
        schema = {"type": "object", "properties": {discriminator: tag}, "required": [discriminator]}
        self._stubs[stub] = (schema, self._annotations.named(variant.record))
        return f"#/$defs/{stub}"

    def _expression(self, expr: TypeExpr, tokens: _Tokens) -> Schema:
        if _is_ours(expr):
            return {"$ref": tokens.of(self._annotations.of(expr))}
        match expr:
            case ListOf():
                return {"type": "array", "items": self._expression(expr.item, tokens)} | dict(
                    expr.constraints
                )
            case MapOf():
                values = self._expression(expr.value, tokens)  # {} for open JSON: left out, it makes a record
                return {"type": "object", "additionalProperties": values} | dict(expr.constraints)
            case Nullable() if isinstance(expr.inner, Ref) or _is_ours(expr.inner):
                return {"anyOf": [self._expression(expr.inner, tokens), {"type": "null"}]}
            case Nullable():
                inner = self._expression(expr.inner, tokens)
                return inner | {"type": [inner["type"], "null"]} if "type" in inner else inner
        return expression_schema(expr, lambda name: self._locate(name, tokens))

    def _locate(self, name: Name, tokens: _Tokens) -> str:
        return tokens.of(self._annotations.named(name))


def _is_ours(expr: TypeExpr) -> bool:
    """Whether the annotation is one that datamodel-code-generator has no words for."""
    match expr:
        case CallbackOf():
            return True
        case Scalar():
            return expr.format in _TYPED_FORMATS or isinstance(expr.const, float)
        case ListOf():
            return "uniqueItems" in expr.constraints or _is_constrained(expr.item)
        case MapOf():  # an open object with a name would become a class without fields, which takes nothing
            return isinstance(expr.value, AnyJson) or _is_constrained(expr.value)
    return False


def _is_constrained(expr: TypeExpr) -> bool:
    """Whether datamodel-code-generator would make a type of its own for this item."""
    if isinstance(expr, Nullable):
        return _is_constrained(expr.inner)
    return bool(getattr(expr, "constraints", None))


def _carrier(fresh: Mapping[str, str]) -> Schema:
    """A record that has one field of each new shape."""
    shapes = {name: json.loads(shape) for shape, name in fresh.items()}
    return {
        "type": "object",
        "properties": {name: schema for name, (schema, _) in shapes.items()},
        "required": [name for name, (_, required) in shapes.items() if required],
    }


def _run(module: str, definitions: Schema) -> dict[str, str]:
    """datamodel-code-generator's text of each definition; imported here because that takes half a second."""
    from datamodel_code_generator import GenerateConfig, generate
    from datamodel_code_generator.enums import DataModelType, InputFileType
    from datamodel_code_generator.format import PythonVersion

    config = GenerateConfig(
        input_file_type=InputFileType.JsonSchema,
        input_filename=f"{module}.json",
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        base_class="bridge_runtime.records.Record",
        external_ref_mapping={"tokens.json": "tokens"},
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
    head, *blocks = _BLOCK.split(f"{text}\n")
    for origin, listed in _IMPORT.findall(head):
        if origin not in ("__future__", "tokens"):
            _origins.update(dict.fromkeys(listed.replace(" ", "").split(","), origin))
    return {_WORD.findall(block)[block.startswith("class ")]: _joined_docstrings(block) for block in blocks}


def _joined_docstrings(block: str) -> str:
    """The block, with the first line of each long docstring beside its quotes, as the other modules have it."""
    inside = False
    lines: list[str] = []
    for line in block.strip("\n").split("\n"):
        quotes = line.strip() == '"""'
        if inside and lines[-1].strip() == '"""' and not quotes:
            lines[-1] += line.strip()
        else:
            lines.append(line)
        inside ^= quotes
    return "\n".join(lines)
