"""Types of output."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from bridge_runtime.records import Record
from pydantic import Field

from ..shared.types import JsonSchema


class Format(StrEnum):
    """How a text is written."""

    JSON = "json"
    """JSON (RFC 8259)."""
    YAML = "yaml"
    """YAML 1.2."""
    XML = "xml"
    """XML 1.0."""
    MARKDOWN = "markdown"
    """CommonMark with tables."""
    PLAIN = "plain"
    """Text and nothing else."""


class Recovery(StrEnum):
    """How far to go for a value."""

    STRICT = "strict"
    """Not at all; the text is right or it is refused."""
    LENIENT = "lenient"
    """Take a fenced block out of its text and mend mistakes of writing."""
    BEST_EFFORT = "best_effort"
    """Also look for what meets the schema, converting it where that is needed."""


class Step(StrEnum):
    """What gave a value."""

    STRICT = "strict"
    """The text as it stands."""
    FENCED = "fenced"
    """A fenced code block in it."""
    REPAIR = "repair"
    """The text with its mistakes mended."""
    EXTRACTION = "extraction"
    """What in it meets the schema."""


class BlockType(StrEnum):
    """What a block of Markdown is."""

    HEADING = "heading"
    """A heading."""
    PARAGRAPH = "paragraph"
    """Lines of text."""
    LIST = "list"
    """A list, with numbers or without."""
    QUOTE = "quote"
    """A quotation."""
    TABLE = "table"
    """A table."""
    CODE = "code"
    """A code block, fenced or indented."""
    HTML = "html"
    """A block of HTML."""
    RULE = "rule"
    """A line across."""


class ParseOptions(Record):
    """What the text should be, and how far to go for it."""

    format: Format | None = None
    """How the text is written; what `output.detect_format` finds when left out, and `json` for a text
    without a format when there is a schema.
    """
    recovery: Recovery = Recovery.LENIENT
    """How far to go."""
    schema_: Annotated[JsonSchema | None, Field(alias="schema")] = None
    """JSON Schema 2020-12 that the value must meet."""


class Change(Record):
    """One thing that differs between the text and what was read from it."""

    message: str
    """What was done, for a person: "removed `,`"."""
    line: int | None = None
    """Where in the text, counted from 1; absent when it concerns the whole of it."""
    column: int | None = None
    """The character of the line, counted from 1."""
    path: str | None = None
    """JSON pointer into the value; for conversions to the schema."""


class ParsedOutput(Record):
    """A value, and how it was won."""

    value: Any
    """The value."""
    format: Format
    """What the text was read as."""
    step: Step
    """The step that gave the value."""
    changes: list[Change]
    """What was changed or left out on the way; empty after `strict`."""


class ParseAttempt(Record):
    """A step that gave nothing."""

    step: Step
    """The step."""
    reason: str
    """Why it gave nothing."""


class FormatOptions(Record):
    """How to write a value."""

    indent: Annotated[int | None, Field(ge=0, le=8)] = None
    """Spaces per level in JSON, YAML (at least 2) and XML; 0 writes JSON and XML on one line. Left out, it
    is 2, and 0 for XML, whose text a line break would be part of.
    """
    sort_keys: bool = False
    """Write keys in alphabetical order instead of the value's own, which a table of Lua does not have."""
    root: Annotated[str | None, Field(min_length=1)] = None
    """Name of the XML element to put the value into; needed unless it is an object with one key."""


class FormatCandidate(Record):
    """A format that a text may be written in."""

    format: Format
    """The format."""
    confidence: Annotated[float, Field(ge=0.0, le=1.0)]
    """How much speaks for it: from 0 to 1, which is proof."""
    reason: str
    """What speaks for it."""


class DetectedFormat(Record):
    """The format a text is most likely written in."""

    format: Format
    """The likeliest format."""
    confidence: Annotated[float, Field(ge=0.0, le=1.0)]
    """How much speaks for it: from 0 to 1, which is proof."""
    reason: str
    """What speaks for it."""
    candidates: list[FormatCandidate]
    """All formats that something speaks for, the likeliest first."""


