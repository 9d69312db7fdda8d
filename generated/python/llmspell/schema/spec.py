"""The bridge schema as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from bridge_runtime import spec
from bridge_runtime.records import Handle
from pydantic import Field
from typing_extensions import TypedDict

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
from .types import (
    CoerceOptions,
    CoerceResult,
    ExtractPart,
    GenerateOptions,
    MergeOptions,
    PutOptions,
    RepositoryOptions,
    SchemaDescription,
    SchemaEntry,
    SchemaInfo,
    SchemaVersion,
    StoredSchema,
    ValidateOptions,
    ValidationResult,
)


class ValidateArguments(TypedDict):
    schema: Any
    value: Any
    options: NotRequired[ValidateOptions]


class CoerceArguments(TypedDict):
    schema: Any
    value: Any
    options: NotRequired[CoerceOptions]


class CompileArguments(TypedDict):
    schema: Any
    options: NotRequired[ValidateOptions]


class CheckArguments(TypedDict):
    validator: Annotated[Any, Handle("schema.Validator")]
    value: Any


class AcceptsArguments(TypedDict):
    validator: Annotated[Any, Handle("schema.Validator")]
    value: Any


class ConvertArguments(TypedDict):
    validator: Annotated[Any, Handle("schema.Validator")]
    value: Any
    options: NotRequired[CoerceOptions]


class DescribeArguments(TypedDict):
    validator: Annotated[Any, Handle("schema.Validator")]


class ReleaseArguments(TypedDict):
    validator: Annotated[Any, Handle("schema.Validator")]


class GenerateArguments(TypedDict):
    samples: list[Any]
    options: NotRequired[GenerateOptions]


class CreateArguments(TypedDict):
    description: SchemaDescription


class MergeArguments(TypedDict):
    schemas: list[Any]
    options: NotRequired[MergeOptions]


class ExtractArguments(TypedDict):
    schema: Any
    part: ExtractPart


class GetInfoArguments(TypedDict):
    schema: Any


class PutArguments(TypedDict):
    name: str
    schema: Any
    options: NotRequired[PutOptions]


class GetArguments(TypedDict):
    name: str
    version: NotRequired[int]


class ListArguments(TypedDict):
    pass


class DeleteArguments(TypedDict):
    name: str
    version: NotRequired[int]


class OpenRepositoryArguments(TypedDict):
    folder: Annotated[str, Field(min_length=1)]
    options: NotRequired[RepositoryOptions]


class CloseRepositoryArguments(TypedDict):
    pass


BRIDGE = spec.Bridge(
    name="schema",
    functions={
        "validate": spec.Function(
            name="schema.validate",
            arguments=ValidateArguments,
            parameters=(
                spec.Parameter("schema", nullable=True),
                spec.Parameter("value", nullable=True),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=ValidationResult,
            errors=(
                "schema.invalid_schema",
                "schema.unresolved_reference",
                "schema.too_complex",
                "schema.not_found",
                "schema.invalid_name",
                "schema.file_failed",
                "schema.invalid_file",
            ),
            batch=True,
            position="idl/schema.yaml:334",
            signature="def validate(self, schema: Any, value: Any, options: ValidateOptions | None = None) -> ValidationResult",
        ),
        "coerce": spec.Function(
            name="schema.coerce",
            arguments=CoerceArguments,
            parameters=(
                spec.Parameter("schema", nullable=True),
                spec.Parameter("value", nullable=True),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=CoerceResult,
            errors=(
                "schema.invalid_schema",
                "schema.unresolved_reference",
                "schema.too_complex",
                "schema.not_found",
                "schema.invalid_name",
                "schema.file_failed",
                "schema.invalid_file",
            ),
            batch=True,
            position="idl/schema.yaml:406",
            signature="def coerce(self, schema: Any, value: Any, options: CoerceOptions | None = None) -> CoerceResult",
        ),
        "compile": spec.Function(
            name="schema.compile",
            arguments=CompileArguments,
            parameters=(
                spec.Parameter("schema", nullable=True),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=Annotated[Any, Handle("schema.Validator")],
            is_async=True,
            errors=(
                "schema.invalid_schema",
                "schema.unresolved_reference",
                "schema.fetch_failed",
                "schema.too_complex",
                "schema.not_found",
                "schema.invalid_name",
                "schema.file_failed",
                "schema.invalid_file",
            ),
            constructs="schema.Validator",
            batch=True,
            position="idl/schema.yaml:464",
            signature="async def compile(self, schema: Any, options: ValidateOptions | None = None) -> ValidatorT",
        ),
        "check": spec.Function(
            name="schema.check",
            arguments=CheckArguments,
            parameters=(spec.Parameter("validator"), spec.Parameter("value", nullable=True)),
            result=ValidationResult,
            errors=("schema.validator_not_found", "schema.too_complex"),
            method_of="schema.Validator",
            batch=True,
            position="idl/schema.yaml:487",
            signature="def check(self, validator: ValidatorT, value: Any) -> ValidationResult",
        ),
        "accepts": spec.Function(
            name="schema.accepts",
            arguments=AcceptsArguments,
            parameters=(spec.Parameter("validator"), spec.Parameter("value", nullable=True)),
            result=bool,
            errors=("schema.validator_not_found", "schema.too_complex"),
            method_of="schema.Validator",
            batch=True,
            position="idl/schema.yaml:511",
            signature="def accepts(self, validator: ValidatorT, value: Any) -> bool",
        ),
        "convert": spec.Function(
            name="schema.convert",
            arguments=ConvertArguments,
            parameters=(
                spec.Parameter("validator"),
                spec.Parameter("value", nullable=True),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=CoerceResult,
            errors=("schema.validator_not_found", "schema.too_complex"),
            method_of="schema.Validator",
            batch=True,
            position="idl/schema.yaml:531",
            signature="def convert(self, validator: ValidatorT, value: Any, options: CoerceOptions | None = None) -> CoerceResult",
        ),
        "describe": spec.Function(
            name="schema.describe",
            arguments=DescribeArguments,
            parameters=(spec.Parameter("validator"),),
            result=SchemaInfo,
            errors=("schema.validator_not_found",),
            method_of="schema.Validator",
            batch=True,
            position="idl/schema.yaml:547",
            signature="def describe(self, validator: ValidatorT) -> SchemaInfo",
        ),
        "release": spec.Function(
            name="schema.release",
            arguments=ReleaseArguments,
            parameters=(spec.Parameter("validator"),),
            errors=("schema.validator_not_found",),
            method_of="schema.Validator",
            releases="schema.Validator",
            batch=True,
            position="idl/schema.yaml:572",
            signature="def release(self, validator: ValidatorT) -> None",
        ),
        "generate": spec.Function(
            name="schema.generate",
            arguments=GenerateArguments,
            parameters=(spec.Parameter("samples"), spec.Parameter("options", required=False, spread=True)),
            result=dict[str, Any],
            errors=("schema.invalid_samples",),
            batch=True,
            position="idl/schema.yaml:591",
            signature="def generate(self, samples: builtins.list[Any], options: GenerateOptions | None = None) -> dict[str, Any]",
        ),
        "create": spec.Function(
            name="schema.create",
            arguments=CreateArguments,
            parameters=(spec.Parameter("description", spread=True),),
            result=dict[str, Any],
            errors=(
                "schema.invalid_field",
                "schema.invalid_schema",
                "schema.unresolved_reference",
                "schema.not_found",
                "schema.invalid_name",
                "schema.too_complex",
                "schema.file_failed",
                "schema.invalid_file",
            ),
            batch=True,
            position="idl/schema.yaml:618",
            signature="def create(self, description: SchemaDescription) -> dict[str, Any]",
        ),
        "merge": spec.Function(
            name="schema.merge",
            arguments=MergeArguments,
            parameters=(spec.Parameter("schemas"), spec.Parameter("options", required=False, spread=True)),
            result=Any,
            errors=(
                "schema.merge_conflict",
                "schema.invalid_schema",
                "schema.unresolved_reference",
                "schema.too_complex",
                "schema.not_found",
                "schema.invalid_name",
                "schema.file_failed",
                "schema.invalid_file",
            ),
            batch=True,
            position="idl/schema.yaml:656",
            signature="def merge(self, schemas: builtins.list[Any], options: MergeOptions | None = None) -> Any",
        ),
        "extract": spec.Function(
            name="schema.extract",
            arguments=ExtractArguments,
            parameters=(spec.Parameter("schema", nullable=True), spec.Parameter("part", spread=True)),
            result=Any,
            errors=(
                "schema.part_not_found",
                "schema.invalid_schema",
                "schema.unresolved_reference",
                "schema.too_complex",
                "schema.not_found",
                "schema.invalid_name",
                "schema.file_failed",
                "schema.invalid_file",
            ),
            batch=True,
            position="idl/schema.yaml:685",
            signature="def extract(self, schema: Any, part: ExtractPart) -> Any",
        ),
        "get_info": spec.Function(
            name="schema.get_info",
            arguments=GetInfoArguments,
            parameters=(spec.Parameter("schema", nullable=True),),
            result=SchemaInfo,
            errors=(
                "schema.invalid_schema",
                "schema.unresolved_reference",
                "schema.too_complex",
                "schema.not_found",
                "schema.invalid_name",
                "schema.file_failed",
                "schema.invalid_file",
            ),
            batch=True,
            position="idl/schema.yaml:717",
            signature="def get_info(self, schema: Any) -> SchemaInfo",
        ),
        "put": spec.Function(
            name="schema.put",
            arguments=PutArguments,
            parameters=(
                spec.Parameter("name"),
                spec.Parameter("schema", nullable=True),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=SchemaVersion,
            errors=(
                "schema.invalid_schema",
                "schema.invalid_name",
                "schema.full",
                "schema.file_failed",
                "schema.invalid_file",
            ),
            batch=True,
            position="idl/schema.yaml:739",
            signature="def put(self, name: str, schema: Any, options: PutOptions | None = None) -> SchemaVersion",
        ),
        "get": spec.Function(
            name="schema.get",
            arguments=GetArguments,
            parameters=(spec.Parameter("name"), spec.Parameter("version", required=False)),
            result=StoredSchema,
            errors=("schema.not_found", "schema.invalid_name", "schema.file_failed", "schema.invalid_file"),
            batch=True,
            position="idl/schema.yaml:764",
            signature="def get(self, name: str, version: int | None = None) -> StoredSchema",
        ),
        "list": spec.Function(
            name="schema.list",
            arguments=ListArguments,
            parameters=(),
            result=list[SchemaEntry],
            errors=("schema.file_failed", "schema.invalid_file"),
            batch=True,
            position="idl/schema.yaml:790",
            signature="def list(self) -> builtins.list[SchemaEntry]",
        ),
        "delete": spec.Function(
            name="schema.delete",
            arguments=DeleteArguments,
            parameters=(spec.Parameter("name"), spec.Parameter("version", required=False)),
            result=int,
            errors=(
                "schema.not_found",
                "schema.invalid_name",
                "schema.full",
                "schema.file_failed",
                "schema.invalid_file",
            ),
            batch=True,
            position="idl/schema.yaml:808",
            signature="def delete(self, name: str, version: int | None = None) -> int",
        ),
        "open_repository": spec.Function(
            name="schema.open_repository",
            arguments=OpenRepositoryArguments,
            parameters=(spec.Parameter("folder"), spec.Parameter("options", required=False, spread=True)),
            result=list[str],
            errors=("schema.file_failed",),
            permissions=("fs.read",),
            batch=True,
            position="idl/schema.yaml:832",
            signature="def open_repository(self, folder: str, options: RepositoryOptions | None = None) -> builtins.list[str]",
        ),
        "close_repository": spec.Function(
            name="schema.close_repository",
            arguments=CloseRepositoryArguments,
            parameters=(),
            batch=True,
            position="idl/schema.yaml:866",
            signature="def close_repository(self) -> None",
        ),
    },
    resources={
        "Validator": spec.Resource(
            name="schema.Validator",
            prefix="validator",
            constructor="compile",
            release="release",
            not_found="schema.validator_not_found",
        ),
    },
    errors={
        "invalid_schema": spec.Error("schema.invalid_schema", InvalidSchema),
        "unresolved_reference": spec.Error("schema.unresolved_reference", UnresolvedReference),
        "fetch_failed": spec.Error("schema.fetch_failed", FetchFailed),
        "too_complex": spec.Error("schema.too_complex", TooComplex),
        "part_not_found": spec.Error("schema.part_not_found", PartNotFound),
        "invalid_samples": spec.Error("schema.invalid_samples", InvalidSamples),
        "invalid_field": spec.Error("schema.invalid_field", InvalidField),
        "merge_conflict": spec.Error("schema.merge_conflict", MergeConflict),
        "not_found": spec.Error("schema.not_found", NotFound),
        "invalid_name": spec.Error("schema.invalid_name", InvalidName),
        "full": spec.Error("schema.full", Full),
        "file_failed": spec.Error("schema.file_failed", FileFailed),
        "invalid_file": spec.Error("schema.invalid_file", InvalidFile),
        "validator_not_found": spec.Error("schema.validator_not_found", ValidatorNotFound),
    },
    service=SchemaService,
    position="idl/schema.yaml:2",
)
