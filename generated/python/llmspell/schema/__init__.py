"""JSON Schemas; checking values against them, mending values, and making, merging and keeping schemas.

Schemas are JSON Schema 2020-12. Where a function takes a schema, it takes an object, `true` or
`false`, or the name of a schema in the repository as text: `"person"` is its newest version,
`"person@2"` the second. What is checked often is compiled once: `schema.compile` gives a validator,
whose methods are `check`, `accepts` and `convert`.

Every fault of a value is reported at once, with the place of the value, the place and the keyword
of the schema, what was given and what was expected. Formats are asserted unless `formats` is false.

A `$ref` leads to a place in its own schema, to a schema of the repository by name (`"schema:person"`,
`"schema:person@2"`) or by `$id`, to the published schemas of JSON Schema, or elsewhere: documents of other hosts are
read by `schema.compile` only, and only when the session has the permission `net` for their host. What was read once is
known to the session's other functions.

Schemas and values may come from strangers. Patterns run in time that grows with the text and never exponentially (or,
with look-around and back-references, up to a limit of steps); a check ends with `schema.too_complex` after
`Limit.STEPS` steps; schemas have a largest size and depth.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aio import AsyncSchemaBridge, AsyncValidator
    from .constants import Limit
    from .errors import (
        FetchFailed,
        FileFailed,
        Full,
        InvalidField,
        InvalidFile,
        InvalidName,
        InvalidSamples,
        InvalidSchema,
        MergeConflict,
        NotFound,
        PartNotFound,
        TooComplex,
        UnresolvedReference,
        ValidatorNotFound,
    )
    from .service import SchemaService
    from .sync import SchemaBridge, Validator
    from .types import (
        Change,
        CoerceOptions,
        CoerceResult,
        Contradiction,
        ExtractPart,
        FileFormat,
        Format,
        GenerateOptions,
        MergeOptions,
        MergeStrategy,
        PutOptions,
        RepositoryOptions,
        Rule,
        SchemaDescription,
        SchemaEntry,
        SchemaInfo,
        SchemaIssue,
        SchemaVersion,
        StoredSchema,
        Type,
        ValidateOptions,
        ValidationResult,
    )

_HOMES: dict[str, str] = {
    "AsyncSchemaBridge": ".aio",
    "AsyncValidator": ".aio",
    "Limit": ".constants",
    "FetchFailed": ".errors",
    "FileFailed": ".errors",
    "Full": ".errors",
    "InvalidField": ".errors",
    "InvalidFile": ".errors",
    "InvalidName": ".errors",
    "InvalidSamples": ".errors",
    "InvalidSchema": ".errors",
    "MergeConflict": ".errors",
    "NotFound": ".errors",
    "PartNotFound": ".errors",
    "TooComplex": ".errors",
    "UnresolvedReference": ".errors",
    "ValidatorNotFound": ".errors",
    "SchemaService": ".service",
    "SchemaBridge": ".sync",
    "Validator": ".sync",
    "Change": ".types",
    "CoerceOptions": ".types",
    "CoerceResult": ".types",
    "Contradiction": ".types",
    "ExtractPart": ".types",
    "FileFormat": ".types",
    "Format": ".types",
    "GenerateOptions": ".types",
    "MergeOptions": ".types",
    "MergeStrategy": ".types",
    "PutOptions": ".types",
    "RepositoryOptions": ".types",
    "Rule": ".types",
    "SchemaDescription": ".types",
    "SchemaEntry": ".types",
    "SchemaInfo": ".types",
    "SchemaIssue": ".types",
    "SchemaVersion": ".types",
    "StoredSchema": ".types",
    "Type": ".types",
    "ValidateOptions": ".types",
    "ValidationResult": ".types",
}
_MODULES: frozenset[str] = frozenset({})

__all__ = [
    "AsyncSchemaBridge",
    "AsyncValidator",
    "Change",
    "CoerceOptions",
    "CoerceResult",
    "Contradiction",
    "ExtractPart",
    "FetchFailed",
    "FileFailed",
    "FileFormat",
    "Format",
    "Full",
    "GenerateOptions",
    "InvalidField",
    "InvalidFile",
    "InvalidName",
    "InvalidSamples",
    "InvalidSchema",
    "Limit",
    "MergeConflict",
    "MergeOptions",
    "MergeStrategy",
    "NotFound",
    "PartNotFound",
    "PutOptions",
    "RepositoryOptions",
    "Rule",
    "SchemaBridge",
    "SchemaDescription",
    "SchemaEntry",
    "SchemaInfo",
    "SchemaIssue",
    "SchemaService",
    "SchemaVersion",
    "StoredSchema",
    "TooComplex",
    "Type",
    "UnresolvedReference",
    "ValidateOptions",
    "ValidationResult",
    "Validator",
    "ValidatorNotFound",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name], __name__), name)
    elif name in _MODULES:
        value = import_module(f".{name}", __name__)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
