"""Types of schema."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from bridge_runtime.records import Record
from pydantic import Field

from ..shared.types import Timestamp


class Type(StrEnum):
    """The types of JSON Schema."""

    OBJECT = "object"
    """Properties by name."""
    ARRAY = "array"
    """A list."""
    STRING = "string"
    """Text."""
    NUMBER = "number"
    """Any number, whole ones included."""
    INTEGER = "integer"
    """A whole number; 1.0 is one."""
    BOOLEAN = "boolean"
    """True or false."""
    NULL = "null"
    """Nothing, said explicitly."""


class Format(StrEnum):
    """The formats of text that JSON Schema 2020-12 defines; all of them are asserted."""

    DATE_TIME = "date-time"
    """A moment, RFC 3339: 2026-11-21T08:00:00Z."""
    DATE = "date"
    """A day: 2026-11-21."""
    TIME = "time"
    """A time of day with its offset: 08:00:00Z."""
    DURATION = "duration"
    """An ISO 8601 duration: PT90M."""
    EMAIL = "email"
    """An e-mail address."""
    IDN_EMAIL = "idn-email"
    """An e-mail address with letters of any script."""
    HOSTNAME = "hostname"
    """The name of a host."""
    IDN_HOSTNAME = "idn-hostname"
    """The name of a host with letters of any script."""
    IPV4 = "ipv4"
    """An address: 192.0.2.1."""
    IPV6 = "ipv6"
    """An address: 2001:db8::1."""
    URI = "uri"
    """A URI with its scheme, RFC 3986."""
    URI_REFERENCE = "uri-reference"
    """A URI, or a part relative to one."""
    IRI = "iri"
    """A URI with letters of any script, RFC 3987."""
    IRI_REFERENCE = "iri-reference"
    """An IRI, or a part relative to one."""
    UUID = "uuid"
    """A UUID, in hexadecimal with dashes."""
    URI_TEMPLATE = "uri-template"
    """A URI with places to fill, RFC 6570."""
    JSON_POINTER = "json-pointer"
    """A place in a JSON document, RFC 6901: /items/0."""
    RELATIVE_JSON_POINTER = "relative-json-pointer"
    """A place seen from another one: 1/name."""
    REGEX = "regex"
    """A pattern that schemas here can use."""


class Rule(StrEnum):
    """Why a coercion changed a value."""

    TO_INTEGER = "to_integer"
    """Text or true and false became a whole number: "42" → 42."""
    TO_NUMBER = "to_number"
    """Text or true and false became a number: "1.5" → 1.5."""
    TO_BOOLEAN = "to_boolean"
    """A word, 0 or 1 became true or false: "yes" → true."""
    TO_NULL = "to_null"
    """Empty text or "null" became null."""
    TO_STRING = "to_string"
    """A number, true or false became text: 42 → "42"."""
    PARSED = "parsed"
    """JSON text became the object or list that it holds."""
    WRAPPED = "wrapped"
    """A value became a list of itself."""
    UNWRAPPED = "unwrapped"
    """A list of one item became that item."""
    MATCHED = "matched"
    """A value became the allowed one that it means: "RED " → "red"."""
    DEFAULT = "default"
    """A property that was absent got its default."""
    DROPPED = "dropped"
    """A property that the schema does not know was left out."""


class MergeStrategy(StrEnum):
    """What a merged schema accepts."""

    ALL = "all"
    """What every one of the schemas accepts; contradictions are conflicts. The order does not matter."""
    ANY = "any"
    """What at least one of the schemas accepts. The order does not matter."""
    OVERRIDE = "override"
    """Where two speak of the same keyword or property, the later one is right."""
    STRICT = "strict"
    """Where two speak of the same keyword or property, they must agree; the order does not matter."""


class FileFormat(StrEnum):
    """How a repository's files are written; files of both are read."""

    JSON = "json"
    """Indented JSON."""
    YAML = "yaml"
    """YAML."""


class SchemaIssue(Record):
    """One fault of a value."""

    path: str
    """JSON pointer to the faulty value; empty for the value as a whole."""
    keyword: str
    """The keyword that it does not fit: "minimum"."""
    schema_path: str
    """JSON pointer to that keyword, by way of each $ref: "/properties/age/minimum"."""
    message: str
    """What was expected and what was given."""
    value: Any = None
    """What was given; absent when it is longer than 1000 characters as JSON."""
    expected: Any = None
    """What the keyword says; absent when it is longer than 1000 characters as JSON."""
    causes: list[SchemaIssue] | None = None
    """Of anyOf and oneOf: why each alternative was not met."""


class ValidationResult(Record):
    """Whether a value fits a schema."""

    valid: bool
    """True when there is no fault."""
    issues: list[SchemaIssue]
    """Every fault, in the order of their paths; the first 1000 when there are more."""


class ValidateOptions(Record):
    """How strictly to check."""

    formats: bool = True
    """Whether `format` is asserted, or only a remark."""


