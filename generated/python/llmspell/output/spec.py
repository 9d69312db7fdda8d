"""The bridge output as data: what the runtime knows of its functions, and where each is declared."""

from __future__ import annotations

from typing import Any, NotRequired

from bridge_runtime import spec
from typing_extensions import TypedDict

from ..shared.types import JsonSchema
from .errors import NotRepresentable, ParseFailed, SchemaMismatch, TooDeep, TooLarge, Unsafe
from .service import OutputService
from .types import (
    DetectedFormat,
    ExtractOptions,
    Format,
    FormatOptions,
    FormatValidation,
    JsonMatch,
    MarkdownParts,
    ParsedOutput,
    ParseOptions,
    RecoveredText,
    RecoverOptions,
)


class ParseArguments(TypedDict):
    text: str
    options: NotRequired[ParseOptions]


class FormatArguments(TypedDict):
    value: Any
    format: NotRequired[Format]
    options: NotRequired[FormatOptions]


class DetectFormatArguments(TypedDict):
    text: str


class ValidateFormatArguments(TypedDict):
    text: str
    format: Format
    schema: NotRequired[JsonSchema]


class ExtractJsonArguments(TypedDict):
    text: str
    options: NotRequired[ExtractOptions]


class ExtractMarkdownArguments(TypedDict):
    text: str


class RecoverArguments(TypedDict):
    text: str
    options: NotRequired[RecoverOptions]


class GetSchemaArguments(TypedDict):
    format: Format


class GetInstructionsArguments(TypedDict):
    format: NotRequired[Format]
    schema: NotRequired[JsonSchema]


BRIDGE = spec.Bridge(
    name="output",
    functions={
        "parse": spec.Function(
            name="output.parse",
            arguments=ParseArguments,
            parameters=(spec.Parameter("text"), spec.Parameter("options", required=False, spread=True)),
            result=ParsedOutput,
            errors=(
                "output.parse_failed",
                "output.schema_mismatch",
                "output.too_large",
                "output.too_deep",
                "output.unsafe",
                "shared.invalid_schema",
            ),
            batch=True,
            position="idl/output.yaml:280",
            signature="def parse(self, text: str, options: ParseOptions | None = None) -> ParsedOutput",
        ),
        "format": spec.Function(
            name="output.format",
            arguments=FormatArguments,
            parameters=(
                spec.Parameter("value", nullable=True),
                spec.Parameter("format", required=False, default="json"),
                spec.Parameter("options", required=False, spread=True),
            ),
            result=str,
            errors=("output.not_representable", "output.too_large", "output.too_deep"),
            batch=True,
            position="idl/output.yaml:372",
            signature="def format(self, value: Any, format: Format = Format.JSON, options: FormatOptions | None = None) -> str",
        ),
        "detect_format": spec.Function(
            name="output.detect_format",
            arguments=DetectFormatArguments,
            parameters=(spec.Parameter("text"),),
            result=DetectedFormat,
            errors=("output.too_large",),
            batch=True,
            position="idl/output.yaml:415",
            signature="def detect_format(self, text: str) -> DetectedFormat",
        ),
        "validate_format": spec.Function(
            name="output.validate_format",
            arguments=ValidateFormatArguments,
            parameters=(
                spec.Parameter("text"),
                spec.Parameter("format"),
                spec.Parameter("schema", required=False),
            ),
            result=FormatValidation,
            errors=("output.too_large", "output.too_deep", "output.unsafe", "shared.invalid_schema"),
            batch=True,
            position="idl/output.yaml:460",
            signature="def validate_format(self, text: str, format: Format, schema: JsonSchema | None = None) -> FormatValidation",
        ),
        "extract_json": spec.Function(
            name="output.extract_json",
            arguments=ExtractJsonArguments,
            parameters=(spec.Parameter("text"), spec.Parameter("options", required=False, spread=True)),
            result=list[JsonMatch],
            errors=("output.too_large", "output.too_deep", "shared.invalid_schema"),
            batch=True,
            position="idl/output.yaml:478",
            signature="def extract_json(self, text: str, options: ExtractOptions | None = None) -> list[JsonMatch]",
        ),
        "extract_markdown": spec.Function(
            name="output.extract_markdown",
            arguments=ExtractMarkdownArguments,
            parameters=(spec.Parameter("text"),),
            result=MarkdownParts,
            errors=("output.too_large", "output.too_deep"),
            batch=True,
            position="idl/output.yaml:500",
            signature="def extract_markdown(self, text: str) -> MarkdownParts",
        ),
        "recover": spec.Function(
            name="output.recover",
            arguments=RecoverArguments,
            parameters=(spec.Parameter("text"), spec.Parameter("options", required=False, spread=True)),
            result=RecoveredText,
            errors=(
                "output.parse_failed",
                "output.schema_mismatch",
                "output.too_large",
                "output.too_deep",
                "output.unsafe",
                "shared.invalid_schema",
            ),
            batch=True,
            position="idl/output.yaml:522",
            signature="def recover(self, text: str, options: RecoverOptions | None = None) -> RecoveredText",
        ),
        "get_schema": spec.Function(
            name="output.get_schema",
            arguments=GetSchemaArguments,
            parameters=(spec.Parameter("format"),),
            result=JsonSchema,
            batch=True,
            position="idl/output.yaml:558",
            signature="def get_schema(self, format: Format) -> JsonSchema",
        ),
        "get_instructions": spec.Function(
            name="output.get_instructions",
            arguments=GetInstructionsArguments,
            parameters=(
                spec.Parameter("format", required=False, default="json"),
                spec.Parameter("schema", required=False),
            ),
            result=str,
            errors=("shared.invalid_schema",),
            batch=True,
            position="idl/output.yaml:570",
            signature="def get_instructions(self, format: Format = Format.JSON, schema: JsonSchema | None = None) -> str",
        ),
    },
    errors={
        "parse_failed": spec.Error("output.parse_failed", ParseFailed),
        "schema_mismatch": spec.Error("output.schema_mismatch", SchemaMismatch),
        "too_large": spec.Error("output.too_large", TooLarge),
        "too_deep": spec.Error("output.too_deep", TooDeep),
        "unsafe": spec.Error("output.unsafe", Unsafe),
        "not_representable": spec.Error("output.not_representable", NotRepresentable),
    },
    service=OutputService,
    position="idl/output.yaml:2",
)