class FormatIssue(Record):
    """A mistake in a text, or a fault of its value."""

    message: str
    """What is wrong."""
    line: int | None = None
    """Where in the text, counted from 1, when that is known."""
    column: int | None = None
    """The character of the line, counted from 1."""
    path: str | None = None
    """JSON pointer to the value that does not meet the schema."""


class FormatValidation(Record):
    """Whether a text is written in a format."""

    valid: bool
    """True when there is no issue."""
    issues: list[FormatIssue]
    """The first mistake of writing, or everything in which the value does not meet the schema."""


class ExtractOptions(Record):
    """Which values to take."""

    schema_: Annotated[JsonSchema | None, Field(alias="schema")] = None
    """JSON Schema 2020-12; only values that meet it."""
    limit: Annotated[int, Field(ge=1, le=10000)] = 1000
    """Most values to return."""


class JsonMatch(Record):
    """A JSON value in a text, and its place."""

    value: Any
    """The value."""
    text: str
    """It as it stands in the text."""
    line: int
    """The line it begins on, counted from 1."""
    column: int
    """The character of that line, counted from 1."""
    start: int
    """How many characters (Unicode code points) of the text stand before it."""
    end: int
    """How many characters of the text stand before what follows it."""
    fenced: bool
    """Whether it stands in a fenced code block."""


class MarkdownSection(Record):
    """A heading and what stands below it, up to the next heading."""

    title: str
    """The heading; empty for what stands before the first one."""
    level: int
    """Its level, 1 to 6; 0 for what stands before the first one."""
    path: list[str]
    """The headings that it stands under, outermost first, and its own."""
    text: str
    """The Markdown below the heading."""
    line: int
    """The line of the heading or of the text, counted from 1."""


class MarkdownCode(Record):
    """A code block."""

    language: str
    """The first word after the fence; empty when there is none."""
    text: str
    """The code."""
    line: int
    """The line it begins on, counted from 1."""
    closed: bool
    """False for a fence that the text ends in."""


class MarkdownTable(Record):
    """A table."""

    header: list[str]
    """The cells of its first row."""
    rows: list[list[str]]
    """The cells of the rows below."""
    line: int
    """The line it begins on, counted from 1."""


class MarkdownList(Record):
    """A list that is not inside another block."""

    ordered: bool
    """Whether it is numbered."""
    items: list[str]
    """The Markdown of each item, with all that stands in it."""
    line: int
    """The line it begins on, counted from 1."""


class MarkdownLink(Record):
    """A link or a picture."""

    text: str
    """What is shown, without marks; the alternative text of a picture."""
    url: str
    """Where it leads."""
    image: bool
    """Whether it is a picture."""
    line: int
    """The line its paragraph begins on, counted from 1."""


class MarkdownParts(Record):
    """What a Markdown text is made of, kind by kind, each in the order of the text."""

    sections: list[MarkdownSection]
    """The sections, one per heading."""
    code_blocks: list[MarkdownCode]
    """The code blocks."""
    tables: list[MarkdownTable]
    """The tables."""
    lists: list[MarkdownList]
    """The lists."""
    links: list[MarkdownLink]
    """Links and pictures."""


class RecoverOptions(Record):
    """What the text should be."""

    format: Format | None = None
    """How the text is meant to be written; what `output.detect_format` finds when left out."""
    recovery: Recovery = Recovery.BEST_EFFORT
    """How far to go."""
    schema_: Annotated[JsonSchema | None, Field(alias="schema")] = None
    """JSON Schema 2020-12 that its value must meet."""


class RecoveredText(Record):
    """A text that is right, and what was wrong with it."""

    text: str
    """The text; as it was given when nothing was wrong, else written anew."""
    format: Format
    """What it is written in."""
    step: Step
    """The step that could read it."""
    changes: list[Change]
    """What was changed or left out; empty when nothing was wrong."""