class Change(Record):
    """One change that a coercion made.

    Made one after the other, in the order of the list, the changes lead from the value given to the
    value returned.
    """

    path: str
    """JSON pointer to what changed."""
    rule: Rule
    """Why it changed."""
    before: Any = None
    """What stood there; absent when there was nothing."""
    after: Any = None
    """What stands there now; absent when nothing does."""


class CoerceOptions(Record):
    """How far a coercion goes."""

    fill_defaults: bool = True
    """Whether absent properties get the default that the schema names."""
    drop_unknown: bool = False
    """Whether properties that the schema does not describe are left out."""
    formats: bool = True
    """Whether `format` is asserted when the result is checked."""


class CoerceResult(Record):
    """A value brought closer to a schema."""

    value: Any
    """The value after all changes; the one given is left alone."""
    valid: bool
    """Whether it fits the schema now."""
    changes: list[Change]
    """Every change, in the order in which they were made."""
    issues: list[SchemaIssue]
    """What still does not fit."""


class GenerateOptions(Record):
    """What a generated schema says."""

    title: str | None = None
    """Its title."""
    description: str | None = None
    """Its description."""
    required: bool = True
    """Whether properties that all samples have are required."""
    formats: bool = True
    """Whether text that always looks like a date, an address or an id is said to be one."""
    closed: bool = False
    """Whether objects may have no other properties than those of the samples."""


class ExtractPart(Record):
    """Which part of a schema; exactly one of the three."""

    pointer: str | None = None
    """JSON pointer into the schema: "/properties/address"."""
    property: Annotated[str | None, Field(min_length=1)] = None
    """Names of properties with dots between them, "[]" for the items of a list: "orders[].address.city"."""
    definition: str | None = None
    """A name under $defs."""


class MergeOptions(Record):
    """How schemas are merged."""

    strategy: MergeStrategy = MergeStrategy.ALL
    """What the result accepts."""


class Contradiction(Record):
    """A place where schemas contradict one another."""

    path: str
    """JSON pointer to the keyword or property."""
    message: str
    """What the schemas say there."""


class SchemaDescription(Record):
    """A short description of objects, to make a schema from.

    A field is a short text or an object. The text is a type or a format, `[]` for a list of it and `?`
    at the end for a field that may be absent: `"string"`, `"integer?"`, `"email[]"`, `"date-time?"`,
    `"schema:person"`.

    The object has a `type` of that form, or `fields` for an object within, or `enum`, and any of: `description`,
    `optional`, `nullable`, `default`, `examples`, `format`, `pattern`, `minimum`, `maximum`, `exclusive_minimum`,
    `exclusive_maximum`, `multiple_of`, `min_length`, `max_length`, `items` (a field), `min_items`, `max_items`, `unique`.
    """

    title: str | None = None
    """Its title."""
    description: str | None = None
    """What its objects are."""
    fields: dict[str, Any]
    """The fields by name."""
    closed: bool = True
    """Whether other fields are refused."""


class SchemaInfo(Record):
    """What a schema says."""

    types: list[Type]
    """Types that it allows at its top; empty when it does not say."""
    title: str | None = None
    """Its title."""
    description: str | None = None
    """Its description."""
    id: str | None = None
    """Its $id."""
    dialect: str
    """The $schema that it follows."""
    properties: list[str]
    """Names of its properties."""
    required: list[str]
    """Names of properties that must be there."""
    definitions: list[str]
    """Names under $defs."""
    references: list[str]
    """Every $ref in it, in the order of the alphabet."""
    formats: list[str]
    """Every format in it."""
    keywords: list[str]
    """Every keyword in it."""
    depth: int
    """Levels of schemas within one another; 1 for a flat one."""
    subschemas: int
    """How many schemas it holds, itself included."""
    recursive: bool
    """Whether a part of it leads back to itself."""


class PutOptions(Record):
    """What to note beside a schema."""

    note: Annotated[str | None, Field(max_length=1000)] = None
    """What this version is about."""


class SchemaVersion(Record):
    """One version of a name."""

    name: str
    """Its name."""
    version: int
    """Its number, from 1; the number of a deleted version is not given again while the name has others."""
    created_at: Timestamp
    """When it was put."""
    note: str | None = None
    """What was noted."""


class StoredSchema(Record):
    """One version of a schema in the repository."""

    name: str
    """Its name."""
    version: int
    """Its number."""
    created_at: Timestamp
    """When it was put."""
    note: str | None = None
    """What was noted."""
    content: Any
    """The schema: an object, true or false."""


class SchemaEntry(Record):
    """A name of the repository."""

    name: str
    """The name."""
    latest: int
    """The newest version."""
    versions: list[int]
    """Every version, oldest first."""
    title: str | None = None
    """The title of the newest version."""


class RepositoryOptions(Record):
    """How a folder of schemas is used."""

    format: FileFormat = FileFormat.JSON
    """How new files are written."""
    create: bool = False
    """Whether a folder that is not there is made."""


SchemaIssue.model_rebuild()
ValidationResult.model_rebuild()
CoerceResult.model_rebuild()
