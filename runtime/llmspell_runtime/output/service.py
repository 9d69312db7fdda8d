"""The output service: the bridge's functions over the formats and the steps."""

from __future__ import annotations

import copy
from typing import Any

from llmspell.output.constants import Limit
from llmspell.output.service import OutputService
from llmspell.output.types import (
    Change,
    DetectedFormat,
    ExtractOptions,
    Format,
    FormatIssue,
    FormatOptions,
    FormatValidation,
    JsonMatch,
    MarkdownParts,
    ParsedOutput,
    ParseOptions,
    RecoveredText,
    RecoverOptions,
    Step,
)

from llmspell_runtime.output import formats, json_text
from llmspell_runtime.output.changes import Changes
from llmspell_runtime.output.detection import detect
from llmspell_runtime.output.faults import NotReadable, require_text
from llmspell_runtime.output.fences import find_fences
from llmspell_runtime.output.instructions import instructions
from llmspell_runtime.output.parsing import parse
from llmspell_runtime.output.schemas import SCHEMAS, issues_of, prepared

MATCHES = 1000
"""Values that ``extract_json`` returns when nobody says how many."""


class Outputs(OutputService):
    """Reads and writes texts; keeps nothing."""

    def parse(self, text: str, options: ParseOptions | None = None) -> ParsedOutput:
        require_text(text)
        options = options or ParseOptions()
        format = options.format or _format_of(text, options.schema_ is not None)
        parsed = parse(text, format, options.recovery, options.schema_)
        return ParsedOutput(value=parsed.value, format=format, step=parsed.step, changes=parsed.changes)

    def format(self, value: Any, format: Format = Format.JSON, options: FormatOptions | None = None) -> str:
        return formats.write(value, format, options)

    def detect_format(self, text: str) -> DetectedFormat:
        require_text(text)
        candidates = detect(text)
        best = candidates[0]
        return DetectedFormat(
            format=best.format, confidence=best.confidence, reason=best.reason, candidates=candidates
        )

    def validate_format(
        self, text: str, format: Format, schema: dict[str, Any] | None = None
    ) -> FormatValidation:
        require_text(text)
        check = prepared(schema)
        try:
            issues = issues_of(check, formats.read(text, format))
        except NotReadable as error:
            issues = [_issue(error)]
        return FormatValidation(valid=not issues, issues=issues)

    def extract_json(self, text: str, options: ExtractOptions | None = None) -> list[JsonMatch]:
        require_text(text)
        options = options or ExtractOptions()
        check = prepared(options.schema_)
        places = Changes(text)
        fences = [(fence.start, fence.end) for fence in find_fences(text)]
        found: list[JsonMatch] = []
        for value, start, end in json_text.find(text):
            if check is not None and check.issues(value):
                continue
            line, column = places.place(start)
            found.append(
                JsonMatch(
                    value=value,
                    text=text[start:end],
                    line=line,
                    column=column,
                    start=start,
                    end=end,
                    fenced=any(begin <= start < until for begin, until in fences),
                )
            )
            if len(found) == (options.limit or MATCHES):
                break
        return found

    def extract_markdown(self, text: str) -> MarkdownParts:
        from llmspell_runtime.output.markdown_parts import parts

        require_text(text, Limit.MARKDOWN_CHARACTERS)
        return parts(text)

    def recover(self, text: str, options: RecoverOptions | None = None) -> RecoveredText:
        require_text(text)
        options = options or RecoverOptions()
        format = options.format or _format_of(text, options.schema_ is not None)
        parsed = parse(text, format, options.recovery, options.schema_)
        step, changes, mended = parsed.step, parsed.changes, text
        if step is not Step.STRICT:
            one_line = format is Format.JSON and "\n" not in text.strip()
            mended = formats.write(parsed.value, format, FormatOptions(indent=0) if one_line else None)
        elif format is Format.MARKDOWN and (closed := formats.closed(text)) is not None:
            step, mended = Step.REPAIR, closed
            changes = [Change(message="added the end of the last code block")]
        return RecoveredText(text=mended, format=format, step=step, changes=changes)

    def get_schema(self, format: Format) -> dict[str, Any]:
        return copy.deepcopy(SCHEMAS[format])

    def get_instructions(self, format: Format = Format.JSON, schema: dict[str, Any] | None = None) -> str:
        prepared(schema)
        return instructions(format, schema)


def _format_of(text: str, has_schema: bool) -> Format:
    """The format that a text most likely has; data where a schema says that there is some."""
    for candidate in detect(text):
        if not has_schema or candidate.format not in (Format.PLAIN, Format.MARKDOWN):
            return candidate.format
    return Format.JSON


def _issue(error: NotReadable) -> FormatIssue:
    if error.line is None:
        return FormatIssue(message=str(error))
    return FormatIssue(message=str(error), line=error.line, column=error.column or 1)
